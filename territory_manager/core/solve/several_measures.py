"""Plans in which several measures are each within tolerance.

A compact plan, and plans cut by curves, are annealed for balance alone. Then the best of them has groups of
its territories cut anew and is annealed longer, as long as that helps; else it is the turn of the next.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .balance_search import balance_search, imbalance
from .budget import Budget
from .curve_plan import curve_plan
from .model import Model
from .recombination import recombine
from .repair import repair

_STARTS = 5
_CURVES = 400
_SWEEPS_OF_A_CUT = 80
_SWEEPS = 300
_LONG_SWEEPS = 1500
_GROUPS = 30
_TURNS = 8
_TINY = 150
"""Maps with no more units get one turn: they are assigned exactly where that is possible."""

_ENOUGH = 2
"""Balanced plans to choose the most compact from."""

_HELPS = 0.8
"""A turn that leaves more than this part of the imbalance did not help."""

_NEAR = 1.0
"""From this imbalance on, in squared tolerances, a plan is pressed harder and shaken less."""


@dataclass(eq=False)
class _Plan:
    labels: np.ndarray
    imbalance: float
    cut: int
    stuck: bool = False


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
    rng = np.random.default_rng(seed)
    plans: list[_Plan] = []
    for start in range(_STARTS):
        if (plans and budget.stop()) or _enough(plans):
            break
        labels = compact if start == 0 else _drawn(model, rng, budget)
        if labels is not None:
            found = balance_search(
                model,
                labels,
                sweeps=_SWEEPS,
                heat=(1.7, 1.0),
                force=(60.0, 150.0),
                seed=seed + start,
                budget=budget,
            )
            plans.append(_judged(model, found))
        budget.report(30.0 * (start + 1) / _STARTS, _said(model, plans))
    for turn in range(_TURNS if model.n > _TINY else 1):
        waiting = [plan for plan in plans if plan.imbalance > 0 and not plan.stuck]
        if budget.stop() or _enough(plans) or not waiting:
            break
        plan = min(waiting, key=_rank)
        better = _searched(model, plan, seed + 100 * (turn + 1), budget)
        better.stuck = better.imbalance > _HELPS * plan.imbalance
        plans[plans.index(plan)] = better
        budget.report(30.0 + 70.0 * (turn + 1) / _TURNS, _said(model, plans))
    plans.sort(key=_rank)
    inside = [plan.labels for plan in plans if plan.imbalance <= 0]
    return inside or [plan.labels for plan in plans[:1]]


def _drawn(model: Model, rng: np.random.Generator, budget: Budget) -> np.ndarray | None:
    """A new plan cut by curves, mended."""
    plan = curve_plan(model, rng, curves=_CURVES, sweeps=_SWEEPS_OF_A_CUT, budget=budget)
    return None if plan is None else repair(model, plan)


def _searched(model: Model, plan: _Plan, seed: int, budget: Budget) -> _Plan:
    """The plan with groups cut anew, annealed for long; never worse than it was."""
    labels = recombine(model, plan.labels, turns=_GROUPS, seed=seed, budget=budget)
    near = float(imbalance(model, model.totals(labels)).sum()) < _NEAR
    found = balance_search(
        model,
        labels,
        sweeps=_LONG_SWEEPS,
        heat=(2.0, 0.7) if near else (3.0, 1.0),
        force=(200.0, 1000.0) if near else (100.0, 300.0),
        seed=seed,
        budget=budget,
    )
    return _judged(model, found)


def _judged(model: Model, labels: np.ndarray) -> _Plan:
    return _Plan(labels, float(imbalance(model, model.totals(labels)).sum()), model.cut(labels))


def _rank(plan: _Plan) -> tuple:
    return plan.imbalance, plan.cut


def _enough(plans: list) -> bool:
    return sum(plan.imbalance <= 0 for plan in plans) >= _ENOUGH


def _said(model: Model, plans: list) -> str:
    if not plans:
        return "Balancing several measures"
    best = min(plans, key=_rank)
    off = 100 * float(np.abs(model.totals(best.labels) / model.target - 1).max())
    return f"Balancing several measures; best so far: off by {off:.2f} %"
