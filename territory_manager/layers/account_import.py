"""Accounts from a table: where each one is, what its amounts are, and everything that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
)

from ..core.column_guess import is_code
from ..core.coordinates import (
    IMPOSSIBLE,
    MISSING,
    OUTSIDE,
    PLACE,
    SIGN,
    SWAPPED,
    ZERO,
    grown,
    judge,
    mended,
)
from ..core.geos import shapely
from ..core.matching import TIDIED, ZEROS, ZIP4, KeyMatch, match_keys
from ..core.rollup import locate
from ..core.units import Units
from ..translate import tr
from .crs import to_metric
from .nulls import text_or_none
from .numbers import numbers
from .reading import ReadingCancelled, read_units
from .snapshot import LayerSnapshot
from .table_files import WORKBOOKS, Table
from .table_import import LONG_ZIP, LOST_ZEROS, NOT_FOUND, OVERLOOKED, REPEATED, UNCLEAR, ReportLine

#: what a line of the report is about, beside the kinds of `table_import`
NO_PLACE, NOWHERE, TURNED, OTHER_SIGN, BEYOND, NO_NUMBER = (
    "no_place",
    "impossible",
    "swapped",
    "sign",
    "outside",
    "number",
)
TEXT, NUMBER = "text", "number"
_MOSTLY = 0.8
_LOOKED_AT = 2000


@dataclass(frozen=True)
class AccountOptions:
    """How a table becomes points.

    Attributes
    ----------
    x, y : columns with the coordinates, None where there are none
    crs : of the coordinates
    key : column with the key of the unit in which the account is; used where there are no coordinates
    kinds : column → `TEXT` or `NUMBER`, in the order of the fields; columns that are not in it are left out
    decimal : "." or "," in numbers; None where it is to be found out
    swap, signs : accept coordinates that are proposed to be swapped, or to have another sign
    zeros, zip4 : look up 1234 as 01234, and 01234-5678 as 01234
    flipped : rows for which it is the other way round
    outside : import accounts that are in no unit, too
    """

    x: str | None
    y: str | None
    crs: QgsCoordinateReferenceSystem
    key: str | None = None
    kinds: Mapping[str, str] = field(default_factory=dict)
    decimal: str | None = None
    swap: bool = False
    signs: bool = False
    zeros: bool = True
    zip4: bool = True
    flipped: frozenset[int] = frozenset()
    outside: bool = True


@dataclass
class Accounts:
    """Accounts ready to be written.

    Attributes
    ----------
    table : where they come from
    kinds : column → `TEXT` or `NUMBER`
    crs : of `x` and `y`
    x, y : (r,) NaN for rows that are not imported
    amounts : column → (r,) numbers, NaN where there is none
    report : what to know, row by row
    by_unit : rows that were placed by the unit they name
    """

    table: Table
    kinds: dict[str, str]
    crs: QgsCoordinateReferenceSystem
    x: np.ndarray
    y: np.ndarray
    amounts: dict[str, np.ndarray]
    report: list[ReportLine]
    by_unit: int

    @property
    def placed(self) -> np.ndarray:
        """(p,) rows that are imported."""
        return np.flatnonzero(np.isfinite(self.x) & np.isfinite(self.y))


class UnitPlaces:
    """The units by which accounts may be placed; made in the main thread, used in any.

    Parameters
    ----------
    source : snapshot of the units
    key_field : field by which the table names them; None where it names none
    context : for datum shifts the user has chosen
    read : the units and the CRS of their coordinates, where somebody has read them already
    """

    def __init__(
        self,
        source: LayerSnapshot,
        key_field: str | None = None,
        context: QgsCoordinateTransformContext | None = None,
        read: tuple[Units, QgsCoordinateReferenceSystem] | None = None,
    ):
        self.source, self.key_field = source, key_field
        self._context = context or QgsCoordinateTransformContext()
        self._read = read

    def hold(self, x: np.ndarray, y: np.ndarray, crs: QgsCoordinateReferenceSystem) -> np.ndarray:
        """(n,) bool: whether each place is in some unit; of units that are points one is always nearest."""
        if self._read is None:
            found = read_units(self.source, transform_context=self._context)
            self._read = (found.units, found.crs)
        units, metric = self._read
        if units.is_points or units.geometry is None:
            return np.ones(len(x), dtype=bool)
        points = to_metric([QgsPointXY(*pair) for pair in zip(x, y)], crs, metric, self._context)
        flat = np.array([(p.x(), p.y()) if p is not None else (np.nan, np.nan) for p in points])
        shapes = shapely.points(flat.reshape(-1, 2))
        shapes[~np.isfinite(flat.reshape(-1, 2)).all(axis=1)] = None
        return locate(units, shapes) >= 0

    def box(self, crs: QgsCoordinateReferenceSystem) -> tuple[float, float, float, float] | None:
        """Where the units are, in another CRS, with a margin; None where that cannot be said."""
        extent = self.source.sourceExtent()
        if extent.isNull() or not crs.isValid() or not self.source.sourceCrs().isValid():
            return None
        try:
            extent = self._to(crs).transformBoundingBox(extent)
        except QgsCsException:
            return None
        if not extent.isFinite():
            return None
        return grown((extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()))

    def keys(self) -> tuple[list[int], list[str | None]]:
        """Feature ids and keys."""
        place = self.source.fields().lookupField(self.key_field or "")
        if place < 0:
            raise ValueError(
                tr("“{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                    layer=self.source.sourceName(),
                    field=self.key_field or "",
                    fields=", ".join(self.source.fields().names()),
                )
            )
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes([place])
        ids, keys = [], []
        for feature in self.source.getFeatures(request):
            ids.append(feature.id())
            keys.append(text_or_none(feature.attributes()[place]))
        return ids, keys

    def points(
        self, fids: Iterable[int], crs: QgsCoordinateReferenceSystem
    ) -> dict[int, tuple[float, float]]:
        """Feature id → a point on the surface of the unit, in another CRS; none for units without shape."""
        request = QgsFeatureRequest().setFilterFids(list(fids)).setNoAttributes()
        transform = self._to(crs)
        found = {}
        for feature in self.source.getFeatures(request):
            point: QgsGeometry = feature.geometry().pointOnSurface()
            if point.isNull() or point.isEmpty():
                continue
            try:
                place: QgsPointXY = transform.transform(point.asPoint())
            except QgsCsException:
                continue
            found[feature.id()] = (place.x(), place.y())
        return found

    def _to(self, crs: QgsCoordinateReferenceSystem) -> QgsCoordinateTransform:
        return QgsCoordinateTransform(self.source.sourceCrs(), crs, self._context)


def guess_kinds(table: Table, decimal: str | None = None, key: str | None = None) -> dict[str, str]:
    """Column → `NUMBER` where most of its cells are amounts, else `TEXT`: codes and phone numbers, too.

    ``key``, the column with the key of the unit, is text whatever it holds.
    """
    kinds = {}
    step = max(1, len(table.rows) // _LOOKED_AT)
    for column in table.columns:
        texts = table.texts(column)
        sample = _cells(table, column)[::step]
        given = sum(text_or_none(value) is not None for value in sample)
        read = np.isfinite(numbers(sample, decimal=decimal, usual=_usual(table))[0]).sum()
        is_amount = column != key and given and read >= _MOSTLY * given and not is_code(column, texts)
        kinds[column] = NUMBER if is_amount else TEXT
    return kinds


def prepare_accounts(
    table: Table,
    options: AccountOptions,
    units: UnitPlaces | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Accounts:
    """Find out where the accounts of a table are and what their amounts are; nothing is written.

    Parameters
    ----------
    units : where accounts should be, and by which they are placed; needed with ``options.key``

    Raises
    ------
    ValueError
        There are neither coordinates nor keys, or a column is not there.
    ReadingCancelled
    """
    if options.x is None and options.key is None:
        raise ValueError(tr("Choose the columns with the coordinates, or the one with the key of the unit."))
    steps = _Steps(progress, cancelled)
    report: list[ReportLine] = []
    count = len(table.rows)
    x, y = np.full(count, np.nan), np.full(count, np.nan)
    crs = options.crs
    if options.x is not None and options.y is not None:
        x, y = _coordinates(table, options, units, report)
    elif units is not None:
        crs = units.source.sourceCrs()
    steps(30)
    by_unit = 0
    if options.key is not None and units is not None and units.key_field:
        by_unit = _by_unit(table, options, units, crs, x, y, report)
    elif options.x is not None:
        report += _without_place(table, options, x, y, report)
    steps(60)
    amounts = {}
    for column, kind in options.kinds.items():
        if kind != NUMBER:
            continue
        amounts[column], unread = numbers(_cells(table, column), decimal=options.decimal, usual=_usual(table))
        if column in (options.x, options.y):
            continue  # said already
        words = tr("“{value}” in {column} cannot be read as a number and stays empty.")
        report += [
            ReportLine(NO_NUMBER, row, value, column, "", words.format(value=value, column=column))
            for row, value in unread.items()
        ]
    steps(85)
    report += _repeated(table)
    steps(100)
    return Accounts(table, dict(options.kinds), crs, x, y, amounts, report, by_unit)


class _Steps:
    def __init__(self, progress: Callable[[float], None] | None, cancelled: Callable[[], bool] | None):
        self._progress, self._cancelled = progress, cancelled

    def __call__(self, percent: float) -> None:
        if self._cancelled is not None and self._cancelled():
            raise ReadingCancelled
        if self._progress is not None:
            self._progress(percent)


def _usual(table: Table) -> str | None:
    """The decimal sign where a column leaves it open: numbers in a workbook come with a point."""
    return "." if Path(table.name).suffix.lower() in WORKBOOKS else None


def _cells(table: Table, column: str) -> Sequence[Any]:
    return table.values(column)


def _coordinate_column(table: Table, column: str, options: AccountOptions) -> tuple[np.ndarray, dict]:
    """One column of coordinates. Degrees have no thousands, so a comma in them can only be a decimal one."""
    values = _cells(table, column)
    decimal = options.decimal
    if decimal is None and options.crs.isGeographic():
        texts = [value for value in values if isinstance(value, str)]
        decimal = (
            "," if any("," in text for text in texts) and not any("." in text for text in texts) else "."
        )
    return numbers(values, decimal=decimal, usual=_usual(table))


def _coordinates(
    table: Table, options: AccountOptions, units: UnitPlaces | None, report: list[ReportLine]
) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates of the rows that have any, proposals taken as wanted, and lines about the others."""
    x, no_x = _coordinate_column(table, options.x or "", options)
    y, no_y = _coordinate_column(table, options.y or "", options)
    box = units.box(options.crs) if units is not None else None
    degrees = options.crs.isGeographic() or not options.crs.isValid()
    code = judge(x, y, box, degrees=degrees)
    code[(code == MISSING) & np.isin(np.arange(len(x)), [*no_x, *no_y])] = IMPOSSIBLE
    other_x, other_y = mended(x, y, code, box)
    if box is not None and units is not None:
        near = np.flatnonzero(code == PLACE)
        code[near[~units.hold(x[near], y[near], options.crs)]] = OUTSIDE
    accepted = np.where(code == SWAPPED, options.swap, options.signs)
    flipped = np.zeros(len(x), dtype=bool)
    flipped[[row for row in options.flipped if row < len(x)]] = True
    proposed = (code == SWAPPED) | (code == SIGN)
    taken = proposed & (accepted != flipped)
    words = {
        ZERO: tr("The coordinates are 0, 0: nobody has filled them in."),
        IMPOSSIBLE: tr("{place} is no place on Earth."),
        OUTSIDE: tr("{place} is in no unit."),
        SWAPPED: tr("{place} looks swapped: {other} is in the area of the units."),
        SIGN: tr("{place} looks as if a minus was lost: {other} is in the area of the units."),
    }
    kinds = {ZERO: NO_PLACE, IMPOSSIBLE: NOWHERE, OUTSIDE: BEYOND, SWAPPED: TURNED, SIGN: OTHER_SIGN}
    texts_x, texts_y = table.texts(options.x or ""), table.texts(options.y or "")
    for row in np.flatnonzero((code != PLACE) & (code != MISSING)).tolist():
        kind = int(code[row])
        place = f"{texts_x[row]}, {texts_y[row]}"
        detail = words[kind].format(place=place, other=f"{other_x[row]:g}, {other_y[row]:g}")
        if not options.outside and (kind == OUTSIDE or (proposed[row] and not taken[row])):
            detail += " " + tr("It is left out.")
        state = bool(taken[row]) if proposed[row] else None
        report.append(ReportLine(kinds[kind], row, place, "", "", detail, state))
    x, y = np.where(taken, other_x, x), np.where(taken, other_y, y)
    on_earth = (np.abs(x) <= 180) & (np.abs(y) <= 90) if degrees else np.isfinite(x + y)
    lost = (code == MISSING) | (code == ZERO) | (code == IMPOSSIBLE) | ~on_earth
    if not options.outside:
        lost |= (code == OUTSIDE) | (proposed & ~taken)
    x[lost] = y[lost] = np.nan
    return x, y


