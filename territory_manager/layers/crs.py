"""Metres for every layer: distances and areas are computed in a CRS where they are true."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
    QgsRectangle,
    QgsUnitTypes,
)

#: what of a PROJ definition names the shape of the Earth; kept, so that no datum shift is ever needed
_FIGURE = re.compile(r"\+(?:datum|ellps|a|b|f|rf|R|pm|towgs84)=\S+")


def is_metric(crs: QgsCoordinateReferenceSystem) -> bool:
    """Whether coordinates can be used as they are: projected, in metres."""
    return (
        crs.isValid()
        and not crs.isGeographic()
        and crs.mapUnits() == QgsUnitTypes.DistanceUnit.DistanceMeters
    )


def metric_crs(crs: QgsCoordinateReferenceSystem, extent: QgsRectangle) -> QgsCoordinateReferenceSystem:
    """The CRS in which a layer is measured.

    Parameters
    ----------
    crs : CRS of the layer
    extent : what the layer covers, in that CRS

    Returns
    -------
    The CRS itself where it is projected in metres, or where it is missing (coordinates then count as metres);
    else a Lambert azimuthal equal-area projection about the middle of *extent*, on the layer's own datum.
    """
    if not crs.isValid() or is_metric(crs):
        return crs
    middle = extent.center() if not extent.isNull() else QgsPointXY(0, 0)
    figure = " ".join(_FIGURE.findall(crs.toProj())) or "+datum=WGS84"
    if not crs.isGeographic():
        degrees = QgsCoordinateReferenceSystem.fromProj(f"+proj=longlat {figure} +no_defs")
        middle = _transform(crs, degrees, QgsCoordinateTransformContext()).transform(middle)
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={middle.y():.9f} +lon_0={middle.x():.9f} +x_0=0 +y_0=0 {figure} +units=m +no_defs"
    )


def transform_to(
    crs: QgsCoordinateReferenceSystem,
    metric: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext | None = None,
) -> QgsCoordinateTransform | None:
    """The transform into the metric CRS; None where coordinates stay as they are."""
    if crs == metric or not crs.isValid() or not metric.isValid():
        return None
    return _transform(crs, metric, context or QgsCoordinateTransformContext())


def _transform(
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> QgsCoordinateTransform:
    transform = QgsCoordinateTransform(source, target, context)
    # Both sides share a datum (see metric_crs), so there is no better operation that a user could choose.
    transform.setBallparkTransformsAreAppropriate(True)
    return transform


def tight_extent(boxes: Iterable[QgsRectangle], geographic: bool) -> QgsRectangle:
    """The extent of some boxes; in degrees, the short way round the Earth.

    A layer that straddles the 180th meridian (Fiji, Alaska, Chukotka) has an extent of the whole Earth, and
    the middle of that is on its far side. Here longitudes beyond the widest gap are taken a turn further.
    """
    extent = QgsRectangle()
    extent.setMinimal()
    kept = [box for box in boxes if not box.isNull() and math.isfinite(box.width() + box.height())]
    for box in kept:
        extent.combineExtentWith(box)
    if not kept:
        return QgsRectangle()
    if not geographic or extent.width() <= 180:
        return extent
    # A unit that straddles it has a box as wide as the Earth, which says nothing about where it is.
    longitudes = sorted(box.center().x() % 360 for box in kept if box.width() <= 180)
    if not longitudes:
        return extent
    gaps = [after - before for before, after in zip(longitudes, longitudes[1:])]
    gaps.append(longitudes[0] + 360 - longitudes[-1])
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    west, width = longitudes[(widest + 1) % len(longitudes)], 360 - gaps[widest]
    if width >= extent.width():
        return extent
    if west + width / 2 > 180:
        west -= 360
    return QgsRectangle(west, extent.yMinimum(), west + width, extent.yMaximum())


def to_metric(
    points: Iterable[QgsPointXY],
    crs: QgsCoordinateReferenceSystem,
    metric: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext | None = None,
) -> list[QgsPointXY | None]:
    """Points of some other layer in the metric CRS of the units; None for a point that has no place there."""
    transform = None
    if crs.isValid() and metric.isValid() and crs != metric:
        transform = QgsCoordinateTransform(crs, metric, context or QgsCoordinateTransformContext())
    moved = []
    for point in points:
        try:
            moved.append(point if transform is None else transform.transform(point))
        except QgsCsException:
            moved.append(None)
    return moved
