"""The small table of segments: how often and how long their accounts are called on."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from ..translate import tr
from . import numbers
from .flags import LEFT, RIGHT

SEGMENT, COUNT, CALLS, MINUTES = range(4)


class SegmentsTable(QTableWidget):
    """One row a segment; calls and minutes are typed into their cells."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(0, 4, parent)
        self.setObjectName("segmentsTable")
        self.setAccessibleName(tr("Calls and minutes of segments"))
        self.setHorizontalHeaderLabels([tr("Segment"), tr("Accounts"), tr("Calls a year"), tr("Minutes")])
        self.setToolTip(tr("Where an account has no number of its own, that of its segment counts"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setTabKeyNavigation(True)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SEGMENT, QHeaderView.ResizeMode.Stretch)
        for column in range(4):
            self.horizontalHeaderItem(column).setTextAlignment(LEFT if column == SEGMENT else RIGHT)
        self._filling = False
        self.itemChanged.connect(self._edited)

    def fill(self, counts, known, default) -> None:
        """Lists segments.

        Parameters
        ----------
        counts : dict
            Segment → number of accounts.
        known : dict
            Segment → (calls, minutes) as chosen before; a segment that no account has any more is left out.
        default : (calls, minutes) of the others
        """
        self._filling = True
        self.setRowCount(0)
        for segment in sorted(counts, key=lambda name: (-counts[name], name)):
            row = self.rowCount()
            self.insertRow(row)
            self.setItem(row, SEGMENT, _fixed(segment, LEFT))
            self.setItem(row, COUNT, _fixed(numbers.exact(counts[segment]), RIGHT))
            for column, value in zip((CALLS, MINUTES), known.get(segment, default)):
                item = QTableWidgetItem(numbers.plain(value))
                item.setTextAlignment(RIGHT)
                self.setItem(row, column, item)
        self._filling = False

    def segments(self) -> dict[str, tuple[float | None, float | None]]:
        """Segment → (calls, minutes), None where nothing usable was typed."""
        return {
            self.item(row, SEGMENT).text(): (self._number(row, CALLS), self._number(row, MINUTES))
            for row in range(self.rowCount())
        }

    def wrong(self) -> list[str]:
        """What was typed and is no number of 0 or more."""
        cells = [self.item(row, column) for row in range(self.rowCount()) for column in (CALLS, MINUTES)]
        return [
            cell.text()
            for cell in cells
            if cell.text().strip() and self._number(cell.row(), cell.column()) is None
        ]

    def _number(self, row, column):
        value = numbers.parse(self.item(row, column).text())
        return value if value is not None and value >= 0 else None

    def _edited(self, _item):
        if not self._filling:
            self.changed.emit()


def _fixed(text, alignment):
    item = QTableWidgetItem(text)
    item.setTextAlignment(alignment)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item
