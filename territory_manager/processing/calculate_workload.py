"""Calculate workload: the hours that accounts take, for calls and for travel, against what reps have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterFile, QgsProcessingParameterNumber

from ..translate import tr
from . import capacity, inputs, outputs, parameters, reps, results
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..core.workload import KnownTimes, TravelModel
    from ..layers.reading import LayerUnits

_SHOWN = 5


class CalculateWorkload(TerritoryAlgorithm):
    """``territorymanager:workload``."""

    NAME = "workload"
    GROUP = "accounts"

    def title(self) -> str:
        return tr("Calculate workload")

    def summary(self) -> str:
        return tr("Estimates the hours that accounts take in a year, for calls and travel, against capacity.")

    def explanation(self) -> str:
        return tr(
            "Call hours = calls per year × minutes per call / 60. Travel hours = calls × min(2h/S + (1 − 1/S)"
            " × leg, 2h) / 60: h minutes from home, S stops a trip, and the leg from the call before, never "
            "more than a trip of its own (Daganzo 1984; Figliozzi 2008). The leg is the account's share of "
            "the tour through all accounts of the territory, estimated from the tree that joins them, or "
            "0.7124 × √(area / accounts) inside a unit (Beardwood, Halton and Hammersley 1959). Workload = "
            "call hours + travel hours. Utilisation = 100 × workload / capacity, empty without capacity. "
            "Accounts without a place have call hours only; what is missing is reported."
        )

    def keywords(self) -> str:
        return tr("capacity,utilisation,calls,travel time,hours,tour,overnight")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(*self._work(), *self._segments(), *self._where(), *capacity.reps_with_hours())
        self.declare(*capacity.roads(), *self._trips(), *self._sinks())
        self.addOutput(parameters.number("CALL_HOURS", tr("Call hours")))
        self.addOutput(parameters.number("TRAVEL_HOURS", tr("Travel hours")))
        self.addOutput(parameters.number("WORKLOAD_HOURS", tr("Workload (hours)")))
        self.addOutput(parameters.number("CAPACITY_HOURS", tr("Capacity (hours)")))
        self.addOutput(parameters.number("UTILISATION", tr("Utilisation (%)")))
        self.addOutput(parameters.number("WITHOUT_WORKLOAD", tr("Accounts whose call hours are not known")))

    def _work(self) -> list[Any]:
        field, number = parameters.field, QgsProcessingParameterNumber
        return [
            parameters.layer(
                "ACCOUNTS",
                tr("Accounts"),
                tr("Points, or polygons with calls. Default: the units."),
                [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            field(
                "CALLS_FIELD",
                tr("Calls per year"),
                tr("Field of the accounts; of a unit, all its calls together. Empty: that of its segment."),
                "ACCOUNTS",
                kind=parameters.NUMERIC,
            ),
            field(
                "MINUTES_FIELD",
                tr("Minutes per call"),
                tr("Field of the accounts. Empty: that of its segment."),
                "ACCOUNTS",
                kind=parameters.NUMERIC,
            ),
            parameters.explained(
                number("DEFAULT_CALLS", tr("Calls per year of all"), parameters.DOUBLE, 12.0, minValue=0.0),
                tr("Where neither a field nor a table of segments says how many."),
            ),
            parameters.explained(
                number("DEFAULT_MINUTES", tr("Minutes of all"), parameters.DOUBLE, 60.0, minValue=0.0),
                tr("Where neither a field nor a table of segments says how long."),
            ),
            field(
                "ACCOUNTS_FIELD",
                tr("Number of accounts"),
                tr("Field with the number of accounts, where the accounts are given by unit. Default: 1."),
                "ACCOUNTS",
                kind=parameters.NUMERIC,
                advanced=True,
            ),
            field(
                "ACCOUNT_TERRITORY_FIELD",
                tr("Territory of the account"),
                tr("Field of the accounts, where they have territories of their own."),
                "ACCOUNTS",
            ),
        ]

    def _segments(self) -> list[Any]:
        field = parameters.field
        return [
            field("SEGMENT_FIELD", tr("Segment"), tr("Field of the accounts."), "ACCOUNTS"),
            parameters.layer(
                "SEGMENTS",
                tr("Segments"),
                tr("A table with calls per year and minutes per call for each segment."),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            ),
            field(
                "SEGMENT_NAME_FIELD",
                tr("Name of the segment"),
                tr("Field of that table. Default: “segment”."),
                "SEGMENTS",
                advanced=True,
            ),
            field(
                "SEGMENT_CALLS_FIELD",
                tr("Calls of the segment"),
                tr("Field of that table: calls per year. Default: “calls”."),
                "SEGMENTS",
                advanced=True,
            ),
            field(
                "SEGMENT_MINUTES_FIELD",
                tr("Minutes of the segment"),
                tr("Field of that table: minutes per call. Default: “minutes”."),
                "SEGMENTS",
                advanced=True,
            ),
        ]

    def _where(self) -> list[Any]:
        return [
            parameters.layer(
                "INPUT",
                tr("Units"),
                tr("Polygons with territories, in which the accounts lie. Without: see the accounts."),
                [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorPoint],
                optional=True,
            ),
            parameters.field(
                "TERRITORY_FIELD",
                tr("Territory field"),
                tr("Field of the units. Without any territories, the nearest home serves an account."),
                "INPUT",
            ),
        ]

    def _trips(self) -> list[Any]:
        def number(name: str, title: str, value: float | None, text: str, **limits: Any) -> Any:
            definition = QgsProcessingParameterNumber(
                name, title, parameters.DOUBLE, value, optional=value is None, **limits
            )
            return parameters.explained(definition, text, advanced=name not in ("STOPS_PER_DAY",))

        return [
            number(
                "STOPS_PER_DAY",
                tr("Calls on a day"),
                6.0,
                tr("How many calls a rep makes on a day."),
                minValue=1,
            ),
            number(
                "TRIPS_PER_DAY",
                tr("Trips on a day"),
                1.0,
                tr("How often a rep leaves home on a day. Stops a trip = calls on a day / trips on a day."),
                minValue=0.1,
            ),
            number(
                "OVERNIGHT_KM",
                tr("Overnight beyond (km)"),
                None,
                tr("Accounts farther from home by road are visited on trips with nights away. Empty: never."),
                minValue=0,
            ),
            number(
                "DAYS_AWAY",
                tr("Days away"),
                3.0,
                tr("How long such a trip is: its stops are those of so many days."),
                minValue=1,
            ),
            parameters.explained(
                QgsProcessingParameterFile("MATRIX", tr("Travel times"), extension="csv", optional=True),
                tr(
                    "A CSV of origin, destination and minutes from a routing service, used wherever it has "
                    "the pair. Origins and destinations are account ids, territories or reps."
                ),
                advanced=True,
            ),
            parameters.field(
                "ID_FIELD",
                tr("Account id"),
                tr("Field of the accounts with the ids of the travel times."),
                "ACCOUNTS",
                advanced=True,
            ),
        ]

    def _sinks(self) -> list[Any]:
        return [
            parameters.sink(
                "OUTPUT",
                tr("Workload"),
                tr("The accounts with call_hours, travel_hours, workload_hours and home_minutes (one way)."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            parameters.sink(
                "STATISTICS",
                tr("Workload by territory"),
                tr("For each territory: accounts, calls, hours, trips, nights, capacity and utilisation."),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
            ),
        ]

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = ""
        if not given.get("ACCOUNTS") and not given.get("INPUT"):
            wrong = tr("Choose the accounts, or units with calls.")
        elif given.get("SEGMENTS") and not given.get("SEGMENT_FIELD"):
            wrong = tr("Choose the field of the accounts with the segments.")
        elif given.get("MATRIX") and not given.get("ID_FIELD"):
            wrong = tr("Travel times need the field with the ids of the accounts.")
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        import numpy as np

        from ..core.workload import call_hours, centres, travel, workload_statistics

        source, layer, own_territory = self._read(given, context, feedback)
        units = layer.units
        calls, minutes = self._calls(given, context, feedback, layer)
        territory, table, found = self._territories(given, context, feedback, source, layer, own_territory)
        used = territory[territory >= 0]
        if len(used) == 0:
            feedback.pushWarning(
                tr("There are neither territories nor homes, so the way from home is not counted.")
            )
        elif not (territory < 0).all():
            reps.report_homeless(table, used, feedback)
        stand_in = centres(units.xy, calls, territory, len(table.names))
        homes = np.where(np.isfinite(table.homes), table.homes, stand_in)
        accounts = self._accounts(given, context, layer)
        feedback.setProgressText(tr("Estimating travel"))
        way = travel(
            units.xy,
            calls,
            territory,
            homes,
            self._model(given, context),
            areas=None if units.is_points else units.areas,
            accounts=accounts,
            known=self._known(given, context, feedback, layer, territory, table),
        )
        feedback.setProgress(70)
        hours = call_hours(calls, minutes)
        self._report(layer, hours, way.hours, feedback)
        has, _ = capacity.hours_of(self, given, context, table)
        statistics = workload_statistics(
            territory, table.names, calls, hours, way, has, accounts=accounts, reps=table.reps
        )
        # Call hours are known without a place too; only an account with neither has no workload.
        work = np.where(np.isfinite(hours), hours + np.nan_to_num(way.hours), np.nan)
        columns: dict[str, Any] = {}
        if found is not None:
            columns["territory"] = ("text", results.by_feature(layer, found))
        for name, values in (
            ("call_hours", hours),
            ("travel_hours", way.hours),
            ("workload_hours", work),
            ("home_minutes", way.home_minutes),
        ):
            columns[name] = ("number", results.by_feature(layer, values))
        destination = outputs.copy_units(self, given, context, Stage(feedback, 70, 95), source, columns)
        self._style(context, destination, work)
        # Capacity counts where there is a rep, with accounts or without.
        total, capacity_total = float(np.nansum(work)), float(np.nansum(has))
        answer = {
            "OUTPUT": destination,
            "CALL_HOURS": outputs.number(np.nansum(hours)),
            "TRAVEL_HOURS": outputs.number(np.nansum(way.hours)),
            "WORKLOAD_HOURS": outputs.number(total),
            "CAPACITY_HOURS": outputs.number(capacity_total),
            "UTILISATION": outputs.number(100.0 * total / capacity_total if capacity_total > 0 else None),
            "WITHOUT_WORKLOAD": int(np.isnan(hours).sum()),
        }
        if outputs.wanted(given, "STATISTICS"):
            answer["STATISTICS"] = results.write_table(self, given, "STATISTICS", context, statistics)
        return answer

    def _read(self, given, context, feedback) -> tuple[Any, LayerUnits, str | None]:
        """The accounts, or the units where there are none, and the field with their own territory."""
        from ..layers.reading import read_units

        name = "ACCOUNTS" if given.get("ACCOUNTS") else "INPUT"
        source = inputs.source_of(self, given, name, context)
        wanted = [
            self.field_of(given, one, context) for one in ("CALLS_FIELD", "MINUTES_FIELD", "ACCOUNTS_FIELD")
        ]
        extra = [self.field_of(given, one, context) for one in ("SEGMENT_FIELD", "ID_FIELD")]
        own = self.field_of(given, "ACCOUNT_TERRITORY_FIELD", context)
        if own is None and (name == "INPUT" or not given.get("INPUT")):
            own = self.field_of(given, "TERRITORY_FIELD", context)
        feedback.setProgressText(tr("Reading accounts"))
        layer = read_units(
            source,
            [one for one in dict.fromkeys(wanted) if one],
            territory_field=own,
            extra_fields=[one for one in extra if one],
            transform_context=context.transformContext(),
            feedback=Stage(feedback, 0, 30),
        )
        if not layer.units.n:
            raise ValueError(tr("Layer “{layer}” has no features.").format(layer=source.sourceName()))
        for warning in layer.warnings:
            feedback.pushWarning(warning)
        inputs.report(layer, feedback)
        return source, layer, own

    def _measure(self, given, context, layer: LayerUnits, name: str) -> np.ndarray | None:
        field = self.field_of(given, name, context)
        return None if field is None else layer.units.measures[:, layer.units.measure_names.index(field)]

    def _accounts(self, given, context, layer: LayerUnits) -> np.ndarray | None:
        import numpy as np

        accounts = self._measure(given, context, layer, "ACCOUNTS_FIELD")
        return None if accounts is None else np.maximum(np.nan_to_num(accounts), 0.0)

    def _calls(self, given, context, feedback, layer: LayerUnits) -> tuple[np.ndarray, np.ndarray]:
        """(n,) calls and minutes: the account's own, else its segment's, else those of all."""
        import numpy as np

        from ..layers.nulls import text_or_none

        own = [self._measure(given, context, layer, name) for name in ("CALLS_FIELD", "MINUTES_FIELD")]
        table = self._segment_table(given, context)
        found = []
        if table is not None:
            segments = [
                text_or_none(value) for value in layer.extra[self.field_of(given, "SEGMENT_FIELD", context)]
            ]
            unknown = sorted({text for text in segments if text is not None and text not in table})
            if unknown:
                feedback.pushWarning(
                    tr("These segments are not in the table of segments: {names}.").format(
                        names=", ".join(unknown)
                    )
                )
        for place, (values, default) in enumerate(zip(own, ("DEFAULT_CALLS", "DEFAULT_MINUTES"))):
            column = np.full(layer.units.n, np.nan) if values is None else values.copy()
            if table is not None:
                nothing = (np.nan, np.nan)
                of_segment = np.array([table.get(text, nothing)[place] for text in segments])
                column = np.where(np.isnan(column), of_segment, column)
            elif values is None:
                column[:] = self.parameterAsDouble(given, default, context)
            found.append(column)
        return found[0], found[1]

    def _segment_table(self, given, context) -> dict[str, tuple[float, float]] | None:
        """segment → calls, minutes; None without the table."""
        from ..layers.segment_table import read_segments

        if not given.get("SEGMENTS"):
            return None
        fields = ("SEGMENT_NAME_FIELD", "SEGMENT_CALLS_FIELD", "SEGMENT_MINUTES_FIELD")
        return read_segments(
            inputs.source_of(self, given, "SEGMENTS", context),
            *(self.field_of(given, name, context) for name in fields),
        )

    def _territories(
        self, given, context, feedback, source, layer: LayerUnits, own: str | None
    ) -> tuple[np.ndarray, reps.Reps, list[str | None] | None]:
        """(n,) territory of each account, the reps, and the names to write where they are found here."""
        from ..core.workload import nearest_home

        known = reps.read_reps(self, given, context, feedback, layer.crs, ("CAPACITY_FIELD",))
        if own is not None:
            table = reps.with_territories(known, layer.territories, feedback)
            return reps.relabelled(layer.labels, layer.territories, table.names), table, None
        if given.get("ACCOUNTS") and given.get("INPUT") and self.field_of(given, "TERRITORY_FIELD", context):
            labels, territories = self._on_map(given, context, feedback, source)
            table = reps.with_territories(known, territories, feedback)
            territory = reps.relabelled(labels, territories, table.names)
        else:
            table = reps.with_territories(known, [], feedback)
            territory = nearest_home(layer.units.xy, table.homes)
        return territory, table, [table.names[row] if row >= 0 else None for row in territory.tolist()]

    def _on_map(self, given, context, feedback, accounts) -> tuple[np.ndarray, list[str]]:
        """(n,) label of the unit in which each account lies, -1 for none, and the territories."""
        import numpy as np

        from ..core.rollup import locate
        from ..layers.reading import read_shapes

        _, units = inputs.read(self, given, context, Stage(feedback, 30, 50), ())
        where = locate(units.units, read_shapes(accounts, units.crs, context.transformContext()))
        outside = int((where < 0).sum())
        if outside:
            feedback.pushWarning(
                tr("Accounts that lie in no unit: {count}. They have no territory.").format(count=outside)
            )
        labels = np.append(units.labels, -1)
        return labels[where].astype(np.int32), units.territories

    def _model(self, given, context) -> TravelModel:
        from ..core.workload import TravelModel

        overnight = given.get("OVERNIGHT_KM")
        return TravelModel(
            speed=self.parameterAsDouble(given, "SPEED", context),
            detour=self.parameterAsDouble(given, "DETOUR", context),
            stops_per_day=self.parameterAsDouble(given, "STOPS_PER_DAY", context),
            trips_per_day=self.parameterAsDouble(given, "TRIPS_PER_DAY", context),
            overnight_km=None
            if overnight in (None, "")
            else self.parameterAsDouble(given, "OVERNIGHT_KM", context),
            days_away=self.parameterAsDouble(given, "DAYS_AWAY", context),
        )

    def _known(
        self, given, context, feedback, layer: LayerUnits, territory: np.ndarray, table: reps.Reps
    ) -> KnownTimes | None:
        """The travel times in MATRIX; None without."""
        import numpy as np

        from ..layers.travel_times import known_times, read_travel_times

        path = self.parameterAsFile(given, "MATRIX", context)
        if not path:
            return None
        ids = layer.extra[self.field_of(given, "ID_FIELD", context)]
        names = [[name, table.reps.get(name, name)] for name in table.names]
        owners = [names[row] if row >= 0 else [] for row in territory.tolist()]
        known = known_times(read_travel_times(path), ids, owners)
        feedback.pushInfo(
            tr(
                "Travel times used: {homes} of {count} ways home and {pairs} ways between accounts; the rest "
                "is estimated."
            ).format(homes=int(np.isfinite(known.home).sum()), count=layer.units.n, pairs=len(known.pairs))
        )
        return known

    def _report(self, layer: LayerUnits, hours: np.ndarray, way: np.ndarray, feedback) -> None:
        """Say whose hours are not known."""
        import numpy as np

        names, ids = layer.units.names, layer.units.ids
        for rows, text in (
            (np.isnan(hours), tr("Accounts without a usable number of calls or minutes: {count} ({names}).")),
            (
                np.isfinite(hours) & np.isnan(way),
                tr("Accounts without a place, whose travel is not counted: {count} ({names})."),
            ),
        ):
            found = np.flatnonzero(rows)
            if len(found):
                shown = [f"{names[row]}, {ids[row]}" for row in found[:_SHOWN].tolist()]
                more = "; …" if len(found) > _SHOWN else ""
                feedback.pushWarning(text.format(count=len(found), names="; ".join(shown) + more))

    def _style(self, context, destination: str, work: np.ndarray) -> None:
        from ..layers.insight_styling import SEQUENTIAL, apply_graduated_renderer, quantile_breaks

        breaks = quantile_breaks(work)
        results.ResultStyle.attach(
            context,
            destination,
            lambda layer: apply_graduated_renderer(
                layer, "workload_hours", breaks, tr("hours a year"), SEQUENTIAL
            ),
        )
