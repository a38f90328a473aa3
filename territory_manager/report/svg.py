"""Maps and bars as SVG inside a page: sharp in every size, without a file of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import numpy as np

from ..core.geos import shapely

_BARE = "#e4e4e4"
UNDER, OVER, WITHIN = "#1f6fc0", "#c7640a", "#8a8f94"


def territory_map(
    outlines: Sequence[Any],
    names: Sequence[str],
    colors: Mapping[str, str],
    title: str,
    *,
    backdrop: Any = None,
    width: int = 640,
) -> str:
    """A map of territories with their names.

    Parameters
    ----------
    outlines : (k,) shapely polygons in metres, None for a territory without any.
    names : (k,)
    colors : territory → "#rrggbb"
    title : what a reader who cannot see the map is told
    backdrop : polygon of everything, drawn below for what is unassigned
    width : of the drawing, in its own units; the page scales it
    """
    shapes = [shape for shape in [*outlines, backdrop] if shape is not None and not shape.is_empty]
    if not shapes:
        return ""
    left, low, right, top = shapely.total_bounds(np.array(shapes, dtype=object))
    wide = max(right - left, 1e-9)
    scale = width / wide
    height = max((top - low) * scale, 1.0)

    def path(shape: Any) -> str:
        # Half a unit of the drawing is below what the eye can tell.
        coarse = shapely.simplify(shape, 0.5 / scale, preserve_topology=True)
        parts = []
        for polygon in shapely.get_parts(coarse):
            for ring in [shapely.get_exterior_ring(polygon), *_holes(polygon)]:
                places = shapely.get_coordinates(ring)[:-1]
                steps = [f"{(x - left) * scale:.1f},{(top - y) * scale:.1f}" for x, y in places.tolist()]
                if len(steps) > 2:
                    parts.append("M" + "L".join(steps) + "Z")
        return "".join(parts)

    drawn = []
    if backdrop is not None and not backdrop.is_empty:
        drawn.append(f'<path d="{path(backdrop)}" fill="{_BARE}" stroke="#9a9a9a" stroke-width="0.6"/>')
    labels = []
    for shape, name in zip(outlines, names):
        if shape is None or shape.is_empty:
            continue
        color = colors.get(name, _BARE)
        drawn.append(
            f'<path d="{path(shape)}" fill="{escape(color)}" fill-rule="evenodd" stroke="#333" '
            f'stroke-width="1" stroke-linejoin="round"><title>{escape(name)}</title></path>'
        )
        biggest = max(shapely.get_parts(shape), key=lambda part: part.area)
        place = shapely.get_coordinates(shapely.point_on_surface(biggest))[0]
        x, y = (place[0] - left) * scale, (top - place[1]) * scale
        # The halo is a text of its own, below: not every reader of SVG knows the order of fill and stroke.
        for look in ('stroke="#ffffff" stroke-width="4" stroke-linejoin="round"', 'stroke="none"'):
            labels.append(f'<text x="{x:.1f}" y="{y:.1f}" fill="#1c1c1c" {look}>{escape(name)}</text>')
    return (
        f'<svg class="map" viewBox="-4 -4 {width + 8} {height + 8:.0f}" role="img" '
        f'aria-label="{escape(title, quote=True)}" xmlns="http://www.w3.org/2000/svg">'
        + "".join(drawn)
        + '<g font-family="sans-serif" font-size="17" font-weight="600" text-anchor="middle">'
        + "".join(labels)
        + "</g></svg>"
    )


def deviation_bar(deviation: float, widest: float, tolerance: float) -> str:
    """A bar from the middle to the left (under) or right (over) of a cell; within tolerance it is grey.

    Parameters
    ----------
    deviation, tolerance : %
    widest : the deviation whose bar fills half of the cell, %
    """
    if not np.isfinite(deviation):
        return ""
    length = 58.0 * min(abs(deviation) / max(widest, 1e-9), 1.0)
    start = 60.0 - length if deviation < 0 else 60.0
    color = WITHIN if abs(deviation) <= tolerance + 1e-9 else UNDER if deviation < 0 else OVER
    return (
        '<svg class="bar" viewBox="0 0 120 12" aria-hidden="true" xmlns="http://www.w3.org/2000/svg">'
        f'<rect x="{start:.1f}" y="1.5" width="{length:.1f}" height="9" fill="{color}"/>'
        '<path d="M60 0V12" stroke="#777" stroke-width="1"/></svg>'
    )


def _holes(polygon: Any) -> list[Any]:
    return [
        shapely.get_interior_ring(polygon, number)
        for number in range(int(shapely.get_num_interior_rings(polygon)))
    ]
