"""Fill: everything unassigned, or a piece that is cut off or enclosed, as far as it reaches from here."""

from __future__ import annotations

import numpy as np

from ...core.pieces import rows_of
from ...translate import tr
from .territory_tool import TerritoryTool


class FillTool(TerritoryTool):
    """One click fills a hole.

    An unassigned unit stands for all unassigned ones that can be reached from it. A unit of another territory
    stands for its piece, but only where that piece is not the territory itself: a smaller part cut off from
    the rest, or one that the target surrounds. So a click never swallows a territory by accident.
    """

    by = "fill"

    def __init__(self, brush):
        super().__init__(brush)
        self.verb = tr("Fill")

    def hint(self):
        return tr("Click unassigned or enclosed units to fill all in reach.")

    def begin(self, event):
        under = self.brush.index.at(event.mapPoint())
        if under < 0:
            return None
        if self.brush.territory_at(under) == self.brush.target:
            self.brush.say(
                tr("These units belong to {territory} already.").format(territory=self.brush.target)
            )
            return None
        if len(self.region(under)) == 0:
            self.brush.say(
                tr(
                    "{unit} is part of {territory}, neither cut off nor enclosed. Paint its units instead."
                ).format(unit=self.brush.index.units.names[under], territory=self.brush.territory_at(under))
            )
            return None
        return super().begin(event)

    def touch(self, stroke, event):
        under = self.brush.index.at(event.mapPoint())
        if under >= 0 and len(stroke) == 0:
            self.draw(stroke.add(self.region(under)))

    def hover(self, under):
        stroke = self.brush.stroke()
        stroke.add(self.region(under))
        return stroke

    def region(self, under: int) -> np.ndarray:
        """Positions of the units that a click on the unit at `under` fills; none where there is no hole."""
        alignment = self.brush.session.alignment
        labels = alignment.labels
        own, target = int(labels[under]), self.brush.session.live.label(self.brush.target)
        if own == target:
            return np.zeros(0, dtype=np.int64)
        piece = self.brush.index.reachable(under, labels == own)
        if own < 0:
            return piece
        members = np.count_nonzero(labels == own)
        stray = len(piece) < members and 2 * len(piece) <= members
        inside = np.zeros(len(labels), dtype=bool)
        inside[piece] = True
        around = alignment.adjacency.indices[rows_of(alignment.adjacency, piece)[0]]
        around = labels[around[~inside[around]]]
        enclosed = len(around) > 0 and bool(np.all(around == target))
        return piece if stray or enclosed else np.zeros(0, dtype=np.int64)
