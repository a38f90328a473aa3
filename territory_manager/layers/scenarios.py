"""The scenarios of an open plan: alignments of the same units, a text field each; one is the current one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..translate import tr
from .baseline import Baseline
from .plan import PlanError
from .scenario import OWN_KEY, Scenario, checked_day, make_current, now_utc, own_settings, rename_field
from .scenario_fields import check_alignment, column, free_field
from .styling import follow_field
from .writing import WritingError, add_alignment_field, remove_field

if TYPE_CHECKING:
    from .layer_listener import Changes
    from .session import PlanSession

#: Stands for "nobody has anything" where a scenario to copy is asked for.
EMPTY = ""


class Place:
    """Where a scenario is kept, also after its field got another name."""

    def __init__(self, field: str):
        self.field = field


class Scenarios:
    """The scenarios of a session's plan.

    A plan that knows of none has exactly one: its territory field. A scenario whose field is not there (it
    was removed, or its making undone) is not listed; it comes back with its field, and is forgotten once that
    cannot be any more. `PlanSession.scenarioChanged` tells that another one is the current one,
    `PlanSession.scenariosChanged` that something else about them changed.
    """

    def __init__(self, session: PlanSession):
        self._session = session
        self._places: dict[str, Place] = {}
        self._visited: list[str] = []
        self._elsewhere: str | None = None
        self._writing = False
        self._connections = (
            (session.layer.afterCommitChanges, self._settled),
            (session.layer.afterRollBack, self._settled),
        )
        for signal, slot in self._connections:
            signal.connect(slot)

    def stop(self) -> None:
        """Stop listening; harmless when done twice."""
        connections, self._connections = self._connections, ()
        for signal, slot in connections:
            try:
                signal.disconnect(slot)
            except (TypeError, RuntimeError):
                # the layer is gone already, and its connections with it
                continue

    # what there is
    @property
    def available(self) -> bool:
        """There can be several: a field holds the alignment, not polygons that are drawn."""
        return not self._session.settings.is_drawn

    @property
    def current(self) -> Scenario:
        """The one that docks and map show."""
        return self.of(self._session.territory_field)

    def of(self, field: str) -> Scenario:
        """What is known of the alignment that a field holds."""
        return Scenario.of(self._session.settings, field)

    def title_of(self, field: str) -> str:
        """Its name on screen; a field that is no scenario is called as it is."""
        return self.of(field).title

    def all(self) -> list[Scenario]:
        """All of them, archived ones too, the oldest first."""
        settings = self._session.settings
        fields = {settings.territory_field, *(name for name in settings.scenarios if self._there(name))}
        return sorted(map(self.of, fields), key=lambda scenario: (scenario.created, scenario.field))

    def fields(self) -> list[str]:
        """Their fields."""
        return [scenario.field for scenario in self.all()]

    def __iter__(self) -> Iterator[Scenario]:
        return iter(self.all())

    def __len__(self) -> int:
        return len(self.all())

    def __contains__(self, field: object) -> bool:
        return field == self._session.territory_field or (
            field in self._session.settings.scenarios and self._there(str(field))
        )

    def territories(self, field: str) -> dict[int, str | None]:
        """Feature id → territory of every unit in any text field of the layer, unsaved edits included."""
        session = self._session
        session.flush()
        ids = session.alignment.units.ids.tolist()
        if field == session.territory_field:
            return {fid: session.live.territory_of(fid) for fid in ids}
        found = column(session.layer, field)
        return {fid: found.get(fid) for fid in ids}

    def own(self, field: str) -> dict[str, Any]:
        """What a scenario has of its own (`scenario.OWN`): its territories, reps, colours …; a copy."""
        return own_settings(self._session.settings, field)

    # making and removing them
    def add(
        self,
        title: str,
        source: str | None = None,
        *,
        note: str = "",
        author: str = "",
        effective: str | None = None,
        switch: bool = True,
    ) -> Scenario:
        """Copy a scenario into a new text field of the units, as one undo step.

        Parameters
        ----------
        title : its name; no other one has it
        source : field of the scenario that is copied, or any other text field; ``None`` for the current one,
            `EMPTY` for a scenario in which nobody has anything, with the territories of the current one
        note, author, effective : see `Scenario`
        switch : make it the current one

        Raises
        ------
        PlanError
            When the title is taken or the layer cannot be edited.
        """
        session = self._session
        self._require()
        session.flush()
        before = session.territory_field
        source = before if source is None else source
        self.check_new(title, source)
        title, effective = self._checked_title(title), checked_day(effective)
        values = {} if source == EMPTY else self.territories(source)
        field = self.field_for(title)
        fresh = Scenario(field, title, note.strip(), author.strip(), now_utc(), effective)
        settings = session.settings
        if before not in settings.scenarios:
            self.current.store(settings)
        settings.scenarios[field] = {**fresh.to_dict(), OWN_KEY: self._begin_with(source)}
        # known before its values are written, so that they are heard as values of a scenario
        session.watch_again()
        Baseline.of(session)  # it must have seen what was saved before there is a field that was not
        like = session.layer.fields().field(before)
        text = tr("New scenario {title}").format(title=title)
        try:
            self._write(lambda: add_alignment_field(session.layer, field, like, values, text))
        except WritingError as error:
            del settings.scenarios[field]
            raise PlanError(str(error)) from error
        self._changed()
        if switch:
            self.switch(field)
        return fresh

    def check_new(self, title: str, source: str) -> None:
        """Raise `PlanError` when no scenario of that title can be made of `source` (see `add`)."""
        self._require()
        self._checked_title(title)
        if source != EMPTY and source not in self:
            check_alignment(self._session.layer, source)

    def field_for(self, title: str) -> str:
        """Name of the field in which a new scenario would be kept."""
        return free_field(self._session.layer, title, self._session.settings.scenarios)

    def adopt(self, field: str, title: str) -> Scenario:
        """Let a text field that the units have already be a scenario, without a copy.

        Raises
        ------
        PlanError
            When the layer has no such text field, or what it holds are no territories.
        """
        self._require()
        check_alignment(self._session.layer, field)
        if field in self:
            raise PlanError(tr("Field “{field}” is a scenario already.").format(field=field))
        settings = self._session.settings
        fresh = Scenario(field, self._checked_title(title), created=now_utc())
        self.current.store(settings)
        settings.scenarios[field] = {**fresh.to_dict(), OWN_KEY: self._begin_with(field)}
        self._session.watch_again()
        self._changed()
        return fresh

    def remove(self, field: str) -> None:
        """Drop a scenario with its field, as one undo step; another one becomes current where it was.

        Raises
        ------
        PlanError
            When it is the only one, or the layer cannot be edited.
        """
        session = self._session
        self._require(field)
        others = [other.field for other in self if other.field != field]
        if not others:
            raise PlanError(tr("“{title}” is the only scenario.").format(title=self.title_of(field)))
        session.flush()
        if field == session.territory_field:
            self.switch(self._before_that(others))
        text = tr("Delete scenario {title}").format(title=self.title_of(field))
        try:
            self._write(lambda: remove_field(session.layer, field, text))
        except WritingError as error:
            raise PlanError(str(error)) from error
        self._changed()

    def forget(self, field: str) -> None:
        """The field is no scenario any more, but stays as it is.

        Raises
        ------
        PlanError
            When it is the current one.
        """
        self._require(field)
        if field == self._session.territory_field:
            raise PlanError(tr("“{title}” is shown now. Switch to another scenario first.").format(
                title=self.title_of(field)))
        self._session.settings.scenarios.pop(field, None)
        self._session.watch_again()
        self._changed()

    def drop(self, field: str) -> None:
        """Forget a scenario whose field is gone and does not come back."""
        if not self._there(field):
            self._session.settings.scenarios.pop(field, None)
            self._places.pop(field, None)
            self._session.watch_again()
            self._changed()

    # changing them
    def update(self, field: str, **details: Any) -> Scenario:
        """Give a scenario another title, note, author, effective day, or mark it as archived or approved.

        Raises
        ------
        PlanError
            When the title is taken, the day is none, or the current one is to be archived.
        """
        self._require(field)
        if "title" in details:
            details["title"] = self._checked_title(details["title"], field)
        if "effective" in details:
            details["effective"] = checked_day(details["effective"])
        if details.get("archived") and field == self._session.territory_field:
            raise PlanError(tr("“{title}” is shown now. Switch to another scenario first.").format(
                title=self.title_of(field)))
        changed = replace(self.of(field), **details)
        if changed != self.of(field):
            changed.store(self._session.settings)
            self._changed()
        return changed

    @property
    def baseline(self) -> str | None:
        """Field that changes are measured against; ``None`` for the alignment as last saved."""
        return Baseline.of(self._session).field

    def set_baseline(self, field: str | None) -> None:
        """Measure changes against this scenario, or against what was last saved."""
        Baseline.of(self._session).field = field
        self._session.scenariosChanged.emit()

    def switch(self, field: str) -> bool:
        """Make another scenario the current one, in place; tells whether it was not.

        No edit of the layer is made, none is lost, and the undo list stays.

        Raises
        ------
        PlanError
            When there is no such scenario.
        """
        session = self._session
        self._require(field)
        if field == session.territory_field:
            return False
        session.flush()
        self._leave_to(field)
        session.scenario_taken()
        return True

    # what the session asks
    def watched(self) -> list[str]:
        """Fields whose edits matter beside those of the current scenario."""
        settings = self._session.settings
        names = dict.fromkeys([*settings.scenarios, *filter(None, [settings.baseline])])
        return [name for name in names if name != settings.territory_field]

    @property
    def is_elsewhere(self) -> bool:
        """The settings describe another scenario for the moment, because undo or redo changes that one."""
        return self._elsewhere is not None

    def place(self, field: str | None = None) -> Place:
        """Where a scenario is kept; without its field, the one that the settings describe now."""
        field = self._session.territory_field if field is None else field
        return self._places.setdefault(field, Place(field))

    def change_in(self, place: Place, change: Callable[[], None]) -> None:
        """Let undo or redo change the settings of the scenario that they were made in."""
        settings, here = self._session.settings, self._session.territory_field
        if place.field == here:
            change()
            return
        if place.field not in settings.scenarios:
            return
        self._elsewhere = here
        make_current(settings, place.field)
        try:
            change()
        finally:
            make_current(settings, here)
            self._elsewhere = None

    def follow_fields(self, renamed: Mapping[str, str]) -> bool:
        """Fields were renamed, removed or came back. Tells whether that made another scenario current."""
        settings = self._session.settings
        for old, new in renamed.items():
            rename_field(settings, old, new)
            if old in self._places:
                place = self._places[new] = self._places.pop(old)
                place.field = new
        self._visited = [renamed.get(name, name) for name in self._visited]
        self._session.scenariosChanged.emit()
        current = renamed.get(settings.territory_field, settings.territory_field)
        others = [name for name in settings.scenarios if name != current and self._there(name)]
        if not self.available or self._there(current) or not others:
            return False
        settings.territory_field = current
        self._leave_to(self._before_that(others))
        return True

    def follow(self, changes: Changes) -> None:
        """Feature ids changed with a commit, or units were edited in a scenario that is not shown."""
        settings = self._session.settings
        if changes.renumbered:
            for entry in settings.scenarios.values():
                locked = entry.get(OWN_KEY, {}).get("locked_units", [])
                if changes.renumbered.keys() & set(locked):
                    locked[:] = sorted(changes.renumbered.get(fid, fid) for fid in locked)
        if self._writing:
            return
        edited: dict[str, int] = {}
        for _fid, name in changes.values:
            if name != settings.territory_field and name in settings.scenarios:
                edited[name] = edited.get(name, 0) + 1
        for name, count in edited.items():
            if name in self:
                self._session.editedElsewhere.emit(name, count)

    def rename_rep(self, old: str, new: str) -> None:
        """A rep has another name: in the scenarios that are not shown, too."""
        for entry in self._session.settings.scenarios.values():
            given = entry.get(OWN_KEY, {}).get("reps", {})
            given.update({territory: new for territory, name in given.items() if name == old})

    # inside
    def _leave_to(self, field: str) -> None:
        session = self._session
        before = session.territory_field
        self._visited = [*(name for name in self._visited if name != field), before]
        make_current(session.settings, field)
        if session.followers.drawn is None:
            follow_field(session.layer, before, field)

    def _there(self, field: str) -> bool:
        return self._session.layer.fields().lookupField(field) >= 0

    def _before_that(self, others: list[str]) -> str:
        """The scenario that was the current one before, else the first."""
        back = [name for name in reversed(self._visited) if name in others]
        open_ones = [name for name in others if not self.of(name).archived]
        return next((name for name in back if name in open_ones), (open_ones or others)[0])

    def _require(self, field: str | None = None) -> None:
        session = self._session
        if not session.is_open:
            raise PlanError(tr("The plan is closed."))
        if not self.available:
            raise PlanError(
                tr(
                    "The territories of this plan are drawn. Write them into a field first: gear menu of the "
                    "Territories dock."
                )
            )
        if field is not None and field not in self:
            raise PlanError(tr("The plan has no scenario “{field}”.").format(field=field))

    def _checked_title(self, title: str, field: str | None = None) -> str:
        title = " ".join(title.split())
        if not title:
            raise PlanError(tr("A scenario needs a title."))
        if any(other.title.lower() == title.lower() for other in self if other.field != field):
            raise PlanError(
                tr("There is a scenario “{title}” already. Choose another title.").format(title=title)
            )
        return title

    def _begin_with(self, source: str) -> dict[str, Any]:
        """What a new scenario has of its own: that of its source, or what the layer says of other fields."""
        here = self._session.territory_field
        own = self.own(source if source in self else here)
        if source == EMPTY:
            own["found"], own["locked_units"], own["locked_territories"] = [], [], []
        elif source not in self:
            # what an own field has at the start stays, like the territories that a plan begins with
            values = self.territories(source).values()
            own.update(territories=_natural(values), found=[], number=None, locked_units=[])
            for name in ("capacities", "locked_territories"):
                own[name] = type(own[name])()
        return own

    def _write(self, write: Callable[[], object]) -> None:
        self._writing = True
        try:
            write()
            self._session.flush()
        finally:
            self._writing = False

    def _changed(self) -> None:
        self._session.store()
        self._session.scenariosChanged.emit()

    def _settled(self) -> None:
        """What was saved or given up does not come back by undo: scenarios without a field are forgotten."""
        session = self._session
        session.flush()
        settings = session.settings
        gone = [
            name
            for name in settings.scenarios
            if name != session.territory_field and not self._there(name)
        ]
        for name in gone:
            self.drop(name)


def _natural(values: Iterable[str | None]) -> list[str]:
    from .reading import natural_key

    return sorted({value for value in values if value is not None}, key=natural_key)
