"""Attribute values as numbers: null stays missing, text is read only where it can mean one thing."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Any

import numpy as np

from .nulls import is_null

_SPACES = re.compile(r"[\s\u00a0\u202f']")
#: a currency as it stands before or after an amount
_CURRENCY = re.compile(r"[$€£¥₹₩₽₺₪₫฿]|\b(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|CNY|INR|BRL|MXN)\b")
_POINT = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d+)?")
_COMMA = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:\.\d{3})+)?(?:,\d*)?(?:[eE][+-]?\d+)?")


def numbers(
    values: Sequence[Any], *, decimal: str | None = None, usual: str | None = None
) -> tuple[np.ndarray, dict[int, str]]:
    """One column of attribute values as numbers.

    Text is read with a point or with a comma as decimal sign, whichever the column as a whole speaks for:
    "12,5" anywhere says that "1.234" is more than a thousand. What remains open either way is not guessed.
    Amounts such as "$1,200" or "1.200 EUR" are read where a column has one currency: two do not add up.
    Money has no three decimals, so "$1,200" alone is more than a thousand. Accountants write losses
    as "(300)" or "300-".

    Parameters
    ----------
    decimal : "." or ",", where somebody has said which sign it is
    usual : the same, where nothing in the column says which

    Returns
    -------
    (n,) float64, NaN where there is no number; and for each row that holds something which could not be read,
    that something. Null and blank values are in the first only.
    """
    column = np.full(len(values), np.nan)
    unread: dict[int, str] = {}
    texts: dict[int, str] = {}
    for row, value in enumerate(values):
        kind = value.__class__
        if kind is float or kind is int:
            if math.isfinite(value):
                column[row] = value
            elif not math.isnan(value):
                unread[row] = str(value)
        elif is_null(value):
            continue
        elif isinstance(value, str):
            if value.strip():
                texts[row] = value
        else:
            _other(value, row, column, unread)
    if texts:
        _texts(texts, column, unread, decimal, usual)
    return column, unread


def _other(value: Any, row: int, column: np.ndarray, unread: dict[int, str]) -> None:
    """Numbers that are neither int nor float (bool, numpy, Decimal); everything else is not a number."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        unread[row] = str(value)
        return
    if math.isfinite(number):
        column[row] = number


def _texts(
    texts: dict[int, str],
    column: np.ndarray,
    unread: dict[int, str],
    decimal: str | None,
    usual: str | None,
) -> None:
    bare = {row: _CURRENCY.sub("", text) for row, text in texts.items()}
    currencies = {sign for text in texts.values() for sign in _CURRENCY.findall(text)}
    money = len(currencies) == 1
    if len(currencies) > 1:
        bare = texts
    readings = {row: (_read(text, _POINT, ","), _read(text, _COMMA, ".")) for row, text in bare.items()}
    with_point = sum(point is not None for point, _ in readings.values())
    with_comma = sum(comma is not None for _, comma in readings.values())
    for row, (point, comma) in readings.items():
        if decimal == "." or (decimal is None and with_point > with_comma):
            number = point
        elif decimal == "," or (decimal is None and with_comma > with_point):
            number = comma
        elif money and point is not None and comma is not None:
            number = max(point, comma, key=abs)
        else:
            number = point if point == comma else {".": point, ",": comma}.get(usual or "")
        if number is None:
            unread[row] = texts[row]
        else:
            column[row] = number


def _read(text: str, notation: re.Pattern[str], thousands: str) -> float | None:
    bare = _negative(_SPACES.sub("", text))
    if not any(character.isdigit() for character in bare) or not notation.fullmatch(bare):
        return None
    number = float(bare.replace(thousands, "").replace(",", "."))
    return number if math.isfinite(number) else None


def _negative(text: str) -> str:
    """The ways in which less than nothing is written, as a minus in front."""
    text = text.replace("\u2212", "-")
    if text.startswith("(") and text.endswith(")"):
        return "-" + text[1:-1]
    return "-" + text[:-1] if text.endswith("-") and not text.startswith(("-", "+")) else text
