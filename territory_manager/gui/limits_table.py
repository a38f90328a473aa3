"""The least and the most that a territory may have of each measure."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem

from ..translate import tr
from .flags import RIGHT

MEASURE, MINIMUM, MAXIMUM = range(3)


class LimitsTable(QTableWidget):
    """One row a measure; an empty cell is no limit."""

    changed = pyqtSignal()

    def __init__(self, session, parent=None):
        self._measures = list(session.settings.measures) or ["units"]
        super().__init__(len(self._measures), 3, parent)
        self.setObjectName("limitsTable")
        self.setAccessibleName(tr("Limits of a territory"))
        self.setHorizontalHeaderLabels([tr("Measure"), tr("Minimum"), tr("Maximum")])
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setTabKeyNavigation(False)
        layer = session.layer
        for row, measure in enumerate(self._measures):
            position = layer.fields().lookupField(measure)
            title = layer.attributeDisplayName(position) if position >= 0 else tr("Units")
            item = QTableWidgetItem(title)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, MEASURE, item)
            for column in (MINIMUM, MAXIMUM):
                cell = QTableWidgetItem("")
                cell.setTextAlignment(RIGHT)
                self.setItem(row, column, cell)
        rows = min(3, self.rowCount())
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * self.rowHeight(0) + 4)
        self.cellChanged.connect(self._edited)

    def set_method(self, method: str) -> None:
        """Says which limit is needed: the most for the fewest, the least for the most."""
        for column, needed in ((MINIMUM, "most"), (MAXIMUM, "fewest")):
            font = self.horizontalHeaderItem(column).font()
            font.setBold(method == needed)
            self.horizontalHeaderItem(column).setFont(font)

    def limits(self) -> tuple[dict[str, float], dict[str, float]]:
        """Minimum and maximum by measure; what is empty or no number is left out."""
        found = ({}, {})
        for row, measure in enumerate(self._measures):
            for side, column in zip(found, (MINIMUM, MAXIMUM)):
                number = _number(self.item(row, column).text())
                if number is not None:
                    side[measure] = number
        return found

    def _edited(self, row, column):
        item = self.item(row, column)
        text = item.text().strip()
        if text and _number(text) is None:
            item.setText("")
        self.changed.emit()


def _number(text):
    """The number as the user's locale writes it, None where it is none."""
    text = text.strip()
    if not text:
        return None
    for locale in (QLocale(), QLocale.c()):
        value, good = locale.toDouble(text)
        if good and value >= 0:
            return value
    return None
