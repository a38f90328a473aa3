"""Build territories from scratch: the steps put together.

Seeds, balanced power diagrams, rounding, repair, flow-guided peel, annealed border search, and a finishing
loop until every territory is within tolerance.
"""

from __future__ import annotations

from typing import Callable

import numpy as np

from .bounds import gap, home_bound
from .budget import Budget
from .group_corridors import with_corridors
from .model import model_of
from .parts import solve_parts
from .price_of_measures import index_alone, tell_price
from .problem import Problem, Solution
from .verdict import judge


def build(
    problem: Problem,
    *,
    seed: int = 1,
    time_limit: float | None = 60.0,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solution:
    """Territories for a map: balanced, contiguous, compact, with every constraint of the problem.

    Parameters
    ----------
    problem : Problem
    seed : int
        The same problem and seed give the same plan, unless the time limit bites.
    time_limit : float, optional
        Seconds; the best plan so far is returned. None for no limit.
    progress : callable (float 0–100, str), optional
    cancelled : callable () -> bool, optional
        Asked between rounds; the best plan so far is returned, and its message says so.

    Returns
    -------
    Solution
        ``feasible`` is False and ``violations`` says in words why, whenever a constraint is not kept.
    """
    budget = Budget(time_limit, progress, cancelled)
    if problem.n == 0:
        return judge(problem, np.empty(0, dtype=np.int32), budget)
    alone = index_alone(problem, seed, budget)
    labels = _solved(problem, seed, budget)
    joined = with_corridors(problem, labels)
    if joined is not None and not budget.stop():
        labels = min(labels, _solved(joined, seed, budget), key=lambda tried: _merit(problem, tried))
    budget.stage(0, 100)
    budget.report(100, "Done")
    solution = judge(problem, labels, budget)
    tell_price(problem, solution, alone)
    solution.lower_bound = _finite(home_bound(problem))
    solution.gap = gap(solution.objective, solution.lower_bound)
    return solution


def _solved(problem: Problem, seed: int, budget: Budget) -> np.ndarray:
    model = model_of(problem)
    return model.expand(solve_parts(model, seed, budget))


def _merit(problem: Problem, labels: np.ndarray) -> tuple:
    """Pieces count first: a group that lies apart is the reason for a second try."""
    found = judge(problem, labels)
    return found.extra_pieces, not found.feasible, found.max_deviation


def _finite(bound: float | None) -> float | None:
    """The bound, None where even the relaxation has no plan."""
    return bound if bound is not None and np.isfinite(bound) else None
