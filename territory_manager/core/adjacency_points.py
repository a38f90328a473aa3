"""Neighbours among points."""

from __future__ import annotations

import numpy as np
from scipy.spatial import Delaunay, QhullError


def delaunay_pairs(xy: np.ndarray) -> np.ndarray:
    """Pairs (e, 2) of positions that are neighbours in the Delaunay triangulation of `xy` (n, 2).

    Points in the same place are joined to the first of them. Where there is no triangulation (fewer than
    three places, or all on one line) the points form a chain along the line. Points without a place (NaN)
    stay alone.
    """
    placed = np.flatnonzero(np.isfinite(xy).all(axis=1))
    places, first, place_of = np.unique(xy[placed], axis=0, return_index=True, return_inverse=True)
    place_of = place_of.ravel()
    first_at = placed[first]
    same = np.column_stack([first_at[place_of], placed])
    same = same[same[:, 0] != same[:, 1]]
    between = first_at[_triangulated(places)].reshape(-1, 2)
    return np.vstack([same, between]).astype(np.int64)


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
