"""Neighbours among polygons: identical segments first, imperfect borders after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from scipy import sparse

from .adjacency_overlaps import confirmed_overlaps, suspected_overlaps
from .adjacency_repair import loose_borders

_LARGEST_TOLERANCE = 10.0
_TOLERANCE_OF_SIDE = 1e-3
# Vertices are the same when they fall into the same cell of a grid of this fraction of the tolerance.
_GRID_OF_TOLERANCE = 1e-3
# The golden section: a part of a segment that hardly coincides with anything drawn by hand.
_ALONG = 0.381966


@dataclass(frozen=True)
class _Segments:
    """Border segments: ends (s, 2) in metres, their unit (s,) and their place (s,) along the rings."""

    start: np.ndarray
    end: np.ndarray
    unit: np.ndarray
    place: np.ndarray


def default_tolerance(geometry: np.ndarray) -> float:
    """Metres within which two borders are the same: a thousandth of the median unit's side, at most 10."""
    areas = shapely.area(geometry)
    areas = areas[areas > 0]
    if len(areas) == 0:
        return _LARGEST_TOLERANCE
    return float(min(_LARGEST_TOLERANCE, _TOLERANCE_OF_SIDE * np.sqrt(np.median(areas))))


def polygon_pairs(
    geometry: np.ndarray, tolerance: float, cancelled: Callable[[], bool] | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of polygons that share a border of positive length or overlap.

    Parameters
    ----------
    geometry : (n,) shapely polygons in metres; None and empty ones have no neighbours.
    tolerance : metres within which two borders count as the same.
    cancelled : asked between the steps; when it says True, InterruptedError is raised.

    Returns
    -------
    pairs : (e, 2) positions, the smaller first, in ascending order.
    border : (e,) length of the common border in metres. For overlapping polygons it is half of what their
        outlines are longer than the outline of both together.
    """
    n = len(geometry)
    low, high, length, loose = _matched(geometry, tolerance * _GRID_OF_TOLERANCE)
    _go_on(cancelled)
    near, near_length, crossing = loose_borders(
        loose.start, loose.end, loose.unit, tolerance, tolerance * _GRID_OF_TOLERANCE
    )
    _go_on(cancelled)
    graph = _summed(
        n,
        np.concatenate([low, near[:, 0]]),
        np.concatenate([high, near[:, 1]]),
        np.concatenate([length, near_length]),
    )
    suspects = suspected_overlaps(geometry, crossing, _points_on_runs(loose), graph)
    _go_on(cancelled)
    pairs, border = _pairs_of(graph)
    unknown = suspects[~np.isin(suspects[:, 0] * n + suspects[:, 1], pairs[:, 0] * n + pairs[:, 1])]
    over, _ = confirmed_overlaps(geometry, unknown, tolerance)
    if len(over):
        both = shapely.union(*_valid(geometry, over).T)
        outlines = shapely.length(geometry[over]).sum(axis=1)
        inside = np.maximum(outlines - shapely.length(both), 0.0) / 2.0
        pairs, border = np.vstack([pairs, over]), np.concatenate([border, inside])
        order = np.lexsort((pairs[:, 1], pairs[:, 0]))
        pairs, border = pairs[order], border[order]
    return pairs, border


def overlapping_pairs(
    geometry: np.ndarray, tolerance: float | None = None, cancelled: Callable[[], bool] | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (e, 2) of polygons that overlap, and the area (e,) in m² that they share.

    Overlaps of no more than `tolerance` (metres) squared are rounding and do not count.
    """
    reach = default_tolerance(geometry) if tolerance is None else tolerance
    low, high, length, loose = _matched(geometry, reach * _GRID_OF_TOLERANCE)
    _go_on(cancelled)
    _, _, crossing = loose_borders(loose.start, loose.end, loose.unit, reach, reach * _GRID_OF_TOLERANCE)
    _go_on(cancelled)
    graph = _summed(len(geometry), low, high, length)
    return confirmed_overlaps(
        geometry, suspected_overlaps(geometry, crossing, _points_on_runs(loose), graph), reach
    )


def _go_on(cancelled: Callable[[], bool] | None) -> None:
    if cancelled is not None and cancelled():
        raise InterruptedError("The search for neighbours was cancelled.")


def _valid(geometry: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    shapes = geometry[pairs]
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken])
    return shapes


