"""Assign by boundaries: units get the territory in whose shape they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from ..layers.fields import unused_name
from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    from ..core.overlay import Overlay
    from ..layers.reading import LayerUnits

_SHOWN = 5


class AssignByBoundaries(TerritoryAlgorithm):
    """``territorymanager:assignbyboundaries``."""

    NAME = "assignbyboundaries"

    def title(self) -> str:
        return tr("Assign by boundaries")

    def summary(self) -> str:
        return tr("Gives units the territory in whose boundary they lie.")

    def explanation(self) -> str:
        return tr(
            "Several polygons may make up one territory. Invalid polygons are repaired for the purpose. "
            "Where boundaries overlap, a unit may belong to several territories: the field “also_in” names "
            "the others. By centre the first name in the order of names is taken, by overlap the one that "
            "covers most. Units without area, such as points, are placed by their centre in any case."
        )

    def keywords(self) -> str:
        return tr("import,join by location,overlap,shapes,polygons,intersect,old territories")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            parameters.layer(
                "BOUNDARIES",
                tr("Boundaries"),
                tr("Polygons of the territories, in any CRS."),
                [QgsProcessing.SourceType.TypeVectorPolygon],
            ),
            parameters.field(
                "BOUNDARY_NAME_FIELD",
                tr("Name of the territory"),
                tr("Field of the boundaries. Default: “territory”, or the field that reads like a name."),
                "BOUNDARIES",
            ),
            parameters.explained(
                QgsProcessingParameterEnum(
                    "METHOD",
                    tr("A unit belongs to"),
                    [
                        tr("The boundary in which its centre lies"),
                        tr("The boundary that covers the largest part of it"),
                    ],
                    defaultValue=0,
                ),
                tr(
                    "The centre is the centroid, or a point inside where that lies outside the unit. The "
                    "largest part is better where boundaries cut through units."
                ),
            ),
            parameters.explained(
                QgsProcessingParameterString("FIELD_NAME", tr("New territory field"), "territory"),
                tr("Name of the field with the territories in the output."),
                advanced=True,
            ),
            parameters.sink(
                "OUTPUT",
                tr("Units with territories"),
                tr(
                    "The units with all their fields, the territory, the part of the unit that lies in it "
                    "(overlap_pct, by overlap only) and the other territories that claim it (also_in)."
                ),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
        )
        self.addOutput(parameters.number("ASSIGNED", tr("Units with a territory")))
        self.addOutput(parameters.number("UNASSIGNED", tr("Units without territory")))
        self.addOutput(parameters.number("AMBIGUOUS", tr("Units that several territories claim")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        if not self.parameterAsString(given, "FIELD_NAME", context).strip():
            return False, tr("Name the field for the territories.")
        return super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..layers.overlay_import import OVERLAP, lay_boundaries, read_boundaries

        source, layer = inputs.read(self, given, context, Stage(feedback, 0, 25), ())
        inputs.report(layer, feedback)
        feedback.setProgressText(tr("Reading the boundaries"))
        boundaries = inputs.source_of(self, given, "BOUNDARIES", context)
        if boundaries.sourceCrs().isValid() != source.sourceCrs().isValid():
            feedback.pushWarning(
                tr("Only one of the two layers has a CRS; their coordinates are taken as the same.")
            )
        found = read_boundaries(
            boundaries,
            self.field_of(given, "BOUNDARY_NAME_FIELD", context),
            layer.crs,
            context.transformContext(),
        )
        for words in found.remarks:
            feedback.pushWarning(words)
        names = found.names
        feedback.setProgress(35)
        feedback.setProgressText(tr("Finding the boundary of each unit"))
        method = self.parameterAsEnum(given, "METHOD", context)
        stage = Stage(feedback, 35, 80)
        overlay = lay_boundaries(
            layer.units, found, method, progress=stage.setProgress, cancelled=feedback.isCanceled
        )
        self._tell(feedback, layer, overlay, names)

        ids = layer.units.ids.tolist()
        territory = [names[place] if place >= 0 else None for place in overlay.owner.tolist()]
        field = self.parameterAsString(given, "FIELD_NAME", context).strip()
        columns = {field: ("text", dict(zip(ids, territory)))}
        if method == OVERLAP:
            columns[unused_name("overlap_pct", [field])] = (
                "number",
                dict(zip(ids, (100.0 * overlay.share).tolist())),
            )
        others = {ids[unit]: ", ".join(names[name] for name in also) for unit, also in overlay.also.items()}
        columns[unused_name("also_in", [field])] = ("text", others)
        output = outputs.copy_units(self, given, context, Stage(feedback, 80, 95), source, columns)
        outputs.color_units(context, feedback, output, field, layer, names, overlay.owner)
        return {
            "OUTPUT": output,
            "ASSIGNED": int((overlay.owner >= 0).sum()),
            "UNASSIGNED": int((overlay.owner < 0).sum()),
            "AMBIGUOUS": overlay.ambiguous,
        }

    @staticmethod
    def _tell(feedback, layer: LayerUnits, overlay: Overlay, names: list[str]) -> None:
        units = layer.units
        left = [unit for unit, place in enumerate(overlay.owner.tolist()) if place < 0]
        if left:
            feedback.pushWarning(
                tr("Units that lie in no boundary: {count}. {units}{more}").format(
                    count=len(left),
                    units=", ".join(str(units.names[unit]) for unit in left[:_SHOWN]),
                    more=" …" if len(left) > _SHOWN else "",
                )
            )
        if overlay.also:
            shown = [
                tr("{unit}: {taken}, also {others}").format(
                    unit=units.names[unit],
                    taken=names[overlay.owner[unit]],
                    others=", ".join(names[name] for name in also),
                )
                for unit, also in sorted(overlay.also.items())[:_SHOWN]
            ]
            feedback.pushWarning(
                tr("Units that several territories claim: {count}. {units}{more}").format(
                    count=overlay.ambiguous,
                    units="; ".join(shown),
                    more=" …" if overlay.ambiguous > _SHOWN else "",
                )
            )
        used = set(overlay.owner.tolist())
        idle = [name for place, name in enumerate(names) if place not in used]
        if idle:
            feedback.pushInfo(
                tr("Boundaries that get no unit: {names}{more}").format(
                    names=", ".join(idle[: 4 * _SHOWN]), more=" …" if len(idle) > 4 * _SHOWN else ""
                )
            )
