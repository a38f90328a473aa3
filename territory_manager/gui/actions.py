"""The plugin's toolbar and menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton

from ..translate import tr

ICONS = Path(__file__).parent.parent / "icons"


def icon(name: str) -> QIcon:
    """One of our own icons, found by its path."""
    return QIcon(str(ICONS / f"{name}.svg"))


@dataclass(frozen=True)
class Command:
    """One entry of toolbar and menu.

    Attributes
    ----------
    object_name : str
        By which scripts and tests find the action.
    text, tip : str
        What it is called, and what it does.
    icon : str
        Name of the icon file.
    call : callable
        What happens.
    needs_plan : bool
        Enabled only while a plan is open.
    in_toolbar : bool
        In the toolbar too, not only in the menu.
    menu : str
        Key of the submenu it is in, see `command_list.submenus`; empty for the plugin's own menu.
    fill : callable, optional
        It is a submenu of its own, which this fills whenever it is about to be shown.
    """

    object_name: str
    text: str
    tip: str
    icon: str
    call: Callable[[], object]
    needs_plan: bool = False
    in_toolbar: bool = True
    menu: str = ""
    fill: Callable[[QMenu], None] | None = None


class Actions:
    """Makes toolbar, menu and actions, and takes every trace of them away again.

    Parameters
    ----------
    iface : QgisInterface
    commands : sequence of Command
    assign_menu : QMenu
        Filled by its owner; a button of the toolbar and an entry of the menu open it.
    dock_actions : sequence of QAction
        Show and hide the docks.
    """

    def __init__(
        self, iface, commands: Sequence[Command], assign_menu: QMenu, dock_actions: Sequence[QAction]
    ):
        from .command_list import menu_groups, submenus

        self._iface = iface
        window = iface.mainWindow()
        self._toolbar = iface.addToolBar(tr("Territory Manager"))
        self._toolbar.setObjectName("TerritoryManagerToolBar")
        self._toolbar.setToolTip(tr("Territory Manager Toolbar"))
        self._menu = QMenu(tr("&Territory Manager"), window)
        self._menu.setObjectName("TerritoryManagerMenu")
        self._menu.setIcon(icon("icon"))
        self._actions: list[QAction] = []
        self._need_plan: list[QAction] = []
        self._submenus: dict[str, QMenu] = {}
        self._entries: dict[str, QAction] = {}
        for command in commands:
            self._add(command, window, submenus())
        self._assign_menu = assign_menu
        assign_menu.setIcon(icon("assign"))
        assign_menu.menuAction().setObjectName("actionAssignTo")
        self._assign_button = QToolButton(self._toolbar)
        self._assign_button.setObjectName("assignToButton")
        self._assign_button.setMenu(assign_menu)
        self._assign_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._assign_button.setIcon(icon("assign"))
        self._assign_button.setText(tr("Assign To…"))
        self._assign_button.setToolTip(tr("Assign the selected units to a territory"))
        self._button_action = self._toolbar.addWidget(self._assign_button)
        self._need_plan += [assign_menu.menuAction(), self._button_action]
        self._dock_actions = list(dock_actions)
        self._toolbar.addSeparator()
        self._toolbar.addActions(self._dock_actions)
        self._entries[assign_menu.menuAction().objectName()] = assign_menu.menuAction()
        for names in menu_groups():
            self._menu.addActions([self._entries[name] for name in names])
            self._menu.addSeparator()
        self._menu.addActions(self._dock_actions)
        iface.pluginMenu().addMenu(self._menu)
        self.set_plan_open(False)

    def set_plan_open(self, is_open: bool) -> None:
        """Enable what needs a plan."""
        for action in self._need_plan:
            action.setEnabled(is_open)
        self._assign_button.setEnabled(is_open)

    def remove(self) -> None:
        """Take everything out of the window."""
        self._iface.pluginMenu().removeAction(self._menu.menuAction())
        for action in self._actions:
            self._iface.unregisterMainWindowAction(action)
            action.deleteLater()
        for action in self._dock_actions:
            self._toolbar.removeAction(action)
            self._menu.removeAction(action)
        self._iface.mainWindow().removeToolBar(self._toolbar)
        self._toolbar.deleteLater()
        self._menu.deleteLater()
        self._assign_menu.deleteLater()
        self._actions, self._need_plan, self._dock_actions, self._entries = [], [], [], {}

    def _put(self, action: QAction, key: str, titles: dict[str, str]) -> None:
        """Into a submenu, or aside until the plugin's own menu is put in order."""
        if not key:
            self._entries[action.objectName()] = action
            return
        if key not in self._submenus:
            menu = QMenu(titles[key], self._menu)
            menu.setObjectName(f"TerritoryManager{key.title()}Menu")
            self._submenus[key] = menu
            self._entries[key] = menu.menuAction()
        self._submenus[key].addAction(action)

    def _add(self, command: Command, window, titles: dict[str, str]) -> None:
        if command.fill is not None:
            self._add_menu(command, titles)
            return
        action = QAction(icon(command.icon), command.text, window)
        action.setObjectName(command.object_name)
        action.setToolTip(command.tip)
        action.setStatusTip(command.tip)
        action.triggered.connect(lambda _checked=False: command.call())
        self._iface.registerMainWindowAction(action, "")
        if command.in_toolbar:
            self._toolbar.addAction(action)
        self._put(action, command.menu, titles)
        self._actions.append(action)
        if command.needs_plan:
            self._need_plan.append(action)

    def _add_menu(self, command: Command, titles: dict[str, str]) -> None:
        menu = QMenu(command.text, self._menu)
        menu.setIcon(icon(command.icon))
        menu.menuAction().setObjectName(command.object_name)
        menu.menuAction().setStatusTip(command.tip)
        self._put(menu.menuAction(), command.menu, titles)
        menu.aboutToShow.connect(lambda: command.fill(menu))
        if command.needs_plan:
            self._need_plan.append(menu.menuAction())
