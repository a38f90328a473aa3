"""The work of every territory, kept up to date while accounts change hands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .workload import NOBODY, TravelModel, centres, travel

#: The sums of each territory, in the order of their columns.
ACCOUNTS, CALLS, CALL_HOURS, TRAVEL_HOURS, TRIPS, NIGHTS = range(6)
_COLUMNS = 6


@dataclass(frozen=True, eq=False)
class Stops:
    """What is called on: accounts, or units that stand for theirs.

    Attributes
    ----------
    xy : (n, 2) m, NaN rows where unknown.
    calls : (n,) calls per year, NaN where unknown.
    hours : (n,) hours of calls per year, NaN where unknown.
    areas : (n,) m² of units with an area; None for points.
    accounts : (n,) number of accounts; None for one each.
    """

    xy: np.ndarray
    calls: np.ndarray
    hours: np.ndarray
    areas: np.ndarray | None = None
    accounts: np.ndarray | None = None

    @property
    def n(self) -> int:
        """Number of stops."""
        return len(self.xy)


class WorkLedger:
    """Calls and travel of every territory, by the formulas of :mod:`.workload`.

    Travel depends on all accounts of a territory together, so that one account that changes hands costs the
    tours of two territories, whatever the number of the others. What changed is computed when somebody asks.

    Parameters
    ----------
    stops : who is called on.
    territory : (n,) position of each stop's territory, -1 for none.
    homes : (k, 2) in m; where a row is NaN the middle of the territory's accounts stands in.
    model : how reps travel.

    Notes
    -----
    Rows of all sums are territories; the last one, row k, is what belongs to nobody: its calls, and the legs
    between them without any way home.
    """

    def __init__(
        self, stops: Stops, territory: np.ndarray, homes: np.ndarray, model: TravelModel | None = None
    ) -> None:
        self.stops = stops
        self.model = model or TravelModel()
        self._homes = np.array(homes, dtype=float).reshape(-1, 2)
        self._territory = np.array(territory, dtype=np.int32)
        self._forget()

    def _forget(self) -> None:
        rows = self.k + 1
        self._sums = np.zeros((rows, _COLUMNS))
        self._hours = np.full(self.stops.n, np.nan)
        self._stale = np.ones(rows, dtype=bool)

    @property
    def k(self) -> int:
        """Number of territories."""
        return len(self._homes)

    @property
    def territory(self) -> np.ndarray:
        """(n,) position of each stop's territory, -1 for none; read it, never write it."""
        return self._territory

    def give(self, territory: np.ndarray, homes: np.ndarray | None = None) -> bool:
        """Stops belong to these territories now, reps live there now.

        Returns
        -------
        bool
            Whether anything is different.
        """
        territory = np.asarray(territory, dtype=np.int32)
        homes = self._homes if homes is None else np.array(homes, dtype=float).reshape(-1, 2)
        if len(homes) != len(self._homes):
            self._homes, self._territory = homes, territory.copy()
            self._forget()
            return True
        moved = self._moved(territory)
        elsewhere = ~((homes == self._homes) | (np.isnan(homes) & np.isnan(self._homes))).all(axis=1)
        self._stale[moved] = True
        self._stale[np.flatnonzero(elsewhere)] = True
        self._homes, self._territory = homes, territory.copy()
        return bool(len(moved) or elsewhere.any())

    @property
    def sums(self) -> np.ndarray:
        """(k + 1, 6) accounts, calls, call hours, travel hours, trips and nights."""
        for row in np.flatnonzero(self._stale).tolist():
            mine = self._stops_of(row, self._territory)
            self._sums[row], self._hours[mine] = self._count(row, mine)
            self._stale[row] = False
        return self._sums.copy()

    @property
    def travel_hours(self) -> np.ndarray:
        """(n,) hours of travel to each stop, NaN where its place or its calls are not known."""
        if self._stale.any():
            self.sums  # noqa: B018 - computed now
        return self._hours.copy()

    @property
    def hours(self) -> np.ndarray:
        """(n,) hours of work for each stop: calls and travel; NaN where hours of calls are unknown."""
        calling = self.stops.hours
        return np.where(np.isfinite(calling), calling + np.nan_to_num(self.travel_hours), np.nan)

    def affected(self, territory: np.ndarray) -> np.ndarray:
        """Rows whose stops would not be the same with these territories."""
        return self._moved(np.asarray(territory, dtype=np.int32))

    def size(self, rows: np.ndarray, territory: np.ndarray | None = None) -> int:
        """How many stops some rows have: what computing them costs."""
        labels = self._territory if territory is None else territory
        found = np.bincount(np.where(labels == NOBODY, self.k, labels), minlength=self.k + 1)
        return int(found[rows].sum())

    def preview(self, territory: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Sums as they would be with these territories; nothing changes.

        Returns
        -------
        The rows that would change (r,), and their sums (r, 6).
        """
        territory = np.asarray(territory, dtype=np.int32)
        rows = self._moved(territory)
        found = [self._count(row, self._stops_of(row, territory))[0] for row in rows.tolist()]
        return rows, np.array(found).reshape(-1, _COLUMNS)

    def _moved(self, territory: np.ndarray) -> np.ndarray:
        other = territory != self._territory
        rows = np.unique(np.concatenate([territory[other], self._territory[other]]))
        return np.where(rows == NOBODY, self.k, rows)

    def _stops_of(self, row: int, territory: np.ndarray) -> np.ndarray:
        return np.flatnonzero(territory == (NOBODY if row == self.k else row))

    def _count(self, row: int, mine: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The sums of one territory with these stops, and the hours of travel to each of them."""
        stops = self.stops
        xy, calls = stops.xy[mine], stops.calls[mine]
        accounts = None if stops.accounts is None else stops.accounts[mine]
        if row == self.k:
            home, label = np.empty((0, 2)), NOBODY
        else:
            home, label = self._homes[row : row + 1], 0
            if not np.isfinite(home).all():
                home = centres(xy, calls, np.zeros(len(mine), dtype=np.int32), 1)
        way = travel(
            xy,
            # nobody knows how long they take, so their work is not counted, nor is half of it
            np.where(np.isfinite(stops.hours[mine]), calls, np.nan),
            np.full(len(mine), label, dtype=np.int32),
            home,
            self.model,
            areas=None if stops.areas is None else stops.areas[mine],
            accounts=accounts,
        )
        columns = (
            np.ones(len(mine)) if accounts is None else accounts,
            calls,
            stops.hours[mine],
            way.hours,
            way.trips,
            way.nights,
        )
        return np.array([np.nansum(column) for column in columns]), way.hours
