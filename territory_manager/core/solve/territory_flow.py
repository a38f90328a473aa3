"""How much must pass from whom to whom: the cheapest flow between touching territories, and border units
along it.

The transportation problem on the graph of territories behind many repair steps of territory design (Marlin
1981, "Application of the transportation model to a large-scale districting problem"); here it is a linear
program with one variable for every ordered pair of touching territories.
"""

from __future__ import annotations

import heapq

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

from .budget import Budget
from .model import Model
from .move_search import MoveSearch

_BEYOND_REACH = 1e3
"""What a territory left outside its band costs in the program, per share: more than any chain of moves."""


def touching(model: Model, labels: np.ndarray) -> np.ndarray:
    """(f, 2) ordered pairs of open territories that touch in the graph of atoms."""
    pair = labels[model.pairs]
    pair = pair[(pair[:, 0] != pair[:, 1]) & (pair >= 0).all(axis=1)]
    if not len(pair):
        return np.empty((0, 2), dtype=int)
    pair = np.unique(np.sort(pair, axis=1), axis=0)
    pair = pair[model.open[pair].all(axis=1)]
    return np.concatenate([pair, pair[:, ::-1]])


def cheapest_flow(model: Model, labels: np.ndarray, totals: np.ndarray, kept: list, column: int = 0) -> tuple:
    """Cheapest flow that brings one column of every territory into its band.

    Returns
    -------
    arcs : (f, 2) int
        From, to.
    flow : (f,) float
        Shares of the map.
    lost : float
        What the flow disturbs at the price of an average border unit: an estimate, not a bound.
    """
    arcs = touching(model, labels)
    k, count = model.k, len(arcs)
    if not count:
        return arcs, np.zeros(0), 0.0
    price = _prices(model, labels, arcs, kept, column)
    ends = np.arange(count)
    net = coo_matrix(
        (np.r_[-np.ones(count), np.ones(count)], (np.r_[arcs[:, 0], arcs[:, 1]], np.r_[ends, ends])),
        shape=(k, count),
    ).toarray()
    slack = np.eye(k)
    matrix = np.block([[net, -slack, np.zeros((k, k))], [-net, np.zeros((k, k)), -slack]])
    room = np.r_[
        np.minimum(model.upper[:, column], 1e6) - totals[:, column],
        totals[:, column] - np.maximum(model.lower[:, column], -1e6),
    ]
    costs = np.r_[price / max(price.mean(), 1e-300), np.full(2 * k, _BEYOND_REACH)]
    result = linprog(costs, A_ub=matrix, b_ub=room, bounds=(0, None), method="highs")
    if result.x is None:
        return arcs, np.zeros(count), 0.0
    flow = result.x[:count]
    return arcs, flow, float(flow @ price)


def _prices(model: Model, labels: np.ndarray, arcs: np.ndarray, kept: list, column: int) -> np.ndarray:
    """(f,) what is lost per share that passes along an arc: the average over the border atoms."""
    pairs = np.concatenate([model.pairs, model.pairs[:, ::-1]])
    a, b = labels[pairs[:, 0]], labels[pairs[:, 1]]
    crossing = (a != b) & (a >= 0) & (b >= 0)
    atom, key = pairs[crossing, 0], a[crossing].astype(np.int64) * model.k + b[crossing]
    lost = np.array([kept[i].get(labels[i], 0.0) for i in atom.tolist()])
    weight = model.loads[atom, column]
    where = np.searchsorted(np.sort(arcs[:, 0].astype(np.int64) * model.k + arcs[:, 1]), key)
    order = np.argsort(arcs[:, 0].astype(np.int64) * model.k + arcs[:, 1], kind="stable")
    inside = where < len(arcs)
    where = np.minimum(where, len(arcs) - 1)
    inside &= (arcs[order[where], 0] * model.k + arcs[order[where], 1]) == key
    sums = np.bincount(where[inside], lost[inside], len(arcs))
    weights = np.bincount(where[inside], weight[inside], len(arcs))
    average = lost.sum() / weight.sum() if weight.sum() > 0 else 1.0
    price = np.full(len(arcs), max(average, 1e-6))
    price[order] = np.where(weights > 0, sums / np.where(weights > 0, weights, 1), price)
    # Nothing is ever free: among moves without loss the shorter way is still the better one.
    return np.maximum(price, 0.05 * max(average, 1e-6))


def peel(
    search: MoveSearch, model: Model, budget: Budget, rounds: int = 10, inside: float = 0.93, column: int = 0
) -> None:
    """Move border atoms along the cheapest flow until it is used up; plan again every round.

    Atoms that return to who had them go first, then what costs little and lies nearest to the receiver.
    """
    tight = model.with_band(inside)
    for _ in range(rounds):
        if budget.stop():
            return
        labels = np.asarray(search.labels)
        arcs, flow, _ = cheapest_flow(tight, labels, np.asarray(search.total), search.kept, column)
        used = np.flatnonzero(flow > 1e-12)
        if not len(used):
            return
        moved = 0
        for arc in used[np.argsort(-flow[used], kind="stable")]:
            moved += _pass_along(
                search, model, int(arcs[arc, 0]), int(arcs[arc, 1]), float(flow[arc]), column
            )
        if not moved:
            return


def _pass_along(search: MoveSearch, model: Model, a: int, b: int, amount: float, column: int) -> int:
    """Hand border atoms of a to b until ``amount`` is passed; returns how many."""
    labels = np.asarray(search.labels)
    members = np.flatnonzero(labels == a)
    order = _eagerness(search, model, members, a, b, column)
    heap = [(order[atom], atom) for atom in members.tolist() if search.touches(atom, b)]
    heapq.heapify(heap)
    moved = 0
    while heap and amount > 1e-12:
        _, atom = heapq.heappop(heap)
        weight = model.loads[atom, column]
        if search.labels[atom] != a or search.count[a] < 2 or weight > 1.5 * amount:
            continue
        if not search.may_go(atom, b) or not search.stays_whole(atom):
            continue
        search.move(atom, b)
        moved += 1
        amount -= weight
        for other in model.neighbours[atom]:
            if search.labels[other] == a:
                heapq.heappush(heap, (order[other], other))
    return moved


def _eagerness(search: MoveSearch, model: Model, members: np.ndarray, a: int, b: int, column: int) -> dict:
    """{atom: rank} of what to hand over first; the smaller the earlier."""
    centre = [
        np.average(model.xy[part], axis=0, weights=model.shape_mass[part])
        if len(part)
        else np.full(2, np.nan)
        for part in (members, np.flatnonzero(np.asarray(search.labels) == b))
    ]
    if model.homes[b]:
        centre[1] = model.centres[b]
    away = [((model.xy[members] - c) ** 2).sum(axis=1) for c in centre]
    nearer = away[1] - away[0] if np.isfinite(centre[1]).all() else np.zeros(len(members))
    spread = max(float(np.abs(nearer).mean()), 1e-12)
    lost = np.array([search.kept[i].get(a, 0.0) - search.kept[i].get(b, 0.0) for i in members.tolist()])
    weight = model.loads[members, column]
    price = lost / np.maximum(weight, 1e-3 * max(weight.mean(), 1e-300))
    usual = max(float(np.abs(price).mean()), 1e-12)
    rank = nearer / spread + 3.0 * price / usual
    returning = lost < 0
    rank = np.where(returning, rank - 1e6, rank)
    return dict(zip(members.tolist(), rank.tolist()))
