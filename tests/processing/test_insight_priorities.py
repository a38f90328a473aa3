"""A, B and C accounts through Processing: by hand, on the sample, and with settings that make no sense."""

import pytest


@pytest.fixture
def accounts(grid):
    return grid(
        5,
        1,
        points=True,
        fields=[("pot", "string"), ("calls", "double"), ("hours", "double"), ("terr", "string")],
        values={
            "pot": ["$80,000", "$10,000", "$10,000", None, "($300)"],
            "calls": [5.0, 10.0, 5.0, 5.0, None],
            "hours": [10.0, 5.0, 0.0, 5.0, None],
            "terr": ["West", "West", "East", "East", None],
        },
    )


def test_classes_gaps_and_time_by_hand(run, accounts):
    outcome = run(
        "prioritizeaccounts",
        INPUT=accounts,
        POTENTIAL_FIELD="pot",
        CALLS_FIELD="calls",
        CLASSES=["A", "60", "20", "B", "", ""],
        TERRITORY_FIELD="terr",
        CLASS_TABLE="memory:",
        TERRITORY_TABLE="memory:",
    )
    assert not outcome.error
    rows = outcome.rows()
    assert [row["priority"] for row in rows] == ["A", "B", "B", None, None]
    assert [row["target_calls"] for row in rows] == [20, None, None, None, None]
    assert rows[0]["gap"] == 15
    assert rows[0]["potential_pct"] == pytest.approx(80)
    a, b, nobody = outcome.rows("CLASS_TABLE")
    assert (a["hours_pct"], a["target_hours_pct"], a["time_index"]) == pytest.approx((20, 50, 25))
    assert (b["calls"], b["gap"]) == (15, 0)
    assert nobody["priority"] is None and nobody["accounts"] == 2
    assert [
        (row["territory"], row["priority"], row["accounts"]) for row in outcome.rows("TERRITORY_TABLE")
    ] == [
        ("East", "A", 0),
        ("East", "B", 1),
        ("East", None, 1),
        ("West", "A", 1),
        ("West", "B", 1),
        (None, None, 1),
    ]
    assert (outcome["CLASSED"], outcome["UNCLASSED"]) == (3, 2)
    assert (outcome["CALLS_TODAY"], outcome["CALLS_WANTED"]) == (25, 40)
    assert "Unit 4" in outcome.said and "Unit 5" in outcome.said
    assert "A: 1 accounts, 80.0 % of the potential, 20.0 % of the time today, 50.0 %" in outcome.said


def test_hours_today_say_how_long_a_call_takes(run, accounts):
    outcome = run(
        "prioritizeaccounts",
        INPUT=accounts,
        POTENTIAL_FIELD="pot",
        CALLS_FIELD="calls",
        HOURS_FIELD="hours",
        METHOD=2,
        CLASSES=["Key", "50000", "10", "Other", "", "8"],
    )
    assert not outcome.error
    # 2 hours a call; 0.5; none
    assert [row["target_hours"] for row in outcome.rows()[:3]] == pytest.approx([20, 4, 0])
    assert outcome["HOURS_TODAY"] == pytest.approx(20)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"CLASSES": ["A", "60"]}, "three columns"),
        ({"CLASSES": ["A", "many", "1", "B", "", ""]}, "“many” in class “A” is not a number"),
        ({"CLASSES": ["A", "60", "1", "B", "40", "1", "C", "", "1"]}, "“B” must be above that of class “A”"),
        ({"HOURS_FIELD": "hours"}, "Hours today need the calls today"),
        ({"TERRITORY_TABLE": "memory:"}, "needs the territory field"),
    ],
)
def test_settings_that_make_no_sense(run, accounts, given, words):
    assert words in run("prioritizeaccounts", INPUT=accounts, POTENTIAL_FIELD="pot", **given).error


def test_the_proposal_is_that_of_the_core(qgis_app):
    from territory_manager.core.priorities import PROPOSED
    from territory_manager.processing.prioritize_accounts import _PROPOSED

    rows = list(zip(_PROPOSED[::3], _PROPOSED[1::3], _PROPOSED[2::3]))
    assert [row[0] for row in rows] == [one.name for one in PROPOSED]
    assert [float(row[1] or "nan") for row in rows] == pytest.approx([c.limit for c in PROPOSED], nan_ok=True)
    assert [float(row[2]) for row in rows] == [one.calls for one in PROPOSED]


def test_where_time_goes_on_the_sample(run, sample_path):
    outcome = run(
        "prioritizeaccounts",
        INPUT=f"{sample_path}|layername=accounts",
        POTENTIAL_FIELD="potential_illustrative",
        CALLS_FIELD="calls_illustrative",
        MINUTES_FIELD="minutes_illustrative",
        TERRITORY_FIELD="state",
        CLASS_TABLE="memory:",
        TERRITORY_TABLE="memory:",
    )
    a, b, c = outcome.rows("CLASS_TABLE")
    assert [row["priority"] for row in (a, b, c)] == ["A", "B", "C"]
    assert a["accounts"] + b["accounts"] + c["accounts"] == 879 == outcome["CLASSED"]
    assert a["potential_pct"] >= 60 > a["potential_pct"] - 100 * 9_500_000 / a["potential"]
    assert sum(row["hours_pct"] for row in (a, b, c)) == pytest.approx(100)
    assert a["hours"] + b["hours"] + c["hours"] == pytest.approx(5784)
    # Few accounts hold most of the potential and get less time than that.
    assert a["accounts_pct"] < 35 and a["time_index"] < 100 < c["time_index"]
    assert 0 < outcome["MISPLACED"] < 100
    assert len(outcome.rows("TERRITORY_TABLE")) == 12
