"""Workload settings: what the work of the reps is, and below it, live, what comes out."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
)

from ..layers.live_workload import LiveWorkload
from ..layers.work_settings import WorkSettings, guessed
from ..translate import tr
from . import numbers
from .headline import WARNING
from .help import open_help
from .workload_page import WorkloadPage

_REST_MS = 250
_SEPARATOR = " · "


class WorkloadDialog(QDialog):
    """Asks how work is counted; `settings` is the answer, None to count none any more."""

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerWorkloadDialog")
        self.setWindowTitle(tr("Workload Settings"))
        self._session = session
        self._nothing = False
        self._trial = LiveWorkload(session)
        self._page = WorkloadPage(session, self)
        self.facts = QLabel(self)
        self.facts.setObjectName("workFactsLabel")
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setMargin(8)
        area = QScrollArea(self)
        area.setObjectName("workFactsPanel")
        area.setAccessibleName(tr("What comes out"))
        area.setWidget(self.facts)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.StyledPanel)
        area.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 20)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Help,
            self,
        )
        self.buttons.setObjectName("workloadButtons")
        self._stop = QPushButton(tr("Count No Work"), self)
        self._stop.setObjectName("countNoWorkButton")
        self._stop.setEnabled(bool(session.settings.workload))
        self.buttons.addButton(self._stop, QDialogButtonBox.ButtonRole.ResetRole)
        layout = QVBoxLayout(self)
        layout.addWidget(self._page, 1)
        layout.addWidget(area)
        layout.addWidget(self.buttons)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._try_out)
        self._page.changed.connect(self._timer.start)
        self._stop.clicked.connect(self._count_nothing)
        self.buttons.accepted.connect(self._accept_if_right)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("workload-settings"))
        self.finished.connect(lambda _result: self._end())
        session.closed.connect(self.reject)
        self.resize(940, 540)
        stored = session.settings.workload
        guess = guessed(session.settings, session.layer, session.project())
        chosen = WorkSettings.from_dict(stored) if stored else guess
        self._page.show_settings(chosen)
        self._try_out()

    @property
    def page(self) -> WorkloadPage:
        """The widgets."""
        return self._page

    def settings(self) -> WorkSettings | None:
        """The answer."""
        return None if self._nothing else self._page.settings()

    def _count_nothing(self):
        self._nothing = True
        self.accept()

    def _accept_if_right(self):
        if self._timer.isActive():
            self._timer.stop()
            self._try_out()
        if self.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled():
            self.accept()

    def _end(self):
        self._timer.stop()
        self._trial.stop()

    def _try_out(self):
        """Counts with what is chosen and says what comes out."""
        wrong = self._page.segments.wrong()
        remarks = []
        if wrong:
            text = tr("“{text}” is no number. Type one like {example}.")
            remarks.append(text.format(text=wrong[0], example=numbers.exact(12)))
        self._trial.begin(self._page.settings())
        words, works = work_facts(self._trial)
        remarks += self._trial.problems
        lines = [f"<b>{html.escape(words)}</b>"]
        lines += [f"{WARNING} {html.escape(one)}" for one in remarks]
        self.facts.setText("<br>".join(lines))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(works and not wrong)


def work_facts(work: LiveWorkload) -> tuple[str, bool]:
    """What the work of a plan comes to, in one line, and whether there is any.

    Parameters
    ----------
    work : LiveWorkload
        The plan's own, or one that tries settings out.
    """
    if not work.is_on:
        return tr("Nothing can be counted like this."), False
    table = work.table()
    accounts, calls = table["accounts"].sum(), table["calls"].sum()
    hours, capacity = table["workload_hours"].sum(), table["capacity_hours"][:-1].sum()
    homes = work.homes.count
    if not table["call_hours"].sum() > 0:
        return tr("No call takes any time. Choose fields, segments or numbers for calls and minutes."), False
    parts = [
        tr("{count} accounts").format(count=numbers.exact(round(float(accounts)))),
        tr("{calls} calls a year on average").format(calls=numbers.exact(round(calls / max(accounts, 1), 1))),
        tr("{count} reps with homes").format(count=numbers.exact(homes)) if homes else tr("no homes known"),
        tr("{hours} hours of work for {capacity} of capacity").format(
            hours=numbers.exact(round(float(hours))), capacity=numbers.exact(round(float(capacity)))
        ),
    ]
    return _SEPARATOR.join(parts), True