def _without_place(
    table: Table, options: AccountOptions, x: np.ndarray, y: np.ndarray, report: Sequence[ReportLine]
) -> list[ReportLine]:
    """Rows without coordinates of which nothing was said yet."""
    told = {line.row for line in report}
    words = tr("There are no coordinates.")
    return [
        ReportLine(NO_PLACE, row, "", "", "", words)
        for row in np.flatnonzero(~np.isfinite(x + y)).tolist()
        if row not in told
    ]


def _by_unit(
    table: Table,
    options: AccountOptions,
    units: UnitPlaces,
    crs: QgsCoordinateReferenceSystem,
    x: np.ndarray,
    y: np.ndarray,
    report: list[ReportLine],
) -> int:
    """Place the rows that have no coordinates at the units that they name; how many."""
    told = {line.row for line in report}
    left_out = {line.row for line in report if line.kind == BEYOND}
    wanting = [row for row in np.flatnonzero(~np.isfinite(x + y)).tolist() if row not in left_out]
    texts = table.texts(options.key or "")
    keys: list[str | None] = [texts[row] for row in wanting]
    fids, unit_keys = units.keys()
    match = match_keys(unit_keys, keys)
    first: dict[int, int] = {}
    for fid, key in zip(fids, match.unit.tolist()):
        first.setdefault(key, fid)
    accepted = [
        (options.zip4 if step == ZIP4 else options.zeros if step == ZEROS else True)
        != (step >= ZIP4 and row in options.flipped)
        for row, step in zip(wanting, match.step.tolist())
    ]
    used = [place for place, key in enumerate(match.row.tolist()) if key >= 0 and accepted[place]]
    points = units.points({first[int(match.row[place])] for place in used}, crs)
    count = 0
    for place, row in enumerate(wanting):
        unit = int(match.row[place])
        line = _key_line(match, place, row, keys[place], accepted[place])
        if unit >= 0 and accepted[place]:
            point = points.get(first[unit])
            if point is None:
                words = tr("Unit {key} has no shape.").format(key=match.keys[unit])
                line = ReportLine(NO_PLACE, row, keys[place] or "", "", match.keys[unit], words)
            else:
                x[row], y[row] = point
                count += 1
        if line is not None and not (keys[place] is None and row in told):
            report.append(line)
    return count


