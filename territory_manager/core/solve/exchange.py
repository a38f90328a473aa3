"""Two moves at once, where no single move helps: swaps over a border and chains through a third territory.

Coarse units leave bands that single moves cannot reach. Exchanges of two units and ejection chains are the
usual remedy (Bozkaya, Erkut, Laporte 2003, "A tabu search heuristic and adaptive memory procedure for
political districting"). All pairs around a territory out of its band are priced at once; the cheap ones are
tested for contiguity in order.
"""

from __future__ import annotations

import numpy as np

from .budget import Budget
from .move_search import MoveSearch

_FIRST_MOVES = 80
_SECOND_MOVES = 3000
_TESTED = 60


def exchange(search: MoveSearch, rng: np.random.Generator, budget: Budget, rounds: int = 40) -> bool:
    """Bring territories nearer to their bands by pairs of moves; returns whether anything was improved."""
    improved = False
    for _ in range(rounds):
        if budget.stop() or search.outside() <= 0 or not _one_pair(search, rng):
            break
        improved = True
    return improved


def _one_pair(search: MoveSearch, rng: np.random.Generator) -> bool:
    border = search.border(rng)
    if len(border) < 2:
        return False
    atoms = np.array([atom for atom, _ in border])
    to = np.array([territory for _, territory in border])
    if search.allowed is not None:
        fits = search.allowed[atoms, to]
        atoms, to = atoms[fits], to[fits]
    labels = np.asarray(search.labels)
    source = labels[atoms]
    totals = np.asarray(search.total)
    out = _outside(search, totals)
    for territory in np.argsort(-out, kind="stable"):
        if out[territory] <= 0:
            break
        first = np.flatnonzero((source == territory) | (to == territory))
        if len(first) > _FIRST_MOVES:
            alone = [search.change_of_violation(int(atoms[i]), int(source[i]), int(to[i])) for i in first]
            first = first[np.argsort(alone, kind="stable")[:_FIRST_MOVES]]
        if _best_of(search, atoms, source, to, first, totals, out.sum()):
            return True
    return False


def _best_of(
    search: MoveSearch,
    atoms: np.ndarray,
    source: np.ndarray,
    to: np.ndarray,
    first: np.ndarray,
    totals: np.ndarray,
    outside: float,
) -> bool:
    """Price every first move with every second one, and make the best pair that keeps territories whole."""
    found = []
    loads = search.model.loads
    for i in first.tolist():
        a, b = source[i], to[i]
        after = totals.copy()
        after[a] -= loads[atoms[i]]
        after[b] += loads[atoms[i]]
        near = (source == a) | (source == b) | (to == a) | (to == b)
        second = np.flatnonzero(near & (atoms != atoms[i]))[:_SECOND_MOVES]
        if not len(second):
            continue
        value = _after_second(search, after, atoms[second], source[second], to[second])
        for j in np.argsort(value, kind="stable")[:8]:
            if value[j] < outside - 1e-9:
                found.append((float(value[j]), i, int(second[j])))
    found.sort()
    for _, i, j in found[:_TESTED]:
        pair = ((int(atoms[i]), int(to[i])), (int(atoms[j]), int(to[j])))
        if _make(search, pair) or _make(search, pair[::-1]):
            return True
    return False


def _outside(search: MoveSearch, totals: np.ndarray) -> np.ndarray:
    """(..., k) what is outside the bands by territory, in tolerances."""
    out = np.maximum(np.maximum(totals - search.hard_high, search.hard_low - totals), 0)
    return (out * search.scale).sum(axis=-1)


def _after_second(
    search: MoveSearch, totals: np.ndarray, atoms: np.ndarray, source: np.ndarray, to: np.ndarray
) -> np.ndarray:
    """(s,) what is outside all bands after each of the second moves."""
    base = _outside(search, totals)
    scale, low, high = search.scale, search.hard_low, search.hard_high
    loads = search.model.loads[atoms]
    value = np.full(len(atoms), base.sum())
    for territory, sign in ((source, -1), (to, 1)):
        new = totals[territory] + sign * loads
        out = np.maximum(np.maximum(new - high[territory], low[territory] - new), 0)
        value += (out * scale[territory]).sum(axis=1) - base[territory]
    return value


def _make(search: MoveSearch, pair: tuple) -> bool:
    """Make both moves if every territory stays whole, else none."""
    (one, to_one), (other, to_other) = pair
    back = search.labels[one]
    if search.count[back] < 2 or not search.touches(one, to_one) or not search.stays_whole(one):
        return False
    search.move(one, to_one)
    own = search.labels[other]
    if (
        own != to_other
        and search.count[own] > 1
        and search.touches(other, to_other)
        and search.stays_whole(other)
    ):
        search.move(other, to_other)
        return True
    search.move(one, back)
    return False
