"""The live list of what is wrong with the plan, each with its place on the map."""

from __future__ import annotations

from functools import partial

from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtCore import QAbstractTableModel, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..layers.plan import PlanError
from ..layers.tasks import CoreTask
from ..translate import tr
from . import numbers
from .messages import push_message

#: Edits come in bursts; the plan is looked through when it has been still for so long.
STILL_MS = 500
#: Rows are made as high as their words need only for so many problems; that takes time.
FEW = 200
#: More units without a territory than this are one line.
MANY = 20
_FIXABLE = ("enclave", "unassigned")


def title_of(code: str) -> str:
    """What a kind of problem is called on screen."""
    return {
        "unassigned": tr("Unassigned"),
        "not_contiguous": tr("In pieces"),
        "enclave": tr("Enclave"),
        "out_of_tolerance": tr("Out of tolerance"),
        "duplicate_id": tr("Duplicate id"),
        "overlap": tr("Overlap"),
        "invalid_geometry": tr("Invalid shape"),
        "empty_geometry": tr("No shape"),
        "missing_value": tr("Missing value"),
        "negative_value": tr("Negative value"),
        "zero_total": tr("Nothing to balance"),
        "too_far": tr("Too far"),
        "empty_territory": tr("Empty territory"),
        "unknown_territory": tr("Unknown territory"),
        "island": tr("Island"),
        "layers": tr("Plan"),
    }.get(code, code)


