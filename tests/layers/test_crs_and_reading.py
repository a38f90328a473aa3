"""From a layer to units in metres."""

import math

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
)


@pytest.fixture
def crs(qgis_app):
    from territory_manager.layers import crs

    return crs


@pytest.fixture
def read_units(qgis_app):
    from territory_manager.layers.reading import read_units

    return read_units


def layer_of(wkts, crs="EPSG:4326", kind="Polygon", fields="field=name:string", values=()):
    layer = QgsVectorLayer(f"{kind}?crs={crs}&{fields}", "Units", "memory")
    for number, wkt in enumerate(wkts):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values[number]) if values else [f"U{number}"])
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def square(x, y, side=1.0):
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {y + side},{x} {y + side},{x} {y}))"


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("EPSG:2154", True),
        ("EPSG:32631", True),
        ("EPSG:3857", True),
        ("EPSG:4326", False),
        ("EPSG:4267", False),
        ("EPSG:2249", False),
        ("EPSG:27700", True),
    ],
)
def test_projected_metres_stay_everything_else_becomes_equal_area(crs, code, kept):
    given = QgsCoordinateReferenceSystem(code)
    extent = QgsRectangle(-71, 42, -70, 43) if given.isGeographic() else QgsRectangle(2e5, 9e5, 3e5, 1e6)
    metric = crs.metric_crs(given, extent)
    assert (metric == given) is kept
    assert crs.is_metric(metric)
    if not kept:
        assert "+proj=laea" in metric.toProj()


def test_the_datum_is_kept_so_that_no_grid_is_ever_asked_for(crs):
    metric = crs.metric_crs(QgsCoordinateReferenceSystem("EPSG:4267"), QgsRectangle(-91, 41, -90, 42))
    assert "NAD27" in metric.toProj() or "clrk66" in metric.toProj()


def test_the_middle_of_a_map_across_the_180th_meridian_is_on_the_map(crs):
    boxes = [QgsRectangle(178, -18, 179, -17), QgsRectangle(-179.5, -17, -178.5, -16)]
    extent = crs.tight_extent(boxes, geographic=True)
    assert extent.width() < 5
    assert abs(abs(extent.center().x()) - 179.6) < 1


def test_areas_near_the_180th_meridian_are_true(read_units):
    layer = layer_of([square(178.5, -18), square(-179.5, -18)])
    units = read_units(layer).units
    radius, south, north = 6371.007, math.radians(-18), math.radians(-17)
    expected = math.radians(1) * radius**2 * (math.sin(north) - math.sin(south)) * 1e6
    assert units.areas == pytest.approx([expected] * 2, rel=0.005)
    assert np.hypot(*(units.xy[0] - units.xy[1])) == pytest.approx(
        2 * 111_320 * math.cos(math.radians(17.5)), rel=0.01
    )


@pytest.mark.parametrize(
    ("kind", "wkt"),
    [
        ("PolygonZ", "POLYGON Z((0 0 5,1000 0 5,1000 1000 5,0 1000 5,0 0 5))"),
        ("PolygonM", "POLYGON M((0 0 5,1000 0 5,1000 1000 5,0 1000 5,0 0 5))"),
        ("MultiPolygonZM", "MULTIPOLYGON ZM(((0 0 5 1,1000 0 5 1,1000 1000 5 1,0 1000 5 1,0 0 5 1)))"),
        ("CurvePolygon", "CURVEPOLYGON((0 0,1000 0,1000 1000,0 1000,0 0))"),
    ],
)
def test_heights_measures_and_curves_do_not_matter(read_units, kind, wkt):
    units = read_units(layer_of([wkt], crs="EPSG:3035", kind=kind)).units
    assert units.areas[0] == pytest.approx(1e6)
    assert units.xy[0] == pytest.approx([500, 500])


def test_circles_are_circles(read_units):
    circle = "CURVEPOLYGON(CIRCULARSTRING(0 0,1000 0,0 0))"
    units = read_units(layer_of([circle], crs="EPSG:3035", kind="CurvePolygon")).units
    assert units.areas[0] == pytest.approx(math.pi * 500**2, rel=0.01)


def test_points_have_places_and_no_area(read_units):
    layer = layer_of(["POINT(1 2)", "POINT(3 4)"], crs="EPSG:3035", kind="Point")
    units = read_units(layer).units
    assert units.is_points
    assert units.xy.tolist() == [[1, 2], [3, 4]]


def test_uncommitted_edits_are_read(read_units):
    layer = layer_of([square(0, 0), square(1, 0)], crs="EPSG:3035")
    layer.startEditing()
    layer.deleteFeature(1)
    added = QgsFeature(layer.fields())
    added.setGeometry(QgsGeometry.fromWkt(square(5, 5)))
    layer.addFeature(added)
    units = read_units(layer).units
    assert len(units) == 2
    assert (units.ids < 0).sum() == 1


def test_territories_are_trimmed_and_in_natural_order(read_units):
    values = [("T10",), ("T2 ",), ("",), (None,), ("  ",), ("t1",)]
    layer = layer_of([square(n, 0) for n in range(6)], crs="EPSG:3035", values=values)
    found = read_units(layer, territory_field="name")
    assert found.territories == ["t1", "T2", "T10"]
    assert found.labels.tolist() == [2, 1, -1, -1, -1, 0]


def test_names_tell_units_apart(read_units):
    fields = "field=state:string&field=code:string"
    values = [("CT", f"06{n}") for n in range(6)]
    layer = layer_of([square(n, 0) for n in range(6)], crs="EPSG:3035", fields=fields, values=values)
    assert list(read_units(layer).units.names[:2]) == ["060", "061"]


@pytest.mark.parametrize(
    ("texts", "numbers", "unread"),
    [
        (["1", "2.5", "-3"], [1, 2.5, -3], []),
        (["1,5", "2"], [1.5, 2], []),
        (["1.234", "12,5"], [1234, 12.5], []),
        (["1,234", "12.5"], [1234, 12.5], []),
        (["1.234", "2"], [None, 2], [0]),
        (["1 234 567", "1\u202f000", "2'000"], [1234567, 1000, 2000], []),
        (["1.234.567"], [1234567], []),
        (["n/a", "7", "", None], [None, 7, None, None], [0]),
        (["1e3", "12 km"], [1000, None], [1]),
        (["--", ".", "1.2.3"], [None] * 3, [0, 1, 2]),
    ],
)
def test_text_is_a_number_only_where_it_can_mean_one(qgis_app, texts, numbers, unread):
    from territory_manager.layers.numbers import numbers as read

    column, left = read(texts)
    assert [None if math.isnan(v) else v for v in column] == numbers
    assert sorted(left) == unread


def test_infinite_values_are_reported_and_nan_is_missing(qgis_app):
    from territory_manager.layers.numbers import numbers as read

    column, left = read([1, 2.0, float("inf"), float("nan"), None, True])
    assert np.isnan(column[[2, 3, 4]]).all()
    assert list(left) == [2]


@pytest.mark.parametrize(
    ("name", "count", "area"),
    [
        ("ia_counties.gpkg", 99, 145_746),
        ("occitanie_2154.gpkg", 4485, 73_412),
        ("france_communes.gpkg", 35357, 638_528),
    ],
)
def test_real_layers_are_read_whole(read_units, data_dir, name, count, area):
    layer = QgsVectorLayer(str(data_dir / name), name, "ogr")
    units = read_units(layer).units
    assert len(units) == count
    assert units.areas.sum() / 1e6 == pytest.approx(area, rel=1e-4)
    assert np.isfinite(units.xy).all()
