"""What is wrong with units before anything is computed with them, said in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from .adjacency import Adjacency
from .adjacency_polygons import default_tolerance, overlapping_pairs
from .units import Units

ERROR = "error"
WARNING = "warning"

UNITS, ACCOUNTS = "units", "accounts"
#: What becomes of a number that is missing: 0, nothing at all, an estimate; or somebody else says so.
ZERO, LEFT_OUT, ESTIMATED, TOLD = "zero", "left_out", "estimated", "told"
_MISSING = {
    ZERO: "It counts as 0 until you enter one.",
    LEFT_OUT: "It is left out until you enter one.",
    ESTIMATED: "The usual number stands in until you enter one.",
}


@dataclass(frozen=True)
class Finding:
    """One problem, named so that the user finds it and knows what to do.

    Attributes
    ----------
    code : ``missing_value``, ``negative_value``, ``invalid_geometry``, ``empty_geometry``, ``duplicate_id``,
        ``overlap``, ``island``, ``zero_total`` and the other codes of *Validate territories*.
    severity : ``error`` where results would be wrong, ``warning`` where the user should know.
    unit_id, unit_name : the unit, None where the finding is about the whole layer.
    territory, field : where they matter, else None.
    detail : what is wrong and what to do, in words.
    """

    code: str
    severity: str
    unit_id: int | None
    unit_name: str | None
    territory: str | None
    field: str | None
    detail: str


def check_units(
    units: Units,
    adjacency: Adjacency | None = None,
    *,
    overlaps: bool = True,
    things: str = UNITS,
    balanced: bool = True,
    missing: Mapping[str, str] | None = None,
) -> list[Finding]:
    """Everything that is wrong with the units themselves, most serious first; empty when all is well.

    Parameters
    ----------
    units : the units with their measures.
    adjacency : their neighbours, if known already; islands are only looked for with it.
    overlaps : look for units that overlap too, which takes longest.
    things : what they are called, `UNITS` or `ACCOUNTS`.
    balanced : the measures are what territories are balanced by.
    missing : measure → what its missing numbers mean; `ZERO` where it is not named.
    """
    numbers = _measures(units, things, balanced, missing or {})
    found = [*_ids(units, things), *numbers, *_shapes(units, overlaps, things)]
    if adjacency is not None:
        found += _islands(units, adjacency)
    return sorted(found, key=lambda finding: finding.severity != ERROR)


def _finding(
    units: Units, position: int, code: str, severity: str, detail: str, field: str | None = None
) -> Finding:
    name = str(units.names[position])
    return Finding(code, severity, int(units.ids[position]), name, None, field, detail)


def _ids(units: Units, things: str) -> list[Finding]:
    known, first, count = np.unique(units.ids, return_index=True, return_counts=True)
    return [
        _finding(
            units,
            int(position),
            "duplicate_id",
            ERROR,
            f"{times} {things} have the id {identity}; the first is {units.names[position]}. "
            "Give each its own id.",
        )
        for identity, position, times in zip(known[count > 1], first[count > 1], count[count > 1])
    ]


def _measures(units: Units, things: str, balanced: bool, missing: Mapping[str, str]) -> list[Finding]:
    found = []
    for column, field in enumerate(units.measure_names):
        values = units.measures[:, column]
        means = _MISSING.get(missing.get(field, ZERO))
        for position in np.flatnonzero(~np.isfinite(values)) if means else ():
            found.append(
                _finding(
                    units,
                    int(position),
                    "missing_value",
                    WARNING,
                    f"{units.names[position]} has no value in {field}. {means}",
                    field,
                )
            )
        negative = "A negative number makes no sense there; correct it or choose another field."
        if balanced:
            negative = "Territories cannot balance negative values; correct it or choose another field."
        for position in np.flatnonzero(values < 0):
            found.append(
                _finding(
                    units,
                    int(position),
                    "negative_value",
                    ERROR,
                    f"{units.names[position]} has {values[position]:g} in {field}. {negative}",
                    field,
                )
            )
        if len(values) and not np.nansum(np.where(np.isfinite(values), values, 0.0)) > 0:
            nothing = ", so there is nothing to balance. Choose another field." if balanced else "."
            found.append(
                Finding(
                    "zero_total",
                    ERROR,
                    None,
                    None,
                    None,
                    field,
                    f"{field} sums to 0 over all {units.n} {things}{nothing}",
                )
            )
    return found


def _shapes(units: Units, overlaps: bool, things: str) -> list[Finding]:
    geometry = units.geometry
    if geometry is None:
        return []
    found = []
    missing = shapely.is_missing(geometry)
    empty = shapely.is_empty(geometry) & ~missing
    means = "It has no neighbours and is not on the map; draw it or delete the feature."
    if things == ACCOUNTS:
        means = "It is not on the map; place it or delete the feature."
    for position in np.flatnonzero(missing | empty):
        found.append(
            _finding(
                units,
                int(position),
                "empty_geometry",
                WARNING,
                f"{units.names[position]} has {'no' if missing[position] else 'an empty'} geometry. {means}",
            )
        )
    for position in np.flatnonzero(~shapely.is_valid(geometry) & ~missing & ~empty):
        reason = shapely.is_valid_reason(geometry[position])
        found.append(
            _finding(
                units,
                int(position),
                "invalid_geometry",
                WARNING,
                f"The shape of {units.names[position]} is invalid ({reason}). "
                "Mend it with the Fix geometries tool.",
            )
        )
    if overlaps and not units.is_points:
        pairs, areas = overlapping_pairs(geometry, default_tolerance(geometry))
        for (first, second), area in zip(pairs, areas):
            found.append(
                _finding(
                    units,
                    int(first),
                    "overlap",
                    WARNING,
                    f"{units.names[first]} and {units.names[second]} overlap by {_area_words(area)}. "
                    "Move the border of one of them.",
                )
            )
    return found


def _islands(units: Units, adjacency: Adjacency) -> list[Finding]:
    """Parts of the map that only bridges, or nothing, join to the largest part; one finding for each."""
    count, part = adjacency.without_bridges().components()
    placed = np.isfinite(units.xy).all(axis=1)
    if count < 2 or not placed.any():
        return []
    members_of = np.flatnonzero(placed)
    members_of = members_of[np.argsort(part[members_of], kind="stable")]
    parts = np.split(members_of, np.flatnonzero(np.diff(part[members_of])) + 1)
    mainland = max(parts, key=len)
    found = []
    for members in parts:
        if members is mainland:
            continue
        island = part[members[0]]
        ends = [
            (int(unit), int(other))
            for unit in members
            for other in adjacency.neighbours(int(unit))
            if part[other] != island
        ]
        unit, other = ends[0] if ends else (int(members[0]), -1)
        name = units.names[unit]
        what = f"{name} touches no other unit."
        if len(members) > 1:
            what = f"The {len(members)} units around {name} touch no others."
        remedy = (
            f"A bridge joins {name} to {units.names[other]}; "
            "choose another bridge if another neighbour suits better."
            if ends
            else "Add a bridge, or a territory that has it and others cannot be in one piece."
        )
        found.append(_finding(units, unit, "island", WARNING, f"{what} {remedy}"))
    return found


def _area_words(area: float) -> str:
    if area >= 1e5:
        return f"{area / 1e6:.3g} km²"
    return f"{area:.3g} m²"
