"""Rows into files that spreadsheets and CRM systems take: CSV, and XLSX with one or more sheets.

Text stays text (leading zeros, formulas guarded), numbers stay numbers. A file is there whole or not at all.
"""

from __future__ import annotations

import csv
import math
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..core.cells import guard, printable
from ..translate import tr
from .nulls import is_null

#: whole numbers above this lose digits in a spreadsheet, which counts in 64-bit floats
_EXACT = 2**53
_MOST_ROWS = 1_048_575
_LONGEST_TEXT = 32_767
_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
# a workbook keeps this name for itself
_RESERVED = "history"
_AT_ONCE = 500


class SheetError(ValueError):
    """A file that could not be written; the text names it, the reason and the remedy."""


def write_csv(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]], *, byte_order_mark: bool = True
) -> None:
    """Write rows as CSV (RFC 4180, UTF-8); all text is in quotes.

    Parameters
    ----------
    byte_order_mark : begin with one, by which Excel knows UTF-8

    Raises
    ------
    SheetError
    """

    def write(part: Path) -> None:
        encoding = "utf-8-sig" if byte_order_mark else "utf-8"
        with part.open("w", encoding=encoding, newline="") as stream:
            writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC)
            writer.writerow([guard(printable(name)) for name in header])
            writer.writerows([_csv_cell(value) for value in row] for row in rows)

    _whole(path, write)


