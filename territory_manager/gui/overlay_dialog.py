"""What the dialogs have in common that give units their territories by shapes laid over them."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from ..layers.incoming import Incoming
from ..layers.plan import PlanError
from ..settings import Settings
from ..translate import tr
from . import numbers
from .dialog_parts import ok_cancel_help, progress_bar, remarks_label
from .doubts_list import DoubtsModel, DoubtsView
from .latest_task import LatestTask
from .plan_words import Remark
from .scenario_target import ScenarioTarget
from .waiting import waiting


class OverlayDialog(QDialog):
    """Computes in the background what is chosen, lists what is uncertain, makes it on Import.

    A subclass adds its choices to `form` in `add_choices`, says in `missing` what has to be chosen yet, and
    gives the work in `prepare`. The title is also that of the undo step.
    """

    NAME = ""

    def __init__(self, session, title, parent=None, *, iface=None):
        super().__init__(parent)
        self.setWindowTitle(title)
        self.said = ""
        self.placed = None
        self.incoming = None
        self._title = title
        self._session = session
        self._iface = iface
        self._error = ""
        self._settings = Settings()
        self.remembered = self._settings.remembered(self.NAME)
        self.task = LatestTask(title, self)
        self._build()
        self._wire()
        self.resize(720, 540)
        self.ask()

    # for subclasses
    def add_choices(self, form) -> None:
        """Adds what is asked."""

    def missing(self) -> str | None:
        """What has to be chosen yet, in words; None when all is."""

    def prepare(self):
        """``work(progress, cancelled)`` that gives a `Placed`."""

    def show_help(self) -> None:
        """Opens the page about it."""

    def choices(self) -> dict:
        """What is to be remembered."""
        return {}

    # what is chosen
    @property
    def busy(self) -> bool:
        """Something is being computed."""
        return self.task.busy

    def ask(self, *_) -> None:
        """Looks at what is chosen."""
        self.placed = self.incoming = None
        self._error = ""
        if self.missing() is None:
            self.task.ask(self.prepare)
        else:
            self.task.stop()
            self.model.show([], [])
        self._show()

    def _build(self):
        self.form = QFormLayout()
        self.add_choices(self.form)
        self.summary = QLabel(self)
        self.summary.setObjectName("summaryLabel")
        self.summary.setWordWrap(True)
        self.summary.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self.drop = QCheckBox(self)
        self.drop.setObjectName("dropCheck")
        self.model = DoubtsModel(self)
        self.view = DoubtsView(self)
        self.view.setModel(self.model)
        self.doubts_label = QLabel(self)
        self.zoom_button = self._button("zoomButton", tr("Zoom To"), tr("Show the chosen units on the map"))
        self.take_button = self._button("takeAllButton", tr("Take All"), tr("Tick all of them"))
        self.leave_button = self._button("leaveAllButton", tr("Leave All"), tr("Untick all of them"))
        line = QHBoxLayout()
        line.addWidget(self.doubts_label, 1)
        for button in (self.take_button, self.leave_button, self.zoom_button):
            line.addWidget(button)
        self.target = ScenarioTarget(self._session, self)
        self.remarks_label = remarks_label(self)
        self.progress = progress_bar(self, "importProgress")
        self.buttons = ok_cancel_help(self, tr("Import"))
        self.import_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        foot = QHBoxLayout()
        foot.addWidget(self.remarks_label, 1)
        foot.addWidget(self.progress)
        layout = QVBoxLayout(self)
        layout.addLayout(self.form)
        layout.addWidget(self.summary)
        layout.addWidget(self.drop)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.target)
        layout.addLayout(foot)
        layout.addWidget(self.buttons)

    def _button(self, name, text, tip):
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        return button

    def _wire(self):
        self.task.done.connect(self._computed)
        self.task.failed.connect(self._failed)
        self.task.busyChanged.connect(self._show_busy)
        self.task.progressChanged.connect(self._show_progress)
        self.model.changed.connect(self._weigh)
        self.drop.toggled.connect(self._drop_toggled)
        self.take_button.clicked.connect(lambda: self.model.take_all(True))
        self.leave_button.clicked.connect(lambda: self.model.take_all(False))
        self.zoom_button.clicked.connect(self.zoom)
        self.view.doubleClicked.connect(self._double_clicked)
        self.target.changed.connect(self._show)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(self.show_help)

    # following
    def _computed(self, placed):
        self.placed = placed
        self.model.show(placed.doubts, self._session.alignment.units.names)
        self._weigh()

    def _weigh(self):
        """Weighs what was computed and decided against the plan."""
        ids = self._session.alignment.units.ids.tolist()
        left, decided = self.model.left(), self.model.decided()
        wanted = {
            ids[unit]: decided.get(unit, name)
            for unit, name in enumerate(self.placed.territories)
            if unit not in left
        }
        self.incoming = Incoming(self._session, wanted)
        self.incoming.drop = self.drop.isChecked()
        self._show()

    def _drop_toggled(self, on):
        if self.incoming is not None:
            self.incoming.drop = on
            self._show()

    def _failed(self, words):
        self._error = words or tr("Cancelled.")
        self._show()

    def zoom(self) -> None:
        """Shows the chosen units on the map."""
        ids = self._session.alignment.units.ids
        rows = {index.row() for index in self.view.selectionModel().selectedRows()} or {0}
        fids = [int(ids[self.model.doubt(row).unit]) for row in sorted(rows) if row < self.model.rowCount()]
        if fids and self._iface is not None:
            canvas = self._iface.mapCanvas()
            canvas.zoomToFeatureIds(self._session.layer, fids)
            canvas.flashFeatureIds(self._session.layer, fids)

    def _double_clicked(self, index):
        if index.column() != 1:
            self.zoom()

    # what is seen
    def _remarks(self):
        try:
            self._session.require_field()
        except PlanError as error:
            return [Remark(str(error), stops=True)]
        missing = self._error or self.missing()
        if missing:
            return [Remark(missing, stops=True)]
        if self.placed is None:
            return []
        remarks = [Remark(words) for words in self.placed.remarks]
        if self.placed.idle:
            words = tr("Without a unit: {names}.").format(names=", ".join(self.placed.idle[:10]))
            remarks.append(Remark(words))
        if not any(self.placed.territories):
            remarks.append(Remark(tr("No unit gets a territory. Choose another layer."), stops=True))
        elif self.incoming.is_nothing:
            words = tr("The plan has this alignment already: there is nothing to change.")
            remarks.append(Remark(words, stops=True))
        if self.target.why_not():
            remarks.append(Remark(self.target.why_not(), stops=True))
        return remarks

    def _show(self):
        remarks = self._remarks()
        self.remarks_label.setText("<br>".join(remark.html() for remark in remarks))
        ready = self.incoming is not None and not self.busy and not any(r.stops for r in remarks)
        self.import_button.setEnabled(ready)
        words = tr("Looking…") if self.busy else ""
        self.summary.setText(self.incoming.words() if self.incoming is not None else words)
        emptied = self.incoming.emptied if self.incoming is not None else []
        self.drop.setEnabled(bool(emptied))
        count = numbers.exact(len(emptied))
        self.drop.setText(tr("Remove territories left empty: {count}").format(count=count))
        doubts = self.model.rowCount()
        self.doubts_label.setText(tr("Units to look at: {count}").format(count=numbers.exact(doubts)))
        for button in (self.zoom_button, self.take_button, self.leave_button):
            button.setEnabled(bool(doubts))

    def _show_busy(self, *_):
        self.progress.setVisible(self.busy)
        self.progress.setRange(0, 0)
        self._show()

    def _show_progress(self, percent):
        self.progress.setRange(0, 100)
        self.progress.setValue(round(percent))

    # the end
    def accept(self):
        if self.incoming is None or self.busy:
            return
        try:
            with waiting(), self.target.taken():
                self.incoming.apply(self._title)
        except PlanError as error:
            self._error = str(error)
            self._show()
            return
        self.said = self.incoming.done_words()
        self._settings.remember(self.NAME, self.choices())
        super().accept()

    def done(self, result):
        self.task.stop()
        super().done(result)
