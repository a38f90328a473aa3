"""Opening a plan on a layer: what must be right before, and what the plan begins with."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace

from qgis.core import QgsProject, QgsVectorLayer, QgsVectorLayerUtils, QgsWkbTypes

from ..core.targets import territory_codes
from ..translate import tr
from .account_measures import measure_names
from .fields import is_text
from .plan import COUNT, PlanError, PlanSettings, checked_weights, read_plans
from .reps_layer import take_reps
from .scenario import make_current
from .session import PlanSession
from .writing import WritingError, create_territory_field

#: names of territories, or how many, or what they are to get
Territories = "int | Sequence[str] | Mapping[str, float] | None"


def open_session(
    layer: QgsVectorLayer,
    territory_field: str,
    measures: Sequence[str] = (),
    weights: Sequence[float] | None = None,
    territories: Territories = None,
    tolerance: float = 5.0,
    *,
    name: str = "",
    reps: Mapping[str, str] | None = None,
    reps_layer: QgsVectorLayer | None = None,
    reps_field: str | None = None,
    each_measure: bool = False,
    accounts: QgsVectorLayer | None = None,
    account_measures: Sequence[str] = (COUNT,),
    parent=None,
) -> PlanSession:
    """Open a plan on a layer.

    A plan that the project already has for this layer and field keeps its locks, colours and names.

    Parameters
    ----------
    layer : QgsVectorLayer
        Polygons or points.
    territory_field : str
        Text field with the alignment; made, as one undo step, where the layer has none of that name.
    measures : sequence of str
        Numeric fields to balance; none: every unit counts 1.
    weights : sequence of float, optional
        One for each measure, those of the accounts last; default equal.
    territories : int, sequence of str, or mapping of str to float, optional
        How many; or their names; or their names with relative targets. Those that the layer has are added.
    tolerance : float
        Allowed deviation from the target, in %.
    reps : mapping of str to str, optional
        Territory → who serves it.
    reps_layer, reps_field : optional
        The plan's reps, a layer of points or a table, and the field with their names; a layer that does not
        fit is left alone.
    accounts : QgsVectorLayer, optional
        Points that are counted and summed over the units they lie in.
    account_measures : sequence of str
        What of them to balance beside `measures`: `COUNT` for their number, which becomes the measure
        ``accounts``, or fields to sum: ``sales`` becomes ``sales (accounts)``.

    Raises
    ------
    PlanError
        When the plan cannot be made; the message names layer and field, and says what to do.
    """
    check(layer, measures)
    counted = _account_measures(layer, accounts, account_measures)
    measures = (*(name for name in measures if name not in counted), *counted)
    weights = checked_weights(measures, weights)
    if not tolerance >= 0:
        raise PlanError(tr("The tolerance must be 0 % or more."))
    if layer.fields().lookupField(territory_field) < 0:
        try:
            territory_field = create_territory_field(layer, territory_field)
        except WritingError as error:
            raise PlanError(str(error)) from error
    check(layer, [name for name in measures if name not in counted], territory_field)
    settings = _stored(layer, PlanSettings(layer.id(), territory_field))
    settings.name = name or settings.name or layer.name()
    settings.measures, settings.weights, settings.each_measure = measures, weights, each_measure
    settings.accounts_layer = accounts.id() if accounts is not None else None
    settings.account_measures = counted
    settings.tolerance = float(tolerance)
    settings.reps.update(reps or {})
    _set_territories(settings, layer, territories)
    if reps_layer is not None:
        take_reps(settings, reps_layer, reps_field)
    return PlanSession(layer, settings, parent=parent)


def open_drawn_session(
    boundaries: QgsVectorLayer,
    name_field: str,
    units: QgsVectorLayer,
    measures: Sequence[str] = (),
    weights: Sequence[float] | None = None,
    tolerance: float = 5.0,
    *,
    name: str = "",
    reps: Mapping[str, str] | None = None,
    capacities: Mapping[str, float] | None = None,
    each_measure: bool = False,
    accounts: QgsVectorLayer | None = None,
    account_measures: Sequence[str] = (COUNT,),
    parent=None,
) -> PlanSession:
    """Open a plan whose territories are polygons drawn over units or accounts.

    Nothing is written into the units: who has what follows from the polygons, see `drawn_territories`.

    Parameters
    ----------
    boundaries : QgsVectorLayer
        The polygons; several with the same name are one territory.
    name_field : str
        Text field of the polygons with the territories' names.
    units : QgsVectorLayer
        What they hold: polygons, by their centres, or points, say accounts.
    measures, weights, tolerance, accounts, account_measures
        As for `open_session`; `measures` are fields of the units.
    capacities : mapping of str to float, optional
        Relative targets of the territories.

    Raises
    ------
    PlanError
        When the plan cannot be made; the message names layer and field, and says what to do.
    """
    _check_boundaries(boundaries, name_field, units)
    check(units, measures)
    counted = _account_measures(units, accounts, account_measures)
    measures = (*(measure for measure in measures if measure not in counted), *counted)
    weights = checked_weights(measures, weights)
    if not tolerance >= 0:
        raise PlanError(tr("The tolerance must be 0 % or more."))
    fresh = PlanSettings(units.id(), "", boundaries_layer=boundaries.id(), boundaries_field=name_field)
    settings = _stored(units, fresh)
    settings.boundaries_field = name_field
    settings.name = name or settings.name or boundaries.name()
    settings.measures, settings.weights, settings.each_measure = measures, weights, each_measure
    settings.accounts_layer = accounts.id() if accounts is not None else None
    settings.account_measures = counted
    settings.tolerance = float(tolerance)
    settings.reps.update(reps or {})
    settings.capacities.update(capacities or {})
    return PlanSession(units, settings, parent=parent)


def open_written_session(drawn: PlanSession, field: str, *, parent=None) -> PlanSession:
    """Write the territories of a drawn plan into a field of its units, and open an ordinary plan on that.

    The new plan begins with the drawn one's targets, reps, colours and locks; the polygons stay as they are.

    Parameters
    ----------
    drawn : PlanSession
        It stays open; close it when nobody shows it any more.
    field : str
        Text field, made where the units have none of that name.

    Raises
    ------
    PlanError
        When the units cannot be edited, or the field holds no text.
    """
    field = drawn.followers.drawn.write_into_field(field)
    settings = replace(
        drawn.settings.copy(),
        plan_id=uuid.uuid4().hex,
        territory_field=field,
        boundaries_layer=None,
        boundaries_field=None,
    )
    drawn.settings.active = False
    drawn.store()
    return PlanSession(drawn.layer, settings, parent=parent)


def _stored(layer: QgsVectorLayer, fresh: PlanSettings) -> PlanSettings:
    """The settings that the project has of this plan already, else the fresh ones."""

    def key(plan):
        return plan.layer_id, plan.territory_field, plan.boundaries_layer

    plans = read_plans(layer.project() or QgsProject.instance())
    settings = next((plan for plan in plans if key(plan) == key(fresh)), None)
    if settings is None:
        # the field may be a scenario that is not the current one
        field = fresh.territory_field
        with_it = (plan for plan in plans if plan.layer_id == layer.id() and field in plan.scenarios)
        settings = next(with_it, fresh)
        make_current(settings, field)
    settings.active = True
    return settings


def reopen_session(settings: PlanSettings, project: QgsProject | None = None, *, parent=None) -> PlanSession:
    """Open a stored plan as it was, changing nothing in the project.

    Raises
    ------
    PlanError
        When its layer or one of its fields is not there any more.
    """
    layer = (project or QgsProject.instance()).mapLayer(settings.layer_id)
    if not isinstance(layer, QgsVectorLayer):
        raise PlanError(
            tr("The units layer of plan “{plan}” is not in the project any more.").format(plan=settings.name)
        )
    _find_scenario(settings, layer)
    check(layer, settings.field_measures, settings.territory_field or None)
    return PlanSession(layer, settings, restyle=False, parent=parent)


def _find_scenario(settings: PlanSettings, layer: QgsVectorLayer) -> None:
    """A project can be saved with a scenario whose field never was: go on with one that is there."""
    there = layer.fields().names()
    if settings.is_drawn or settings.territory_field in there:
        return
    others = sorted(name for name in settings.scenarios if name in there)
    if others:
        make_current(settings, others[0])


def check(layer: QgsVectorLayer, measures: Sequence[str], territory_field: str | None = None) -> None:
    """Raise `PlanError` when a plan cannot be made of this layer and these fields."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        name = layer.name() if layer is not None else ""
        raise PlanError(tr("Layer “{layer}” cannot be read. Repair its data source.").format(layer=name))
    if QgsWkbTypes.geometryType(layer.wkbType()) not in (
        QgsWkbTypes.GeometryType.PolygonGeometry,
        QgsWkbTypes.GeometryType.PointGeometry,
    ):
        words = tr("Layer “{layer}” has neither polygons nor points. Choose another one.")
        raise PlanError(words.format(layer=layer.name()))
    fields = layer.fields()
    for name in filter(None, (territory_field, *measures)):
        if fields.lookupField(name) < 0:
            raise PlanError(
                tr("Layer “{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                    layer=layer.name(), field=name, fields=", ".join(fields.names())
                )
            )
    if territory_field and not is_text(fields.field(territory_field)):
        raise PlanError(
            tr(
                "Field “{field}” of layer “{layer}” is not text and cannot hold names of territories. Choose "
                "a text field, or let New Plan create one."
            ).format(field=territory_field, layer=layer.name())
        )
    for name in measures:
        field = fields.field(name)
        if not field.isNumeric() and not is_text(field):
            raise PlanError(
                tr("Field “{field}” of layer “{layer}” holds no numbers and cannot be balanced.").format(
                    field=name, layer=layer.name()
                )
            )


