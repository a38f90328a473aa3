"""Rebalance: into tolerance with as little changing hands as can be, or as near as a limit on disruption
allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Callable, Union

import numpy as np

from .bounds import disruption_bound
from .budget import Budget
from .disruption import Relations
from .group_corridors import with_corridors
from .price_of_measures import binding
from .problem import Problem, Solution
from .rebalance_steps import Candidate, Rebalancer
from .reps_change import check_joining, share_out
from .verdict import judge
from .words import percent

_ROUNDING = 1e-7
"""Per cent; a plan that disturbs exactly the limit is within it."""

Named = Union[int, str]


def rebalance(
    problem: Problem,
    *,
    disruption: np.ndarray | None = None,
    max_disruption: float = 100.0,
    leaving: Named | None = None,
    joining: Named | Sequence[Named] | None = None,
    seed: int = 1,
    time_limit: float | None = 60.0,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solution:
    """The alignment of today, brought within tolerance by moving as little as possible.

    Parameters
    ----------
    problem : Problem
        With ``current``. Units without a territory are given to a neighbour; a territory with no units grows
        from its home; territories in several pieces are joined up where that disturbs least.
    disruption : (n,) float, optional
        What is lost when a unit changes hands (accounts, sales); the index when left out.
    max_disruption : float
        Most that may change hands, % of all disruption. The plan is then as balanced as this allows.
    leaving : int or str, optional
        Territory whose rep leaves: its units are shared out among its neighbours, nobody else gives any away.
        ``labels`` then holds nothing of it.
    joining : int, str or a sequence of them, optional
        Territories that are new and must grow; they must have no unit yet. Empty territories grow anyway:
        naming them checks that they are.
    seed, time_limit, progress, cancelled
        As in :func:`.build.build`.

    Returns
    -------
    Solution
        With ``moved``, ``disruption`` (%) and ``disruption_bound`` (%, proven; None when locks make the
        tolerance impossible or a rep leaves).

    Raises
    ------
    ValueError
        Without a current alignment, or when ``leaving`` or ``joining`` do not fit it.
    """
    budget = Budget(time_limit, progress, cancelled)
    relations = Relations.of(problem, disruption)
    if not 0 <= max_disruption <= 100:
        raise ValueError(
            f"The most that may change hands is a share between 0 and 100 %, not {max_disruption:g}."
        )
    if joining is not None:
        check_joining(problem, joining)
    if leaving is not None:
        return share_out(problem, relations, leaving, seed, budget)
    plan = plan_within(problem, relations, max_disruption, seed, budget)
    joined = with_corridors(problem, plan.labels)
    if joined is not None and not budget.stop():
        tried = plan_within(joined, relations, max_disruption, seed, budget)
        plan = min((plan, tried), key=order_of_merit)
    return solution_of(problem, relations, plan, max_disruption, budget)


def plan_within(
    problem: Problem, relations: Relations, max_disruption: float, seed: int, budget: Budget
) -> Candidate:
    """The plan that reaches the bands with least change, or the best balanced one a limit allows."""
    steps = Rebalancer(problem, relations, seed, budget)
    budget.stage(0, 60)
    direct = steps.direct()
    if direct.lost <= max_disruption + _ROUNDING and (direct.within or max_disruption >= 100):
        return direct
    budget.stage(60, 100)
    return best_within([direct, *steps.descent()], max_disruption)


def best_within(plans: Sequence[Candidate], max_disruption: float) -> Candidate:
    """Of the plans that keep the limit: fewest flaws, then within the bands, then balance, then least change.

    The alignment of today always keeps the limit, so it has to be among the plans.
    """
    kept = [plan for plan in plans if plan.lost <= max_disruption + _ROUNDING]
    return min(kept, key=order_of_merit)


def order_of_merit(plan: Candidate) -> tuple:
    """Within the bands the least change wins, outside them the better balance."""
    if plan.within:
        return 0, 0.0, plan.lost, plan.deviation
    return 1 + plan.flaws, round(plan.deviation, 9), plan.lost, plan.outside


def solution_of(
    problem: Problem, relations: Relations, plan: Candidate, max_disruption: float, budget: Budget
) -> Solution:
    """The plan as a solution, with what changes hands and the proven least of it."""
    solution = judge(problem, plan.labels, budget)
    solution.moved = relations.moved(plan.labels)
    solution.disruption = 100.0 * relations.lost(plan.labels)
    solution.disruption_bound = disruption_bound(problem, relations)
    over = solution.disruption > max_disruption + _ROUNDING
    if over:
        solution.feasible = False
        most = percent(max_disruption / 100)
        given = percent(solution.disruption / 100)
        solution.violations.append(f"{given} changes hands, more than the {most} allowed.")
    said = [*_words(solution, max_disruption), binding(problem, solution)]
    solution.message = " ".join(words for words in said if words)
    return solution


def _words(solution: Solution, max_disruption: float) -> list:
    count = 0 if solution.moved is None else int(solution.moved.sum())
    said = ["Nothing changes hands."]
    if count:
        units = "1 unit changes hands" if count == 1 else f"{count:,} units change hands"
        said = [f"{units}, {solution.disruption:.1f} % of the whole."]
    bound = solution.disruption_bound
    if bound is None:
        said.append("Locks alone make the tolerance impossible.")
    elif solution.feasible and count and bound > 0:
        said.append(f"No plan within tolerance does with less than {bound:.1f} %.")
    elif not solution.feasible and bound > max_disruption:
        most = percent(max_disruption / 100)
        said.append(f"The tolerance needs at least {bound:.1f} %, and {most} may change hands.")
    return [*said, solution.message]
