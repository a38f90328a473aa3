"""A layer with the borders of a plan's levels: the units of each group put together, higher ones thicker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..core.boundaries import boundaries
from ..core.geos import shapely
from ..translate import tr
from .fields import field
from .plan import PlanError
from .plan_tables import add_table
from .writing import WritingError

if TYPE_CHECKING:
    from .session import PlanSession

#: Custom property of the layer: the plan whose borders it shows.
PROPERTY = "territory_manager/level_borders"
_FIELDS = (("name", "text"), ("level", "text"), ("number", "count"))
_THINNEST, _THICKER = 0.4, 0.4


class LevelBorders:
    """The borders of all levels, copied so that they can be put together in another thread.

    Raises
    ------
    PlanError
        When the plan has no levels.
    """

    def __init__(self, session: PlanSession):
        levels = session.followers.levels
        session.flush()
        if not len(levels):
            raise PlanError(tr("The plan has no levels yet. Make some first (Levels…)."))
        units = session.alignment.units
        self._units = units.subset(np.ones(units.n, dtype=bool))
        self._levels = [
            (level, levels.ledger(number).labels.copy()) for number, level in enumerate(levels.all)
        ]

    def work(self, progress=None, cancelled=None) -> list[tuple[str, str, int, bytes]]:
        """(group, level, number of the level from 1, WKB in metres) of every group that has units."""
        found = []
        for number, (level, labels) in enumerate(self._levels):
            if progress is not None:
                progress(100.0 * number / len(self._levels), level.name)
            outlines = boundaries(self._units, labels, len(level.groups), cancelled=cancelled)
            for name, outline in zip(level.groups, outlines):
                if outline is not None:
                    wkb = shapely.to_wkb(outline, output_dimension=2)
                    found.append((name, level.name, number + 1, wkb))
        return found

    def show(self, session: PlanSession, outlines: list[tuple[str, str, int, bytes]]) -> QgsVectorLayer:
        """Put them into the plan's layer of borders, made where there is none.

        Raises
        ------
        PlanError, WritingError
            When the layer is being edited, or cannot be written.
        """
        project = session.project()
        layer = next(
            (
                layer
                for layer in project.mapLayers().values()
                if layer.customProperty(PROPERTY, "") == session.settings.plan_id
            ),
            None,
        )
        fresh = layer is None
        if layer is None:
            fields = [field(name, kind) for name, kind in _FIELDS]
            layer = add_table(session, "level_borders", tr("Level borders"), fields, "MultiPolygon")
            layer.setCustomProperty(PROPERTY, session.settings.plan_id)
        if layer.isEditable():
            words = tr("Layer “{layer}” is being edited. Save or discard that first.")
            raise PlanError(words.format(layer=layer.name()))
        self._replace(session, layer, outlines)
        style_level_borders(layer, [level.name for level, _labels in self._levels])
        if fresh:
            project.addMapLayer(layer)
        layer.triggerRepaint()
        return layer

    def _replace(self, session, layer: QgsVectorLayer, outlines) -> None:
        back = QgsCoordinateTransform(session.crs, layer.crs(), session.project().transformContext())
        features = []
        for name, level, number, wkb in outlines:
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            geometry.transform(back)
            feature = QgsFeature(layer.fields())
            feature.setGeometry(geometry)
            for column, value in zip((name for name, _kind in _FIELDS), (name, level, number)):
                feature.setAttribute(column, value)
            features.append(feature)
        provider = layer.dataProvider()
        # a layer that only shows what the plan says: nothing of the user's is lost
        old = [feature.id() for feature in layer.getFeatures()]
        done = not old or provider.deleteFeatures(old)
        if not done or not provider.addFeatures(features)[0]:
            raise WritingError(tr("Layer “{layer}” cannot be written.").format(layer=layer.name()))
        layer.updateExtents()


def style_level_borders(layer: QgsVectorLayer, levels: list[str]) -> None:
    """Outlines without a fill, a thicker one for every level higher, and the names of the groups."""
    categories = []
    for number in np.arange(len(levels), 0, -1).tolist():
        symbol = QgsFillSymbol.createSimple(
            {
                "style": "no",
                "outline_color": "#1a1a1a",
                "outline_width": f"{_THINNEST + _THICKER * number:g}",
                "joinstyle": "round",
            }
        )
        categories.append(QgsRendererCategory(number, symbol, levels[number - 1]))
    layer.setRenderer(QgsCategorizedSymbolRenderer("number", categories))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setColor(QColor("#ffffff"))
    text = QgsTextFormat()
    text.setSize(11)
    text.setColor(QColor("#1a1a1a"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
