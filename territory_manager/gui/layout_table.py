"""Which columns a file gets, in which order, and how it calls them."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ..translate import tr

COLUMN, HEADER = range(2)


class LayoutTable(QTableWidget):
    """One row a column: ticked ones are in the file, under the header beside them."""

    changed = pyqtSignal()
    """A column was ticked, moved or given another header."""

    def __init__(self, parent=None):
        super().__init__(0, 2, parent)
        self.setObjectName("layoutTable")
        self.setAccessibleName(tr("Columns of the file"))
        self.setHorizontalHeaderLabels([tr("Column"), tr("Header in the File")])
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 6)
        self.horizontalHeader().setSectionResizeMode(HEADER, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(COLUMN, 150)
        self.itemChanged.connect(lambda _: self.changed.emit())

    def show_layout(self, layout, known) -> None:
        """Shows a layout, its columns first and ticked, then all others there are."""
        named = dict(layout)
        order = [*(name for name in named if name in known), *(name for name in known if name not in named)]
        self.blockSignals(True)
        self.setRowCount(len(order))
        for row, name in enumerate(order):
            column = QTableWidgetItem(name)
            column.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            column.setCheckState(Qt.CheckState.Checked if name in named else Qt.CheckState.Unchecked)
            self.setItem(row, COLUMN, column)
            self.setItem(row, HEADER, QTableWidgetItem(named.get(name, name)))
        self.blockSignals(False)
        self.changed.emit()

    def layout_pairs(self) -> list[tuple[str, str]]:
        """Column and header of those that are ticked, in their order."""
        pairs = []
        for row in range(self.rowCount()):
            column = self.item(row, COLUMN)
            if column.checkState() == Qt.CheckState.Checked:
                pairs.append((column.text(), self.item(row, HEADER).text().strip() or column.text()))
        return pairs

    def set_ticked(self, name: str, ticked: bool) -> None:
        """Takes a column into the file, or leaves it out."""
        for row in range(self.rowCount()):
            if self.item(row, COLUMN).text() == name:
                state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
                self.item(row, COLUMN).setCheckState(state)

    def move(self, step: int) -> None:
        """Moves the chosen column up (-1) or down (1)."""
        row = self.currentRow()
        other = row + step
        if row < 0 or not 0 <= other < self.rowCount():
            return
        self.blockSignals(True)
        for column in (COLUMN, HEADER):
            mine, theirs = self.takeItem(row, column), self.takeItem(other, column)
            self.setItem(other, column, mine)
            self.setItem(row, column, theirs)
        self.blockSignals(False)
        self.setCurrentCell(other, COLUMN)
        self.changed.emit()
