"""What rectangle and lasso have in common: the units whose middle lies inside of what is drawn."""

from __future__ import annotations

from qgis.core import QgsPointXY, QgsWkbTypes
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QColor

from .territory_tool import TerritoryTool

#: A drag shorter than this many pixels is a click on one unit.
CLICK = 4


class AreaTool(TerritoryTool):
    """Base of the tools that draw an outline; a mere click takes the unit under the mouse."""

    def __init__(self, brush):
        super().__init__(brush)
        self._band: QgsRubberBand | None = None
        self._points: list[QgsPointXY] = []
        self._press = QPoint()
        self._is_click = True

    def ring(self, pixel: QPoint) -> list[QgsPointXY]:
        """The outline on the map, with the mouse at a pixel."""
        return list(self._points)

    def begin(self, event):
        self._press = event.pixelPoint()
        self._points = [event.mapPoint()]
        self._is_click = True
        self._band = QgsRubberBand(self.brush.canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setStrokeColor(QColor(40, 40, 40, 220))
        self._band.setSecondaryStrokeColor(QColor(255, 255, 255, 200))
        self._band.setFillColor(QColor(0, 0, 0, 18))
        self._band.setLineStyle(Qt.PenStyle.DashLine)
        self._band.setWidth(1)
        return super().begin(event)

    def touch(self, stroke, event):
        pixel = event.pixelPoint()
        self._points.append(event.mapPoint())
        self._is_click = self._is_click and (pixel - self._press).manhattanLength() < CLICK
        if self._is_click:
            found = self.brush.index.at(event.mapPoint())
            self.draw(*stroke.replace([found] if found >= 0 else []))
            return
        ring = self.ring(pixel)
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        for number, point in enumerate(ring):
            self._band.addPoint(point, number == len(ring) - 1)
        self.draw(*stroke.replace(self.brush.index.inside(ring)))

    def end(self):
        if self._band is not None:
            self.brush.canvas.scene().removeItem(self._band)
            self._band = None
