"""From what the core found to layers, tables and numbers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..layers.fields import field as new_field
from ..layers.fields import is_text, unused_name
from ..translate import tr
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..layers.reading import LayerUnits

_KINDS = {
    "territory": "text",
    "rep": "text",
    "units": "count",
    "pieces": "count",
    "balanced": "boolean",
    "level": "text",
    "level_number": "count",
}


class TerritoryStyle(QgsProcessingLayerPostProcessorInterface):
    """Colours a result by territory once it is loaded. Python keeps it alive until then: QGIS does not own
    it."""

    _waiting: dict[str, TerritoryStyle] = {}  # noqa: RUF012 - shared on purpose

    def __init__(self, field: str, colors: Mapping[str, str], *, boundaries: bool = False) -> None:
        super().__init__()
        self._field, self._colors, self._boundaries = field, dict(colors), boundaries

    def postProcessLayer(self, layer, context, feedback) -> None:
        from ..layers.styling import apply_territory_renderer, label_territories

        if isinstance(layer, QgsVectorLayer):
            apply_territory_renderer(layer, self._field, self._colors, thick_borders=self._boundaries)
            if self._boundaries:
                label_territories(layer, self._field)
        for key in [key for key, style in self._waiting.items() if style is self]:
            del self._waiting[key]

    @classmethod
    def attach(
        cls,
        context: QgsProcessingContext,
        destination: str,
        field: str,
        colors: Mapping[str, str],
        *,
        boundaries: bool = False,
    ) -> None:
        """Have the layer at *destination* styled, if it is going to be loaded at all."""
        if context.willLoadLayerOnCompletion(destination):
            style = cls(field, colors, boundaries=boundaries)
            cls._waiting[destination] = style
            context.layerToLoadOnCompletionDetails(destination).setPostProcessor(style)


def color_units(
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    destination: str,
    field: str,
    layer: LayerUnits,
    territories: Sequence[str],
    labels: np.ndarray,
) -> None:
    """Have the units at *destination* coloured by the territories in *field*, if they are going to be loaded
    at all: only then is it worth finding out who touches whom."""
    from ..core.adjacency import Adjacency
    from ..layers.styling import territory_colors

    if context.willLoadLayerOnCompletion(destination):
        feedback.setProgressText(tr("Choosing colours"))
        adjacency = Adjacency.of(layer.units, cancelled=feedback.isCanceled)
        colors = territory_colors(territories, labels, adjacency)
        TerritoryStyle.attach(context, destination, field, colors)


class Writer:
    """A sink that is there, takes every feature, or says why not."""

    def __init__(
        self,
        algorithm: TerritoryAlgorithm,
        parameters: dict[str, Any],
        name: str,
        context: QgsProcessingContext,
        fields: QgsFields,
        kind: Any = QgsWkbTypes.Type.NoGeometry,
        crs: QgsCoordinateReferenceSystem | None = None,
        *,
        renumber: bool = False,
    ) -> None:
        self._algorithm, self._parameters, self._name = algorithm, parameters, name
        self.fields = fields
        flags = QgsFeatureSink.SinkFlags()
        if renumber:
            flags |= QgsFeatureSink.SinkFlag.RegeneratePrimaryKey
        self.sink, self.destination = algorithm.parameterAsSink(
            parameters, name, context, fields, kind, crs or QgsCoordinateReferenceSystem(), flags
        )
        if self.sink is None:
            raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))

    def add(self, attributes: Sequence[Any], geometry: QgsGeometry | None = None) -> None:
        feature = QgsFeature(self.fields)
        feature.setAttributes([plain(value) for value in attributes])
        if geometry is not None:
            feature.setGeometry(geometry)
        self.take(feature)

    def take(self, feature: QgsFeature) -> None:
        if not self.sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise QgsProcessingException(
                self._algorithm.writeFeatureError(self.sink, self._parameters, self._name)
            )


def wanted(parameters: Mapping[str, Any], name: str) -> bool:
    """Whether an optional sink was asked for."""
    return parameters.get(name) not in (None, "")


def plain(value: Any) -> Any:
    """A value as QGIS stores it: numpy's numbers as Python's, NaN and infinite as null."""
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and not math.isfinite(value) else value


def number(value: float | None) -> float | None:
    """A number output; None where there is none."""
    return plain(None if value is None else float(value))


def copy_units(
    algorithm: TerritoryAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    source: QgsFeatureSource,
    columns: Mapping[str, tuple[str, Mapping[int, Any]]],
    *,
    name: str = "OUTPUT",
    only: Callable[[int], bool] | None = None,
) -> str:
    """Write the features of INPUT with all their fields and some more; return where.

    A field of INPUT that is called like one of *columns* gets the new values (and the new kind, if its own
    does not fit), which is reported: running an algorithm on its own output gives no second field.

    Parameters
    ----------
    columns : field → (kind, feature id → value); kinds as in :func:`layers.fields.field`
    only : feature id → whether to write it; default all
    """
    fields, places = QgsFields(), {}
    for existing in source.fields():
        match = next((column for column in columns if column.lower() == existing.name().lower()), None)
        if match is None:
            fields.append(existing)
            continue
        feedback.pushInfo(
            tr("Field “{field}” is there already; the output has the new values.").format(
                field=existing.name()
            )
        )
        kind = columns[match][0]
        fits = (
            is_text(existing) and not existing.length()
            if kind == "text"
            else (existing.type() == new_field("", kind).type())
        )
        places[match] = fields.count()
        fields.append(existing if fits else new_field(existing.name(), kind))
    for column, (kind, _) in columns.items():
        if column not in places:
            places[column] = fields.count()
            fields.append(new_field(column, kind))
    writer = Writer(
        algorithm,
        parameters,
        name,
        context,
        fields,
        source.wkbType(),
        source.sourceCrs(),
        renumber=not has_unique_fid(source),
    )
    blank = [None] * (fields.count() - source.fields().count())
    values = [(places[column], of_unit) for column, (_, of_unit) in columns.items()]
    for feature in features(source):
        if feedback.isCanceled():
            break
        fid = feature.id()
        if only is not None and not only(fid):
            continue
        attributes = feature.attributes() + blank
        for place, of_unit in values:
            attributes[place] = plain(of_unit.get(fid))
        copied = QgsFeature(fields)
        copied.setAttributes(attributes)
        copied.setGeometry(feature.geometry())
        writer.take(copied)
    return writer.destination


def features(source: QgsFeatureSource, request: QgsFeatureRequest | None = None) -> Iterable[QgsFeature]:
    """All features, invalid ones too."""
    request = request or QgsFeatureRequest()
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    return source.getFeatures(request)


def geometries(source: QgsFeatureSource, fids: Iterable[int]) -> dict[int, QgsGeometry]:
    """Feature id → geometry in the CRS of the layer."""
    request = QgsFeatureRequest().setFilterFids(list(fids)).setNoAttributes()
    return {feature.id(): feature.geometry() for feature in features(source, request)}


def has_unique_fid(source: QgsFeatureSource) -> bool:
    """Whether a field "fid" can stay the key of a GeoPackage; True where there is none."""
    index = source.fields().lookupField("fid")
    if index < 0:
        return True
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([index])
    values = [feature.attributes()[index] for feature in features(source, request)]
    return all(type(value) is int for value in values) and len(set(values)) == len(values)


def statistics_fields(table: pd.DataFrame) -> QgsFields:
    """Fields for the statistics table, under names that differ whatever their case."""
    fields = QgsFields()
    for column in table.columns:
        name = unused_name(str(column), fields.names())
        fields.append(new_field(name, _KINDS.get(column, "number")))
    return fields


def write_statistics(
    algorithm: TerritoryAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    table: pd.DataFrame,
    name: str = "STATISTICS",
) -> str:
    """Write the statistics table; return where."""
    writer = Writer(algorithm, parameters, name, context, statistics_fields(table))
    for row in table.itertuples(index=False, name=None):
        writer.add(row)
    return writer.destination
