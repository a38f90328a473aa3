"""The fields of units by which tables may name them, and which columns of a table fit them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsFeatureRequest

from ..core.column_guess import guess_key, guess_rep, guess_territory
from .fields import is_text
from .nulls import text_or_none
from .reading import ReadingCancelled, name_candidates, unit_names
from .snapshot import LayerSnapshot
from .table_files import Table

_AT_ONCE = 1000


@dataclass
class UnitKeys:
    """Fields of the units that hold text or whole numbers.

    Attributes
    ----------
    ids : feature ids
    names : feature id → how messages call the unit
    columns : field → one text a unit, None where there is none
    """

    ids: list[int]
    names: dict[int, str]
    columns: dict[str, list[str | None]]


@dataclass
class Looked:
    """What was seen of a table beside the units: the columns that are likely meant, None for none."""

    units: UnitKeys
    key_field: str | None
    key: str | None
    territory: str | None
    rep: str | None


def read_unit_keys(source: LayerSnapshot, cancelled: Callable[[], bool] | None = None) -> UnitKeys:
    """Read the fields by which units may be named.

    Raises
    ------
    ReadingCancelled
    """
    fields = source.fields()
    wanted = [
        place
        for place in range(fields.count())
        if is_text(fields.at(place)) or (fields.at(place).isNumeric() and not fields.at(place).precision())
    ]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(wanted)
    ids: list[int] = []
    rows: list[list[str | None]] = []
    for number, feature in enumerate(source.getFeatures(request)):
        if cancelled is not None and number % _AT_ONCE == 0 and cancelled():
            raise ReadingCancelled
        attributes = feature.attributes()
        ids.append(feature.id())
        rows.append([text_or_none(attributes[place]) for place in wanted])
    columns = {fields.at(place).name(): [row[n] for row in rows] for n, place in enumerate(wanted)}
    names = unit_names([columns[name] for name in name_candidates(source) if name in columns], ids)
    return UnitKeys(ids, dict(zip(ids, names)), columns)


def look_at(
    source: LayerSnapshot | None,
    units: UnitKeys | None,
    table: Table,
    known: list[str],
    skip: str = "",
    cancelled: Callable[[], bool] | None = None,
) -> Looked:
    """Find the columns that are likely meant.

    Parameters
    ----------
    source : the units, None where *units* were read already
    table : what names them
    known : territories there are
    skip : field of the units that is no key: the alignment itself
    """
    if units is None:
        if source is None:
            raise ValueError("There is neither a layer of units nor their keys.")
        units = read_unit_keys(source, cancelled)
    columns = {name: table.texts(name) for name in table.columns}
    fields = {name: values for name, values in units.columns.items() if name != skip}
    field, key = guess_key(fields, columns)
    territory = guess_territory(columns, key, known)
    return Looked(units, field, key, territory, guess_rep(table.columns, (key, territory)))
