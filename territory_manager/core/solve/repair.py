"""Bring a rounded plan into one piece per territory, moving as little as possible."""

from __future__ import annotations

import numpy as np

from .border_search import still_connected
from .model import Model

_ROUNDS = 40


def repair(model: Model, labels: np.ndarray, centres: np.ndarray | None = None) -> np.ndarray:
    """Connect what can be connected; loose pieces go to the neighbour they share most of their border with.

    Of every territory the pieces that hold bound units stay, else the heaviest. Where bound units of one
    territory lie apart, they are joined by the shortest way through free units. An empty territory gets the
    free unit nearest to its centre.

    Parameters
    ----------
    model : Model
    labels : (n,) int, every unit assigned
    centres : (k, 2) km, optional
        Where empty territories belong.

    Returns
    -------
    (n,) int32; still with extra pieces where bound units or a map in parts leave no way.
    """
    labels = np.array(labels, dtype=np.int32)
    labels = np.where(model.fixed >= 0, model.fixed, labels).astype(np.int32)
    pinned = model.fixed.copy()
    _fill_empty(model, labels, pinned, centres)
    if not model.contiguous:
        return labels
    for _ in range(_ROUNDS):
        count, piece = model.pieces(labels)
        if count == len(np.unique(labels)):
            break
        kept = _kept_pieces(model, labels, pinned, piece, count)
        if _hand_over_loose(model, labels, pinned, piece, kept):
            continue
        if not _join_kept(model, labels, pinned, piece, kept):
            break
    return labels


def _kept_pieces(model, labels, pinned, piece, count) -> np.ndarray:
    """(count,) bool: pieces with pinned units, and the heaviest piece of every other territory."""
    weight = np.bincount(piece, model.shape_mass, count)
    owner = np.empty(count, dtype=np.int64)
    owner[piece] = labels
    kept = np.zeros(count, dtype=bool)
    kept[piece[pinned >= 0]] = True
    holds = np.zeros(model.k, dtype=bool)
    holds[owner[kept]] = True
    for p in np.lexsort((np.arange(count), -weight)):
        if not holds[owner[p]]:
            kept[p] = True
            holds[owner[p]] = True
    return kept


def _hand_over_loose(model, labels, pinned, piece, kept) -> bool:
    """Give every loose piece that touches a kept one to the territory it touches most; whether any was."""
    loose = ~kept[piece]
    if not loose.any():
        return False
    ends = np.concatenate([model.pairs, model.pairs[:, ::-1]])
    ends = ends[loose[ends[:, 0]] & ~loose[ends[:, 1]]]
    ends = ends[model.open[labels[ends[:, 1]]]]
    if not len(ends):
        return False
    keys, votes = np.unique(piece[ends[:, 0]] * model.k + labels[ends[:, 1]], return_counts=True)
    order = np.lexsort((keys, -votes))
    given: dict[int, int] = {}
    for key in keys[order].tolist():
        given.setdefault(key // model.k, key % model.k)
    to = np.full(len(kept), -1, dtype=np.int64)
    to[list(given)] = list(given.values())
    moves = loose & (to[piece] >= 0)
    labels[moves] = to[piece[moves]]
    return True


def _join_kept(model, labels, pinned, piece, kept) -> bool:
    """Lay the shortest way of free units between two kept pieces of one territory; whether one was laid."""
    owner = np.full(len(kept), -1, dtype=np.int64)
    owner[piece] = labels
    for t in range(model.k):
        parts = np.flatnonzero(kept & (owner == t))
        if len(parts) < 2 or not model.open[t]:
            continue
        for start in parts.tolist():
            way = _shortest_way(model, labels, pinned, piece, start, set(parts.tolist()) - {start})
            if way:
                labels[way] = t
                pinned[way] = t
                return True
    return False


def _shortest_way(model, labels, pinned, piece, start: int, goals: set) -> list:
    """Free units on the shortest way from a piece to the nearest of some others; empty if there is none."""
    territory = labels[np.flatnonzero(piece == start)[0]]
    line = np.flatnonzero(piece == start).tolist()
    before = dict.fromkeys(line, -1)
    for at in line:
        for u in model.neighbours[at]:
            if u in before:
                continue
            if piece[u] in goals:
                way = []
                while at >= 0 and piece[at] != start:
                    way.append(at)
                    at = before[at]
                return way
            if pinned[u] in (-1, territory) and model.open[labels[u]]:
                before[u] = at
                line.append(u)
    return []


def _fill_empty(model, labels, pinned, centres) -> None:
    """Give every empty open territory the unit nearest to its centre that another can spare."""
    count = np.bincount(labels, minlength=model.k)
    for t in np.flatnonzero((count == 0) & model.open):
        order = np.argsort(-model.shape_mass, kind="stable")
        if centres is not None and np.isfinite(centres[t]).all():
            order = np.argsort(((model.xy - centres[t]) ** 2).sum(axis=1), kind="stable")
        spare = None
        for v in order.tolist():
            a = labels[v]
            if pinned[v] >= 0 or count[a] < 2 or not model.open[a]:
                continue
            spare = v if spare is None else spare
            staying = [u for u in model.neighbours[v] if labels[u] == a]
            if not model.contiguous or still_connected(model.neighbours, labels, v, a, staying):
                spare = v
                break
        if spare is None:
            return
        count[labels[spare]] -= 1
        labels[spare] = t
        count[t] = 1
        pinned[spare] = t
