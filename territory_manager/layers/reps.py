"""The reps of a plan, followed while somebody edits them in their layer.

The layer is the user's, an ordinary layer of points (the homes) or a table; undo in it works as everywhere.
Which territory a rep serves is a setting of the plan, by the rep's name: a rep who is renamed in the table
keeps their territories.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QLocale, QObject, pyqtSignal

from ..core.checks import Finding
from ..core.containment import by_age
from ..core.geos import shapely
from ..core.staffing import people_of, shared_amounts
from ..translate import tr
from .dates import dates, day_comes_first
from .layer_listener import Changes
from .nulls import text_or_none
from .numbers import numbers
from .reading import read_features
from .rep import MANAGER, TEAM, Rep, first_of, rep_fields, rep_of
from .side_layer import SideLayer

if TYPE_CHECKING:
    from .session import PlanSession

#: How far outside the map's frame a rep may live, as a part of its width and height, before it is told.
_OUTSIDE = 0.1
_NAMED = 6


class Reps(QObject):
    """The reps of a session's plan; none while the plan has no layer of reps."""

    changed = pyqtSignal()
    """Reps came, went or have other values; told before the session's `statisticsChanged`."""

    def __init__(self, session: PlanSession):
        super().__init__(session)
        self._session = session
        self._side: SideLayer | None = None
        self._forget()

    def _forget(self) -> None:
        self._rows: list[Rep] = []
        self._by_name: dict[str, Rep] = {}
        self._members: dict[str, list[Rep]] = {}
        self._bad: dict[str, list[str]] = {}
        self._unnamed = 0

    def start(self) -> None:
        """Begin to follow, if the plan has reps."""
        if self._session.settings.reps_layer:
            self._listen()
            self._read()

    def stop(self) -> None:
        """Stop listening."""
        if self._side is not None:
            self._side.stop()

    def use(self, layer: QgsVectorLayer | None, fields: Mapping[str, str] | None = None) -> None:
        """Take the reps from this layer from now on; None for none.

        Parameters
        ----------
        layer : points, the homes, or a table
        fields : what is known (`rep.ROLES`) → field; default as the fields' names tell
        """
        session = self._session
        session.flush()
        self.stop()
        self._side = None
        self._forget()
        session.settings.reps_layer = layer.id() if layer is not None else None
        session.settings.reps_fields = {}
        if layer is not None:
            session.settings.reps_fields = dict(fields or rep_fields(layer.fields()))
            self._listen()
            self._read()
        self.changed.emit()
        session.refresh_targets()

    # what is known
    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer with the reps, None where there is none or it is not in the project."""
        return self._side.layer if self._side is not None else None

    @property
    def fields(self) -> dict[str, str]:
        """What is known of the reps → the field of the layer that holds it."""
        return self._session.settings.reps_fields

    def names(self) -> list[str]:
        """All reps and teams, each once, in the order of the layer; teams that only members name are last."""
        return [*self._by_name, *(team for team in self._members if team not in self._by_name)]

    def all(self) -> list[Rep]:
        """All reps and teams, in the order of `names`."""
        return [rep for rep in map(self.of, self.names()) if rep is not None]

    def teams(self) -> list[str]:
        """Names of the teams."""
        return [rep.name for rep in self.all() if rep.is_team]

    def of(self, name: str | None) -> Rep | None:
        """The rep or team of that name, None where the layer has none."""
        rep = self._by_name.get(name or "")
        members = self._members.get(name or "", [])
        if rep is None:
            if not members:
                return None
            rep = Rep(str(name), role=TEAM)
        if not rep.is_team and not members:
            return rep
        return replace(
            rep,
            role=TEAM,
            capacity=_sum((member.capacity for member in members), rep.capacity),
            quota=_sum((member.quota for member in members), rep.quota),
        )

    def members(self, team: str) -> list[Rep]:
        """Who is in a team."""
        return list(self._members.get(team, ()))

    def active(self, on: dt.date | None = None) -> list[Rep]:
        """Who works on a day, default today."""
        return [rep for rep in self.all() if self.is_active(rep, on)]

    def is_active(self, rep: Rep, on: dt.date | None = None) -> bool:
        """Whether a rep, or anybody of a team, works on a day, default today."""
        on = on or dt.date.today()
        members = self._members.get(rep.name, ())
        return rep.is_active(on) and (not members or any(member.is_active(on) for member in members))

    def email_of(self, name: str | None) -> str | None:
        """E-mail address of a rep or team; of a team without one those of its members."""
        rep = self.of(name)
        if rep is None or rep.email or not rep.is_team:
            return rep.email if rep is not None else None
        return "; ".join(member.email for member in self.members(rep.name) if member.email) or None

    def home_of(self, name: str | None) -> tuple[float, float] | None:
        """Where a rep lives, metres in the CRS of the session."""
        rep = self.of(name)
        return rep.home if rep is not None else None

    # territories
    def of_territory(self, territory: str) -> Rep | None:
        """The rep or team that a territory is given to, None where that is nobody of the layer."""
        return self.of(self._session.settings.reps.get(territory))

    def territories_of(self, name: str) -> list[str]:
        """Territories that a rep or team has."""
        settings = self._session.settings
        return [territory for territory in settings.territories if settings.reps.get(territory) == name]

    def vacancy(self, territory: str, on: dt.date | None = None) -> str | None:
        """Why nobody serves a territory on a day (default today), in words; None where somebody does."""
        name, on = self._session.settings.reps.get(territory), on or dt.date.today()
        if not name:
            return tr("{territory} has no rep.").format(territory=territory)
        rep = self.of(name)
        if rep is None or self.is_active(rep, on):
            return None
        if rep.active_to is not None and rep.active_to < on:
            return tr("{rep}, who had {territory}, left on {date}.").format(
                rep=name, territory=territory, date=_date(rep.active_to)
            )
        if rep.active_from is not None and on < rep.active_from:
            return tr("{rep}, who will have {territory}, begins on {date}.").format(
                rep=name, territory=territory, date=_date(rep.active_from)
            )
        return tr("Nobody of the team {rep}, which has {territory}, is active.").format(
            rep=name, territory=territory
        )

    def vacant(self, on: dt.date | None = None) -> list[str]:
        """Territories that nobody serves on a day, default today."""
        return [name for name in self._session.settings.territories if self.vacancy(name, on) is not None]

    def amounts(self, what: str) -> dict[str, float]:
        """Capacity or quota for every territory; what a rep has is shared by all their territories.

        Parameters
        ----------
        what : ``capacity`` or ``quota``

        Returns
        -------
        Territory → amount; vacant territories, and those of reps without a number, are missing.
        """
        settings, vacant = self._session.settings, set(self.vacant())
        owners = {
            territory: settings.reps[territory]
            for territory in settings.territories
            if settings.reps.get(territory) and territory not in vacant
        }
        today = dt.date.today()
        members = {
            team: [member.name for member in members if member.is_active(today)]
            for team, members in self._members.items()
        }
        people = {person for owner in owners.values() for person in people_of(owner, members)}
        found = {name: getattr(rep, what) for name in people if (rep := self.of(name)) is not None}
        return shared_amounts(
            owners, members, {name: amount for name, amount in found.items() if amount is not None}
        )

    # problems
    @property
    def findings(self) -> list[Finding]:
        """Nothing about single units."""
        return []

    @property
    def pending(self) -> bool:
        """Edits of reps were heard that are not followed yet."""
        return self._side is not None and self._side.pending

    @property
    def problems(self) -> list[str]:
        """What is wrong with the reps, in words."""
        if self._side is None:
            return []
        name = self._side.name or self._side.layer_id
        if self.layer is None:
            words = tr("The layer of reps “{layer}” is not in the project any more. Add it again.")
            return [words.format(layer=name)]
        if self.layer.fields().lookupField(self.fields.get("name", "")) < 0:
            words = tr("Layer “{layer}” has no field with the names of the reps any more.")
            return [words.format(layer=name)]
        words = self._wrong_rows(name)
        for territory, rep in self._session.settings.reps.items():
            if territory not in self._session.settings.territories:
                continue
            if self.of(rep) is None:
                text = tr("{rep}, who has {territory}, is not in “{layer}”. Add them, or choose another rep.")
                words.append(text.format(rep=rep, territory=territory, layer=name))
            else:
                vacancy = self.vacancy(territory)
                if vacancy is None and self.of(rep).capacity == 0:
                    text = tr("{rep}, who has {territory}, can take on nothing: capacity 0 in “{layer}”.")
                    vacancy = text.format(rep=rep, territory=territory, layer=name)
                if vacancy is not None:
                    words.append(vacancy + " " + tr("Choose another rep."))
        return words

    def _wrong_rows(self, layer: str) -> list[str]:
        words = []
        if self._unnamed:
            text = tr("{count} rows of “{layer}” have no name and are nobody.")
            words.append(text.format(count=self._unnamed, layer=layer))
        texts = {
            "twice": tr("{reps}: more than once in “{layer}”, where only the first row counts. Rename one."),
            "capacity": tr("{reps}: the capacity in “{layer}” is no number of 0 or more and does not count."),
            "quota": tr("{reps}: the quota in “{layer}” is no number of 0 or more and does not count."),
            "no date": tr("{reps}: the first or last day in “{layer}” is no date and does not count."),
            "guessed": tr("{reps}: read with the month first; nothing in “{layer}” says it is not."),
            "dates": tr("{reps}: the first day in “{layer}” is after the last one."),
            "outside": tr("{reps}: the home in “{layer}” lies outside the map. Move the point."),
        }
        if day_comes_first():
            texts["guessed"] = tr("{reps}: read with the day first; nothing in “{layer}” says it is not.")
        for what, text in texts.items():
            if self._bad.get(what):
                words.append(text.format(reps=_some(self._bad[what]), layer=layer))
        return words

    # following
    def follow(self, changes: Changes) -> bool:
        """Take over what was edited; territories and measures stay as they are."""
        if self._side is None or not self._side.pending:
            return False
        heard, moved = self._side.take()
        settings = self._session.settings
        if moved and self._side.layer is not None:
            settings.reps_layer = self._side.layer.id()
        if heard.renamed:
            settings.reps_fields = {
                role: heard.renamed.get(field, field) for role, field in self.fields.items()
            }
        before = {rep.fid: rep.name for rep in self._rows}
        self._read()
        self._follow_names(before, heard.renumbered)
        self._session.store()
        self.changed.emit()
        return False

    def _follow_names(self, before: Mapping[int | None, str], renumbered: Mapping[int, int]) -> None:
        """Territories go with a rep who was renamed."""
        now = {rep.fid: rep.name for rep in self._rows}
        given = self._session.settings.reps
        for fid, old in before.items():
            new = now.get(renumbered.get(fid, fid) if fid is not None else None)
            if new is None or new == old or old in self._by_name or old in self._members:
                continue
            for territory in [territory for territory, name in given.items() if name == old]:
                given[territory] = new
            self._session.scenarios.rename_rep(old, new)

    def _listen(self) -> None:
        session = self._session
        side = SideLayer(session.project(), session.settings.reps_layer or "", self.fields.values(), session)
        side.changed.connect(session.flush)
        side.flushNow.connect(session.flush)
        side.cameOrWent.connect(session.wake)
        self._side = side

    def _read(self) -> None:
        """All rows anew: there are never many."""
        self._forget()
        layer = self.layer
        if layer is None:
            return
        if not self.fields:
            self._session.settings.reps_fields = rep_fields(layer.fields())
        there = {role: name for role, name in self.fields.items() if layer.fields().lookupField(name) >= 0}
        if self._side is not None:
            self._side.watch(tuple(self.fields.values()))
        if "name" not in there:
            return
        ids, shapes, columns = read_features(
            layer,
            self._session.crs,
            list(there.values()),
            transform_context=self._session.project().transformContext(),
        )
        values = {role: columns[name] for role, name in there.items()}
        for what in ("capacity", "quota"):
            if what in values:
                self._read_amount(what, values)
        self._read_dates(values)
        self._take_rows(ids, shapely.centroid(shapes).tolist(), values)

    def _read_amount(self, what: str, values: dict[str, list]) -> None:
        read, unread = numbers(values[what])
        for row, number in enumerate(read.tolist()):
            name = text_or_none(values["name"][row])
            if name is not None and (row in unread or number < 0):
                self._bad.setdefault(what, []).append(name)
        values[what] = read.tolist()

    def _read_dates(self, values: dict[str, list]) -> None:
        """First and last days, in whatever form; both columns together tell day from month."""
        roles = [role for role in ("active_from", "active_to") if role in values]
        given = [value for role in roles for value in values[role]]
        read, unread, guessed = dates(given)
        names = [text_or_none(name) for _role in roles for name in values["name"]]
        for what, rows in (("no date", unread), ("guessed", guessed)):
            found = [f"{names[row]} ({given[row]})" for row in rows if names[row] is not None]
            if found:
                self._bad[what] = found
        count = len(values["name"])
        for place, role in enumerate(roles):
            values[role] = read[place * count : (place + 1) * count]

    def _take_rows(self, ids: list[int], points: list, values: dict[str, list]) -> None:
        frame = self._frame()
        rows = {fid: row for row, fid in enumerate(ids)}
        for fid in by_age(ids):
            row = rows[fid]
            point = points[row]
            home = None if point is None or point.is_empty else (point.x, point.y)
            rep = rep_of({role: column[row] for role, column in values.items()}, home, fid)
            if rep is None:
                self._unnamed += 1
                continue
            if rep.name in {known.name for known in self._rows}:
                self._bad.setdefault("twice", []).append(rep.name)
            if rep.active_from is not None and rep.active_to is not None and rep.active_to < rep.active_from:
                self._bad.setdefault("dates", []).append(rep.name)
            if home is not None and frame is not None and not _inside(home, frame):
                self._bad.setdefault("outside", []).append(rep.name)
            self._rows.append(rep)
        self._by_name = first_of(self._rows)
        for rep in self._by_name.values():
            if rep.team and rep.team != rep.name and rep.role not in (TEAM, MANAGER):
                self._members.setdefault(rep.team, []).append(rep)

    def _frame(self) -> tuple[float, float, float, float] | None:
        """What the map covers and a little more, metres."""
        shapes = self._session.live.alignment.units.geometry
        if shapes is None:
            return None
        west, south, east, north = shapely.total_bounds(shapes).tolist()
        if not math.isfinite(west):
            return None
        wide, high = _OUTSIDE * (east - west), _OUTSIDE * (north - south)
        return west - wide, south - high, east + wide, north + high


def _inside(place: tuple[float, float], frame: tuple[float, float, float, float]) -> bool:
    return frame[0] <= place[0] <= frame[2] and frame[1] <= place[1] <= frame[3]


def _sum(amounts: Iterable[float | None], otherwise: float | None) -> float | None:
    known = [amount for amount in amounts if amount is not None]
    return float(sum(known)) if known else otherwise


def _some(names: list[str]) -> str:
    names = list(dict.fromkeys(names))
    if len(names) <= _NAMED:
        return ", ".join(names)
    return tr("{names} and {count} more").format(names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)


def _date(day: dt.date) -> str:
    # a short date has two digits of the year in many languages, a long one the day of the week
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
