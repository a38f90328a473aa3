"""Commands around the work of the reps: how it is counted, and where it is too much."""

from __future__ import annotations

from functools import partial

from ..translate import tr
from .actions import Command
from .plan_ready import is_ready
from .windows import show_beside, shown


def commands(iface, plugin, menu: str) -> list[Command]:
    """What can be done, all of it in one submenu."""
    return [
        Command(
            "actionWorkload",
            tr("Workload Settings…"),
            tr("Who is called on, how reps travel, what they have time for; utilisation follows the borders"),
            "workload",
            partial(ask_for_workload, iface, plugin),
            needs_plan=True,
            in_toolbar=False,
            menu=menu,
        ),
        Command(
            "actionCoverage",
            tr("Coverage…"),
            tr("Who is under- and over-served, how many reps that is, and where to put the next one"),
            "coverage",
            partial(show_coverage, iface, plugin),
            needs_plan=True,
            in_toolbar=False,
            menu=menu,
        ),
    ]


def ask_for_workload(iface, plugin) -> bool:
    """Asks how work is counted and counts like that; tells whether the user agreed."""
    if not is_ready(iface, plugin, tr("Workload Settings")):
        return False
    from .workload_dialog import WorkloadDialog

    session = plugin.session
    dialog = WorkloadDialog(session, iface.mainWindow())
    try:
        if not dialog.exec() or not session.is_open:
            return False
        session.followers.work.use(dialog.settings())
        return True
    finally:
        dialog.deleteLater()


def show_coverage(iface, plugin):
    """Shows the coverage beside the map; asks for the workload first where nobody said what it is."""
    if not is_ready(iface, plugin, tr("Coverage")):
        return None
    if not plugin.session.followers.work.is_on and not ask_for_workload(iface, plugin):
        return None
    from .coverage_dialog import CoverageDialog

    dialog = shown(CoverageDialog)
    if dialog is None:
        dialog = CoverageDialog(plugin.session, iface, iface.mainWindow())
        dialog.settingsRequested.connect(lambda: ask_for_workload(iface, plugin))
    show_beside(dialog)
    return dialog
