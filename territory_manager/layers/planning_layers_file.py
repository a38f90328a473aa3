"""Makes the layers in which a plan's seeds, barriers and bridges are drawn."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..translate import tr
from .fields import field
from .plan_tables import add_table
from .planning_layers import BARRIERS, BRIDGES, KINDS, NAME_FIELD, SEED_FIELD, SEEDS

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
        GeoPackage to make; default the plan's own, see `plan_tables.plan_path`.

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
    titles = {SEEDS: tr("Seeds"), BARRIERS: tr("Barriers"), BRIDGES: tr("Bridges")}
    for kind in missing:
        name = field(_FIELDS[kind], "text")
        name.setLength(80)
        layer = add_table(
            session, kind, titles[kind], [name], _SHAPES[kind], Path(path) if path is not None else None
        )
        _style(layer, kind)
        layers[kind] = layer
    project.addMapLayers([layers[kind] for kind in missing])
    planning.use(layers)
    return layers


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
