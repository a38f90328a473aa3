"""The territories of a plan: adding, renaming, removing, colouring them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..core.targets import territory_codes
from ..translate import tr
from .capacities import Capacities
from .plan import PlanError
from .settings_change import SettingsChange

if TYPE_CHECKING:
    from .session import PlanSession

_COLOR = re.compile(r"#[0-9a-fA-F]{6}")


class TerritoryList:
    """Changes the territories of a session's plan.

    Attributes
    ----------
    capacities : Capacities
        What they should get.
    """

    def __init__(self, session: PlanSession):
        self._session = session
        self.capacities = Capacities(session)

    def __iter__(self):
        return iter(self._session.settings.territories)

    def __len__(self) -> int:
        return len(self._session.settings.territories)

    def __contains__(self, name: object) -> bool:
        return name in self._session.settings.territories

    def off_map(self) -> list[str]:
        """Territories that are a segment or a list of accounts and get no units, see `account_rules`."""
        off = self._session.settings.rules.get("off_map", ())
        return [name for name in self if name in off]

    def on_map(self) -> list[str]:
        """The other territories, which units are given to."""
        off = self.off_map()
        return [name for name in self if name not in off]

    def free_code(self) -> str:
        """The next generated code that no territory has: T09."""
        codes = territory_codes(len(self) + 1)
        return next(code for code in reversed(codes) if code not in self)

    def add(self, name: str | None = None, rep: str | None = None) -> str:
        """Add a territory without units; returns its name."""
        session = self._session
        self._refuse_drawn()
        session.flush()
        name = self._new_name(name) if name else self.free_code()
        session.settings.territories.append(name)
        if rep:
            session.settings.reps[name] = rep
        session.structure_changed()
        session.flush()
        return name

    def rename(self, old: str, new: str) -> None:
        """Give a territory another name: one undo step of the layer, if it has units."""
        session, settings = self._session, self._session.settings
        session.flush()
        self._require(old)
        if new.strip() == old:
            return
        new = self._new_name(new)
        if session.followers.drawn is not None:
            session.followers.drawn.rename(old, new)
            return

        def redo() -> None:
            settings.rename(old, new)
            session.rename_in_ledger(old, new)

        def undo() -> None:
            settings.rename(new, old)
            session.rename_in_ledger(new, old)

        was_target = session.current_target == old
        text = tr("Rename {old} to {new}").format(old=old, new=new)
        units = dict.fromkeys(session.fids_of(old), new)
        if not session.write(units, text, by="rename", redo=redo, undo=undo):
            redo()
        if was_target:
            session.current_target = new
        session.flush()

    def remove(self, name: str) -> None:
        """Remove a territory and unassign its units: one undo step of the layer, if it has units."""
        session, settings = self._session, self._session.settings
        session.flush()
        self._require(name)
        self._refuse_drawn()
        units = session.fids_of(name)
        if name in session.locked_territories or session.locked_units.intersection(units):
            words = tr("{territory} or some of its units are locked. Unlock them first.")
            raise PlanError(words.format(territory=name))
        before, found = list(settings.territories), name in settings.found

        def redo() -> None:
            settings.territories = [other for other in settings.territories if other != name]
            settings.found.discard(name)

        def undo() -> None:
            if name not in settings.territories:
                settings.territories.insert(min(before.index(name), len(settings.territories)), name)
                settings.found.update([name] if found else [])

        text = tr("Remove {territory}").format(territory=name)
        if not session.write(dict.fromkeys(units), text, by="remove", redo=redo, undo=undo):
            redo()
            session.structure_changed()
        session.flush()

    def set_color(self, name: str, color: str) -> None:
        """Give a territory another colour, on the map too."""
        self._require(name)
        if not _COLOR.fullmatch(color):
            raise PlanError(tr("“{color}” is no colour. Give one like #1b9e77.").format(color=color))
        session = self._session
        session.settings.colors[name] = color.lower()
        session.restyle()
        session.store()
        session.territoriesChanged.emit()

    def set_rep(self, name: str, rep: str | None) -> None:
        """Say who serves a territory; nothing for nobody. A territory with a rep stays without units, too."""
        self._require(name)
        settings = self._session.settings
        if rep and rep.strip():
            settings.reps[name] = rep.strip()
            settings.found.discard(name)
        else:
            settings.reps.pop(name, None)
        self._session.followers.accounts.hold()
        self._session.refresh_targets()

    def replace_all(self, names: list[str], **others: Any) -> tuple:
        """How to put another list of territories in the place of this one, and how to take that back.

        *others* are settings that change with them, by their name (see `SettingsChange`).
        """
        settings = self._session.settings
        before, found = list(settings.territories), set(settings.found)
        change = SettingsChange(settings, others)

        def redo() -> None:
            settings.territories, settings.found = list(names), set()
            change.redo()

        def undo() -> None:
            settings.territories, settings.found = list(before), set(found)
            change.undo()

        return redo, undo

    def _refuse_drawn(self) -> None:
        """Territories that are drawn come and go with their polygons."""
        drawn = self._session.followers.drawn
        if drawn is not None:
            raise PlanError(drawn.why_not_assigned())

    def _require(self, name: str) -> None:
        if name not in self:
            raise PlanError(tr("There is no territory “{territory}”.").format(territory=name))

    def _new_name(self, name: str) -> str:
        name = name.strip()
        if not name:
            raise PlanError(tr("A territory needs a name."))
        if name in self:
            raise PlanError(
                tr("There is a territory “{territory}” already. Choose another name.").format(territory=name)
            )
        return name
