"""The small tables that users edit: calls and minutes of segments, rules about who owns what."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureSource

from ..translate import tr
from .nulls import text_or_none
from .numbers import numbers

if TYPE_CHECKING:
    from ..core.segments import Rule


def read_segments(
    source: QgsFeatureSource, name: str | None, calls: str | None, minutes: str | None
) -> dict[str, tuple[float, float]]:
    """segment → calls per year, minutes per call; NaN where there is none.

    Parameters
    ----------
    name, calls, minutes : fields; default “segment”, “calls”, “minutes”

    Raises
    ------
    ValueError
        A field is not there, or a segment occurs twice.
    """
    wanted = (name or "segment", calls or "calls", minutes or "minutes")
    names, *columns = _columns(source, wanted)
    readable = [numbers(column)[0] for column in columns]
    table: dict[str, tuple[float, float]] = {}
    for segment, often, long in zip(map(text_or_none, names), *readable):
        if segment is None:
            continue
        if segment in table:
            raise ValueError(
                tr("Segment “{name}” occurs more than once in “{layer}”. Keep one row of it.").format(
                    name=segment, layer=source.sourceName()
                )
            )
        table[segment] = (float(often), float(long))
    return table


def read_rules(
    source: QgsFeatureSource,
    columns: Mapping[str, str | None],
    owner_of_rep: Mapping[str, str],
    fields: Sequence[str],
) -> tuple[list[Rule], dict[int, str]]:
    """Rules, in the order of the table, and for rows with a role (a second team) that role.

    Parameters
    ----------
    columns : "field", "operator", "value", "territory", "rep", "priority", "role" → field of the table;
        None for the field of that name
    owner_of_rep : rep → territory
    fields : of the accounts

    Raises
    ------
    ValueError
        With the row: no such field, no such operator, nobody to give the account to.
    """
    from ..core.segments import Rule, operator_of

    given = {what: name or what for what, name in columns.items()}
    there = {name.casefold(): name for name in source.fields().names()}
    for what in ("field", "value"):
        _columns(source, (given[what],))
    if not {given["territory"].casefold(), given["rep"].casefold()} & set(there):
        raise ValueError(
            tr("The rules in “{layer}” need a field “territory” or “rep”.").format(layer=source.sourceName())
        )
    present = {what: name for what, name in given.items() if name.casefold() in there}
    values = dict(zip(present, _columns(source, tuple(present.values()))))
    known = {name.casefold(): name for name in fields}
    rules: list[Rule] = []
    roles: dict[int, str] = {}
    for row in range(len(values["field"])):
        cell = {what: text_or_none(values[what][row]) if what in values else None for what in given}
        if not any(cell.values()):
            continue
        where = tr("Row {row} of “{layer}”").format(row=row + 1, layer=source.sourceName())
        field = known.get((cell["field"] or "").casefold())
        if field is None:
            raise ValueError(
                tr("{where}: the accounts have no field “{field}”. Their fields are: {fields}.").format(
                    where=where, field=cell["field"] or "", fields=", ".join(fields)
                )
            )
        try:
            operator = operator_of(cell["operator"] or "=")
        except ValueError as error:
            raise ValueError(f"{where}: {error}") from error
        if cell["value"] is None and operator not in ("is empty", "is not empty", "=", "!="):
            raise ValueError(tr("{where} has no value to compare with.").format(where=where))
        owner = cell["territory"] or owner_of_rep.get(cell["rep"] or "", cell["rep"])
        if owner is None:
            raise ValueError(tr("{where} says neither which territory nor which rep.").format(where=where))
        if cell["value"] is None and operator in ("=", "!="):
            operator = "is empty" if operator == "=" else "is not empty"
        if cell["role"]:
            roles[len(rules)] = cell["role"]
        rules.append(Rule(field, operator, cell["value"] or "", owner, _priority(cell, where), row + 1))
    return rules, roles


def _priority(cell: Mapping[str, str | None], where: str) -> float:
    """Without a priority a rule comes after those that have one."""
    text = cell["priority"]
    if text is None:
        return math.inf
    number = float(numbers([text])[0][0])
    if math.isnan(number):
        raise ValueError(
            tr("{where}: the priority “{value}” is not a number.").format(where=where, value=text)
        )
    return number


def _columns(source: QgsFeatureSource, names: Sequence[str]) -> list[list[Any]]:
    places = [source.fields().lookupField(name) for name in names]
    for name, place in zip(names, places):
        if place < 0:
            raise ValueError(
                tr("“{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                    layer=source.sourceName(), field=name, fields=", ".join(source.fields().names())
                )
            )
    rows = [feature.attributes() for feature in source.getFeatures()]
    return [[row[place] for row in rows] for place in places]
