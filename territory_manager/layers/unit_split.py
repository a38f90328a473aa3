"""Splits a unit along a line: two reps share a postal code by geometry, and its measures with it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsDistanceArea,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)

from ..core.division import cut, divided
from ..core.geos import shapely
from ..translate import tr
from .crs import to_metric
from .fields import field, is_text
from .nulls import is_null, text_or_none
from .numbers import numbers
from .plan import PlanError
from .writing import WritingError, start_editing

if TYPE_CHECKING:
    from .session import PlanSession

_WHOLE = {field("", kind).type() for kind in ("count", "id")}


@dataclass
class Split:
    """A unit about to be split.

    Attributes
    ----------
    fid : feature id of the unit
    name : what it is called
    parts : shapes of the parts, the largest first
    weights : how its measures are divided
    by_accounts : the weights are numbers of accounts, not areas
    """

    fid: int
    name: str
    parts: list[QgsGeometry]
    weights: list[float]
    by_accounts: bool


def plan_split(session: PlanSession, line: Sequence[QgsPointXY], fids: Sequence[int] = ()) -> Split:
    """What a line, in the CRS of the units, would split; nothing changes.

    Parameters
    ----------
    line : two points or more
    fids : units that may be split; none for all that the line crosses

    Raises
    ------
    PlanError
        When the line splits no unit, or more than one.
    """
    layer, session_units = session.layer, session.alignment.units
    if session_units.is_points:
        raise PlanError(tr("The units of this plan are points, which cannot be split."))
    if len(line) < 2:
        raise PlanError(tr("Draw a line across the unit: click at least two points."))
    request = QgsFeatureRequest().setNoAttributes()
    request.setFilterRect(QgsGeometry.fromPolylineXY(list(line)).boundingBox())
    found = []
    for feature in layer.getFeatures(request):
        if fids and feature.id() not in fids:
            continue
        parts = _parts(feature.geometry(), line)
        if len(parts) > 1:
            found.append((feature.id(), parts))
    if not found:
        raise PlanError(tr("The line splits no unit. Begin and end it outside of the unit."))
    if len(found) > 1:
        names = [str(session_units.names[session.live.position(fid)]) for fid, _parts_ in found[:5]]
        words = tr("The line splits {count} units ({units}). Select the one to be split first.")
        raise PlanError(words.format(count=len(found), units=", ".join(names)))
    ((fid, parts),) = found
    measure = QgsDistanceArea()
    measure.setSourceCrs(layer.crs(), session.project().transformContext())
    measure.setEllipsoid(session.project().ellipsoid() or layer.crs().ellipsoidAcronym())
    parts.sort(key=measure.measureArea, reverse=True)
    weights = _accounts_in(session, fid, parts)
    by_accounts = sum(weights) > 0
    if not by_accounts:
        weights = [measure.measureArea(part) for part in parts]
    name = str(session_units.names[session.live.position(fid)])
    return Split(fid, name, parts, weights, by_accounts)


def split_unit(session: PlanSession, split: Split) -> list[int]:
    """Split the unit, as one undo step; all parts stay with its territory.

    The measures of the plan are divided among the parts, whole numbers into whole numbers; other fields are
    the same for all, but for a text that names no other unit: the second part is called “75001 (2)”.

    Returns
    -------
    Feature ids of the parts.

    Raises
    ------
    PlanError
        When the unit is locked, or the layer cannot be edited.
    """
    session.planning.require()
    layer = session.layer
    if split.fid in session.locked_units or session.territory_of(split.fid) in session.locked_territories:
        raise PlanError(tr("{unit} is locked. Unlock it first.").format(unit=split.name))
    try:
        start_editing(layer)
    except WritingError as error:
        raise PlanError(str(error)) from error
    unit = layer.getFeature(split.fid)
    layer.beginEditCommand(tr("Split {unit}").format(unit=split.name))
    rows = _attributes(session, layer, unit, split)
    changed = [layer.changeGeometry(split.fid, split.parts[0])]
    for place, value in rows[0].items():
        if value != unit.attribute(place):
            changed.append(layer.changeAttributeValue(split.fid, place, value, unit.attribute(place)))
    ids = [split.fid]
    for part, row in zip(split.parts[1:], rows[1:]):
        feature = QgsVectorLayerUtils.createFeature(layer, part, row)
        changed.append(layer.addFeature(feature))
        ids.append(feature.id())
    if not all(changed):
        layer.destroyEditCommand()
        raise PlanError(
            tr("{unit} could not be split: layer “{layer}” refused the edit. Nothing was changed.").format(
                unit=split.name, layer=layer.name()
            )
        )
    layer.endEditCommand()
    session.flush()
    return ids


def _parts(shape: QgsGeometry, line: Sequence[QgsPointXY]) -> list[QgsGeometry]:
    """The shape cut along the line; one part where it is not cut."""
    there = shapely.from_wkb(bytes(shape.asWkb()))
    drawn = shapely.linestrings([(point.x(), point.y()) for point in line])
    found = cut(shapely.make_valid(there), drawn)
    if len(found) == 1:
        return [shape]
    parts = []
    for piece in found:
        part = QgsGeometry()
        part.fromWkb(shapely.to_wkb(piece))
        parts.append(part)
    if shape.isMultipart():
        for part in parts:
            part.convertToMultiType()
    return parts


def _accounts_in(session: PlanSession, fid: int, parts: Sequence[QgsGeometry]) -> list[float]:
    """How many of the unit's accounts lie in each part; 0 for all without accounts."""
    accounts = session.followers.accounts
    known = accounts.accounts_of([fid]) if accounts.layer is not None else []
    counts = [0.0] * len(parts)
    if not known:
        return counts
    features = accounts.layer.getFeatures(QgsFeatureRequest().setFilterFids(known).setNoAttributes())
    middle = [QgsPointXY(feature.geometry().centroid().asPoint()) for feature in features]
    context = session.project().transformContext()
    for point in to_metric(middle, accounts.layer.crs(), session.layer.crs(), context):
        if point is None:
            continue
        place = QgsGeometry.fromPointXY(point)
        distances = [part.distance(place) for part in parts]
        counts[distances.index(min(distances))] += 1.0
    return counts


def _attributes(
    session: PlanSession, layer: QgsVectorLayer, unit: QgsFeature, split: Split
) -> list[dict[int, object]]:
    """Field → value for each part."""
    keys = set(layer.primaryKeyAttributes())
    rows: list[dict[int, object]] = [{} for _ in split.parts]
    measures = set(session.settings.field_measures)
    for place, column in enumerate(layer.fields()):
        value = unit.attribute(place)
        if place in keys:
            continue
        texts: list[object] = [value] * len(rows)
        if not is_null(value) and column.name() in measures:
            number = float(numbers([value])[0][0])
            if not math.isnan(number):
                texts = list(divided(number, split.weights, whole=column.type() in _WHOLE))
        elif is_text(column) and column.name() != session.territory_field:
            text = text_or_none(value)
            if text is not None and _names_one_unit(layer, place, text):
                texts[1:] = [f"{text} ({number})" for number in range(2, len(rows) + 1)]
        for row, part in zip(rows, texts):
            row[place] = part
    return rows


def _names_one_unit(layer: QgsVectorLayer, place: int, text: str) -> bool:
    """Whether no other unit has this text in the field."""
    quoted = text.replace("'", "''")
    request = QgsFeatureRequest().setFilterExpression(f"\"{layer.fields().at(place).name()}\" = '{quoted}'")
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(2)
    return sum(1 for _ in layer.getFeatures(request)) <= 1
