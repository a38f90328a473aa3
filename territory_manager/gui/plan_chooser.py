"""The open plan's name in the head of the Territories dock, and behind it the plans there are."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QMenu, QSizePolicy, QToolButton

from ..translate import tr
from . import plan_commands


class PlanChooser(QToolButton):
    """A button with the plan's name; its menu switches to other plans, opens, saves, renames, removes.

    Parameters
    ----------
    iface : QgisInterface
    plugin : TerritoryManagerPlugin
    """

    def __init__(self, iface, plugin, parent=None):
        super().__init__(parent)
        self.setObjectName("planChooser")
        self._iface = iface
        self._plugin = plugin
        self._session = None
        self._name = ""
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Plan"))
        font = self.font()
        font.setBold(True)
        self.setFont(font)
        menu = QMenu(self)
        menu.setObjectName("planChooserMenu")
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)

    def show_plan(self, session, name: str, tip: str) -> None:
        """Shows the name of a session's plan."""
        self._session, self._name = session, name
        self.setToolTip(tip)
        self._elide()

    def resizeEvent(self, event):
        """Called by Qt."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self):
        room = max(40, self.width() - 24)
        text = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))

    def fill(self) -> None:
        """Fills the menu with what there is now."""
        from ..layers.plan import PlanError, read_plans

        menu, iface, plugin = self.menu(), self._iface, self._plugin
        menu.clear()
        open_id = self._session.settings.plan_id if self._session is not None else None
        try:
            plans = read_plans(QgsProject.instance())
        except PlanError:
            plans = []
        for plan in plans:
            action = menu.addAction((plan.name or tr("Plan")).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(plan.plan_id == open_id)
            action.triggered.connect(lambda _checked=False, plan_id=plan.plan_id: self._switch(plan_id))
        menu.addSeparator()
        recent = menu.addMenu(tr("Recent Plans"))
        recent.setObjectName("recentPlansMenu")
        plan_commands.fill_recent(recent, iface, plugin)
        self._add(tr("New Plan…"), plugin.new_plan)
        self._add(tr("Open Plan…"), lambda: plan_commands.open_plan(iface, plugin))
        menu.addSeparator()
        for text, call in (
            (tr("Save Plan As…"), plan_commands.save_plan_as),
            (tr("Duplicate Plan…"), plan_commands.duplicate_plan),
            (tr("Rename Plan…"), plan_commands.rename_plan),
        ):
            self._add(text, lambda call=call: call(iface, plugin))
        menu.addSeparator()
        self._add(tr("Close Plan"), plugin.close_plan)
        self._add(tr("Remove from Project…"), lambda: plan_commands.remove_plan(iface, plugin))

    def _add(self, text, call) -> QAction:
        action = self.menu().addAction(text)
        action.triggered.connect(lambda _checked=False: call())
        return action

    def _switch(self, plan_id):
        if self._session is None or plan_id != self._session.settings.plan_id:
            plan_commands.switch_to(self._iface, self._plugin, plan_id)
