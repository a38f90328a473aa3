"""Rep count and placement: how many reps the workload needs, where they should live, and one more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ..layers.fields import append
from ..translate import tr
from . import capacity, inputs, outputs, parameters, problems, reps, results, workload_parameters
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.rep_count import RepPlan, Staff
    from ..core.work_ledger import Stops
    from ..layers.reading import LayerUnits

_FIELDS = ("CALLS_FIELD", "MINUTES_FIELD", "ACCOUNTS_FIELD")


class RepCount(TerritoryAlgorithm):
    """``territorymanager:repcount``."""

    NAME = "repcount"
    GROUP = "accounts"

    def title(self) -> str:
        return tr("Rep count and placement")

    def summary(self) -> str:
        return tr(
            "Finds how many reps the workload needs and where they should live; tries one more or less."
        )

    def explanation(self) -> str:
        return tr(
            "For each number of reps a real plan is built: balanced on call hours first; then every new "
            "rep lives at the unit from which the calls of the territory are nearest (least sum of calls × "
            "distance; Weiszfeld 1937), travel is computed from there as in Calculate workload, and the plan "
            "is built anew, balanced on calls and travel, three times at most (location and "
            "allocation in turns, Cooper 1964). Today's reps stay where they are; new ones begin where "
            "most work is left over (Church and "
            "ReVelle 1974). With fewer reps than today, those go without whom the ways grow least (Feldman, "
            "Lehrer and Ray 1966). The number, where none is given, is the fewest whose capacity covers "
            "calls and travel (workload method, Talley 1961). utilisation = 100 × workload / capacity; "
            "coverage = share of the workload that its own rep has hours for; max_deviation = largest "
            "difference of a rep's utilisation from that of all, in %; reps_missing = (workload − "
            "capacity) / capacity of one rep, negative where some are to spare."
        )

    def keywords(self) -> str:
        return tr("headcount,sizing,how many reps,greenfield,location,what if,fte,homes,placement")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(parameters.units(), *self._work(), *capacity.reps_with_hours(), *capacity.roads())
        self.declare(*workload_parameters.trips(), *self._how(), *self._sinks())
        for name, title in (
            ("NUMBER_OF_REPS", tr("Number of reps")),
            ("WORKLOAD_HOURS", tr("Workload (hours)")),
            ("TRAVEL_HOURS", tr("Travel hours")),
            ("UTILISATION", tr("Utilisation (%)")),
            ("MAX_DEVIATION", tr("Largest deviation of a utilisation (%)")),
            ("COVERAGE", tr("Workload that is covered (%)")),
        ):
            self.addOutput(parameters.number(name, title))
        self.addOutput(QgsProcessingOutputString("MESSAGE", tr("What was reached, in words")))

    def _work(self) -> list[Any]:
        field, number = parameters.field, QgsProcessingParameterNumber
        return [
            field(
                "CALLS_FIELD", tr("Calls per year"), tr("Field of the units: of all their accounts."), "INPUT"
            ),
            field("MINUTES_FIELD", tr("Minutes per call"), tr("Field of the units."), "INPUT"),
            field(
                "ACCOUNTS_FIELD",
                tr("Number of accounts"),
                tr("Field of the units. Default: 1."),
                "INPUT",
                advanced=True,
            ),
            parameters.explained(
                number(
                    "DEFAULT_CALLS", tr("Calls per year of an account"), parameters.DOUBLE, 12.0, minValue=0.0
                ),
                tr("Where no field says how many."),
            ),
            parameters.explained(
                number("DEFAULT_MINUTES", tr("Minutes of all"), parameters.DOUBLE, 60.0, minValue=0.0),
                tr("Where no field says how long a call takes."),
            ),
        ]

    def _how(self) -> list[Any]:
        number = QgsProcessingParameterNumber
        return [
            parameters.explained(
                number("NUMBER", tr("Number of reps"), parameters.INTEGER, None, optional=True, minValue=1),
                tr("Empty: the fewest whose capacity covers the workload, travel included."),
            ),
            parameters.explained(
                number("TOLERANCE", tr("Tolerance (%)"), parameters.DOUBLE, 5.0, minValue=0.0),
                tr("How far the workload of a rep may be from the share of their capacity."),
            ),
            parameters.contiguous(),
            parameters.explained(
                number("SEED", tr("Seed"), parameters.INTEGER, 1, minValue=0),
                tr("Another seed gives another plan; the same seed gives the same plan again."),
                advanced=True,
            ),
            parameters.explained(
                number(
                    "TIME_LIMIT", tr("Time limit of a plan (seconds)"), parameters.DOUBLE, 60.0, minValue=1.0
                ),
                tr("After this time the best plan found so far is taken. There are at least three plans."),
                advanced=True,
            ),
        ]

    def _sinks(self) -> list[Any]:
        return [
            parameters.sink(
                "OUTPUT",
                tr("One more, one less"),
                tr("For one rep less, the number, and one more: travel, utilisation, balance and coverage."),
                QgsProcessing.SourceType.TypeVector,
            ),
            parameters.sink(
                "HOMES",
                tr("Homes of the reps"),
                tr("For the number of reps: where each lives, with workload, travel and utilisation."),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
            ),
            parameters.sink(
                "PLAN",
                tr("Units with territories"),
                tr("The plan for the number of reps: units with territory, travel_hours and workload_hours."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
                optional=True,
                by_default=False,
            ),
        ]

    def compute(self, given, context, feedback) -> dict[str, Any]:
        import numpy as np

        from ..core.adjacency import Adjacency
        from ..core.rep_count import Settings, compare, comparison

        source, layer, placed, stops = self._stops(given, context, feedback)
        staff, today = self._staff(given, context, feedback, layer)
        here = layer.units if len(placed) == layer.units.n else layer.units.subset(placed)
        feedback.setProgressText(tr("Finding neighbours"))
        adjacency = Adjacency.of(here, cancelled=feedback.isCanceled)
        inputs.report_bridges(here.names, adjacency.bridges, feedback)
        settings = Settings(
            model=capacity.travel_model(self, given, context),
            tolerance=self.parameterAsDouble(given, "TOLERANCE", context) / 100.0,
            contiguous=self.parameterAsBool(given, "CONTIGUOUS", context),
            seed=self.parameterAsInt(given, "SEED", context),
            time_limit=self.parameterAsDouble(given, "TIME_LIMIT", context),
        )
        count = self.parameterAsInt(given, "NUMBER", context) if given.get("NUMBER") else None
        feedback.setProgressText(tr("Building plans"))
        chosen, plans = compare(
            stops,
            adjacency,
            staff,
            settings,
            count=count,
            names=here.names,
            progress=problems.listener(feedback, 10, 90),
            cancelled=feedback.isCanceled,
        )
        table = comparison(chosen, plans, stops, staff.hours_of_rep)
        plan = next(one for one in plans if one.k == chosen)
        message = self._tell(table, plans, feedback)
        row = table[table["reps"] == chosen].iloc[0]
        answer: dict[str, Any] = {
            "OUTPUT": results.write_table(self, given, "OUTPUT", context, table),
            "NUMBER_OF_REPS": chosen,
            "WORKLOAD_HOURS": outputs.number(row["workload_hours"]),
            "TRAVEL_HOURS": outputs.number(row["travel_hours"]),
            "UTILISATION": outputs.number(row["utilisation"]),
            "MAX_DEVIATION": outputs.number(row["max_deviation"]),
            "COVERAGE": outputs.number(row["coverage"]),
            "MESSAGE": message,
        }
        if outputs.wanted(given, "HOMES"):
            rows = self._homes(plan, stops, here.names, today)
            answer["HOMES"] = self._write_homes(given, context, source, layer, plan, rows)
        if outputs.wanted(given, "PLAN"):
            labels = np.full(layer.units.n, -1, dtype=np.int32)
            labels[placed] = plan.labels
            answer["PLAN"] = self._write_plan(
                given, context, feedback, source, layer, placed, labels, plan, stops
            )
        return answer

    def _stops(self, given, context, feedback) -> tuple[Any, LayerUnits, np.ndarray, Stops]:
        """The units, which of them have a place, and what calls they take."""
        import numpy as np

        from ..core.checks import LEFT_OUT
        from ..core.work_ledger import Stops
        from ..core.workload import call_hours

        fields = [self.field_of(given, name, context) for name in _FIELDS]
        source, layer = inputs.read(
            self, given, context, Stage(feedback, 0, 8), [one for one in dict.fromkeys(fields) if one]
        )
        missing = dict.fromkeys(fields[:2], LEFT_OUT)
        inputs.report(layer, feedback, analysed=True, missing=missing)
        units = layer.units
        column = dict(zip(units.measure_names, units.measures.T))
        calls, minutes, accounts = (column[one] if one else None for one in fields)
        if accounts is not None:
            accounts = np.maximum(np.nan_to_num(accounts), 0.0)
        if calls is None:
            calls = np.full(units.n, self.parameterAsDouble(given, "DEFAULT_CALLS", context))
            calls = calls if accounts is None else calls * accounts
        if minutes is None:
            minutes = np.full(units.n, self.parameterAsDouble(given, "DEFAULT_MINUTES", context))
        placed = np.flatnonzero(np.isfinite(units.xy).all(axis=1))
        if len(placed) < units.n:
            lost = np.setdiff1d(np.arange(units.n), placed)
            feedback.pushWarning(
                tr("Units without a place, which no plan counts: {count} ({names}).").format(
                    count=len(lost),
                    names=", ".join(units.names[lost[:5]].tolist()) + (" …" if len(lost) > 5 else ""),
                )
            )
        hours = call_hours(calls, minutes)
        # nobody knows how long the others take, so nobody is reckoned to go there
        calls = np.where(np.isfinite(hours), calls, np.nan)
        stops = Stops(
            units.xy[placed],
            calls[placed],
            hours[placed],
            None if units.is_points else units.areas[placed],
            None if accounts is None else accounts[placed],
        )
        return source, layer, placed, stops

    def _staff(self, given, context, feedback, layer: LayerUnits) -> tuple[Staff, reps.Reps]:
        from ..core.rep_count import Staff

        known = reps.read_reps(self, given, context, feedback, layer.crs, ("CAPACITY_FIELD",))
        table = reps.with_territories(known, [], feedback)
        hours, of_one = capacity.hours_of(self, given, context, table)
        return Staff(of_one, table.names, table.homes, hours), table

    def _tell(self, table: pd.DataFrame, plans: list[RepPlan], feedback) -> str:
        """The comparison in words, and what the solver could not keep."""
        lines = []
        for row, plan in zip(table.itertuples(index=False), plans):
            line = tr(
                "{reps} reps: {utilisation} % of the capacity is used, {travel} hours of travel, {covered} % "
                "of the workload covered."
            ).format(
                reps=row.reps,
                utilisation=f"{row.utilisation:.0f}",
                travel=f"{row.travel_hours:,.0f}",
                covered=f"{row.coverage:.0f}",
            )
            feedback.pushInfo(line)
            lines.append(line)
            if not plan.feasible:
                feedback.pushWarning(tr("{reps} reps: {message}").format(reps=plan.k, message=plan.message))
        return "\n".join(lines)

    @staticmethod
    def _homes(plan: RepPlan, stops: Stops, names: np.ndarray, today: reps.Reps) -> list[list[Any]]:
        import numpy as np

        rows = []
        for number, name in enumerate(plan.names):
            mine = plan.labels == number
            unit = int(plan.home_unit[number])
            home = plan.way.home_minutes[mine]
            called = np.isfinite(home) & (np.nan_to_num(stops.calls[mine]) > 0)
            rows.append(
                [
                    name,
                    today.reps.get(name),
                    "new" if unit >= 0 else "today",
                    names[unit] if unit >= 0 else None,
                    int(mine.sum()),
                    float(np.nansum(stops.hours[mine])),
                    float(np.nansum(plan.way.hours[mine])),
                    float(plan.workload[number]),
                    float(plan.capacity[number]),
                    float(100.0 * plan.workload[number] / plan.capacity[number]),
                    float(np.average(home[called], weights=stops.calls[mine][called]))
                    if called.any()
                    else None,
                ]
            )
        return rows

    def _write_homes(self, given, context, source, layer: LayerUnits, plan: RepPlan, rows) -> str:
        import numpy as np

        from ..layers.insight_styling import apply_home_renderer

        fields = QgsFields()
        for name, kind in (
            ("territory", "text"),
            ("rep", "text"),
            ("home", "text"),
            ("unit", "text"),
            ("units", "count"),
            ("call_hours", "number"),
            ("travel_hours", "number"),
            ("workload_hours", "number"),
            ("capacity_hours", "number"),
            ("utilisation", "number"),
            ("home_minutes", "number"),
        ):
            append(fields, name, kind)
        crs = source.sourceCrs()
        back = _back(layer.crs, crs, context)
        writer = outputs.Writer(self, given, "HOMES", context, fields, QgsWkbTypes.Type.Point, crs)
        for row, place in zip(rows, plan.homes):
            shape = None
            if np.isfinite(place).all():
                shape = QgsGeometry.fromPointXY(QgsPointXY(*map(float, place)))
                if back is not None:
                    shape.transform(back)
            writer.add(row, shape)
        results.ResultStyle.attach(
            context, writer.destination, lambda one: apply_home_renderer(one, "home"), on_top=True
        )
        return writer.destination

    def _write_plan(self, given, context, feedback, source, layer, placed, labels, plan, stops) -> str:
        import numpy as np

        way, work = np.full(layer.units.n, np.nan), np.full(layer.units.n, np.nan)
        way[placed] = plan.way.hours
        work[placed] = np.where(np.isfinite(stops.hours), stops.hours + np.nan_to_num(plan.way.hours), np.nan)
        titles = [plan.names[label] if label >= 0 else None for label in labels.tolist()]
        columns = {
            "territory": ("text", results.by_feature(layer, titles)),
            "travel_hours": ("number", results.by_feature(layer, way)),
            "workload_hours": ("number", results.by_feature(layer, work)),
        }
        written = outputs.copy_units(
            self, given, context, Stage(feedback, 90, 98), source, columns, name="PLAN"
        )
        outputs.color_units(context, feedback, written, "territory", layer, list(plan.names), labels)
        return written


def _back(
    metric: QgsCoordinateReferenceSystem, crs: QgsCoordinateReferenceSystem, context
) -> QgsCoordinateTransform | None:
    """From metres to the CRS of the units; None where they are the same."""
    from ..layers.crs import transform_to

    return transform_to(metric, crs, context.transformContext())
