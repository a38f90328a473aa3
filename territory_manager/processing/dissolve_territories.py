"""Territory boundaries: the units of each territory put together, with the statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureSource, QgsProcessing, QgsWkbTypes

from ..layers.fields import append
from ..translate import tr
from . import inputs, outputs, parameters
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..layers.reading import LayerUnits


def write_boundaries(
    algorithm: TerritoryAlgorithm,
    given: dict[str, Any],
    context,
    feedback,
    source: QgsFeatureSource,
    layer: LayerUnits,
    labels: np.ndarray,
    table: pd.DataFrame,
    colors: dict[str, str],
    name: str = "OUTPUT",
) -> str:
    """Write the outline of each territory in the CRS of the units, with its row of the statistics and its
    colour."""
    from ..core.boundaries import boundaries
    from ..layers.outline_export import outline_features

    feedback.setProgressText(tr("Dissolving units"))
    rows = table[table["territory"].notna()]
    outlines = boundaries(layer.units, labels, len(rows), cancelled=feedback.isCanceled)
    fields = outputs.statistics_fields(table)
    append(fields, "color", "text")
    writer = outputs.Writer(
        algorithm, given, name, context, fields, QgsWkbTypes.Type.MultiPolygon, source.sourceCrs()
    )
    found = zip(rows.itertuples(index=False, name=None), outlines)
    extra = {territory: (color,) for territory, color in colors.items()}
    for feature in outline_features(
        fields, found, layer.crs, source.sourceCrs(), context.transformContext(), extra
    ):
        writer.take(feature)
    outputs.TerritoryStyle.attach(context, writer.destination, fields.at(0).name(), colors, boundaries=True)
    return writer.destination


class DissolveTerritories(TerritoryAlgorithm):
    """``territorymanager:dissolveterritories``."""

    NAME = "dissolveterritories"

    def title(self) -> str:
        return tr("Territory boundaries")

    def summary(self) -> str:
        return tr(
            "Puts the units of each territory together into one shape, with the territory's statistics."
        )

    def explanation(self) -> str:
        return tr(
            "Points are given the part of the map that is nearer to them than to any other point. Units "
            "without a territory are left out. The result is coloured so that neighbours never look alike."
        )

    def keywords(self) -> str:
        return tr("dissolve,merge,outline,polygons")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            parameters.territory_field(),
            *parameters.balance(),
            *parameters.territories(),
            parameters.sink(
                "OUTPUT",
                tr("Territory boundaries"),
                tr("One polygon for each territory."),
                QgsProcessing.SourceType.TypeVectorPolygon,
            ),
        )
        self.addOutput(parameters.number("COUNT", tr("Number of territories")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = inputs.check_balance(self, given, context)
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.statistics import statistics
        from ..layers.styling import territory_colors

        source, layer, alignment, targets, reps = inputs.read_alignment(self, given, context, feedback)
        colors = territory_colors(alignment.territories, alignment.labels, alignment.adjacency)
        written = write_boundaries(
            self,
            given,
            context,
            feedback,
            source,
            layer,
            alignment.labels,
            statistics(alignment, targets, reps),
            colors,
        )
        return {"OUTPUT": written, "COUNT": len(alignment.territories)}
