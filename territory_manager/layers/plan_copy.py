"""A plan copied into one GeoPackage of its own: tables with all fields and feature ids, styles, settings."""

from __future__ import annotations

import datetime as dt
import os
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from ..translate import tr
from .fields import field as new_field
from .fields import unused_name
from .geopackage import count_rows, create, execute, write_tables
from .journal_table import refuse_changes
from .plan import PlanError
from .plan_store import SCENARIOS, TABLE, TERRITORIES, Store, describe, table_in, used_layers, write_store
from .snapshot import LayerSnapshot
from .writing import WritingError

if TYPE_CHECKING:
    from .session import PlanSession

Progress = "Callable[[float, str], None]"
_RESERVED = (TABLE, TERRITORIES, SCENARIOS, "layer_styles")
#: The table in which QGIS looks for the style of a layer.
_STYLE_COLUMNS = (
    "f_table_catalog",
    "f_table_schema",
    "f_table_name",
    "f_geometry_column",
    "styleName",
    "styleQML",
    "styleSLD",
    "useAsDefault",
    "description",
    "owner",
    "ui",
    # without it QGIS finds no style: it asks for the latest
    "update_time",
)


@dataclass
class _Table:
    key: str
    name: str
    title: str
    source: LayerSnapshot
    own_key: str | None
    style: str
    written: int = 0

    @property
    def geometry_column(self) -> str:
        """As GDAL calls it; empty for tables without geometry."""
        return "" if self.source.wkbType() == QgsWkbTypes.Type.NoGeometry else "geom"


