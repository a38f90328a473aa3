"""Territory boundaries: the units of each territory put together, with the statistics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureSource, QgsProcessing, QgsWkbTypes

from ..layers.fields import append
from ..translate import tr
from . import inputs, level_tables, outputs, parameters
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
    levels: Sequence[level_tables.Rolled] = (),
) -> str:
    """Write the outline of each territory in the CRS of the units, with its row of the statistics and its
    colour, and of each group of the levels above them."""
    from ..core.boundaries import boundaries
    from ..layers.outline_export import outline_features

    feedback.setProgressText(tr("Dissolving units"))
    parts = [(labels, table)]
    if levels:
        parts = [(labels, level_tables.with_level(table, level_tables.BASE, 0))]
        parts += [
            (level.labels, level_tables.with_level(level.table, level.name, number))
            for number, level in enumerate(levels, start=1)
        ]
    fields = outputs.statistics_fields(parts[0][1])
    append(fields, "color", "text")
    writer = outputs.Writer(
        algorithm, given, name, context, fields, QgsWkbTypes.Type.MultiPolygon, source.sourceCrs()
    )
    of_territories = {territory: (color,) for territory, color in colors.items()}
    for depth, (owners, described) in enumerate(parts):
        rows = described[described["territory"].notna()]
        outlines = boundaries(layer.units, owners, len(rows), cancelled=feedback.isCanceled)
        found = zip(rows.itertuples(index=False, name=None), outlines)
        # a region may be called like a territory, whose colour is not its own
        extra = of_territories if depth == 0 else dict.fromkeys(rows["territory"], (None,))
        for feature in outline_features(
            fields, found, layer.crs, source.sourceCrs(), context.transformContext(), extra
        ):
            writer.take(feature)
    if levels:
        level_tables.LevelStyle.attach(context, writer.destination, colors, len(levels))
    else:
        style = outputs.TerritoryStyle
        style.attach(context, writer.destination, fields.at(0).name(), colors, boundaries=True)
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
            "without a territory are left out. The result is coloured so that neighbours never look alike. "
            "With a table of levels, the outlines of regions and what is above them come too, drawn thicker."
        )

    def keywords(self) -> str:
        return tr("dissolve,merge,outline,polygons")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            parameters.territory_field(),
            *parameters.balance(),
            *parameters.territories(),
            *level_tables.parameters(),
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
        levels = level_tables.read_levels(self, given, context, feedback, alignment.territories)
        tolerance = level_tables.tolerance_of(self, given, context)
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
            levels=level_tables.roll_up(alignment, targets, levels, tolerance),
        )
        return {"OUTPUT": written, "COUNT": len(alignment.territories)}
