"""Annealed search for balance in several measures at once: squared imbalance against cut edges alone.

A unit that changes sides trades one measure for another. Where several have to fit, the moment of inertia
holds territories in shapes that no measure can leave; here the length of the borders is all that holds them,
and territories grow the long arms that reach what they lack. The squares make everyone bear a little: what
one territory has too much of passes through its neighbours to where it is missing.

Reference
---------
Kirkpatrick, S., Gelatt, C. D., Vecchi, M. P. (1983): Optimization by simulated annealing. Science 220,
671–680.
"""

from __future__ import annotations

import numpy as np

from .border_search import still_connected
from .budget import Budget
from .model import Model

_MARGIN = 0.96
"""The search aims at this part of the band, so that those who are inside make room for the others."""

_WAIT = 6
"""Sweeps that a unit its territory hangs together by is left alone, unless something changes about it."""

_REST = 0.1
"""Part of the sweeps at the end that takes improvements only."""


def imbalance(model: Model, totals: np.ndarray, part: float = 1.0) -> np.ndarray:
    """(k,) squared tolerances beyond ``part`` of the band, all columns added up."""
    low = model.target - part * (model.target - model.lower)
    high = model.target + part * (model.upper - model.target)
    outside = np.maximum(np.maximum(totals - high, low - totals), 0.0) / model.unit_of_deviation
    return (outside**2).sum(axis=1)


def balance_search(
    model: Model,
    labels: np.ndarray,
    *,
    sweeps: int,
    heat: tuple,
    force: tuple,
    seed: int,
    price: np.ndarray | None = None,
    budget: Budget | None = None,
) -> np.ndarray:
    """The best balanced plan met, with the fewest cut edges, while the border units are annealed.

    Parameters
    ----------
    model : Model
        Bounds, locks and contiguity are taken from it; distances are not looked at.
    labels : (n,) int
        Where to begin; every unit assigned, nothing in it is changed.
    sweeps : int
        Passes over the border.
    heat : (float, float)
        Temperatures at the start and the end, in cut edges.
    force : (float, float)
        Price of one squared tolerance beyond the band at the start and the end, in cut edges.
    seed : int
    price : (n, k) float, optional
        What a unit costs in a territory, in cut edges; next to infinite where it may not be.
    budget : Budget, optional

    Returns
    -------
    (n,) int32; in one piece where ``labels`` was
    """
    if model.k < 2 or not len(model.pairs):
        return np.array(labels, dtype=np.int32)
    return _Anneal(model, labels, price).run(sweeps, heat, force, np.random.default_rng(seed), budget)


