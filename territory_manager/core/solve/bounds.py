"""What no plan can beat, proven: the moment of inertia about given homes, and what must change hands.

A bound here never comes from a heuristic value: the transport dual is evaluated exactly for whatever
multipliers the search ends with, and the disruption bound is the exact optimum of a relaxation.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.optimize import linprog, minimize
from scipy.sparse import coo_matrix, vstack

from .disruption import Relations
from .model import Model, model_of
from .problem import Problem

_EXACT_SIZE = 30_000
"""Up to so many variables the linear program is solved exactly; beyond, its dual is climbed by smooth
steps."""

_SLACK = 1e-7
"""Shares by which the linear program sees the bands wider: rounding must not call a problem impossible. The
bound is evaluated with the bands as they are."""

_NEVER = 1e9
"""Times the typical cost: what a barred pair costs where infinity has no logarithm."""


def home_bound(problem: Problem) -> float | None:
    """Proven lower bound of :attr:`.Solution.objective` when every territory has a home; else None.

    The transportation relaxation of location-allocation (Hess et al. 1965, "Nonpartisan political
    redistricting by computer"): units may be split, contiguity is let go, balance, limits, locks and
    distances are kept. By weak duality every multiplier gives a bound.

    Returns
    -------
    float or None
        In the unit of the objective; infinite when not even the relaxation has a plan.
    """
    if problem.homes is None or not np.isfinite(problem.homes).all() or problem.n == 0:
        return None
    model = model_of(replace(problem, groups=None))
    costs = _costs(problem, model)
    if not np.isfinite(costs.min(axis=1)).all():
        return float("inf")
    if problem.n * problem.k <= _EXACT_SIZE:
        multipliers, possible = _solved_exactly(model, costs)
        if not possible:
            return float("inf")
    else:
        multipliers = _climbed(model, costs, problem.mass)
    # Costs are never negative, so neither is the bound.
    return max(dual_value(model, costs, multipliers), 0.0) / 1e6


def gap(objective: float, bound: float | None) -> float | None:
    """Distance of an objective to its bound, % of the objective; None where there is no bound."""
    if bound is None or not np.isfinite(bound):
        return None
    return 0.0 if objective <= 0 else max(0.0, 100.0 * (objective - bound) / objective)


def _costs(problem: Problem, model: Model) -> np.ndarray:
    """(n, k) mass × km² of every unit to every home; infinite where it may not go."""
    away = ((model.xy[:, None] - np.asarray(problem.homes)[None] / 1000.0) ** 2).sum(axis=2)
    costs = problem.mass[:, None] * away
    # Only what the user bound is bound: that a rep's own unit is the rep's is a choice of the solver's.
    bound = np.flatnonzero(problem.fixed >= 0)
    if np.isfinite(model.max_distance):
        costs[away > (model.max_distance * (1 + 1e-9)) ** 2] = np.inf
    costs[:, ~problem.open_territories] = np.inf
    costs[bound] = np.inf
    costs[bound, problem.fixed[bound]] = problem.mass[bound] * away[bound, problem.fixed[bound]]
    return costs


def dual_value(model: Model, costs: np.ndarray, multipliers: np.ndarray) -> float:
    """The dual function of the transportation problem with banded capacities, exactly.

    Σ_i min_t (cost_it − load_i · λ_t) + Σ_t (lower_t · λ⁺_t − upper_t · λ⁻_t): a lower bound for every λ (k,
    q).
    """
    reduced = costs - model.loads @ multipliers.T
    capacity = np.where(multipliers > 0, multipliers * _finite(model.lower), 0.0)
    capacity += np.where(multipliers < 0, multipliers * _finite(model.upper), 0.0)
    return float(reduced.min(axis=1).sum() + capacity.sum())


def _finite(bound: np.ndarray) -> np.ndarray:
    """Shares lie between 0 and 1, so a missing limit is one of these."""
    return np.clip(bound, 0.0, 1.0)


def _solved_exactly(model: Model, costs: np.ndarray) -> tuple:
    """(multipliers (k, q), possible) from the linear program over the pairs that are allowed."""
    unit, territory = np.nonzero(np.isfinite(costs))
    count, k, q = len(unit), model.k, model.q
    number = np.arange(count)
    each = coo_matrix((np.ones(count), (unit, number)), shape=(model.n, count))
    rows = (territory[:, None] * q + np.arange(q)).ravel()
    load = coo_matrix((model.loads[unit].ravel(), (rows, np.repeat(number, q))), shape=(k * q, count)).tocsr()
    scale = max(float(costs[unit, territory].mean()), 1e-300)
    lower, upper = _finite(model.lower).ravel(), _finite(model.upper).ravel()
    matrix = vstack([load, -load])
    result = linprog(
        costs[unit, territory] / scale,
        A_eq=each,
        b_eq=np.ones(model.n),
        A_ub=matrix,
        b_ub=np.r_[upper + _SLACK, -lower + _SLACK],
        bounds=(0, None),
        method="highs",
    )
    if result.status == 2:
        return np.zeros((k, q)), False
    if result.x is None:
        return np.zeros((k, q)), True
    marginals = result.ineqlin.marginals * scale
    return (marginals[: k * q] - marginals[k * q :]).reshape(k, q), True


def _climbed(model: Model, costs: np.ndarray, mass: np.ndarray) -> np.ndarray:
    """Multipliers near the best: the smoothed dual climbed by L-BFGS, the smoothing drawn back in steps."""
    k, q, loads = model.k, model.q, model.loads
    weight = np.maximum(mass, 1e-6 * max(mass.mean(), 1e-300))[:, None]
    spread = max(float(np.median(costs.min(axis=1) / weight[:, 0])), 1e-12)
    # One unit of multiplier shifts a border by about the distance of a typical unit.
    unit = spread * weight.sum() / loads.sum()
    smoothed = np.where(np.isfinite(costs), costs, _NEVER * spread * weight)
    lower, upper = _finite(model.lower), _finite(model.upper)
    best = np.zeros((k, q))
    best_value = dual_value(model, costs, best)
    start = np.zeros(k * q)
    for smoothing in (1.0, 0.3, 0.1, 0.03, 0.01, 0.003, 0.001):
        heat = smoothing * spread * weight

        def negative(flat: np.ndarray, heat: np.ndarray = heat) -> tuple:
            multipliers = flat.reshape(k, q) * unit
            reduced = (loads @ multipliers.T - smoothed) / heat
            top = reduced.max(axis=1, keepdims=True)
            part = np.exp(reduced - top)
            total = part.sum(axis=1, keepdims=True)
            value = -(heat * (top + np.log(total))).sum()
            used = (part / total).T @ loads
            side = np.where(multipliers > 0, lower, upper)
            value += (multipliers * side).sum()
            return -value / unit, (used - side).ravel()

        result = minimize(negative, start, jac=True, method="L-BFGS-B", options={"maxiter": 60})
        start = result.x
        multipliers = start.reshape(k, q) * unit
        value = dual_value(model, costs, multipliers)
        if value > best_value:
            best, best_value = multipliers, value
    return best


def disruption_bound(problem: Problem, relations: Relations) -> float | None:
    """Proven least share (%) of relationships that must change hands to be within tolerance and limits.

    What a territory has above its band must leave it, and what all territories below theirs lack must come
    from the others or from units nobody had. For every balanced quantity the cheapest units per share are
    taken, the last one in part: a fractional knapsack (Dantzig 1957), exact for this relaxation because the
    requirements are nested. Contiguity is let go.

    Returns
    -------
    float or None
        None when locks alone make the bands impossible.
    """
    model = model_of(replace(problem, groups=None, homes=None, contiguous=False))
    before = relations.before
    movable = (problem.fixed < 0) & ((before < 0) | problem.open_territories[np.maximum(before, 0)])
    worst = 0.0
    for column in range(model.q):
        bound = _column_bound(model, column, relations, before, movable)
        if bound is None:
            return None
        worst = max(worst, bound)
    return 100.0 * worst


def _column_bound(
    model: Model, column: int, relations: Relations, before: np.ndarray, movable: np.ndarray
) -> float | None:
    load = model.loads[:, column]
    held = before >= 0
    totals = np.bincount(before[held], load[held], model.k)
    surplus = np.maximum(totals - model.upper[:, column] - 1e-9, 0.0)
    lack = np.maximum(model.lower[:, column] - totals - 1e-9, 0.0)
    if not (surplus.any() or lack.any()):
        return 0.0
    if (lack[~model.open] > 0).any():
        return None
    giver = movable & (load > 0) & ((before < 0) | (lack[np.maximum(before, 0)] <= 0))
    items = np.flatnonzero(giver)
    price = np.where(held, relations.cost, 0.0)[items] / load[items]
    items = items[np.argsort(price, kind="stable")]
    left = load.copy()
    spent = passed = 0.0
    for territory in np.flatnonzero(surplus):
        own = items[before[items] == territory]
        cost, amount = _take(own, left, relations.cost, load, surplus[territory])
        if amount < surplus[territory] - 1e-9:
            return None
        spent += cost
        passed += amount
    missing = lack.sum() - passed
    if missing > 0:
        cost, amount = _take(items, left, np.where(held, relations.cost, 0.0), load, missing)
        if amount < missing - 1e-9:
            return None
        spent += cost
    return spent


def _take(items: np.ndarray, left: np.ndarray, cost: np.ndarray, load: np.ndarray, needed: float) -> tuple:
    """(cost, amount) of taking ``needed`` from the items in their order; what is taken is taken off
    ``left``."""
    available = left[items]
    before = np.cumsum(available) - available
    taken = np.clip(needed - before, 0.0, available)
    left[items] -= taken
    return float((cost[items] * taken / load[items]).sum()), float(taken.sum())
