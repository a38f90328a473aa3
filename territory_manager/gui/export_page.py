"""The page of the Export Alignment dialog: what is on it, and where."""

from __future__ import annotations

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..layers.plan_export import ACCOUNTS, OUTLINES, UNITS
from ..settings import Settings
from ..translate import tr
from .dialog_parts import ok_cancel_help, progress_bar, remarks_label
from .help import open_help
from .latest_task import LatestTask
from .layout_table import LayoutTable
from .rows_model import RowsModel


class ExportPage(QDialog):
    """Widgets and their places; what they do is in `ExportDialog`."""

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerExportDialog")
        self.setWindowTitle(tr("Export Alignment"))
        self._session = session
        self._settings = Settings()
        self.read = LatestTask(tr("Read the alignment"), self)
        self.write = LatestTask(tr("Export the alignment"), self, quiet=0)
        self._make()
        self._lay_out()
        self.resize(940, 560)

    @property
    def busy(self) -> bool:
        """Something is being read or written."""
        return self.read.busy or self.write.busy

    def done(self, result):
        for work in (self.read, self.write):
            work.stop()
        super().done(result)

    def _make(self):
        self.kind = QComboBox(self)
        self.kind.setObjectName("kindCombo")
        self.kind.addItem(tr("Units, one row each"), UNITS)
        if self._session.followers.accounts.layer is not None:
            self.kind.addItem(tr("Accounts, one row each"), ACCOUNTS)
        self.kind.addItem(tr("Boundaries of the territories"), OUTLINES)
        self.format = QComboBox(self)
        self.format.setObjectName("formatCombo")
        self.only_changes = QCheckBox(self)
        self.only_changes.setObjectName("onlyChangesCheck")
        self.sheets = QCheckBox(tr("One sheet for each territory"), self)
        self.sheets.setObjectName("sheetsCheck")
        self.bom = QCheckBox(tr("UTF-8 mark for Excel"), self)
        self.bom.setObjectName("bomCheck")
        self.bom.setChecked(True)
        self.bom.setToolTip(tr("Without it Excel misreads accents; some other programs want none"))
        self.layouts = QComboBox(self)
        self.layouts.setObjectName("layoutCombo")
        self.layouts.setMinimumWidth(180)
        self.save_layout = QPushButton(tr("Save As…"), self)
        self.save_layout.setObjectName("saveLayoutButton")
        self.save_layout.setToolTip(tr("Keep these columns and headers in the plan under a name"))
        self.delete_layout = QPushButton(tr("Delete"), self)
        self.delete_layout.setObjectName("deleteLayoutButton")
        self.delete_layout.setToolTip(tr("Forget this layout"))
        self.columns = LayoutTable(self)
        self.up = QPushButton(tr("Move Up"), self)
        self.up.setObjectName("upButton")
        self.down = QPushButton(tr("Move Down"), self)
        self.down.setObjectName("downButton")
        for button in (self.save_layout, self.delete_layout, self.up, self.down):
            button.setAutoDefault(False)
        self.model = RowsModel(self)
        self.preview = QTableView(self)
        self.preview.setObjectName("exportPreview")
        self.preview.setAccessibleName(tr("First rows of the file"))
        self.preview.setModel(self.model)
        self.preview.setAlternatingRowColors(True)
        self.preview.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 6)
        self.summary = QLabel(self)
        self.summary.setObjectName("summaryLabel")
        self.summary.setWordWrap(True)
        self.file = QgsFileWidget(self)
        self.file.setObjectName("outputFile")
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.remarks_label = remarks_label(self)
        self.progress = progress_bar(self, "exportProgress")
        self.buttons = ok_cancel_help(self, tr("Export"))
        self.export_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.helpRequested.connect(lambda: open_help("export-alignment"))

    def _lay_out(self):
        layout = QVBoxLayout(self)
        layout.addLayout(self._line((tr("Export"), self.kind), (tr("Format"), self.format)))
        options = QHBoxLayout()
        for check in (self.only_changes, self.sheets, self.bom):
            options.addWidget(check)
            options.addSpacing(12)
        options.addStretch(1)
        layout.addLayout(options)
        left = QWidget(self)
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        line = self._line((tr("Layout"), self.layouts))
        line.insertWidget(line.count() - 1, self.save_layout)
        line.insertWidget(line.count() - 1, self.delete_layout)
        box.addLayout(line)
        box.addWidget(self.columns, 1)
        moves = QHBoxLayout()
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        moves.addStretch(1)
        box.addLayout(moves)
        right = QWidget(self)
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.summary)
        box.addWidget(self.preview, 1)
        self.table_part = QSplitter(Qt.Orientation.Horizontal, self)
        self.table_part.addWidget(left)
        self.table_part.addWidget(right)
        self.table_part.setSizes([400, 520])
        self.table_part.setStretchFactor(1, 1)
        layout.addWidget(self.table_part, 1)
        line = QHBoxLayout()
        label = QLabel(tr("File"), self)
        label.setBuddy(self.file)
        line.addWidget(label)
        line.addWidget(self.file, 1)
        layout.addLayout(line)
        foot = QHBoxLayout()
        foot.addWidget(self.remarks_label, 1)
        foot.addWidget(self.progress)
        layout.addLayout(foot)
        layout.addWidget(self.buttons)

    def _line(self, *parts):
        line = QHBoxLayout()
        for title, widget in parts:
            label = QLabel(title, self)
            label.setBuddy(widget)
            line.addWidget(label)
            line.addWidget(widget)
            line.addSpacing(12)
        line.addStretch(1)
        return line
