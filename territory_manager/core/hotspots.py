"""Hot spots and cold spots: where high or low values gather more than chance would have it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.special import ndtr

from .adjacency import Adjacency

HOT, COLD, NONE = "hot", "cold", "none"


@dataclass(frozen=True, eq=False)
class HotSpots:
    """Getis-Ord Gi* of every unit.

    Attributes
    ----------
    z : (n,) standard score, NaN where the unit has no value or nothing varies.
    p : (n,) two-sided probability of such a score by chance.
    kind : (n,) object, "hot", "cold" or "none"; None where there is no score.
    """

    z: np.ndarray
    p: np.ndarray
    kind: np.ndarray


def getis_ord(values: np.ndarray, adjacency: Adjacency) -> np.ndarray:
    """Standard score of Gi*, each unit with its neighbours, all weights 1.

    ``z = (Σw·x − x̄·Σw) / (S · √((n·Σw² − (Σw)²) / (n − 1)))`` with ``S² = Σx²/n − x̄²``; sums go over the unit
    and its neighbours that have a value. Getis and Ord 1992, "The analysis of spatial association by use of
    distance statistics", Geographical Analysis 24; Ord and Getis 1995, "Local spatial autocorrelation
    statistics: distributional issues and an application", Geographical Analysis 27 (equation 14).

    Parameters
    ----------
    values : (n,) NaN where missing; such units are left out of every sum.
    adjacency : who is a neighbour of whom, bridges included.

    Returns
    -------
    (n,) NaN for units without a value, for units whose neighbours are all the others, and everywhere where
    fewer than 2 units have a value or all values are the same.
    """
    values = np.asarray(values, dtype=float)
    if values.shape != (adjacency.n,):
        raise ValueError(f"There are {adjacency.n} units but {values.size} values.")
    known = np.isfinite(values)
    n = int(known.sum())
    score = np.full(len(values), np.nan)
    if n < 2:
        return score
    # Far from 0 the sum of squares would lose digits.
    x = np.where(known, values - values[known].mean(), 0.0)
    spread = np.sqrt((x[known] ** 2).sum() / n)
    scale = np.abs(values[known]).max()
    if not spread > 1e-12 * scale:
        return score
    around = _with_self(adjacency)
    weight = around @ known.astype(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        found = (around @ x) / (spread * np.sqrt((n * weight - weight**2) / (n - 1)))
    usable = known & (weight < n)
    score[usable] = found[usable]
    return score


def _with_self(adjacency: Adjacency) -> coo_matrix:
    """(n, n) 1 where two units are neighbours, and on the diagonal."""
    pairs = np.unique(np.sort(adjacency.pairs()[0], axis=1), axis=0)
    itself = np.arange(adjacency.n)
    row = np.concatenate([pairs[:, 0], pairs[:, 1], itself])
    column = np.concatenate([pairs[:, 1], pairs[:, 0], itself])
    return coo_matrix((np.ones(len(row)), (row, column)), shape=(adjacency.n, adjacency.n)).tocsr()


def two_sided(z: np.ndarray) -> np.ndarray:
    """Probability of a standard normal value at least as far from 0; NaN stays NaN."""
    return np.minimum(2.0 * ndtr(-np.abs(np.asarray(z, dtype=float))), 1.0)


def discoveries(p: np.ndarray, rate: float = 0.05) -> np.ndarray:
    """(n,) bool: which results stand out when so many are tested at once.

    Benjamini and Hochberg 1995, "Controlling the false discovery rate: a practical and powerful approach to
    multiple testing", Journal of the Royal Statistical Society B 57: the largest i with p(i) ≤ rate · i/m.

    Parameters
    ----------
    p : (n,) probabilities; NaN is no test.
    rate : share of false discoveries among all that is allowed.
    """
    if not 0.0 < rate < 1.0:
        raise ValueError(f"The false discovery rate must lie between 0 and 1, not {rate}.")
    p = np.asarray(p, dtype=float)
    tested = np.flatnonzero(np.isfinite(p))
    found = np.zeros(len(p), dtype=bool)
    if len(tested):
        ordered = np.sort(p[tested])
        below = np.flatnonzero(ordered <= rate * np.arange(1, len(ordered) + 1) / len(ordered))
        if len(below):
            found[tested] = p[tested] <= ordered[below[-1]]
    return found


def hot_spots(values: np.ndarray, adjacency: Adjacency, rate: float = 0.05) -> HotSpots:
    """Hot and cold spots of (n,) `values` at a false discovery rate."""
    z = getis_ord(values, adjacency)
    p = two_sided(z)
    kind = np.full(len(z), None, dtype=object)
    kind[np.isfinite(z)] = NONE
    stands_out = discoveries(p, rate)
    kind[stands_out & (z > 0)] = HOT
    kind[stands_out & (z < 0)] = COLD
    return HotSpots(z, p, kind)


def smoothed_ratio(above: np.ndarray, below: np.ndarray, adjacency: Adjacency, rounds: int = 1) -> np.ndarray:
    """A ratio in which single units do not flicker: sums over each unit and its neighbours, then divided.

    Parameters
    ----------
    above, below : (n,) numerator and denominator, NaN counts nothing.
    rounds : how often each unit hands both on to its neighbours; 0 leaves the ratio as it is.

    Returns
    -------
    (n,) NaN where the denominator is 0 all around.
    """
    top, bottom = np.nan_to_num(above), np.nan_to_num(below)
    if rounds:
        around = _with_self(adjacency)
        share = 1.0 / np.asarray(around.sum(axis=1)).ravel()
        for _ in range(rounds):
            top, bottom = around @ (top * share), around @ (bottom * share)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(bottom > 0, top / bottom, np.nan)
