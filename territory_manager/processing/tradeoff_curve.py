"""Balance against disruption: the best balance for at most so much changing hands."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFields, QgsProcessing, QgsProcessingParameterNumber

from ..layers.fields import append
from ..translate import tr
from . import outputs, parameters, problems
from .realignment import RealignmentAlgorithm


class TradeoffCurve(RealignmentAlgorithm):
    """``territorymanager:tradeoffcurve``."""

    NAME = "tradeoffcurve"

    def title(self) -> str:
        return tr("Balance against disruption")

    def summary(self) -> str:
        return tr("Shows how much balance can be had for how much changing hands.")

    def explanation(self) -> str:
        return tr(
            "Each row is a real plan, and none is beaten by another: Rebalance territories with its "
            "disruption as the maximum, and with the same seed, makes it."
        )

    def keywords(self) -> str:
        return tr("tradeoff,efficient frontier,pareto,realign")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_today()
        self.declare(
            parameters.explained(
                QgsProcessingParameterNumber("STEPS", tr("Steps"), parameters.INTEGER, 8, minValue=2),
                tr("At most so many plans."),
            ),
            *parameters.search(),
            parameters.sink(
                "OUTPUT",
                tr("Balance against disruption"),
                tr("One row for each plan: disruption and largest deviation in %, number of moved units."),
                QgsProcessing.SourceType.TypeVector,
            ),
        )
        self.addOutput(parameters.number("COUNT", tr("Number of plans")))

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.solve.tradeoff import tradeoff

        today = self.read_today(given, context, feedback)
        points = tradeoff(
            today.problem,
            disruption=today.disruption,
            steps=self.parameterAsInt(given, "STEPS", context),
            seed=self.parameterAsInt(given, "SEED", context),
            time_limit=self.parameterAsDouble(given, "TIME_LIMIT", context),
            progress=problems.listener(feedback, 15, 95),
            cancelled=feedback.isCanceled,
        )
        if feedback.isCanceled():
            feedback.pushWarning(tr("Cancelled: the plans found so far."))
        fields = QgsFields()
        for name, kind in (
            ("disruption", "number"),
            ("max_deviation", "number"),
            ("moved_units", "count"),
            ("feasible", "boolean"),
        ):
            append(fields, name, kind)
        writer = outputs.Writer(self, given, "OUTPUT", context, fields)
        for point in points:
            writer.add([point.disruption, point.max_deviation, point.moved_units, bool(point.feasible)])
        return {"OUTPUT": writer.destination, "COUNT": len(points)}
