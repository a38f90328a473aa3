"""Levels: regions over territories, countries over regions; by hand, from a field, a table, or balanced."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from ..layers.level_draft import LevelDraft
from ..layers.level_groups import GroupQuestion
from ..layers.levels import checked_levels, parents_from_field
from ..translate import tr
from . import numbers
from .help import open_help
from .latest_task import LatestTask
from .levels_table_dialog import LevelsTableDialog
from .levels_tree import LevelsTree

NAME, GROUPS, TOLERANCE, BINDS = range(4)


class LevelsDialog(QDialog):
    """Edits a draft of the levels; OK gives it to the plan, Cancel leaves everything as it was."""

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerLevelsDialog")
        self.setWindowTitle(tr("Levels"))
        self._session = session
        self.draft = LevelDraft(session.followers.levels.all, session.settings.territories)
        table = session.statistics()
        self._shares = dict(zip(table["territory"].tolist(), table["index_pct"].tolist()))
        if not session.settings.measures:
            units = dict(zip(table["territory"].tolist(), table["units"].tolist()))
            whole = sum(units.values()) or 1
            self._shares = {name: 100.0 * count / whole for name, count in units.items()}
        names = session.settings.territories
        self._targets = dict(zip(names, (100.0 * session.targets.shares_of(names)).tolist()))
        self._question = None
        self._task = LatestTask(tr("Balance groups"), self, quiet=0)
        self._task.done.connect(self._balanced)
        self._task.failed.connect(self._say)
        self._build()
        self.resize(760, 560)
        self.show_draft()

    # the page
    def _build(self):
        self.levels_table = QTableWidget(0, 4, self)
        self.levels_table.setObjectName("levelsTable")
        self.levels_table.setAccessibleName(tr("Levels"))
        self.levels_table.setHorizontalHeaderLabels(
            [tr("Level"), tr("Groups"), tr("Tolerance"), tr("Borders bind")]
        )
        self.levels_table.verticalHeader().hide()
        self.levels_table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.levels_table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.levels_table.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.levels_table.setFixedHeight(self.fontMetrics().lineSpacing() * 8)
        self.levels_table.itemChanged.connect(self._level_renamed)
        self.levels_table.itemSelectionChanged.connect(self._enable)
        beside = QVBoxLayout()
        self.add_level_button = self._button("addLevelButton", tr("Add Level…"), self.add_level)
        self.remove_level_button = self._button("removeLevelButton", tr("Remove Level"), self.remove_level)
        beside.addWidget(self.add_level_button)
        beside.addWidget(self.remove_level_button)
        beside.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.levels_table, 1)
        top.addLayout(beside)

        self.hint = QLabel(tr("Drag territories under the group that they belong to."), self)
        self.hint.setWordWrap(True)
        self.tree = LevelsTree(self)
        self.tree.moved.connect(self._moved)
        self.tree.itemSelectionChanged.connect(self._enable)
        self.tree.itemDoubleClicked.connect(lambda *_: self.rename())
        self.add_group_button = self._button("addGroupButton", tr("Add Group…"), self.add_group)
        self.rename_button = self._button("renameGroupButton", tr("Rename…"), self.rename)
        self.remove_group_button = self._button("removeGroupButton", tr("Remove Group"), self.remove_group)
        self.field_button = self._button("groupsFromFieldButton", tr("From Field…"), self.from_field)
        self.field_button.setToolTip(tr("Groups are the values of a field of the units, such as the state"))
        self.table_button = self._button("levelsFromTableButton", tr("From Table…"), self.from_table)
        self.table_button.setToolTip(tr("A table with a territory a row, and its region, country and so on"))
        self.balance_button = self._button("balancedGroupsButton", tr("Balanced…"), self.make_balanced)
        self.balance_button.setToolTip(tr("Groups of equal weight, each in one piece"))
        right = QVBoxLayout()
        for button in (
            self.add_group_button,
            self.rename_button,
            self.remove_group_button,
            self.field_button,
            self.table_button,
            self.balance_button,
        ):
            right.addWidget(button)
        right.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.tree, 1)
        middle.addLayout(right)

        self.message = QLabel(self)
        self.message.setObjectName("levelsMessage")
        self.message.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 100)
        self.progress.hide()
        self._task.progressChanged.connect(lambda percent: self.progress.setValue(round(percent)))
        self._task.busyChanged.connect(self._busy)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel | buttons.Help, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("levels"))
        box = QVBoxLayout(self)
        box.addLayout(top)
        box.addWidget(self.hint)
        box.addLayout(middle, 1)
        box.addWidget(self.message)
        box.addWidget(self.progress)
        box.addWidget(self.buttons)

    def _button(self, name, text, call):
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: call())
        return button

    # showing
    def show_draft(self) -> None:
        """Shows the draft anew."""
        table, chosen = self.levels_table, self._level()
        with QSignalBlocker(table):
            table.setRowCount(len(self.draft.levels))
            for number, level in enumerate(self.draft.levels):
                table.setItem(number, NAME, QTableWidgetItem(level.name))
                count = QTableWidgetItem(str(len(level.groups)))
                count.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                table.setItem(number, GROUPS, count)
                self._show_choices(number, level)
            if self.draft.levels:
                table.selectRow(min(chosen if chosen is not None else 0, len(self.draft.levels) - 1))
        self.tree.show_draft(self.draft, self._session.colors, self._share, self._deviation)
        self._enable()

    def _show_choices(self, number, level):
        """Tolerance and border of a level, in widgets that stay as long as its row."""
        table = self.levels_table
        if table.cellWidget(number, TOLERANCE) is None:
            table.setCellWidget(number, TOLERANCE, self._tolerance(number))
            table.setCellWidget(number, BINDS, self._binds(number))
        spin, box = table.cellWidget(number, TOLERANCE), table.cellWidget(number, BINDS)
        blockers = [QSignalBlocker(spin), QSignalBlocker(box)]
        spin.setValue(-1.0 if level.tolerance is None else level.tolerance)
        box.setChecked(level.bind)
        for blocker in blockers:
            blocker.unblock()

    def _tolerance(self, number):
        spin = QDoubleSpinBox(self.levels_table)
        spin.setObjectName(f"levelTolerance{number}")
        spin.setRange(-1.0, 1000.0)
        spin.setDecimals(1)
        spin.setPrefix("±")
        spin.setSuffix(" %")
        spin.setSpecialValueText(tr("as the plan"))
        spin.setToolTip(tr("How far a group may be from what its territories should get together"))
        spin.valueChanged.connect(lambda value: self._set_tolerance(number, value))
        return spin

    def _binds(self, number):
        box = QCheckBox(self.levels_table)
        box.setObjectName(f"levelBinds{number}")
        box.setToolTip(tr("Strokes, builds and suggestions do not cross the borders of these groups"))
        box.toggled.connect(lambda on: self.draft.set_bind(number, on))
        return box

    def _set_tolerance(self, number, value):
        self.draft.set_tolerance(number, None if value < 0 else value)
        self.tree.show_draft(self.draft, self._session.colors, self._share, self._deviation)

    def _share(self, depth, name):
        return sum(self._shares.get(own, 0.0) for own in self.draft.territories_in(depth, name))

    def _deviation(self, depth, name):
        own = self.draft.territories_in(depth, name)
        target = sum(self._targets.get(one, 0.0) for one in own)
        if target <= 0:
            return None, True
        tolerance = None if depth == 0 else self.draft.levels[depth - 1].tolerance
        tolerance = self._session.settings.tolerance if tolerance is None else tolerance
        deviation = 100.0 * (self._share(depth, name) - target) / target
        return deviation, abs(deviation) <= tolerance + 1e-9

    def _level(self):
        """Number of the chosen level, None without levels."""
        row = self.levels_table.currentRow()
        return row if 0 <= row < len(self.draft.levels) else None

    def _enable(self):
        level, chosen = self._level(), self.tree.chosen()
        self.remove_level_button.setEnabled(level is not None)
        for button in (self.add_group_button, self.field_button, self.balance_button):
            button.setEnabled(level is not None)
        group = len(chosen) == 1 and chosen[0][0] > 0
        self.rename_button.setEnabled(group)
        self.remove_group_button.setEnabled(bool(chosen) and all(depth > 0 for depth, _name in chosen))

    # what the user does
    def add_level(self) -> None:
        """Asks for a name and adds a level above the others."""
        usual = [tr("Region"), tr("Country"), tr("Area")]
        taken = {level.name for level in self.draft.levels}
        name, accepted = QInputDialog.getText(
            self,
            tr("Add Level"),
            tr("What its groups are called"),
            text=next((name for name in usual if name not in taken), ""),
        )
        if accepted and self._try(lambda: self.draft.add_level(name)):
            self.show_draft()
            self.levels_table.selectRow(len(self.draft.levels) - 1)

    def remove_level(self) -> None:
        """Removes the chosen level."""
        if self._level() is not None:
            self.draft.remove_level(self._level())
            self.show_draft()

    def _level_renamed(self, item):
        if item.column() == NAME:
            self._try(lambda: self.draft.rename_level(item.row(), item.text()))
            self.show_draft()

    def add_group(self) -> None:
        """Asks for a name and adds a group to the chosen level; chosen territories go into it."""
        level = self._level()
        if level is None:
            return
        words = tr("Name of the {level}").format(level=self.draft.levels[level].name)
        name, accepted = QInputDialog.getText(self, tr("Add Group"), words)
        if accepted and self._try(lambda: self.draft.add_group(level, name)):
            self.draft.move([what for what in self.tree.chosen() if what[0] == level], name.strip())
            self.show_draft()
            # the next group must not take what this one has just been given
            self.tree.clearSelection()
            self.tree.items()[level + 1, name.strip()].setSelected(True)

    def rename(self) -> None:
        """Asks for another name of the chosen group."""
        chosen = self.tree.chosen()
        if len(chosen) != 1 or chosen[0][0] == 0:
            return
        depth, old = chosen[0]
        name, accepted = QInputDialog.getText(self, tr("Rename Group"), tr("Name"), text=old)
        if accepted and self._try(lambda: self.draft.rename_group(depth - 1, old, name)):
            self.show_draft()

    def remove_group(self) -> None:
        """Removes the chosen groups; what was in them is in none."""
        for depth, name in self.tree.chosen():
            if depth > 0:
                self.draft.remove_group(depth - 1, name)
        self.show_draft()

    def _moved(self, what, group):
        self.draft.move(what, group)
        self.show_draft()

    def from_field(self) -> None:
        """Asks for a field of the units, whose values become the groups of the chosen level."""
        level = self._level()
        if level is None:
            return
        names = [field.name() for field in self._session.layer.fields()]
        own = self._session.territory_field
        names = [name for name in names if name != own]
        name, accepted = QInputDialog.getItem(
            self, tr("Groups from a Field"), tr("Field of the units"), names, 0, False
        )
        if accepted and name:
            self._try(lambda: self._take_field(level, name))

    def _take_field(self, level, name):
        parents, split = parents_from_field(self._session, name, self.draft.levels[:level])
        self.draft.set_groups(level, parents)
        self.show_draft()
        words = tr("{count} groups.").format(count=len(self.draft.levels[level].groups))
        if split:
            shown = ", ".join(split[:6]) + (", …" if len(split) > 6 else "")
            text = tr("These have units of several values and are where most are: {names}.")
            words += " " + text.format(names=shown)
        self._say(words)

    def from_table(self) -> None:
        """Asks for a table that says in which groups the territories are."""
        dialog = LevelsTableDialog(self._session, self)
        try:
            if dialog.exec():
                levels, words = dialog.levels()
                known = {level.name: level for level in self.draft.levels}
                self.draft.levels = [_like(level, known.get(level.name)) for level in levels]
                self.show_draft()
                self._say(" ".join(words[:4]) + (" …" if len(words) > 4 else ""))
        finally:
            dialog.deleteLater()

    def make_balanced(self) -> None:
        """Asks how many groups, and finds as many balanced ones in the background."""
        number = self._level()
        if number is None:
            return
        level = self.draft.levels[number]
        most = max(1, len(self.draft.names(number)))
        count, accepted = QInputDialog.getInt(
            self,
            tr("Balanced Groups"),
            tr("How many groups of level “{level}”").format(level=level.name),
            min(most, max(2, len(level.groups))),
            1,
            most,
        )
        if accepted:
            self._ask(number, count)

    def _ask(self, number, count):
        level = self.draft.levels[number]
        names = list(level.groups)
        if len(names) != count:
            names = [f"{level.name} {place + 1}" for place in range(count)]
        tolerance = self._session.settings.tolerance if level.tolerance is None else level.tolerance

        def question():
            self._question = GroupQuestion(self._session, self.draft.levels, number, names, tolerance)
            self._task.ask(lambda: self._question.work)

        self._try(question)

    def _balanced(self, solution):
        self.draft.levels = self._question.levels(solution)
        self.show_draft()
        # the tree's deviations are from the sums of the targets of the territories, these from equal parts
        words = tr("The groups are of equal weight within their tolerance; the farthest is {deviation} off.")
        if not solution.feasible:
            words = tr("No groups of more equal weight were found; the farthest is {deviation} off.")
        self._say(words.format(deviation=numbers.percent(solution.max_deviation)))

    def _busy(self, busy):
        self.progress.setVisible(busy)
        self.progress.setValue(0)
        for widget in (self.levels_table, self.tree, self.balance_button):
            widget.setEnabled(not busy)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not busy)
        if not busy:
            self._enable()

    # the end
    def accept(self):
        """Gives the draft to the plan."""
        if self._try(lambda: self._session.followers.levels.use(checked_levels(self.draft.levels))):
            super().accept()

    def done(self, result):
        self._task.stop()
        super().done(result)

    def _try(self, call) -> bool:
        try:
            call()
        except ValueError as error:
            self._say(str(error))
            return False
        return True

    def _say(self, words):
        self.message.setText(words)


def _like(level, known):
    """A level from a table, with the tolerance and the border of the one that it takes the place of."""
    from dataclasses import replace

    return level if known is None else replace(level, tolerance=known.tolerance, bind=known.bind)
