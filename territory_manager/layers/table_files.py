"""Tables from files as people send them: CSV in any encoding, XLSX and ODS; every cell as text.

A number in a cell says nothing about what it means (a postal code, a price), so cells stay as they are
written until somebody says what a column is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeatureSource, QgsVectorLayer

from ..core.delimited import detect_encoding, detect_header, detect_separator, told_separator
from ..translate import tr
from .fields import field as new_field
from .fields import unused_name
from .nulls import text_or_none
from .reading import ReadingCancelled

TEXT_FILES = (".csv", ".txt", ".tsv", ".tab")
WORKBOOKS = {".xlsx": "XLSX", ".ods": "ODS"}

_HEAD = 256 * 1024
_AT_ONCE = 2000
#: a row that goes on for so many lines has probably lost a quotation mark
_MOST_LINES = 25
# how ODS cells that hold numbers are handed over
_PADDED = re.compile(r"(-?\d+)\.(\d*?)0{6,}")

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


class TableError(ValueError):
    """A file that cannot be read as a table; the text names it, the reason and the remedy."""


@dataclass(frozen=True)
class TableOptions:
    """How a file is to be read; None where it is to be found out.

    Attributes
    ----------
    encoding, separator : of a text file
    sheet : name of a workbook's sheet; default the largest
    header_row : number of the row with the names of the columns, from 1; 0 for none
    """

    encoding: str | None = None
    separator: str | None = None
    sheet: str | None = None
    header_row: int | None = None


@dataclass
class Table:
    """Rows of cells under names.

    Attributes
    ----------
    name : what messages call it
    columns : the names, each once
    rows : as many cells each as there are columns; None for empty ones
    lines : number of each row in its file (or feature id in its layer), by which people find it
    options : how it was read, nothing open
    sheets : the sheets of a workbook
    remarks : what is odd about the file, in words
    """

    name: str
    columns: list[str]
    rows: list[list[Any]]
    lines: list[int]
    options: TableOptions = field(default_factory=TableOptions)
    sheets: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def values(self, column: str) -> list[Any]:
        """The cells of a column."""
        place = self.place(column)
        return [row[place] for row in self.rows]

    def texts(self, column: str) -> list[str | None]:
        """The cells of a column as text without surrounding blanks, None where there is nothing."""
        return [text_or_none(value) for value in self.values(column)]

    def place(self, column: str) -> int:
        """Position of a column, whatever its case.

        Raises
        ------
        TableError
            There is none of that name.
        """
        if column in self.columns:
            return self.columns.index(column)
        wanted = column.strip().casefold()
        for place, name in enumerate(self.columns):
            if name.casefold() == wanted:
                return place
        raise TableError(
            tr("“{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                layer=self.name, field=column, fields=", ".join(self.columns) or "–"
            )
        )


def is_table_file(path: str | Path) -> bool:
    """Whether a file is one that `read_table` reads, by its ending."""
    ending = Path(path).suffix.lower()
    return ending in TEXT_FILES or ending in WORKBOOKS


def read_table(
    path: str | Path,
    options: TableOptions | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Table:
    """Read a file; it may be called in any thread.

    Raises
    ------
    TableError
        The file is not there, is of another kind, or cannot be read with the options given.
    ReadingCancelled
    """
    path, options = Path(path), options or TableOptions()
    if not path.is_file():
        raise TableError(tr("There is no file {file}.").format(file=str(path)))
    ending = path.suffix.lower()
    if not is_table_file(path):
        raise TableError(
            tr("“{ending}” is no format for a table. Save it as CSV, XLSX or ODS.").format(ending=ending)
        )
    steps = _Steps(progress, cancelled)
    try:
        if ending in WORKBOOKS:
            return _read_workbook(path, options, steps)
        return _read_text(path, options, steps)
    except OSError as error:
        raise TableError(
            tr("{file} cannot be read ({reason}). Close it in other programs, or copy it.").format(
                file=str(path), reason=error.strerror or error
            )
        ) from error


def read_source(
    source: QgsFeatureSource, *, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Table:
    """Read a layer (or a snapshot of one) as a table; cells keep their kinds."""
    steps = _Steps(progress, cancelled)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows, lines = [], []
    for number, feature in enumerate(source.getFeatures(request)):
        steps(number, source.featureCount())
        rows.append(feature.attributes())
        lines.append(feature.id())
    return Table(source.sourceName(), source.fields().names(), rows, lines)


def table_layer(table: Table) -> QgsVectorLayer:
    """A table as a layer in memory, all of it text, for what reads layers."""
    layer = QgsVectorLayer("NoGeometry", table.name, "memory")
    layer.dataProvider().addAttributes([new_field(name, "text") for name in table.columns])
    layer.updateFields()
    features = []
    for row in table.rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(row)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


class _Steps:
    """Progress and cancellation, asked for now and then."""

    def __init__(self, progress: Progress | None, cancelled: Cancelled | None):
        self._progress, self._cancelled = progress, cancelled

    def __call__(self, done: float, of: float) -> None:
        if done % _AT_ONCE:
            return
        if self._cancelled is not None and self._cancelled():
            raise ReadingCancelled
        if self._progress is not None:
            self._progress(100.0 * done / max(of, 1))


# text
def _read_text(path: Path, options: TableOptions, steps: _Steps) -> Table:
    data = path.read_bytes()
    encoding = options.encoding or detect_encoding(data)
    text = _decoded(path, data, encoding)
    told, skipped = told_separator(text)
    separator = options.separator or told or detect_separator(text[:_HEAD])
    remarks: list[str] = []
    if "\0" in text:
        text = text.replace("\0", "")
        remarks.append(tr("The file holds characters of no meaning (NUL), which were left out."))
    rows, lines = _text_rows(path, text[skipped:], separator, 1 if skipped else 0, steps, remarks)
    used = replace(options, encoding=encoding, separator=separator)
    return _with_names(path, rows, lines, used, remarks=remarks)


def _decoded(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except LookupError as error:
        raise TableError(
            tr("There is no encoding “{encoding}”. Choose one such as utf-8 or windows-1252.").format(
                encoding=encoding
            )
        ) from error
    except UnicodeDecodeError as error:
        raise TableError(
            tr(
                "{file} is not written in {encoding}: line {line} is something else. Choose another encoding."
            ).format(file=path.name, encoding=encoding, line=data.count(b"\n", 0, error.start) + 1)
        ) from error


def _text_rows(
    path: Path, text: str, separator: str, line: int, steps: _Steps, remarks: list[str]
) -> tuple[list[list[str]], list[int]]:
    """Cells and line numbers; lines without anything are left out."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    count = text.count("\n")
    rows, lines = [], []
    begins = line + 1
    try:
        for row in reader:
            ends = line + reader.line_num
            if any(cell.strip() for cell in row):
                rows.append(row)
                lines.append(begins)
                if ends - begins > _MOST_LINES:
                    remarks.append(
                        tr("Row {row} goes on to line {line}: a quotation mark may be missing.").format(
                            row=begins, line=ends
                        )
                    )
            begins = ends + 1
            steps(len(rows), count)
    except csv.Error as error:
        raise TableError(
            tr(
                "{file} cannot be read from line {line} on ({reason}): a quotation mark may be missing there."
            ).format(file=path.name, line=begins, reason=error)
        ) from error
    return rows, lines


