"""What a table of keys and territories says about units, and all that cannot be followed, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..core.cells import unguard
from ..core.matching import (
    CONFLICT,
    EMPTY_KEY,
    EMPTY_TERRITORY,
    NEITHER,
    PROPOSED,
    SEVERAL_UNITS,
    TIDIED,
    USED,
    ZEROS,
    ZIP4,
    TableMatch,
    lookalikes,
    match_table,
)
from ..translate import tr

#: what a line of the report is about
(
    EMPTY,
    NOT_FOUND,
    UNCLEAR,
    DISPUTED,
    LOST_ZEROS,
    LONG_ZIP,
    OVERLOOKED,
    REPEATED,
    ALIKE,
    SHARED,
    REPS,
    LEFT,
) = (
    "empty",
    "not_found",
    "unclear",
    "disputed",
    "zeros",
    "zip4",
    "tidied",
    "repeated",
    "alike",
    "shared",
    "reps",
    "left",
)
_REPAIRS = {ZEROS: LOST_ZEROS, ZIP4: LONG_ZIP, TIDIED: OVERLOOKED}


@dataclass(frozen=True)
class MatchOptions:
    """How a table is to be followed.

    Attributes
    ----------
    zeros, zip4 : look up 1234 as 01234, and 01234-5678 as 01234, where only one unit can be meant
    flipped : rows for which it is the other way round
    conflicts : what to do with a unit whose rows differ: `core.matching.NEITHER`, ``FIRST`` or ``LAST``
    unify : names that differ only in case or blanks are one territory
    keep : units that the table does not name keep the territory they have
    corrections : row → key and territory that stand in the place of those in the table
    """

    zeros: bool = True
    zip4: bool = True
    flipped: frozenset[int] = frozenset()
    conflicts: int = NEITHER
    unify: bool = False
    keep: bool = False
    corrections: Mapping[int, tuple[str | None, str | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class ReportLine:
    """Something that a user should know about a row of the table, or about a unit.

    Attributes
    ----------
    kind : one of the constants of this module
    row : position among the rows, None where it is about no single one
    key, territory : as the row has them
    unit : key of the unit that is meant, empty where none is
    detail : what is the matter, in words
    accepted : for a repaired key, whether it is taken; None for all else
    """

    kind: str
    row: int | None
    key: str
    territory: str
    unit: str
    detail: str
    accepted: bool | None = None


@dataclass
class TableImport:
    """What following a table gives.

    Attributes
    ----------
    match : what was found
    territories : (n,) the territory of each unit, None for none
    named : units to which the table itself gives a territory
    rows : key and territory of each row, corrections included
    report : what to know, row by row
    """

    match: TableMatch
    territories: list[str | None]
    named: np.ndarray
    rows: list[tuple[str | None, str | None]]
    report: list[ReportLine]

    @property
    def matched(self) -> int:
        """Rows that were followed."""
        return int((self.match.outcome == USED).sum())

    def count(self, kind: str) -> int:
        """How many lines of the report are of a kind."""
        return sum(line.kind == kind for line in self.report)


def follow_table(
    unit_keys: Sequence[str | None],
    unit_names: Sequence[str],
    row_keys: Sequence[str | None],
    row_territories: Sequence[str | None],
    options: MatchOptions,
    *,
    current: Sequence[str | None] | None = None,
    known: Sequence[str] = (),
) -> TableImport:
    """Find out what a table does to units; nothing is written.

    Parameters
    ----------
    unit_keys, unit_names : n keys, None where missing, and how messages call the units
    row_keys, row_territories : r of the table
    current : (n,) territories that units have now, for ``keep``
    known : territories there are already; look-alike names become theirs

    Raises
    ------
    ValueError
        When the columns of the table differ in length.
    """
    rows = [
        options.corrections.get(row, (key, name and unguard(name)))
        for row, (key, name) in enumerate(zip(row_keys, row_territories))
    ]
    times = Counter(name for _, name in rows if name is not None)
    # the spelling that the plan has stands first, then the one that most rows have
    alike = lookalikes([*known, *(name for name, _ in times.most_common())])
    alike = [group for group in alike if any(name in times for name in group)]
    if options.unify:
        one = {name: group[0] for group in alike for name in group}
        rows = [(key, one.get(name, name)) for key, name in rows]
    flipped = np.zeros(len(rows), dtype=bool)
    flipped[[row for row in options.flipped if row < len(rows)]] = True

    def accepted(step: np.ndarray) -> np.ndarray:
        return np.where(step == ZEROS, options.zeros, options.zip4) != flipped

    match = match_table(
        unit_keys,
        [key for key, _ in rows],
        [name for _, name in rows],
        accepted=accepted,
        conflicts=options.conflicts,
    )
    named = np.array([name is not None for name in match.territories], dtype=bool)
    territories = match.territories.tolist()
    if options.keep and current is not None:
        territories = with_current(match, current)
    report = [
        *_of_rows(match, rows),
        *_of_names(alike, options.unify),
        *_of_shared(match, unit_names),
        *_left(unit_keys, unit_names, named, territories),
    ]
    return TableImport(match, territories, named, rows, report)


def follow_reps(
    found: TableImport, row_reps: Sequence[str | None]
) -> tuple[dict[str, str], list[ReportLine]]:
    """Who serves each territory by the rows that were followed, and where rows differ.

    Returns
    -------
    Territory → rep, the one that most rows name, of equals the first; and lines for the report.
    """
    named: dict[str, Counter[str]] = {}
    for row in np.flatnonzero(found.match.outcome == USED).tolist():
        territory, rep = found.rows[row][1], row_reps[row]
        if territory is not None and rep is not None:
            named.setdefault(territory, Counter())[unguard(rep)] += 1
    reps, lines = {}, []
    for territory, counts in named.items():
        reps[territory] = counts.most_common(1)[0][0]
        if len(counts) > 1:
            shown = ", ".join(f"{rep} ({count})" for rep, count in counts.most_common())
            words = tr("{territory} has several reps, and {rep} is taken: {reps}.")
            detail = words.format(territory=territory, rep=reps[territory], reps=_few(shown.split(", ")))
            lines.append(ReportLine(REPS, None, "", territory, "", detail))
    return reps, lines


def with_current(match: TableMatch, current: Sequence[str | None]) -> list[str | None]:
    """Territory of each unit: what the table says, else, where it does not name the unit, the current one."""
    disputed = set(match.keys.row[match.outcome == CONFLICT].tolist())
    return [
        now if name is None and key not in disputed else name
        for name, key, now in zip(match.territories.tolist(), match.keys.unit.tolist(), current)
    ]


def conflicting_units(match: TableMatch) -> int:
    """Units for which rows name different territories."""
    return int(np.isin(match.keys.unit, match.keys.row[match.outcome == CONFLICT]).sum())


def why(match: TableMatch, row: int, key: str | None) -> tuple[str, str]:
    """Reason and detail of a row that was not followed, in words."""
    outcome = match.outcome[row]
    if outcome == EMPTY_KEY:
        return tr("empty"), tr("The key is empty.")
    if outcome == EMPTY_TERRITORY:
        return tr("empty"), tr("The territory is empty.")
    if outcome == SEVERAL_UNITS:
        keys = ", ".join(match.keys.several[row])
        return tr("no such unit"), tr("“{key}” may mean several units: {keys}.").format(key=key, keys=keys)
    if outcome == CONFLICT:
        names = ", ".join(f"“{name}”" for name in match.rivals[row])
        return tr("duplicate with another territory"), tr(
            "Unit {key} has other rows, with territory {names}."
        ).format(key=match.keys.keys[match.keys.row[row]], names=names)
    if outcome == PROPOSED:
        return tr("no such unit"), tr("“{key}” is no key of a unit; it may mean {unit}.").format(
            key=key, unit=match.keys.keys[match.keys.row[row]]
        )
    return tr("no such unit"), tr("No unit has the key “{key}”.").format(key=key)


def repair_words() -> dict[int, str]:
    """Step of the match → what was done to the key."""
    return {
        TIDIED: tr("blanks, case or decimals"),
        ZIP4: tr("first five digits"),
        ZEROS: tr("leading zeros"),
    }


def doubtful_zeros(match: TableMatch, row_keys: Sequence[str | None]) -> bool:
    """Leading zeros are missing in some keys only: those may be something else, say foreign postal codes."""
    steps = match.keys.step
    return bool((steps == ZEROS).any()) and any(
        key and key.startswith("0") for key, step in zip(row_keys, steps) if 0 <= step <= TIDIED
    )


def _of_rows(match: TableMatch, rows: Sequence[tuple[str | None, str | None]]) -> list[ReportLine]:
    kinds = {EMPTY_KEY: EMPTY, EMPTY_TERRITORY: EMPTY, SEVERAL_UNITS: UNCLEAR, CONFLICT: DISPUTED}
    done = repair_words()
    used = match.outcome == USED
    times = Counter(match.keys.row[used].tolist())
    lines = []
    for row, (key, name) in enumerate(rows):
        outcome, step = int(match.outcome[row]), int(match.keys.step[row])
        place = int(match.keys.row[row])
        unit = match.keys.keys[place] if place >= 0 else ""
        about = (row, key or "", name or "", unit)
        if step in (ZIP4, ZEROS) and outcome in (USED, PROPOSED):
            words = tr("{key} → {unit}: {repair}").format(key=key, unit=unit, repair=done[step])
            lines.append(ReportLine(_REPAIRS[step], *about, words, outcome == USED))
        elif outcome != USED:
            lines.append(ReportLine(kinds.get(outcome, NOT_FOUND), *about, why(match, row, key)[1]))
        elif step == TIDIED:
            words = tr("{key} → {unit}: {repair}").format(key=key, unit=unit, repair=done[step])
            lines.append(ReportLine(OVERLOOKED, *about, words))
        if outcome == USED and times[place] > 1:
            words = tr("{count} rows name this unit, all with this territory.").format(count=times[place])
            lines.append(ReportLine(REPEATED, *about, words))
    return lines


def _of_names(alike: Sequence[Sequence[str]], unify: bool) -> list[ReportLine]:
    lines = []
    for group in alike:
        names = ", ".join(f"“{name}”" for name in group)
        words = (
            tr("These names are taken as one territory, the first: {names}.")
            if unify
            else tr("These names differ only in case or blanks and are different territories: {names}.")
        )
        lines.append(ReportLine(ALIKE, None, "", group[0], "", words.format(names=names)))
    return lines


def _of_shared(match: TableMatch, unit_names: Sequence[str]) -> list[ReportLine]:
    """Keys that several units have, as far as the table names them."""
    wanted = set(match.keys.row[match.outcome == USED].tolist())
    units: dict[int, list[int]] = {}
    for unit, key in enumerate(match.keys.unit.tolist()):
        if key in wanted:
            units.setdefault(key, []).append(unit)
    return [
        ReportLine(
            SHARED,
            None,
            match.keys.keys[key],
            str(match.territories[members[0]] or ""),
            match.keys.keys[key],
            tr("{count} units have this key; all get the territory: {units}.").format(
                count=len(members), units=_few([str(unit_names[unit]) for unit in members])
            ),
        )
        for key, members in units.items()
        if len(members) > 1
    ]


def _left(
    unit_keys: Sequence[str | None],
    unit_names: Sequence[str],
    named: np.ndarray,
    territories: Sequence[str | None],
) -> list[ReportLine]:
    """Units that the table gives nothing."""
    lines = []
    for unit in np.flatnonzero(~named).tolist():
        now = territories[unit]
        words = (
            tr("{unit} is left without territory.").format(unit=unit_names[unit])
            if now is None
            else tr("{unit} is not in the table and keeps {territory}.").format(
                unit=unit_names[unit], territory=now
            )
        )
        lines.append(ReportLine(LEFT, None, "", now or "", unit_keys[unit] or "", words))
    return lines


def _few(names: Sequence[str], most: int = 5) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")


def saved_rows(table: Any, report: Sequence[ReportLine], titles: Mapping[str, str]) -> tuple[list, list]:
    """Header and rows of a report as a file: the row of the table as it is, and what is the matter with it.

    Correct the rows in that file and import it again.

    Parameters
    ----------
    table : table_files.Table
    titles : kind → how it is called
    """
    header = [*table.columns]
    for wanted in (tr("problem"), tr("detail"), tr("unit"), tr("row")):
        header.append(wanted if wanted not in header else f"{wanted}_")
    blank = [None] * len(table.columns)
    rows = []
    for line in report:
        cells = table.rows[line.row] if line.row is not None else blank
        number = table.lines[line.row] if line.row is not None else None
        rows.append([*cells, titles.get(line.kind, line.kind), line.detail, line.unit, number])
    return header, rows
