"""Balanced groups for a level: the solver that makes territories of units makes regions of territories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ..core.levels import group_territories, groups_problem
from .levels import Level

if TYPE_CHECKING:
    from ..core.solve.problem import Solution
    from .session import PlanSession


class GroupQuestion:
    """A plan's question for balanced groups, copied so that it can be answered in another thread.

    Parameters
    ----------
    session : PlanSession
    levels : as they are in the dialog, say, which need not be those of the plan yet
    number : the level to make, counted from 0
    names : of the groups
    tolerance : in %

    Raises
    ------
    ValueError
        When there are more groups than territories, or groups of the level below, to put into them.
    """

    def __init__(
        self,
        session: PlanSession,
        levels: Sequence[Level],
        number: int,
        names: Sequence[str],
        tolerance: float,
    ):
        from ..core.levels import ancestors, positions, rolled_up

        settings = session.settings
        session.flush()
        ledger = session.alignment
        if number > 0:
            below = levels[number - 1].groups
            chain = ancestors(ledger.territories, [level.parents for level in levels[:number]])
            ledger = rolled_up(ledger, positions(chain, below), below)
        self._levels, self._number = list(levels), number
        self._names = list(names)
        self._children = list(ledger.territories)
        self.problem, self._part = groups_problem(
            ledger,
            self._names,
            tolerance / 100.0,
            weights=settings.weights,
            each_measure=settings.each_measure,
        )

    def work(self, progress=None, cancelled=None) -> Solution:
        """Find the groups; may run in any thread."""
        return group_territories(self.problem, progress=progress, cancelled=cancelled)

    def levels(self, solution: Solution) -> list[Level]:
        """The levels with these groups; children without units stay in no group."""
        parents = {
            self._children[int(child)]: self._names[label]
            for child, label in zip(self._part.tolist(), solution.labels.tolist())
            if label >= 0
        }
        made = replace(self._levels[self._number], groups=tuple(self._names), parents=parents)
        return [made if number == self._number else level for number, level in enumerate(self._levels)]
