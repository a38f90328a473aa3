"""What differs from the baseline, as a tree: from whom to whom, and under it the units."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QColor

from ..translate import tr
from . import numbers

#: Feature ids of a row's units.
FidsRole = Qt.ItemDataRole.UserRole + 1
#: The exact value of a cell.
ValueRole = Qt.ItemDataRole.UserRole + 2

_TOP = 0


@dataclass(frozen=True)
class Move:
    """Units that went from one territory (or nobody, None) to another."""

    before: str | None
    after: str | None
    positions: list[int]
    quantities: list[float]
    disruption: float


class ChangesModel(QAbstractItemModel):
    """Rows are computed when they are looked at, so that 35,000 changed units cost no more than ten.

    Columns: name, units, every measure, disruption in %.
    """

    def __init__(self, parent=None):
        super().__init__(parent)
        self._session = None
        self._comparison = None
        self._moves: list[Move] = []
        self._scales: list[numbers.Scale] = []
        self._titles: list[str] = []

    def show(self, session, comparison) -> None:
        """Shows a comparison of the session's alignment; None shows nothing."""
        self.beginResetModel()
        self._session, self._comparison = session, comparison
        self._moves = [] if comparison is None else _moves(comparison)
        names = [] if comparison is None else list(comparison.measure_names)
        self._titles = [tr("Change"), tr("Units"), *names, tr("Disruption")]
        self._scales = [numbers.Scale()]
        self._scales += [
            numbers.Scale.of([move.quantities[column + 1] for move in self._moves])
            for column in range(len(names))
        ]
        self.endResetModel()

    @property
    def moves(self) -> list[Move]:
        """The rows at the top."""
        return self._moves

    # structure
    def index(self, row, column, parent=None):
        if parent is None or not parent.isValid():
            if row < len(self._moves) and column < len(self._titles):
                return self.createIndex(row, column, _TOP)
            return QModelIndex()
        if parent.internalId() == _TOP and row < len(self._moves[parent.row()].positions):
            return self.createIndex(row, column, parent.row() + 1)
        return QModelIndex()

    def parent(self, index=None):
        if index is None or not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _TOP)

    def rowCount(self, parent=None):
        if parent is None or not parent.isValid():
            return len(self._moves)
        if parent.internalId() == _TOP and parent.column() == 0:
            return len(self._moves[parent.row()].positions)
        return 0

    def columnCount(self, parent=None):
        return len(self._titles)

    # contents
    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or section >= len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and section == len(self._titles) - 1:
            return tr("Share of the balanced quantity that another territory has now")
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        column = index.column()
        top = index.internalId() == _TOP
        move = self._moves[index.row() if top else int(index.internalId()) - 1]
        if role == FidsRole:
            positions = move.positions if top else [move.positions[index.row()]]
            return self._session.alignment.units.ids[positions].tolist()
        if role == Qt.ItemDataRole.TextAlignmentRole and column:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DecorationRole and column == 0 and top:
            color = self._session.settings.colors.get(move.after)
            return QColor(color) if color else QColor(Qt.GlobalColor.lightGray)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, ValueRole):
            return None
        if column == 0:
            return self._name(move) if top else self._unit_name(move.positions[index.row()])
        value = self._value(move, None if top else move.positions[index.row()], column)
        if role == ValueRole:
            return value
        if role == Qt.ItemDataRole.ToolTipRole:
            return numbers.exact(value)
        if column == len(self._titles) - 1:
            return numbers.percent(value, 2)
        return self._scales[column - 1].text(value)

    def _name(self, move):
        nobody = tr("Unassigned")
        reps = self._session.settings.reps

        def named(territory):
            if territory is None:
                return nobody
            return f"{territory} ({reps[territory]})" if reps.get(territory) else territory

        return named(move.before) + numbers.ARROW + named(move.after)

    def _unit_name(self, position):
        return str(self._session.alignment.units.names[position])

    def _value(self, move, position, column):
        last = column == len(self._titles) - 1
        if position is None:
            return move.disruption if last else move.quantities[column - 1]
        found = self._comparison
        if last:
            return float(100 * found.cost[position]) if found.lost[position] else 0.0
        return 1 if column == 1 else float(found.values[position, column - 2])


def _moves(comparison) -> list[Move]:
    """The comparison's matrix with the positions of its units."""
    place = {name: label for label, name in enumerate(comparison.territories)}
    by_pair: dict[tuple[int, int], list[int]] = {}
    for position in comparison.changed.nonzero()[0].tolist():
        pair = int(comparison.before[position]), int(comparison.after[position])
        by_pair.setdefault(pair, []).append(position)
    moves = []
    for row in comparison.matrix().to_dict("records"):
        pair = place.get(row["from"], -1), place.get(row["to"], -1)
        quantities = [row["units"], *(row[name] for name in comparison.measure_names)]
        moves.append(Move(row["from"], row["to"], by_pair[pair], quantities, row["disruption"]))
    return moves
