"""Where a rebalance begins: the alignment of today, made whole.

Units without a territory go to a neighbour, a territory that has no units yet starts at its rep's home, and
territories in several pieces are joined up, each time where that disturbs least.
"""

from __future__ import annotations

import heapq

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

from .model import Model
from .problem import Problem

_LONGEST_CORRIDOR = 3
"""A piece is joined to its territory through at most this many units; a longer corridor would be no
territory."""

_CORRIDORS_TRIED = 50


def starting_plan(
    problem: Problem, model: Model, kept: list, allowed: np.ndarray | None = None
) -> np.ndarray:
    """(n,) labels of the atoms to begin with; -1 only where no territory can be reached.

    Parameters
    ----------
    problem, model
        The model is that of the problem; its ``fixed`` wins over the alignment of today.
    kept : list of {territory: cost}
        What is kept when an atom is in a territory.
    allowed : (n, k) bool, optional
        Territories an atom may be in.
    """
    labels = _gathered(problem, model, kept)
    if allowed is not None:
        free = (model.fixed < 0) & (labels >= 0)
        labels[free & ~allowed[np.arange(model.n), np.maximum(labels, 0)]] = -1
    for territory in np.flatnonzero(model.open & (np.bincount(labels[labels >= 0], minlength=model.k) == 0)):
        _found(model, labels, int(territory))
    fill(model, labels, allowed)
    if model.contiguous:
        labels = join_pieces(model, labels, kept, allowed)
    if allowed is not None:
        _stay_where_nothing_is_near(problem, model, labels)
    return labels


def _gathered(problem: Problem, model: Model, kept: list) -> np.ndarray:
    """Labels of today; a group that is spread over territories goes where most of it is kept."""
    current = np.full(problem.n, -1, dtype=np.int32) if problem.current is None else problem.current
    labels = model.condense(current)
    if model.n < problem.n:
        for atom, options in enumerate(kept):
            if len(options) > 1:
                labels[atom] = max(options, key=lambda territory: (options[territory], -territory))
    return np.where(model.fixed >= 0, model.fixed, labels).astype(np.int32)


def _found(model: Model, labels: np.ndarray, territory: int) -> None:
    """Give an empty territory its first atom: at its home, else far out in the heaviest territory."""
    counts = np.bincount(labels[labels >= 0], minlength=model.k)
    spare = (model.fixed < 0) & ((labels < 0) | (model.open[labels] & (counts[labels] > 1)))
    if not spare.any():
        return
    candidates = np.flatnonzero(spare)
    if model.homes[territory]:
        away = ((model.xy[candidates] - model.centres[territory]) ** 2).sum(axis=1)
        labels[candidates[away.argmin()]] = territory
        return
    loose = candidates[labels[candidates] < 0]
    if len(loose):
        centre = np.average(model.xy[loose], axis=0, weights=model.shape_mass[loose])
        labels[loose[((model.xy[loose] - centre) ** 2).sum(axis=1).argmin()]] = territory
        return
    relative = np.array(
        [(model.loads[labels == t].sum(axis=0) / model.target[t]).max() for t in range(model.k)]
    )
    donor = candidates[labels[candidates] == max(np.unique(labels[candidates]), key=lambda t: relative[t])]
    centre = np.average(model.xy[donor], axis=0, weights=model.shape_mass[donor])
    labels[donor[((model.xy[donor] - centre) ** 2).sum(axis=1).argmax()]] = territory


