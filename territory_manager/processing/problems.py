"""From parameters to the problem that the solver is asked, and from its answer back to features."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureSource, QgsProcessingException

from ..translate import tr
from . import inputs
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..core.adjacency import Adjacency
    from ..core.alignment import Alignment
    from ..core.solve.problem import Problem, Solution
    from ..core.targets import Targets
    from ..layers.reading import LayerUnits
    from ..layers.territories import TerritoryTable

#: findings that leave nothing to solve
FATAL = ("negative_value", "zero_total", "no_value")


@dataclass
class Map:
    """The units as the solver sees them: those that have a place, with their neighbours.

    Attributes
    ----------
    placed : (p,) positions in `layer.units` of the units with a place; the others stay unassigned.
    adjacency : of the placed units; bridges in, barriers out.
    whole : the same graph on all units, for the statistics.
    """

    source: QgsFeatureSource
    layer: LayerUnits
    settings: inputs.BalanceSettings
    table: TerritoryTable | None
    placed: np.ndarray
    adjacency: Adjacency
    whole: Adjacency

    def spread(self, values: np.ndarray, missing: Any) -> np.ndarray:
        """(n,) values of the placed units (p,) on all units."""
        import numpy as np

        spread = np.full((self.layer.units.n, *values.shape[1:]), missing, dtype=values.dtype)
        spread[self.placed] = values
        return spread


def read_map(
    algorithm: TerritoryAlgorithm, given: dict[str, Any], context, feedback, extra=(), *, quiet: bool = False
) -> Map:
    """Units, table of territories and neighbours, with everything odd reported.

    *quiet* leaves what is wrong with the units to the caller.
    """
    import numpy as np

    from ..core.adjacency import Adjacency

    settings = inputs.balance_settings(algorithm, given, context)
    names = [
        algorithm.field_of(given, name, context)
        for name in ("LOCKED_FIELD", "KEEP_TOGETHER", "ID_FIELD")
        if algorithm.parameterDefinition(name) is not None
    ]
    source, layer = inputs.read(
        algorithm, given, context, Stage(feedback, 0, 8), settings.measures, extra=[*names, *extra]
    )
    if not quiet:
        inputs.report(layer, feedback, fatal=FATAL)
    table = inputs.territory_table(algorithm, given, context, layer)

    feedback.setProgressText(tr("Finding neighbours"))
    units = layer.units
    placed = np.flatnonzero(np.isfinite(units.xy).all(axis=1))
    if not len(placed):
        raise QgsProcessingException(
            tr("None of the {count} units of layer “{layer}” has a usable geometry.").format(
                count=units.n, layer=source.sourceName()
            )
        )
    here = units if len(placed) == units.n else units.subset(placed)
    adjacency = Adjacency.of(here, connect=False, cancelled=feedback.isCanceled)
    drawn = _bridges(algorithm, given, context, layer, placed, feedback)
    adjacency = adjacency.with_bridges(drawn).connected(here.xy, here.geometry)
    known = {tuple(pair) for pair in np.sort(drawn, axis=1).tolist()}
    automatic = [pair for pair in adjacency.bridges.tolist() if tuple(sorted(pair)) not in known]
    inputs.report_bridges(here.names, np.array(automatic).reshape(-1, 2), feedback)
    barred = _barriers(algorithm, given, context, layer, here, adjacency, feedback)
    if len(barred):
        adjacency = adjacency.without(barred)
        feedback.pushInfo(
            tr("Pairs of neighbours that barriers separate: {count}.").format(count=len(barred))
        )
    feedback.setProgress(15)
    whole = adjacency
    if len(placed) < units.n:
        pairs, border, bridge = adjacency.pairs()
        whole = Adjacency(units.n, placed[pairs], border, bridge, tolerance=adjacency.tolerance, joined=True)
        feedback.pushWarning(
            tr("Units without a usable geometry, which stay unassigned: {count}.").format(
                count=units.n - len(placed)
            )
        )
    return Map(source, layer, settings, table, placed, adjacency, whole)


def _bridges(algorithm, given, context, layer: LayerUnits, placed: np.ndarray, feedback) -> np.ndarray:
    """(b, 2) pairs of placed units that the user's table joins."""
    import numpy as np

    from ..layers.nulls import text_or_none

    none = np.empty((0, 2), dtype=np.int64)
    if not given.get("BRIDGES"):
        return none
    position = unit_by_id(layer, algorithm.field_of(given, "ID_FIELD", context))
    source = inputs.source_of(algorithm, given, "BRIDGES", context)
    columns = source.fields().names()
    ends = [algorithm.field_of(given, name, context) for name in ("BRIDGE_FROM", "BRIDGE_TO")]
    ends = [
        end or next((c for c in columns if c.lower() == guess), None)
        for end, guess in zip(ends, ("from", "to"))
    ]
    if not all(ends):
        raise QgsProcessingException(
            tr("Choose the two fields of “{layer}” with the ids of the units that a bridge joins.").format(
                layer=source.sourceName()
            )
        )
    number = np.full(layer.units.n, -1)
    number[placed] = np.arange(len(placed))
    found = []
    for row in source.getFeatures():
        ids = [text_or_none(row[end]) for end in ends]
        rows = [position.get(one, -1) if one else -1 for one in ids]
        if min(rows) < 0 or min(number[rows]) < 0:
            feedback.pushWarning(
                tr("The bridge from {start} to {end} is left out: there is no such unit.").format(
                    start=ids[0] or "–", end=ids[1] or "–"
                )
            )
            continue
        found.append(number[rows])
    return np.array(found).reshape(-1, 2) if found else none


