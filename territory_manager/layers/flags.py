"""Yes or no, as people keep it in a field: true and false, 1 and 0, words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..translate import tr
from .nulls import text_or_none

_YES = {"true", "t", "yes", "y", "1", "x", "on"}
_NO = {"false", "f", "no", "n", "0", "off"}


def flags(values: Sequence[Any], names: Sequence[str], field: str) -> np.ndarray:
    """A column of yes and no as (n,) bool; null and blank are no.

    Raises
    ------
    ValueError
        For a value that says neither, with the name of its row and of the field.
    """
    answers = np.zeros(len(values), dtype=bool)
    for row, value in enumerate(values):
        text = text_or_none(value)
        if text is None:
            continue
        word = text.casefold()
        if word not in _YES and word not in _NO:
            raise ValueError(
                tr(
                    "“{value}” in field “{field}” of {name} says neither yes nor no. Use true or false, 1 "
                    "or 0."
                ).format(value=text, field=field, name=names[row])
            )
        answers[row] = word in _YES
    return answers
