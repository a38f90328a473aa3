"""Rebalance territories: back into tolerance with as little changing hands as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFields,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..layers.fields import append
from ..translate import tr
from . import outputs, parameters, problems
from .base import Stage
from .realignment import RealignmentAlgorithm, Today

if TYPE_CHECKING:
    import numpy as np

NEW, PREVIOUS = "territory", "previous_territory"


class RebalanceTerritories(RealignmentAlgorithm):
    """``territorymanager:rebalanceterritories``."""

    NAME = "rebalanceterritories"

    def title(self) -> str:
        return tr("Rebalance territories")

    def summary(self) -> str:
        return tr("Brings existing territories within tolerance while as little as possible changes hands.")

    def explanation(self) -> str:
        return tr(
            "With a limit on the disruption: as balanced as that allows. A rep who leaves: name "
            "their territory, or leave it out of the layer of territories; only its neighbours take its "
            "units. A rep who joins: add them to the layer of territories; their territory grows from "
            "their home."
        )

    def keywords(self) -> str:
        return tr("realign,disruption,reassign,rep leaves,rep joins,optimize")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare_today()
        self.declare(
            parameters.explained(
                QgsProcessingParameterNumber(
                    "MAX_DISRUPTION",
                    tr("Maximum disruption (%)"),
                    parameters.DOUBLE,
                    100.0,
                    minValue=0,
                    maxValue=100,
                ),
                tr("The most that may change hands, in % of all."),
            ),
            parameters.explained(
                QgsProcessingParameterString("LEAVING", tr("Territory whose rep leaves"), optional=True),
                tr("Its units are shared out among its neighbours; nobody else gives any away."),
                advanced=True,
            ),
            *parameters.search(),
            parameters.sink(
                "OUTPUT",
                tr("Rebalanced units"),
                tr("The units with the new territory and the previous one."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            parameters.sink(
                "CHANGES",
                tr("Changes"),
                tr("One row for each unit that changes hands: from, to and its measures."),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
            ),
            parameters.statistics_sink(),
        )
        for name, text in (
            ("MOVED_UNITS", tr("Units that change hands")),
            ("DISRUPTION", tr("Disruption (%)")),
            ("DISRUPTION_BOUND", tr("Proven least disruption (%)")),
            ("MAX_DEVIATION", tr("Largest deviation (%)")),
            ("UNASSIGNED", tr("Unassigned units")),
            ("PIECES", tr("Pieces beyond one per territory")),
        ):
            self.addOutput(parameters.number(name, text))
        for output in parameters.verdict():
            self.addOutput(output)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.solve.rebalance import rebalance
        from ..core.statistics import balance, statistics

        today = self.read_today(given, context, feedback)
        leaving = self._leaving(given, context, today)
        reasons = problems.announce(today.problem, feedback) if leaving is None else []
        feedback.setProgressText(tr("Rebalancing {count} territories").format(count=today.problem.k))
        solution = rebalance(
            today.problem,
            disruption=today.disruption,
            max_disruption=self.parameterAsDouble(given, "MAX_DISRUPTION", context),
            leaving=leaving,
            seed=self.parameterAsInt(given, "SEED", context),
            time_limit=self.parameterAsDouble(given, "TIME_LIMIT", context),
            progress=problems.listener(feedback, 15, 85),
            cancelled=feedback.isCanceled,
        )
        targets, labels = without(today.problem.targets, solution.labels, leaving)
        alignment = problems.alignment_of(today.found, labels, targets)
        whole = balance(alignment, targets)
        problems.count_unplaced(today.found, solution, whole.max_deviation)
        message = problems.tell(solution, feedback, reasons)
        moved = today.found.spread(solution.moved, False)
        results = {
            "MOVED_UNITS": int(moved.sum()),
            "DISRUPTION": outputs.number(solution.disruption),
            "DISRUPTION_BOUND": outputs.number(solution.disruption_bound),
            "MAX_DEVIATION": outputs.number(whole.max_deviation),
            "UNASSIGNED": whole.unassigned,
            "PIECES": whole.extra_pieces,
            "FEASIBLE": solution.feasible,
            "MESSAGE": message,
        }
        reps = today.found.table.reps if today.found.table is not None else {}
        after = names_of(alignment.labels, alignment.territories)
        before = names_of(today.current, today.problem.targets.territories)
        results["OUTPUT"] = self._write_units(given, context, feedback, today, alignment, before, after)
        if outputs.wanted(given, "CHANGES"):
            results["CHANGES"] = self._write_changes(given, context, today, moved, before, after)
        if outputs.wanted(given, "STATISTICS"):
            table = statistics(alignment, targets, reps)
            results["STATISTICS"] = outputs.write_statistics(self, given, context, table)
        return results

    def _leaving(self, given, context, today: Today) -> str | None:
        """The territory whose rep leaves: named, or missing in the table of territories."""
        gone = self.gone(today.found)
        named = self.parameterAsString(given, "LEAVING", context).strip()
        if named and named not in today.found.layer.territories:
            raise QgsProcessingException(
                tr("There is no territory “{name}” that a rep could leave. There are: {names}.").format(
                    name=named, names=", ".join(today.found.layer.territories)
                )
            )
        leaving = sorted({*gone, *([named] if named else [])})
        if len(leaving) > 1:
            raise QgsProcessingException(
                tr(
                    "Only one rep can leave at a time, but these territories are to go: {names}. Add all but "
                    "one to the layer of territories."
                ).format(names=", ".join(leaving))
            )
        if leaving and today.found.table is not None:
            fresh = [name for name in today.found.table.names if name not in today.found.layer.territories]
            if fresh:
                raise QgsProcessingException(
                    tr(
                        "{gone} leaves and {fresh} joins. Do one after the other: first without {fresh}, "
                        "then with the result and without {gone}."
                    ).format(gone=leaving[0], fresh=", ".join(fresh))
                )
        return leaving[0] if leaving else None

    def _write_units(self, given, context, feedback, today: Today, alignment, before, after) -> str:
        from ..layers.styling import territory_colors

        feedback.setProgressText(tr("Writing"))
        ids = today.found.layer.units.ids.tolist()
        written = outputs.copy_units(
            self,
            given,
            context,
            Stage(feedback, 85, 95),
            today.found.source,
            {NEW: ("text", dict(zip(ids, after))), PREVIOUS: ("text", dict(zip(ids, before)))},
        )
        colors = territory_colors(alignment.territories, alignment.labels, today.found.whole)
        outputs.TerritoryStyle.attach(context, written, NEW, colors)
        return written

    def _write_changes(self, given, context, today: Today, moved: np.ndarray, before, after) -> str:
        units = today.found.layer.units
        fields = QgsFields()
        for name, kind in (("unit", "text"), ("from", "text"), ("to", "text"), ("feature_id", "id")):
            append(fields, name, kind)
        for name in units.measure_names:
            append(fields, name, "number")
        writer = outputs.Writer(self, given, "CHANGES", context, fields)
        for row in moved.nonzero()[0].tolist():
            writer.add([units.names[row], before[row], after[row], units.ids[row], *units.measures[row]])
        return writer.destination


def names_of(labels: np.ndarray, territories) -> list[str | None]:
    """The territory of each unit by name, None for unassigned."""
    return [None if label < 0 else territories[label] for label in labels.tolist()]


def without(targets, labels: np.ndarray, leaving: str | None):
    """Targets and labels without a territory that is gone."""
    import numpy as np

    from ..core.targets import Targets

    if leaving is None:
        return targets, labels
    gone = targets.territories.index(leaving)
    staying = [number for number in range(targets.k) if number != gone]
    lookup = np.full(targets.k + 1, -1, dtype=np.int32)
    lookup[staying] = np.arange(len(staying))
    left = Targets.by_capacity(
        [targets.territories[number] for number in staying],
        targets.shares[staying],
        targets.tolerance,
        weights=targets.weights,
        each_measure=targets.each_measure,
    )
    return left, lookup[labels]
