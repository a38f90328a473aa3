"""Coverage: who is under- and over-served, how many reps that is, and where to put the next one."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from ..core.coverage import OVER, UNDER, WELL, candidate_homes
from ..layers.theme_classes import COVERAGE
from ..translate import tr
from . import numbers
from .flags import RIGHT
from .help import open_help
from .latest_task import LatestTask

_REST_MS = 200
_PLACES = 5
_FTE = 0.05  # fewer reps than this are nobody
_VALUE = Qt.ItemDataRole.UserRole
_SORT = Qt.ItemDataRole.UserRole + 1


class CoverageDialog(QDialog):
    """Follows an open plan; stays open beside the map."""

    settingsRequested = pyqtSignal()
    """The user wants to change how work is counted."""

    def __init__(self, session, iface, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerCoverageDialog")
        self.setWindowTitle(tr("Coverage"))
        self._session = session
        self._iface = iface
        self._found = None
        self._search = LatestTask(tr("Looking for homes of more reps"), self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._build()
        self._wire()
        self.resize(900, 520)
        self.refresh()

    def _build(self):
        self.headline = QLabel(self)
        self.headline.setObjectName("coverageHeadline")
        self.headline.setWordWrap(True)
        self.territories = _tree(
            "coverageTerritories",
            [
                tr("Territory"),
                tr("Rep"),
                tr("Coverage"),
                tr("Served"),
                tr("Workload (h)"),
                tr("Capacity (h)"),
                tr("What would fix it"),
            ],
            (2, 4, 5),
        )
        self.places_label = QLabel(self)
        self.places_label.setWordWrap(True)
        self.places = _tree(
            "coveragePlaces",
            [tr("Rank"), tr("Home"), tr("In"), tr("Hours taken on"), tr("Reps"), tr("Mean distance (km)")],
            (0, 3, 4, 5),
        )
        self.places_label.setBuddy(self.places)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Help, self
        )
        self.buttons.setObjectName("coverageButtons")
        self.zoom = QPushButton(tr("Zoom To"), self)
        self.zoom.setObjectName("coverageZoomButton")
        self.theme = QPushButton(tr("Show on Map"), self)
        self.theme.setObjectName("coverageThemeButton")
        self.theme.setToolTip(tr("Colour the units by coverage; the theme in the Territories dock"))
        self.settings = QPushButton(tr("Workload Settings…"), self)
        self.settings.setObjectName("coverageSettingsButton")
        for button in (self.zoom, self.theme, self.settings):
            button.setAutoDefault(False)
            self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addWidget(self.headline)
        layout.addWidget(self.territories, 3)
        layout.addWidget(self.places_label)
        layout.addWidget(self.places, 2)
        layout.addWidget(self.buttons)

    def _wire(self):
        session = self._session
        session.statisticsChanged.connect(self._timer.start)
        session.territoriesChanged.connect(self._timer.start)
        session.closed.connect(self.reject)
        self._timer.timeout.connect(self.refresh)
        self._search.done.connect(self._show_places)
        self._search.failed.connect(lambda words: self.places_label.setText(words or tr("Cancelled.")))
        self.territories.itemActivated.connect(lambda _item, _column: self._zoom())
        self.places.itemActivated.connect(lambda _item, _column: self._zoom())
        # one thing is chosen at a time, so that Zoom To means one place
        self.territories.itemPressed.connect(lambda _item, _column: self.places.clearSelection())
        self.places.itemPressed.connect(lambda _item, _column: self.territories.clearSelection())
        self.zoom.clicked.connect(self._zoom)
        self.theme.clicked.connect(self._show_theme)
        self.settings.clicked.connect(self.settingsRequested)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("coverage-of-the-plan"))
        self.finished.connect(lambda _result: self._end())

    def _end(self):
        self._timer.stop()
        self._search.stop()
        for signal in (self._session.statisticsChanged, self._session.territoriesChanged):
            signal.disconnect(self._timer.start)
        self._session.closed.disconnect(self.reject)

    # what is shown
    def refresh(self) -> None:
        """Counts anew."""
        work = self._session.followers.work
        if not work.is_on:
            self.headline.setText(tr("Nobody's work is counted. Choose Workload Settings… first."))
            self.territories.clear()
            self.places.clear()
            self.places_label.clear()
            return
        self._found = work.coverage()
        table = work.coverage_of_territories(self._found)
        self.headline.setText(self._words(table))
        self._show_territories(table)
        self._look_for_places()

    def _words(self, table):
        kinds = self._found.kind.tolist()
        missing = table["reps_missing"]
        parts = [
            tr("{coverage} of the workload covered").format(
                coverage=numbers.percent(self._found.percent, 0)
            ),
            tr("{count} reps missing").format(count=_reps(missing[missing > 0].sum())),
            tr("{count} spare").format(count=_reps(-missing[missing < 0].sum())),
            tr("units: {under} under-served, {well} well, {over} over-served").format(
                **{kind: numbers.exact(kinds.count(kind)) for kind in (UNDER, WELL, OVER)}
            ),
        ]
        return " · ".join(parts)

    def _show_territories(self, table):
        chosen = self._chosen(self.territories)
        self.territories.clear()
        session = self._session
        names = [*session.alignment.territories, None]
        for row, name in enumerate(names):
            if name is None and not table["workload_hours"][row] > 0:
                continue
            coverage, kind = table["coverage"][row], table["class"][row]
            texts = [
                name or tr("Unassigned"),
                session.settings.reps.get(name, "") if name else "",
                numbers.percent(coverage, 0),
                _served(kind),
                numbers.exact(round(float(table["workload_hours"][row]))),
                numbers.exact(round(float(table["capacity_hours"][row]))),
                _fix(table, row, name),
            ]
            keys = [coverage, table["workload_hours"][row], table["capacity_hours"][row]]
            item = _Item(texts, (name,), dict(zip((2, 4, 5), map(float, keys))))
            item.setSortKey(6, float(table["reps_missing"][row]))
            item.setToolTip(6, texts[6])
            self.territories.addTopLevelItem(item)
            item.setSelected(bool(chosen) and chosen == (name,))

    def _look_for_places(self):
        work, session = self._session.followers.work, self._session
        left = (self._found.need - self._found.supplied).clip(min=0.0)
        of_one = work.homes.of_one
        if not of_one > 0:
            self.places.clear()
            self.places_label.setText(tr("A rep needs working hours for calls and travel."))
            return
        if left.sum() < _FTE * of_one:
            self.places.clear()
            elsewhere = (self._found.asked - self._found.reached).clip(min=0.0).sum()
            self.places_label.setText(
                tr("All work is covered: no more reps are needed.")
                if elsewhere < _FTE * of_one
                else tr("The work that nobody covers lies in no unit, so no place can be suggested for it.")
            )
            return
        self.places_label.setText(tr("Where to put the next reps: looking for places…"))
        xy, reach = session.alignment.units.xy.copy(), work.settings.reach_in_metres()

        def prepare():
            return lambda _progress, cancelled: candidate_homes(
                xy, left, of_one, reach=reach, count=_PLACES, cancelled=cancelled
            )

        self._search.ask(prepare)

    def _show_places(self, places):
        units, alignment = self._session.alignment.units, self._session.alignment
        self.places.clear()
        self.places_label.setText(
            tr("Where to put the next reps, each after the ones before: the most work that nobody covers")
        )
        for rank, place in enumerate(places, start=1):
            if place.unit >= units.n:
                continue
            label = int(alignment.labels[place.unit])
            texts = [
                str(rank),
                str(units.names[place.unit]),
                alignment.territories[label] if label >= 0 else tr("Unassigned"),
                numbers.exact(round(place.hours)),
                _reps(place.fte),
                numbers.exact(round(place.distance / 1000.0, 1)),
            ]
            keys = {0: rank, 3: place.hours, 4: place.fte, 5: place.distance}
            self.places.addTopLevelItem(_Item(texts, int(units.ids[place.unit]), keys))

    # what the user does
    @staticmethod
    def _chosen(tree):
        items = tree.selectedItems()
        return items[0].data(0, _VALUE) if items else None

    def _zoom(self):
        territory, place = self._chosen(self.territories), self._chosen(self.places)
        layer, fids = self._session.layer, [place]
        if territory:
            fids = self._session.fids_of(territory[0])
            if not fids:
                # off the map: its accounts are where it is
                layer, fids = self._session.followers.work.called_on(territory[0])
        elif place is None:
            return
        if fids:
            canvas = self._iface.mapCanvas()
            canvas.zoomToFeatureIds(layer, fids)
            canvas.flashFeatureIds(layer, fids)

    def _show_theme(self):
        if not self._session.themes.why_not(COVERAGE):
            self._session.themes.choose(COVERAGE)


class _Item(QTreeWidgetItem):
    """A row that sorts by numbers where it has some."""

    def __init__(self, texts, value, keys):
        super().__init__(texts)
        self.setData(0, _VALUE, value)
        for column, key in keys.items():
            self.setSortKey(column, key)
            self.setTextAlignment(column, RIGHT)

    def setSortKey(self, column, key):
        self.setData(column, _SORT, key)

    def __lt__(self, other):
        column = self.treeWidget().sortColumn()
        mine, theirs = self.data(column, _SORT), other.data(column, _SORT)
        if numbers.is_number(mine) and numbers.is_number(theirs):
            return mine < theirs
        return self.text(column).casefold() < other.text(column).casefold()


def _tree(name, titles, right):
    tree = QTreeWidget()
    tree.setObjectName(name)
    tree.setHeaderLabels(titles)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    tree.header().setStretchLastSection(len(titles) - 1 not in right)
    for column in right:
        tree.headerItem().setTextAlignment(column, RIGHT)
    tree.setSortingEnabled(True)
    tree.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    return tree


def _reps(count) -> str:
    return numbers.exact(round(float(count), 1))


def _served(kind) -> str:
    """With a sign, so that nobody needs a colour to see it."""
    words = {
        UNDER: f"{numbers.DOWN} " + tr("under-served"),
        WELL: tr("well served"),
        OVER: f"{numbers.UP} " + tr("over-served"),
    }
    return words.get(kind, tr("no workload"))


def _fix(table, row, name) -> str:
    if table["class"][row] in (WELL, None) and name is not None:
        return ""
    missing = float(table["reps_missing"][row])
    unreached = float(table["capacity_hours"][row] - table["reached_hours"][row])
    if name is None:
        return tr("give this work to a territory, or {count} more reps").format(count=_reps(missing))
    if missing > _FTE:
        return tr("{count} more reps, or that much less work").format(count=_reps(missing))
    if unreached > 0.05 * max(float(table["capacity_hours"][row]), 1.0) and table["class"][row] == UNDER:
        return tr("a home nearer to the work: {hours} hours reach nobody").format(
            hours=numbers.exact(round(unreached))
        )
    if missing < -_FTE:
        return tr("could take on the work of {count} reps").format(count=_reps(-missing))
    return ""
