"""Rebalance: plans from "nothing changes" to "within tolerance", who gains and who loses by each."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsVectorLayerUtils
from qgis.PyQt.QtCore import QSortFilterProxyModel, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..layers.rebalancing import RebalanceOptions, Rebalancing
from ..layers.reps_serving import serving_reps
from ..layers.tasks import CoreTask
from ..layers.territories import read_territories
from ..layers.territory_names import likely_reps
from ..translate import tr
from . import numbers
from .charts.chart_canvas import ChartCanvas
from .charts.frontier_chart import FrontierChart
from .gains_model import GainsModel, SortRole
from .help import open_help

#: Milliseconds of quiet before what was chosen is computed.
QUIET = 250


class RebalanceDialog(QDialog):
    """Computes in the background what is chosen, shows what it means, and makes it on Apply."""

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerRebalanceDialog")
        self.setWindowTitle(tr("Rebalance Territories"))
        self._session = session
        self._question = None
        self._task = None
        self._homes: dict[str, tuple[float, float] | None] = {}
        self.choices = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self.find)
        self._build()
        self.resize(860, 560)
        self._timer.start()

    @property
    def choice(self):
        """The plan that is chosen, or None."""
        number = self.chart.chart.selected
        return self.choices[number] if number is not None and number < len(self.choices) else None

    def options(self) -> RebalanceOptions:
        """What is asked for."""
        joining = self.joining.currentData()
        return RebalanceOptions(
            disruption_field=self.disruption.currentData(),
            leaving=self.leaving.currentData(),
            joining=joining,
            home=self._homes.get(joining),
        )

    def find(self) -> None:
        """Looks for plans, in the background."""
        self._abandon()
        self.choices = []
        self._select(None)
        try:
            question = Rebalancing(self._session, self.options())
        except ValueError as error:
            self._say(str(error))
            return
        self._question = question
        self._say(tr("Looking for plans that disturb little…"))
        task = CoreTask(tr("Rebalance territories"), question.work)
        task.succeeded.connect(partial(self._found, task))
        task.failed.connect(partial(self._failed, task))
        task.stopped.connect(partial(self._failed, task, tr("Stopped.")))
        task.told.connect(self._say)
        # a method, not a lambda: the connection ends with the dialog, which the task may outlive
        task.progressChanged.connect(self._show_progress)
        self._task = task
        self._busy(True)
        task.start()

    def _show_progress(self, percent):
        self.progress.setValue(round(percent))

    def accept(self):
        """Makes the chosen plan, as one undo step."""
        if self.choice is None:
            return
        try:
            self._question.apply(self.choice)
        except ValueError as error:
            self._say(str(error))
            return
        super().accept()

    def done(self, result):
        self._timer.stop()
        self._abandon()
        super().done(result)

    # the page
    def _build(self):
        session = self._session
        self.disruption = QComboBox(self)
        self.disruption.setObjectName("disruptionFieldCombo")
        self.disruption.addItem(tr("What is balanced"), None)
        for field in session.layer.fields():
            if field.isNumeric():
                self.disruption.addItem(field.displayName(), field.name())
        self.disruption.setToolTip(tr("What is lost when a unit changes hands, such as accounts or sales"))
        self.leaving = QComboBox(self)
        self.leaving.setObjectName("leavingCombo")
        self.leaving.addItem(tr("Nobody"), None)
        for name in session.settings.territories:
            rep = session.settings.reps.get(name)
            self.leaving.addItem(f"{name} ({rep})" if rep and rep != name else name, name)
        self.leaving.setToolTip(tr("Whose units are shared out among the neighbours; nobody else is touched"))
        self.joining = QComboBox(self)
        self.joining.setObjectName("joiningCombo")
        self.joining.addItem(tr("Nobody"), None)
        self._fill_joining()
        self.joining.setToolTip(tr("A new territory grows from this home; the others move little"))
        self.chart = ChartCanvas(FrontierChart(), self)
        self.chart.setObjectName("frontierChart")
        self.chart.chart.tolerance = float(session.settings.tolerance)
        self.chart.setMinimumSize(320, 200)
        self.chart.territoryClicked.connect(lambda number: self._select(int(number)))
        self.words = QLabel(self)
        self.words.setObjectName("rebalanceWords")
        self.words.setWordWrap(True)
        self.words.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("rebalanceProgress")
        self.stop = QPushButton(tr("Stop"), self)
        self.stop.setObjectName("rebalanceStop")
        self.stop.setToolTip(tr("Keep the plans found so far"))
        self.stop.clicked.connect(lambda: self._task.cancel() if self._task is not None else None)
        self.less = QPushButton(tr("Less Disruption"), self)
        self.less.setObjectName("lessDisruptionButton")
        self.less.clicked.connect(lambda: self._step(-1))
        self.more = QPushButton(tr("More Balance"), self)
        self.more.setObjectName("moreBalanceButton")
        self.more.clicked.connect(lambda: self._step(1))

        self.gains = GainsModel(self)
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.gains)
        self._sorted.setSortRole(SortRole)
        self.table = QTableView(self)
        self.table.setObjectName("rebalanceGains")
        self.table.setModel(self._sorted)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Help,
            self,
        )
        self.buttons.setObjectName("rebalanceButtons")
        self.apply_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.apply_button.setText(tr("Apply"))
        self.apply_button.setObjectName("applyRebalanceButton")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("rebalance"))
        self._session.closed.connect(self.reject)
        self._arrange()
        self.disruption.currentIndexChanged.connect(lambda _index: self._timer.start())
        self.leaving.currentIndexChanged.connect(lambda _index: self._changed(self.leaving, self.joining))
        self.joining.currentIndexChanged.connect(lambda _index: self._changed(self.joining, self.leaving))

    def _arrange(self):
        form = QFormLayout()
        form.addRow(tr("Disruption is counted in"), self.disruption)
        form.addRow(tr("Who leaves"), self.leaving)
        form.addRow(tr("Who joins"), self.joining)
        steps = QHBoxLayout()
        steps.addWidget(self.less)
        steps.addWidget(self.more)
        running = QHBoxLayout()
        running.addWidget(self.progress, 1)
        running.addWidget(self.stop)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.chart, 1)
        left.addLayout(steps)
        left.addLayout(running)
        right = QVBoxLayout()
        right.addWidget(self.words)
        right.addWidget(self.table, 1)
        sides = QHBoxLayout()
        for side, share in ((left, 4), (right, 5)):
            holder = QWidget(self)
            side.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(side)
            sides.addWidget(holder, share)
        layout = QVBoxLayout(self)
        layout.addLayout(sides, 1)
        layout.addWidget(self.buttons)

    def _fill_joining(self):
        """Reps of the plan, else of the project's layer of reps, who have no territory, each with home."""
        plan, reps = self._session.settings, self._session.followers.reps
        if reps.layer is not None:
            for rep in serving_reps(self._session):
                if rep.name not in plan.territories and not reps.territories_of(rep.name):
                    self._homes[rep.name] = rep.home
                    self.joining.addItem(rep.name, rep.name)
            return
        layer = likely_reps(self._session.layer)
        name = QgsVectorLayerUtils.guessFriendlyIdentifierField(layer.fields()) if layer is not None else ""
        if not name:
            return
        try:
            table = read_territories(layer, name_field=name, metric=self._session.crs)
        except ValueError:
            # a layer that does not list people one a row is none of reps
            return
        homes = table.homes.tolist() if table.homes is not None else [None] * len(table.names)
        for rep, home in zip(table.names, homes):
            if rep not in self._session.settings.territories:
                self._homes[rep] = tuple(home) if home is not None and home[0] == home[0] else None
                self.joining.addItem(rep, rep)

    # following what is chosen
    def _changed(self, chosen, other):
        """One leaves or one joins, not both in one go."""
        if chosen.currentData() is not None:
            other.setCurrentIndex(0)
        self._timer.start()

    def _found(self, task, choices):
        if task is not self._task:
            return
        self._task = None
        self._busy(False)
        self.choices = choices
        self.chart.chart.points = [(choice.disruption, choice.max_deviation) for choice in choices]
        first = next((i for i, choice in enumerate(choices) if choice.feasible), len(choices) - 1)
        self._select(first if choices else None)

    def _failed(self, task, words):
        if task is self._task:
            self._task = None
            self._busy(False)
            self._say(words)

    def _step(self, by):
        number = self.chart.chart.selected
        if number is not None:
            self._select(min(max(number + by, 0), len(self.choices) - 1))

    def _select(self, number):
        if not self.choices:
            self.chart.chart.points = []
        self.chart.chart.selected = number
        self.chart.update()
        choice = self.choice
        self.gains.show(self._session, self._question.comparison(choice) if choice is not None else None)
        self.apply_button.setEnabled(choice is not None and choice.moved_units > 0)
        self.less.setEnabled(number is not None and number > 0)
        self.more.setEnabled(number is not None and number < len(self.choices) - 1)
        if choice is not None:
            self._say(self._in_words(choice))

    def _in_words(self, choice):
        now = self._session.balance().max_deviation
        if choice.moved_units == 0:
            words = tr("Nothing changes hands; the largest deviation stays {deviation}.")
            return words.format(deviation=numbers.percent(now, 1))
        words = tr("{units} units, {share} of the whole, change hands. Largest deviation {change}.")
        if choice.moved_units == 1:
            words = tr("1 unit, {share} of the whole, changes hands. Largest deviation {change}.")
        words = words.format(
            units=numbers.exact(choice.moved_units),
            share=numbers.percent(choice.disruption, 2),
            change=numbers.percent(now, 1) + numbers.ARROW + numbers.percent(choice.max_deviation, 1),
        )
        if choice.message:
            return f"{words} {choice.message}"
        if not choice.feasible:
            words += " " + tr("That is not within the tolerance yet.")
        return words

    def _busy(self, busy):
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.progress.setValue(0)

    def _say(self, words):
        self.words.setText(words)

    def _abandon(self):
        if self._task is not None:
            self._task.abandon()
            self._task = None
        self._busy(False)
