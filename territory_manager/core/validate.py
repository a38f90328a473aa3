"""What is wrong with an alignment: one finding for every place that somebody has to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from .alignment import Alignment
from .checks import ERROR, WARNING, Finding, check_units
from .statistics import statistics
from .targets import Targets

CODES = (
    "unassigned",
    "not_contiguous",
    "enclave",
    "out_of_tolerance",
    "duplicate_id",
    "overlap",
    "invalid_geometry",
    "empty_geometry",
    "missing_value",
    "negative_value",
    "zero_total",
    "too_far",
    "empty_territory",
    "unknown_territory",
    "island",
)


def validate(
    alignment: Alignment,
    targets: Targets,
    *,
    known: Sequence[str] | None = None,
    keys: Sequence[Any] | None = None,
    homes: np.ndarray | None = None,
    max_distance: float | None = None,
    overlaps: bool = True,
    contiguous: bool = True,
) -> list[Finding]:
    """Everything that is wrong with the units and with who has them, errors first.

    Parameters
    ----------
    alignment : the ledger.
    targets : what the territories should get, matched by name.
    known : names that a territory may have; None: any.
    keys : (n,) the id of each unit in the user's own words; None or a blank is missing, doubles are found.
    homes : (k, 2) place of each territory's rep in metres, NaN where there is none; used with `max_distance`.
    max_distance : metres that a unit may be from its territory's home, or else from its weighted centre.
    overlaps : look for overlapping units too, which takes longest.
    contiguous : territories should be in one piece.
    """
    found = [*check_units(alignment.units, alignment.adjacency, overlaps=overlaps)]
    if keys is not None:
        found += _keys(alignment, keys)
    found += _unassigned(alignment)
    if contiguous:
        found += _pieces(alignment)
    found += _tolerance(alignment, targets)
    found += _names(alignment, known)
    if max_distance is not None:
        found += _distances(alignment, homes, max_distance)
    return sorted(found, key=lambda finding: (finding.severity != ERROR, CODES.index(finding.code)))


def _unit(alignment: Alignment, unit: int, code: str, severity: str, detail: str) -> Finding:
    label = int(alignment.labels[unit])
    territory = alignment.territories[label] if label >= 0 else None
    units = alignment.units
    return Finding(code, severity, int(units.ids[unit]), str(units.names[unit]), territory, None, detail)


def _keys(alignment: Alignment, keys: Sequence[Any]) -> list[Finding]:
    first: dict[Any, int] = {}
    found = []
    for unit, key in enumerate(keys):
        if key is None or (isinstance(key, str) and not key.strip()):
            words = f"{alignment.units.names[unit]} has no id. Give it one; tables are joined to units by it."
            found.append(_unit(alignment, unit, "duplicate_id", ERROR, words))
        elif key in first:
            words = (
                f"{alignment.units.names[unit]} and {alignment.units.names[first[key]]} have the same id "
                f"{key}. Give every unit its own."
            )
            found.append(_unit(alignment, unit, "duplicate_id", ERROR, words))
        else:
            first[key] = unit
    return found


def _unassigned(alignment: Alignment) -> list[Finding]:
    names = alignment.units.names
    return [
        _unit(
            alignment, unit, "unassigned", ERROR, f"{names[unit]} has no territory. Assign it to a neighbour."
        )
        for unit in np.flatnonzero(alignment.labels < 0).tolist()
    ]


def _pieces(alignment: Alignment) -> list[Finding]:
    """Pieces beside the largest of each territory, and those that lie inside one other territory."""
    labels, adjacency = alignment.labels, alignment.adjacency
    # What has no shape has no place on the map and is reported as such.
    placed = np.isfinite(alignment.units.xy).all(axis=1)
    _count, piece = adjacency.components(labels)
    weight = np.bincount(piece, placed.astype(float))
    owner = np.full(len(weight), -1, dtype=np.int64)
    owner[piece] = labels
    pieces_of: dict[int, list[int]] = {}
    for number in np.flatnonzero(weight > 0).tolist():
        pieces_of.setdefault(int(owner[number]), []).append(number)
    around = _surroundings(alignment, piece)
    found = []
    for label, pieces in sorted(pieces_of.items()):
        pieces.sort(key=lambda number: (-weight[number], number))
        rest = pieces[1:] if label >= 0 else pieces
        if label >= 0 and rest:
            found.append(_split(alignment, piece, label, rest))
        for number in rest:
            owners = around.get(number, set())
            if len(owners) == 1 and (host := next(iter(owners))) >= 0:
                found.append(_enclave(alignment, piece, number, label, host))
    return found


def _surroundings(alignment: Alignment, piece: np.ndarray) -> dict[int, set[int]]:
    """Territories around each piece."""
    pairs, _border, _bridge = alignment.adjacency.pairs()
    ends = alignment.labels[pairs]
    crossing = pairs[ends[:, 0] != ends[:, 1]]
    found: dict[int, set[int]] = {}
    if len(crossing):
        both = np.concatenate([crossing, crossing[:, ::-1]])
        rows = np.unique(np.column_stack([piece[both[:, 0]], alignment.labels[both[:, 1]]]), axis=0)
        for number, label in rows.tolist():
            found.setdefault(number, set()).add(label)
    return found


def _split(alignment: Alignment, piece: np.ndarray, label: int, rest: list[int]) -> Finding:
    name = alignment.territories[label]
    members = np.flatnonzero(np.isin(piece, rest))
    unit = int(members[0])
    where = str(alignment.units.names[unit])
    many = f"{len(members)} units around {where} are" if len(members) > 1 else f"{where} is"
    words = f"{name} is in {len(rest) + 1} pieces: {many} cut off. Give them to a neighbour, or connect them."
    return _unit(alignment, unit, "not_contiguous", ERROR, words)


def _enclave(alignment: Alignment, piece: np.ndarray, number: int, label: int, host: int) -> Finding:
    members = np.flatnonzero(piece == number)
    unit = int(members[0])
    where = str(alignment.units.names[unit])
    whose = alignment.territories[label] if label >= 0 else "nobody"
    what = where if len(members) == 1 else f"{where} and {len(members) - 1} more units"
    verb = "belongs" if len(members) == 1 else "belong"
    inside = alignment.territories[host]
    words = f"{what} {verb} to {whose} but {'lies' if len(members) == 1 else 'lie'} inside {inside}."
    return _unit(alignment, unit, "enclave", WARNING, f"{words} Give it to {inside}.")


def enclave_of(alignment: Alignment, unit: int) -> tuple[np.ndarray, int] | None:
    """The units of the piece around a unit, and the one territory that surrounds it; None without one."""
    _count, piece = alignment.adjacency.components(alignment.labels)
    owners = _surroundings(alignment, piece).get(int(piece[unit]), set())
    if len(owners) != 1 or (host := next(iter(owners))) < 0:
        return None
    return np.flatnonzero(piece == piece[unit]), host


def _tolerance(alignment: Alignment, targets: Targets) -> list[Finding]:
    table = statistics(alignment, targets)
    columns = [f"{name}_dev" for name in alignment.units.measure_names] if targets.each_measure else []
    found = []
    for row in table[table["territory"].notna()].to_dict("records"):
        if row["balanced"] or row["units"] == 0:
            continue
        worst = max(columns, key=lambda name: abs(row[name])) if columns else "index_dev"
        deviation = float(row[worst])
        side = "above" if deviation > 0 else "below"
        of = f" in {worst[: -len('_dev')]}" if columns else ""
        words = (
            f"{row['territory']} is {abs(deviation):.1f} % {side} its target{of}; "
            f"±{100 * targets.tolerance:g} % is allowed."
        )
        found.append(Finding("out_of_tolerance", WARNING, None, None, row["territory"], None, words))
    return found


def _names(alignment: Alignment, known: Sequence[str] | None) -> list[Finding]:
    found = []
    for name, count in zip(alignment.territories, alignment.counts.tolist()):
        if known is not None and count and name not in known:
            words = f"{name} is no territory of the plan, but {count} units have it. Rename or reassign them."
            found.append(Finding("unknown_territory", ERROR, None, None, name, None, words))
        elif not count:
            words = f"{name} has no units. Assign some, or remove it."
            found.append(Finding("empty_territory", WARNING, None, None, name, None, words))
    return found


def _distances(alignment: Alignment, homes: np.ndarray | None, max_distance: float) -> list[Finding]:
    labels, xy = alignment.labels, alignment.units.xy
    centres = np.full((alignment.k, 2), np.nan) if homes is None else np.array(homes, dtype=float)
    held = (labels >= 0) & np.isfinite(xy).all(axis=1)
    weight = alignment.units.values().sum(axis=1)[held]
    # Where nothing weighs anything the middle of the units is as good a centre as any.
    mass = np.bincount(labels[held], weight, alignment.k)
    weight = np.where(mass[labels[held]] > 0, weight, 1.0)
    mass = np.bincount(labels[held], weight, alignment.k)
    for axis in (0, 1):
        sums = np.bincount(labels[held], weight * xy[held, axis], alignment.k)
        with np.errstate(invalid="ignore", divide="ignore"):
            centres[:, axis] = np.where(np.isfinite(centres[:, axis]), centres[:, axis], sums / mass)
    away = np.zeros(len(labels))
    away[held] = np.hypot(*(xy[held] - centres[labels[held]]).T)
    far = np.flatnonzero(away > max_distance)
    return [
        _unit(
            alignment,
            unit,
            "too_far",
            WARNING,
            f"{alignment.units.names[unit]} is {away[unit] / 1000:.1f} km from the centre of "
            f"{alignment.territories[labels[unit]]}; {max_distance / 1000:g} km is allowed.",
        )
        for unit in far.tolist()
    ]