def unit_by_id(layer: LayerUnits, id_field: str) -> dict[str, int]:
    """id → position of the unit.

    Raises
    ------
    ValueError
        When two units have the same id, with their features.
    """
    from ..layers.nulls import text_or_none

    position: dict[str, int] = {}
    for row, value in enumerate(layer.extra[id_field]):
        identity = text_or_none(value)
        if identity is None:
            continue
        if identity in position:
            units = layer.units
            first = position[identity]
            raise ValueError(
                tr(
                    "{one} (feature {first}) and {other} (feature {second}) have the same id “{id}” in field "
                    "“{field}”. Give every unit its own id, or choose another field."
                ).format(
                    one=units.names[first],
                    first=units.ids[first],
                    other=units.names[row],
                    second=units.ids[row],
                    id=identity,
                    field=id_field,
                )
            )
        position[identity] = row
    return position


def _barriers(algorithm, given, context, layer, here, adjacency: Adjacency, feedback) -> np.ndarray:
    """(b, 2) pairs of placed units between whom a barrier lies."""
    import numpy as np

    from ..core.adjacency_barriers import barrier_pairs
    from ..layers.reading import read_shapes

    if not given.get("BARRIERS"):
        return np.empty((0, 2), dtype=np.int64)
    source = inputs.source_of(algorithm, given, "BARRIERS", context)
    return barrier_pairs(here, adjacency, read_shapes(source, layer.crs, context.transformContext()))


def problem_of(
    algorithm: TerritoryAlgorithm,
    given: dict[str, Any],
    context,
    found: Map,
    targets: Targets,
    *,
    current: np.ndarray | None = None,
) -> Problem:
    """The problem with every constraint that the algorithm has a parameter for.

    Parameters
    ----------
    current : (n,) today's territory of each unit as a position in `targets.territories`, -1 for none
    """
    import numpy as np

    from ..layers.flags import flags
    from ..layers.problem_assembly import assemble, groups_of

    units, layer, table, placed = found.layer.units, found.layer, found.table, found.placed
    locked = groups = homes = None
    locked_field = algorithm.field_of(given, "LOCKED_FIELD", context)
    if locked_field:
        locked = flags(layer.extra[locked_field], units.names, locked_field)[placed]
        loose = np.flatnonzero(locked & (current[placed] < 0))
        if len(loose):
            raise ValueError(
                tr(
                    "{unit} is locked but has no territory in the plan ({count} such units). Unlock it or "
                    "assign it first."
                ).format(unit=units.names[placed[loose[0]]], count=len(loose))
            )
    group_field = algorithm.field_of(given, "KEEP_TOGETHER", context)
    if group_field:
        groups = groups_of(layer.extra[group_field])[placed]
    if table is not None and table.homes is not None:
        home = dict(zip(table.names, table.homes))
        homes = np.array([home.get(name, (np.nan, np.nan)) for name in targets.territories])
    return assemble(
        units if len(placed) == units.n else units.subset(placed),
        found.adjacency,
        targets,
        current=None if current is None else current[placed],
        locked=locked,
        locked_territories=() if table is None else np.array(table.names)[table.locked].tolist(),
        groups=groups,
        homes=homes,
        contiguous=algorithm.parameterAsBool(given, "CONTIGUOUS", context),
        compactness=algorithm.parameterAsDouble(given, "COMPACTNESS", context),
        max_distance=max_distance(algorithm, given, context),
    )


