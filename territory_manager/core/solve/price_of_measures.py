"""What it costs in compactness that every measure is balanced by itself, and which of them binds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .budget import Budget
from .model import model_of
from .parts import solve_parts
from .problem import Problem, Solution
from .verdict import deviations, objective
from .words import names

_PART_OF_TIME = 0.15
_LITTLE = 0.02
"""A plan that is less than this less compact costs next to nothing."""

_TIMES = 2.0
"""From here on the price is told as a multiple, below as per cent."""


def index_alone(problem: Problem, seed: int, budget: Budget) -> float | None:
    """Moment of inertia of a plan with the same constraints that balances the index of the measures only.

    None where a single quantity is balanced anyway. It gets a small part of the time and of the effort of a
    build: a plan to compare with, not one to use.
    """
    if len(problem.balanced_names) < 2:
        return None
    alone = replace(problem, targets=replace(problem.targets, each_measure=False))
    model = model_of(alone)
    labels = model.expand(solve_parts(model, seed, budget.part(_PART_OF_TIME), quick=True))
    return objective(problem, labels)


def tell_price(problem: Problem, solution: Solution, alone: float | None) -> None:
    """Put the price into the solution and its message, and the measure that binds."""
    if alone is None or not (solution.labels >= 0).any():
        return
    if alone > 0:
        solution.spread = solution.objective / alone
    words = [solution.message, binding(problem, solution), _price(solution.spread)]
    solution.message = " ".join(word for word in words if word)


def binding(problem: Problem, solution: Solution) -> str:
    """Which measure binds, where, and how far off the others are at most; nothing to say of a single one."""
    if len(problem.balanced_names) < 2 or not (solution.labels >= 0).any():
        return ""
    deviation = deviations(problem, solution.labels)
    largest = np.abs(deviation).max(axis=0)
    order = np.argsort(-largest, kind="stable")
    worst = int(order[0])
    t = int(np.abs(deviation[:, worst]).argmax())
    side = "above" if deviation[t, worst] > 0 else "below"
    others = names([f"{problem.balanced_names[j]} by {largest[j]:.2f} %" for j in order[1:]])
    return (
        f"The measure that binds is {problem.balanced_names[worst]} ({problem.targets.territories[t]}, "
        f"{largest[worst]:.2f} % {side} its target); {others} at most."
    )


def _price(spread: float | None) -> str:
    if spread is None:
        return ""
    if spread < 1 + _LITTLE:
        return "Balancing each measure by itself costs next to nothing in compactness."
    if spread < _TIMES:
        much = f"{100 * (spread - 1):.0f} % more spread out than"
    else:
        much = f"{spread:.1f} times as spread out as"
    return (
        f"The price of balancing each measure by itself: territories are {much} in a plan balanced on the "
        f"index alone (moment of inertia)."
    )
