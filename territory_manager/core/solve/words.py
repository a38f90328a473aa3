"""Numbers and names as the messages of the solver write them."""

from __future__ import annotations

import math
from collections.abc import Sequence


def number(value: float) -> str:
    """A measure with thousands separated, decimals only where they tell something."""
    if value == round(value) or abs(value) >= 1000:
        return f"{value:,.0f}"
    return f"{value:,.4g}"


def percent(fraction: float, decimals: int = 1) -> str:
    """A fraction as per cent, without a trailing zero: 0.05 is "5 %"."""
    text = f"{100 * fraction:.{decimals}f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text} %"


def two_percents(one: float, other: float) -> tuple:
    """Two fractions as per cent with as many decimals as tell them apart, at most six."""
    for decimals in range(1, 7):
        texts = percent(one, decimals), percent(other, decimals)
        if texts[0] != texts[1]:
            return texts
    return texts


def tolerance_reaching(fraction: float) -> str:
    """The tolerance that allows a deviation, rounded up so that it really does: 0.1309 is "±13.1 %"."""
    return f"±{percent(math.ceil(round(fraction * 1000, 6)) / 1000)}"


def names(given: Sequence[str], at_most: int = 3) -> str:
    """ "A", "A and B", "A, B, C and 4 more"."""
    shown = [str(name) for name in given[:at_most]]
    more = len(given) - len(shown)
    if more:
        return f"{', '.join(shown)} and {more:,} more"
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def count(amount: int, one: str, many: str = "") -> str:
    """ "1 unit", "1,200 units"."""
    return f"{amount:,} {one if amount == 1 else many or one + 's'}"
