"""Flow-guided peel: how much has to pass from which territory to which, and border units that carry it.

A small linear program on the graph of territories finds the least total flow that brings all of them within
bounds; then units are peeled off along its arcs, those first whose change makes the plan least less compact.

References
----------
George, J. A., Lamar, B. W., Wallace, C. A. (1997): Political district determination using large-scale network
    optimization. Socio-Economic Planning Sciences 31, 11–28.
"""

from __future__ import annotations

import heapq

import numpy as np
from scipy.optimize import linprog

from .border_search import still_connected
from .budget import Budget
from .model import Model

_OVERSHOOT = 1.5
"""A unit may carry this many times what is left to pass."""

_SMALLEST_FLOW = 1e-9
_PRICE_OF_MISS = 100.0


def territory_flow(model: Model, labels: np.ndarray, column: int = 0) -> tuple:
    """The least flow between neighbouring territories that brings a column within bounds.

    Parameters
    ----------
    model : Model
        Its bounds are the ones to reach; closed territories pass nothing.
    labels : (n,) int
    column : int

    Returns
    -------
    (arcs (f, 2) int, flow (f,) shares, total flow, missing)
        ``missing`` is what no flow can mend, in shares; 0 when the bounds can be reached.
    """
    k = model.k
    sides = labels[model.pairs]
    sides = sides[sides[:, 0] != sides[:, 1]]
    sides = sides[model.open[sides].all(axis=1)]
    touching = np.unique(np.sort(sides, axis=1), axis=0) if len(sides) else np.empty((0, 2), dtype=np.int64)
    arcs = np.concatenate([touching, touching[:, ::-1]])
    number = len(arcs)
    change = np.zeros((k, number + 2 * k))
    change[arcs[:, 0], np.arange(number)] -= 1
    change[arcs[:, 1], np.arange(number)] += 1
    change[np.arange(k), number + np.arange(k)] = 1
    change[np.arange(k), number + k + np.arange(k)] = -1
    total = model.totals(labels)[:, column]
    cost = np.concatenate([np.ones(number), np.full(2 * k, _PRICE_OF_MISS)])
    result = linprog(
        cost,
        A_ub=np.concatenate([change, -change]),
        b_ub=np.concatenate([model.upper[:, column] - total, total - model.lower[:, column]]),
        bounds=(0, None),
        method="highs",
    )
    if result.x is None:
        return np.empty((0, 2), dtype=np.int64), np.empty(0), 0.0, 0.0
    flow = result.x[:number]
    used = flow > _SMALLEST_FLOW
    return arcs[used], flow[used], float(flow.sum()), float(result.x[number:].sum())


def peel(
    model: Model,
    labels: np.ndarray,
    *,
    rounds: int = 5,
    origin: np.ndarray | None = None,
    budget: Budget | None = None,
) -> np.ndarray:
    """Move border units along the flow until every column is within the bounds of the model.

    Parameters
    ----------
    model : Model
        Draw its bounds in (:meth:`Model.with_band`) to leave room for whole units.
    labels : (n,) int
    rounds : int
        Times the flow is planned anew.
    origin : (n,) int, optional
        Units that return to their territory of origin go first.
    budget : Budget, optional

    Returns
    -------
    (n,) int32, contiguous if ``labels`` was and the model asks for it
    """
    labels = np.array(labels, dtype=np.int32)
    for _ in range(rounds):
        if budget is not None and budget.stop():
            break
        totals = model.totals(labels)
        outside = np.maximum(np.maximum(totals - model.upper, model.lower - totals), 0) / model.target
        if not outside.max() > 0:
            break
        column = int(outside.max(axis=0).argmax())
        arcs, flow, _, _ = territory_flow(model, labels, column)
        if not len(arcs):
            break
        state = labels.tolist()
        for arc in np.argsort(-flow, kind="stable"):
            a, b = arcs[arc].tolist()
            _pass_along(model, labels, state, a, b, float(flow[arc]), column, origin)
    return labels


def _pass_along(model, labels, state, a, b, amount, column, origin) -> None:
    """Peel about ``amount`` off territory a for territory b, keeping both arrays of labels in step."""
    centres = model.centroids(labels)
    worse = ((model.xy - centres[b]) ** 2).sum(axis=1) - ((model.xy - centres[a]) ** 2).sum(axis=1)
    if origin is not None:
        worse = worse - np.where(origin == b, 4 * np.abs(worse).max(initial=1.0), 0.0)
    neighbours = model.neighbours
    load = model.loads[:, column]
    sides = labels[model.pairs]
    border = np.concatenate(
        [
            model.pairs[(sides[:, 0] == a) & (sides[:, 1] == b), 0],
            model.pairs[(sides[:, 1] == a) & (sides[:, 0] == b), 1],
        ]
    )
    border = np.unique(border[model.fixed[border] < 0])
    heap = list(zip(worse[border].tolist(), border.tolist()))
    heapq.heapify(heap)
    left = int((labels == a).sum()) - 1
    while heap and amount > 0 and left > 0:
        _, v = heapq.heappop(heap)
        if state[v] != a or load[v] > amount * _OVERSHOOT:
            continue
        if model.contiguous:
            staying = [u for u in neighbours[v] if state[u] == a]
            if not still_connected(neighbours, state, v, a, staying):
                continue
        state[v] = b
        labels[v] = b
        left -= 1
        amount -= load[v]
        for u in neighbours[v]:
            if state[u] == a and model.fixed[u] < 0:
                heapq.heappush(heap, (float(worse[u]), u))
