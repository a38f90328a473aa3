"""The borders of a few neighbouring territories moved all at once: a mixed-integer program.

A unit near a border may go to any territory that is near. Where several measures have to fit, one unit alone
hardly ever helps: what is taken here has to be given back there, in another mixture. A territory grows from
one of its units: a unit may belong to it only if a neighbour that is nearer to that unit does. That keeps
every plan of the program in one piece without a cut added later.

Reference
---------
Zoltners, A. A., Sinha, P. (1983): Sales territory alignment: A review and model. Management Science 29,
1237–1256.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, hstack

from .budget import Budget
from .model import Model

_EDGE = 3e-4
"""Worth of a cut edge in tolerances out of bounds."""

_ROUNDING = 2e-6
"""Bounds are drawn in by this part of the target: the program keeps them only to its own precision."""

_DEEP = 0.5
"""A territory grows from a unit that is at least this deep inside it, in depths of the deepest."""

_NODES = 5
_GAP = 0.05
_FAR = np.iinfo(np.int32).max


def move_borders(
    model: Model, labels: np.ndarray, *, depth: int, rng: np.random.Generator, budget: Budget | None = None
) -> np.ndarray | None:
    """The labels with the least imbalance, as far as the borders can be moved, and few cut edges.

    Parameters
    ----------
    model : Model
        Mostly a part of a map, with a handful of territories.
    labels : (n,) int
        Every unit assigned.
    depth : int
        Steps from its border that a territory may grow.
    rng : numpy.random.Generator
        Draws the units that the territories grow from: another draw, other ways to grow.
    budget : Budget, optional
        Ends the program when the time is up. Without it the work does not depend on the clock.

    Returns
    -------
    (n,) int32, each territory in as many pieces as before; None if there is nothing to move, or no time
    """
    distance = np.stack([_distance(model, labels, t, depth, rng) for t in range(model.k)], axis=1)
    choices = _choices(model, labels, distance)
    unit, territory = np.nonzero(choices & (choices.sum(axis=1) > 1)[:, None])
    if not len(unit):
        return None
    place = np.full(choices.shape, -1, dtype=np.int64)
    place[unit, territory] = np.arange(len(unit))
    constraints = [_one_each(unit), *_balance(model, labels, place, unit, territory)]
    if model.contiguous:
        constraints += _growth(model, choices, distance, place)
    slack = 2 * model.k * model.q
    columns = len(unit) + slack
    result = milp(
        np.concatenate([_edges(model, labels, unit, territory), np.ones(slack)]),
        constraints=[
            LinearConstraint(_padded(matrix, columns), low, high) for matrix, low, high in constraints
        ],
        integrality=np.concatenate([np.ones(len(unit)), np.zeros(slack)]),
        bounds=Bounds(0, np.concatenate([np.ones(len(unit)), np.full(slack, np.inf)])),
        options={
            "node_limit": _NODES,
            "mip_rel_gap": _GAP,
            "time_limit": 1e6 if budget is None else min(budget.remaining, 1e6),
        },
    )
    if result.x is None:
        return None
    chosen = result.x[: len(unit)] > 0.5
    moved = np.array(labels, dtype=np.int32)
    moved[unit[chosen]] = territory[chosen]
    return moved


def _padded(matrix: csr_matrix, columns: int) -> csr_matrix:
    """The matrix with empty columns for the variables it says nothing about."""
    missing = columns - matrix.shape[1]
    return matrix if not missing else hstack([matrix, csr_matrix((matrix.shape[0], missing))], format="csr")


def _distance(
    model: Model, labels: np.ndarray, territory: int, depth: int, rng: np.random.Generator
) -> np.ndarray:
    """(n,) steps from the unit a territory grows from: inside it, then on from its border as far as it may
    grow; ``_FAR`` beyond."""
    neighbours = model.neighbours
    distance = np.full(model.n, _FAR, dtype=np.int64)
    line = _grown_from(model, labels, territory, rng)
    if not line:
        return distance
    steps = {line[0]: 0}
    for at in line:
        for other in neighbours[at]:
            if other not in steps and labels[other] == territory:
                steps[other] = steps[at] + 1
                line.append(other)
    ring = line
    for _ in range(depth):
        reached: dict = {}
        for at in ring:
            for other in neighbours[at]:
                if other not in steps and model.open[labels[other]]:
                    reached[other] = min(reached.get(other, _FAR), steps[at] + 1)
        steps.update(reached)
        ring = sorted(reached)
    distance[list(steps)] = list(steps.values())
    return distance


def _grown_from(model: Model, labels: np.ndarray, territory: int, rng: np.random.Generator) -> list:
    """One unit of a territory, far from its border; none if it has no units, or may not change."""
    members = np.flatnonzero(labels == territory)
    if not len(members) or not model.open[territory]:
        return []
    inside = set(members.tolist())
    neighbours = model.neighbours
    line = [v for v in members.tolist() if any(u not in inside for u in neighbours[v])]
    steps = dict.fromkeys(line, 0)
    for at in line:
        for other in neighbours[at]:
            if other in inside and other not in steps:
                steps[other] = steps[at] + 1
                line.append(other)
    if not line:
        return [int(members[0])]
    deep = [v for v in line if steps[v] >= _DEEP * steps[line[-1]]]
    return [deep[int(rng.integers(len(deep)))]]


def _choices(model: Model, labels: np.ndarray, distance: np.ndarray) -> np.ndarray:
    """(n, k) bool: the territories every unit may be in."""
    choices = (distance < _FAR) & ((model.fixed < 0) & model.open[labels])[:, None]
    here = np.arange(model.n), labels
    # What is apart from where its territory grows, and where it grows from, stays.
    choices[(distance[here] == _FAR) | (distance[here] == 0)] = False
    choices[here] = True
    return choices


def _one_each(unit: np.ndarray) -> tuple:
    """Every unit is in one territory."""
    _, row = np.unique(unit, return_inverse=True)
    rows = int(row.max()) + 1
    return csr_matrix((np.ones(len(unit)), (row, np.arange(len(unit)))), shape=(rows, len(unit))), 1, 1


def _balance(model: Model, labels, place, unit, territory) -> list:
    """Totals are within bounds, or out of them by a slack below and one above, in tolerances."""
    movable = (place >= 0).any(axis=1)
    held = np.stack(
        [np.bincount(labels[~movable], model.loads[~movable, j], model.k) for j in range(model.q)], axis=1
    )
    scale = 1.0 / model.unit_of_deviation
    rows, count = model.k * model.q, len(unit)
    load = model.loads[unit] * scale[territory]
    row = territory[:, None] * model.q + np.arange(model.q)
    loads = csr_matrix(
        (load.ravel(), (row.ravel(), np.repeat(np.arange(count), model.q))), shape=(rows, count)
    )
    one = csr_matrix((np.ones(rows), (np.arange(rows), np.arange(rows))), shape=(rows, rows))
    inner = np.minimum(_ROUNDING * model.target, np.maximum(model.upper - model.lower, 0.0) / 4)
    low = ((model.lower + inner - held) * scale).ravel()
    high = ((model.upper - inner - held) * scale).ravel()
    return [(hstack([loads, one, -one], format="csr"), low, high)]


def _growth(model: Model, choices: np.ndarray, distance: np.ndarray, place: np.ndarray) -> list:
    """A unit in a territory has a neighbour in it that is nearer to where the territory grows from."""
    here = np.concatenate([model.pairs[:, 0], model.pairs[:, 1]])
    there = np.concatenate([model.pairs[:, 1], model.pairs[:, 0]])
    sure = choices & (place < 0)
    rows, columns, values, most = [], [], [], []
    count = 0
    for t in range(model.k):
        steps = distance[:, t]
        nearer = (steps[here] < _FAR) & (steps[there] < steps[here]) & choices[here, t] & choices[there, t]
        one, other = here[nearer], there[nearer]
        held = np.zeros(model.n, dtype=bool)
        held[one[sure[other, t]]] = True
        asked = np.flatnonzero(choices[:, t] & (steps < _FAR) & (steps > 0) & ~held)
        row = np.full(model.n, -1)
        row[asked] = count + np.arange(len(asked))
        kept = row[one] >= 0
        free = asked[place[asked, t] >= 0]
        rows += [row[one[kept]], row[free]]
        columns += [place[other[kept], t], place[free, t]]
        values += [np.full(int(kept.sum()), -1.0), np.ones(len(free))]
        most.append(np.where(place[asked, t] >= 0, 0.0, -1.0))
        count += len(asked)
    matrix = csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))),
        shape=(count, int(place.max()) + 1),
    )
    return [(matrix, -np.inf, np.concatenate(most))] if count else []


def _edges(model: Model, labels: np.ndarray, unit: np.ndarray, territory: np.ndarray) -> np.ndarray:
    """Price of a unit in a territory: its neighbours that are elsewhere today."""
    alike = np.zeros((model.n, model.k))
    np.add.at(alike, (model.pairs[:, 0], labels[model.pairs[:, 1]]), 1.0)
    np.add.at(alike, (model.pairs[:, 1], labels[model.pairs[:, 0]]), 1.0)
    return _EDGE * (alike[unit].sum(axis=1) - alike[unit, territory])
