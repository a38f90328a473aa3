"""The list of scenarios in the head of the Territories dock: what is shown, and one click to another one."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import QComboBox

from ..layers.plan import PlanError
from ..translate import tr
from . import numbers
from .messages import push_message
from .scenario_commands import compare_scenarios, manage_scenarios, new_scenario
from .scenario_words import scenario_tip
from .windows import disconnect_all


class ScenarioChooser(QComboBox):
    """Shows and switches the scenario; its last entries are commands.

    Parameters
    ----------
    iface : QgisInterface
    plugin : TerritoryManagerPlugin
    """

    def __init__(self, iface, plugin, parent=None):
        super().__init__(parent)
        self.setObjectName("scenarioCombo")
        self.setAccessibleName(tr("Scenario"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self._iface = iface
        self._plugin = plugin
        self._session = None
        self.activated.connect(lambda _index: self._chosen())

    def set_session(self, session) -> None:
        """Shows a plan's scenarios; None shows nothing."""
        before, self._session = self._session, session
        if before is not None:
            disconnect_all(self._signals(before))
        if session is not None:
            for signal, slot in self._signals(session):
                signal.connect(slot)
        self._fill()

    def _signals(self, session):
        return (
            (session.scenarioChanged, self._fill),
            (session.scenariosChanged, self._fill),
            (session.editedElsewhere, self._edited_elsewhere),
        )

    def _fill(self):
        session = self._session
        blocker = QSignalBlocker(self)
        self.clear()
        self.setVisible(session is not None and session.scenarios.available)
        if session is None or not session.scenarios.available:
            blocker.unblock()
            return
        here, baseline = session.territory_field, session.scenarios.baseline
        for scenario in session.scenarios:
            if scenario.archived and scenario.field != here:
                continue
            self.addItem(scenario.title, scenario.field)
            tip = scenario_tip(scenario, baseline)
            self.setItemData(self.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
            if scenario.field == here:
                self.setCurrentIndex(self.count() - 1)
                self.setToolTip(tr("Scenario: {details}").format(details=tip))
        self.insertSeparator(self.count())
        for words, call in (
            (tr("New Scenario…"), new_scenario),
            (tr("Manage Scenarios…"), manage_scenarios),
            (tr("Compare Scenarios…"), compare_scenarios),
        ):
            self.addItem(words, call)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        blocker.unblock()

    def _chosen(self):
        session, choice = self._session, self.currentData()
        if session is None:
            return
        if callable(choice):
            self._fill()  # a command is no scenario: the box goes on showing the one there is
            choice(self._iface, self._plugin)
            return
        try:
            session.scenarios.switch(choice)
        except PlanError as error:
            self._say(str(error), Qgis.MessageLevel.Warning)
            self._fill()

    def _edited_elsewhere(self, field, count):
        words = (
            tr("1 unit was changed in scenario “{title}”, which is not shown.")
            if count == 1
            else tr("{count} units were changed in scenario “{title}”, which is not shown.")
        )
        title = self._session.scenarios.title_of(field)
        self._say(words.format(count=numbers.exact(count), title=title), Qgis.MessageLevel.Info)

    def _say(self, words, level):
        push_message(self._iface, tr("Scenarios"), words, level, 6)
