"""One finding of the diagnosis."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Diagnosis:
    """What stands in the way.

    Attributes
    ----------
    code : str
        For programs; stable.
    message : str
        For people: what is, with name and number, and what to do.
    best_deviation : float or None
        Proven: no plan has a smaller largest deviation, %. None where the finding is not about balance.
    blocking : bool
        No plan keeps every constraint.
    units : tuple of int
        The units concerned, for selecting them on the map.
    """

    code: str
    message: str
    best_deviation: float | None
    blocking: bool
    units: tuple = ()
