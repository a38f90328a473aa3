"""Pick: the territory under the mouse becomes the one that is painted."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsMapTool
from qgis.PyQt.QtCore import Qt

from ...translate import tr
from ..stroke_words import Words, called
from .cursor_label import CursorLabel


class PickTool(QgsMapTool):
    """One click; then the tool that was in hand before comes back.

    Parameters
    ----------
    brush : Brush
    """

    def __init__(self, brush):
        super().__init__(brush.canvas)
        self.brush = brush
        self.setCursor(QgsApplication.getThemeCursor(QgsApplication.Cursor.Sampler))
        self.before: QgsMapTool | None = None
        self.label: CursorLabel | None = None

    def activate(self):
        super().activate()
        self.label = CursorLabel(self.brush.canvas)
        self.brush.hint(tr("Click a unit: its territory is painted from now on. Esc goes back."))

    def deactivate(self):
        if self.label is not None:
            self.brush.canvas.scene().removeItem(self.label)
            self.label = None
            self.brush.hint("")
        super().deactivate()

    def canvasMoveEvent(self, event):
        if self.brush.session is None or self.label is None:
            return
        under = self.brush.index.at(event.mapPoint())
        if under < 0:
            self.label.silence()
            return
        territory = self.brush.territory_at(under)
        name = self.brush.index.units.names[under]
        words = Words((tr("Paint {territory}").format(territory=called(territory)), str(name)))
        self.label.say(words, event.pixelPoint(), color=self.brush.session.colors.get(territory))

    def canvasReleaseEvent(self, event):
        if self.brush.session is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.brush.pick(self.brush.index.at(event.mapPoint())):
            self._back()

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Escape:
            self._back()
            event.accept()
        else:
            event.ignore()

    def _back(self) -> None:
        if self.before is not None:
            self.brush.canvas.setMapTool(self.before)
