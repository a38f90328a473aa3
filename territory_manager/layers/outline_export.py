"""The outlines of a plan's territories as a file: GeoPackage or GeoJSON, with the statistics of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ..core.boundaries import boundaries
from ..core.geos import shapely
from ..core.units import Units
from ..translate import tr
from .fields import append, unused_name
from .plan_export import contacts_of
from .writing import WritingError

if TYPE_CHECKING:
    from .session import PlanSession

#: ending → name of the driver of files with outlines
MAPS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}


class Outlines:
    """The outlines of a plan's territories; made in the main thread, written in any.

    Parameters
    ----------
    session : PlanSession
    """

    def __init__(self, session: PlanSession):
        table = session.statistics()
        self._rows = table[table["territory"].notna()]
        self._units: Units = session.alignment.units
        self._labels = session.alignment.labels.copy()
        self._names = list(session.alignment.territories)
        self._crs, self._own_crs = session.crs, session.layer.crs()
        self._colors = dict(session.colors)
        self._emails = contacts_of(session, self._names).details.get("email", {})

    def write(
        self,
        path: Path,
        fields: QgsFields,
        context: QgsCoordinateTransformContext | None = None,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> int:
        """Write them as GeoPackage or GeoJSON, as the file's name ends; returns how many.

        Parameters
        ----------
        fields : those of the statistics table

        Raises
        ------
        WritingError
        InterruptedError
            Cancelled; nothing is written.
        """
        driver = MAPS.get(path.suffix.lower())
        if driver is None:
            raise WritingError(
                tr("“{ending}” is no format for boundaries. Choose gpkg or geojson.").format(
                    ending=path.suffix
                )
            )
        target = QgsCoordinateReferenceSystem("EPSG:4326") if driver == "GeoJSON" else self._own_crs
        if driver == "GeoJSON" and not self._own_crs.isValid():
            raise WritingError(
                tr("GeoJSON needs degrees, but the units have no CRS. Set it, or choose gpkg.")
            )
        fields = QgsFields(fields)
        append(fields, "email", "text")
        append(fields, "color", "text")
        place = {name: label for label, name in enumerate(self._names)}
        order = [place[name] for name in self._rows["territory"]]
        shapes = boundaries(self._units, self._labels, len(self._names), cancelled=cancelled)
        if progress is not None:
            progress(70)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = driver
        options.layerName = "territories"
        options.fileEncoding = "UTF-8"
        if driver == "GeoJSON":
            options.layerOptions = ["RFC7946=YES", "COORDINATE_PRECISION=6"]
        elif path.exists():
            taken = [sub.name() for sub in QgsProviderRegistry.instance().querySublayers(str(path))]
            options.layerName = unused_name(options.layerName, taken)
            options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        context = context or QgsCoordinateTransformContext()
        writer = QgsVectorFileWriter.create(
            str(path), fields, QgsWkbTypes.Type.MultiPolygon, target, context, options
        )
        failed = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
        if not failed:
            rows = zip(self._rows.itertuples(index=False, name=None), shapes[order])
            extra = {name: (self._emails.get(name), self._colors.get(name)) for name in self._names}
            for feature in outline_features(fields, rows, self._crs, target, context, extra):
                writer.addFeature(feature)
            failed = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
        reason = writer.errorMessage()
        # the file is complete when the writer is gone
        del writer
        if failed:
            words = tr("{path} cannot be written ({reason}). Close it elsewhere, or choose another file.")
            raise WritingError(words.format(path=path, reason=reason))
        return len(order)


def outline_features(
    fields: QgsFields,
    rows: Any,
    metric: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    extra: Mapping[str, Sequence[Any]],
) -> Iterator[QgsFeature]:
    """Outlines as features: a row of the statistics table each, what is *extra* about its territory, and the
    shape, which comes in the CRS of the units."""
    back = None
    if metric != target and metric.isValid() and target.isValid():
        back = QgsCoordinateTransform(metric, target, context)
        back.setBallparkTransformsAreAppropriate(True)
    for row, outline in rows:
        feature = QgsFeature(fields)
        feature.setAttributes([_plain(value) for value in (*row, *extra.get(row[0], ()))])
        if outline is not None:
            geometry = QgsGeometry()
            # said outright: inside QGIS shapely may meet an older GEOS, which refuses shapely's own default
            geometry.fromWkb(shapely.to_wkb(outline, output_dimension=2))
            if back is not None:
                geometry.transform(back)
            feature.setGeometry(geometry)
        yield feature


def _plain(value: Any) -> Any:
    value = value.item() if hasattr(value, "item") else value
    return None if isinstance(value, float) and not np.isfinite(value) else value
