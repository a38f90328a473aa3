"""Small maps: all units assigned exactly for fixed centres, and the centres moved, in turn.

Reference
---------
Hess, S. W., Weaver, J. B., Siegfeldt, H. J., Whelan, J. N., Zitlau, P. A. (1965): Nonpartisan political
    redistricting by computer. Operations Research 13, 998–1006.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .budget import Budget
from .exact_window import assign_window
from .model import Model

_UNITS = 150
_VARIABLES = 1000
_TURNS = 8
_SHAKES = 12
_IDLE = 7
_SHAKEN_BY = 0.2
"""How far centres are shaken, in distances of the two nearest of them."""

_CONNECTED = 4
_NODES, _QUICK = 3000, 200
_DISTINCT = 1e-4


def is_small(model: Model) -> bool:
    """Whether the whole map fits one program."""
    return model.n <= _UNITS and model.n * model.k <= _VARIABLES


def exact_plans(model: Model, starts: list, rng: np.random.Generator, budget: Budget) -> list:
    """Plans found by assigning all units exactly, from several plans to begin with.

    First without asking for contiguity, which is quick and mostly comes by itself: from the plans given, and
    from the centres of the best so far, shaken. Then the best distinct results are connected by contiguity
    cuts.

    Parameters
    ----------
    model : Model
    starts : list of (n,) int
    rng : numpy.random.Generator
    budget : Budget

    Returns
    -------
    list of (n,) int32
    """
    relaxed = _loose_plans(replace(model, contiguous=False), starts, rng, budget)
    relaxed.sort(key=lambda entry: entry[0])
    plans: list = []
    best = None
    for worth, labels in relaxed[:_CONNECTED]:
        if (plans and budget.stop()) or (best is not None and worth > best):
            break
        if model.contiguous and model.pieces(labels)[0] > model.k:
            labels = assign_window(model, labels, _choices(model, labels), budget=budget)
            if labels is not None:
                labels = _alternate(model, labels, model.centroids(labels), budget)
        if labels is not None:
            plans.append(labels)
            worth = model.excess(labels), model.inertia(labels)
            best = worth if best is None else min(best, worth)
    return plans


def _loose_plans(model: Model, starts: list, rng: np.random.Generator, budget: Budget) -> list:
    """((excess, inertia), labels) of the distinct plans found without asking for contiguity.

    Starts are left when several in a row have brought nothing better; then the best is shaken, likewise.
    """
    found: list = []
    for turns, kind in ((len(starts), "start"), (_SHAKES, "shake")):
        idle = 0
        for turn in range(turns):
            if budget.stop() or idle >= _IDLE:
                break
            if kind == "start":
                labels = starts[turn]
                centres = model.centroids(labels)
                if any((labels == other).all() for other in starts[:turn]):
                    continue
            elif found:
                labels = min(found, key=lambda entry: entry[0])[1]
                centres = _shaken(model, labels, rng)
            labels = _alternate(model, labels, centres, budget, _QUICK)
            worth = model.excess(labels), model.inertia(labels)
            idle = 0 if not found or worth < min(known for known, _ in found) else idle + 1
            if all(abs(worth[1] - known[1]) > _DISTINCT * worth[1] for known, _ in found):
                found.append((worth, labels))
    return found


def _shaken(model: Model, labels: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """(k, 2) km: the centres of a plan, the free ones moved a little at random."""
    centres = model.centroids(labels)
    apart = ((centres[:, None] - centres[None]) ** 2).sum(axis=2)
    nearest = float(np.sqrt(apart[apart > 0].min())) if (apart > 0).any() else 1.0
    shaken = centres + rng.normal(0.0, _SHAKEN_BY * nearest, centres.shape)
    return np.where(model.homes[:, None], centres, shaken)


def _alternate(
    model: Model, labels: np.ndarray, centres: np.ndarray, budget: Budget, nodes: int = _NODES
) -> np.ndarray:
    """Assign exactly for the centres, move the centres, and so on while the plan gets better."""
    choices = _choices(model, labels)
    worth = None
    for _ in range(_TURNS):
        found = assign_window(model, labels, choices, centres=centres, nodes=nodes, budget=budget)
        if found is None or np.bincount(found, minlength=model.k).min() == 0:
            break
        new = model.excess(found), model.inertia(found)
        if worth is not None and new >= worth:
            break
        labels, worth = found, new
        centres = model.centroids(labels)
    return labels


def _choices(model: Model, labels: np.ndarray) -> np.ndarray:
    """(n, k) bool: every open territory for a free unit, its own for a bound one."""
    choices = np.repeat(model.open[None, :], model.n, axis=0)
    bound = model.fixed >= 0
    choices[bound] = False
    choices[bound, model.fixed[bound]] = True
    choices[np.arange(model.n), labels] = True
    return choices
