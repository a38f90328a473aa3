"""How long a tour through many stops is, estimated without planning it.

The shortest tour through n random places in an area A tends to 0.7124 · √(n · A) (Beardwood, Halton and
Hammersley 1959, "The shortest path through many points", Proceedings of the Cambridge Philosophical Society
55; the constant after Johnson and McGeoch 1997, "The traveling salesman problem: a case study in local
optimization"). Where places are not spread evenly, the spanning tree that joins them says how far apart they
are; its length tends to 0.6331 · √(n · A) (Cortina-Borja and Robinson 2000, "Estimating the asymptotic
constants of the total length of Euclidean minimal spanning trees with power-weighted edges", Statistics &
Probability Letters 47), so that a tour is about 1.1253 times as long as the tree.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree

from .adjacency_points import delaunay_pairs

#: tour length / √(n · A) for many random places
TOUR = 0.7124
#: spanning tree length / √(n · A) for many random places
_TREE = 0.6331
# Few places lie near the border of their area, which lengthens a tour by about 0.65 · √A; fitted, as the
# ratios below, to exact tours of 3 to 10 random places in a square (the tests hold them).
_BORDER = 0.65
_TWO_PLACES = 0.5214  # mean distance of two random places in a unit square
_FEW = 0.35
_RATIO_OF_TWO, _RATIO_OF_THREE = 2.0, 1.82
# An edge of length 0 would count as missing in a sparse matrix.
_TINY = 1e-9


def tour_length(stops: float, area: float) -> float:
    """Expected length of the shortest closed tour through random places.

    0.7124 · √(n · A) + 0.65 · √A · (1 − 1/n); the first term after Beardwood, Halton and Hammersley (1959),
    the second for the border of the area, which counts where stops are few. Two stops: 2 · 0.5214 · √A.

    Parameters
    ----------
    stops : number of places, n.
    area : in m² (or any square unit), A.

    Returns
    -------
    Length in m (or that unit); 0 for one stop or none.

    Raises
    ------
    ValueError
        When a number is negative or missing.
    """
    if not (stops >= 0 and area >= 0):
        raise ValueError("A tour needs a number of stops and an area of 0 or more.")
    if stops <= 1:
        return 0.0
    if stops <= 2:
        return 2.0 * _TWO_PLACES * math.sqrt(area)
    return TOUR * math.sqrt(stops * area) + _BORDER * math.sqrt(area) * (1.0 - 1.0 / stops)


def tour_to_tree(places: int) -> float:
    """How many times as long as the spanning tree a closed tour through so many places is."""
    if places < 2:
        return 0.0
    if places == 2:
        return _RATIO_OF_TWO
    if places == 3:
        return _RATIO_OF_THREE
    return TOUR / _TREE * places / (places - 1) * (1.0 + _FEW / math.sqrt(places))


def legs(
    xy: np.ndarray,
    pairs: np.ndarray | None = None,
    lengths: np.ndarray | None = None,
    scale: float = 1.0,
) -> np.ndarray:
    """Each place's share of the tour through all of them.

    The shares add up to the estimated length of the tour (see the module). A place far from the others has
    a large share, places that coincide divide theirs.

    Parameters
    ----------
    xy : (n, 2) places in m, all of them known.
    pairs : (p, 2) pairs of places whose distance or time is known better than by the straight line.
    lengths : (p,) those distances or times.
    scale : what a metre of straight line counts: 1 for metres, minutes a metre for a tour in minutes.

    Returns
    -------
    (n,) in m, or in the unit of `scale` and `lengths`.
    """
    n = len(xy)
    if n < 2:
        return np.zeros(n)
    if pairs is None or lengths is None or not len(pairs):
        places, place_of, sharing = np.unique(
            np.asarray(xy, dtype=float), axis=0, return_inverse=True, return_counts=True
        )
        place_of = place_of.ravel()
        share = _tree_shares(places, np.empty((0, 2), dtype=np.int64), np.empty(0), scale)
        return share[place_of] / sharing[place_of]
    return _tree_shares(np.asarray(xy, dtype=float), np.asarray(pairs), np.asarray(lengths, float), scale)


def _tree_shares(xy: np.ndarray, pairs: np.ndarray, known: np.ndarray, scale: float) -> np.ndarray:
    n = len(xy)
    if n < 2:
        return np.zeros(n)
    near = delaunay_pairs(xy)
    straight = np.hypot(*(xy[near[:, 0]] - xy[near[:, 1]]).T) * scale
    both = np.sort(np.vstack([pairs, near]), axis=1)
    length = np.maximum(np.concatenate([known, straight]), _TINY)
    # What is known better comes first, and of two entries of one pair the first is kept.
    _, first = np.unique(both[:, 0] * n + both[:, 1], return_index=True)
    both, length = both[first], length[first]
    tree = minimum_spanning_tree(coo_matrix((length, (both[:, 0], both[:, 1])), shape=(n, n)).tocsr()).tocoo()
    half = 0.5 * tree.data
    share = np.bincount(tree.row, half, n) + np.bincount(tree.col, half, n)
    joined = connected_components(tree, directed=False)[1]
    sizes = np.bincount(joined)
    ratio = np.array([tour_to_tree(int(size)) for size in sizes])
    return share * ratio[joined]
