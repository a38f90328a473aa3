"""Mend a territory that no single move brings within bounds: its surroundings are assigned anew, exactly.

A unit nearly as heavy as a territory, or several measures at once, leave bands that only exchanges of
several units reach. The windows are chosen as in the "local branching" of Fischetti and Lodi (2003,
Mathematical Programming 98).
"""

from __future__ import annotations

import numpy as np

from .budget import Budget
from .exact_window import assign_window
from .model import Model

_REACHES = (2, 4, 7)
_VARIABLES = 500
_NODES = 400
_CUT_ROUNDS = 8
_GAP = 0.01
_ROUNDS = 15
_NEAR = 0.2
"""Farther out of bounds than this part of its target, a territory is beyond what a window can mend."""

_ROUNDING = 1e-9


def mend(model: Model, labels: np.ndarray, budget: Budget) -> np.ndarray:
    """Labels with less excess, if exact windows about the territories out of bounds find them.

    Parameters
    ----------
    model : Model
    labels : (n,) int, contiguous where the model asks for it
    budget : Budget

    Returns
    -------
    (n,) int32
    """
    labels = np.asarray(labels, dtype=np.int32)
    hopeless: set = set()
    for _ in range(_ROUNDS):
        worst = _worst(model, labels, hopeless)
        if worst is None or budget.stop():
            break
        better = _mended(model, labels, worst, budget)
        if better is None:
            hopeless.add(worst)
        else:
            labels = better
            hopeless.clear()
    return labels


def _worst(model: Model, labels: np.ndarray, hopeless: set) -> int | None:
    totals = model.totals(labels)
    outside = (np.maximum(np.maximum(totals - model.upper, model.lower - totals), 0) / model.target).max(
        axis=1
    )
    outside[list(hopeless)] = 0
    outside[~model.open | (outside > _NEAR)] = 0
    outside[_too_heavy(model, labels)] = 0
    return int(outside.argmax()) if outside.max() > 0 else None


def _too_heavy(model: Model, labels: np.ndarray) -> np.ndarray:
    """(k,) bool: territories with a unit that alone is more than they may have: nothing can mend these."""
    heaviest = np.zeros((model.k, model.q))
    np.maximum.at(heaviest, labels, model.loads)
    return (heaviest > model.upper).any(axis=1)


def _mended(model: Model, labels: np.ndarray, territory: int, budget: Budget) -> np.ndarray | None:
    """Better labels from the first window that finds any; wider windows come later."""
    before = model.excess(labels)
    for reach in _REACHES:
        choices = _window(model, labels, territory, reach)
        found = assign_window(
            model, labels, choices, nodes=_NODES, cut_rounds=_CUT_ROUNDS, gap=_GAP, budget=budget
        )
        if (
            found is not None
            and model.excess(found) < before - _ROUNDING
            and np.bincount(found, minlength=model.k).min() > 0
            and not (model.contiguous and model.pieces(found)[0] > model.pieces(labels)[0])
        ):
            return found
        if choices.sum() - model.n > _VARIABLES:
            break
    return None


def _window(model: Model, labels: np.ndarray, territory: int, reach: int) -> np.ndarray:
    """(n, k) bool: what the units within ``reach`` steps of the territory's border may choose.

    A unit may go to the territories that begin within ``reach`` steps of it, the one to mend among them.
    """
    step = model.graph
    near = np.zeros((model.n, model.k), dtype=np.int8)
    near[np.arange(model.n), labels] = 1
    involved = np.zeros(model.k, dtype=bool)
    members = labels == territory
    touching = np.unique(labels[(step @ members.astype(np.int8)) > 0])
    involved[touching] = True
    involved &= model.open
    near[:, ~involved] = 0
    for _ in range(reach):
        near = np.minimum(near + step @ near, 1).astype(np.int8)
    choices = near.astype(bool)
    outside = ~members & ~choices[:, territory]
    choices[outside | (model.fixed >= 0) | ~involved[labels]] = False
    choices[np.arange(model.n), labels] = True
    _thin(choices, labels, model, territory)
    return choices


def _thin(choices: np.ndarray, labels: np.ndarray, model: Model, territory: int) -> None:
    """Keep the program small: units far from the territory's heart of choice keep their own label."""
    free = np.flatnonzero(choices.sum(axis=1) > 1)
    size = choices[free].sum(axis=1)
    if size.sum() <= _VARIABLES:
        return
    centres = model.centroids(labels)
    away = ((model.xy[free] - centres[territory]) ** 2).sum(axis=1)
    order = np.argsort(away, kind="stable")
    beyond = free[order[np.cumsum(size[order]) > _VARIABLES]]
    choices[beyond] = False
    choices[beyond, labels[beyond]] = True
