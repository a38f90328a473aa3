"""What all painting tools have in common: one press, drag and release is one stroke and one undo step."""

from __future__ import annotations

from qgis.gui import QgsMapTool
from qgis.PyQt.QtCore import QEvent, QPoint, Qt, QTimer

from ...translate import tr
from .. import numbers
from ..stroke import Stroke
from ..stroke_words import called, of_stroke
from .brush import ALLOW, FORBID, Brush
from .cursor_label import CursorLabel
from .stroke_item import StrokeItem

#: Should the map not be drawn anew after a stroke, its picture goes after this time in milliseconds.
LINGER = 1500

#: Keys that change the tool while one of them is in hand.
TOOL_KEYS = {
    Qt.Key.Key_P: "actionPaint",
    Qt.Key.Key_R: "actionPaintRectangle",
    Qt.Key.Key_L: "actionPaintLasso",
    Qt.Key.Key_F: "actionFill",
    Qt.Key.Key_G: "actionPaintGroup",
    Qt.Key.Key_B: "actionBorderPull",
    Qt.Key.Key_K: "actionPickTerritory",
}


class TerritoryTool(QgsMapTool):
    """Base of the painting tools.

    A tool says which units a stroke touches: `touch` at the press and with every move. Everything else, the
    picture, the label, the docks' preview, cancel and commit, is done here.

    Parameters
    ----------
    brush : Brush
    """

    #: How the undo list calls a stroke; set by each tool.
    verb = ""
    #: How the journal calls it.
    by = "paint"

    def __init__(self, brush: Brush):
        super().__init__(brush.canvas)
        self.brush = brush
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.stroke: Stroke | None = None
        self.item: StrokeItem | None = None
        self.label: CursorLabel | None = None
        self._hovered = -1
        self._under = -1
        self._followed = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(LINGER)
        self._wait.timeout.connect(self._clear_picture)

    # for the tools

    def hint(self) -> str:
        """What the status bar says while the tool is in hand."""
        return ""

    def begin(self, event) -> Stroke | None:
        """A new stroke at a press; None to do nothing."""
        return self.brush.stroke()

    def touch(self, stroke: Stroke, event) -> None:
        """Tell the stroke which units the mouse has touched since."""

    def hover(self, under: int) -> Stroke | None:
        """The stroke that a press on the unit at a position would begin; None to say nothing."""
        stroke = self.brush.stroke()
        stroke.add([under])
        return stroke

    def end(self) -> None:
        """The stroke is over, one way or the other."""

    def draw(self, added, removed=()) -> None:
        """Show units that joined the stroke and that left it."""
        if removed:
            self.item.remove(removed)
        if len(added):
            self.item.add(added)

    # QgsMapTool

    def activate(self):
        super().activate()
        brush = self.brush
        if brush.session is None:
            return
        self.item = StrokeItem(brush.canvas, brush.index)
        self.label = CursorLabel(brush.canvas)
        self._followed = brush.session
        self._followed.statisticsChanged.connect(self._layer_changed)
        brush.changed.connect(self._tell)
        brush.canvas.keyPressed.connect(self._key_while_dragging)
        brush.canvas.mapCanvasRefreshed.connect(self._map_is_drawn)
        brush.canvas.viewport().installEventFilter(self)
        brush.choose_a_target()
        brush.show_layer()
        brush.canvas.setFocus()
        self._tell()

    def deactivate(self):
        self.cancel()
        if self._followed is not None:
            self._followed.statisticsChanged.disconnect(self._layer_changed)
            self._followed = None
            self.brush.changed.disconnect(self._tell)
            self.brush.canvas.keyPressed.disconnect(self._key_while_dragging)
            self.brush.canvas.mapCanvasRefreshed.disconnect(self._map_is_drawn)
            self.brush.canvas.viewport().removeEventFilter(self)
            self.brush.hint("")
        self._wait.stop()
        scene = self.brush.canvas.scene()
        for item in (self.item, self.label):
            if item is not None:
                scene.removeItem(item)
        self.item = self.label = None
        super().deactivate()

    def canvasPressEvent(self, event):
        if not self._ready() or self.stroke is not None:
            return
        self.brush.session.flush()
        position = self.brush.index.at(event.mapPoint())
        if event.button() == Qt.MouseButton.RightButton:
            self.brush.swap(position)
            self._hover_again(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.brush.pick(position)
                self._hover_again(event)
            else:
                self._start(event, position)

    # the second press of a quick double click is a press like any other
    def canvasDoubleClickEvent(self, event):
        self.canvasPressEvent(event)

    def canvasMoveEvent(self, event):
        if not self._ready():
            return
        if self.stroke is None:
            self._hover(event)
            return
        self._under = self.brush.index.at(event.mapPoint())
        self.touch(self.stroke, event)
        self._show(event.pixelPoint())

    def canvasReleaseEvent(self, event):
        if self.stroke is None or event.button() != Qt.MouseButton.LeftButton or not self._ready():
            return
        self.touch(self.stroke, event)
        stroke, self.stroke = self.stroke, None
        count = len(stroke)
        target = called(stroke.territory)
        if count == 1:
            text = tr("{tool} {unit}: {territory}").format(
                tool=self.verb, unit=stroke.base.units.names[stroke.positions[0]], territory=target
            )
        else:
            text = tr("{tool} {count} units: {territory}").format(
                tool=self.verb, count=numbers.exact(count), territory=target
            )
        session = self.brush.session
        done = self.brush.commit(stroke, text, self.by)
        session.show_stroke(None)
        self.end()
        self._hovered = -1
        if self.item is None:
            return
        self.label.silence()
        if done:
            # the picture stays until the map below shows the same
            self._wait.start()
        else:
            self.item.clear()

    def keyPressEvent(self, event):
        if event.key() == Qt.Key.Key_Escape and self.stroke is not None:
            self.cancel()
            event.accept()
        elif event.key() == Qt.Key.Key_X:
            self.brush.swap(self._hovered)
            event.accept()
        elif event.key() in TOOL_KEYS:
            self.brush.toolRequested.emit(TOOL_KEYS[event.key()])
            event.accept()
        elif event.key() in (Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight):
            self._step(1 if event.key() == Qt.Key.Key_BracketRight else -1)
            event.accept()
        else:
            event.ignore()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Leave and self.stroke is None and self.label is not None:
            self.label.silence()
            self._hovered = -1
        return False

    # inside

    def cancel(self) -> None:
        """Drop the stroke under way; nothing was written."""
        if self.stroke is not None:
            self.stroke = None
            if self.brush.session is not None:
                self.brush.session.show_stroke(None)
            self.end()
        self._hovered = -1
        if self.item is not None:
            self._clear_picture()
            self.label.silence()

    def _ready(self) -> bool:
        session = self.brush.session
        return session is not None and session.is_open and self.item is not None

    def _start(self, event, position: int) -> None:
        self._clear_picture()
        stroke = self.begin(event)
        if stroke is None:
            self.label.silence()
            return
        self._hovered = -1
        self._under = position
        self.stroke = stroke
        self.item.begin(self.brush.session.colors.get(stroke.territory))
        self.touch(stroke, event)
        self._show(event.pixelPoint())

    def _show(self, cursor: QPoint) -> None:
        """Label and docks say what letting go would do."""
        session = self.brush.session
        if len(self.stroke):
            session.show_stroke(self.stroke)
        else:
            session.show_stroke(None)
        self._say(self.stroke, cursor, self._under)

    def _say(self, stroke: Stroke, cursor: QPoint, under: int) -> None:
        rule = self.brush.rule
        words = of_stroke(stroke, self.brush.session, under, rule != ALLOW, rule == FORBID)
        color = self.brush.session.colors.get(stroke.territory)
        self.label.say(words, cursor, self.item.boxes, color)

    def _hover(self, event) -> None:
        under = self.brush.index.at(event.mapPoint())
        if under == self._hovered:
            if self.label.isVisible():
                self.label.say(self.label.words, event.pixelPoint(), color=self.brush.color)
            return
        self._hovered = under
        stroke = self.hover(under) if under >= 0 else None
        if stroke is None:
            self.label.silence()
        else:
            self._say(stroke, event.pixelPoint(), under)

    def _hover_again(self, event) -> None:
        self._hovered = -1
        self._hover(event)

    def _step(self, step: int) -> None:
        names = list(self.brush.session.settings.territories) if self.brush.session is not None else []
        if names:
            at = names.index(self.brush.target) if self.brush.target in names else -1 if step > 0 else 0
            self.brush.target = names[(at + step) % len(names)]

    def _key_while_dragging(self, event) -> None:
        # while a button is down the canvas does not hand keys to its tool
        if event.key() == Qt.Key.Key_Escape and self.stroke is not None:
            self.cancel()

    def _tell(self) -> None:
        self._hovered = -1
        self.brush.hint(
            tr("{what} Now: {territory}. Alt-click picks another, right click swaps, Esc cancels.").format(
                what=self.hint(), territory=called(self.brush.target)
            )
        )

    def _layer_changed(self) -> None:
        """Somebody edited the layer: what the stroke was based on is not true any more."""
        self._hovered = -1
        if self.stroke is not None:
            self.cancel()
            self.brush.say(tr("The layer was edited meanwhile; the stroke was cancelled."))

    def _map_is_drawn(self) -> None:
        if self.stroke is None:
            self._clear_picture()

    def _clear_picture(self) -> None:
        self._wait.stop()
        if self.item is not None and self.item.image is not None:
            self.item.clear()
