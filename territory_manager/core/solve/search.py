"""The search on one connected map: from seeds to a finished plan."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from . import compactness as meaning
from .border_search import border_search
from .budget import Budget
from .flow_peel import peel
from .good_centres import good_diagrams
from .mend import mend
from .model import Model
from .repair import repair
from .several_measures import balanced_plans
from .small_maps import exact_plans, is_small

_LARGE = 8000
_WORK = 2_400_000
"""Distances looked at by all starts, for each step of a diagram."""

_NEAR = 0.03
"""A plan no farther out of bounds is annealed gently: it is to keep its shape."""

_WORTH_OF_EDGES = 0.35
"""At a compactness of 50, a plan with a tenth fewer cut edges may have about 0.2 % more inertia: good plans
differ more in their borders than in their inertia."""

_POLISHED_IN_TURN = 2
"""The best plans of the moment are annealed again, one after the other; what comes of it may be again."""

_SMOOTHER = 1.5
"""Annealed again, a plan pays this many times the price of a cut edge: some are had for next to nothing."""

_PROGRESS, _PROGRESS_OF_SEVERAL = (25.0, 75.0), (8.0, 15.0)
"""Per cent done when the centres are found, and when the plans are refined for the first time."""

_SWEEPS = 600
_FINISHES = 8
_EXTRAS = 2
_EXACT_STARTS = 8
_MENDED = 6

_STIFF = (4.0, 1.5, 1.0)
"""Where several measures are balanced the arms of territories fray: their borders count this many times, turn
by turn."""

_SHAPED = 0.12
"""Turns, for each point of compactness, in which a plan that is balanced in several measures is searched for
shape."""

_FAR = 0.1
"""Compact plans this far out of bounds in several measures are not worth a search for shape."""


@dataclass(frozen=True)
class Plan:
    """Labels and what they are worth: out of bounds first, then inertia with the price of cut edges."""

    labels: np.ndarray
    excess: float
    cost: float


def search(model: Model, seed: int, budget: Budget, quick: bool = False) -> np.ndarray:
    """(n,) int32 labels of one map in one piece: the best plan found within the budget.

    ``quick`` refines one start only: a plan to compare others with.
    """
    if model.k == 1:
        return np.zeros(model.n, dtype=np.int32)
    if model.n <= model.k:
        return _one_each(model)
    rng = np.random.default_rng(seed)
    centred, refined = _PROGRESS_OF_SEVERAL if model.q > 1 else _PROGRESS
    model = model.within_reach()
    drawn = model.with_band(meaning.band(model.compactness))
    effort = _Effort.of(model)
    if quick:
        effort = replace(effort, kept=1, searched=1, polished=0)
    if model.q > 1 and not quick:
        # What shape cannot balance is left to a search for balance alone: it needs the time.
        effort = replace(effort, searched=2, polished=0)
    found = good_diagrams(
        drawn,
        rng,
        starts=effort.starts,
        shakes=effort.shakes,
        cells=effort.cells,
        keep=effort.kept,
        budget=budget,
        done=centred,
    )
    starts = [repair(drawn, start.labels, start.centres) for start in found]
    plans: list[Plan] = []
    if model.q > 1:
        starts.sort(key=lambda labels: (drawn.excess(labels), drawn.inertia(labels)))
        if drawn.excess(starts[0]) > _FAR and not np.isfinite(model.max_distance):
            effort = replace(effort, searched=0)
            plans.append(_judged(drawn, starts[0]))
    for turn, labels in enumerate(starts[: effort.searched]):
        if plans and budget.stop():
            break
        plans.append(_refined(drawn, model, labels, effort.sweeps, seed + turn, budget))
        budget.report(
            centred + (refined - centred) * (turn + 1) / effort.searched,
            f"Best so far: off by {100 * _largest(model, min(plans, key=_rank).labels):.2f} %",
        )
    for turn in range(effort.polished):
        if budget.stop():
            break
        plans.sort(key=_rank)
        plan = plans[turn % _POLISHED_IN_TURN % len(plans)]
        plans.append(
            _refined(drawn, model, plan.labels, effort.sweeps * 2, seed + 1000 + turn, budget, _SMOOTHER)
        )
        budget.report(
            refined + (100 - refined) * (turn + 1) / effort.polished,
            f"Best so far: off by {100 * _largest(model, min(plans, key=_rank).labels):.2f} %",
        )
    if is_small(model) and not quick:
        budget.report(refined, "Assigning exactly")
        starts = [plan.labels for plan in sorted(plans, key=_rank)] + starts[:_EXACT_STARTS]
        plans += [_judged(drawn, labels) for labels in exact_plans(drawn, starts, rng, budget)]
    if model.q > 1 and not quick and not np.isfinite(model.max_distance):
        plans += _balanced(drawn, model, min(plans, key=_rank), seed, budget)
    best = min(plans, key=_rank)
    if model.excess(best.labels) > 0:
        budget.report(100, "Mending the territories out of bounds")
        plans = sorted((_judged(model, plan.labels) for plan in plans), key=_rank)
        best = min([plans[0], *_mended(model, plans, budget)], key=_rank)
    return best.labels


def _balanced(model: Model, wide: Model, plan: Plan, seed: int, budget: Budget) -> list:
    """Plans whose measures are balanced together, and what a search for shape makes of them."""
    if plan.excess <= 0:
        return []
    found = balanced_plans(model, plan.labels, seed, budget)
    plans = [_judged(model, labels) for labels in found]
    for turn, start in enumerate(plans[:]):
        if start.excess <= 0:
            plans.append(_refined(model, wide, start.labels, _SWEEPS, seed + 2000 + turn, budget, _STIFF[0]))
    for turn in range(round(_SHAPED * model.compactness)):
        best = min(plans, key=_rank)
        if budget.stop() or best.excess > 0:
            break
        stiff = _STIFF[turn % len(_STIFF)]
        plans.append(_refined(model, wide, best.labels, 2 * _SWEEPS, seed + 3000 + turn, budget, stiff))
    return plans


def _mended(model: Model, plans: list, budget: Budget) -> list:
    """The first few plans with exact windows about what is out of bounds; the first that gets inside ends
    it.
    """
    better: list = []
    for plan in plans[:_MENDED]:
        if budget.stop() or (better and better[-1].excess <= 0):
            break
        better.append(_judged(model, mend(model, plan.labels, budget)))
    return better


@dataclass(frozen=True)
class _Effort:
    """How much work a map of this size gets: it depends on the map alone, never on the clock."""

    starts: int
    shakes: int
    cells: int
    kept: int
    searched: int
    sweeps: int
    polished: int

    @classmethod
    def of(cls, model: Model) -> _Effort:
        large = model.n > _LARGE
        cells = max(1500 if large else 1000, 25 * model.k)
        tries = int(np.clip(_WORK / (min(cells, model.n) * model.k), 4, 52 if large else 26))
        starts = (2 * tries + 4) // 5
        if large:
            return cls(starts, tries - starts, cells, kept=2, searched=2, sweeps=150, polished=1)
        return cls(starts, tries - starts, cells, kept=9, searched=9, sweeps=500, polished=4)


def _rank(plan: Plan) -> tuple:
    return plan.excess, plan.cost


def _refined(
    model: Model,
    wide: Model,
    labels: np.ndarray,
    sweeps: int,
    seed: int,
    budget: Budget,
    smoother: float = 1.0,
) -> Plan:
    """A plan within bounds, if peel and border search can reach it from these labels.

    ``wide`` has the bounds of the problem; those of ``model`` may be drawn in for the sake of balance, and
    are not insisted upon.
    """
    smooth = smoother * meaning.smooth(model.compactness)
    excess = model.excess(labels)
    if excess > 0:
        labels = peel(model.with_band(0.93), labels, rounds=5, budget=budget)
    labels = border_search(
        model,
        labels,
        sweeps=sweeps,
        heat=0.3 if excess < _NEAR else 1.0,
        smooth=smooth,
        seed=seed,
        budget=budget,
    )
    for turn in range(1, _FINISHES + 1):
        balanced = turn > _EXTRAS and wide.excess_of(wide.totals(labels)) <= 0
        if balanced or model.excess(labels) <= 0 or budget.stop():
            break
        tried = peel(model.with_band(1 - 0.08 * turn), labels, rounds=4, budget=budget)
        tried = border_search(
            model,
            tried,
            sweeps=120,
            heat=0.05 * turn,
            smooth=smooth,
            seed=seed + 100 + turn,
            pressure=2.0 * turn,
            budget=budget,
        )
        if model.excess(tried) < model.excess(labels):
            labels = tried
    return _judged(model, labels)


def _judged(model: Model, labels: np.ndarray) -> Plan:
    return Plan(labels, model.excess(labels), _cost(model, labels, meaning.smooth(model.compactness)))


def _cost(model: Model, labels: np.ndarray, smooth: float) -> float:
    """Inertia and cut edges in one number; the edges of a typical plan are worth ``smooth`` of its
    inertia.
    """
    typical = 2.0 * np.sqrt(max(model.k, 1) * model.n)
    return model.inertia(labels) * (1 + _WORTH_OF_EDGES * smooth * model.cut(labels) / typical)


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
