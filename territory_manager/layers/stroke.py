"""What an assignment would do, before it is made."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from ..core.statistics import Balance, balance, statistics

if TYPE_CHECKING:
    import pandas as pd

    from .session import PlanSession


class Stroke:
    """Units on their way to another territory; everything is computed when it is first looked at.

    Parameters
    ----------
    session : PlanSession
        Nothing in it changes.
    unit_fids : iterable of int
        Features that were touched; locked ones, and those that are there already, will not move.
    territory : str or None
        Where they would go. A name that the plan does not have yet counts as a new, empty territory.

    Attributes
    ----------
    units : list of int
        Feature ids that would change hands.
    allowed : Allowed
        Those, and what is locked.
    """

    def __init__(self, session: PlanSession, unit_fids: Iterable[int], territory: str | None):
        self._session = session
        self.territory = territory
        live = session.live
        known = live.known(unit_fids)
        self.allowed = session.locks.allowed(known, live.territory_of, territory, borders=True)
        self.units = self.allowed.units

    @cached_property
    def ledger(self):
        """The core's sums as they would be (`core.ledger.Preview`)."""
        alignment, live = self._session.alignment, self._session.live
        if self.territory is not None and self.territory not in alignment.territories:
            alignment = alignment.copy()
            label = alignment.add_territory(self.territory)
        else:
            label = live.label(self.territory)
        return alignment.preview(live.positions(self.units), label)

    @cached_property
    def touched(self) -> frozenset[str | None]:
        """Territories that would lose or gain units; ``None`` for the unassigned."""
        names = [*self.ledger.territories, None]
        return frozenset(names[label] for label in self.ledger.affected.tolist())

    @property
    def statistics(self) -> pd.DataFrame:
        """The statistics table as it would be."""
        return self._table

    @cached_property
    def _table(self) -> pd.DataFrame:
        session = self._session
        return statistics(self.ledger, session.targets, session.settings.reps)

    @cached_property
    def balance(self) -> Balance:
        """The balance of the whole plan as it would be."""
        return balance(self.ledger, self._session.targets)
