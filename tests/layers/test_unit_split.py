"""A unit split along a line: shapes, measures, names, undo."""

import pytest

pytest.importorskip("pandas")
pytest.importorskip("shapely")


@pytest.fixture
def units(project):
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    layer = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:3035&field=code:string&field=state:string&field=territory:string"
        "&field=pop:integer&field=sales:double&field=rate:double",
        "units",
        "memory",
    )
    for number in range(6):
        x, y = 4e6 + 1000 * (number % 3), 3e6 + 1000 * (number // 3)
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry.fromRect(QgsRectangle(x, y, x + 1000, y + 1000))
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
        feature.setAttributes([f"0{number}", "NC", "T01" if number % 3 < 2 else "T02", 11, 10.0, 3.5])
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def accounts(project):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:3035&field=name:string", "accounts", "memory")
    for place in (100, 150, 160, 900):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(4e6 + place, 3e6 + 500)))
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def session(units):
    from territory_manager.layers.opening import open_session

    session = open_session(units, "territory", ["pop", "sales"])
    yield session
    session.close()


def line(*places):
    from qgis.core import QgsPointXY

    return [QgsPointXY(4e6 + x, 3e6 + y) for x, y in places]


def first(units):
    return next(f.id() for f in units.getFeatures() if f["code"] == "00")


def test_by_area_in_one_undo_step(session, units):
    from territory_manager.layers.unit_split import plan_split, split_unit

    before = session.statistics()
    split = plan_split(session, line((300, -100), (300, 500), (300, 1100)), [first(units)])
    assert split.name == "00" and not split.by_accounts
    assert split.weights[0] / sum(split.weights) == pytest.approx(0.7, rel=0.01)
    ids = split_unit(session, split)
    one, two = (units.getFeature(fid) for fid in ids)
    assert (one["code"], two["code"]) == ("00", "00 (2)")
    assert one["state"] == two["state"] == "NC"
    assert (one["pop"], two["pop"]) == (8, 3)
    assert one["sales"] + two["sales"] == 10.0 and one["sales"] == pytest.approx(7.0, abs=0.1)
    assert one["rate"] == two["rate"] == 3.5
    assert one["territory"] == two["territory"] == "T01"
    after = session.statistics()
    assert after["units"].tolist() == [5, 2]
    assert after["pop"].tolist() == before["pop"].tolist()
    assert after["pieces"].tolist() == [1, 1]
    # a border of the new parts is followed like any other
    session.assign([ids[1]], "T02")
    assert session.statistics()["pop"].tolist() == [41, 25]
    units.undoStack().undo()
    units.undoStack().undo()
    assert session.statistics()["units"].tolist() == [4, 2]
    assert units.getFeature(first(units))["pop"] == 11


def test_by_accounts_where_there_are_some(units, accounts):
    from territory_manager.layers.opening import open_session
    from territory_manager.layers.unit_split import plan_split, split_unit

    session = open_session(units, "territory", ["pop"], accounts=accounts)
    split = plan_split(session, line((300, -100), (300, 1100)), [first(units)])
    assert split.by_accounts and split.weights == [1.0, 3.0]
    split_unit(session, split)
    assert sorted(f["pop"] for f in units.getFeatures() if f["code"].startswith("00")) == [3, 8]
    assert session.statistics()["accounts"].tolist() == [4, 0]
    session.close()


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([(300, 200), (300, 800)], "splits no unit"),
        ([(300, -100)], "at least two points"),
        ([(-100, 300), (3100, 300)], "splits 3 units"),
        ([(-900, 300), (-800, 300)], "splits no unit"),
    ],
)
def test_line_that_splits_not_exactly_one_unit(session, places, words):
    from territory_manager.layers.unit_split import plan_split

    with pytest.raises(ValueError, match=words):
        plan_split(session, line(*places))


def test_locked_unit_is_not_split(session, units):
    from territory_manager.layers.unit_split import plan_split, split_unit

    session.lock(units=[first(units)])
    split = plan_split(session, line((300, -100), (300, 1100)), [first(units)])
    with pytest.raises(ValueError, match="00 is locked"):
        split_unit(session, split)
    assert not units.isModified()
