"""The Territories dock: who has what, how far from the target, and the brush for the next stroke."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from .. import dependencies
from ..settings import Settings
from ..translate import tr
from . import table_export
from .empty_state import EmptyState
from .headline import Headline
from .level_chooser import LevelChooser
from .level_view import LevelView
from .messages import push_message
from .plan_chooser import PlanChooser
from .reps_commands import show_levels, show_reps
from .scenario_chooser import ScenarioChooser
from .territories_columns import EVERY, INDEX
from .territories_foot import NARROW, TerritoriesFoot
from .territories_model import TerritoriesModel
from .territories_view import TerritoriesView
from .territory_commands import TerritoryCommands
from .territory_focus import TerritoryFocus
from .territory_menu import fill_level_menu, fill_targets_menu, fill_territory_menu
from .work_columns import UTILISATION

NARROWEST = 230
FIRST_WIDTH = 400


class TerritoriesDock(QgsDockWidget):
    """Shows the open plan's territories; owns no data.

    Parameters
    ----------
    iface : QgisInterface
    plugin
        Offers ``new_plan()``, ``open_sample()``, ``build()`` and ``close_plan()``.
    """

    def __init__(self, iface, plugin, parent=None):
        super().__init__(tr("Territories"), parent or iface.mainWindow())
        self.setObjectName("TerritoryManagerTerritoriesDock")
        self._iface = iface
        self._plugin = plugin
        self._session = None
        #: the session, or the level of it that is shown
        self._shown = None
        self._stroke = None
        self._settings = Settings()
        self.commands = TerritoryCommands(iface, self)
        self.level_commands = TerritoryCommands(iface, self)
        self.levels = LevelChooser(self)
        self.model = TerritoriesModel(self)
        self.view = TerritoriesView(self.model, self)
        self.headline = Headline(self)
        self.focus = TerritoryFocus(iface.mapCanvas(), self)
        self.empty = EmptyState(self)
        self.scenarios = ScenarioChooser(iface, plugin, self)
        self._build()
        self._wire()
        self.view.restore_columns(self._settings.territories_columns)
        self.set_session(None)

    @property
    def session(self):
        return self._session

    def set_session(self, session) -> None:
        """Shows a session's plan; None shows how to open one."""
        if self._session is not None:
            self._session.statisticsChanged.disconnect(self._refresh)
            self._session.territoriesChanged.disconnect(self._territories_changed)
            self._session.previewChanged.disconnect(self._preview)
            self._session.followers.work.previewReady.disconnect(self._preview_again)
            self._session.targetChanged.disconnect(self._target_changed)
            with suppress(TypeError, RuntimeError):  # the layer may be gone, and its connections with it
                self._session.layer.editingStarted.disconnect(self.commands.drop_selection)
        self._session, self._shown, self._stroke = session, session, None
        self.commands.set_session(session)
        self.focus.set_session(session)
        self.foot.themes.set_session(session)
        self.scenarios.set_session(session)
        self.levels.set_session(session)
        self.level_commands.set_session(None)
        if session is None:
            self.model.set_session(None)
            self.empty.set_missing(dependencies.message())
            self._pages.setCurrentWidget(self.empty)
            return
        session.statisticsChanged.connect(self._refresh)
        session.territoriesChanged.connect(self._territories_changed)
        session.previewChanged.connect(self._preview)
        session.followers.work.previewReady.connect(self._preview_again)
        session.targetChanged.connect(self._target_changed)
        session.layer.editingStarted.connect(self.commands.drop_selection)
        self.foot.fill(self._session)
        self.model.set_session(None)
        self.model.set_balance_on(self.foot.balance_on())
        self.model.set_session(session)
        self._pages.setCurrentWidget(self._plan_page)
        self._show_plan()
        self._target_changed(session.current_target)
        self.view.fit()
        if not self._settings.territories_dock_sized:
            QTimer.singleShot(0, self._first_width)

    def _first_width(self):
        """Once, room for the columns that matter; from then on the width is the user's."""
        if self._session is None or not self.isVisible():
            return
        self._settings.territories_dock_sized = True
        if not self.isFloating() and self.width() < FIRST_WIDTH:
            self._iface.mainWindow().resizeDocks([self], [FIRST_WIDTH], Qt.Orientation.Horizontal)

    def export_table(self) -> None:
        """Asks for a file and writes the statistics into it."""
        start = Path(self._settings.export_folder) / f"{self._plan_name()}.xlsx"
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Export Table"), str(start), table_export.file_filter()
        )
        if not path:
            return
        try:
            written = table_export.write(self._whole_table(), path)
        except ValueError as error:
            push_message(self._iface, tr("Export Table"), str(error), Qgis.MessageLevel.Warning)
            return
        self._settings.export_folder = str(Path(written).parent)
        link = f'<a href="{Path(written).as_uri()}">{written}</a>'
        words = tr("The table is in {file}").format(file=link)
        push_message(self._iface, tr("Export Table"), words, Qgis.MessageLevel.Success)

    def copy_table(self) -> None:
        """Copies the whole table with exact numbers, ready for a spreadsheet."""
        QApplication.clipboard().setText(table_export.as_text(self._whole_table()))

    def _whole_table(self):
        return self._shown.followers.work.exported(self._shown.statistics())

    # parts
    def _build(self):
        self.plans = PlanChooser(self._iface, self._plugin, self)
        self._focus_button = QToolButton(self)
        self._focus_button.setObjectName("territoriesFocusButton")
        self._focus_button.setIcon(QgsApplication.getThemeIcon("/mActionShowSelectedLayers.svg"))
        self._focus_button.setToolTip(tr("Focus: dim all other territories on the map"))
        self._focus_button.setAccessibleName(tr("Focus"))
        self._focus_button.setAutoRaise(True)
        self._focus_button.setCheckable(True)
        self._gear = QToolButton(self)
        self._gear.setObjectName("territoriesOptionsButton")
        self._gear.setIcon(QgsApplication.getThemeIcon("/propertyicons/settings.svg"))
        self._gear.setToolTip(tr("Options and commands"))
        self._gear.setAccessibleName(tr("Options and commands"))
        self._gear.setAutoRaise(True)
        self._gear.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._gear_menu = QMenu(self)
        self._gear_menu.setObjectName("territoriesOptionsMenu")
        self._gear.setMenu(self._gear_menu)

        self.foot = TerritoriesFoot(self)
        head = QHBoxLayout()
        head.setContentsMargins(6, 2, 2, 0)
        head.addWidget(self.plans, 1)
        head.addWidget(self.scenarios, 1)
        head.addWidget(self.levels, 1)
        head.addWidget(self._focus_button)
        head.addWidget(self._gear)
        second = QHBoxLayout()
        second.setContentsMargins(6, 0, 6, 4)
        second.addWidget(self.headline)
        self._plan_page = QWidget(self)
        self._plan_page.setMinimumWidth(NARROWEST)
        page = QVBoxLayout(self._plan_page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addLayout(second)
        page.addWidget(self.view, 1)
        page.addWidget(self.foot)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._plan_page)
        self.setWidget(self._pages)

    def _wire(self):
        self.empty.newPlanRequested.connect(lambda: self._plugin.new_plan())
        self.empty.sampleRequested.connect(lambda: self._plugin.open_sample())
        self.headline.territoryClicked.connect(self._show_territory)
        self.headline.unassignedClicked.connect(lambda: self._show_territory(None))
        self.headline.piecesClicked.connect(lambda: self._sort_by("pieces"))
        self.headline.loadClicked.connect(lambda: self._sort_by(UTILISATION))
        self.view.territoryPicked.connect(self._picked)
        self.levels.levelChosen.connect(self._level_chosen)
        self.view.zoomRequested.connect(lambda rows: self._row_commands.zoom_to(rows))
        self.view.selectRequested.connect(self._clicked)
        self.view.colorRequested.connect(self._recolor)
        self.view.lockRequested.connect(self.commands.toggle_lock)
        self.view.copyRequested.connect(self.copy_table)
        self.view.menuRequested.connect(self._popup)
        self.view.columnsChanged.connect(self._remember_columns)
        self.view.selectionModel().selectionChanged.connect(self._focus_follows)
        self._focus_button.clicked.connect(self._focus_clicked)
        self.focus.toggled.connect(self._focus_button.setChecked)
        self.closed.connect(self.focus.turn_off)
        self.model.failed.connect(
            lambda words: push_message(self._iface, tr("Territory Manager"), words, Qgis.MessageLevel.Warning)
        )
        self._gear_menu.aboutToShow.connect(self._fill_gear)
        self.foot.balanceChosen.connect(self._balance_chosen)
        self.foot.toleranceChosen.connect(self._tolerance_chosen)
        self.foot.filterChanged.connect(self.view.set_filter)
        self.foot.themes.failed.connect(self.model.failed)

    def resizeEvent(self, event):
        super().resizeEvent(event)
        self.foot.arrange(event.size().width() < NARROW)

    @property
    def _row_commands(self):
        """What is done with rows, be they territories or the groups of a level."""
        return self.commands if self._shown is self._session else self.level_commands

    def _level_chosen(self, number):
        """Shows the groups of a level as rows, or the territories again."""
        session = self._session
        if session is None:
            return
        self._shown = session if number is None else LevelView(session, number)
        self.commands.drop_selection()
        self.level_commands.drop_selection()
        self.level_commands.set_session(None if number is None else self._shown)
        self.focus.set_session(self._shown)
        self.foot.fill(self._shown)
        self.model.set_session(self._shown)
        self._show_plan()
        self._target_changed(session.current_target)
        self.view.fit()

    # what the session says
    def _refresh(self):
        self.model.refresh()
        self._show_balance()

    def _territories_changed(self):
        self.foot.fill(self._shown)
        self.model.set_balance_on(self.foot.balance_on())
        self.model.redefine()
        self._show_plan()
        self.view.viewport().update()

    def _preview(self, preview):
        self._stroke, work = preview, self._session.followers.work
        if preview is None or self._shown is not self._session:
            work.forget_preview()
            self.model.set_preview(None)
        else:
            touched = getattr(preview, "touched", None)
            self.model.set_preview(preview.statistics, touched, work.preview_of(preview))

    def _preview_again(self):
        """Tours that took longer than the hand are there."""
        if self._stroke is not None:
            self._preview(self._stroke)

    def _target_changed(self, territory):
        if self._shown is not self._session:
            return
        if territory:
            self.view.select_territory(territory)
        elif self.view.current_territory() != (True, None):
            # nothing is chosen yet; "unassigned" is a brush only for who picks its row
            self.view.select_nothing()

    def _show_plan(self):
        self._show_name()
        self._show_balance()

    def _plan_name(self):
        return self._session.settings.name or self._session.layer.name()

    def _show_name(self):
        if self._session is None:
            return
        layer, field = self._session.layer, self._session.territory_field
        name = self._plan_name()
        tip = tr("{plan}: territories in field {field} of layer {layer}")
        self.plans.show_plan(self._session, name, tip.format(plan=name, field=field, layer=layer.name()))

    def _show_balance(self):
        within, count, worst, deviation = self.model.summary()
        balance = self._shown.balance()
        self.headline.show_balance(
            within,
            count,
            self.model.tolerance(),
            worst=worst,
            deviation=deviation,
            unassigned=balance.unassigned,
            pieces=balance.extra_pieces,
            overloaded=self.model.overloaded(),
            level="" if self._shown is self._session else self._shown.level.name,
        )

    # what the user does
    def _balance_chosen(self, on):
        if self._session is None:
            return
        settings = self._session.settings
        if on in (INDEX, EVERY) and settings.each_measure != (on == EVERY):
            # these two say what the plan balances; a single measure is only looked at
            self._session.set_measures(settings.measures, settings.weights, on == EVERY)
        self.model.set_balance_on(on)
        self._show_balance()

    def _tolerance_chosen(self, value):
        if self._session is not None and value != self._shown.settings.tolerance:
            self._shown.set_tolerance(value)

    def _picked(self, territory):
        if self._shown is not self._session:
            words = tr("Strokes paint territories. Choose “Territories” as the level to pick one.")
            self._iface.mainWindow().statusBar().showMessage(words, 6000)
            return
        if self._session is not None and self._session.current_target != territory:
            self._session.current_target = territory

    def _clicked(self, territories):
        if self._settings.select_on_click:
            self._row_commands.point_out(territories)

    def _show_territory(self, territory):
        self.view.select_territory(territory)
        self._picked(territory)
        self._row_commands.select([territory])
        self._row_commands.zoom_to([territory])

    def _recolor(self, territory):
        if self._shown is self._session:
            self.commands.recolor(territory)

    def set_focus(self, territories, on: bool = True) -> None:
        """Dims all territories but these on the map, or none any more."""
        if on:
            self.focus.show(territories)
        else:
            self.focus.turn_off()

    def _focus_clicked(self, on):
        chosen = self.view.selected_territories()
        if on and not chosen:
            self._focus_button.setChecked(False)
            self.model.failed.emit(tr("Choose a territory in the table first."))
            return
        self.set_focus(chosen, on)

    def _focus_follows(self):
        if self.focus.is_on:
            self.focus.show(self.view.selected_territories())

    def _sort_by(self, key):
        self.view.set_column_shown(key, True)
        self.view.sortByColumn(self.model.column_of(key), Qt.SortOrder.DescendingOrder)

    def _remember_columns(self):
        self._settings.territories_columns = self.view.column_state()

    def _popup(self, point):
        menu = QMenu(self)
        menu.setObjectName("territoryMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._shown is self._session:
            fill_territory_menu(menu, self, self.view.selected_territories())
        else:
            fill_level_menu(menu, self, self.view.selected_territories())
        menu.popup(point)

    def _fill_gear(self):
        menu = self._gear_menu
        menu.clear()
        if self._session is None:
            return
        menu.addAction(tr("Add Territory…")).triggered.connect(lambda: self.commands.add())
        menu.addAction(tr("Build Territories…")).triggered.connect(lambda: self._plugin.build())
        menu.addAction(tr("Add Planning Layers")).triggered.connect(
            lambda: self._plugin.add_planning_layers()
        )
        menu.addAction(tr("Reps…")).triggered.connect(lambda: show_reps(self._iface, self._plugin))
        menu.addAction(tr("Levels…")).triggered.connect(lambda: show_levels(self._iface, self._plugin))
        if self._session.settings.is_drawn:
            menu.addAction(tr("Write Territories into a Field…")).triggered.connect(
                lambda: self._plugin.write_drawn_territories()
            )
        menu.addSeparator()
        menu.addAction(tr("Lock All Territories")).triggered.connect(
            lambda: self.commands.lock(list(self._session.settings.territories), True)
        )
        menu.addAction(tr("Unlock All Territories")).triggered.connect(
            lambda: self.commands.lock(list(self._session.settings.territories), False)
        )
        menu.addSeparator()
        fill_targets_menu(menu, self)
        menu.addSeparator()
        select = menu.addAction(tr("Point Out Units When a Territory Is Clicked"))
        select.setCheckable(True)
        select.setChecked(self._settings.select_on_click)
        select.toggled.connect(self._select_on_click)
        menu.addMenu(self.view.columns_menu(menu))
        menu.addSeparator()
        menu.addAction(tr("Copy Table")).triggered.connect(lambda: self.copy_table())
        menu.addAction(tr("Export Table…")).triggered.connect(lambda: self.export_table())
        menu.addSeparator()
        menu.addAction(tr("New Plan…")).triggered.connect(lambda: self._plugin.new_plan())
        menu.addAction(tr("Close Plan")).triggered.connect(lambda: self._plugin.close_plan())

    def _select_on_click(self, on):
        self._settings.select_on_click = on