# workbooks
def _read_workbook(path: Path, options: TableOptions, steps: _Steps) -> Table:
    from osgeo import gdal

    driver = WORKBOOKS[path.suffix.lower()]
    # all cells as text, and no guess at the names: both are ours to decide
    wanted = {f"OGR_{driver}_HEADERS": "DISABLE", f"OGR_{driver}_FIELD_TYPES": "STRING"}
    before = {name: gdal.GetThreadLocalConfigOption(name) for name in wanted}
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        for name, value in wanted.items():
            gdal.SetThreadLocalConfigOption(name, value)
        book = _opened(gdal, path, driver)
        sheets = [book.GetLayer(place).GetName() for place in range(book.GetLayerCount())]
        if not sheets:
            raise TableError(tr("{file} has no sheet.").format(file=path.name))
        sheet = options.sheet if options.sheet is not None else _largest(book, sheets)
        if sheet not in sheets:
            raise TableError(
                tr("{file} has no sheet “{sheet}”. Its sheets are: {sheets}.").format(
                    file=path.name, sheet=sheet, sheets=", ".join(sheets)
                )
            )
        rows, lines = _sheet_rows(book.GetLayer(sheets.index(sheet)), driver, steps)
    finally:
        for name, value in before.items():
            gdal.SetThreadLocalConfigOption(name, value)
        gdal.PopErrorHandler()
        # the workbook is closed before it is opened by others
        book = None
    return _with_names(path, rows, lines, replace(options, sheet=sheet), sheets=sheets)


