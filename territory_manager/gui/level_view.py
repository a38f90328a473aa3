"""A session as one of its levels sees it: its territories are the groups, and nothing can be changed."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

from .territories_columns import LOCK, NAME


class LevelView:
    """Stands in for the session where the Territories dock shows regions instead of territories.

    What has nothing to do with levels is the session's own.

    Parameters
    ----------
    session : PlanSession
    number : int
        The level, counted from 0, the one above the territories.
    """

    read_only = True

    def __init__(self, session, number: int):
        self._session = session
        self.number = number
        self._levels = session.followers.levels
        self.territories = SimpleNamespace(capacities=_Sums(session, number))
        # neither vacancies nor work: both are those of territories
        self.followers = SimpleNamespace(reps=SimpleNamespace(layer=None), work=_NoWork())

    def __getattr__(self, name):
        return getattr(self._session, name)

    @property
    def level(self):
        """The level that is shown."""
        return self._levels.all[self.number]

    @property
    def settings(self):
        """The plan's settings with the groups as territories, and the tolerance of the level."""
        return replace(
            self._session.settings,
            territories=list(self.level.groups),
            tolerance=self._levels.tolerance(self.number),
            reps={},
            capacities={},
        )

    @property
    def colors(self) -> dict[str, str]:
        return self._levels.colors(self.number)

    @property
    def locked_territories(self) -> frozenset[str]:
        return frozenset()

    def statistics(self):
        return self._levels.statistics(self.number)

    def balance(self):
        return self._levels.balance(self.number)

    def fids_of(self, group) -> list[int]:
        return self._levels.fids_of(group, self.number)

    def set_tolerance(self, percent: float) -> None:
        self._levels.set_tolerance(self.number, percent)

    def level_columns(self, columns) -> list:
        """The columns of the table, with groups instead of territories; groups have no locks."""
        named = (
            replace(column, title=self.level.name, tip=self.level.name) if column.kind == NAME else column
            for column in columns
        )
        return [column for column in named if column.kind != LOCK]


class _Sums:
    """Capacities and targets of groups: those of their territories, together."""

    def __init__(self, session, number):
        self._session = session
        self._number = number

    def of_all(self) -> dict[str, float]:
        return self._summed(self._session.territories.capacities.of_all())

    def targets(self, measure=None) -> dict[str, float]:
        return self._summed(self._session.territories.capacities.targets(measure))

    def _summed(self, of_territories):
        levels = self._session.followers.levels
        return {
            group: sum(of_territories[name] for name in levels.territories_in(group, self._number))
            for group in levels.all[self._number].groups
        }


class _NoWork:
    """Levels show no columns of work."""

    def columns(self):
        return ()

    def joined(self, frame, _work=None):
        return frame

    def exported(self, frame):
        return frame
