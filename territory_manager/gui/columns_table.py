"""The columns of a table that is imported: taken as text, as numbers, or left out."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from ..layers.account_import import NUMBER, TEXT
from ..translate import tr

NAME, KIND, EXAMPLE = range(3)


class ColumnsTable(QTableWidget):
    """One row a column, with an example."""

    changed = pyqtSignal()
    """Another kind was chosen for a column."""

    def __init__(self, parent=None):
        super().__init__(0, 3, parent)
        self.setObjectName("columnsTable")
        self.setAccessibleName(tr("Columns of the table"))
        self.setHorizontalHeaderLabels([tr("Column"), tr("Taken As"), tr("For Example")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(EXAMPLE, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(NAME, 110)
        self.setColumnWidth(KIND, 90)

    def show_columns(self, table, kinds) -> None:
        """Shows the columns of a table (None: none) with what they are taken as."""
        columns = table.columns if table is not None else []
        self.setRowCount(0)
        self.setRowCount(len(columns))
        for row, column in enumerate(columns):
            self.setItem(row, NAME, self._item(column))
            example = next((text for text in table.texts(column) if text is not None), "")
            self.setItem(row, EXAMPLE, self._item(example))
            combo = QComboBox(self)
            combo.setAccessibleName(column)
            for title, kind in ((tr("Text"), TEXT), (tr("Number"), NUMBER), (tr("left out"), None)):
                combo.addItem(title, kind)
            combo.setCurrentIndex(max(0, combo.findData(kinds.get(column))))
            combo.currentIndexChanged.connect(self.changed)
            self.setCellWidget(row, KIND, combo)

    def kinds(self) -> dict[str, str]:
        """Column → what it is taken as; without those that are left out."""
        chosen = {}
        for row in range(self.rowCount()):
            kind = self.cellWidget(row, KIND).currentData()
            if kind is not None:
                chosen[self.item(row, NAME).text()] = kind
        return chosen

    def set_kind(self, column: str, kind) -> None:
        """Takes a column as something else; None leaves it out."""
        for row in range(self.rowCount()):
            if self.item(row, NAME).text() == column:
                combo = self.cellWidget(row, KIND)
                combo.setCurrentIndex(combo.findData(kind))

    @staticmethod
    def _item(text):
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return item