def _opened(gdal: Any, path: Path, driver: str) -> Any:
    try:
        book = gdal.OpenEx(str(path), gdal.OF_VECTOR, allowed_drivers=[driver])
    except RuntimeError:  # how GDAL speaks where exceptions are on
        book = None
    if book is None:
        raise TableError(
            tr(
                "{file} cannot be read as a workbook. Open it in a spreadsheet and save it as XLSX or ODS."
            ).format(file=path.name)
        )
    return book


def _largest(book: Any, sheets: Sequence[str]) -> str:
    """The sheet with most cells: others hold notes and lists to choose from."""

    def cells(place: int) -> int:
        page = book.GetLayer(place)
        return page.GetFeatureCount() * page.GetLayerDefn().GetFieldCount()

    return sheets[max(range(len(sheets)), key=cells)]


def _sheet_rows(page: Any, driver: str, steps: _Steps) -> tuple[list[list[str | None]], list[int]]:
    count, width = page.GetFeatureCount(), page.GetLayerDefn().GetFieldCount()
    rows, lines = [], []
    for number, feature in enumerate(page):
        steps(number, count)
        row = [
            feature.GetFieldAsString(place) if feature.IsFieldSetAndNotNull(place) else None
            for place in range(width)
        ]
        if any(cell and cell.strip() for cell in row):
            rows.append([_as_shown(cell) for cell in row] if driver == "ODS" else row)
            lines.append(feature.GetFID())
    return rows, lines


def _as_shown(cell: str | None) -> str | None:
    padded = _PADDED.fullmatch(cell) if cell else None
    if padded is None:
        return cell
    return f"{padded.group(1)}.{padded.group(2)}" if padded.group(2) else padded.group(1)


# names
def _with_names(
    path: Path,
    rows: list[list[Any]],
    lines: list[int],
    options: TableOptions,
    *,
    sheets: Iterable[str] = (),
    remarks: Iterable[str] = (),
) -> Table:
    """Rows under the names that stand in one of them."""
    if not rows:
        raise TableError(tr("{file} has no rows.").format(file=path.name))
    header = options.header_row
    if header is None:
        found = detect_header(rows[:60])
        header = lines[found - 1] if found else 0
    named: list[Any] = []
    first = 0
    if header:
        first = next((place for place, line in enumerate(lines) if line >= header), len(rows))
        if first == len(rows) or lines[first] != header:
            raise TableError(
                tr(
                    "Row {row} of {file} is empty or not there. Choose the row with the names of the columns."
                ).format(row=header, file=path.name)
            )
        named = rows[first]
        first += 1
    body, numbers = rows[first:], lines[first:]
    width = max([len(named), *(len(row) for row in body)])
    remarks = list(remarks)
    if named:
        longer = [line for row, line in zip(body, numbers) if any(cell for cell in row[len(named) :])]
        if longer:
            remarks.append(
                tr("Rows with more cells than there are columns: {count}, row {row} first.").format(
                    count=len(longer), row=longer[0]
                )
            )
    return Table(
        name=path.name,
        columns=list(_column_names(named, width)),
        rows=[[cell if cell else None for cell in row] + [None] * (width - len(row)) for row in body],
        lines=numbers,
        options=replace(options, header_row=header),
        sheets=list(sheets),
        remarks=remarks,
    )


def _column_names(named: Sequence[Any], width: int) -> Iterator[str]:
    """The names; what has none is called by its number, and every name is given once."""
    taken: list[str] = []
    for place in range(width):
        wanted = (text_or_none(named[place]) if place < len(named) else None) or tr("Column {number}").format(
            number=place + 1
        )
        taken.append(unused_name(" ".join(wanted.split()), taken))
        yield taken[-1]
