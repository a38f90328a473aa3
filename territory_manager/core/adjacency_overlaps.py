"""Polygons that lie on each other."""

from __future__ import annotations

import numpy as np
import shapely
from scipy import sparse
from scipy.sparse import csgraph


def suspected_overlaps(
    geometry: np.ndarray,
    crossing: np.ndarray,
    on_runs: tuple[np.ndarray, np.ndarray],
    graph: sparse.csr_matrix,
) -> np.ndarray:
    """Pairs (e, 2) of polygons that may overlap, the smaller first.

    Where a clean map has only borders that match, nothing overlaps; so it is enough to look at borders that
    cross, at what lies under borders without a partner, and at parts of the map that lie on another part.

    Parameters
    ----------
    geometry : (n,) shapely polygons.
    crossing : (c, 2) units whose borders cross.
    on_runs : points (r, 2) on borders without a partner, and their units (r,).
    graph : (n, n) who shares a border with whom, as a sparse matrix.
    """
    tree = shapely.STRtree(geometry)
    points, owners = on_runs
    hit, below = tree.query(shapely.points(points), predicate="within")
    lying = np.column_stack([owners[hit].astype(np.int64), below])

    count, part = csgraph.connected_components(graph, directed=False)
    if count > 1:
        apart = np.flatnonzero((part != np.argmax(np.bincount(part))) & ~shapely.is_empty(geometry))
        apart = apart[~shapely.is_missing(geometry[apart])]
        hit, below = tree.query(shapely.point_on_surface(geometry[apart]), predicate="within")
        stacked = np.column_stack([apart[hit], below])
        lying = np.vstack([lying, stacked[part[stacked[:, 0]] != part[stacked[:, 1]]]])
    lying = lying[lying[:, 0] != lying[:, 1]]

    # A unit that lies on one other may lie on more of them, none of whose borders it needs to cross.
    upper = np.unique(lying[:, 0])
    hit, below = tree.query(geometry[upper], predicate="intersects" if _all_valid(geometry[upper]) else None)
    spread = np.column_stack([upper[hit], below])
    suspects = np.vstack([crossing, lying, spread[spread[:, 0] != spread[:, 1]]]).astype(np.int64)
    suspects.sort(axis=1)
    return np.unique(suspects, axis=0)


def confirmed_overlaps(
    geometry: np.ndarray, suspects: np.ndarray, tolerance: float
) -> tuple[np.ndarray, np.ndarray]:
    """Those of the `suspects` (e, 2) that share an area of more than `tolerance` squared, and the area in
    m².
    """
    pairs = np.asarray(suspects, dtype=np.int64).reshape(-1, 2)
    if len(pairs) == 0:
        return pairs, np.zeros(0)
    shapes = geometry[pairs]
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken])
    areas = shapely.area(shapely.intersection(shapes[:, 0], shapes[:, 1]))
    large = areas > tolerance**2
    return pairs[large], areas[large]


def _all_valid(geometry: np.ndarray) -> bool:
    return bool(shapely.is_valid(geometry).all())
