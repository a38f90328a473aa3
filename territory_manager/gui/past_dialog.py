"""The plan as it was saved at a time: its counts, and keeping it as a scenario or a baseline."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from ..layers.plan import PlanError
from ..translate import tr
from . import numbers
from .help import open_help
from .history_models import CountsModel
from .history_words import local_time, shown_time, units


class PastDialog(QDialog):
    """Shows one alignment of the past.

    Parameters
    ----------
    session : PlanSession
    history : History
    moment : str
        UTC, ISO 8601.

    Raises
    ------
    PlanError
        When there was no such alignment then.
    """

    def __init__(self, session, history, moment, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerPastDialog")
        self.setWindowTitle(tr("As Of {time}").format(time=shown_time(moment)))
        self._session = session
        self._history = history
        self._past = history.as_of(moment)
        self._table = history.statistics(self._past)
        # a name that sorts, and a field of that name
        self._build(local_time(moment).toString("yyyy-MM-dd HH:mm"))
        self.resize(560, 420)

    def _build(self, day):
        past = self._past
        known = set(self._session.alignment.units.ids.tolist())
        moved = sum(
            past.called(self._session.territory_of(fid)) != past.territories.get(fid) for fid in known
        )
        saves = (
            tr("1 save") if past.saves == 1 else tr("{count} saves").format(count=numbers.exact(past.saves))
        )
        words = tr("{saves} back. {units} had another territory than now.").format(
            saves=saves, units=units(moved)
        )
        outside = len(past.outside & known)
        if outside:
            words += " " + tr(
                "{units} were also changed where the history did not hear of it; what they had then is as "
                "far as it is known."
            ).format(units=units(outside))
        head = QLabel(words, self)
        head.setObjectName("pastHead")
        head.setWordWrap(True)
        self.model = CountsModel(self)
        table = self._table
        measures = [name for name in self._session.settings.measures if name in table.columns]
        self.model.show(
            [tr("Territory"), tr("Units"), *measures],
            [
                (
                    row["territory"] or tr("Unassigned"),
                    numbers.exact(row["units"]),
                    *(numbers.short(row[name]) for name in measures),
                )
                for row in table.to_dict("records")
            ],
        )
        view = QTableView(self)
        view.setObjectName("pastView")
        view.setModel(self.model)
        view.setAlternatingRowColors(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.verticalHeader().hide()
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.name = QLineEdit(tr("As of {time}").format(time=day), self)
        self.name.setObjectName("pastNameEdit")
        label = QLabel(tr("Keep it under the &name"), self)
        label.setBuddy(self.name)
        self.said = QLabel(self)
        self.said.setObjectName("pastSaid")
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Help, self
        )
        self.scenario_button = QPushButton(tr("New Scenario"), self)
        self.scenario_button.setObjectName("pastScenarioButton")
        self.scenario_button.setToolTip(tr("A new field of the units, in one undo step, and a scenario"))
        self.baseline_button = QPushButton(tr("Use as Baseline"), self)
        self.baseline_button.setObjectName("pastBaselineButton")
        self.baseline_button.setToolTip(
            tr("A new field of the units, as one undo step, that the Changes dock compares with")
        )
        for button, call in (
            (self.scenario_button, self._history.new_scenario),
            (self.baseline_button, self._history.new_baseline),
        ):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(lambda _checked=False, call=call: self._keep(call))
            button.setAutoDefault(False)
        self.name.textChanged.connect(lambda text: self._enable(bool(text.strip())))
        buttons.rejected.connect(self.reject)
        buttons.helpRequested.connect(lambda: open_help("history"))
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(view, 1)
        layout.addWidget(label)
        layout.addWidget(self.name)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def _enable(self, on):
        self.scenario_button.setEnabled(on)
        self.baseline_button.setEnabled(on)

    def _keep(self, call):
        try:
            field = call(self._past, self.name.text().strip())
        except PlanError as error:
            self.said.setText(str(error))
        else:
            words = tr("It is in field {field}. Save layer {layer} to keep it.")
            self.said.setText(words.format(field=field, layer=self._session.layer.name()))
            self._enable(False)
        self.said.show()
