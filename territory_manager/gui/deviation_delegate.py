"""Paints the cells of the territories table: swatches, locks, aligned numbers, deviations with their bar."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from . import numbers
from .flags import RIGHT
from .rep_choice import rep_editor
from .territories_columns import BARS, DEVIATION, LOAD, LOAD_TOLERANCE, LOCK, NUMBERS, SWATCH
from .territories_model import (
    AfterRole,
    AfterTextRole,
    BarRole,
    KindRole,
    TerritoryRole,
    ValueRole,
    WithinRole,
)

#: Blue under, orange over: told apart by all common kinds of colour vision, on light and dark alike.
UNDER = QColor("#2f7fd0")
OVER = QColor("#e07a16")

PADDING = 6
#: Narrower than this no bar is drawn, the number needs the room.
SHORTEST_BAR = 26
USUAL_BAR = 70
LONGEST_BAR = 220
#: Height of the line below a measure's total that shows it against its target.
LINE = 3


class TerritoryDelegate(QStyledItemDelegate):
    """Draws every cell of the table; what to draw it learns from the model's roles."""

    def __init__(self, model, parent=None):
        super().__init__(parent)
        self._model = model
        self._lock = QgsApplication.getThemeIcon("/locked.svg")
        self._measured = {}
        self._unlock = QgsApplication.getThemeIcon("/unlocked.svg")

    def paint(self, painter, option, index):
        kind = index.data(KindRole)
        if kind not in NUMBERS and kind not in (SWATCH, LOCK):
            super().paint(painter, option, index)
            return
        option = QStyleOptionViewItem(option)
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        option.backgroundBrush = QBrush()
        style = option.widget.style() if option.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if kind == SWATCH:
            self._swatch(painter, option, index)
        elif kind == LOCK:
            self._padlock(painter, option, index)
        elif kind in BARS:
            self._deviation(painter, option, index, text)
        else:
            self._total(painter, option, index, text)
        painter.restore()

    def createEditor(self, parent, option, index):
        column = self._model.columns()[index.column()]
        if column.key == "rep":
            return rep_editor(self._model.session, parent)
        return super().createEditor(parent, option, index)

    def setEditorData(self, editor, index):
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.lineEdit().selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor, model, index):
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)

    def sizeHint(self, option, index):
        kind = index.data(KindRole)
        height = option.fontMetrics.height() + 8
        if kind in (SWATCH, LOCK):
            return QSize(height + 4, height)
        if kind in BARS:
            widths = self._widths(option.font, kind)
            return QSize(widths[1] + 4 * PADDING + (USUAL_BAR if kind == DEVIATION else SHORTEST_BAR), height)
        width = super().sizeHint(option, index).width() + PADDING
        if kind in NUMBERS:
            # "→ 4.31 M" fits even while a stroke is under way
            width += option.fontMetrics.horizontalAdvance(numbers.ARROW.strip() + " ")
        return QSize(width, height)

    def number_width(self, font, kind=DEVIATION) -> int:
        """Room that a deviation needs, the same for every row, so that the numbers stand under each other."""
        return self._widths(font, kind)[0]

    def _widths(self, font, kind=DEVIATION) -> tuple[int, int, int]:
        """Room for a deviation (or load), for one with "→" and for one "before → after"."""
        decimals = numbers.deviation_decimals(self._model.tolerance())
        widest = max(min(self._model.largest_deviation, 99_999), 88.888888)
        key = (font.key(), decimals, widest, self._model.largest_load)
        known = self._measured.get(kind)
        if known is not None and known[0] == key:
            return known[1]
        bold = QFont(font)
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        words, turn = (
            numbers.deviation(-widest, decimals),
            numbers.deviation_change(-widest, widest, decimals),
        )
        if kind == LOAD:
            widest = max(min(self._model.largest_load, 99_999), 888)
            words = numbers.load(widest, LOAD_TOLERANCE)
            turn = numbers.load_change(widest, 88, LOAD_TOLERANCE)
        number = metrics.horizontalAdvance(words) + 4
        after = metrics.horizontalAdvance(numbers.ARROW.lstrip() + words) + 4
        change = metrics.horizontalAdvance(turn) + 4
        self._measured[kind] = (key, (number, after, change))
        return number, after, change

    # parts of a cell
    def _text_color(self, option):
        enabled = option.state & QStyle.StateFlag.State_Enabled
        active = option.state & QStyle.StateFlag.State_Active
        group = QPalette.ColorGroup.Disabled
        if enabled:
            group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
        selected = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        return option.palette.color(group, role)

    def _number(self, painter, option, index, text, area):
        """The number, right aligned; where "before → after" has no room, what it would be."""
        painter.setFont(option.font)
        painter.setPen(self._text_color(option))
        metrics = QFontMetrics(option.font)
        if metrics.horizontalAdvance(text) > area.width() and index.data(AfterRole) is not None:
            text = index.data(AfterTextRole) or text
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, RIGHT, shown)

    def _deviation(self, painter, option, index, text):
        area = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        if index.data(TerritoryRole) is None or not text:
            return
        value, after, kind = index.data(ValueRole), index.data(AfterRole), index.data(KindRole)
        width, arrow, change = self._widths(option.font, kind)
        # room for what a stroke shows is kept free at all times, so that no bar moves while one is drawn
        for wider, bar in ((change, USUAL_BAR), (arrow, SHORTEST_BAR)):
            if area.width() - wider - 2 * PADDING >= bar:
                width = wider
                break
        room = area.width() - width - 2 * PADDING
        if room < SHORTEST_BAR or (after is not None and kind == LOAD and width < arrow):
            # what a stroke would do is worth more than the bar
            self._number(painter, option, index, text, area)
            return
        self._number(painter, option, index, text, QRectF(area.left(), area.top(), width, area.height()))
        length = min(room, LONGEST_BAR)
        bar = QRectF(area.left() + width + 2 * PADDING, area.top(), length, area.height())
        scale = (self._model.bar_limit, self._model.tolerance())
        if kind == LOAD:
            value, after = (one - 100 if numbers.is_number(one) else None for one in (value, after))
            scale = (self._model.load_limit, LOAD_TOLERANCE)
        self._bar(painter, option, bar, value, after, index.data(WithinRole), scale)

    def _total(self, painter, option, index, text):
        """A number; a measure's total has a line below it, from 0 to the target (a tick) and beyond."""
        area = QRectF(option.rect).adjusted(PADDING, 0, -PADDING, 0)
        bar = index.data(BarRole)
        if bar is None:
            self._number(painter, option, index, text, area)
            return
        self._number(painter, option, index, text, area.adjusted(0, 0, 0, -LINE))
        part, within = bar
        limit = self._model.total_limit
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = self._text_color(option)
        top = area.bottom() - LINE - 1
        ground = QColor(ink)
        ground.setAlpha(60 if selected else 30)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(area.left(), top, area.width(), LINE), ground)
        fill = QColor(ink)
        fill.setAlpha(150 if selected else 120)
        if not within:
            fill = OVER if part > 1 else UNDER
        length = area.width() * min(1.0, max(0.0, part) / limit)
        painter.fillRect(QRectF(area.left(), top, length, LINE), fill)
        target = round(area.left() + area.width() / limit)
        painter.fillRect(QRectF(target, top - 2, 1, LINE + 3), ink)

    def _bar(self, painter, option, area, value, after, within, scale):
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = self._text_color(option)
        limit, tolerance = scale
        half, middle = area.width() / 2, area.center().x()
        thick = max(6.0, area.height() * 0.42)
        top = area.center().y() - thick / 2

        band = QColor(ink)
        band.setAlpha(46 if selected else 28)
        reach = half * min(1.0, tolerance / limit)
        painter.fillRect(QRectF(middle - reach, top - 3, 2 * reach, thick + 6), band)

        shown = after if after is not None else value
        if numbers.is_number(shown):
            fill = QColor(ink)
            fill.setAlpha(150 if selected else 120)
            if not within:
                fill = OVER if shown > 0 else UNDER
            painter.setBrush(fill)
            painter.setPen(QPen(ink, 1) if selected and not within else Qt.PenStyle.NoPen)
            painter.drawPolygon(_bar_shape(middle, top, thick, half, shown / limit))
        if after is not None and numbers.is_number(value):
            # what it was: an outline that the new bar grows out of or shrinks from
            outline = QPen(ink, 1, Qt.PenStyle.DotLine)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(outline)
            painter.drawPolygon(_bar_shape(middle, top, thick, half, value / limit))
        axis = QColor(ink)
        axis.setAlpha(150)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(axis, 1))
        painter.drawLine(QPointF(middle, top - 3), QPointF(middle, top + thick + 2))

    def _swatch(self, painter, option, index):
        side = min(option.rect.height() - 8, option.rect.width() - 6, 16)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(option.rect).center())
        color = index.data(Qt.ItemDataRole.BackgroundRole)
        ink = self._text_color(option)
        frame = QColor(ink)
        frame.setAlpha(140)
        painter.setPen(QPen(frame, 1))
        painter.setBrush(QBrush(color) if color is not None else QBrush(frame, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(box, 2.5, 2.5)

    def _padlock(self, painter, option, index):
        if index.data(TerritoryRole) is None:
            return
        locked = bool(index.data(ValueRole))
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not locked and not hovered:
            return
        side = min(option.rect.height() - 6, 16)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(option.rect).center())
        painter.setOpacity(1.0 if locked else 0.4)
        (self._lock if locked else self._unlock).paint(painter, box.toRect())


def _bar_shape(middle, top, thick, half, ratio):
    """A bar from the middle; beyond the scale it ends in a point, to say that it goes on."""
    cut = abs(ratio) > 1
    way = 1 if ratio > 0 else -1
    tip = middle + way * half * min(1.0, abs(ratio))
    back = tip - way * min(thick / 2, half / 2) if cut else tip
    return QPolygonF(
        [
            QPointF(middle, top),
            QPointF(back, top),
            QPointF(tip, top + thick / 2),
            QPointF(back, top + thick),
            QPointF(middle, top + thick),
        ]
    )
