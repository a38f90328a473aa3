"""Findings about weights: units and groups too heavy for any territory, limits that contradict each other."""

from __future__ import annotations

import numpy as np

from .diagnosis_type import Diagnosis
from .model import Model
from .problem import Problem
from .words import count, names, number, percent, tolerance_reaching, two_percents

_ROUNDING = 1e-9


def weight_findings(problem: Problem, model: Model) -> list:
    """Units and keep-together groups heavier than any territory within tolerance may be."""
    found = []
    sizes = np.bincount(model.atom_of, minlength=model.n)
    for column, name in enumerate(problem.balanced_names):
        load = np.bincount(model.atom_of, problem.balanced[:, column], model.n)
        finding = _too_heavy(problem, model, load, sizes, name)
        if finding is not None:
            found.append(finding)
    return found


def least_deviation_of_heavy(loads: np.ndarray, shares: np.ndarray) -> tuple:
    """(deviation, rank): what the heaviest atoms force at least, and which of them forces most.

    The r heaviest atoms either sit in r territories, and then one of them is in a territory no larger than
    the r-th largest, or two of them share one.
    """
    order = np.sort(loads)[::-1][: len(shares)]
    room = np.sort(shares)[::-1][: len(order)]
    apart = order / room
    together = np.full(len(order), np.inf)
    together[1:] = (order[1:] + order[:-1]) / room[0]
    forced = np.minimum(apart, together) - 1.0
    rank = int(forced.argmax())
    return float(forced[rank]), rank


def _too_heavy(problem: Problem, model: Model, load: np.ndarray, sizes: np.ndarray, measure: str):
    tolerance, shares = problem.targets.tolerance, problem.target_shares
    deviation, rank = least_deviation_of_heavy(load, shares)
    if deviation <= tolerance + _ROUNDING:
        return None
    order = np.argsort(-load, kind="stable")
    atom = int(order[rank])
    most = float(np.sort(shares)[::-1][rank]) * (1 + tolerance)
    heavy = order[load[order] > most + _ROUNDING][: problem.k]
    if atom not in heavy:
        heavy = order[: rank + 1]
    units = np.flatnonzero(np.isin(model.atom_of, heavy))
    members = np.flatnonzero(model.atom_of == atom)
    who = problem.name(members[0])
    if sizes[atom] > 1:
        who = f"The group of {names([problem.name(u) for u in members])}"
    has, may = two_percents(float(load[atom]), most)
    equal = np.ptp(shares) < 1e-12
    what = "" if measure == "index" else f" of {measure}"
    if measure == "index":
        what = " of the index"
    place = (
        f"The largest of {problem.k} territories"
        if rank == 0
        else f"The {_ordinal(rank + 1)} of the territories"
    )
    if rank:
        words = (
            f"{rank + 1} units are that heavy: {who} has {has}{what}. {place} by size, within "
            f"±{percent(tolerance)}, may have {may}."
        )
    else:
        words = f"{who} has {has}{what}. {place} within ±{percent(tolerance)} may have {may}."
        others = [problem.name(np.flatnonzero(model.atom_of == other)[0]) for other in heavy if other != atom]
        if others:
            words += f" {names(others)} {'is' if len(others) == 1 else 'are'} too heavy, too."
    return Diagnosis(
        "group_too_heavy" if sizes[atom] > 1 else "unit_too_heavy",
        f"{words} {_remedy(load, tolerance, deviation, equal, problem.k)}",
        100.0 * deviation,
        True,
        tuple(units.tolist()),
    )


def _remedy(load: np.ndarray, tolerance: float, deviation: float, equal: bool, k: int) -> str:
    fewer = 0
    if equal:
        for smaller in range(k - 1, 0, -1):
            if least_deviation_of_heavy(load, np.full(smaller, 1.0 / smaller))[0] <= tolerance:
                fewer = smaller
                break
    if fewer:
        return f"Choose {count(fewer, 'territory', 'territories')} or {tolerance_reaching(deviation)}."
    if equal:
        return f"Choose {tolerance_reaching(deviation)}."
    return f"Choose {tolerance_reaching(deviation)} or give one territory more capacity."


def _ordinal(rank: int) -> str:
    return {2: "second", 3: "third"}.get(rank, f"{rank}th")


