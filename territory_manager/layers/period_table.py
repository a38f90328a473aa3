"""A long table of sales: a row for every unit, or account, and period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsFeatureSource
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..translate import tr
from .nulls import is_null, text_or_none
from .numbers import numbers

if TYPE_CHECKING:
    import numpy as np

#: more periods than these are single days rather than months
MOST = 120


@dataclass
class PeriodTable:
    """What a long table says about units.

    Attributes
    ----------
    columns : period → (n,) of the units, in the order of time.
    rows : number of rows.
    strangers : ids that no unit has, each once.
    lost : the sum of the rows of those.
    unread : row (from 1) → what stands where an amount should.
    incomplete : rows (from 1) without an id or without a period.
    """

    columns: dict[str, np.ndarray]
    rows: int
    strangers: list[str] = field(default_factory=list)
    lost: float = 0.0
    unread: dict[int, str] = field(default_factory=dict)
    incomplete: list[int] = field(default_factory=list)


def read_periods(
    source: QgsFeatureSource, key_field: str, period_field: str, amount_field: str, ids: Sequence[Any]
) -> PeriodTable:
    """Read a long table.

    Parameters
    ----------
    key_field, period_field, amount_field : of the table
    ids : (n,) of the units; keys that spreadsheets have changed are found (:func:`.core.matching.match_keys`)

    Raises
    ------
    ValueError
        A field is not there, two units have one id, or there are so many periods that they are single days.
    """
    import numpy as np

    from ..core.matching import match_keys
    from ..core.periods import by_period

    places = []
    for name in (key_field, period_field, amount_field):
        places.append(source.fields().lookupField(name))
        if places[-1] < 0:
            raise ValueError(
                tr("“{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                    layer=source.sourceName(), field=name, fields=", ".join(source.fields().names())
                )
            )
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(places)
    rows = [[feature.attributes()[place] for place in places] for feature in source.getFeatures(request)]
    keys = [text_or_none(row[0]) for row in rows]
    periods = [_period(row[1]) for row in rows]
    amount, unread = numbers([row[2] for row in rows])
    different = {one for one in periods if one is not None}
    if len(different) > MOST:
        raise ValueError(
            tr(
                "Field “{field}” of “{layer}” has {count} different periods, such as “{example}”. Choose a "
                "field with months, quarters or years."
            ).format(
                field=period_field, layer=source.sourceName(), count=len(different), example=min(different)
            )
        )
    texts = [text_or_none(one) for one in ids]
    match = match_keys(texts, keys)
    position: dict[int, int] = {}
    for row, code in enumerate(match.unit.tolist()):
        if code >= 0 and position.setdefault(code, row) != row:
            raise ValueError(
                tr("Two units have the id “{id}”. Choose a field in which every unit has its own.").format(
                    id=texts[row]
                )
            )
    unit = np.array([position.get(code, -1) for code in match.row.tolist()], dtype=np.int64)
    strange = np.array([key is not None for key in keys], dtype=bool) & (unit < 0)
    return PeriodTable(
        by_period(unit, periods, amount, len(texts)),
        len(rows),
        sorted({keys[row] or "" for row in np.flatnonzero(strange).tolist()}),
        float(np.nansum(amount[strange])),
        {row + 1: text for row, text in unread.items()},
        [row + 1 for row in range(len(rows)) if keys[row] is None or periods[row] is None],
    )


def _period(value: Any) -> str | None:
    if not is_null(value) and isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate)[:10]
    return text_or_none(value)
