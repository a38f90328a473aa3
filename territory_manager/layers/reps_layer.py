"""Makes the layer of a plan's reps, and brings reps from other layers into it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsFeature,
    QgsFeatureSource,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorDataProvider,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, Qt

from ..translate import tr
from .column_homes import column_homes
from .crs import transform_to
from .dates import dates
from .fields import field, is_text
from .nulls import is_null, text_or_none
from .numbers import numbers
from .plan import PlanError, PlanSettings
from .plan_tables import add_table
from .rep import REP, ROLES, rep_fields
from .reps_form import BLANK, style_reps_layer
from .writing import why_not_editable

if TYPE_CHECKING:
    from .session import PlanSession

#: Field of our own layer → its kind; the names are those by which `rep_fields` knows them first.
KINDS = {
    "rep": "text",
    "email": "text",
    "phone": "text",
    "role": "text",
    "team": "text",
    "manager": "text",
    "capacity": "number",
    "quota": "number",
    "active_from": "date",
    "active_to": "date",
    "color": "text",
    "note": "text",
}
_DATES = ("active_from", "active_to")
_AMOUNTS = ("capacity", "quota")


def fits_reps(layer: QgsVectorLayer, name_field: str | None = None) -> bool:
    """Whether a layer can be the plan's reps: one row for each, named in a text field, with a home or more.

    Parameters
    ----------
    layer : QgsVectorLayer
    name_field : where somebody chose it
    """
    kind = layer.geometryType()
    point, table = QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.NullGeometry
    if kind not in (point, table):
        return False
    fields = rep_fields(layer.fields(), name_field)
    position = layer.fields().lookupField(fields.get("name", ""))
    if position < 0 or not is_text(layer.fields().at(position)):
        return False
    if name_field and rep_fields(layer.fields()).get("name", name_field) != name_field:
        # a table of territories, which names the rep in another field
        return False
    names = [text_or_none(value) for value in QgsVectorLayerUtils.getValues(layer, fields["name"])[0]]
    if None in names or len(set(names)) < len(names) or not names:
        return False
    return kind == point or len(fields) > 1


def take_reps(settings: PlanSettings, layer: QgsVectorLayer, name_field: str | None = None) -> None:
    """Let a plan that is being opened have the reps of a layer, where it fits; who is called like a territory
    serves it.
    """
    if not fits_reps(layer, name_field):
        return
    settings.reps_layer = layer.id()
    settings.reps_fields = rep_fields(layer.fields(), name_field)
    names = QgsVectorLayerUtils.getValues(layer, settings.reps_fields["name"])[0]
    for name in map(text_or_none, names):
        if name in settings.territories:
            settings.reps.setdefault(name, name)


def add_reps_layer(session: PlanSession, project: QgsProject) -> QgsVectorLayer:
    """Make a layer of reps in the plan's GeoPackage and use it; everybody who has a territory has a row.

    A plan that has its reps already keeps them.

    Raises
    ------
    WritingError
        When the GeoPackage cannot be written.
    """
    reps = session.followers.reps
    if reps.layer is not None:
        return reps.layer
    fields = [field(name, kind) for name, kind in KINDS.items()]
    layer = add_table(session, "reps", tr("Reps"), fields, "Point")
    layer.dataProvider().addFeatures(list(_known(session, layer)))
    layer.updateExtents()
    style_reps_layer(layer)
    project.addMapLayer(layer)
    reps.use(layer)
    return layer


def _known(session: PlanSession, layer: QgsVectorLayer) -> Iterable[QgsFeature]:
    """Features of everybody who has a territory now."""
    settings = session.settings
    owners = [settings.reps[name] for name in settings.territories if settings.reps.get(name)]
    for rep in dict.fromkeys(owners):
        theirs = [name for name in settings.territories if settings.reps.get(name) == rep]
        capacity = sum(settings.capacities.get(name, 0.0) for name in theirs)
        feature = QgsFeature(layer.fields())
        feature.setAttribute("rep", rep)
        feature.setAttribute("role", REP)
        for name in BLANK:
            feature.setAttribute(name, "")
        feature.setAttribute("color", settings.colors.get(theirs[0]))
        feature.setAttribute("capacity", capacity if capacity > 0 else NULL)
        yield feature


def import_reps(
    session: PlanSession, source: QgsFeatureSource, fields: Mapping[str, str]
) -> tuple[int, int, list[str]]:
    """Bring reps from a layer or table into the plan's, as one undo step of that layer.

    Who is there already, by the name, gets the new values; blank ones change nothing.

    Parameters
    ----------
    source : points or a table
    fields : what is known (`rep.ROLES`) → field of *source*

    Returns
    -------
    How many came and how many were brought up to date; and in words what could not be taken over.

    Raises
    ------
    PlanError
        When the plan has no reps, or their layer cannot be edited.
    """
    reps = session.followers.reps
    layer = reps.layer
    if layer is None:
        raise PlanError(tr("The plan has no layer of reps. Make one first."))
    name_field = fields.get("name")
    if not name_field or source.fields().lookupField(name_field) < 0:
        raise PlanError(tr("Choose the field with the names of the reps."))
    columns, points, words = _rows(source, fields, layer, session.project())
    homeless = [fields[role] for role in columns if role not in reps.fields]
    if homeless:
        text = tr("“{layer}” has no field for {fields}: add one, choose it under Fields…, import again.")
        words.insert(0, text.format(layer=layer.name(), fields=", ".join(homeless)))
    require_editable(layer)
    layer.beginEditCommand(tr("Import reps"))
    added = changed = 0
    known = {rep.name: rep.fid for rep in reps.all()}
    places = {role: layer.fields().lookupField(name) for role, name in reps.fields.items()}
    seen: set[str] = set()
    for row, name in enumerate(columns["name"]):
        if name is None or name in seen:
            text = tr("Row {row} of “{layer}” has no name.") if name is None else tr("{name} is there twice.")
            words.append(text.format(row=row + 1, layer=source.sourceName(), name=name))
            continue
        seen.add(name)
        values = {places[r]: column[row] for r, column in columns.items() if places.get(r, -1) >= 0}
        values = {place: value for place, value in values.items() if value is not None}
        fid = known.get(name)
        if fid is None:
            _add(layer, values, points[row])
            added += 1
        elif _change(layer, fid, values, points[row]):
            changed += 1
    layer.endEditCommand()
    session.flush()
    return added, changed, words


def place_home(session: PlanSession, name: str, place: QgsPointXY | None) -> None:
    """Move a rep's home, in the CRS of the reps' layer; None takes it away. One undo step.

    Raises
    ------
    PlanError
        When there is no such rep, or their layer has no points or cannot be edited.
    """
    reps = session.followers.reps
    rep, layer = reps.of(name), reps.layer
    if layer is None or rep is None or rep.fid is None:
        raise PlanError(tr("{rep} is not in the table of reps.").format(rep=name))
    if layer.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
        words = tr("“{layer}” is a table without points and cannot hold homes.")
        raise PlanError(words.format(layer=layer.name()))
    require_editable(layer)
    layer.beginEditCommand(tr("Home of {rep}").format(rep=name))
    layer.changeGeometry(rep.fid, _shape(layer, place) if place is not None else QgsGeometry())
    layer.endEditCommand()
    session.flush()


def require_editable(layer: QgsVectorLayer) -> None:
    """Put a layer of reps into edit mode, or say why that cannot be."""
    if layer.isEditable():
        return
    able = layer.dataProvider().capabilities()
    reason = why_not_editable(layer, layer.fields().names()[0])
    if not reason and not able & QgsVectorDataProvider.Capability.AddFeatures:
        reason = tr("Layer “{layer}” takes no new rows.").format(layer=layer.name())
    if reason or not layer.startEditing():
        raise PlanError(reason or tr("Layer “{layer}” cannot be edited.").format(layer=layer.name()))


def _rows(
    source: QgsFeatureSource, fields: Mapping[str, str], layer: QgsVectorLayer, project: QgsProject
) -> tuple[dict[str, list], list[QgsGeometry | None], list[str]]:
    """Columns by role as the plan's layer takes them, places in its CRS, and what could not be read."""
    features = list(source.getFeatures())
    index = {role: source.fields().lookupField(name) for role, name in fields.items() if role in ROLES}
    columns: dict[str, list] = {}
    words: list[str] = []
    for role, position in index.items():
        if position < 0:
            continue
        given = [feature.attributes()[position] for feature in features]
        if role in _DATES:
            columns[role], unread, guessed = _days(given)
            if guessed:
                words.append(_guess_words(guessed, given, columns[role], fields[role]))
        else:
            columns[role], unread = _column(role, given)
        for row in unread:
            text = tr("“{value}” in row {row} of “{field}” is neither a number nor a date and was left out.")
            words.append(text.format(value=given[row], row=row + 1, field=fields[role]))
    points, lost = _points(source, features, layer, project)
    return columns, points, words + lost


