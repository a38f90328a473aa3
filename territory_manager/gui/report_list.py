"""The list of what an import could not follow or had to repair: filtered, corrected in place, saved."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from qgis.PyQt.QtCore import QAbstractTableModel, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..layers.sheets import SheetError, write_csv
from ..layers.table_import import (
    ALIKE,
    DISPUTED,
    EMPTY,
    LEFT,
    LONG_ZIP,
    LOST_ZEROS,
    NOT_FOUND,
    OVERLOOKED,
    REPEATED,
    REPS,
    SHARED,
    UNCLEAR,
    saved_rows,
)
from ..settings import Settings
from ..translate import tr
from . import numbers

ROW, WHAT, KEY, TERRITORY, DETAIL = range(5)


def territory_kinds() -> dict[str, str]:
    """What lines about territories are called, in the order in which they are listed: notes last."""
    return {
        NOT_FOUND: tr("No such unit"),
        UNCLEAR: tr("May mean several units"),
        DISPUTED: tr("Different territories"),
        EMPTY: tr("Empty"),
        LOST_ZEROS: tr("Leading zeros lost"),
        LONG_ZIP: tr("ZIP+4"),
        ALIKE: tr("Look-alike territories"),
        REPS: tr("Several reps"),
        LEFT: tr("Unit without a row"),
        SHARED: tr("Key of several units"),
        OVERLOOKED: tr("Blanks, case or decimals"),
        REPEATED: tr("Repeated row"),
    }


class ReportModel(QAbstractTableModel):
    """Lines of a report; keys and territories of rows can be corrected, repairs accepted or refused."""

    flipped = pyqtSignal(int)
    """The repair of this row is to be accepted or refused."""
    corrected = pyqtSignal(int, str, str)
    """This row is to have this key and this territory."""

    def __init__(self, kinds, value_title, key_title, editable, parent=None):
        super().__init__(parent)
        self._titles = [tr("Row"), tr("Problem"), key_title, value_title, tr("What Is the Matter")]
        self._kinds = kinds
        self._editable = editable
        self._lines: list = []
        self._numbers: list[int] = []

    def show(self, lines, row_numbers) -> None:
        """Shows these lines; `row_numbers` are those of the rows in their file."""
        self.beginResetModel()
        self._lines, self._numbers = list(lines), row_numbers
        self.endResetModel()

    def line(self, row: int):
        """The line in a row of the view."""
        return self._lines[row]

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def flags(self, index):
        flags = super().flags(index)
        if not index.isValid():
            return flags
        line = self._lines[index.row()]
        if self._can_be_edited(line, index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        if line.accepted is not None and index.column() == WHAT:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == WHAT and line.accepted is not None:
            return Qt.CheckState.Checked if line.accepted else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ForegroundRole and column in (KEY, TERRITORY) and line.row is None:
            return QBrush(QColor(128, 128, 128))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(line, column)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        if column == ROW:
            return self._numbers[line.row] if line.row is not None else numbers.DASH
        if column == WHAT:
            return self._kinds.get(line.kind, line.kind)
        return (line.key or line.unit, line.territory, line.detail)[column - KEY]

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and line.accepted is not None:
            self.flipped.emit(line.row)
            return True
        if role != Qt.ItemDataRole.EditRole or not self._can_be_edited(line, index.column()):
            return False
        text = str(value).strip()
        key = text if index.column() == KEY else line.key
        territory = text if index.column() == TERRITORY else line.territory
        if (key, territory) == (line.key, line.territory):
            return False
        self.corrected.emit(line.row, key, territory)
        return True

    def _can_be_edited(self, line, column):
        return self._editable and line.row is not None and column in (KEY, TERRITORY)

    def _hint(self, line, column):
        if self._can_be_edited(line, column):
            return tr("Double-click to correct it here")
        if column == WHAT and line.accepted is not None:
            return tr("Ticked: taken as proposed")
        return line.detail


class ReportList(QWidget):
    """The report with its filter and its button to save it.

    Parameters
    ----------
    kinds : dict
        Kind of line → what it is called, in the order in which they are listed.
    value_title, key_title : str
        What stands beside the key, and what the key is.
    editable : bool
        Key and value can be corrected in the list.
    """

    def __init__(self, kinds, value_title, key_title=None, editable=True, parent=None):
        super().__init__(parent)
        self._kinds = kinds
        self.model = ReportModel(kinds, value_title, key_title or tr("Key"), editable, self)
        self._table = None
        self._lines: list = []
        self.filter = QComboBox(self)
        self.filter.setObjectName("reportFilter")
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.currentIndexChanged.connect(self._show)
        label = QLabel(tr("Show"), self)
        label.setBuddy(self.filter)
        self.save_button = QPushButton(tr("Save List…"), self)
        self.save_button.setObjectName("saveListButton")
        self.save_button.setToolTip(
            tr("The rows that are shown as a file: correct them there and import it again")
        )
        self.save_button.clicked.connect(self._ask_and_save)
        self.view = QTableView(self)
        self.view.setObjectName("reportView")
        self.view.setAccessibleName(tr("What to look at"))
        self.view.setModel(self.model)
        self.view.setAlternatingRowColors(True)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.view.fontMetrics().lineSpacing() + 6)
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(DETAIL, QHeaderView.ResizeMode.Stretch)
        for column, width in ((ROW, 48), (WHAT, 150), (KEY, 90), (TERRITORY, 90)):
            self.view.setColumnWidth(column, width)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.filter)
        line.addStretch(1)
        line.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)
        self.show_report(None, [])

    def show_report(self, table, lines) -> None:
        """Shows the lines about a table, problems first."""
        place = {kind: number for number, kind in enumerate(self._kinds)}
        self._table = table
        self._lines = sorted(lines, key=lambda line: place.get(line.kind, len(place)))
        counts = Counter(line.kind for line in self._lines)
        chosen = self.filter.currentData()
        self.filter.blockSignals(True)
        self.filter.clear()
        words = tr("{title} ({count})")
        everything = words.format(title=tr("Everything"), count=numbers.exact(len(self._lines)))
        self.filter.addItem(everything, None)
        for kind, title in self._kinds.items():
            if counts[kind]:
                self.filter.addItem(words.format(title=title, count=numbers.exact(counts[kind])), kind)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))
        self.filter.blockSignals(False)
        self._show()

    def shown(self) -> list:
        """The lines that the filter lets through."""
        kind = self.filter.currentData()
        return [line for line in self._lines if kind is None or line.kind == kind]

    def save(self, path: str) -> str:
        """Writes the lines that are shown as CSV; returns the path.

        Raises
        ------
        SheetError
            When the file cannot be written.
        """
        target = Path(path)
        if not target.suffix:
            target = target.with_suffix(".csv")
        header, rows = saved_rows(self._table, self.shown(), self._kinds)
        write_csv(target, header, rows)
        return str(target)

    def _show(self):
        lines = self.shown()
        self.model.show(lines, self._table.lines if self._table is not None else [])
        self.save_button.setEnabled(bool(lines))

    def _ask_and_save(self):
        settings = Settings()
        stem = Path(self._table.name).stem
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save List"),
            str(Path(settings.export_folder) / tr("{name} to correct.csv").format(name=stem)),
            tr("Comma separated values (*.csv)"),
        )
        if not path:
            return
        try:
            settings.export_folder = str(Path(self.save(path)).parent)
        except SheetError as error:
            QMessageBox.warning(self, tr("Save List"), str(error))
