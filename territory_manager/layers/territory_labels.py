"""One label for each territory on the map, at the unit nearest its middle."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qgis.core import (
    QgsExpression,
    QgsLabelObstacleSettings,
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..core.alignment import Alignment
from ..translate import tr
from .theme_coding import in_expressions

#: What a label says.
NONE, NAME, NUMBER, REP = "none", "name", "number", "rep"
LABELS = (NONE, NAME, NUMBER, REP)

_SIZE = 10.0
_MINUS = "\u2212"


def title_of(labels: str) -> str:
    """What a choice of labels is called."""
    return {
        NONE: tr("No Labels"),
        NAME: tr("Name"),
        NUMBER: tr("Name and Deviation"),
        REP: tr("Name, Rep and Deviation"),
    }[labels]


def signed(percent: float, tolerance: float) -> str:
    """A deviation with its sign: +4 %, −0.6 %."""
    decimals = 0 if tolerance >= 2 else 1
    text = f"{abs(percent):.{decimals}f}"
    sign = "" if float(text) == 0 else "+" if percent > 0 else _MINUS
    return f"{sign}{text}\u00a0%"


def anchors(alignment: Alignment) -> dict[str, int]:
    """Territory → feature id of its unit nearest to the mean of all, weighted with their areas.

    No border is computed, so that labels cost next to nothing however many units there are.
    """
    units, labels, k = alignment.units, alignment.labels, alignment.k
    usable = np.flatnonzero((labels >= 0) & np.isfinite(units.xy).all(axis=1))
    if not len(usable):
        return {}
    label, xy = labels[usable], units.xy[usable]
    weight = np.ones(len(usable)) if units.is_points else np.maximum(units.areas[usable], 1e-9)
    whole = np.bincount(label, weight, k)
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = np.column_stack([np.bincount(label, weight * xy[:, axis], k) / whole for axis in (0, 1)])
    away = np.hypot(*(xy - middle[label]).T)
    order = np.lexsort((away, label))
    first = order[np.unique(label[order], return_index=True)[1]]
    ids = units.ids[usable[first]].tolist()
    return {alignment.territories[one]: fid for one, fid in zip(label[first].tolist(), ids)}


def labeling(layer: QgsVectorLayer, texts: Mapping[int, str]) -> QgsRuleBasedLabeling:
    """Labels on these features only; it needs no plugin to be drawn, in layouts too.

    Parameters
    ----------
    layer : units, or the polygons of drawn territories
    texts : feature id → label
    """
    quoted = QgsExpression.quotedString
    by_id = {one: text for fid, text in texts.items() for one in in_expressions(fid)}
    pairs = ",".join(f"{quoted(str(fid))},{quoted(text)}" for fid, text in by_id.items())
    known = f"map_get(map({pairs}),to_string($id))" if pairs else "NULL"
    settings = QgsPalLayerSettings()
    settings.fieldName = known
    settings.isExpression = True
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    if layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
        settings.placement = QgsPalLayerSettings.Placement.OverPoint
        settings.geometryGeneratorEnabled = True
        settings.geometryGenerator = "point_on_surface($geometry)"
        settings.geometryGeneratorType = QgsWkbTypes.GeometryType.PointGeometry
    else:
        settings.placement = QgsPalLayerSettings.Placement.OverPoint
    settings.quadOffset = QgsPalLayerSettings.QuadrantPosition.QuadrantOver
    settings.priority = 10
    obstacles = QgsLabelObstacleSettings()
    obstacles.setIsObstacle(False)
    settings.setObstacleSettings(obstacles)
    settings.setFormat(_format())
    root = QgsRuleBasedLabeling.Rule(None)
    rule = QgsRuleBasedLabeling.Rule(settings, 0, 0, f"{known} IS NOT NULL", tr("Territories"))
    root.appendChild(rule)
    return QgsRuleBasedLabeling(root)


def _format() -> QgsTextFormat:
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.9)
    halo.setColor(QColor("#ffffff"))
    text = QgsTextFormat()
    text.setColor(QColor("#1f1f1f"))
    text.setSize(_SIZE)
    font = text.font()
    font.setBold(True)
    text.setFont(font)
    text.setNamedStyle("Bold")
    text.setBuffer(halo)
    return text
