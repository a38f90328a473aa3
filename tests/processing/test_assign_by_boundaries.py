"""Territories from shapes: other CRSs, broken and overlapping ones, points, and whole countries."""


import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

X, Y = 4_000_000.0, 3_000_000.0


def shapes(rows, crs="EPSG:3035", field="territory", name="Boundaries"):
    """A layer of (name, WKT in kilometres from the corner of the grid)."""
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:3035&field={field}:string", name, "memory")
    for text, wkt in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([text])
        if wkt is not None:
            from qgis.PyQt.QtGui import QTransform

            geometry = QgsGeometry.fromWkt(wkt)
            geometry.transform(QTransform(1000, 0, 0, 1000, X, Y))
            feature.setGeometry(geometry)
        layer.dataProvider().addFeature(feature)
    if crs == "EPSG:3035":
        return layer
    import processing

    return processing.run(
        "native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": crs, "OUTPUT": "memory:Boundaries"}
    )["OUTPUT"]


def box(west, south, east, north):
    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    return f"MultiPolygon((({ring})))"


WEST, EAST = ("West", box(-1, -1, 2, 5)), ("East", box(2, -1, 9, 5))


@pytest.mark.parametrize("method", [0, 1])
@pytest.mark.parametrize("crs", ["EPSG:3035", "EPSG:4326", "EPSG:2154"])
def test_boundaries_in_any_crs(run, grid, method, crs):
    outcome = run("assignbyboundaries", INPUT=grid(4, 2), BOUNDARIES=shapes([WEST, EAST], crs), METHOD=method)
    assert [row["territory"] for row in outcome.rows()] == ["West", "West", "East", "East"] * 2
    assert (outcome["ASSIGNED"], outcome["UNASSIGNED"], outcome["AMBIGUOUS"]) == (8, 0, 0)
    if method:
        assert [row["overlap_pct"] for row in outcome.rows()] == pytest.approx([100.0] * 8, abs=0.1)


def test_largest_part_where_boundaries_cut_through(run, grid):
    cut = [("West", box(-1, -1, 1.4, 5)), ("East", box(1.4, -1, 9, 5))]
    outcome = run("assignbyboundaries", INPUT=grid(3, 1), BOUNDARIES=shapes(cut), METHOD=1)
    assert [(row["territory"], row["overlap_pct"]) for row in outcome.rows()] == [
        ("West", pytest.approx(100)),
        ("East", pytest.approx(60)),
        ("East", pytest.approx(100)),
    ]


@pytest.mark.parametrize("method", [0, 1])
def test_overlapping_boundaries_are_listed(run, grid, method):
    both = [("North", box(1, -1, 9, 5)), ("East", box(2, -1, 9, 5))]
    outcome = run("assignbyboundaries", INPUT=grid(4, 1), BOUNDARIES=shapes(both), METHOD=method)
    assert [(row["territory"], row["also_in"]) for row in outcome.rows()] == [
        (None, None),
        ("North", None),
        ("East", "North"),
        ("East", "North"),
    ]
    assert (outcome["UNASSIGNED"], outcome["AMBIGUOUS"]) == (1, 2)
    assert "several territories claim: 2. Unit 3: East, also North" in outcome.said
    assert "lie in no boundary: 1. Unit 1" in outcome.said


@pytest.mark.parametrize("method", [0, 1])
def test_boundaries_as_they_come(run, grid, method):
    bow_tie = "MultiPolygon(((-1 -1, 3 5, 3 -1, -1 5, -1 -1)))"
    rows = [("Bow", bow_tie), (None, box(0, 0, 9, 9)), ("  ", box(0, 0, 9, 9)), ("Gone", None), EAST]
    outcome = run("assignbyboundaries", INPUT=grid(4, 4), BOUNDARIES=shapes(rows), METHOD=method)
    assert "Invalid boundaries were repaired" in outcome.said
    assert "without a name in “territory” are passed over: features 2, 3" in outcome.said
    assert "without a usable geometry are passed over: features 4" in outcome.said
    assert {row["territory"] for row in outcome.rows()} <= {"Bow", "East", None}
    assert "Boundaries that get no unit: Gone" in outcome.said


@pytest.mark.parametrize("method", [0, 1])
def test_points_on_a_common_border_are_ambiguous(run, grid, method):
    outcome = run(
        "assignbyboundaries",
        INPUT=grid(4, 1, points=True),
        BOUNDARIES=shapes([WEST, EAST]),
        METHOD=method,
    )
    assert [row["territory"] for row in outcome.rows()] == ["West", "West", "East", "East"]
    assert [row["also_in"] for row in outcome.rows()] == [None, None, "West", None]


def test_the_name_is_found_or_asked_for(run, grid):
    named = shapes([WEST, EAST], field="name")
    assert run("assignbyboundaries", INPUT=grid(4, 1), BOUNDARIES=named)["UNASSIGNED"] == 0
    outcome = run("assignbyboundaries", INPUT=grid(4, 1), BOUNDARIES=named, BOUNDARY_NAME_FIELD="rep")
    assert "“Boundaries” has no field “rep”. Its fields are: name" in outcome.error
    outcome = run("assignbyboundaries", INPUT=grid(4, 1), BOUNDARIES=shapes([(None, WEST[1])]))
    assert "no polygon with a name in field “territory”" in outcome.error


def test_dissolved_and_assigned_again_is_the_same(run, sample_path):
    counties = f"{sample_path}|layername=units"
    outlines = run("dissolveterritories", INPUT=counties, TERRITORY_FIELD="current_terr")["OUTPUT"]
    for method in (0, 1):
        outcome = run("assignbyboundaries", INPUT=counties, BOUNDARIES=outlines, METHOD=method)
        assert all(row["territory"] == row["current_terr"] for row in outcome.rows())
        assert (outcome["UNASSIGNED"], outcome["AMBIGUOUS"]) == (0, 0)


@pytest.mark.parametrize("method", [0, 1])
def test_all_communes_of_france(run, data_dir, tmp_path, method):
    communes = f"{data_dir / 'france_communes.gpkg'}|subset=dept not in ('971','972','973','974','976')"
    outlines = run(
        "dissolveterritories",
        INPUT=communes,
        TERRITORY_FIELD="region",
        OUTPUT=str(tmp_path / "regions.gpkg"),
    )["OUTPUT"]
    outcome = run("assignbyboundaries", INPUT=communes, BOUNDARIES=outlines, METHOD=method)
    rows = outcome.rows()
    assert len(rows) > 34_000
    assert sum(row["territory"] != row["region"] for row in rows) == 0
    assert outcome["UNASSIGNED"] == sum(row["region"] is None for row in rows) == 493
