"""Where reps live and how many hours they have: the plan's reps, or a layer of points with names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..core.geos import shapely
from ..core.workload import capacity_hours
from ..translate import tr
from .layer_columns import LayerColumns
from .work_settings import REPS, WorkSettings

if TYPE_CHECKING:
    from .rep import Rep
    from .session import PlanSession

_NAMED = 8


class WorkHomes:
    """Homes, capacity and quotas of territories. Points are matched by the territory's rep, else its name."""

    def __init__(self, session: PlanSession, settings: WorkSettings):
        self._session = session
        self._settings = settings
        self._columns: LayerColumns | None = None
        if settings.homes_layer:
            self._columns = LayerColumns(session, settings.homes_layer, settings.fields_of(REPS))

    def stop(self) -> None:
        """Stop listening."""
        if self._columns is not None:
            self._columns.stop()

    @property
    def pending(self) -> bool:
        """Edits were heard that are not counted yet."""
        return self._columns is not None and self._columns.pending

    @property
    def count(self) -> int:
        """How many reps with a home are known, whether they have a territory or not."""
        if self._columns is not None:
            return sum(point is not None for point in self._columns.points())
        return sum(rep.home is not None for rep in self._session.followers.reps.all())

    def follow(self) -> bool:
        """Take up what was edited; tells whether anything was."""
        if self._columns is None:
            return False
        heard, whole = self._columns.follow(lambda old, new: self._settings.rename_field(REPS, old, new))
        return bool(heard) or whole

    def places(self, territories: Sequence[str]) -> np.ndarray:
        """(k, 2) home of each territory's rep in m; NaN where it is not known."""
        found = np.full((len(territories), 2), np.nan)
        if self._columns is None:
            for row, territory in enumerate(territories):
                rep = self._rep_of(territory)
                if rep is not None and rep.home is not None:
                    found[row] = rep.home
            return found
        points, rows = self._columns.points(), self._rows()
        for number, territory in enumerate(territories):
            row = self._row_of(territory, rows)
            if row is not None and points[row] is not None and not shapely.is_empty(points[row]):
                found[number] = points[row].x, points[row].y
        return found

    def capacity(self, territories: Sequence[str]) -> np.ndarray:
        """(k,) hours a year for calls and travel; 0 for a vacancy, the usual hours where none are known."""
        settings = self._settings
        hours = self._amounts("capacity", settings.hours_field, territories)
        hours = np.where(np.isfinite(hours) & (hours >= 0), hours, settings.work_hours)
        return capacity_hours(hours, settings.selling_share / 100.0)

    def quota(self, territories: Sequence[str]) -> np.ndarray | None:
        """(k,) quota of each territory's rep, NaN where there is none; None where reps have no quotas."""
        where, name = self._settings.values.get("quota", ("", ""))
        if where == REPS and self._columns is not None:
            return self._amounts("quota", name, territories)
        if not where and self._columns is None:
            found = self._amounts("quota", None, territories)
            return found if np.isfinite(found).any() else None
        return None

    @property
    def of_one(self) -> float:
        """Hours for calls and travel of a rep with the usual working hours."""
        return float(capacity_hours(self._settings.work_hours, self._settings.selling_share / 100.0))

    def problems(self, territories: Sequence[str], used: np.ndarray) -> list[str]:
        """Territories with work whose rep has no home or no hours.

        Parameters
        ----------
        used : (k,) bool: territories that have work
        """
        words = []
        if self._columns is not None and self._columns.layer is None:
            text = tr("The layer “{layer}” with the homes of the reps is not in the project any more.")
            return [text.format(layer=self._columns.name)]
        if self._columns is not None:
            for name in self._columns.lost:
                text = tr("Layer “{layer}” has no field “{field}” any more, which the workload needs.")
                words.append(text.format(layer=self._columns.name, field=name))
            rows = self._rows()
            if rows and used.any() and all(self._row_of(one, rows) is None for one in territories):
                text = tr(
                    "No name in field “{field}” of “{layer}” ({names}) is that of a territory or its rep, so "
                    "nobody's home is known: the middle of the accounts stands in. Give the territories reps."
                )
                return [
                    *words,
                    text.format(
                        field=self._settings.homes_field, layer=self._columns.name, names=_some(list(rows))
                    ),
                ]
        homeless = ~np.isfinite(self.places(territories)).all(axis=1) & used
        if homeless.any():
            text = tr("No home is known for {names}: the middle of their accounts stands in for it.")
            words.append(text.format(names=_some([territories[row] for row in np.flatnonzero(homeless)])))
        hours = self._amounts("capacity", self._settings.hours_field, territories)
        unknown = ~(hours >= 0) & used
        if unknown.any() and np.isfinite(hours).any():
            text = tr("No working hours are known for the reps of {names}: {hours} each are reckoned with.")
            names = _some([territories[row] for row in np.flatnonzero(unknown)])
            words.append(text.format(names=names, hours=f"{self._settings.work_hours:g}"))
        vacant = np.flatnonzero((self.capacity(territories) <= 0) & used)
        if len(vacant):
            text = tr("{names} have work but no capacity, so no utilisation. Give their reps working hours.")
            words.append(text.format(names=_some([territories[row] for row in vacant])))
        return words

    def _amounts(self, what: str, name: str | None, territories: Sequence[str]) -> np.ndarray:
        found = np.full(len(territories), np.nan)
        if self._columns is None:
            reps = self._session.followers.reps
            if reps.layer is None:
                return found
            known, vacant = reps.amounts(what), set(reps.vacant())
            given = self._session.settings.reps
            # who has left has no hours; where nobody was named yet the usual ones are reckoned with
            none = {name: 0.0 for name in vacant if given.get(name)} if what == "capacity" else {}
            found = [known.get(one, none.get(one)) for one in territories]
            for row, territory in enumerate(territories):
                rep = self._rep_of(territory)
                if found[row] is None and rep is not None:
                    found[row] = getattr(rep, what)
            return np.array([np.nan if one is None else one for one in found], dtype=float)
        if self._columns.has(name):
            column, rows = self._columns.values(name)[0], self._rows()
            serves = [self._row_of(territory, rows) for territory in territories]
            for number, row in enumerate(serves):
                if row is not None:
                    # who has several territories has that much for all of them together
                    found[number] = column[row] / serves.count(row)
        return found

    def _rep_of(self, territory: str) -> Rep | None:
        """The plan's rep of a territory: the one it is given to, else the one it is named after."""
        reps = self._session.followers.reps
        given = self._session.settings.reps.get(territory)
        return reps.of(given) if given else reps.of(territory)

    def _rows(self) -> dict[str, int]:
        """Name → row of the layer; of two with the same name the first."""
        name = self._settings.homes_field
        if not self._columns.has(name):
            return {}
        found: dict[str, int] = {}
        for row, text in enumerate(self._columns.texts(name)):
            if text is not None:
                found.setdefault(text, row)
        return found

    def _row_of(self, territory: str, rows: dict[str, int]) -> int | None:
        rep = self._session.settings.reps.get(territory)
        return rows[rep] if rep in rows else rows.get(territory)


def _some(names: list[str]) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)
    return tr("{names} and {count} more").format(names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)
