"""Workload, coverage, performance and owners of accounts, on maps small enough to know the answer."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

X, Y = 4_000_000.0, 3_000_000.0


@pytest.fixture
def table(qgis_app):
    """table({"field": [values]}, points=[(x, y)]) → a memory table, or points in metres from the corner."""

    def _table(columns, points=None):
        kinds = {
            name: "string" if any(isinstance(value, str) for value in values) else "double"
            for name, values in columns.items()
        }
        fields = "&".join(f"field={name}:{kind}" for name, kind in kinds.items())
        layer = QgsVectorLayer(f"{'Point?crs=EPSG:3035' if points else 'None?'}&{fields}", "Table", "memory")
        rows = []
        for number, values in enumerate(zip(*columns.values())):
            row = QgsFeature(layer.fields())
            row.setAttributes(list(values))
            if points and points[number] is not None:
                x, y = points[number]
                row.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(X + x, Y + y)))
            rows.append(row)
        layer.dataProvider().addFeatures(rows)
        layer.updateExtents()
        return layer

    return _table


PLAIN = {"SPEED": 60, "DETOUR": 1, "STOPS_PER_DAY": 2}


def test_workload_of_two_accounts_by_hand(run, table):
    accounts = table({"calls": [12.0, 12.0], "minutes": [30.0, 60.0]}, [(-6000, 8000), (6000, 8000)])
    home = table({"name": ["R1"], "hours": [100.0]}, [(0, 0)])
    outcome = run(
        "workload",
        ACCOUNTS=accounts,
        CALLS_FIELD="calls",
        MINUTES_FIELD="minutes",
        TERRITORIES=home,
        CAPACITY_FIELD="hours",
        SELLING_SHARE=50,
        STATISTICS="memory:",
        **PLAIN,
    )
    assert not outcome.error
    one, two = outcome.rows()
    # 10 minutes from home, 12 between them, two stops a trip: (2 · 10) / 2 + 12 / 2 = 16 minutes a call
    assert (one["call_hours"], two["call_hours"]) == pytest.approx((6, 12))
    assert one["travel_hours"] == two["travel_hours"] == pytest.approx(12 * 16 / 60)
    assert one["workload_hours"] == pytest.approx(6 + 3.2)
    assert one["territory"] == "R1"
    (row,) = outcome.rows("STATISTICS")
    assert row["rep"] == "R1"
    assert row["capacity_hours"] == pytest.approx(50)
    assert row["utilisation"] == pytest.approx(100 * (18 + 6.4) / 50)
    assert outcome["UTILISATION"] == pytest.approx(row["utilisation"])
    assert outcome["WORKLOAD_HOURS"] == pytest.approx(24.4)


def test_segments_say_how_often_and_how_long_where_the_account_does_not(run, table):
    accounts = table({"seg": ["A", "B", "B", "Z", None], "calls": [None, None, 2.0, None, 1.0]}, [(0, 0)] * 5)
    segments = table({"segment": ["A", "B"], "calls": [24.0, 12.0], "minutes": [90.0, 30.0]})
    outcome = run("workload", ACCOUNTS=accounts, CALLS_FIELD="calls", SEGMENT_FIELD="seg", SEGMENTS=segments)
    assert [row["call_hours"] for row in outcome.rows()] == pytest.approx([36, 6, 1, None, None])
    assert outcome["WITHOUT_WORKLOAD"] == 2
    assert "not in the table of segments: Z" in outcome.said
    assert "without a usable number of calls or minutes: 2" in outcome.said
    twice = table({"segment": ["A", "A"], "calls": [24.0, 12.0], "minutes": [90.0, 30.0]})
    outcome = run("workload", ACCOUNTS=accounts, SEGMENT_FIELD="seg", SEGMENTS=twice)
    assert "Segment “A” occurs more than once" in outcome.error


def test_accounts_get_their_territory_from_the_units(run, grid, table):
    units = grid(2, 1, fields=[("terr", "string")], values={"terr": ["West", "East"]})
    accounts = table({"calls": [10.0, 10.0, 10.0, 10.0]}, [(500, 500), (1500, 500), (9000, 500), None])
    outcome = run(
        "workload",
        ACCOUNTS=accounts,
        CALLS_FIELD="calls",
        INPUT=units,
        TERRITORY_FIELD="terr",
        STATISTICS="memory:",
        **PLAIN,
    )
    assert not outcome.error
    assert [row["territory"] for row in outcome.rows()] == ["West", "East", None, None]
    assert [row["call_hours"] for row in outcome.rows()] == [10, 10, 10, 10]
    assert outcome.rows()[3]["travel_hours"] is None
    assert outcome.rows()[3]["workload_hours"] == 10
    assert "lie in no unit: 2" in outcome.said
    assert "without a place, whose travel is not counted: 1" in outcome.said
    assert "No home is known for East, West" in outcome.said or "No home is known for" in outcome.said
    assert {row["territory"]: row["accounts"] for row in outcome.rows("STATISTICS")} == {
        "East": 1,
        "West": 1,
        None: 2,
    }


def test_zero_capacity_has_no_utilisation(run, table):
    accounts = table({"calls": [10.0]}, [(500, 500)])
    home = table({"name": ["R1"], "hours": [0.0]}, [(0, 0)])
    outcome = run(
        "workload",
        ACCOUNTS=accounts,
        CALLS_FIELD="calls",
        TERRITORIES=home,
        CAPACITY_FIELD="hours",
        STATISTICS="memory:",
    )
    (row,) = outcome.rows("STATISTICS")
    assert row["capacity_hours"] == 0
    assert row["utilisation"] is None
    assert outcome["UTILISATION"] is None


def test_travel_times_of_a_routing_service_are_used(run, table, tmp_path):
    times = tmp_path / "times.csv"
    times.write_text("Origin;Destination;Minutes\nR1;a;50\nb;R1;30\na;b;20\nb;a;40\nR1;nobody;9\n")
    accounts = table({"id": ["a", "b"], "calls": [12.0, 12.0]}, [(-6000, 8000), (6000, 8000)])
    home = table({"name": ["R1"]}, [(0, 0)])
    given = {"ACCOUNTS": accounts, "CALLS_FIELD": "calls", "TERRITORIES": home, "MATRIX": str(times), **PLAIN}
    outcome = run("workload", ID_FIELD="id", **given)
    assert not outcome.error
    one, two = outcome.rows()
    assert (one["home_minutes"], two["home_minutes"]) == pytest.approx((50, 30))
    # the leg is 30 minutes both ways: 50 + 15 and 30 + 15 minutes a call
    assert one["travel_hours"] == pytest.approx(12 * 65 / 60)
    assert two["travel_hours"] == pytest.approx(12 * 45 / 60)
    assert "2 of 2 ways home and 1 ways between" in outcome.said
    assert "need the field with the ids" in run("workload", **given).error
    times.write_text("origin,destination,minutes\nR1,a,soon\n")
    assert "Line 2 of “times.csv”" in run("workload", ID_FIELD="id", **given).error
    times.write_text("from,to,minutes\n")
    assert "has no column origin, destination" in run("workload", ID_FIELD="id", **given).error


def test_units_with_calls(run, grid):
    units = grid(
        2,
        1,
        side=10_000,
        fields=[("terr", "string"), ("calls", "double"), ("n", "double")],
        values={"terr": ["A", "A"], "calls": [40.0, -1.0], "n": [4.0, 1.0]},
    )
    outcome = run(
        "workload",
        INPUT=units,
        TERRITORY_FIELD="terr",
        CALLS_FIELD="calls",
        ACCOUNTS_FIELD="n",
        STATISTICS="memory:",
    )
    assert not outcome.error
    assert outcome.rows()[0]["call_hours"] == pytest.approx(40)
    assert outcome.rows()[0]["travel_hours"] > 0
    assert outcome.rows()[1]["call_hours"] is None
    assert "negative" in outcome.said.casefold()


def test_workload_needs_something_to_work_on(run):
    assert "Choose the accounts, or units" in run("workload").error


def coverage_units(grid, **more):
    values = {
        "terr": ["A"] * 8 + ["B"] * 8,
        "hours": [100.0] * 8 + [50.0] * 8,
        "potential": [10.0] * 16,
        "sales": [4.0] * 15 + [30.0],
        **more,
    }
    kinds = [(name, "string" if name == "terr" else "double") for name in values]
    return grid(4, 4, fields=kinds, values=values)


def test_coverage_by_territory_by_hand(run, grid, table):
    reps = table({"name": ["A", "B"], "hours": [1000.0, 1000.0]})
    outcome = run(
        "coverage",
        INPUT=coverage_units(grid),
        TERRITORY_FIELD="terr",
        WORKLOAD_FIELD="hours",
        POTENTIAL_FIELD="potential",
        SALES_FIELD="sales",
        TERRITORIES=reps,
        CAPACITY_FIELD="hours",
        SELLING_SHARE=60,
        WORK_HOURS=1000,
        SMOOTHING=0,
        OUTPUT_TERRITORIES="memory:",
        CANDIDATES="memory:",
    )
    assert not outcome.error
    # 600 hours each, for 800 and 400
    rows = outcome.rows()
    assert {row["terr"]: row["coverage"] for row in rows} == pytest.approx({"A": 75, "B": 150})
    assert {row["terr"]: row["class"] for row in rows} == {"A": "under", "B": "over"}
    assert (outcome["UNDER"], outcome["WELL"], outcome["OVER"]) == (8, 0, 8)
    assert outcome["COVERAGE"] == pytest.approx(100)
    assert outcome["MISSING"] == pytest.approx(200 / 600)
    assert outcome["SPARE"] == pytest.approx(200 / 600)
    assert rows[0]["white_space"] == 6
    assert rows[15]["white_space"] == -20
    assert "sell more than their potential: 1 (Unit 16)" in outcome.said
    a, b = outcome.rows("OUTPUT_TERRITORIES")
    assert (a["workload_hours"], a["capacity_hours"], a["class"]) == (800, 600, "under")
    assert b["reps_missing"] == pytest.approx(-1 / 3)
    assert b["white_space"] == pytest.approx(80 - 58)
    shapes = [f.geometry().area() for f in outcome["OUTPUT_TERRITORIES"].getFeatures()]
    assert shapes == pytest.approx([8e6, 8e6])
    first = outcome.rows("CANDIDATES")[0]
    assert first["rank"] == 1
    assert first["hours"] == pytest.approx(200)


def test_smoothing_keeps_single_units_from_flickering(run, grid):
    units = coverage_units(grid, terr=["A", "B"] + ["A"] * 14, hours=[100.0] * 16)
    given = {"INPUT": units, "TERRITORY_FIELD": "terr", "WORKLOAD_FIELD": "hours", "WORK_HOURS": 2000}
    raw = run("coverage", SMOOTHING=0, **given).rows()
    smooth = run("coverage", SMOOTHING=2, **given).rows()
    assert smooth[1]["coverage"] < raw[1]["coverage"]
    assert [row["coverage_raw"] for row in smooth] == [row["coverage"] for row in raw]


def test_out_of_reach_is_not_covered(run, grid, table):
    reps = table({"name": ["A"]}, [(500, 500)])
    outcome = run(
        "coverage",
        INPUT=grid(4, 1, fields=[("hours", "double")], values={"hours": [10.0] * 4}),
        WORKLOAD_FIELD="hours",
        TERRITORIES=reps,
        WORK_HOURS=20,
        SELLING_SHARE=100,
        REACH=1.3,
        REACH_UNIT=1,
        SMOOTHING=0,
        CANDIDATES="memory:",
    )
    assert [row["coverage"] for row in outcome.rows()] == pytest.approx([100, 100, 0, 0])
    assert [row["class"] for row in outcome.rows()] == ["well", "well", "under", "under"]
    assert outcome.rows("CANDIDATES")[0]["hours"] == pytest.approx(20)


def test_missing_workload_has_no_class_and_zero_capacity_is_said(run, grid, table):
    units = coverage_units(grid, hours=[None] * 16)
    reps = table({"name": ["A", "B"], "hours": [0.0, None]})
    outcome = run(
        "coverage",
        INPUT=units,
        TERRITORY_FIELD="terr",
        WORKLOAD_FIELD="hours",
        TERRITORIES=reps,
        CAPACITY_FIELD="hours",
    )
    assert not outcome.error
    assert {row["class"] for row in outcome.rows()} == {None}
    assert outcome["COVERAGE"] is None
    assert "No capacity: A" in outcome.said
    assert "“B” has no usable number in field “hours” (empty)" in outcome.said
    assert "has a number in none of the 16 units" in outcome.said


def test_performance_by_hand(run, grid, table):
    units = grid(
        2,
        2,
        fields=[("terr", "string"), *((name, "double") for name in ("sales", "last", "pot", "q1", "q2"))],
        values={
            "terr": ["A", "A", "B", None],
            "sales": [60.0, 40.0, 90.0, 10.0],
            "last": [80.0, None, 0.0, 0.0],
            "pot": [100.0, 300.0, 100.0, None],
            "q1": [1.0, 1.0, 3.0, 0.0],
            "q2": [2.0, 2.0, 1.0, 0.0],
        },
    )
    reps = table({"terr": ["A", "B"], "who": ["Vega", "Okafor"], "quota": [80.0, 0.0]})
    outcome = run(
        "territoryperformance",
        INPUT=units,
        TERRITORY_FIELD="terr",
        SALES_FIELD="sales",
        PREVIOUS_FIELD="last",
        POTENTIAL_FIELD="pot",
        PERIOD_FIELDS=["q1", "q2"],
        TERRITORIES=reps,
        TERRITORY_NAME_FIELD="terr",
        QUOTA_FIELD="quota",
        REP_FIELD="who",
    )
    assert not outcome.error
    a, b, nobody = outcome.rows()
    assert (a["rep"], a["rank"], a["attainment"]) == ("Vega", 1, 125)
    assert a["growth"] == pytest.approx(25)
    assert a["penetration"] == pytest.approx(25)
    assert a["trend_pct"] == pytest.approx(100 * 2 / 3)
    assert (b["attainment"], b["growth"], b["rank"]) == (None, None, None)
    assert nobody["territory"] is None and nobody["sales"] == 10
    assert "Without a quota above 0, so without attainment: B" in outcome.said
    assert outcome["ABOVE_QUOTA"] == 1
    assert outcome["SALES"] == 200
    assert [feature.hasGeometry() for feature in outcome["OUTPUT"].getFeatures()] == [True, True, False]


def test_money_as_text(run, grid):
    units = grid(
        2,
        2,
        fields=[("terr", "string"), ("sales", "string")],
        values={"terr": ["A"] * 4, "sales": ["$1,200.50", "$ 800", "-$1,000.50", "much"]},
    )
    outcome = run("territoryperformance", INPUT=units, TERRITORY_FIELD="terr", SALES_FIELD="sales")
    assert outcome["SALES"] == pytest.approx(1000)
    assert "Below 0 in field “sales”, which counts as it is: 1 (Unit 3, 3)" in outcome.said
    assert "cannot balance negative" not in outcome.said
    assert "“much” cannot be read as a number" in outcome.said
    two = grid(
        2,
        1,
        fields=[("terr", "string"), ("sales", "string")],
        values={"terr": ["A"] * 2, "sales": ["$5", "€5"]},
    )
    outcome = run("territoryperformance", INPUT=two, TERRITORY_FIELD="terr", SALES_FIELD="sales")
    assert "“€5” cannot be read as a number" in outcome.said


@pytest.fixture
def accounts(table):
    """Six accounts: two in West, one in East, one on nobody's unit, one outside, one without a place."""
    return table(
        {
            "account": [f"Account {number}" for number in range(1, 7)],
            "segment": ["Metro", "Town", "Town", "Town", "Metro", "Town"],
            "size": [500.0, 20.0, 30.0, None, 5.0, 5.0],
            "owner": [None, None, "Okafor", None, None, None],
        },
        [(500, 500), (600, 500), (500, 600), (2500, 500), (9000, 500), None],
    )


