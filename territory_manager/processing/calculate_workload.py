"""Calculate workload: the hours that accounts take, for calls and for travel, against what reps have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..translate import tr
from . import capacity, inputs, outputs, parameters, reps, results, road_times
from .base import Stage, TerritoryAlgorithm
from .workload_parameters import segments, sinks, travel_times, trips, where, work

if TYPE_CHECKING:
    import numpy as np

    from ..core.workload import KnownTimes
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
            "0.7124 × √(area / accounts) inside a unit (Beardwood, Halton and Hammersley 1959). With travel "
            "times or roads, these are used instead: Dijkstra's shortest paths on QGIS's road network, from "
            "home and between neighbours; the mean of out and back where a road has a direction. Workload = "
            "call hours + travel hours. Utilisation = 100 × workload / capacity, empty without capacity. "
            "Accounts without a place have call hours only; what is missing is reported."
        )

    def keywords(self) -> str:
        return tr("capacity,utilisation,calls,travel time,hours,tour,overnight")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(*work(), *segments(), *where(), *capacity.reps_with_hours(), *capacity.roads(), *trips())
        self.declare(*road_times.road_layer(), *travel_times(), *sinks())
        self.addOutput(parameters.number("CALL_HOURS", tr("Call hours")))
        self.addOutput(parameters.number("TRAVEL_HOURS", tr("Travel hours")))
        self.addOutput(parameters.number("WORKLOAD_HOURS", tr("Workload (hours)")))
        self.addOutput(parameters.number("CAPACITY_HOURS", tr("Capacity (hours)")))
        self.addOutput(parameters.number("UTILISATION", tr("Utilisation (%)")))
        self.addOutput(parameters.number("WITHOUT_WORKLOAD", tr("Accounts whose call hours are not known")))

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
        accounts, hours = self._accounts(given, context, layer), call_hours(calls, minutes)
        feedback.setProgressText(tr("Estimating travel"))
        model = capacity.travel_model(self, given, context)
        way = travel(
            units.xy,
            # nobody knows how long the others take, so their work is not counted, nor is half of it
            np.where(np.isfinite(hours), calls, np.nan),
            territory,
            homes,
            model,
            areas=None if units.is_points else units.areas,
            accounts=accounts,
            known=self._known(given, context, feedback, layer, territory, table, homes, model),
        )
        feedback.setProgress(70)
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
        from ..core.checks import ACCOUNTS, TOLD, UNITS
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
        inputs.report(
            layer,
            feedback,
            things=ACCOUNTS if name == "ACCOUNTS" else UNITS,
            analysed=True,
            # what no segment stands in for is told once calls and minutes are known
            missing=dict.fromkeys(wanted[:2], TOLD),
        )
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
        from ..core.workload import own_or_segment
        from ..layers.nulls import text_or_none

        table, segments = self._segment_table(given, context), None
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
        calls, minutes = (
            own_or_segment(
                layer.units.n,
                self._measure(given, context, layer, name),
                segments,
                {segment: pair[place] for segment, pair in (table or {}).items()},
                self.parameterAsDouble(given, default, context),
            )
            for place, (name, default) in enumerate(
                (("CALLS_FIELD", "DEFAULT_CALLS"), ("MINUTES_FIELD", "DEFAULT_MINUTES"))
            )
        )
        return calls, minutes

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

    def _known(
        self,
        given,
        context,
        feedback,
        layer: LayerUnits,
        territory: np.ndarray,
        table: reps.Reps,
        homes,
        model,
    ) -> KnownTimes | None:
        """The travel times in MATRIX, then those by ROADS; None without either."""
        found = self._in_matrix(given, context, feedback, layer, territory, table)
        roads = road_times.by_road(self, given, context, feedback, layer, homes, territory, model)
        if roads is None or roads.known is None:
            return found
        return roads.known if found is None else found.before(roads.known)

    def _in_matrix(
        self, given, context, feedback, layer: LayerUnits, territory: np.ndarray, table: reps.Reps
    ) -> KnownTimes | None:
        import numpy as np

        from ..layers.travel_times import known_times, read_travel_times, strangers

        path = self.parameterAsFile(given, "MATRIX", context)
        if not path:
            return None
        ids = layer.extra[self.field_of(given, "ID_FIELD", context)]
        names = [[name, table.reps.get(name, name)] for name in table.names]
        owners = [names[row] if row >= 0 else [] for row in territory.tolist()]
        times = read_travel_times(path)
        known = known_times(times, ids, owners)
        unknown = strangers(times, ids, [one for pair in names for one in pair])
        if unknown:
            feedback.pushWarning(
                tr("Travel times name {count} places that are neither account nor home: {names}.").format(
                    count=len(unknown),
                    names=", ".join(unknown[:_SHOWN]) + (" …" if len(unknown) > _SHOWN else ""),
                )
            )
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
