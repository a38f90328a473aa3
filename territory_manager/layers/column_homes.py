"""Homes of reps from the columns of a table that hold longitude and latitude."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qgis.core import QgsFeature, QgsFeatureSource, QgsFields, QgsPointXY

from ..translate import tr
from .nulls import text_or_none

_LONGITUDE = ("longitude", "lon", "lng", "long", "home_longitude", "home_lon", "home_lng")
_LATITUDE = ("latitude", "lat", "home_latitude", "home_lat")


def home_columns(fields: QgsFields) -> tuple[str, str] | None:
    """The fields with longitude and latitude, by their names; None where one is missing."""
    known = {name.strip().casefold().replace(" ", "_"): name for name in reversed(fields.names())}
    found = [
        next((known[name] for name in names if name in known), None) for names in (_LONGITUDE, _LATITUDE)
    ]
    return (found[0], found[1]) if found[0] and found[1] else None


def column_homes(
    source: QgsFeatureSource, features: Sequence[QgsFeature]
) -> tuple[list[QgsPointXY | None], list[str]]:
    """Places in EPSG:4326 from columns, None where there is none; and in words what could not be read."""
    places: list[QgsPointXY | None] = [None] * len(features)
    columns = home_columns(source.fields())
    words: list[str] = []
    for row, feature in enumerate(features if columns else ()):
        x, y = (text_or_none(feature[name]) for name in columns or ())
        longitude, latitude = _degrees(x), _degrees(y)
        if abs(longitude) <= 180 and abs(latitude) <= 90:
            places[row] = QgsPointXY(longitude, latitude)
        elif x is not None or y is not None:
            text = tr("“{x}”, “{y}” in row {row} is no longitude and latitude: no home was taken over.")
            words.append(text.format(x=x or "", y=y or "", row=row + 1))
    return places, words


def _degrees(text: str | None) -> float:
    """A number with a point or a comma, which parts no thousands in degrees; NaN where it is none."""
    try:
        return float((text or "").replace(",", "."))
    except ValueError:
        return math.nan