@pytest.fixture
def units(grid):
    return grid(3, 1, fields=[("terr", "string")], values={"terr": ["West", "East", None]})


def test_names_rules_and_the_map_in_order(run, table, accounts, units):
    rules = table(
        {
            "field": ["size", "segment", "segment"],
            "operator": [">", "=", "in"],
            "value": ["100", "Metro", "Metro, City"],
            "territory": ["Key", "Metro team", "Other team"],
            "priority": [1.0, 2.0, 2.0],
        }
    )
    reps = table({"terr": ["West", "East"], "who": ["Vega", "Okafor"]})
    outcome = run(
        "assignaccounts",
        ACCOUNTS=accounts,
        UNITS=units,
        TERRITORY_FIELD="terr",
        RULES=rules,
        OWNER_FIELD="owner",
        TERRITORIES=reps,
        TERRITORY_NAME_FIELD="terr",
        REP_FIELD="who",
        CONFLICTS="memory:",
    )
    assert not outcome.error
    rows = outcome.rows()
    assert [row["territory"] for row in rows] == ["Key", "West", "East", None, "Metro team", None]
    assert [row["rep"] for row in rows] == [None, "Vega", "Okafor", None, None, None]
    assert [row["reason"] for row in rows] == [
        "rule 1: size > 100",
        "map: Unit 1",
        "named account",
        "nobody: Unit 3 is unassigned",
        "rule 2: segment = Metro",
        "nobody: no place and no rule",
    ]
    conflicts = {row["account"]: (row["conflict"], row["detail"]) for row in outcome.rows("CONFLICTS")}
    assert conflicts["Account 5"][0] == "rules"
    assert "rule 3 of the same priority to Other team" in conflicts["Account 5"][1]
    assert conflicts["Account 4"][0] == conflicts["Account 6"][0] == "orphan"
    assert len(conflicts) == outcome["CONFLICT_COUNT"] == 3
    assert (outcome["BY_NAME"], outcome["BY_RULE"], outcome["BY_MAP"]) == (1, 2, 1)
    assert (outcome["ASSIGNED"], outcome["UNASSIGNED"]) == (4, 2)


