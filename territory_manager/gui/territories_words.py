"""The words and numbers in the cells of the territories table."""

from __future__ import annotations

from ..translate import tr
from . import numbers
from .territories_columns import (
    AMOUNT,
    CHANGE,
    COUNT,
    DEVIATION,
    LOAD,
    LOAD_TOLERANCE,
    LOCK,
    NAME,
    PERCENT,
    RATIO,
    SWATCH,
    TEXT,
)


class CellWords:
    """Writes cells; a row has ``name``, ``values`` and, while a stroke touches it, ``after``."""

    def __init__(self):
        self.locale = numbers.user_locale()
        self.columns = []
        #: key of a measure's total → position of that measure's deviation, where there are several measures
        self.beside = {}
        self.scales = []
        self.tolerance = 5.0
        #: territory that nobody serves → why, in words
        self.vacancies = {}

    def set_columns(self, columns) -> None:
        """The table has these columns now."""
        self.columns = columns
        positions = {column.key: position for position, column in enumerate(columns)}
        found = {
            column.key: positions.get(column.key.replace("total:", "deviation:", 1))
            for column in columns
            if column.key.startswith("total:")
        }
        self.beside = {key: position for key, position in found.items() if position is not None}

    def rescale(self, rows, tolerance) -> None:
        """Chooses how the numbers of each column are written."""
        self.tolerance = tolerance
        self.scales = [
            numbers.Scale.of(row.values[position] for row in rows)
            if column.kind == AMOUNT
            else numbers.Scale()
            for position, column in enumerate(self.columns)
        ]

    def within(self, value, kind=DEVIATION) -> bool:
        """Whether a deviation is within tolerance, or a load near 100 %; true where there is none."""
        if kind == LOAD:
            return not numbers.is_number(value) or abs(value - 100) <= LOAD_TOLERANCE + 1e-9
        return not numbers.is_number(value) or abs(value) <= self.tolerance + 1e-9

    def text(self, row, position, only_after=False):
        """What stands in a cell; while a stroke is under way "before → after", or only what is after."""
        column = self.columns[position]
        kind, before = column.kind, row.values[position]
        if kind in (SWATCH, LOCK):
            return None
        if kind == NAME:
            return row.name if row.name is not None else tr("Unassigned")
        if kind == TEXT:
            return self._rep(row, before) if column.key == "rep" else before
        if row.name is None and (kind in (DEVIATION, RATIO, LOAD, CHANGE) or column.editable):
            return ""
        if row.after is None or not differs(before, row.after[position]):
            return self._number(position, before)
        after = row.after[position]
        if only_after:
            return (numbers.ARROW + self._number(position, after)).strip()
        if kind == DEVIATION:
            return numbers.deviation_change(
                before, after, numbers.deviation_decimals(self.tolerance), self.locale
            )
        if kind == LOAD:
            return numbers.load_change(before, after, LOAD_TOLERANCE, self.locale)
        if kind == CHANGE:
            return numbers.deviation_change(before, after, 1, self.locale)
        unit = self.scales[position].suffix if kind == AMOUNT else "%" if kind == PERCENT else ""
        was = self._number(position, before)
        if unit:
            was = was.replace(numbers.NO_BREAK + unit, "")
        return was + numbers.ARROW + self._number(position, after)

    def _rep(self, row, name):
        """Who serves a territory; of one that is vacant who had it."""
        if row.name is None or row.name not in self.vacancies:
            return name
        return tr("Vacant ({rep})").format(rep=name) if name else tr("Vacant")

    def _number(self, position, value):
        kind = self.columns[position].kind
        if kind == DEVIATION:
            return numbers.deviation(value, numbers.deviation_decimals(self.tolerance), self.locale)
        if kind == LOAD:
            return numbers.load(value, LOAD_TOLERANCE, self.locale)
        if kind == CHANGE:
            return numbers.deviation(value, 1, self.locale)
        if kind == PERCENT:
            return numbers.percent(value, 1, self.locale)
        if kind == RATIO:
            return self.locale.toString(float(value), "f", 2) if numbers.is_number(value) else numbers.DASH
        if kind == COUNT:
            return numbers.exact(value, self.locale)
        return self.scales[position].text(value, self.locale)

    def tip(self, row, position):
        """The exact numbers, and what they are of."""
        column = self.columns[position]
        name = row.name if row.name is not None else tr("Unassigned")
        if column.kind == LOCK:
            locked = row.values[position]
            return (
                tr("Locked: its units stay") if locked else tr("Not locked") if row.name is not None else None
            )
        if column.kind == SWATCH:
            return (
                tr("{territory}: double-click to change the colour").format(territory=name)
                if row.name is not None
                else name
            )
        if column.kind == NAME:
            return name
        if column.kind == TEXT:
            return self.vacancies.get(row.name) or row.values[position] or None
        values = [row.values[position]]
        if row.after is not None and differs(values[0], row.after[position]):
            values.append(row.after[position])
        if column.kind == DEVIATION:
            if row.name is None:
                return None
            words = numbers.ARROW.join(numbers.deviation(value, 3, self.locale) for value in values)
            within = abs(values[-1]) <= self.tolerance if numbers.is_number(values[-1]) else False
            limit = numbers.tolerance(self.tolerance, self.locale)
            verdict = (tr("within {tolerance}") if within else tr("beyond {tolerance}")).format(
                tolerance=limit
            )
            return f"{name}: {words} ({verdict})"
        if row.name is None and (column.editable or column.kind in (LOAD, CHANGE)):
            return None
        unit = numbers.NO_BREAK + "%" if column.kind in (PERCENT, LOAD, CHANGE) else ""
        words = numbers.ARROW.join(numbers.exact(value, self.locale) + unit for value in values)
        text = f"{name}: {words} ({column.title})"
        against = self._against(row, position)
        return f"{text}\n{against}" if against else text

    def _against(self, row, position):
        """A measure's total against its target, where its column has a bar that shows it."""
        beside = self.beside.get(self.columns[position].key)
        values = row.after or row.values
        if row.name is None or beside is None or not numbers.is_number(values[beside]):
            return ""
        target = values[position] / (1 + values[beside] / 100) if values[beside] > -100 else None
        deviation = numbers.deviation(values[beside], 3, self.locale)
        if target is None:
            return deviation
        return tr("target {target}, {deviation}").format(
            target=numbers.exact(round(target, 4), self.locale), deviation=deviation
        )

    def accessible(self, row, position):
        """What a screen reader says."""
        column = self.columns[position]
        if column.kind == LOCK:
            return tr("Locked") if row.values[position] else tr("Not locked")
        return self.tip(row, position) if column.kind == DEVIATION else self.text(row, position)


def differs(before, after) -> bool:
    """Whether two numbers differ by more than rounding."""
    if numbers.is_number(before) and numbers.is_number(after):
        return abs(before - after) > 1e-9 * max(1.0, abs(before))
    return numbers.is_number(before) != numbers.is_number(after)