class ProblemsModel(QAbstractTableModel):
    """Findings of the core as rows."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._findings = []
        self._titles = [tr("Problem"), tr("What to Do")]

    def show(self, findings) -> None:
        """Shows these findings."""
        self.beginResetModel()
        self._findings = list(findings)
        self.endResetModel()

    @property
    def findings(self) -> list:
        """All rows."""
        return self._findings

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._findings)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        finding = self._findings[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(finding.code) if index.column() == 0 else finding.detail
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.detail
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            name = "/mIconCritical.svg" if finding.severity == "error" else "/mIconWarning.svg"
            return QgsApplication.getThemeIcon(name)
        return None


class ProblemsPanel(QWidget):
    """Looks the plan through in the background after every edit while it is visible."""

    countChanged = pyqtSignal(int)
    """So many problems are listed."""

    def __init__(self, iface, parent=None):
        super().__init__(parent)
        self.setObjectName("problemsPanel")
        self._iface = iface
        self._session = None
        self._task = None
        self._stale = False
        self._overlaps = (None, [])
        self.model = ProblemsModel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL_MS)
        self._timer.timeout.connect(self.refresh)
        self._build()

    def set_session(self, session) -> None:
        """Looks through a session's plan; None stops."""
        self._abandon()
        self._timer.stop()
        if self._session is not None:
            self._session.statisticsChanged.disconnect(self._edited)
            self._session.planning.changed.disconnect(self._enable)
            self._session.problemsChanged.disconnect(self._edited)
        self._session, self._overlaps = session, (None, [])
        self._show([])
        self.words.setText(tr("No plan is open") if session is None else "")
        if session is not None:
            session.statisticsChanged.connect(self._edited)
            session.planning.changed.connect(self._enable)
            session.problemsChanged.connect(self._edited)
            self._edited()

    def refresh(self) -> None:
        """Looks the plan through, in the background."""
        self._stale = False
        session = self._session
        if session is None or not session.is_open:
            return
        self._abandon()
        session.flush()
        alignment, targets = session.alignment.copy(), session.targets
        known = list(session.settings.territories)
        look_for_overlaps = self._overlaps[0] is not alignment.units.geometry
        self._overlaps = (alignment.units.geometry, self._overlaps[1])

        def work(_progress, _cancelled):
            from ..core.validate import validate

            return validate(alignment, targets, known=known, overlaps=look_for_overlaps)

        task = CoreTask(tr("Look for problems"), work)
        task.succeeded.connect(partial(self._found, task, look_for_overlaps))
        task.failed.connect(self.words.setText)
        self._task = task
        task.start()

    def zoom(self) -> None:
        """Shows the selected problems on the map."""
        fids = self._fids()
        if fids:
            self._iface.mapCanvas().zoomToFeatureIds(self._session.layer, fids)

    def fix(self) -> None:
        """Gives the selected enclaves and unassigned units to the neighbour, as one undo step."""
        from ..layers.fixing import fixes

        moves, left = fixes(self._session, [finding for finding in self._selected() if _fixable(finding)])
        try:
            if moves:
                self._session.planning.require()
                self._session.write(moves, tr("Fix problems"), by="fix")
                self._session.flush()
        except PlanError as error:
            self._say(str(error))
            return
        if left:
            words = tr("{count} units are locked or have no neighbour with a territory; they stay.")
            self._say(words.format(count=numbers.exact(left)))

    # parts
    def _build(self):
        self.words = QLabel(self)
        self.words.setObjectName("problemsWords")
        self.words.setWordWrap(True)
        self.view = QTableView(self)
        self.view.setObjectName("problemsView")
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAlternatingRowColors(True)
        self.view.setShowGrid(False)
        self.view.setWordWrap(True)
        self.view.verticalHeader().hide()
        self.view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._picked())
        self.view.doubleClicked.connect(lambda _index: self.zoom())
        self.fix_button = QPushButton(tr("Fix"), self)
        self.fix_button.setObjectName("fixProblemButton")
        self.fix_button.clicked.connect(lambda: self.fix())
        self.zoom_button = QPushButton(tr("Zoom To"), self)
        self.zoom_button.setObjectName("zoomProblemButton")
        self.zoom_button.clicked.connect(lambda: self.zoom())
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.zoom_button)
        foot.addWidget(self.fix_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self._picked()

    # following
    def showEvent(self, event):
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _edited(self):
        self._abandon()
        if self.isVisible():
            self._timer.start()
        else:
            self._stale = True

    def _found(self, task, looked_for_overlaps, findings):
        if task is not self._task:
            return
        self._task = None
        if looked_for_overlaps:
            overlapping = [finding for finding in findings if finding.code == "overlap"]
            self._overlaps = (self._overlaps[0], overlapping)
        else:
            findings = [*findings, *self._overlaps[1]]
        findings = [*self._drawn(), *_in_short(findings)]
        self._show(findings)
        if findings:
            errors = sum(finding.severity == "error" for finding in findings)
            words = tr("{count} problems, {errors} of them errors")
            self.words.setText(
                words.format(count=numbers.exact(len(findings)), errors=numbers.exact(errors))
            )
        else:
            self.words.setText(tr("No problems found."))

    def _drawn(self):
        """What the plan's other layers say: unit by unit where a unit is meant, else in words."""
        from ..core.checks import WARNING, Finding

        session = self._session
        words = [Finding("layers", WARNING, None, None, None, None, text) for text in session.problems]
        return [*words, *(finding for finding in session.findings if finding.code != "unassigned")]

    def _show(self, findings):
        self.model.show(findings)
        if len(findings) <= FEW:
            self.view.resizeRowsToContents()
        self._picked()
        self.countChanged.emit(len(findings))

    def _selected(self):
        return [self.model.findings[row.row()] for row in self.view.selectionModel().selectedRows()]

    def _fids(self):
        session, found = self._session, {}
        for finding in self._selected():
            if finding.unit_id is not None:
                found[finding.unit_id] = None
            elif finding.territory is not None:
                found.update(dict.fromkeys(session.fids_of(finding.territory)))
        return [fid for fid in found if session.live.position(fid) is not None]

    def _picked(self):
        chosen = self._selected()
        self._enable()
        if chosen:
            self._session.layer.selectByIds(self._fids())

    def _enable(self, _planning=None):
        chosen = self._selected()
        why_not = self._session.planning.why_not if self._session is not None else ""
        self.zoom_button.setEnabled(bool(chosen))
        self.fix_button.setEnabled(not why_not and any(_fixable(finding) for finding in chosen))
        self.fix_button.setToolTip(
            why_not
            or tr("Give enclaves and unassigned units to the neighbour with the longest common border")
        )

    def _abandon(self):
        task, self._task = self._task, None
        if task is not None:
            task.abandon()

    def _say(self, words):
        push_message(self._iface, tr("Problems"), words, Qgis.MessageLevel.Info)


def _in_short(findings) -> list:
    """The findings with one line instead of many where a lot of units have no territory yet."""
    from ..core.checks import ERROR, Finding

    loose = [finding for finding in findings if finding.code == "unassigned"]
    if len(loose) <= MANY:
        return findings
    words = tr("{count} units have no territory. Build territories, or assign them.")
    words = words.format(count=numbers.exact(len(loose)))
    line = Finding("unassigned", ERROR, None, None, None, None, words)
    return [line, *(finding for finding in findings if finding.code != "unassigned")]


def _fixable(finding) -> bool:
    return finding.code in _FIXABLE and finding.unit_id is not None
