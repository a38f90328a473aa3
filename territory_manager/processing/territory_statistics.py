"""Territory statistics: balance, compactness and pieces of an alignment, as a table."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessing

from ..translate import tr
from . import inputs, level_tables, outputs, parameters
from .base import TerritoryAlgorithm


class TerritoryStatistics(TerritoryAlgorithm):
    """``territorymanager:territorystatistics``."""

    NAME = "territorystatistics"

    def title(self) -> str:
        return tr("Territory statistics")

    def summary(self) -> str:
        return tr("Measures how balanced, compact and contiguous the territories of a layer are.")

    def explanation(self) -> str:
        return tr(
            "One row for each territory: number of units; total, share and deviation from the target for "
            "every measure; the same for the index; area, perimeter, compactness (Polsby-Popper, 1 is a "
            "circle) and the number of pieces. Units without a territory are a row of their own. With a "
            "table of levels, regions and what is above them are further rows, told apart by “level”."
        )

    def keywords(self) -> str:
        return tr("summary,deviation,compactness,polsby-popper,totals")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            parameters.territory_field(),
            *parameters.balance(),
            *parameters.territories(),
            *level_tables.parameters(),
            parameters.sink(
                "OUTPUT",
                tr("Territory statistics"),
                tr("The table."),
                QgsProcessing.SourceType.TypeVector,
            ),
        )
        self.addOutput(parameters.number("COUNT", tr("Number of territories")))
        self.addOutput(parameters.number("MAX_DEVIATION", tr("Largest deviation (%)")))
        self.addOutput(parameters.number("BALANCE_INDEX", tr("Balance index (100 is perfect)")))
        self.addOutput(parameters.number("UNASSIGNED", tr("Unassigned units")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = inputs.check_balance(self, given, context)
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.statistics import balance, statistics

        _, _, alignment, targets, reps = inputs.read_alignment(self, given, context, feedback)
        whole = balance(alignment, targets)
        table = statistics(alignment, targets, reps)
        levels = level_tables.read_levels(self, given, context, feedback, alignment.territories)
        if levels:
            tolerance = level_tables.tolerance_of(self, given, context)
            rolled = level_tables.roll_up(alignment, targets, levels, tolerance)
            table = level_tables.together(table, rolled)
        written = outputs.write_statistics(self, given, context, table, name="OUTPUT")
        return {
            "OUTPUT": written,
            "COUNT": whole.count,
            "MAX_DEVIATION": outputs.number(whole.max_deviation),
            "BALANCE_INDEX": outputs.number(whole.balance_index),
            "UNASSIGNED": whole.unassigned,
        }
