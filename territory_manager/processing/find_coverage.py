"""Find under- and over-served areas: capacity against workload, white space, hot spots, the next rep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ..layers.fields import append
from ..translate import tr
from . import capacity, inputs, outputs, parameters, reps, results
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

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
            "over all units within reach (two-step floating catchment areas, Luo and Wang 2003). Coverage is "
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
                optional=False,
            ),
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
                tr("Minutes at the speed below, or kilometres."),
            ),
            *capacity.roads(),
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
                    "white_space, hot_spot (hot, cold, none), hot_spot_z and hot_spot_p."
                ),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            parameters.sink(
                "OUTPUT_TERRITORIES",
                tr("Coverage by territory"),
                tr("Each territory with workload, capacity, coverage, class, reps missing and white space."),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
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
        elif bool(given.get("SALES_FIELD")) and not given.get("POTENTIAL_FIELD"):
            wrong = tr("White space needs the potential as well as the sales.")
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        import numpy as np

        from ..core import coverage as core
        from ..core.hotspots import hot_spots

        names = ("WORKLOAD_FIELD", "POTENTIAL_FIELD", "SALES_FIELD")
        fields = {name: self.field_of(given, name, context) for name in names}
        source, layer = inputs.read(
            self,
            given,
            context,
            Stage(feedback, 0, 30),
            [name for name in dict.fromkeys(fields.values()) if name],
        )
        inputs.report(layer, feedback)
        units = layer.units
        value = {
            name: units.measures[:, units.measure_names.index(field)] if field else np.full(units.n, np.nan)
            for name, field in fields.items()
        }
        work = value["WORKLOAD_FIELD"]
        known = reps.read_reps(self, given, context, feedback, layer.crs, ("CAPACITY_FIELD",))
        table = reps.with_territories(known, layer.territories, feedback)
        labels = None
        if layer.labels is not None:
            labels = reps.relabelled(layer.labels, layer.territories, table.names)
        has, of_one = capacity.hours_of(self, given, context, table)
        vacant = [name for name, hours in zip(table.names, has.tolist()) if hours <= 0]
        if vacant:
            feedback.pushWarning(tr("No capacity: {names}.").format(names=", ".join(vacant)))
        reach = self._reach(given, context)
        if reach is not None and not np.isfinite(table.homes).all(axis=1).any():
            feedback.pushWarning(tr("No home is known, so the reach limits nothing."))
        adjacency = inputs.neighbours(layer, feedback)
        feedback.setProgress(50)
        tolerance = self.parameterAsDouble(given, "TOLERANCE", context)
        served = core.cover(
            units.xy,
            work,
            has,
            table.homes,
            labels,
            adjacency,
            reach=reach,
            rounds=self.parameterAsInt(given, "SMOOTHING", context),
            tolerance=tolerance,
        )
        need, got, kind = served.need, served.supplied, served.kind
        white = core.white_space(value["POTENTIAL_FIELD"], value["SALES_FIELD"])
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
                ("hot_spot", "text", spots.kind),
                ("hot_spot_z", "number", spots.z),
                ("hot_spot_p", "number", spots.p),
            )
        }
        from ..layers.insight_styling import apply_service_renderer

        destination = outputs.copy_units(self, given, context, Stage(feedback, 70, 85), source, columns)
        results.ResultStyle.attach(context, destination, lambda one: apply_service_renderer(one, "class"))
        spare = self._spare(labels, need, has, of_one)
        answer: dict[str, Any] = {
            "OUTPUT": destination,
            "COVERAGE": outputs.number(100.0 * got.sum() / need.sum() if need.sum() > 0 else None),
            "MISSING": outputs.number(np.maximum(spare, 0.0).sum()),
            "SPARE": outputs.number(np.maximum(-spare, 0.0).sum()),
            **{name.upper(): int((kind == name).sum()) for name in (core.UNDER, core.WELL, core.OVER)},
            "HOT": int((spots.kind == "hot").sum()),
            "COLD": int((spots.kind == "cold").sum()),
            "WHITE_SPACE": outputs.number(np.nansum(white) if np.isfinite(white).any() else None),
        }
        self._tell(answer, feedback)
        if outputs.wanted(given, "OUTPUT_TERRITORIES"):
            rows = self._by_territory(table, labels, served, has, of_one, value, tolerance)
            place = labels if labels is not None else np.full(units.n, -1)
            written = results.write_territories(
                self, given, "OUTPUT_TERRITORIES", context, feedback, source, layer, place, rows
            )
            results.ResultStyle.attach(context, written, lambda one: apply_service_renderer(one, "class"))
            answer["OUTPUT_TERRITORIES"] = written
        if outputs.wanted(given, "CANDIDATES"):
            left = np.maximum(need - got, 0.0)
            count = self.parameterAsInt(given, "COUNT", context)
            found = core.candidate_homes(units.xy, left, of_one, reach=reach, count=count)
            answer["CANDIDATES"] = self._write_candidates(given, context, source, layer, found)
        return answer

    def _reach(self, given, context) -> float | None:
        """In metres of straight line."""
        if given.get("REACH") in (None, ""):
            return None
        reach = self.parameterAsDouble(given, "REACH", context)
        if self.parameterAsEnum(given, "REACH_UNIT", context) == 0:
            reach *= self.parameterAsDouble(given, "SPEED", context) / 60.0
        return 1000.0 * reach / self.parameterAsDouble(given, "DETOUR", context)

    @staticmethod
    def _spare(labels: np.ndarray | None, need: np.ndarray, has: np.ndarray, of_one: float) -> np.ndarray:
        """Reps missing (spare: negative) in each territory; units of nobody are a territory of no rep."""
        import numpy as np

        from ..core.coverage import reps_missing

        if labels is None:
            return reps_missing(np.array([need.sum()]), np.array([has.sum()]), of_one)
        k = len(has)
        asked = np.bincount(np.where(labels < 0, k, labels), need, k + 1)
        return reps_missing(asked, np.append(has, 0.0), of_one)

    def _by_territory(self, table, labels, served, has, of_one, value, tolerance) -> pd.DataFrame:
        import numpy as np
        import pandas as pd

        from ..core import coverage as core
        from ..core.performance import totals

        k = len(table.names)
        labels = np.full(len(served.need), -1) if labels is None else labels
        rows = k + 1 if (labels < 0).any() else k
        names = [*table.names, None][:rows]
        potential, sales = (
            totals(labels, value[one], k)[:rows] for one in ("POTENTIAL_FIELD", "SALES_FIELD")
        )
        found = core.by_territory(served, labels, has, of_one, tolerance)
        return pd.DataFrame(
            {
                "territory": pd.Series(names, dtype=object),
                "rep": pd.Series(
                    [None if name is None else table.reps.get(name) for name in names], dtype=object
                ),
                "units": np.bincount(np.where(labels < 0, k, labels), minlength=k + 1)[:rows],
                **{name: pd.Series(column[:rows]) for name, column in found.items()},
                "potential": potential,
                "sales": sales,
                "white_space": core.white_space(potential, sales),
            }
        )

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

    def _write_candidates(self, given, context, source, layer: LayerUnits, found) -> str:
        fields = QgsFields()
        for name, kind in (
            ("rank", "count"),
            ("unit", "text"),
            ("feature_id", "id"),
            ("hours", "number"),
            ("fte", "number"),
            ("distance_km", "number"),
            ("units", "count"),
        ):
            append(fields, name, kind)
        writer = outputs.Writer(
            self, given, "CANDIDATES", context, fields, QgsWkbTypes.Type.Point, source.sourceCrs()
        )
        ids = [int(layer.units.ids[one.unit]) for one in found]
        request = QgsFeatureRequest().setFilterFids(ids).setNoAttributes()
        shapes = {feature.id(): feature.geometry() for feature in outputs.features(source, request)}
        for rank, (one, fid) in enumerate(zip(found, ids), start=1):
            middle = shapes[fid].pointOnSurface() if shapes[fid].type() else shapes[fid].centroid()
            writer.add(
                [
                    rank,
                    layer.units.names[one.unit],
                    fid,
                    one.hours,
                    one.fte,
                    one.distance / 1000.0,
                    one.units,
                ],
                QgsGeometry.fromPointXY(QgsPointXY(middle.asPoint())),
            )
        return writer.destination
