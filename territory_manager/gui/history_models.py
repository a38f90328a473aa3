"""The journal as tables: the saves, and what one of them changed."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, Qt

from ..translate import tr
from . import numbers
from .history_words import by_what, shown_time, some_of

SortRole = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Table(QAbstractTableModel):
    """Rows of texts, with what they are sorted by and a tooltip."""

    TITLES: tuple = ()
    RIGHT: tuple = ()

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows: list = []

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self.titles())

    def titles(self) -> list[str]:
        return []

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(self._rows[index.row()], index.column())
        if role == SortRole:
            return self.key(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(self._rows[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self.RIGHT:
            return int(_RIGHT)
        return None

    def text(self, row, column) -> str:
        return ""

    def key(self, row, column):
        return self.text(row, column)

    def tip(self, row, column) -> str:
        return self.text(row, column)


class SavesModel(_Table):
    """One row for each save, the newest first."""

    RIGHT = (2,)

    def titles(self) -> list[str]:
        return [tr("Saved"), tr("Who"), tr("Units"), tr("What"), tr("Territories"), tr("Reason")]

    def show(self, table) -> None:
        """Shows saves as `core.history.saves` sums them up."""
        self.beginResetModel()
        self._rows = table.to_dict("records")
        self.endResetModel()

    def save_at(self, row: int) -> dict:
        """What is known of the save in a row."""
        return self._rows[row]

    def text(self, row, column) -> str:
        if column == 0:
            return shown_time(row["time"])
        if column == 1:
            return row["user"] or ""
        if column == 2:
            return numbers.exact(row["units"])
        if column == 3:
            return ", ".join(by_what(by) for by in row["by"])
        if column == 4:
            return some_of(row["territories"])
        return row["reason"] or ""

    def key(self, row, column):
        return {0: row["time"], 2: row["units"]}.get(column, self.text(row, column).casefold())

    def tip(self, row, column) -> str:
        if column == 0:
            return row["time"]
        return ", ".join(row["territories"]) if column == 4 else self.text(row, column)


class RowsOfSave(_Table):
    """What changed hands, unit by unit."""

    def titles(self) -> list[str]:
        return [tr("Unit"), tr("From"), tr("To"), tr("By"), tr("Scenario")]

    def show(self, journal) -> None:
        """Shows rows of the journal."""
        self.beginResetModel()
        names = ("unit", "from", "to", "by", "scenario", "unit_id")
        self._rows = list(zip(*(journal[name].tolist() for name in names)))
        self.endResetModel()

    def unit_at(self, row: int) -> int | None:
        """Feature id of the unit in a row; None where it is about no unit."""
        return self._rows[row][5]

    def units(self) -> list[int]:
        """Feature ids of all units."""
        return [row[5] for row in self._rows if row[5] is not None]

    def text(self, row, column) -> str:
        value = row[column]
        if column == 3:
            return by_what(value)
        if value is None and column in (1, 2) and row[5] is not None:
            return tr("nobody")
        return str(value) if value is not None else ""


class CountsModel(_Table):
    """Territories with what they had: a name, then numbers."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._titles: list[str] = []

    def titles(self) -> list[str]:
        return self._titles

    def show(self, titles, rows) -> None:
        """Shows these rows of texts."""
        self.beginResetModel()
        self._titles, self._rows = list(titles), list(rows)
        self.RIGHT = tuple(range(1, len(self._titles)))
        self.endResetModel()

    def text(self, row, column) -> str:
        return row[column]
