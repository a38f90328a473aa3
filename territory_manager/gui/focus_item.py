"""A veil over the map that leaves some units clear."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest, QgsProject
from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

#: How much of what lies below is hidden, 0 to 255.
VEIL = 200
#: Clear around a point unit, in pixels.
AROUND_POINT = 8


class FocusItem(QgsMapCanvasItem):
    """Dims the whole canvas but some units; neither the layer nor its style knows of it.

    Shapes are read when a unit is first shown, and painted when the map has moved.

    Parameters
    ----------
    canvas : QgsMapCanvas
    layer : QgsVectorLayer
        The units.
    """

    def __init__(self, canvas, layer):
        super().__init__(canvas)
        self._canvas = canvas
        self._layer = layer
        self._paths: dict[int, QPainterPath] = {}
        self._places: dict[int, QPointF] = {}
        self._units: frozenset[int] = frozenset()
        self._crs = None
        self._view = None
        self._image: QImage | None = None
        # above the map, below everything that is drawn over it
        self.setZValue(-5)

    @property
    def units(self) -> frozenset[int]:
        """Feature ids that are clear."""
        return self._units

    def show_units(self, fids) -> None:
        """Leave these units clear, dim all others."""
        fids = frozenset(fids)
        if fids == self._units and self._image is not None:
            return
        self._units = fids
        self._read()
        self._image = None
        self.update()

    def forget_shapes(self) -> None:
        """Shapes were edited: read them again."""
        self._paths, self._places = {}, {}
        self._read()
        self._image = None
        self.update()

    # QgsMapCanvasItem

    def boundingRect(self):
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def updatePosition(self):
        self.prepareGeometryChange()
        self.setPos(0, 0)
        if self._crs is not None and self._crs != self._canvas.mapSettings().destinationCrs():
            self.forget_shapes()
        self.update()

    def paint(self, painter, option=None, widget=None):
        settings = self._canvas.mapSettings()
        view = (
            self._canvas.size(),
            self._canvas.extent(),
            settings.rotation(),
            self._canvas.canvasColor().rgba(),
            self._canvas.devicePixelRatioF(),
        )
        if self._image is None or view != self._view:
            self._view = view
            self._draw()
        painter.drawImage(QPointF(0, 0), self._image)

    # inside

    def _read(self) -> None:
        """The shapes of units that are shown for the first time, in the canvas's CRS."""
        self._crs = self._canvas.mapSettings().destinationCrs()
        missing = [fid for fid in self._units if fid not in self._paths and fid not in self._places]
        if not missing:
            return
        request = QgsFeatureRequest().setFilterFids(missing).setNoAttributes()
        request.setDestinationCrs(self._crs, QgsProject.instance().transformContext())
        # a unit that lies beyond the canvas's CRS is not to be seen anyway
        request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        for feature in self._layer.getFeatures(request):
            geometry = feature.geometry()
            if geometry.isNull():
                continue
            path = geometry.constGet().asQPainterPath()
            if path.isEmpty():
                self._places[feature.id()] = geometry.centroid().asPoint().toQPointF()
            else:
                self._paths[feature.id()] = path

    def _draw(self) -> None:
        ratio = self._canvas.devicePixelRatioF()
        size = self._canvas.size() * ratio
        self._image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        self._image.setDevicePixelRatio(ratio)
        veil = QColor(self._canvas.canvasColor())
        veil.setAlpha(VEIL)
        self._image.fill(veil)
        painter = QPainter(self._image)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        to_pixels = self._canvas.getCoordinateTransform().transform()
        seen = to_pixels.inverted()[0].mapRect(QRectF(0, 0, self._canvas.width(), self._canvas.height()))
        clear = QColor(0, 0, 0)
        painter.setBrush(clear)
        # a hair's breadth more than the shape, so that no veil is left between neighbours
        pen = QPen(clear, 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setTransform(to_pixels, True)
        for fid in self._units:
            path = self._paths.get(fid)
            if path is not None and path.controlPointRect().intersects(seen):
                painter.drawPath(path)
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for fid in self._units:
            place = self._places.get(fid)
            if place is not None:
                painter.drawEllipse(to_pixels.map(place), AROUND_POINT, AROUND_POINT)
        painter.end()
