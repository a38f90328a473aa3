"""Keep-together groups whose units do not touch: the shortest ways between them join the group."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

from .problem import Problem


def with_corridors(problem: Problem, labels: np.ndarray) -> Problem | None:
    """The problem with ways between the parts of every group that lies apart in a plan.

    The units on the way belong to the group from then on, so that no search can part it. Ways lead through
    units that are free and in no other group.

    Parameters
    ----------
    problem : Problem
    labels : (n,) int
        A plan; groups in one piece of their territory need no way.

    Returns
    -------
    Problem or None
        None when no group lies apart, or no way joins one that does.
    """
    if problem.groups is None or not problem.contiguous:
        return None
    graph = _lengths(problem)
    groups = problem.groups.copy()
    piece = _pieces(graph, labels)
    fixed = problem.fixed
    for group in np.unique(groups[groups >= 0]).tolist():
        units = np.flatnonzero(groups == group)
        if len(np.unique(piece[units])) < 2:
            continue
        bound = np.unique(fixed[units][fixed[units] >= 0])
        free = (groups == -1) & ((fixed < 0) | np.isin(fixed, bound[:1]))
        way = _ways(graph, units, free)
        groups[way] = group
    return replace(problem, groups=groups) if (groups != problem.groups).any() else None


def _lengths(problem: Problem) -> csr_matrix:
    """(n, n) distances between the places of neighbours, m; never 0."""
    indptr = np.asarray(problem.adjacency.indptr)
    indices = np.asarray(problem.adjacency.indices)
    start = np.repeat(np.arange(problem.n), np.diff(indptr))
    length = np.sqrt(((problem.xy[start] - problem.xy[indices]) ** 2).sum(axis=1)) + 1.0
    return csr_matrix((length, indices, indptr), shape=(problem.n, problem.n))


def _pieces(graph: csr_matrix, labels: np.ndarray) -> np.ndarray:
    """(n,) the connected part of its territory that every unit is in."""
    edges = graph.tocoo()
    same = labels[edges.row] == labels[edges.col]
    inside = csr_matrix((np.ones(int(same.sum())), (edges.row[same], edges.col[same])), shape=graph.shape)
    return connected_components(inside, directed=False)[1]


def _ways(graph: csr_matrix, units: np.ndarray, free: np.ndarray) -> np.ndarray:
    """Free units that join the units up, part by part, as far as there are ways."""
    usable = free.copy()
    usable[units] = True
    place = np.flatnonzero(usable)
    within = graph[place][:, place]
    own = np.flatnonzero(np.isin(place, units))
    part = connected_components(within[own][:, own], directed=False)[1]
    reached = own[part == 0]
    found: list = []
    while True:
        away, before, _ = dijkstra(within, indices=reached, min_only=True, return_predecessors=True)
        waiting = np.setdiff1d(own, reached)
        waiting = waiting[np.isfinite(away[waiting])]
        if not len(waiting):
            return place[np.array(found, dtype=np.int64)]
        at = int(waiting[away[waiting].argmin()])
        joined = own[part == part[np.searchsorted(own, at)]]
        way = []
        while before[at] >= 0:
            way.append(at)
            at = int(before[at])
        found += [unit for unit in way if unit not in joined]
        reached = np.union1d(reached, np.union1d(joined, way))
