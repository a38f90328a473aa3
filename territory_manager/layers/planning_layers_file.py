"""Makes the layers in which a plan's seeds, barriers and bridges are drawn."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..translate import tr
from .planning_layers import BARRIERS, BRIDGES, KINDS, NAME_FIELD, SEED_FIELD, SEEDS
from .writing import WritingError

if TYPE_CHECKING:
    from .session import PlanSession

_SHAPES = {SEEDS: "Point", BARRIERS: "LineString", BRIDGES: "LineString"}
_FIELDS = {SEEDS: SEED_FIELD, BARRIERS: NAME_FIELD, BRIDGES: NAME_FIELD}


def add_planning_layers(
    session: PlanSession, project: QgsProject, path: str | Path | None = None
) -> dict[str, QgsVectorLayer]:
    """Add the planning layers to the project and let the plan use them; those it has already stay.

    Parameters
    ----------
    session : PlanSession
    project : QgsProject
    path : str or Path, optional
        GeoPackage to make; default one beside the units, or in the project's folder. Where there is neither,
        the layers are in memory only, as QGIS's own temporary layers.

    Returns
    -------
    ``seeds``, ``barriers`` and ``bridges`` → layer.

    Raises
    ------
    WritingError
        When the GeoPackage cannot be written.
    """
    planning = session.followers.planning
    layers = {kind: planning.layer(kind) for kind in KINDS}
    missing = [kind for kind in KINDS if layers[kind] is None]
    if not missing:
        return layers
    path = Path(path) if path is not None else _beside(session, project)
    titles = {SEEDS: tr("Seeds"), BARRIERS: tr("Barriers"), BRIDGES: tr("Bridges")}
    for kind in missing:
        layer = QgsVectorLayer(f"{_SHAPES[kind]}?field={_FIELDS[kind]}:string(80)", titles[kind], "memory")
        layer.setCrs(session.layer.crs())
        if path is not None:
            layer = _kept(layer, path, kind, project)
        _style(layer, kind)
        layers[kind] = layer
    project.addMapLayers([layers[kind] for kind in missing])
    planning.use(layers)
    return layers


def _beside(session: PlanSession, project: QgsProject) -> Path | None:
    """A file of no one else's in the folder of the units, or in that of the project."""
    parts = QgsProviderRegistry.instance().decodeUri(session.layer.providerType(), session.layer.source())
    source = parts.get("path") or ""
    folder = Path(source).parent if source and Path(source).is_file() else Path(project.absolutePath() or "")
    if folder == Path() or not folder.is_dir():
        return None
    stem = re.sub(r"[^\w-]+", "_", session.settings.name).strip("_") or "plan"
    names = (f"{stem}_planning{number}.gpkg" for number in ("", *(f"_{n}" for n in range(2, 1000))))
    return next((folder / name for name in names if not (folder / name).exists()), None)


def _kept(memory: QgsVectorLayer, path: Path, kind: str, project: QgsProject) -> QgsVectorLayer:
    """The layer as a table of a GeoPackage, which is made where it is not there."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = kind
    if path.exists():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    outcome = QgsVectorFileWriter.writeAsVectorFormatV3(
        memory, str(path), project.transformContext(), options
    )
    layer = QgsVectorLayer(f"{path}|layername={kind}", memory.name(), "ogr")
    if outcome[0] != QgsVectorFileWriter.WriterError.NoError or not layer.isValid():
        words = tr("The planning layers could not be written to {path}: {reason}")
        raise WritingError(words.format(path=path, reason=outcome[1]))
    return layer


def _style(layer: QgsVectorLayer, kind: str) -> None:
    """Told apart at a glance and above any colour of a territory: white stars, red walls, dashed links."""
    if kind == SEEDS:
        symbol = QgsMarkerSymbol.createSimple(
            {
                "name": "star",
                "color": "#ffffff",
                "size": "5",
                "outline_color": "#1a1a1a",
                "outline_width": "0.5",
            }
        )
    elif kind == BARRIERS:
        symbol = QgsLineSymbol.createSimple(
            {"color": "#b2182b", "width": "1.1", "capstyle": "round", "joinstyle": "round"}
        )
    else:
        symbol = QgsLineSymbol.createSimple(
            {"color": "#1a1a1a", "width": "0.9", "line_style": "dash", "capstyle": "round"}
        )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    _label(layer, _FIELDS[kind])


def _label(layer: QgsVectorLayer, field: str) -> None:
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setColor(QColor("#ffffff"))
    text = QgsTextFormat()
    text.setSize(8)
    text.setColor(QColor("#1a1a1a"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
