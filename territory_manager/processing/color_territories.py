"""Color territories: a colour for each, neighbours never alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing

from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    from ..layers.reading import LayerUnits

_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


class ColorTerritories(TerritoryAlgorithm):
    """``territorymanager:colorterritories``."""

    NAME = "colorterritories"

    def title(self) -> str:
        return tr("Color territories")

    def summary(self) -> str:
        return tr("Gives each territory a colour of its own, such that neighbours never look alike.")

    def explanation(self) -> str:
        return tr(
            "Neighbouring colours also differ clearly for colour-blind eyes. Colours that are given "
            "already can be kept. The input may hold units, or territories that are already dissolved."
        )

    def keywords(self) -> str:
        return tr("colour,palette,style,colour-blind,categorized")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            parameters.territory_field(),
            parameters.field(
                "COLOR_FIELD",
                tr("Colours to keep"),
                tr("Field with colours as #rrggbb, given earlier: territories that have one keep it."),
                "INPUT",
            ),
            parameters.sink(
                "OUTPUT",
                tr("Colored"),
                tr("The units with the field “color”, shown in the colours of their territories."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
        )
        self.addOutput(parameters.number("COUNT", tr("Number of colours")))

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..layers.styling import territory_colors

        color_field = self.field_of(given, "COLOR_FIELD", context)
        source, layer = inputs.read(self, given, context, Stage(feedback, 0, 30), (), extra=[color_field])
        inputs.report(layer, feedback)
        adjacency = inputs.neighbours(layer, feedback)
        feedback.setProgress(60)
        kept = _given_colors(layer, color_field) if color_field else {}
        colors = territory_colors(layer.territories, layer.labels, adjacency, kept)
        of_unit = {
            fid: colors[layer.territories[label]]
            for fid, label in zip(layer.units.ids.tolist(), layer.labels.tolist())
            if label >= 0
        }
        written = outputs.copy_units(
            self, given, context, Stage(feedback, 60, 100), source, {"color": ("text", of_unit)}
        )
        field = self.field_of(given, "TERRITORY_FIELD", context)
        outputs.TerritoryStyle.attach(context, written, field, colors)
        return {"OUTPUT": written, "COUNT": len(colors)}


def _given_colors(layer: LayerUnits, color_field: str) -> dict[str, str]:
    """The first readable colour of each territory; one that two territories share stays with the first."""
    colors: dict[str, str] = {}
    for label, value in zip(layer.labels, layer.extra[color_field]):
        text = str(value or "").strip()
        if label >= 0 and _COLOR.fullmatch(text) and text.lower() not in colors.values():
            colors.setdefault(layer.territories[label], text.lower())
    return colors
