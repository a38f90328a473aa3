"""From a QGIS layer to units in metres: one pass, nothing guessed, nothing dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFeedback,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)

from ..core.checks import ERROR, WARNING, Finding
from ..core.geos import shapely
from ..core.units import Units
from ..translate import tr
from .crs import metric_crs, tight_extent, transform_to
from .fields import is_text
from .nulls import is_null, text_or_none
from .numbers import numbers

_LOOKED_AT = 6
#: some layers count longitudes beyond 180°
_EARTH = QgsRectangle(-360, -90, 360, 90)


class ReadingError(ValueError):
    """A layer that cannot be read as units; the text names the layer, what is wrong and what to do."""


class ReadingCancelled(Exception):  # noqa: N818 - not an error
    """The user cancelled while the layer was read."""


@dataclass
class LayerUnits:
    """What a layer holds.

    Attributes
    ----------
    units : the units, in the layer's order; coordinates in metres.
    labels : (n,) int32, position of each unit's territory in `territories`, -1 for unassigned;
        None where no territory field was named.
    territories : the territories that occur, in natural order (T2 before T10).
    extra : further fields by name, one value a unit, null as None.
    findings : what could not be read, unit by unit.
    crs : the CRS of `units.xy` (see :func:`.crs.metric_crs`).
    warnings : what concerns the layer as a whole, in words.
    """

    units: Units
    labels: np.ndarray | None
    territories: list[str]
    extra: dict[str, list[Any]]
    findings: list[Finding]
    crs: QgsCoordinateReferenceSystem
    warnings: list[str] = field(default_factory=list)


def read_units(
    source: QgsFeatureSource,
    measures: Sequence[str] = (),
    *,
    territory_field: str | None = None,
    name_field: str | None = None,
    extra_fields: Iterable[str] = (),
    feature_ids: Iterable[int] | None = None,
    crs: QgsCoordinateReferenceSystem | None = None,
    transform_context: QgsCoordinateTransformContext | None = None,
    feedback: QgsFeedback | None = None,
) -> LayerUnits:
    """Read the units of a layer or of a Processing source, its uncommitted edits included.

    Parameters
    ----------
    source : QgsVectorLayer or QgsProcessingFeatureSource of polygons or points
    measures : fields of numbers; text is read where it can mean one thing only (:func:`.numbers.numbers`)
    territory_field : the alignment; null and blank are unassigned
    name_field : how messages call a unit; default the field that QGIS would take as a label
    extra_fields : fields to hand back unchanged
    feature_ids : read only these; ids that are not there are left out
    crs : measure in this CRS, that of an earlier reading; default :func:`.crs.metric_crs`
    transform_context : for datum shifts the user has chosen
    feedback : asked for cancellation, told of progress

    Raises
    ------
    ReadingError
        The layer has neither polygons nor points, or a field is not there.
    ReadingCancelled
    """
    measures, extra_fields = list(measures), list(extra_fields)
    indices = _indices(source, [*measures, *filter(None, (territory_field, name_field)), *extra_fields])
    _check_kind(source)
    candidates = [name_field] if name_field else name_candidates(source)
    for name in candidates:
        indices.setdefault(name, source.fields().lookupField(name))

    extent = _extent(source) if crs is None else QgsRectangle()
    try:
        metric = metric_crs(source.sourceCrs(), extent) if crs is None else crs
    except QgsCsException as error:
        raise _misplaced(source) from error
    transform = transform_to(source.sourceCrs(), metric, transform_context)
    ids, wkb, rows, lost = _features(source, list(indices.values()), transform, feedback, feature_ids)
    columns = dict(zip(indices, zip(*rows) if rows else ((),) * len(indices)))

    names = unit_names([columns[name] for name in candidates], ids)
    table, findings = _measures(measures, columns, ids, names)
    findings += [
        Finding("invalid_geometry", ERROR, ids[row], names[row], None, None, detail)
        for row, detail in lost.items()
    ]
    labels, territories = None, []
    if territory_field:
        labels, territories = label(columns[territory_field])
    try:
        units = Units.from_wkb(wkb, ids=ids, names=names, measures=table, measure_names=measures)
    except ValueError as error:
        raise ReadingError(f"{source.sourceName()}: {error}") from error
    return LayerUnits(
        units=units,
        labels=labels,
        territories=territories,
        extra={name: [None if is_null(v) else v for v in columns[name]] for name in extra_fields},
        findings=findings,
        crs=metric,
        warnings=_warnings(source, extent),
    )


def label(values: Sequence[Any]) -> tuple[np.ndarray, list[str]]:
    """Attribute values of a territory field as labels (n,) int32 and the territories they stand for."""
    codes = [text_or_none(value) for value in values]
    territories = sorted({code for code in codes if code is not None}, key=natural_key)
    position = {code: number for number, code in enumerate(territories)}
    return np.array([position.get(code, -1) for code in codes], dtype=np.int32), territories


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key by which people sort: T2 before T10, upper and lower case alike."""
    parts = re.split(r"(\d+)", text.casefold())
    return (*((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts if p), (2, 0, text))


def _indices(source: QgsFeatureSource, wanted: Sequence[str]) -> dict[str, int]:
    fields = source.fields()
    indices = {name: fields.lookupField(name) for name in wanted}
    for name, index in indices.items():
        if index < 0:
            raise ReadingError(
                tr("Layer “{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                    layer=source.sourceName(), field=name, fields=", ".join(fields.names()) or "–"
                )
            )
    return indices


def _check_kind(source: QgsFeatureSource) -> None:
    kind = QgsWkbTypes.geometryType(source.wkbType())
    known = (
        QgsWkbTypes.GeometryType.PolygonGeometry,
        QgsWkbTypes.GeometryType.PointGeometry,
        QgsWkbTypes.GeometryType.UnknownGeometry,
    )
    if kind not in known:
        raise ReadingError(
            tr("Layer “{layer}” has {kind}. Polygons or points are needed.").format(
                layer=source.sourceName(),
                kind=tr("lines") if kind == QgsWkbTypes.GeometryType.LineGeometry else tr("no geometry"),
            )
        )


def _extent(source: QgsFeatureSource) -> QgsRectangle:
    """What the layer covers; looked up feature by feature only where it seems to go round the Earth."""
    extent = source.sourceExtent()
    crs = source.sourceCrs()
    if not crs.isValid() or not crs.isGeographic() or extent.isNull():
        return extent
    if extent.width() <= 180 and _EARTH.contains(extent):
        return extent
    request = QgsFeatureRequest().setNoAttributes()
    boxes = [feature.geometry().boundingBox() for feature in _iterate(source, request)]
    on_earth = [box for box in boxes if _EARTH.contains(box)]
    if boxes and not on_earth:
        raise _misplaced(source)
    return tight_extent(on_earth, geographic=True)


def _misplaced(source: QgsFeatureSource) -> ReadingError:
    return ReadingError(
        tr(
            "The coordinates of layer “{layer}” do not fit its CRS, {crs}. Set the CRS that they were made "
            "in (Layer ‣ Layer CRS ‣ Set CRS of Layer)."
        ).format(layer=source.sourceName(), crs=source.sourceCrs().userFriendlyIdentifier())
    )


def _iterate(source: QgsFeatureSource, request: QgsFeatureRequest) -> Iterable[QgsFeature]:
    """All features, the invalid ones too: they are to be reported, not to end the run."""
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    return source.getFeatures(request)


def _features(
    source: QgsFeatureSource,
    indices: list[int],
    transform: QgsCoordinateTransform | None,
    feedback: QgsFeedback | None,
    feature_ids: Iterable[int] | None = None,
) -> tuple[list[int], list[bytes | None], list[list[Any]], dict[int, str]]:
    """Ids, geometry as WKB in metres, the wanted attributes, and rows whose geometry has no place there."""
    ids: list[int] = []
    wkb: list[bytes | None] = []
    rows: list[list[Any]] = []
    lost: dict[int, str] = {}
    plain = _is_plain(source)
    count = max(source.featureCount(), 1)
    request = QgsFeatureRequest().setSubsetOfAttributes(indices)
    if feature_ids is not None:
        request.setFilterFids(list(feature_ids))
    for row, feature in enumerate(_iterate(source, request)):
        if feedback is not None and row % 500 == 0:
            if feedback.isCanceled():
                raise ReadingCancelled
            feedback.setProgress(100.0 * row / count)
        ids.append(feature.id())
        attributes = feature.attributes()
        rows.append([attributes[index] for index in indices])
        geometry = feature.geometry()
        if geometry.isNull():
            wkb.append(None)
            continue
        if not plain:
            geometry = _flat(geometry)
        if not _place(geometry, transform):
            lost[row] = tr("The coordinates do not fit the layer's CRS, {crs}.").format(
                crs=source.sourceCrs().userFriendlyIdentifier()
            )
            wkb.append(None)
            continue
        wkb.append(geometry.asWkb().data())
    return ids, wkb, rows, lost


def _place(geometry: QgsGeometry, transform: QgsCoordinateTransform | None) -> bool:
    """Bring a geometry into metres; whether it has a place there."""
    if transform is not None:
        try:
            geometry.transform(transform)
        except QgsCsException:
            return False
    return geometry.isEmpty() or geometry.boundingBox().isFinite()


def _is_plain(source: QgsFeatureSource) -> bool:
    kind = source.wkbType()
    return not (
        kind == QgsWkbTypes.Type.Unknown
        or QgsWkbTypes.hasZ(kind)
        or QgsWkbTypes.hasM(kind)
        or QgsWkbTypes.isCurvedType(kind)
    )


def _flat(geometry: QgsGeometry) -> QgsGeometry:
    """Two dimensions and straight segments: all that counts for neighbours, areas and distances."""
    kind = geometry.wkbType()
    if QgsWkbTypes.isCurvedType(kind):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if QgsWkbTypes.hasZ(kind):
        geometry.get().dropZValue()
    if QgsWkbTypes.hasM(kind):
        geometry.get().dropMValue()
    return geometry


def name_candidates(source: QgsFeatureSource) -> list[str]:
    """Fields that may name a unit: what QGIS would take as a label, then the first few fields of text."""
    fields = source.fields()
    guess = QgsVectorLayerUtils.guessFriendlyIdentifierField(fields)
    texts = [field.name() for field in fields if is_text(field)][:_LOOKED_AT]
    return list(dict.fromkeys([guess, *texts] if guess else texts))


def unit_names(columns: Sequence[Sequence[Any]], ids: Sequence[int]) -> list[str]:
    """The name of each unit, from the first column that tells most apart; "feature 12" where it has none."""
    telling = (column for column in columns if 2 * len({*map(str, column)}) > len(ids))
    texts = [text_or_none(value) for value in next(telling, ())] or [None] * len(ids)
    return [text or tr("feature {id}").format(id=fid) for text, fid in zip(texts, ids)]


def _measures(
    measures: Sequence[str], columns: dict[str, Sequence[Any]], ids: Sequence[int], names: Sequence[str]
) -> tuple[np.ndarray, list[Finding]]:
    table = np.empty((len(ids), len(measures)))
    findings = []
    for column, name in enumerate(measures):
        table[:, column], unread = numbers(columns[name])
        findings += [
            Finding(
                "missing_value",
                WARNING,
                ids[row],
                names[row],
                None,
                name,
                tr("“{value}” cannot be read as a number.").format(value=value),
            )
            for row, value in unread.items()
        ]
    return table, findings


def _warnings(source: QgsFeatureSource, extent: QgsRectangle) -> list[str]:
    crs = source.sourceCrs()
    if not crs.isValid():
        text = tr("Layer “{layer}” has no CRS: its coordinates are taken as metres on a plane.")
        if not extent.isEmpty() and abs(extent.center().x()) <= 180 and abs(extent.center().y()) <= 90:
            text += " " + tr("They look like degrees; set the CRS of the layer for true distances and areas.")
        return [text.format(layer=source.sourceName())]
    if crs.authid() == "EPSG:3857":
        return [
            tr(
                "Layer “{layer}” is in Web Mercator, which shows areas and distances away from the equator "
                "too large. Totals and neighbours are not affected."
            ).format(layer=source.sourceName())
        ]
    return []


def read_features(
    source: QgsFeatureSource,
    metric: QgsCoordinateReferenceSystem,
    fields: Sequence[str] = (),
    *,
    feature_ids: Iterable[int] | None = None,
    transform_context: QgsCoordinateTransformContext | None = None,
) -> tuple[list[int], np.ndarray, dict[str, list[Any]]]:
    """Features of some other layer: ids, shapely geometries in the CRS of the units, and columns of *fields*.

    A geometry is None where it is null, or has no place in that CRS. With *feature_ids* only these are read,
    as far as they are there.
    """
    transform = None
    if source.sourceCrs().isValid() and metric.isValid() and source.sourceCrs() != metric:
        transform = QgsCoordinateTransform(
            source.sourceCrs(), metric, transform_context or QgsCoordinateTransformContext()
        )
    indices = [source.fields().lookupField(name) for name in fields]
    ids, wkb, rows, _lost = _features(source, indices, transform, None, feature_ids)
    coded = np.empty(len(wkb), dtype=object)
    coded[:] = wkb
    columns = {name: [row[number] for row in rows] for number, name in enumerate(fields)}
    return ids, shapely.from_wkb(coded, on_invalid="ignore"), columns


def read_shapes(
    source: QgsFeatureSource,
    metric: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext | None = None,
) -> np.ndarray:
    """The geometries of some other layer in the CRS of the units, as shapely objects; None for null."""
    return read_features(source, metric, transform_context=transform_context)[1]
