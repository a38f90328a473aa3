"""Find under- and over-served areas: capacity against workload, white space, hot spots, the next rep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterEnum, QgsProcessingParameterNumber

from ..translate import tr
from . import (
    capacity,
    coverage_accounts,
    coverage_tables,
    inputs,
    outputs,
    parameters,
    reps,
    results,
    road_times,
)
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..layers.reading import LayerUnits


class FindCoverage(TerritoryAlgorithm):
    """``territorymanager:coverage``."""

    NAME = "coverage"

    def title(self) -> str:
        return tr("Find under- and over-served areas")

    def summary(self) -> str:
        return tr("Compares the capacity of reps with the workload in their reach, and sales with potential.")

    def explanation(self) -> str:
        return tr(
            "Coverage = 100 × hours of capacity / hours of workload. Each rep's capacity is shared out over "
            "the units of the territory within reach, in proportion to their workload; without territories, "
            "over all units within reach (two-step floating catchment areas, Luo and Wang 2003). With "
            "accounts, the work of each counts with the territory that has it, wherever it lies. Coverage is "
            "then smoothed: capacity and workload of each unit and its neighbours are added up before they "
            "are divided. White space = potential − sales. Hot and cold spots are units around which white "
            "space is higher or lower than chance would have it: Getis-Ord Gi* (Getis and Ord 1992, Ord and "
            "Getis 1995) on the neighbours of the map, with the false discovery rate of Benjamini and "
            "Hochberg (1995). Reps missing = (workload − capacity) / capacity of one rep. Candidate homes "
            "are found one after the other, each where a rep could take on most of what nobody covers "
            "(Church and ReVelle 1974)."
        )

    def keywords(self) -> str:
        return tr("coverage,white space,hot spot,getis-ord,underserved,overserved,fte,greenfield,location")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        field, number = parameters.field, QgsProcessingParameterNumber
        self.declare(
            parameters.units(),
            parameters.territory_field(optional=True),
            field(
                "WORKLOAD_FIELD",
                tr("Workload (hours)"),
                tr("Field of the units: hours per year, as Calculate workload gives them."),
                "INPUT",
                kind=parameters.NUMERIC,
            ),
            *coverage_accounts.accounts(),
            field("POTENTIAL_FIELD", tr("Potential"), tr("Field of the units: what could be sold."), "INPUT"),
            field("SALES_FIELD", tr("Sales"), tr("Field of the units: what is sold."), "INPUT"),
            *capacity.reps_with_hours(),
            parameters.explained(
                number("REACH", tr("Reach"), parameters.DOUBLE, None, optional=True, minValue=0.0),
                tr("How far from home a rep serves a unit, by road. Empty: no limit."),
            ),
            parameters.explained(
                QgsProcessingParameterEnum(
                    "REACH_UNIT", tr("Reach in"), [tr("Minutes"), "km"], defaultValue=0
                ),
                tr("Minutes (by road, where there are roads; else at the speed below), or kilometres."),
            ),
            *capacity.roads(),
            *road_times.road_layer(),
            field(
                "SEGMENT_FIELD",
                tr("Segment"),
                tr("Field of the units: segment or industry, for the white space of each."),
                "INPUT",
            ),
            parameters.explained(
                number("TOLERANCE", tr("Tolerance (%)"), parameters.DOUBLE, 10.0, minValue=0.0),
                tr("Well served is a coverage between 100 − this and 100 + this."),
            ),
            parameters.explained(
                number("SMOOTHING", tr("Smoothing"), parameters.INTEGER, 1, minValue=0, maxValue=10),
                tr("How many rings of neighbours the coverage of a unit looks at. 0: none."),
                advanced=True,
            ),
            parameters.explained(
                number(
                    "DISCOVERY_RATE",
                    tr("False discovery rate (%)"),
                    parameters.DOUBLE,
                    5.0,
                    minValue=0.1,
                    maxValue=50,
                ),
                tr("How many of the hot and cold spots may be so by chance."),
                advanced=True,
            ),
            parameters.explained(
                number("COUNT", tr("Candidate homes"), parameters.INTEGER, 5, minValue=1),
                tr("How many places for more reps to look for."),
                advanced=True,
            ),
            parameters.sink(
                "OUTPUT",
                tr("Coverage"),
                tr(
                    "The units with coverage (%), class (under, well, over), coverage_raw (not smoothed), "
                    "white_space, potential_pct, hot_spot (hot, cold, none), hot_spot_z and hot_spot_p."
                ),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            parameters.sink(
                "OUTPUT_TERRITORIES",
                tr("Coverage by territory"),
                tr(
                    "Each territory with workload, capacity, coverage, class, white space, reps missing and "
                    "what would fix it."
                ),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
            ),
            parameters.sink(
                "OUTPUT_SEGMENTS",
                tr("White space by segment"),
                tr("For each segment potential, sales, penetration and white space, with their shares."),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
                by_default=False,
            ),
            parameters.sink(
                "CANDIDATES",
                tr("Candidate homes"),
                tr("Where to put the next reps, ranked, with the hours that each would take on."),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                by_default=False,
            ),
        )
        for name, title in (
            ("COVERAGE", tr("Coverage of all (%)")),
            ("MISSING", tr("Reps missing (full-time equivalents)")),
            ("SPARE", tr("Reps spare (full-time equivalents)")),
            ("UNDER", tr("Under-served units")),
            ("WELL", tr("Well served units")),
            ("OVER", tr("Over-served units")),
            ("HOT", tr("Hot spots")),
            ("COLD", tr("Cold spots")),
            ("WHITE_SPACE", tr("White space of all")),
        ):
            self.addOutput(parameters.number(name, title))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = ""
        if not given.get("TERRITORIES") and not given.get("TERRITORY_FIELD"):
            wrong = tr("Choose the territory field of the units, or a layer of reps, or both.")
        elif not given.get("ACCOUNTS") and not given.get("WORKLOAD_FIELD"):
            wrong = tr("Choose the field of the units with the workload, or accounts with theirs.")
        elif given.get("ACCOUNTS") and not given.get("ACCOUNT_WORKLOAD_FIELD"):
            wrong = tr("Choose the field of the accounts with their workload.")
        elif bool(given.get("SALES_FIELD")) and not given.get("POTENTIAL_FIELD"):
            wrong = tr("White space needs the potential as well as the sales.")
        elif outputs.wanted(given, "OUTPUT_SEGMENTS") and not (
            given.get("SEGMENT_FIELD") and given.get("SALES_FIELD")
        ):
            wrong = tr("White space by segment needs the fields with segment, potential and sales.")
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        import numpy as np

        from ..core import coverage as core
        from ..core.checks import LEFT_OUT
        from ..core.hotspots import hot_spots
        from ..core.performance import percent
        from ..core.workload import nearest_home
        from ..layers.nulls import text_or_none

        names = ("WORKLOAD_FIELD", "POTENTIAL_FIELD", "SALES_FIELD")
        fields = {name: self.field_of(given, name, context) for name in names}
        if given.get("ACCOUNTS"):
            fields["WORKLOAD_FIELD"] = None
        source, layer = inputs.read(
            self,
            given,
            context,
            Stage(feedback, 0, 30),
            [name for name in dict.fromkeys(fields.values()) if name],
            extra=[self.field_of(given, "SEGMENT_FIELD", context)],
        )
        inputs.report(
            layer,
            feedback,
            as_they_are=[fields["SALES_FIELD"]],
            analysed=True,
            missing=dict.fromkeys(fields.values(), LEFT_OUT),
        )
        units = layer.units
        value = {
            name: units.measures[:, units.measure_names.index(field)] if field else np.full(units.n, np.nan)
            for name, field in fields.items()
        }
        work = coverage_accounts.work_of(self, given, context, feedback, layer)
        known = reps.read_reps(self, given, context, feedback, layer.crs, ("CAPACITY_FIELD",))
        there = dict.fromkeys([*layer.territories, *work.territories])
        table = reps.with_territories(known, list(there), feedback)
        labels = None
        if layer.labels is not None:
            labels = reps.relabelled(layer.labels, layer.territories, table.names)
        owner = work.labels(labels, table.names)
        has, of_one = capacity.hours_of(self, given, context, table)
        vacant = [name for name, hours in zip(table.names, has.tolist()) if hours <= 0]
        if vacant:
            feedback.pushWarning(tr("No capacity: {names}.").format(names=", ".join(vacant)))
        reach = self._reach(given, context)
        if reach is not None and not np.isfinite(table.homes).all(axis=1).any():
            feedback.pushWarning(tr("No home is known, so the reach limits nothing."))
        away, limit = self._by_road(given, context, feedback, layer, table.homes), reach
        if away is not None:
            limit = self.parameterAsDouble(given, "REACH", context)
            away = away if work.unit is None else np.vstack([away, np.full(away.shape[1], np.nan)])[work.unit]
        adjacency = inputs.neighbours(layer, feedback)
        feedback.setProgress(50)
        tolerance = self.parameterAsDouble(given, "TOLERANCE", context)
        served = core.cover(
            work.xy,
            work.hours,
            has,
            table.homes,
            owner,
            adjacency,
            unit=work.unit,
            reach=limit,
            away=away,
            rounds=self.parameterAsInt(given, "SMOOTHING", context),
            tolerance=tolerance,
        )
        need, got, kind = served.need, served.supplied, served.kind
        money = value["POTENTIAL_FIELD"], value["SALES_FIELD"]
        white = core.white_space(*money)
        self._report_white(layer, white, fields, feedback)
        rate = self.parameterAsDouble(given, "DISCOVERY_RATE", context) / 100.0
        spots = hot_spots(white if fields["SALES_FIELD"] else value["POTENTIAL_FIELD"], adjacency, rate)
        feedback.setProgress(70)
        columns: dict[str, Any] = {
            name: (sort, results.by_feature(layer, column))
            for name, sort, column in (
                ("coverage", "number", served.smooth),
                ("class", "text", kind),
                ("coverage_raw", "number", served.raw),
                ("white_space", "number", white),
                ("potential_pct", "number", percent(money[0], np.full(units.n, np.nansum(money[0])))),
                ("hot_spot", "text", spots.kind),
                ("hot_spot_z", "number", spots.z),
                ("hot_spot_p", "number", spots.p),
            )
        }
        from ..layers.insight_styling import apply_service_renderer, coverage_styles, in_styles

        destination = outputs.copy_units(self, given, context, Stage(feedback, 70, 85), source, columns)
        styles = coverage_styles(white if np.isfinite(white).any() else None)
        results.ResultStyle.attach(context, destination, lambda one: in_styles(one, styles))
        spare = self._spare(owner, served.asked, has, of_one)
        answer: dict[str, Any] = {
            "OUTPUT": destination,
            "COVERAGE": outputs.number(served.percent),
            "MISSING": outputs.number(np.maximum(spare, 0.0).sum()),
            "SPARE": outputs.number(np.maximum(-spare, 0.0).sum()),
            **{name.upper(): int((kind == name).sum()) for name in (core.UNDER, core.WELL, core.OVER)},
            "HOT": int((spots.kind == "hot").sum()),
            "COLD": int((spots.kind == "cold").sum()),
            "WHITE_SPACE": outputs.number(np.nansum(white) if np.isfinite(white).any() else None),
        }
        self._tell(answer, feedback)
        if outputs.wanted(given, "OUTPUT_TERRITORIES"):
            # Without territories, who lives nearest stands for them.
            place = labels if labels is not None else nearest_home(units.xy, table.homes)
            of_work = owner if owner is not None else nearest_home(work.xy, table.homes)
            rows = coverage_tables.by_territory(
                table, place, of_work, served, has, of_one, money, tolerance
            )
            written = results.write_territories(
                self, given, "OUTPUT_TERRITORIES", context, feedback, source, layer, place, rows
            )
            results.ResultStyle.attach(context, written, lambda one: apply_service_renderer(one, "class"))
            answer["OUTPUT_TERRITORIES"] = written
        if outputs.wanted(given, "CANDIDATES"):
            left = np.maximum(need - got, 0.0)
            count = self.parameterAsInt(given, "COUNT", context)
            found = core.candidate_homes(units.xy, left, of_one, reach=reach, count=count)
            names = layer.territories
            answer["CANDIDATES"] = coverage_tables.write_candidates(
                self, given, context, source, layer, found, names
            )
        if outputs.wanted(given, "OUTPUT_SEGMENTS"):
            segments = [
                text_or_none(one) for one in layer.extra[self.field_of(given, "SEGMENT_FIELD", context)]
            ]
            rows = core.white_space_by(segments, *money).rename(columns={"group": "segment"})
            answer["OUTPUT_SEGMENTS"] = results.write_table(self, given, "OUTPUT_SEGMENTS", context, rows)
            coverage_tables.tell_segments(rows, feedback)
        return answer

    def _reach(self, given, context) -> float | None:
        """In metres of straight line."""
        if given.get("REACH") in (None, ""):
            return None
        reach = self.parameterAsDouble(given, "REACH", context)
        if self.parameterAsEnum(given, "REACH_UNIT", context) == 0:
            reach *= self.parameterAsDouble(given, "SPEED", context) / 60.0
        return 1000.0 * reach / self.parameterAsDouble(given, "DETOUR", context)

    def _by_road(self, given, context, feedback, layer: LayerUnits, homes: np.ndarray) -> np.ndarray | None:
        """(n, k) minutes by road, straight ones where there is no road; None without roads or reach."""
        import numpy as np

        from ..core.workload import TravelModel

        if given.get("REACH") in (None, "") or self.parameterAsEnum(given, "REACH_UNIT", context) != 0:
            return None
        model = TravelModel(
            speed=self.parameterAsDouble(given, "SPEED", context),
            detour=self.parameterAsDouble(given, "DETOUR", context),
        )
        found = road_times.by_road(self, given, context, feedback, layer, homes, None, model)
        if found is None:
            return None
        xy = layer.units.xy
        straight = np.hypot(*(xy[:, None] - homes[None]).transpose(2, 0, 1)) * model.minutes_per_metre
        return np.where(np.isfinite(found.minutes), found.minutes, straight)

    @staticmethod
    def _spare(owner: np.ndarray | None, work: np.ndarray, has: np.ndarray, of_one: float) -> np.ndarray:
        """Reps missing (spare: negative) in each territory; work of nobody is a territory of no rep."""
        import numpy as np

        from ..core.coverage import reps_missing

        if owner is None:
            return reps_missing(np.array([work.sum()]), np.array([has.sum()]), of_one)
        k = len(has)
        asked = np.bincount(np.where(owner < 0, k, owner), work, k + 1)
        return reps_missing(asked, np.append(has, 0.0), of_one)

    def _report_white(self, layer: LayerUnits, white: np.ndarray, fields: dict[str, Any], feedback) -> None:
        import numpy as np

        if not fields["SALES_FIELD"]:
            return
        beyond = np.flatnonzero(white < 0)
        if len(beyond):
            names = layer.units.names[beyond]
            shown = ", ".join(names[:5].tolist()) + (" …" if len(beyond) > 5 else "")
            feedback.pushInfo(
                tr("Units that sell more than their potential: {count} ({names}).").format(
                    count=len(beyond), names=shown
                )
            )

    def _tell(self, answer: dict[str, Any], feedback) -> None:
        feedback.pushInfo(
            tr("Units under-served: {under}, well served: {well}, over-served: {over}.").format(
                under=answer["UNDER"], well=answer["WELL"], over=answer["OVER"]
            )
        )
        feedback.pushInfo(
            tr(
                "Reps missing: {missing}, spare: {spare} (full-time equivalents, territory by territory)."
            ).format(missing=f"{answer['MISSING']:.1f}", spare=f"{answer['SPARE']:.1f}")
        )
