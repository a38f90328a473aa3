"""Sales of several periods in rows: a long table of who, when and how much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

import numpy as np
import pandas as pd

#: how people write months and days, and part of a year before the year
_FORMATS = ("%Y-%m", "%Y/%m", "%m/%Y", "%m.%Y", "%b %Y", "%B %Y", "%b-%y", "%Y-%m-%d", "%d.%m.%Y", "%m/%d/%Y")
_PART_FIRST = re.compile(r"([A-Za-z]*)\s*(\d{1,2})\s*[-/ ]\s*(\d{4})")
_NUMBER = re.compile(r"(\d+)")


def in_order(periods: Sequence[str]) -> list[str]:
    """The different periods, the earliest first.

    Where all of them are written in one way that names months or days, or a part of the year before the year
    (Q1 2024), by the calendar; else as people sort names with numbers: 2024-Q2, P9 before P10.
    """
    different = sorted(set(periods))
    for form in _FORMATS:
        try:
            dates = [datetime.strptime(one, form) for one in different]
        except ValueError:
            continue
        return [
            different[place] for place in np.argsort(np.array(dates, dtype="datetime64[s]"), kind="stable")
        ]
    parts = [_PART_FIRST.fullmatch(one.strip()) for one in different]
    if all(parts):
        key = [(int(one[3]), int(one[2])) for one in parts if one is not None]
        return [name for _, name in sorted(zip(key, different))]
    return sorted(different, key=_natural)


def _natural(text: str) -> list[tuple[int, int, str]]:
    parts = _NUMBER.split(text.casefold())
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part]


def by_period(
    unit: np.ndarray, period: Sequence[str | None], amount: np.ndarray, n: int
) -> dict[str, np.ndarray]:
    """period → (n,) what each unit has in it, in the order of time; NaN where no row says anything.

    Parameters
    ----------
    unit : (r,) position of the unit of each row, -1 for none.
    period : (r,) None where missing.
    amount : (r,) NaN where missing; several rows of one unit and period add up.
    n : number of units.
    """
    rows = pd.DataFrame({"unit": unit, "period": pd.Series(list(period), dtype=object), "amount": amount})
    rows = rows[(rows["unit"] >= 0) & rows["period"].notna() & np.isfinite(rows["amount"])]
    sums = rows.groupby(["period", "unit"], sort=False)["amount"].sum()
    found: dict[str, np.ndarray] = {}
    for name in in_order([one for one in period if one is not None]):
        column = np.full(n, np.nan)
        if name in sums.index.get_level_values("period"):
            here = sums[name]
            column[here.index.to_numpy(dtype=int)] = here.to_numpy()
        found[name] = column
    return found