def _column(role: str, given: list) -> tuple[list[Any], Sequence[int]]:
    if role in _AMOUNTS:
        read, unread = numbers(given)
        return [value if value == value else None for value in read.tolist()], list(unread)
    return [None if is_null(value) else text_or_none(value) for value in given], []


def _days(given: list) -> tuple[list[Any], Sequence[int], list[int]]:
    """Dates as an attribute takes them, rows that are none, and rows where day and month were guessed."""
    days, unread, guessed = dates(given)
    return [None if day is None else QDate(day.year, day.month, day.day) for day in days], unread, guessed


def _guess_words(rows: list[int], given: list, days: list, name: str) -> str:
    text = tr(
        "“{value}” in row {row} of “{field}” was read as {date}, and {count} more like it: nothing in the "
        "column tells day from month."
    )
    if len(rows) == 1:
        text = tr(
            "“{value}” in row {row} of “{field}” was read as {date}: nothing in the column "
            "tells day from month."
        )
    row = rows[0]
    day = days[row].toString(Qt.DateFormat.ISODate)
    return text.format(value=given[row], row=row + 1, field=name, date=day, count=len(rows) - 1)


def _points(source, features, layer, project) -> tuple[list[QgsGeometry | None], list[str]]:
    """Homes in the CRS of the reps' layer, None where there is none; and what could not be read."""
    points = QgsWkbTypes.GeometryType.PointGeometry
    if layer.geometryType() != points:
        return [None] * len(features), []
    words: list[str] = []
    if QgsWkbTypes.geometryType(source.wkbType()) == points:
        crs = source.sourceCrs()
        places = [_place(feature) for feature in features]
    else:
        crs = QgsCoordinateReferenceSystem("EPSG:4326")
        places, words = column_homes(source, features)
    transform = transform_to(crs, layer.crs(), project.transformContext())
    placed: list[QgsGeometry | None] = []
    for row, place in enumerate(places, start=1):
        try:
            there = place if place is None or transform is None else transform.transform(place)
        except QgsCsException:
            there = None
            text = tr("The home in row {row} has no place in {crs} and was left out.")
            words.append(text.format(row=row, crs=layer.crs().authid()))
        placed.append(None if there is None else _shape(layer, there))
    return placed, words


