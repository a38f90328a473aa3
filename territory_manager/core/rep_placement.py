"""Where reps should live: the best home of a territory, who can be spared, what nobody takes on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.spatial import cKDTree

from .workload import NOBODY, nearest_home

_ROUNDS = 60
# So many units are tried one by one: all of a small territory, the nearest to the median of a large one.
_TRIED = 400


def best_home(xy: np.ndarray, weight: np.ndarray) -> int:
    """Position of the place from which the others are nearest: least Σ weight · distance.

    Exact for up to 400 places. Of more, the 400 nearest to the geometric median are tried (Weiszfeld 1937,
    "Sur le point pour lequel la somme des distances de n points donnés est minimum", Tôhoku Mathematical
    Journal 43).

    Parameters
    ----------
    xy : (n, 2) m, NaN rows cannot be lived in and count nothing.
    weight : (n,) such as calls per year; NaN or negative counts nothing. Without any, every place counts 1.

    Returns
    -------
    int
        -1 where no place is known. Of equally good places the first.
    """
    placed = np.flatnonzero(np.isfinite(xy).all(axis=1))
    if not len(placed):
        return NOBODY
    places = xy[placed]
    mass = np.maximum(np.nan_to_num(np.asarray(weight, dtype=float)[placed]), 0.0)
    if not mass.sum() > 0:
        mass = np.ones(len(placed))
    tried = np.arange(len(placed))
    if len(placed) > _TRIED:
        tried = np.sort(cKDTree(places).query(geometric_median(places, mass), _TRIED)[1])
    visited = np.flatnonzero(mass > 0)
    away = np.hypot(*(places[tried][:, None] - places[visited][None]).transpose(2, 0, 1))
    return int(placed[tried[np.argmin(away @ mass[visited])]])


def geometric_median(xy: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """(2,) place with the least weighted sum of distances, by Weiszfeld's iteration."""
    middle = np.average(xy, axis=0, weights=weight)
    for _ in range(_ROUNDS):
        away = np.maximum(np.hypot(*(xy - middle).T), 1e-6)
        moved = np.average(xy, axis=0, weights=weight / away)
        if np.hypot(*(moved - middle)) < 1.0:
            return moved
        middle = moved
    return middle


def kept_homes(xy: np.ndarray, weight: np.ndarray, homes: np.ndarray, count: int) -> np.ndarray:
    """(count,) positions of the homes to keep when there are to be fewer; in their order.

    One home after the other is given up, each time the one without which the ways grow least: Σ weight ·
    distance to the nearest home that is left (Feldman, Lehrer and Ray 1966, "Warehouse location under
    continuous economies of scale", Management Science 12, the drop heuristic). Reps without a known home go
    first, the last of them before the others.
    """
    left = list(range(len(homes)))
    known = np.isfinite(homes).all(axis=1)
    placed = np.isfinite(xy).all(axis=1)
    mass = np.maximum(np.nan_to_num(np.asarray(weight, dtype=float)[placed]), 0.0)
    away = np.hypot(*(xy[placed][:, None] - homes[None]).transpose(2, 0, 1))
    while len(left) > max(count, 0):
        unknown = [home for home in left if not known[home]]
        if unknown:
            left.remove(unknown[-1])
            continue
        best: tuple[float, int] | None = None
        for home in left:
            others = [other for other in left if other != home]
            cost = float(mass @ away[:, others].min(axis=1)) if others else np.inf
            if best is None or cost < best[0]:
                best = (cost, home)
        if best is not None:
            left.remove(best[1])
    return np.array(left, dtype=np.int64)


def left_over(
    xy: np.ndarray, need: np.ndarray, homes: np.ndarray, capacity: np.ndarray | Sequence[float]
) -> np.ndarray:
    """(n,) hours that are left when every rep takes on the nearest work first, until the hours are gone.

    Parameters
    ----------
    need : (n,) hours, NaN counts nothing.
    homes : (k, 2) m, NaN rows take on nothing.
    capacity : (k,) hours.
    """
    left = np.maximum(np.nan_to_num(np.asarray(need, dtype=float)), 0.0)
    serving = nearest_home(xy, homes)
    hours = np.nan_to_num(np.asarray(capacity, dtype=float))
    for number in np.unique(serving[serving != NOBODY]).tolist():
        mine = np.flatnonzero(serving == number)
        order = mine[np.argsort(np.hypot(*(xy[mine] - homes[number]).T), kind="stable")]
        before = np.cumsum(left[order]) - left[order]
        left[order] -= np.clip(hours[number] - before, 0.0, left[order])
    return left


def sliced(xy: np.ndarray, weight: np.ndarray, count: int) -> np.ndarray:
    """(n,) a quick division into `count` parts of about the same weight, by cuts across the longer side.

    Recursive dichotomies as in Kalcsics, Nickel and Schröder 2005, without regard to who touches whom: good
    enough to know how far the ways would be, not to work with.
    """
    labels = np.zeros(len(xy), dtype=np.int32)
    waiting = [(np.arange(len(xy)), 0, count)]
    while waiting:
        mine, first, parts = waiting.pop()
        labels[mine] = first
        if parts < 2 or len(mine) < 2:
            continue
        axis = int(np.argmax(np.ptp(xy[mine], axis=0)))
        order = mine[np.argsort(xy[mine, axis], kind="stable")]
        before = parts // 2
        mass = np.cumsum(weight[order]) if weight[order].sum() > 0 else np.arange(1.0, len(order) + 1)
        cut = int(np.searchsorted(mass, mass[-1] * before / parts))
        cut = min(max(cut, 1), len(order) - 1)
        waiting += [(order[:cut], first, before), (order[cut:], first + before, parts - before)]
    return labels
