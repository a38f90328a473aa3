"""Small maps drawn by hand, and every plan there is on a tiny one."""

from __future__ import annotations

import numpy as np

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.problem import Problem
from territory_manager.core.targets import Targets

KILOMETRE = 1000.0


def grid(rows: int, columns: int) -> tuple[np.ndarray, Adjacency]:
    """Places and neighbours of a grid of squares of 1 km, row by row."""
    number = np.arange(rows * columns).reshape(rows, columns)
    pairs = np.concatenate(
        [
            np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()]),
            np.column_stack([number[:-1].ravel(), number[1:].ravel()]),
        ]
    )
    y, x = np.divmod(np.arange(rows * columns), columns)
    xy = np.column_stack([x, y]).astype(float) * KILOMETRE
    return xy, Adjacency.from_pairs(rows * columns, pairs, border=np.full(len(pairs), KILOMETRE))


def path(n: int) -> tuple[np.ndarray, Adjacency]:
    """A row of units."""
    return grid(1, n)


def star(leaves: int) -> tuple[np.ndarray, Adjacency]:
    """A unit in the middle, number 0, that every other one touches."""
    angle = np.linspace(0, 2 * np.pi, leaves, endpoint=False)
    xy = np.vstack([[0.0, 0.0], np.column_stack([np.cos(angle), np.sin(angle)])]) * KILOMETRE
    pairs = np.column_stack([np.zeros(leaves, dtype=int), np.arange(1, leaves + 1)])
    return xy, Adjacency.from_pairs(leaves + 1, pairs)


def problem_on(
    place: tuple[np.ndarray, Adjacency], values, k: int, tolerance: float = 0.05, **given
) -> Problem:
    """A problem with equal targets on one of the maps; ``targets`` replaces them."""
    xy, adjacency = place
    targets = given.pop("targets", None) or Targets.equal(k, tolerance)
    return Problem(xy, np.asarray(values, dtype=float), adjacency, targets, **given)


def every_plan(n: int, k: int) -> np.ndarray:
    """(kⁿ, n) all assignments of n units to k territories."""
    return np.array(np.unravel_index(np.arange(k**n), (k,) * n)).T.astype(np.int32)


def connected_sets(adjacency: Adjacency) -> np.ndarray:
    """(2ⁿ,) bool by bit mask: whether the units of the set are connected; the empty set is not."""
    n = adjacency.n
    beside = [sum(1 << int(other) for other in adjacency.neighbours(unit)) for unit in range(n)]
    whole = np.zeros(1 << n, dtype=bool)
    for mask in range(1, 1 << n):
        reached, grown = 0, mask & -mask
        while grown != reached:
            reached = grown
            for unit in range(n):
                if reached >> unit & 1:
                    grown |= beside[unit] & mask
        whole[mask] = reached == mask
    return whole


def whole_plans(problem: Problem) -> np.ndarray:
    """All plans without empty territories and, where the problem asks for it, without extra pieces."""
    plans = every_plan(problem.n, problem.k)
    bits = 1 << np.arange(problem.n)
    whole = connected_sets(problem.adjacency)
    keep = np.ones(len(plans), dtype=bool)
    for territory in range(problem.k):
        masks = ((plans == territory) * bits).sum(axis=1)
        keep &= whole[masks] if problem.contiguous else masks > 0
    return plans[keep]


def largest_deviation(problem: Problem, plans: np.ndarray) -> np.ndarray:
    """(p,) largest absolute deviation of every plan, a fraction."""
    worst = np.zeros(len(plans))
    for territory in range(problem.k):
        totals = (plans == territory) @ problem.balanced
        worst = np.maximum(worst, np.abs(totals / problem.target_shares[territory] - 1).max(axis=1))
    return worst
