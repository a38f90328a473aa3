"""The journal as a table: made, found, appended to, read. Nothing in it is ever changed or deleted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.history import COLUMNS
from ..translate import tr
from .fields import field
from .geopackage import execute
from .nulls import is_null
from .plan_tables import add_table
from .reading import ReadingError
from .writing import WritingError

if TYPE_CHECKING:
    import pandas as pd

    from .session import PlanSession

TABLE = "journal"


def find_table(session: PlanSession) -> QgsVectorLayer | None:
    """The plan's journal: the layer of the project, or the table where the project does not show it."""
    settings, project = session.settings, session.project()
    shown = project.mapLayer(settings.journal_layer) if settings.journal_layer else None
    if isinstance(shown, QgsVectorLayer) and shown.isValid() and is_journal(shown):
        return shown
    if not settings.plan_file or not settings.journal_layer:
        return None
    path = Path(project.pathResolver().readPath(settings.plan_file))
    if not path.is_file():
        return None
    names = [table.name() for table in QgsProviderRegistry.instance().querySublayers(str(path))]
    for name in sorted((name for name in names if name.startswith(TABLE)), key=len):
        layer = QgsVectorLayer(f"{path}|layername={name}", tr("Journal"), "ogr")
        if layer.isValid() and is_journal(layer):
            layer.setReadOnly(True)
            return layer
    return None


def is_journal(source: QgsFeatureSource) -> bool:
    """Whether a table has a journal's columns."""
    return set(COLUMNS) <= set(source.fields().names())


def make_table(session: PlanSession) -> QgsVectorLayer:
    """Make the journal in the plan's GeoPackage, show it in the project, and return it.

    Raises
    ------
    WritingError
    """
    columns = [field(name, "id" if name == "unit_id" else "text") for name in COLUMNS]
    layer = add_table(session, TABLE, tr("Journal"), columns)
    protect(layer)
    layer.setReadOnly(True)
    project = session.project()
    project.addMapLayer(layer, False)
    project.layerTreeRoot().addLayer(layer)
    session.settings.journal_layer = layer.id()
    session.store()
    return layer


def protect(layer: QgsVectorLayer) -> None:
    """Let the GeoPackage itself refuse to change or delete what is in a table.

    Raises
    ------
    WritingError
    """
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    try:
        execute(parts["path"], refuse_changes(parts["layerName"]))
    except OSError as error:
        raise WritingError(
            tr("The table “{name}” of the plan could not be written to {path}: {reason}").format(
                name=layer.name(), path=parts["path"], reason=error
            )
        ) from error


def refuse_changes(table: str) -> list[str]:
    """Statements after which a table takes new rows only."""
    name = table.replace('"', '""')
    words = tr("The journal is append-only.").replace("'", "''")
    return [
        f'CREATE TRIGGER IF NOT EXISTS "{name}_no_{action.lower()}" BEFORE {action} '
        f"""ON "{name}" BEGIN SELECT RAISE(ABORT, '{words}'); END"""
        for action in ("UPDATE", "DELETE")
    ]


def append(layer: QgsVectorLayer, rows: Iterable[Sequence[object]]) -> None:
    """Add rows with the values of `COLUMNS`; all of them, or none.

    Raises
    ------
    WritingError
    """
    provider = layer.dataProvider()
    fields = provider.fields()
    places = [fields.lookupField(name) for name in COLUMNS]
    features = []
    empty: list[object] = [None] * len(fields)
    for row in rows:
        values = empty.copy()
        for place, value in zip(places, row):
            values[place] = value
        feature = QgsFeature()
        feature.setAttributes(values)
        features.append(feature)
    done = provider.addFeatures(features, QgsFeatureSink.Flag.FastInsert)
    if not (done[0] if isinstance(done, tuple) else done):
        reason = provider.error().message() or "; ".join(provider.errors()) or tr("its source refuses.")
        provider.clearErrors()
        raise WritingError(
            tr("The journal could not be written to {path}: {reason}").format(
                path=layer.source().split("|")[0], reason=reason
            )
        )
    layer.triggerRepaint()


def read(source: QgsFeatureSource) -> pd.DataFrame:
    """All rows in the order in which they were written; what is empty is ``None``.

    Raises
    ------
    ReadingError
        When it is no journal.
    """
    import pandas as pd

    fields = source.fields()
    missing = [name for name in COLUMNS if fields.lookupField(name) < 0]
    if missing:
        raise ReadingError(
            tr("“{layer}” is no journal: it has no field “{field}”.").format(
                layer=source.sourceName(), field=missing[0]
            )
        )
    places = [fields.lookupField(name) for name in COLUMNS]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows = []
    for feature in source.getFeatures(request):
        values = feature.attributes()
        rows.append((feature.id(), *(None if is_null(values[place]) else values[place] for place in places)))
    rows.sort(key=lambda row: row[0])
    return pd.DataFrame([row[1:] for row in rows], columns=list(COLUMNS), dtype=object)
