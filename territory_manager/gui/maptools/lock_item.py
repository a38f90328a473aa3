"""Small padlocks on what is locked, so that nobody wonders why it stays."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsCsException, QgsPointXY
from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPainterPath, QPen

from ...core.geos import shapely

#: Padlocks keep this distance from each other, in pixels; those of territories go first.
SPACING = 22


class LockItem(QgsMapCanvasItem):
    """Padlocks of locked units, and a larger one in the middle of every locked territory.

    Parameters
    ----------
    canvas : QgsMapCanvas
    session : PlanSession
    index : UnitIndex
    """

    def __init__(self, canvas, session, index):
        super().__init__(canvas)
        self._canvas = canvas
        self._session = session
        self._index = index
        self._unit_places = np.zeros((0, 2))
        self._unit_key = None
        self._places = np.zeros((0, 2))
        self._sizes = np.zeros(0)
        self._crs = None
        self._marks: list[tuple[QPointF, float]] = []
        self.setZValue(80)
        self.refresh()

    @property
    def marks(self) -> list[tuple[QPointF, float]]:
        """Padlocks in view: middle in pixels, and size."""
        return list(self._marks)

    def refresh(self) -> None:
        """Locks, shapes or who has what changed."""
        self._crs = self._canvas.mapSettings().destinationCrs()
        territories, units = self._of_territories(), self._of_units()
        self._places = np.vstack([territories, units])
        self._sizes = np.repeat([20.0, 13.0], [len(territories), len(units)])
        self.updatePosition()

    # QgsMapCanvasItem

    def boundingRect(self):
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def updatePosition(self):
        """Map moved or zoomed: find the padlocks in view that do not cover each other."""
        if len(self._places) and self._crs != self._canvas.mapSettings().destinationCrs():
            self.refresh()
            return
        self._marks = []
        if len(self._places):
            pixels = self._to_pixels(self._places)
            inside = (
                (pixels >= 0).all(axis=1)
                & (pixels[:, 0] < self._canvas.width())
                & (pixels[:, 1] < self._canvas.height())
            )
            pixels, sizes = pixels[inside], self._sizes[inside]
            _, first = np.unique(np.floor(pixels / SPACING), axis=0, return_index=True)
            self._marks = [(QPointF(*pixels[one]), float(sizes[one])) for one in np.sort(first)]
        self.setVisible(bool(self._marks))
        self.update()

    def paint(self, painter, option=None, widget=None):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pixel, size in self._marks:
            _draw_padlock(painter, pixel, size)

    # inside

    def _of_territories(self) -> np.ndarray:
        session = self._session
        alignment = session.alignment
        middles = []
        for name in sorted(session.locked_territories):
            if name in alignment.territories:
                members = np.flatnonzero(alignment.labels == session.live.label(name))
                middle = _middle(alignment.units.xy[members])
                if middle is not None:
                    middles.append(middle)
        return self._to_map(middles)

    def _of_units(self) -> np.ndarray:
        """Places of locked units; they are looked for again only when the locks or the shapes are others."""
        session = self._session
        units = session.alignment.units
        locked = session.locked_units
        key = (locked, id(units.geometry), units.n, self._crs.toWkt())
        if key != self._unit_key:
            self._unit_key = key
            positions = session.live.positions(sorted(locked))
            inner = shapely.point_on_surface(units.geometry[positions]) if len(positions) else []
            self._unit_places = self._to_map(
                [(one.x, one.y) for one in inner if one is not None and not one.is_empty]
            )
        return self._unit_places

    def _to_map(self, middles) -> np.ndarray:
        transform = self._index.to_canvas()
        places = []
        for x, y in middles:
            point = QgsPointXY(x, y)
            try:
                point = point if transform is None else transform.transform(point)
            except QgsCsException:
                continue
            places.append((point.x(), point.y()))
        return np.array(places, dtype=float).reshape(-1, 2)

    def _to_pixels(self, places: np.ndarray) -> np.ndarray:
        """Canvas pixels of map points, all at once: scale and rotation are the same everywhere."""
        centre, step = self._canvas.center(), 100 * self._canvas.mapUnitsPerPixel()
        at, right, up = (
            self.toCanvasCoordinates(QgsPointXY(centre.x() + dx, centre.y() + dy))
            for dx, dy in ((0, 0), (step, 0), (0, step))
        )
        matrix = (
            np.array([[right.x() - at.x(), right.y() - at.y()], [up.x() - at.x(), up.y() - at.y()]]) / step
        )
        return (places - [centre.x(), centre.y()]) @ matrix + [at.x(), at.y()]


def _middle(xy: np.ndarray) -> tuple[float, float] | None:
    """The unit that lies most in the middle, so that the padlock is on the territory whatever its form."""
    xy = xy[np.isfinite(xy).all(axis=1)]
    if len(xy) == 0:
        return None
    nearest = np.argmin(((xy - xy.mean(axis=0)) ** 2).sum(axis=1))
    return float(xy[nearest, 0]), float(xy[nearest, 1])


def _draw_padlock(painter: QPainter, middle: QPointF, size: float) -> None:
    body = QRectF(middle.x() - 0.36 * size, middle.y() - 0.08 * size, 0.72 * size, 0.52 * size)
    bow = QPainterPath()
    bow.moveTo(middle.x() - 0.2 * size, body.top())
    bow.lineTo(middle.x() - 0.2 * size, body.top() - 0.16 * size)
    bow.arcTo(QRectF(middle.x() - 0.2 * size, body.top() - 0.36 * size, 0.4 * size, 0.4 * size), 180, -180)
    bow.lineTo(middle.x() + 0.2 * size, body.top())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((QColor(255, 255, 255, 230), 0.28 * size), (QColor(40, 40, 40), 0.12 * size)):
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawPath(bow)
    painter.setPen(QPen(QColor(255, 255, 255, 230), 0.1 * size))
    painter.setBrush(QColor(40, 40, 40))
    painter.drawRoundedRect(body, 0.08 * size, 0.08 * size)
