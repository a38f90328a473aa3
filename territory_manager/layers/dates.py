"""A column of a table as dates: ISO, with points, or with slashes as the column tells day from month."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import QLocale

from .nulls import text_or_none
from .rep import date_or_none

_TIME = r"(?:[T\s].*)?"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _TIME)
_YEAR_LAST = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4})" + _TIME)


def dates(
    values: Sequence[Any], *, usual_day_first: bool | None = None
) -> tuple[list[dt.date | None], list[int], list[int]]:
    """One column of attribute values as dates.

    2024-03-01 and 1.3.2024 mean one thing. In 01/03/2024 the rows of the column together tell whether the day
    comes first: one of them has a number above 12. Where none has, it is as usual; where they contradict each
    other, only those are read that can mean one thing.

    Parameters
    ----------
    values : n values; dates, times or text
    usual_day_first : where nothing in the column tells; None is as the language of QGIS has it

    Returns
    -------
    n dates, None where there is none; rows that hold something which is no date; and rows that were read as
    usual because nothing in the column tells. Null and blank values are in none of the lists of rows.
    """
    days = [None if isinstance(value, str) else date_or_none(value) for value in values]
    unread: list[int] = []
    mixed: dict[int, tuple[int, int, int]] = {}
    for row, value in enumerate(values):
        text = text_or_none(value)
        if days[row] is not None or text is None:
            continue
        iso, other = _YEAR_FIRST.fullmatch(text), _YEAR_LAST.fullmatch(text)
        if iso:
            days[row] = _date(int(iso[1]), int(iso[3]), int(iso[4]))
        elif other and other[2] == ".":
            days[row] = _date(int(other[4]), int(other[3]), int(other[1]))
        elif other:
            mixed[row] = (int(other[1]), int(other[3]), int(other[4]))
            continue
        if days[row] is None:
            unread.append(row)
    told = {first > 12 for first, second, _year in mixed.values() if (first > 12) != (second > 12)}
    usual = day_comes_first() if usual_day_first is None else usual_day_first
    guessed: list[int] = []
    for row, (first, second, year) in mixed.items():
        one_way = first > 12 or second > 12 or first == second
        if len(told) > 1 and not one_way:
            unread.append(row)
            continue
        day_first = first > 12 if one_way else next(iter(told), usual)
        days[row] = _date(year, second, first) if day_first else _date(year, first, second)
        if days[row] is None:
            unread.append(row)
        elif not one_way and not told:
            guessed.append(row)
    return days, sorted(unread), guessed


def day_comes_first() -> bool:
    """Whether the language of QGIS writes the day before the month."""
    form = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return form.find("d") < form.find("M")


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
