"""Plans in which several measures are each within tolerance.

A compact plan, and plans cut by curves, are annealed for balance alone, for a short while. The better ones
of them are annealed longer, the best few longer still. Then the borders of a few neighbouring territories at
a time are moved exactly, with a short anneal now and then, as long as that helps; else it is the turn of the
next plan.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .balance_search import balance_search, imbalance
from .balancing_group import draw_group
from .border_program import move_borders
from .budget import Budget
from .curve_plan import curve_plan
from .model import Model, part_of
from .repair import repair

_CURVES = 400
_SWEEPS_OF_A_CUT = 40
_ROUNDS = (
    (14, {"sweeps": 60, "heat": (3.0, 1.5), "force": (40.0, 80.0)}),
    (7, {"sweeps": 200, "heat": (3.0, 1.0), "force": (60.0, 150.0)}),
    (3, {"sweeps": 1000, "heat": (3.0, 0.7), "force": (60.0, 300.0)}),
)
"""Plans that are annealed, and how: how near a plan gets shows early."""

_PARTS = (15.0, 35.0, 45.0, 55.0)
"""Progress before the first round and at the end of each, in per cent."""

_SHORT = {"sweeps": 200, "heat": (1.0, 0.5), "force": (200.0, 1000.0)}
_PASSES = 3
"""A map on which no plan was balanced gets new starts, this many times in all."""

_TINY = 150
"""Maps with no more units are not searched group by group: they are assigned exactly where possible."""

_LARGEST_GROUP = 4
_DEPTHS = (2, 3)
_GROUPS = 600
"""Groups looked at for one plan at most."""

_ANNEALED = 3
"""After this many groups comes a short anneal."""

_PATIENCE = 40
"""Groups without a better plan after which it is the turn of the next plan."""

_LITTLE = 0.01
"""Part of the imbalance that a better plan is better by."""

_ENOUGH = 2
"""Balanced plans to choose the most compact from, where they come easily."""


@dataclass(eq=False)
class _Plan:
    labels: np.ndarray
    imbalance: float
    cut: int


def balanced_plans(model: Model, compact: np.ndarray, seed: int, budget: Budget) -> list:
    """Labels of plans with the least imbalance found, best first; a few where the bounds are reached.

    Parameters
    ----------
    model : Model
    compact : (n,) int
        A plan to begin with, besides those cut by curves.
    seed : int
    budget : Budget
    """
    found: list[_Plan] = []
    for turn in range(_PASSES if model.n > _TINY else 1):
        found += _pass(model, compact if not turn else None, found, seed + 100 * turn, budget)
        if budget.stop() or min(found, key=_rank).imbalance <= 0:
            break
    found.sort(key=_rank)
    inside = [plan.labels for plan in found if plan.imbalance <= 0]
    return inside or [found[0].labels]


def _pass(model: Model, compact: np.ndarray | None, known: list, seed: int, budget: Budget) -> list:
    """Plans from many starts, the best few searched until one of them is balanced; others are known."""
    plans = _first(model, compact, known, seed, budget)
    for number, (count, how) in enumerate(_ROUNDS[1:], 1):
        plans = sorted(plans, key=_rank)[:count]
        for place, plan in enumerate(plans):
            if budget.stop() or _enough(plans):
                break
            if plan.imbalance > 0:
                plans[place] = _annealed(model, plan.labels, how, seed + place, budget)
            _tell(model, [*known, *plans], number, place, budget)
    plans.sort(key=_rank)
    if model.n > _TINY and int(model.open.sum()) > 1:
        for place, plan in enumerate(plans):
            if plans[0].imbalance <= 0 or budget.stop():
                break
            plans[place] = _in_groups(model, plan, [*known, *plans], seed + place, budget)
            if plans[place].imbalance <= 0:
                break
    return plans


def _first(model: Model, compact: np.ndarray | None, known: list, seed: int, budget: Budget) -> list:
    """The compact plan, if there is one, and many cut by curves, all annealed for a short while."""
    rng = np.random.default_rng(seed)
    plans: list[_Plan] = []
    count, how = _ROUNDS[0]
    for place in range(count):
        if plans and (budget.stop() or _enough(plans)):
            break
        labels = compact if compact is not None and not place else _drawn(model, rng, budget)
        if labels is not None:
            plans.append(_annealed(model, labels, how, seed + place, budget))
        if plans:
            _tell(model, [*known, *plans], 0, place, budget)
    return plans


def _drawn(model: Model, rng: np.random.Generator, budget: Budget) -> np.ndarray | None:
    """A new plan cut by curves, mended."""
    plan = curve_plan(model, rng, curves=_CURVES, sweeps=_SWEEPS_OF_A_CUT, budget=budget)
    return None if plan is None else repair(model, plan)


def _annealed(model: Model, labels: np.ndarray, how: dict, seed: int, budget: Budget) -> _Plan:
    return _judged(model, balance_search(model, labels, seed=seed, budget=budget, **how))


def _in_groups(model: Model, plan: _Plan, known: list, seed: int, budget: Budget) -> _Plan:
    """The plan with the borders of groups of its territories moved, until it is balanced or that helps no
    more; progress tells of the best of all that are known."""
    rng = np.random.default_rng([seed, 1])
    best, mark, idle = plan, plan.imbalance, 0
    for turn in range(_GROUPS):
        if best.imbalance <= 0 or idle >= _PATIENCE or budget.stop():
            break
        group = draw_group(model, best.labels, rng, _LARGEST_GROUP)
        tried = _moved(model, best, group, rng, budget) if len(group) > 1 else None
        if tried is not None and turn % _ANNEALED == 0:
            annealed = _annealed(model, tried.labels, _SHORT, int(rng.integers(2**31)), budget)
            tried = min(tried, annealed, key=_rank)
        if tried is not None and tried.imbalance <= best.imbalance:
            best = tried
        idle += 1
        if best.imbalance < (1 - _LITTLE) * mark:
            mark, idle = best.imbalance, 0
        budget.report(_PARTS[-1] + (100.0 - _PARTS[-1]) * turn / _GROUPS, _said(model, [*known, best]))
    return best


def _moved(
    model: Model, plan: _Plan, group: np.ndarray, rng: np.random.Generator, budget: Budget
) -> _Plan | None:
    atoms = np.flatnonzero(np.isin(plan.labels, group))
    now = np.searchsorted(group, plan.labels[atoms]).astype(np.int32)
    moved = move_borders(
        part_of(model, atoms, group), now, depth=int(rng.choice(_DEPTHS)), rng=rng, budget=budget
    )
    if moved is None:
        return None
    labels = plan.labels.copy()
    labels[atoms] = group[moved]
    return _judged(model, labels)


def _judged(model: Model, labels: np.ndarray) -> _Plan:
    return _Plan(labels, float(imbalance(model, model.totals(labels)).sum()), model.cut(labels))


def _rank(plan: _Plan) -> tuple:
    return plan.imbalance, plan.cut


def _enough(plans: list) -> bool:
    return sum(plan.imbalance <= 0 for plan in plans) >= _ENOUGH


def _tell(model: Model, plans: list, number: int, place: int, budget: Budget) -> None:
    done = (place + 1) / _ROUNDS[number][0]
    budget.report((1 - done) * _PARTS[number] + done * _PARTS[number + 1], _said(model, plans))


def _said(model: Model, plans: list) -> str:
    best = min(plans, key=_rank)
    off = 100 * float(np.abs(model.totals(best.labels) / model.target - 1).max())
    return f"Balancing several measures; best so far: off by {off:.2f} %"
