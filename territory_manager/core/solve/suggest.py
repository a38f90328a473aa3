"""Ranked suggestions: single moves and swaps of border units that balance best."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .disruption import Relations, today
from .model import Model, model_of
from .move_search import MoveSearch, Weights
from .problem import Problem
from .starting_plan import centres_of

_SWAP_MOVES = 24
"""So many moves of every border between two territories, spread over their weights, are paired to swaps."""

_LEAST = 1e-9


@dataclass(frozen=True)
class Suggestion:
    """A move or a swap.

    Attributes
    ----------
    moves : tuple of (unit, from, to)
        One for every unit; from is -1 for an unassigned unit.
    improvement : float
        Points by which the root mean square deviation of the territories falls.
    improvement_of_max : float
        Points by which the largest deviation falls; negative if it rises.
    max_deviation_after : float
        Largest absolute deviation after the move, %.
    disruption : float
        What changes hands, % of the whole; negative when units go back to who had them.
    keeps_contiguity : bool
    """

    moves: tuple
    improvement: float
    improvement_of_max: float
    max_deviation_after: float
    disruption: float
    keeps_contiguity: bool


def suggest(
    problem: Problem,
    *,
    count: int = 20,
    disruption: np.ndarray | None = None,
    labels: np.ndarray | None = None,
) -> list:
    """The best single moves and swaps of border units, the best first.

    Each is judged by itself, from the plan as it is. A unit comes up once, with its best move; a swap only
    where it is better than either half. Locks, groups, limits and distances to homes are kept, and contiguity
    where the problem asks for it.

    Parameters
    ----------
    problem : Problem
    count : int
        At most so many.
    disruption : (n,) float, optional
        What is lost with every unit; the index when left out.
    labels : (n,) int, optional
        The plan to improve; ``current`` when left out.

    Returns
    -------
    list of Suggestion
    """
    relations = Relations.of(problem, disruption, before=labels if problem.current is None else None)
    plan = today(problem) if labels is None else np.asarray(labels, dtype=np.int32)
    model = model_of(problem)
    state = _State(problem, model, model.condense(plan), relations)
    ranked = sorted(state.singles() + state.swaps(), key=lambda item: (-round(item[0], 9), item[1]))
    found: list = []
    seen: set = set()
    for improvement, moves in ranked:
        if len(found) >= count:
            break
        if improvement <= _LEAST or any(atom in seen for atom, _ in moves):
            continue
        keeps = state.keeps_whole(moves)
        if problem.contiguous and not keeps:
            continue
        seen.update(atom for atom, _ in moves)
        found.append(state.suggestion(moves, improvement, keeps))
    return found


class _State:
    """The plan as arrays, and the border moves that constraints allow."""

    def __init__(self, problem: Problem, model: Model, labels: np.ndarray, relations: Relations) -> None:
        self.problem, self.model, self.labels, self.relations = problem, model, labels, relations
        self.balanced = problem.balanced.shape[1]
        held = labels >= 0
        self.totals = np.column_stack(
            [np.bincount(labels[held], model.loads[held, j], model.k) for j in range(model.q)]
        )
        self.share = problem.target_shares
        self.deviation = self.totals[:, : self.balanced] / self.share[:, None] - 1
        self.square = float((self.deviation**2).sum())
        self.atoms, self.to = self._border()
        self.source = labels[self.atoms]
        self._search: MoveSearch | None = None

    def _border(self) -> tuple:
        """(atoms, to): every allowed move over a border, in ascending order."""
        labels, model = self.labels, self.model
        pairs = model.pairs[labels[model.pairs[:, 0]] != labels[model.pairs[:, 1]]]
        pairs = np.concatenate([pairs, pairs[:, ::-1]])
        atoms, to = pairs[:, 0], labels[pairs[:, 1]]
        source = labels[atoms]
        counts = np.bincount(labels[labels >= 0], minlength=model.k)
        good = (to >= 0) & (model.fixed[atoms] < 0)
        good &= model.open[to] & ((source < 0) | (model.open[source] & (counts[source] > 1)))
        atoms, to = atoms[good], to[good]
        key = np.unique(atoms.astype(np.int64) * model.k + to)
        atoms, to = key // model.k, (key % model.k).astype(np.int64)
        if np.isfinite(model.max_distance):
            away = ((model.xy[atoms] - centres_of(model, labels)[to]) ** 2).sum(axis=1)
            near = away <= model.max_distance**2
            atoms, to = atoms[near], to[near]
        return atoms, to

    def _gain(self, source: np.ndarray, to: np.ndarray, load: np.ndarray) -> np.ndarray:
        """Fall of the root mean square deviation, points, when ``load`` (s, q) goes over; -inf against
        limits."""
        size = self.model.k * self.balanced
        main = load[:, : self.balanced]
        square = np.full(len(to), self.square)
        for territory, sign in ((source, -1), (to, 1)):
            real = territory >= 0
            old = self.deviation[territory]
            new = old + sign * main / self.share[territory][:, None]
            square += np.where(real, (new**2 - old**2).sum(axis=1), 0.0)
        gain = 100.0 * (np.sqrt(self.square / size) - np.sqrt(np.maximum(square, 0.0) / size))
        limits = slice(self.balanced, None)
        if self.model.q > self.balanced:
            gain = np.where(self._beyond(source, to, load, limits) > _LEAST, -np.inf, gain)
        return gain

    def _beyond(self, source: np.ndarray, to: np.ndarray, load: np.ndarray, part: slice) -> np.ndarray:
        """By how much limits are broken more than now."""
        low, high = self.model.lower[:, part], self.model.upper[:, part]
        now = self.totals[:, part]
        change = np.zeros(len(to))
        for territory, sign in ((source, -1), (to, 1)):
            new = now[territory] + sign * load[:, part]
            out = np.maximum(np.maximum(new - high[territory], low[territory] - new), 0).sum(axis=1)
            old = np.maximum(np.maximum(now - high, low - now), 0).sum(axis=1)[territory]
            change += np.where(territory >= 0, out - old, 0.0)
        return change

    def singles(self) -> list:
        """(improvement, moves) of every border move."""
        gain = self._gain(self.source, self.to, self.model.loads[self.atoms])
        good = np.flatnonzero(gain > _LEAST)
        return [(float(gain[i]), ((int(self.atoms[i]), int(self.to[i])),)) for i in good]

    def swaps(self) -> list:
        """(improvement, moves) of swaps over each border that are better than either half."""
        k = self.model.k
        key = self.source * k + self.to
        found = []
        order = np.argsort(key, kind="stable")
        kinds, starts = np.unique(key[order], return_index=True)
        groups = dict(zip(kinds.tolist(), np.split(order, starts[1:])))
        for pair, there in groups.items():
            a, b = divmod(int(pair), k)
            if pair < 0 or a >= b or b * k + a not in groups:
                continue
            there, back = self._spread(there), self._spread(groups[b * k + a])
            i, j = (grid.ravel() for grid in np.meshgrid(there, back, indexing="ij"))
            load = self.model.loads[self.atoms[i]] - self.model.loads[self.atoms[j]]
            source, to = np.full(len(i), a), np.full(len(i), b)
            gain = self._gain(source, to, load)
            loads = self.model.loads
            half = np.maximum(
                self._gain(source, to, loads[self.atoms[i]]), self._gain(to, source, loads[self.atoms[j]])
            )
            good = np.flatnonzero((gain > _LEAST) & (gain > half + _LEAST) & (self.atoms[i] != self.atoms[j]))
            good = good[np.argsort(-gain[good], kind="stable")[:_SWAP_MOVES]]
            found += [
                (float(gain[s]), ((int(self.atoms[i[s]]), b), (int(self.atoms[j[s]]), a))) for s in good
            ]
        return found

    def _spread(self, moves: np.ndarray) -> np.ndarray:
        """Some of the moves, spread over their weights."""
        if len(moves) <= _SWAP_MOVES:
            return moves
        order = moves[np.argsort(self.model.loads[self.atoms[moves], 0], kind="stable")]
        return order[np.linspace(0, len(order) - 1, _SWAP_MOVES).round().astype(int)]

    def keeps_whole(self, moves: tuple) -> bool:
        """Whether every territory stays as whole as it is, one move after the other, in one order or the
        other."""
        return any(self._in_order(order) for order in (moves, moves[::-1])[: len(moves)])

    def _searching(self) -> MoveSearch:
        """The plan as the search sees it, made when the first move is tested."""
        if self._search is None:
            self._search = MoveSearch(
                replace(self.model, contiguous=True), self.labels, [{}] * self.model.n, Weights.of(50)
            )
        return self._search

    def _in_order(self, moves: tuple) -> bool:
        search, done, whole = self._searching(), [], True
        for atom, to in moves:
            back = search.labels[atom]
            if not search.touches(atom, to) or (back >= 0 and not search.stays_whole(atom)):
                whole = False
                break
            search.labels[atom] = to
            done.append((atom, back))
        for atom, back in reversed(done):
            search.labels[atom] = back
        return whole

    def suggestion(self, moves: tuple, improvement: float, keeps: bool) -> Suggestion:
        deviation = self.deviation.copy()
        units, lost = [], 0.0
        for atom, to in moves:
            source = int(self.labels[atom])
            load = self.model.loads[atom, : self.balanced]
            deviation[to] += load / self.share[to]
            if source >= 0:
                deviation[source] -= load / self.share[source]
            members = np.flatnonzero(self.model.atom_of == atom)
            units += [(int(unit), source, to) for unit in members]
            before, cost = self.relations.before[members], self.relations.cost[members]
            lost += float(cost[before == source].sum() - cost[before == to].sum()) if source >= 0 else 0.0
        after = float(np.abs(deviation).max())
        return Suggestion(
            tuple(units),
            improvement,
            100.0 * (float(np.abs(self.deviation).max()) - after),
            100.0 * after,
            100.0 * lost,
            keeps,
        )
