"""Bridges: the shortest links that connect a map of several parts."""

from __future__ import annotations

import numpy as np
import shapely
from scipy import sparse
from scipy.sparse import csgraph
from scipy.spatial import cKDTree

from .adjacency_points import delaunay_pairs

_MANY_VERTICES = 250
_COARSENESS = 0.01


def shortest_bridges(part: np.ndarray, xy: np.ndarray, geometry: np.ndarray | None = None) -> np.ndarray:
    """Pairs (b, 2) of units that join the parts of a map, a minimum spanning tree over the parts.

    Every unit outside the largest part is measured against all units of that part; among each other these
    units are measured where they are neighbours in the Delaunay graph of their centroids, which holds the
    minimum spanning tree of the centroids.

    Parameters
    ----------
    part : (n,) the connected part of every unit, 0, 1, …
    xy : (n, 2) centroids in metres; units with NaN have no place and get no bridge.
    geometry : (n,) shapely geometries in metres; with them the distance between shapes counts, else that
        between centroids.
    """
    placed = np.isfinite(xy).all(axis=1)
    sizes = np.bincount(part[placed], minlength=int(part.max()) + 1 if len(part) else 0)
    if np.count_nonzero(sizes) < 2:
        return np.zeros((0, 2), dtype=np.int64)
    mainland = np.flatnonzero(placed & (part == np.argmax(sizes)))
    others = np.flatnonzero(placed & (part != np.argmax(sizes)))
    among = others[delaunay_pairs(xy[others])].reshape(-1, 2)
    among = among[part[among[:, 0]] != part[among[:, 1]]]
    if geometry is None:
        apart = np.linalg.norm(xy[among[:, 0]] - xy[among[:, 1]], axis=1)
        across, nearest = cKDTree(xy[mainland]).query(xy[others])
        to_mainland = np.column_stack([others, mainland[nearest]])
    else:
        shapes = _coarse(geometry)
        apart = shapely.distance(shapes[among[:, 0]], shapes[among[:, 1]])
        tree = shapely.STRtree(shapes[mainland])
        (source, nearest), across = tree.query_nearest(
            shapes[others], return_distance=True, all_matches=False
        )
        to_mainland = np.column_stack([others[source], mainland[nearest]])
    pairs = np.vstack([among, to_mainland])
    return pairs[_spanning_tree(part[pairs], np.concatenate([apart, across]), pairs)]


def _coarse(geometry: np.ndarray) -> np.ndarray:
    """The shapes (n,) with at most a few hundred vertices, off by no more than a hundredth of their side.

    Measuring between two shapes takes time in proportion to the product of their vertices.
    """
    shapes = geometry.copy()
    fine = np.flatnonzero(shapely.get_num_coordinates(shapes) > _MANY_VERTICES)
    coarse = shapely.simplify(
        shapes[fine], _COARSENESS * np.sqrt(shapely.area(shapes[fine])), preserve_topology=False
    )
    whole = ~shapely.is_empty(coarse)
    shapes[fine[whole]] = coarse[whole]
    return shapes


def _spanning_tree(ends: np.ndarray, distance: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """Positions of the candidates that form a minimum spanning tree over the parts `ends` (e, 2)."""
    low, high = ends.min(axis=1), ends.max(axis=1)
    # Shortest first; equal distances in the order of the units, so that the same map gives the same bridges.
    order = np.lexsort((pairs.max(axis=1), pairs.min(axis=1), distance))
    parts = int(ends.max()) + 1
    key = low[order].astype(np.int64) * parts + high[order]
    _, first = np.unique(key, return_index=True)
    first.sort()
    chosen = order[first]
    # The rank stands for the distance: unlike a distance it is never 0, which a sparse graph would drop.
    graph = sparse.csr_matrix(
        (np.arange(1.0, len(chosen) + 1), (low[chosen], high[chosen])), shape=(parts, parts)
    )
    tree = csgraph.minimum_spanning_tree(graph)
    return np.sort(chosen[tree.data.astype(np.int64) - 1])
