"""Barriers: rivers, ridges, motorways that no territory may cross."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from .adjacency import Adjacency
from .units import Units


def barrier_pairs(units: Units, adjacency: Adjacency, barriers: Sequence[Any] | np.ndarray) -> np.ndarray:
    """Neighbours that a barrier separates, to be taken out with `Adjacency.without`.

    Two neighbours are separated when the way from inside the one, through the middle of their common
    border, to inside the other meets a barrier. So a river drawn roughly along a border separates, a road
    that leads from one unit into the other does not. Bridges are not looked at: who draws one wants to
    cross there.

    Parameters
    ----------
    units : the units, with or without geometry (points: the way is straight).
    adjacency : their neighbours.
    barriers : shapely lines or polygons in the same coordinates, metres; None and empty ones are passed over.

    Returns
    -------
    (b, 2) pairs of positions, the smaller first.
    """
    walls = np.empty(len(barriers), dtype=object)
    walls[:] = barriers
    walls = walls[~shapely.is_missing(walls)]
    walls = shapely.get_parts(walls[~shapely.is_empty(walls)])
    pairs, _, bridge = adjacency.pairs()
    pairs = pairs[~bridge]
    if len(walls) == 0 or len(pairs) == 0:
        return np.zeros((0, 2), dtype=np.int64)
    tree = shapely.STRtree(walls)
    if units.geometry is None or units.is_points:
        ways = shapely.linestrings(units.xy[pairs])
    else:
        bounds = shapely.bounds(units.geometry)[pairs]
        low, high = bounds[:, :, :2].min(axis=1), bounds[:, :, 2:].max(axis=1)
        boxes = shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
        pairs = pairs[np.unique(tree.query(boxes)[0])]
        if len(pairs) == 0:
            return np.zeros((0, 2), dtype=np.int64)
        ways = _ways(units.geometry, pairs)
    return pairs[np.unique(tree.query(ways, predicate="intersects")[0])].astype(np.int64)


def _ways(geometry: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """Lines (e,) from inside the first unit of each pair over the common border to inside the second."""
    used, position = np.unique(pairs, return_inverse=True)
    shapes = geometry[used]
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken])
    inside = shapely.centroid(shapes)
    outside = ~shapely.contains(shapes, inside)
    inside[outside] = shapely.point_on_surface(shapes[outside])
    first, second = position.reshape(pairs.shape).T
    common = shapely.intersection(shapes[first], shapes[second])
    # A gap instead of a border: over its narrowest place.
    gap = shapely.is_empty(common)
    common[gap] = shapely.shortest_line(shapes[first[gap]], shapes[second[gap]])
    middle = _middle_of_longest(common)
    ends = [shapely.get_coordinates(points) for points in (inside[first], middle, inside[second])]
    return np.asarray(shapely.linestrings(np.stack(ends, axis=1)))


def _middle_of_longest(common: np.ndarray) -> np.ndarray:
    """The point (e,) halfway along the longest stretch of each common border; inside it for an overlap."""
    several = shapely.get_type_id(common) == 5
    common[several] = shapely.line_merge(common[several])
    parts, owner = shapely.get_parts(common, return_index=True)
    order = np.lexsort((shapely.length(parts), owner))
    last = np.append(owner[order][1:] != owner[order][:-1], True)
    longest = parts[order][last]
    middle = np.asarray(shapely.point_on_surface(longest))
    line = shapely.get_type_id(longest) == 1
    middle[line] = shapely.line_interpolate_point(longest[line], 0.5, normalized=True)
    return middle
