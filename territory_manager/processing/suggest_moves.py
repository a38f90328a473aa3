"""Suggest moves: single units, and pairs that swap, whose move helps most."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFields, QgsProcessing, QgsProcessingParameterNumber

from ..layers.fields import append
from ..translate import tr
from . import outputs, parameters
from .realignment import RealignmentAlgorithm

_FIELDS = (
    ("unit", "text"),
    ("from", "text"),
    ("to", "text"),
    ("rank", "count"),
    ("improvement", "number"),
    ("max_deviation_after", "number"),
    ("disruption", "number"),
    ("keeps_contiguity", "boolean"),
    ("feature_id", "id"),
)


class SuggestMoves(RealignmentAlgorithm):
    """``territorymanager:suggestmoves``."""

    NAME = "suggestmoves"

    def title(self) -> str:
        return tr("Suggest moves")

    def summary(self) -> str:
        return tr("Ranks single moves and swaps of units by how much they improve the balance.")

    def explanation(self) -> str:
        return tr(
            "Each suggestion is judged by itself, from the territories as they are. The two units of a "
            "swap have the same rank. Improvement is in points of the deviation of all territories."
        )

    def keywords(self) -> str:
        return tr("suggestion,swap,improve,realign")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_today()
        self.declare(
            parameters.explained(
                QgsProcessingParameterNumber("COUNT", tr("Number"), parameters.INTEGER, 20, minValue=1),
                tr("At most so many suggestions."),
            ),
            parameters.sink(
                "OUTPUT",
                tr("Suggested moves"),
                tr("One feature for each unit to move."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
        )
        self.addOutput(parameters.number("SUGGESTIONS", tr("Number of suggestions")))

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.solve.suggest import suggest

        today = self.read_today(given, context, feedback)
        suggestions = suggest(
            today.problem, count=self.parameterAsInt(given, "COUNT", context), disruption=today.disruption
        )
        feedback.setProgress(80)
        found, names = today.found, today.problem.targets.territories
        units, source = found.layer.units, found.source
        fields = QgsFields()
        for name, kind in _FIELDS:
            append(fields, name, kind)
        writer = outputs.Writer(self, given, "OUTPUT", context, fields, source.wkbType(), source.sourceCrs())
        shapes = outputs.geometries(
            source, [int(units.ids[found.placed[unit]]) for s in suggestions for unit, _, _ in s.moves]
        )
        for rank, suggestion in enumerate(suggestions, start=1):
            for unit, start, end in suggestion.moves:
                row = int(found.placed[unit])
                writer.add(
                    [
                        units.names[row],
                        names[start] if start >= 0 else None,
                        names[end],
                        rank,
                        suggestion.improvement,
                        suggestion.max_deviation_after,
                        suggestion.disruption,
                        bool(suggestion.keeps_contiguity),
                        int(units.ids[row]),
                    ],
                    shapes[int(units.ids[row])],
                )
        if not suggestions:
            feedback.pushInfo(tr("No single move or swap improves the balance."))
        return {"OUTPUT": writer.destination, "SUGGESTIONS": len(suggestions)}
