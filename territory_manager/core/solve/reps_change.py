"""A rep leaves, a rep joins: the two changes that make most re-alignments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Union

import numpy as np

from .budget import Budget
from .disruption import Relations, today
from .problem import Problem, Solution
from .rebalance_steps import Rebalancer
from .verdict import judge

Named = Union[int, str]


def territory_of(problem: Problem, territory: Named) -> int:
    """Number of a territory given by number or name.

    Raises
    ------
    ValueError
        When there is none.
    """
    names = problem.targets.territories
    if isinstance(territory, str):
        if territory not in names:
            raise ValueError(f"There is no territory {territory} in this plan.")
        return names.index(territory)
    if not 0 <= territory < problem.k:
        raise ValueError(f"There is no territory number {territory}; there are {problem.k}.")
    return int(territory)


def check_joining(problem: Problem, joining: Named | Sequence[Named]) -> None:
    """Refuse a joining territory that has units already.

    Raises
    ------
    ValueError
    """
    given = [joining] if isinstance(joining, (int, str)) else list(joining)
    for one in given:
        territory = territory_of(problem, one)
        if (today(problem) == territory).any():
            raise ValueError(
                f"{problem.targets.territories[territory]} has units already. A territory that joins "
                f"must be empty."
            )


def share_out(problem: Problem, relations: Relations, leaving: Named, seed: int, budget: Budget) -> Solution:
    """The units of one territory, shared out among its neighbours; every other unit stays where it is.

    Targets of the others grow in proportion. Of the plans met, the best balanced one is returned.

    Raises
    ------
    ValueError
        When the territory is the only one, has locked units, or touches no open territory.
    """
    gone = territory_of(problem, leaving)
    name = problem.targets.territories[gone]
    units = today(problem) == gone
    if problem.k < 2:
        raise ValueError(f"{name} is the only territory; nobody could take its units.")
    locked = np.flatnonzero(units & (problem.fixed == gone))
    if len(locked):
        raise ValueError(
            f"{len(locked)} units of {name} are locked, {problem.name(locked[0])} first. Unlock them "
            f"before their rep leaves."
        )
    smaller = _without(problem, gone, units)
    takers = _neighbours_of(problem, units) & smaller.open_territories
    if units.any() and not takers.any():
        raise ValueError(f"No open territory touches {name}. Unlock one of its neighbours.")
    allowed = np.repeat(takers[None], problem.n, axis=0)
    steps = Rebalancer(smaller, Relations.of(smaller, relations.cost), seed, budget, allowed)
    budget.stage(0, 60)
    direct = steps.direct()
    plans = [direct]
    if not direct.within:
        budget.stage(60, 100)
        plans += steps.descent()[1:]
    # Those who take nothing keep their deviation; what counts is how far all of them together are out.
    best = min(plans, key=lambda plan: (plan.flaws, round(plan.outside, 6), plan.deviation))
    solution = judge(smaller, best.labels, budget)
    numbers = np.r_[np.delete(np.arange(problem.k), gone), -1]
    solution.labels = numbers[best.labels].astype(np.int32)
    solution.moved = relations.moved(solution.labels)
    solution.disruption = 100.0 * relations.lost(solution.labels)
    solution.message = _words(problem, name, units, solution)
    return solution


def _words(problem: Problem, name: str, units: np.ndarray, solution: Solution) -> str:
    takers = np.bincount(solution.labels[units & (solution.labels >= 0)], minlength=problem.k)
    shared = ", ".join(f"{problem.targets.territories[t]} {takers[t]}" for t in np.flatnonzero(takers))
    return f"The {int(units.sum())} units of {name} go to its neighbours: {shared}. {solution.message}"


def _without(problem: Problem, gone: int, units: np.ndarray) -> Problem:
    """The problem of those who stay: the units of the one who leaves are loose, all others locked."""
    staying = np.delete(np.arange(problem.k), gone)
    targets = problem.targets
    number = np.full(problem.k + 1, -1, dtype=np.int32)
    number[staying] = np.arange(len(staying))
    current = number[today(problem)]
    return replace(
        problem,
        current=current,
        locked=(current >= 0) | (_locked(problem) & ~units),
        locked_territories=None
        if problem.locked_territories is None
        else problem.locked_territories[staying],
        homes=None if problem.homes is None else problem.homes[staying],
        targets=replace(
            targets,
            territories=tuple(targets.territories[t] for t in staying),
            shares=targets.shares[staying],
        ),
        **_home_units(problem, staying),
    )


def _home_units(problem: Problem, staying: np.ndarray) -> dict:
    given = getattr(problem, "home_units", None)
    return {} if given is None else {"home_units": np.asarray(given)[staying]}


def _locked(problem: Problem) -> np.ndarray:
    return np.zeros(problem.n, dtype=bool) if problem.locked is None else problem.locked


def _neighbours_of(problem: Problem, units: np.ndarray) -> np.ndarray:
    """(k - 1,) bool, in the numbers of those who stay: territories that touch the units."""
    adjacency = problem.adjacency
    start = np.repeat(np.arange(problem.n), np.diff(adjacency.indptr))
    beside = np.asarray(adjacency.indices)[units[start]]
    near = today(problem)[beside[~units[beside]]]
    touched = np.zeros(problem.k, dtype=bool)
    touched[near[near >= 0]] = True
    gone = today(problem)[units]
    return np.delete(touched, gone[0]) if len(gone) else touched[:-1]
