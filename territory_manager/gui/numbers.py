"""Numbers as people read them: short in a cell, exact in its tooltip, in the user's own locale."""

from __future__ import annotations

import math
from dataclasses import dataclass

from qgis.PyQt.QtCore import QLocale

from ..translate import tr

UP = "\u25b2"
DOWN = "\u25bc"
ARROW = " \u2192 "
NO_BREAK = "\u00a0"
DASH = "\u2013"


def user_locale() -> QLocale:
    """The user's locale, with separators between groups of digits: totals are long and must be readable."""
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return locale


def is_number(value) -> bool:
    """True for a finite number; None, NaN and infinities are "no value"."""
    try:
        return math.isfinite(value)
    except TypeError:
        return False


def suffixes() -> tuple[tuple[float, str], ...]:
    """The words for a thousand and its powers, largest first."""
    return ((1e12, tr("T")), (1e9, tr("G")), (1e6, tr("M")), (1e3, tr("k")), (1.0, ""))


@dataclass(frozen=True)
class Scale:
    """How all numbers of one column are written, so that they line up and compare at a glance."""

    divisor: float = 1.0
    suffix: str = ""
    decimals: int = 0

    @classmethod
    def of(cls, values) -> Scale:
        """The scale that suits the largest of the values; whole numbers below 100,000 stay as they are."""
        numbers = [abs(float(value)) for value in values if is_number(value)]
        largest = max(numbers, default=0.0)
        if largest < 100_000:
            whole = all(value == int(value) for value in numbers)
            if whole or largest >= 10_000:
                return cls()
            return cls(decimals=1 if largest >= 100 else 2 if largest >= 1 else 3)
        divisor, suffix = next(step for step in suffixes() if largest >= step[0])
        leading = largest / divisor
        return cls(divisor, suffix, 2 if leading < 100 else 1)

    def text(self, value, locale: QLocale | None = None) -> str:
        """The number in this scale, an en dash where there is none."""
        if not is_number(value):
            return DASH
        number = (locale or user_locale()).toString(float(value) / self.divisor, "f", self.decimals)
        return f"{number}{NO_BREAK}{self.suffix}" if self.suffix else number


def short(value) -> str:
    """One number by itself, as short as it can be: 4.54 M."""
    return Scale.of([value]).text(value)


def exact(value, locale: QLocale | None = None) -> str:
    """The number in full with group separators; at most four decimals, no trailing zeros."""
    if not is_number(value):
        return DASH
    locale = locale or user_locale()
    number = float(value)
    decimals = 0
    while decimals < 4 and round(number, decimals) != round(number, 4):
        decimals += 1
    return locale.toString(number, "f", decimals)


def plain(value, locale: QLocale | None = None) -> str:
    """The number as one would type it: all its digits, no separators between groups of them."""
    if not is_number(value):
        return ""
    locale = QLocale(locale or user_locale())
    locale.setNumberOptions(locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "g", 12)


def parse(text: str, locale: QLocale | None = None) -> float | None:
    """The number that somebody typed, short or in full: 4135424, 4,135,424, 4.1 M, 12.5 %; else None."""
    words = "".join(text.replace("%", "").split())
    factor = 1.0
    for size, suffix in suffixes():
        if suffix and words.lower().endswith(suffix.lower()):
            words, factor = words[: -len(suffix)], size
            break
    locale = locale or user_locale()
    if locale.groupSeparator().isspace():
        # the spaces are gone already
        locale = QLocale(locale)
        locale.setNumberOptions(locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator)
    number, known = locale.toDouble(words)
    if not known:
        number, known = QLocale.c().toDouble(words)
    return number * factor if known and is_number(number) else None


def percent(value, decimals: int = 1, locale: QLocale | None = None) -> str:
    """A percentage without sign or arrow: 12.5 %."""
    if not is_number(value):
        return DASH
    return f"{(locale or user_locale()).toString(abs(float(value)), 'f', decimals)}{NO_BREAK}%"


def arrow(value, decimals: int = 1) -> str:
    """Over or under, by sign; nothing where the number would read 0."""
    if not is_number(value) or round(abs(float(value)), decimals) == 0:
        return ""
    return UP if value > 0 else DOWN


def deviation(value, decimals: int = 1, locale: QLocale | None = None) -> str:
    """A deviation with its arrow: ▲ 9.8 %."""
    sign = arrow(value, decimals)
    text = percent(value, decimals, locale)
    return f"{sign}{NO_BREAK}{text}" if sign else text


def deviation_change(before, after, decimals: int = 1, locale: QLocale | None = None) -> str:
    """A deviation before and after, the arrow said again only where it turns: ▲ 9.8 → 3.1 %."""
    locale = locale or user_locale()
    if not (is_number(before) and is_number(after)):
        return deviation(before, decimals, locale) + ARROW + deviation(after, decimals, locale)
    was = locale.toString(abs(float(before)), "f", decimals)
    sign = arrow(before, decimals)
    turned = arrow(after, decimals) != sign
    then = deviation(after, decimals, locale) if turned else percent(after, decimals, locale)
    return (f"{sign}{NO_BREAK}" if sign else "") + was + ARROW + then


def load(value, limit: float, locale: QLocale | None = None) -> str:
    """What is in % of what should be: 104 %, and beyond 100 % ± *limit* with its arrow: ▲ 118 %."""
    if not is_number(value):
        return DASH
    sign = _beyond(value, limit)
    text = f"{(locale or user_locale()).toString(float(value), 'f', 0)}{NO_BREAK}%"
    return f"{sign}{NO_BREAK}{text}" if sign else text


def load_change(before, after, limit: float, locale: QLocale | None = None) -> str:
    """The same before and after, the arrow said again only where it turns: ▲ 118 → 107 %."""
    if not (is_number(before) and is_number(after)):
        return load(before, limit, locale) + ARROW + load(after, limit, locale)
    locale = locale or user_locale()
    sign, then = _beyond(before, limit), _beyond(after, limit)
    was = locale.toString(float(before), "f", 0)
    text = load(after, limit, locale)
    if then and then == sign:
        text = text[len(then + NO_BREAK) :]
    return (f"{sign}{NO_BREAK}" if sign else "") + was + ARROW + text


def _beyond(value, limit: float) -> str:
    missed = float(value) - 100.0
    return "" if abs(missed) <= limit + 1e-9 else UP if missed > 0 else DOWN


def tolerance(value, locale: QLocale | None = None) -> str:
    """A tolerance in %, as short as it can be: ±5 %, ±0.5 %."""
    return f"±{exact(value, locale)}{NO_BREAK}%"


def deviation_decimals(tolerance_percent: float) -> int:
    """Decimals that tell within from beyond: one for ±5 %, two for ±0.5 %."""
    return 1 if tolerance_percent >= 1 else 2 if tolerance_percent >= 0.1 else 3
