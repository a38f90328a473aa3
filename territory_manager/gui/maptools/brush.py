"""The brush that all map tools share: what they paint, over what, and by which rules."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...translate import tr
from ..messages import push_message
from ..stroke import ANY, Stroke
from ..unit_index import UnitIndex

WARN, FORBID, ALLOW = "warn", "forbid", "allow"


class Brush(QObject):
    """State of the painting tools while a plan is open.

    Parameters
    ----------
    iface : QgisInterface
    """

    changed = pyqtSignal()
    """Target, source, filter or rules changed."""
    toolRequested = pyqtSignal(str)
    """A key asks for another tool, by the name of its action."""

    def __init__(self, iface, parent=None):
        super().__init__(parent)
        self._iface = iface
        self.canvas = iface.mapCanvas()
        self.session = None
        self.index: UnitIndex | None = None
        self._only_from: object = ANY
        self._rule = WARN
        self._source: str | None = None
        self._has_source = False

    def set_session(self, session) -> None:
        """Paint in another plan, or in none."""
        if self.session is not None:
            self.session.territoriesChanged.disconnect(self._territories_changed)
            self.session.targetChanged.disconnect(self.changed)
        self.session = session
        self._only_from = ANY
        self._has_source = False
        self.index = None
        if session is not None:
            self.index = UnitIndex(session, self.canvas)
            session.territoriesChanged.connect(self._territories_changed)
            session.targetChanged.connect(self.changed)
        self.changed.emit()

    # what is painted
    @property
    def target(self) -> str | None:
        """Territory that is painted; None unassigns."""
        return self.session.current_target if self.session is not None else None

    @target.setter
    def target(self, territory: str | None) -> None:
        if self.session is not None:
            self.session.current_target = territory

    @property
    def color(self) -> str | None:
        """Its colour; None for unassigning."""
        return self.session.colors.get(self.target) if self.session is not None and self.target else None

    @property
    def only_from(self) -> object:
        """Units of which territory may be painted over: `ANY`, a name, or None for the unassigned."""
        return self._only_from

    @only_from.setter
    def only_from(self, territory: object) -> None:
        if territory is not self._only_from and territory != self._only_from:
            self._only_from = territory
            self.changed.emit()

    @property
    def rule(self) -> str:
        """What happens to a stroke that breaks contiguity or a limit: `WARN`, `FORBID` or `ALLOW`."""
        return self._rule

    @rule.setter
    def rule(self, rule: str) -> None:
        if rule != self._rule:
            self._rule = rule
            self.changed.emit()

    def choose_a_target(self) -> None:
        """The first tool of a new plan paints the territory that lacks most until somebody says otherwise."""
        session = self.session
        if session is None or session.current_target is not None or not session.settings.territories:
            return
        table = session.statistics().dropna(subset=["index_dev"])
        if len(table):
            self.target = table["territory"].iloc[int(table["index_dev"].to_numpy().argmin())]

    def swap(self, under: int) -> None:
        """Source and target change places.

        The source is the territory of the filter; without one, that of the last painted unit; else that of
        the unit at position `under` (-1: none).
        """
        source, known = self._source, self._has_source
        if self._only_from is not ANY:
            source, known = self._only_from, True
        if not known and under >= 0:
            source, known = self.territory_at(under), True
        if not known or source == self.target:
            self.say(tr("Paint a unit first, then the right button swaps where from and where to."))
            return
        before = self.target
        self._source, self._has_source = before, True
        if self._only_from is not ANY:
            self._only_from = before
        self.target = source
        self.changed.emit()

    def pick(self, under: int) -> bool:
        """Paint the territory of the unit at a position from now on."""
        if under < 0:
            return False
        territory = self.territory_at(under)
        self.target = territory
        return True

    def territory_at(self, position: int) -> str | None:
        """Territory of the unit at a position."""
        alignment = self.session.alignment
        label = int(alignment.labels[position])
        return None if label < 0 else alignment.territories[label]

    # strokes
    def stroke(self, target: object = ANY, only_from: object = ANY) -> Stroke:
        """A new stroke of this brush; a tool that knows better says to whom, and from whom."""
        return Stroke(
            self.session,
            self.target if target is ANY else target,
            self._only_from if only_from is ANY else only_from,
        )

    def commit(self, stroke: Stroke, text: str, by: str = "paint") -> bool:
        """Let go: write the stroke as one undo step of the layer, or say why not.

        The journal calls what did it `by`.
        """
        session = self.session
        warnings = stroke.warnings()
        if len(stroke) == 0:
            if warnings:
                self.say(warnings[0].text + ". " + tr("Locked units keep their territory."))
            return False
        if self._rule == FORBID:
            broken = [warning.text for warning in warnings if warning.breaks]
            if broken:
                words = tr("Nothing was changed: this stroke {what}. To paint anyway, choose Warn or Allow.")
                self.say(words.format(what=", ".join(broken)))
                return False
        starts = not session.layer.isEditable()
        last = self.territory_at(int(stroke.positions[-1]))
        try:
            done = session.assign(stroke.units, stroke.territory, text, by=by)
            session.flush()
        except (ValueError, RuntimeError) as error:
            self.say(str(error))
            return False
        if done:
            self._source, self._has_source = last, True
        if starts and session.layer.isEditable():
            words = tr(
                "Layer “{layer}” is being edited now: undo takes a stroke back, saving the layer keeps it."
            )
            self.say(words.format(layer=session.layer.name()), Qgis.MessageLevel.Info)
        return done

    def say(self, words: str, level=Qgis.MessageLevel.Warning) -> None:
        """Words in QGIS's message bar; they go by themselves."""
        push_message(self._iface, tr("Territory Manager"), words, level, 6)

    def hint(self, words: str) -> None:
        """Words in the status bar."""
        bar = self._iface.mainWindow().statusBar()
        if words:
            bar.showMessage(words)
        else:
            bar.clearMessage()

    def show_layer(self) -> None:
        """Make the units the current layer, so that QGIS's own undo is that of the strokes."""
        if self._iface.activeLayer() is not self.session.layer:
            self._iface.setActiveLayer(self.session.layer)

    def _territories_changed(self) -> None:
        names = self.session.settings.territories
        if isinstance(self._only_from, str) and self._only_from not in names:
            self._only_from = ANY
        if isinstance(self._source, str) and self._source not in names:
            self._has_source = False
        self.changed.emit()
