"""Neighbours among polygons: identical segments first, imperfect borders after."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

_LARGEST_TOLERANCE = 10.0
_TOLERANCE_OF_SIDE = 1e-3
_GRID_OF_TOLERANCE = 1e-3


def default_tolerance(geometry: np.ndarray) -> float:
    """Metres within which two borders count as the same: a thousandth of the median unit's side, at most 10 m."""
    areas = shapely.area(geometry)
    areas = areas[areas > 0]
    if len(areas) == 0:
        return _LARGEST_TOLERANCE * _TOLERANCE_OF_SIDE
    return float(min(_LARGEST_TOLERANCE, _TOLERANCE_OF_SIDE * np.sqrt(np.median(areas))))


def polygon_pairs(
    geometry: np.ndarray, tolerance: float, cancelled: Callable[[], bool] | None
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (e, 2) of polygons with a common border and its length (e,) in metres."""
    rings, unit_of_ring = shapely.get_rings(geometry, return_index=True)
    points, ring_of_point = shapely.get_coordinates(rings, return_index=True)
    a, b = points[:-1], points[1:]
    inside = ring_of_point[:-1] == ring_of_point[1:]
    unit = unit_of_ring[ring_of_point[:-1]]
    grid = np.rint(points / (tolerance * _GRID_OF_TOLERANCE)).astype(np.int64)
    with np.errstate(over="ignore"):
        h = _mixed(_mixed(grid[:, 0].astype(np.uint64)) + grid[:, 1].astype(np.uint64))
        key = _mixed(h[:-1] + h[1:])
    keep = np.flatnonzero(inside & (h[:-1] != h[1:]))
    order = keep[np.argsort(key[keep])]
    same = key[order[1:]] == key[order[:-1]]
    left, right = order[:-1][same], order[1:][same]
    left_unit, right_unit = unit[left], unit[right]
    other = left_unit != right_unit
    left, left_unit, right_unit = left[other], left_unit[other], right_unit[other]
    length = np.hypot(a[left, 0] - b[left, 0], a[left, 1] - b[left, 1])
    n = len(geometry)
    code = np.minimum(left_unit, right_unit).astype(np.int64) * n + np.maximum(left_unit, right_unit)
    codes, group = np.unique(code, return_inverse=True)
    border = np.bincount(group, weights=length, minlength=len(codes))
    return np.column_stack([codes // max(n, 1), codes % max(n, 1)]), border


def _mixed(number: np.ndarray) -> np.ndarray:
    number = (number ^ (number >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    number = (number ^ (number >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return number ^ (number >> np.uint64(31))


def overlapping_pairs(geometry: np.ndarray, tolerance: float) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (e, 2) of polygons that overlap, and the area (e,) in m² that they share."""
    usable = shapely.is_valid(geometry) & ~shapely.is_empty(geometry)
    chosen = np.flatnonzero(usable)
    tree = shapely.STRtree(geometry[chosen])
    first, second = tree.query(geometry[chosen], predicate="intersects")
    once = first < second
    pairs = chosen[np.column_stack([first[once], second[once]])]
    areas = shapely.area(shapely.intersection(geometry[pairs[:, 0]], geometry[pairs[:, 1]]))
    keep = areas > tolerance**2
    return pairs[keep], areas[keep]
