"""Shows on the map which units a proposal would move, in the colours of where they would go."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsWkbTypes
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor


class ProposalHighlight:
    """Rubber bands over the map; the layer is not touched."""

    def __init__(self, canvas):
        self._canvas = canvas
        self._bands: list[QgsRubberBand] = []

    def show(self, session, proposal) -> None:
        """Shows a proposal's units; None shows nothing."""
        self.clear()
        if proposal is None:
            return
        layer = session.layer
        kind = layer.geometryType()
        bands = {}
        request = QgsFeatureRequest().setFilterFids(proposal.units).setNoAttributes()
        for feature in layer.getFeatures(request):
            territory = proposal.moves[feature.id()]
            band = bands.get(territory)
            if band is None:
                band = bands[territory] = self._band(kind, session.settings.colors.get(territory))
            band.addGeometry(feature.geometry(), layer, False)
        for band in bands.values():
            band.updatePosition()
            band.update()
        self._bands = list(bands.values())

    def clear(self) -> None:
        """Takes everything off the map."""
        for band in self._bands:
            band.reset()
            self._canvas.scene().removeItem(band)
        self._bands = []

    def _band(self, kind, color):
        band = QgsRubberBand(self._canvas, kind)
        fill = QColor(color or "#808080")
        band.setFillColor(fill)
        band.setStrokeColor(QColor(20, 20, 20))
        band.setWidth(3 if kind != QgsWkbTypes.GeometryType.PointGeometry else 2)
        band.setBrushStyle(Qt.BrushStyle.Dense4Pattern)
        if kind == QgsWkbTypes.GeometryType.PointGeometry:
            band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
            band.setIconSize(10)
        return band
