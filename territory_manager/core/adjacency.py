"""Who touches whom: the graph of units, with the length of the shared borders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

import numpy as np
import shapely
from scipy import sparse
from scipy.sparse import csgraph

from .adjacency_bridges import shortest_bridges
from .adjacency_points import delaunay_pairs
from .adjacency_polygons import default_tolerance, polygon_pairs
from .units import Units


class Adjacency:
    """Neighbours of every unit in compressed sparse rows; immutable and symmetric.

    Two units are neighbours when they share a border of positive length or overlap (points: neighbours in the
    Delaunay graph), or when a bridge joins them.

    Attributes
    ----------
    n : number of units.
    indptr : (n + 1,) int64; the neighbours of unit i are ``indices[indptr[i]:indptr[i + 1]]``, ascending.
    indices : (nnz,) int32.
    border : (nnz,) float64, shared border in metres; 0 for bridges and between points.
    bridge : (nnz,) bool, True where only a bridge joins the two.
    bridges : (b, 2) int32, the bridges, smaller position first.
    barred : Adjacency of the pairs that a barrier keeps apart although they share a border, or None.
    tolerance : metres within which two borders counted as the same, None for graphs not made from polygons.
    joined : True when `connected` has seen to it that the map is one part.
    """

    def __init__(
        self,
        n: int,
        pairs: np.ndarray,
        border: np.ndarray | None = None,
        bridge: np.ndarray | None = None,
        *,
        barred: Adjacency | None = None,
        tolerance: float | None = None,
        joined: bool = False,
    ) -> None:
        edges = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
        lengths = np.zeros(len(edges)) if border is None else np.asarray(border, dtype=float)
        flags = np.zeros(len(edges), dtype=bool) if bridge is None else np.asarray(bridge, dtype=bool)
        if len(edges) and (edges.min() < 0 or edges.max() >= n):
            raise ValueError(f"A pair of neighbours names a unit outside 0 to {n - 1}.")
        low, high = edges.min(axis=1), edges.max(axis=1)
        keep = low != high
        low, high, lengths, flags = low[keep], high[keep], lengths[keep], flags[keep]
        key = low * n + high
        if len(key) and not np.all(key[1:] > key[:-1]):
            key, first, group = np.unique(key, return_index=True, return_inverse=True)
            # A pair given twice is one pair: borders add up; a bridge only if nothing else joins it.
            lengths = np.bincount(group, weights=lengths, minlength=len(key))
            flags = np.bincount(group, weights=~flags, minlength=len(key)) == 0
            low, high = low[first], high[first]
        self._pairs = np.column_stack([low, high]).astype(np.int32)
        self._pair_border = lengths
        self._pair_bridge = flags
        start = np.concatenate([high, low])
        end = np.concatenate([low, high])
        # The pairs are sorted by (low, high), so a stable sort on the start sorts by (start, end).
        order = np.argsort(start, kind="stable")
        self.n = int(n)
        self.indices = end[order].astype(np.int32)
        self.indptr = np.zeros(n + 1, dtype=np.int64)
        np.cumsum(np.bincount(start, minlength=n), out=self.indptr[1:])
        self.border = np.concatenate([lengths, lengths])[order]
        self.bridge = np.concatenate([flags, flags])[order]
        self.bridges = self._pairs[flags]
        self.barred = barred
        self.tolerance = tolerance
        self.joined = joined
        for array in (self.indices, self.indptr, self.border, self.bridge, self.bridges):
            array.flags.writeable = False

    @classmethod
    def from_polygons(
        cls,
        geometry: Sequence[Any] | np.ndarray,
        *,
        tolerance: float | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> Adjacency:
        """Neighbours among polygons (n,) of shapely geometries in metres; null and empty ones have none.

        Identical segments are found first; borders that do not match vertex by vertex (slivers, gaps,
        overlaps, T-junctions) are then compared within `tolerance` metres. A touch in one corner does not
        count.

        Parameters
        ----------
        tolerance : metres; None takes a thousandth of the side of the median unit, at most 10 m.
        cancelled : asked now and then; when it says True, InterruptedError is raised.
        """
        shapes = np.empty(len(geometry), dtype=object)
        shapes[:] = geometry
        reach = default_tolerance(shapes) if tolerance is None else float(tolerance)
        pairs, border = polygon_pairs(shapes, reach, cancelled)
        return cls(len(shapes), pairs, border, tolerance=reach)

    @classmethod
    def from_points(cls, xy: np.ndarray) -> Adjacency:
        """Neighbours among points (n, 2): the Delaunay graph. Points in the same place are neighbours."""
        places = np.asarray(xy, dtype=float).reshape(-1, 2)
        return cls(len(places), delaunay_pairs(places))

    @classmethod
    def from_pairs(cls, n: int, pairs: np.ndarray, border: np.ndarray | None = None) -> Adjacency:
        """Neighbours from `pairs` (e, 2) of positions 0 … n − 1 and shared `border` (e,) in metres or 0."""
        return cls(n, pairs, border)

    @classmethod
    def of(
        cls,
        units: Units,
        tolerance: float | None = None,
        *,
        connect: bool = True,
        cancelled: Callable[[], bool] | None = None,
    ) -> Adjacency:
        """Neighbours of `units`: shared borders for polygons, Delaunay for points and units without geometry.

        With `connect` islands get the shortest bridges that connect the map.
        """
        if units.is_points or units.geometry is None:
            graph = cls.from_points(units.xy)
        else:
            graph = cls.from_polygons(units.geometry, tolerance=tolerance, cancelled=cancelled)
        return graph.connected(units.xy, units.geometry) if connect else graph

    def neighbours(self, i: int) -> np.ndarray:
        """Positions of the neighbours of unit `i`, ascending."""
        return self.indices[self.indptr[i] : self.indptr[i + 1]]

    def pairs(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Each pair once: positions (e, 2), the smaller first; shared border (e,) in m; bridge (e,)."""
        return self._pairs, self._pair_border, self._pair_bridge

    def components(
        self, labels: np.ndarray | None = None, *, bridges: bool = True
    ) -> tuple[int, np.ndarray]:
        """Connected parts: their number and the part (n,) of every unit.

        With `labels` (n,) only neighbours with the same label connect, so that the parts are the pieces of
        the territories (and of what is unassigned, label -1).
        """
        pairs = self._pairs if bridges else self._pairs[~self._pair_bridge]
        if labels is not None:
            labels = np.asarray(labels)
            pairs = pairs[labels[pairs[:, 0]] == labels[pairs[:, 1]]]
        graph = sparse.csr_matrix(
            (np.ones(len(pairs), dtype=bool), (pairs[:, 0], pairs[:, 1])), shape=(self.n, self.n)
        )
        count, part = csgraph.connected_components(graph, directed=False)
        return int(count), part

    def connected(self, xy: np.ndarray, geometry: np.ndarray | None = None) -> Adjacency:
        """The same graph with the shortest bridges that make the map one part; see `bridges`.

        Distances are between the shapes where `geometry` (n,) is given, else between the centroids `xy`
        (n, 2). Units without a place (null or empty geometry) cannot be bridged and stay apart, as do
        neighbours behind a barrier.
        """
        # What only a barrier keeps apart is not an island: a bridge there would undo the barrier.
        open_map = self if self.barred is None else self.with_bridges(self.barred._pairs)
        count, part = open_map.components()
        if count <= 1 and self.joined:
            return self
        found = shortest_bridges(part, np.asarray(xy, dtype=float), geometry)
        linked = copy(self.with_bridges(found))
        linked.joined = True
        return linked

    def with_bridges(self, pairs: np.ndarray) -> Adjacency:
        """The same graph with more bridges, `pairs` (b, 2); who are neighbours already stay as they are."""
        extra = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
        if len(extra) == 0:
            return self
        return self._changed(
            np.vstack([self._pairs, extra]),
            np.concatenate([self._pair_border, np.zeros(len(extra))]),
            np.concatenate([self._pair_bridge, np.ones(len(extra), dtype=bool)]),
            self.barred,
        )

    def without_bridges(self) -> Adjacency:
        """The same graph without any bridge."""
        keep = ~self._pair_bridge
        return self._changed(self._pairs[keep], self._pair_border[keep], self._pair_bridge[keep], self.barred)

    def without(self, pairs: np.ndarray) -> Adjacency:
        """The same graph in which `pairs` (b, 2) are no neighbours, as behind a barrier.

        Their shared border is remembered in `barred`, so that the outline of a territory stays true.
        """
        low = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
        gone = np.isin(self._keys(self._pairs), self._keys(low))
        walls = gone & ~self._pair_bridge
        barred_pairs, barred_border = self._pairs[walls], self._pair_border[walls]
        if self.barred is not None:
            barred_pairs = np.vstack([self.barred._pairs, barred_pairs])
            barred_border = np.concatenate([self.barred._pair_border, barred_border])
        barred = Adjacency(self.n, barred_pairs, barred_border) if len(barred_pairs) else None
        return self._changed(self._pairs[~gone], self._pair_border[~gone], self._pair_bridge[~gone], barred)

    def updated(
        self,
        geometry: Sequence[Any] | np.ndarray,
        changed: np.ndarray,
        kept: np.ndarray | None = None,
    ) -> Adjacency:
        """The graph after some units were added, removed or got another shape.

        Only the surroundings of these units are compared.
        Bridges between units that stay are kept; call `connected` afterwards if the map may have come apart.

        Parameters
        ----------
        geometry : (n',) all shapes after the change: first the kept units in their old order, then the
            added ones.
        changed : positions after the change of the units whose shape is new or altered.
        kept : positions before the change of the units that stay, ascending; None when all stay.
        """
        shapes = np.empty(len(geometry), dtype=object)
        shapes[:] = geometry
        n = len(shapes)
        altered = np.zeros(n, dtype=bool)
        altered[np.asarray(changed, dtype=np.int64)] = True
        place = np.full(self.n, -1, dtype=np.int64)
        stay = np.arange(self.n) if kept is None else np.asarray(kept, dtype=np.int64)
        place[stay] = np.arange(len(stay))
        altered[len(stay) :] = True
        reach = default_tolerance(shapes) if self.tolerance is None else self.tolerance
        fresh, lengths = _surroundings(shapes, np.flatnonzero(altered), reach)

        moved = place[self._pairs]
        alive = (moved >= 0).all(axis=1)
        touched = np.zeros(len(moved), dtype=bool)
        touched[alive] = altered[moved[alive]].any(axis=1)
        keep = alive & (~touched | self._pair_bridge)
        pairs, border, bridge = moved[keep], self._pair_border[keep], self._pair_bridge[keep]
        barred = None
        if self.barred is not None:
            walls = place[self.barred._pairs]
            standing = (walls >= 0).all(axis=1)
            walls, wall_border = walls[standing], self.barred._pair_border[standing]
            # A pair behind a barrier stays so; its border is measured anew where a shape changed.
            behind = np.isin(_keys(fresh, n), _keys(walls, n))
            old = ~altered[walls].any(axis=1) if len(walls) else np.zeros(0, dtype=bool)
            barred_pairs = np.vstack([walls[old], fresh[behind]])
            barred_border = np.concatenate([wall_border[old], lengths[behind]])
            barred = Adjacency(n, barred_pairs, barred_border) if len(barred_pairs) else None
            fresh, lengths = fresh[~behind], lengths[~behind]
        return Adjacency(
            n,
            np.vstack([pairs, fresh]),
            np.concatenate([border, lengths]),
            np.concatenate([bridge, np.zeros(len(fresh), dtype=bool)]),
            barred=barred,
            tolerance=reach,
            joined=self.joined,
        )

    def _changed(
        self, pairs: np.ndarray, border: np.ndarray, bridge: np.ndarray, barred: Adjacency | None
    ) -> Adjacency:
        return Adjacency(
            self.n, pairs, border, bridge, barred=barred, tolerance=self.tolerance, joined=self.joined
        )

    def _keys(self, pairs: np.ndarray) -> np.ndarray:
        return _keys(pairs, self.n)


def _keys(pairs: np.ndarray, n: int) -> np.ndarray:
    wide = np.asarray(pairs, dtype=np.int64).reshape(-1, 2)
    return wide.min(axis=1) * n + wide.max(axis=1)


def _surroundings(shapes: np.ndarray, changed: np.ndarray, reach: float) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (e, 2) and borders (e,) of the `changed` units, comparing only what lies near them."""
    bounds = shapely.bounds(shapes)
    near = np.zeros(len(shapes), dtype=bool)
    near[changed] = True
    for xmin, ymin, xmax, ymax in bounds[changed]:
        # Comparisons with the NaN bounds of null and empty shapes are False: such units are near nothing.
        near |= (
            (bounds[:, 0] <= xmax + reach)
            & (bounds[:, 2] >= xmin - reach)
            & (bounds[:, 1] <= ymax + reach)
            & (bounds[:, 3] >= ymin - reach)
        )
    chosen = np.flatnonzero(near)
    pairs, border = polygon_pairs(shapes[chosen], reach, None)
    pairs = chosen[pairs]
    involved = np.isin(pairs, changed).any(axis=1)
    return pairs[involved], border[involved]
