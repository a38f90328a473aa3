"""The units of a stroke under way, hatched in their new colour; the layer itself is not drawn again."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCsException, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QImage, QPainter, QPen

from ...core.geos import shapely

#: Of units that lose their territory.
UNASSIGNED = "#f4f4f4"
#: Beyond so many units at once details finer than a pixel are left out.
MANY = 400
_DOT = 6.0


class StrokeItem(QgsMapCanvasItem):
    """Hatched units on top of everything.

    Every unit is painted once, into a picture as large as the canvas; a longer stroke costs no more per unit.

    Parameters
    ----------
    canvas : QgsMapCanvas
    index : UnitIndex
    """

    def __init__(self, canvas, index):
        super().__init__(canvas)
        self._canvas = canvas
        self._index = index
        self._shapes: dict[int, object] = {}
        self._boxes: dict[int, tuple[float, float, float, float]] = {}
        self._color = QColor(UNASSIGNED)
        self._image: QImage | None = None
        self._origin = QgsPointXY()
        self._scale = 0.0
        self._stale = False
        self.setZValue(90)
        self.hide()

    def begin(self, color: str | None) -> None:
        """Start with no units, in this colour; None for units that become unassigned."""
        self.clear()
        self._color = QColor(color or UNASSIGNED)

    def add(self, positions) -> None:
        """Draw more units."""
        shapes = self._index.units.geometry
        fresh = {unit: shapes[unit] for unit in positions if shapes[unit] is not None}
        self._shapes.update(fresh)
        if not fresh or self._stale:
            return
        if self._image is None:
            self._draw_all()
            return
        self._draw(fresh)
        boxes = _array([self._boxes[unit] for unit in fresh if unit in self._boxes])
        if len(boxes):
            self.update(_around(boxes))

    def remove(self, positions) -> None:
        """Draw fewer units."""
        gone = [unit for unit in positions if self._shapes.pop(unit, None) is not None]
        boxes = _array([self._boxes.pop(unit) for unit in gone if unit in self._boxes])
        if not self._shapes or self._image is None or self._stale:
            self._draw_all()
        elif len(boxes):
            area = _around(boxes)
            painter = QPainter(self._image)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(area, Qt.GlobalColor.transparent)
            painter.end()
            beside = [unit for unit, box in self._boxes.items() if area.intersects(_rectangle(box))]
            self._draw({unit: self._shapes[unit] for unit in beside}, area)
            self.update(area)

    def clear(self) -> None:
        """Draw nothing."""
        self._shapes, self._boxes = {}, {}
        self._image = None
        self._stale = False
        self.setPos(0, 0)
        self.hide()

    @property
    def boxes(self) -> np.ndarray:
        """Where on the canvas the units are: (c, 4) left, top, right and bottom in pixels."""
        return _array(list(self._boxes.values()))

    @property
    def image(self) -> QImage | None:
        """The picture that lies over the map; None when there is nothing to see."""
        return self._image

    # QgsMapCanvasItem

    def boundingRect(self):
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def updatePosition(self):
        """The map was moved (the picture moves along) or zoomed (it is drawn anew)."""
        if self._image is None:
            return
        if self._scale == self._canvas.mapUnitsPerPixel() and self._image_fits():
            self.setPos(self.toCanvasCoordinates(self._origin))
        else:
            self._stale = True
            self.update()

    def paint(self, painter, option=None, widget=None):
        if self._stale:
            self._stale = False
            self.setPos(0, 0)
            self._draw_all()
        if self._image is not None:
            # only what has to be drawn again: the whole picture would cost more than all the rest of a stroke
            area = painter.clipBoundingRect() if painter.hasClipping() else self.boundingRect()
            area = area.intersected(self.boundingRect()).toAlignedRect()
            ratio = self._image.devicePixelRatio()
            source = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
            painter.drawImage(QRectF(area), self._image, source)

    # inside

    def _image_fits(self) -> bool:
        ratio = self._image.devicePixelRatio()
        width, height = self._canvas.width() * ratio, self._canvas.height() * ratio
        return abs(self._image.width() - width) < 2 and abs(self._image.height() - height) < 2

    def _draw_all(self) -> None:
        self._boxes = {}
        if not self._shapes:
            self._image = None
            self.hide()
            return
        ratio = self._canvas.devicePixelRatioF()
        self._image = QImage(
            max(1, round(self._canvas.width() * ratio)),
            max(1, round(self._canvas.height() * ratio)),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        self._image.setDevicePixelRatio(ratio)
        self._image.fill(Qt.GlobalColor.transparent)
        self._scale = self._canvas.mapUnitsPerPixel()
        self._origin = self._canvas.getCoordinateTransform().toMapCoordinates(0, 0)
        self.setPos(0, 0)
        self._draw(self._shapes)
        self.show()
        self.update()

    def _draw(self, shapes: dict[int, object], area: QRectF | None = None) -> None:
        """Draw units into the picture, only inside of `area` if it is given."""
        transform = self._index.to_canvas()
        to_pixels = self._canvas.getCoordinateTransform()
        coded = list(shapes.values())
        if len(coded) > MANY and transform is None:
            coded = shapely.simplify(coded, 0.7 * self._scale, preserve_topology=False)
        painter = QPainter(self._image)
        if area is not None:
            painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(shapes) <= MANY)
        # the colour itself, see-through so that the map still shows, and lines that stand out on any colour
        wash = QColor(self._color)
        wash.setAlpha(215)
        dark = self._color.lightness() < 140
        line = QColor(255, 255, 255, 190) if dark else QColor(30, 30, 30, 150)
        edge = self._color.lighter(160) if dark else self._color.darker(190)
        pen = QPen(edge, 1.2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        wash_brush, hatch = QBrush(wash), QBrush(line, Qt.BrushStyle.BDiagPattern)
        for unit, wkb in zip(shapes, shapely.to_wkb(coded, output_dimension=2)):
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            try:
                if transform is not None:
                    geometry.transform(transform)
            except QgsCsException:
                continue
            geometry.mapToPixel(to_pixels)
            if self._index.units.is_points:
                self._boxes[unit] = self._dot(painter, geometry, wash_brush, hatch, pen)
                continue
            part = geometry.constGet()
            if part is None:
                continue
            box = geometry.boundingBox()
            self._boxes[unit] = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash_brush)
            part.draw(painter)
            painter.setPen(pen)
            painter.setBrush(hatch)
            part.draw(painter)
        painter.end()

    def _dot(self, painter, geometry, wash, hatch, pen) -> tuple[float, float, float, float]:
        centre = geometry.centroid().asPoint()
        box = QRectF(centre.x() - _DOT, centre.y() - _DOT, 2 * _DOT, 2 * _DOT)
        painter.setPen(pen)
        painter.setBrush(wash)
        painter.drawEllipse(box)
        painter.setBrush(hatch)
        painter.drawEllipse(box)
        return box.left(), box.top(), box.right(), box.bottom()


def _array(boxes: list) -> np.ndarray:
    return np.array(boxes, dtype=float).reshape(-1, 4)


def _around(boxes: np.ndarray) -> QRectF:
    """What encloses all boxes, their outlines included, in whole pixels."""
    (left, top), (right, bottom) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    box = QRectF(left, top, right - left, bottom - top).adjusted(-3, -3, 3, 3)
    return QRectF(box.toAlignedRect())


def _rectangle(box) -> QRectF:
    left, top, right, bottom = box
    return QRectF(left, top, right - left, bottom - top).adjusted(-2, -2, 2, 2)
