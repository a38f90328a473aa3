"""Proposals as rows: what would move, what it would do to balance, disruption and contiguity."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QAbstractTableModel, Qt
from qgis.PyQt.QtGui import QColor

from ..translate import tr
from . import numbers

MOVE, WORST, GAIN, DISRUPTION, WHOLE = range(5)


@dataclass(frozen=True)
class Row:
    """A proposal and what is said of it.

    Attributes
    ----------
    proposal : Proposal
    worst : largest deviation of all territories before and after, %
    gain : points by which the root mean square deviation falls
    disruption : what changes hands, % of the balanced quantity
    whole : every territory stays as whole as it is
    """

    proposal: object
    worst: tuple[float, float]
    gain: float
    disruption: float
    whole: bool


class SuggestionsModel(QAbstractTableModel):
    """The rows in the order they are given."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._rows: list[Row] = []
        self._colors: dict[str, str] = {}
        self._titles = [tr("Move"), tr("Worst"), tr("Better By"), tr("Disruption"), tr("Whole")]
        self._tips = [
            tr("What would move, from whom to whom"),
            tr("Largest deviation of all territories, before and after"),
            tr("Percentage points by which the typical deviation of all territories falls"),
            tr("Share of the balanced quantity that changes hands; negative where it goes back"),
            tr("Whether all territories stay in one piece"),
        ]

    def show(self, rows: list[Row], colors: dict[str, str]) -> None:
        """Shows these rows."""
        self.beginResetModel()
        self._rows, self._colors = list(rows), colors
        self.endResetModel()

    def row(self, number: int) -> Row:
        """The row of that number."""
        return self._rows[number]

    @property
    def rows(self) -> list[Row]:
        """All rows."""
        return self._rows

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._titles)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return self._tips[section] if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.proposal.text if column == MOVE else None
        if role == Qt.ItemDataRole.DecorationRole and column == MOVE:
            territory = next(iter(row.proposal.moves.values()), None)
            return QColor(self._colors.get(territory, "#808080"))
        if role == Qt.ItemDataRole.TextAlignmentRole and column != MOVE:
            side = Qt.AlignmentFlag.AlignHCenter if column == WHOLE else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, row, column):
        if column == MOVE:
            return row.proposal.text if row.whole else f"{row.proposal.text} ({tr('not in one piece')})"
        if column == WORST:
            before, after = row.worst
            return numbers.percent(before, 1).replace(f"{numbers.NO_BREAK}%", "") + (
                numbers.ARROW + numbers.percent(after, 1)
            )
        if column == GAIN:
            return numbers.percent(row.gain, 2).replace("%", tr("pts"))
        if column == DISRUPTION:
            sign = "−" if row.disruption < -0.005 else ""
            return sign + numbers.percent(row.disruption, 2)
        return tr("yes") if row.whole else tr("no")
