"""An alignment from outside (a table, boundaries, last year's units) on its way into an open plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from ..translate import tr
from .plan import PlanError
from .reading import natural_key
from .settings_change import SettingsChange

if TYPE_CHECKING:
    from .session import PlanSession


class Incoming:
    """Who is to have what, weighed against what the plan has and locks; nothing changes until `apply`.

    Parameters
    ----------
    session : PlanSession
    wanted : mapping of int to str or None
        Feature id → territory, None for nobody; units that are not in it stay as they are.
    reps : mapping of str to str, optional
        Territory → who serves it.

    Attributes
    ----------
    moves : dict
        Feature id → territory of the units that change hands.
    same : int
        Units that have the wanted territory already.
    locked_units : int
    locked_territories : tuple of str
        What the locks keep as it is.
    new : list of str
        Territories that the plan does not have yet, in natural order.
    emptied : list of str
        Territories that lose all their units.
    drop : bool
        Remove those from the plan.
    """

    def __init__(
        self,
        session: PlanSession,
        wanted: Mapping[int, str | None],
        reps: Mapping[str, str] | None = None,
    ):
        session.flush()
        self._session = session
        self.moves: dict[int, str | None] = {}
        self.locked_units = 0
        closed: dict[str, None] = {}
        groups: dict[str | None, list[int]] = {}
        for fid, territory in wanted.items():
            groups.setdefault(territory or None, []).append(fid)
        for territory, fids in groups.items():
            known = session.live.known(fids)
            allowed = session.locks.allowed(known, session.live.territory_of, territory)
            self.moves.update(dict.fromkeys(allowed.units, territory))
            self.locked_units += allowed.locked_units
            closed.update(dict.fromkeys(allowed.locked_territories))
        self.locked_territories = tuple(closed)
        self.same = sum(session.live.territory_of(fid) == (name or None) for fid, name in wanted.items())
        there = set(session.settings.territories)
        arriving = {name for name in self.moves.values() if name is not None} - there
        self.new = sorted(arriving, key=natural_key)
        self.emptied = self._emptied()
        self.drop = False
        named = {*there, *arriving}
        before = session.settings.reps
        self.reps = {
            name: rep for name, rep in (reps or {}).items() if name in named and before.get(name) != rep
        }

    def _emptied(self) -> list[str]:
        """Territories that have no units afterwards: all of theirs go, or they never had any and get none."""
        if not self.moves:
            return []
        session = self._session
        left = Counter(session.live.territory_of(fid) for fid in self.moves)
        had = dict(zip(session.alignment.territories, session.alignment.counts.tolist()))
        kept = {*session.locked_territories, *session.territories.off_map()}
        gaining = set(self.moves.values())
        return [
            name
            for name in session.settings.territories
            if had.get(name, 0) == left[name] and name not in gaining and name not in kept
        ]

    @property
    def unassigned(self) -> int:
        """Units that lose their territory and get no other."""
        return sum(territory is None for territory in self.moves.values())

    @property
    def is_nothing(self) -> bool:
        """There is nothing to change."""
        return not self.moves and not self.reps

    def words(self) -> str:
        """What will happen, in a sentence or two."""
        parts = [
            tr("1 unit changes hands")
            if len(self.moves) == 1
            else tr("{count} units change hands").format(count=_exact(len(self.moves)))
        ]
        if self.unassigned:
            parts.append(tr("{count} of them to nobody").format(count=_exact(self.unassigned)))
        parts.append(tr("{count} stay where they are").format(count=_exact(self.same)))
        words = ", ".join(parts) + "."
        if self.new:
            shown = ", ".join(self.new[:5]) + (", …" if len(self.new) > 5 else "")
            words += " " + tr("New territories: {count} ({names}).").format(
                count=_exact(len(self.new)), names=shown
            )
        if self.emptied:
            shown = ", ".join(self.emptied[:5]) + (", …" if len(self.emptied) > 5 else "")
            text = (
                tr("Territories that are removed, having no units any more: {count} ({names}).")
                if self.drop
                else tr("Territories left without units: {count} ({names}).")
            )
            words += " " + text.format(count=_exact(len(self.emptied)), names=shown)
        if self.reps:
            words += " " + tr("Reps that change: {count}.").format(count=_exact(len(self.reps)))
        return words + (" " + self.refusal if self.refusal else "")

    def done_words(self) -> str:
        """What was done, short enough for a message."""
        words = tr("{count} units changed hands. One undo takes it back.").format(
            count=_exact(len(self.moves))
        )
        if self.new:
            words += " " + tr("New territories: {count}.").format(count=_exact(len(self.new)))
        return words + (" " + self.refusal if self.refusal else "")

    @property
    def refusal(self) -> str:
        """What the locks keep as it is, in words; empty where they do not matter."""
        words = []
        if self.locked_units:
            words.append(tr("Locked units that stay: {count}.").format(count=_exact(self.locked_units)))
        if self.locked_territories:
            words.append(
                tr("Locked territories, which neither gain nor lose: {names}.").format(
                    names=", ".join(self.locked_territories)
                )
            )
        return " ".join(words)

    def apply(self, text: str) -> bool:
        """Write it as one undo step, new territories and reps included; tells whether anything changed.

        Raises
        ------
        PlanError
            When the layer cannot be edited, or a unit changed hands meanwhile.
        """
        session = self._session
        session.require_field()
        session.flush()
        if Incoming(session, self.moves).moves != self.moves:
            raise PlanError(tr("The plan has changed meanwhile. Look at what will happen again."))
        settings = session.settings
        reps = SettingsChange(settings, {"reps": {**settings.reps, **self.reps}})
        was_found = settings.found.intersection({*self.new, *self.emptied})

        dropped = set(self.emptied) if self.drop else set()
        before = list(settings.territories)

        def redo() -> None:
            there = set(settings.territories)
            names = [*settings.territories, *(name for name in self.new if name not in there)]
            settings.territories = [name for name in names if name not in dropped]
            settings.found -= {*self.new, *dropped}
            reps.redo()

        def undo() -> None:
            for place, name in enumerate(before):
                if name in dropped and name not in settings.territories:
                    settings.territories.insert(min(place, len(settings.territories)), name)
            # one that was painted with meanwhile stays, as one that only an edit of the layer made
            settings.found |= {name for name in self.new if name in settings.territories} | was_found
            reps.undo()

        if self.is_nothing:
            return False
        if not session.write(self.moves, text, by="import", redo=redo, undo=undo):
            redo()
            session.refresh_targets()
        session.flush()
        return True


def _exact(count: int) -> str:
    """A number as people read it, in the user's own locale."""
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(count)
