"""Two alignments beside each other as tables: who gains and loses, from whom to whom, unit by unit."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QBrush, QColor
from qgis.PyQt.QtWidgets import QAbstractItemView

from ..translate import tr
from . import numbers
from .territory_commands import swatch_icon

#: Positions of the changed units that a row, or a cell of the matrix, stands for.
PositionsRole = Qt.ItemDataRole.UserRole + 1

TEXT, TERRITORY, AMOUNT, GAIN, LOSS, PERCENT = range(6)
_SIGNS = {GAIN: "+", LOSS: "−"}


@dataclass
class Column:
    """One column: its title, its values (one a row), and how they are written (`TEXT` …)."""

    title: str
    values: list
    kind: int = AMOUNT
    scale: numbers.Scale = field(default_factory=numbers.Scale)

    def text(self, row: int) -> str:
        """The cell."""
        value = self.values[row]
        if self.kind == TEXT:
            return value or ""
        if self.kind == TERRITORY:
            return tr("Unassigned") if value is None else value
        if self.kind == PERCENT:
            return numbers.percent(value, 2)
        sign = _SIGNS.get(self.kind, "")
        return sign + self.scale.text(value) if value or not sign else numbers.DASH


class ColumnsModel(QAbstractTableModel):
    """Columns of equal length; sorted and filtered here, so that 35,000 rows take no time.

    Parameters
    ----------
    color : callable
        Territory → its colour.
    """

    def __init__(self, color, parent=None):
        super().__init__(parent)
        self._color = color
        self._columns: list[Column] = []
        self._positions: list[list[int]] = []
        self._rows = np.zeros(0, dtype=np.int64)
        self._sorted = (-1, Qt.SortOrder.AscendingOrder)
        self._filter = ""

    def show(self, columns, positions) -> None:
        """Shows these columns; *positions* are the changed units of each row."""
        self.beginResetModel()
        self._columns, self._positions = list(columns), list(positions)
        self._arrange()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Shows only rows with this text in one of their words."""
        self.beginResetModel()
        self._filter = text.strip().lower()
        self._arrange()
        self.endResetModel()

    def sort(self, column, order=Qt.SortOrder.AscendingOrder):
        self.layoutAboutToBeChanged.emit()
        self._sorted = column, order
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self):
        count = len(self._positions)
        rows = list(range(count))
        column, order = self._sorted
        if 0 <= column < len(self._columns):
            chosen = self._columns[column]
            if chosen.kind in (TEXT, TERRITORY):
                rows.sort(key=lambda row: (chosen.values[row] is None, str(chosen.values[row] or "").lower()))
            else:
                rows.sort(key=lambda row: chosen.values[row])
            if order == Qt.SortOrder.DescendingOrder:
                rows.reverse()
        if self._filter:
            words = [column for column in self._columns if column.kind in (TEXT, TERRITORY)]
            rows = [row for row in rows if any(self._filter in word.text(row).lower() for word in words)]
        self._rows = np.array(rows, dtype=np.int64)

    # what a view asks
    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column.kind not in (TEXT, TERRITORY))
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], int(self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == PositionsRole:
            return self._positions[row]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column.kind not in (TEXT, TERRITORY))
        if role == Qt.ItemDataRole.DecorationRole and column.kind == TERRITORY:
            return swatch_icon(self._color(column.values[row]))
        if role == Qt.ItemDataRole.ToolTipRole and column.kind in (AMOUNT, GAIN, LOSS):
            return _SIGNS.get(column.kind, "") + numbers.exact(column.values[row])
        return None


