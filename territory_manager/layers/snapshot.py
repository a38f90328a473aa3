"""A layer as it is now, to be read in another thread while the user goes on editing it."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)


class LayerSnapshot:
    """Reads like the layer it was made of, its uncommitted edits included, but never touches it again.

    Make it in the main thread; :func:`.reading.read_units` takes it in place of a layer.
    """

    def __init__(self, layer: QgsVectorLayer):
        self._source = QgsVectorLayerFeatureSource(layer)
        self._fields = QgsFields(layer.fields())
        self._kind = layer.wkbType()
        self._crs = QgsCoordinateReferenceSystem(layer.crs())
        self._extent = QgsRectangle(layer.extent())
        self._name = layer.name()
        self._count = layer.featureCount()

    def getFeatures(self, request: QgsFeatureRequest | None = None) -> QgsFeatureIterator:
        return self._source.getFeatures(request or QgsFeatureRequest())

    def fields(self) -> QgsFields:
        return self._fields

    def wkbType(self):
        return self._kind

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        return self._crs

    def sourceExtent(self) -> QgsRectangle:
        return self._extent

    def sourceName(self) -> str:
        return self._name

    def featureCount(self) -> int:
        """Number of features; -1 where the provider does not know."""
        return self._count
