"""Homes of reps: the unit that a rep lives in is in the rep's territory, and homes in one place are told
apart."""

from __future__ import annotations

import numpy as np

from .problem import Problem

_APART = 0.01
"""Homes in one place are put this far apart, in sizes of a territory."""


def told_apart(centres: np.ndarray, xy: np.ndarray) -> np.ndarray:
    """(k, 2) the centres, those in one place put on a small circle about it.

    Cells about the very same centre could not be told apart; about these they are sectors. Rows of NaN stay.
    """
    centres = centres.copy()
    known = np.flatnonzero(np.isfinite(centres).all(axis=1))
    if len(known) < 2 or not len(xy):
        return centres
    small = _APART * float(np.sqrt(np.ptp(xy, axis=0) @ np.ptp(xy, axis=0) / len(centres)))
    place = np.round(centres[known] / small).astype(np.int64) if small > 0 else np.zeros((len(known), 2))
    _, of_place, size = np.unique(place, axis=0, return_inverse=True, return_counts=True)
    for shared in np.flatnonzero(size > 1):
        here = known[of_place.ravel() == shared]
        turn = 2 * np.pi * np.arange(len(here)) / len(here)
        centres[here] += small * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return centres


def bind_homes(problem: Problem, homes: np.ndarray, atom_of: np.ndarray, fixed: np.ndarray) -> None:
    """Bind the reps' own units to their territories, in place.

    Of several reps in one unit the first has it. The others are not bound to a unit beside it: reps of one
    town could shut each other in.

    Parameters
    ----------
    problem : Problem
    homes : (k, 2) m
    atom_of : (n,) atom of every unit
    fixed : (atoms,) territory an atom is bound to, or -1
    """
    for t in np.flatnonzero(problem.open_territories):
        own = -1 if problem.home_units is None else int(problem.home_units[t])
        if own < 0:
            if not np.isfinite(homes[t]).all():
                continue
            own = int(((problem.xy - homes[t]) ** 2).sum(axis=1).argmin())
        if fixed[atom_of[own]] < 0:
            fixed[atom_of[own]] = t
