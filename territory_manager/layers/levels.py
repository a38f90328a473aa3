"""Levels of a plan: territory → region → country, as many as wanted, called as the user calls them.

Which territory is in which region is a setting of the plan; what a region has follows from its territories,
live. A level whose borders bind keeps units from changing hands across them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtCore import QLocale, QObject, pyqtSignal

from ..core.checks import Finding
from ..core.levels import ancestors, group_deviations, positions, rolled_up, rolled_up_targets
from ..core.statistics import Balance, balance, statistics
from ..translate import tr
from .layer_listener import Changes
from .nulls import text_or_none
from .plan import PlanError, PlanSettings

if TYPE_CHECKING:
    import pandas as pd

    from ..core.alignment import Alignment
    from ..core.targets import Targets
    from .session import PlanSession

_NAMED = 6
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Level:
    """One level.

    Attributes
    ----------
    name : what its groups are called, say ``Region``.
    groups : their names, in their order.
    parents : what is in them: a territory, or a group of the level below → the group it is in.
    tolerance : in %; None for that of the plan.
    bind : no unit changes hands across the borders of its groups.
    """

    name: str
    groups: tuple[str, ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)
    tolerance: float | None = None
    bind: bool = False

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> Level:
        """A level as the settings have it; groups that only its parents name are added."""
        parents = {str(child): str(parent) for child, parent in stored.get("parents", {}).items()}
        groups = dict.fromkeys([*stored.get("groups", ()), *parents.values()])
        tolerance = stored.get("tolerance")
        return cls(
            name=str(stored.get("name", "")),
            groups=tuple(groups),
            parents=parents,
            tolerance=None if tolerance is None else float(tolerance),
            bind=bool(stored.get("bind", False)),
        )

    def to_stored(self) -> dict[str, Any]:
        """Plain values for the settings."""
        return {
            "name": self.name,
            "groups": list(self.groups),
            "parents": dict(self.parents),
            "tolerance": self.tolerance,
            "bind": self.bind,
        }


def levels_of(settings: PlanSettings) -> list[Level]:
    """The levels of a plan, the lowest first."""
    return [Level.from_stored(stored) for stored in settings.levels]


def bound_areas(settings: PlanSettings) -> dict[str, str]:
    """Territory → the group whose border its units must not cross; empty where no border binds.

    The lowest level that binds counts: its groups lie inside those of the levels above.
    """
    levels = levels_of(settings)
    number = next((number for number, level in enumerate(levels) if level.bind), None)
    if number is None:
        return {}
    chain = ancestors(settings.territories, [level.parents for level in levels[: number + 1]])
    return {name: group for name, group in zip(settings.territories, chain) if group is not None}


def border_words(area: str, other: str) -> str:
    """That units cannot leave one group for another."""
    words = tr("The border between {area} and {other} binds: nothing crosses it (Levels…).")
    return words.format(area=area, other=other)


def checked_levels(levels: Iterable[Level]) -> list[Level]:
    """The levels without what leads nowhere: parents that are no groups.

    Raises
    ------
    PlanError
        When a level or a group has no name, or one that is there already, or a tolerance is below 0.
    """
    checked: list[Level] = []
    for level in levels:
        if not level.name.strip():
            raise PlanError(tr("A level needs a name."))
        if level.name in {other.name for other in checked}:
            raise PlanError(tr("There is a level “{level}” already.").format(level=level.name))
        if "" in level.groups or len(set(level.groups)) < len(level.groups):
            words = tr("The groups of “{level}” need names, each its own.")
            raise PlanError(words.format(level=level.name))
        if level.tolerance is not None and not level.tolerance >= 0:
            raise PlanError(tr("The tolerance must be 0 % or more."))
        known = set(level.groups)
        parents = {child: parent for child, parent in level.parents.items() if parent in known}
        checked.append(replace(level, parents=parents))
    return checked


class Levels(QObject):
    """The levels of a session's plan. Levels are counted from 0, the one above the territories."""

    changed = pyqtSignal()
    """Levels or groups came, went or have other members."""

    def __init__(self, session: PlanSession):
        super().__init__(session)
        self._session = session
        self._seen: Any = None
        self._rolled: dict[int, tuple[Alignment, Targets, pd.DataFrame]] = {}
        self._colors: dict[int, tuple[Any, dict[str, str]]] = {}

    # as other followers; levels follow from the territories and hear no layer of their own
    def start(self) -> None:
        """Nothing to listen to."""

    def stop(self) -> None:
        """Nothing to stop."""

    def follow(self, changes: Changes) -> bool:
        """What groups have is looked up when it is asked for."""
        return False

    pending = False

    @property
    def findings(self) -> list[Finding]:
        """Nothing about single units."""
        return []

    # what they are
    @property
    def all(self) -> list[Level]:
        """The levels, the lowest first."""
        return levels_of(self._session.settings)

    def __len__(self) -> int:
        return len(self._session.settings.levels)

    def use(self, levels: Iterable[Level]) -> None:
        """Have these levels from now on.

        Raises
        ------
        PlanError
            When a name is missing or there twice.
        """
        stored = [level.to_stored() for level in checked_levels(levels)]
        if stored == self._session.settings.levels:
            return
        self._session.settings.levels = stored
        self._seen = None
        self.changed.emit()
        self._session.refresh_targets()

    def set_tolerance(self, number: int, percent: float) -> None:
        """Allow the groups of a level this deviation, in %."""
        levels = self.all
        levels[number] = replace(levels[number], tolerance=float(percent))
        self.use(levels)

    def tolerance(self, number: int) -> float:
        """Allowed deviation of a level's groups, in %."""
        own = self.all[number].tolerance
        return self._session.settings.tolerance if own is None else own

    def group_of(self, territory: str | None, number: int) -> str | None:
        """Group that a territory is in, None where it is in none."""
        if territory is None:
            return None
        return ancestors([territory], [level.parents for level in self.all[: number + 1]])[0]

    def territories_in(self, group: str | None, number: int) -> list[str]:
        """Territories of a group; for None those in no group."""
        names = self._session.settings.territories
        chain = ancestors(names, [level.parents for level in self.all[: number + 1]])
        known = set(self.all[number].groups)
        return [name for name, own in zip(names, chain) if (own if own in known else None) == group]

    def fids_of(self, group: str | None, number: int) -> list[int]:
        """Feature ids of a group's units; for None those in no group, the unassigned among them."""
        session = self._session
        found = [fid for name in self.territories_in(group, number) for fid in session.fids_of(name)]
        return found if group is not None else [*found, *session.fids_of(None)]

    def manager_of(self, group: str, number: int) -> str | None:
        """Who the reps of a group report to, where that is one and the same."""
        reps = self._session.followers.reps
        found = {
            rep.manager
            for name in self.territories_in(group, number)
            if (rep := reps.of_territory(name)) is not None
        }
        return found.pop() if len(found) == 1 else None

    # what they have
    def statistics(self, number: int) -> pd.DataFrame:
        """The statistics table of a level; its last row is what is in no group, if there is any."""
        return self._roll(number)[2]

    def balance(self, number: int) -> Balance:
        """The balance of a level."""
        ledger, targets, _table = self._roll(number)
        return balance(ledger, targets)

    def ledger(self, number: int) -> Alignment:
        """The core's ledger of a level; read it, never change it."""
        return self._roll(number)[0]

    def colors(self, number: int) -> dict[str, str]:
        """A colour for every group, such that neighbours differ; kept until the groups change."""
        from .styling import territory_colors

        level = self.all[number]
        made_of = (level.groups, tuple(sorted(level.parents.items())))
        known = self._colors.get(number)
        if known is None or known[0] != made_of:
            ledger = self.ledger(number)
            fresh = territory_colors(list(level.groups), ledger.labels, ledger.adjacency)
            known = self._colors[number] = (made_of, dict(zip(level.groups, fresh.values())))
        return known[1]

    def _roll(self, number: int) -> tuple[Alignment, Targets, pd.DataFrame]:
        session, levels = self._session, self.all
        # a session makes its table anew whenever a number changed
        now = (session.statistics(), session.settings.levels)
        if self._seen is None or self._seen[0] is not now[0] or self._seen[1] is not now[1]:
            self._seen, self._rolled = now, {}
        if number not in self._rolled:
            names, territories = levels[number].groups, session.alignment.territories
            chain = ancestors(territories, [level.parents for level in levels[: number + 1]])
            group = positions(chain, names)
            ledger = rolled_up(session.alignment, group, names)
            targets = rolled_up_targets(
                session.targets, territories, group, names, self.tolerance(number) / 100.0
            )
            managers = {name: self.manager_of(name, number) for name in names}
            reps = {name: manager for name, manager in managers.items() if manager}
            self._rolled[number] = (ledger, targets, statistics(ledger, targets, reps))
        return self._rolled[number]

    # problems
    @property
    def problems(self) -> list[str]:
        """Territories that are in no group, and groups out of tolerance, in words."""
        words = []
        for number, level in enumerate(self.all):
            below = self._session.settings.territories if number == 0 else self.all[number - 1].groups
            lost = [name for name in below if level.parents.get(name) is None]
            if lost and level.groups:
                text = tr("In no group of level “{level}”: {names}. Put them into one (Levels…).")
                words.append(text.format(level=level.name, names=_some(lost)))
            words += self._beyond(number, level)
        return words

    def _beyond(self, number: int, level: Level) -> list[str]:
        session, tolerance, locale = self._session, self.tolerance(number), QLocale()
        ledger = session.alignment
        chain = ancestors(ledger.territories, [below.parents for below in self.all[: number + 1]])
        # from the sums of the territories: this is asked for with every edit
        found = group_deviations(ledger, session.targets, positions(chain, level.groups), len(level.groups))
        words = []
        for group, worst in zip(level.groups, found.tolist()):
            if abs(worst) <= tolerance + _ROUNDING:
                continue
            text = tr("{level} {group} has {deviation} % more than its target; ±{tolerance} % is allowed.")
            if worst < 0:
                text = tr(
                    "{level} {group} has {deviation} % less than its target; ±{tolerance} % is allowed."
                )
            words.append(
                text.format(
                    level=level.name,
                    group=group,
                    deviation=locale.toString(abs(worst), "f", 1),
                    tolerance=locale.toString(tolerance, "g", 4),
                )
            )
        return words


