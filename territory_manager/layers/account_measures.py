"""Accounts on top of units: a plan's measures that are counted and summed from a layer of points.

Every account belongs to the unit it lies in; on a common border to the one that was saved first, as in the
algorithm *Roll up accounts to units*. Where the units are points themselves it belongs to the nearest. An
account in no unit belongs to nobody: it is counted among `AccountMeasures.unplaced` and said in words.
Accounts that belong to somebody whatever the map says (see `account_rules`) count for that territory instead.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..core.checks import Finding
from ..core.containment import Containment, Nearest
from ..core.geos import shapely
from ..translate import tr
from .account_rules import AccountRules
from .fields import unused_name
from .layer_listener import Changes
from .numbers import numbers
from .plan import COUNT
from .reading import read_features
from .side_layer import SideLayer

if TYPE_CHECKING:
    from .session import PlanSession

ACCOUNTS = "accounts"
_NONE: set[int] = set()


def measure_names(fields: Iterable[str], taken: Iterable[str]) -> dict[str, str]:
    """How measures of accounts are called: ``accounts`` (their number), ``sales (accounts)`` (a sum).

    Parameters
    ----------
    fields : fields of the accounts, `COUNT` for their number
    taken : fields of the units; a name that is taken gets a number

    Returns
    -------
    Measure → field.
    """
    names: dict[str, str] = {}
    for field in dict.fromkeys(fields):
        wanted = ACCOUNTS if field == COUNT else f"{field} ({ACCOUNTS})"
        names[unused_name(wanted, [*taken, *names])] = field
    return names


class AccountMeasures:
    """Follows a plan's accounts; one edited account costs its own unit, not the others.

    Attributes
    ----------
    unplaced : set of int
        Feature ids of accounts that lie in no unit, or have no place at all, and have no owner of their own.
    owner : dict
        Feature id → territory of the accounts that do not follow the map.
    rules : AccountRules
        What says so.
    """

    def __init__(self, session: PlanSession):
        self._session = session
        self._side: SideLayer | None = None
        self.rules = AccountRules(session)
        self._weights: dict[str, float] = {}
        self._forget()

    def _forget(self) -> None:
        self.unplaced: set[int] = set()
        self.owner: dict[int, str] = {}
        self._held = Containment()
        self._unit: dict[int, int] = {}
        self._members: dict[int, set[int]] = {}
        self._values: dict[int, tuple[float, ...]] = {}
        self._missing: dict[str, int] = {}
        self._fields: tuple[str, ...] = ()
        self._deciding: dict[int, tuple] = {}
        self._decided_by: tuple[str, ...] = ()
        self._decided_for: tuple = ()
        self._own: dict[str, dict[str | None, float]] | None = None

    def start(self) -> None:
        """Begin to follow, if the plan has accounts."""
        session, settings = self._session, self._session.settings
        if settings.accounts_layer is None:
            return
        self._side = SideLayer(session.project(), settings.accounts_layer, self._wanted(), session)
        self._side.changed.connect(session.flush)
        self._side.flushNow.connect(session.flush)
        self._side.cameOrWent.connect(session.wake)
        session.live.extra = self
        self.rules.start()
        self._adjust_measures()
        self._read()
        session.live.read_measures()

    def stop(self) -> None:
        """Stop listening."""
        self.rules.stop()
        if self._side is not None:
            self._side.stop()

    def restart(self) -> None:
        """Follow the accounts that the settings name now."""
        self.stop()
        self._side = None
        self._weights.clear()
        self._forget()
        self.start()

    # what is known
    @property
    def layer(self):
        """The accounts, None where there are none or they are not in the project."""
        return self._side.layer if self._side is not None else None

    @property
    def pending(self) -> bool:
        """Edits of accounts were heard that the numbers do not show yet."""
        return self._side is not None and (self._side.pending or self.rules.pending)

    @property
    def count(self) -> int:
        """How many accounts there are, wherever they lie."""
        return len(self._values)

    def unit_of(self, account: int) -> int | None:
        """Feature id of the unit that an account lies in."""
        return self._unit.get(account)

    def accounts_of(self, units: Iterable[int]) -> list[int]:
        """Feature ids of the accounts in some units."""
        return sorted(account for unit in units for account in self._members.get(unit, ()))

    @property
    def findings(self) -> list[Finding]:
        """Nothing about single units: accounts are not features of their layer."""
        return []

    @property
    def problems(self) -> list[str]:
        """Accounts without a unit, values that are missing, measures that cannot be had."""
        if self._side is None:
            return []
        settings, name = self._session.settings, self._side.name
        lost = [measure for measure in settings.account_measures if measure not in settings.measures]
        shown = ", ".join(f"“{measure}”" for measure in lost)
        if self.layer is None:
            words = tr(
                "The accounts layer “{layer}” is not in the project any more; {measures} are left out of the "
                "balance. Add the layer again, or choose other measures."
            )
            return [words.format(layer=name or self._side.layer_id, measures=shown)]
        words = []
        if lost:
            text = tr("Layer “{layer}” lacks the field of {measures}; it is left out of the balance.")
            words.append(text.format(layer=name, measures=shown))
        if len(self.unplaced) == 1:
            text = tr("1 of the accounts in “{layer}” lies in no unit and counts for nobody.")
            words.append(text.format(layer=name))
        elif self.unplaced:
            text = tr("{count} of the accounts in “{layer}” lie in no unit and count for nobody.")
            words.append(text.format(count=len(self.unplaced), layer=name))
        for field, count in self._missing.items():
            if count:
                text = tr("{count} of the accounts in “{layer}” have no number in “{field}”.")
                words.append(text.format(count=count, layer=name, field=field))
        return [*words, *self.rules.problems]

    def values(self, fids: Sequence[int]) -> dict[str, np.ndarray]:
        """Measure → what units have of it: 0 without accounts, NaN where none of them has a number."""
        columns = {field: number for number, field in enumerate(self._fields)}
        found: dict[str, np.ndarray] = {}
        for measure, field in self._session.settings.account_measures.items():
            if field == COUNT:
                found[measure] = np.array([len(self._following(fid)) for fid in fids], dtype=float)
            elif field in columns:
                found[measure] = np.array([self._sum(fid, columns[field]) for fid in fids], dtype=float)
            else:
                found[measure] = np.full(len(fids), np.nan)
        return found

    def _sum(self, unit: int, column: int) -> float:
        accounts = self._following(unit)
        if not accounts:
            return 0.0
        values = [self._values[account][column] for account in accounts]
        known = [value for value in values if not math.isnan(value)]
        # exact, so that it does not matter in which order accounts came
        return math.fsum(known) if known else math.nan

    def _following(self, unit: int) -> set[int]:
        """The accounts of a unit that go where it goes."""
        accounts = self._members.get(unit, _NONE)
        return accounts if not self.owner else {account for account in accounts if account not in self.owner}

    def hold(self) -> None:
        """Let the ledger count the accounts that do not follow the map where they belong."""
        ledger = self._session.live.alignment
        if not self._decided_by and not ledger.held.any():
            return
        if self._decided_for != self._who_there_is():
            # owners come, go and have other names with the territories and their reps
            self._session.live.refresh_extra(sorted(self._decide()))
        if self._own is None:
            self._own = self._sum_own()
        amounts = np.zeros(ledger.held.shape)
        fields = [self._session.settings.account_measures.get(name) for name in ledger.units.measure_names]
        for label, territory in enumerate(ledger.territories):
            sums = self._own.get(territory, {})
            for column, field in enumerate(fields):
                amounts[label, column] = sums.get(field, 0.0)
        if (amounts != ledger.held).any():
            ledger.hold(amounts)

    def _sum_own(self) -> dict[str, dict[str | None, float]]:
        """Territory → field → sum over the accounts that belong to it whatever the map says."""
        values: dict[str, dict[str | None, list[float]]] = {}
        for account, territory in self.owner.items():
            sums = values.setdefault(territory, {COUNT: []})
            sums[COUNT].append(1.0)
            for field, value in zip(self._fields, self._values[account]):
                if not math.isnan(value):
                    sums.setdefault(field, []).append(value)
        # exact, so that it does not matter in which order accounts came
        return {name: {field: math.fsum(all_) for field, all_ in s.items()} for name, s in values.items()}

    def _who_there_is(self) -> tuple:
        settings = self._session.settings
        return tuple(settings.territories), tuple(sorted(settings.reps.items()))

    def use_rules(self, rules: Mapping[str, object]) -> None:
        """Obey other rules, see `account_rules`; the table and the fields need not be the same."""
        session = self._session
        session.flush()
        session.settings.rules = dict(rules)
        if self._side is None:
            return
        self.rules.start()
        self._watch()
        self._read()
        session.live.read_measures()
        session.refresh_targets()

    # following
    def forget_lost(self) -> None:
        """Other measures were chosen: those that are not among them are none any more."""
        settings = self._session.settings
        known = settings.account_measures
        settings.account_measures = {name: known[name] for name in known if name in settings.measures}
        self._weights.clear()

    def follow(self, changes: Changes) -> bool:
        """Count anew what the changes of units and accounts touch; tells whether the measures changed."""
        if self._side is None:
            return False
        heard, moved = self._side.take()
        ruled = self.rules.take()
        structure = False
        if moved or heard.fields:
            structure = self._follow_fields(heard.renamed)
        if moved or structure or ruled or heard.everything or changes.everything:
            self._read()
            self._session.live.read_measures()
            return structure
        dirty = self._follow_units(changes)
        dirty |= self._follow_accounts(heard)
        self._session.live.refresh_extra(sorted(dirty))
        if heard:
            self.hold()
        return False

    def _follow_units(self, changes: Changes) -> set[int]:
        if changes.renumbered:
            self._held.renumber_shapes(changes.renumbered)
            for old, new in changes.renumbered.items():
                members = self._members.pop(old, None)
                if members is not None:
                    self._members[new] = members
                    self._unit.update(dict.fromkeys(members, new))
        live = self._session.live
        there = live.known(changes.features)
        gone = [fid for fid in changes.features if live.position(fid) is None]
        touched = self._held.remove_shapes(gone) if gone else set()
        if there:
            shapes = live.alignment.units.geometry[live.positions(there)]
            touched |= self._held.put_shapes(there, shapes)
        # a unit that is back after undo has its column from `values` before its accounts were found
        return self._relocate(touched) | set(there)

    def _follow_accounts(self, heard: Changes) -> set[int]:
        if heard.renumbered:
            self._held.renumber_points(heard.renumbered)
            for old, new in heard.renumbered.items():
                self._renumber(old, new)
        wanted = list(dict.fromkeys([*heard.features, *(fid for fid, _name in heard.values)]))
        if not wanted:
            return set()
        ids, points, columns = self._features(wanted)
        there = set(ids)
        gone = [fid for fid in wanted if fid not in there]
        touched = set(self._held.remove_points(gone)) | set(gone)
        dirty = {self._unit[fid] for fid in (*ids, *gone) if fid in self._unit}
        for fid in gone:
            self._count_missing(self._values.pop(fid, ()), -1)
            self._deciding.pop(fid, None)
        self._take_values(ids, columns)
        dirty |= self._decide()
        touched |= self._held.put_points(ids, points) | there
        return dirty | self._relocate(touched)

    def _renumber(self, old: int, new: int) -> None:
        for known in (self._values, self._deciding, self.owner):
            if old in known:
                known[new] = known.pop(old)
        if old in self.unplaced:
            self.unplaced.remove(old)
            self.unplaced.add(new)
        if old in self._unit:
            unit = self._unit[new] = self._unit.pop(old)
            self._members[unit].remove(old)
            self._members[unit].add(new)

    def _relocate(self, accounts: Iterable[int]) -> set[int]:
        """Note in which units accounts lie now; the units that lost or gained one, or saw one edited."""
        dirty = set()
        for account in accounts:
            before = self._unit.pop(account, None)
            holders = self._held.holders(account) if account in self._values else []
            if before is not None:
                dirty.add(before)
                self._members[before].discard(account)
                if not self._members[before]:
                    del self._members[before]
            if holders:
                self._unit[account] = holders[0]
                self._members.setdefault(holders[0], set()).add(account)
                dirty.add(holders[0])
            self.unplaced.discard(account)
            if account in self._values and not holders and account not in self.owner:
                self.unplaced.add(account)
        return dirty

    def _decide(self) -> set[int]:
        """Find out anew which accounts do not follow the map; the units that lost or gained one by that."""
        before, self.owner, self._own = self.owner, {}, None
        self._decided_for = self._who_there_is()
        if self._decided_by:
            values = list(zip(*self._deciding.values())) or [()] * len(self._decided_by)
            self.owner = self.rules.owners(list(self._deciding), dict(zip(self._decided_by, values)))
        changed = before.keys() ^ self.owner.keys()
        for account in changed & self._values.keys():
            if account in self.owner or account in self._unit:
                self.unplaced.discard(account)
            else:
                self.unplaced.add(account)
        return {self._unit[account] for account in changed if account in self._unit}

    # reading
    def _wanted(self) -> list[str]:
        """The accounts' fields that are summed."""
        fields = self._session.settings.account_measures.values()
        return list(dict.fromkeys(field for field in fields if field != COUNT))

    def _watch(self) -> None:
        there = [] if self.layer is None else self.layer.fields().names()
        self._side.watch(list(dict.fromkeys([*self._wanted(), *self.rules.fields(there)])))

    def _features(self, fids: Sequence[int] | None = None):
        session = self._session
        ids, shapes, columns = read_features(
            self.layer,
            session.crs,
            list(dict.fromkeys([*self._fields, *self._decided_by])),
            feature_ids=fids,
            transform_context=session.project().transformContext(),
        )
        # most layers of points hold one point a feature; of several, the middle counts
        return ids, shapely.centroid(shapes), columns

    def _read(self) -> None:
        """Everything anew."""
        self._forget()
        if self.layer is None:
            return
        there = self.layer.fields()
        self._fields = tuple(name for name in self._wanted() if there.lookupField(name) >= 0)
        self._decided_by = tuple(self.rules.fields(there.names()))
        self._missing = dict.fromkeys(self._fields, 0)
        ids, points, columns = self._features()
        self._take_values(ids, columns)
        self._decide()
        units = self._session.live.alignment.units
        kind = Nearest if units.is_points else Containment
        self._held = kind(units.ids.tolist(), units.geometry, ids, points)
        self._relocate(ids)

    def _take_values(self, ids: Sequence[int], columns: dict[str, list]) -> None:
        read = [numbers(columns[name])[0].tolist() for name in self._fields]
        rows = zip(*read) if read else [()] * len(ids)
        for fid, row in zip(ids, rows):
            self._count_missing(self._values.get(fid, ()), -1)
            self._values[fid] = row
            self._count_missing(row, 1)
        if self._decided_by:
            deciding = zip(*(columns[name] for name in self._decided_by))
            self._deciding.update(zip(ids, deciding))

    def _count_missing(self, row: tuple[float, ...], sign: int) -> None:
        for field, value in zip(self._fields, row):
            if math.isnan(value):
                self._missing[field] += sign

    def _follow_fields(self, renamed: dict[str, str]) -> bool:
        """The accounts' fields, or the accounts themselves, are not the same: neither may the measures be."""
        settings = self._session.settings
        before = (settings.measures, dict(settings.account_measures), settings.accounts_layer)
        if renamed:
            taken = [field.name() for field in self._session.layer.fields()]
            self._rename({old: new for old, new in renamed.items() if old in self._wanted()}, taken)
        if self.layer is not None:
            settings.accounts_layer = self.layer.id()
        self._adjust_measures()
        self._watch()
        return before != (settings.measures, settings.account_measures, settings.accounts_layer)

    def _rename(self, renamed: dict[str, str], taken: list[str]) -> None:
        settings = self._session.settings
        known: dict[str, str] = {}
        for measure, field in settings.account_measures.items():
            name = measure
            if field in renamed:
                (name,) = measure_names([renamed[field]], [*taken, *known])
                settings.measures = tuple(name if old == measure else old for old in settings.measures)
            known[name] = renamed.get(field, field)
        settings.account_measures = known

    def _adjust_measures(self) -> None:
        """Leave out of the balance what cannot be had, and take it in again when it is back."""
        settings = self._session.settings
        weights = settings.weights or (1.0,) * len(settings.measures)
        chosen = dict(zip(settings.measures, weights))
        mean = sum(weights) / len(weights) if weights else 1.0
        for measure, field in settings.account_measures.items():
            if not self._can_be_had(field):
                if measure in chosen:
                    self._weights[measure] = chosen.pop(measure)
            elif measure not in chosen:
                chosen[measure] = self._weights.pop(measure, mean)
        settings.measures = tuple(chosen)
        if settings.weights is not None:
            settings.weights = tuple(chosen.values()) or None

    def _can_be_had(self, field: str) -> bool:
        return self.layer is not None and (field == COUNT or self.layer.fields().lookupField(field) >= 0)