def max_distance(algorithm: TerritoryAlgorithm, given: dict[str, Any], context) -> float | None:
    """The longest way allowed, in metres; None where there is no such limit."""
    if given.get("MAX_DISTANCE") in (None, ""):
        return None
    return algorithm.parameterAsDouble(given, "MAX_DISTANCE", context) or None


def check_bridges(given: dict[str, Any]) -> str:
    """What bridges lack, in words; empty when all is well."""
    if given.get("BRIDGES") and not given.get("ID_FIELD"):
        return tr("Bridges need the field with the ids of the units.")
    return ""


def current_labels(layer: LayerUnits, territories: Sequence[str]) -> np.ndarray:
    """(n,) today's territory of each unit as a position in *territories*; -1 where it is none of them."""
    from ..layers.problem_assembly import labels_in

    return labels_in(territories, layer.territories, layer.labels)


def listener(feedback, start: float, end: float):
    """What the solver tells its progress to; words at most once a second, so that they can be read."""
    stage = Stage(feedback, start, end)
    last = {"text": "", "at": 0.0}

    def told(percent: float, text: str) -> None:
        stage.setProgress(percent)
        now = time.monotonic()
        if text and text != last["text"] and now - last["at"] >= 1.0:
            last.update(text=text, at=now)
            feedback.setProgressText(text)

    return told


def announce(problem: Problem, feedback) -> list[str]:
    """Say before solving what cannot be, with names and numbers; return what was said."""
    from ..core.solve.diagnosis import diagnose

    said = [diagnosis.message for diagnosis in diagnose(problem)]
    for sentence in said:
        feedback.pushWarning(sentence)
    return said


def tell(solution: Solution, feedback, reasons: Sequence[str] = ()) -> str:
    """Say after solving what was reached; return it, with the reasons where something was not."""
    if solution.feasible and not solution.cancelled:
        feedback.pushInfo(solution.message)
        return solution.message
    feedback.pushWarning(solution.message)
    missing = [sentence for sentence in reasons if sentence not in solution.message]
    return " ".join([solution.message, *(missing if not solution.feasible else ())])


def count_unplaced(found: Map, solution: Solution, deviation: float) -> None:
    """Say in the solution which units could not be built with, and what that does to the balance.

    Parameters
    ----------
    deviation : largest of the plan in %, with these units in the totals as the statistics have them.
    """
    left = sorted(set(range(found.layer.units.n)) - set(found.placed.tolist()))
    if not left:
        return
    solution.feasible = False
    sentence = tr("{count} units have no usable geometry and so no territory, {unit} first.").format(
        count=len(left), unit=found.layer.units.names[left[0]]
    )
    if deviation > solution.max_deviation + 0.005:
        sentence += " " + tr("Counted with them the largest deviation is {deviation} %.").format(
            deviation=f"{deviation:.2f}"
        )
    solution.violations.append(sentence)
    solution.message = f"{solution.message} {sentence}"


def alignment_of(found: Map, labels: np.ndarray, targets: Targets) -> Alignment:
    """The plan (labels of the placed units) as an alignment of all units."""
    import numpy as np

    from ..core.alignment import Alignment

    return Alignment(
        found.layer.units,
        found.whole,
        found.spread(np.asarray(labels, dtype=np.int32), -1),
        list(targets.territories),
        found.settings.weights,
    )
