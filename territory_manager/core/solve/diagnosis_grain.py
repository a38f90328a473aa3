"""Findings about whole units: totals that come in steps cannot meet every target."""

from __future__ import annotations

import numpy as np

from .diagnosis_type import Diagnosis
from .model import Model
from .problem import Problem
from .words import names, number, percent, tolerance_reaching

_ROUNDING = 1e-9


def grain_findings(problem: Problem, model: Model) -> list:
    """Territories that should get less than the lightest unit, and units of one size that do not divide."""
    found = []
    for column, name in enumerate(problem.balanced_names):
        load = np.bincount(model.atom_of, problem.balanced[:, column], model.n)
        finding = _too_small(problem, load, name) or _one_size(problem, load, name)
        if finding is not None:
            found.append(finding)
    return found


def _too_small(problem: Problem, load: np.ndarray, measure: str) -> Diagnosis | None:
    """A territory must have a unit, and every unit is more than it may have."""
    lightest, share = float(load.min()), problem.target_shares
    deviation = lightest / share - 1.0
    small = np.flatnonzero(deviation > problem.targets.tolerance + _ROUNDING)
    if not len(small):
        return None
    small = small[np.argsort(-deviation[small], kind="stable")]
    worst = float(deviation[small[0]])
    verb = "gets" if len(small) == 1 else "get"
    return Diagnosis(
        "target_too_small",
        f"{names([problem.targets.territories[t] for t in small])} {verb} more than the target with any "
        f"unit: the lightest has {percent(lightest, 2)} of {_of(measure)}, the target is "
        f"{percent(float(share[small[0]]), 2)}. Choose {tolerance_reaching(worst)} or other capacities.",
        100.0 * worst,
        True,
    )


def _one_size(problem: Problem, load: np.ndarray, measure: str) -> Diagnosis | None:
    """All units that weigh anything weigh the same, so totals are whole multiples of it."""
    weighty = load[load > 0]
    if not len(weighty) or np.ptp(weighty) > 1e-9 * weighty[0]:
        return None
    wanted = problem.target_shares / weighty[0]
    below, above = np.floor(wanted + _ROUNDING), np.ceil(wanted - _ROUNDING)
    under, over = 1.0 - below / wanted, above / wanted - 1.0
    least = float(np.minimum(under, over).max())
    if np.ptp(wanted) < 1e-9:
        # Together they have what there is: where none is met, some are under and some are over.
        least = float(max(under[0], over[0]))
    if least <= problem.targets.tolerance + _ROUNDING:
        return None
    worst = int(np.minimum(under, over).argmax())
    tolerance = percent(problem.targets.tolerance)
    return Diagnosis(
        "units_too_coarse",
        f"All units have the same {_of(measure)}, so a territory has {number(float(below[worst]))} or "
        f"{number(float(above[worst]))} of them, not {number(round(float(wanted[worst]), 3))}: ±{tolerance} "
        f"is out of reach. Choose {tolerance_reaching(least)} or another number of territories.",
        100.0 * least,
        True,
    )


def _of(measure: str) -> str:
    return "the index" if measure == "index" else measure