def limit_findings(problem: Problem) -> list:
    """Minima and maxima that contradict each other, the total, the tolerance or a single unit."""
    found = []
    for j, low, high in measure_limits(problem):
        found += _limits_of(problem, j, low, high)
    return found


def measure_limits(problem: Problem) -> list:
    """(measure, minimum, maximum) of every measure that has a limit; 0 and infinite where a side has none."""
    found = []
    for j in range(problem.m):
        low, high = _limit(problem.targets.minimum, j, 0.0), _limit(problem.targets.maximum, j, np.inf)
        if low > 0 or np.isfinite(high):
            found.append((j, low, high))
    return found


def _limit(given, j: int, none: float) -> float:
    return none if given is None or not np.isfinite(given[j]) else float(given[j])


def _limits_of(problem: Problem, j: int, low: float, high: float) -> list:
    name, values, k = problem.measure_name(j), problem.values[:, j], problem.k
    total = float(values.sum())
    slack = _ROUNDING * max(total, 1.0)
    if low > high:
        return [
            Diagnosis(
                "limits_contradict",
                f"The minimum of {name}, {number(low)}, is above its maximum, {number(high)}. Exchange them.",
                None,
                True,
            )
        ]
    found = []
    if k * low > total + slack:
        most = int(total / low + 1e-9)
        fewer = f"Choose at most {count(most, 'territory', 'territories')} or" if most else "Choose"
        found.append(
            Diagnosis(
                "minimum_too_high",
                f"{k} territories of at least {number(low)} {name} need "
                f"{number(k * low)}, but there are {number(total)}. {fewer} a "
                f"minimum of {_down(total / k)}.",
                None,
                True,
            )
        )
    if k * high < total - slack:
        least = int(np.ceil(total / high - 1e-9)) if high > 0 else 0
        more = f"Choose at least {count(least, 'territory', 'territories')} or" if least else "Choose"
        found.append(
            Diagnosis(
                "maximum_too_low",
                f"{k} territories of at most {number(high)} {name} hold "
                f"{number(k * high)}, but there are {number(total)}. {more} a "
                f"maximum of {_up(total / k)}.",
                None,
                True,
            )
        )
    heavy = np.flatnonzero(values > high + slack)
    if len(heavy):
        worst = int(values.argmax())
        more = (
            f" {count(len(heavy) - 1, 'more unit is', 'more units are')} above it." if len(heavy) > 1 else ""
        )
        found.append(
            Diagnosis(
                "unit_above_maximum",
                f"{problem.name(worst)} alone has {number(values[worst])} of "
                f"{name}, above the maximum of {number(high)}.{more} Choose "
                f"{_up(values[worst])}.",
                None,
                True,
                tuple(heavy.tolist()),
            )
        )
    if not found and total > 0 and (problem.m == 1 or problem.targets.each_measure):
        found += _against_tolerance(problem, name, total, low, high)
    return found


def _against_tolerance(problem: Problem, name: str, total: float, low: float, high: float) -> list:
    tolerance = problem.targets.tolerance
    target = problem.target_shares * total
    least, most = target * (1 - tolerance), target * (1 + tolerance)
    slack = _ROUNDING * total
    for limit, bad, side, forced in (
        ("minimum", most < low - slack, "most", low / target - 1),
        ("maximum", least > high + slack, "least", 1 - high / target),
    ):
        if bad.any():
            t = int(np.where(bad, forced, -np.inf).argmax())
            reach = most[t] if limit == "minimum" else least[t]
            value = low if limit == "minimum" else high
            return [
                Diagnosis(
                    f"{limit}_against_tolerance",
                    f"{problem.targets.territories[t]} should have at {side} {number(reach)} of {name} to be "
                    f"within ±{percent(tolerance)}, but the {limit} is {number(value)}. Choose "
                    f"{tolerance_reaching(float(forced[t]))} or another {limit}.",
                    100.0 * float(forced[t]),
                    True,
                )
            ]
    return []


def _down(value: float) -> str:
    """Rounded to four digits, never upwards: a limit that really is kept."""
    digits = 10.0 ** (np.floor(np.log10(value)) - 3) if value > 0 else 1.0
    return number(float(np.floor(value / digits + 1e-9) * digits))


def _up(value: float) -> str:
    digits = 10.0 ** (np.floor(np.log10(value)) - 3) if value > 0 else 1.0
    return number(float(np.ceil(value / digits - 1e-9) * digits))