class MatrixModel(QAbstractTableModel):
    """From whom (rows) to whom (columns), one quantity at a time; darker where more changes hands."""

    def __init__(self, color, parent=None):
        super().__init__(parent)
        self._color = color
        self._from: list[str | None] = []
        self._to: list[str | None] = []
        self._cells: dict[tuple, float] = {}
        self._positions: dict[tuple, list[int]] = {}
        self._scale = numbers.Scale()
        self._percent = False
        self._shade = QColor("#3d85c6")

    def show(self, moves, quantity: str) -> None:
        """Shows moves (`changes_model.Move` by pair of territories) by the quantity of that name."""
        self.beginResetModel()
        self._percent = quantity == "disruption"
        self._from = _ordered(move.before for move in moves)
        self._to = _ordered(move.after for move in moves)
        self._cells = {(move.before, move.after): move.amounts[quantity] for move in moves}
        self._positions = {(move.before, move.after): move.positions for move in moves}
        self._scale = numbers.Scale.of(self._cells.values())
        self.endResetModel()

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._from)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._to)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        names = self._to if orientation == Qt.Orientation.Horizontal else self._from
        if section >= len(names):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("Unassigned") if names[section] is None else names[section]
        if role == Qt.ItemDataRole.DecorationRole:
            return swatch_icon(self._color(names[section]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("gets") if orientation == Qt.Orientation.Horizontal else tr("gives away")
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        pair = self._from[index.row()], self._to[index.column()]
        if role == PositionsRole:
            return self._positions.get(pair, [])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(True)
        if pair not in self._cells:
            return None
        value = self._cells[pair]
        if role == Qt.ItemDataRole.DisplayRole:
            return numbers.percent(value, 2) if self._percent else self._scale.text(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = tr("{before} → {after}: {amount}")
            names = [name or tr("Unassigned") for name in pair]
            return words.format(before=names[0], after=names[1], amount=numbers.exact(value))
        if role == Qt.ItemDataRole.BackgroundRole:
            most = max(map(abs, self._cells.values()))
            shade = QColor(self._shade)
            shade.setAlphaF(0.08 + 0.42 * abs(value) / most if most else 0.0)
            return QBrush(shade)
        return None


@dataclass
class Move:
    """What went from one territory (or nobody, None) to another: positions of the units, amounts by name."""

    before: str | None
    after: str | None
    positions: list[int]
    amounts: dict[str, float]


def moves_of(found) -> list[Move]:
    """The matrix of a `core.compare.Comparison` with the positions of its units."""
    by_pair: dict[tuple[int, int], list[int]] = {}
    for position in found.changed.nonzero()[0].tolist():
        by_pair.setdefault((int(found.before[position]), int(found.after[position])), []).append(position)
    place = {name: label for label, name in enumerate(found.territories)}
    place[None] = -1
    return [
        Move(
            row["from"],
            row["to"],
            by_pair[place[row["from"]], place[row["to"]]],
            {name: row[name] for name in ("units", *found.measure_names, "disruption")},
        )
        for row in found.matrix().to_dict("records")
    ]


def gains(comparison, moves) -> tuple[list[Column], list[list[int]]]:
    """Who gains, who loses: before, gained, lost and after of everything, for each territory that changes."""
    found = comparison.found
    table = found.summary()
    table = table[(table["units_gained"] > 0) | (table["units_lost"] > 0)]
    names = table["territory"].tolist()
    columns = [Column(tr("Territory"), names, TERRITORY)]
    reps = [comparison.rep(name) for name in names]
    if any(reps):
        columns.append(Column(tr("Rep"), reps, TEXT))
    # before the many columns of the measures, which may not all be in sight
    columns.append(Column(tr("Disruption"), table["disruption"].tolist(), PERCENT))
    for name in ("units", *found.measure_names):
        parts = {part: table[f"{name}_{part}"].tolist() for part in ("before", "gained", "lost", "after")}
        scale = numbers.Scale.of(parts["before"] + parts["after"])
        title = tr("Units") if name == "units" else name
        kinds = {"before": AMOUNT, "gained": GAIN, "lost": LOSS, "after": AMOUNT}
        words = {"before": tr("before"), "gained": tr("gained"), "lost": tr("lost"), "after": tr("after")}
        columns += [
            Column(f"{title}\n{words[part]}", parts[part], kinds[part], scale) for part in parts
        ]
    by_territory: dict = {}
    for move in moves:
        for name in (move.before, move.after):
            by_territory.setdefault(name, []).extend(move.positions)
    return columns, [by_territory.get(name, []) for name in names]


def changed_units(comparison, units) -> tuple[list[Column], list[list[int]]]:
    """The changed units, a row each."""
    found = comparison.found
    positions = found.changed.nonzero()[0]
    names = [*found.territories, None]
    columns = [
        Column(tr("Unit"), [str(units.names[position]) for position in positions.tolist()], TEXT),
        Column(tr("From"), [names[label] for label in found.before[positions].tolist()], TERRITORY),
        Column(tr("To"), [names[label] for label in found.after[positions].tolist()], TERRITORY),
    ]
    for place, name in enumerate(found.measure_names):
        values = found.values[positions, place].tolist()
        columns.append(Column(name, values, AMOUNT, numbers.Scale.of(values)))
    share = np.where(found.lost, 100 * found.cost, 0.0)[positions].tolist()
    columns.append(Column(tr("Disruption"), share, PERCENT))
    return columns, [[position] for position in positions.tolist()]


def selected_positions(view) -> list[int]:
    """Positions of the units that the selected rows or cells of a view stand for."""
    found: dict[int, None] = {}
    model = view.selectionModel()
    rows = view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows
    for index in model.selectedRows() if rows else model.selectedIndexes():
        found.update(dict.fromkeys(view.model().data(QModelIndex(index), PositionsRole)))
    return list(found)


def _ordered(names) -> list[str | None]:
    return sorted(set(names), key=lambda name: (name is None, name or ""))


def _alignment(right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
