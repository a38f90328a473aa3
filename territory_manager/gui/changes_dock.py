"""The Changes dock: everything that differs from the saved alignment or a chosen baseline."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QItemSelectionModel, QSignalBlocker, QSortFilterProxyModel, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTableView,
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..layers.plan import PlanError
from ..translate import tr
from . import numbers
from .changes_model import ChangesModel, FidsRole
from .gains_model import GainsModel, SortRole, TerritoryRole
from .messages import push_message
from .reason_edit import ReasonEdit


class ChangesDock(QgsDockWidget):
    """Shows what changes hands, who gains and who loses; takes changes back.

    It computes nothing while it is hidden.
    """

    def __init__(self, iface, plugin, parent=None):
        super().__init__(tr("Changes"), parent or iface.mainWindow())
        self.setObjectName("TerritoryManagerChangesDock")
        self._iface = iface
        self._plugin = plugin
        self._session = None
        self._baseline = None
        self._stale = False
        self.model = ChangesModel(self)
        self.gains = GainsModel(self)
        self._build()

    def set_session(self, session) -> None:
        """Shows a session's changes; None shows that no plan is open."""
        if self._session is not None:
            self._session.statisticsChanged.disconnect(self._edited)
            self._session.territoriesChanged.disconnect(self._edited)
            self._session.planning.changed.disconnect(self._enable)
            self._baseline.changed.disconnect(self._baseline_changed)
        self._session = session
        self._baseline = None
        if session is not None:
            from ..layers.baseline import Baseline

            self._baseline = Baseline.of(session)
            session.statisticsChanged.connect(self._edited)
            session.territoriesChanged.connect(self._edited)
            session.planning.changed.connect(self._enable)
            self._baseline.changed.connect(self._baseline_changed)
        self.reason.set_session(session)
        self._fill_baselines()
        self.refresh()

    def refresh(self) -> None:
        """Shows the changes as they are now."""
        self._stale = False
        comparison = None
        if self._session is not None and self._session.is_open:
            comparison = self._baseline.comparison()
        opened = {self._row_key(row) for row in range(self.model.rowCount()) if self._is_expanded(row)}
        self.model.show(self._session, comparison)
        self.gains.show(self._session, comparison)
        for row in range(self.model.rowCount()):
            if self._row_key(row) in opened:
                self.tree.setExpanded(self.model.index(row, 0), True)
        self._say_sum(comparison)
        self._enable()

    # parts
    def _build(self):
        page = QWidget(self)
        self._against = QComboBox(page)
        self._against.setObjectName("baselineCombo")
        self._against.setToolTip(tr("The alignment that changes are measured against"))
        self._against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._against.setMinimumContentsLength(10)
        self._against.activated.connect(lambda _index: self._baseline_chosen())
        label = QLabel(tr("Compare with"), page)
        label.setBuddy(self._against)
        self.summary = QLabel(page)
        self.summary.setObjectName("changesSummary")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)

        self.tree = QTreeView(page)
        self.tree.setObjectName("changesView")
        self.tree.setModel(self.model)
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._popup)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._picked())
        self.tree.doubleClicked.connect(lambda _index: self.zoom())
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.gains)
        self._sorted.setSortRole(SortRole)
        self.table = QTableView(page)
        self.table.setObjectName("gainsView")
        self.table.setModel(self._sorted)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._territory_picked())

        self._tabs = QTabWidget(page)
        self._tabs.setObjectName("changesTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self.tree, tr("By Move"))
        self._tabs.addTab(self.table, tr("By Territory"))

        self.revert_button = QPushButton(tr("Revert Selected"), page)
        self.revert_button.setObjectName("revertSelectedButton")
        self.revert_button.clicked.connect(lambda: self.revert_selected())
        self.revert_all_button = QPushButton(tr("Revert All"), page)
        self.revert_all_button.setObjectName("revertAllButton")
        self.revert_all_button.clicked.connect(lambda: self.revert_all())

        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self._against, 1)
        self.reason = ReasonEdit(page)
        foot = QHBoxLayout()
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.revert_button)
        foot.addWidget(self.revert_all_button)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.summary)
        layout.addWidget(self._tabs, 1)
        layout.addLayout(foot)
        page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setWidget(page)

    def _fill_baselines(self):
        blocker = QSignalBlocker(self._against)
        self._against.clear()
        if self._session is not None:
            self._against.addItem(tr("Last saved"), None)
            for name in self._baseline.fields():
                self._against.addItem(self._baseline.title_of(name), name)
            self._against.setCurrentIndex(max(0, self._against.findData(self._baseline.field)))
        self._against.setEnabled(self._session is not None)
        blocker.unblock()

    # what happens
    def showEvent(self, event):
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _edited(self):
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _baseline_changed(self):
        self._fill_baselines()
        self._edited()

    def _baseline_chosen(self):
        self._baseline.field = self._against.currentData()

    def _say_sum(self, comparison):
        if comparison is None:
            self.summary.setText(tr("No plan is open"))
        elif not comparison.moved_units:
            words = tr("Nothing differs from “{baseline}”.").format(baseline=self._baseline.title)
            self.summary.setText(words)
        else:
            gone = int(comparison.lost.sum())
            words = [_units(comparison.moved_units, tr("1 unit differs"), tr("{count} units differ"))]
            if gone:
                words.append(
                    tr("{share} of the balance changes hands").format(
                        share=numbers.percent(comparison.disruption, 2)
                    )
                )
            fresh = comparison.moved_units - gone
            if fresh:
                words.append(_units(fresh, tr("1 had no territory"), tr("{count} had no territory")))
            self.summary.setText(f" {chr(0xB7)} ".join(words))

    def _enable(self, _planning=None):
        session = self._session
        why_not = session.planning.why_not if session is not None else ""
        self.revert_all_button.setEnabled(self.model.rowCount() > 0 and not why_not)
        self.revert_button.setEnabled(bool(self.selected_fids()) and not why_not)
        for button in (self.revert_button, self.revert_all_button):
            button.setToolTip(why_not or tr("Give the units back to whom they had before, as one undo step"))

    def _row_key(self, row):
        move = self.model.moves[row]
        return move.before, move.after

    def _is_expanded(self, row):
        return self.tree.isExpanded(self.model.index(row, 0))

    # what the user does
    def selected_fids(self) -> list[int]:
        """Feature ids of the changes that are selected in the tree."""
        found: dict[int, None] = {}
        for index in self.tree.selectionModel().selectedRows():
            found.update(dict.fromkeys(self.model.data(index, FidsRole)))
        return list(found)

    def zoom(self) -> None:
        """Shows the selected changes on the map."""
        fids = self.selected_fids()
        if fids:
            self._iface.mapCanvas().zoomToFeatureIds(self._session.layer, fids)

    def revert_selected(self) -> None:
        """Takes the selected changes back, as one undo step."""
        self._revert(self.selected_fids())

    def revert_all(self) -> None:
        """Takes all changes back, as one undo step."""
        self._revert(self._baseline.changed_fids())

    def _revert(self, fids):
        try:
            _reverted, locked = self._baseline.revert(fids)
        except PlanError as error:
            push_message(self._iface, tr("Changes"), str(error), Qgis.MessageLevel.Warning)
            return
        if locked:
            words = _units(locked, tr("1 unit is locked and stays"), tr("{count} units are locked and stay"))
            push_message(self._iface, tr("Changes"), words, Qgis.MessageLevel.Info)

    def _picked(self):
        fids = self.selected_fids()
        self._enable()
        if fids:
            self._session.layer.selectByIds(fids)

    def _territory_picked(self):
        rows = self.table.selectionModel().selectedRows()
        chosen = {self._sorted.data(row, TerritoryRole) for row in rows}
        if not chosen:
            return
        model = self.tree.selectionModel()
        model.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row, move in enumerate(self.model.moves):
            if move.before in chosen or move.after in chosen:
                model.select(self.model.index(row, 0), flags)

    def _popup(self, point):
        if not self.selected_fids():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Zoom to Units")).triggered.connect(lambda: self.zoom())
        menu.addSeparator()
        revert = menu.addAction(tr("Revert"))
        revert.setEnabled(bool(self._session.planning))
        revert.triggered.connect(lambda: self.revert_selected())
        menu.popup(self.tree.viewport().mapToGlobal(point))


def _units(count, one, many) -> str:
    return one if count == 1 else many.format(count=numbers.exact(count))
