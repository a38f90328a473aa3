"""Changes of one scenario taken over into another, as one undo step; locks are respected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..translate import tr
from .settings_change import SettingsChange

if TYPE_CHECKING:
    from .session import PlanSession

#: What a territory that comes along brings with it.
_BROUGHT = ("reps", "colors", "capacities")


@dataclass(frozen=True)
class Taken:
    """What became of a merge.

    Attributes
    ----------
    units : int
        How many units changed hands.
    locked_units : int
        How many stayed because they are locked themselves.
    locked_territories : dict
        Locked territory → how many units stayed because of it.
    fresh : list of str
        Territories that the current scenario did not have.
    """

    units: int = 0
    locked_units: int = 0
    locked_territories: Mapping[str, int] | None = None
    fresh: tuple[str, ...] = ()

    @property
    def locked(self) -> int:
        """How many units stayed because of a lock."""
        return self.locked_units + sum((self.locked_territories or {}).values())


def merge(
    session: PlanSession,
    source: str,
    fids: Iterable[int] | None = None,
    territories: Iterable[str | None] | None = None,
) -> Taken:
    """Take changes of another scenario over into the current one, as one undo step.

    Parameters
    ----------
    session : PlanSession
    source : str
        Field of the other scenario, or any text field with territories.
    fids : iterable of int, optional
        Units that shall be with whom they are with there; ``None`` for all.
    territories : iterable of str or None, optional
        Only units that one of these has here or there: afterwards it has exactly what it has there.

    Raises
    ------
    PlanError
        When there is no such field, the layer cannot be edited, or planning mode is off.
    """
    there = session.scenarios.territories(source)
    chosen = there if fids is None else [fid for fid in dict.fromkeys(fids) if fid in there]
    if territories is not None:
        wanted = set(territories)
        chosen = [
            fid for fid in chosen if there[fid] in wanted or session.live.territory_of(fid) in wanted
        ]
    text = tr("Take over from {scenario}").format(scenario=session.scenarios.title_of(source))
    return take_over(session, {fid: there[fid] for fid in chosen}, text, session.scenarios.own(source))


def take_over(
    session: PlanSession,
    wanted: Mapping[int, str | None],
    text: str,
    own: Mapping[str, Any] | None = None,
) -> Taken:
    """Give units to whom another alignment gives them, as one undo step; locked ones stay.

    Parameters
    ----------
    session : PlanSession
    wanted : mapping of int to str or None
        Feature id → territory; units that are there already are left alone.
    text : str
        Name of the step in the undo list.
    own : mapping, optional
        What the other scenario has of its own: rep, colour and capacity of territories that are new here.

    Raises
    ------
    PlanError
        When the layer cannot be edited, or planning mode is off.
    """
    session.planning.require()
    session.flush()
    live = session.live
    moves: dict[int, str | None] = {}
    locked_units, locked_territories = 0, {}
    for fid in live.known(wanted):
        allowed = session.locks.allowed([fid], live.territory_of, wanted[fid])
        locked_units += allowed.locked_units
        for name in allowed.locked_territories:
            locked_territories[name] = locked_territories.get(name, 0) + 1
        moves.update(dict.fromkeys(allowed.units, wanted[fid]))
    known = set(session.settings.territories)
    names = {name for name in moves.values() if name is not None and name not in known}
    order = [name for name in (own or {}).get("territories", ()) if name in names]
    fresh = [*order, *sorted(names - set(order))]
    redo, undo = _joined(session, fresh, own or {})
    session.write(moves, text, redo=redo, undo=undo, by="merge")
    session.flush()
    return Taken(len(moves), locked_units, locked_territories, tuple(fresh))


def _joined(session: PlanSession, fresh: list[str], own: Mapping[str, Any]) -> tuple:
    """How territories join the plan with what they bring along, and how they leave it again."""
    settings = session.settings
    brought = {}
    for setting in _BROUGHT:
        theirs, ours = own.get(setting, {}), getattr(settings, setting)
        if setting == "capacities" and not ours:
            continue  # here all get the same
        known = {name: theirs[name] for name in fresh if name in theirs and name not in ours}
        if known:
            brought[setting] = {**ours, **known}
    change = SettingsChange(settings, brought)

    def redo() -> None:
        settings.territories += [name for name in fresh if name not in settings.territories]
        change.redo()

    def undo() -> None:
        settings.territories = [name for name in settings.territories if name not in fresh]
        change.undo()

    return redo, undo