def _matched(geometry: np.ndarray, grid: float) -> tuple[np.ndarray, np.ndarray, np.ndarray, _Segments]:
    """Segments that two or more units have in common, and those that only one has.

    Vertices become cells of the `grid` (metres), cells 64-bit hashes, and a segment the sum of the hashes
    of its ends, the same in both directions; equal sums are found by sorting. Two different segments have
    the same sum with a probability of about 10⁻⁷ in a map of two million segments.

    Returns
    -------
    low, high : (s,) units on the two sides of each common segment, the smaller first.
    length : (s,) metres.
    loose : the segments without a partner.
    """
    parts, unit_of_part = shapely.get_parts(geometry, return_index=True)
    nested = shapely.get_type_id(parts) == 6
    if nested.any():
        inner, owner = shapely.get_parts(parts[nested], return_index=True)
        unit_of_part = np.concatenate([unit_of_part[~nested], unit_of_part[nested][owner]])
        parts = np.concatenate([parts[~nested], inner])
    rings, part_of_ring = shapely.get_rings(parts, return_index=True)
    points = shapely.get_coordinates(rings)
    sizes = shapely.get_num_coordinates(rings)
    unit = np.repeat(unit_of_part[part_of_ring].astype(np.int32), sizes)

    cells = np.rint(points / grid).astype(np.int64).view(np.uint64)
    mixed = _mixed(cells[:, 0])
    mixed += cells[:, 1]
    mixed = _mixed(mixed)
    real = mixed[1:] != mixed[:-1]
    real[np.cumsum(sizes)[:-1] - 1] = False
    place = np.flatnonzero(real)
    key = (mixed[1:] + mixed[:-1])[place]

    order = np.argsort(key)
    key = key[order]
    same = np.flatnonzero(key[1:] == key[:-1])
    left, right = same, same + 1
    lag = 1
    # Where more than two segments coincide (stacked units) all of them are neighbours of each other.
    while True:
        lag += 1
        same = same[same + lag < len(key)]
        same = same[key[same + lag] == key[same]]
        if len(same) == 0:
            break
        left, right = np.concatenate([left, same]), np.concatenate([right, same + lag])
    left, right = place[order[left]], place[order[right]]
    first, second = unit[left], unit[right]
    other = first != second
    left, right, first, second = left[other], right[other], first[other], second[other]
    span = points[left + 1] - points[left]
    length = np.hypot(span[:, 0], span[:, 1])

    alone = np.zeros(len(points), dtype=bool)
    alone[place] = True
    alone[left] = False
    alone[right] = False
    rest = np.flatnonzero(alone)
    loose = _Segments(points[rest], points[rest + 1] if len(rest) else points[rest], unit[rest], rest)
    return np.minimum(first, second), np.maximum(first, second), length, loose


def _mixed(number: np.ndarray) -> np.ndarray:
    """Hashes (s,) of 64-bit numbers: the finaliser of SplitMix64 (Steele, Lea, Flood 2014)."""
    number = (number ^ (number >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    number = (number ^ (number >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return number ^ (number >> np.uint64(31))


def _summed(n: int, low: np.ndarray, high: np.ndarray, length: np.ndarray) -> sparse.csr_matrix:
    """Border per pair of units as the upper triangle of a sparse matrix (n, n); repeated pairs add up."""
    return sparse.coo_matrix((length, (low, high)), shape=(n, n)).tocsr()


def _pairs_of(graph: sparse.csr_matrix) -> tuple[np.ndarray, np.ndarray]:
    graph.sort_indices()
    listed = graph.tocoo()
    return np.column_stack([listed.row, listed.col]).astype(np.int64), listed.data


def _points_on_runs(loose: _Segments) -> tuple[np.ndarray, np.ndarray]:
    """One point (r, 2) on every run of loose segments that follow each other, and its unit (r,).

    Not the middle of a segment: in maps drawn on a grid other borders tend to pass there.
    """
    first = np.ones(len(loose.place), dtype=bool)
    first[1:] = (loose.place[1:] != loose.place[:-1] + 1) | (loose.unit[1:] != loose.unit[:-1])
    return loose.start[first] + _ALONG * (loose.end[first] - loose.start[first]), loose.unit[first]