class _Anneal:
    """Labels, totals and counts of a plan, in lists for the moves that are looked at one by one."""

    def __init__(self, model: Model, labels: np.ndarray, price: np.ndarray | None) -> None:
        self.model, self.price = model, price
        self.prices = None if price is None else price.tolist()
        self.labels = np.array(labels, dtype=np.int32)
        self.low = model.target - _MARGIN * (model.target - model.lower)
        self.high = model.target + _MARGIN * (model.upper - model.target)
        self.totals = model.totals(self.labels)
        self.count = np.bincount(self.labels, minlength=model.k).tolist()
        self.degree = np.diff(model.graph.indptr)
        self.loads = model.loads.tolist()
        self.waits = [0] * model.n
        self.sweep = 0
        self.bounds = [
            list(zip(low, high, scale))
            for low, high, scale in zip(
                self.low.tolist(), self.high.tolist(), (1.0 / model.unit_of_deviation**2).tolist()
            )
        ]

    def run(self, sweeps: int, heat: tuple, force: tuple, rng: np.random.Generator, budget) -> np.ndarray:
        model = self.model
        best, least = self.labels.copy(), self._score()
        for sweep in range(sweeps):
            if budget is not None and sweep % 8 == 0 and budget.stop():
                break
            part = sweep / max(1, sweeps - 1)
            pressing = force[0] * (force[1] / force[0]) ** part
            warm = heat[0] * (heat[1] / heat[0]) ** part if part < 1 - _REST else 0.0
            unit, into, change = self._screen(pressing)
            if not len(unit):
                break
            allowance = -warm * np.log(1.0 - rng.random(len(unit)))
            passing = np.flatnonzero(change <= allowance)
            passing = passing[rng.permutation(len(passing))]
            moved = self._move(
                unit[passing].tolist(), into[passing].tolist(), allowance[passing].tolist(), pressing
            )
            if not moved:
                if not warm:
                    break
                continue
            self.totals = model.totals(self.labels)
            score = self._score()
            if score < least:
                best, least = self.labels.copy(), score
        return best

    def _score(self) -> tuple:
        """Imbalance beyond the hard bounds, then cut edges and the price of the units."""
        cost = float(self.model.cut(self.labels))
        if self.price is not None:
            cost += float(self.price[np.arange(self.model.n), self.labels].sum())
        return round(float(imbalance(self.model, self.totals).sum()), 9), cost

    def _screen(self, force: float) -> tuple:
        """Every move of a border unit into a neighbouring territory: unit, territory, change in cut edges."""
        model, labels = self.model, self.labels
        one, other = model.pairs[:, 0], model.pairs[:, 1]
        there, here = labels[one], labels[other]
        cut = np.flatnonzero(there != here)
        ends = np.concatenate([one[cut], other[cut]])
        leaving = np.bincount(ends, minlength=model.n)
        keys, touching = np.unique(
            ends * model.k + np.concatenate([here[cut], there[cut]]), return_counts=True
        )
        unit, into = keys // model.k, keys % model.k
        out = labels[unit]
        fit = (model.fixed[unit] < 0) & model.open[into] & model.open[out]
        if not fit.all():
            unit, into, out, touching = unit[fit], into[fit], out[fit], touching[fit]
        load = model.loads[unit]
        now = self._squares(self.totals, np.arange(model.k))
        change = self._squares(self.totals[out] - load, out) + self._squares(self.totals[into] + load, into)
        change -= now[out] + now[into]
        change = self.degree[unit] - leaving[unit] - touching + force * change
        if self.price is not None:
            change += self.price[unit, into] - self.price[unit, out]
        return unit, into, change

    def _squares(self, totals: np.ndarray, territory: np.ndarray) -> np.ndarray:
        outside = np.maximum(totals - self.high[territory], self.low[territory] - totals)
        np.maximum(outside, 0.0, out=outside)
        outside /= self.model.unit_of_deviation[territory]
        return (outside**2).sum(axis=1)

    def _move(self, units: list, intos: list, allowances: list, force: float) -> int:
        """Look at the moves one by one in the state as it now is; carry out those that still pass."""
        labels, totals, count = self.labels.tolist(), self.totals.tolist(), self.count
        neighbours, contiguous, prices = self.model.neighbours, self.model.contiguous, self.prices
        squared = [_squared(has, bounds) for has, bounds in zip(totals, self.bounds)]
        self.sweep += 1
        waits, sweep = self.waits, self.sweep
        done = []
        for v, b, allowance in zip(units, intos, allowances):
            a = labels[v]
            if a == b or count[a] < 2 or waits[v] > sweep:
                continue
            staying, touching = [], 0
            for u in neighbours[v]:
                t = labels[u]
                if t == a:
                    staying.append(u)
                elif t == b:
                    touching += 1
            if not touching:
                continue
            load = self.loads[v]
            has_a = [has - part for has, part in zip(totals[a], load)]
            has_b = [has + part for has, part in zip(totals[b], load)]
            after_a, after_b = _squared(has_a, self.bounds[a]), _squared(has_b, self.bounds[b])
            change = len(staying) - touching + force * (after_a + after_b - squared[a] - squared[b])
            if prices is not None:
                change += prices[v][b] - prices[v][a]
            if change > allowance:
                continue
            if contiguous and not still_connected(neighbours, labels, v, a, staying):
                waits[v] = sweep + _WAIT
                continue
            labels[v] = b
            for u in neighbours[v]:
                waits[u] = 0
            totals[a], totals[b], squared[a], squared[b] = has_a, has_b, after_a, after_b
            count[a] -= 1
            count[b] += 1
            done.append(v)
        if done:
            self.labels[done] = [labels[v] for v in done]
        return len(done)


def _squared(has: list, bounds: list) -> float:
    """Squared tolerances beyond the band of one territory."""
    total = 0.0
    for value, (low, high, scale) in zip(has, bounds):
        if value > high:
            total += (value - high) ** 2 * scale
        elif value < low:
            total += (low - value) ** 2 * scale
    return total