def fill(model: Model, labels: np.ndarray, allowed: np.ndarray | None = None) -> None:
    """Assign atoms without a territory, in place: to the neighbour that has least for its target."""
    if (labels >= 0).all() or not (labels >= 0).any():
        return
    share = np.zeros(model.k)
    held = labels >= 0
    main = model.target[:, 0]
    np.add.at(share, labels[held], model.loads[held, 0])
    neighbours = model.neighbours
    heap: list = []

    def offer(atom: int) -> None:
        for other in neighbours[atom]:
            territory = int(labels[other])
            if territory >= 0 and model.open[territory] and (allowed is None or allowed[atom, territory]):
                heapq.heappush(heap, (share[territory] / main[territory], atom, territory))

    for atom in np.flatnonzero(labels < 0).tolist():
        offer(atom)
    while heap:
        full, atom, territory = heapq.heappop(heap)
        if labels[atom] >= 0:
            continue
        now = share[territory] / main[territory]
        if now > full + 1e-12:
            heapq.heappush(heap, (now, atom, territory))
            continue
        labels[atom] = territory
        share[territory] += model.loads[atom, 0]
        for other in neighbours[atom]:
            if labels[other] < 0:
                offer(other)
    if not model.contiguous:
        _fill_by_distance(model, labels, allowed)


def _fill_by_distance(model: Model, labels: np.ndarray, allowed: np.ndarray | None) -> None:
    """Atoms that touch no territory go to the nearest one; only where pieces are allowed."""
    loose = np.flatnonzero(labels < 0)
    if not len(loose):
        return
    centres = centres_of(model, labels)
    away = ((model.xy[loose, None] - centres[None]) ** 2).sum(axis=2)
    away[:, ~model.open] = np.inf
    away = np.where(np.isnan(away), np.inf, away)
    if allowed is not None:
        away = np.where(allowed[loose], away, np.inf)
    near = away.argmin(axis=1)
    reached = np.isfinite(away[np.arange(len(loose)), near])
    labels[loose[reached]] = near[reached]


def centres_of(model: Model, labels: np.ndarray) -> np.ndarray:
    """(k, 2) km: centroids of the assigned atoms, or the homes; NaN for an empty territory."""
    held = labels >= 0
    mass = model.shape_mass[held]
    total = np.bincount(labels[held], mass, model.k)
    with np.errstate(invalid="ignore", divide="ignore"):
        free = np.column_stack(
            [np.bincount(labels[held], mass * model.xy[held, axis], model.k) / total for axis in (0, 1)]
        )
    return np.where(model.homes[:, None], model.centres, free)


def _stay_where_nothing_is_near(problem: Problem, model: Model, labels: np.ndarray) -> None:
    """Atoms too far from every territory keep the one they have: the verdict names the distance."""
    loose = labels < 0
    if loose.any() and problem.current is not None:
        today = model.condense(problem.current)
        labels[loose] = today[loose]


def pieces_of(model: Model, labels: np.ndarray) -> tuple:
    """(count, (n,) piece): connected parts of the territories; every unassigned atom is a piece of its
    own."""
    same = (labels[model.pairs[:, 0]] == labels[model.pairs[:, 1]]) & (labels[model.pairs[:, 0]] >= 0)
    inside = model.pairs[same]
    graph = csr_matrix(
        (np.ones(len(inside), np.int8), (inside[:, 0], inside[:, 1])), shape=(model.n, model.n)
    )
    return connected_components(graph, directed=False)


def join_pieces(
    model: Model, labels: np.ndarray, kept: list, allowed: np.ndarray | None = None
) -> np.ndarray:
    """Labels with as few pieces as can be had: stray pieces are joined up or go to a neighbour."""
    labels = labels.copy()
    tried = 0
    for _ in range(model.k + 5):
        count, piece = pieces_of(model, labels)
        stray = _stray_pieces(model, labels, piece, count, kept)
        if not stray:
            break
        changed = False
        for atoms in stray:
            if (labels[atoms] != labels[atoms[0]]).any():
                continue
            give = _best_taker(model, labels, atoms, kept, allowed)
            corridor = None
            if tried < _CORRIDORS_TRIED:
                tried += 1
                corridor = _corridor(model, labels, atoms, piece, kept, np.inf if give is None else give[1])
            if corridor is not None:
                labels = corridor
                changed = True
            elif give is not None:
                labels[atoms] = give[0]
                changed = True
        if not changed:
            break
    return labels


def _kept(kept: list, atoms: np.ndarray, territory: int) -> float:
    return sum(kept[atom].get(territory, 0.0) for atom in atoms.tolist())


