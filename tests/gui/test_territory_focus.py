"""Focus dims all other territories on the map, follows what happens, and leaves no trace."""


import pytest

pytest.importorskip("qgis.core")

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMenu


@pytest.fixture
def dock(qgis_iface, clean_settings, session):
    from territory_manager.gui.territories_dock import TerritoriesDock

    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(session.layer.crs())
    canvas.setLayers([session.layer])
    dock = TerritoriesDock(qgis_iface, None)
    qgis_iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    qgis_iface.mainWindow().show()
    canvas.setExtent(session.layer.extent())
    dock.set_session(session)
    QApplication.processEvents()
    yield dock
    dock.set_session(None)


@pytest.fixture
def canvas(qgis_iface):
    return qgis_iface.mapCanvas()


def veils(canvas):
    from territory_manager.gui.focus_item import FocusItem

    return [item for item in canvas.scene().items() if isinstance(item, FocusItem)]


def dimmed(canvas, session, fid):
    """Whether the middle of a unit is under the veil."""
    QApplication.processEvents()
    item = veils(canvas)[0]
    canvas.grab()
    place = session.layer.getFeature(fid).geometry()
    if canvas.mapSettings().destinationCrs() != session.layer.crs():
        from qgis.core import QgsCoordinateTransform, QgsProject

        place.transform(
            QgsCoordinateTransform(
                session.layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance()
            )
        )
    point = place.pointOnSurface().asPoint()
    pixel = canvas.getCoordinateTransform().transform(point)
    return item._image.pixelColor(int(pixel.x()), int(pixel.y())).alpha() > 0


def settle(session):
    QCoreApplication.processEvents()
    session.flush()
    QCoreApplication.processEvents()


def test_the_button_dims_all_but_the_chosen_row(dock, session, canvas, project):
    style, dirty = session.layer.renderer().dump(), project.isDirty()
    dock.view.select_territory("GA")
    button = dock.findChild(object, "territoriesFocusButton")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert dock.focus.units == frozenset(session.fids_of("GA"))
    for fid in session.fids_of("GA")[:20]:
        assert not dimmed(canvas, session, fid)
    for name in ("NC", "SC", "TN"):
        assert dimmed(canvas, session, session.fids_of(name)[0])
    dock.view.select_territory("TN")
    assert dimmed(canvas, session, session.fids_of("GA")[0])
    assert not dimmed(canvas, session, session.fids_of("TN")[0])
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not veils(canvas)
    assert session.layer.renderer().dump() == style
    assert project.isDirty() == dirty
    assert not session.layer.isEditable()


def test_without_a_row_it_says_what_to_do(dock, canvas, qgis_iface):
    dock.view.select_nothing()
    button = dock.findChild(object, "territoriesFocusButton")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isChecked()
    assert not veils(canvas)
    assert "Choose a territory" in qgis_iface.messageBar().currentItem().text()


def focus_action(dock, territories):
    from territory_manager.gui.territory_menu import fill_territory_menu

    menu = QMenu(dock)
    fill_territory_menu(menu, dock, territories)
    return next(action for action in menu.actions() if action.objectName() == "actionFocusTerritory")


def test_the_menu_focuses_several_and_ends_it(dock, session, canvas):
    focus_action(dock, ["GA", "SC"]).trigger()
    assert dock.focus.territories == ["GA", "SC"]
    assert dock.findChild(object, "territoriesFocusButton").isChecked()
    again = focus_action(dock, ["GA", "SC"])
    assert again.isChecked()
    again.trigger()
    assert not veils(canvas)
    assert not dock.findChild(object, "territoriesFocusButton").isChecked()


def test_it_follows_edits_renames_and_undo(dock, session, canvas):
    moved = session.fids_of("GA")[0]
    dock.set_focus(["SC"])
    assert dimmed(canvas, session, moved)
    session.assign([moved], "SC")
    settle(session)
    assert not dimmed(canvas, session, moved)
    session.rename_territory("SC", "South")
    settle(session)
    assert dock.focus.territories == ["South"]
    assert moved in dock.focus.units
    session.layer.undoStack().undo()
    session.layer.undoStack().undo()
    settle(session)
    assert dock.focus.units == frozenset(session.fids_of("SC"))
    assert dimmed(canvas, session, moved)
    session.layer.rollBack()


def test_it_follows_shapes_and_the_map(dock, session, canvas):
    dock.set_focus(["SC"])
    fid = session.fids_of("SC")[0]
    layer = session.layer
    layer.startEditing()
    moved = QgsGeometry(layer.getFeature(fid).geometry())
    moved.translate(2e5, 3e5) if not layer.crs().isGeographic() else moved.translate(2, 3)
    layer.changeGeometry(fid, moved)
    settle(session)
    assert not dimmed(canvas, session, fid)
    layer.rollBack()
    settle(session)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    canvas.zoomToFeatureIds(layer, session.fids_of("SC"))
    assert not dimmed(canvas, session, fid)


def test_it_ends_with_its_territory_with_the_plan_and_with_the_dock(dock, session, canvas):
    session.add_territory("New")
    settle(session)
    dock.set_focus(["New"])
    assert veils(canvas)
    session.remove_territory("New")
    settle(session)
    assert not veils(canvas)
    dock.set_focus([None])
    dock.close()
    assert not veils(canvas)
    dock.set_focus(["GA"])
    dock.set_session(None)
    assert not veils(canvas)


def test_points_are_clear_around_their_place(project, qgis_iface):
    from territory_manager.gui.focus_item import FocusItem

    layer = QgsVectorLayer("Point?crs=EPSG:3857&field=t:string", "points", "memory")
    from qgis.core import QgsFeature

    features = []
    for x in (0, 1000):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, 0)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    canvas.setLayers([layer])
    qgis_iface.mainWindow().show()
    QApplication.processEvents()
    canvas.setExtent(QgsRectangle(-500, -500, 1500, 500))
    item = FocusItem(canvas, layer)
    item.show_units([next(layer.getFeatures()).id()])
    canvas.grab()
    to_pixel = canvas.getCoordinateTransform()
    here, there = to_pixel.transform(0, 0), to_pixel.transform(1000, 0)
    assert item._image.pixelColor(int(here.x()), int(here.y())).alpha() == 0
    assert item._image.pixelColor(int(there.x()), int(there.y())).alpha() > 0
    canvas.scene().removeItem(item)


def test_every_unit_of_a_large_map_is_drawn(data_dir, project, qgis_iface):
    from territory_manager.gui.focus_item import FocusItem

    files = sorted(data_dir.rglob("*communes*.gpkg"))
    if not files:
        pytest.skip("no communes among the larger data sets")
    layer = QgsVectorLayer(str(files[0]), "communes", "ogr")
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(layer.crs())
    qgis_iface.mainWindow().show()
    canvas.setExtent(layer.extent())
    fids = layer.allFeatureIds()[:4500]
    item = FocusItem(canvas, layer)
    item.show_units(fids)
    item._draw()
    canvas.scene().removeItem(item)
    assert len(item._paths) == len(fids)
