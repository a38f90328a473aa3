"""Moves between a few territories: balance two neighbours, or give a surplus away; nobody else is touched."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .budget import Budget
from .disruption import Relations
from .exchange import exchange
from .model import Model, model_of
from .move_search import MoveSearch, Weights
from .problem import Problem
from .reps_change import Named, territory_of
from .territory_flow import peel, touching

_EVEN = 0.002
"""Two territories are even when their deviations are this near, as a fraction; coarse units may not allow
it."""


def balance_two(
    problem: Problem,
    one: Named,
    other: Named,
    *,
    disruption: np.ndarray | None = None,
    labels: np.ndarray | None = None,
    seed: int = 1,
) -> list:
    """Moves between two neighbouring territories after which both are equally near to their targets.

    Parameters
    ----------
    problem : Problem
    one, other : int or str
    disruption : (n,) float, optional
    labels : (n,) int, optional
        The plan to improve; ``current`` when left out.
    seed : int

    Returns
    -------
    list of (unit, to)
        Empty when nothing is gained.

    Raises
    ------
    ValueError
        When the two do not touch or one is locked.
    """
    a, b = territory_of(problem, one), territory_of(problem, other)
    model, plan, names = model_of(problem), _plan(problem, labels), problem.targets.territories
    if a == b:
        raise ValueError(f"{names[a]} cannot be balanced with itself. Choose two territories.")
    for territory in (a, b):
        if not model.open[territory]:
            raise ValueError(f"{names[territory]} is locked. Unlock it to balance it.")
    atoms = model.condense(plan)
    if not any(set(pair) == {a, b} for pair in touching(model, atoms).tolist()):
        raise ValueError(f"{names[a]} and {names[b]} do not touch. Choose neighbours.")
    totals = _totals(model, atoms)
    even = model.target * (totals[[a, b]].sum(axis=0) / model.target[[a, b]].sum(axis=0))
    lower, upper = _anything(model)
    for territory in (a, b):
        lower[territory], upper[territory] = even[territory] * (1 - _EVEN), even[territory] * (1 + _EVEN)
    _keep_limits(problem, model, lower, upper, totals)
    movable = (atoms == a) | (atoms == b)
    allowed = np.zeros((model.n, model.k), dtype=bool)
    allowed[:, [a, b]] = True
    return _moves(problem, model, plan, atoms, lower, upper, movable, allowed, disruption, seed)


def give_surplus(
    problem: Problem,
    territory: Named,
    *,
    disruption: np.ndarray | None = None,
    labels: np.ndarray | None = None,
    seed: int = 1,
) -> list:
    """Moves that bring one territory that has too much within its band; no neighbour leaves its own by it.

    Parameters and errors are those of :func:`balance_two`.

    Returns
    -------
    list of (unit, to)
        Empty when it has no surplus or no neighbour has room.
    """
    giver = territory_of(problem, territory)
    model, plan = model_of(problem), _plan(problem, labels)
    if not model.open[giver]:
        raise ValueError(f"{problem.targets.territories[giver]} is locked. Unlock it to give units away.")
    atoms = model.condense(plan)
    totals = _totals(model, atoms)
    if (totals[giver] <= model.upper[giver] + 1e-9).all():
        return []
    lower, upper = _anything(model)
    lower[giver], upper[giver] = model.lower[giver], model.upper[giver]
    others = np.arange(model.k) != giver
    upper[others] = np.maximum(model.upper, totals)[others]
    allowed = np.ones((model.n, model.k), dtype=bool)
    return _moves(problem, model, plan, atoms, lower, upper, atoms == giver, allowed, disruption, seed)


def _plan(problem: Problem, labels: np.ndarray | None) -> np.ndarray:
    plan = problem.current if labels is None else np.asarray(labels, dtype=np.int32)
    if plan is None:
        raise ValueError("There is no alignment to improve. Choose the territory field.")
    return plan


def _totals(model: Model, atoms: np.ndarray) -> np.ndarray:
    held = atoms >= 0
    return np.column_stack([np.bincount(atoms[held], model.loads[held, j], model.k) for j in range(model.q)])


def _anything(model: Model) -> tuple:
    return np.full_like(model.lower, -1.0), np.full_like(model.upper, 2.0)


def _keep_limits(
    problem: Problem, model: Model, lower: np.ndarray, upper: np.ndarray, totals: np.ndarray
) -> None:
    """Columns that are limits, not balanced quantities, stay as the user set them, or as far off as they
    are."""
    for j in range(problem.balanced.shape[1], model.q):
        lower[:, j] = np.minimum(model.lower[:, j], totals[:, j])
        upper[:, j] = np.maximum(model.upper[:, j], totals[:, j])


def _moves(
    problem: Problem,
    model: Model,
    plan: np.ndarray,
    atoms: np.ndarray,
    lower: np.ndarray,
    upper: np.ndarray,
    movable: np.ndarray,
    allowed: np.ndarray,
    disruption: np.ndarray | None,
    seed: int,
) -> list:
    """The moves of a short search in which only some atoms may move; none unless the bands come nearer."""
    fixed = np.where(movable, model.fixed, np.maximum(atoms, 0)).astype(np.int32)
    model = replace(model, lower=lower, upper=upper, fixed=fixed)
    if np.isfinite(model.max_distance):
        away = np.sqrt(((model.xy[:, None] - model.centroids(np.maximum(atoms, 0))[None]) ** 2).sum(axis=2))
        allowed = allowed & ~(away > model.max_distance)
    kept = Relations.of(problem, disruption, before=plan if problem.current is None else None).kept_by_atom(
        model
    )
    rng, budget = np.random.default_rng(seed), Budget()
    search = MoveSearch(model, atoms, kept, Weights.of(problem.compactness), allowed)
    outside = search.outside()
    if outside <= 0:
        return []
    peel(search, model, budget, rounds=4, inside=1.0)
    best = search.anneal(40, 0.02, 0.001, rng, budget, penalty=10.0)
    search = MoveSearch(model, best, kept, Weights.of(problem.compactness), allowed)
    exchange(search, rng, budget, rounds=10)
    if search.outside() >= outside - 1e-9:
        return []
    units = model.expand(np.asarray(search.labels))
    return [(int(unit), int(units[unit])) for unit in np.flatnonzero(units != plan)]
