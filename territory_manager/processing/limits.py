"""The matrix of limits: measure, minimum, maximum."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..layers.nulls import text_or_none
from ..layers.plan import COUNTED
from ..translate import tr


@dataclass(frozen=True)
class Limits:
    """The least and the most a territory may have, one number for each measure; NaN is no limit."""

    minimum: list[float]
    maximum: list[float]

    @property
    def any_minimum(self) -> bool:
        return not all(map(math.isnan, self.minimum))

    @property
    def any_maximum(self) -> bool:
        return not all(map(math.isnan, self.maximum))

    @property
    def of_targets(self) -> dict[str, Any]:
        """The limits as :class:`core.targets.Targets` takes them."""
        return {
            "minimum": self.minimum if self.any_minimum else None,
            "maximum": self.maximum if self.any_maximum else None,
        }


def parse_limits(cells: Sequence[Any], measures: Sequence[str]) -> Limits:
    """Limits from the cells of the matrix, row by row.

    Raises
    ------
    ValueError
        In words, for a measure that is not balanced or named twice, a limit that is no number of 0 or more,
        or a minimum above its maximum.
    """
    names = list(measures) or [COUNTED]
    minimum, maximum = [math.nan] * len(names), [math.nan] * len(names)
    texts = [text_or_none(cell) for cell in cells or ()]
    if len(texts) % 3:
        raise ValueError(tr("Limits need three columns: measure, minimum, maximum."))
    seen = set()
    for name, low, high in zip(texts[::3], texts[1::3], texts[2::3]):
        if name is None and low is None and high is None:
            continue
        if name not in names:
            raise ValueError(
                tr("There is a limit for “{name}”, which is not balanced. Balanced are: {names}.").format(
                    name=name or "", names=", ".join(names)
                )
            )
        if name in seen:
            raise ValueError(tr("There are two rows of limits for “{name}”.").format(name=name))
        seen.add(name)
        place = names.index(name)
        minimum[place], maximum[place] = _number(low, name), _number(high, name)
        if minimum[place] > maximum[place]:
            raise ValueError(
                tr("The minimum of “{name}”, {low}, is above its maximum, {high}.").format(
                    name=name, low=low, high=high
                )
            )
    return Limits(minimum, maximum)


def _number(text: str | None, name: str) -> float:
    if text is None:
        return math.nan
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number < math.inf:
        raise ValueError(
            tr("The limit “{text}” of “{name}” is not a number of 0 or more.").format(text=text, name=name)
        )
    return number
