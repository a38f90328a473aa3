"""From accounts to units: which unit an account lies in, and what the accounts of a unit add up to."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely

from .units import Units


def locate(units: Units, places: Any) -> np.ndarray:
    """The unit of each account.

    Parameters
    ----------
    units : polygons (the account lies inside or on the border) or points (the nearest).
    places : (a,) shapely points in metres, None or empty where there is no place.

    Returns
    -------
    (a,) position of the unit, -1 for none; on a common border the unit that comes first.
    """
    points = np.empty(len(places), dtype=object)
    points[:] = places
    usable = np.flatnonzero(~(shapely.is_missing(points) | shapely.is_empty(points)))
    unit = np.full(len(points), -1)
    if units.is_points or units.geometry is None:
        placed = np.flatnonzero(np.isfinite(units.xy).all(axis=1))
        if len(placed) and len(usable):
            tree = shapely.STRtree(shapely.points(units.xy[placed]))
            unit[usable] = placed[tree.nearest(points[usable])]
        return unit
    account, inside = _inside(units.geometry, points[usable])
    first = np.full(len(usable), units.n)
    np.minimum.at(first, account, inside)
    unit[usable] = np.where(first < units.n, first, -1)
    return unit


def all_containing(units: Units, places: Any) -> list[list[int]]:
    """All units in which each account lies, ascending: several where units overlap or share a border there.

    Parameters as in :func:`locate`; of units that are points there is one at most.
    """
    points = np.empty(len(places), dtype=object)
    points[:] = places
    if units.is_points or units.geometry is None:
        return [[unit] if unit >= 0 else [] for unit in locate(units, points).tolist()]
    found: list[list[int]] = [[] for _ in points]
    for account, unit in sorted(zip(*(column.tolist() for column in _inside(units.geometry, points)))):
        found[account].append(unit)
    return found


def _inside(geometry: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of positions: a point, and a polygon that it lies in or on the border of."""
    shapes = geometry.copy()
    broken = ~shapely.is_valid(shapes) & ~shapely.is_missing(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken])
    account, inside = shapely.STRtree(shapes).query(points, predicate="intersects")
    return account, inside


def sums(unit: np.ndarray, values: np.ndarray, n: int) -> tuple[np.ndarray, np.ndarray]:
    """What the accounts of each unit add up to.

    Parameters
    ----------
    unit : (a,) position of the unit of each account, -1 for none.
    values : (a, m) fields of the accounts, NaN where a value is missing.
    n : number of units.

    Returns
    -------
    (n,) number of accounts, and (n, m) sums of the values that are there: 0 without any account, NaN where
    a unit has accounts but none of them a value.
    """
    inside = unit >= 0
    where, values = unit[inside], values[inside]
    counts = np.bincount(where, minlength=n)
    totals = np.zeros((n, values.shape[1]))
    for column in range(values.shape[1]):
        known = np.isfinite(values[:, column])
        totals[:, column] = np.bincount(where[known], weights=values[known, column], minlength=n)
        silent = (counts > 0) & (np.bincount(where[known], minlength=n) == 0)
        totals[silent, column] = np.nan
    return counts, totals
