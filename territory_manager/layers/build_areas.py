"""Areas whose borders a build must not cross: the groups of a level that binds, or the values of a field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..core.adjacency import Adjacency
from ..core.levels import positions
from ..core.solve.within import area_shares, numbers_within, spread_areas
from ..translate import tr
from .levels import Level, areas_of_units, bound_areas, levels_of
from .plan import PlanSettings
from .problem_assembly import home_units
from .territory_names import numbered_names

if TYPE_CHECKING:
    from ..core.solve.problem import Problem
    from ..core.units import Units
    from .session import PlanSession


@dataclass(frozen=True, eq=False)
class Areas:
    """Where territories have to stay.

    Attributes
    ----------
    title : of the level, or the field
    names : of the areas
    of_units : (n,) position of each unit's area in *names*
    owners : territory → its area; one that is missing belongs where its home is, or where it is needed
    is_level : the areas are the groups of a level
    """

    title: str
    names: list[str]
    of_units: np.ndarray
    owners: dict[str, str]
    is_level: bool

    def owner(self, territories: Sequence[str]) -> np.ndarray:
        """(k,) position of each territory's area; the one with most to do for one that has none."""
        found = positions([self.owners.get(name) for name in territories], self.names)
        load = np.bincount(self.of_units, minlength=len(self.names)).astype(float)
        for place in np.flatnonzero(found < 0).tolist():
            given = np.bincount(found[found >= 0], minlength=len(self.names))
            found[place] = int(np.argmax(load / (2 * given + 1)))
        return found

    def inside(self, problem: Problem) -> Problem:
        """The same question with targets as parts of the own area."""
        shares = area_shares(problem, self.of_units, self.owner(problem.targets.territories))
        return replace(problem, targets=replace(problem.targets, shares=shares))

    def cut(self, adjacency: Adjacency) -> Adjacency:
        """The neighbours of one area only."""
        pairs = adjacency.pairs()[0]
        area = self.of_units[pairs]
        return adjacency.without(pairs[area[:, 0] != area[:, 1]])


def level_areas(session: PlanSession, labels: np.ndarray, units: Units, graph: Adjacency) -> Areas | None:
    """The areas of the lowest level whose borders bind; None where none does.

    Units without a territory belong to the area around them.

    Parameters
    ----------
    labels : (n,) position of each unit's territory in the session's alignment, -1 for none
    units, graph : n units that take part, and their neighbours

    Raises
    ------
    ValueError
        When no unit is in any group yet.
    """
    level = next((level for level in levels_of(session.settings) if level.bind), None)
    if level is None:
        return None
    found, names = areas_of_units(session, labels, session.alignment.territories)
    if not (found >= 0).any():
        words = tr(
            "The border of {level} binds, but no unit is in any of its groups yet. Assign units first, or "
            "let the border be free (Levels…)."
        )
        raise ValueError(words.format(level=level.name))
    return _areas(level.name, found, names, units, graph, bound_areas(session.settings), is_level=True)


def field_areas(
    title: str,
    values: Sequence[str | None],
    labels: np.ndarray,
    territories: Sequence[str],
    units: Units,
    graph: Adjacency,
) -> Areas:
    """The areas that a field of the units names; units without a value belong to the area around them.

    Parameters
    ----------
    title : of the field
    values : n values
    labels : (n,) position of each unit's territory in *territories*, -1 for none; each territory belongs
        where most of its units are

    Raises
    ------
    ValueError
        When the field has no value at all.
    """
    names = sorted({value for value in values if value is not None})
    if not names:
        raise ValueError(
            tr("Field “{field}” is empty: it has no borders to stay within.").format(field=title)
        )
    found = positions(values, names)
    counts = Counter(zip(labels.tolist(), found.tolist()))
    owners: dict[str, str] = {}
    for (label, area), _count in sorted(counts.items(), key=lambda item: -item[1]):
        if label >= 0 and area >= 0:
            owners.setdefault(territories[label], names[area])
    return _areas(title, found, names, units, graph, owners, is_level=False)


