"""Compare Scenarios: who gains and who loses between two alignments, on tables and on the map."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsProject
from qgis.gui import QgsCheckableComboBox
from qgis.PyQt.QtCore import QSignalBlocker, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
)

from ..layers.alignment_comparison import AlignmentComparison, Side, sides
from ..layers.comparison_layer import comparison_layer
from ..layers.plan import PlanError
from ..layers.sheets import SheetError
from ..settings import Settings
from ..translate import tr
from .compare_export import export_changes
from .compare_pages import GainsPage, MatrixPage, UnitsPage
from .comparison_overlay import ComparisonOverlay
from .help import open_help
from .messages import push_message
from .scenario_words import on_that_day, taken_words
from .windows import disconnect_all


class CompareDialog(QDialog):
    """Stays open beside the map and follows every edit.

    Parameters
    ----------
    iface : QgisInterface
    session : PlanSession
    """

    def __init__(self, iface, session, parent=None):
        super().__init__(parent or iface.mainWindow())
        self.setObjectName("TerritoryManagerCompareDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare Scenarios"))
        self._iface = iface
        self._session = session
        self._settings = Settings()
        self._sides: list[Side] = []
        self.comparison: AlignmentComparison | None = None
        self.overlay = ComparisonOverlay(iface.mapCanvas())
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self.refresh)
        self._build()
        self._wire()
        self._fill()
        self._first_sides()
        self.refresh()
        self.resize(1000, 560)

    # parts
    def _build(self):
        self.before = self._combo("compareBeforeCombo", tr("What it is compared with"))
        self.after = self._combo("compareAfterCombo", tr("What it shall be"))
        self.swap = QToolButton(self)
        self.swap.setObjectName("compareSwapButton")
        self.swap.setText("⇄")
        self.swap.setToolTip(tr("Change sides"))
        self.swap.setAccessibleName(tr("Change sides"))
        self.more = QgsCheckableComboBox(self)
        self.more.setObjectName("compareMeasuresCombo")
        self.more.setDefaultText(tr("Also add up…"))
        self.more.setToolTip(tr("Other numbers of the units that are added up beside what is balanced"))
        self.more.setMinimumWidth(140)
        self.summary = QLabel(self)
        self.summary.setObjectName("compareSummary")
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        font = self.summary.font()
        font.setBold(True)
        self.summary.setFont(font)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("compareTabs")
        self.tabs.setDocumentMode(True)
        self.gains, self.matrix, self.units = GainsPage(self), MatrixPage(self), UnitsPage(self)
        self.tabs.addTab(self.gains, tr("Who Gains, Who Loses"))
        self.tabs.addTab(self.matrix, tr("From × To"))
        self.tabs.addTab(self.units, tr("Changed Units"))
        self.map_button = self._button("compareMapButton", tr("Show on Map"))
        self.map_button.setCheckable(True)
        self.map_button.setToolTip(
            tr("Only what differs: filled as it shall be, hatched as it was; all else is pale")
        )
        self.keep_button = self._button("compareKeepButton", tr("Keep as Layer"))
        self.keep_button.setToolTip(tr("Add the changed units with a legend to the project"))
        self.zoom_button = self._button("compareZoomButton", tr("Zoom to Units"))
        self.take_button = self._button("compareTakeButton", tr("Take Over Selected"))
        self.export_button = self._button("compareExportButton", tr("Export…"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Help, self
        )
        buttons.rejected.connect(self.reject)
        buttons.helpRequested.connect(lambda: open_help("scenarios"))

        head = QHBoxLayout()
        for words, widget in ((tr("From"), self.before), (None, self.swap), (tr("To"), self.after)):
            if words:
                label = QLabel(words, self)
                label.setBuddy(widget)
                head.addWidget(label)
            head.addWidget(widget, 1 if words else 0)
        head.addWidget(self.more)
        foot = QHBoxLayout()
        for button in (self.map_button, self.keep_button, self.zoom_button):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.take_button, self.export_button):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(foot)
        layout.addWidget(buttons)

    def _combo(self, name, tip):
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setToolTip(tip)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        return combo

    def _button(self, name, words):
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _wire(self):
        for signal, slot in self._signals():
            signal.connect(slot)
        for combo in (self.before, self.after):
            combo.activated.connect(lambda _index: self.refresh())
        self.more.checkedItemsChanged.connect(lambda _items: self._more_chosen())
        self.swap.clicked.connect(lambda: self.change_sides())
        self.tabs.currentChanged.connect(self._enable)
        for page in (self.gains, self.matrix, self.units):
            page.selectionChanged.connect(self._enable)
            page.zoomRequested.connect(self.zoom)
        self.map_button.toggled.connect(lambda _on: self._show_map())
        self.keep_button.clicked.connect(lambda: self.keep_layer())
        self.zoom_button.clicked.connect(lambda: self.zoom())
        self.take_button.clicked.connect(lambda: self.take_over_selected())
        self.export_button.clicked.connect(lambda: self.export())

    def _fill(self):
        """The lists, what was chosen in them kept."""
        chosen = [combo.currentData() for combo in (self.before, self.after)]
        self._sides = sides(self._session)
        for combo, field in zip((self.before, self.after), chosen):
            blocker = QSignalBlocker(combo)
            combo.clear()
            for side in self._sides:
                combo.addItem(side.title, side.field)
            combo.setCurrentIndex(max(0, combo.findData(field)))
            blocker.unblock()
        self._fill_more()

    def _fill_more(self):
        session = self._session
        known = set(session.settings.measures)
        fields = session.layer.fields()
        keys = set(session.layer.dataProvider().pkAttributeIndexes())
        names = [
            field.name()
            for place, field in enumerate(fields)
            if field.isNumeric() and field.name() not in known and place not in keys
        ]
        wanted = self._settings.remembered("compare").get("more", []) if not self.more.count() else None
        checked = set(self.more.checkedItems() if wanted is None else wanted)
        blocker = QSignalBlocker(self.more)
        self.more.clear()
        self.more.addItems(names)
        self.more.setCheckedItems([name for name in names if name in checked])
        blocker.unblock()

    def _first_sides(self):
        """What is shown now, against the baseline, else another scenario, else what was saved."""
        scenarios = self._session.scenarios
        here, baseline = self._session.territory_field, scenarios.baseline
        others = [scenario.field for scenario in scenarios if scenario.field != here]
        self.choose(baseline if baseline not in (None, here) else others[0] if others else "", here)

    def choose(self, before: str, after: str) -> None:
        """Compares these, by their field (`alignment_comparison.SAVED` for what was last saved)."""
        for combo, field in ((self.before, before), (self.after, after)):
            combo.setCurrentIndex(max(0, combo.findData(field)))
        if self.comparison is not None:
            self.refresh()

    def change_sides(self) -> None:
        """Looks at it the other way round."""
        self.choose(self.after.currentData(), self.before.currentData())

    # what it shows
    def refresh(self) -> None:
        """Compares anew."""
        self._later.stop()
        if not self._session.is_open:
            return
        before, after = (self._sides[combo.currentIndex()] for combo in (self.before, self.after))
        try:
            self.comparison = AlignmentComparison(self._session, before, after, self.more.checkedItems())
        except ValueError as error:
            self.comparison = None
            self.summary.setText(str(error))
        else:
            words = on_that_day(after.scenario, self.comparison)
            if before.field == after.field:
                words = tr("Choose two different alignments.")
            self.summary.setText(words)
        for page in (self.gains, self.matrix, self.units):
            page.show_comparison(self.comparison)
        self._show_map()
        self._enable()

    def selected_fids(self) -> list[int]:
        """Feature ids of the changed units that are selected on the page in front."""
        if self.comparison is None:
            return []
        return self.comparison.fids_at(self.tabs.currentWidget().selected())

    def _edited(self, *_details):
        self._later.start()

    def _list_changed(self):
        if self._session.is_open:
            self._fill()
            self._edited()

    def _more_chosen(self):
        self._settings.remember("compare", {"more": self.more.checkedItems()})
        self.refresh()

    def _enable(self, _details=None):
        found = self.comparison
        some = found is not None and found.found.moved_units > 0
        chosen = some and bool(self.tabs.currentWidget().selected())
        self.zoom_button.setEnabled(some)
        self.export_button.setEnabled(some)
        self.keep_button.setEnabled(some)
        source = found.source if found is not None else None
        why_not = self._session.planning.why_not
        if source is None:
            why_not = tr("Switch to one of the two scenarios first; changes are taken over into it.")
        elif not chosen:
            why_not = why_not or tr("Select territories, cells or units in the tables first.")
        self.take_button.setEnabled(not why_not)
        words = tr("Into {here}, as one undo step; locked units stay") if source is not None else ""
        title = self._session.scenarios.current.title
        self.take_button.setToolTip(why_not or words.format(here=title))
        text = tr("Take Over Selected")
        if source is not None and source.field != self._session.territory_field:
            text = tr("Take Over Selected from {source}").format(source=source.title)
        self.take_button.setText(text.replace("&", "&&"))

    # what the user does
    def zoom(self) -> None:
        """Shows what is selected on the map; without a selection everything that differs."""
        fids = self.selected_fids() or (self.comparison.fids if self.comparison is not None else [])
        if fids:
            self._iface.mapCanvas().zoomToFeatureIds(self._session.layer, fids)

    def take_over_selected(self) -> None:
        """Takes the selected changes over into the current scenario, as one undo step."""
        source = self.comparison.source
        try:
            taken = self.comparison.take_over(self.selected_fids())
        except PlanError as error:
            self._say(str(error), Qgis.MessageLevel.Warning)
            return
        self._say(taken_words(taken, source.title))
        self.refresh()

    def keep_layer(self) -> None:
        """Adds the changed units as a layer of their own to the project."""
        layer = comparison_layer(self._session, self.comparison)
        # from now on it is the user's, who is to be asked before it is lost
        layer.removeCustomProperty("skipMemoryLayersCheck")
        QgsProject.instance().addMapLayer(layer)
        self._say(tr("Layer “{layer}” was added to the project.").format(layer=layer.name()))

    def export(self) -> None:
        """Asks for a file and writes the changed units into it."""
        name = f"{self.before.currentText()} - {self.after.currentText()}".replace("/", "-")
        start = Path(self._settings.export_folder) / name
        kinds = ";;".join([tr("Excel workbook (*.xlsx)"), tr("Comma separated values (*.csv)")])
        path, _ = QFileDialog.getSaveFileName(self, tr("Export Changes"), f"{start}.xlsx", kinds)
        if not path:
            return
        try:
            written = export_changes(self._session, self.comparison, Path(path))
        except SheetError as error:
            self._say(str(error), Qgis.MessageLevel.Warning)
            return
        self._settings.export_folder = str(written.parent)
        link = f'<a href="{written.as_uri()}">{written}</a>'
        self._say(tr("The changes are in {file}").format(file=link), Qgis.MessageLevel.Success)

    def _show_map(self):
        if self.map_button.isChecked() and self.comparison is not None:
            self.overlay.show(self._session, self.comparison)
        else:
            self.overlay.clear()

    def _say(self, words, level=Qgis.MessageLevel.Info):
        push_message(self._iface, tr("Compare Scenarios"), words, level)

    def done(self, result):
        """Called by Qt however the dialog ends."""
        self._later.stop()
        self.overlay.clear()
        disconnect_all(self._signals())
        super().done(result)

    def _signals(self):
        session = self._session
        return (
            (session.closed, self.reject),
            (session.statisticsChanged, self._edited),
            (session.territoriesChanged, self._edited),
            (session.scenariosChanged, self._list_changed),
            (session.scenarioChanged, self._list_changed),
            (session.editedElsewhere, self._edited),
            (session.planning.changed, self._enable),
        )
