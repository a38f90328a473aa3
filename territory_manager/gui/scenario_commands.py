"""The commands around scenarios: a new one, all of them, two of them beside each other."""

from __future__ import annotations

from qgis.core import Qgis

from ..translate import tr
from .actions import Command
from .messages import push_message
from .plan_ready import is_ready
from .windows import show_beside, shown


def commands(iface, plugin, menu: str) -> list[Command]:
    """Commands for the menu of that key."""

    def command(name, text, tip, icon, call):
        return Command(
            name, text, tip, icon, lambda: call(iface, plugin), needs_plan=True, in_toolbar=False, menu=menu
        )

    return [
        command(
            "actionNewScenario",
            tr("New Scenario…"),
            tr("Try something out in a copy of the alignment, a field of its own"),
            "new_scenario",
            new_scenario,
        ),
        command(
            "actionManageScenarios",
            tr("Manage Scenarios…"),
            tr("Titles, notes, days from which they are valid, baseline, archive"),
            "scenarios",
            manage_scenarios,
        ),
        command(
            "actionCompareScenarios",
            tr("Compare Scenarios…"),
            tr("Who gains, who loses between two alignments; take changes of one over into the other"),
            "comparealignments",
            compare_scenarios,
        ),
    ]


def new_scenario(iface, plugin) -> None:
    """Asks for a new scenario and makes it."""
    session = _session(iface, plugin)
    if session is None:
        return
    from .new_scenario_dialog import NewScenarioDialog

    dialog = NewScenarioDialog(session, iface.mainWindow())
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()


def manage_scenarios(iface, plugin) -> None:
    """Shows the list of scenarios, or brings it to the front."""
    session = _session(iface, plugin)
    if session is None:
        return
    from .scenarios_dialog import ScenariosDialog

    there = shown(ScenariosDialog)
    if there is None:
        there = ScenariosDialog(
            session, lambda before, after: compare(iface, plugin, before, after), iface.mainWindow()
        )
    show_beside(there)


def compare_scenarios(iface, plugin) -> None:
    """Shows the current scenario beside the baseline or another one."""
    compare(iface, plugin)


def compare(iface, plugin, before: str | None = None, after: str | None = None) -> None:
    """Shows two alignments beside each other, by their fields; without these what suggests itself."""
    session = _session(iface, plugin)
    if session is None:
        return
    from .compare_dialog import CompareDialog

    there = shown(CompareDialog)
    if there is None:
        there = CompareDialog(iface, session, iface.mainWindow())
    if before is not None and after is not None:
        there.choose(before, after)
    show_beside(there)


def _session(iface, plugin):
    """The open plan's session, if it can have scenarios; else None, and the reason is said."""
    title = tr("Scenarios")
    if not is_ready(iface, plugin, title):
        return None
    if not plugin.session.scenarios.available:
        words = tr("Territories that are drawn have no scenarios. Write them into a field first.")
        push_message(iface, title, words, Qgis.MessageLevel.Warning)
        return None
    return plugin.session
