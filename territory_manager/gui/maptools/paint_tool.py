"""Paint: every unit that the mouse meets while the button is down."""

from __future__ import annotations

from ...translate import tr
from .territory_tool import TerritoryTool


class PaintTool(TerritoryTool):
    """Click or drag over units; also those between two positions of a quick mouse are met."""

    def __init__(self, brush):
        super().__init__(brush)
        self.verb = tr("Paint")
        self._last = None

    def hint(self):
        return tr("Click or drag over units.")

    def begin(self, event):
        self._last = None
        return super().begin(event)

    def touch(self, stroke, event):
        point = event.mapPoint()
        met = self.brush.index.along([point] if self._last is None else [self._last, point])
        self._last = point
        self.draw(stroke.add(self.expanded(met)))

    def expanded(self, met):
        """Units to paint for those that were met."""
        return met
