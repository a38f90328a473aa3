"""Points are units too: they are hit near their place, and drawn as dots."""

import pytest

pytest.importorskip("pandas")
pytest.importorskip("shapely")


@pytest.fixture
def session(project):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    from territory_manager.layers.opening import open_session

    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=territory:string&field=sales:double", "Accounts", "memory"
    )
    features = []
    for number in range(100):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(number % 10, 45 + number // 10)))
        feature.setAttributes(["North" if number >= 50 else "South", 1.0])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    found = open_session(layer, "territory", ["sales"])
    yield found
    if found.is_open:
        found.close()


@pytest.fixture
def index(qgis_iface, session):
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QApplication

    from territory_manager.gui.unit_index import UnitIndex

    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(session.layer.crs())
    # the window may be laid out late; what a pixel is worth must not change in the middle of a test
    canvas.setFixedSize(800, 600)
    qgis_iface.mainWindow().show()
    QTest.qWaitForWindowExposed(qgis_iface.mainWindow())
    QApplication.processEvents()
    canvas.setExtent(session.layer.extent())
    assert 0 < canvas.mapUnitsPerPixel() < 0.05
    return UnitIndex(session, canvas)


def test_a_point_is_hit_near_its_place(index, session):
    from qgis.core import QgsPointXY

    step = index._canvas.mapUnitsPerPixel()
    position = index.at(QgsPointXY(3 + 4 * step, 47))
    hit = session.layer.getFeature(int(session.alignment.units.ids[position])).geometry().asPoint()
    assert (hit.x(), hit.y()) == (3, 47)
    assert index.at(QgsPointXY(3.5, 47.5)) == -1


def test_a_line_and_a_loop_meet_points(index):
    from qgis.core import QgsPointXY

    assert len(index.along([QgsPointXY(0, 46), QgsPointXY(9, 46)])) == 10
    ring = [QgsPointXY(x, y) for x, y in ((-0.5, 44.5), (2.5, 44.5), (2.5, 47.5), (-0.5, 47.5))]
    assert len(index.inside(ring)) == 9


def test_a_loop_that_crosses_itself_holds_all_it_went_round(index):
    from qgis.core import QgsPointXY

    twice = [QgsPointXY(x, y) for x, y in ((0.5, 45.5), (4.5, 45.5), (4.5, 48.5), (0.5, 48.5))] * 2
    assert len(index.inside(twice)) == 12
    eight = [QgsPointXY(x, y) for x, y in ((0.5, 45.4), (4.5, 48.6), (4.5, 45.4), (0.5, 48.6))]
    assert 0 < len(index.inside(eight)) < 12


def test_points_are_drawn_as_dots(index):
    from territory_manager.gui.maptools.stroke_item import StrokeItem

    item = StrokeItem(index._canvas, index)
    item.begin("#aa3300")
    item.add([5, 6])
    left, top, right, bottom = item.boxes[0]
    assert item.image.pixelColor(round((left + right) / 2), round((top + bottom) / 2)).alpha() > 200
    index._canvas.scene().removeItem(item)
