"""Whether an import changes the current scenario, or a new one that is made for it."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from ..layers.plan import PlanError
from ..layers.scenario_step import new_scenario
from ..translate import tr


class ScenarioTarget(QWidget):
    """A tick and a name; hidden where the plan can have no scenarios."""

    changed = pyqtSignal()
    """Another target was chosen."""

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self._session = session
        self.new = QCheckBox(tr("Into a new scenario, a copy of the current one"), self)
        self.new.setObjectName("newScenarioCheck")
        self.name = QLineEdit(self._free_title(), self)
        self.name.setObjectName("scenarioNameEdit")
        self.name.setAccessibleName(tr("Name of the scenario"))
        self.name.setEnabled(False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.new)
        line.addWidget(self.name, 1)
        self.new.toggled.connect(self.name.setEnabled)
        self.new.toggled.connect(self.changed)
        self.name.textChanged.connect(self.changed)
        self.setVisible(session.scenarios.available)

    def why_not(self) -> str:
        """Why the scenario cannot be made, in words; empty where it can or none is wanted."""
        if not self.new.isChecked():
            return ""
        try:
            self._session.scenarios.check_new(self.name.text(), self._session.territory_field)
        except PlanError as error:
            return str(error)
        return ""

    @contextmanager
    def taken(self):
        """Makes the scenario, if one is wanted, as one undo step with what is done meanwhile."""
        wanted = self.new.isChecked()
        with new_scenario(self._session, self.name.text()) if wanted else nullcontext():
            yield

    def _free_title(self):
        scenarios = self._session.scenarios
        taken = {scenario.title for scenario in scenarios}
        titles = (tr("Import {number}").format(number=number) for number in range(1, len(taken) + 2))
        return next(title for title in titles if title not in taken)
