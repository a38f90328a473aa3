"""Fields of the units that hold, or shall hold, an alignment of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ..translate import tr
from .fields import is_text, unused_name
from .nulls import text_or_none
from .plan import PlanError

#: A text field with more values than this holds names or addresses, not territories.
MOST_TERRITORIES = 2000

#: What a new field is called at most; longer names do not survive in a shapefile.
_LONGEST = {"ESRI Shapefile": 10}


def column(source, name: str, fids: list[int] | None = None) -> dict[int, str | None]:
    """Feature id → text in a field of a layer or of its provider; empty where there is no such field.

    With *fids* only of those features.
    """
    index = source.fields().lookupField(name)
    if index < 0:
        return {}
    request = QgsFeatureRequest() if fids is None else QgsFeatureRequest(fids)
    request.setSubsetOfAttributes([index])
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return {feature.id(): text_or_none(feature.attribute(index)) for feature in source.getFeatures(request)}


def check_alignment(layer: QgsVectorLayer, field: str) -> None:
    """Raise `PlanError` unless a text field with so few values that they can be territories is there."""
    index = layer.fields().lookupField(field)
    if index < 0 or not is_text(layer.fields().at(index)):
        raise PlanError(
            tr("Layer “{layer}” has no text field “{field}”.").format(layer=layer.name(), field=field)
        )
    if len(layer.uniqueValues(index, MOST_TERRITORIES + 2)) > MOST_TERRITORIES + 1:
        words = tr("Field “{field}” has more than {count} different values: these are no territories.")
        raise PlanError(words.format(field=field, count=MOST_TERRITORIES))


def free_field(layer: QgsVectorLayer, title: str, taken: Iterable[str]) -> str:
    """Name of a new field: a title in plain letters, unlike any field there is or was, and those *taken*."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_") or "scenario"
    name = f"s_{name}" if name[0].isdigit() else name
    provider = layer.dataProvider()
    longest = _LONGEST.get(provider.storageType(), 60)
    # room for the number that tells it from another one
    name = name[: longest - 3].strip("_")
    return unused_name(name, [*layer.fields().names(), *provider.fields().names(), *taken])
