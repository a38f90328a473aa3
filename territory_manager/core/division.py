"""Splitting a unit along a line, and dividing what it has among the parts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely


def divided(value: float, weights: Sequence[float], *, whole: bool = False) -> list[float]:
    """Parts of a value in proportion to weights; they add up to it exactly.

    Parameters
    ----------
    value : to be divided.
    weights : one for each part, none negative; equal parts where all are 0.
    whole : the parts are whole numbers, too, by the method of largest remainders (Hamilton).

    Raises
    ------
    ValueError
        Without parts, or where a weight is negative or no number.
    """
    shares = np.array(weights, dtype=float)
    if not len(shares) or not np.isfinite(shares).all() or (shares < 0).any():
        raise ValueError(f"The weights must be numbers of 0 or more, not {list(weights)}.")
    shares = shares / shares.sum() if shares.sum() > 0 else np.full(len(shares), 1.0 / len(shares))
    parts = value * shares
    if whole:
        below = np.floor(parts)
        left = round(value - float(below.sum()))
        # the first of equal remainders gets one more
        below[np.argsort(below - parts, kind="stable")[:left]] += 1
        return below.tolist()
    parts[0] += value - parts.sum()
    return parts.tolist()


def cut(shape: shapely.Geometry, line: shapely.Geometry) -> list[shapely.Geometry]:
    """A polygon, or several, cut along a line; one part where the line does not cut through.

    Polygons of a unit that the line does not cut, such as islands, go with the part next to them.
    """
    from shapely.ops import split

    whole: list[shapely.Geometry] = []
    parts: list[list[shapely.Geometry]] = []
    for polygon in shapely.get_parts(shape):
        pieces = list(split(polygon, line).geoms)
        if len(pieces) > 1:
            parts += [[piece] for piece in pieces]
        else:
            whole.append(polygon)
    if not parts:
        return [shape]
    cut_off = [part[0] for part in parts]
    for polygon in whole:
        parts[int(shapely.distance(cut_off, polygon).argmin())].append(polygon)
    return [shapely.union_all(part) for part in parts]