def parents_from_field(
    session: PlanSession, name: str, below: Sequence[Level] = ()
) -> tuple[dict[str, str], list[str]]:
    """Groups drawn in a field of the units: the value that most units have.

    Parameters
    ----------
    name : of the field
    below : levels below the one that is asked for, the lowest first; their groups are put into groups then

    Returns
    -------
    Territory, or group of the level below → group; and those whose units have several values, which a border
    that binds would cut.

    Raises
    ------
    PlanError
        When the units have no such field.
    """
    layer = session.layer
    if layer.fields().lookupField(name) < 0:
        words = tr("Layer “{layer}” has no field “{field}”.")
        raise PlanError(words.format(layer=layer.name(), field=name))
    session.flush()
    territories = session.settings.territories
    child = dict(zip(territories, ancestors(territories, [level.parents for level in below])))
    place = layer.fields().lookupField(name)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([place])
    counts: dict[str, dict[str, int]] = {}
    for feature in layer.getFeatures(request):
        own = child.get(session.live.territory_of(feature.id()) or "")
        text = text_or_none(feature.attributes()[place])
        if own is not None and text is not None:
            found = counts.setdefault(own, {})
            found[text] = found.get(text, 0) + 1
    names = [name for name in dict.fromkeys(child.values()) if name in counts]
    parents = {name: max(sorted(counts[name]), key=counts[name].__getitem__) for name in names if name}
    return parents, [name for name in parents if len(counts[name]) > 1]