def with_homes(areas: Areas, territories: Sequence[str], homes: np.ndarray | None, units: Units) -> Areas:
    """The areas, and each territory that has a home in the area where that is.

    Raises
    ------
    ValueError
        When a territory has neither a home in the map nor an area.
    """
    owners = dict(areas.owners)
    lived = np.full(len(territories), -1) if homes is None else home_units(units, homes)
    lost = []
    for name, unit in zip(territories, lived.tolist()):
        if unit >= 0:
            owners[name] = areas.names[int(areas.of_units[unit])]
        elif name not in owners:
            lost.append(name)
    if lost:
        words = tr("{territories} have no home in the map, so their {level} is not known.")
        raise ValueError(words.format(territories=", ".join(lost[:6]), level=areas.title))
    return replace(areas, owners={name: owners[name] for name in territories})


def with_number(
    areas: Areas, number: int, present: Sequence[str], kept: Sequence[str], weight: np.ndarray
) -> tuple[Areas, list[str]]:
    """The areas with as many territories as are wanted, and the territories.

    Where the number stays, every territory stays in its area. Else each area gets as many as suit what is to
    be done there: its own territories as far as there are, then those without an area, then new ones. A
    territory without an area, such as one without units, goes where it is needed the most.

    Parameters
    ----------
    number : of territories wanted
    present : territories of the plan
    kept : those of them that must stay
    weight : (n,) what each unit counts

    Raises
    ------
    ValueError
        When there are more areas than territories.
    """
    chosen = {name: areas.owners[name] for name in present if areas.owners.get(name) in areas.names}
    free = sorted((name for name in present if name not in chosen), key=lambda name: name not in kept)
    load = np.bincount(areas.of_units, weight, minlength=len(areas.names))
    if len(present) == number and set(chosen.values()) == set(areas.names):
        given = np.bincount(positions(list(chosen.values()), areas.names), minlength=len(areas.names))
        for name in free:
            # as `numbers_within` shares them out
            place = int(np.argmax(load / (2 * given + 1)))
            given[place] += 1
            chosen[name] = areas.names[place]
        return replace(areas, owners=chosen), list(present)
    lacking: list[str] = []
    for area, count in zip(areas.names, numbers_within(load.tolist(), number)):
        theirs = sorted((name for name in chosen if chosen[name] == area), key=lambda name: name not in kept)
        for name in theirs[count:]:
            del chosen[name]
        lacking += [area] * (count - len(theirs))
    chosen.update(zip(free, lacking))
    names = [name for name in present if name in chosen]
    fresh = numbered_names(number, names)[len(names) :]
    chosen.update(zip(fresh, lacking[len(free) :]))
    return replace(areas, owners=chosen), [*names, *fresh]


def levels_with(settings: PlanSettings, areas: Areas) -> list[dict]:
    """The stored levels with every territory in the group that a build has put it into."""
    levels = levels_of(settings)
    number = next((number for number, level in enumerate(levels) if level.bind), None)
    if number is None or not areas.is_level:
        return settings.levels
    known = bound_areas(settings)
    fresh = {name: area for name, area in areas.owners.items() if known.get(name) != area}
    lowest = dict(levels[0].parents)
    for name, area in fresh.items():
        group = _lowest_group(levels, number, area)
        if group is not None:
            lowest[name] = group
    levels[0] = replace(levels[0], parents=lowest)
    return [level.to_stored() for level in levels]


def _lowest_group(levels: Sequence[Level], number: int, group: str) -> str | None:
    """A group of the lowest level inside one of a higher level."""
    for level in reversed(levels[1 : number + 1]):
        below = next((child for child, parent in level.parents.items() if parent == group), None)
        if below is None:
            return None
        group = below
    return group


def _areas(
    title: str,
    found: np.ndarray,
    names: Sequence[str],
    units: Units,
    graph: Adjacency,
    owners: Mapping[str, str],
    *,
    is_level: bool,
) -> Areas:
    """Areas for all units; those in which there is no unit are left out."""
    spread = spread_areas(found, graph, units.xy)
    there = np.unique(spread)
    place = np.full(len(names), -1)
    place[there] = np.arange(len(there))
    return Areas(title, [names[area] for area in there.tolist()], place[spread], dict(owners), is_level)
