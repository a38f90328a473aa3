"""Opening a plan on a layer: what must be right before, and what the plan begins with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.core import QgsProject, QgsVectorLayer, QgsVectorLayerUtils, QgsWkbTypes

from ..core.targets import territory_codes
from ..translate import tr
from .fields import is_text
from .plan import PlanError, PlanSettings, checked_weights, read_plans
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
    each_measure: bool = False,
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
        One for each measure; default equal.
    territories : int, sequence of str, or mapping of str to float, optional
        How many; or their names; or their names with relative targets. Those that the layer has are added.
    tolerance : float
        Allowed deviation from the target, in %.

    Raises
    ------
    PlanError
        When the plan cannot be made; the message names layer and field, and says what to do.
    """
    measures = tuple(measures)
    check(layer, measures)
    weights = checked_weights(measures, weights)
    if not tolerance >= 0:
        raise PlanError(tr("The tolerance must be 0 % or more."))
    if layer.fields().lookupField(territory_field) < 0:
        try:
            territory_field = create_territory_field(layer, territory_field)
        except WritingError as error:
            raise PlanError(str(error)) from error
    check(layer, measures, territory_field)
    stored = (
        plan
        for plan in read_plans(layer.project() or QgsProject.instance())
        if (plan.layer_id, plan.territory_field) == (layer.id(), territory_field)
    )
    settings = next(stored, None) or PlanSettings(layer.id(), territory_field)
    settings.active = True
    settings.name = name or settings.name or layer.name()
    settings.measures = measures
    settings.weights = weights
    settings.each_measure = each_measure
    settings.tolerance = float(tolerance)
    settings.reps.update(reps or {})
    _set_territories(settings, layer, territories)
    return PlanSession(layer, settings, parent=parent)


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
    check(layer, settings.measures, settings.territory_field)
    return PlanSession(layer, settings, restyle=False, parent=parent)


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
