"""How good a plan is, and in words what it does not keep."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from .budget import Budget
from .model import atoms_of
from .problem import Problem, Solution
from .words import count as counted
from .words import names as names_of
from .words import number

_ROUNDING = 1e-9


def judge(problem: Problem, labels: np.ndarray, budget: Budget | None = None) -> Solution:
    """The solution these labels are: figures, every constraint checked, and a message."""
    labels = np.asarray(labels, dtype=np.int32)
    deviation = deviations(problem, labels)
    largest = float(np.abs(deviation).max(initial=0.0))
    extra = extra_pieces(problem, labels)
    unassigned = int((labels < 0).sum())
    violations = _violations(problem, labels, deviation, extra, unassigned)
    solution = Solution(
        labels=labels,
        feasible=not violations,
        objective=objective(problem, labels),
        max_deviation=largest,
        extra_pieces=extra,
        unassigned=unassigned,
        violations=violations,
    )
    if budget is not None:
        solution.elapsed = budget.elapsed
        solution.cancelled, solution.timed_out = budget.cancelled, budget.timed_out
    solution.message = _message(problem, solution)
    return solution


def totals(problem: Problem, labels: np.ndarray) -> np.ndarray:
    """(k, q) share of every territory in each balanced column."""
    inside = labels >= 0
    return np.stack(
        [np.bincount(labels[inside], column[inside], problem.k) for column in problem.balanced.T], axis=1
    )


def deviations(problem: Problem, labels: np.ndarray) -> np.ndarray:
    """(k, q) deviation from the target, %."""
    target = problem.target_shares[:, None]
    return 100.0 * (totals(problem, labels) - target) / target


def objective(problem: Problem, labels: np.ndarray) -> float:
    """Moment of inertia of a plan, as :attr:`Solution.objective` defines it."""
    inside = labels >= 0
    centres = centres_of(problem, labels)
    away = (problem.xy[inside] - centres[labels[inside]]) / 1000.0
    return float(problem.mass[inside] @ (away**2).sum(axis=1)) / 1e6


def centres_of(problem: Problem, labels: np.ndarray) -> np.ndarray:
    """(k, 2) m: the home of every territory, or else its centroid weighted by mass; NaN when it is empty."""
    inside = labels >= 0
    where = labels[inside]
    mass = problem.mass[inside]
    count = np.bincount(where, minlength=problem.k)
    massless = np.bincount(where, mass, problem.k) <= 0
    mass = np.where(massless[where], 1.0, mass)
    total = np.bincount(where, mass, problem.k)
    with np.errstate(invalid="ignore", divide="ignore"):
        centres = np.stack(
            [np.bincount(where, mass * problem.xy[inside, j], problem.k) / total for j in (0, 1)], axis=1
        )
    centres[count == 0] = np.nan
    if problem.homes is None:
        return centres
    return np.where(np.isfinite(problem.homes), problem.homes, centres)


def extra_pieces(problem: Problem, labels: np.ndarray) -> int:
    """Connected parts of the territories beyond one for each; unassigned units do not count."""
    return int(np.maximum(_pieces(problem, labels) - 1, 0).sum())


def _pieces(problem: Problem, labels: np.ndarray) -> np.ndarray:
    """(k,) connected parts of every territory."""
    indptr = np.asarray(problem.adjacency.indptr)
    one = np.repeat(np.arange(problem.n), np.diff(indptr))
    other = np.asarray(problem.adjacency.indices)
    same = (labels[one] == labels[other]) & (labels[one] >= 0)
    graph = csr_matrix(
        (np.ones(int(same.sum()), np.int8), (one[same], other[same])), shape=(problem.n, problem.n)
    )
    _, piece = connected_components(graph, directed=False)
    _, first = np.unique(piece, return_index=True)
    owner = labels[first]
    return np.bincount(owner[owner >= 0], minlength=problem.k)


def _apart(problem: Problem, labels: np.ndarray, extra: int) -> str:
    """Which territories are in pieces."""
    pieces = _pieces(problem, labels)
    worst = int(pieces.argmax())
    more = int((pieces > 1).sum()) - 1
    also = f", and {more} more" if more else ""
    return (
        f"Territories have {counted(extra, 'piece')} beyond one each: "
        f"{problem.targets.territories[worst]} is in {pieces[worst]} pieces{also}."
    )


def _violations(problem, labels, deviation, extra, unassigned) -> list:
    """Every constraint that is not kept, one sentence each."""
    found = []
    names = problem.targets.territories
    tolerance = 100.0 * problem.targets.tolerance
    over = np.abs(deviation) > tolerance + 1e-7
    if over.any():
        t, j = np.unravel_index(np.abs(deviation).argmax(), deviation.shape)
        count = int(over.any(axis=1).sum())
        side = "above" if deviation[t, j] > 0 else "below"
        found.append(
            f"{count} of {problem.k} territories {'is' if count == 1 else 'are'} not within "
            f"±{tolerance:g} %: {names[t]} is "
            f"{abs(deviation[t, j]):.2f} % {side} its target of {problem.balanced_names[j]}, "
            f"the most of all."
        )
        heavy = _too_heavy(problem, int(j))
        if heavy:
            verb = "is" if len(heavy) == 1 else "are each"
            found.append(
                f"Within ±{tolerance:g} % is impossible: {names_of(heavy)} {verb} heavier than a territory "
                f"may be."
            )
    empty = np.flatnonzero(np.bincount(labels[labels >= 0], minlength=problem.k) == 0)
    if len(empty):
        which = names_of([names[t] for t in empty])
        verb = "is" if len(empty) == 1 else "are"
        found.append(f"{counted(len(empty), 'territory', 'territories')} {verb} empty: {which}.")
    if unassigned:
        verb = "has" if unassigned == 1 else "have"
        found.append(f"{counted(unassigned, 'unit')} {verb} no territory.")
    if problem.contiguous and extra:
        found.append(_apart(problem, labels, extra))
    found += _limits(problem, labels)
    found += _bonds(problem, labels)
    if problem.max_distance is not None:
        found += _distances(problem, labels)
    return found


def _too_heavy(problem, column) -> list:
    """Names of the units and groups that no territory within tolerance can hold, the heaviest first."""
    atom = atoms_of(problem)
    load = np.bincount(atom, problem.balanced[:, column])
    most = problem.target_shares.max() * (1 + problem.targets.tolerance)
    _, first, size = np.unique(atom, return_index=True, return_counts=True)
    return [
        problem.name(first[a]) if size[a] == 1 else f"the group of {problem.name(first[a])}"
        for a in np.argsort(-load, kind="stable")
        if load[a] > most * (1 + _ROUNDING)
    ]


def _limits(problem, labels) -> list:
    found = []
    inside = labels >= 0
    for limits, sign, word in (
        (problem.targets.minimum, -1, "below the minimum"),
        (problem.targets.maximum, 1, "above the maximum"),
    ):
        if limits is None:
            continue
        for j in np.flatnonzero(np.isfinite(limits)):
            has = np.bincount(labels[inside], problem.values[inside, j], problem.k)
            beyond = sign * (has - limits[j])
            if (beyond > _ROUNDING * max(abs(limits[j]), 1.0)).any():
                t = int(beyond.argmax())
                found.append(
                    f"{problem.targets.territories[t]} has {number(float(has[t]))} of "
                    f"{problem.measure_name(j)}, {word} of {number(float(limits[j]))}."
                )
    return found


def _bonds(problem, labels) -> list:
    """Locks, closed territories and keep-together groups that are not kept."""
    found = []
    names = problem.targets.territories
    broken = np.flatnonzero((problem.fixed >= 0) & (labels != problem.fixed))
    if len(broken):
        found.append(
            f"{counted(len(broken), 'locked unit')} left the territory, {problem.name(broken[0])} first."
        )
    if problem.current is not None:
        entered = np.flatnonzero(
            (labels >= 0) & ~problem.open_territories[labels] & (labels != problem.current)
        )
        if len(entered):
            found.append(
                f"{problem.name(entered[0])} was put into the locked territory {names[labels[entered[0]]]}."
            )
    if problem.groups is not None:
        inside = problem.groups >= 0
        pairs = np.unique(np.stack([problem.groups[inside], labels[inside]], axis=1), axis=0)
        split = len(pairs) - len(np.unique(pairs[:, 0]))
        if split:
            found.append(f"{counted(split, 'keep-together group')} {'is' if split == 1 else 'are'} split.")
    return found


def _distances(problem, labels) -> list:
    centres = centres_of(problem, labels)
    inside = np.flatnonzero(labels >= 0)
    away = np.sqrt(((problem.xy[inside] - centres[labels[inside]]) ** 2).sum(axis=1))
    far = away > problem.max_distance * (1 + _ROUNDING)
    if not far.any():
        return []
    worst = inside[away.argmax()]
    verb = "is" if far.sum() == 1 else "are"
    return [
        f"{counted(int(far.sum()), 'unit')} {verb} farther than {problem.max_distance / 1000:g} km from the "
        f"centre of the territory: {problem.name(worst)} is {away.max() / 1000:.1f} km away."
    ]


def _message(problem, solution) -> str:
    """One paragraph: what was reached, what was not, and whether the search was stopped."""
    parts = []
    if solution.cancelled:
        parts.append("Stopped before the end; this is the best plan so far.")
    elif solution.timed_out:
        parts.append("The time limit was reached; this is the best plan so far.")
    if problem.weightless:
        parts.append("All measures add up to 0; the number of units was balanced instead.")
    if solution.feasible and problem.k == 1:
        parts.append("The one territory has every unit.")
    elif solution.feasible:
        parts.append(
            f"All {problem.k} territories are within ±{100 * problem.targets.tolerance:g} % of their "
            f"target; the largest deviation is {solution.max_deviation:.2f} %."
        )
    else:
        parts += solution.violations
    return " ".join(parts)
