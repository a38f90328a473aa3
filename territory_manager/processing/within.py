"""Building with borders that no territory crosses: every value of a field is solved by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import QgsProcessingException

from ..translate import tr
from . import problems
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    from ..core.solve.problem import Problem, Solution
    from ..core.targets import Targets
    from ..layers.build_areas import Areas


def areas_of(
    algorithm: TerritoryAlgorithm, given: dict[str, Any], context, feedback, found: problems.Map
) -> Areas | None:
    """The areas in WITHIN on the placed units; None where it is not given. Missing values are reported."""
    import numpy as np

    from ..layers.build_areas import field_areas
    from ..layers.nulls import text_or_none

    name = algorithm.field_of(given, "WITHIN", context)
    if not name:
        return None
    layer, placed = found.layer, found.placed
    values = [text_or_none(layer.extra[name][place]) for place in placed.tolist()]
    missing = [place for place, value in zip(placed.tolist(), values) if value is None]
    if missing:
        feedback.pushWarning(
            tr(
                "Units without a value in “{field}”: {count}, {unit} first. They belong to the area around "
                "them."
            ).format(field=name, count=len(missing), unit=layer.units.names[missing[0]])
        )
    units = layer.units if len(placed) == layer.units.n else layer.units.subset(placed)
    labels = layer.labels[placed] if layer.labels is not None else np.full(len(placed), -1)
    return field_areas(name, values, labels, layer.territories, units, found.adjacency)


def given_number(
    areas: Areas, found: problems.Map, number: int, kept: Sequence[str]
) -> tuple[Areas, list[str]]:
    """The areas with their parts of a number of territories, and the territories."""
    import numpy as np

    from ..core.targets import index_shares
    from ..layers.build_areas import with_number

    values = found.layer.units.values()[found.placed]
    weight = index_shares(values, found.settings.weights)
    if not weight.any():
        weight = np.ones(len(values))
    return with_number(areas, number, list(kept), list(kept), weight)


def rep_areas(areas: Areas, found: problems.Map) -> Areas:
    """The areas with the territories of the table, each where its home is, or most of its units are now.

    Raises
    ------
    QgsProcessingException
        When nothing says where a territory belongs, or an area has none.
    """
    from ..layers.build_areas import with_homes

    table, units = found.table, found.layer.units
    here = units if len(found.placed) == units.n else units.subset(found.placed)
    return with_homes(areas, table.names, table.homes, here)


def build_inside(problem: Problem, areas: Areas, how: dict[str, Any]) -> tuple[Problem, Solution]:
    """The territories of each area; the problem comes back with targets as parts of the areas."""
    from ..core.solve.within import build_within

    owner = areas.owner(problem.targets.territories)
    return areas.inside(problem), build_within(problem, areas.of_units, owner, areas.names, **how)


def choose_inside(
    problem_with: Callable[[Targets], Problem],
    targets_for: Callable[[int], Targets],
    areas: Areas,
    *,
    fewest: bool,
    seed: int,
    time_limit: float,
    progress: Callable[[float, str], None],
    cancelled: Callable[[], bool],
) -> tuple[Problem, Solution]:
    """The fewest or most territories within limits, in each area by itself.

    Parameters
    ----------
    problem_with : the problem of the whole map with these targets
    targets_for : equal targets for a number of territories, with the limits
    """
    import numpy as np

    from ..core.solve.build import build
    from ..core.solve.choose_number import choose_number
    from ..core.solve.within import joined, part_with

    whole = problem_with(targets_for(1))
    labels = np.full(whole.n, -1, dtype=np.int32)
    done, solved, owners = 0, [], []
    for area, name in enumerate(areas.names):
        units = np.flatnonzero(areas.of_units == area)
        weight, start = len(units) / whole.n, 100.0 * done / whole.n

        def tell(percent, words, start=start, weight=weight, name=name):
            progress(start + percent * weight, f"{name}: {words}")

        choice = choose_number(
            lambda number, units=units: part_with(whole, units, targets_for(number)),
            build,
            fewest=fewest,
            seed=seed,
            time_limit=max(1.0, time_limit * weight),
            progress=tell,
            cancelled=cancelled,
        )
        if choice.solution is None:
            raise QgsProcessingException(f"{name}: {choice.message}")
        inside = choice.solution.labels >= 0
        labels[units[inside]] = choice.solution.labels[inside] + len(owners)
        owners += [area] * choice.number
        solved.append((name, choice.solution))
        done += len(units)
    targets = targets_for(len(owners))
    problem = problem_with(targets)
    solution = joined(problem, labels, solved)
    counts = ", ".join(f"{name}: {owners.count(area)}" for area, name in enumerate(areas.names))
    solution.message = (
        tr("Territories in each area: {counts}.").format(counts=counts) + " " + solution.message
    )
    named = dict(zip(targets.territories, [areas.names[area] for area in owners]))

    return replace(areas, owners=named).inside(problem), solution
