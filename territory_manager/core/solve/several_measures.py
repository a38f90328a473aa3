"""First plans for several measures, each to be balanced by itself.

Power diagrams balance one quantity. Here the map is cut again and again by a line or a circle that leaves
the right part of every measure on both sides: a line can halve two measures at once, a circle three.

Reference
---------
Stone, A. H., Tukey, J. W. (1942): Generalized "sandwich" theorems. Duke Mathematical Journal 9, 356–359.
"""

from __future__ import annotations

import numpy as np

from .model import Model

_LINES = 30
_CIRCLES = 50
_CHOICE = 3
_GOOD_ENOUGH = 0.25
"""Of the tolerance: cuts as good as this are told apart by their shape."""


def sandwich_plan(model: Model, rng: np.random.Generator) -> np.ndarray:
    """(n,) int32 labels: cuts that share out every measure in the ratio of the targets.

    Some parts may be in pieces, and bound units are left where the cuts put them: :func:`.repair.repair` is
    next.
    """
    labels = np.zeros(model.n, dtype=np.int32)
    share = model.target[:, 0]
    room = np.where(model.target > 0, (model.upper - model.target) / np.maximum(model.target, 1e-300), np.inf)
    allowed = _GOOD_ENOUGH * float(room.min())
    parts = [(np.arange(model.n), rng.permutation(model.k))]
    while parts:
        units, territories = parts.pop()
        if len(territories) == 1:
            labels[units] = territories[0]
            continue
        half = len(territories) // 2
        few, many = territories[:half], territories[half:]
        want = share[few].sum() / share[territories].sum()
        left = _cut(model, units, want, (len(few), len(many)), allowed, rng)
        inside = np.zeros(model.n, dtype=bool)
        inside[left] = True
        parts += [(units[~inside[units]], many), (left, few)]
    return labels


def _cut(
    model: Model, units: np.ndarray, want: float, least: tuple, allowed: float, rng: np.random.Generator
) -> np.ndarray:
    """Units on one side of a cut: balanced in every measure, then compact; one of the best few at random."""
    xy, mass = model.xy[units], model.shape_mass[units]
    loads = model.loads[units] / np.maximum(model.loads[units].sum(axis=0), 1e-300)
    extent = np.ptp(xy, axis=0)
    cuts = []
    for turn in range(_LINES + _CIRCLES):
        if turn < _LINES:
            angle = (turn + rng.random()) * 2 * np.pi / _LINES
            ahead = xy @ np.array([np.cos(angle), np.sin(angle)])
        else:
            middle = xy.min(axis=0) + extent * (rng.random(2) * 2 - 0.5)
            ahead = ((xy - middle) ** 2).sum(axis=1) * (1 if turn % 2 else -1)
        order = np.argsort(ahead, kind="stable")
        grown = np.cumsum(loads[order], axis=0)[least[0] - 1 : len(units) - least[1]]
        error = np.abs(grown - want).max(axis=1) / min(want, 1 - want)
        at = int(error.argmin())
        left, right = order[: at + least[0]], order[at + least[0] :]
        spread = _spread(xy[left], mass[left]) + _spread(xy[right], mass[right])
        cuts.append((max(float(error[at]), allowed), spread, turn, left))
    cuts.sort(key=lambda cut: cut[:3])
    return units[cuts[int(rng.integers(_CHOICE))][3]]


def _spread(xy: np.ndarray, mass: np.ndarray) -> float:
    """Weighted sum of squared distances to the centroid."""
    total = mass.sum()
    mean = mass @ xy / total
    return float(mass @ (xy**2).sum(axis=1) - total * (mean**2).sum())
