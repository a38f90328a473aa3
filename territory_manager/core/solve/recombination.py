"""Recombination: a few neighbouring territories are merged and cut anew.

A search by single units leaves a territory shut in that has no way to what it lacks. The group drawn is one
that could balance among itself; it is cut by curves, searched for itself, and kept if that is better.

References
----------
DeFord, D., Duchin, M., Solomon, J. (2021): Recombination: a family of Markov chains for redistricting.
    Harvard Data Science Review 3 (1).
Shaw, P. (1998): Using constraint programming and local search methods to solve vehicle routing problems.
    CP98, 417–431 (large neighbourhood search).
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import linear_sum_assignment

from .balance_search import balance_search, imbalance
from .balancing_group import draw_group
from .budget import Budget
from .curve_plan import curve_plan
from .model import Model, part_of
from .repair import repair

_LARGEST_GROUP = 6
_CURVES = 120
_DRAWN = 2
"""Plans drawn for a group; the better one is searched."""

_HOPELESS = (6.0, 20.0)
"""A first plan with more than this times the imbalance of today, plus this, is not searched."""

_SWEEPS = 60
_EDGE = 0.003
"""Worth of a cut edge in squared tolerances."""

_COLD = 0.1
"""Temperature at the start, in squared tolerances."""


def recombine(
    model: Model,
    labels: np.ndarray,
    *,
    turns: int,
    seed: int,
    price: np.ndarray | None = None,
    budget: Budget | None = None,
) -> np.ndarray:
    """The plan with the least imbalance that is met while groups of territories are cut anew.

    Parameters
    ----------
    model : Model
    labels : (n,) int
        Where to begin; every unit assigned, nothing in it is changed.
    turns : int
        Groups looked at; ends with the first plan within the bounds.
    seed : int
    price : (n, k) float, optional
        As in :func:`.balance_search.balance_search`.
    budget : Budget, optional

    Returns
    -------
    (n,) int32; territories in one piece stay so, bound units where they are bound
    """
    rng = np.random.default_rng(seed)
    labels = np.array(labels, dtype=np.int32)
    best, least = labels, float(imbalance(model, model.totals(labels)).sum())
    if int(model.open.sum()) < 2:
        return best
    for turn in range(turns):
        if least <= 0 or (budget is not None and budget.stop()):
            break
        group = draw_group(model, labels, rng, _LARGEST_GROUP)
        if len(group) < 2:
            continue
        atoms = np.flatnonzero(np.isin(labels, group))
        part = part_of(model, atoms, group)
        now = np.searchsorted(group, labels[atoms]).astype(np.int32)
        prices = None if price is None else price[np.ix_(atoms, group)]
        before = _worth(part, now, prices)
        start = _drawn(part, now, before, prices, rng)
        if start is None:
            continue
        found = balance_search(
            part,
            start,
            sweeps=_SWEEPS,
            heat=(2.0, 0.7),
            force=(60.0, 200.0),
            seed=int(rng.integers(2**31)),
            price=prices,
        )
        allowed = -_COLD * (1 - turn / turns) * np.log(1.0 - rng.random()) * min(1.0, least)
        if _worth(part, found, prices) - before > allowed:
            continue
        labels = labels.copy()
        labels[atoms] = group[found]
        total = float(imbalance(model, model.totals(labels)).sum())
        if total < least:
            best, least = labels, total
    return best


def _worth(model: Model, labels: np.ndarray, price: np.ndarray | None) -> float:
    cost = float(model.cut(labels))
    if price is not None:
        cost += float(price[np.arange(model.n), labels].sum())
    return float(imbalance(model, model.totals(labels)).sum()) + _EDGE * cost


def _drawn(
    part: Model, now: np.ndarray, before: float, price: np.ndarray | None, rng: np.random.Generator
) -> np.ndarray | None:
    """The better of a few plans drawn for a group, each territory about where it is today; None if all are
    hopeless.
    """
    best: tuple = (_HOPELESS[0] * max(before, 0.0) + _HOPELESS[1], None)
    for _ in range(_DRAWN):
        plan = curve_plan(part, rng, curves=_CURVES, potentials=True)
        if plan is None:
            continue
        plan = repair(part, _named(part, plan, now))
        if part.contiguous and part.pieces(plan)[0] > part.k:
            continue
        worth = _worth(part, plan, price)
        if worth < best[0]:
            best = (worth, plan)
    return best[1]


def _named(part: Model, plan: np.ndarray, now: np.ndarray) -> np.ndarray:
    """The plan with every area called what most of it is called now, among those of the same target."""
    shared = np.zeros((part.k, part.k))
    weight = part.loads.sum(axis=1)
    np.add.at(shared, (plan, now), weight)
    bound = part.fixed >= 0
    np.add.at(shared, (plan[bound], part.fixed[bound]), 10.0 * weight.sum() + weight[bound])
    unlike = np.abs(part.target[:, None] - part.target[None]).max(axis=2) > 1e-6 * part.target.max()
    area, name = linear_sum_assignment(shared - 1e6 * weight.sum() * unlike, maximize=True)
    return name[np.argsort(area)][plan].astype(np.int32)
