"""What the classes of a theme are: round breaks, colours, and words for the legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QLocale

from ..core.coverage import OVER, UNDER, WELL
from ..translate import tr
from .insight_styling import DIVERGING, NOT_KNOWN, SEQUENTIAL, quantile_breaks

TERRITORY = "territory"
DEVIATION = "deviation"
UTILISATION = "utilisation"
COVERAGE = "coverage"
WHITE_SPACE = "white_space"
ATTAINMENT = "attainment"
#: In the order in which they are offered.
THEMES = (TERRITORY, DEVIATION, UTILISATION, COVERAGE, WHITE_SPACE, ATTAINMENT)
#: Those that colour every unit by itself; the others colour territories.
OF_UNITS = frozenset({COVERAGE, WHITE_SPACE})

#: Of capacity or quota: well used from 90 to 110 %.
_LOADS = (80.0, 90.0, 110.0, 120.0)
_ROUNDING = 1e-9
#: Sold more than was thought possible: neither much nor little white space.
_BEYOND = "#f3c391"


@dataclass(frozen=True)
class ThemeClass:
    """One entry of the legend."""

    text: str
    color: str


def title_of(theme: str) -> str:
    """What a theme is called."""
    return {
        TERRITORY: tr("Territory"),
        DEVIATION: tr("Deviation"),
        UTILISATION: tr("Utilisation"),
        COVERAGE: tr("Coverage"),
        WHITE_SPACE: tr("White space"),
        ATTAINMENT: tr("Attainment"),
    }[theme]


def deviation_classes(tolerance: float) -> tuple[list[ThemeClass], list[float]]:
    """Within tolerance, up to twice that, and beyond; with the breaks between them."""
    near, far = number(tolerance), number(2 * tolerance)
    texts = (
        tr("more than {far} % under target").format(far=far),
        tr("{near} to {far} % under").format(near=near, far=far),
        tr("within ±{near} % of the target").format(near=near),
        tr("{near} to {far} % over").format(near=near, far=far),
        tr("more than {far} % over target").format(far=far),
    )
    return _with_colors(texts, DIVERGING), [-2 * tolerance, -tolerance, tolerance, 2 * tolerance]


def load_classes(whole: str) -> tuple[list[ThemeClass], list[float]]:
    """In % of the *whole*, in words such as “of capacity”."""
    texts = [tr("below {high} % {whole}").format(high=number(_LOADS[0]), whole=whole)]
    for low, high in zip(_LOADS, _LOADS[1:]):
        texts.append(tr("{low} to {high} %").format(low=number(low), high=number(high)))
    texts.append(tr("above {low} % {whole}").format(low=number(_LOADS[-1]), whole=whole))
    return _with_colors(texts, DIVERGING), list(_LOADS)


def coverage_classes(tolerance: float) -> list[ThemeClass]:
    """Under-served, well served, over-served, in % of the workload."""
    low, high = number(100 - tolerance), number(100 + tolerance)
    texts = (
        tr("Under-served (below {low} %)").format(low=low),
        tr("Well served ({low} to {high} %)").format(low=low, high=high),
        tr("Over-served (above {high} %)").format(high=high),
    )
    return _with_colors(texts, (DIVERGING[0], DIVERGING[2], DIVERGING[4]))


def coverage_class(kind: np.ndarray) -> np.ndarray:
    """Class of each unit by the words of `core.coverage`, -1 where there is no workload."""
    place = {UNDER: 0, WELL: 1, OVER: 2, None: -1}
    return np.array([place[one] for one in kind.tolist()], dtype=np.int64)


def white_space_classes(values: np.ndarray) -> tuple[list[ThemeClass], list[float]]:
    """About as many units in each class, round breaks; the first class is what sells beyond its potential."""
    positive = values[np.isfinite(values) & (values > 0)]
    breaks = [0.0, *quantile_breaks(positive.tolist())]
    texts = [tr("sells more than its potential")]
    for place, low in enumerate(breaks):
        if place + 1 == len(breaks):
            texts.append(tr("{low} and more not sold yet").format(low=short(low)))
        else:
            texts.append(tr("{low} to {high}").format(low=short(low), high=short(breaks[place + 1])))
    first = len(SEQUENTIAL) - (len(texts) - 1)
    return _with_colors(texts, (_BEYOND, *SEQUENTIAL[max(first, 0) :])), breaks


def not_known(theme: str) -> ThemeClass:
    """What has no number."""
    texts = {COVERAGE: tr("No workload"), WHITE_SPACE: tr("Potential or sales not known")}
    return ThemeClass(texts.get(theme, tr("Not known")), NOT_KNOWN)


def class_of(values: np.ndarray, breaks: Sequence[float]) -> np.ndarray:
    """Class of each value, -1 where there is none.

    A value that lies on a break belongs to the class nearer the middle one: exactly 110 % is still well used,
    as exactly 90 % is.
    """
    values = np.asarray(values, dtype=float)
    half = len(breaks) // 2
    found = np.zeros(len(values), dtype=np.int64)
    with np.errstate(invalid="ignore"):
        for place, one in enumerate(breaks):
            slack = _ROUNDING * max(1.0, abs(one))
            found += values >= one - slack if place < half else values > one + slack
    return np.where(np.isfinite(values), found, -1)


def class_from(values: np.ndarray, breaks: Sequence[float]) -> np.ndarray:
    """Class of each value, -1 where there is none; one that lies on a break belongs above it."""
    values = np.asarray(values, dtype=float)
    found = np.searchsorted(np.asarray(breaks, dtype=float), np.nan_to_num(values), side="right")
    return np.where(np.isfinite(values), found, -1)


def number(value: float) -> str:
    """As people write it, without zeros that say nothing."""
    return QLocale().toString(round(float(value), 2), "g", 6)


def short(value: float) -> str:
    """A large number in few letters: 1.2 M."""
    for size, suffix in ((1e9, tr("G")), (1e6, tr("M")), (1e3, tr("k"))):
        if abs(value) >= size:
            return f"{QLocale().toString(value / size, 'g', 3)}\u00a0{suffix}"
    return QLocale().toString(float(value), "g", 3)


def _with_colors(texts: Sequence[str], colors: Sequence[str]) -> list[ThemeClass]:
    return [ThemeClass(text, color) for text, color in zip(texts, colors)]
