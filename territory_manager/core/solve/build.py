"""Build territories from scratch: the steps put together.

Seeds, balanced power diagrams, rounding, repair, flow-guided peel, annealed border search, and a finishing
loop until every territory is within tolerance.
"""

from __future__ import annotations

from typing import Callable

import numpy as np

from .bounds import gap, home_bound
from .budget import Budget
from .model import model_of
from .parts import solve_parts
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
    model = model_of(problem)
    labels = solve_parts(model, seed, budget)
    budget.stage(0, 100)
    budget.report(100, "Done")
    solution = judge(problem, model.expand(labels), budget)
    solution.lower_bound = _finite(home_bound(problem))
    solution.gap = gap(solution.objective, solution.lower_bound)
    return solution


def _finite(bound: float | None) -> float | None:
    """The bound, None where even the relaxation has no plan."""
    return bound if bound is not None and np.isfinite(bound) else None
