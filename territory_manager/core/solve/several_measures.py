"""Plans in which several measures are each within tolerance.

Compact plans, and plans cut by curves, are annealed for balance alone and their territories cut anew in
groups; the best half goes on, with longer searches each time (successive halving).

Reference
---------
Jamieson, K., Talwalkar, A. (2016): Non-stochastic best arm identification and hyperparameter optimization.
AISTATS 51, 240–248.
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

_LARGE = 8000
_CURVES = 400
_SWEEPS_OF_A_CUT = 80
_ENOUGH = 3
"""Balanced plans to choose the most compact from."""


@dataclass(frozen=True)
class _Round:
    """What the plans still in the race get; those after the first ``plans`` are out."""

    plans: int
    groups: int
    sweeps: int
    heat: tuple
    force: tuple


_FIRST = _Round(6, 0, 300, (1.7, 1.0), (60.0, 150.0))
_ROUNDS = (
    _Round(3, 20, 300, (1.7, 1.0), (60.0, 150.0)),
    _Round(2, 20, 1500, (3.0, 1.0), (100.0, 300.0)),
    _Round(1, 20, 1500, (3.0, 1.0), (100.0, 300.0)),
    _Round(1, 20, 2500, (3.0, 1.0), (100.0, 300.0)),
)


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
    race = _Race(model, seed, budget)
    for start in range(_FIRST.plans):
        if budget.stop() or race.over:
            break
        labels = compact if start == 0 else race.drawn()
        if labels is not None:
            race.enter(race.run(labels, _FIRST, seed + start))
    for turn, step in enumerate(_ROUNDS):
        race.halve(step, seed + 100 * (turn + 1))
    return [labels for _, _, labels in race.plans]


class _Race:
    """The plans and how good they are: (imbalance, cut edges, labels), best first."""

    def __init__(self, model: Model, seed: int, budget: Budget) -> None:
        self.model, self.budget = model, budget
        self.rng = np.random.default_rng(seed)
        self.plans: list = []

    @property
    def over(self) -> bool:
        """Enough plans are within the bounds."""
        return sum(plan[0] <= 0 for plan in self.plans) >= _ENOUGH

    def drawn(self) -> np.ndarray | None:
        """A new plan cut by curves, mended."""
        plan = curve_plan(self.model, self.rng, curves=_CURVES, sweeps=_SWEEPS_OF_A_CUT, budget=self.budget)
        return None if plan is None else repair(self.model, plan)

    def run(self, labels: np.ndarray, step: _Round, seed: int) -> np.ndarray:
        if step.groups:
            labels = recombine(self.model, labels, turns=step.groups, seed=seed, budget=self.budget)
        return balance_search(
            self.model,
            labels,
            sweeps=step.sweeps,
            heat=step.heat,
            force=step.force,
            seed=seed,
            budget=self.budget,
        )

    def enter(self, labels: np.ndarray) -> None:
        excess = float(imbalance(self.model, self.model.totals(labels)).sum())
        self.plans.append((excess, self.model.cut(labels), labels))
        self.plans.sort(key=lambda plan: plan[:2])

    def halve(self, step: _Round, seed: int) -> None:
        running, self.plans = self.plans[: step.plans], [plan for plan in self.plans if plan[0] <= 0]
        for number, plan in enumerate(running):
            if plan[0] <= 0:
                continue
            if self.over or (self.plans and self.budget.stop()):
                break
            self.enter(self.run(plan[2], step, seed + number))
