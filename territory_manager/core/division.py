"""Dividing what a unit has among the parts it is split into."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


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
