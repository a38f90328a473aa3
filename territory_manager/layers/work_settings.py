"""How the work of the reps is counted: what a plan remembers of it, and what is guessed at first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject, QgsVectorLayer, QgsWkbTypes

from ..core.workload import TravelModel
from .fields import is_text

if TYPE_CHECKING:
    from .plan import PlanSettings

#: Where a field of `WorkSettings.values` is.
UNITS, ACCOUNTS, REPS = "units", "accounts", "reps"
#: What can be compared, in the order of the columns.
VALUES = ("potential", "sales", "previous", "quota")

#: What fields are often called, the likeliest first; the whole name, or a part of it.
_LIKELY = {
    "calls": ("calls", "visits", "call_freq", "frequency"),
    "minutes": ("minutes", "duration", "min_per_call"),
    "segment": ("segment", "priority", "abc", "tier", "class"),
    "potential": ("potential",),
    "sales": ("sales", "revenue", "turnover"),
    "previous": ("previous", "last_year", "last_period", "prior", "py_sales", "sales_ly"),
    "quota": ("quota", "sales_target", "sales_goal"),
    "hours": ("working_hours", "work_hours", "capacity", "hours"),
    "name": ("rep", "territory", "salesperson", "owner", "name"),
}
_AVOIDED = {
    "sales": ("previous", "last_year", "last_period", "prior", "_ly", "quota", "target", "goal"),
    "name": ("_id", "id_"),
}


@dataclass
class WorkSettings:
    """What `PlanSettings.workload` holds, by name.

    Attributes
    ----------
    accounts_layer : str, optional
        QGIS id of the layer that is called on; None for the units themselves.
    calls_field, minutes_field, accounts_field, segment_field : str, optional
        Fields of that layer: calls per year, minutes per call, number of accounts, segment.
    segments : dict
        Segment → (calls per year, minutes per call), for accounts whose own fields say nothing.
    default_calls, default_minutes : float
        Where neither a field nor a segment is chosen.
    speed, detour, stops_per_day, trips_per_day, overnight_km, days_away
        How reps travel, see `core.workload.TravelModel`.
    work_hours, selling_share : float
        Working hours a year of a rep who has none of their own; how much of them is for calls and travel, %.
    homes_layer, homes_field, hours_field : str, optional
        QGIS id of a layer of points where reps live, its field with the rep or territory, and that with the
        working hours. None: the plan's reps, else the middle of the accounts.
    values : dict
        ``potential``, ``sales``, ``previous``, ``quota`` → (where, field), `UNITS`, `ACCOUNTS` or `REPS`.
    reach : float, optional
        How far from home a rep serves, by road; None for no limit.
    reach_in_km : bool
        In km instead of minutes.
    tolerance : float
        Well served is a coverage of 100 % ± this.
    smoothing : int
        How many rings of neighbours the coverage of a unit looks at.
    """

    accounts_layer: str | None = None
    calls_field: str | None = None
    minutes_field: str | None = None
    accounts_field: str | None = None
    segment_field: str | None = None
    segments: dict[str, tuple[float | None, float | None]] = field(default_factory=dict)
    default_calls: float = 12.0
    default_minutes: float = 60.0
    speed: float = 60.0
    detour: float = 1.3
    stops_per_day: float = 6.0
    trips_per_day: float = 1.0
    overnight_km: float | None = None
    days_away: float = 3.0
    work_hours: float = 1600.0
    selling_share: float = 75.0
    homes_layer: str | None = None
    homes_field: str | None = None
    hours_field: str | None = None
    values: dict[str, tuple[str, str]] = field(default_factory=dict)
    reach: float | None = None
    reach_in_km: bool = False
    tolerance: float = 10.0
    smoothing: int = 1

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> WorkSettings:
        """From what `to_dict` gave; what is unknown is left out."""
        known = {one.name for one in fields(cls)}
        values = {name: value for name, value in stored.items() if name in known}
        for name in ("segments", "values"):
            values[name] = {str(key): tuple(pair) for key, pair in dict(values.get(name) or {}).items()}
        return cls(**values)

    def to_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        stored = asdict(self)
        for name in ("segments", "values"):
            stored[name] = {key: list(pair) for key, pair in stored[name].items()}
        return stored

    def reads(self) -> tuple:
        """What decides which layers and fields are read; the rest changes only how they are counted."""
        homes = (self.homes_layer, self.homes_field, self.hours_field)
        fields_ = (self.calls_field, self.minutes_field, self.accounts_field, self.segment_field)
        calls = (self.default_calls, self.default_minutes, tuple(sorted(self.segments.items())))
        return (self.accounts_layer, *fields_, *calls, *homes, tuple(sorted(self.values.items())))

    def model(self) -> TravelModel:
        """How reps travel.

        Raises
        ------
        ValueError
            When a number makes no sense.
        """
        return TravelModel(
            speed=self.speed,
            detour=self.detour,
            stops_per_day=self.stops_per_day,
            trips_per_day=self.trips_per_day,
            overnight_km=self.overnight_km,
            days_away=self.days_away,
        )

    def reach_in_metres(self) -> float | None:
        """The reach as the crow flies; None for no limit."""
        if self.reach is None:
            return None
        kilometres = self.reach if self.reach_in_km else self.reach * self.speed / 60.0
        return 1000.0 * kilometres / self.detour

    def fields_of(self, where: str) -> list[str]:
        """Fields of the units, accounts or reps that are needed, each once."""
        wanted = [name for place, name in self.values.values() if place == where]
        called_on = ACCOUNTS if self.accounts_layer else UNITS
        if where == called_on:
            wanted += [self.calls_field, self.minutes_field, self.accounts_field, self.segment_field]
        if where == REPS:
            wanted += [self.homes_field, self.hours_field]
        return list(dict.fromkeys(name for name in wanted if name))

    def rename_field(self, where: str, old: str, new: str) -> None:
        """A field of the units, accounts or reps has another name."""
        called_on = ACCOUNTS if self.accounts_layer else UNITS
        names = []
        if where == called_on:
            names = ["calls_field", "minutes_field", "accounts_field", "segment_field"]
        if where == REPS:
            names = ["homes_field", "hours_field"]
        for name in names:
            if getattr(self, name) == old:
                setattr(self, name, new)
        for what, (place, given) in list(self.values.items()):
            if (place, given) == (where, old):
                self.values[what] = (place, new)


def likely_field(layer: QgsVectorLayer | None, what: str, *, text: bool = False) -> str | None:
    """The field of a layer that probably holds calls, minutes, a segment, potential …; None for none.

    Parameters
    ----------
    what : a key of the words that are known
    text : look among fields of text instead of numbers
    """
    if layer is None:
        return None
    keys = set(layer.primaryKeyAttributes())
    avoided = _AVOIDED.get(what, ())
    names = [
        one.name()
        for position, one in enumerate(layer.fields())
        if position not in keys
        and (is_text(one) if text else one.isNumeric())
        and not any(word in one.name().lower() for word in avoided)
    ]
    whole = [name for word in _LIKELY[what] for name in names if name.lower() == word]
    part = [name for word in _LIKELY[what] for name in names if word in name.lower()]
    return next(iter([*whole, *part]), None)


def guessed(plan: PlanSettings, units: QgsVectorLayer, project: QgsProject) -> WorkSettings:
    """What most would choose for a plan, judged by the names of fields."""
    points = [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
        and layer.id() != units.id()
    ]
    points.sort(key=lambda layer: (layer.name(), layer.id()))
    homes = None
    reps = project.mapLayer(plan.reps_layer) if plan.reps_layer else None
    if reps is None:
        homes = next((layer for layer in points if _names_reps(layer)), None)
    elif reps in points and not {"capacity", "quota"} <= set(plan.reps_fields):
        # the plan's reps, with what their own fields are not known to hold
        homes = reps
    accounts = _accounts(plan, points, homes)
    called_on = accounts if accounts is not None else units
    calls = likely_field(called_on, "calls")
    found = WorkSettings(
        accounts_layer=accounts.id() if accounts is not None else None,
        calls_field=calls,
        minutes_field=likely_field(called_on, "minutes"),
        segment_field=None if calls else likely_field(called_on, "segment", text=True),
    )
    if homes is not None:
        found.homes_layer = homes.id()
        found.homes_field = plan.reps_fields.get("name") if homes is reps else None
        found.homes_field = found.homes_field or likely_field(homes, "name", text=True)
        found.hours_field = likely_field(homes, "hours")
    for what in VALUES:
        for where, layer in ((REPS, homes), (UNITS, units), (ACCOUNTS, accounts)):
            if where == REPS and what != "quota":
                continue
            name = likely_field(layer, what)
            if name is not None:
                found.values[what] = (where, name)
                break
    return found


def _names_reps(layer: QgsVectorLayer) -> bool:
    """Whether points are the homes of reps: some field is called so."""
    words = ("rep", "rep_name", "sales_rep", "salesperson")
    names = [name.lower() for name in layer.fields().names()]
    return any(name in words or name.startswith("rep_") for name in names)


def _accounts(
    plan: PlanSettings, points: Iterable[QgsVectorLayer], homes: QgsVectorLayer | None
) -> QgsVectorLayer | None:
    """The plan's accounts, else points that tell how often they are called on."""
    candidates = [layer for layer in points if layer is not homes and layer.id() != plan.reps_layer]
    chosen = next((layer for layer in candidates if layer.id() == plan.accounts_layer), None)
    return chosen or next((layer for layer in candidates if likely_field(layer, "calls")), None)
