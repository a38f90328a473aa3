"""Tables of a GeoPackage through GDAL, as QGIS itself reads and writes it.

Python's own sqlite3 may be another copy of SQLite than GDAL's. Two copies in one process do not know of each
other's locks, and the one that closes a file first takes the write-ahead log away from under the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from osgeo import gdal, ogr

from ..translate import tr

#: Kind of a column → type and subtype of GDAL.
_KINDS = {
    "text": (ogr.OFTString, ogr.OFSTNone),
    "number": (ogr.OFTReal, ogr.OFSTNone),
    "boolean": (ogr.OFTInteger, ogr.OFSTBoolean),
    "datetime": (ogr.OFTDateTime, ogr.OFSTNone),
}


def create(path: Path) -> None:
    """Make an empty GeoPackage.

    Raises
    ------
    OSError
    """
    # so that a folder that cannot be written is named as such
    with path.open("wb"):
        pass
    path.unlink()
    with _Errors():
        made = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        if made is None:
            raise _error()
        del made


def execute(path: str | Path, statements: Iterable[str]) -> None:
    """Run statements of SQL that have no result.

    Raises
    ------
    OSError
    """
    with _Errors():
        file = _open(path, gdal.OF_UPDATE)
        for statement in statements:
            gdal.ErrorReset()
            file.ExecuteSQL(statement)
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise _error()
        del file


def read_table(path: Path, name: str) -> list[dict[str, Any]] | None:
    """Rows of a table; None where the file is no GeoPackage or has no such table.

    Raises
    ------
    OSError
        When there is no such file.
    """
    if not path.is_file():
        raise OSError(tr("There is no file {path}.").format(path=path))
    with _Errors():
        try:
            file = _open(path, gdal.OF_READONLY)
        except OSError:
            return None
        table = file.GetLayerByName(name)
        rows = None if table is None else [feature.items() for feature in table]
        del table, file
        return rows


def count_rows(path: Path) -> dict[str, int]:
    """Table → number of its rows.

    Raises
    ------
    OSError
    """
    with _Errors():
        file = _open(path, gdal.OF_READONLY)
        tables = (file.GetLayer(number) for number in range(file.GetLayerCount()))
        return {table.GetName(): table.GetFeatureCount() for table in tables}


def write_tables(
    path: Path, tables: Mapping[str, tuple[Mapping[str, str], Sequence[Sequence[object]]]]
) -> None:
    """Put tables without geometry in the place of those of the same names; all of them, or none.

    Parameters
    ----------
    tables : name → columns (name → "text", "number", "boolean" or "datetime") and rows

    Raises
    ------
    OSError
    """
    with _Errors():
        file = _open(path, gdal.OF_UPDATE)
        try:
            file.StartTransaction()
            for name, (columns, rows) in tables.items():
                _replace(file, name, columns, rows)
            if file.CommitTransaction() != 0:
                raise _error()
        except (OSError, RuntimeError):
            file.RollbackTransaction()
            raise
        finally:
            # the file is closed when it goes
            file = None


def _replace(file, name: str, columns: Mapping[str, str], rows: Sequence[Sequence[object]]) -> None:
    for number in range(file.GetLayerCount()):
        if file.GetLayer(number).GetName() == name:
            file.DeleteLayer(number)
            break
    table = file.CreateLayer(name, geom_type=ogr.wkbNone)
    if table is None:
        raise _error()
    for column, kind in columns.items():
        type_, subtype = _KINDS[kind]
        definition = ogr.FieldDefn(column, type_)
        definition.SetSubType(subtype)
        if table.CreateField(definition) != 0:
            raise _error()
    for row in rows:
        feature = ogr.Feature(table.GetLayerDefn())
        for place, value in enumerate(row):
            if value is not None:
                feature.SetField(place, int(value) if isinstance(value, bool) else value)
        if table.CreateFeature(feature) != 0:
            raise _error()


def _open(path: str | Path, mode: int):
    file = gdal.OpenEx(str(path), gdal.OF_VECTOR | mode, ["GPKG"])
    if file is None:
        raise _error()
    return file


def _error() -> OSError:
    return OSError(gdal.GetLastErrorMsg() or tr("its source refuses."))


class _Errors:
    """GDAL says nothing on the console, and raises nothing of its own: errors are looked up."""

    def __enter__(self) -> None:
        self._raises = gdal.GetUseExceptions()
        gdal.DontUseExceptions()
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        gdal.ErrorReset()

    def __exit__(self, *_details: object) -> None:
        gdal.PopErrorHandler()
        if self._raises:
            gdal.UseExceptions()
