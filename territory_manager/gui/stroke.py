"""A stroke under way: the units it touched so far, and what it would do to the territories.

It works on a copy of the session's ledger, so every further unit costs its own neighbours and nothing else,
however long the stroke and however large the layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..core.statistics import statistics
from ..layers.levels import bound_areas
from ..translate import tr
from . import numbers
from .stroke_losses import losses

#: Filter "only from": units of whatever territory, or of none. Else it is a name, or None: the unassigned.
ANY = object()


@dataclass(frozen=True)
class Objection:
    """Something a stroke would do that the user should know before letting go.

    Attributes
    ----------
    text : in words.
    breaks : whether it breaks a rule that the user may have forbidden to break.
    """

    text: str
    breaks: bool


class Stroke:
    """Units on their way to one territory.

    Parameters
    ----------
    session : PlanSession
        Nothing in it changes.
    territory : str or None
        Where the units go; None unassigns them.
    only_from
        `ANY`, a territory, or None for the unassigned: units of others stay.

    Attributes
    ----------
    base : the ledger as it is.
    ledger : the ledger as it would be.
    """

    def __init__(self, session, territory: str | None, only_from: object = ANY):
        session.flush()
        self._session = session
        self.territory = territory
        self.base = session.alignment
        self.base.pieces  # noqa: B018 - counted now, so that the copy need not
        self.ledger = self.base.copy()
        self._target = session.live.label(territory)
        self._taken: dict[int, None] = {}
        self._locked: dict[int, None] = {}
        self._closed = np.zeros(self.base.k + 1, dtype=bool)
        self._closed[[session.live.label(name) for name in session.locked_territories]] = True
        self._beyond = self._across_borders()
        self._keep = np.zeros(self.base.units.n, dtype=bool)
        self._keep[session.live.positions(session.locked_units)] = True
        self._has = np.zeros(self.base.units.n, dtype=bool)
        self._from = None if only_from is ANY else session.live.label(only_from)
        self._table = None

    def __len__(self) -> int:
        return len(self._taken)

    @property
    def positions(self) -> np.ndarray:
        """Positions (c,) of the units that would change hands, in the order they were touched."""
        return np.fromiter(self._taken, dtype=np.int64, count=len(self._taken))

    @property
    def units(self) -> list[int]:
        """Their feature ids."""
        return self.base.units.ids[self.positions].tolist()

    @property
    def locked(self) -> list[int]:
        """Positions of the units that were touched but are locked, or behind a border that binds."""
        return list(self._locked)

    @property
    def target_locked(self) -> bool:
        """The territory itself is locked: nothing can join it."""
        return self._target >= 0 and bool(self._closed[self._target])

    @property
    def touched(self) -> set[str | None]:
        """Territories that would lose or gain units; None for the unassigned."""
        names = [*self.base.territories, None]
        labels = set(self.base.labels[self.positions].tolist())
        return {names[label] for label in labels | ({self._target} if labels else set())}

    @property
    def statistics(self):
        """The statistics table (pandas.DataFrame) as it would be."""
        if self._table is None:
            self._table = statistics(self.ledger, self._session.targets, self._session.settings.reps)
        return self._table

    def add(self, positions: Sequence[int] | np.ndarray) -> list[int]:
        """Touch units; returns the positions of those that now would change hands and did not before."""
        fresh = self._free(positions)
        if fresh:
            self._taken.update(dict.fromkeys(fresh))
            self._has[fresh] = True
            self.ledger.move(fresh, self._target)
            self._table = None
        return fresh

    def replace(self, positions: Sequence[int] | np.ndarray) -> tuple[list[int], list[int]]:
        """Touch exactly these units, no others any more; returns who joined and who left."""
        positions = np.asarray(positions, dtype=np.int64)
        wanted = np.zeros_like(self._has)
        wanted[positions] = True
        left = np.flatnonzero(self._has & ~wanted).tolist()
        self._locked.clear()
        if left:
            for unit in left:
                del self._taken[unit]
            self._has[left] = False
            self.ledger.move(left, self.base.labels[left])
            self._table = None
        return self.add(positions), left

    def warnings(self) -> list[Objection]:
        """What speaks against letting go now, the most important first."""
        found = [*self._lock_warnings()]
        if self._taken:
            found += [*self._piece_warnings(), *self._limit_warnings(), *self._loss_warnings()]
        return found

    # inside

    def _free(self, positions: Sequence[int] | np.ndarray) -> list[int]:
        touched = np.asarray(positions, dtype=np.int64)
        labels = self.base.labels[touched]
        wanted = (labels != self._target) & ~self._has[touched]
        if self._from is not None:
            wanted &= labels == self._from
        # row -1 of `_closed` is that of the unassigned, which cannot be locked
        locked = self._keep[touched] | self._closed[labels] | self._beyond[labels] | self.target_locked
        self._locked.update(dict.fromkeys(touched[wanted & locked].tolist()))
        return list(dict.fromkeys(touched[wanted & ~locked].tolist()))

    def _across_borders(self) -> np.ndarray:
        """(k + 1,) territories that a border which binds keeps apart from the one that is painted."""
        areas = bound_areas(self._session.settings)
        own = areas.get(self.territory or "")
        beyond = [own is not None and areas.get(name, own) != own for name in self.base.territories]
        return np.array([*beyond, False], dtype=bool)

    def _lock_warnings(self) -> Iterable[Objection]:
        if not self._locked:
            return
        if self.target_locked:
            yield Objection(tr("{territory} is locked").format(territory=self.territory), False)
            return
        names = self.base.units.names
        own = [unit for unit in self._locked if self._keep[unit]]
        others = {int(self.base.labels[unit]) for unit in self._locked if not self._keep[unit]}
        closed = {label for label in others if self._closed[label]}
        if len(own) == 1:
            yield Objection(tr("{unit} is locked").format(unit=names[own[0]]), False)
        elif own:
            yield Objection(tr("{count} units are locked").format(count=numbers.exact(len(own))), False)
        for label in sorted(closed):
            yield Objection(tr("{territory} is locked").format(territory=self.base.territories[label]), False)
        areas = bound_areas(self._session.settings)
        for area in sorted({areas[self.base.territories[label]] for label in others - closed}):
            yield Objection(tr("the border of {area} binds").format(area=area), False)

    def _piece_warnings(self) -> Iterable[Objection]:
        before, after = self.base.pieces, self.ledger.pieces
        counts = self.ledger.counts
        for label in np.flatnonzero(after > np.maximum(before, 1)).tolist():
            name, parts = self.base.territories[label], int(after[label])
            if label == self._target:
                text = tr("{territory} would be in {count} pieces")
            elif parts == 2:
                text = tr("cuts {territory} in two")
            else:
                text = tr("cuts {territory} into {count} pieces")
            yield Objection(text.format(territory=name, count=numbers.exact(parts)), True)
        for label in np.flatnonzero((counts == 0) & (self.base.counts > 0)).tolist():
            yield Objection(
                tr("{territory} has no units left").format(territory=self.base.territories[label]), True
            )

    def _limit_warnings(self) -> Iterable[Objection]:
        targets, units = self._session.targets, self.base.units
        before, after = self.base.totals, self.ledger.totals
        with np.errstate(invalid="ignore"):
            for limits, sign, text in (
                (targets.maximum, 1, tr("{territory} has more {measure} than {limit}")),
                (targets.minimum, -1, tr("{territory} has less {measure} than {limit}")),
            ):
                if limits is None:
                    continue
                # a comparison with NaN, no limit, is False
                broken = (sign * after > sign * limits) & (sign * before <= sign * limits)
                for label, column in zip(*np.nonzero(broken)):
                    measure = units.measure_names[column] if units.measure_names else tr("units")
                    yield Objection(
                        text.format(
                            territory=self.base.territories[label],
                            measure=measure,
                            limit=numbers.short(limits[column]),
                        ),
                        True,
                    )

    def _loss_warnings(self) -> Iterable[Objection]:
        """What a rep gives to another one, once it is worth a word."""
        for loss in losses(self._session, self.base, self.positions, self.territory):
            yield Objection(loss, False)
