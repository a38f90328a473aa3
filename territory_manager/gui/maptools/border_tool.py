"""Border pull: take hold of a border between two territories and drag it."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import Qt

from ...translate import tr
from ..stroke_words import Words, called
from .territory_tool import TerritoryTool

#: How near to a border one must press, in pixels.
GRIP = 14
#: The mouse must move so far before it is clear which way the border goes.
DECIDED = 6
#: Units beside the way of the mouse follow as far as this part of its length.
SLOPE = 0.35


class BorderTool(TerritoryTool):
    """The territory one drags into gives units to the other; dragging back gives them back."""

    by = "border"

    def __init__(self, brush):
        super().__init__(brush)
        self.verb = tr("Pull border over")
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self._press = None
        self._press_pixel = None
        self._sides: tuple[int, int] | None = None
        self._across = -1

    def hint(self):
        return tr("Drag a border: the side dragged into gives its units.")

    def begin(self, event):
        grip = self._grip(event.mapPoint())
        if grip is None:
            self.brush.say(tr("Press nearer to a border between two territories, then drag."))
            return None
        under, self._across = grip
        labels = self.brush.session.alignment.labels
        self._sides = (int(labels[under]), int(labels[self._across]))
        self._press, self._press_pixel = event.mapPoint(), event.pixelPoint()
        # which side gives is known only once the mouse has moved; until then the stroke is empty
        return self.brush.stroke(self._name(self._sides[0]), self._name(self._sides[1]))

    def touch(self, stroke, event):
        point = event.mapPoint()
        giving = self._giving(event)
        if giving is None:
            self.draw(*stroke.replace([]))
            return
        here, there = self._sides
        taking = there if giving == here else here
        if stroke.territory != self._name(taking):
            self.draw((), stroke.replace([])[1])
            stroke = self.stroke = self.brush.stroke(self._name(taking), self._name(giving))
            self.item.begin(self.brush.session.colors.get(stroke.territory))
        found = self.brush.index.pulled(self._press, point, SLOPE)
        self.draw(*stroke.replace(self._attached(found, giving, taking)))

    def canvasMoveEvent(self, event):
        if self.stroke is not None or not self._ready():
            super().canvasMoveEvent(event)
            return
        grip = self._grip(event.mapPoint())
        if grip is None:
            self.label.silence()
            return
        labels = self.brush.session.alignment.labels
        here, there = (called(self._name(int(labels[unit]))) for unit in grip)
        self.label.say(Words((f"{here} \u2194 {there}",)), event.pixelPoint())

    # inside

    def _name(self, label: int) -> str | None:
        return None if label < 0 else self.brush.session.alignment.territories[label]

    def _grip(self, point) -> tuple[int, int] | None:
        """The unit pressed on and the nearest one of another territory, if that border is near."""
        index, alignment = self.brush.index, self.brush.session.alignment
        under = index.at(point)
        if under < 0:
            return None
        labels = alignment.labels
        near = np.setdiff1d(index.around(point, GRIP), [under])
        others = near[labels[near] != labels[under]]
        if len(others) == 0:
            return None
        return under, int(others[np.argmin(index.distance(point, others))])

    def _giving(self, event) -> int | None:
        """Label of the territory that the mouse was dragged into; None while that is open."""
        if (event.pixelPoint() - self._press_pixel).manhattanLength() < DECIDED:
            return None
        here, there = self._sides
        index, labels = self.brush.index, self.brush.session.alignment.labels
        point = event.mapPoint()
        if np.any(labels[index.along([self._press, point])] == there):
            return there
        across = np.array([self._across])
        if index.distance(point, across)[0] < index.distance(self._press, across)[0]:
            return None
        return here

    def _attached(self, found: np.ndarray, giving: int, taking: int) -> np.ndarray:
        """Of the found units those that hang together with the other side: borders do not jump."""
        alignment = self.brush.session.alignment
        labels = alignment.labels
        allowed = np.zeros(len(labels), dtype=bool)
        allowed[found[labels[found] == giving]] = True
        reached = allowed.copy()
        reached[:] = False
        adjacency = alignment.adjacency
        for unit in np.flatnonzero(allowed):
            if not reached[unit] and np.any(labels[adjacency.neighbours(unit)] == taking):
                reached[self.brush.index.reachable(int(unit), allowed)] = True
        return np.flatnonzero(reached)
