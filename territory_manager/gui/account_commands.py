"""Commands on accounts: rules about who owns them, and giving them away by hand."""

from __future__ import annotations

from qgis.core import Qgis, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtWidgets import QInputDialog

from ..translate import tr
from . import numbers
from .actions import Command
from .messages import push_message
from .windows import show_beside, shown


def commands(iface, plugin, menu: str) -> list[Command]:
    """Commands for the menu of that key."""
    return [
        Command(
            "actionAccountRules",
            tr("Account Rules…"),
            tr("Accounts that belong to somebody whatever the map says: by name, family or rules"),
            "assignaccounts",
            lambda: show_rules(iface, plugin),
            needs_plan=True,
            in_toolbar=False,
            menu=menu,
        )
    ]


def show_rules(iface, plugin) -> None:
    """Shows the dialog of account rules; asks for the accounts first where the plan has none."""
    from .account_rules_dialog import AccountRulesDialog

    there = shown(AccountRulesDialog)
    if there is not None:
        show_beside(there)
        return
    if not _has_accounts(iface, plugin.session):
        return
    try:
        dialog = AccountRulesDialog(iface, plugin.session)
    except ValueError as error:
        push_message(iface, tr("Account Rules"), str(error), Qgis.MessageLevel.Warning)
        return
    # the table of rules can be edited beside it
    show_beside(dialog)


def _has_accounts(iface, session) -> bool:
    """Whether the dialog can be shown, or can say itself what is missing; False when the user cancels."""
    if session is None or session.settings.accounts_layer is not None:
        return True
    layers = candidates(session)
    if not layers:
        return True
    called_on = session.followers.work.settings.accounts_layer
    chosen = next((row for row, layer in enumerate(layers) if layer.id() == called_on), 0)
    names = [layer.name() for layer in layers]
    name, agreed = QInputDialog.getItem(
        iface.mainWindow(),
        tr("Account Rules"),
        tr("This plan has no accounts yet. Which layer holds them?"),
        names,
        chosen,
        False,
    )
    if agreed:
        from ..layers.account_writing import use_accounts

        use_accounts(session, layers[names.index(name)], [])
    return agreed


def candidates(session) -> list[QgsVectorLayer]:
    """Layers of points that may be a plan's accounts."""
    taken = {session.layer.id(), session.settings.reps_layer}
    found = [
        layer
        for layer in session.project().mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
        and layer.id() not in taken
    ]
    return sorted(found, key=lambda layer: (layer.name(), layer.id()))


def selected_accounts(session) -> list[int]:
    """Accounts that are selected in their layer by whatever tool."""
    layer = session.followers.accounts.layer if session is not None else None
    return list(layer.selectedFeatureIds()) if layer is not None else []


def give_selected(iface, session, territory: str | None) -> None:
    """Gives the selected accounts to a territory whatever the map says; None lets them follow it again."""
    from ..layers.account_owners import give_accounts

    title = tr("Accounts")
    try:
        count = give_accounts(session, selected_accounts(session), territory)
    except ValueError as error:
        push_message(iface, title, str(error), Qgis.MessageLevel.Warning)
        return
    if territory is None:
        words = tr("{count} accounts follow the map again.")
    else:
        words = tr("{count} accounts belong to {territory} whatever the map says.")
    words = words.format(count=numbers.exact(count), territory=territory)
    push_message(iface, title, words, Qgis.MessageLevel.Info, 6)
