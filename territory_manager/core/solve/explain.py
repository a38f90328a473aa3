"""Why is this unit here? What moving it to each neighbouring territory would do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .diagnosis_locks import components
from .disruption import Relations
from .problem import Problem
from .verdict import centres_of, deviations
from .words import count, names, percent


@dataclass(frozen=True)
class Explanation:
    """What moving the unit (with its keep-together group) to one territory would do.

    Attributes
    ----------
    to : int
        Territory.
    territory : str
        Its name.
    from_deviation, to_deviation : (float, float)
        Before and after, %, of the balanced quantity that is worst after; None for an unassigned unit.
    max_deviation_change : float
        Points the largest deviation of all changes by; below 0 is better.
    compactness_change : float
        Change of the moment of inertia, %; below 0 is better.
    cut_edges_change : int
    keeps_contiguity : bool
    disruption : float
        What this disturbs beyond today, %; negative when it goes back to who had it.
    allowed : bool
        No lock, group or distance forbids it.
    reasons : tuple of str
        What speaks against it, the strongest first: "locked", "locked_territory", "too_far", "contiguity",
        "balance", "disruption", "compactness"; empty when the move is better all round.
    sentence : str
    """

    to: int
    territory: str
    from_deviation: tuple | None
    to_deviation: tuple
    max_deviation_change: float
    compactness_change: float
    cut_edges_change: int
    keeps_contiguity: bool
    disruption: float
    allowed: bool
    reasons: tuple
    sentence: str


def explain(
    problem: Problem, unit: int, *, labels: np.ndarray | None = None, disruption: np.ndarray | None = None
) -> list:
    """One explanation for every territory next to the unit, the most sensible move first.

    Parameters
    ----------
    problem : Problem
        ``current`` is the alignment that relationships are lost against.
    unit : int
    labels : (n,) int, optional
        The plan to explain; ``current`` when left out.
    disruption : (n,) float, optional

    Raises
    ------
    ValueError
        Without an alignment, or when there is no such unit.
    """
    labels = problem.current if labels is None else np.asarray(labels, dtype=np.int32)
    if labels is None:
        raise ValueError("There is no alignment to explain. Choose the territory field.")
    if not 0 <= unit < problem.n:
        raise ValueError(f"There is no unit number {unit}.")
    relations = Relations.of(
        problem, disruption, before=labels if problem.current is None else problem.current
    )
    members = _members(problem, unit)
    near = _neighbouring(problem, labels, members)
    found = [_explain_one(problem, labels, relations, members, int(t)) for t in near]
    return sorted(
        found,
        key=lambda move: (
            not move.allowed,
            not move.keeps_contiguity,
            round(move.max_deviation_change, 9),
            move.compactness_change,
            move.to,
        ),
    )


def _members(problem: Problem, unit: int) -> np.ndarray:
    if problem.groups is None or problem.groups[unit] < 0:
        return np.array([unit])
    return np.flatnonzero(problem.groups == problem.groups[unit])


def _neighbouring(problem: Problem, labels: np.ndarray, members: np.ndarray) -> list:
    beside = [other for unit in members.tolist() for other in problem.adjacency.neighbours(unit).tolist()]
    return sorted({int(labels[other]) for other in beside} - {int(labels[members[0]]), -1})


def _explain_one(
    problem: Problem, labels: np.ndarray, relations: Relations, members: np.ndarray, to: int
) -> Explanation:
    moved = labels.copy()
    moved[members] = to
    own = int(labels[members[0]])
    before, after = deviations(problem, labels), deviations(problem, moved)
    change = float(np.abs(after).max() - np.abs(before).max())
    inertia = _inertia(problem, labels), _inertia(problem, moved)
    shape = 100.0 * (inertia[1] - inertia[0]) / inertia[0] if inertia[0] > 0 else 0.0
    cut = _cut(problem, moved, members) - _cut(problem, labels, members)
    pieces = _pieces(problem, moved, own) - _pieces(problem, labels, own) if own >= 0 else 0
    pieces += _pieces(problem, moved, to) - _pieces(problem, labels, to)
    lost = 100.0 * (relations.lost(moved) - relations.lost(labels))
    forbidden = _forbidden(problem, labels, moved, members, own, to)
    reasons = list(forbidden)
    if problem.contiguous and pieces > 0:
        reasons.append("contiguity")
    if change > 1e-9 or (abs(change) <= 1e-9 and _worse(before, after, own, to)):
        reasons.append("balance")
    if lost > 1e-9:
        reasons.append("disruption")
    if shape > 1e-9:
        reasons.append("compactness")
    given = None if own < 0 else _pair(before[own], after[own])
    taken = _pair(before[to], after[to])
    pairs = [given, taken]
    sentence = _sentence(problem, members, own, to, pairs, change, shape, cut, pieces, lost, forbidden)
    return Explanation(
        to,
        problem.targets.territories[to],
        given,
        taken,
        change,
        shape,
        cut,
        pieces <= 0,
        lost,
        not forbidden,
        tuple(reasons),
        sentence,
    )


def _pair(before: np.ndarray, after: np.ndarray) -> tuple:
    worst = int(np.abs(after).argmax())
    return float(before[worst]), float(after[worst])


def _worse(before: np.ndarray, after: np.ndarray, own: int, to: int) -> bool:
    """The worst territory is another one: do the two themselves get worse together?"""
    both = [t for t in (own, to) if t >= 0]
    return bool((after[both] ** 2).sum() > (before[both] ** 2).sum() + 1e-9)


def _inertia(problem: Problem, labels: np.ndarray) -> float:
    held = labels >= 0
    away = (problem.xy[held] - centres_of(problem, labels)[labels[held]]) / 1000.0
    return float(problem.mass[held] @ (away**2).sum(axis=1))


def _cut(problem: Problem, labels: np.ndarray, members: np.ndarray) -> int:
    """Borders between territories at the units."""
    return sum(
        int((labels[problem.adjacency.neighbours(unit)] != labels[unit]).sum()) for unit in members.tolist()
    )


def _pieces(problem: Problem, labels: np.ndarray, territory: int) -> int:
    own = labels == territory
    return len(np.unique(components(problem, own)[own]))


def _forbidden(
    problem: Problem, labels: np.ndarray, moved: np.ndarray, members: np.ndarray, own: int, to: int
) -> list:
    found = []
    if ((problem.fixed[members] >= 0) & (problem.fixed[members] != to)).any():
        found.append("locked")
    if not problem.open_territories[to] or (own >= 0 and not problem.open_territories[own] and not found):
        found.append("locked_territory")
    if problem.max_distance is not None:
        centre = centres_of(problem, moved)[to]
        if (np.hypot(*(problem.xy[members] - centre).T) > problem.max_distance * (1 + 1e-9)).any():
            found.append("too_far")
    return found


def _sentence(problem, members, own, to, pairs, change, shape, cut, pieces, lost, forbidden) -> str:
    names_of = problem.targets.territories
    who = names([problem.name(u) for u in members])
    start = f"{who} to {names_of[to]}"
    said = {
        "locked": f"{who} {'is' if len(members) == 1 else 'are'} locked",
        "locked_territory": f"{names_of[to if not problem.open_territories[to] else own]} is locked",
        "too_far": f"it is too far from {names_of[to]}",
    }
    parts = [said[reason] for reason in forbidden]
    balance = []
    for t, pair in zip((own, to), pairs):
        if t >= 0:
            balance.append(f"{names_of[t]} {_signed(pair[0])} → {_signed(pair[1])}")
    parts.append(", ".join(balance))
    if abs(change) >= 0.005:
        parts.append(
            f"the largest deviation {'rises' if change > 0 else 'falls'} by {percent(abs(change) / 100, 2)}"
        )
    if own >= 0 and pieces > 0 and problem.contiguous:
        parts.append(f"cuts {names_of[own]} into pieces")
    if abs(shape) >= 0.005:
        parts.append(
            f"territories {'less' if shape > 0 else 'more'} compact by {percent(abs(shape) / 100, 2)}"
        )
    if cut:
        parts.append(f"{count(abs(cut), 'pair')} of neighbours {'parted' if cut > 0 else 'brought together'}")
    if abs(lost) >= 0.005:
        parts.append(f"{percent(abs(lost) / 100, 2)} {'changes hands' if lost > 0 else 'goes back'}")
    return f"{start}: {'; '.join(parts)}."


def _signed(deviation: float) -> str:
    arrow = "▲" if deviation > 0.05 else "▼" if deviation < -0.05 else "="
    return f"{arrow} {abs(deviation):.1f} %"
