"""What coverage tells beside its map: what would fix a territory, segments, reach by road, styles."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer


@pytest.fixture
def units(grid):
    values = {
        "terr": ["A"] * 4 + ["B"] * 4 + ["C"] * 4,
        "hours": [100.0] * 4 + [50.0] * 4 + [75.0] * 4,
        "potential": [10.0] * 11 + [None],
        "sales": [4.0] * 8 + [9.0] * 4,
        "seg": ["Metro"] * 4 + ["Town"] * 4 + [None] * 4,
    }
    kinds = [(name, "string" if name in ("terr", "seg") else "double") for name in values]
    return grid(4, 3, fields=kinds, values=values)


GIVEN = {
    "TERRITORY_FIELD": "terr",
    "WORKLOAD_FIELD": "hours",
    "POTENTIAL_FIELD": "potential",
    "SALES_FIELD": "sales",
    "WORK_HOURS": 300,
    "SELLING_SHARE": 100,
    "SMOOTHING": 0,
}


def test_what_would_fix_it_in_words(run, units):
    outcome = run("coverage", INPUT=units, OUTPUT_TERRITORIES="memory:", CANDIDATES="memory:", **GIVEN)
    assert not outcome.error
    rows = {row["territory"]: row for row in outcome.rows("OUTPUT_TERRITORIES")}
    assert rows["A"]["fix"] == "0.3 reps missing"
    assert rows["B"]["fix"] == "0.3 reps to spare"
    assert rows["C"]["fix"] == "nothing to fix"
    assert rows["A"]["potential_pct"] == pytest.approx(100 * 40 / 110)
    assert rows["A"]["penetration"] == pytest.approx(40)
    first = outcome.rows("CANDIDATES")[0]
    assert (first["territory"], first["hours"]) == ("A", pytest.approx(100))


def test_accounts_count_where_they_belong(run, units):
    accounts = QgsVectorLayer(
        "Point?crs=EPSG:3035&field=name:string&field=hours:double&field=owner:string", "Accounts", "memory"
    )
    middle = next(units.getFeatures()).geometry().centroid()
    for name, place, hours, owner in (
        ("a", middle, 90.0, None),
        ("b", middle, 600.0, "KEY"),
        ("c", None, 30.0, "KEY"),
        ("d", None, 60.0, None),
        ("e", middle, None, None),
    ):
        feature = QgsFeature(accounts.fields())
        feature.setAttributes([name, hours, owner])
        if place is not None:
            feature.setGeometry(place)
        accounts.dataProvider().addFeature(feature)
    given = {name: value for name, value in GIVEN.items() if name != "WORKLOAD_FIELD"}
    asked = run("coverage", INPUT=units, **given).error
    assert "the workload, or accounts with theirs" in asked
    assert "their workload" in run("coverage", INPUT=units, ACCOUNTS=accounts, **given).error
    given.update(ACCOUNTS=accounts, ACCOUNT_WORKLOAD_FIELD="hours", ACCOUNT_TERRITORY_FIELD="owner")
    outcome = run("coverage", INPUT=units, OUTPUT_TERRITORIES="memory:", **given)
    rows = {row["territory"]: row for row in outcome.rows("OUTPUT_TERRITORIES")}
    hours = {name: row["workload_hours"] for name, row in rows.items()}
    assert hours == {"A": 90, "B": 0, "C": 0, "KEY": 630, None: 60}
    assert rows["KEY"]["coverage"] == pytest.approx(100 * 300 / 630)
    # the unit holds 90 h that A has 300 h for, and 600 of KEY's 630
    first = outcome.rows("OUTPUT")[0]
    assert first["coverage_raw"] == pytest.approx(100 * (300 + 300 * 600 / 630) / 690)
    assert outcome["MISSING"] == pytest.approx(330 / 300 + 60 / 300)
    assert "without a territory, whom nobody covers: 1 (d)" in outcome.said


def test_white_space_by_segment_by_hand(run, units):
    outcome = run("coverage", INPUT=units, SEGMENT_FIELD="seg", OUTPUT_SEGMENTS="memory:", **GIVEN)
    rows = outcome.rows("OUTPUT_SEGMENTS")
    # The twelfth unit has no potential: it counts in no sum, and is told
    assert [(row["segment"], row["white_space"], row["not_known"]) for row in rows] == [
        ("Metro", 24, 0),
        ("Town", 24, 0),
        (None, 3, 1),
    ]
    assert rows[0]["white_space_pct"] == pytest.approx(100 * 24 / 51)
    assert rows[2]["penetration"] == pytest.approx(90)
    assert sum(row["potential_pct"] for row in rows) == pytest.approx(100)
    assert "Metro: white space 24, 47.1 % of all; 40.0 % of the potential is sold." in outcome.said
    assert "which no segment counts: 1" in outcome.said
    assert (
        "needs the fields with segment"
        in run("coverage", INPUT=units, OUTPUT_SEGMENTS="memory:", **GIVEN).error
    )


def test_reach_by_road(run, grid):
    """A river between two rows: the near bank by a bridge far away only."""
    units = grid(4, 1, side=10_000, fields=[("hours", "double")], values={"hours": [10.0] * 4})
    reps = QgsVectorLayer("Point?crs=EPSG:3035&field=name:string", "Reps", "memory")
    rep = QgsFeature(reps.fields())
    rep.setAttributes(["A"])
    rep.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(4_005_000, 3_005_000)))
    reps.dataProvider().addFeature(rep)
    roads = QgsVectorLayer("LineString?crs=EPSG:3035", "Roads", "memory")
    for places in (
        [(4_005_000, 3_005_000), (4_015_000, 3_005_000)],
        [(4_015_000, 3_005_000), (4_015_000, 3_105_000), (4_025_000, 3_105_000), (4_025_000, 3_005_000)],
        [(4_025_000, 3_005_000), (4_035_000, 3_005_000)],
    ):
        road = QgsFeature(roads.fields())
        road.setGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(*place) for place in places]))
        roads.dataProvider().addFeature(road)
    given = {
        "INPUT": units,
        "WORKLOAD_FIELD": "hours",
        "TERRITORIES": reps,
        "WORK_HOURS": 40,
        "SELLING_SHARE": 100,
        "REACH": 30,
        "SPEED": 60,
        "DETOUR": 1,
        "SMOOTHING": 0,
    }
    straight = [row["coverage"] for row in run("coverage", **given).rows()]
    by_road = run("coverage", ROADS=roads, **given)
    assert not by_road.error
    assert straight == pytest.approx([100] * 4)
    assert [row["coverage"] for row in by_road.rows()] == pytest.approx([200, 200, 0, 0])
    in_km = run("coverage", ROADS=roads, **{**given, "REACH_UNIT": 1})
    assert [row["coverage"] for row in in_km.rows()] == pytest.approx(straight)


def test_out_of_reach_is_another_remedy_than_missing_reps():
    from territory_manager.processing.coverage_tables import remedy

    assert remedy(0.0, 150.0, 300.0, 300.0) == "work of 0.5 reps is out of reach"
    assert remedy(-0.4, 0.0, 300.0, 300.0) == "0.4 reps to spare"
    assert remedy(1.26, 400.0, 0.0, 300.0) == "1.3 reps missing"
    assert remedy(0.01, 3.0, 300.0, 300.0) == "nothing to fix"


def test_coverage_comes_in_styles_to_choose_from(project, units):
    from processing import runAndLoadResults

    runAndLoadResults("territorymanager:coverage", {"INPUT": units, "OUTPUT": "memory:", **GIVEN})
    (layer,) = project.mapLayers().values()
    manager = layer.styleManager()
    assert sorted(manager.styles()) == [
        "Coverage (%)",
        "Coverage by class",
        "Hot and cold spots",
        "White space",
    ]
    assert manager.currentStyle() == "Coverage by class"
    shown = {}
    for name in manager.styles():
        manager.setCurrentStyle(name)
        shown[name] = [item.label() for item in layer.renderer().legendSymbolItems()]
    assert shown["Coverage by class"][0] == "Under-served"
    assert shown["Coverage (%)"][0] == "below 75 % of the workload"
    assert shown["White space"][0] == "sells more than its potential"
    assert shown["White space"][-1].endswith("and more not sold yet")
    assert shown["Hot and cold spots"][0] == "Hot spot: more than chance"


def test_hot_and_cold_spots_are_drawn_above_what_is_neither(project):
    from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer

    from territory_manager.layers.insight_styling import apply_spot_renderer

    layer = QgsVectorLayer("Point?field=spot:string", "spots", "memory")
    for value in ("hot", "none", None, "cold"):
        feature = QgsFeature(layer.fields())
        feature["spot"] = value
        layer.dataProvider().addFeatures([feature])
    apply_spot_renderer(layer, "spot")
    renderer = layer.renderer()
    assert renderer.orderByEnabled()
    request = QgsFeatureRequest().setOrderBy(renderer.orderBy())
    assert {feature["spot"] for feature in list(layer.getFeatures(request))[2:]} == {"hot", "cold"}


def test_candidate_homes_lie_above_the_map(project, units):
    from processing import runAndLoadResults
    from qgis.PyQt.QtCore import QCoreApplication

    outputs = {"OUTPUT": "memory:", "CANDIDATES": "memory:"}
    runAndLoadResults("territorymanager:coverage", {"INPUT": units, **outputs, **GIVEN})
    QCoreApplication.processEvents()
    names = [node.name() for node in project.layerTreeRoot().findLayers()]
    assert names == ["Candidate homes", "Coverage"]
    top = project.layerTreeRoot().findLayers()[0].layer()
    assert top.labelsEnabled() and top.labeling().settings().fieldName == "rank"


def test_breaks_are_round():
    from territory_manager.layers.insight_styling import quantile_breaks

    assert quantile_breaks([13, 27, 38, 61, 74, 97, 123, 480], 4) == [40, 60, 100]
    assert quantile_breaks(range(1, 1001)) == [200, 400, 600, 800]
    assert quantile_breaks([0.0123, 0.0267, 0.041, 0.0555, 0.088]) == [0.025, 0.04, 0.05, 0.06]
    assert quantile_breaks([5.0, 5.0, float("nan")]) == []
    assert quantile_breaks([]) == []
