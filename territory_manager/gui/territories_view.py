"""The table of the Territories dock: fits its columns to the dock and speaks of territories, not indexes."""

from __future__ import annotations

from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from ..translate import tr
from .deviation_delegate import PADDING, TerritoryDelegate
from .territories_columns import BARS, LOAD, LOCK, NAME, SWATCH
from .territories_model import KindRole, TerritoriesFilter, TerritoriesModel, TerritoryRole, ValueRole
from .work_columns import UTILISATION

#: Columns of this importance and above stay in the narrowest dock.
ALWAYS = 100
#: Before one of these is left out, names are cut short and the bar is given up.
WORTH_A_SQUEEZE = 90
WIDEST_NAME = 150
#: How much of the room that is left over the bar takes.
WIDER_BAR = 180
SIZE_HINT = (400, 260)
#: Room beside a heading's words for the sort arrow and the style's margins.
HEADING_PADDING = 24


class TerritoriesView(QTableView):
    """Shows a TerritoriesModel. Rows are named by territory; None is the row of the unassigned units."""

    #: The row the user made current: what the next stroke paints.
    territoryPicked = pyqtSignal(object)
    #: Asked for by mouse or keyboard.
    zoomRequested = pyqtSignal(list)
    selectRequested = pyqtSignal(list)
    colorRequested = pyqtSignal(str)
    lockRequested = pyqtSignal(str)
    copyRequested = pyqtSignal()
    menuRequested = pyqtSignal(object)
    columnsChanged = pyqtSignal()

    def __init__(self, model: TerritoriesModel, parent=None):
        super().__init__(parent)
        self.setObjectName("territoriesView")
        self.setAccessibleName(tr("Territories"))
        self._source = model
        self._filter = TerritoriesFilter(model, self)
        self.setModel(self._filter)
        self._delegate = TerritoryDelegate(model, self)
        self.setItemDelegate(self._delegate)
        self._chosen = {}  # column key -> shown, where the user decided
        self._widths = {}  # column key -> width, where the user dragged
        self._fitting = False

        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._context_menu)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 9)
        header = self.horizontalHeader()
        header.setObjectName("territoriesHeader")
        header.setHighlightSections(False)
        header.setMinimumSectionSize(22)
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        header.sectionResized.connect(self._resized)
        self.setSortingEnabled(True)
        header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._double_clicked)
        model.modelReset.connect(self.fit)

    # territories instead of indexes
    def current_territory(self):
        """(True, territory) of the current row, (False, None) where there is none."""
        index = self.currentIndex()
        return (True, index.data(TerritoryRole)) if index.isValid() else (False, None)

    def selected_territories(self) -> list:
        """The selected rows from top to bottom, None for the unassigned."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return [index.data(TerritoryRole) for index in rows]

    def select_territory(self, territory, scroll: bool = True) -> None:
        """Makes a territory's row the current and only selected one, without picking it anew."""
        index = self._index_of(territory)
        if not index.isValid():
            return
        chosen = self.selectionModel()
        if index.row() == self.currentIndex().row():
            if chosen.isRowSelected(index.row(), QModelIndex()):
                return
            # the cell that was clicked stays the current one: it is what F2 edits
            index = self.currentIndex()
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
        )
        if scroll:
            self.scrollTo(index)

    def select_nothing(self) -> None:
        """No row is current any more."""
        self.selectionModel().clear()

    def edit_cell(self, territory, key: str) -> None:
        """Starts editing a territory's name, rep, capacity or target in place."""
        column = self._source.column_of(key)
        if column >= 0 and self.isColumnHidden(column):
            self.set_column_shown(key, True)
        index = self._index_of(territory, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def set_filter(self, text: str) -> None:
        """Shows only the rows whose territory or rep contains the text."""
        self._filter.setFilterFixedString(text)

    def _index_of(self, territory, column=None):
        row = self._source.row_of(territory)
        if row < 0:
            return QModelIndex()
        column = self._source.column_of("territory") if column is None else column
        return self._filter.mapFromSource(self._source.index(row, column))

    # columns
    def column_state(self) -> dict:
        """Columns and widths as the user left them, for the settings."""
        return {"shown": dict(self._chosen), "widths": dict(self._widths)}

    def restore_columns(self, state: dict) -> None:
        """Takes over what `column_state` gave; what is unknown or damaged is ignored."""
        shown, widths = state.get("shown"), state.get("widths")
        if isinstance(shown, dict):
            self._chosen = {str(key): bool(value) for key, value in shown.items()}
        if isinstance(widths, dict):
            self._widths = {
                str(key): int(value) for key, value in widths.items() if isinstance(value, (int, float))
            }
        self.fit()

    def set_column_shown(self, key: str, shown: bool) -> None:
        self._chosen[key] = shown
        self.fit()
        self.columnsChanged.emit()

    def reset_columns(self) -> None:
        """Columns and widths as they were at first."""
        self._chosen, self._widths = {}, {}
        self.fit()
        self.columnsChanged.emit()

    def fit(self) -> None:
        """Shows what has room, the most important first; the deviation's bar takes what is left."""
        columns = self._source.columns()
        if not columns or self._fitting:
            return
        self._fitting = True
        widths = {i: self._width(i, column) for i, column in enumerate(columns)}
        shown = [i for i, column in enumerate(columns) if self._wanted(column)]
        room = self.viewport().width()
        optional = sorted(
            (i for i in shown if columns[i].importance < ALWAYS and columns[i].key not in self._chosen),
            key=lambda i: columns[i].importance,
        )
        least = self._least_widths(widths)
        while optional:
            # the total that matters most gets room at the expense of long names and the bar
            needed = least if columns[optional[0]].importance >= WORTH_A_SQUEEZE else widths
            if sum(needed[i] for i in shown) <= room:
                break
            shown.remove(optional.pop(0))
        self._squeeze(shown, widths, least, room)
        for i in range(len(columns)):
            self.setColumnHidden(i, i not in shown)
            if i in shown:
                self.setColumnWidth(i, widths[i])
        self._spread(shown, widths, room)
        self._fitting = False

    def _spread(self, shown, widths, room):
        """What is left over goes to names that are cut short, then to the bar, then to the names' comfort."""
        spare = room - sum(widths[i] for i in shown)
        name, deviation = self._source.column_of("territory"), self._source.column_of("deviation")
        cut = max(0, self.sizeHintForColumn(name) + 6 - widths[name]) if name in shown else 0
        for position, most in ((name, cut), (deviation, WIDER_BAR), (name, 60)):
            if spare > 0 and position in shown and self._source.columns()[position].key not in self._widths:
                extra = min(spare, most)
                widths[position] += extra
                spare -= extra
                self.setColumnWidth(position, widths[position])

    def _least_widths(self, widths):
        """What columns need at least: names may be cut short, deviations do without their bar."""
        least = dict(widths)
        for key, width in (
            ("territory", self.fontMetrics().horizontalAdvance(tr("Unassigned")) + 3 * PADDING),
            ("deviation", self._delegate.number_width(self.font()) + 2 * PADDING),
            (UTILISATION, self._least_load()),
        ):
            position = self._source.column_of(key)
            if position >= 0 and key not in self._widths:
                least[position] = min(widths[position], width)
        return least

    def _least_load(self):
        """A utilisation without its bar, below its whole heading."""
        heading = self.horizontalHeader().fontMetrics().horizontalAdvance(tr("Utilisation"))
        number = self._delegate.number_width(self.font(), LOAD)
        return max(number + 2 * PADDING, heading + HEADING_PADDING // 2)

    def _squeeze(self, shown, widths, least, room):
        """In the narrowest dock first the end of the names gives way, then the bar."""
        for key in ("territory", UTILISATION, "deviation"):
            position = self._source.column_of(key)
            over = sum(widths[i] for i in shown) - room
            if over > 0 and position in shown:
                widths[position] = max(least[position], widths[position] - over)

    def _wanted(self, column):
        if column.key in self._chosen:
            return self._chosen[column.key]
        if column.key == "rep":
            position = self._source.column_of("rep")
            rows = range(self._source.rowCount())
            return any(self._source.index(row, position).data(ValueRole) for row in rows)
        return column.shown

    def _width(self, position, column):
        if column.key in self._widths:
            return self._widths[column.key]
        hint = self.sizeHintForColumn(position)
        if column.kind not in {SWATCH, LOCK, *BARS}:
            heading = self.horizontalHeader().fontMetrics().horizontalAdvance(column.title)
            hint = max(hint, heading + HEADING_PADDING)
        if column.kind == NAME or column.key == "rep":
            hint = min(hint + 6, WIDEST_NAME)
        return max(hint, 26)

    def _resized(self, position, _old, width):
        if self._fitting or width == 0 or position >= len(self._source.columns()):
            return
        self._widths[self._source.columns()[position].key] = width
        self.columnsChanged.emit()

    def sizeHint(self):
        """Modest, so that a dock that is shown for the first time leaves the map its room."""
        return QSize(SIZE_HINT[0], SIZE_HINT[1])

    def resizeEvent(self, event):
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def columns_menu(self, parent=None) -> QMenu:
        """The column chooser; hidden by lack of room or by choice, a tick brings a column back."""
        menu = QMenu(tr("Columns"), parent or self)
        menu.setObjectName("columnsMenu")
        for position, column in enumerate(self._source.columns()):
            if column.kind in (SWATCH, NAME):
                continue
            action = menu.addAction(column.title or tr("Lock"))
            action.setToolTip(column.tip)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(position))
            action.toggled.connect(lambda on, key=column.key: self.set_column_shown(key, on))
        menu.addSeparator()
        menu.addAction(tr("Reset Columns")).triggered.connect(lambda: self.reset_columns())
        return menu

    def _header_menu(self, point):
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(point))

    # mouse and keyboard
    def currentChanged(self, current, previous):
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row() and self.hasFocus():
            self.territoryPicked.emit(current.data(TerritoryRole))

    def _clicked(self, index):
        if index.data(KindRole) == LOCK and index.data(TerritoryRole) is not None:
            self.lockRequested.emit(index.data(TerritoryRole))
            return
        self.territoryPicked.emit(index.data(TerritoryRole))
        self.selectRequested.emit(self.selected_territories())

    def _double_clicked(self, index):
        territory, kind = index.data(TerritoryRole), index.data(KindRole)
        if kind == SWATCH and territory is not None:
            self.colorRequested.emit(territory)
        elif kind == LOCK or index.flags() & Qt.ItemFlag.ItemIsEditable:
            return
        else:
            self.zoomRequested.emit([territory])

    def keyPressEvent(self, event):
        key = event.key()
        if self.editing():
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copyRequested.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.zoomRequested.emit(self.selected_territories())
        elif key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.selectRequested.emit(self.selected_territories())
        elif key == Qt.Key.Key_F2 and self.current_territory()[1] is not None:
            column = self._source.columns()[self.currentIndex().column()]
            self.edit_cell(self.current_territory()[1], column.key if column.editable else "territory")
        else:
            super().keyPressEvent(event)

    def editing(self) -> bool:
        """Whether something is being typed."""
        return self.state() == QAbstractItemView.State.EditingState

    def _context_menu(self, point):
        if self.indexAt(point).isValid():
            self.menuRequested.emit(self.viewport().mapToGlobal(point))
