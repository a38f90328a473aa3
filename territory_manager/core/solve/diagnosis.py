"""What cannot be, found before solving and said in plain words, with the remedy.

Every ``best_deviation`` is proven: no plan of the problem as it stands can deviate less. A problem without a
diagnosis may still be impossible; one with a blocking diagnosis certainly is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .diagnosis_grain import grain_findings
from .diagnosis_locks import group_findings, lock_findings
from .diagnosis_map import distance_findings, home_findings, part_findings
from .diagnosis_type import Diagnosis
from .diagnosis_weight import limit_findings, weight_findings
from .model import model_of
from .problem import Problem
from .words import count, names

__all__ = ["Diagnosis", "best_possible", "diagnose", "diagnose_capacities"]


def diagnose(problem: Problem) -> list:
    """Everything that stands in the way of a plan within tolerance, the blocking findings first.

    Returns
    -------
    list of Diagnosis
        Empty when nothing is known to stand in the way.
    """
    if problem.n == 0:
        return [Diagnosis("no_units", "There are no units. Choose a layer with features.", None, True)]
    model = model_of(problem)
    found = _number_findings(problem, model.n) + _measure_findings(problem)
    if not any(finding.blocking for finding in found):
        found += weight_findings(problem, model) + grain_findings(problem, model)
    found += limit_findings(problem)
    found += lock_findings(problem) + group_findings(problem)
    if problem.contiguous:
        found += part_findings(problem)
    found += distance_findings(problem) + home_findings(problem)
    return sorted(found, key=lambda finding: not finding.blocking)


def best_possible(findings: Sequence[Diagnosis]) -> float | None:
    """The deviation in % that no plan can beat, as far as the findings know; None when they know nothing."""
    known = [finding.best_deviation for finding in findings if finding.best_deviation is not None]
    return max(known) if known else None


def diagnose_capacities(territories: Sequence[str], capacities: Sequence[float | None]) -> list:
    """Capacities that cannot be targets: missing, zero or negative. For use before a problem can be made."""
    values = np.array([np.nan if value is None else float(value) for value in capacities])
    found = []
    for code, bad, word in (
        ("capacity_missing", ~np.isfinite(values), "no capacity"),
        ("capacity_negative", values < 0, "a negative capacity"),
        ("capacity_zero", values == 0, "a capacity of 0"),
    ):
        which = [str(territories[t]) for t in np.flatnonzero(bad)]
        if which:
            verb = "has" if len(which) == 1 else "have"
            found.append(
                Diagnosis(
                    code,
                    f"{names(which)} {verb} {word}. Give every territory a number above 0, or leave it out.",
                    None,
                    True,
                )
            )
    return found


def _number_findings(problem: Problem, atoms: int) -> list:
    if problem.k > atoms:
        what = count(problem.n, "unit")
        if atoms < problem.n:
            what = f"{what} in {count(atoms, 'group')}"
        return [
            Diagnosis(
                "too_many_territories",
                f"There are {problem.k} territories but only {what}. Choose at "
                f"most {count(atoms, 'territory', 'territories')}.",
                100.0,
                True,
            )
        ]
    if problem.k == 1:
        return [Diagnosis("one_territory", "There is one territory: it takes every unit.", None, False)]
    return []


def _measure_findings(problem: Problem) -> list:
    if problem.weightless:
        which = names([problem.measure_name(j) for j in range(problem.m)])
        return [
            Diagnosis(
                "nothing_to_balance",
                f"All values of {which} are 0. The number of units is balanced "
                f"instead; choose another measure to balance.",
                None,
                False,
            )
        ]
    empty = [problem.measure_name(j) for j in np.flatnonzero(problem.values.sum(axis=0) <= 0)]
    if not empty:
        return []
    return [
        Diagnosis(
            "measure_zero",
            f"All values of {names(empty)} are 0. The other measures are balanced.",
            None,
            False,
        )
    ]
