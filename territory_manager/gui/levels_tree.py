"""The tree of levels: territories are dragged under regions, regions under countries."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from ..translate import tr
from . import numbers
from .territory_commands import swatch_icon

#: What an item is: (depth, name); depth 0 are territories. None for a heading.
WhatRole = Qt.ItemDataRole.UserRole + 1
NAME, SHARE, DEVIATION = range(3)


class LevelsTree(QTreeWidget):
    """Shows a `LevelDraft`; what is dragged is told, not done."""

    moved = pyqtSignal(object, object)
    """Items were dropped: a list of (depth, name), and the group they go into, None for none."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("levelsTree")
        self.setAccessibleName(tr("Groups and territories"))
        self.setIconSize(QSize(16, 16))
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHeaderLabels([tr("Name"), tr("Share"), tr("Deviation")])
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (SHARE, DEVIATION):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)

    def chosen(self) -> list:
        """(depth, name) of the selected items."""
        found = [item.data(NAME, WhatRole) for item in self.selectedItems()]
        return [tuple(what) for what in found if what is not None]

    def show_draft(self, draft, colors, share_of, deviation_of) -> None:
        """Shows the draft anew; what is open or selected stays so.

        Parameters
        ----------
        draft : LevelDraft
        colors : dict
            Territory → ``#rrggbb``.
        share_of, deviation_of : callable
            (depth, name) → % of the whole, and (deviation in %, within tolerance).
        """
        closed = {what for what, item in self.items().items() if not item.isExpanded() and item.childCount()}
        chosen = set(self.chosen())
        self.clear()
        self._fill = (draft, colors, share_of, deviation_of)
        top = len(draft.levels)
        for name in draft.names(top):
            self.addTopLevelItem(self._item(top, name))
        for depth in range(top - 1, -1, -1):
            loose = draft.loose(depth)
            if loose:
                title = tr("In no group of “{level}”").format(level=draft.levels[depth].name)
                heading = QTreeWidgetItem([title])
                heading.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled)
                font = heading.font(NAME)
                font.setItalic(True)
                heading.setFont(NAME, font)
                grey = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
                heading.setForeground(NAME, QBrush(grey))
                for name in loose:
                    heading.addChild(self._item(depth, name))
                self.addTopLevelItem(heading)
        self.expandAll()
        for what, item in self.items().items():
            item.setExpanded(what not in closed)
            item.setSelected(what in chosen)

    def items(self) -> dict:
        """(depth, name) → item."""
        found = {}

        def look(item):
            what = item.data(NAME, WhatRole)
            if what is not None:
                found[tuple(what)] = item
            for child in range(item.childCount()):
                look(item.child(child))

        for row in range(self.topLevelItemCount()):
            look(self.topLevelItem(row))
        return found

    def _item(self, depth, name):
        draft, colors, share_of, deviation_of = self._fill
        item = QTreeWidgetItem([name])
        item.setData(NAME, WhatRole, (depth, name))
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if depth < len(draft.levels):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsDropEnabled)
        if depth == 0:
            item.setIcon(NAME, swatch_icon(colors.get(name)))
        item.setText(SHARE, numbers.percent(share_of(depth, name), 1))
        deviation, within = deviation_of(depth, name)
        if numbers.is_number(deviation):
            item.setText(DEVIATION, numbers.deviation(deviation))
            font = item.font(DEVIATION)
            font.setBold(not within)
            item.setFont(DEVIATION, font)
        for column in (SHARE, DEVIATION):
            item.setTextAlignment(column, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
        if depth > 0:
            for child in draft.children(depth, name):
                item.addChild(self._item(depth - 1, child))
        return item

    # dragging
    def dropEvent(self, event):
        """Qt would move the items by itself; the draft does, and is shown anew."""
        item = self.itemAt(event.pos() if not hasattr(event, "position") else event.position().toPoint())
        self.drop_on(item.data(NAME, WhatRole) if item is not None else None)
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def drop_on(self, target) -> None:
        """Drops what is selected onto an item (depth, name), or onto nothing or a heading (None).

        What is dropped on a neighbour of the same kind goes where that is.
        """
        for depth in sorted({depth for depth, _name in self.chosen()}):
            moved = [what for what in self.chosen() if what[0] == depth]
            group = self._group_for(depth, target)
            if group is not False:
                self.moved.emit(moved, group)

    def _group_for(self, depth, target):
        """The group one level up that a target stands for; None for none, False where it cannot be."""
        if target is None:
            return None
        at, name = target
        if at == depth + 1:
            return name
        if at == depth:
            parent = self.items()[at, name].parent()
            what = parent.data(NAME, WhatRole) if parent is not None else None
            return what[1] if what is not None else None
        return False
