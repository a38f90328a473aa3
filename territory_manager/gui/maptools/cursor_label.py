"""The label at the cursor: what letting go would do, beside what is being painted and never on it."""

from __future__ import annotations

import numpy as np
from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QPoint, QRectF, QSize, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen
from qgis.PyQt.QtWidgets import QToolTip

from ..stroke_words import Words

#: Between cursor and label, in pixels.
DISTANCE = 20
_MARGIN = 4
_PADDING = 8
_BAR = 5
#: No rectangles.
NOTHING = np.zeros((0, 4))
_SIGN = "\u26a0 "


def place(
    size: QSizeF, cursor: QPoint, canvas: QSize, painted: np.ndarray, last: int = 0
) -> tuple[QRectF, int]:
    """Where to put a label of some size.

    Eight places around the cursor are tried, each at two distances. The one that covers least of what is
    painted is taken; the last one is kept while it is no worse, so that the label does not jump.

    Parameters
    ----------
    painted : (c, 4) left, top, right and bottom of what must stay in sight, in pixels.

    Returns
    -------
    The rectangle, and which place it is (for *last*).
    """
    width, height = size.width(), size.height()
    wanted = _corners(width, height, cursor)
    low, high = _MARGIN, (canvas.width() - _MARGIN - width, canvas.height() - _MARGIN - height)
    corner = np.maximum(np.minimum(wanted, high), low)
    cost = 10 * np.abs(corner - wanted).sum(axis=1) + 40.0 * np.arange(len(corner))
    cost[last] -= 600
    # under the cursor is worst: that is where the next unit is painted
    x, y = cursor.x(), cursor.y()
    over_x = (corner[:, 0] - 6 <= x) & (x <= corner[:, 0] + width + 6)
    over_y = (corner[:, 1] - 6 <= y) & (y <= corner[:, 1] + height + 6)
    cost[over_x & over_y] += 1e7
    if len(painted):
        start = np.maximum(corner[:, None, :], painted[None, :, :2])
        end = np.minimum(corner[:, None, :] + (width, height), painted[None, :, 2:])
        cost += np.prod(np.maximum(end - start, 0.0), axis=2).sum(axis=1)
    best = int(cost.argmin())
    return QRectF(corner[best, 0], corner[best, 1], width, height), best


def _corners(width: float, height: float, cursor: QPoint) -> np.ndarray:
    """Upper left corners (16, 2) of the places that are tried, the usual ones first."""
    corners = []
    x, y = cursor.x(), cursor.y()
    for away in (DISTANCE, 4 * DISTANCE):
        right, left, middle_x = x + away, x - away - width, x - width / 2
        below, above, middle_y = y + away, y - away - height, y - height / 2
        corners += [(right, below), (right, above), (left, below), (left, above)]
        corners += [(right, middle_y), (left, middle_y), (middle_x, below), (middle_x, above)]
    return np.array(corners)


class CursorLabel(QgsMapCanvasItem):
    """Two short lines in the colours of QGIS's tooltips, a third in red when it matters."""

    def __init__(self, canvas):
        super().__init__(canvas)
        self._canvas = canvas
        self._words = Words(())
        self._color: QColor | None = None
        self._size = QSizeF(0, 0)
        self._last = 0
        self.setZValue(100)
        self.hide()

    @property
    def words(self) -> Words:
        """What the label says now; no lines when it is hidden."""
        return self._words if self.isVisible() else Words(())

    def say(
        self, words: Words, cursor: QPoint, painted: np.ndarray = NOTHING, color: str | None = None
    ) -> None:
        """Show words near the cursor, clear of what is painted; `color` is that of the target."""
        if not words.lines and not words.alarm:
            self.hide()
            return
        self._color = QColor(color) if color else None
        if words != self._words or self._size.isEmpty():
            self.prepareGeometryChange()
            self._words = words
            self._size = self._measure()
            self.update()
        box, self._last = place(self._size, cursor, self._canvas.size(), painted, self._last)
        self.setPos(round(box.x()), round(box.y()))
        self.show()

    def silence(self) -> None:
        """Hide the label."""
        self._last = 0
        self.hide()

    # QgsMapCanvasItem

    def boundingRect(self):
        return QRectF(0, 0, self._size.width(), self._size.height())

    def updatePosition(self):
        """The label belongs to the cursor, not to the map."""

    def paint(self, painter, option=None, widget=None):
        if self._size.isEmpty():
            return
        palette = QToolTip.palette()
        back, text = palette.toolTipBase().color(), palette.toolTipText().color()
        back.setAlpha(240)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QColor(text)
        frame.setAlpha(110)
        box = self.boundingRect().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(frame, 1))
        painter.setBrush(back)
        painter.drawRoundedRect(box, 4, 4)
        if self._color is not None:
            painter.setBrush(self._color)
            painter.drawRoundedRect(box.adjusted(3, 3, _BAR + 3 - box.width(), -3), 2, 2)
        line_height = self._metrics().height()
        y = _PADDING - 2
        for number, line in enumerate(self._words.lines):
            painter.setFont(self._font(number == 0))
            painter.setPen(text)
            self._line(painter, y, line_height, line)
            y += line_height
        if self._words.alarm:
            painter.setFont(self._font(True))
            painter.setPen(QColor("#b3261e") if back.lightness() > 127 else QColor("#ff9d94"))
            self._line(painter, y, line_height, _SIGN + self._words.alarm)

    # inside

    def _line(self, painter, y, height, text):
        box = QRectF(_PADDING + _BAR, y, self._size.width() - _PADDING - _BAR, height)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _font(self, bold=False):
        font = QToolTip.font()
        font.setBold(bold)
        return font

    def _metrics(self, bold=False):
        return QFontMetricsF(self._font(bold))

    def _measure(self) -> QSizeF:
        bold, plain = self._metrics(True), self._metrics()
        lines = self._words.lines
        widths = [bold.horizontalAdvance(line) for line in lines[:1]]
        widths += [plain.horizontalAdvance(line) for line in lines[1:]]
        if self._words.alarm:
            widths.append(bold.horizontalAdvance(_SIGN + self._words.alarm))
        height = plain.height() * len(widths) + 2 * _PADDING - 4
        return QSizeF(max(widths) + 2 * _PADDING + _BAR + 2, height)
