"""The statistics table as a file (CSV, XLSX, ODS) or as text for the clipboard."""

from __future__ import annotations

import math
from pathlib import Path

from qgis.core import QgsCoordinateTransformContext, QgsFeature, QgsVectorFileWriter, QgsVectorLayer

from ..layers.fields import field
from ..translate import tr

FORMATS = {".xlsx": "XLSX", ".ods": "ODS", ".csv": "CSV"}
_WHOLE = frozenset({"units", "pieces"})


def file_filter() -> str:
    """The formats, as a file dialog asks for them."""
    return ";;".join(
        [
            tr("Excel workbook (*.xlsx)"),
            tr("Comma separated values (*.csv)"),
            tr("OpenDocument spreadsheet (*.ods)"),
        ]
    )


def plain_rows(frame) -> tuple[list[str], list[list]]:
    """Column names and rows of a statistics table, missing values as None."""
    names = [str(name) for name in frame.columns]
    columns = [[_plain(value) for value in frame[name].tolist()] for name in frame.columns]
    return names, [list(row) for row in zip(*columns)]


def as_text(frame) -> str:
    """Tab separated, as spreadsheets paste it, numbers in full."""
    names, rows = plain_rows(frame)
    lines = ["\t".join(names)]
    lines += ["\t".join("" if value is None else str(value) for value in row) for row in rows]
    return "\n".join(lines)


def write(frame, path: str) -> str:
    """Writes the statistics table; the format follows the file's ending, xlsx where it has none.

    Returns
    -------
    The path that was written.

    Raises
    ------
    ValueError
        When the format is unknown or the file cannot be written; the message names it.
    """
    target = Path(path)
    if not target.suffix:
        target = target.with_suffix(".xlsx")
    driver = FORMATS.get(target.suffix.lower())
    if driver is None:
        raise ValueError(
            tr("“{ending}” is no format for a table. Choose xlsx, ods or csv.").format(ending=target.suffix)
        )
    names, rows = plain_rows(frame)
    table = QgsVectorLayer("NoGeometry", target.stem, "memory")
    kinds = {}
    for position, name in enumerate(names):
        kinds[position] = _kind(name, [row[position] for row in rows])
    table.dataProvider().addAttributes([field(name, kinds[position]) for position, name in enumerate(names)])
    table.updateFields()
    features = []
    for row in rows:
        feature = QgsFeature(table.fields())
        feature.setAttributes(
            [int(v) if kinds[i] == "count" and v is not None else v for i, v in enumerate(row)]
        )
        features.append(feature)
    table.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.fileEncoding = "UTF-8"
    options.layerName = "territories"
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        table, str(target), QgsCoordinateTransformContext(), options
    )
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise ValueError(
            tr(
                "{file} cannot be written ({reason}). Close it in other programs or choose another folder."
            ).format(file=str(target), reason=message)
        )
    return str(target)


def _kind(name, values):
    known = [value for value in values if value is not None]
    if name in _WHOLE:
        return "count"
    if known and all(isinstance(value, bool) for value in known):
        # spreadsheets differ in what they make of a boolean; everybody reads a word
        return "text"
    if any(isinstance(value, str) for value in known):
        return "text"
    return "number"


def _plain(value):
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    return value.item() if hasattr(value, "item") else value
