"""Lock and unlock on the map: what is settled stays as it is."""

from __future__ import annotations

from qgis.gui import QgsMapTool
from qgis.PyQt.QtCore import Qt

from ...translate import tr
from ..stroke_words import Words
from .cursor_label import CursorLabel


class LockTool(QgsMapTool):
    """Click or drag over units; with Shift, their whole territory.

    Parameters
    ----------
    brush : Brush
    locks : bool
        False for a tool that takes locks away.
    """

    def __init__(self, brush, locks: bool):
        super().__init__(brush.canvas)
        self.brush = brush
        self._locks = locks
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.label: CursorLabel | None = None
        self._last = None

    def activate(self):
        super().activate()
        self.label = CursorLabel(self.brush.canvas)
        words = tr("Click or drag over units to lock them; Shift-click locks their territory.")
        if not self._locks:
            words = tr("Click or drag over units to unlock them; Shift-click unlocks their territory.")
        self.brush.hint(words)

    def deactivate(self):
        self._last = None
        if self.label is not None:
            self.brush.canvas.scene().removeItem(self.label)
            self.label = None
            self.brush.hint("")
        super().deactivate()

    def canvasPressEvent(self, event):
        if self.brush.session is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            under = self.brush.index.at(event.mapPoint())
            territory = self.brush.territory_at(under) if under >= 0 else None
            if territory is not None:
                self._set(territories=[territory])
            return
        self._last = event.mapPoint()
        self._units(self.brush.index.along([self._last]))

    def canvasDoubleClickEvent(self, event):
        self.canvasPressEvent(event)

    def canvasMoveEvent(self, event):
        if self.brush.session is None or self.label is None:
            return
        point = event.mapPoint()
        if self._last is not None:
            self._units(self.brush.index.along([self._last, point]))
            self._last = point
        self._say(event)

    def canvasReleaseEvent(self, event):
        self._last = None

    # inside

    def _units(self, positions) -> None:
        if len(positions):
            self._set(units=self.brush.index.units.ids[positions].tolist())

    def _set(self, **what) -> None:
        session = self.brush.session
        if self._locks:
            session.lock(**what)
        else:
            session.unlock(**what)

    def _say(self, event) -> None:
        under = self.brush.index.at(event.mapPoint())
        if under < 0:
            self.label.silence()
            return
        session = self.brush.session
        fid, territory = int(self.brush.index.units.ids[under]), self.brush.territory_at(under)
        lines = []
        if fid in session.locked_units:
            lines.append(tr("locked"))
        if territory in session.locked_territories:
            lines.append(tr("{territory} is locked").format(territory=territory))
        name = str(self.brush.index.units.names[under])
        self.label.say(Words((name, " · ".join(lines) or tr("not locked"))), event.pixelPoint())
