"""Rows of plain values as a table model, read only: previews and lists."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, Qt

from ..layers.nulls import is_null


class RowsModel(QAbstractTableModel):
    """Shows titles and rows; row numbers may be those of a file."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._titles: list[str] = []
        self._rows: list = []
        self._numbers: list | None = None

    def show(self, titles, rows, numbers=None) -> None:
        """Shows these rows, with `numbers` before them where they are given."""
        self.beginResetModel()
        self._titles, self._rows = list(titles), list(rows)
        self._numbers = list(numbers) if numbers is not None else None
        self.endResetModel()

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._titles[section] if section < len(self._titles) else None
        return str(self._numbers[section] if self._numbers is not None else section + 1)

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        value = self._rows[index.row()][index.column()]
        return "" if is_null(value) else str(value)
