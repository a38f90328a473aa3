"""The plan's own tables, in one GeoPackage beside the units, shown as ordinary layers of the project."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsField, QgsProject, QgsProviderRegistry, QgsVectorFileWriter, QgsVectorLayer

from ..translate import tr
from .fields import unused_name
from .writing import WritingError

if TYPE_CHECKING:
    from .session import PlanSession


def plan_path(session: PlanSession) -> Path | None:
    """The GeoPackage with the plan's own tables, whether it is there yet or not.

    The one that the settings name; else one of the plan's own in the folder of the units, or in that of the
    project. None where there is neither: tables are then kept in memory, as QGIS's own temporary layers.
    """
    project = session.project()
    if session.settings.plan_file:
        return Path(project.pathResolver().readPath(session.settings.plan_file))
    parts = QgsProviderRegistry.instance().decodeUri(session.layer.providerType(), session.layer.source())
    source = parts.get("path") or ""
    folder = Path(source).parent if source and Path(source).is_file() else Path(project.absolutePath() or "")
    if folder == Path() or not folder.is_dir():
        return None
    stem = re.sub(r"[^\w-]+", "_", session.settings.name).strip("_") or "plan"
    names = (f"{stem}_plan{number}.gpkg" for number in ("", *(f"_{n}" for n in range(2, 1000))))
    return next((folder / name for name in names if not (folder / name).exists()), None)


def add_table(
    session: PlanSession,
    name: str,
    title: str,
    fields: Iterable[QgsField],
    geometry: str = "NoGeometry",
    path: Path | None = None,
) -> QgsVectorLayer:
    """Make a table of the plan and return it as a layer that is not in the project yet.

    The settings remember the GeoPackage, so that all tables of a plan come into the same one.

    Parameters
    ----------
    session : PlanSession
    name : of the table; where the GeoPackage has one of that name, another one is made
    title : of the layer
    fields : of the table
    geometry : ``NoGeometry``, ``Point``, ``LineString``, …; in the CRS of the units
    path : GeoPackage; default the plan's own, see `plan_path`

    Raises
    ------
    WritingError
        When the GeoPackage cannot be written.
    """
    project = session.project()
    memory = QgsVectorLayer(geometry, title, "memory")
    if geometry != "NoGeometry":
        memory.setCrs(session.layer.crs())
    memory.dataProvider().addAttributes(list(fields))
    memory.updateFields()
    path = path or plan_path(session)
    if path is None:
        return memory
    layer = _written(memory, path, name, project)
    remember_file(session, path)
    return layer


def remember_file(session: PlanSession, path: Path) -> None:
    """Keep in the settings where the plan's tables are, relative to the project where that can be."""
    session.settings.plan_file = session.project().pathResolver().writePath(str(path))
    session.store()


def _written(memory: QgsVectorLayer, path: Path, name: str, project: QgsProject) -> QgsVectorLayer:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = name
    if path.exists():
        taken = [table.name() for table in QgsProviderRegistry.instance().querySublayers(str(path))]
        options.layerName = unused_name(name, taken)
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
        memory, str(path), project.transformContext(), options
    )
    layer = QgsVectorLayer(f"{path}|layername={options.layerName}", memory.name(), "ogr")
    if outcome[0] != QgsVectorFileWriter.WriterError.NoError or not layer.isValid():
        words = tr("The table “{name}” of the plan could not be written to {path}: {reason}")
        raise WritingError(words.format(name=memory.name(), path=path, reason=outcome[1]))
    return layer
