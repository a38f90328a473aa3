"""Units whose territory is not certain: taken or left, given to another one, shown on the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
)

from ..translate import tr
from . import numbers
from .flags import RIGHT

UNIT, TERRITORY, SHARE, DETAIL = range(4)


class DoubtsModel(QAbstractTableModel):
    """Doubts as rows; a tick takes the territory that is shown, without it the unit stays as it is."""

    changed = pyqtSignal()
    """Something was taken, left, or given to another territory."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._titles = [tr("Unit"), tr("Territory"), tr("Share"), tr("Why")]
        self._doubts: list = []
        self._names: list[str] = []
        self._left: set[int] = set()
        self._chosen: dict[int, str | None] = {}

    def show(self, doubts, names) -> None:
        """Shows these doubts; `names` are those of all units by position."""
        self.beginResetModel()
        self._doubts, self._names = list(doubts), names
        self._left, self._chosen = set(), {}
        self.endResetModel()

    def doubt(self, row):
        """The doubt in a row."""
        return self._doubts[row]

    def decided(self) -> dict:
        """Position of a unit → territory it is given instead, for those that were."""
        return dict(self._chosen)

    def left(self) -> set[int]:
        """Positions of the units that stay as they are."""
        return set(self._left)

    def territory(self, row) -> str | None:
        """The territory that is shown in a row."""
        doubt = self._doubts[row]
        return self._chosen.get(doubt.unit, doubt.territory)

    def choices(self, row) -> list:
        """The territories that a row can be given."""
        doubt = self._doubts[row]
        return list(dict.fromkeys([doubt.territory, *doubt.others, None]))

    def take_all(self, take: bool) -> None:
        """Takes all of them, or leaves all as they are."""
        self.beginResetModel()
        self._left = set() if take else {doubt.unit for doubt in self._doubts}
        self.endResetModel()
        self.changed.emit()

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._doubts)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def flags(self, index):
        flags = super().flags(index)
        if index.column() == UNIT:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        elif index.column() == TERRITORY:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        doubt, column = self._doubts[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == UNIT:
            return Qt.CheckState.Unchecked if doubt.unit in self._left else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.TextAlignmentRole and column == SHARE:
            return RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            if column == UNIT:
                return tr("Ticked: gets the territory that is shown. Not ticked: stays as it is.")
            return tr("Double-click to give it to another one") if column == TERRITORY else doubt.detail
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        if column == UNIT:
            return str(self._names[doubt.unit])
        if column == TERRITORY:
            return self.territory(index.row()) or tr("Unassigned")
        if column == SHARE:
            return numbers.percent(100 * doubt.share) if numbers.is_number(doubt.share) else numbers.DASH
        return doubt.detail

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        doubt = self._doubts[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == UNIT:
            self._left ^= {doubt.unit}
        elif role == Qt.ItemDataRole.EditRole and index.column() == TERRITORY:
            self._chosen[doubt.unit] = value
        else:
            return False
        self.dataChanged.emit(index.sibling(index.row(), UNIT), index.sibling(index.row(), DETAIL))
        self.changed.emit()
        return True


class _TerritoryDelegate(QStyledItemDelegate):
    """Chooses among the territories that have a claim."""

    def createEditor(self, parent, option, index):
        combo = QComboBox(parent)
        for name in index.model().choices(index.row()):
            combo.addItem(name or tr("Unassigned"), name)
        combo.activated.connect(lambda _: self.commitData.emit(combo))
        return combo

    def setEditorData(self, editor, index):
        editor.setCurrentIndex(max(0, editor.findData(index.model().territory(index.row()))))

    def setModelData(self, editor, model, index):
        model.setData(index, editor.currentData())


class DoubtsView(QTableView):
    """The list; the chosen row is shown on the map."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("doubtsView")
        self.setAccessibleName(tr("Units to look at"))
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 6)
        self.setItemDelegateForColumn(TERRITORY, _TerritoryDelegate(self))

    def setModel(self, model):
        super().setModel(model)
        header = self.horizontalHeader()
        header.setSectionResizeMode(DETAIL, QHeaderView.ResizeMode.Stretch)
        for column, width in ((UNIT, 190), (TERRITORY, 120), (SHARE, 60)):
            self.setColumnWidth(column, width)