def _stray_pieces(model: Model, labels: np.ndarray, piece: np.ndarray, count: int, kept: list) -> list:
    """Atoms of every piece that is not the main one of its territory and is free to go, the smallest first.

    The main piece is the one that is bound to the territory, then the one where most is kept.
    """
    order = np.argsort(piece, kind="stable")
    parts = np.split(order, np.cumsum(np.bincount(piece, minlength=count))[:-1])
    by_territory: dict = {}
    for atoms in parts:
        territory = int(labels[atoms[0]])
        if territory >= 0 and model.open[territory]:
            bound = bool((model.fixed[atoms] >= 0).any())
            rank = (bound, _kept(kept, atoms, territory), float(model.mass[atoms].sum()), len(atoms))
            by_territory.setdefault(territory, []).append((rank, atoms))
    stray = []
    for territory in sorted(by_territory):
        ranked = sorted(by_territory[territory], key=lambda item: item[0], reverse=True)
        stray += [(rank[1:], atoms) for rank, atoms in ranked[1:] if not rank[0]]
    stray.sort(key=lambda item: (item[0], int(item[1][0])))
    return [atoms for _, atoms in stray]


def _best_taker(
    model: Model, labels: np.ndarray, atoms: np.ndarray, kept: list, allowed: np.ndarray | None
) -> tuple | None:
    """(territory, what is lost) of the neighbour that a piece is best given to, or None."""
    own = int(labels[atoms[0]])
    contact: dict = {}
    for atom in atoms.tolist():
        for other in model.neighbours[atom]:
            territory = int(labels[other])
            if territory not in (own, -1) and model.open[territory]:
                contact[territory] = contact.get(territory, 0) + 1
    if allowed is not None:
        contact = {territory: c for territory, c in contact.items() if allowed[atoms, territory].all()}
    if not contact:
        return None
    here = _kept(kept, atoms, own)
    load = {t: float((model.loads[labels == t].sum(axis=0) / model.target[t]).max()) for t in contact}
    best = min(contact, key=lambda t: (-_kept(kept, atoms, t), round(load[t], 2), -contact[t], t))
    return best, here - _kept(kept, atoms, best)


def _corridor(
    model: Model, labels: np.ndarray, atoms: np.ndarray, piece: np.ndarray, kept: list, dearest: float
) -> np.ndarray | None:
    """Labels with the piece joined to its territory through a few other units, if that loses less and cuts
    nobody."""
    territory = int(labels[atoms[0]])
    lost = np.array(
        [options.get(int(label), 0.0) - options.get(territory, 0.0) for options, label in zip(kept, labels)]
    ).clip(min=0.0)
    passable = (model.fixed < 0) & (labels >= 0) & model.open[labels]
    own = labels == territory
    # Weights sit on the atoms entered; a tiny toll on every step keeps corridors short.
    toll = np.where(own, 1e-12, lost + 1e-9)
    graph = model.graph.tocoo()
    usable = (passable | own)[graph.row] & (passable | own)[graph.col]
    weights = csr_matrix((toll[graph.col[usable]], (graph.row[usable], graph.col[usable])), shape=graph.shape)
    source = int(atoms[0])
    limit = min(dearest, 1.0) + 1e-6
    distance, before = dijkstra(weights, indices=source, return_predecessors=True, limit=limit)
    others = np.flatnonzero(own & (piece != piece[source]) & np.isfinite(distance))
    if not len(others):
        return None
    at = int(others[distance[others].argmin()])
    path = []
    while at != source and at >= 0:
        if labels[at] != territory:
            path.append(at)
        at = int(before[at])
    if not 0 < len(path) <= _LONGEST_CORRIDOR or lost[path].sum() >= dearest:
        return None
    trial = labels.copy()
    trial[path] = territory
    emptied = np.bincount(trial[trial >= 0], minlength=model.k) == 0
    if emptied[np.unique(labels[path])].any() or pieces_of(model, trial)[0] >= pieces_of(model, labels)[0]:
        return None
    return trial