def test_nearest_territory_for_those_outside(run, accounts, units):
    outcome = run(
        "assignaccounts",
        ACCOUNTS=accounts,
        UNITS=units,
        TERRITORY_FIELD="terr",
        OUTSIDE=1,
        CONFLICTS="memory:",
    )
    assert [row["territory"] for row in outcome.rows()] == ["West", "West", "West", "East", "East", None]
    assert outcome.rows()[4]["reason"] == "nearest territory, in no unit"
    assert [row["conflict"] for row in outcome.rows("CONFLICTS")] == ["orphan"] * 3


def test_a_second_team_owns_beside_the_first(run, table, accounts, units):
    rules = table({"field": ["segment"], "value": ["Metro"], "rep": ["Lindqvist"], "role": ["Specialist"]})
    outcome = run("assignaccounts", ACCOUNTS=accounts, UNITS=units, TERRITORY_FIELD="terr", RULES=rules)
    assert outcome.rows()[0]["territory"] == "West"
    assert outcome.rows()[0]["specialist"] == "Lindqvist"
    assert outcome.rows()[0]["specialist_reason"] == "rule 1: segment = Metro"
    assert outcome.rows()[1]["specialist"] is None


def test_a_second_team_has_rules_and_a_map_of_its_own(run, grid, table, accounts):
    units = grid(
        3,
        1,
        fields=[("terr", "string"), ("team", "string")],
        values={"terr": ["West", "East", None], "team": ["Specialists 1", None, "Specialists 2"]},
    )
    rules = table(
        {"field": ["size", "size"], "operator": [">", "<"], "value": ["100", "6"], "rep": ["Ito", "Ada"]}
    )
    given = {"ACCOUNTS": accounts, "UNITS": units, "TERRITORY_FIELD": "terr", "OVERLAY_RULES": rules}
    outcome = run("assignaccounts", OVERLAY_FIELD="team", **given)
    assert not outcome.error
    rows = outcome.rows()
    assert [row["territory"] for row in rows] == ["West", "West", "West", None, None, None]
    assert [row["overlay"] for row in rows] == ["Ito", *["Specialists 1"] * 2, "Specialists 2", "Ada", "Ada"]
    assert rows[0]["overlay_reason"] == "rule 1: size > 100"
    assert rows[1]["overlay_reason"] == "map: Unit 1"
    # Without a map of its own, only the rules give a second owner; with roles, a team for each.
    assert [row["overlay"] for row in run("assignaccounts", **given).rows()] == [
        "Ito",
        None,
        None,
        None,
        "Ada",
        "Ada",
    ]
    teams = table(
        {
            "field": ["size"] * 2,
            "operator": [">", "<"],
            "value": ["100", "6"],
            "rep": ["I", "A"],
            "role": ["Key", None],
        }
    )
    rows = run("assignaccounts", **{**given, "OVERLAY_RULES": teams}).rows()
    assert (rows[0]["key"], rows[0]["overlay"], rows[4]["key"], rows[4]["overlay"]) == ("I", None, None, "A")


