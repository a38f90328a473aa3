"""Findings about places: parts of the map that are cut off, distances that nobody can cover, homes that
coincide."""

from __future__ import annotations

import numpy as np

from .diagnosis_locks import components
from .diagnosis_type import Diagnosis
from .problem import Problem
from .words import count, names, percent, tolerance_reaching

_ROUNDING = 1e-9
_MOST_SUBSETS = 18
"""Up to so many territories of different size, every sum of their shares is tried."""


def part_findings(problem: Problem) -> list:
    """Parts of the map that whole territories cannot share out within tolerance."""
    part = components(problem, np.ones(problem.n, dtype=bool))
    number_of_parts = int(part.max()) + 1
    if number_of_parts < 2:
        return []
    remedy = "Connect the parts with bridges, or allow territories in pieces."
    loads = np.column_stack(
        [np.bincount(part, problem.balanced[:, j], number_of_parts) for j in range(problem.balanced.shape[1])]
    )
    smallest = np.argsort(loads[:, 0], kind="stable")
    if number_of_parts > problem.k:
        units = np.flatnonzero(part == smallest[0])
        return [
            Diagnosis(
                "too_many_parts",
                f"The map has {number_of_parts} parts that do not touch, {_called(problem, units)} the "
                f"lightest, but only {count(problem.k, 'territory', 'territories')}. {remedy}",
                None,
                True,
                tuple(np.flatnonzero(part != part[problem.balanced[:, 0].argmax()]).tolist()),
            )
        ]
    equal = np.ptp(problem.target_shares) < 1e-12
    best = (
        _least_for_equal(loads, problem.k) if equal else _least_for_capacities(loads, problem.target_shares)
    )
    if best <= problem.targets.tolerance + _ROUNDING:
        return []
    worst = _worst_part(loads, problem.target_shares)
    units = np.flatnonzero(part == worst)
    other = _other_number(loads, problem) if equal else 0
    also = f" {other} territories would fit." if other else ""
    reach = "" if best >= 1 else f" Or choose {tolerance_reaching(best)}."
    return [
        Diagnosis(
            "part_does_not_fit",
            f"{_called(problem, units)} {'is' if len(units) == 1 else 'are'} cut off from the rest and "
            f"{'has' if len(units) == 1 else 'have'} {percent(float(loads[worst, 0]), 2)} of "
            f"{_measure(problem)}. Whole territories have {_sizes(problem)} each within "
            f"±{percent(problem.targets.tolerance)}. {remedy}{also}{reach}",
            100.0 * best,
            True,
            tuple(units.tolist()),
        )
    ]


def _called(problem: Problem, units: np.ndarray) -> str:
    return names([problem.name(u) for u in units])


def _measure(problem: Problem) -> str:
    name = problem.balanced_names[0]
    return "the index" if name == "index" else name


def _sizes(problem: Problem) -> str:
    share, tolerance = problem.target_shares, problem.targets.tolerance
    return f"{percent(share.min() * (1 - tolerance), 2)} to {percent(share.max() * (1 + tolerance), 2)}"


def _least_for_equal(loads: np.ndarray, k: int) -> float:
    """Least largest deviation when every part gets a whole number of equal territories, together k.

    Only the deviations w·k/n − 1 of a part of weight w with n territories can be the answer, so they are
    searched.
    """
    numbers = np.arange(1, k - len(loads) + 2)
    forced = np.abs(loads[:, :, None] * k / numbers - 1).max(axis=1)
    for deviation in np.unique(forced):
        fits = forced <= deviation + 1e-12
        if not fits.any(axis=1).all():
            continue
        fewest = numbers[fits.argmax(axis=1)].sum()
        most = numbers[len(numbers) - 1 - fits[:, ::-1].argmax(axis=1)].sum()
        # The deviation falls and then rises with the number, so the numbers that fit have no gaps.
        if fewest <= k <= most:
            return float(deviation)
    return float(forced.max())


