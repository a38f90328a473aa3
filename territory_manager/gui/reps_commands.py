"""Commands around the reps of a plan."""

from __future__ import annotations

from functools import partial

from qgis.core import Qgis

from .. import dependencies
from ..translate import tr
from .actions import Command
from .windows import show_beside

MENU = "plan"


def reps_commands(iface, plugin) -> list[Command]:
    """What can be done with reps and levels."""
    return [
        Command(
            "actionReps",
            tr("Reps…"),
            tr("Who has which territories, how that fits their capacity, and what is vacant"),
            "reps",
            partial(show_reps, iface, plugin),
            needs_plan=True,
            in_toolbar=False,
            menu=MENU,
        ),
    ]


def show_reps(iface, plugin):
    """Shows the dialog of the reps beside the map; returns it."""
    words = dependencies.message()
    if not words and plugin.session is None:
        words = tr("Open a plan first.")
    if words:
        iface.messageBar().pushMessage(tr("Reps"), words, Qgis.MessageLevel.Warning)
        return None
    from .reps_dialog import RepsDialog

    window = iface.mainWindow()
    dialog = window.findChild(RepsDialog, "TerritoryManagerRepsDialog")
    if dialog is None:
        dialog = RepsDialog(plugin.session, iface, window)
    show_beside(dialog)
    return dialog
