"""Commands that bring an alignment or accounts into a plan, or hand it on."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from qgis.core import Qgis

from ..translate import tr
from .actions import Command
from .messages import push_message
from .plan_ready import is_ready

MENU = "data"


def data_commands(iface, plugin) -> list[Command]:
    """The entries of the submenu Import and Export."""

    def command(name, text, tip, icon, module, dialog, *, needs_plan=True):
        call = partial(_show, iface, plugin, text.rstrip("…"), module, dialog, needs_plan)
        return Command(name, text, tip, icon, call, needs_plan=needs_plan, in_toolbar=False, menu=MENU)

    return [
        command(
            "actionImportTerritories",
            tr("Import Territories…"),
            tr("Take who has what from a CSV, XLSX or ODS file, or from a table of the project"),
            "assignfromtable",
            "import_territories_dialog",
            "ImportTerritoriesDialog",
        ),
        command(
            "actionImportAccounts",
            tr("Import Accounts…"),
            tr("Make points of a list of customers, by coordinates or by the unit they name"),
            "importaccounts",
            "import_accounts_dialog",
            "ImportAccountsDialog",
            needs_plan=False,
        ),
        command(
            "actionImportBoundaries",
            tr("Import from Boundaries…"),
            tr("Give units the territory in whose shape they are"),
            "assignbyboundaries",
            "import_boundaries_dialog",
            "ImportBoundariesDialog",
        ),
        command(
            "actionCarryOver",
            tr("Carry Over from Last Year…"),
            tr("Bring last year's alignment onto units that were split, merged or renumbered"),
            "carryoveralignment",
            "carry_over_dialog",
            "CarryOverDialog",
        ),
        command(
            "actionExportAlignment",
            tr("Export Alignment…"),
            tr("Hand reps and the CRM a file of who has what, or the boundaries"),
            "exportalignment",
            "export_dialog",
            "ExportDialog",
        ),
    ]


def _show(iface, plugin, title, module, dialog_name, needs_plan) -> None:
    """Opens a dialog; what it has done is said in the message bar."""
    if not is_ready(iface, plugin, title, needs_plan=needs_plan):
        return
    # what a dialog needs (pandas among it) is loaded when it is opened, not when QGIS starts
    made = getattr(import_module(f".{module}", __package__), dialog_name)
    dialog = made(plugin.session, iface.mainWindow(), iface=iface)
    try:
        if dialog.exec() and dialog.said:
            push_message(iface, title, dialog.said, Qgis.MessageLevel.Success)
    finally:
        dialog.deleteLater()
