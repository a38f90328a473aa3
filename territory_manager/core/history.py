"""Who had what when: a journal of saved changes, walked back, summed up, and given back.

A journal is a table in the order in which it was written, one row per unit that changed hands with a save.
Rows without a unit tell what happened to the alignment as a whole: a territory was renamed, the field with
the alignment was made or renamed. Within a save they come first, and the rows after them use the new names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

#: The columns of a journal: ``scenario`` is the field with the alignment, ``session`` is one save, ``key``
#: the value of a field that tells all units apart, if there is one: feature ids change when units are copied.
COLUMNS = (
    "time",
    "user",
    "scenario",
    "session",
    "unit_id",
    "unit",
    "key",
    "from",
    "to",
    "by",
    "reason",
)

#: By what a unit changed hands: any edit of the layer that was not made through the plan, and the plan's own.
EDIT, ADDED, DELETED, UNDO = "edit", "add", "delete", "undo"

#: Rows without a unit: a territory has another name; the field was made; the field has another name.
RENAMED, MADE, FIELD_RENAMED = "rename", "new field", "rename field"


@dataclass
class Past:
    """An alignment as it was.

    Attributes
    ----------
    territories : dict
        Unit → territory, ``None`` where it had none. Units that are no more may be among them.
    existed : bool
        There was such an alignment at all.
    outside : set
        Units that were changed without the journal hearing of it: it says they went to another territory than
        they had afterwards.
    saves : int
        How many saves were taken back.
    names : dict
        Name of a territory now → its name then, where it was renamed.
    """

    territories: dict[int, str | None]
    existed: bool = True
    outside: set[int] = field(default_factory=set)
    saves: int = 0
    names: dict[str, str] = field(default_factory=dict)

    def called(self, territory: str | None) -> str | None:
        """How a territory of now was called then."""
        return territory if territory is None else self.names.get(territory, territory)


@dataclass
class GiveBack:
    """What would take a save back.

    Attributes
    ----------
    back : dict
        Unit → territory that it had before, for the units that are still where the save put them.
    conflicts : dict
        The same for those that changed hands again since.
    gone : int
        Units that are no more.
    """

    back: dict[int, str | None] = field(default_factory=dict)
    conflicts: dict[int, str | None] = field(default_factory=dict)
    gone: int = 0


def walk_back(now: Mapping[int, str | None], rows: pd.DataFrame, scenario: str) -> Past:
    """Take rows of a journal back, the last one first.

    Parameters
    ----------
    now : unit → territory, as saved last
    rows : rows of a journal (`COLUMNS`), in the order in which they were written
    scenario : the field with the alignment
    """
    past = Past(dict(now))
    held = past.territories
    saves = set()
    for name, save, unit, before, after, how in reversed(_rows(rows)):
        if name != scenario:
            continue
        saves.add(save)
        if unit is not None:
            if held.get(unit) != after:
                past.outside.add(unit)
            if how == ADDED:
                held.pop(unit, None)
            else:
                held[unit] = before
        elif how == RENAMED:
            held.update({unit: before for unit, territory in held.items() if territory == after})
            known = next((name for name, then in past.names.items() if then == after), after)
            past.names[known] = before
        elif how == FIELD_RENAMED:
            scenario = before
        elif how == MADE:
            held.update(dict.fromkeys(held))
            past.existed = False
            break
    past.saves = len(saves)
    return past


def _rows(journal: pd.DataFrame) -> list[tuple]:
    """(scenario, session, unit, from, to, by) of every row."""
    names = ("scenario", "session", "unit_id", "from", "to", "by")
    return list(zip(*(journal[name].tolist() for name in names)))


def as_of(now: Mapping[int, str | None], journal: pd.DataFrame, scenario: str, moment: str) -> Past:
    """The alignment as it was saved at a time.

    Parameters
    ----------
    now, scenario : as for `walk_back`
    journal : all rows
    moment : UTC, ISO 8601 as the journal has it; what was saved at that very moment counts
    """
    return walk_back(now, journal[journal["time"] > moment], scenario)


def give_back(now: Mapping[int, str | None], journal: pd.DataFrame, scenario: str, save: str) -> GiveBack:
    """What would take one save back, with territories called as they are now.

    Parameters
    ----------
    now : unit → territory, unsaved changes included
    journal : all rows
    scenario : the field with the alignment, as it is called now
    save : the value of ``session``
    """
    found = GiveBack()
    rows = _rows(journal)
    places = [place for place, row in enumerate(rows) if row[1] == save]
    if not places:
        return found
    once = scenario
    for name, _save, unit, before, after, how in reversed(rows[places[-1] + 1 :]):
        if unit is None and how == FIELD_RENAMED and name == once == after:
            once = before
    renames = [
        (before, after)
        for _name, _save, unit, before, after, how in rows[places[-1] + 1 :]
        if unit is None and how == RENAMED
    ]

    def called(territory: str | None) -> str | None:
        for before, after in renames:
            if territory == before:
                territory = after
        return territory

    for place in places:
        name, _save, unit, before, after, how = rows[place]
        if name != once or unit is None or how in (ADDED, DELETED):
            continue
        wanted, given = called(before), called(after)
        if unit not in now:
            found.gone += 1
        elif now[unit] == given:
            found.back[unit] = wanted
        elif now[unit] != wanted:
            found.conflicts[unit] = wanted
    return found


def saves(journal: pd.DataFrame) -> pd.DataFrame:
    """One row per save, the newest first.

    Columns ``session``, ``time``, ``user``, ``reason``, ``units`` (how many changed hands), and as lists in
    the order in which they occur ``scenarios``, ``by``, ``territories`` (that lost or gained units).
    """
    import pandas as pd

    rows = []
    for save, part in journal.groupby("session", sort=False):
        units = part[part["unit_id"].notna()]
        touched = pd.unique(pd.concat([units["from"], units["to"]]))
        first = part.iloc[0]
        rows.append(
            {
                "session": save,
                "time": first["time"],
                "user": first["user"],
                "reason": first["reason"],
                "units": len(units),
                "scenarios": list(pd.unique(part["scenario"])),
                "by": list(pd.unique(part["by"])),
                "territories": [name for name in touched if name is not None],
            }
        )
    names = ("session", "time", "user", "reason", "units", "scenarios", "by", "territories")
    return pd.DataFrame(rows[::-1], columns=names)


def matching(
    journal: pd.DataFrame, *, text: str = "", first: str = "", last: str = "", user: str = ""
) -> pd.DataFrame:
    """The rows that answer to all of what is asked.

    Parameters
    ----------
    text : part of the name of a unit or a territory, or of the reason; whatever the case
    first, last : times between which it was saved, both included; empty for any
    user : who saved it; empty for anybody
    """
    import numpy as np

    keep = np.ones(len(journal), dtype=bool)
    if text.strip():
        wanted = text.strip().casefold()
        hit = np.zeros(len(journal), dtype=bool)
        for name in ("unit", "key", "from", "to", "reason", "by"):
            hit |= np.array([wanted in str(value).casefold() if value else False for value in journal[name]])
        keep &= hit
    if first:
        keep &= (journal["time"] >= first).to_numpy(dtype=bool)
    if last:
        keep &= (journal["time"] <= last).to_numpy(dtype=bool)
    if user:
        keep &= (journal["user"] == user).to_numpy(dtype=bool)
    return journal[keep]


def net_rows(
    saved: Mapping[int, str | None],
    now: Mapping[int, str | None],
    renames: list[tuple[str, str]],
) -> tuple[list[tuple[str, str]], dict[int, tuple[str | None, str | None]]]:
    """What a save changed, with renames told as such.

    Parameters
    ----------
    saved, now : the same units → territory, before and after
    renames : (old, new) names of territories, in their order

    Returns
    -------
    renames : those that touched a unit and can be taken back without doubt.
    changes : unit → (from, to) for what the renames do not explain, ``from`` in the new names.
    """
    state, kept = dict(saved), []
    for old, new in renames:
        names = set(state.values())
        if old in names and new not in names:
            kept.append((old, new))
            state = {unit: new if name == old else name for unit, name in state.items()}
    return kept, {unit: (state[unit], name) for unit, name in now.items() if state[unit] != name}
