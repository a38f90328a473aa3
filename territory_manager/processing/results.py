"""Tables and styles of the analyses: what is not an alignment with its statistics."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureSource,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QTimer

from ..layers.fields import append
from . import outputs
from .base import TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..layers.reading import LayerUnits

_COUNTS = {"units", "accounts", "rank"}


class ResultStyle(QgsProcessingLayerPostProcessorInterface):
    """Styles a result once it is loaded. Python keeps it alive until then: QGIS does not own it."""

    _waiting: dict[str, ResultStyle] = {}  # noqa: RUF012 - shared on purpose

    def __init__(self, apply: Callable[[QgsVectorLayer], None], on_top: bool = False) -> None:
        super().__init__()
        self._apply, self._on_top = apply, on_top

    def postProcessLayer(self, layer, context, feedback) -> None:
        if isinstance(layer, QgsVectorLayer):
            self._apply(layer)
            if self._on_top:
                # The other results of the run come after this one, and above it, unless one waits for them.
                QTimer.singleShot(0, partial(_raise, layer.id()))
        for key in [key for key, style in self._waiting.items() if style is self]:
            del self._waiting[key]

    @classmethod
    def attach(
        cls,
        context: QgsProcessingContext,
        destination: str,
        apply: Callable[[QgsVectorLayer], None],
        *,
        on_top: bool = False,
    ) -> None:
        """Have the layer at *destination* styled, if it is going to be loaded at all.

        *on_top* brings it above what else the run loads: points that polygons would hide.
        """
        if context.willLoadLayerOnCompletion(destination):
            style = cls(apply, on_top)
            cls._waiting[destination] = style
            context.layerToLoadOnCompletionDetails(destination).setPostProcessor(style)


def _raise(layer_id: str) -> None:
    """Move a layer to the top of the layer tree, if it is still there."""
    root = QgsProject.instance().layerTreeRoot()
    node = root.findLayer(layer_id)
    if node is None or node.parent() is None:
        return
    parent = node.parent()
    parent.insertChildNode(0, node.clone())
    parent.removeChildNode(node)


def fields_of_table(table: pd.DataFrame) -> QgsFields:
    """Fields for a table: whole numbers, numbers, yes and no, or text, under names that differ."""
    fields = QgsFields()
    for column in table.columns:
        kind = table[column].dtype.kind
        if column in _COUNTS or kind in "iu":
            append(fields, str(column), "count")
        elif kind == "b":
            append(fields, str(column), "boolean")
        else:
            append(fields, str(column), "number" if kind == "f" else "text")
    return fields


def write_table(
    algorithm: TerritoryAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    table: pd.DataFrame,
) -> str:
    """Write a table without geometry; return where."""
    writer = outputs.Writer(algorithm, parameters, name, context, fields_of_table(table))
    for row in table.itertuples(index=False, name=None):
        writer.add(_counted(table, row))
    return writer.destination


def write_territories(
    algorithm: TerritoryAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: Any,
    source: QgsFeatureSource,
    layer: LayerUnits,
    labels: np.ndarray,
    table: pd.DataFrame,
) -> str:
    """Write one polygon for each territory with its row of *table*; a row without units has no shape.

    Parameters
    ----------
    labels : (n,) row of each unit in *table*, -1 for the last one where the table has one for the unassigned
    """
    from ..core.boundaries import boundaries
    from ..core.geos import shapely
    from ..layers.crs import transform_to

    named = table["territory"].notna().to_numpy()
    k = int(named.sum())
    shapes = boundaries(layer.units, labels, k, cancelled=feedback.isCanceled)
    back = transform_to(layer.crs, source.sourceCrs())
    writer = outputs.Writer(
        algorithm,
        parameters,
        name,
        context,
        fields_of_table(table),
        QgsWkbTypes.Type.MultiPolygon,
        source.sourceCrs(),
    )
    for number, row in enumerate(table.itertuples(index=False, name=None)):
        geometry = None
        if number < k and shapes[number] is not None:
            geometry = QgsGeometry()
            # Said outright: inside QGIS shapely may meet an older GEOS, which refuses shapely's own default.
            geometry.fromWkb(shapely.to_wkb(shapes[number], output_dimension=2))
            if back is not None:
                geometry.transform(back)
        writer.add(_counted(table, row), geometry)
    return writer.destination


def _counted(table: pd.DataFrame, row: tuple[Any, ...]) -> list[Any]:
    """A row with whole numbers where the column holds counts."""
    return [
        int(value) if column in _COUNTS and value == value and value is not None else value
        for column, value in zip(table.columns, row)
    ]


def by_feature(layer: LayerUnits, values: Any) -> Mapping[int, Any]:
    """feature id → value, as :func:`outputs.copy_units` takes them."""
    listed = values.tolist() if hasattr(values, "tolist") else list(values)
    return dict(zip(layer.units.ids.tolist(), listed))
