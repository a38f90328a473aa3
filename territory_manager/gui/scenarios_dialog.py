"""Manage Scenarios: all of them in a table, and what changes on the days to come."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from ..layers.plan import PlanError
from ..layers.scenario_dates import upcoming
from ..translate import tr
from .help import open_help
from .new_scenario_dialog import NewScenarioDialog
from .scenario_words import change_hands, day_words
from .scenarios_model import ARCHIVED, EFFECTIVE, NOTE, TITLE, DayDelegate, FieldRole, ScenariosModel
from .windows import disconnect_all


class ScenariosDialog(QDialog):
    """Lists the scenarios; stays open beside the map.

    Parameters
    ----------
    session : PlanSession
    compare : callable
        Called with the fields of two scenarios that are to be compared.
    """

    def __init__(self, session, compare, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerScenariosDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Scenarios of {plan}").format(
            plan=session.settings.name or session.layer.name()))
        self._session = session
        self._compare = compare
        self.model = ScenariosModel(session, self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self._say_upcoming)
        self._build()
        self._wire()
        self._refresh()
        self.view.selectRow(max(0, self.model.row_of(session.territory_field)))
        self.resize(900, 400)

    def _build(self):
        self.view = QTableView(self)
        self.view.setObjectName("scenariosView")
        self.view.setModel(self.model)
        self.view.setItemDelegateForColumn(EFFECTIVE, DayDelegate(self.view))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAlternatingRowColors(True)
        self.view.verticalHeader().hide()
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(NOTE, QHeaderView.ResizeMode.Stretch)
        self.view.setColumnWidth(TITLE, 170)
        self.upcoming = QLabel(self)
        self.upcoming.setObjectName("scenariosUpcoming")
        self.upcoming.setWordWrap(True)
        self.upcoming.setTextFormat(Qt.TextFormat.PlainText)
        self.words = QLabel(self)
        self.words.setObjectName("scenariosWords")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.show_button = self._button("scenarioShowButton", tr("Show"))
        self.copy_button = self._button("scenarioCopyButton", tr("New Copy…"))
        self.rename_button = self._button("scenarioRenameButton", tr("Rename"))
        self.compare_button = self._button("scenarioCompareButton", tr("Compare…"))
        self.archive_button = self._button("scenarioArchiveButton", tr("Archive"))
        self.delete_button = self._button("scenarioDeleteButton", tr("Delete…"))
        row = QHBoxLayout()
        for button in (
            self.show_button, self.copy_button, self.rename_button, self.compare_button, self.archive_button
        ):  # fmt: skip
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.delete_button)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Help, self
        )
        buttons.rejected.connect(self.reject)
        buttons.helpRequested.connect(lambda: open_help("scenarios"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.view, 1)
        layout.addLayout(row)
        layout.addWidget(self.upcoming)
        layout.addWidget(self.words)
        layout.addWidget(buttons)

    def _button(self, name, words):
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _wire(self):
        for signal, slot in self._signals():
            signal.connect(slot)
        self.model.failed.connect(self.words.setText)
        self.model.modelReset.connect(self._enable)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.show_button.clicked.connect(lambda: self._try(self._show))
        self.copy_button.clicked.connect(lambda: self.new_copy())
        self.rename_button.clicked.connect(lambda: self._rename())
        self.compare_button.clicked.connect(lambda: self._compare_chosen())
        self.archive_button.clicked.connect(lambda: self._try(self._archive))
        self.delete_button.clicked.connect(lambda: self.delete())

    # what is shown
    def chosen(self) -> list[str]:
        """Fields of the selected scenarios."""
        return [index.data(FieldRole) for index in self.view.selectionModel().selectedRows()]

    def _refresh(self):
        if not self._session.is_open:
            return
        self.words.setText("")
        self.model.refresh()
        self._say_upcoming()
        self._enable()

    def _say_upcoming(self):
        if not self._session.is_open:
            return
        lines = [
            tr("{day}, {scenario}: {changes} (against {before})").format(
                day=day_words(one.scenario.effective),
                scenario=one.scenario.title,
                changes=change_hands(one.comparison),
                before=one.before.title,
            )
            for one in upcoming(self._session)
        ]
        self.upcoming.setText("\n".join([tr("Upcoming"), *lines]))
        self.upcoming.setVisible(bool(lines))

    def _edited(self, *_details):
        self._later.start()

    def _enable(self):
        chosen = self.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        here = self._session.territory_field
        self.show_button.setEnabled(one is not None and one != here)
        self.copy_button.setEnabled(one is not None)
        self.rename_button.setEnabled(one is not None)
        self.compare_button.setEnabled(len(chosen) == 2 or (one is not None and self.model.rowCount() > 1))
        self.archive_button.setEnabled(bool(chosen) and here not in chosen)
        archived = bool(chosen) and all(self._session.scenarios.of(field).archived for field in chosen)
        self.archive_button.setText(tr("Take out of Archive") if archived else tr("Archive"))
        self.delete_button.setEnabled(one is not None and self.model.rowCount() > 1)

    # what the user does
    def _show(self):
        self._session.scenarios.switch(self.chosen()[0])

    def new_copy(self) -> None:
        """Asks for a copy of the selected scenario."""
        dialog = NewScenarioDialog(self._session, self, self.chosen()[0])
        try:
            if dialog.exec():
                self.view.selectRow(self.model.row_of(dialog.scenario.field))
        finally:
            dialog.deleteLater()

    def _rename(self):
        index = self.model.index(self.model.row_of(self.chosen()[0]), TITLE)
        self.view.setCurrentIndex(index)
        self.view.edit(index)

    def _compare_chosen(self):
        chosen, here = self.chosen(), self._session.territory_field
        if len(chosen) == 1:
            others = [one.field for one in self._session.scenarios if one.field != chosen[0]]
            # against what is shown; what is shown, against the first other one
            chosen = [here if here != chosen[0] else others[0], chosen[0]]
        self._compare(*chosen)

    def _archive(self):
        row = self.model.row_of(self.chosen()[0])
        archived = self.model.index(row, ARCHIVED).data(Qt.ItemDataRole.CheckStateRole)
        for field in self.chosen():
            self._session.scenarios.update(field, archived=archived != Qt.CheckState.Checked)

    def delete(self) -> None:
        """Asks, and deletes the selected scenario with its field."""
        (field,) = self.chosen()
        scenarios = self._session.scenarios
        title = scenarios.title_of(field)
        words = tr(
            "Delete scenario “{title}”? The field “{field}” goes from layer “{layer}” with all it holds. "
            "Undo brings it back until the layer is saved; the archive keeps it for good."
        ).format(title=title, field=field, layer=self._session.layer.name())
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        if QMessageBox.question(self, tr("Delete Scenario"), words, yes | no, no) == yes:
            self._try(lambda: scenarios.remove(field))

    def _try(self, call):
        try:
            call()
        except PlanError as error:
            self.words.setText(str(error))

    def done(self, result):
        """Called by Qt however the dialog ends."""
        self._later.stop()
        disconnect_all(self._signals())
        super().done(result)

    def _signals(self):
        session = self._session
        return (
            (session.closed, self.reject),
            (session.scenariosChanged, self._refresh),
            (session.scenarioChanged, self._refresh),
            (session.statisticsChanged, self._edited),
            (session.editedElsewhere, self._edited),
        )
