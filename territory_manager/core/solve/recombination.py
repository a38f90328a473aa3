"""Recombination: two neighbouring territories are merged and cut anew along a random spanning tree.

A single unit that changes sides trades one measure against another, so a search by units gets stuck where
several measures have to fit at once. A tree offers as many cuts as the pair has units, with both sides
connected by construction; the cut that is best for all measures together is taken.

References
----------
DeFord, D., Duchin, M., Solomon, J. (2021): Recombination: a family of Markov chains for redistricting.
    Harvard Data Science Review 3 (1).
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

from .budget import Budget
from .model import Model

_MARGIN = 0.98
"""Cuts aim at this part of the band."""

_COLDEST = 0.01
_EVENLY = 0.5
"""Part of the steps that draws any two neighbours alike; the others draw those farthest out of bounds."""

_SHAPE = 0.3
"""Worth of an average moment of inertia of a territory, in squared tolerances beyond the band."""


def recombine(
    model: Model,
    labels: np.ndarray,
    *,
    steps: int,
    heat: float,
    seed: int,
    budget: Budget | None = None,
) -> np.ndarray:
    """The plan nearest to the bounds that is met while pairs of territories are cut anew.

    Parameters
    ----------
    model : Model
    labels : (n,) int
        Where to begin; every unit assigned, nothing in it is changed.
    steps : int
        Pairs looked at, with one tree each; ends with the first plan within the bounds.
    heat : float
        Start temperature, in squared tolerances beyond the band.
    seed : int
    budget : Budget, optional

    Returns
    -------
    (n,) int32; territories in one piece stay so
    """
    chain = _Chain(model, np.array(labels, dtype=np.int32))
    return chain.run(steps, heat, np.random.default_rng(seed), budget)


class _Chain:
    """Labels and, for every territory, the sums that the value of a plan needs."""

    def __init__(self, model: Model, labels: np.ndarray) -> None:
        self.model, self.labels = model, labels
        mass, xy = model.shape_mass, model.xy - model.xy.mean(axis=0)
        self.columns = np.column_stack([model.loads, mass, mass[:, None] * xy])
        self.totals = np.stack([np.bincount(labels, c, model.k) for c in self.columns.T], axis=1)
        self.low = model.target - _MARGIN * (model.target - model.lower)
        self.high = model.target + _MARGIN * (model.upper - model.target)
        self.price = _SHAPE * model.k / max(model.inertia(labels), 1e-300)

    def run(self, steps: int, heat: float, rng: np.random.Generator, budget: Budget | None) -> np.ndarray:
        model = self.model
        best, least = self.labels.copy(), model.excess_of(self.totals[:, : model.q])
        value = self._value(self.totals, np.arange(model.k))
        sides = chance = None
        for step in range(steps):
            if least <= 0 or (budget is not None and step % 16 == 0 and budget.stop()):
                break
            if sides is None:
                sides, chance = self._neighbours()
                if not len(sides):
                    break
            pair = sides[rng.choice(len(sides), p=chance)]
            cut = self._cut(int(pair[0]), int(pair[1]), rng)
            allowance = -heat * _COLDEST ** (step / steps) * np.log(1.0 - rng.random())
            if cut is None or cut[0] - value[pair].sum() > allowance:
                continue
            _, atoms, first, totals = cut
            self.labels[atoms] = np.where(first, pair[0], pair[1])
            self.totals[pair] = totals
            value[pair] = self._value(totals, pair)
            sides = None
            excess = model.excess_of(self.totals[:, : model.q])
            if excess < least:
                best, least = self.labels.copy(), excess
        return best

    def _neighbours(self) -> tuple:
        """(p, 2) open territories that touch, and (p,) how likely each pair is to be drawn."""
        model = self.model
        ends = self.labels[model.pairs].astype(np.int64)
        ends = ends[(ends[:, 0] != ends[:, 1]) & model.open[ends].all(axis=1)]
        keys = np.unique(ends.min(axis=1) * model.k + ends.max(axis=1))
        sides = np.stack([keys // model.k, keys % model.k], axis=1)
        out = self._penalty(self.totals, np.arange(model.k))[sides].sum(axis=1)
        chance = _EVENLY / max(len(sides), 1) + (1 - _EVENLY) * out / max(out.sum(), 1e-300)
        return sides, chance / chance.sum()

    def _penalty(self, totals: np.ndarray, territory) -> np.ndarray:
        """Squared tolerances beyond the band: what one territory passes on to the next costs less."""
        has = totals[..., : self.model.q]
        outside = np.maximum(np.maximum(has - self.high[territory], self.low[territory] - has), 0.0)
        return ((outside / self.model.unit_of_deviation[territory]) ** 2).sum(axis=-1)

    def _value(self, totals: np.ndarray, territory) -> np.ndarray:
        """Penalty and the inertia without Σ mass·xy², which is the same for every plan."""
        mass, moment = totals[..., self.model.q], totals[..., self.model.q + 1 :]
        return self._penalty(totals, territory) - self.price * (moment**2).sum(axis=-1) / np.maximum(
            mass, 1e-300
        )

    def _cut(self, a: int, b: int, rng: np.random.Generator) -> tuple | None:
        """(value, atoms, (len(atoms),) bool those of ``a``, (2, columns) totals) of a tree's best cut."""
        model = self.model
        inside = (self.labels == a) | (self.labels == b)
        atoms = np.flatnonzero(inside)
        place = np.cumsum(inside) - 1
        pairs = place[model.pairs[inside[model.pairs].all(axis=1)]]
        graph = csr_matrix(
            (1.0 + rng.random(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(len(atoms), len(atoms))
        )
        tree = minimum_spanning_tree(graph)
        order, above = breadth_first_order(tree, int(rng.integers(len(atoms))), directed=False)
        if len(order) < len(atoms):
            return None
        fixed = model.fixed[atoms]
        bound = np.column_stack([fixed == a, fixed == b]).astype(float)
        sums = np.column_stack([self.columns[atoms], bound]).T.tolist()
        up, back = above.tolist(), order[:0:-1].tolist()
        for column in sums:
            for v in back:
                column[up[v]] += column[v]
        below = np.array(sums).T
        one = below[order[1:]]
        other = below[order[0]] - one
        value = np.stack(
            [
                self._value(one[:, :-2], a) + self._value(other[:, :-2], b),
                self._value(other[:, :-2], a) + self._value(one[:, :-2], b),
            ]
        )
        value[0, (one[:, -1] > 0) | (other[:, -2] > 0)] = np.inf
        value[1, (one[:, -2] > 0) | (other[:, -1] > 0)] = np.inf
        turned, at = (int(i) for i in np.unravel_index(int(value.argmin()), value.shape))
        if not np.isfinite(value[turned, at]):
            return None
        under = [False] * len(atoms)
        under[int(order[1 + at])] = True
        for v in order[2 + at :].tolist():
            under[v] = under[up[v]]
        first = np.array(under) != bool(turned)
        both = (other[at], one[at]) if turned else (one[at], other[at])
        return value[turned, at], atoms, first, np.stack(both)[:, :-2]