def write_xlsx(
    path: Path,
    header: Sequence[str],
    sheets: Sequence[tuple[str, Sequence[Sequence[Any]]]],
    *,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write sheets with the same columns as one workbook.

    Parameters
    ----------
    sheets : names and rows; the names are made such that a spreadsheet takes them
    cancelled : asked now and then; when it says True, InterruptedError is raised and there is no file

    Raises
    ------
    SheetError
    """
    kinds = [kind_of(row[place] for _, rows in sheets for row in rows) for place in range(len(header))]
    _check(path, header, sheets, kinds)
    names = sheet_names(name for name, _ in sheets)

    def write(part: Path) -> None:
        from osgeo import ogr

        book = ogr.GetDriverByName("XLSX").CreateDataSource(str(part))
        if book is None:
            raise OSError(tr("the folder cannot be written to"))
        page = None
        try:
            for name, (_, rows) in zip(names, sheets):
                page = book.CreateLayer(name)
                for column, kind in zip(header, kinds):
                    page.CreateField(_definition(ogr, guard(printable(column)), kind))
                for number, row in enumerate(rows):
                    if cancelled is not None and number % _AT_ONCE == 0 and cancelled():
                        raise InterruptedError
                    page.CreateFeature(_feature(ogr, page, row, kinds))
        finally:
            # the driver writes when they go, which must be before the folder does
            page = book = None

    _whole(path, write)


def kind_of(values: Iterable[Any]) -> str:
    """What a column holds: "boolean", "integer", "number", "date", "datetime" or "text".

    Whole numbers so long that a spreadsheet would round them are text.
    """
    kinds = set()
    for value in values:
        if is_null(value) or (isinstance(value, float) and not math.isfinite(value)):
            continue
        if isinstance(value, bool):
            kinds.add("boolean")
        elif isinstance(value, int):
            kinds.add("integer" if abs(value) <= _EXACT else "text")
        elif isinstance(value, float):
            kinds.add("number")
        elif isinstance(value, QDateTime):
            kinds.add("datetime")
        elif isinstance(value, QDate):
            kinds.add("date")
        else:
            return "text"
    if kinds == {"integer", "number"}:
        return "number"
    return kinds.pop() if len(kinds) == 1 else "text"


def sheet_names(names: Iterable[str]) -> list[str]:
    """Names as a workbook takes them: at most 31 characters, none forbidden, each once whatever its case."""
    used: set[str] = set()
    made = []
    for name in names:
        plain = _FORBIDDEN.sub("_", printable(name)).strip().strip("'")[:_LONGEST_NAME].strip() or "_"
        if plain.casefold() == _RESERVED:
            plain += "_"
        unique, number = plain, 2
        while unique.casefold() in used:
            ending = f" ({number})"
            unique, number = plain[: _LONGEST_NAME - len(ending)] + ending, number + 1
        used.add(unique.casefold())
        made.append(unique)
    return made


def text_of(value: Any) -> str:
    """A value as text, not yet guarded; empty where it is null."""
    if is_null(value):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (QDate, QDateTime, QTime)):
        return value.toString(Qt.DateFormat.ISODate)
    return printable(str(value))


def _csv_cell(value: Any) -> Any:
    """Numbers as numbers, whole ones without decimals; all else as text that is no formula."""
    if isinstance(value, float):
        if not math.isfinite(value):
            return ""
        return int(value) if value.is_integer() and abs(value) <= _EXACT else value
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return guard(text_of(value)) if isinstance(value, str) else text_of(value)


def _definition(ogr: Any, name: str, kind: str) -> Any:
    types = {
        "text": ogr.OFTString,
        "integer": ogr.OFTInteger64,
        "number": ogr.OFTReal,
        "boolean": ogr.OFTInteger,
        "date": ogr.OFTDate,
        "datetime": ogr.OFTDateTime,
    }
    definition = ogr.FieldDefn(name, types[kind])
    if kind == "boolean":
        definition.SetSubType(ogr.OFSTBoolean)
    return definition


def _feature(ogr: Any, page: Any, row: Sequence[Any], kinds: Sequence[str]) -> Any:
    feature = ogr.Feature(page.GetLayerDefn())
    for place, (value, kind) in enumerate(zip(row, kinds)):
        if is_null(value) or (isinstance(value, float) and not math.isfinite(value)):
            continue
        if kind == "text":
            text = text_of(value)
            feature.SetField(place, guard(text) if isinstance(value, str) else text)
        elif kind in ("date", "datetime"):
            feature.SetField(place, *_moment(value))
        elif kind == "number":
            feature.SetField(place, float(value))
        else:
            feature.SetField(place, int(value))
    return feature


def _moment(value: Any) -> tuple[int, int, int, int, int, float, int]:
    day = value.date() if isinstance(value, QDateTime) else value
    hour, minute, second = 0, 0, 0.0
    if isinstance(value, QDateTime):
        time = value.time()
        hour, minute, second = time.hour(), time.minute(), time.second() + time.msec() / 1000.0
    return day.year(), day.month(), day.day(), hour, minute, second, 0


def _check(
    path: Path,
    header: Sequence[str],
    sheets: Sequence[tuple[str, Sequence[Sequence[Any]]]],
    kinds: Sequence[str],
) -> None:
    """Say what a workbook cannot hold before it is cut off."""
    for name, rows in sheets:
        if len(rows) > _MOST_ROWS:
            raise SheetError(
                tr("{rows} rows are more than a sheet of {file} can hold ({most}). Export as CSV.").format(
                    rows=len(rows), file=path.name, most=_MOST_ROWS
                )
            )
        for place in (place for place, kind in enumerate(kinds) if kind == "text"):
            for number, row in enumerate(rows, start=1):
                if isinstance(row[place], str) and len(row[place]) >= _LONGEST_TEXT:
                    raise SheetError(
                        tr(
                            "Row {row} of sheet “{sheet}” has {length} characters in “{column}”. A cell "
                            "holds {most}. Leave the field out or export as CSV."
                        ).format(
                            row=number,
                            sheet=name,
                            length=len(row[place]),
                            column=header[place],
                            most=_LONGEST_TEXT,
                        )
                    )


def _whole(path: Path, write: Callable[[Path], None]) -> None:
    """Write beside the file, then put it in its place."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".territories-", dir=path.parent) as folder:
            part = Path(folder) / path.name
            write(part)
            os.replace(part, path)
    except InterruptedError:
        raise
    except (OSError, RuntimeError) as error:  # RuntimeError is how GDAL speaks where exceptions are on
        raise SheetError(
            tr(
                "{file} cannot be written ({reason}). Close it in other programs or choose another folder."
            ).format(file=str(path), reason=error)
        ) from error
