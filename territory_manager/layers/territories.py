"""The table of territories or reps: names, capacities, homes, locks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureSource,
    QgsPointXY,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)

from ..translate import tr
from .crs import to_metric
from .flags import flags
from .nulls import text_or_none
from .numbers import numbers
from .reading import ReadingError


@dataclass
class TerritoryTable:
    """One row a territory.

    Attributes
    ----------
    names : k names, each once.
    capacities : (k,) relative targets, None for equal ones.
    homes : (k, 2) metres in the CRS of the units, a NaN row where there is no home; None for a table
        without points.
    locked : (k,) bool.
    reps : territory → who serves it.
    """

    names: list[str]
    capacities: np.ndarray | None
    homes: np.ndarray | None
    locked: np.ndarray
    reps: dict[str, str]


def read_territories(
    source: QgsFeatureSource,
    *,
    name_field: str | None = None,
    capacity_field: str | None = None,
    rep_field: str | None = None,
    locked_field: str | None = None,
    metric: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext | None = None,
) -> TerritoryTable:
    """Read territories or reps.

    Parameters
    ----------
    source : a table, or a layer of points, whose places are the homes
    name_field : default the field that QGIS would take as a label
    capacity_field, rep_field, locked_field : optional
    metric : the CRS of the units (:attr:`.reading.LayerUnits.crs`)

    Raises
    ------
    ReadingError
        No rows, a name that is missing or given twice, or a capacity that is no positive number.
    """
    name_field = name_field or QgsVectorLayerUtils.guessFriendlyIdentifierField(source.fields())
    if not name_field:
        raise ReadingError(
            tr("Choose the field of “{layer}” that names the territories.").format(layer=source.sourceName())
        )
    wanted = [name_field, capacity_field, rep_field, locked_field]
    index = {name: source.fields().lookupField(name) for name in wanted if name}
    for name, position in index.items():
        if position < 0:
            raise ReadingError(
                tr("“{layer}” has no field “{field}”.").format(layer=source.sourceName(), field=name)
            )
    features = list(source.getFeatures())
    columns = {name: [f.attributes()[position] for f in features] for name, position in index.items()}
    names = _names(source, columns[name_field], name_field)
    has_points = QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.PointGeometry
    reps = {name: name for name in names} if has_points else {}
    if rep_field:
        reps = {n: rep for n, rep in zip(names, map(text_or_none, columns[rep_field])) if rep}
    homes = None
    if has_points:
        homes = np.full((len(names), 2), np.nan)
        placed = [row for row, f in enumerate(features) if f.hasGeometry() and not f.geometry().isEmpty()]
        points = [QgsPointXY(features[row].geometry().centroid().asPoint()) for row in placed]
        for row, point in zip(placed, to_metric(points, source.sourceCrs(), metric, transform_context)):
            if point is not None:
                homes[row] = point.x(), point.y()
    capacities, locked = None, np.zeros(len(names), dtype=bool)
    if capacity_field:
        capacities = _capacities(source, names, columns[capacity_field], capacity_field)
    if locked_field:
        locked = flags(columns[locked_field], names, locked_field)
    return TerritoryTable(names, capacities, homes, locked, reps)


def _names(source: QgsFeatureSource, column: list, field: str) -> list[str]:
    names = [text_or_none(value) for value in column]
    if not names:
        raise ReadingError(
            tr("“{layer}” has no rows; it needs one for each territory.").format(layer=source.sourceName())
        )
    for row, name in enumerate(names, start=1):
        if name is None:
            raise ReadingError(
                tr("Row {row} of “{layer}” has no name in “{field}”. Name every territory.").format(
                    row=row, layer=source.sourceName(), field=field
                )
            )
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ReadingError(
            tr(
                "“{name}” occurs more than once in field “{field}” of “{layer}”. Give every territory "
                "its own name."
            ).format(name=twice, field=field, layer=source.sourceName())
        )
    return [name for name in names if name is not None]


def _capacities(source: QgsFeatureSource, names: list[str], column: list, field: str) -> np.ndarray:
    capacities, _ = numbers(column)
    for name, capacity, value in zip(names, capacities, column):
        if not capacity > 0:
            raise ReadingError(
                tr(
                    "The capacity of “{name}” in field “{field}” of “{layer}” is {value}. Give it a number "
                    "above 0, or leave out the row of who should get nothing."
                ).format(
                    name=name,
                    field=field,
                    layer=source.sourceName(),
                    value=text_or_none(value) or tr("missing"),
                )
            )
    return capacities
