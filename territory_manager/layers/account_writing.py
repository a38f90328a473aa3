"""Imported accounts as features, and as a point layer in a GeoPackage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProviderRegistry,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..translate import tr
from .account_import import NUMBER, Accounts
from .fields import field as new_field
from .fields import unused_name
from .nulls import text_or_none
from .reading import ReadingCancelled
from .writing import WritingError

if TYPE_CHECKING:
    from .session import PlanSession

_AT_ONCE = 500
#: whole numbers up to here are kept exactly by every reader of a GeoPackage
_EXACT = 2**53


def account_fields(accounts: Accounts) -> QgsFields:
    """A field for every column: text, whole numbers or numbers."""
    fields = QgsFields()
    for column, kind in accounts.kinds.items():
        wanted = "text"
        if kind == NUMBER:
            values = accounts.amounts[column]
            known = values[np.isfinite(values)]
            whole = len(known) and (known == np.round(known)).all() and (np.abs(known) < _EXACT).all()
            wanted = "id" if whole else "number"
        fields.append(new_field(unused_name(column, fields.names()), wanted))
    return fields


def account_features(accounts: Accounts, fields: QgsFields) -> Iterator[QgsFeature]:
    """The accounts that have a place, in the order of their rows."""
    places = [accounts.table.place(column) for column in accounts.kinds]
    columns = []
    for column, kind in accounts.kinds.items():
        values = accounts.amounts[column].tolist() if kind == NUMBER else None
        columns.append(values)
    exact = [fields.at(number).type() == new_field("", "id").type() for number in range(fields.count())]
    for row in accounts.placed.tolist():
        cells = accounts.table.rows[row]
        attributes: list[object] = []
        for place, values, is_whole in zip(places, columns, exact):
            if values is None:
                attributes.append(text_or_none(cells[place]))
            elif values[row] != values[row]:
                attributes.append(None)
            else:
                attributes.append(int(values[row]) if is_whole else values[row])
        feature = QgsFeature(fields)
        feature.setAttributes(attributes)
        point = QgsPointXY(float(accounts.x[row]), float(accounts.y[row]))
        feature.setGeometry(QgsGeometry.fromPointXY(point))
        yield feature


def write_accounts(
    accounts: Accounts,
    path: str | Path,
    name: str,
    context: QgsCoordinateTransformContext | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> str:
    """Write the accounts into a GeoPackage; nothing in it is overwritten. It may be called in any thread.

    Returns
    -------
    The source of the new layer, as QGIS opens it.

    Raises
    ------
    WritingError
    ReadingCancelled
        What was written is taken away again.
    """
    path = Path(path).with_suffix(".gpkg")
    was_there = path.exists()
    fields = account_fields(accounts)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.fileEncoding = "UTF-8"
    options.layerName = name
    if was_there:
        taken = [table.name() for table in QgsProviderRegistry.instance().querySublayers(str(path))]
        options.layerName = unused_name(name, taken)
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    if fields.lookupField("fid") >= 0:
        options.layerOptions = ["FID=" + unused_name("feature_id", fields.names())]
    writer = QgsVectorFileWriter.create(
        str(path),
        fields,
        QgsWkbTypes.Type.Point,
        accounts.crs,
        context or QgsCoordinateTransformContext(),
        options,
    )
    words = tr("{path} cannot be written ({reason}). Close it in other programs, or choose another file.")
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        reason = writer.errorMessage()
        del writer
        raise WritingError(words.format(path=path, reason=reason))
    stopped = False
    count = max(1, len(accounts.placed))
    for number, feature in enumerate(account_features(accounts, fields)):
        if number % _AT_ONCE == 0:
            if cancelled is not None and cancelled():
                stopped = True
                break
            if progress is not None:
                progress(100.0 * number / count)
        if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            break
    failed = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
    reason = writer.errorMessage()
    # the file is complete when the writer is gone
    del writer
    if stopped or failed:
        _take_away(path, options.layerName, was_there)
        if stopped:
            raise ReadingCancelled
        raise WritingError(words.format(path=path, reason=reason))
    return f"{path}|layername={options.layerName}"


def style_accounts(layer: QgsVectorLayer) -> None:
    """Small dots: thousands of accounts must leave the territories below them to be seen."""
    symbol = QgsMarkerSymbol.createSimple(
        {
            "name": "circle",
            "color": "60,60,60,170",
            "size": "1.2",
            "outline_color": "#ffffff",
            "outline_width": "0.1",
        }
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def use_accounts(session: PlanSession, layer: QgsVectorLayer, fields: list[str]) -> list[str]:
    """Let a plan count and sum accounts, beside the fields that it balances; returns the new measures.

    Parameters
    ----------
    fields : what of them to balance: `plan.COUNT` for their number, or fields to sum
    """
    from .account_measures import measure_names

    settings = session.settings
    session.flush()
    kept = settings.field_measures
    weights = dict(zip(settings.measures, settings.weights or ()))
    counted = measure_names(fields, session.layer.fields().names())
    settings.accounts_layer = layer.id()
    settings.account_measures = dict(counted)
    settings.measures = (*kept, *counted)
    if settings.weights is not None:
        usual = sum(weights.values()) / max(1, len(weights)) or 1.0
        settings.weights = tuple(weights.get(name, usual) for name in settings.measures)
    session.followers.accounts.restart()
    session.set_measures(settings.measures, settings.weights)
    return list(counted)


def _take_away(path: Path, name: str, was_there: bool) -> None:
    if not was_there:
        path.unlink(missing_ok=True)
        return
    from osgeo import ogr

    book = ogr.Open(str(path), 1)
    for place in range(book.GetLayerCount() if book is not None else 0):
        if book.GetLayer(place).GetName() == name:
            book.DeleteLayer(place)
            break
