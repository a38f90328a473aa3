"""Who is called on, how often and how long, and what they buy: accounts and units as the work sees them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from ..core.containment import Containment, Nearest
from ..core.geos import shapely
from ..core.work_ledger import Stops
from ..core.workload import call_hours, own_or_segment
from ..translate import tr
from .layer_columns import LayerColumns
from .layer_listener import Changes
from .work_settings import ACCOUNTS, UNITS, WorkSettings

if TYPE_CHECKING:
    from .session import PlanSession

NOWHERE = -1
_NAMED = 5


class WorkSource:
    """Follows the layers that a plan's work comes from.

    Attributes
    ----------
    stops : Stops
        Accounts, or the units where these are called on.
    unit_of : (n,) position of the unit that each stop lies in, -1 for none.
    ids : feature ids of the stops.
    row_of : feature id → row of the stops.
    version : int
        Another number whenever any of these, or a value, is not the same any more.
    """

    def __init__(self, session: PlanSession, settings: WorkSettings):
        self._session = session
        self._settings = settings
        self._held = Containment()
        self._unit: dict[int, int] = {}
        self._unit_ids: np.ndarray | None = None
        self._unknown_segments: list[str] = []
        self._values: dict[str, tuple[np.ndarray, str] | None] = {}
        self.version = 0
        self.ids: list[int] = []
        self.row_of: dict[int, int] = {}
        self.stops = Stops(np.empty((0, 2)), np.empty(0), np.empty(0))
        self.unit_of = np.empty(0, dtype=np.int64)
        self._units = LayerColumns(session, session.layer.id(), settings.fields_of(UNITS))
        self._accounts: LayerColumns | None = None
        if settings.accounts_layer:
            self._accounts = LayerColumns(session, settings.accounts_layer, settings.fields_of(ACCOUNTS))
        self._locate_all()
        self._count()

    def stop(self) -> None:
        """Stop listening."""
        for columns in self._all():
            columns.stop()

    @property
    def pending(self) -> bool:
        """Edits were heard that are not counted yet."""
        return any(columns.pending for columns in self._all())

    @property
    def called_on(self) -> LayerColumns:
        """The columns of the layer that is called on."""
        return self._units if self._accounts is None else self._accounts

    def follow(self, changes: Changes) -> bool:
        """Take up what was edited in either layer; tells whether anything is different."""
        settings = self._settings
        heard, whole = self._units.follow(lambda old, new: settings.rename_field(UNITS, old, new))
        different = bool(heard) or whole or bool(changes.features or changes.renumbered or changes.everything)
        if self._accounts is not None:
            heard, everything = self._accounts.follow(
                lambda old, new: settings.rename_field(ACCOUNTS, old, new)
            )
            different |= bool(heard) or everything
            if everything or changes.everything:
                self._locate_all()
            else:
                self._follow_units(changes)
                self._follow_accounts(heard)
        if different or self._positions_changed():
            self._count()
            return True
        return False

    def values(self, what: str) -> tuple[np.ndarray, str] | None:
        """(n,) potential, sales … of the units or of the stops, in the order of the ledger, and which of the
        two; None where no field of either is chosen."""
        if what not in self._values:
            self._values[what] = self._read_values(what)
        return self._values[what]

    def _read_values(self, what: str) -> tuple[np.ndarray, str] | None:
        where, name = self._settings.values.get(what, ("", ""))
        if where == UNITS:
            return self._of_units(self._units.values(name)[0]), UNITS
        if where == ACCOUNTS and self._accounts is not None:
            return self._accounts.values(name)[0], ACCOUNTS
        return None

    def owners(self) -> dict[int, str]:
        """Feature id of an account → territory that has it whatever the map says."""
        plan = self._session.settings
        if self._accounts is None or plan.accounts_layer != self._settings.accounts_layer:
            return {}
        return self._session.followers.accounts.owner

    # in words
    @property
    def problems(self) -> list[str]:
        """What is missing, where, and what that means."""
        words: list[str] = []
        columns = self.called_on
        if columns.layer is None:
            text = tr(
                "The layer “{layer}”, whose calls are counted, is not in the project any more. Add it "
                "again, or choose another one in Workload Settings."
            )
            return [text.format(layer=columns.name)]
        for one in self._all():
            for name in one.lost:
                text = tr(
                    "Layer “{layer}” has no field “{field}” any more, which the workload needs. Choose "
                    "another one in Workload Settings."
                )
                words.append(text.format(layer=one.name, field=name))
        words += self._unread()
        words += self._without_work(columns)
        if self._unknown_segments:
            text = tr("These segments have no calls and minutes in Workload Settings: {names}.")
            words.append(text.format(names=_some(self._unknown_segments)))
        outside = int((self.unit_of == NOWHERE).sum()) - sum(
            self._unit.get(fid) is None for fid in self.owners()
        )
        if outside > 0 and self._accounts is not None:
            text = tr("{count} of the accounts in “{layer}” lie in no unit; their work is nobody's.")
            words.append(text.format(count=outside, layer=columns.name))
        return words

    def _unread(self) -> Iterable[str]:
        for one in self._all():
            if one.layer is None:
                continue
            of_work = (self._settings.calls_field, self._settings.minutes_field)
            values = [name for _where, name in self._settings.values.values()]
            for name in dict.fromkeys([*of_work, self._settings.accounts_field, *values]):
                if not one.has(name):
                    continue
                column, unread = one.values(name)
                if unread:
                    text = tr(
                        "{count} values of “{field}” in “{layer}” are no numbers ({examples}) and count "
                        "nothing. Correct them."
                    )
                    examples = _some([f"“{value}”" for value in dict.fromkeys(unread.values())])
                    words = text.format(count=len(unread), field=name, layer=one.name, examples=examples)
                    yield words
                blank = int(np.isnan(column).sum()) - len(unread)
                if blank and name in values:
                    text = tr(
                        "{count} features of “{layer}” have nothing in “{field}” and count nothing there."
                    )
                    yield text.format(count=blank, layer=one.name, field=name)

    def _without_work(self, columns: LayerColumns) -> Iterable[str]:
        missing = np.flatnonzero(np.isnan(self.stops.hours))
        if len(missing):
            text = tr(
                "{count} of “{layer}” have no usable calls or minutes (features {ids}): their work is not "
                "counted. Give them numbers of 0 or more, or their segment."
            )
            ids = _some([str(self.ids[row]) for row in missing[: _NAMED + 1].tolist()], len(missing))
            yield text.format(count=len(missing), layer=columns.name, ids=ids)
        nowhere = int((~np.isfinite(self.stops.xy).all(axis=1) & np.isfinite(self.stops.hours)).sum())
        if nowhere:
            text = tr("{count} of “{layer}” have no place: their calls are counted, the way there is not.")
            yield text.format(count=nowhere, layer=columns.name)

    # where accounts are
    def _all(self) -> list[LayerColumns]:
        return [self._units] if self._accounts is None else [self._units, self._accounts]

    def _locate_all(self) -> None:
        if self._accounts is None:
            return
        units = self._session.live.alignment.units
        kind = Nearest if units.is_points else Containment
        ids = self._accounts.ids
        self._held = kind(units.ids.tolist(), units.geometry, ids, self._accounts.points())
        self._unit = {}
        self._relocate(ids)

    def _relocate(self, accounts: Iterable[int]) -> None:
        for account in accounts:
            holders = self._held.holders(account)
            if holders:
                self._unit[account] = holders[0]
            else:
                self._unit.pop(account, None)

    def _follow_units(self, changes: Changes) -> None:
        if changes.renumbered:
            self._held.renumber_shapes(changes.renumbered)
            renumbered = changes.renumbered
            self._unit = {account: renumbered.get(unit, unit) for account, unit in self._unit.items()}
        live = self._session.live
        there = live.known(changes.features)
        gone = [fid for fid in changes.features if live.position(fid) is None]
        touched = self._held.remove_shapes(gone) if gone else set()
        if there:
            shapes = live.alignment.units.geometry[live.positions(there)]
            touched |= self._held.put_shapes(there, shapes)
        self._relocate(touched)

    def _follow_accounts(self, heard: Changes) -> None:
        if heard.renumbered:
            self._held.renumber_points(heard.renumbered)
            for old, new in heard.renumbered.items():
                if old in self._unit:
                    self._unit[new] = self._unit.pop(old)
        if not heard.features:
            return
        known = set(self._accounts.ids)
        there = [fid for fid in heard.features if fid in known]
        gone = [fid for fid in heard.features if fid not in known]
        touched = self._held.remove_points(gone)
        touched |= self._held.put_points(there, self._accounts.points(there))
        for fid in gone:
            self._unit.pop(fid, None)
        self._relocate({*touched, *there} - set(gone))

    # arrays
    def _positions_changed(self) -> bool:
        """Units came, went or are in another order, whoever did it."""
        ids = self._session.live.alignment.units.ids
        return self._unit_ids is None or not np.array_equal(ids, self._unit_ids)

    def _of_units(self, column: np.ndarray) -> np.ndarray:
        """A column of the units layer in the order of the ledger."""
        live = self._session.live
        found = np.full(live.alignment.units.n, np.nan)
        ids = self._units.ids
        known = [live.position(fid) is not None for fid in ids]
        found[live.positions(ids)] = column[np.array(known, dtype=bool)] if len(ids) else column
        return found

    def _count(self) -> None:
        settings, units = self._settings, self._session.live.alignment.units
        columns = self.called_on
        ids = columns.ids if self._accounts is not None else units.ids.tolist()
        arrange = self._of_units if self._accounts is None else np.asarray

        def column(name: str | None) -> np.ndarray | None:
            return None if not name else arrange(columns.values(name)[0])

        segments = self._segments(ids)
        calls, minutes = (
            own_or_segment(len(ids), column(name), segments, table, default)
            for name, table, default in (
                (settings.calls_field, self._of_segment(0), settings.default_calls),
                (settings.minutes_field, self._of_segment(1), settings.default_minutes),
            )
        )
        accounts = column(settings.accounts_field)
        accounts = None if accounts is None else np.maximum(np.nan_to_num(accounts), 0.0)
        if self._accounts is None:
            xy, areas = units.xy, None if units.is_points else units.areas
            self.unit_of = np.arange(units.n)
        else:
            points = columns.points()
            xy, areas = np.column_stack([shapely.get_x(points), shapely.get_y(points)]), None
            position = self._session.live.position
            placed = (self._unit.get(fid) for fid in ids)
            found = [NOWHERE if unit is None else position(unit) for unit in placed]
            self.unit_of = np.array([NOWHERE if one is None else one for one in found], dtype=np.int64)
        self.ids, self.row_of = ids, {fid: row for row, fid in enumerate(ids)}
        self.stops = Stops(xy, calls, call_hours(calls, minutes), areas, accounts)
        self._unit_ids = units.ids.copy()
        self._values = {}
        self.version += 1

    def _segments(self, ids: list[int]) -> list[str | None] | None:
        """The segment of each stop; None where segments do not matter."""
        name = self._settings.segment_field
        if not name or not self._settings.segments:
            self._unknown_segments = []
            return None
        columns = self.called_on
        by_id = dict(zip(columns.ids, columns.texts(name)))
        found = [by_id.get(fid) for fid in ids]
        known = self._settings.segments
        self._unknown_segments = sorted({text for text in found if text is not None and text not in known})
        return found

    def _of_segment(self, place: int) -> dict[str, float]:
        pairs = self._settings.segments.items()
        return {name: float(pair[place]) for name, pair in pairs if pair[place] is not None}


def _some(names: list[str], count: int | None = None) -> str:
    more = (len(names) if count is None else count) > _NAMED
    return ", ".join(names[:_NAMED]) + (" …" if more else "")
