"""The menu "Assign to…": the selected units go to one of the territories, in one undo step."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QMenu

from ..translate import tr
from . import numbers
from .territory_commands import TerritoryCommands, swatch_icon

#: Longer lists get their own sub menus, so that the menu stays on the screen.
GROUP = 25


class AssignMenu(QMenu):
    """Lists the territories each time it opens; ticks the one that has all the selected units."""

    def __init__(self, commands: TerritoryCommands, parent=None):
        super().__init__(tr("Assign To"), parent)
        self.setObjectName("assignMenu")
        self._commands = commands
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Makes the entries anew."""
        self.clear()
        session = self._commands.session
        units = self._commands.selected_units()
        if session is None or not units:
            words = tr("No plan is open") if session is None else tr("Select units on the map first")
            self.addAction(words).setEnabled(False)
            return
        if not session.planning:
            self.addAction(tr("Planning mode is off: nothing is assigned")).setEnabled(False)
            switch = self.addAction(tr("Switch Planning Mode On"))
            switch.setObjectName("assignSwitchPlanningOn")
            switch.triggered.connect(lambda: session.planning.switch(True))
            return
        count = numbers.exact(len(units))
        self.addSection(
            tr("1 selected unit") if len(units) == 1 else tr("{count} selected units").format(count=count)
        )
        names = list(session.settings.territories)
        owners = {session.territory_of(fid) for fid in units}
        for start in range(0, len(names), GROUP):
            part = names[start : start + GROUP]
            menu = self if len(names) <= GROUP else self.addMenu(f"{part[0]} – {part[-1]}")
            for name in part:
                action = menu.addAction(swatch_icon(session.colors.get(name)), name.replace("&", "&&"))
                action.setData(name)
                action.setEnabled(name not in session.locked_territories)
                action.setCheckable(True)
                action.setChecked(owners == {name})
                action.triggered.connect(lambda _=False, name=name: self._commands.assign_selected(name))
        self.addSeparator()
        new = self.addAction(tr("New Territory…"))
        new.setObjectName("assignToNew")
        new.triggered.connect(lambda: self._commands.assign_selected_to_new())
        nobody = self.addAction(swatch_icon(None), tr("Unassigned"))
        nobody.setObjectName("assignToNobody")
        nobody.triggered.connect(lambda: self._commands.assign_selected(None))
