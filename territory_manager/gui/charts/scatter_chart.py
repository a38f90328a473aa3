"""Two measures against each other, one dot a territory."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen

from .. import numbers

MARGIN = 10
RADIUS = 6.0


class ScatterChart:
    """Draws a scatter chart and finds the dot at a point.

    Attributes
    ----------
    scatter : Scatter or None
    selected : str or None
        The territory to point out.
    """

    def __init__(self):
        self.scatter = None
        self.selected = None
        self._areas: list[tuple[QPointF, str, str]] = []

    def height(self, metrics: QFontMetricsF) -> float:
        """Height at which it is readable."""
        return metrics.height() * 15

    def at(self, point: QPointF) -> tuple[str, str] | None:
        """Territory and words of the dot at a point."""
        for place, territory, words in reversed(self._areas):
            away = point - place
            if away.x() ** 2 + away.y() ** 2 <= (RADIUS + 3) ** 2:
                return territory, words
        return None

    def paint(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Draws into `area`; `ink` is the colour of text and lines."""
        self._areas = []
        chart = self.scatter
        if chart is None or not chart.dots:
            return
        metrics = QFontMetricsF(painter.font())
        xs, ys = _Axis([dot.x for dot in chart.dots]), _Axis([dot.y for dot in chart.dots])
        left = max(metrics.horizontalAdvance(text) for text in ys.labels()) + 8
        high = metrics.height()
        frame = area.adjusted(MARGIN + left, MARGIN + high * 1.6, -MARGIN - 8, -MARGIN - high * 2.6)
        if frame.width() < 20 or frame.height() < 20:
            return
        self._axes(painter, frame, chart, xs, ys, ink, high, left)
        for dot in chart.dots:
            place = QPointF(xs.place(dot.x, frame.left(), frame.right()),
                            ys.place(dot.y, frame.bottom(), frame.top()))
            chosen = dot.territory == self.selected
            painter.setPen(QPen(ink, 2.2 if chosen else 0.9))
            painter.setBrush(QColor(dot.color))
            painter.drawEllipse(place, RADIUS, RADIUS)
            words = f"{dot.territory}\n{chart.x_title} {numbers.exact(dot.x)}\n"
            self._areas.append((place, dot.territory, words + f"{chart.y_title} {numbers.exact(dot.y)}"))
        self._names(painter, frame, ink, metrics)

    def _axes(self, painter, frame, chart, xs, ys, ink, high, left):
        faint = QColor(ink)
        faint.setAlpha(70)
        painter.setPen(QPen(faint, 1))
        painter.drawRect(frame)
        painter.setPen(QPen(faint, 1, Qt.PenStyle.DashLine))
        across = xs.place(xs.mean, frame.left(), frame.right())
        up = ys.place(ys.mean, frame.bottom(), frame.top())
        painter.drawLine(QPointF(across, frame.top()), QPointF(across, frame.bottom()))
        painter.drawLine(QPointF(frame.left(), up), QPointF(frame.right(), up))
        painter.setPen(ink)
        low, top = xs.labels()
        below = QRectF(frame.left(), frame.bottom() + 2, frame.width(), high)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), low)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), top)
        painter.drawText(below.translated(0, high), int(Qt.AlignmentFlag.AlignHCenter), chart.x_title)
        low, top = ys.labels()
        beside = QRectF(frame.left() - left - 4, frame.top(), left, frame.height())
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), low)
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), top)
        above = QRectF(frame.left() - left, frame.top() - high * 1.5, frame.width() + left, high)
        painter.drawText(above, int(Qt.AlignmentFlag.AlignLeft), chart.y_title)

    def _names(self, painter, frame, ink, metrics):
        """Names beside the dots, as many as have room; the others say theirs when pointed at."""
        taken = [QRectF(p.x() - RADIUS, p.y() - RADIUS, 2 * RADIUS, 2 * RADIUS) for p, _t, _w in self._areas]
        painter.setPen(ink)
        for place, territory, _words in self._areas:
            width = metrics.horizontalAdvance(territory)
            for shift in (RADIUS + 3, -RADIUS - 3 - width):
                box = QRectF(place.x() + shift, place.y() - metrics.height() / 2, width, metrics.height())
                if frame.contains(box) and not any(box.intersects(other) for other in taken):
                    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft), territory)
                    taken.append(box)
                    break


class _Axis:
    """A scale around some numbers, with some air at both ends."""

    def __init__(self, values):
        self.mean = sum(values) / len(values)
        low, high = min(values), max(values)
        air = (high - low) * 0.12 or max(abs(high) * 0.1, 1.0)
        self._low, self._high = low - air, high + air
        self._scale = numbers.Scale.of(values)
        if low >= 0:
            self._low = max(0.0, self._low)

    def place(self, value, start, end) -> float:
        return start + (end - start) * (value - self._low) / (self._high - self._low)

    def labels(self) -> tuple[str, str]:
        return self._scale.text(self._low), self._scale.text(self._high)
