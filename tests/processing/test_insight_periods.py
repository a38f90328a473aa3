"""Territory performance with periods as fields and as the rows of a long table."""

import pytest


@pytest.fixture
def units(grid):
    return grid(
        3,
        1,
        fields=[
            ("terr", "string"),
            ("code", "string"),
            ("pot", "double"),
            ("q1", "double"),
            ("q2", "double"),
        ],
        values={
            "terr": ["A", "A", "B"],
            "code": ["01001", "01002", "02001"],
            "pot": [50.0, 50.0, 30.0],
            "q1": [10.0, 10.0, 30.0],
            "q2": [15.0, 15.0, 15.0],
        },
    )


@pytest.fixture
def rows(tmp_path):
    def write(text):
        path = tmp_path / "sales.csv"
        path.write_text("unit,month,amount\n" + text)
        return {
            "PERIODS": str(path),
            "PERIOD_KEY_FIELD": "unit",
            "PERIOD_NAME_FIELD": "month",
            "PERIOD_SALES_FIELD": "amount",
            "ID_FIELD": "code",
        }

    return write


def test_periods_as_rows_by_hand(run, units, rows):
    given = rows(
        '1001,Jan 2024,"$1,000"\n01002,Jan 2024,$500\n01002,Dec 2023,$900\n1001,Dec 2023,$100\n'
        "2001,Dec 2023,$400\n2001,Jan 2024,($100)\n9999,Jan 2024,$77\n2001,,$5\n2001,Jan 2024,lots\n"
    )
    outcome = run("territoryperformance", INPUT=units, TERRITORY_FIELD="terr", **given)
    assert not outcome.error, outcome.error
    a, b = outcome.rows()
    # Keys without their leading zeros are found; December comes before January
    assert (a["Dec 2023"], a["Jan 2024"]) == (1000, 1500)
    assert (a["sales"], a["previous"], a["growth"]) == (1500, 1000, 50)
    assert a["sparkline"] == "▁█"
    assert a["trend_pct"] == pytest.approx(100 * 500 / 1250)
    assert (b["sales"], b["sparkline"]) == (-100, "█▁")
    assert "has sales of 77 for units that are not there: 9999" in outcome.said
    assert "Row 9 of “sales”: “lots” in field “amount” cannot be read" in outcome.said
    assert "without a unit or a period: 1 (the first is row 8)" in outcome.said
    assert "Sales are negative in B" in outcome.said


def test_periods_as_fields_give_sales_and_growth(run, units):
    outcome = run("territoryperformance", INPUT=units, TERRITORY_FIELD="terr", PERIOD_FIELDS=["q1", "q2"])
    a, b = outcome.rows()
    assert (a["sales"], a["previous"], a["growth"], b["growth"]) == (30, 20, 50, -50)
    assert [row["sparkline"] for row in (a, b)] == ["▁█", "█▁"]


def test_quotas_that_nobody_can_make(run, units):
    outcome = run(
        "territoryperformance",
        INPUT=units,
        TERRITORY_FIELD="terr",
        SALES_FIELD="q2",
        POTENTIAL_FIELD="pot",
        UNIT_QUOTA_FIELD="q1",
    )
    a, b = outcome.rows()
    assert (a["quota_of_potential"], b["quota_of_potential"]) == (20, 100)
    assert outcome["ABOVE_POTENTIAL"] == 0
    assert a["fair_quota"] == pytest.approx(50 * 100 / 130)
    units.dataProvider().changeAttributeValues({3: {3: 20.0}})
    outcome = run(
        "territoryperformance",
        INPUT=units,
        TERRITORY_FIELD="terr",
        SALES_FIELD="q2",
        POTENTIAL_FIELD="pot",
        UNIT_QUOTA_FIELD="q1",
    )
    assert outcome["ABOVE_POTENTIAL"] == 1
    assert "above the potential, so nobody can make it: B" in outcome.said


def test_what_does_not_go_together(run, units, rows):
    given = {"INPUT": units, "TERRITORY_FIELD": "terr"}
    assert "field with the sales, or periods" in run("territoryperformance", **given).error
    long = rows("1001,2024,5\n")
    assert "as fields or as rows" in run("territoryperformance", PERIOD_FIELDS=["q1"], **long, **given).error
    del long["ID_FIELD"]
    assert "and the unit id" in run("territoryperformance", **long, **given).error
    days = rows("".join(f"1001,day {number},1\n" for number in range(121)))
    assert "has 121 different periods" in run("territoryperformance", **days, **given).error
    for nothing in ("\n", "77,2024,5\n"):
        outcome = run("territoryperformance", **rows(nothing), **given)
        assert "No row of the sales by period belongs to a unit" in outcome.error
    units.dataProvider().changeAttributeValues({2: {2: "01001"}})
    assert (
        "Two units have the id “01001”" in run("territoryperformance", **rows("1001,2024,5\n"), **given).error
    )
