"""A plan at work: its numbers follow every edit of the units layer, whoever makes it."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.statistics import Balance, balance, statistics
from ..translate import tr
from .field_watch import FieldWatch
from .followers import Followers
from .journal import Journal
from .layer_listener import LayerListener
from .levels import border_words
from .live_alignment import LiveAlignment
from .locks import Allowed, Locks
from .plan import PlanError, PlanSettings, write_plan
from .plan_commands import PlanChange
from .plan_keeper import PlanKeeper
from .planning_mode import PlanningMode
from .scenarios import Scenarios
from .session_controls import SessionControls
from .stroke import Stroke
from .styling import territory_colors
from .territory_list import TerritoryList
from .themes import Themes
from .writing import WritingError, assign_units

if TYPE_CHECKING:
    import pandas as pd

    from ..core.alignment import Alignment
    from ..core.checks import Finding


class PlanSession(QObject, SessionControls):
    """An open plan.

    Edits are gathered and applied once per turn of the event loop; `flush`, and everything that hands out
    numbers, applies them at once. Assignments are edits of the layer like all others: they go through its
    edit buffer, one undo step each, and come back through its signals.

    Parameters
    ----------
    layer : QgsVectorLayer
        The units.
    settings : PlanSettings
        Of this plan; the session keeps them up to date and stores them in the project.
    restyle : bool
        Colour the layer by territory now. Off when a project is being opened, which must not change it.

    Raises
    ------
    ValueError
        When the layer cannot be read as units.
    """

    statisticsChanged = pyqtSignal()
    """The numbers changed."""
    territoriesChanged = pyqtSignal()
    """A territory was added, renamed, recoloured, removed or locked, or what is balanced changed."""
    previewChanged = pyqtSignal(object)
    """A `Stroke` under way, or None when there is none any more."""
    problemsChanged = pyqtSignal()
    """What stands in the plan's way changed; see `problems`."""
    targetChanged = pyqtSignal(str)
    """The territory that the next stroke paints; empty for unassigned."""
    locksChanged = pyqtSignal()
    """Units or territories were locked or unlocked."""
    territoryRenamed = pyqtSignal(str, str)
    """A territory has another name: the old one, the new one."""
    scenarioChanged = pyqtSignal()
    """Another scenario is the current one; the signals about territories, locks and numbers follow."""
    scenariosChanged = pyqtSignal()
    """A scenario came, went, or something else is known of it."""
    editedElsewhere = pyqtSignal(str, int)
    """So many values changed in the field of a scenario that is not the current one."""
    renamedElsewhere = pyqtSignal(str, str, str)
    """In the scenario with this field a territory has another name: the old one, the new one."""
    closed = pyqtSignal()
    """The plan was closed, or its layer is gone. Touch neither any more."""

    def __init__(self, layer: QgsVectorLayer, settings: PlanSettings, *, restyle: bool = True, parent=None):
        super().__init__(parent)
        self.layer = layer
        self.settings = settings
        self.refusal = ""
        """Why the last assignment left units out, in words; empty when it did not."""
        self._live = LiveAlignment(layer, settings)
        self._locks = Locks(settings)
        self._closed = False
        self._target: str | None = None
        self._table: pd.DataFrame | None = None
        self._structure = False
        self._problems: list[str] = []
        self._fields = FieldWatch(layer, settings)
        self._commands: list[PlanChange] = []
        self._flushing = False
        self._told: list[str] = []
        self.planning = PlanningMode(self)
        self.territories = TerritoryList(self)
        self.scenarios = Scenarios(self)
        self._listener = LayerListener(layer, self._watched(), self)
        self.followers = Followers(self)
        self.journal = Journal(self)
        self.keeper = PlanKeeper(self)
        self.themes = Themes(self)
        self._live.tidy_territories()
        self.set_targets()
        self._complete_colors()
        self._listener.changed.connect(self.flush)
        self._listener.beforeCommit.connect(self.flush)
        self._listener.layerGone.connect(self._layer_gone)
        layer.editingStopped.connect(self._commands.clear)
        if restyle:
            self.restyle()
            self.store()
        self.themes.start()

    # numbers
    @property
    def territory_field(self) -> str:
        """Field that holds the alignment."""
        return self.settings.territory_field

    @property
    def alignment(self) -> Alignment:
        """The core's ledger; read it, never change it."""
        return self._live.alignment

    @property
    def crs(self):
        """CRS in metres in which the units are measured."""
        return self._live.crs

    @property
    def live(self) -> LiveAlignment:
        """The way from feature ids to positions in the ledger."""
        return self._live

    def statistics(self) -> pd.DataFrame:
        """The statistics table: one row per territory, what is unassigned last."""
        self.flush()
        if self._table is None:
            self._table = statistics(self.alignment, self.targets, self.settings.reps)
        return self._table

    def balance(self) -> Balance:
        """The balance of the whole plan."""
        self.flush()
        return balance(self.alignment, self.targets)

    @property
    def pending(self) -> bool:
        """Edits were heard that the numbers do not show yet."""
        heard = self._listener.pending or self._structure or self.followers.pending
        return not self._closed and heard

    @property
    def problems(self) -> list[str]:
        """What stands in the plan's way, in words, the remedy included."""
        return [*self._problems, *self._live.warnings, *self.followers.problems]

    @property
    def findings(self) -> list[Finding]:
        """What the plan's other layers have to say about single units or territories."""
        return self.followers.findings

    @property
    def is_open(self) -> bool:
        """Whether the session still follows its layer."""
        return not self._closed

    # who has what
    def fids_of(self, territory: str | None) -> list[int]:
        """Feature ids of a territory's units; of the unassigned for ``None``."""
        self.flush()
        if territory is not None and territory not in self.settings.territories:
            return []
        return self._live.fids_of(territory)

    def territory_of(self, fid: int) -> str | None:
        """Territory of a feature, ``None`` where unassigned or not a unit."""
        self.flush()
        return self._live.territory_of(fid)

    def assign(
        self,
        unit_fids: Iterable[int],
        territory: str | None,
        text: str | None = None,
        *,
        by: str = "assign",
    ) -> bool:
        """Give units to a territory, or to nobody (``None``), as one undo step; locked ones stay.

        The journal calls what did it `by`, such as "paint".

        Returns
        -------
        bool
            Whether anything changed; `refusal` says what was locked.

        Raises
        ------
        PlanError
            When the layer cannot be edited, or planning mode is off.
        """
        self.planning.require()
        self.flush()
        territory = territory or None
        known = self._live.known(unit_fids)
        allowed = self._locks.allowed(known, self._live.territory_of, territory, borders=True)
        self.refusal = _refusal(allowed)
        text = text or (tr("Unassign units") if territory is None else tr("Assign to {territory}")).format(
            territory=territory
        )
        return self.write(dict.fromkeys(allowed.units, territory), text, by=by)

    def preview(self, unit_fids: Iterable[int], territory: str | None) -> pd.DataFrame:
        """The statistics table as it would be after `assign`; nothing changes."""
        return self.stroke(unit_fids, territory).statistics

    def stroke(self, unit_fids: Iterable[int], territory: str | None) -> Stroke:
        """What `assign` would do, with as much of it computed as is looked at."""
        self.flush()
        return Stroke(self, unit_fids, territory or None)

    def show_stroke(self, stroke: Stroke | None) -> None:
        """Let the docks show a stroke that is under way, or that there is none any more."""
        self.previewChanged.emit(stroke)

    def write(
        self,
        territories: Mapping[int, str | None],
        text: str,
        *,
        by: str = "assign",
        redo: Callable[[], None] | None = None,
        undo: Callable[[], None] | None = None,
    ) -> bool:
        """Write who has what, locks or not, as one undo step; `redo` and `undo` become part of it.

        They get no argument, must change only the settings, and are called with every redo and undo. The
        journal calls what did it `by`, such as "build" or "import".

        Raises
        ------
        PlanError
            When the layer cannot be edited.
        """
        self.require_field()
        if len(self.scenarios) > 1:
            # the undo list is the layer's, so it has steps of all scenarios
            text = tr("{step} ({scenario})").format(step=text, scenario=self.scenarios.current.title)
        before = {fid: self._live.territory_of(fid) for fid in territories}
        more = () if redo is None or undo is None else (self._guarded(redo), self._guarded(undo))
        also = self.journal.step(self.territory_field, before, dict(territories), by, *more)
        self._commands.append(also)
        try:
            return assign_units(self.layer, self.territory_field, territories, text, also, before)
        except WritingError as error:
            raise PlanError(str(error)) from error

    def require_field(self) -> None:
        """Raise `PlanError` unless the layer and its territory field are there."""
        if self._closed:
            raise PlanError(tr("The plan is closed."))
        if self.followers.drawn is not None:
            raise PlanError(self.followers.drawn.why_not_assigned())
        if not self._fields.territory_field_exists():
            raise PlanError(self._fields.missing_field())

    # following the layer
    def flush(self) -> None:
        """Apply what is pending at once."""
        if self._closed or self._flushing or not self.pending:
            return
        self._flushing = True
        try:
            self._follow()
        except ValueError as error:
            # the layer cannot be read any more as it is now (say, its source is gone)
            self._tell_problems([str(error)])
        finally:
            self._flushing = False

    def structure_changed(self) -> None:
        """The settings' list of territories changed; the rest follows with the next refresh."""
        self._structure = True
        self.wake()

    def wake(self) -> None:
        """Follow in the next turn of the event loop."""
        self._listener.wake()

    def rename_in_ledger(self, old: str, new: str) -> None:
        """A territory has another name in the settings; its units in the ledger stay its units."""
        if self.scenarios.is_elsewhere:
            self.renamedElsewhere.emit(self.territory_field, old, new)
            return
        self._live.rename_territory(old, new)
        self.territoryRenamed.emit(old, new)
        self.structure_changed()

    def _follow(self) -> None:
        changes = self._listener.take()
        structure, self._structure = self._structure, False
        switched = False
        if changes.fields:
            switched = self.scenarios.follow_fields(changes.renamed)
            structure |= self._follow_fields(changes.renamed)
        if changes.everything:
            self._live.read()
        else:
            self._live.apply(changes)
        if switched:
            self._live.read_other_field()
            self.scenarioChanged.emit()
        structure |= self.followers.follow(changes) or switched
        self.scenarios.follow(changes)
        if changes.renumbered and self._locks.renumber(changes.renumbered):
            self.store()
            self.locksChanged.emit()
        self._table = None
        if self._live.tidy_territories() or structure or changes.everything:
            self._follow_structure()
        elif self.territories.off_map():
            self.set_targets()
        if any(name == self.territory_field for _fid, name in changes.values):
            # QGIS does not draw a layer again for a changed value, nor does a legend that stays the same
            self.layer.triggerRepaint()
        self.statisticsChanged.emit()
        self._tell_problems(self._problems)

    def _follow_structure(self) -> None:
        """Territories came, went or were renamed: targets, colours and the legend follow."""
        if self._target is not None and self._target not in self.settings.territories:
            self.current_target = None
        self.set_targets()
        self._complete_colors()
        self.restyle()
        self.store()
        self.territoriesChanged.emit()

    def scenario_taken(self) -> None:
        """The settings describe another scenario: read who has what in it, and tell everybody."""
        self._fields.look_again()
        self.watch_again()
        self._live.read_other_field()
        self._live.tidy_territories()
        self._table = None
        self.territories.capacities.forget()
        self.show_stroke(None)
        self.scenarioChanged.emit()
        self._follow_structure()
        self.locksChanged.emit()
        self.statisticsChanged.emit()
        self._tell_problems(self._fields.problems())

    def watch_again(self) -> None:
        """Other fields of the layer matter now."""
        self._listener.watch(self._watched())

    def restyle(self) -> None:
        """Colour the map by territory: the units, or the polygons in which the territories are drawn."""
        self.themes.restyle()

    def _follow_fields(self, renamed: Mapping[str, str]) -> bool:
        """Fields were renamed, removed or came back. Tells whether that concerns the plan."""
        changed = self._fields.follow(renamed)
        if changed.measures:
            self._live.read_measures()
        if changed.labels:
            self._live.read_labels()
        self._listener.watch(self._watched())
        self._tell_problems(self._fields.problems())
        return bool(changed)

    # inside
    def store(self) -> None:
        """Write the settings into the project, if they differ from what it holds."""
        write_plan(self.settings, self.project())

    def project(self) -> QgsProject:
        """The project that the plan belongs to."""
        return self.layer.project() or QgsProject.instance()

    def _watched(self) -> tuple[str, ...]:
        return (self.territory_field, *self.settings.field_measures, *self.scenarios.watched())

    def _complete_colors(self) -> None:
        """Colours for territories that have none yet; those once given stay."""
        names = self.settings.territories
        if all(name in self.settings.colors for name in names):
            return
        ledger, known = self.alignment, self.settings.colors
        known.update(territory_colors(ledger.territories, ledger.labels, ledger.adjacency, known))

    def _guarded(self, change: Callable[[], None]) -> Callable[[], None]:
        """The change of the settings as an undo step calls it, possibly long after the plan was closed."""
        session, place = weakref.ref(self), self.scenarios.place()

        def call() -> None:
            alive = session()
            if alive is not None and alive.is_open:
                alive.scenarios.change_in(place, change)
                alive.structure_changed()

        return call

    def _tell_problems(self, problems: list[str]) -> None:
        self._problems = problems
        if self.problems != self._told:
            self._told = self.problems
            self.problemsChanged.emit()

    # the end
    def close(self) -> None:
        """Stop following the layer; the plan's settings stay in the project."""
        if self._closed:
            return
        self._closed = True
        self._listener.stop()
        self.themes.stop()
        self.followers.stop()
        self.scenarios.stop()
        with suppress(TypeError, RuntimeError):  # the layer may be gone, and its connections with it
            self.layer.editingStopped.disconnect(self._commands.clear)
        self.closed.emit()

    def _layer_gone(self) -> None:
        self.themes.forget()
        self.close()


def _refusal(allowed: Allowed) -> str:
    words = []
    if allowed.locked_units == 1:
        words.append(tr("1 unit is locked."))
    elif allowed.locked_units:
        words.append(tr("{count} units are locked.").format(count=allowed.locked_units))
    words += [tr("{territory} is locked.").format(territory=name) for name in allowed.locked_territories]
    words += [border_words(area, allowed.area) for area in allowed.crossed]
    return " ".join(words)
