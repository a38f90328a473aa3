"""Findings about what is bound: locked units and territories, keep-together groups."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from .diagnosis_type import Diagnosis
from .problem import Problem
from .words import count, names, percent, tolerance_reaching, two_percents

_ROUNDING = 1e-9


def components(problem: Problem, passable: np.ndarray) -> np.ndarray:
    """(n,) component of every unit in the graph of the passable ones; -1 for the others."""
    indptr = np.asarray(problem.adjacency.indptr)
    one = np.repeat(np.arange(problem.n), np.diff(indptr))
    other = np.asarray(problem.adjacency.indices)
    use = passable[one] & passable[other]
    graph = csr_matrix(
        (np.ones(int(use.sum()), np.int8), (one[use], other[use])), shape=(problem.n, problem.n)
    )
    part = connected_components(graph, directed=False)[1]
    return np.where(passable, part, -1)


def lock_findings(problem: Problem) -> list:
    """Locked units without a territory, locked sets too heavy, too light, or apart."""
    found = []
    if problem.locked is not None and problem.current is not None:
        unknown = np.flatnonzero(problem.locked & (problem.current < 0))
        if len(unknown):
            verb = "is" if len(unknown) == 1 else "are"
            found.append(
                Diagnosis(
                    "locked_unassigned",
                    f"{names([problem.name(u) for u in unknown])} {verb} locked but without "
                    f"territory, so free to go anywhere. Assign or unlock.",
                    None,
                    False,
                    tuple(unknown.tolist()),
                )
            )
    if not (problem.fixed >= 0).any():
        return found
    found += _locked_weight(problem)
    if problem.contiguous:
        found += _locked_apart(problem)
    return found


def _locked_weight(problem: Problem) -> list:
    found = []
    held = problem.fixed >= 0
    tolerance, share = problem.targets.tolerance, problem.target_shares
    for column, measure in enumerate(problem.balanced_names):
        load = problem.balanced[:, column]
        locked = np.bincount(problem.fixed[held], load[held], problem.k)
        reach = np.where(problem.open_territories, locked + load[~held].sum(), locked)
        for sign, deviation in ((1, locked / share - 1), (-1, 1 - reach / share)):
            for t in np.flatnonzero(deviation > tolerance + _ROUNDING):
                found.append(
                    _locked_finding(
                        problem, int(t), sign, locked if sign > 0 else reach, float(deviation[t]), measure
                    )
                )
    return found


def _locked_finding(
    problem: Problem, t: int, sign: int, loads: np.ndarray, deviation: float, measure: str
) -> Diagnosis:
    territory = problem.targets.territories[t]
    tolerance, target = problem.targets.tolerance, problem.target_shares[t]
    units = np.flatnonzero(problem.fixed == t)
    limit = target * (1 + sign * tolerance)
    has, may = two_percents(float(loads[t]), float(limit))
    what = "the index" if measure == "index" else measure
    closed = not problem.open_territories[t]
    verb = "has" if len(units) == 1 else "have"
    if sign > 0:
        words = (
            f"The {count(len(units), 'locked unit')} of {territory} {verb} {has} of {what}. Within "
            f"±{percent(tolerance)} it may have {may}."
        )
        code = "locked_too_heavy"
    else:
        who = "is locked and has" if closed else "can get at most"
        words = (
            f"{territory} {who} {has} of {what}. Within ±{percent(tolerance)} it must have at least {may}."
        )
        code = "locked_too_light"
    return Diagnosis(
        code,
        f"{words} Unlock units or choose {tolerance_reaching(deviation)}.",
        100.0 * deviation,
        True,
        tuple(units.tolist()),
    )


def _locked_apart(problem: Problem) -> list:
    found = []
    for t in np.unique(problem.fixed[problem.fixed >= 0]):
        own = problem.fixed == t
        passable = own | (problem.fixed < 0) if problem.open_territories[t] else own
        part = components(problem, passable)[own]
        kinds, sizes = np.unique(part, return_counts=True)
        if len(kinds) < 2:
            continue
        units = np.flatnonzero(own)
        small = units[part == kinds[sizes.argmin()]]
        verb = "is" if len(small) == 1 else "are"
        found.append(
            Diagnosis(
                "locked_apart",
                f"The locked units of {problem.targets.territories[t]} lie in {len(kinds)} parts that "
                f"no free units connect: {names([problem.name(u) for u in small])} {verb} apart. "
                f"Unlock units, add a bridge, or allow territories in pieces.",
                None,
                True,
                tuple(units.tolist()),
            )
        )
    return found


def group_findings(problem: Problem) -> list:
    """Keep-together groups locked into several territories, or too far apart to be one territory's."""
    if problem.groups is None:
        return []
    found = []
    grouped = np.flatnonzero(problem.groups >= 0)
    whole = components(problem, np.ones(problem.n, dtype=bool)) if problem.contiguous else None
    order = grouped[np.argsort(problem.groups[grouped], kind="stable")]
    starts = np.flatnonzero(np.diff(problem.groups[order])) + 1
    for units in np.split(order, starts) if len(order) else []:
        who = f"The group of {names([problem.name(u) for u in units])}"
        bound = np.unique(problem.fixed[units][problem.fixed[units] >= 0])
        if len(bound) > 1:
            where = names([problem.targets.territories[t] for t in bound])
            found.append(
                Diagnosis(
                    "group_locked_apart",
                    f"{who} must stay together, but its units are locked in {where}. Unlock all but one.",
                    None,
                    True,
                    tuple(units.tolist()),
                )
            )
        if whole is not None and len(np.unique(whole[units])) > 1:
            found.append(
                Diagnosis(
                    "group_apart",
                    f"{who} must stay together, but its units lie in parts of the map "
                    f"that do not touch. Add a bridge, or allow territories in "
                    f"pieces.",
                    None,
                    True,
                    tuple(units.tolist()),
                )
            )
    return found
