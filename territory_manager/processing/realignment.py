"""What the algorithms share that change an existing alignment: their parameters and the problem they pose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingException

from ..translate import tr
from . import inputs, parameters, problems
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..core.solve.problem import Problem


@dataclass
class Today:
    """The alignment of today, as a problem.

    Attributes
    ----------
    current : (n,) territory of each unit as a position in the problem's territories, -1 for none
    disruption : (p,) what is lost when a placed unit changes hands; None for the index
    """

    found: problems.Map
    problem: Problem
    current: np.ndarray
    disruption: np.ndarray | None


class RealignmentAlgorithm(TerritoryAlgorithm):
    """An algorithm that starts from territories as they are."""

    def declare_today(self) -> None:
        """The parameters that say what there is, what is wanted, and what must stay."""
        self.declare(
            parameters.units(),
            parameters.territory_field(),
            *parameters.balance(),
            *parameters.territories(locks=True),
            parameters.field(
                "DISRUPTION_FIELD",
                tr("Disruption"),
                tr(
                    "What is lost when a unit changes hands: accounts, sales, relationships. Default: "
                    "the unit's share of what is balanced."
                ),
                "INPUT",
                kind=parameters.NUMERIC,
            ),
            *parameters.shape(),
            *parameters.constraints(),
        )

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = inputs.check_balance(self, given, context)
        if not wrong and given.get("LOCKED_TERRITORY_FIELD") and not given.get("TERRITORIES"):
            wrong = tr("Locked territories need the layer with the territories.")
        wrong = wrong or problems.check_bridges(given)
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def read_today(self, given: dict[str, Any], context, feedback) -> Today:
        """The units with their territories, and what each territory should get.

        Territories of the table that have no units are new; those not in it keep an equal share here,
        and :meth:`gone` names them.
        """
        import numpy as np

        from ..core.targets import Targets

        field = self.field_of(given, "DISRUPTION_FIELD", context)
        found = problems.read_map(self, given, context, feedback, extra=[field])
        occurring = found.layer.territories
        if not occurring:
            raise QgsProcessingException(
                tr(
                    "No unit of layer “{layer}” has a territory in “{field}”. Build territories first."
                ).format(
                    layer=found.source.sourceName(),
                    field=self.field_of(given, "TERRITORY_FIELD", context),
                )
            )
        names, capacities = list(occurring), None
        if found.table is not None:
            gone = self.gone(found)
            names = [*found.table.names, *gone]
            if found.table.capacities is not None:
                capacities = np.append(
                    found.table.capacities, np.full(len(gone), found.table.capacities.mean())
                )
        shares = np.ones(len(names)) if capacities is None else capacities
        targets = Targets.by_capacity(names, shares, **found.settings.of_targets)
        current = problems.current_labels(found.layer, names)
        problem = problems.problem_of(self, given, context, found, targets, current=current)
        return Today(found, problem, current, self._disruption(found, field, feedback))

    @staticmethod
    def gone(found: problems.Map) -> list[str]:
        """Territories that have units but are not in the table of territories."""
        if found.table is None:
            return []
        known = set(found.table.names)
        return [name for name in found.layer.territories if name not in known]

    @staticmethod
    def _disruption(found: problems.Map, field: str | None, feedback) -> np.ndarray | None:
        import numpy as np

        from ..layers.numbers import numbers

        if not field:
            return None
        units = found.layer.units
        values, _ = numbers(found.layer.extra[field])
        missing = np.flatnonzero(np.isnan(values))
        if len(missing):
            feedback.pushWarning(
                tr(
                    "Units without a number in “{field}”: {count}, {unit} first. They count as 0, so "
                    "moving them disturbs nothing."
                ).format(count=len(missing), field=field, unit=units.names[missing[0]])
            )
        negative = np.flatnonzero(values < 0)
        if len(negative):
            raise QgsProcessingException(
                tr("{unit} (feature {id}) has {value} in “{field}”. Disruption must be 0 or more.").format(
                    unit=units.names[negative[0]],
                    id=units.ids[negative[0]],
                    value=values[negative[0]],
                    field=field,
                )
            )
        return np.nan_to_num(values)[found.placed]