def levels_from_table(
    rows: Sequence[Sequence[Any]], titles: Sequence[str], territories: Sequence[str]
) -> tuple[list[Level], list[str]]:
    """Levels from a table with a territory a row, and beside it its region, country and so on.

    Parameters
    ----------
    rows : territory, group of the lowest level, of the next one …
    titles : of the levels
    territories : of the plan

    Returns
    -------
    The levels; and in words the rows that could not be followed: territories that the plan does not have,
    are there twice, or are missing, and groups that would be in two others.
    """
    words: list[str] = []
    parents: list[dict[str, str]] = [{} for _ in titles]
    groups: list[dict[str, None]] = [{} for _ in titles]
    known, seen = set(territories), set()
    for number, row in enumerate(rows, start=1):
        texts = [text_or_none(value) for value in row]
        if texts[0] is None:
            continue
        if texts[0] not in known:
            words.append(
                tr("Row {row}: the plan has no territory “{name}”.").format(row=number, name=texts[0])
            )
        seen.add(texts[0])
        for depth, (child, parent) in enumerate(zip(texts, texts[1:])):
            if parent is None:
                break
            groups[depth][parent] = None
            before = parents[depth].setdefault(str(child), parent)
            if before != parent:
                text = tr("Row {row}: “{name}” is in “{group}” already, not in “{other}”.")
                words.append(text.format(row=number, name=child, group=before, other=parent))
    missing = [name for name in territories if name not in seen]
    if missing:
        words.append(tr("Not in the table: {names}.").format(names=_some(missing)))
    return [Level(title, tuple(own), found) for title, own, found in zip(titles, groups, parents)], words


def areas_of_units(
    session: PlanSession, labels: np.ndarray, names: Sequence[str]
) -> tuple[np.ndarray, list[str]]:
    """(n,) position of the group whose border binds each unit, -1 for none, and the groups.

    Parameters
    ----------
    labels : (n,) territory of each unit in *names*, -1 for none
    """
    areas = bound_areas(session.settings)
    groups = list(dict.fromkeys(areas.values()))
    place = positions([areas.get(name) for name in names], groups)
    return np.append(place, -1)[labels], groups


def _some(names: Sequence[str]) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)
    return tr("{names} and {count} more").format(names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)
