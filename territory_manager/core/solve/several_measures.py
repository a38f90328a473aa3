"""First plans for several measures, each to be balanced by itself.

Power diagrams balance one quantity. Here the map is cut again and again by a line or a circle that leaves
the right part of every measure on both sides: a line can halve two measures at once, a circle three. Both
sides are made whole and balanced along the cut before they are cut in turn.

Reference
---------
Stone, A. H., Tukey, J. W. (1942): Generalized "sandwich" theorems. Duke Mathematical Journal 9, 356–359.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .border_search import border_search
from .budget import Budget
from .model import Model
from .repair import repair

_LINES = 72
_CIRCLES = 200
_REFINED = 8
_SWEEPS = 60
_STEP = 0.4
"""Part of the tolerance that one cut may use up; cuts on top of each other add up."""

_GOOD_ENOUGH = 0.1
"""Lines as good as this, as a part of the smaller side, are told apart by the length of their border."""


def sandwich_plan(model: Model, rng: np.random.Generator, budget: Budget | None = None) -> np.ndarray:
    """(n,) int32 labels: cuts that share out every measure in the ratio of the targets.

    Bound units are left where the cuts put them, and a part may be in pieces where no cut leaves it whole:
    :func:`.repair.repair` is next.
    """
    labels = np.zeros(model.n, dtype=np.int32)
    share = model.target[:, 0]
    tolerance = (model.upper - model.target) / np.maximum(model.target, 1e-300)
    room = float(np.clip(_STEP * tolerance.min(), 1e-3, 0.5))
    parts = [(np.arange(model.n), rng.permutation(model.k))]
    while parts:
        units, territories = parts.pop()
        if len(territories) == 1:
            labels[units] = territories[0]
            continue
        count = len(territories)
        best: tuple = (np.inf,)
        for ratios in ([count // 2], range(1, count // 2)):
            for few in ratios:
                if len(best) > 1 and budget is not None and budget.stop():
                    break
                want = share[territories[:few]].sum() / share[territories].sum()
                found = _best_cut(_two(model, units, want, room), (few, count - few), rng)
                if found[:2] < best[:2]:
                    best = (*found, few)
            if best[0] <= 0:
                break
        left, few = best[2], best[3]
        parts += [(units[~left], territories[few:]), (units[left], territories[:few])]
    return labels


def _two(model: Model, units: np.ndarray, want: float, room: float) -> Model:
    """The model of some units to be shared out between two sides, the first of which is to get ``want``."""
    place = np.full(model.n, -1)
    place[units] = np.arange(len(units))
    pairs = place[model.pairs]
    loads = model.loads[units] / np.maximum(model.loads[units].sum(axis=0), 1e-300)
    target = np.repeat([[want], [1 - want]], model.q, axis=1)
    band = np.full_like(target, room * min(want, 1 - want))
    return replace(
        model,
        xy=model.xy[units],
        mass=model.mass[units],
        loads=loads,
        target=target,
        lower=target - band,
        upper=target + band,
        unit_of_deviation=band,
        pairs=pairs[(pairs >= 0).all(axis=1)],
        fixed=np.full(len(units), -1, dtype=np.int32),
        open=np.ones(2, dtype=bool),
        centres=np.full((2, 2), np.nan),
        max_distance=np.inf,
        atom_of=np.arange(len(units)),
    )


def _best_cut(two: Model, least: tuple, rng: np.random.Generator) -> tuple:
    """(excess, cut edges, (n,) bool the first side) of the best of the cuts, balanced along their border."""
    best: tuple = (np.inf,)
    for left in _cuts(two, least, rng):
        sides = repair(two, np.where(left, 0, 1))
        seed = int(rng.integers(2**31))
        sides = border_search(two, sides, sweeps=_SWEEPS, heat=1.0, smooth=0.1, pressure=3.0, seed=seed)
        inside = sides == 0
        if inside.sum() < least[0] or (~inside).sum() < least[1]:
            sides, inside = np.where(left, 0, 1), left
        found = (two.excess(sides) + two.pieces(sides)[0] - 2, two.cut(sides), inside)
        if found[:2] < best[:2]:
            best = found
    return best


def _cuts(two: Model, least: tuple, rng: np.random.Generator) -> list:
    """(n,) bool of the units on one side, for the few cuts that balance best with a short border."""
    extent, want, offset = np.ptp(two.xy, axis=0), two.target[0, 0], rng.random()
    found = []
    for turn in range(_LINES + _CIRCLES):
        if turn < _LINES:
            angle = (turn + offset) * 2 * np.pi / _LINES
            ahead = two.xy @ np.array([np.cos(angle), np.sin(angle)])
        else:
            middle = two.xy.min(axis=0) + extent * (rng.random(2) * 2 - 0.5)
            ahead = ((two.xy - middle) ** 2).sum(axis=1) * (1 if turn % 2 else -1)
        order = np.argsort(ahead, kind="stable")
        grown = np.cumsum(two.loads[order], axis=0)[least[0] - 1 : two.n - least[1]]
        error = np.abs(grown - want).max(axis=1) / min(want, 1 - want)
        at = int(error.argmin())
        found.append((float(error[at]), turn, order[: at + least[0]]))
    found.sort(key=lambda cut: cut[:2])
    ranked = []
    for error, turn, left in found[: 3 * _REFINED]:
        side = np.zeros(two.n, dtype=bool)
        side[left] = True
        length = two.cut(side) / np.sqrt(two.n)
        ranked.append((max(error, _GOOD_ENOUGH) * (1 + length / 4), turn, side))
    ranked.sort(key=lambda cut: cut[:2])
    return [side for _, _, side in ranked[:_REFINED]]
