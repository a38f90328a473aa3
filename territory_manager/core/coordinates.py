"""Coordinates from lists: which are places, and which are swapped, have lost a sign or were never there."""

from __future__ import annotations

import numpy as np

#: what is to be said of a pair of coordinates
PLACE, MISSING, ZERO, IMPOSSIBLE, SWAPPED, SIGN, OUTSIDE = range(7)

_MARGIN = 0.1


def judge(
    x: np.ndarray, y: np.ndarray, box: tuple[float, float, float, float] | None, *, degrees: bool
) -> np.ndarray:
    """What is to be said of each pair of coordinates.

    Parameters
    ----------
    x, y : (n,) float, NaN where there is none; longitude and latitude where they are degrees
    box : west, south, east, north of where they should be; None where nobody knows
    degrees : they are longitudes and latitudes

    Returns
    -------
    (n,) int: PLACE; MISSING (one or both); ZERO (0, 0, what programs write for nothing); IMPOSSIBLE (not on
    Earth); SWAPPED or SIGN (outside the box, or not on Earth, but with x and y swapped or another sign
    within); OUTSIDE (of the box, whatever is done).
    """
    missing = ~(np.isfinite(x) & np.isfinite(y))
    zero = (x == 0) & (y == 0)
    with np.errstate(invalid="ignore"):
        on_earth = (np.abs(x) <= 180) & (np.abs(y) <= 90) if degrees else np.isfinite(x) & np.isfinite(y)
        inside = on_earth & _within(x, y, box)
        if box is None:
            swapped = (
                ~on_earth & (np.abs(y) <= 180) & (np.abs(x) <= 90) if degrees else np.zeros_like(missing)
            )
            sign = np.zeros_like(missing)
        else:
            swapped = ~inside & _within(y, x, box)
            sign = ~inside & (_within(-x, y, box) | _within(x, -y, box) | _within(-x, -y, box))
    found = np.full(len(x), PLACE, dtype=np.int8)
    for code, here in (
        (OUTSIDE, ~inside),
        (IMPOSSIBLE, ~on_earth),
        (SIGN, sign),
        (SWAPPED, swapped),
        (ZERO, zero),
        (MISSING, missing),
    ):
        found[here] = code
    return found


def mended(
    x: np.ndarray, y: np.ndarray, code: np.ndarray, box: tuple[float, float, float, float] | None
) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates swapped where SWAPPED, and with the sign that leads into the box where SIGN."""
    swapped = code == SWAPPED
    new_x, new_y = np.where(swapped, y, x), np.where(swapped, x, y)
    if box is not None:
        left = code == SIGN
        for by_x, by_y in ((-1.0, 1.0), (1.0, -1.0), (-1.0, -1.0)):
            fits = left & _within(by_x * x, by_y * y, box)
            new_x, new_y = np.where(fits, by_x * x, new_x), np.where(fits, by_y * y, new_y)
            left &= ~fits
    return new_x, new_y


def grown(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The box with a margin on every side, for places just across the border."""
    west, south, east, north = box
    margin_x, margin_y = _MARGIN * (east - west), _MARGIN * (north - south)
    return west - margin_x, south - margin_y, east + margin_x, north + margin_y


def _within(x: np.ndarray, y: np.ndarray, box: tuple[float, float, float, float] | None) -> np.ndarray:
    if box is None:
        return np.ones(len(x), dtype=bool)
    west, south, east, north = box
    return (x >= west) & (x <= east) & (y >= south) & (y <= north)
