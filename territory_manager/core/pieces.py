"""Counting the connected parts of territories, all at once or only where something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph

if TYPE_CHECKING:
    from .adjacency import Adjacency

# A search that has seen this many units costs as much as counting the whole territory anew.
_SEARCH_LIMIT = 150


def rows_of(adjacency: Adjacency, units: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Where the neighbours of `units` (c,) stand in the CSR arrays.

    Returns
    -------
    where : (h,) positions in ``adjacency.indices`` and ``adjacency.border``.
    counts : (c,) number of neighbours of each unit.
    """
    start = adjacency.indptr[units]
    counts = adjacency.indptr[units + 1] - start
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    where = np.arange(total) + np.repeat(start - (ends - counts), counts)
    return where, counts


def count_pieces(adjacency: Adjacency, labels: np.ndarray, rows: np.ndarray, k: int) -> np.ndarray:
    """Connected parts of the territories `rows`; work grows with their units, not with the map.

    Parameters
    ----------
    labels : (n,) territory of each unit, -1 unassigned.
    rows : labels of the territories to count, -1 or k for what is unassigned.
    k : number of territories.

    Returns
    -------
    (len(rows),) counts; 0 for a territory without units.
    """
    wanted = np.zeros(k + 1, dtype=bool)
    wanted[rows] = True
    members = np.flatnonzero(wanted[labels])
    where, counts = rows_of(adjacency, members)
    ends = adjacency.indices[where]
    own = labels[members]
    same = labels[ends] == np.repeat(own, counts)
    local = np.zeros(adjacency.n, dtype=np.int32)
    local[members] = np.arange(len(members), dtype=np.int32)
    before = np.concatenate([[0], np.cumsum(same)])
    indptr = before[np.concatenate([[0], np.cumsum(counts)])]
    graph = sparse.csr_matrix(
        (np.ones(int(indptr[-1])), local[ends[same]], indptr.astype(np.int32)),
        shape=(len(members), len(members)),
    )
    # The graph is symmetric, so its strong components are its components, found without a transposed copy.
    number, part = csgraph.connected_components(graph, directed=True, connection="strong")
    label_of_part = np.empty(number, dtype=np.int64)
    label_of_part[part] = np.where(own < 0, k, own)
    return np.bincount(label_of_part, minlength=k + 1)[rows]


def parts_around(adjacency: Adjacency, labels: np.ndarray, unit: int, territory: int) -> int | None:
    """How many separate parts of `territory`, without `unit` itself, touch `unit`.

    A territory in p pieces that loses the unit has p − 1 + this number; one in p pieces that gains it has
    p + 1 − this number. The neighbours of a unit are mostly joined to each other right around it; else
    searches that start at each of them take turns until they meet, or one of them has seen a whole part.

    Returns
    -------
    The number, or None where the search would cost more than counting the territory anew.
    """
    indices, indptr = adjacency.indices, adjacency.indptr

    def around(node: int) -> list[int]:
        near = indices[indptr[node] : indptr[node + 1]]
        return near[labels[near] == territory].tolist()

    starts = [node for node in around(unit) if node != unit]
    if len(starts) < 2:
        return len(starts)
    root = list(range(len(starts)))

    def find(group: int) -> int:
        while root[group] != group:
            group = root[group]
        return group

    owner = {node: group for group, node in enumerate(starts)}
    owner[unit] = -1
    frontiers = [[node] for node in starts]
    parts, closed = len(starts), 0
    while parts - closed > 1:
        if len(owner) > _SEARCH_LIMIT:
            return None
        for group, frontier in enumerate(frontiers):
            if root[group] != group or not frontier:
                continue
            reached = []
            for node in frontier:
                for near in around(node):
                    seen = owner.get(near)
                    if seen is None:
                        owner[near] = group
                        reached.append(near)
                    elif seen >= 0:
                        other = find(seen)
                        mine = find(group)
                        if other != mine:
                            low, high = min(mine, other), max(mine, other)
                            root[high] = low
                            parts -= 1
                            if high != group:
                                # where the swallowed group stood is gone on from, by whoever has it now
                                (reached if low == group else frontiers[low]).extend(frontiers[high])
                                frontiers[high] = []
            mine = find(group)
            if mine == group:
                frontiers[group] = reached
            else:
                frontiers[group] = []
                frontiers[mine].extend(reached)
            if parts == 1:
                return 1
        closed = sum(1 for group in range(len(starts)) if root[group] == group and not frontiers[group])
    return parts
