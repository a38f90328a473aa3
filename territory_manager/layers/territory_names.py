"""Names for territories: generated codes, or those in a layer of territories or reps."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer, QgsWkbTypes

from .nulls import text_or_none


def numbered_names(count: int, present: Sequence[str] = ()) -> list[str]:
    """The names that are present, then codes T01, T02 … until there are `count`.

    Codes have as many digits as the largest needs, at least two; a code that is taken is passed over. Where
    more than `count` are present, all of them stay.
    """
    names = list(present)
    taken = set(names)
    digits = max(2, len(str(count)))
    number = 1
    while len(names) < count:
        code = f"T{number:0{digits}d}"
        if code not in taken:
            names.append(code)
        number += 1
    return names


def names_from_layer(layer: QgsVectorLayer | None, field: str) -> list[str]:
    """The different names in a field, in the layer's order; none where there is no such layer or field."""
    position = layer.fields().lookupField(field) if layer is not None and field else -1
    if position < 0:
        return []
    flags = QgsFeatureRequest.Flag.NoGeometry
    request = QgsFeatureRequest().setFlags(flags).setSubsetOfAttributes([position])
    names = (text_or_none(feature.attributes()[position]) for feature in layer.getFeatures(request))
    return list(dict.fromkeys(name for name in names if name is not None))


def likely_reps(units: QgsVectorLayer | None) -> QgsVectorLayer | None:
    """The layer that most likely holds reps: the project's table or point layer with the fewest rows."""
    kinds = (QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.NullGeometry)
    candidates = [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and layer is not units
        and layer.geometryType() in kinds
        and layer.featureCount() > 1
    ]
    return min(candidates, key=lambda layer: (layer.featureCount(), layer.name()), default=None)
