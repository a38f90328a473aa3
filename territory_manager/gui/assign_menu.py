"""The menu "Assign to…": the selected units go to one of the territories, in one undo step."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtWidgets import QAction, QMenu

from ..translate import tr
from . import numbers
from .account_commands import selected_accounts
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
        for menu in self.findChildren(QMenu):
            # clearing leaves them behind
            menu.setParent(None)
            menu.deleteLater()
        session = self._commands.session
        units = self._commands.selected_units()
        accounts = selected_accounts(session)
        if accounts:
            self._fill_accounts(session, len(accounts))
            if not units:
                return
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
        owners = {session.territory_of(fid) for fid in units}
        for action in self._territories(self, session, self._commands.assign_selected):
            action.setEnabled(action.data() not in session.locked_territories)
            action.setCheckable(True)
            action.setChecked(owners == {action.data()})
        self.addSeparator()
        new = self.addAction(tr("New Territory…"))
        new.setObjectName("assignToNew")
        new.triggered.connect(lambda: self._commands.assign_selected_to_new())
        nobody = self.addAction(swatch_icon(None), tr("Unassigned"))
        nobody.setObjectName("assignToNobody")
        nobody.triggered.connect(lambda: self._commands.assign_selected(None))

    def _fill_accounts(self, session, count: int) -> None:
        """Accounts that are selected can be given away by themselves, whoever has their unit."""
        words = tr("1 Selected Account") if count == 1 else tr("{count} Selected Accounts")
        menu = self.addMenu(words.format(count=numbers.exact(count)))
        menu.setObjectName("assignAccountsMenu")
        give = self._commands.give_selected_accounts
        self._territories(menu, session, give)
        menu.addSeparator()
        follow = menu.addAction(tr("Follow the Map Again"))
        follow.setObjectName("accountsFollowMap")
        follow.triggered.connect(lambda: give(None))

    @staticmethod
    def _territories(menu: QMenu, session, chosen: Callable[[str], object]) -> list[QAction]:
        """An entry for each territory; long lists in parts."""
        names, actions = list(session.settings.territories), []
        for start in range(0, len(names), GROUP):
            part = names[start : start + GROUP]
            within = menu if len(names) <= GROUP else menu.addMenu(f"{part[0]} – {part[-1]}")
            for name in part:
                action = within.addAction(swatch_icon(session.colors.get(name)), name.replace("&", "&&"))
                action.setData(name)
                action.triggered.connect(lambda _=False, name=name: chosen(name))
                actions.append(action)
        return actions
