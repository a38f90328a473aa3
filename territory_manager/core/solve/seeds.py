"""First centres: recursive weighted dichotomies of the plane, and k-means++.

References
----------
Kalcsics, J., Nickel, S., Schröder, M. (2005): Towards a unified territorial design approach. TOP 13, 1–56.
Arthur, D., Vassilvitskii, S. (2007): k-means++: the advantages of careful seeding. SODA, 1027–1035.
"""

from __future__ import annotations

import numpy as np

from .model import Model

_DIRECTIONS = 8
_PROBABILITY_OF_BEST = 0.6
_CANDIDATES = 4


def dichotomies(model: Model, rng: np.random.Generator) -> np.ndarray:
    """(k, 2) km: cut the map by straight lines into parts with the workload their territories should get.

    Every cut is tried in several directions; the one that leaves the most compact halves wins, now and then
    the second, so that different generators give different starts.
    """
    mass, xy = model.shape_mass, model.xy
    share = model.target[:, 0]
    centres = np.empty((model.k, 2))
    parts = [(np.arange(model.n), rng.permutation(model.k))]
    while parts:
        units, territories = parts.pop()
        if len(territories) == 1:
            centres[territories[0]] = np.average(xy[units], axis=0, weights=mass[units])
            continue
        half = len(territories) // 2
        few, many = territories[:half], territories[half:]
        part = share[few].sum() / share[territories].sum()
        start = rng.random() * np.pi / _DIRECTIONS
        cuts = []
        for angle in start + np.arange(_DIRECTIONS) * np.pi / _DIRECTIONS:
            ahead = xy[units] @ np.array([np.cos(angle), np.sin(angle)])
            order = units[np.argsort(ahead, kind="stable")]
            grown = np.cumsum(mass[order])
            at = int(np.searchsorted(grown, grown[-1] * part))
            at = min(max(at, len(few)), len(order) - len(many))
            sides = order[:at], order[at:]
            cuts.append((sum(_spread(xy[side], mass[side]) for side in sides), angle, sides))
        cuts.sort(key=lambda cut: cut[:2])
        _, _, (left, right) = cuts[0 if rng.random() < _PROBABILITY_OF_BEST else 1]
        parts += [(right, many), (left, few)]
    return centres


def plus_plus(model: Model, centres: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(k, 2) km: fill the rows of ``centres`` that are NaN far from the ones that are given (k-means++)."""
    centres = centres.copy()
    mass, xy = model.shape_mass, model.xy
    nearest = np.full(model.n, np.inf)
    for given in centres[np.isfinite(centres).all(axis=1)]:
        nearest = np.minimum(nearest, ((xy - given) ** 2).sum(axis=1))
    for t in np.flatnonzero(~np.isfinite(centres).all(axis=1)):
        chance = mass * nearest if np.isfinite(nearest).all() else mass
        chance = chance / chance.sum() if chance.sum() > 0 else np.full(model.n, 1.0 / model.n)
        candidates = rng.choice(model.n, size=_CANDIDATES, p=chance)
        closer = [np.minimum(nearest, ((xy - xy[unit]) ** 2).sum(axis=1)) for unit in candidates]
        best = int(np.argmin([mass @ left for left in closer]))
        centres[t], nearest = xy[candidates[best]], closer[best]
    return centres


def _spread(xy: np.ndarray, mass: np.ndarray) -> float:
    """Weighted sum of squared distances to the centroid."""
    total = mass.sum()
    mean = mass @ xy / total
    return float(mass @ (xy**2).sum(axis=1) - total * (mean**2).sum())
