"""Wiring: what the plugin adds to QGIS, and who is told when a plan opens or closes.

Nothing heavy is imported here; what needs numpy and its friends is imported when it is first used.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QObject, QSettings, QTimer, QTranslator, pyqtSignal

from . import dependencies
from .gui.messages import push_message
from .settings import Settings
from .translate import tr


class TerritoryManagerPlugin(QObject):
    """The plugin object, ``qgis.utils.plugins["territory_manager"]``."""

    sessionChanged = pyqtSignal(object)
    """Another plan is open: a `PlanSession`, or None."""

    def __init__(self, iface):
        super().__init__()
        self._iface = iface
        self._settings = Settings()
        self._session = None
        self._provider = None
        self._translator = None
        self._actions = None
        self._docks = None
        self._map_toolbar = None
        self._build = None

    # what QGIS calls
    def initProcessing(self) -> None:
        """Add the algorithms; also called without a window, by qgis_process."""
        if self._provider is None:
            from .processing.provider import TerritoryManagerProvider

            provider = TerritoryManagerProvider()
            # refused, and deleted, where a script has registered it already
            if QgsApplication.processingRegistry().addProvider(provider):
                self._provider = provider

    def initGui(self) -> None:
        """Add everything that is seen."""
        self._install_translator()
        self.initProcessing()
        from .gui.assign_menu import AssignMenu
        from .gui.docks import Docks
        from .gui.map_toolbar import MapToolbar

        self._docks = Docks(self._iface, self)
        menu = AssignMenu(self._docks.territories.commands, self._iface.mainWindow())
        self._actions = self._new_actions(menu)
        self._map_toolbar = MapToolbar(self._iface, self)
        project = QgsProject.instance()
        project.readProject.connect(self._project_read)
        project.cleared.connect(self._project_cleared)
        self._restore_plan()

    def unload(self) -> None:
        """Take everything away again, whatever is going on."""
        from .layers.tasks import abandon_all

        abandon_all()
        if self._docks is not None:
            project = QgsProject.instance()
            project.readProject.disconnect(self._project_read)
            project.cleared.disconnect(self._project_cleared)
        self.set_session(None)
        if self._build is not None:
            self._build.abandon()
            self._build.deleteLater()
            self._build = None
        if self._map_toolbar is not None:
            self._map_toolbar.unload()
            self._map_toolbar = None
        if self._actions is not None:
            self._actions.remove()
            self._actions = None
        if self._docks is not None:
            self._docks.remove()
            self._docks = None
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    # plans
    @property
    def session(self):
        """The open plan's session, None when no plan is open."""
        return self._session

    @property
    def docks(self):
        """The docks in the window, None while there is no window."""
        return self._docks

    def open_plan(
        self, layer, territory_field, measures=(), weights=None, territories=None, tolerance=5.0, **more
    ):
        """Open a plan on a layer and return its session; see `layers.opening.open_session`.

        Raises
        ------
        ValueError
            When the plan cannot be made, with words that say why and what to do.
        """
        self._require_packages()
        from .layers.opening import open_session

        session = open_session(layer, territory_field, measures, weights, territories, tolerance, **more)
        self.set_session(session)
        return session

    def open_drawn_plan(
        self, boundaries, name_field, units, measures=(), weights=None, tolerance=5.0, **more
    ):
        """Open a plan whose territories are polygons drawn over units or accounts.

        Returns its session; see `layers.opening.open_drawn_session`.

        Raises
        ------
        ValueError
            When the plan cannot be made, with words that say why and what to do.
        """
        self._require_packages()
        from .layers.opening import open_drawn_session

        session = open_drawn_session(boundaries, name_field, units, measures, weights, tolerance, **more)
        self.set_session(session)
        return session

    def close_plan(self) -> None:
        """Close the plan; layer, alignment and settings stay where they are."""
        session = self._session
        if session is None:
            return
        session.settings.active = False
        session.store()
        self.set_session(None)

    # commands
    def new_plan(self) -> None:
        """Ask for a plan and open it."""
        if self._says_what_is_missing():
            return
        from .gui.new_plan_dialog import NewPlanDialog

        dialog = NewPlanDialog(self._iface, self._iface.mainWindow())
        try:
            if dialog.exec():
                plan = dialog.plan()
                open_it = self.open_drawn_plan if "boundaries" in plan else self.open_plan
                self._try(lambda: open_it(**plan))
        finally:
            dialog.deleteLater()

    def open_sample(self, folder=None):
        """Open the sample plan in a copy that can be edited, in the QGIS profile unless a folder is given."""
        if self._says_what_is_missing():
            return None
        from .gui import sample

        return self._try(lambda: self._open_sample(sample, folder or sample.default_folder()))

    def build(self) -> None:
        """Ask how to build territories, build them in the background and apply the result."""
        if self._session is None:
            self._warn(tr("Open a plan first."))
            return
        from .gui.build_run import BuildRun

        if self._build is None:
            self._build = BuildRun(self._iface, self)
        self._try(lambda: self._build.ask_and_start(self._session))

    def rebalance(self) -> None:
        """Show plans that disturb little and make the one that is chosen."""
        if self._session is None:
            self._warn(tr("Open a plan first."))
            return
        from .gui.rebalance_dialog import RebalanceDialog

        dialog = self._try(lambda: RebalanceDialog(self._session, self._iface.mainWindow()))
        if dialog is not None:
            try:
                dialog.exec()
            finally:
                dialog.deleteLater()

    def add_planning_layers(self) -> None:
        """Add layers to draw seeds, barriers and bridges in; the open plan obeys them."""
        if self._session is None:
            self._warn(tr("Open a plan first."))
            return
        from .gui.planning_commands import add_planning_layers

        add_planning_layers(self._iface, self._session)

    def write_drawn_territories(self) -> None:
        """Write the territories of a drawn plan into a field of the units, and plan on with that."""
        from .gui.planning_commands import ask_for_field

        session = self._session
        field = ask_for_field(self._iface, session) if session is not None else ""
        if field:
            self._try(lambda: self._plan_on(session, field))

    def validate(self) -> None:
        """Show what is wrong with the plan."""
        if self._session is not None:
            self._docks.show_problems()

    # inside
    def _new_actions(self, assign_menu):
        from .gui.actions import Actions
        from .gui.command_list import commands

        return Actions(self._iface, commands(self._iface, self), assign_menu, self._docks.actions())

    def _plan_on(self, drawn, field):
        """Open an ordinary plan on what a drawn one says."""
        from .layers.opening import open_written_session

        session = open_written_session(drawn, field)
        self.set_session(session)
        return session

    def set_session(self, session) -> None:
        """Show this session's plan everywhere, and end the one that was shown; None shows none."""
        before, self._session = self._session, session
        if before is not None and session is not None and before.is_open:
            # of several plans in a project the one that is shown is opened again with it
            before.settings.active = before.settings.plan_id == session.settings.plan_id
            if not before.settings.active:
                before.store()
        if before is not None:
            before.closed.disconnect(self._session_closed)
            if self._build is not None:
                self._build.abandon()
        if session is not None:
            session.closed.connect(self._session_closed)
        if self._docks is not None:
            self._docks.set_session(session)
        if self._map_toolbar is not None:
            self._map_toolbar.set_session(session)
        if self._actions is not None:
            self._actions.set_plan_open(session is not None)
        if before is not None:
            before.close()
            before.deleteLater()
        self.sessionChanged.emit(session)

    def _session_closed(self) -> None:
        """The plan's layer is gone."""
        self.set_session(None)

    def _project_read(self, _document=None) -> None:
        self._restore_plan()

    def _project_cleared(self) -> None:
        self.set_session(None)

    def _restore_plan(self) -> None:
        """Open the plan that was open when the project was saved; the project stays unchanged."""
        project = QgsProject.instance()
        if not project.entryList("territory_manager", "") or dependencies.missing():
            return
        from .layers.opening import reopen_session
        from .layers.plan import PlanError, read_plans

        try:
            plan = next((plan for plan in read_plans(project) if plan.active), None)
            if plan is not None:
                self.set_session(reopen_session(plan, project))
        except (PlanError, ValueError) as error:
            self._warn(str(error))

    def _open_sample(self, sample, folder):
        try:
            path = sample.copy_sample(folder)
            starts = not QgsProject.instance().mapLayers()
            units = sample.add_sample(path, QgsProject.instance())
        except OSError as error:
            words = tr("The sample plan cannot be copied to {folder}: {reason}")
            raise ValueError(words.format(folder=folder, reason=error)) from error
        session = self.open_plan(
            units,
            sample.FIELD,
            sample.MEASURES,
            territories=sample.NUMBER,
            name=tr("Southeast (Sample)"),
            reps_layer=sample.reps_of(units, QgsProject.instance()),
        )
        self._iface.setActiveLayer(units)

        def show():
            if self._session is session:
                if starts:
                    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(sample.CRS))
                sample.zoom_to(self._iface.mapCanvas(), units)

        show()
        if starts:
            # QGIS gives a project the CRS and the extent of its first layer in the next turn
            QTimer.singleShot(0, show)
        words = tr("This is a copy to try things out with: {name}").format(name=path.name)
        push_message(self._iface, tr("Sample Plan"), words, Qgis.MessageLevel.Info, 8)
        return session

    @staticmethod
    def _require_packages() -> None:
        missing = dependencies.message()
        if missing:
            raise ValueError(missing)

    def _says_what_is_missing(self) -> bool:
        words = dependencies.message()
        if words:
            self._warn(words)
        return bool(words)

    def _try(self, call):
        """Call it; what goes wrong is said in the message bar."""
        try:
            return call()
        except ValueError as error:
            self._warn(str(error))
            return None

    def _warn(self, words: str) -> None:
        push_message(self._iface, tr("Territory Manager"), words, Qgis.MessageLevel.Warning)

    def _install_translator(self) -> None:
        locale = QSettings().value("locale/userLocale", QLocale().name(), type=str)
        for name in (locale, locale[:2]):
            path = Path(__file__).parent / "i18n" / f"territory_manager_{name}.qm"
            if path.exists():
                translator = QTranslator(self)
                if translator.load(str(path)):
                    QCoreApplication.installTranslator(translator)
                    self._translator = translator
                return
