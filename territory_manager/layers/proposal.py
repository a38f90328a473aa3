"""Moves that somebody or something proposes for a plan, with what they would do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..core.statistics import Balance, balance, statistics

if TYPE_CHECKING:
    import pandas as pd

    from .session import PlanSession


class Proposal:
    """Units on their way to several territories; shown like a `Stroke`, made as one undo step.

    Parameters
    ----------
    session : PlanSession
        Nothing in it changes until `apply`.
    moves : dict
        Feature id → territory of the plan, None for nobody.
    text : str
        What it is, for people and for the undo list.
    """

    def __init__(self, session: PlanSession, moves: Mapping[int, str | None], text: str):
        self._session = session
        self.moves = dict(moves)
        self.text = text
        self.before = {fid: session.live.territory_of(fid) for fid in self.moves}

    @property
    def units(self) -> list[int]:
        """Feature ids that would change hands."""
        return list(self.moves)

    @property
    def is_current(self) -> bool:
        """Every unit is still where it was, and may still move."""
        session = self._session
        return session.is_open and all(
            session.live.territory_of(fid) == self.before[fid]
            and session.live.position(fid) is not None
            and not session.locks.allowed([fid], session.live.territory_of, territory, borders=True).refused
            for fid, territory in self.moves.items()
        )

    @cached_property
    def ledger(self):
        """The core's sums as they would be (`core.ledger.Preview`)."""
        session = self._session
        labels = [session.live.label(territory) for territory in self.moves.values()]
        return session.alignment.preview(
            session.live.positions(self.moves), np.array(labels, dtype=np.int64)
        )

    @cached_property
    def touched(self) -> frozenset[str | None]:
        """Territories that would lose or gain units."""
        return frozenset([*self.before.values(), *self.moves.values()])

    @cached_property
    def statistics(self) -> pd.DataFrame:
        """The statistics table as it would be."""
        return statistics(self.ledger, self._session.targets, self._session.settings.reps)

    @cached_property
    def balance(self) -> Balance:
        """The balance of the whole plan as it would be."""
        return balance(self.ledger, self._session.targets)

    def apply(self) -> bool:
        """Make it, as one undo step; tells whether anything changed.

        Raises
        ------
        PlanError
            When the layer cannot be edited, or planning mode is off.
        """
        self._session.planning.require()
        done = self._session.write(self.moves, self.text, by="suggestion")
        self._session.flush()
        return done