def _place(feature: QgsFeature) -> QgsPointXY | None:
    if not feature.hasGeometry() or feature.geometry().isEmpty():
        return None
    return feature.geometry().centroid().asPoint()


def _shape(layer: QgsVectorLayer, place: QgsPointXY) -> QgsGeometry:
    geometry = QgsGeometry.fromPointXY(place)
    if QgsWkbTypes.isMultiType(layer.wkbType()):
        geometry.convertToMultiType()
    return geometry


def _add(layer: QgsVectorLayer, values: Mapping[int, Any], point: QgsGeometry | None) -> None:
    feature = QgsVectorLayerUtils.createFeature(layer, point or QgsGeometry(), dict(values))
    layer.addFeature(feature)


def _change(layer: QgsVectorLayer, fid: int, values: Mapping[int, Any], point: QgsGeometry | None) -> bool:
    """Tells whether anything differed."""
    before = layer.getFeature(fid)
    fresh = {place: value for place, value in values.items() if before.attributes()[place] != value}
    for place, value in fresh.items():
        layer.changeAttributeValue(fid, place, value, before.attributes()[place])
    moved = point is not None and not (before.hasGeometry() and before.geometry().equals(point))
    if moved:
        layer.changeGeometry(fid, point)
    return bool(fresh) or moved