@dataclass
class PlanCopy:
    """A copy that was prepared: `write` it, in any thread, then `finish` it in the main one.

    Nothing is at `path` before the last line of `finish`.
    """

    path: Path
    store: Store
    context: object
    tables: list[_Table] = field(default_factory=list)

    @property
    def part(self) -> Path:
        """What is written, until it is whole."""
        return self.path.with_name(f".{self.path.stem}.part.gpkg")

    def write(
        self, progress: Progress = lambda percent, words: None, cancelled: Callable[[], bool] = lambda: False
    ) -> bool:
        """Write the tables; tells whether it came to its end.

        Raises
        ------
        ValueError
            When the file cannot be written; nothing is left of it then.
        """
        try:
            self._begin()
            total = sum(max(0, table.source.featureCount()) for table in self.tables) or 1
            done = 0
            for table in self.tables:
                for _feature in self._copied(table):
                    done += 1
                    if done % 200 == 0:
                        words = tr("Copying {layer}").format(layer=table.title)
                        progress(100.0 * done / total, words)
                        if cancelled():
                            self.abandon()
                            return False
        except OSError as error:
            self.abandon()
            words = tr("The plan could not be written to {path}: {reason}")
            raise PlanError(words.format(path=self.path, reason=error)) from error
        except WritingError as error:
            self.abandon()
            raise PlanError(str(error)) from error
        return True

    def _begin(self) -> None:
        self.part.unlink(missing_ok=True)
        create(self.part)

    def _copied(self, table: _Table) -> Iterable[QgsFeature]:
        """Writes the features one after the other, under the ids that they have."""
        source = table.source
        fields = QgsFields()
        kept = [place for place, each in enumerate(source.fields()) if each.name() != table.own_key]
        names = [source.fields().at(place).name() for place in kept]
        key = table.own_key or unused_name("fid", names)
        fields.append(new_field(key, "id"))
        for place in kept:
            fields.append(source.fields().at(place))
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.fileEncoding = "GPKG", "UTF-8"
        options.layerName, options.layerOptions = table.name, [f"FID={key}"]
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        kind = source.wkbType()
        if QgsWkbTypes.geometryType(kind) != QgsWkbTypes.GeometryType.PointGeometry:
            kind = QgsWkbTypes.multiType(kind)
        writer = QgsVectorFileWriter.create(
            str(self.part), fields, kind, source.sourceCrs(), self.context, options
        )
        try:
            for feature in source.getFeatures():
                values = feature.attributes()
                written = QgsFeature(fields, feature.id())
                written.setAttributes([feature.id(), *(values[place] for place in kept)])
                written.setGeometry(feature.geometry())
                if not writer.addFeature(written, QgsFeatureSink.Flag.FastInsert):
                    break
                table.written += 1
                yield feature
            if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
                raise WritingError(
                    tr("Layer “{layer}” could not be copied to {path}: {reason}").format(
                        layer=table.title, path=self.path, reason=writer.errorMessage()
                    )
                )
        finally:
            # the writer closes the file when it goes
            del writer

    def finish(self) -> Path:
        """Write styles and settings, and put the file in its place.

        Raises
        ------
        PlanError
        """
        try:
            self._finish_tables()
            write_store(self.part, self.store)
            os.replace(self.part, self.path)
        except (OSError, WritingError) as error:
            self.abandon()
            raise PlanError(
                tr("The plan could not be written to {path}: {reason}").format(path=self.path, reason=error)
            ) from error
        return self.path

    def _finish_tables(self) -> None:
        """Check that all is there, and write what is no feature: styles, and that the journal only grows."""
        counts = count_rows(self.part)
        for table in self.tables:
            if counts.get(table.name) != table.written:
                raise WritingError(tr("The copy {path} cannot be read.").format(path=self.path))
            if table.key == "journal":
                execute(self.part, refuse_changes(table.name))
        kinds = {"useAsDefault": "boolean", "update_time": "datetime"}
        columns = {name: kinds.get(name, "text") for name in _STYLE_COLUMNS}
        now = dt.datetime.now(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        rows = [
            (
                "",
                "",
                table.name,
                table.geometry_column,
                table.name,
                table.style,
                "",
                True,
                table.title,
                "",
                "",
                now,
            )
            for table in self.tables
        ]
        write_tables(self.part, {"layer_styles": (columns, rows)})

    def abandon(self) -> None:
        """Leave nothing behind."""
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                self.part.with_name(self.part.name + ending).unlink(missing_ok=True)


def prepare_copy(
    session: PlanSession,
    path: str | Path,
    *,
    name: str | None = None,
    fresh: bool = False,
    link_units: bool = False,
) -> PlanCopy:
    """Get ready to save a plan as a file.

    Parameters
    ----------
    path : the GeoPackage; one that is there already is replaced
    name : of the plan in the file; default its own
    fresh : another plan than this one, a duplicate
    link_units : leave the units where they are, and keep the way to them relative to the file

    Raises
    ------
    PlanError
        When a layer of the plan has edits that are not saved, or the file is in use.
    """
    path = Path(path).absolute().with_suffix(".gpkg")
    session.flush()
    session.journal.write_waiting()
    layers = used_layers(session)
    for layer in layers.values():
        if layer.isEditable() and layer.isModified():
            words = tr("Layer “{layer}” has edits that are not saved. Save or discard them first.")
            raise PlanError(words.format(layer=layer.name()))
    for layer in session.project().mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and table_in(layer, path):
            words = tr("{path} is in use: the project shows layer “{layer}” of it. Choose another name.")
            raise PlanError(words.format(path=path, layer=layer.name()))
    if link_units and session.layer.providerType() == "memory":
        words = tr("Layer “{layer}” is temporary and cannot be linked. Copy the units into the file.")
        raise PlanError(words.format(layer=session.layer.name()))
    tables, names = [], {}
    for key, layer in layers.items():
        if key == "units" and link_units:
            continue
        names[key] = unused_name(key, [*names.values(), *_RESERVED])
        style = QDomDocument()
        layer.exportNamedStyle(style)
        tables.append(
            _Table(key, names[key], layer.name(), LayerSnapshot(layer), _own_key(layer), style.toString(-1))
        )
    store = describe(session, path, names)
    settings = {**store.settings, "name": name or session.settings.name}
    if fresh:
        settings["plan_id"] = uuid.uuid4().hex
    return PlanCopy(path, replace(store, settings=settings), session.project().transformContext(), tables)


def _own_key(layer: QgsVectorLayer) -> str | None:
    """The field that is the feature id itself, as in a GeoPackage."""
    if layer.providerType() != "ogr" or layer.storageType() != "GPKG":
        return None
    places = layer.primaryKeyAttributes()
    return layer.fields().at(places[0]).name() if len(places) == 1 else None
