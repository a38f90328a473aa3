"""Split a unit: a line is drawn across it, click by click."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsPointXY, QgsWkbTypes
from qgis.gui import QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor


class SplitTool(QgsMapTool):
    """Left clicks draw a line; a right click or Enter ends it, Backspace takes the last point back, Esc all.

    Parameters
    ----------
    canvas : QgsMapCanvas
    drawn : called with the points of the line, in the canvas' CRS
    """

    def __init__(self, canvas, drawn: Callable[[list[QgsPointXY]], None]):
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._drawn = drawn
        self._points: list[QgsPointXY] = []
        self._band: QgsRubberBand | None = None

    def canvasReleaseEvent(self, event):
        if event.button() == Qt.MouseButton.RightButton:
            self._finish()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._points.append(event.mapPoint())
            self._draw(event.mapPoint())

    def canvasMoveEvent(self, event):
        if self._points:
            self._draw(event.mapPoint())

    def keyPressEvent(self, event):
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish()
        elif key == Qt.Key.Key_Escape:
            if not self._points:
                self.canvas().unsetMapTool(self)
            self._clear()
        elif key == Qt.Key.Key_Backspace and self._points:
            self._points.pop()
            self._draw(*self._points[-1:])
        else:
            return
        event.accept()

    def deactivate(self):
        self._clear()
        super().deactivate()

    def _finish(self):
        points = list(self._points)
        self._clear()
        if points:
            self._drawn(points)

    def _draw(self, *end):
        if self._band is None:
            self._band = QgsRubberBand(self.canvas(), QgsWkbTypes.GeometryType.LineGeometry)
            self._band.setStrokeColor(QColor(178, 24, 43))
            self._band.setSecondaryStrokeColor(QColor(255, 255, 255, 200))
            self._band.setWidth(2)
        self._band.reset(QgsWkbTypes.GeometryType.LineGeometry)
        for point in (*self._points, *end):
            self._band.addPoint(point)

    def _clear(self):
        self._points = []
        if self._band is not None:
            self.canvas().scene().removeItem(self._band)
            self._band = None
