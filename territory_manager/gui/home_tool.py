"""The map tool with which a rep's home is placed: one click, then the tool before is back."""

from __future__ import annotations

from qgis.core import QgsCoordinateTransform, QgsProject
from qgis.gui import QgsMapToolEmitPoint
from qgis.PyQt.QtCore import Qt, pyqtSignal


class HomeTool(QgsMapToolEmitPoint):
    """Hands out the place that is clicked, in the CRS of a layer."""

    placed = pyqtSignal(object)
    """A QgsPointXY."""

    def __init__(self, canvas, crs):
        super().__init__(canvas)
        self._crs = crs
        self._before = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.canvasClicked.connect(self._clicked)

    def start(self) -> None:
        """Wait for the click."""
        self._before = self.canvas().mapTool()
        self.canvas().setMapTool(self)

    def stop(self) -> None:
        """Bring the tool before back."""
        before, self._before = self._before, None
        if self.canvas().mapTool() is self:
            self.canvas().unsetMapTool(self)
            if before is not None:
                self.canvas().setMapTool(before)

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
            event.accept()

    def _clicked(self, point, _button):
        shown = self.canvas().mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(shown, self._crs, QgsProject.instance())
        self.placed.emit(transform.transform(point))
        self.stop()
