"""A map in parts (barriers, islands without a bridge): which territories go to which part."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .budget import Budget
from .model import Model, part_of
from .search import search

_TOO_LIGHT = 0.5
"""A part with less than this share of a territory's target is joined to the nearest other part."""


def solve_parts(model: Model, seed: int, budget: Budget, quick: bool = False) -> np.ndarray:
    """(n,) labels; every connected part of the map is solved for itself with its own territories.

    Parts too light to be a territory are joined to the nearest other part: the plan then has extra pieces,
    which the verdict counts. ``quick`` is as in :func:`.search.search`.
    """
    if not model.contiguous or (len(model.pairs) == 0 and model.n <= model.k):
        return search(model, seed, budget, quick)
    model, part = _join_light_parts(model)
    count = int(part.max()) + 1
    if count == 1:
        return search(model, seed, budget, quick)
    share = apportion(model, part, count)
    labels = np.full(model.n, -1, dtype=np.int32)
    done = 0
    for p in range(count):
        atoms = np.flatnonzero(part == p)
        territories = np.flatnonzero(share == p)
        budget.stage(100.0 * done / model.n, 100.0 * (done + len(atoms)) / model.n)
        labels[atoms] = territories[search(part_of(model, atoms, territories), seed, budget, quick)]
        done += len(atoms)
    return labels


def apportion(model: Model, part: np.ndarray, count: int) -> np.ndarray:
    """(k,) part of every territory, so that the parts are as evenly covered as possible.

    Territories with bound units or a home are where these are. Every part gets one; then the territory with
    the largest target goes to the part with most workload left to cover, one after the other.
    """
    share = np.full(model.k, -1, dtype=np.int64)
    for t in range(model.k):
        bound = np.flatnonzero(model.fixed == t)
        if len(bound):
            share[t] = np.bincount(part[bound]).argmax()
    need = np.bincount(part, model.loads[:, 0], count)
    target = model.target[:, 0]
    for t in np.flatnonzero(share >= 0):
        need[share[t]] -= target[t]
    waiting = sorted(np.flatnonzero(share < 0).tolist(), key=lambda t: (-target[t], t))
    for place, t in enumerate(waiting):
        bare = np.setdiff1d(np.arange(count), share[share >= 0])
        choice = bare if len(bare) >= len(waiting) - place else np.arange(count)
        p = int(choice[need[choice].argmax()])
        share[t] = p
        need[p] -= target[t]
    return share


def _join_light_parts(model: Model) -> tuple:
    """The model with bridges from parts too light, or too many, for territories of their own; and the
    parts.
    """
    while True:
        count, part = connected_components(model.graph, directed=False)
        if count == 1:
            return model, part
        weight = np.bincount(part, model.loads[:, 0], count)
        held = np.zeros(count, dtype=bool)
        held[part[model.fixed >= 0]] = True
        lightest = int(np.lexsort((np.arange(count), weight, held))[0])
        light = weight[lightest] < _TOO_LIGHT * model.target[:, 0].min() and not held[lightest]
        if not light and count <= model.k:
            return model, part
        inside, outside = np.flatnonzero(part == lightest), np.flatnonzero(part != lightest)
        away, near = cKDTree(model.xy[outside]).query(model.xy[inside])
        at = int(away.argmin())
        bridge = np.sort([inside[at], outside[near[at]]])
        model = replace(model, pairs=np.concatenate([model.pairs, bridge[None, :]]))
