"""Barriers: rivers, motorways, ridges and lakes that no territory may cross."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from .adjacency import Adjacency
from .units import Units


def separated(units: Units, adjacency: Adjacency, barriers: Sequence[Any] | np.ndarray) -> np.ndarray:
    """Neighbours between whom a barrier lies.

    The way from the centre of the one unit over the middle of the shared border to the centre of the other
    decides: where it meets a barrier, the two are separated. A barrier that only runs along a part of the
    border, with the middle of the border open, does not separate; a barrier drawn somewhat beside the
    border does.

    Parameters
    ----------
    units : with geometry, or points.
    adjacency : their neighbours; bridges are never barred, since they are meant to lead across.
    barriers : lines or polygons in metres, None allowed.

    Returns
    -------
    (b, 2) positions, for :meth:`.Adjacency.without`.
    """
    shapes = np.empty(len(barriers), dtype=object)
    shapes[:] = barriers
    shapes = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
    pairs, _, bridge = adjacency.pairs()
    pairs = pairs[~bridge & np.isfinite(units.xy[pairs]).all(axis=(1, 2))]
    if len(shapes) == 0 or len(pairs) == 0:
        return np.empty((0, 2), dtype=np.int32)
    tree = shapely.STRtree(shapes)
    near = np.unique(tree.query(_surroundings(units, pairs))[0])
    pairs = pairs[near]
    ways = _ways(units, pairs)
    barred = np.unique(tree.query(ways, predicate="intersects")[0])
    return pairs[barred]


def _surroundings(units: Units, pairs: np.ndarray) -> np.ndarray:
    """(e,) a box around both units of each pair: all that their way can touch."""
    if units.is_points or units.geometry is None:
        low, high = units.xy[pairs].min(axis=1), units.xy[pairs].max(axis=1)
    else:
        bounds = shapely.bounds(units.geometry)[pairs]
        low, high = bounds[:, :, :2].min(axis=1), bounds[:, :, 2:].max(axis=1)
    return shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])


def _ways(units: Units, pairs: np.ndarray) -> np.ndarray:
    """(e,) lines from centre to centre over the middle of the shared border; straight where there is none."""
    start, end = units.xy[pairs[:, 0]], units.xy[pairs[:, 1]]
    middle = (start + end) / 2
    if not units.is_points and units.geometry is not None:
        shapes = units.geometry.copy()
        broken = ~shapely.is_valid(shapes) & ~shapely.is_missing(shapes)
        shapes[broken] = shapely.make_valid(shapes[broken])
        shared = shapely.intersection(shapes[pairs[:, 0]], shapes[pairs[:, 1]])
        for row, border in enumerate(shared):
            if not border.is_empty:
                middle[row] = _middle_of(border)
    return shapely.linestrings(np.stack([start, middle, end], axis=1))


def _middle_of(border: Any) -> tuple[float, float]:
    """A place in the middle of the longest part of a shared border."""
    lines = [part for part in shapely.get_parts(shapely.line_merge(border)) if part.length > 0]
    part = max(lines, key=lambda line: line.length, default=border)
    point = part.interpolate(0.5, normalized=True) if part.geom_type == "LineString" else part.centroid
    return point.x, point.y
