"""The search on one connected map: from seeds to a finished plan."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from . import compactness as meaning
from .border_search import border_search
from .budget import Budget
from .coarsen import coarse
from .flow_peel import peel
from .model import Model
from .power_diagram import Diagram, diagram
from .repair import repair
from .seeds import dichotomies, plus_plus

_COARSE_FROM = 6000
_CELLS = 3500
_STARTS = 24
_REFINED = 6
_FINISHES = 8


@dataclass(frozen=True)
class Plan:
    """Labels and what they are worth: out of bounds first, then inertia with the price of cut edges."""

    labels: np.ndarray
    excess: float
    cost: float

    def better_than(self, other: Plan | None) -> bool:
        return other is None or (self.excess, self.cost) < (other.excess, other.cost)


def search(model: Model, seed: int, budget: Budget) -> np.ndarray:
    """(n,) int32 labels of one map in one piece: the best plan found within the budget."""
    if model.k == 1:
        return np.zeros(model.n, dtype=np.int32)
    if model.n <= model.k:
        return _one_each(model)
    rng = np.random.default_rng(seed)
    drawn = model.with_band(meaning.band(model.compactness))
    budget.report(0, "Looking for centres")
    start = _best_diagram(drawn, rng, budget)
    labels = repair(drawn, start.labels, start.centres)
    budget.report(40, f"First plan, off by {100 * _largest(model, labels):.2f} %")
    labels = _refine(drawn, labels, seed, budget)
    return labels


def _best_diagram(model: Model, rng: np.random.Generator, budget: Budget) -> Diagram:
    """Many loose diagrams, the best few refined, the best of these."""
    if model.homes.all():
        return diagram(model, model.centres, rounds=1, band=0.9, exact=True)
    fine = model
    if model.n > _COARSE_FROM:
        model = coarse(model, _CELLS)
    loose = []
    for start in range(_STARTS):
        if loose and budget.stop():
            break
        centres = np.where(model.homes[:, None], model.centres, np.nan)
        centres = plus_plus(model, centres, rng) if model.homes.any() else dichotomies(model, rng)
        found = diagram(model, centres, rounds=8, band=0.9, exact=False)
        loose.append((_worth(model, found.labels), start, found))
        budget.report(25 * (start + 1) / _STARTS, "Looking for centres")
    loose.sort(key=lambda entry: entry[:2])
    refined = []
    for _, start, found in loose[:_REFINED]:
        if refined and budget.stop():
            break
        found = diagram(model, found.centres, rounds=60, band=0.9, exact=fine is model)
        refined.append((_worth(model, found.labels), start, found))
    best = min(refined, key=lambda entry: entry[:2])[2]
    if fine is not model:
        best = diagram(fine, best.centres, rounds=5, band=0.9, exact=True)
    return best


def _worth(model: Model, labels: np.ndarray) -> float:
    """Inertia of a rough plan, a little dearer when it is out of balance."""
    totals = model.totals(labels)[:, 0]
    off = np.abs(totals / model.target[:, 0] - 1).max()
    return model.inertia(labels) * (1 + min(off, 0.1) / 3)


def _refine(model: Model, labels: np.ndarray, seed: int, budget: Budget) -> np.ndarray:
    smooth = meaning.smooth(model.compactness)
    excess = model.excess(labels)
    if excess > 0:
        labels = peel(model.with_band(0.93), labels, rounds=5, budget=budget)
    sweeps = 500 if model.n < 8000 else 120
    labels = border_search(model, labels, sweeps=sweeps, heat=0.3 if excess < 0.005 else 1.0, smooth=smooth,
                           seed=seed, budget=budget)
    for turn in range(1, _FINISHES + 1):
        if model.excess(labels) <= 0 or budget.stop():
            break
        tried = peel(model.with_band(1 - 0.08 * turn), labels, rounds=4, budget=budget)
        labels = border_search(model, tried, sweeps=120, heat=0.05 * turn, smooth=smooth, seed=seed + 100 + turn,
                               pressure=2.0 * turn, budget=budget)
    return labels


def _largest(model: Model, labels: np.ndarray) -> float:
    return float(np.abs(model.totals(labels) / model.target - 1).max())


def _one_each(model: Model) -> np.ndarray:
    """No more units than territories: each is one, where a home or a lock says so if any does."""
    price = np.zeros((model.n, model.k))
    for t in np.flatnonzero(model.homes):
        price[:, t] = ((model.xy - model.centres[t]) ** 2).sum(axis=1)
    top = price.max(initial=0.0) + 1.0
    price[:, ~model.homes] = top
    labels = np.full(model.n, -1, dtype=np.int32)
    bound = model.fixed >= 0
    labels[bound] = model.fixed[bound]
    free = np.flatnonzero(~bound)
    vacant = np.setdiff1d(np.flatnonzero(model.open), labels[bound])
    if len(vacant) < len(free):
        vacant = np.resize(np.flatnonzero(model.open) if model.open.any() else np.arange(model.k), len(free))
    rows, columns = linear_sum_assignment(price[np.ix_(free, vacant)])
    labels[free[rows]] = vacant[columns]
    return labels
