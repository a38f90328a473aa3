"""Assign by boundaries: units get the territory in whose shape they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
    QgsVectorLayerUtils,
)

from ..layers.fields import unused_name
from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..core.overlay import Overlay
    from ..layers.reading import LayerUnits

CENTRE, OVERLAP = range(2)
_SHOWN = 5
# what boundaries made by this plugin, or by most others, call the territory
_USUAL = "territory"


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
        from ..core.overlay import by_centre, by_overlap

        source, layer = inputs.read(self, given, context, Stage(feedback, 0, 25), ())
        inputs.report(layer, feedback)
        shapes, labels, names = self._read_boundaries(given, context, feedback, source, layer)
        feedback.setProgress(35)
        feedback.setProgressText(tr("Finding the boundary of each unit"))
        method = self.parameterAsEnum(given, "METHOD", context)
        if method == OVERLAP:
            stage = Stage(feedback, 35, 80)
            overlay = by_overlap(
                layer.units, shapes, labels, progress=stage.setProgress, cancelled=feedback.isCanceled
            )
        else:
            overlay = by_centre(layer.units, shapes, labels)
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

    def _read_boundaries(
        self, given, context, feedback, source, layer: LayerUnits
    ) -> tuple[np.ndarray, np.ndarray, list[str]]:
        """Boundaries that have a name and a shape, the label of each, and the names."""
        import numpy as np

        from ..core.geos import shapely
        from ..layers.reading import label, read_features

        feedback.setProgressText(tr("Reading the boundaries"))
        boundaries = inputs.source_of(self, given, "BOUNDARIES", context)
        name_field = self._name_field(given, context, boundaries)
        if boundaries.sourceCrs().isValid() != source.sourceCrs().isValid():
            feedback.pushWarning(
                tr("Only one of the two layers has a CRS; their coordinates are taken as the same.")
            )
        ids, shapes, columns = read_features(
            boundaries, layer.crs, [name_field], transform_context=context.transformContext()
        )
        labels, names = label(columns[name_field])
        shapeless = shapely.is_missing(shapes) | shapely.is_empty(shapes)
        for wrong, words in (
            (labels < 0, tr("Boundaries without a name in “{field}” are passed over: features {ids}.")),
            (shapeless, tr("Boundaries without a usable geometry are passed over: features {ids}.")),
        ):
            if wrong.any():
                shown = [str(fid) for fid, out in zip(ids, wrong) if out]
                more = "…" if len(shown) > 20 * _SHOWN else ""
                feedback.pushWarning(
                    words.format(field=name_field, ids=", ".join(shown[: 20 * _SHOWN]) + more)
                )
        broken = np.flatnonzero(~shapely.is_valid(shapes) & ~shapeless)
        if len(broken):
            feedback.pushWarning(
                tr("Invalid boundaries were repaired for the purpose: features {ids}.").format(
                    ids=", ".join(str(ids[row]) for row in broken[: 20 * _SHOWN])
                )
            )
        usable = np.flatnonzero((labels >= 0) & ~shapeless)
        if not len(usable):
            raise QgsProcessingException(
                tr("Layer “{layer}” has no polygon with a name in field “{field}”.").format(
                    layer=boundaries.sourceName(), field=name_field
                )
            )
        return shapes[usable], labels[usable], names

    def _name_field(self, given, context, boundaries) -> str:
        fields = boundaries.fields()
        wanted = self.field_of(given, "BOUNDARY_NAME_FIELD", context)
        if wanted is None:
            usual = fields.lookupField(_USUAL)
            wanted = (
                fields.at(usual).name()
                if usual >= 0
                else QgsVectorLayerUtils.guessFriendlyIdentifierField(fields)
            )
        if not wanted or fields.lookupField(wanted) < 0:
            raise QgsProcessingException(
                tr("“{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                    layer=boundaries.sourceName(),
                    field=wanted or _USUAL,
                    fields=", ".join(fields.names()) or "–",
                )
            )
        return wanted

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
