"""Centres worth going on from: many starts on a coarse map, the best ones shaken, the best distinct ones
kept.

References
----------
Lourenço, H. R., Martin, O. C., Stützle, T. (2003): Iterated local search. Handbook of Metaheuristics,
    320–353.
"""

from __future__ import annotations

import numpy as np

from .budget import Budget
from .coarsen import coarse
from .model import Model
from .power_diagram import Diagram, diagram
from .seeds import dichotomies, plus_plus

BAND = 0.9
"""Part of the tolerance that diagrams use; the rest is for whole units."""

_COARSE_FROM = 1500
_ELITE = 4
_SAME = 1e-5
_ROUNDS_OF_COARSE, _ROUNDS = 25, 40
_ROUNDS_OF_LARGE = 0
_LARGE = 8000


def good_diagrams(
    model: Model,
    rng: np.random.Generator,
    *,
    starts: int,
    shakes: int,
    cells: int,
    keep: int,
    budget: Budget,
    done: float = 100.0,
) -> list:
    """Balanced power diagrams of the whole map, the most compact first.

    Parameters
    ----------
    starts, shakes : int
        Fresh centres tried, and perturbations of the best ones, both on the coarse map.
    cells : int
        About how many cells the coarse map has.
    keep : int
        Diagrams computed on the map itself.
    done : float
        Progress when all centres were tried, in per cent.
    """
    if model.homes.all():
        return [diagram(model, model.centres, rounds=1, band=BAND, exact=True, budget=budget)]
    rough = coarse(model, cells) if model.n > _COARSE_FROM else model
    pool: list = []
    for start in range(starts + shakes):
        if pool and budget.stop():
            break
        centres = _fresh(rough, rng) if start < starts else _shaken(rough, pool, rng)
        _add(
            pool,
            rough,
            diagram(rough, centres, rounds=_ROUNDS_OF_COARSE, band=BAND, exact=False, budget=budget),
        )
        budget.report(done * (start + 1) / (starts + shakes), "Looking for centres")
    if model is rough:
        return [
            diagram(model, found.centres, rounds=2, band=BAND, exact=True, budget=budget)
            for _, found in pool[:keep]
        ]
    fine: list = []
    rounds = _ROUNDS if model.n <= _LARGE else _ROUNDS_OF_LARGE
    for _, found in pool[:keep]:
        if fine and budget.stop():
            break
        prices = found.prices if model.n > _LARGE else None
        _add(
            fine,
            model,
            diagram(model, found.centres, rounds=rounds, band=BAND, exact=True, prices=prices, budget=budget),
        )
    return [found for _, found in fine]


def _add(pool: list, model: Model, found: Diagram) -> None:
    """Put a diagram in its place by worth, unless one just as good is there."""
    worth = _worth(model, found.labels)
    at = 0
    while at < len(pool) and pool[at][0] < worth:
        at += 1
    for near in pool[max(0, at - 1) : at + 1]:
        if abs(near[0] - worth) <= _SAME * worth:
            return
    pool.insert(at, (worth, found))


def _fresh(model: Model, rng: np.random.Generator) -> np.ndarray:
    if not model.homes.any():
        return dichotomies(model, rng)
    return plus_plus(model, np.where(model.homes[:, None], model.centres, np.nan), rng)


def _shaken(model: Model, pool: list, rng: np.random.Generator) -> np.ndarray:
    """Centres of one of the best diagrams, changed: one set beside another, a region jumbled, or two
    exchanged.
    """
    centres = pool[int(rng.integers(min(_ELITE, len(pool))))][1].centres.copy()
    free = np.flatnonzero(~model.homes)
    one = int(rng.choice(free))
    apart = ((centres - centres[one]) ** 2).sum(axis=1)
    kind = rng.random()
    target = model.target[:, 0]
    if kind < 0.25 and len(free) > 1 and np.ptp(target[free]) > 1e-9 * target.max():
        near = free[np.argsort(apart[free], kind="stable")][1:4]
        other = int(rng.choice(near))
        centres[[one, other]] = centres[[other, one]]
    elif kind < 0.6:
        other = int(rng.integers(model.k))
        gaps = ((centres - centres[other]) ** 2).sum(axis=1)
        gap = np.sqrt(gaps[gaps > 0].min()) if (gaps > 0).any() else 1.0
        centres[one] = centres[other] + rng.normal(0.0, 0.3, 2) * gap
    else:
        near = free[np.argsort(apart[free], kind="stable")][: max(3, len(free) // 4)]
        centres[near] += rng.normal(0.0, 0.3, (len(near), 2)) * np.sqrt(apart[near].max())
    return centres


def _worth(model: Model, labels: np.ndarray) -> float:
    """Inertia of a rough plan, a little dearer when it is out of balance, much dearer beyond the distance."""
    totals = model.totals(labels)[:, 0]
    off = np.abs(totals / model.target[:, 0] - 1).max()
    return model.inertia(labels) * (1 + min(off, 0.1) / 3) * (1 + model.too_far(labels))
