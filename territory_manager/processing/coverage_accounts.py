"""The work that coverage looks at: that of the units, or of accounts with whoever they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing

from ..translate import tr
from . import inputs, parameters

if TYPE_CHECKING:
    import numpy as np

    from ..layers.reading import LayerUnits
    from .base import TerritoryAlgorithm

_SHOWN = 5


def accounts() -> list[Any]:
    """Accounts, their hours, and the territory that has them."""
    return [
        parameters.layer(
            "ACCOUNTS",
            tr("Accounts"),
            tr(
                "Points with their work, which counts where they belong: in their own territory, on whatever "
                "unit they lie. Calculate workload gives them. Default: the units have the work."
            ),
            [QgsProcessing.SourceType.TypeVectorPoint],
            optional=True,
        ),
        parameters.field(
            "ACCOUNT_WORKLOAD_FIELD",
            tr("Workload of the account (hours)"),
            tr("Field of the accounts: hours per year."),
            "ACCOUNTS",
            kind=parameters.NUMERIC,
        ),
        parameters.field(
            "ACCOUNT_TERRITORY_FIELD",
            tr("Territory of the account"),
            tr("Field of the accounts. Where it is empty, an account belongs to the territory of its unit."),
            "ACCOUNTS",
        ),
    ]


@dataclass(frozen=True, eq=False)
class Work:
    """Pieces of work.

    Attributes
    ----------
    xy : (m, 2) m, NaN rows without a place.
    hours : (m,) NaN where missing.
    unit : (m,) position of the unit, -1 for none; None where the pieces are the units.
    owners : (m,) the territory that a piece has of its own; None where no piece has one.
    """

    xy: np.ndarray
    hours: np.ndarray
    unit: np.ndarray | None = None
    owners: list[str | None] | None = None

    @property
    def territories(self) -> list[str]:
        """The own territories, each once."""
        return sorted({name for name in self.owners or () if name is not None})

    def labels(self, of_units: np.ndarray | None, names: list[str]) -> np.ndarray | None:
        """(m,) position in *names* of each piece's territory, -1 for none; None where there are none.

        Parameters
        ----------
        of_units : (n,) the same of the units; None without territories.
        """
        import numpy as np

        if self.unit is None:
            return of_units
        if of_units is None and self.owners is None:
            return None
        found = np.full(len(self.hours), -1, dtype=np.int32)
        if of_units is not None:
            found = np.append(of_units, -1)[self.unit].astype(np.int32)
        position = {name: number for number, name in enumerate(names)}
        for row, name in enumerate(self.owners or ()):
            if name is not None:
                found[row] = position[name]
        return found


def work_of(
    algorithm: TerritoryAlgorithm, given: dict[str, Any], context, feedback, layer: LayerUnits
) -> Work:
    """The work in ACCOUNTS, else that in the WORKLOAD_FIELD of the units; what is missing is reported."""
    import numpy as np

    from ..core.checks import ACCOUNTS, LEFT_OUT
    from ..core.geos import shapely
    from ..core.rollup import locate
    from ..layers.nulls import text_or_none
    from ..layers.reading import read_shapes, read_units

    units = layer.units
    if not given.get("ACCOUNTS"):
        field = algorithm.field_of(given, "WORKLOAD_FIELD", context)
        return Work(units.xy, units.measures[:, units.measure_names.index(field)])
    source = inputs.source_of(algorithm, given, "ACCOUNTS", context)
    own = algorithm.field_of(given, "ACCOUNT_TERRITORY_FIELD", context)
    found = read_units(
        source,
        [algorithm.field_of(given, "ACCOUNT_WORKLOAD_FIELD", context)],
        extra_fields=[own] if own else [],
        transform_context=context.transformContext(),
    )
    missing = dict.fromkeys(found.units.measure_names, LEFT_OUT)
    inputs.report(found, feedback, things=ACCOUNTS, analysed=True, missing=missing)
    points = read_shapes(source, layer.crs, context.transformContext())
    unit = locate(units, points)
    owners = None if own is None else [text_or_none(value) for value in found.extra[own]]
    lost = np.flatnonzero((unit < 0) & np.array([name is None for name in owners or [None] * len(unit)]))
    if len(lost):
        names = found.units.names[lost[:_SHOWN]].tolist()
        feedback.pushWarning(
            tr("Accounts in no unit and without a territory, whom nobody covers: {count} ({names}).").format(
                count=len(lost), names=", ".join(names) + (" …" if len(lost) > _SHOWN else "")
            )
        )
    xy = np.column_stack([shapely.get_x(points), shapely.get_y(points)])
    return Work(xy, found.units.measures[:, 0], unit, owners)
