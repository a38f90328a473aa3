"""Rep count and placement through Processing, on small maps and on the sample."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer


@pytest.fixture
def units(grid):
    values = {"calls": [24.0] * 31 + [None], "n": [2.0] * 32}
    return grid(8, 4, side=10_000, fields=[("calls", "double"), ("n", "double")], values=values)


SMALL = {"CALLS_FIELD": "calls", "WORK_HOURS": 400, "SELLING_SHARE": 100, "TIME_LIMIT": 4, "TOLERANCE": 15}


def test_one_more_and_one_less(run, units):
    outcome = run("repcount", INPUT=units, HOMES="memory:", PLAN="memory:", ACCOUNTS_FIELD="n", **SMALL)
    assert not outcome.error
    rows = outcome.rows()
    chosen = outcome["NUMBER_OF_REPS"]
    assert [row["reps"] for row in rows] == [chosen - 1, chosen, chosen + 1]
    assert rows[0]["utilisation"] > 100 >= rows[1]["utilisation"] > rows[2]["utilisation"]
    assert rows[1]["call_hours"] == pytest.approx(31 * 24)
    homes = outcome.rows("HOMES")
    assert [row["territory"] for row in homes] == [f"T{number:02d}" for number in range(1, chosen + 1)]
    assert {row["home"] for row in homes} == {"new"}
    assert sum(row["workload_hours"] for row in homes) == pytest.approx(outcome["WORKLOAD_HOURS"])
    plan = outcome.rows("PLAN")
    for home in homes:
        mine = [row for row in plan if row["territory"] == home["territory"]]
        assert len(mine) == home["units"]
        assert sum(row["workload_hours"] or 0 for row in mine) == pytest.approx(home["workload_hours"])
        assert home["unit"] in {row["name"] for row in mine}
    # A home lies in the unit that it names.
    shapes = {row["name"]: feature.geometry() for row, feature in zip(plan, outcome["PLAN"].getFeatures())}
    for row, feature in zip(homes, outcome["HOMES"].getFeatures()):
        assert shapes[row["unit"]].contains(feature.geometry())
    assert f"{chosen} reps:" in outcome["MESSAGE"]


def test_reps_of_today_stay_and_units_without_a_place_are_named(run, units):
    units.startEditing()
    units.changeGeometry(5, QgsGeometry())
    assert units.commitChanges()
    reps = QgsVectorLayer("Point?crs=EPSG:3035&field=name:string&field=hours:double", "Reps", "memory")
    for name, hours, x in (("Vega", 400.0, 1000.0), ("Okafor", None, 5000.0)):
        rep = QgsFeature(reps.fields())
        rep.setAttributes([name, hours])
        rep.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(4_000_000 + x, 3_001_000)))
        reps.dataProvider().addFeature(rep)
    outcome = run(
        "repcount",
        INPUT=units,
        TERRITORIES=reps,
        CAPACITY_FIELD="hours",
        NUMBER=3,
        HOMES="memory:",
        **SMALL,
    )
    assert not outcome.error
    assert [row["reps"] for row in outcome.rows()] == [2, 3, 4]
    homes = outcome.rows("HOMES")
    assert [(row["territory"], row["rep"], row["home"]) for row in homes] == [
        ("Vega", "Vega", "today"),
        ("Okafor", "Okafor", "today"),
        ("T01", None, "new"),
    ]
    first = next(outcome["HOMES"].getFeatures()).geometry().asPoint()
    assert (first.x(), first.y()) == pytest.approx((4_001_000, 3_001_000))
    assert "“Okafor” has no usable number in field “hours” (empty)" in outcome.said
    assert "Units without a place, which no plan counts: 1 (Unit 5)" in outcome.said


def test_cancel_and_what_cannot_be(run, units, grid):
    outcome = run("repcount", INPUT=units, stop_after="Building plans", **SMALL)
    assert not outcome.results
    assert "Cancelled before there was a result." in outcome.said
    assert "33 reps cannot share 32 units" in run("repcount", INPUT=units, NUMBER=33, **SMALL).error
    hours = {**SMALL, "SELLING_SHARE": 0}
    assert "Raise working hours or selling share" in run("repcount", INPUT=units, **hours).error


def test_how_many_reps_the_sample_needs(run, sample_path):
    outcome = run(
        "repcount",
        INPUT=f"{sample_path}|layername=accounts",
        CALLS_FIELD="calls_illustrative",
        MINUTES_FIELD="minutes_illustrative",
        TERRITORIES=f"{sample_path}|layername=reps",
        TERRITORY_NAME_FIELD="rep_id",
        REP_FIELD="rep_illustrative",
        CAPACITY_FIELD="capacity_illustrative",
        TOLERANCE=20,
        TIME_LIMIT=6,
        HOMES="memory:",
    )
    assert not outcome.error
    rows = {row["change"]: row for row in outcome.rows()}
    assert rows[-1]["utilisation"] > 100 >= rows[0]["utilisation"]
    assert rows[0]["call_hours"] == pytest.approx(5784)
    assert rows[-1]["travel_hours"] > rows[1]["travel_hours"]
    assert len(outcome.rows("HOMES")) == outcome["NUMBER_OF_REPS"]
