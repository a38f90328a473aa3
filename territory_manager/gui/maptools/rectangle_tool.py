"""Rectangle: the units whose middle lies between two corners."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPoint

from ...translate import tr
from .area_tool import AreaTool


class RectangleTool(AreaTool):
    """From one corner to the opposite one."""

    by = "rectangle"

    def __init__(self, brush):
        super().__init__(brush)
        self.verb = tr("Paint rectangle with")

    def hint(self):
        return tr("Drag a rectangle over the middles of units.")

    def ring(self, pixel):
        # upright on the screen, also where the map is turned
        first = self.toCanvasCoordinates(self._points[0])
        corners = (first, QPoint(pixel.x(), first.y()), pixel, QPoint(first.x(), pixel.y()))
        return [self.toMapCoordinates(corner) for corner in corners]
