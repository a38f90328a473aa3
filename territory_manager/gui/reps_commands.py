"""Commands around the reps of a plan."""

from __future__ import annotations

from functools import partial

from qgis.core import Qgis

from ..translate import tr
from .actions import Command
from .messages import push_message
from .plan_ready import is_ready
from .windows import show_beside, shown

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
        Command(
            "actionLevels",
            tr("Levels…"),
            tr("Regions over territories, countries over regions: what adds up, is balanced, or binds"),
            "levels",
            partial(show_levels, iface, plugin),
            needs_plan=True,
            in_toolbar=False,
            menu=MENU,
        ),
        Command(
            "actionLevelBorders",
            tr("Draw Level Borders"),
            tr("A layer with the borders of all levels, higher ones thicker; it follows every edit"),
            "level_borders",
            partial(draw_level_borders, iface, plugin),
            needs_plan=True,
            in_toolbar=False,
            menu=MENU,
        ),
    ]


def show_reps(iface, plugin):
    """Shows the dialog of the reps beside the map; returns it."""
    if not is_ready(iface, plugin, tr("Reps")):
        return None
    from .reps_dialog import RepsDialog

    dialog = shown(RepsDialog) or RepsDialog(plugin.session, iface, iface.mainWindow())
    show_beside(dialog)
    return dialog


def show_levels(iface, plugin) -> bool:
    """Shows the dialog of the levels; tells whether it was accepted."""
    if not is_ready(iface, plugin, tr("Levels")):
        return False
    from .levels_dialog import LevelsDialog

    dialog = LevelsDialog(plugin.session, iface.mainWindow())
    try:
        return bool(dialog.exec())
    finally:
        dialog.deleteLater()


def draw_level_borders(iface, plugin) -> None:
    """Draws the borders of all levels in the background, into a layer of the project."""
    title = tr("Level Borders")
    if not is_ready(iface, plugin, title):
        return
    borders, active = plugin.session.followers.borders, iface.activeLayer()
    fresh = borders.layer is None

    def say(words, level=Qgis.MessageLevel.Warning):
        push_message(iface, title, words, level)

    def tell(_outlines):
        # the layer was written before this is heard; QGIS makes a new one the active one, which nobody edits
        if fresh and active is not None:
            iface.setActiveLayer(active)
        for words in borders.problems:
            say(words)
        if borders.layer is not None and not borders.problems:
            words = tr("The borders are in layer “{layer}” and follow every edit.")
            say(words.format(layer=borders.layer.name()), Qgis.MessageLevel.Success)

    try:
        task = borders.draw()
    except ValueError as error:
        say(str(error))
        return
    task.succeeded.connect(tell)
    task.failed.connect(say)
