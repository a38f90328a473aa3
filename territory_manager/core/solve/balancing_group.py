"""A few neighbouring territories that could balance among themselves, drawn at random."""

from __future__ import annotations

import numpy as np

from .balance_search import imbalance
from .model import Model

_BASE = 0.02
"""Every territory is drawn now and then, those out of bounds more often."""

_COVERED = 0.8
"""What a group is off on average, beyond this part of the tolerance, it cannot settle by itself."""


def draw_group(model: Model, labels: np.ndarray, rng: np.random.Generator, largest: int) -> np.ndarray:
    """Some open territories that touch, in ascending order.

    Parameters
    ----------
    model : Model
        At least one territory is open.
    labels : (n,) int, every unit assigned
    rng : numpy.random.Generator
    largest : int
        Territories in a group at most, at least 2.

    Returns
    -------
    (g,) int; a single territory where nothing open touches it
    """
    ends = labels[model.pairs]
    ends = ends[(ends[:, 0] != ends[:, 1]) & model.open[ends].all(axis=1)]
    touch = np.zeros((model.k, model.k), dtype=bool)
    touch[ends[:, 0], ends[:, 1]] = touch[ends[:, 1], ends[:, 0]] = True
    totals = model.totals(labels)
    chance = np.where(model.open, imbalance(model, totals) + _BASE, 0.0)
    group = [int(rng.choice(model.k, p=chance / chance.sum()))]
    size = int(rng.integers(2, largest + 1))
    off = (totals - model.target) / model.unit_of_deviation
    while len(group) < size:
        near = touch[group].any(axis=0)
        near[group] = False
        options = np.flatnonzero(near)
        if not len(options):
            break
        mean = (off[group].sum(axis=0) + off[options]) / (len(group) + 1)
        value = (np.maximum(np.abs(mean) - _COVERED, 0.0) ** 2).sum(axis=1)
        chance = np.exp(-(value - value.min()) / max(value.min(), 0.2))
        group.append(int(rng.choice(options, p=chance / chance.sum())))
    return np.sort(group)