def test_families_go_together_or_are_told(run, table, units):
    accounts = table(
        {
            "account": ["Parent", "Child", "One", "Two", "Three"],
            "family": ["Acme", "Acme", "Beta", "Beta", "Beta"],
            "owner": ["East", None, "East", "West", None],
        },
        [(500, 500)] * 5,
    )
    outcome = run(
        "assignaccounts",
        ACCOUNTS=accounts,
        UNITS=units,
        TERRITORY_FIELD="terr",
        OWNER_FIELD="owner",
        FAMILY_FIELD="family",
        CONFLICTS="memory:",
    )
    assert [(row["territory"], row["reason"]) for row in outcome.rows()] == [
        ("East", "named account"),
        ("East", "family of a named account"),
        ("East", "named account"),
        ("West", "named account"),
        ("West", "map: Unit 1"),
    ]
    (conflict,) = outcome.rows("CONFLICTS")
    assert (conflict["account"], conflict["conflict"]) == ("Three", "family")
    assert "named accounts of East, West" in conflict["detail"]


def test_overlapping_units_are_a_conflict(run, table, accounts, units):
    units.dataProvider().changeAttributeValues({3: {1: "North"}})
    shape = QgsGeometry.fromWkt(f"POLYGON(({X} {Y},{X + 900} {Y},{X + 900} {Y + 900},{X} {Y + 900},{X} {Y}))")
    units.dataProvider().changeGeometryValues({3: shape})
    outcome = run(
        "assignaccounts", ACCOUNTS=accounts, UNITS=units, TERRITORY_FIELD="terr", CONFLICTS="memory:"
    )
    details = [row["detail"] for row in outcome.rows("CONFLICTS") if row["conflict"] == "overlap"]
    assert details == ["It lies in units of North, West; West comes first."] * 3


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"field": ["colour"], "value": ["x"], "rep": ["A"]}, "have no field “colour”"),
        (
            {"field": ["size"], "operator": ["like"], "value": ["x"], "rep": ["A"]},
            "Row 1 of “Table”: “like” is none of",
        ),
        (
            {"field": ["size"], "value": ["1"], "rep": [None], "operator": ["="]},
            "neither which territory nor",
        ),
        ({"field": ["size"], "value": [None], "rep": ["A"], "operator": [">"]}, "no value to compare with"),
        ({"field": ["size"], "value": ["1"], "rep": ["A"], "priority": ["high"]}, "“high” is not a number"),
        ({"field": ["size"], "value": ["1"]}, "need a field “territory” or “rep”"),
        ({"field": ["size"], "rep": ["A"]}, "has no field “value”"),
    ],
)
def test_rules_that_cannot_be_say_so(run, table, accounts, units, rule, words):
    outcome = run("assignaccounts", ACCOUNTS=accounts, UNITS=units, TERRITORY_FIELD="terr", RULES=table(rule))
    assert words in outcome.error