def _account_measures(
    units: QgsVectorLayer, accounts: QgsVectorLayer | None, fields: Sequence[str]
) -> dict[str, str]:
    """Measure → field of the accounts; empty without accounts."""
    if accounts is None:
        return {}
    if not isinstance(accounts, QgsVectorLayer) or not accounts.isValid():
        raise PlanError(tr("The accounts layer cannot be read. Repair its data source."))
    if QgsWkbTypes.geometryType(accounts.wkbType()) != QgsWkbTypes.GeometryType.PointGeometry:
        words = tr("Layer “{layer}” has no points. Accounts must be points.")
        raise PlanError(words.format(layer=accounts.name()))
    if accounts is units:
        words = tr("Layer “{layer}” holds the units of the plan. Choose another one for the accounts.")
        raise PlanError(words.format(layer=accounts.name()))
    check(accounts, [field for field in fields if field != COUNT])
    return measure_names(fields, units.fields().names())


def _check_boundaries(boundaries: QgsVectorLayer, name_field: str, units: QgsVectorLayer) -> None:
    if not isinstance(boundaries, QgsVectorLayer) or not boundaries.isValid():
        raise PlanError(tr("The layer of drawn territories cannot be read. Repair its data source."))
    if QgsWkbTypes.geometryType(boundaries.wkbType()) != QgsWkbTypes.GeometryType.PolygonGeometry:
        words = tr("Layer “{layer}” has no polygons. Drawn territories must be polygons.")
        raise PlanError(words.format(layer=boundaries.name()))
    if boundaries is units:
        words = tr("Layer “{layer}” holds the units. Drawn territories need a layer of their own.")
        raise PlanError(words.format(layer=boundaries.name()))
    check(boundaries, (), name_field)


def _set_territories(settings: PlanSettings, layer: QgsVectorLayer, territories: Territories) -> None:
    named: list[str] = []
    if isinstance(territories, Mapping):
        named = [str(name) for name in territories]
        settings.capacities = {str(name): float(capacity) for name, capacity in territories.items()}
    elif isinstance(territories, int):
        if territories < 1:
            raise PlanError(tr("A plan needs at least one territory."))
        settings.number = territories
    elif territories is not None:
        named = [str(name) for name in territories]
    present = _present(layer, settings.territory_field)
    if settings.number and not present and not named and not settings.territories:
        named = list(territory_codes(settings.number))
    # what the layer has at the start belongs to the plan; what edits bring later comes and goes with them
    settings.territories = list(dict.fromkeys([*settings.territories, *named, *present]))
    settings.found -= {*named, *present}


def _present(layer: QgsVectorLayer, field: str) -> list[str]:
    """The territories that occur in the layer now, in natural order."""
    from .reading import label

    values, _found = QgsVectorLayerUtils.getValues(layer, field)
    return label(values)[1]
