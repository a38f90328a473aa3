"""The pages of Compare Scenarios."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..translate import tr
from .compare_models import (
    ColumnsModel,
    MatrixModel,
    changed_units,
    gains,
    moves_of,
    selected_positions,
)


class ComparePage(QWidget):
    """A table of changes; tells what is selected in it."""

    selectionChanged = pyqtSignal()
    """Other rows or cells are selected."""
    zoomRequested = pyqtSignal()
    """A row or cell was double-clicked."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._comparison = None
        self.view = QTableView(self)

    def selected(self) -> list[int]:
        """Positions of the changed units that the selection stands for."""
        return selected_positions(self.view)

    def show_comparison(self, comparison) -> None:
        """Shows an `AlignmentComparison`; None shows nothing."""
        self._comparison = comparison
        self._fill()
        self.selectionChanged.emit()

    def _fill(self) -> None:
        """Each page shows it in its way."""

    def _color(self, territory):
        return None if self._comparison is None else self._comparison.color(territory)

    def _set_up(self, name, model, rows=True):
        view = self.view
        view.setObjectName(name)
        view.setModel(model)
        view.setAlternatingRowColors(rows)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if rows:
            view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            view.verticalHeader().hide()
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            view.setSortingEnabled(True)
        view.selectionModel().selectionChanged.connect(lambda *_: self.selectionChanged.emit())
        view.doubleClicked.connect(lambda _index: self.zoomRequested.emit())

    def _fit(self):
        # measured on the rows in sight, so that it is quick with many rows, too
        self.view.horizontalHeader().setResizeContentsPrecision(60)
        self.view.resizeColumnsToContents()


class GainsPage(ComparePage):
    """Who gains, who loses: a row each."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.model = ColumnsModel(self._color, self)
        self._set_up("compareGainsView", self.model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.view)

    def _fill(self):
        if self._comparison is None:
            self.model.show([], [])
        else:
            self.model.show(*gains(self._comparison, moves_of(self._comparison.found)))
        self._fit()


class MatrixPage(ComparePage):
    """From whom to whom, by a quantity that is chosen."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.model = MatrixModel(self._color, self)
        self._moves: list = []
        self._set_up("compareMatrixView", self.model, rows=False)
        self.quantity = QComboBox(self)
        self.quantity.setObjectName("compareQuantityCombo")
        self.quantity.currentIndexChanged.connect(lambda _index: self._show())
        label = QLabel(tr("Show"), self)
        label.setBuddy(self.quantity)
        words = QLabel(tr("Rows give away, columns get."), self)
        head = QHBoxLayout()
        for widget in (label, self.quantity, words):
            head.addWidget(widget)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.view)

    def _fill(self):
        found = self._comparison.found if self._comparison is not None else None
        self._moves = [] if found is None else moves_of(found)
        chosen = self.quantity.currentData()
        blocker = QSignalBlocker(self.quantity)
        self.quantity.clear()
        self.quantity.addItem(tr("Units"), "units")
        for name in () if found is None else found.measure_names:
            self.quantity.addItem(name, name)
        self.quantity.addItem(tr("Disruption"), "disruption")
        self.quantity.setCurrentIndex(max(0, self.quantity.findData(chosen)))
        blocker.unblock()
        self._show()

    def _show(self):
        self.model.show(self._moves, self.quantity.currentData())
        self._fit()


class UnitsPage(ComparePage):
    """The changed units, a row each, filtered as one types."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.model = ColumnsModel(self._color, self)
        self._set_up("compareUnitsView", self.model)
        self.filter = QgsFilterLineEdit(self)
        self.filter.setObjectName("compareUnitsFilter")
        self.filter.setShowSearchIcon(True)
        self.filter.setPlaceholderText(tr("Unit or territory…"))
        self.filter.textChanged.connect(self.model.set_filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.filter)
        layout.addWidget(self.view)

    def _fill(self):
        if self._comparison is None:
            self.model.show([], [])
        else:
            self.model.show(*changed_units(self._comparison, self._comparison.units))
        self._fit()
