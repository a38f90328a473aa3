"""Territories inside given areas: none crosses the border of an area, each area is solved by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Callable

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from ..adjacency import Adjacency
from ..targets import Targets
from .bounds import gap
from .build import build
from .problem import Problem, Solution
from .verdict import objective
from .words import names as names_of

#: Seconds that an area gets at least, however small its part of the map.
_LEAST_TIME = 1.0


def spread_areas(area: np.ndarray, adjacency: Adjacency, xy: np.ndarray) -> np.ndarray:
    """Areas for all units: who has none gets that of the nearest unit that has one, neighbour by neighbour.

    Parameters
    ----------
    area : (n,) int, -1 for none.
    adjacency : who touches whom.
    xy : (n, 2) m, for units that no neighbours lead to.
    """
    area = np.array(area, dtype=np.int64)
    known = np.flatnonzero(area >= 0)
    if len(known) in (0, len(area)):
        return area
    ones = np.ones(len(adjacency.indices), dtype=np.int8)
    # copies, because scipy refuses arrays that cannot be written
    ends, starts = adjacency.indices.astype(np.int32), adjacency.indptr.astype(np.int32)
    graph = csr_matrix((ones, ends, starts), shape=(len(area), len(area)))
    _, _, source = dijkstra(
        graph, directed=False, indices=known, unweighted=True, min_only=True, return_predecessors=True
    )
    reached = (area < 0) & (source >= 0)
    area[reached] = area[source[reached]]
    left = np.flatnonzero(area < 0)
    if len(left):
        known = np.flatnonzero(area >= 0)
        area[left] = area[known[cKDTree(xy[known]).query(xy[left])[1]]]
    return area


def numbers_within(weights: Sequence[float], number: int) -> list[int]:
    """How many of *number* territories each area gets: one at least, the rest where most is to be done.

    Each further territory goes to the area whose territories would be the heaviest without it, the method of
    Webster and Sainte-Laguë (Balinski and Young 1982, "Fair representation").

    Raises
    ------
    ValueError
        When there are fewer territories than areas.
    """
    load = np.asarray(weights, dtype=float)
    if number < len(load):
        raise ValueError(
            f"{number} territories are wanted, but there are {len(load)} areas and each needs one. "
            f"Choose {len(load)} or more."
        )
    given = np.ones(len(load), dtype=int)
    for _ in range(number - len(load)):
        given[int(np.argmax(load / (2 * given + 1)))] += 1
    return given.tolist()


def area_shares(problem: Problem, area: np.ndarray, owner: np.ndarray) -> np.ndarray:
    """(k,) what every territory should get of the whole, if it gets its part of its own area.

    Parameters
    ----------
    problem : of the whole map.
    area : (n,) area of each unit.
    owner : (k,) area of each territory.
    """
    weight = np.bincount(area, problem.index, minlength=int(owner.max()) + 1)
    inside = np.bincount(owner, problem.targets.shares, minlength=len(weight))
    shares = problem.targets.shares * weight[owner] / inside[owner]
    return np.maximum(shares, 1e-12)


def part_problem(problem: Problem, units: np.ndarray, territories: np.ndarray) -> Problem:
    """The same question for some of the units and territories.

    Parameters
    ----------
    problem : of the whole map.
    units : (p,) positions, ascending.
    territories : (q,) positions; locks and homes of the others are left out.
    """
    number = _numbering(problem.n, units)
    current = home_units = None
    if problem.current is not None:
        current = _numbering(problem.k, territories)[problem.current[units]]
        current = np.where(problem.current[units] >= 0, current, -1)
    if problem.home_units is not None:
        lived = problem.home_units[territories]
        home_units = np.where(lived >= 0, number[np.maximum(lived, 0)], -1)
    targets = replace(
        problem.targets,
        territories=tuple(problem.targets.territories[t] for t in territories.tolist()),
        shares=problem.targets.shares[territories],
    )
    part = part_with(problem, units, targets)
    return replace(
        part,
        current=current,
        locked=_locked(problem, units, current),
        locked_territories=_taken(problem.locked_territories, territories),
        homes=_taken(problem.homes, territories),
        home_units=home_units,
    )


def part_with(problem: Problem, units: np.ndarray, targets: Targets) -> Problem:
    """The question for some of the units with other territories, so without locks and homes.

    Parameters
    ----------
    problem : of the whole map.
    units : (p,) positions, ascending.
    targets : of the territories in this part.
    """
    pairs, border, bridge = problem.adjacency.pairs()
    number = _numbering(problem.n, units)
    inside = (number[pairs] >= 0).all(axis=1)
    graph = Adjacency(
        len(units),
        number[pairs[inside]],
        border[inside],
        bridge[inside],
        tolerance=problem.adjacency.tolerance,
        joined=True,
    )
    return Problem(
        xy=problem.xy[units],
        values=problem.values[units],
        adjacency=graph.connected(problem.xy[units]),
        targets=targets,
        contiguous=problem.contiguous,
        compactness=problem.compactness,
        groups=_taken(problem.groups, units),
        max_distance=problem.max_distance,
        names=_taken(problem.names, units),
        measure_names=problem.measure_names,
    )


def build_within(
    problem: Problem,
    area: np.ndarray,
    owner: np.ndarray,
    names: Sequence[str],
    *,
    seed: int = 1,
    time_limit: float | None = 60.0,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solution:
    """Build the territories of each area by themselves.

    What a territory should get is its share of its own area.

    Parameters
    ----------
    problem : of the whole map.
    area : (n,) area of each unit, see `spread_areas`.
    owner : (k,) area of each territory; every area with units has one at least.
    names : of the areas.
    seed, time_limit, progress, cancelled : as for `build`

    Returns
    -------
    Solution
        Feasible when every area's is; its largest deviation is against the targets inside the areas.

    Raises
    ------
    ValueError
        When an area has units but no territory.
    """
    area, owner = np.asarray(area), np.asarray(owner)
    present = np.unique(area[area >= 0]).tolist()
    without = [str(names[a]) for a in present if not (owner == a).any()]
    if without:
        raise ValueError(f"There is no territory for {names_of(without)}. Every area needs one at least.")
    labels = np.full(problem.n, -1, dtype=np.int32)
    found: list[tuple[str, Solution]] = []
    done = 0
    for a in present:
        units, territories = np.flatnonzero(area == a), np.flatnonzero(owner == a)
        weight = len(units) / problem.n
        limit = None if time_limit is None else max(_LEAST_TIME, weight * time_limit)
        tell = _part_of_progress(progress, str(names[a]), 100.0 * done / problem.n, 100.0 * weight)
        solution = build(
            part_problem(problem, units, territories),
            seed=seed,
            time_limit=limit,
            progress=tell,
            cancelled=cancelled,
        )
        inside = solution.labels >= 0
        labels[units[inside]] = territories[solution.labels[inside]]
        found.append((str(names[a]), solution))
        done += len(units)
    return joined(problem, labels, found)


def joined(problem: Problem, labels: np.ndarray, found: list[tuple[str, Solution]]) -> Solution:
    """One solution of the whole map from those of its areas (name, solution)."""
    solutions = [solution for _name, solution in found]
    bounds = [solution.lower_bound for solution in solutions]
    # the inertia of an area is that of the whole where one measure is the mass of the units
    known = problem.m == 1 and not problem.weightless and all(bound is not None for bound in bounds)
    whole = Solution(
        labels=labels,
        feasible=all(solution.feasible for solution in solutions) and not (labels < 0).any(),
        objective=objective(problem, labels),
        max_deviation=max((solution.max_deviation for solution in solutions), default=0.0),
        extra_pieces=sum(solution.extra_pieces for solution in solutions),
        unassigned=int((labels < 0).sum()),
        elapsed=sum(solution.elapsed for solution in solutions),
        cancelled=any(solution.cancelled for solution in solutions),
        timed_out=any(solution.timed_out for solution in solutions),
        violations=[f"{name}: {words}" for name, solution in found for words in solution.violations],
        lower_bound=sum(bound for bound in bounds if bound is not None) if known else None,
    )
    whole.gap = gap(whole.objective, whole.lower_bound)
    whole.message = _message(problem, whole, found)
    return whole


def _message(problem: Problem, whole: Solution, found: list[tuple[str, Solution]]) -> str:
    parts = []
    if whole.cancelled:
        parts.append("Stopped before the end; this is the best plan so far.")
    elif whole.timed_out:
        parts.append("The time limit was reached; this is the best plan so far.")
    good = [name for name, solution in found if solution.feasible]
    tolerance = 100 * problem.targets.tolerance
    if len(good) == len(found):
        parts.append(
            f"No territory crosses the border of an area, and within each of the {len(found)} areas all are "
            f"within ±{tolerance:g} % of their part of it; the largest deviation is "
            f"{whole.max_deviation:.2f} %."
        )
    else:
        parts.append(
            f"In {len(good)} of {len(found)} areas all territories are within ±{tolerance:g} % of their part."
        )
        parts += whole.violations
    return " ".join(parts)


def _part_of_progress(progress, name: str, start: float, length: float):
    if progress is None:
        return None
    return lambda percent, words: progress(start + percent * length / 100.0, f"{name}: {words}")


def _numbering(n: int, chosen: np.ndarray) -> np.ndarray:
    """(n,) position of each among the chosen, -1 for the others."""
    number = np.full(n, -1, dtype=np.int64)
    number[chosen] = np.arange(len(chosen))
    return number


def _taken(given: np.ndarray | None, places: np.ndarray) -> np.ndarray | None:
    return None if given is None else np.asarray(given)[places]


def _locked(problem: Problem, units: np.ndarray, current: np.ndarray | None) -> np.ndarray | None:
    """Locked units of the part; one whose territory belongs to another area is free."""
    if problem.locked is None or current is None:
        return None
    return problem.locked[units] & (current >= 0)
