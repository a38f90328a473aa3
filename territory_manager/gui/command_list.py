"""Every command of the menu and the toolbar, in the order in which they are shown."""

from __future__ import annotations

from ..translate import tr
from . import account_commands, history_commands, plan_commands, scenario_commands, workload_commands
from .actions import Command
from .data_commands import data_commands
from .reps_commands import reps_commands
from .split_commands import SplitCommand

#: Keys of the submenus, in their order.
PLAN, SCENARIOS, DATA, INSIGHT = "plan", "scenarios", "data", "insight"


def submenus() -> dict[str, str]:
    """Key → title of each submenu."""
    return {
        PLAN: tr("&Plan"),
        SCENARIOS: tr("&Scenarios and History"),
        DATA: tr("&Import and Export"),
        INSIGHT: tr("&Insight"),
    }


def menu_groups() -> list[list[str]]:
    """What stands in the plugin's own menu, between separators: commands by their names, submenus by their
    keys; the docks follow."""
    return [
        ["actionNewPlan", "actionOpenSample", PLAN, "actionClosePlan"],
        ["actionBuild", "actionRebalance", "actionValidate"],
        ["actionAssignTo", "actionSplitUnit", "actionPlanningLayers"],
        [SCENARIOS, DATA, INSIGHT],
    ]


def commands(iface, plugin) -> list[Command]:
    """What the plugin can do.

    Parameters
    ----------
    iface : QgisInterface
    plugin : TerritoryManagerPlugin
    """
    return [
        *_main(plugin),
        *plan_commands.commands(iface, plugin, PLAN),
        SplitCommand(iface, plugin).command(),
        *reps_commands(iface, plugin),
        *scenario_commands.commands(iface, plugin, SCENARIOS),
        *history_commands.commands(iface, plugin, SCENARIOS),
        *data_commands(iface, plugin),
        *workload_commands.commands(iface, plugin, INSIGHT),
        *account_commands.commands(iface, plugin, INSIGHT),
    ]


def _main(plugin) -> list[Command]:
    return [
        Command(
            "actionNewPlan",
            tr("New Plan…"),
            tr("Choose a layer and what to balance"),
            "new_plan",
            plugin.new_plan,
        ),
        Command(
            "actionOpenSample",
            tr("Open Sample Plan"),
            tr("Look around in 400 counties of four US states"),
            "open_sample",
            plugin.open_sample,
        ),
        Command(
            "actionBuild",
            tr("Build Territories…"),
            tr("Make balanced, contiguous and compact territories of the open plan's units"),
            "buildterritories",
            plugin.build,
            needs_plan=True,
        ),
        Command(
            "actionRebalance",
            tr("Rebalance Territories…"),
            tr("Bring the plan within tolerance while little changes hands; a rep leaves or joins"),
            "rebalanceterritories",
            plugin.rebalance,
            needs_plan=True,
        ),
        Command(
            "actionPlanningLayers",
            tr("Add Planning Layers"),
            tr("Layers to draw seeds, barriers and bridges in, which the plan obeys"),
            "planning_layers",
            plugin.add_planning_layers,
            needs_plan=True,
            in_toolbar=False,
        ),
        Command(
            "actionValidate",
            tr("Validate Territories"),
            tr("List what is wrong with the plan, each with its place on the map"),
            "validateterritories",
            plugin.validate,
            needs_plan=True,
        ),
        Command(
            "actionClosePlan",
            tr("Close Plan"),
            tr("Stop following the open plan; its layer and settings stay"),
            "close_plan",
            plugin.close_plan,
            needs_plan=True,
        ),
    ]