def test_something_must_say_who_owns_what(run, accounts, units):
    assert "one of them at least" in run("assignaccounts", ACCOUNTS=accounts).error
    assert "territory field of the units" in run("assignaccounts", ACCOUNTS=accounts, UNITS=units).error


def test_missing_numbers_are_told_as_what_they_are(run, grid):
    """Six accounts without a number: more than are named one by one, and none of them is a unit."""
    accounts = QgsVectorLayer(
        "Point?crs=EPSG:3035&field=name:string&field=sales:double&field=calls:double", "Accounts", "memory"
    )
    for number in range(9):
        feature = QgsFeature(accounts.fields())
        sales, calls = (None, None) if number < 6 else (-5.0, 12.0)
        feature.setAttributes([f"Account {number}", sales, calls])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(4_000_500 + number, 3_000_500)))
        accounts.dataProvider().addFeature(feature)
    units = grid(2, 2)
    rolled = run("rollupaccounts", INPUT=units, ACCOUNTS=accounts, SUM_FIELDS=["sales"])
    assert "Account 0 has no value in sales. It is left out until you enter one. (feature 1)" in rolled.said
    assert "The same holds for 1 more accounts, features 6." in rolled.said
    assert "which counts as it is: 3" in rolled.said, "returns are no mistake"
    worked = run("workload", ACCOUNTS=accounts, CALLS_FIELD="calls", INPUT=units)
    assert "Accounts without a usable number of calls or minutes: 6" in worked.said
    for said in (rolled.said, worked.said):
        assert "counts as 0" not in said and "balance" not in said and "more units" not in said