def _key_line(match: KeyMatch, place: int, row: int, key: str | None, accepted: bool) -> ReportLine | None:
    """What to say about how a key was looked up; None where it stands as it is."""
    step, unit = int(match.step[place]), int(match.row[place])
    if key is None:
        return ReportLine(NO_PLACE, row, "", "", "", tr("There are neither coordinates nor a key."))
    if unit < 0:
        if place in match.several:
            words = tr("“{key}” may mean several units: {keys}.")
            shown = words.format(key=key, keys=", ".join(match.several[place]))
            return ReportLine(UNCLEAR, row, key, "", "", shown)
        return ReportLine(NOT_FOUND, row, key, "", "", tr("No unit has the key “{key}”.").format(key=key))
    kinds = {TIDIED: OVERLOOKED, ZIP4: LONG_ZIP, ZEROS: LOST_ZEROS}
    if step not in kinds:
        return None
    words = tr("{key} is taken as {unit}.") if accepted else tr("{key} may mean {unit}.")
    detail = words.format(key=key, unit=match.keys[unit])
    return ReportLine(
        kinds[step], row, key, "", match.keys[unit], detail, accepted if step > TIDIED else None
    )


def _repeated(table: Table) -> list[ReportLine]:
    """Rows that stand in the table more than once, cell by cell."""
    cells = [tuple(map(str, row)) for row in table.rows]
    times = Counter(cells)
    words = tr("The row stands in the table {count} times; each is an account.")
    return [
        ReportLine(REPEATED, row, str(table.rows[row][0] or ""), "", "", words.format(count=times[key]))
        for row, key in enumerate(cells)
        if times[key] > 1
    ]
