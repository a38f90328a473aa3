"""Balance against disruption: the best balance that can be had for at most so much changing hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np

from .budget import Budget
from .disruption import Relations
from .problem import Problem
from .rebalance import order_of_merit
from .rebalance_steps import Candidate, Rebalancer


@dataclass(frozen=True, eq=False)
class TradeoffPoint:
    """One efficient plan.

    Attributes
    ----------
    disruption : float
        What changes hands, %. ``rebalance(..., max_disruption=disruption)`` with the same seed gives this
        plan.
    max_deviation : float
        Largest absolute deviation, %.
    moved_units : int
    feasible : bool
        Within every band, in one piece, nothing unassigned.
    labels : (n,) int32
    """

    disruption: float
    max_deviation: float
    moved_units: int
    feasible: bool
    labels: np.ndarray


def tradeoff(
    problem: Problem,
    *,
    disruption: np.ndarray | None = None,
    steps: int = 8,
    seed: int = 1,
    time_limit: float | None = 60.0,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list:
    """The efficient frontier from the alignment of today to the plan within tolerance that moves least.

    An ε-constraint view of two objectives (Haimes, Lasdon, Wismer 1971). The plans are those a rebalance
    meets, so each can be had again by asking a rebalance for at most its disruption.

    Parameters
    ----------
    problem, disruption, seed, time_limit, progress, cancelled
        As in :func:`.rebalance.rebalance`.
    steps : int
        At most so many points, evenly spread over the disruption.

    Returns
    -------
    list of TradeoffPoint
        Disruption rising, deviation falling, none dominated.

    Raises
    ------
    ValueError
        With fewer than 2 steps, or as in :func:`.rebalance.rebalance`.
    """
    if steps < 2:
        raise ValueError(f"A trade-off needs at least 2 steps, not {steps}.")
    budget = Budget(time_limit, progress, cancelled)
    relations = Relations.of(problem, disruption)
    solver = Rebalancer(problem, relations, seed, budget)
    budget.stage(0, 40)
    plans = [solver.direct()]
    budget.stage(40, 100)
    plans += solver.descent()
    return [_point(relations, plan) for plan in _spread(efficient(plans), steps)]


def efficient(plans: Sequence[Candidate]) -> list:
    """The plans that none with as little change beats, by rising disruption, up to the first within the
    bands."""
    frontier: list = []
    for plan in sorted(plans, key=lambda plan: (round(plan.lost, 9), order_of_merit(plan))):
        if not frontier:
            frontier.append(plan)
        elif not frontier[-1].within and order_of_merit(plan)[:2] < order_of_merit(frontier[-1])[:2]:
            # Mending pieces may cost balance; a curve of balance shows only what improves it too.
            if plan.deviation < frontier[-1].deviation - 1e-9:
                frontier.append(plan)
            elif plan.flaws < frontier[-1].flaws or plan.within:
                frontier = [kept for kept in frontier if kept.deviation > plan.deviation + 1e-9] + [plan]
    return frontier


def _spread(frontier: list, steps: int) -> list:
    """At most ``steps`` of the frontier: both ends, and the nearest to even distances of disruption between
    them."""
    if len(frontier) <= steps:
        return frontier
    lost = np.array([plan.lost for plan in frontier])
    chosen = {0, len(frontier) - 1}
    for wanted in np.linspace(lost[0], lost[-1], steps)[1:-1]:
        chosen.add(int(np.abs(lost - wanted).argmin()))
    return [frontier[i] for i in sorted(chosen)]


def _point(relations: Relations, plan: Candidate) -> TradeoffPoint:
    return TradeoffPoint(
        plan.lost, plan.deviation, int(relations.moved(plan.labels).sum()), plan.within, plan.labels
    )
