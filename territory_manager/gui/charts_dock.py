"""The Charts dock: balance as bars against the target, and two measures against each other."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..settings import Settings
from ..translate import tr
from .charts import chart_data
from .charts.bar_chart import BarChart
from .charts.chart_canvas import ChartCanvas
from .charts.scatter_chart import ScatterChart
from .messages import push_message

ALL = "all"


class ChartsDock(QgsDockWidget):
    """Shows a session's statistics as pictures; computes nothing while it is hidden."""

    def __init__(self, iface, plugin, parent=None):
        super().__init__(tr("Charts"), parent or iface.mainWindow())
        self.setObjectName("TerritoryManagerChartsDock")
        self._iface = iface
        self._plugin = plugin
        self._settings = Settings()
        self._session = None
        self._baseline = None
        self._stroke = None
        self._stale = False
        self.bars = ChartCanvas(BarChart(), self)
        self.bars.setObjectName("barChart")
        self.scatter = ChartCanvas(ScatterChart(), self)
        self.scatter.setObjectName("scatterChart")
        self._build()
        self.set_session(None)

    def set_session(self, session) -> None:
        """Shows a session's plan; None shows that no plan is open."""
        for signal, slot in self._signals():
            signal.disconnect(slot)
        self._session, self._baseline, self._stroke = session, None, None
        if session is not None:
            from ..layers.baseline import Baseline

            self._baseline = Baseline.of(session)
            for signal, slot in self._signals():
                signal.connect(slot)
        self._fill()
        self._pages.setCurrentIndex(0 if session is None else 1)
        self.refresh()

    def refresh(self) -> None:
        """Draws the numbers as they are now, or as the stroke under way would make them."""
        self._stale = False
        session = self._session
        if session is None or not session.is_open:
            self.bars.chart.panels = []
            self.scatter.chart.scatter = None
            return
        now = session.statistics()
        table, before = now, None
        if self._stroke is not None:
            table, before = self._stroke.statistics, now
        elif self._compare.isChecked():
            before = self._baseline.statistics()
        chosen = self._quantity.currentData()
        self.bars.chart.panels = [
            chart_data.panel(session, key, title, table, before)
            for key, title in chart_data.quantities(session)
            if chosen in (ALL, key)
        ]
        x, y = self._x.currentData(), self._y.currentData()
        if x in table.columns and y in table.columns:
            self.scatter.chart.scatter = chart_data.scatter(session, x, y, table)
        for canvas in (self.bars, self.scatter):
            canvas.chart.selected = session.current_target
            canvas.refresh()

    def export(self) -> None:
        """Asks for a file and writes the chart that is shown into it."""
        start = Path(self._settings.export_folder) / f"{self._session.settings.name or 'territories'}.png"
        path, _filter = QFileDialog.getSaveFileName(
            self, tr("Export Chart"), str(start), tr("PNG picture (*.png);;SVG drawing (*.svg)")
        )
        if not path:
            return
        try:
            self.shown().export(path)
        except ValueError as error:
            push_message(self._iface, tr("Export Chart"), str(error), Qgis.MessageLevel.Warning)
            return
        self._settings.export_folder = str(Path(path).parent)

    def copy(self) -> None:
        """Copies the chart that is shown as a picture."""
        QApplication.clipboard().setImage(self.shown().image())

    def shown(self) -> ChartCanvas:
        """The chart that is in front."""
        return self.bars if self._tabs.currentIndex() == 0 else self.scatter

    # parts
    def _build(self):
        self._quantity = self._combo("chartQuantityCombo", tr("What the bars show"))
        self._compare = QToolButton(self)
        self._compare.setObjectName("chartBeforeButton")
        self._compare.setText(tr("Before"))
        self._compare.setToolTip(tr("Also show the alignment that changes are measured against, dotted"))
        self._compare.setCheckable(True)
        self._compare.toggled.connect(lambda _on: self.refresh())
        self._x = self._combo("chartXCombo", tr("Across"))
        self._y = self._combo("chartYCombo", tr("Up"))
        bars = self._page([self._quantity, self._compare], self.bars)
        dots = self._page([self._y, QLabel(tr("against"), self), self._x], self.scatter)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("chartTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(bars, tr("Balance"))
        self._tabs.addTab(dots, tr("Compare Measures"))
        export = QToolButton(self)
        export.setObjectName("chartExportButton")
        export.setText(tr("Export…"))
        export.setToolTip(tr("Save the chart as PNG or SVG"))
        export.setAutoRaise(True)
        export.clicked.connect(lambda: self.export())
        copy = QToolButton(self)
        copy.setObjectName("chartCopyButton")
        copy.setText(tr("Copy"))
        copy.setToolTip(tr("Copy the chart as a picture"))
        copy.setAutoRaise(True)
        copy.clicked.connect(lambda: self.copy())
        foot = QHBoxLayout()
        foot.setContentsMargins(6, 0, 6, 4)
        foot.addStretch(1)
        foot.addWidget(copy)
        foot.addWidget(export)
        plan = QWidget(self)
        layout = QVBoxLayout(plan)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._tabs, 1)
        layout.addLayout(foot)
        nothing = QLabel(tr("No plan is open"), self)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(nothing)
        self._pages.addWidget(plan)
        self.setWidget(self._pages)
        for canvas in (self.bars, self.scatter):
            canvas.territoryClicked.connect(self._clicked)

    def _combo(self, name, words):
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setToolTip(words)
        combo.setAccessibleName(words)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(6)
        combo.currentIndexChanged.connect(lambda _index: self.refresh())
        return combo

    def _page(self, head, canvas):
        page = QWidget(self)
        row = QHBoxLayout()
        row.setContentsMargins(6, 4, 6, 0)
        for widget in head:
            row.addWidget(widget, 1 if isinstance(widget, QComboBox) else 0)
        area = QScrollArea(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(canvas)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(area, 1)
        return page

    def _signals(self):
        session = self._session
        if session is None:
            return ()
        return (
            (session.statisticsChanged, self._changed),
            (session.territoriesChanged, self._redefined),
            (session.previewChanged, self._previewed),
            (session.targetChanged, self._target_changed),
            (self._baseline.changed, self._changed),
        )

    def _fill(self):
        session = self._session
        kept = [combo.currentData() for combo in (self._quantity, self._x, self._y)]
        blockers = [QSignalBlocker(combo) for combo in (self._quantity, self._x, self._y)]
        for combo in (self._quantity, self._x, self._y):
            combo.clear()
        if session is not None:
            found = chart_data.quantities(session)
            for key, title in found:
                self._quantity.addItem(title, key)
            if len(found) > 1:
                self._quantity.addItem(tr("All measures"), ALL)
            for column, title in chart_data.scatter_columns(session, session.statistics()):
                self._x.addItem(title, column)
                self._y.addItem(title, column)
            self._quantity.setCurrentIndex(max(0, self._quantity.findData(kept[0])))
            self._x.setCurrentIndex(max(0, self._x.findData(kept[1])))
            second = self._y.findData(kept[2])
            self._y.setCurrentIndex(second if second >= 0 else min(1, self._y.count() - 1))
        for blocker in blockers:
            blocker.unblock()

    # what happens
    def showEvent(self, event):
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _changed(self):
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _redefined(self):
        self._fill()
        self._changed()

    def _previewed(self, stroke):
        self._stroke = stroke
        self._changed()

    def _target_changed(self, _territory):
        for canvas in (self.bars, self.scatter):
            canvas.chart.selected = self._session.current_target
            canvas.update()

    def _clicked(self, territory):
        session = self._session
        session.current_target = territory
        if self._settings.select_on_click:
            session.layer.selectByIds(session.fids_of(territory))
