"""Bars in % of the target, with the target line and the tolerance band."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QPainter, QPen

from .. import numbers
from ..deviation_delegate import OVER, UNDER

ROW = 1.9
MARGIN = 8
LONGEST_NAME = 0.34


class BarChart:
    """Draws panels of bars under each other and finds the bar at a point.

    Attributes
    ----------
    panels : list of Panel
    selected : str or None
        The territory to point out.
    """

    def __init__(self):
        self.panels = []
        self.selected = None
        self._areas: list[tuple[QRectF, str, str]] = []

    def height(self, metrics: QFontMetricsF) -> float:
        """Height that all rows need with this font."""
        row = metrics.height() * ROW
        return sum((len(panel.bars) + 2.1) * row for panel in self.panels) + 2 * MARGIN

    def paint(self, painter: QPainter, area: QRectF, ink: QColor) -> None:
        """Draws into `area`; `ink` is the colour of text and lines."""
        self._areas = []
        metrics = QFontMetricsF(painter.font())
        row = metrics.height() * ROW
        needed = self.height(metrics)
        if needed > area.height():
            row *= max(0.35, area.height() / needed)
        names = [bar.territory for panel in self.panels for bar in panel.bars]
        left = min(
            max((metrics.horizontalAdvance(name) for name in names), default=0) + 6,
            area.width() * LONGEST_NAME,
        )
        right = metrics.horizontalAdvance("▲ 188.8 % ") + 4
        top = area.top() + MARGIN
        for panel in self.panels:
            height = (len(panel.bars) + 2.1) * row
            frame = QRectF(
                area.left() + MARGIN + left,
                top + row,
                max(30.0, area.width() - left - right - 2 * MARGIN),
                len(panel.bars) * row,
            )
            self._panel(painter, panel, frame, row, left, right, ink, metrics)
            top += height

    def at(self, point: QPointF) -> tuple[str, str] | None:
        """Territory and words of the bar at a point."""
        for rect, territory, words in self._areas:
            if rect.contains(point):
                return territory, words
        return None

    def _panel(self, painter, panel, frame, row, left, right, ink, metrics):
        faint = QColor(ink)
        faint.setAlpha(90)
        title = painter.font()
        title.setBold(True)
        plain = painter.font()
        painter.setFont(title)
        painter.setPen(ink)
        head = QRectF(frame.left() - left, frame.top() - row, frame.width() + left + right, row * 0.9)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), panel.title)
        painter.setFont(plain)
        limit = self._limit(panel)

        def across(percent):
            return frame.left() + frame.width() * min(percent, limit) / limit

        band = QColor(ink)
        band.setAlpha(26)
        low, high = across(100 - panel.tolerance), across(100 + panel.tolerance)
        painter.fillRect(QRectF(low, frame.top(), high - low, frame.height()), band)
        for place, bar in enumerate(panel.bars):
            line = QRectF(frame.left(), frame.top() + place * row, frame.width(), row)
            self._bar(painter, panel, bar, line, across, left, right, ink, metrics)
        painter.setPen(QPen(faint, 1))
        painter.drawLine(frame.topLeft(), frame.bottomLeft())
        target = across(100)
        painter.setPen(QPen(ink, 1.4))
        painter.drawLine(QPointF(target, frame.top() - 3), QPointF(target, frame.bottom() + 3))
        painter.setPen(faint)
        foot = QRectF(0, frame.bottom() + 2, metrics.horizontalAdvance("100 %") + 8, row * 0.9)
        foot.moveCenter(QPointF(target, foot.center().y()))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), "100 %")

    def _bar(self, painter, panel, bar, line, across, left, right, ink, metrics):
        name = QRectF(line.left() - left, line.top(), left - 6, line.height())
        whole = QRectF(name.left(), line.top(), left + line.width() + right, line.height())
        if bar.territory == self.selected:
            tint = QColor(ink)
            tint.setAlpha(30)
            painter.fillRect(whole, tint)
        painter.setPen(ink)
        text = metrics.elidedText(bar.territory, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        thick = line.height() * 0.56
        shape = QRectF(line.left(), line.center().y() - thick / 2, across(bar.percent) - line.left(), thick)
        edge = QColor(ink)
        edge.setAlpha(120)
        painter.setPen(QPen(edge, 0.8))
        painter.setBrush(QColor(bar.color))
        painter.drawRect(shape)
        changed = bar.before is not None and abs(bar.before - bar.percent) > 0.005
        if changed:
            before = QRectF(shape)
            before.setWidth(across(bar.before) - line.left())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.2, Qt.PenStyle.DotLine))
            painter.drawRect(before.adjusted(0, -2.5, 0, 2.5))
        deviation = bar.percent - 100
        within = abs(deviation) <= panel.tolerance + 1e-9
        decimals = numbers.deviation_decimals(panel.tolerance)
        painter.setPen(ink if within else (OVER if deviation > 0 else UNDER))
        value = QRectF(line.right() + 2, line.top(), right - 2, line.height())
        painter.drawText(
            value,
            int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
            numbers.deviation(deviation, decimals),
        )
        words = f"{bar.territory} {chr(0xB7)} {panel.title}\n{numbers.exact(bar.value)} {chr(0xB7)} "
        if changed:
            words += numbers.deviation_change(bar.before - 100, deviation, decimals)
        else:
            words += numbers.deviation(deviation, decimals)
        self._areas.append((whole, bar.territory, words))

    def _limit(self, panel) -> float:
        """The largest % on the scale: all bars, and the band with some air."""
        longest = max((max(bar.percent, bar.before or 0) for bar in panel.bars), default=100)
        return max(longest, 100 + panel.tolerance) * 1.04
