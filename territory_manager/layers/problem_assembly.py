"""Puts together the problem that the solver is asked, the same for an open plan and for an algorithm."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from .nulls import text_or_none
from .plan import COUNTED

if TYPE_CHECKING:
    from ..core.adjacency import Adjacency
    from ..core.solve.problem import Problem
    from ..core.targets import Targets
    from ..core.units import Units


def assemble(
    units: Units,
    adjacency: Adjacency,
    targets: Targets,
    *,
    values: np.ndarray | None = None,
    locked_territories: Collection[str] = (),
    homes: np.ndarray | None = None,
    held: Mapping[str, np.ndarray] | None = None,
    **more: Any,
) -> Problem:
    """The problem of dividing units into territories.

    Parameters
    ----------
    units : all of them have a place
    adjacency : of these units; bridges in, barriers out
    values : (n, m) instead of the units' own, where those may change meanwhile
    locked_territories : names of territories that keep the units they have
    homes : (k, 2) metres, a NaN row where there is none; the unit in which a home lies goes with it
    held : territory → (m,) what it has beside its units, see `Targets.beside`
    more : handed on to `Problem`
    """
    from ..core.solve.problem import Problem

    values = units.values() if values is None else values
    if held:
        nothing = np.zeros(values.shape[1])
        elsewhere = sum((held[name] for name in held if name not in targets.territories), nothing)
        here = np.array([held.get(name, nothing) for name in targets.territories])
        targets = targets.beside(here, values, elsewhere)
    return Problem(
        xy=units.xy,
        values=values,
        adjacency=adjacency,
        targets=targets,
        locked_territories=np.array([name in locked_territories for name in targets.territories]),
        homes=homes,
        home_units=None if homes is None else home_units(units, homes),
        names=units.names,
        measure_names=units.measure_names or (COUNTED,),
        **more,
    )


def home_units(units: Units, homes: np.ndarray) -> np.ndarray:
    """(k,) position of the unit in which each home lies; -1 where there is none."""
    from ..core.geos import shapely
    from ..core.rollup import locate

    known = np.isfinite(homes).all(axis=1)
    lived_in = np.full(len(homes), -1)
    if known.any():
        lived_in[known] = locate(units, shapely.points(homes[known]))
    return lived_in


def groups_of(values: Iterable[Any]) -> np.ndarray:
    """(n,) number of the group that each unit belongs to, -1 for none; equal texts are one group."""
    known: dict[str, int] = {}
    texts = map(text_or_none, values)
    return np.array([-1 if text is None else known.setdefault(text, len(known)) for text in texts])


def labels_in(territories: Sequence[str], names: Sequence[str], labels: np.ndarray) -> np.ndarray:
    """(n,) positions in *territories* of what *labels* (n,) has as positions in *names*; -1 where it is
    none of them."""
    position = {name: number for number, name in enumerate(territories)}
    lookup = np.array([*(position.get(name, -1) for name in names), -1], dtype=np.int32)
    return lookup[labels]
