"""Lasso: the units whose middle lies in a freehand loop."""

from __future__ import annotations

from ...translate import tr
from .area_tool import AreaTool


class LassoTool(AreaTool):
    """Freehand; the loop closes by itself."""

    by = "lasso"

    def __init__(self, brush):
        super().__init__(brush)
        self.verb = tr("Paint lasso with")

    def hint(self):
        return tr("Draw a loop around the middles of units.")
