"""The page of the Import Territories dialog: what is on it, and where."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ..settings import Settings
from ..translate import tr
from .dialog_parts import ok_cancel_help, progress_bar, remarks_label
from .help import open_help
from .latest_task import LatestTask
from .report_list import ReportList, territory_kinds
from .scenario_target import ScenarioTarget
from .table_source import TableSource


class ImportTerritoriesPage(QDialog):
    """Widgets and their places; what they do is in `ImportTerritoriesDialog`."""

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerImportTerritoriesDialog")
        self.setWindowTitle(tr("Import Territories"))
        self._session = session
        self._settings = Settings()
        self._look = LatestTask(tr("Look at the table"), self)
        self._match = LatestTask(tr("Match the table"), self)
        self._build()
        self.resize(980, 576)

    @property
    def busy(self) -> bool:
        """Something is being read or matched."""
        return self.source.busy or self._look.busy or self._match.busy

    def done(self, result):
        for task in (self._look, self._match, self.source):
            task.stop()
        super().done(result)

    def _build(self):
        self.source = TableSource([self._session.layer], self)
        self.key_field = self._combo("keyFieldCombo", tr("Field of the units, such as the postal code"))
        self.key_column = self._combo("keyColumnCombo", tr("Column of the table with the keys of the units"))
        self.territory_column = self._combo("territoryColumnCombo", tr("Column with the territories"))
        self.rep_column = self._combo("repColumnCombo", tr("Column with who serves the territory"))
        mapping = QHBoxLayout()
        for title, combo in (
            (tr("Key of the units"), self.key_field),
            (tr("Key in the table"), self.key_column),
            (tr("Territory"), self.territory_column),
            (tr("Rep"), self.rep_column),
        ):
            label = QLabel(title, self)
            label.setBuddy(combo)
            mapping.addWidget(label)
            mapping.addWidget(combo, 1)
            mapping.addSpacing(6)

        self.zeros = self._check("zerosCheck")
        self.zip4 = self._check("zip4Check")
        self.unify = self._check("unifyCheck")
        self.drop = self._check("dropCheck")
        self.conflicts = QComboBox(self)
        self.conflicts.setObjectName("conflictsCombo")
        self.conflicts.addItems(
            [tr("Leave the unit unassigned"), tr("The first row counts"), tr("The last row counts")]
        )
        self.keep = QComboBox(self)
        self.keep.setObjectName("keepCombo")
        self.keep.addItems([tr("Keep their territory"), tr("Become unassigned")])
        self.summary = QLabel(self)
        self.summary.setObjectName("summaryLabel")
        self.summary.setWordWrap(True)
        self.summary.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        choices = QGridLayout()
        choices.addWidget(self.zeros, 0, 0, 1, 2)
        choices.addWidget(self.zip4, 0, 2, 1, 2)
        choices.addWidget(self.unify, 1, 0, 1, 2)
        choices.addWidget(self.drop, 1, 2, 1, 2)
        for column, (title, combo) in enumerate(
            ((tr("Units not in the table"), self.keep), (tr("Rows that differ"), self.conflicts))
        ):
            label = QLabel(title, self)
            label.setBuddy(combo)
            choices.addWidget(label, 2, 2 * column)
            choices.addWidget(combo, 2, 2 * column + 1)
        choices.setColumnStretch(1, 1)
        choices.setColumnStretch(3, 1)
        self.report = ReportList(territory_kinds(), tr("Territory"), parent=self)
        right = QWidget(self)
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.summary)
        box.addLayout(choices)
        box.addWidget(self.report, 1)
        self.preview = self.source.preview(self)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.preview)
        splitter.addWidget(right)
        splitter.setSizes([360, 600])
        splitter.setStretchFactor(1, 1)

        self.remarks_label = remarks_label(self)
        self.progress = progress_bar(self, "importProgress")
        self.buttons = ok_cancel_help(self, tr("Import"))
        self.import_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.helpRequested.connect(lambda: open_help("import-territories"))
        self.target = ScenarioTarget(self._session, self)
        foot = QHBoxLayout()
        foot.addWidget(self.remarks_label, 1)
        foot.addWidget(self.progress)
        layout = QVBoxLayout(self)
        layout.addWidget(self.source)
        layout.addLayout(mapping)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.target)
        layout.addLayout(foot)
        layout.addWidget(self.buttons)

    def _combo(self, name, hint):
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setToolTip(hint)
        combo.setMinimumWidth(90)
        return combo

    def _check(self, name):
        check = QCheckBox(self)
        check.setObjectName(name)
        return check