def _least_for_capacities(loads: np.ndarray, shares: np.ndarray) -> float:
    """A proven least deviation for territories of different size: the worst part by itself."""
    if len(shares) > _MOST_SUBSETS:
        sums = None
    else:
        sums = np.zeros(1)
        for share in shares:
            sums = np.concatenate([sums, sums + share])
        sums = np.unique(np.round(sums[sums > 0], 12))
    worst = 0.0
    for part in loads:
        if sums is None:
            forced = max(0.0, 1.0 - float(part.min()) / float(shares.min()))
        else:
            forced = float(np.abs(part[:, None] / sums - 1).max(axis=0).min())
        worst = max(worst, forced)
    return worst


def _worst_part(loads: np.ndarray, shares: np.ndarray) -> int:
    return int(np.argmax([_alone(part, shares) for part in loads]))


def _alone(part: np.ndarray, shares: np.ndarray) -> float:
    """What a part by itself forces, with any number of average territories."""
    numbers = np.arange(1, len(shares) + 1) * shares.mean()
    return float(np.abs(part[:, None] / numbers - 1).max(axis=0).min())


def _other_number(loads: np.ndarray, problem: Problem) -> int:
    """The nearest number of equal territories that the parts can be shared out to within tolerance; 0 for
    none."""
    for step in range(1, problem.k + 1):
        for k in (problem.k + step, problem.k - step):
            if (
                len(loads) <= k <= problem.n
                and _least_for_equal(loads, k) <= problem.targets.tolerance + _ROUNDING
            ):
                return k
    return 0


def distance_findings(problem: Problem) -> list:
    """Units farther from every home than a unit may be."""
    if problem.max_distance is None or problem.homes is None or not np.isfinite(problem.homes).all():
        return []
    away = np.full(problem.n, np.inf)
    for home in problem.homes:
        away = np.minimum(away, np.hypot(*(problem.xy - home).T))
    far = np.flatnonzero(away > problem.max_distance * (1 + _ROUNDING))
    if not len(far):
        return []
    far = far[np.argsort(-away[far], kind="stable")]
    kilometres = problem.max_distance / 1000.0
    needed = np.ceil(away[far[0]] / 100.0) / 10.0
    verb = "is" if len(far) == 1 else "are"
    return [
        Diagnosis(
            "too_far",
            f"{_called(problem, far)} {verb} farther than {kilometres:g} km from every home, the "
            f"farthest {away[far[0]] / 1000:.1f} km. Choose {needed:g} km or add a rep there.",
            None,
            True,
            tuple(far.tolist()),
        )
    ]


def home_findings(problem: Problem) -> list:
    """Homes whose unit is locked in another territory, and two in one unit: only one rep can have it."""
    if problem.homes is None:
        return []
    known = np.flatnonzero(np.isfinite(problem.homes).all(axis=1))
    where: dict = {}
    for t in known.tolist():
        unit = _home_unit(problem, t)
        where.setdefault(unit, []).append(problem.targets.territories[t])
    found = []
    for unit, reps in sorted(where.items()):
        held = int(problem.fixed[unit])
        if held >= 0 and problem.targets.territories[held] not in reps:
            verb = "lives" if len(reps) == 1 else "live"
            found.append(
                Diagnosis(
                    "home_locked_elsewhere",
                    f"{names(reps)} {verb} in {problem.name(unit)}, which is locked in "
                    f"{problem.targets.territories[held]} and stays there.",
                    None,
                    False,
                    (unit,),
                )
            )
        elif len(reps) > 1:
            found.append(
                Diagnosis(
                    "homes_in_one_unit",
                    f"{names(reps)} have their homes in {problem.name(unit)}. Only "
                    f"one of them can have it; the others begin beside it.",
                    None,
                    False,
                    (unit,),
                )
            )
    return found


def _home_unit(problem: Problem, t: int) -> int:
    if problem.home_units is not None and problem.home_units[t] >= 0:
        return int(problem.home_units[t])
    return int(((problem.xy - np.asarray(problem.homes)[t]) ** 2).sum(axis=1).argmin())
