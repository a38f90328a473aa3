"""What a plan knows of one of its alignments, and how another one takes its place in the settings.

The alignments of a plan are text fields of its units. `PlanSettings` describes the current one; what the
others have of their own (territories, capacities, locks …) waits in `PlanSettings.scenarios`, by their field.
"""

from __future__ import annotations

import copy
from dataclasses import MISSING, asdict, dataclass, fields, replace
from typing import Any

from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..translate import tr
from .plan import PlanError, PlanSettings

#: The settings that every scenario has of its own. All others are the plan's: what is balanced, how far off.
OWN = (
    "territories",
    "found",
    "number",
    "reps",
    "capacities",
    "colors",
    "locked_units",
    "locked_territories",
)

#: Where those wait in the entry of a scenario that is not the current one.
OWN_KEY = "own"


@dataclass(frozen=True)
class Scenario:
    """One alignment of a plan.

    Attributes
    ----------
    field : str
        Text field of the units that holds it.
    title, note, author : str
        For people.
    created : str
        When it was made, UTC, ISO 8601; empty where nobody knows.
    effective : str, optional
        Day from which it is valid, ISO 8601.
    archived : bool
        Out of the way, but kept.
    approved : bool
        Somebody agreed to it.
    """

    field: str
    title: str = ""
    note: str = ""
    author: str = ""
    created: str = ""
    effective: str | None = None
    archived: bool = False
    approved: bool = False

    @classmethod
    def of(cls, settings: PlanSettings, field: str) -> Scenario:
        """What the settings know of it; where they know nothing it is called like its field."""
        stored = settings.scenarios.get(field, {})
        known = {f.name for f in fields(cls)} - {"field"}
        found = cls(field, **{name: value for name, value in stored.items() if name in known})
        return found if found.title else replace(found, title=field)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON; the field is the key under which they are kept."""
        stored = asdict(self)
        del stored["field"]
        return stored

    def store(self, settings: PlanSettings) -> None:
        """Write it into the settings; what is its own there stays."""
        settings.scenarios[self.field] = {**settings.scenarios.get(self.field, {}), **self.to_dict()}


def own_settings(settings: PlanSettings, field: str) -> dict[str, Any]:
    """What a scenario has of its own (see `OWN`), as plain values; a copy."""
    if field == settings.territory_field:
        return {name: _plain(getattr(settings, name)) for name in OWN}
    return copy.deepcopy(settings.scenarios.get(field, {}).get(OWN_KEY, {}))


def make_current(settings: PlanSettings, field: str) -> None:
    """Let the settings describe another scenario; the one they described is put away."""
    before = settings.territory_field
    if field == before:
        return
    own = own_settings(settings, field)
    for name in (before, field):
        if name not in settings.scenarios:
            Scenario.of(settings, name).store(settings)
    settings.scenarios[before][OWN_KEY] = own_settings(settings, before)
    settings.scenarios[field].pop(OWN_KEY, None)
    for name in OWN:
        setattr(settings, name, _as_setting(name, own[name]) if name in own else _default(name))
    settings.territory_field = field


def rename_field(settings: PlanSettings, old: str, new: str) -> None:
    """A field of the units that holds another scenario has another name; the current one's is not touched."""
    settings.scenarios = {new if name == old else name: entry for name, entry in settings.scenarios.items()}
    if settings.baseline == old:
        settings.baseline = new


def now_utc() -> str:
    """The time, UTC, ISO 8601."""
    return QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODateWithMs)


def checked_day(day: str | None) -> str | None:
    """A day as it is stored, ISO 8601; ``None`` for none.

    Raises
    ------
    PlanError
        When it is no day.
    """
    if not day:
        return None
    found = QDate.fromString(str(day), Qt.DateFormat.ISODate)
    if not found.isValid():
        raise PlanError(tr("“{day}” is no date. Give one like 2027-01-31.").format(day=day))
    return found.toString(Qt.DateFormat.ISODate)


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, (set, frozenset)) else copy.deepcopy(value)


def _as_setting(name: str, value: Any) -> Any:
    return set(value) if isinstance(_default(name), set) else value


def _default(name: str) -> Any:
    found = next(f for f in fields(PlanSettings) if f.name == name)
    return found.default_factory() if found.default_factory is not MISSING else found.default
