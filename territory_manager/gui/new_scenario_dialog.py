"""New Scenario: its title, what it begins with, from when it is valid."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from ..layers.fields import is_text
from ..layers.plan import PlanError
from ..layers.scenarios import EMPTY
from ..settings import Settings
from ..translate import tr
from .help import open_help


class NewScenarioDialog(QDialog):
    """Makes a scenario when it is accepted; what is wrong is said before.

    Parameters
    ----------
    session : PlanSession
    source : str, optional
        Field of the scenario to begin with; default the current one.

    Attributes
    ----------
    scenario : Scenario
        The new one, None while there is none.
    """

    def __init__(self, session, parent=None, source=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerNewScenarioDialog")
        self.setWindowTitle(tr("New Scenario"))
        self._session = session
        self._settings = Settings()
        self.scenario = None
        self._build()
        self._fill(source or session.territory_field)
        self._wire()
        self._check()
        self.title.selectAll()
        self.title.setFocus()
        self.resize(460, self.sizeHint().height())

    def _build(self):
        self.title = QLineEdit(self)
        self.title.setObjectName("scenarioTitleEdit")
        self.source = QComboBox(self)
        self.source.setObjectName("scenarioSourceCombo")
        self.adopt = QCheckBox(tr("Use this field itself instead of a copy"), self)
        self.adopt.setObjectName("scenarioAdoptCheck")
        self.adopt.setToolTip(tr("Edits then change the field; it is not kept as it is"))
        self.note = QLineEdit(self)
        self.note.setObjectName("scenarioNoteEdit")
        self.note.setPlaceholderText(tr("What it tries, for whom"))
        self.author = QLineEdit(self)
        self.author.setObjectName("scenarioAuthorEdit")
        self.effective = QgsDateEdit(self)
        self.effective.setObjectName("scenarioEffectiveEdit")
        self.effective.setAllowNull(True)
        self.effective.setNullRepresentation(tr("not set"))
        self.effective.setCalendarPopup(True)
        self.effective.setToolTip(tr("Day from which these territories are valid"))
        self.switch = QCheckBox(tr("Show it now"), self)
        self.switch.setObjectName("scenarioSwitchCheck")
        self.words = QLabel(self)
        self.words.setObjectName("scenarioWords")
        self.words.setWordWrap(True)
        form = QFormLayout()
        for label, widget in (
            (tr("&Title"), self.title),
            (tr("&Begin with"), self.source),
            ("", self.adopt),
            (tr("&Note"), self.note),
            (tr("&Author"), self.author),
            (tr("&Valid from"), self.effective),
            ("", self.switch),
        ):
            form.addRow(label, widget)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Help,
            self,
        )
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.words)
        layout.addStretch(1)
        layout.addWidget(self.buttons)

    def _fill(self, source):
        session = self._session
        for scenario in session.scenarios:
            self.source.addItem(tr("Copy of {scenario}").format(scenario=scenario.title), scenario.field)
        self.source.addItem(tr("Nobody has anything"), EMPTY)
        known = set(session.scenarios.fields())
        others = [f.name() for f in session.layer.fields() if is_text(f) and f.name() not in known]
        if others:
            self.source.insertSeparator(self.source.count())
        for name in others:
            self.source.addItem(tr("Field {field}").format(field=name), name)
        self.source.setCurrentIndex(max(0, self.source.findData(source)))
        self.title.setText(self._free_title())
        remembered = self._settings.remembered("new_scenario")
        self.author.setText(remembered.get("author", QgsApplication.userFullName()))
        self.switch.setChecked(remembered.get("switch", True))
        self.effective.clear()

    def _free_title(self):
        taken = {scenario.title.lower() for scenario in self._session.scenarios}
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
            title = tr("Draft {letter}").format(letter=letter)
            if title.lower() not in taken:
                return title
        return ""

    def _wire(self):
        self.title.textChanged.connect(lambda _text: self._check())
        self.source.currentIndexChanged.connect(lambda _index: self._check())
        self.adopt.toggled.connect(lambda _on: self._check())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("scenarios"))

    def _is_field(self):
        source = self.source.currentData()
        return bool(source) and source not in self._session.scenarios

    def _check(self):
        """Says what is wrong, or what will happen."""
        scenarios, source = self._session.scenarios, self.source.currentData()
        self.adopt.setVisible(self._is_field())
        problem = ""
        try:
            scenarios.check_new(self.title.text(), source)
        except PlanError as error:
            problem = str(error)
        words = problem
        if not problem and not (self._is_field() and self.adopt.isChecked()):
            words = tr("Makes the text field “{field}” in layer “{layer}”, as one undo step.").format(
                field=scenarios.field_for(self.title.text()), layer=self._session.layer.name()
            )
        self.words.setText(words)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)

    def accept(self):
        """Makes it; stays open where that fails, and says why."""
        scenarios, source = self._session.scenarios, self.source.currentData()
        date = self.effective.date()
        effective = None if self.effective.isNull() else date.toString(Qt.DateFormat.ISODate)
        details = {
            "note": self.note.text(),
            "author": self.author.text(),
            "effective": effective,
        }
        try:
            if self._is_field() and self.adopt.isChecked():
                fresh = scenarios.adopt(source, self.title.text())
                self.scenario = scenarios.update(fresh.field, **details)
                if self.switch.isChecked():
                    scenarios.switch(fresh.field)
            else:
                self.scenario = scenarios.add(
                    self.title.text(), source, switch=self.switch.isChecked(), **details
                )
        except PlanError as error:
            self.words.setText(str(error))
            return
        self._settings.remember(
            "new_scenario", {"author": self.author.text(), "switch": self.switch.isChecked()}
        )
        super().accept()
