"""The label at the cursor: what letting go would do, beside what is being painted and never on it."""

from __future__ import annotations

from collections.abc import Iterable

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
_SIGN = "\u26a0 "


def place(
    size: QSizeF, cursor: QPoint, canvas: QSize, painted: Iterable[QRectF], last: int = 0
) -> tuple[QRectF, int]:
    """Where to put a label of some size.

    Eight places around the cursor are tried, each at two distances. The one that covers least of what is
    painted is taken; the last one is kept while it is no worse, so that the label does not jump.

    Returns
    -------
    The rectangle, and which place it is (for *last*).
    """
    painted = list(painted)
    inside = QRectF(_MARGIN, _MARGIN, canvas.width() - 2 * _MARGIN, canvas.height() - 2 * _MARGIN)
    best, best_cost = None, None
    for number, box in enumerate(_candidates(size, cursor)):
        shifted = _moved_into(box, inside)
        covered = sum(_area(shifted.intersected(part)) for part in painted)
        # under the cursor is worst: that is where the next unit is painted
        if shifted.adjusted(-6, -6, 6, 6).contains(cursor.x(), cursor.y()):
            covered += 1e7
        shift = abs(shifted.x() - box.x()) + abs(shifted.y() - box.y())
        cost = covered + 10 * shift + 40 * number - (600 if number == last else 0)
        if best_cost is None or cost < best_cost:
            best, best_cost = (shifted, number), cost
    return best


def _candidates(size: QSizeF, cursor: QPoint) -> Iterable[QRectF]:
    width, height, x, y = size.width(), size.height(), cursor.x(), cursor.y()
    for away in (DISTANCE, 4 * DISTANCE):
        right, left = x + away, x - away - width
        below, above = y + away, y - away - height
        middle_x, middle_y = x - width / 2, y - height / 2
        for corner_x, corner_y in (
            (right, below), (right, above), (left, below), (left, above),
            (right, middle_y), (left, middle_y), (middle_x, below), (middle_x, above),
        ):  # fmt: skip
            yield QRectF(corner_x, corner_y, width, height)


def _moved_into(box: QRectF, inside: QRectF) -> QRectF:
    x = max(min(box.x(), inside.right() - box.width()), inside.left())
    y = max(min(box.y(), inside.bottom() - box.height()), inside.top())
    return QRectF(x, y, box.width(), box.height())


def _area(box: QRectF) -> float:
    return max(0.0, box.width()) * max(0.0, box.height())


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
        self, words: Words, cursor: QPoint, painted: Iterable[QRectF] = (), color: str | None = None
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
