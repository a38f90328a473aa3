"""Balance against disruption: the plans to choose from as points on a line."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ...translate import tr
from .. import numbers

MARGIN = 10
RADIUS = 5.0
WITHIN = QColor("#2e8b57")


class FrontierChart:
    """Draws the efficient plans and finds the one at a point.

    Attributes
    ----------
    points : list of (disruption %, largest deviation %)
    tolerance : in %
    selected : number of the chosen point, or None
    """

    def __init__(self):
        self.points: list[tuple[float, float]] = []
        self.tolerance = 0.0
        self.selected = None
        self._places: list[QPointF] = []

    def height(self, metrics: QFontMetricsF) -> float:
        """Height at which it is readable."""
        return metrics.height() * 10

    def at(self, point: QPointF) -> tuple[str, str] | None:
        """Number, as text, and words of the plan at a point."""
        for number, place in enumerate(self._places):
            away = point - place
            if away.x() ** 2 + away.y() ** 2 <= (RADIUS + 5) ** 2:
                disruption, deviation = self.points[number]
                words = tr("{disruption} changes hands, largest deviation {deviation}").format(
                    disruption=numbers.percent(disruption, 2), deviation=numbers.percent(deviation, 2)
                )
                return str(number), words
        return None

    def paint(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Draws into `area`; `ink` is the colour of text and lines."""
        self._places = []
        if not self.points:
            return
        metrics = QFontMetricsF(painter.font())
        high = metrics.height()
        furthest = max(max(x for x, _y in self.points) * 1.08, 0.5)
        tallest = max(max(y for _x, y in self.points), self.tolerance) * 1.12 or 1.0
        left = metrics.horizontalAdvance(numbers.percent(tallest, 1)) + 6
        frame = area.adjusted(MARGIN + left, MARGIN + high * 1.4, -MARGIN - 6, -MARGIN - high * 2.4)
        if frame.width() < 20 or frame.height() < 20:
            return

        def place(x, y):
            return QPointF(
                frame.left() + frame.width() * x / furthest, frame.bottom() - frame.height() * y / tallest
            )

        faint = QColor(ink)
        faint.setAlpha(70)
        band = QColor(WITHIN)
        band.setAlpha(40)
        level = place(0, self.tolerance).y()
        painter.fillRect(QRectF(frame.left(), level, frame.width(), frame.bottom() - level), band)
        painter.setPen(QPen(faint, 1))
        painter.drawLine(frame.topLeft(), frame.bottomLeft())
        painter.drawLine(frame.bottomLeft(), frame.bottomRight())
        self._words(painter, frame, left, high, furthest, tallest, level, ink)
        self._places = [place(x, y) for x, y in self.points]
        painter.setPen(QPen(ink, 1.2))
        painter.drawPolyline(QPolygonF(self._places))
        for number, spot in enumerate(self._places):
            chosen = number == self.selected
            painter.setPen(QPen(ink, 2.4 if chosen else 1))
            inside = self.points[number][1] <= self.tolerance + 1e-9
            painter.setBrush(WITHIN if inside else QColor(Qt.GlobalColor.white))
            size = RADIUS + (2 if chosen else 0)
            painter.drawEllipse(spot, size, size)

    def _words(self, painter, frame, left, high, furthest, tallest, level, ink):
        painter.setPen(ink)
        above = QRectF(frame.left() - left, frame.top() - high * 1.3, frame.width() + left, high)
        painter.drawText(above, int(Qt.AlignmentFlag.AlignLeft), tr("Largest deviation"))
        beside = QRectF(frame.left() - left - 4, frame.top(), left, high)
        right = int(Qt.AlignmentFlag.AlignRight)
        painter.drawText(beside, right, numbers.percent(tallest, 1))
        if frame.top() + high < level:
            beside.moveTop(level - high / 2)
            painter.drawText(beside, right, numbers.tolerance(self.tolerance))
        below = QRectF(frame.left(), frame.bottom() + 3, frame.width(), high)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), numbers.percent(0, 0))
        painter.drawText(below, right, numbers.percent(furthest, 1))
        painter.drawText(
            below.translated(0, high), int(Qt.AlignmentFlag.AlignHCenter), tr("Share that changes hands")
        )
