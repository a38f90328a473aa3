"""The painting toolbar: map tools, the brush's target and filter, and the switch that puts it all to rest.

The tools themselves are imported when the first plan opens, so that QGIS starts no slower for them.
"""

from __future__ import annotations

from contextlib import suppress

from qgis.core import Qgis, QgsFieldProxyModel
from qgis.gui import QgsFieldComboBox
from qgis.PyQt.QtCore import QObject, QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QComboBox, QLabel, QMenu, QToolButton, QWidgetAction

from ..settings import Settings
from ..translate import tr
from .actions import icon
from .messages import push_message
from .territory_commands import swatch_icon

#: Where a layer keeps the field that makes its groups, and the one that the last build kept together.
GROUP_FIELD = "territory_manager/group_field"
KEEP_FIELD = "territory_manager/keep_together"


class MapToolbar(QObject):
    """Adds the painting toolbar to QGIS.

    Parameters
    ----------
    iface : QgisInterface
    plugin
        The plugin object; its session is told through `set_session`.
    """

    def __init__(self, iface, plugin, parent=None):
        super().__init__(parent)
        self._iface = iface
        self._plugin = plugin
        self._session = None
        self._brush = None
        self._locks = None
        self._tools: dict[str, object] = {}
        self.actions: dict[str, QAction] = {}
        self._settings = Settings()
        self.toolbar = iface.addToolBar(tr("Territory Painting"))
        self.toolbar.setObjectName("TerritoryManagerPaintingToolBar")
        self._add_actions()
        self._add_filter()
        self._add_rule()
        self.set_session(None)

    @property
    def brush(self):
        """What the tools share (`maptools.brush.Brush`); None before the first plan."""
        return self._brush

    def tool(self, name: str):
        """A map tool by the name of its action; None before the first plan."""
        return self._tools.get(name)

    def set_session(self, session) -> None:
        """Work on another plan; None puts the tools away."""
        self._leave()
        self._session = session
        if session is not None:
            if self._brush is None:
                self._make_tools()
            self._brush.set_session(session)
            self._enter()
        elif self._brush is not None:
            self._brush.set_session(None)
        self.toolbar.setVisible(session is not None)
        self._enable()

    def unload(self) -> None:
        """Take every trace out of the window and off the canvas."""
        self.set_session(None)
        for tool in self._tools.values():
            tool.deleteLater()
        self._tools = {}
        for action in self.actions.values():
            self._iface.unregisterMainWindowAction(action)
            action.deleteLater()
        self.actions = {}
        self._iface.mainWindow().removeToolBar(self.toolbar)
        self.toolbar.deleteLater()

    # parts of the toolbar

    def _add_actions(self):
        self._add(
            "actionPlanningMode",
            tr("Planning Mode"),
            "planning_mode",
            tr(
                "Planning mode: while it is off, tools, menus, suggestions and reverts assign nothing; "
                "Build and Rebalance still ask"
            ),
            self._planning_switched,
        )
        self.actions["actionPlanningMode"].setChecked(True)
        self.toolbar.addSeparator()
        self._target = QComboBox(self.toolbar)
        self._target.setObjectName("paintTargetCombo")
        self._target.setToolTip(tr("The territory that is painted; also chosen in the Territories dock"))
        self._target.setAccessibleName(tr("Territory that is painted"))
        self._target.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._target.activated.connect(self._target_chosen)
        self.toolbar.addWidget(self._target)
        for name, text, picture, tip in (
            ("actionPaint", tr("Paint"), "paint", tr("Click or drag over units to assign them (P)")),
            ("actionPaintRectangle", tr("Paint Rectangle"), "paint_rectangle",
             tr("Assign the units whose middle lies in a rectangle (R)")),
            ("actionPaintLasso", tr("Paint Lasso"), "paint_lasso",
             tr("Assign the units whose middle lies in a freehand loop (L)")),
            ("actionFill", tr("Fill"), "fill",
             tr("Assign all unassigned or enclosed units that can be reached from a click (F)")),
            ("actionPaintGroup", tr("Paint Groups"), "paint_group",
             tr("Assign whole groups: units with the same value of a field (G)")),
            ("actionBorderPull", tr("Pull Border"), "border_pull",
             tr("Drag the border between two territories (B)")),
            ("actionPickTerritory", tr("Pick Territory"), "pick_territory",
             tr("Choose the territory to paint from the map (K, or Alt-click with any tool)")),
        ):  # fmt: skip
            self._add(name, text, picture, tip, lambda _=False, name=name: self._take(name))
        self._add_group_menu()
        self.toolbar.addSeparator()
        self._add(
            "actionLock",
            tr("Lock"),
            "lock",
            tr("Lock the selected units; without a selection, units that are clicked"),
            lambda _=False: self._lock("actionLock", True),
        )
        self._add(
            "actionUnlock",
            tr("Unlock"),
            "unlock",
            tr("Unlock the selected units; without a selection, units that are clicked"),
            lambda _=False: self._lock("actionUnlock", False),
        )
        self._add_lock_menu()
        self.toolbar.addSeparator()

    def _add(self, name, text, picture, tip, call):
        action = QAction(icon(picture), text, self._iface.mainWindow())
        action.setObjectName(name)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        action.setCheckable(True)
        action.triggered.connect(call)
        self._iface.registerMainWindowAction(action, "")
        self.toolbar.addAction(action)
        self.actions[name] = action

    def _menu_of(self, name, object_name):
        button = self.toolbar.widgetForAction(self.actions[name])
        menu = QMenu(button)
        menu.setObjectName(object_name)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        return menu

    def _add_group_menu(self):
        menu = self._menu_of("actionPaintGroup", "paintGroupMenu")
        self._group_field = QgsFieldComboBox(menu)
        self._group_field.setObjectName("paintGroupFieldCombo")
        self._group_field.setAllowEmptyFieldName(True)
        self._group_field.setFilters(QgsFieldProxyModel.Filter.AllTypes)
        self._group_field.setToolTip(tr("Units with the same value are painted together"))
        self._group_field.fieldChanged.connect(self._group_field_chosen)
        title = menu.addSection(tr("Paint units together that share"))
        title.setEnabled(False)
        entry = QWidgetAction(menu)
        entry.setDefaultWidget(self._group_field)
        menu.addAction(entry)

    def _add_lock_menu(self):
        menu = self._menu_of("actionLock", "lockMenu")
        for name, text, call in (
            ("actionLockTarget", tr("Lock the Painted Territory"), self._lock_target),
            ("actionLockAll", tr("Lock All Territories"), lambda _=False: self._lock_all()),
            ("actionUnlockAll", tr("Unlock Everything"), lambda _=False: self._unlock_all()),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(call)

    def _add_filter(self):
        label = QLabel(tr("Only from"), self.toolbar)
        label.setContentsMargins(4, 0, 4, 0)
        self._filter = QComboBox(self.toolbar)
        self._filter.setObjectName("onlyFromCombo")
        self._filter.setToolTip(tr("Paint only over units of this territory"))
        self._filter.setAccessibleName(tr("Paint only over units of this territory"))
        self._filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._filter.activated.connect(self._filter_chosen)
        label.setBuddy(self._filter)
        self.toolbar.addWidget(label)
        self.toolbar.addWidget(self._filter)

    def _add_rule(self):
        self._rule = QToolButton(self.toolbar)
        self._rule.setObjectName("strokeRuleButton")
        self._rule.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._rule.setToolTip(tr("What happens when a stroke cuts a territory or breaks a limit"))
        menu = QMenu(self._rule)
        self._rules = QActionGroup(menu)
        for rule, text, tip in (
            ("warn", tr("Warn"), tr("Say so in the label, and do it")),
            ("forbid", tr("Forbid"), tr("Say so, and change nothing")),
            ("allow", tr("Allow"), tr("Do it without a word")),
        ):
            action = menu.addAction(text)
            action.setObjectName("actionRule" + rule.capitalize())
            action.setData(rule)
            action.setCheckable(True)
            action.setToolTip(tip)
            self._rules.addAction(action)
        menu.setToolTipsVisible(True)
        self._rules.triggered.connect(self._rule_chosen)
        self._rule.setMenu(menu)
        self.toolbar.addWidget(self._rule)
        self._show_rule(self._settings.stroke_rule)

    # a plan opens and closes

    def _make_tools(self):
        from .maptools.border_tool import BorderTool
        from .maptools.brush import Brush
        from .maptools.fill_tool import FillTool
        from .maptools.group_tool import GroupTool
        from .maptools.lasso_tool import LassoTool
        from .maptools.lock_tool import LockTool
        from .maptools.paint_tool import PaintTool
        from .maptools.pick_tool import PickTool
        from .maptools.rectangle_tool import RectangleTool

        self._brush = Brush(self._iface, self)
        self._brush.rule = self._settings.stroke_rule
        self._brush.toolRequested.connect(self._take)
        self._tools = {
            "actionPaint": PaintTool(self._brush),
            "actionPaintRectangle": RectangleTool(self._brush),
            "actionPaintLasso": LassoTool(self._brush),
            "actionFill": FillTool(self._brush),
            "actionPaintGroup": GroupTool(self._brush),
            "actionBorderPull": BorderTool(self._brush),
            "actionPickTerritory": PickTool(self._brush),
            "actionLock": LockTool(self._brush, True),
            "actionUnlock": LockTool(self._brush, False),
        }
        for name, tool in self._tools.items():
            tool.setAction(self.actions[name])

    def _enter(self):
        from .maptools.lock_item import LockItem

        session = self._session
        self._locks = LockItem(self._iface.mapCanvas(), session, self._brush.index)
        session.locksChanged.connect(self._locks.refresh)
        session.statisticsChanged.connect(self._locks.refresh)
        session.closed.connect(self._session_closed)
        session.planning.switch(self.actions["actionPlanningMode"].isChecked())
        session.planning.changed.connect(self._planning_changed)
        self._brush.changed.connect(self._show_brush)
        self._group_field.setLayer(session.layer)
        self._show_group_field()
        self._show_brush()

    def _leave(self):
        """Tools out of hand, signals and padlocks gone; the session may be closed already."""
        session, self._session = self._session, None
        canvas = self._iface.mapCanvas()
        for tool in self._tools.values():
            if canvas.mapTool() is tool:
                canvas.unsetMapTool(tool)
        if session is None:
            return
        self._brush.changed.disconnect(self._show_brush)
        for signal, slot in (
            (session.locksChanged, self._locks.refresh),
            (session.statisticsChanged, self._locks.refresh),
            (session.closed, self._session_closed),
            (session.planning.changed, self._planning_changed),
        ):
            with suppress(TypeError, RuntimeError):
                signal.disconnect(slot)
        canvas.scene().removeItem(self._locks)
        self._locks = None
        with QSignalBlocker(self._group_field):
            self._group_field.setLayer(None)

    def _session_closed(self):
        self.set_session(None)

    # what the user does

    def _take(self, name: str):
        """Take a tool in hand."""
        tool, canvas = self._tools.get(name), self._iface.mapCanvas()
        if tool is None or not self.actions[name].isEnabled():
            return
        if name == "actionPickTerritory" and canvas.mapTool() is not tool:
            tool.before = canvas.mapTool()
        if name == "actionPaintGroup" and tool.field is None:
            self._show_group_field()
        canvas.setMapTool(tool)
        # a click on the tool in hand keeps it there
        self.actions[name].setChecked(True)

    def _planning_switched(self, on: bool):
        if self._session is not None:
            self._session.planning.switch(on)

    def _planning_changed(self, on: bool):
        self.actions["actionPlanningMode"].setChecked(on)
        if not on:
            canvas = self._iface.mapCanvas()
            for tool in self._tools.values():
                if canvas.mapTool() is tool:
                    canvas.unsetMapTool(tool)
        self._enable()

    def _enable(self):
        is_open = self._session is not None
        planning = self.actions["actionPlanningMode"].isChecked() if self.actions else False
        for name, action in self.actions.items():
            action.setEnabled(is_open and (planning or name == "actionPlanningMode"))
        for widget in (self._target, self._filter, self._rule):
            widget.setEnabled(is_open and planning)

    def _target_chosen(self, position: int):
        self._brush.target = self._target.itemData(position)

    def _filter_chosen(self, position: int):
        from .stroke import ANY

        self._brush.only_from = ANY if position == 0 else self._filter.itemData(position)

    def _rule_chosen(self, action: QAction):
        self._settings.stroke_rule = action.data()
        if self._brush is not None:
            self._brush.rule = action.data()
        self._show_rule(action.data())

    def _group_field_chosen(self, field: str):
        if self._session is None:
            return
        self._tools["actionPaintGroup"].field = field or None
        if field != self._session.layer.customProperty(GROUP_FIELD, ""):
            self._session.layer.setCustomProperty(GROUP_FIELD, field)
        if field:
            self._take("actionPaintGroup")

    def _show_group_field(self):
        """The field that was chosen for the tool, else the one that builds keep together."""
        layer = self._session.layer
        field = layer.customProperty(GROUP_FIELD, "") or layer.customProperty(KEEP_FIELD, "")
        with QSignalBlocker(self._group_field):
            self._group_field.setField(field)
        self._tools["actionPaintGroup"].field = self._group_field.currentField() or None

    def _lock(self, name: str, locked: bool):
        session = self._session
        units = list(session.layer.selectedFeatureIds())
        if not units:
            self._take(name)
            return
        self.actions[name].setChecked(self._iface.mapCanvas().mapTool() is self._tools[name])
        if locked:
            session.lock(units=units)
            words = tr("{count} selected units are locked.")
        else:
            session.unlock(units=units)
            words = tr("{count} selected units are unlocked.")
        words = words.format(count=len(units))
        push_message(self._iface, tr("Territory Manager"), words, Qgis.MessageLevel.Info, 4)

    def _lock_target(self, _checked=False):
        if self._brush.target is not None:
            self._session.lock(territories=[self._brush.target])

    def _lock_all(self):
        self._session.lock(territories=list(self._session.settings.territories))

    def _unlock_all(self):
        self._session.unlock(units=self._session.locked_units, territories=self._session.locked_territories)

    # what is shown

    def _show_brush(self):
        from .stroke import ANY

        session, brush = self._session, self._brush
        if session is None:
            return
        entries = [(swatch_icon(color), name, name) for name, color in session.colors.items()]
        nobody = (swatch_icon(None), tr("Unassigned"), None)
        _fill(self._target, [*entries, nobody], brush.target)
        _fill(self._filter, [(None, tr("Any"), ANY), nobody, *entries], brush.only_from)

    def _show_rule(self, rule: str):
        for action in self._rules.actions():
            if action.data() == rule:
                action.setChecked(True)
                self._rule.setText(tr("Cuts: {rule}").format(rule=action.text()))


def _fill(combo: QComboBox, entries, current) -> None:
    with QSignalBlocker(combo):
        if [combo.itemText(i) for i in range(combo.count())] != [text for _, text, _ in entries]:
            combo.clear()
            for _picture, text, data in entries:
                combo.addItem(text, data)
        for position, (picture, _text, data) in enumerate(entries):
            if picture is not None:
                combo.setItemData(position, picture, Qt.ItemDataRole.DecorationRole)
            if data is current or data == current:
                combo.setCurrentIndex(position)
