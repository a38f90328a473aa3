"""Reps and their numbers for the analyses: homes, hours, quotas, whatever territories the units have."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..translate import tr
from . import inputs
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np
    from qgis.core import QgsCoordinateReferenceSystem

_NAMED = 12


@dataclass
class Reps:
    """Territories with who serves them.

    Attributes
    ----------
    names : k territories, those of the table first.
    reps : territory → rep.
    homes : (k, 2) m, NaN rows where no home is known.
    numbers : parameter → (k,), NaN where there is none.
    listed : how many of them are in the table.
    """

    names: list[str]
    reps: dict[str, str]
    homes: np.ndarray
    numbers: dict[str, np.ndarray] = field(default_factory=dict)
    listed: int = 0


def read_reps(
    algorithm: TerritoryAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    crs: QgsCoordinateReferenceSystem,
    number_parameters: tuple[str, ...] = (),
) -> Reps | None:
    """The table in TERRITORIES; None where it is not given. Numbers that are missing are reported."""
    import numpy as np

    from ..layers.numbers import numbers
    from ..layers.territories import read_territories

    if not parameters.get("TERRITORIES"):
        return None
    source = inputs.source_of(algorithm, parameters, "TERRITORIES", context)
    table = read_territories(
        source,
        name_field=algorithm.field_of(parameters, "TERRITORY_NAME_FIELD", context),
        rep_field=algorithm.field_of(parameters, "REP_FIELD", context),
        metric=crs,
        transform_context=context.transformContext(),
    )
    k = len(table.names)
    homes = np.full((k, 2), np.nan) if table.homes is None else table.homes
    found = Reps(table.names, table.reps, homes, listed=k)
    for name in number_parameters:
        wanted = algorithm.field_of(parameters, name, context)
        if not wanted:
            continue
        place = source.fields().lookupField(wanted)
        if place < 0:
            raise ValueError(
                tr("“{layer}” has no field “{field}”.").format(layer=source.sourceName(), field=wanted)
            )
        column, unread = numbers([row.attributes()[place] for row in source.getFeatures()])
        negative = column < 0
        for row in np.flatnonzero(np.isnan(column) | negative).tolist():
            feedback.pushWarning(
                tr(
                    "“{name}” has no usable number in field “{field}” ({value}); it counts as missing."
                ).format(
                    name=table.names[row],
                    field=wanted,
                    value=unread.get(row) or (f"{column[row]:g}" if negative[row] else tr("empty")),
                )
            )
        found.numbers[name] = np.where(negative, np.nan, column)
    return found


def with_territories(reps: Reps | None, territories: list[str], feedback: QgsProcessingFeedback) -> Reps:
    """The reps, and after them the territories of the units that the table does not have."""
    import numpy as np

    if reps is None:
        return Reps(list(territories), {}, np.full((len(territories), 2), np.nan))
    known = set(reps.names)
    more = [name for name in territories if name not in known]
    if more and reps.listed:
        feedback.pushWarning(
            tr("These territories are not in the table of territories: {names}.").format(names=_shown(more))
        )
    blank = np.full(len(more), np.nan)
    return Reps(
        [*reps.names, *more],
        reps.reps,
        np.vstack([reps.homes, np.full((len(more), 2), np.nan)]),
        {name: np.concatenate([column, blank]) for name, column in reps.numbers.items()},
        reps.listed,
    )


def relabelled(labels: np.ndarray, territories: list[str], names: list[str]) -> np.ndarray:
    """Labels (n,) into *territories* as positions in *names*, -1 for unassigned."""
    import numpy as np

    position = {name: number for number, name in enumerate(names)}
    lookup = np.array([*(position.get(name, -1) for name in territories), -1], dtype=np.int32)
    return lookup[labels]


def report_homeless(reps: Reps, used: np.ndarray, feedback: QgsProcessingFeedback) -> None:
    """Say which territories that have units have no home."""
    import numpy as np

    homeless = [
        reps.names[row]
        for row in sorted({int(label) for label in used if label >= 0})
        if not np.isfinite(reps.homes[row]).all()
    ]
    if homeless:
        feedback.pushWarning(
            tr("No home is known for {names}: the middle of their accounts stands in for it.").format(
                names=_shown(homeless)
            )
        )


def _shown(names: list[str]) -> str:
    """The first names and how many more there are."""
    if len(names) <= _NAMED:
        return ", ".join(names)
    return tr("{names} and {count} more").format(names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)
