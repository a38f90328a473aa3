"""The alignment: which unit belongs to which territory, with all sums kept up to date move by move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from .adjacency import Adjacency
from .ledger import Ledger, Preview
from .pieces import count_pieces, parts_around, rows_of
from .units import Units

# Strokes of more units are cheaper to count anew, territory by territory, than to follow unit by unit.
_FOLLOWED_UNITS = 8
# After so many moved units the sums are taken afresh, so that rounding errors cannot add up.
_MOVES_BETWEEN_SUMS = 10_000
_BY_TERRITORY = ("_totals", "_held", "_counts", "_areas", "_outlines", "_inner", "_pieces", "_uncounted")


@dataclass(frozen=True, eq=False)
class Move:
    """Units that changed hands: positions `units` (c,), labels `before` and `after` (c,), -1 unassigned."""

    units: np.ndarray
    before: np.ndarray
    after: np.ndarray

    def __len__(self) -> int:
        return len(self.units)


@dataclass
class _Change:
    """What a move adds to the sums; rows as in `Ledger`, the last one what is unassigned."""

    units: np.ndarray
    before: np.ndarray
    after: np.ndarray
    totals: np.ndarray
    counts: np.ndarray
    areas: np.ndarray
    outlines: np.ndarray
    inner: np.ndarray
    cut_edges: int
    cut_border: float


class Alignment(Ledger):
    """The live ledger of a plan.

    A move costs the number of the moved units' neighbours, whatever the size of the map. The connected
    parts are followed around a moved unit; where that does not decide, the territories concerned are
    counted anew when somebody asks.

    Attributes
    ----------
    units, adjacency : the map.
    labels : (n,) int32, position of each unit's territory in `territories`, -1 unassigned. Read it, never
        write it.
    territories : k names.
    weights : (m,) weights of the measures in the index, None for equal.
    cut_edges : number of pairs of neighbours that do not have the same territory.
    cut_border : length of their shared borders in metres.
    """

    def __init__(
        self,
        units: Units,
        adjacency: Adjacency,
        labels: np.ndarray,
        territories: Sequence[str],
        weights: np.ndarray | Sequence[float] | None = None,
    ) -> None:
        given = np.array(labels, dtype=np.int32).ravel()
        if len(given) != units.n or adjacency.n != units.n:
            raise ValueError(
                f"There are {units.n} units, {len(given)} labels and {adjacency.n} rows of neighbours."
            )
        names = [str(name) for name in territories]
        if len(set(names)) < len(names):
            twice = next(name for name in names if names.count(name) > 1)
            raise ValueError(f"Territory {twice} is named more than once. Give every territory its own name.")
        if len(given) and (given.min() < -1 or given.max() >= len(names)):
            raise ValueError(f"A label lies outside -1 to {len(names) - 1}, the {len(names)} territories.")
        self.units = units
        self.adjacency = adjacency
        self.labels = given
        self.territories = names
        self.weights = None if weights is None else np.array(weights, dtype=float).ravel()
        self._values = units.values()
        self._held = np.zeros((self.k + 1, self._values.shape[1]))
        self._count_all()

    # -- moving units
    # ------------------------------------------------------------------------------------------

    def move(self, units: int | Sequence[int] | np.ndarray, to: int | Sequence[int] | np.ndarray) -> Move:
        """Give `units` (positions) to territory `to` (one label, or one for each unit; -1 to unassign).

        Returns the units that really changed hands, for `undo`.
        """
        change = self._change(units, to)
        followed = self._follow(change)
        self._totals += change.totals
        self._counts += change.counts
        self._areas += change.areas
        self._outlines += change.outlines
        self._inner += change.inner
        self.cut_edges += change.cut_edges
        self.cut_border += change.cut_border
        for row, pieces in followed.items():
            self._pieces[row] = pieces
            self._uncounted[row] = pieces < 0
        # What a territory without units has left is rounding.
        bare = self._counts == 0
        for sums in (self._areas, self._outlines, self._inner):
            sums[bare] = 0
        self._totals[bare] = self._held[bare]
        self._moves += len(change.units)
        if self._moves > _MOVES_BETWEEN_SUMS:
            self._sum_all()
        return Move(change.units, change.before, change.after)

    def undo(self, move: Move) -> Move:
        """Take back a `move` made earlier: its units get the labels they had before it."""
        return self.move(move.units, move.before)

    def preview(
        self, units: int | Sequence[int] | np.ndarray, to: int | Sequence[int] | np.ndarray
    ) -> Preview:
        """The sums as they would be after ``move(units, to)``; nothing is changed."""
        self._counted_pieces()
        change = self._change(units, to)
        pieces = self._pieces.copy()
        try:
            followed = self._follow(change)
            open_rows = np.array([row for row, count in followed.items() if count < 0], dtype=np.int64)
            if len(open_rows):
                counted = count_pieces(self.adjacency, self.labels, open_rows, self.k)
                followed.update(zip(open_rows.tolist(), counted.tolist()))
        finally:
            self.labels[change.units] = change.before
        for row, count in followed.items():
            pieces[row] = count
        sums = {
            "totals": self._totals + change.totals,
            "counts": self._counts + change.counts,
            "areas": self._areas + change.areas,
            "outlines": self._outlines + change.outlines,
            "inner": self._inner + change.inner,
            "pieces": pieces,
        }
        foreseen = Preview(
            self, sums, (self.cut_edges + change.cut_edges, self.cut_border + change.cut_border)
        )
        foreseen.moved, foreseen.before, foreseen.after = change.units, change.before, change.after
        return foreseen

    # -- territories
    # -------------------------------------------------------------------------------------------

    def add_territory(self, name: str) -> int:
        """Add an empty territory and return its label."""
        self._check_new(name)
        self.territories.append(str(name))
        for field in _BY_TERRITORY:
            rows = getattr(self, field)
            setattr(self, field, np.insert(rows, len(rows) - 1, 0, axis=0))
        return self.k - 1

    def rename_territory(self, territory: int, name: str) -> None:
        """Give territory `territory` (label) another name."""
        if self.territories[territory] != name:
            self._check_new(name)
            self.territories[territory] = str(name)

    def remove_territory(self, territory: int) -> Move:
        """Remove a territory: its units become unassigned, and the labels above it become one less.

        Returns the units that became unassigned; `before` holds the label that is gone.
        """
        if not 0 <= territory < self.k:
            raise ValueError(f"There is no territory number {territory}; there are {self.k}.")
        gone = self.move(np.flatnonzero(self.labels == territory), -1)
        self.labels[self.labels > territory] -= 1
        del self.territories[territory]
        for field in _BY_TERRITORY:
            setattr(self, field, np.delete(getattr(self, field), territory, axis=0))
        return gone

    # -- live edits of the units
    # -------------------------------------------------------------------------------

    def update_measures(self, units: int | Sequence[int] | np.ndarray, values: Any) -> None:
        """Units at positions `units` (c,) get the measures `values` (c, m), NaN where missing."""
        positions = self._positions(units)
        measures = self.units.measures.copy()
        measures[positions] = np.asarray(values, dtype=float).reshape(len(positions), -1)
        before = self._values[positions]
        self.units = replace(self.units, measures=measures)
        self._values = self.units.values()
        rows = self._rows(self.labels[positions])
        self._totals += self._binned(rows, self._values[positions] - before)
        self._moves += len(positions)

    def set_measures(self, measures: Any, names: Sequence[str], weights: Any = None) -> None:
        """Balance other measures (n, m) called `names`, with `weights` (m,) or equal ones."""
        self.units = self.units.with_measures(measures, names)
        self.weights = None if weights is None else np.array(weights, dtype=float).ravel()
        self._values = self.units.values()
        self._held = np.zeros((self.k + 1, self._values.shape[1]))
        self._sum_all()

    def hold(self, amounts: Any) -> None:
        """Territories have amounts (k, m) of the measures that belong to no unit, say of named accounts.

        They are part of all totals and stay where they are, whoever gets the units; until other measures
        are set, which begin with none.
        """
        held = np.zeros_like(self._held)
        held[:-1] = np.asarray(amounts, dtype=float).reshape(self.k, -1)
        self._totals += held - self._held
        self._held = held

    def add_units(self, added: Units, labels: Any = -1, *, adjacency: Adjacency | None = None) -> np.ndarray:
        """Append units to the map, with their `labels` (one or (c,)); returns their positions.

        Without `adjacency` (over all units, the added ones last) the neighbours of the added units are
        looked for around them.
        """
        positions = np.arange(self.units.n, self.units.n + added.n)
        wanted = np.array(np.broadcast_to(np.asarray(labels, dtype=np.int32), added.n))
        if len(wanted) and (wanted.min() < -1 or wanted.max() >= self.k):
            raise ValueError(f"A territory lies outside -1 to {self.k - 1}.")
        units = self.units.extended(added)
        self._remap(units, np.concatenate([self.labels, wanted]), positions, None, adjacency)
        return positions

    def remove_units(
        self, units: int | Sequence[int] | np.ndarray, *, adjacency: Adjacency | None = None
    ) -> None:
        """Take units out of the map; the positions of those after them become smaller."""
        positions = np.unique(self._positions(units))
        keep = np.ones(self.units.n, dtype=bool)
        keep[positions] = False
        self._count(positions, -1)
        none = np.zeros(0, dtype=np.int64)
        self._remap(self.units.subset(keep), self.labels[keep], none, np.flatnonzero(keep), adjacency)

    def replace_geometry(
        self,
        units: int | Sequence[int] | np.ndarray,
        geometry: Sequence[Any] | np.ndarray,
        *,
        adjacency: Adjacency | None = None,
    ) -> None:
        """Units at positions `units` (c,) get the shapes `geometry` (c,); areas, outlines and neighbours
        follow.
        """
        positions = self._positions(units)
        changed = self.units.with_geometry(positions, geometry)
        positions = np.unique(positions)
        self._count(positions, -1)
        self._remap(changed, self.labels, positions, None, adjacency)

    def set_adjacency(self, adjacency: Adjacency) -> None:
        """Use another graph of the same units, for example with more bridges or with barriers."""
        if adjacency.n != self.units.n:
            raise ValueError(f"The graph has {adjacency.n} units, the plan {self.units.n}.")
        self.adjacency = adjacency
        self._count_all()

    def copy(self) -> Alignment:
        """An independent copy; the map itself is shared."""
        twin = object.__new__(Alignment)
        twin.__dict__.update(self.__dict__)
        twin.labels = self.labels.copy()
        twin.territories = list(self.territories)
        for field in _BY_TERRITORY:
            setattr(twin, field, getattr(self, field).copy())
        return twin

    # -- inside
    # ------------------------------------------------------------------------------------------------

    def _check_new(self, name: str) -> None:
        if not str(name).strip():
            raise ValueError("A territory needs a name.")
        if str(name) in self.territories:
            raise ValueError(f"There is a territory called {name} already. Choose another name.")

    def _positions(self, units: int | Sequence[int] | np.ndarray) -> np.ndarray:
        positions = np.atleast_1d(np.asarray(units, dtype=np.int64)).ravel()
        if len(positions) and (positions.min() < 0 or positions.max() >= self.units.n):
            raise ValueError(f"A unit lies outside 0 to {self.units.n - 1}.")
        return positions

    def _rows(self, labels: np.ndarray) -> np.ndarray:
        return np.where(labels < 0, self.k, labels)

    def _binned(self, rows: np.ndarray, values: np.ndarray) -> np.ndarray:
        return np.column_stack([self._sum(rows, column) for column in values.T])

    def _sum(self, rows: np.ndarray, values: np.ndarray) -> np.ndarray:
        # Without any rows bincount forgets that the weights are no integers.
        return np.bincount(rows, weights=values, minlength=self.k + 1).astype(float, copy=False)

    def _change(
        self, units: int | Sequence[int] | np.ndarray, to: int | Sequence[int] | np.ndarray
    ) -> _Change:
        """What the move adds to the sums. Leaves the new labels in place."""
        positions = self._positions(units)
        after = np.broadcast_to(np.asarray(to, dtype=np.int32), positions.shape)
        if len(after) and (after.min() < -1 or after.max() >= self.k):
            raise ValueError(f"A territory lies outside -1 to {self.k - 1}.")
        if len(positions) > 1:
            # A unit named twice goes where it is named last.
            last = len(positions) - 1 - np.unique(positions[::-1], return_index=True)[1]
            positions, after = positions[last], after[last]
        before = self.labels[positions]
        moving = before != after
        positions, before, after = positions[moving], before[moving], after[moving].astype(np.int32)
        k = self.k
        values = self._values[positions]
        lost, gained = self._rows(before), self._rows(after)
        rows = np.concatenate([lost, gained])
        sign = np.repeat([-1.0, 1.0], len(positions))

        def net(column: np.ndarray) -> np.ndarray:
            return np.bincount(rows, weights=sign * np.concatenate([column, column]), minlength=k + 1)

        inner, cut_edges, cut_border = self._border_change(positions, before, after)
        return _Change(
            positions,
            before,
            after,
            np.column_stack([net(column) for column in values.T]),
            net(np.ones(len(positions))).astype(np.int64),
            net(self.units.areas[positions]),
            net(self.units.perimeters[positions]),
            inner,
            cut_edges,
            cut_border,
        )

    def _border_change(
        self, positions: np.ndarray, before: np.ndarray, after: np.ndarray
    ) -> tuple[np.ndarray, int, float]:
        """Change of the border inside each territory (k + 1,), of the cut pairs and of the cut border."""
        k = self.k
        graphs = (
            [self.adjacency] if self.adjacency.barred is None else [self.adjacency, self.adjacency.barred]
        )
        inner = np.zeros(k + 1)
        cut_edges, cut_border = 0, 0.0
        old_labels = [self.labels[graph.indices[rows_of(graph, positions)[0]]] for graph in graphs]
        self.labels[positions] = after
        self._mark[positions] = True
        for graph, old_near in zip(graphs, old_labels):
            where, counts = rows_of(graph, positions)
            near = graph.indices[where]
            new_near = self.labels[near]
            old_own, new_own = np.repeat(before, counts), np.repeat(after, counts)
            # A pair whose both units move is seen from both sides.
            share = np.where(self._mark[near], 0.5, 1.0)
            length = graph.border[where] * share
            was, now = old_own == old_near, new_own == new_near
            inner -= np.bincount(self._rows(old_own[was]), weights=length[was], minlength=k + 1)
            inner += np.bincount(self._rows(new_own[now]), weights=length[now], minlength=k + 1)
            if graph is self.adjacency:
                cut_edges = round(float(share @ (was.astype(float) - now)))
            cut_border += float(length @ (was.astype(float) - now))
        self._mark[positions] = False
        return inner, cut_edges, cut_border

    def _follow(self, change: _Change) -> dict[int, int]:
        """New number of pieces of the rows that the move touches, -1 where they must be counted anew."""
        touched = np.unique(np.concatenate([change.before, change.after])).tolist()
        if len(change.units) > _FOLLOWED_UNITS:
            return dict.fromkeys(touched, -1)
        pieces = {row: (-1 if self._uncounted[row] else int(self._pieces[row])) for row in touched}
        self.labels[change.units] = change.before
        for unit, source, target in zip(change.units.tolist(), change.before.tolist(), change.after.tolist()):
            for row, sign in ((source, 1), (target, -1)):
                if pieces[row] >= 0:
                    parts = parts_around(self.adjacency, self.labels, unit, row)
                    pieces[row] = -1 if parts is None else pieces[row] + sign * (parts - 1)
            self.labels[unit] = target
        return pieces

    def _counted_pieces(self) -> np.ndarray:
        rows = np.flatnonzero(self._uncounted)
        if len(rows):
            self._pieces[rows] = count_pieces(self.adjacency, self.labels, rows, self.k)
            self._uncounted[rows] = False
        return self._pieces

    def _count_all(self) -> None:
        self._mark = np.zeros(self.units.n, dtype=bool)
        self._pieces = np.zeros(self.k + 1, dtype=np.int64)
        self._uncounted = np.ones(self.k + 1, dtype=bool)
        self._sum_all()

    def _sum_all(self) -> None:
        """All sums afresh from the labels."""
        rows = self._rows(self.labels)
        k = self.k
        self._totals = self._binned(rows, self._values) + self._held
        self._counts = np.bincount(rows, minlength=k + 1)
        self._areas = self._sum(rows, self.units.areas)
        self._outlines = self._sum(rows, self.units.perimeters)
        self._inner = np.zeros(k + 1)
        self.cut_edges, self.cut_border = 0, 0.0
        for graph in (self.adjacency, self.adjacency.barred):
            if graph is None:
                continue
            pairs, border, _ = graph.pairs()
            first, second = self.labels[pairs[:, 0]], self.labels[pairs[:, 1]]
            same = first == second
            self._inner += np.bincount(self._rows(first[same]), weights=border[same], minlength=k + 1)
            self.cut_border += float(border[~same].sum())
            if graph is self.adjacency:
                self.cut_edges = int(np.count_nonzero(~same))
        self._moves = 0

    def _count(self, positions: np.ndarray, sign: int) -> None:
        """Count units (each once) and the borders with their neighbours in (`sign` 1) or out (-1)."""
        k = self.k
        own = self.labels[positions]
        rows = self._rows(own)
        self._totals += sign * self._binned(rows, self._values[positions])
        self._counts += sign * np.bincount(rows, minlength=k + 1)
        self._areas += sign * self._sum(rows, self.units.areas[positions])
        self._outlines += sign * self._sum(rows, self.units.perimeters[positions])
        self._uncounted[rows] = True
        self._mark[positions] = True
        for graph in (self.adjacency, self.adjacency.barred):
            if graph is None:
                continue
            where, counts = rows_of(graph, positions)
            near = graph.indices[where]
            share = np.where(self._mark[near], 0.5, 1.0)
            length = graph.border[where] * share
            owner = np.repeat(own, counts)
            same = owner == self.labels[near]
            self._inner += sign * np.bincount(self._rows(owner[same]), weights=length[same], minlength=k + 1)
            self.cut_border += sign * float(length[~same].sum())
            if graph is self.adjacency:
                self.cut_edges += sign * round(float(share[~same].sum()))
        self._mark[positions] = False
        self._moves += len(positions)

    def _remap(
        self,
        units: Units,
        labels: np.ndarray,
        changed: np.ndarray,
        kept: np.ndarray | None,
        adjacency: Adjacency | None,
    ) -> None:
        """Take over another map in which the units `changed` are not counted yet."""
        if adjacency is None and units.geometry is not None and not units.is_points:
            graph = self.adjacency.updated(units.geometry, changed, kept)
            linked = graph.connected(units.xy, units.geometry) if self.adjacency.joined else graph
        elif adjacency is None:
            # The triangulation of points changes beyond the points that were touched.
            linked = graph = Adjacency.of(units, connect=self.adjacency.joined)
            adjacency = graph
        else:
            linked = graph = adjacency
        if linked.n != units.n:
            raise ValueError(f"The graph has {linked.n} units, the plan {units.n}.")
        self.units, self.labels, self.adjacency = units, labels, graph
        self._values = units.values()
        self._mark = np.zeros(units.n, dtype=bool)
        if adjacency is not None:
            self._count_all()
            return
        self._count(changed, 1)
        if linked is not graph:
            fresh = _beyond(linked, graph)
            first, second = self.labels[fresh[:, 0]], self.labels[fresh[:, 1]]
            self.cut_edges += int(np.count_nonzero(first != second))
            self._uncounted[first[first == second]] = True
            self.adjacency = linked


def _beyond(linked: Adjacency, graph: Adjacency) -> np.ndarray:
    """Bridges (b, 2) of `linked` that `graph` has not."""
    old = {tuple(pair) for pair in graph.bridges.tolist()}
    fresh = [pair for pair in linked.bridges.tolist() if tuple(pair) not in old]
    return np.array(fresh, dtype=np.int64).reshape(-1, 2)
