"""Neighbours among points."""

from __future__ import annotations

import numpy as np
from scipy.spatial import Delaunay, QhullError


def delaunay_pairs(xy: np.ndarray) -> np.ndarray:
    """Pairs (e, 2) of positions that are neighbours in the Delaunay triangulation of `xy` (n, 2).

    Points in the same place are joined to the first of them, to the one before and to the neighbours of the
    first, so that each can be in the territory of any neighbour. Where there is no triangulation (fewer than
    three places, or all on one line) the points form a chain along the line. Points without a place (NaN)
    stay alone.
    """
    placed = np.flatnonzero(np.isfinite(xy).all(axis=1))
    places, first, place_of = np.unique(xy[placed], axis=0, return_index=True, return_inverse=True)
    place_of = place_of.ravel()
    first_at = placed[first]
    sides = _triangulated(places)
    between = first_at[sides].reshape(-1, 2)
    found = np.vstack([between, _stacked(placed, place_of, first_at, sides)]).astype(np.int64)
    found.sort(axis=1)
    return np.unique(found, axis=0) if len(placed) > len(places) else found


def _stacked(placed: np.ndarray, place_of: np.ndarray, first_at: np.ndarray, sides: np.ndarray) -> np.ndarray:
    """Pairs of the points that are not the first of their place."""
    order = np.argsort(place_of, kind="stable")
    again = np.flatnonzero(np.diff(place_of[order]) == 0) + 1
    if not len(again):
        return np.empty((0, 2), dtype=np.int64)
    extra, before = placed[order[again]], placed[order[again - 1]]
    place = place_of[order[again]]
    beside = np.vstack([sides, sides[:, ::-1]])
    beside = beside[np.argsort(beside[:, 0], kind="stable")]
    starts = np.searchsorted(beside[:, 0], np.arange(len(first_at) + 1))
    degree = np.diff(starts)[place]
    offset = np.arange(degree.sum()) - np.repeat(np.cumsum(degree) - degree, degree)
    near = first_at[beside[np.repeat(starts[place], degree) + offset, 1]]
    return np.vstack(
        [
            np.column_stack([first_at[place], extra]),
            np.column_stack([before, extra]),
            np.column_stack([np.repeat(extra, degree), near]),
        ]
    )


def _triangulated(places: np.ndarray) -> np.ndarray:
    if len(places) < 2:
        return np.zeros((0, 2), dtype=np.int64)
    # Far from the origin the in-circle test of Qhull loses digits.
    centred = places - places.mean(axis=0)
    if len(places) < 3 or _on_a_line(centred):
        return _chain(centred)
    try:
        triangulation = Delaunay(centred)
    except QhullError:
        return _chain(centred)
    corners = triangulation.simplices
    sides = np.vstack([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [2, 0]]])
    # Points that Qhull left out because they nearly coincide with another are joined to that one.
    left_out = triangulation.coplanar[:, [0, 2]]
    sides = np.vstack([sides, left_out]).astype(np.int64)
    sides.sort(axis=1)
    # one number a side: rows of a table take several times as long to sort
    found = np.unique(sides[:, 0] * len(places) + sides[:, 1])
    return np.column_stack([found // len(places), found % len(places)])


def _on_a_line(centred: np.ndarray) -> bool:
    spread = np.linalg.svd(centred, compute_uv=False)
    return bool(spread[1] <= 1e-9 * spread[0])


def _chain(centred: np.ndarray) -> np.ndarray:
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    order = np.argsort(centred @ axes[0], kind="stable")
    return np.column_stack([order[:-1], order[1:]])
