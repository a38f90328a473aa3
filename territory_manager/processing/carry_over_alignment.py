"""Carry over alignment: last year's territories on this year's units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..layers.fields import unused_name
from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..core.carryover import Carryover
    from ..layers.reading import LayerUnits

_SHOWN = 5


class CarryOverAlignment(TerritoryAlgorithm):
    """``territorymanager:carryoveralignment``."""

    NAME = "carryoveralignment"

    def title(self) -> str:
        return tr("Carry over alignment")

    def summary(self) -> str:
        return tr("Gives this year's units the territories that last year's had in the same place.")

    def explanation(self) -> str:
        return tr(
            "Units may have been split, merged or renumbered. Each gets the territory that most of it had: "
            "most of its area, or of its accounts, where it has any. Old units without territory count as "
            "one more territory, so that what nobody had stays nobody's. Units whose territory is not "
            "certain are listed."
        )

    def keywords(self) -> str:
        return tr("base map,change,split,merge,renumber,crosswalk,overlap,areal interpolation,last year")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        any_geometry = QgsProcessing.SourceType.TypeVectorAnyGeometry
        self.declare(
            parameters.layer("INPUT", tr("New units"), tr("This year's polygons, in any CRS."), polygon),
            parameters.layer("OLD_UNITS", tr("Old units"), tr("Last year's polygons."), polygon),
            parameters.field(
                "OLD_TERRITORY_FIELD",
                tr("Territory of the old units"),
                tr("Field of the old units. Empty is unassigned."),
                "OLD_UNITS",
                optional=False,
            ),
            parameters.layer(
                "ACCOUNTS",
                tr("Accounts"),
                tr("Points that tell which part of a unit counts. Without them its area does."),
                [QgsProcessing.SourceType.TypeVectorPoint],
                optional=True,
            ),
            parameters.field(
                "WEIGHT_FIELD",
                tr("Weight of the accounts"),
                tr("Field of the accounts, such as sales. Default: every account counts 1."),
                "ACCOUNTS",
                kind=parameters.NUMERIC,
            ),
            parameters.explained(
                QgsProcessingParameterNumber(
                    "CERTAIN",
                    tr("Certain from (%)"),
                    parameters.DOUBLE,
                    90.0,
                    minValue=50.0,
                    maxValue=100.0,
                ),
                tr("A unit of which its territory had less than this part is listed as uncertain."),
            ),
            parameters.explained(
                QgsProcessingParameterString("FIELD_NAME", tr("New territory field"), "territory"),
                tr("Name of the field with the territories in the output."),
                advanced=True,
            ),
            parameters.sink(
                "OUTPUT",
                tr("New units with territories"),
                tr(
                    "The new units with all their fields, the territory, the part of the unit that it had "
                    "(share_pct), the territory with the next largest part (also_in) and its part "
                    "(also_pct), and by what it was decided (evidence: area or accounts)."
                ),
                any_geometry,
            ),
            parameters.sink(
                "UNCERTAIN",
                tr("Uncertain units"),
                tr("Only those to look at: split between territories, or where there was no old unit."),
                any_geometry,
                optional=True,
            ),
        )
        self.addOutput(parameters.number("ASSIGNED", tr("Units with a territory")))
        self.addOutput(parameters.number("UNASSIGNED", tr("Units without territory")))
        self.addOutput(parameters.number("UNCERTAIN_UNITS", tr("Uncertain units")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        if not self.parameterAsString(given, "FIELD_NAME", context).strip():
            return False, tr("Name the field for the territories.")
        if given.get("WEIGHT_FIELD") and not given.get("ACCOUNTS"):
            return False, tr("The weight is a field of the accounts. Choose their layer.")
        return super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..layers.overlay_import import carry, read_old_units

        source, layer = inputs.read(self, given, context, Stage(feedback, 0, 20), ())
        inputs.report(layer, feedback)
        old_source = inputs.source_of(self, given, "OLD_UNITS", context)
        if old_source.sourceCrs().isValid() != source.sourceCrs().isValid():
            feedback.pushWarning(
                tr("Only one of the two layers has a CRS; their coordinates are taken as the same.")
            )
        feedback.setProgressText(tr("Reading old units"))
        old = read_old_units(
            old_source,
            self.field_of(given, "OLD_TERRITORY_FIELD", context),
            layer.crs,
            context.transformContext(),
            Stage(feedback, 20, 35),
        )
        accounts = self._accounts(given, context, feedback, layer)
        feedback.setProgressText(tr("Comparing old and new units"))
        stage = Stage(feedback, 35, 70)
        carried = carry(layer.units, old, accounts, progress=stage.setProgress, cancelled=feedback.isCanceled)
        certain = self.parameterAsDouble(given, "CERTAIN", context) / 100.0
        uncertain = carried.result.uncertain(certain)
        self._tell(feedback, layer, carried.result, uncertain, carried.names)
        return self._write(given, context, feedback, source, layer, carried.result, uncertain, carried.names)

    def _accounts(self, given, context, feedback, layer: LayerUnits) -> tuple[np.ndarray, np.ndarray] | None:
        """Accounts and their weights; None without accounts."""
        from ..layers.overlay_import import read_weights

        if not given.get("ACCOUNTS"):
            return None
        feedback.setProgressText(tr("Finding the units of each account"))
        points, weight, found = read_weights(
            inputs.source_of(self, given, "ACCOUNTS", context),
            self.field_of(given, "WEIGHT_FIELD", context),
            layer.crs,
            context.transformContext(),
        )
        if found is not None:
            inputs.report(found, feedback, things="accounts", analysed=True)
        return points, weight

    @staticmethod
    def _tell(feedback, layer: LayerUnits, carried: Carryover, uncertain: np.ndarray, names) -> None:
        import numpy as np

        rows = np.flatnonzero(uncertain)
        if not len(rows):
            return
        # least certain first, those of which nothing is known last
        order = rows[np.argsort(np.nan_to_num(carried.share[rows], nan=2.0), kind="stable")]
        shown = []
        for row in order[:_SHOWN].tolist():
            unit, share = layer.units.names[row], carried.share[row]
            if np.isnan(share):
                shown.append(tr("{unit} (no old unit there)").format(unit=unit))
            else:
                shown.append(
                    tr("{unit} ({territory} {share:.0f} %)").format(
                        unit=unit,
                        territory=names[carried.owner[row]] or tr("nobody"),
                        share=100.0 * share,
                    )
                )
        feedback.pushWarning(
            tr("Units whose territory is uncertain: {count}. {units}{more}").format(
                count=len(rows), units=", ".join(shown), more=" …" if len(rows) > _SHOWN else ""
            )
        )

    def _write(self, given, context, feedback, source, layer, carried: Carryover, uncertain, names):
        import numpy as np

        from ..core.carryover import ACCOUNTS, AREA

        ids = layer.units.ids.tolist()
        territory = [names[place] if place >= 0 else None for place in carried.owner.tolist()]
        second = [(names[place] or tr("nobody")) if place >= 0 else None for place in carried.other.tolist()]
        evidence = {AREA: "area", ACCOUNTS: "accounts"}
        name = self.parameterAsString(given, "FIELD_NAME", context).strip()
        columns = {name: ("text", dict(zip(ids, territory)))}
        for wanted, kind, values in (
            ("share_pct", "number", (100.0 * carried.share).tolist()),
            ("also_in", "text", second),
            (
                "also_pct",
                "number",
                np.where(carried.other >= 0, 100.0 * carried.other_share, np.nan).tolist(),
            ),
            ("evidence", "text", [evidence.get(how) for how in carried.evidence.tolist()]),
        ):
            columns[unused_name(wanted, [name])] = (kind, dict(zip(ids, values)))
        results: dict[str, Any] = {
            "OUTPUT": outputs.copy_units(self, given, context, Stage(feedback, 70, 90), source, columns),
            "ASSIGNED": sum(owner is not None for owner in territory),
            "UNASSIGNED": sum(owner is None for owner in territory),
            "UNCERTAIN_UNITS": int(uncertain.sum()),
        }
        labels = np.where(carried.owner < len(names) - 1, carried.owner, -1)
        outputs.color_units(context, feedback, results["OUTPUT"], name, layer, names[:-1], labels)
        if outputs.wanted(given, "UNCERTAIN"):
            listed = set(layer.units.ids[uncertain].tolist())
            results["UNCERTAIN"] = outputs.copy_units(
                self,
                given,
                context,
                Stage(feedback, 90, 100),
                source,
                columns,
                name="UNCERTAIN",
                only=listed.__contains__,
            )
        return results
