"""Asks the core for moves that balance the open plan, and hands them on as proposals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..translate import tr
from .build_preparation import BuildOptions, prepare
from .proposal import Proposal

if TYPE_CHECKING:
    from ..core.solve.problem import Problem
    from ..core.solve.suggest import Suggestion
    from .session import PlanSession


@dataclass(frozen=True)
class Question:
    """A plan's problem as it is now, copied so that it can be solved in another thread.

    Attributes
    ----------
    problem : Problem
    fids : (n,) feature ids in the problem's order
    """

    problem: Problem
    fids: np.ndarray

    @classmethod
    def of(cls, session: PlanSession) -> Question:
        """The open plan's problem.

        Raises
        ------
        ValueError
            When there is nothing to ask about, in words.
        """
        settings = session.settings
        if not settings.territories:
            raise ValueError(tr("The plan has no territories yet. Build or assign some first."))
        options = BuildOptions(number=len(session.territories.on_map()), tolerance=settings.tolerance)
        prepared = prepare(session, options)
        return cls(prepared.problem(), prepared.fids)

    def best_moves(self, count: int = 20) -> list[Suggestion]:
        """The best single moves and swaps; may run in any thread."""
        from ..core.solve.suggest import suggest

        return suggest(self.problem, count=count)

    def balance_two(self, one: str, other: str) -> list[tuple[int, int]]:
        """Moves that balance two neighbours; may run in any thread."""
        from ..core.solve.suggest_between import balance_two

        return balance_two(self.problem, one, other)

    def give_surplus(self, territory: str) -> list[tuple[int, int]]:
        """Moves that give a territory's surplus away; may run in any thread."""
        from ..core.solve.suggest_between import give_surplus

        return give_surplus(self.problem, territory)

    def proposal(self, session: PlanSession, moves: list[tuple[int, int]], text: str) -> Proposal:
        """Moves (unit, to) of this problem as a proposal for the plan."""
        names = self.problem.targets.territories
        known = {
            int(self.fids[unit]): names[to]
            for unit, to in moves
            if session.live.position(int(self.fids[unit])) is not None
        }
        return Proposal(session, known, text)


def neighbours_to_balance(session: PlanSession, count: int = 12) -> list[tuple[str, str]]:
    """Pairs of touching territories that neither lock holds, the most uneven first."""
    session.flush()
    ledger, locked = session.alignment, session.locked_territories
    pairs, _border, _bridge = ledger.adjacency.pairs()
    ends = ledger.labels[pairs]
    ends = np.sort(ends[(ends[:, 0] != ends[:, 1]) & (ends.min(axis=1) >= 0)], axis=1)
    table = session.statistics()
    deviation = dict(zip(table["territory"].tolist(), table["index_dev"].tolist()))
    found = []
    for first, second in np.unique(ends, axis=0).tolist() if len(ends) else []:
        one, other = ledger.territories[first], ledger.territories[second]
        if one not in locked and other not in locked:
            found.append((abs(deviation[one] - deviation[other]), one, other))
    found.sort(key=lambda row: (-row[0], row[1], row[2]))
    return [(one, other) for _gap, one, other in found[:count]]


def territories_with_surplus(session: PlanSession) -> list[str]:
    """Unlocked territories above their tolerance, the heaviest first."""
    table = session.statistics()
    over = [
        (deviation, name)
        for name, deviation in zip(table["territory"].tolist(), table["index_dev"].tolist())
        if name is not None
        and deviation > session.settings.tolerance
        and name not in session.locked_territories
    ]
    return [name for _deviation, name in sorted(over, key=lambda row: (-row[0], row[1]))]
