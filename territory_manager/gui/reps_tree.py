"""The list of reps: vacant territories on top, then everybody with what they have and how that fits them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from ..translate import tr
from . import numbers
from .territory_commands import swatch_icon

#: What a row is: (kind, name).
WhatRole = Qt.ItemDataRole.UserRole + 1
VACANT, REP = "vacant", "rep"
NAME, TERRITORIES, TOTAL, CAPACITY, AGAINST_CAPACITY, QUOTA, AGAINST_QUOTA, TEAM, ACTIVE = range(9)
_NUMBERS = (TOTAL, CAPACITY, AGAINST_CAPACITY, QUOTA, AGAINST_QUOTA)


class RepsTree(QTreeWidget):
    """Shows `rep_loads.RepLoad`s; members of a team stand below it."""

    vacancyPicked = pyqtSignal(str)
    """A vacant territory was double-clicked."""
    repPicked = pyqtSignal(str)
    """A rep was double-clicked."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("repsTree")
        self.setAccessibleName(tr("Reps"))
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setIconSize(QSize(16, 16))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.itemActivated.connect(self._activated)

    @property
    def current_rep(self) -> str | None:
        """Name of the chosen rep, None where none is chosen."""
        what = self._current()
        return what[1] if what is not None and what[0] == REP else None

    @property
    def current_vacancy(self) -> str | None:
        """Name of the chosen vacant territory, None where none is chosen."""
        what = self._current()
        return what[1] if what is not None and what[0] == VACANT else None

    def show_reps(self, loads, vacancies, members, colors, total_title, tolerance) -> None:
        """Shows everybody anew; who was chosen stays so.

        Parameters
        ----------
        loads : list of RepLoad
        vacancies : dict
            Vacant territory → why, in words.
        members : callable
            Team → the Rep of each of its members.
        colors : dict
            Territory → ``#rrggbb``.
        total_title : str
            What totals are of.
        tolerance : float
            Deviations beyond it stand out, in %.
        """
        before = self._current()
        self.clear()
        self.setHeaderLabels(
            [
                tr("Rep"),
                tr("Territories"),
                total_title,
                tr("Capacity"),
                tr("Against capacity"),
                tr("Quota"),
                tr("Against quota"),
                tr("Team"),
                tr("Active"),
            ]
        )
        for territory, why in vacancies.items():
            self.addTopLevelItem(self._vacancy(territory, why, colors.get(territory)))
        in_teams = {member.name for load in loads for member in members(load.name)}
        scales = [numbers.Scale.of(values) for values in zip(*(_amounts(load) for load in loads))]
        scales = scales or [numbers.Scale()] * 3
        by_name = {load.name: load for load in loads}
        for load in loads:
            if load.name in in_teams:
                continue
            item = self._rep(load, scales, colors, tolerance)
            self.addTopLevelItem(item)
            for member in members(load.name):
                if member.name in by_name:
                    item.addChild(self._rep(by_name[member.name], scales, colors, tolerance))
            item.setExpanded(True)
        self._choose(before)

    def _rep(self, load, scales, colors, tolerance):
        rep = load.rep
        item = QTreeWidgetItem()
        item.setData(NAME, WhatRole, (REP, load.name))
        item.setText(NAME, load.name)
        own = rep.color if rep is not None and rep.color and QColor(rep.color).isValid() else None
        item.setIcon(NAME, swatch_icon(own or colors.get(next(iter(load.territories), ""))))
        item.setText(TERRITORIES, ", ".join(load.territories))
        item.setToolTip(TERRITORIES, ", ".join(load.territories))
        for column, value, scale in zip((TOTAL, CAPACITY, QUOTA), _amounts(load), scales):
            if numbers.is_number(value):
                item.setText(column, scale.text(value, numbers.user_locale()))
                item.setToolTip(column, numbers.exact(value))
        decimals = numbers.deviation_decimals(tolerance)
        for column, value in (
            (AGAINST_CAPACITY, load.capacity_deviation),
            (AGAINST_QUOTA, load.quota_deviation),
        ):
            if numbers.is_number(value):
                item.setText(column, numbers.deviation(value, decimals))
                if abs(value) > tolerance:
                    font = item.font(column)
                    font.setBold(True)
                    item.setFont(column, font)
        for column in _NUMBERS:
            item.setTextAlignment(column, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        item.setText(TEAM, _team(rep))
        item.setText(ACTIVE, _active(rep))
        if rep is None:
            item.setToolTip(NAME, tr("{rep} is not in the table of reps.").format(rep=load.name))
        return item

    def _vacancy(self, territory, why, color):
        item = QTreeWidgetItem()
        item.setData(NAME, WhatRole, (VACANT, territory))
        item.setText(NAME, tr("Vacant"))
        item.setIcon(NAME, swatch_icon(color) if color else QIcon())
        item.setText(TERRITORIES, territory)
        item.setToolTip(NAME, why)
        item.setToolTip(TERRITORIES, why)
        font = item.font(NAME)
        font.setItalic(True)
        grey = QBrush(self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text))
        for column in (NAME, TERRITORIES):
            item.setFont(column, font)
            item.setForeground(column, grey)
        return item

    def _current(self):
        item = self.currentItem()
        return item.data(NAME, WhatRole) if item is not None else None

    def _choose(self, what):
        for item in self._items():
            if what is not None and tuple(item.data(NAME, WhatRole)) == tuple(what):
                self.setCurrentItem(item)
                return

    def _items(self):
        for row in range(self.topLevelItemCount()):
            top = self.topLevelItem(row)
            yield top
            yield from (top.child(child) for child in range(top.childCount()))

    def _activated(self, item, _column):
        kind, name = item.data(NAME, WhatRole)
        (self.vacancyPicked if kind == VACANT else self.repPicked).emit(name)


def _amounts(load):
    return (load.total if load.territories else None, load.capacity, load.quota)


def _team(rep):
    if rep is None:
        return ""
    if rep.is_team:
        return tr("team")
    return rep.team or (tr("manager") if rep.role == "manager" else "")


def _active(rep):
    if rep is None or (rep.active_from is None and rep.active_to is None):
        return ""
    first, last = rep.active_from, rep.active_to
    return f"{first.isoformat() if first else ''} {numbers.DASH} {last.isoformat() if last else ''}".strip()
