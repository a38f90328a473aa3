"""One rep, and which fields of a layer say what of the reps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsFields
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from .nulls import is_null, text_or_none

REP, TEAM, MANAGER = "rep", "team", "manager"

#: What is known of a rep → how the fields are called that tend to hold it, ours first.
ROLES: dict[str, tuple[str, ...]] = {
    "name": ("rep", "name", "rep_name", "sales_rep", "salesrep", "salesperson", "full_name", "owner"),
    "email": ("email", "e_mail", "mail", "email_address"),
    "phone": ("phone", "telephone", "tel", "mobile"),
    "role": ("role", "is_team"),
    "team": ("team", "team_name"),
    "manager": ("manager", "reports_to", "supervisor"),
    "capacity": ("capacity", "capacity_hours", "hours"),
    "quota": ("quota", "sales_quota", "sales_target"),
    "active_from": ("active_from", "start_date", "start", "hired", "valid_from"),
    "active_to": ("active_to", "end_date", "end", "left", "valid_to"),
    "color": ("color", "colour"),
    "note": ("note", "notes", "comment", "remark"),
}


@dataclass(frozen=True)
class Rep:
    """A salesperson, or a team.

    Attributes
    ----------
    name : by which territories refer to them.
    home : metres in the CRS of the session, None where it is not known.
    capacity, quota : None where there is no number of 0 or more; a team's are the sums of its members'. Who
        has a capacity of 0 can take on nothing.
    role : ``rep``, ``team`` or ``manager``.
    team : the team they are in.
    manager : the rep they report to.
    active_from, active_to : first and last day; None is open.
    color : ``#rrggbb``.
    fid : feature of the layer; None for a team that only its members name.
    """

    name: str
    email: str | None = None
    home: tuple[float, float] | None = None
    capacity: float | None = None
    quota: float | None = None
    manager: str | None = None
    team: str | None = None
    active_from: dt.date | None = None
    active_to: dt.date | None = None
    color: str | None = None
    phone: str | None = None
    role: str = REP
    note: str | None = None
    fid: int | None = None

    @property
    def is_team(self) -> bool:
        """Several people who share what it has."""
        return self.role == TEAM

    def is_active(self, on: dt.date) -> bool:
        """Whether they work on that day."""
        began = self.active_from is None or self.active_from <= on
        return began and (self.active_to is None or on <= self.active_to)


def rep_fields(fields: QgsFields, name_field: str | None = None) -> dict[str, str]:
    """What is known of the reps → the field that holds it, as far as the names of the fields tell.

    Parameters
    ----------
    fields : of the layer
    name_field : the field with the names, where somebody chose it
    """
    present = {_plain(name): name for name in reversed(fields.names())}
    found = {}
    for role, aliases in ROLES.items():
        name = next((present[alias] for alias in aliases if alias in present), None)
        if role == "name" and name_field:
            name = name_field
        if name is not None and name not in found.values():
            found[role] = name
    return found


def rep_of(values: Mapping[str, Any], home: tuple[float, float] | None, fid: int | None) -> Rep | None:
    """The rep that a row holds, None without a name.

    Parameters
    ----------
    values : by role, as the layer has them; numbers already read (NaN for none)
    """
    name = text_or_none(values.get("name"))
    if name is None:
        return None

    def amount(role: str) -> float | None:
        number = values.get(role)
        return float(number) if isinstance(number, float) and number >= 0 else None

    return Rep(
        name=name,
        home=home,
        fid=fid,
        capacity=amount("capacity"),
        quota=amount("quota"),
        role=_role(values.get("role")),
        active_from=date_or_none(values.get("active_from")),
        active_to=date_or_none(values.get("active_to")),
        **{role: text_or_none(values.get(role)) for role in TEXTS},
    )


TEXTS = ("email", "phone", "team", "manager", "color", "note")


def date_or_none(value: Any) -> dt.date | None:
    """An attribute value as a date: a date, a time, or text as 2027-03-31; None where it is none."""
    if is_null(value):
        return None
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return dt.date(value.year(), value.month(), value.day()) if value.isValid() else None
    read = QDate.fromString(str(value).strip()[:10], Qt.DateFormat.ISODate)
    return date_or_none(read) if read.isValid() else None


def first_of(reps: Iterable[Rep]) -> dict[str, Rep]:
    """Name → rep; of several with the same name the first."""
    found: dict[str, Rep] = {}
    for rep in reps:
        found.setdefault(rep.name, rep)
    return found


def _role(value: Any) -> str:
    if isinstance(value, bool):
        return TEAM if value else REP
    text = (text_or_none(value) or REP).casefold()
    return text if text in (TEAM, MANAGER) else REP


def _plain(name: str) -> str:
    """A field's name without what data sets for practice append to it."""
    return name.casefold().replace("_illustrative", "").replace(" ", "_").replace("-", "_")
