"""Travel times from a routing service: a text file of origin, destination and minutes."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..translate import tr
from .nulls import text_or_none

if TYPE_CHECKING:
    from ..core.workload import KnownTimes

_COLUMNS = ("origin", "destination", "minutes")


def read_travel_times(path: str) -> dict[tuple[str, str], float]:
    """(origin, destination) → minutes.

    The file is UTF-8 text with a header; columns are separated by commas, semicolons or tabs.

    Raises
    ------
    ValueError
        The file cannot be read, lacks a column, or a line has no minutes of 0 or more; with the line.
    """
    name = Path(path).name
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(
            tr("The travel times in “{file}” cannot be read: {reason}.").format(file=path, reason=error)
        ) from error
    lines = text.splitlines()
    header = lines[0] if lines else ""
    delimiter = max(",;\t", key=header.count)
    rows = csv.reader(lines, delimiter=delimiter)
    titles = [title.strip().casefold() for title in next(rows, [])]
    missing = [column for column in _COLUMNS if column not in titles]
    if missing:
        raise ValueError(
            tr("“{file}” has no column {columns}. It needs origin, destination and minutes.").format(
                file=name, columns=", ".join(missing)
            )
        )
    places = [titles.index(column) for column in _COLUMNS]
    times: dict[tuple[str, str], float] = {}
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        cells = [row[place].strip() if place < len(row) else "" for place in places]
        minutes = _minutes(cells[2])
        if minutes is None or not cells[0] or not cells[1]:
            raise ValueError(
                tr(
                    "Line {line} of “{file}” is not an origin, a destination and minutes of 0 or more."
                ).format(line=rows.line_num, file=name)
            )
        times[cells[0], cells[1]] = minutes
    return times


def _minutes(text: str) -> float | None:
    try:
        minutes = float(text.replace(",", "."))
    except ValueError:
        return None
    return minutes if math.isfinite(minutes) and minutes >= 0 else None


def known_times(
    times: Mapping[tuple[str, str], float],
    ids: Sequence[object],
    owners: Sequence[Sequence[str]],
) -> KnownTimes:
    """Match travel times with accounts; the mean of both directions where both are given.

    Parameters
    ----------
    ids : (n,) the id of each account.
    owners : (n,) the names under which the home of its rep may occur: territory, rep.
    """
    import numpy as np

    from ..core.workload import KnownTimes

    texts = [text_or_none(one) for one in ids]
    position = {text: row for row, text in enumerate(texts) if text is not None}
    home = np.full(len(texts), np.nan)
    for row, text in enumerate(texts):
        if text is None:
            continue
        for owner in owners[row]:
            given = [times[way] for way in ((owner, text), (text, owner)) if way in times]
            if given:
                home[row] = sum(given) / len(given)
                break
    between: dict[tuple[int, int], list[float]] = {}
    for (origin, destination), minutes in times.items():
        start, end = position.get(origin), position.get(destination)
        if start is not None and end is not None and start != end:
            between.setdefault((min(start, end), max(start, end)), []).append(minutes)
    pairs = np.array(list(between), dtype=np.int64).reshape(-1, 2)
    return KnownTimes(home, pairs, np.array([sum(given) / len(given) for given in between.values()]))


def strangers(
    times: Mapping[tuple[str, str], float], ids: Sequence[object], homes: Sequence[str]
) -> list[str]:
    """Names in the travel times that are neither an account nor a home, each once."""
    known = {*homes, *(text_or_none(one) for one in ids)}
    return sorted({name for pair in times for name in pair if name not in known})
