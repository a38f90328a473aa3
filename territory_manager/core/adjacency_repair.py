"""Common borders that do not match vertex by vertex: slivers, gaps, T-junctions, missing vertices."""

from __future__ import annotations

import numpy as np
import shapely

# Borders run along each other when they differ by no more than this angle; others only cross or meet.
_LARGEST_ANGLE = np.radians(45.0)
# Around a corner two borders stay within the tolerance of each other for about 1.4 times the tolerance.
_CORNER = 3.0


def loose_borders(
    start: np.ndarray, end: np.ndarray, unit: np.ndarray, tolerance: float, rounding: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Borders that run along each other within a tolerance.

    A pair of units is taken when its borders lie on each other within `rounding` over more than three times
    that length, or within `tolerance` over more than three times the tolerance: what is shorter is a corner.

    Parameters
    ----------
    start, end : (s, 2) ends of segments in metres that have no identical partner.
    unit : (s,) the unit of each segment.
    tolerance, rounding : metres.

    Returns
    -------
    pairs : (e, 2) units, the smaller first.
    length : (e,) metres of common border, the mean of what the two sides measure.
    crossing : (c, 2) units whose borders truly cross each other, the smaller first.
    """
    none = np.zeros((0, 2), dtype=np.int64)
    one, other = _near_segments(start, end, unit, tolerance)
    if len(one) == 0:
        return none, np.zeros(0), none
    crossing = _crossing(start, end, one, other, rounding)
    units = np.column_stack([unit[one[crossing]], unit[other[crossing]]]).astype(np.int64)
    units.sort(axis=1)
    crossed = np.unique(units, axis=0)

    wide = _along(start, end, unit, one, other, tolerance)
    exact = _along(start, end, unit, one, other, rounding)
    found: dict[tuple[int, int], float] = {}
    for (pairs, length), reach in ((exact, rounding), (wide, tolerance)):
        for (low, high), metres in zip(pairs.tolist(), length.tolist()):
            if metres > _CORNER * reach:
                found[low, high] = max(metres, found.get((low, high), 0.0))
    if not found:
        return none, np.zeros(0), crossed
    return np.array(list(found), dtype=np.int64), np.array(list(found.values())), crossed


def _near_segments(
    start: np.ndarray, end: np.ndarray, unit: np.ndarray, reach: float
) -> tuple[np.ndarray, np.ndarray]:
    """Segments of different units whose boxes come within `reach`, each pair once."""
    low, high = np.minimum(start, end) - reach / 2.0, np.maximum(start, end) + reach / 2.0
    boxes = shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
    one, other = shapely.STRtree(boxes).query(boxes)
    wanted = (one < other) & (unit[one] != unit[other])
    return one[wanted], other[wanted]


def _cross(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    return a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]


def _crossing(
    start: np.ndarray, end: np.ndarray, one: np.ndarray, other: np.ndarray, rounding: float
) -> np.ndarray:
    """True where two segments cross, each with both ends clearly on different sides of the other."""

    def apart(first: np.ndarray, second: np.ndarray) -> np.ndarray:
        span = end[first] - start[first]
        size = np.maximum(np.hypot(span[:, 0], span[:, 1]), np.finfo(float).tiny)
        side_start = _cross(span, start[second] - start[first]) / size
        side_end = _cross(span, end[second] - start[first]) / size
        return (np.minimum(side_start, side_end) < -rounding) & (np.maximum(side_start, side_end) > rounding)

    return apart(one, other) & apart(other, one)


def _along(
    start: np.ndarray, end: np.ndarray, unit: np.ndarray, one: np.ndarray, other: np.ndarray, reach: float
) -> tuple[np.ndarray, np.ndarray]:
    """Unit pairs (e, 2) and metres (e,) over which their borders run within `reach` of each other."""
    segment = np.concatenate([one, other])
    partner = np.concatenate([other, one])
    low, high = _covered(start, end, segment, partner, reach)
    real = high > low
    segment, partner, low, high = segment[real], partner[real], low[real], high[real]
    near = unit[partner].astype(np.int64)
    # Several segments of one neighbour may cover the same stretch: only their union counts.
    many = int(unit.max()) + 1
    key = segment * many + near
    order = np.lexsort((low, key))
    key, low, high, segment, near = key[order], low[order], high[order], segment[order], near[order]
    fresh = np.ones(len(key), dtype=bool)
    fresh[1:] = key[1:] != key[:-1]
    # Groups are laid out one after the other so that one running maximum serves all of them.
    shift = (np.cumsum(fresh) - 1) * (float(high.max()) * 2.0 + 1.0) if len(high) else low
    reached = np.maximum.accumulate(high + shift) if len(high) else high
    before = np.concatenate([[-np.inf], reached[:-1]]) if len(high) else high
    length = np.maximum(high + shift - np.maximum(low + shift, before), 0.0)

    own = unit[segment].astype(np.int64)
    code = np.minimum(own, near) * many + np.maximum(own, near)
    codes, group = np.unique(code, return_inverse=True)
    total = np.bincount(group.ravel(), weights=length, minlength=len(codes)) / 2.0
    return np.column_stack([codes // many, codes % many]), total


def _covered(
    start: np.ndarray, end: np.ndarray, segment: np.ndarray, partner: np.ndarray, reach: float
) -> tuple[np.ndarray, np.ndarray]:
    """Stretch, in metres from the start of `segment`, that `partner` accompanies within `reach`; else high
    ≤ low.
    """
    span = end[segment] - start[segment]
    size = np.hypot(span[:, 0], span[:, 1])
    direction = span / size[:, None]
    to_start, to_end = start[partner] - start[segment], end[partner] - start[segment]
    along_start, along_end = (direction * to_start).sum(axis=1), (direction * to_end).sum(axis=1)
    off_start, off_end = _cross(direction, to_start), _cross(direction, to_end)
    length = np.hypot(along_end - along_start, off_end - off_start)
    parallel = np.abs(along_end - along_start) >= np.cos(_LARGEST_ANGLE) * length
    # The distance to the segment's line changes evenly along the partner; cut it where it passes the reach.
    change = off_end - off_start
    with np.errstate(divide="ignore", invalid="ignore"):
        cut_low, cut_high = (-reach - off_start) / change, (reach - off_start) / change
    level = change == 0
    inside = np.abs(off_start) <= reach
    first = np.where(level, np.where(inside, 0.0, 1.0), np.clip(np.fmin(cut_low, cut_high), 0.0, 1.0))
    last = np.where(level, np.where(inside, 1.0, 0.0), np.clip(np.fmax(cut_low, cut_high), 0.0, 1.0))
    step = along_end - along_start
    one, other = along_start + first * step, along_start + last * step
    low = np.clip(np.minimum(one, other), 0.0, size)
    high = np.clip(np.maximum(one, other), 0.0, size)
    return low, np.where(parallel & (last > first), high, low)
