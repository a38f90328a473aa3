"""How a file of text with columns is written: its encoding, what separates the columns, where the names are.

Nobody says so in a CSV file, so it is concluded from the file itself; everything here is a proposal that a
user may overrule.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Sequence

#: what may separate columns, the likeliest first
SEPARATORS = (",", ";", "\t", "|")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 60
_NUMBER = re.compile(r"[\s$€£+(-]*\d[\d.,' \u00a0\u202f-]*[)%€$£\s]*")
# Excel's own way to say what separates the columns
_SEP_LINE = re.compile(r'"?sep=(.)"?[ ]*\r?\n', re.IGNORECASE)


def detect_encoding(data: bytes) -> str:
    """The encoding of some bytes from the beginning of a file.

    A byte order mark says it; without one, text in two bytes a character shows by its zeros, UTF-8 by being
    valid, and all else is taken as Windows-1252, or Latin-1 where it holds bytes that Windows-1252 has not.
    A character that is cut off at the end of *data* does not count.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:4096]
    if head.count(0) > len(head) // 5:
        return "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"
    for encoding in ("utf-8", "windows-1252"):
        try:
            codecs.getincrementaldecoder(encoding)().decode(data)
        except UnicodeDecodeError:
            continue
        return encoding
    return "iso-8859-1"


def told_separator(text: str) -> tuple[str | None, int]:
    """The separator that a first line ``sep=;`` names, None for none; and how long that line is."""
    line = _SEP_LINE.match(text)
    return (line.group(1), line.end()) if line else (None, 0)


def detect_separator(text: str) -> str:
    """What separates the columns: the candidate that gives most rows the same number of columns, and more
    than one; a comma where none does."""
    told, _ = told_separator(text)
    if told is not None:
        return told
    best, best_score = SEPARATORS[0], (0.0, 0)
    for separator in SEPARATORS:
        counts = Counter(len(row) for row in _rows(text, separator) if any(cell.strip() for cell in row))
        several = {count: times for count, times in counts.items() if count > 1}
        if not several:
            continue
        count, times = max(several.items(), key=lambda item: (item[1], item[0]))
        score = (round(times / sum(counts.values()), 2), count)
        if score > best_score:
            best, best_score = separator, score
    return best


def detect_header(rows: Sequence[Sequence[str | None]]) -> int:
    """Which row holds the names of the columns, from 1; 0 where none does.

    Titles above the table have fewer cells than the table. A row of names is full and holds no numbers; where
    the rows below it are all text as well, it is taken as one.
    """
    filled = [sum(bool(cell and cell.strip()) for cell in row) for row in rows[:_LOOKED_AT]]
    if not any(filled):
        return 0
    usual, _ = max(Counter(count for count in filled if count).items(), key=lambda item: item[::-1])
    wide = next(place for place, count in enumerate(filled) if count >= max(0.6 * usual, min(usual, 2)))
    cells = [cell.strip() for cell in rows[wide] if cell and cell.strip()]
    return 0 if any(_NUMBER.fullmatch(cell) for cell in cells) else wide + 1


def _rows(text: str, separator: str) -> list[list[str]]:
    rows = []
    # the last line may be cut off
    lines = text.splitlines(keepends=True)
    try:
        for row in csv.reader(lines[:-1] or lines, delimiter=separator):
            rows.append(row)
            if len(rows) >= _LOOKED_AT:
                break
    except csv.Error:
        pass
    return rows
