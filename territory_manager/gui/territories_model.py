"""The territories table as an item model: it shows what the session publishes and computes nothing.

Rows are updated in place, so that selection, scrolling and order outlive every edit of the layer.
"""

from __future__ import annotations

from functools import cmp_to_key

from qgis.PyQt.QtCore import (
    QAbstractTableModel,
    QCollator,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QColor, QFont, QGuiApplication, QPalette

from ..translate import tr
from . import numbers
from .flags import LEFT, MIDDLE, RIGHT
from .rep_choice import vacancies
from .territories_columns import (
    BARS,
    CAPACITY,
    INDEX,
    LOAD,
    LOAD_TOLERANCE,
    LOCK,
    NAME,
    NUMBERS,
    SWATCH,
    TEXT,
)
from .territories_rows import Row, RowReader
from .territories_words import CellWords
from .work_columns import UTILISATION

#: Name of the territory (None: the unassigned units).
TerritoryRole = Qt.ItemDataRole.UserRole + 1
#: Number of a cell, as it is now.
ValueRole = Qt.ItemDataRole.UserRole + 2
#: Number of a cell as it would be, None when no stroke is under way or it does not touch the row.
AfterRole = Qt.ItemDataRole.UserRole + 3
#: Kind of the cell's column (territories_columns).
KindRole = Qt.ItemDataRole.UserRole + 4
#: The cell's text without what is "before": what a narrow column shows of a stroke under way.
AfterTextRole = Qt.ItemDataRole.UserRole + 5
#: What the filter line searches.
FilterRole = Qt.ItemDataRole.UserRole + 6
#: Whether a deviation lies within tolerance.
WithinRole = Qt.ItemDataRole.UserRole + 7
#: A measure's total as (part of its target, within tolerance), None where it has no bar to show.
BarRole = Qt.ItemDataRole.UserRole + 8


class TerritoriesModel(QAbstractTableModel):
    """Territories of a session, the unassigned units always last."""

    #: An edit in the table could not be done; says why in words.
    failed = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._session = None
        self._reader = None
        self._columns = []
        self._rows = []
        self._words = CellWords()
        self._balance_on = INDEX
        self._order = (1, Qt.SortOrder.AscendingOrder)
        self._collator = QCollator()
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.bar_limit = 10.0
        self.load_limit = 2 * LOAD_TOLERANCE
        self.largest_load = 100.0
        self.total_limit = 1.2
        self.largest_deviation = 0.0

    # what is shown
    @property
    def session(self):
        return self._session

    def set_session(self, session) -> None:
        """Shows another session, or none."""
        self.beginResetModel()
        self._session = session
        self._reader = None if session is None else RowReader(session)
        self._rows = []
        self._define_columns()
        if session is not None:
            self._rows = [Row(name, values) for name, values in self._now()]
            self._scale()
            self._rows = self._sorted()
        self.endResetModel()

    def set_balance_on(self, measure: str) -> None:
        """Shows share and deviation of the index or of one measure."""
        if measure == self._balance_on:
            return
        self._balance_on = measure
        self.redefine()

    def balance_on(self) -> str:
        return self._balance_on

    def redefine(self) -> None:
        """Reads the columns anew: other measures, another balance; keeps the rows where the columns stay."""
        before = [(column.key, column.title) for column in self._columns]
        fresh = self._wanted_columns()
        if before != [(column.key, column.title) for column in fresh]:
            self.set_session(self._session)
            return
        self._columns = fresh
        self._words.set_columns(fresh)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(fresh) - 1))
        self.refresh()

    def refresh(self) -> None:
        """Takes over the session's statistics, in place."""
        if self._session is None:
            return
        fresh = self._now()
        self._match_rows([name for name, _ in fresh])
        values = dict(fresh)
        for row in self._rows:
            row.values = values[row.name]
            row.after = None
        self._scale()
        self._changed()
        self._reorder()

    def set_preview(self, frame, touched=None, work=None) -> None:
        """Shows a stroke under way as "before → after"; None ends it. Nothing is sorted anew.

        Parameters
        ----------
        frame : pandas.DataFrame or None
            The statistics as they would be.
        touched : collection of (str or None), optional
            The territories to show; without it, those whose number of units changes.
        work : dict, optional
            The numbers of the work as they would be; without them those of now are shown on.
        """
        after = {} if frame is None else dict(self._reader.read(frame, self._columns, work))
        units = next((i for i, column in enumerate(self._columns) if column.key == "units"), None)
        # only rows that change are drawn again, so that a long table does not slow the stroke down
        for position, row in enumerate(self._rows):
            values = after.get(row.name)
            if values is not None and touched is not None and row.name not in touched:
                values = None
            if values is not None and touched is None and units is not None:
                values = values if values[units] != row.values[units] else None
            if values is not row.after:
                row.after = values
                for column in range(len(self._columns)):
                    # cell by cell, because Qt's views draw everything again for more than one
                    cell = self.index(position, column)
                    self.dataChanged.emit(cell, cell)

    def columns(self):
        return list(self._columns)

    def column_of(self, key: str) -> int:
        """Position of a column by its key, -1 where there is none."""
        return next((i for i, column in enumerate(self._columns) if column.key == key), -1)

    def row_of(self, territory) -> int:
        """Row of a territory (None: the unassigned), -1 where there is none."""
        return next((i for i, row in enumerate(self._rows) if row.name == territory), -1)

    def summary(self) -> tuple[int, int, str | None, float | None]:
        """What the deviation column shows: (within tolerance, territories, the worst, its deviation)."""
        column = self.column_of("deviation")
        shown = [(row.name, row.values[column]) for row in self._rows if row.name is not None]
        known = [(name, value) for name, value in shown if numbers.is_number(value)]
        within = sum(self._words.within(value) for _, value in known)
        worst, deviation = max(known, key=lambda pair: abs(pair[1]), default=(None, None))
        return within, len(shown), worst, deviation

    def overloaded(self) -> int:
        """How many territories have more work than capacity, by more than the utilisation column allows."""
        column = self.column_of(UTILISATION)
        if column < 0:
            return 0
        loads = [row.values[column] for row in self._rows if row.name is not None]
        return sum(numbers.is_number(load) and load > 100 + LOAD_TOLERANCE + 1e-9 for load in loads)

    def value(self, row: int, key: str):
        """A cell's number as it is now, None where there is no such column."""
        column = self.column_of(key)
        return self._rows[row].values[column] if column >= 0 else None

    def tolerance(self) -> float:
        """The plan's tolerance in %."""
        return float(self._session.settings.tolerance) if self._session is not None else 5.0

    # QAbstractTableModel
    def rowCount(self, parent=QModelIndex()):  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip
        if role == Qt.ItemDataRole.TextAlignmentRole:
            # the deviation's number stands left of its bar
            return RIGHT if column.kind in NUMBERS - BARS else LEFT
        return None

    def flags(self, index):
        flags = super().flags(index)
        if not index.isValid() or self._rows[index.row()].name is None:
            return flags
        if self._columns[index.column()].editable and not getattr(self._session, "read_only", False):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, position = self._rows[index.row()], index.column()
        column = self._columns[position]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words.text(row, position)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            if column.kind in (SWATCH, LOCK):
                return MIDDLE
            return RIGHT if column.kind in NUMBERS else LEFT
        if role == KindRole:
            return column.kind
        if role == TerritoryRole:
            return row.name
        if role == ValueRole:
            return row.values[position]
        if role == AfterRole:
            return row.after[position] if row.after is not None else None
        if role == AfterTextRole:
            return self._words.text(row, position, only_after=True)
        if role == WithinRole:
            return self._words.within((row.after or row.values)[position], column.kind)
        if role == BarRole:
            return self._bar(row, position)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._words.tip(row, position)
        if role == Qt.ItemDataRole.EditRole:
            value = row.values[position]
            return numbers.plain(value) if column.kind in NUMBERS else value
        if role == FilterRole:
            return f"{row.name or tr('Unassigned')} {self._rep(row) or ''}"
        if role == Qt.ItemDataRole.BackgroundRole and column.kind == SWATCH:
            return self._color(row)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(row, position)
        if role == Qt.ItemDataRole.ForegroundRole and self._is_vacant(row, column):
            return QGuiApplication.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words.accessible(row, position)
        return None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or self._session is None:
            return False
        row, column = self._rows[index.row()], self._columns[index.column()]
        text = str(value or "").strip()
        if not column.editable or text == (index.data(Qt.ItemDataRole.EditRole) or ""):
            return False
        try:
            if column.kind == NAME:
                self._session.rename_territory(row.name, text)
            elif column.kind == TEXT:
                self._session.set_rep(row.name, text)
            else:
                self._set_target(row.name, column, text)
        except (ValueError, RuntimeError) as error:
            self.failed.emit(str(error))
            return False
        return True

    def _set_target(self, territory, column, text):
        capacities, number = self._session.territories.capacities, numbers.parse(text)
        if number is None:
            words = tr("“{text}” is no number. Type one like {example}.")
            raise ValueError(words.format(text=text, example=numbers.exact(1250.5)))
        if column.source == CAPACITY:
            capacities.set_capacity(territory, number)
        else:
            capacities.set_target(territory, number, self._reader.balanced_measure(self._balance_on))

    def sort(self, column, order=Qt.SortOrder.AscendingOrder):
        if 0 <= column < len(self._columns):
            self._order = (column, order)
            self._reorder()

    # reading the session
    def _define_columns(self):
        self._columns = self._wanted_columns()
        self._words.set_columns(self._columns)

    def _wanted_columns(self):
        return [] if self._reader is None else self._reader.columns(self._balance_on)

    def _now(self):
        return self._reader.read(self._session.statistics(), self._columns)

    def _match_rows(self, names):
        """Adds and removes rows until they are those of the statistics; a renamed territory keeps its row."""
        fresh, old = set(names), {row.name for row in self._rows}
        gone, come = old - fresh, [name for name in names if name not in old]
        if len(gone) == len(come) == 1:
            next(row for row in self._rows if row.name in gone).name = come[0]
            return
        for position in reversed(range(len(self._rows))):
            if self._rows[position].name in gone:
                self.beginRemoveRows(QModelIndex(), position, position)
                del self._rows[position]
                self.endRemoveRows()
        if come:
            last = len(self._rows) - (1 if self._rows and self._rows[-1].name is None else 0)
            self.beginInsertRows(QModelIndex(), last, last + len(come) - 1)
            self._rows[last:last] = [Row(name, [None] * len(self._columns)) for name in come]
            self.endInsertRows()

    def _scale(self):
        tolerance = self.tolerance()
        self._words.vacancies = vacancies(self._session)
        self._words.rescale(self._rows, tolerance)
        deviation = self.column_of("deviation")
        largest = max(
            (abs(row.values[deviation]) for row in self._rows if numbers.is_number(row.values[deviation])),
            default=0.0,
        )
        self.largest_deviation = largest
        loads = [
            abs(row.values[position] - 100)
            for position, column in enumerate(self._columns)
            if column.kind == LOAD
            for row in self._rows
            if row.name is not None and numbers.is_number(row.values[position])
        ]
        self.load_limit = min(max([*loads, 2 * LOAD_TOLERANCE]), 6 * LOAD_TOLERANCE)
        self.largest_load = 100 + max(loads, default=0.0)
        beside = [row.values[i] for row in self._rows for i in self._words.beside.values()]
        farthest = max((value for value in beside if numbers.is_number(value)), default=0.0)
        # of the target; a bar that is longer than the cell ends in a point
        self.total_limit = min(max(1 + farthest / 100, 1.2), 2.0)
        # Bars are read near the tolerance: those far beyond are cut off rather than flatten the rest.
        self.bar_limit = max(min(largest, 6 * tolerance), 2 * tolerance, 1e-6)

    def _changed(self):
        if self._rows and self._columns:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))

    # order
    def _sorted(self):
        position, order = self._order
        if position >= len(self._columns):
            return list(self._rows)
        kind = self._columns[position].kind

        def number(row):
            value = row.values[position]
            return float(value) if numbers.is_number(value) else None

        if kind in NUMBERS or kind == LOCK:
            key = number
        elif kind == TEXT:
            compare = cmp_to_key(self._collator.compare)
            key = lambda row: compare(row.values[position]) if row.values[position] else None  # noqa: E731
        else:
            compare = cmp_to_key(self._collator.compare)
            key = lambda row: compare(row.name) if row.name is not None else None  # noqa: E731
        territories = [row for row in self._rows if row.name is not None]
        known = [row for row in territories if key(row) is not None]
        known.sort(key=key, reverse=order == Qt.SortOrder.DescendingOrder)
        rest = [row for row in territories if key(row) is None]
        return known + rest + [row for row in self._rows if row.name is None]

    def _reorder(self):
        ordered = self._sorted()
        if all(a is b for a, b in zip(ordered, self._rows)):
            return
        self.layoutAboutToBeChanged.emit()
        position = {id(row): i for i, row in enumerate(ordered)}
        old = self.persistentIndexList()
        new = [self.index(position[id(self._rows[index.row()])], index.column()) for index in old]
        self._rows = ordered
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    # cells
    def _font(self, row, position):
        column = self._columns[position]
        font = QFont()
        if row.name is None or self._is_vacant(row, column):
            font.setItalic(True)
            return font
        value = (row.after or row.values)[position]
        beyond = column.kind in BARS and not self._words.within(value, column.kind)
        broken = column.key == "pieces" and numbers.is_number(value) and value > 1
        if not beyond and not broken:
            return None
        font.setBold(True)
        return font

    def _is_vacant(self, row, column):
        return column.key == "rep" and row.name is not None and row.name in self._words.vacancies

    def _bar(self, row, position):
        beside = self._words.beside.get(self._columns[position].key)
        deviation = (row.after or row.values)[beside] if beside is not None else None
        if row.name is None or not numbers.is_number(deviation):
            return None
        return 1 + deviation / 100, self._words.within(deviation)

    def _color(self, row):
        if row.name is None:
            return None
        color = self._session.colors.get(row.name)
        return QColor(color) if color else None

    def _rep(self, row):
        position = self.column_of("rep")
        return row.values[position] if position >= 0 else ""


class TerritoriesFilter(QSortFilterProxyModel):
    """The rows that match the filter line, in the model's own order."""

    def __init__(self, model, parent=None):
        super().__init__(parent)
        self.setSourceModel(model)
        self.setFilterRole(FilterRole)
        self.setFilterKeyColumn(0)
        self.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def sort(self, column, order=Qt.SortOrder.AscendingOrder):
        """The model sorts, so that the unassigned stay last in either direction."""
        self.sourceModel().sort(column, order)
