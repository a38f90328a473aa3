"""The context menu of the territories table."""

from __future__ import annotations

from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QMenu

from ..translate import tr
from . import numbers


def fill_targets_menu(menu: QMenu, dock) -> None:
    """Adds what can be done with the targets of all territories."""
    commands, capacities = dock.commands, dock.session.territories.capacities
    reset = menu.addAction(tr("Reset to Equal Targets"))
    reset.setObjectName("actionEqualTargets")
    reset.setEnabled(not capacities.are_equal)
    reset.triggered.connect(lambda: commands.reset_targets())
    back, again = capacities.undo_text, capacities.redo_text
    undo = menu.addAction(tr("Undo “{change}”").format(change=back) if back else tr("Undo Change of Targets"))
    undo.setObjectName("actionUndoTargets")
    undo.setEnabled(bool(back))
    undo.triggered.connect(lambda: commands.undo_target())
    if again:
        redo = menu.addAction(tr("Redo “{change}”").format(change=again))
        redo.setObjectName("actionRedoTargets")
        redo.triggered.connect(lambda: commands.redo_target())


def fill_level_menu(menu: QMenu, dock, groups: list) -> None:
    """Fills the menu for the chosen rows of a level, whose groups can only be looked at."""
    commands = dock.level_commands
    zoom = menu.addAction(tr("Zoom to Territory") if len(groups) == 1 else tr("Zoom to Territories"))
    zoom.setObjectName("actionZoomToGroup")
    zoom.triggered.connect(lambda: commands.zoom_to(groups))
    focus = menu.addAction(tr("Focus"))
    focus.setObjectName("actionFocusGroup")
    focus.setCheckable(True)
    focus.setChecked(dock.focus.is_on and set(dock.focus.territories) == set(groups))
    focus.triggered.connect(lambda on: dock.set_focus(groups, on))
    select = menu.addAction(tr("Select Units"))
    select.setObjectName("actionSelectGroup")
    select.triggered.connect(lambda: commands.select(groups))
    menu.addSeparator()
    menu.addAction(tr("Copy Table")).triggered.connect(lambda: dock.copy_table())
    menu.addAction(tr("Export Table…")).triggered.connect(lambda: dock.export_table())


def fill_territory_menu(menu: QMenu, dock, territories: list) -> None:
    """Fills the menu for the chosen rows.

    Parameters
    ----------
    menu : QMenu
    dock : TerritoriesDock
    territories : list of (str or None)
        The chosen rows, None for the unassigned units.
    """
    commands, session = dock.commands, dock.session
    named = [name for name in territories if name is not None]
    one = named[0] if len(territories) == 1 and named else None

    zoom = menu.addAction(tr("Zoom to Territory") if len(territories) == 1 else tr("Zoom to Territories"))
    zoom.setObjectName("actionZoomToTerritory")
    zoom.setShortcut(QKeySequence("Return"))
    zoom.triggered.connect(lambda: commands.zoom_to(territories))
    focus = menu.addAction(tr("Focus on Territory") if len(territories) == 1 else tr("Focus on Territories"))
    focus.setObjectName("actionFocusTerritory")
    focus.setToolTip(tr("Dim all others on the map"))
    focus.setCheckable(True)
    focus.setChecked(dock.focus.is_on and set(dock.focus.territories) == set(territories))
    focus.triggered.connect(lambda on: dock.set_focus(territories, on))
    select = menu.addAction(tr("Select Units"))
    select.setObjectName("actionSelectUnits")
    select.setShortcut(QKeySequence("Space"))
    select.triggered.connect(lambda: commands.select(territories))

    if len(territories) == 1:
        selected = len(commands.selected_units())
        if one is None:
            words = tr("Unassign Selected Units ({count})")
        else:
            words = tr("Assign Selected Units Here ({count})")
        words = words.format(count=numbers.exact(selected))
        if not session.planning:
            words = tr("{entry}: planning mode is off").format(entry=words)
        assign = menu.addAction(words)
        assign.setObjectName("actionAssignHere")
        free = one not in session.locked_territories
        assign.setEnabled(selected > 0 and free and bool(session.planning))
        assign.triggered.connect(lambda: commands.assign_selected(territories[0]))

    why = menu.addAction(tr("Why Is the Selected Unit Here?"))
    why.setObjectName("actionWhyHere")
    why.setEnabled(len(commands.selected_units()) == 1)
    why.triggered.connect(lambda: commands.explain_selected())

    menu.addSeparator()
    if one is not None:
        rename = menu.addAction(tr("Rename…"))
        rename.setObjectName("actionRenameTerritory")
        rename.setShortcut(QKeySequence("F2"))
        rename.triggered.connect(lambda: commands.rename(one))
        recolor = menu.addAction(tr("Change Colour…"))
        recolor.setObjectName("actionRecolorTerritory")
        recolor.triggered.connect(lambda: commands.recolor(one))
        rep = menu.addAction(tr("Set Rep…"))
        rep.setObjectName("actionSetRep")
        rep.triggered.connect(lambda: commands.set_rep(one))
        capacity = menu.addAction(tr("Edit Capacity"))
        capacity.setObjectName("actionEditCapacity")
        capacity.triggered.connect(lambda: dock.view.edit_cell(one, "capacity"))
        target = menu.addAction(tr("Edit Target"))
        target.setObjectName("actionEditTarget")
        target.triggered.connect(lambda: dock.view.edit_cell(one, "target"))
    if named:
        locked = all(name in session.locked_territories for name in named)
        several = len(named) > 1
        if locked:
            words = tr("Unlock Territories") if several else tr("Unlock Territory")
        else:
            words = tr("Lock Territories") if several else tr("Lock Territory")
        lock = menu.addAction(words)
        lock.setObjectName("actionLockTerritory")
        lock.triggered.connect(lambda: commands.lock(named, not locked))
    add = menu.addAction(tr("Add Territory…"))
    add.setObjectName("actionAddTerritory")
    add.triggered.connect(lambda: commands.add())

    menu.addSeparator()
    copy = menu.addAction(tr("Copy Table"))
    copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
    copy.triggered.connect(lambda: dock.copy_table())
    menu.addAction(tr("Export Table…")).triggered.connect(lambda: dock.export_table())

    if one is not None:
        menu.addSeparator()
        remove = menu.addAction(tr("Remove Territory…"))
        remove.setObjectName("actionRemoveTerritory")
        remove.triggered.connect(lambda: commands.remove(one))
