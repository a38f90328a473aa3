"""First plans for several measures, each to be balanced by itself.

Power diagrams balance one quantity. Here the map is cut again and again in two by a curve of the second
degree – lines, circles, ellipses, hyperbolas – that leaves the right part of every measure on both sides: by
the ham sandwich theorem in its polynomial form such a curve can halve five measures at once. Both sides are
made whole and balanced along the cut before they are cut in turn.

Reference
---------
Stone, A. H., Tukey, J. W. (1942): Generalized "sandwich" theorems. Duke Mathematical Journal 9, 356–359.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.sparse import csr_matrix, diags
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import splu

from .balance_search import balance_search
from .budget import Budget
from .model import Model, part_of

_KEPT = 16
"""Curves whose pieces are looked at, the best balanced of all that were drawn."""

_PRICE_OF_ERROR = 20.0
"""Squared error, in parts of the smaller side, against the length of the border in widths of the map."""

_EVEN = 0.6
"""How often the territories of a part are halved, rather than shared out at random."""

_AT_ONCE = 3_000_000
"""Numbers sorted at a time: a large map draws its curves in blocks."""

_ROOM = 0.4
"""Part of the tolerance that one cut may use up; cuts on top of each other add up."""

_SOURCES = 6
"""Potentials drawn for a part: their levels follow the units as they lie, however dense they are."""

_LEAK = 1e-4
_BEND = 2
"""The higher, the more of the curves are nearly straight."""


def curve_plan(
    model: Model,
    rng: np.random.Generator,
    *,
    curves: int,
    sweeps: int = 0,
    potentials: bool = False,
    budget: Budget | None = None,
) -> np.ndarray | None:
    """(n,) int32 labels in one piece each: every cut shares out all measures in the ratio of the targets.

    Parameters
    ----------
    model : Model
        Bound units are left where the cuts put them: :func:`.repair.repair` is next.
    rng : numpy.random.Generator
    curves : int
        Curves drawn at random for every cut.
    sweeps : int
        Passes over every cut to balance its sides; 0 takes the curves as they are.
    budget : Budget, optional

    Returns
    -------
    (n,) int32, or None where no curve leaves both sides whole, or the time is up
    """
    labels = np.zeros(model.n, dtype=np.int32)
    share = model.target[:, 0]
    parts = [(np.arange(model.n), rng.permutation(model.k))]
    while parts:
        if budget is not None and budget.stop():
            return None
        units, territories = parts.pop()
        count = len(territories)
        if count == 1:
            labels[units] = territories[0]
            continue
        few = count // 2 if count < 4 or rng.random() < _EVEN else int(rng.integers(1, count // 2 + 1))
        want = share[territories[:few]].sum() / share[territories].sum()
        least = (few, count - few)
        part = _Part(model, units)
        if potentials:
            part.add_potentials(rng)
        left = _cut(part, want, least, rng, curves)
        if left is None:
            return None
        if sweeps:
            left = _balanced(model, units, left, want, least, sweeps, int(rng.integers(2**31)))
        parts += [(units[~left], territories[few:]), (units[left], territories[:few])]
    return labels


def _balanced(
    model: Model, units: np.ndarray, left: np.ndarray, want: float, least: tuple, sweeps: int, seed: int
) -> np.ndarray:
    """(n,) bool, the side balanced along its border; as it was if it would be left with too few units."""
    two = _two(model, units, want)
    inside = (
        balance_search(
            two, np.where(left, 0, 1), sweeps=sweeps, heat=(0.6, 0.3), force=(3.0, 10.0), seed=seed
        )
        == 0
    )
    return inside if inside.sum() >= least[0] and (~inside).sum() >= least[1] else left


def _two(model: Model, units: np.ndarray, want: float) -> Model:
    """The model of some units to be shared out between two sides, the first of which is to get ``want``."""
    whole = part_of(model, units, np.arange(2))
    loads = whole.loads / np.maximum(whole.loads.sum(axis=0), 1e-300)
    target = np.repeat([[want], [1 - want]], model.q, axis=1)
    tolerance = float(((model.upper - model.target) / np.maximum(model.target, 1e-300)).min())
    band = np.full_like(target, np.clip(_ROOM * tolerance, 1e-3, 0.5) * min(want, 1 - want))
    return replace(
        whole,
        loads=loads,
        target=target,
        lower=target - band,
        upper=target + band,
        unit_of_deviation=band,
        fixed=np.full(len(units), -1, dtype=np.int32),
        open=np.ones(2, dtype=bool),
    )


class _Part:
    """Places, shares and neighbours of some units; the shares of every column add up to 1."""

    def __init__(self, model: Model, units: np.ndarray) -> None:
        self.contiguous = model.contiguous
        self.n = len(units)
        place = np.full(model.n, -1)
        place[units] = np.arange(self.n)
        pairs = place[model.pairs]
        self.pairs = pairs[(pairs >= 0).all(axis=1)]
        self.loads = model.loads[units] / np.maximum(model.loads[units].sum(axis=0), 1e-300)
        xy = model.xy[units] - model.xy[units].mean(axis=0)
        x, y = (xy / np.maximum(xy.std(axis=0), 1e-12)).T
        self.terms = np.stack([x, y, x * x, x * y, y * y])

    def add_potentials(self, rng: np.random.Generator) -> None:
        """Potentials of currents let in at random units of the graph and out at all others.

        The levels of a potential are connected (maximum principle), also along an arm of the part, where no
        curve of the plane gets.
        """
        one, other = self.pairs[:, 0], self.pairs[:, 1]
        ones = np.ones(2 * len(one))
        graph = csr_matrix((ones, (np.r_[one, other], np.r_[other, one])), shape=(self.n, self.n))
        degree = np.bincount(self.pairs.ravel(), minlength=self.n)
        source = np.zeros((self.n, _SOURCES))
        source[rng.integers(self.n, size=_SOURCES), np.arange(_SOURCES)] = 1.0
        source -= source.mean(axis=0)
        potential = splu((diags(degree + _LEAK) - graph).tocsc()).solve(source)
        potential -= potential.mean(axis=0)
        potential /= np.maximum(potential.std(axis=0), 1e-12)
        self.terms = np.concatenate([self.terms, potential.T])

    def cut(self, left: np.ndarray) -> int:
        return int((left[self.pairs[:, 0]] != left[self.pairs[:, 1]]).sum())

    def whole(self, left: np.ndarray) -> np.ndarray | None:
        """The sides with their lighter pieces handed over; None if that does not leave two pieces."""
        if not self.contiguous:
            return left
        for _ in range(3):
            inside = self.pairs[left[self.pairs[:, 0]] == left[self.pairs[:, 1]]]
            graph = csr_matrix(
                (np.ones(len(inside), np.int8), (inside[:, 0], inside[:, 1])), shape=(self.n, self.n)
            )
            count, piece = connected_components(graph, directed=False)
            if count == 2:
                return left
            weight = np.bincount(piece, self.loads.sum(axis=1), count)
            side = np.zeros(count, dtype=bool)
            side[piece] = left
            if side.all() or not side.any():
                return None
            for of in (False, True):
                own = np.flatnonzero(side == of)
                side[own[own != own[weight[own].argmax()]]] = not of
            left = side[piece]
        return None


def _cut(part: _Part, want: float, least: tuple, rng: np.random.Generator, curves: int) -> np.ndarray | None:
    """(n,) bool, the units on one side of the curve that balances well with a short border."""
    weights = rng.normal(size=(curves, len(part.terms)))
    weights[:, :5] *= rng.random((curves, 1))
    weights[:, 2:5] *= rng.random((curves, 1)) ** _BEND
    drawn: list = []
    block = max(1, _AT_ONCE // (part.n * part.loads.shape[1]))
    for first in range(0, curves, block):
        drawn += _sides(part, want, least, weights[first : first + block])
        drawn.sort(key=lambda side: side[0])
        del drawn[_KEPT:]
    chosen: tuple = (np.inf, None)
    for _, inside in drawn:
        side = np.zeros(part.n, dtype=bool)
        side[inside] = True
        left = part.whole(side)
        if left is None or left.sum() < least[0] or (~left).sum() < least[1]:
            continue
        off = (part.loads[left].sum(axis=0) - want) / min(want, 1 - want)
        value = _PRICE_OF_ERROR * float((off**2).sum()) + part.cut(left) / np.sqrt(part.n)
        if value < chosen[0]:
            chosen = (value, left)
    return chosen[1]


def _sides(part: _Part, want: float, least: tuple, weights: np.ndarray) -> list:
    """(squared error, units on one side) of the best level of every curve; the best few of them."""
    order = np.argsort(weights @ part.terms, axis=1, kind="stable")
    grown = np.cumsum(part.loads[order], axis=1)[:, least[0] - 1 : part.n - least[1]]
    if not grown.shape[1]:
        return []
    error = (((grown - want) / min(want, 1 - want)) ** 2).sum(axis=2)
    at = error.argmin(axis=1)
    best = error[np.arange(len(order)), at]
    return [
        (float(best[curve]), order[curve, : at[curve] + least[0]].copy())
        for curve in np.argsort(best, kind="stable")[:_KEPT]
    ]
