"""The outline of every territory: its units put together."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import shapely

from .units import Units

# Where units neither overlap nor gape, their areas and that of their union agree to this share.
_SAME_AREA = 1e-9


def boundaries(
    units: Units, labels: np.ndarray, k: int, *, cancelled: Callable[[], bool] | None = None
) -> np.ndarray:
    """One shape for each territory.

    Polygons are dissolved. Points have no outline of their own: each gets the part of the map that is
    nearer to it than to any other point (Voronoi), and those are dissolved, so that territories of points
    do not overlap.

    Parameters
    ----------
    units : with geometry, or points.
    labels : (n,) territory of each unit, -1 for unassigned.
    k : number of territories.
    cancelled : asked between territories; when it says True, InterruptedError is raised.

    Returns
    -------
    (k,) MultiPolygons in metres; None for a territory without any shape.
    """
    labels = np.asarray(labels)
    shapes = _cells(units.xy) if units.is_points or units.geometry is None else units.geometry
    outlines = np.full(k, None, dtype=object)
    for territory in range(k):
        if cancelled is not None and cancelled():
            raise InterruptedError
        parts = shapes[labels == territory]
        outlines[territory] = _dissolved(parts[~(shapely.is_missing(parts) | shapely.is_empty(parts))])
    return outlines


def _dissolved(parts: np.ndarray) -> shapely.Geometry | None:
    """Union of polygons: the fast way where borders match vertex by vertex, the thorough way elsewhere."""
    if len(parts) == 0:
        return None
    total = shapely.area(parts).sum()
    if shapely.is_valid(parts).all():
        fast = shapely.coverage_union_all(parts)
        if fast.is_valid and abs(fast.area - total) <= _SAME_AREA * total:
            return _multipolygon(fast)
    return _multipolygon(shapely.union_all(shapely.make_valid(parts)))


def _multipolygon(shape: shapely.Geometry) -> shapely.Geometry | None:
    parts = shapely.get_parts(shape)
    polygons = parts[(shapely.get_type_id(parts) == shapely.GeometryType.POLYGON) & ~shapely.is_empty(parts)]
    return shapely.multipolygons(polygons) if len(polygons) else None


def _cells(xy: np.ndarray) -> np.ndarray:
    """(n,) the Voronoi cell of every point, cut off a little outside the map; None without a place."""
    cells = np.full(len(xy), None, dtype=object)
    placed = np.flatnonzero(np.isfinite(xy).all(axis=1))
    if len(placed) == 0:
        return cells
    points = shapely.points(xy[placed])
    cloud = shapely.convex_hull(shapely.multipoints(points))
    # Half the usual distance between points leaves room around the outermost ones.
    margin = 0.5 * np.sqrt(max(cloud.area, cloud.length**2 / 16, 1.0) / len(placed))
    frame = shapely.buffer(cloud, margin)
    found = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=frame))
    if len(found) == 0:
        found = np.array([frame], dtype=object)
    # Points in the same place share a cell; the first of them has it.
    point, cell = shapely.STRtree(found).query(points, predicate="intersects")
    owner = np.full(len(found), len(placed))
    np.minimum.at(owner, cell, point)
    owned = owner < len(placed)
    cells[placed[owner[owned]]] = shapely.intersection(found[owned], frame)
    return cells
