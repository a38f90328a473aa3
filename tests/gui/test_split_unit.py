"""Split Unit from the menu: a line is clicked, the question answered, undone."""

import pytest

pytest.importorskip("qgis.core")
pytest.importorskip("pandas")

from qgis.core import QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtWidgets import QAction, QMessageBox


@pytest.fixture
def plugin(qgis_iface):
    from territory_manager import classFactory

    plugin = classFactory(qgis_iface)
    plugin.initGui()
    yield plugin
    plugin.unload()


def click(canvas, tool, point, button=Qt.MouseButton.LeftButton):
    pixel = tool.toCanvasCoordinates(point)
    event = QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonRelease, QPoint(pixel), button)
    tool.canvasReleaseEvent(event)


def test_split_and_undo(plugin, qgis_iface, tmp_path, monkeypatch):
    plugin.open_sample(tmp_path)
    session, canvas = plugin.session, qgis_iface.mapCanvas()
    layer = session.layer
    fid = session.fids_of(session.settings.territories[0])[0]
    layer.selectByIds([fid])
    to_canvas = QgsCoordinateTransform(
        layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    box = to_canvas.transformBoundingBox(layer.getFeature(fid).geometry().boundingBox())
    canvas.setExtent(box.buffered(box.width()))
    asked = []

    def answer(_parent, _title, text, *_more):
        asked.append(text)
        return QMessageBox.StandardButton.Ok

    monkeypatch.setattr(QMessageBox, "question", answer)
    units = session.alignment.units.n
    before = session.statistics()
    qgis_iface.mainWindow().findChild(QAction, "actionSplitUnit").trigger()
    tool = canvas.mapTool()
    middle = box.center()
    for y in (box.yMinimum() - box.height(), box.yMaximum() + box.height()):
        click(canvas, tool, QgsPointXY(middle.x(), y))
    drawn = []
    layer.repaintRequested.connect(lambda *_args: drawn.append(layer.featureCount()))
    click(canvas, tool, middle, Qt.MouseButton.RightButton)
    assert "becomes 2 units" in asked[0]
    assert units + 1 in drawn
    assert session.alignment.units.n == units + 1
    after = session.statistics()
    for measure in session.settings.measures:
        assert after[measure].tolist() == pytest.approx(before[measure].tolist())
    assert canvas.mapTool() is not tool
    layer.undoStack().undo()
    session.flush()
    assert session.alignment.units.n == units


def test_tool_goes_with_the_plan(plugin, qgis_iface, tmp_path):
    plugin.open_sample(tmp_path)
    qgis_iface.mainWindow().findChild(QAction, "actionSplitUnit").trigger()
    tool = qgis_iface.mapCanvas().mapTool()
    click(qgis_iface.mapCanvas(), tool, QgsPointXY(0, 0))
    plugin.close_plan()
    assert qgis_iface.mapCanvas().mapTool() is not tool
