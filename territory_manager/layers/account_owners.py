"""Gives accounts to a territory by name, in a field of their layer; so two reps can share a unit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ..translate import tr
from .fields import field, unused_name
from .plan import PlanError
from .plan_tables import add_table
from .writing import WritingError, assign_units, create_territory_field

if TYPE_CHECKING:
    from .session import PlanSession

#: Name of the field that is made for owners where the accounts have none.
OWNER_FIELD = "owner_territory"


def give_accounts(session: PlanSession, accounts: Iterable[int], territory: str | None) -> int:
    """Give accounts to a territory whatever the map says, or let them follow the map again (``None``).

    One undo step of the accounts layer; the field with the owners is made where the plan has none, which is
    another one.

    Returns
    -------
    How many accounts were given.

    Raises
    ------
    PlanError
        When the plan has no accounts, there is no such territory, or the accounts cannot be edited.
    """
    layer = session.followers.accounts.layer
    if layer is None:
        raise PlanError(tr("This plan has no accounts layer. Choose one in New Plan, or import accounts."))
    if territory is not None and territory not in session.settings.territories:
        raise PlanError(tr("There is no territory “{territory}”.").format(territory=territory))
    rules = dict(session.settings.rules)
    name = rules.get("owner_field")
    try:
        if not name or layer.fields().lookupField(name) < 0:
            if territory is None:
                return 0
            name = create_territory_field(layer, OWNER_FIELD)
            session.followers.accounts.use_rules({**rules, "owner_field": name})
        given = list(dict.fromkeys(accounts))
        if territory is None:
            words = tr("Let accounts follow the map")
        else:
            words = tr("Give accounts to {territory}").format(territory=territory)
        assign_units(layer, name, dict.fromkeys(given, territory), words)
    except WritingError as error:
        raise PlanError(str(error)) from error
    session.flush()
    return len(given)


def add_rules_table(session: PlanSession) -> QgsVectorLayer:
    """Make an empty table of rules in the plan's GeoPackage, add it to the project and return it.

    Raises
    ------
    WritingError
        When the GeoPackage cannot be written.
    """
    kinds = {
        "priority": "count",
        "field": "text",
        "operator": "text",
        "value": "text",
        "territory": "text",
        "role": "text",
    }
    project = session.project()
    taken = [layer.name() for layer in project.mapLayers().values()]
    table = add_table(
        session,
        "account_rules",
        unused_name(tr("Account rules"), taken),
        [field(name, kind) for name, kind in kinds.items()],
    )
    project.addMapLayer(table)
    offer_choices(session, table)
    return table


def offer_choices(session: PlanSession, table: QgsVectorLayer) -> None:
    """Let the form of the rules offer the fields, operators and territories that there are."""
    from ..core.segments import OPERATORS

    accounts = session.followers.accounts.layer
    choices = {
        "field": accounts.fields().names() if accounts is not None else [],
        "operator": list(OPERATORS),
        "territory": list(session.settings.territories),
    }
    for name, values in choices.items():
        place = table.fields().lookupField(name)
        if place >= 0 and values:
            setup = QgsEditorWidgetSetup("ValueMap", {"map": [{value: value} for value in values]})
            table.setEditorWidgetSetup(place, setup)
