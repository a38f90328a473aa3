"""The Suggestions dock: moves that would balance the plan, seen before they are made."""

from __future__ import annotations

from functools import partial

from qgis.core import Qgis
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QItemSelectionModel, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..layers.plan import PlanError
from ..layers.tasks import CoreTask
from ..translate import tr
from . import numbers
from .messages import push_message
from .problems_panel import ProblemsPanel
from .proposal_highlight import ProposalHighlight
from .suggestions_model import MOVE, WHOLE, WORST, Row, SuggestionsModel

#: Edits come in bursts; suggestions are asked for when the plan has been still for so long.
STILL_MS = 500
COUNT = 20
#: Below this width only the move and what matters most of it are shown.
NARROW = 480


class SuggestionsDock(QgsDockWidget):
    """Asks for suggestions in the background after every edit, shows what one would do, makes it.

    Nothing is asked for while the dock is hidden.
    """

    def __init__(self, iface, plugin, parent=None):
        super().__init__(tr("Suggestions"), parent or iface.mainWindow())
        self.setObjectName("TerritoryManagerSuggestionsDock")
        self._iface = iface
        self._plugin = plugin
        self._session = None
        self._question = None
        self._task = None
        self._asked: list[Row] = []
        self._stale = False
        self._highlight = ProposalHighlight(iface.mapCanvas())
        self.model = SuggestionsModel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL_MS)
        self._timer.timeout.connect(self.refresh)
        self._build()
        self.set_session(None)

    def set_session(self, session) -> None:
        """Suggests for a session's plan; None stops."""
        self._drop_task()
        self._timer.stop()
        self._highlight.clear()
        if self._session is not None:
            self._session.statisticsChanged.disconnect(self._edited)
            self._session.locksChanged.disconnect(self._edited)
            self._session.planning.changed.disconnect(self._planning_changed)
        self._session, self._question, self._asked = session, None, []
        self.problems.set_session(session)
        self.model.show([], {})
        if session is None:
            self._say(tr("No plan is open"))
        else:
            session.statisticsChanged.connect(self._edited)
            session.locksChanged.connect(self._edited)
            session.planning.changed.connect(self._planning_changed)
            self._edited()
        self._enable()

    def refresh(self) -> None:
        """Asks anew, in the background."""
        self._stale = False
        session = self._session
        if session is None or not session.is_open:
            return
        from ..layers.suggesting import Question

        self._drop_task()
        try:
            question = Question.of(session)
        except ValueError as error:
            self._show([])
            self._say(str(error))
            return
        self._question = question
        self._say(tr("Looking for moves…"))
        self._start(
            CoreTask(tr("Suggest moves"), lambda _progress, _cancelled: question.best_moves(COUNT)),
            partial(self._suggested, question),
        )

    def apply_selected(self) -> None:
        """Makes the selected proposal, as one undo step."""
        row = self._selected()
        if row is None:
            return
        proposal = row.proposal
        if not proposal.is_current:
            self._warn(tr("The plan changed since this was suggested. Choose again."))
            self.refresh()
            return
        self._highlight.clear()
        self._session.show_stroke(None)
        self._asked = [asked for asked in self._asked if asked is not row]
        try:
            proposal.apply()
        except PlanError as error:
            self._warn(str(error))

    def balance_neighbours(self, one: str, other: str) -> None:
        """Asks for moves that balance two neighbours."""
        text = tr("Balance {one} and {other}").format(one=one, other=other)
        self._ask(text, lambda question: question.balance_two(one, other))

    def give_surplus(self, territory: str) -> None:
        """Asks for moves that give a territory's surplus to its neighbours."""
        text = tr("Give away the surplus of {territory}").format(territory=territory)
        self._ask(text, lambda question: question.give_surplus(territory))

    def show_problems(self) -> None:
        """Brings the list of problems to the front."""
        self._tabs.setCurrentWidget(self.problems)

    # parts
    def _build(self):
        self.problems = ProblemsPanel(self._iface, self)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("suggestionsTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._moves_page(), tr("Moves"))
        self._tabs.addTab(self.problems, tr("Problems"))
        self.problems.countChanged.connect(self._problems_counted)
        self.setWidget(self._tabs)

    def _moves_page(self):
        page = QWidget(self)
        self.words = QLabel(page)
        self.words.setObjectName("suggestionsWords")
        self.words.setWordWrap(True)
        self.view = QTableView(page)
        self.view.setObjectName("suggestionsView")
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAlternatingRowColors(True)
        self.view.setShowGrid(False)
        self.view.setWordWrap(False)
        self.view.verticalHeader().hide()
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(MOVE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(48)
        header.setHighlightSections(False)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._picked())
        self.view.doubleClicked.connect(lambda _index: self._zoom())
        self._two = self._menu_button("balanceNeighboursButton", tr("Balance Two"), self._fill_neighbours)
        self._two.setToolTip(tr("Balance two neighbouring territories; nobody else is touched"))
        self._surplus = self._menu_button("giveSurplusButton", tr("Give Surplus"), self._fill_surplus)
        self._surplus.setToolTip(tr("Give what a territory has too much of to its neighbours"))
        self.apply_button = QPushButton(tr("Apply"), page)
        self.apply_button.setObjectName("applySuggestionButton")
        self.apply_button.clicked.connect(lambda: self.apply_selected())
        foot = QHBoxLayout()
        foot.addWidget(self._two)
        foot.addWidget(self._surplus)
        foot.addStretch(1)
        foot.addWidget(self.apply_button)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(6, 4, 6, 4)
        layout.setSpacing(4)
        layout.addWidget(self.words)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        return page

    def _problems_counted(self, count):
        title = tr("Problems ({count})").format(count=numbers.exact(count)) if count else tr("Problems")
        self._tabs.setTabText(1, title)

    def _menu_button(self, name, text, fill):
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)
        return button

    def _fill_neighbours(self, menu):
        from ..layers.suggesting import neighbours_to_balance

        menu.clear()
        for one, other in neighbours_to_balance(self._session):
            action = menu.addAction(tr("{one} and {other}").format(one=one, other=other))
            action.triggered.connect(partial(self._neighbours_chosen, one, other))
        if menu.isEmpty():
            menu.addAction(tr("No two unlocked territories touch")).setEnabled(False)

    def _fill_surplus(self, menu):
        from ..layers.suggesting import territories_with_surplus

        menu.clear()
        for name in territories_with_surplus(self._session):
            menu.addAction(name).triggered.connect(partial(self._surplus_chosen, name))
        if menu.isEmpty():
            menu.addAction(tr("No territory is above the tolerance")).setEnabled(False)

    def _neighbours_chosen(self, one, other, _checked=False):
        self.balance_neighbours(one, other)

    def _surplus_chosen(self, territory, _checked=False):
        self.give_surplus(territory)

    # asking
    def _ask(self, text, ask):
        from ..layers.suggesting import Question

        self._drop_task()
        try:
            question = Question.of(self._session)
        except ValueError as error:
            self._warn(str(error))
            return
        self._say(tr("Looking for moves…"))
        task = CoreTask(text, lambda _progress, _cancelled: ask(question))
        self._start(task, partial(self._answered, question, text))

    def _start(self, task, done):
        self._task = task
        task.succeeded.connect(done)
        task.failed.connect(self._failed)
        task.stopped.connect(self._stopped)
        task.start()

    def _drop_task(self):
        task, self._task = self._task, None
        if task is not None:
            task.abandon()

    def _suggested(self, question, found):
        self._task = None
        session = self._session
        if session is None or not session.is_open:
            return
        now = session.balance().max_deviation
        rows = [self._row(question, suggestion, now) for suggestion in found]
        self._show([row for row in rows if row.proposal.moves])

    def _row(self, question, suggestion, now):
        names = question.problem.targets.territories
        units = question.problem.names
        moves = [(unit, to) for unit, _from, to in suggestion.moves]
        words = [_in_words(suggestion.moves, units, names)]
        proposal = question.proposal(self._session, moves, ", ".join(words))
        return Row(
            proposal,
            (now, suggestion.max_deviation_after),
            suggestion.improvement,
            suggestion.disruption,
            suggestion.keeps_contiguity,
        )

    def _answered(self, question, text, moves):
        self._task = None
        session = self._session
        if session is None or not session.is_open:
            return
        if not moves:
            self._say(tr("{question}: no move is better than what is there.").format(question=text))
            return
        count = numbers.exact(len(moves))
        words = tr("{question}: 1 unit") if len(moves) == 1 else tr("{question}: {count} units")
        proposal = question.proposal(session, moves, words.format(question=text, count=count))
        balance = session.balance()
        after = proposal.balance
        row = Row(
            proposal,
            (balance.max_deviation, after.max_deviation),
            after.balance_index - balance.balance_index,
            _share_that_moves(session, proposal),
            after.extra_pieces <= balance.extra_pieces,
        )
        self._asked = [row, *self._asked]
        self._show([found for found in self.model.rows if found not in self._asked])
        self._select(0)

    def _failed(self, words):
        self._task = None
        self._say(words)

    def _stopped(self):
        self._task = None
        self._say(tr("Stopped."))

    # showing
    def _show(self, rows):
        asked = [row for row in self._asked if row.proposal.is_current]
        self._asked = asked
        chosen = self._selected()
        self.model.show([*asked, *rows], self._session.settings.colors)
        if chosen is not None:
            wanted = chosen.proposal.moves
            again = [number for number, row in enumerate(self.model.rows) if row.proposal.moves == wanted]
            if again:
                self._select(again[0])
        if not self._session.planning:
            self._say(self._session.planning.why_not)
        elif self.model.rows:
            self._say(tr("Select a suggestion to see on the map and in the table what it would do."))
        else:
            self._say(tr("No single move or swap makes the plan more balanced."))
        self._picked()

    def _select(self, number):
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.view.selectionModel().select(self.model.index(number, 0), flags)

    def _selected(self):
        rows = self.view.selectionModel().selectedRows()
        return self.model.row(rows[0].row()) if rows else None

    def _picked(self):
        row = self._selected()
        proposal = row.proposal if row is not None and row.proposal.is_current else None
        self._highlight.show(self._session, proposal)
        if self._session is not None:
            self._session.show_stroke(proposal)
        self._enable()

    def _zoom(self):
        row = self._selected()
        if row is not None:
            self._iface.mapCanvas().zoomToFeatureIds(self._session.layer, row.proposal.units)

    def _planning_changed(self, _on):
        self._show(self.model.rows[len(self._asked) :])

    def _enable(self):
        why_not = self._session.planning.why_not if self._session is not None else ""
        self.apply_button.setEnabled(self._selected() is not None and not why_not)
        self.apply_button.setToolTip(why_not or tr("Make the selected moves, as one undo step"))
        for button in (self._two, self._surplus):
            button.setEnabled(self._session is not None)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        for column in (WORST, WHOLE):
            self.view.setColumnHidden(column, narrow)

    # what happens
    def _edited(self):
        if self._task is not None:
            self._drop_task()
        if not all(row.proposal.is_current for row in self.model.rows):
            self._asked = [row for row in self._asked if row.proposal.is_current]
            kept = [row for row in self.model.rows if row.proposal.is_current]
            self.model.show(kept, self._session.settings.colors)
            self._highlight.clear()
            self._session.show_stroke(None)
            self._enable()
        if self.isVisible():
            self._timer.start()
        else:
            self._stale = True

    def showEvent(self, event):
        super().showEvent(event)
        if self._stale and self._session is not None:
            self.refresh()

    def hideEvent(self, event):
        super().hideEvent(event)
        self.view.clearSelection()

    def _say(self, words):
        self.words.setText(words)

    def _warn(self, words):
        push_message(self._iface, tr("Suggestions"), words, Qgis.MessageLevel.Warning)


def _in_words(moves, units, names) -> str:
    """Hall: South 2 → East 1; a swap says both, a group names its first unit."""
    by_way: dict[tuple[int, int], list[int]] = {}
    for unit, start, to in moves:
        by_way.setdefault((start, to), []).append(unit)
    parts = []
    for (start, to), members in by_way.items():
        name = str(units[members[0]]) if units is not None else str(members[0])
        if len(members) > 1:
            name = tr("{unit} and {count} more").format(unit=name, count=len(members) - 1)
        origin = tr("Unassigned") if start < 0 else names[start]
        parts.append(f"{name}: {origin}{numbers.ARROW}{names[to]}")
    return " ⇄ ".join(parts)


def _share_that_moves(session, proposal) -> float:
    """What a proposal takes from somebody, in % of the balanced quantity."""
    from ..core.targets import index_shares

    units = session.alignment.units
    taken = [fid for fid in proposal.units if proposal.before[fid] is not None]
    shares = index_shares(units.values(), session.settings.weights if units.measure_names else None)
    return float(100.0 * shares[session.live.positions(taken)].sum())
