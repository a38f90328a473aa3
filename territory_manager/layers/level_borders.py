"""A layer with the borders of a plan's levels: the units of each group put together, higher ones thicker.

Once it was asked for it follows the plan: groups whose units are others now are drawn again when the hand
rests, in the background. What each outline was made of stands beside it, so that a plan that is opened again
finds those that are behind.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransform,
    QgsEditorWidgetSetup,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtGui import QColor

from ..core.boundaries import boundaries
from ..core.geos import shapely
from ..translate import tr
from .fields import field
from .plan import PlanError
from .plan_tables import add_table
from .tasks import CoreTask
from .writing import WritingError

if TYPE_CHECKING:
    from ..core.checks import Finding
    from ..core.units import Units
    from .layer_listener import Changes
    from .session import PlanSession

_FIELDS = (("name", "text"), ("level", "text"), ("number", "count"), ("made_of", "text"))
_THINNEST, _THICKER = 0.4, 0.4
_REST_MS = 600

#: A group: the number of its level from 1, and its name.
Key = "tuple[int, str]"


class LevelBorders(QObject):
    """Draws a session's layer of borders, and keeps it in step; nothing until `draw` was called once."""

    def __init__(self, session: PlanSession):
        super().__init__(session)
        self._session = session
        self._task: CoreTask | None = None
        self._tried: dict[Key, str] | None = None
        self._watched: QgsVectorLayer | None = None
        self._failure = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._catch_up)

    # as other followers; levels and units are heard of through the session's own numbers
    def start(self) -> None:
        """Begin to follow, and look whether the borders are those of now."""
        self._session.statisticsChanged.connect(self._timer.start)
        self._timer.start()

    def stop(self) -> None:
        """Stop following; harmless when done twice."""
        self._timer.stop()
        self._abandon()
        self._watch(None)
        with suppress(TypeError, RuntimeError):  # not connected
            self._session.statisticsChanged.disconnect(self._timer.start)

    def follow(self, changes: Changes) -> bool:
        """Nothing at once."""
        return False

    pending = False

    @property
    def findings(self) -> list[Finding]:
        """Nothing about single units."""
        return []

    @property
    def problems(self) -> list[str]:
        """Why the borders are not those of now, in words."""
        return [self._failure] if self._failure else []

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The layer of the project that shows them, None where there is none."""
        settings = self._session.settings
        layer = self._session.project().mapLayer(settings.borders_layer) if settings.borders_layer else None
        return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None

    @property
    def busy(self) -> bool:
        """Something is being drawn, or about to be."""
        return self._task is not None or self._timer.isActive()

    def draw(self) -> CoreTask:
        """Draw all of them anew, into a layer that is made where there is none; returns the task.

        Raises
        ------
        PlanError
            When the plan has no levels, or the layer is being edited.
        """
        self._session.flush()
        if not len(self._session.followers.levels):
            raise PlanError(tr("The plan has no levels yet. Make some first (Levels…)."))
        layer = self.layer
        if layer is not None and layer.isEditable():
            raise PlanError(_edited(layer))
        return self._begin(self._made_of(), {})

    # following
    def _catch_up(self) -> None:
        """Draw the groups that are not as the plan has them."""
        session, layer = self._session, self.layer
        self._watch(layer)
        if layer is None or not session.is_open:
            self._tell("")
            return
        wanted, there = self._made_of(), _drawn(layer)
        if wanted == {key: made_of for key, (_fid, made_of) in there.items()}:
            self._abandon()
            self._tried = None
            self._tell("")
        elif layer.isEditable():
            self._abandon()
            self._tell(_edited(layer))
        elif wanted != self._tried:
            self._begin(wanted, {key: made_of for key, (_fid, made_of) in there.items()})

    def _made_of(self) -> dict[Key, str]:
        """Every group that has units, and what tells their places and shapes from others."""
        session, levels = self._session, self._session.followers.levels
        units, found = session.alignment.units, {}
        shapes = np.column_stack([units.xy, units.areas, units.perimeters])
        for number, level in enumerate(levels.all):
            labels = levels.ledger(number).labels
            for place, name in enumerate(level.groups):
                mine = shapes[labels == place]
                if len(mine):
                    # in whatever order the units come
                    mine = np.ascontiguousarray(mine[np.lexsort(mine.T)])
                    made_of = hashlib.blake2b(mine.tobytes(), digest_size=12)
                    made_of.update(level.name.encode())
                    found[number + 1, name] = made_of.hexdigest()
        return found

    def _begin(self, wanted: dict[Key, str], there: dict[Key, str]) -> CoreTask:
        self._abandon()
        self._tried = wanted
        outdated = {key for key, made_of in wanted.items() if there.get(key) != made_of}
        work = _Work(self._session, outdated)
        task = self._task = CoreTask(tr("Drawing level borders"), work.run)
        task.succeeded.connect(lambda outlines: self._end(task, lambda: self._show(wanted, outlines)))
        task.failed.connect(lambda words: self._end(task, lambda: self._tell(words)))
        task.stopped.connect(lambda: self._end(task, self._tell_cancelled))
        task.start()
        return task

    def _end(self, task: CoreTask, then) -> None:
        if task is self._task:
            self._task = None
            then()

    def _abandon(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.abandon()

    def _tell_cancelled(self) -> None:
        self._tell(
            tr("Drawing level borders was cancelled: they are not those of now. Choose Draw Level Borders.")
        )

    def _tell(self, failure: str) -> None:
        if failure != self._failure:
            self._failure = failure
            self._session.problemsChanged.emit()

    def _watch(self, layer: QgsVectorLayer | None) -> None:
        """Catch up when somebody has ended editing the layer."""
        if layer is self._watched:
            return
        if self._watched is not None:
            with suppress(TypeError, RuntimeError):  # the layer may be gone
                self._watched.editingStopped.disconnect(self._timer.start)
        self._watched = layer
        if layer is not None:
            layer.editingStopped.connect(self._timer.start)

    # the layer
    def _show(self, wanted: dict[Key, str], outlines: dict[Key, bytes]) -> None:
        session = self._session
        if not session.is_open:
            return
        layer = self.layer
        names = [level.name for level in session.followers.levels.all]
        try:
            if layer is None:
                self._make(wanted, outlines, names)
            elif layer.isEditable():
                raise PlanError(_edited(layer))
            else:
                before = _level_names(layer)
                self._replace(layer, wanted, outlines)
                # only for other levels: somebody may have styled the layer since
                if before != _level_names(layer) and _is_ours(layer):
                    style_level_borders(layer, names)
                layer.triggerRepaint()
        except (ValueError, WritingError) as error:
            self._tell(str(error))
            return
        self._watch(self.layer)
        self._tell("")

    def _make(self, wanted: dict[Key, str], outlines: dict[Key, bytes], names: list[str]) -> None:
        session = self._session
        fields = [field(name, kind) for name, kind in _FIELDS]
        layer = add_table(session, "level_borders", tr("Level borders"), fields, "MultiPolygon")
        self._replace(layer, wanted, outlines)
        style_level_borders(layer, names)
        layer.setEditorWidgetSetup(
            layer.fields().lookupField("made_of"), QgsEditorWidgetSetup("Hidden", {})
        )
        session.settings.borders_layer = layer.id()
        session.project().addMapLayer(layer)
        session.store()

    def _replace(self, layer: QgsVectorLayer, wanted: dict[Key, str], outlines: dict[Key, bytes]) -> None:
        """What was drawn takes the place of what is there under its name; what there is no more goes."""
        session = self._session
        back = QgsCoordinateTransform(session.crs, layer.crs(), session.project().transformContext())
        names = {number + 1: level.name for number, level in enumerate(session.followers.levels.all)}
        features = []
        for (number, name), wkb in outlines.items():
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            geometry.transform(back)
            feature = QgsFeature(layer.fields())
            feature.setGeometry(geometry)
            values = (name, names.get(number), number, wanted[number, name])
            for (column, _kind), value in zip(_FIELDS, values):
                feature.setAttribute(column, value)
            features.append(feature)
        provider = layer.dataProvider()
        # a layer that only shows what the plan says: nothing of the user's is lost
        kept = {
            fid
            for key, (fid, made_of) in _drawn(layer).items()
            if wanted.get(key) == made_of and key not in outlines
        }
        old = [fid for fid in layer.allFeatureIds() if fid not in kept]
        done = not old or provider.deleteFeatures(old)
        if not done or (features and not provider.addFeatures(features)[0]):
            raise WritingError(tr("Layer “{layer}” cannot be written.").format(layer=layer.name()))
        layer.updateExtents()


class _Work:
    """The units and groups that are to be drawn, copied for another thread."""

    def __init__(self, session: PlanSession, keys: set[Key]):
        units, levels = session.alignment.units, session.followers.levels
        self._units: Units = units.subset(np.ones(units.n, dtype=bool))
        self._levels = []
        for number, level in enumerate(levels.all):
            chosen = np.array([(number + 1, name) in keys for name in level.groups], dtype=bool)
            labels = levels.ledger(number).labels
            # what is not asked for is nobody's: only the others are put together
            labels = np.where((labels >= 0) & np.append(chosen, False)[labels], labels, -1)
            self._levels.append((level, labels))

    def run(self, progress=None, cancelled=None) -> dict[Key, bytes]:
        """WKB in metres of every group that was asked for and has a shape."""
        found: dict[Key, bytes] = {}
        for number, (level, labels) in enumerate(self._levels):
            if progress is not None:
                progress(100.0 * number / len(self._levels), level.name)
            if not (labels >= 0).any():
                continue
            try:
                outlines = boundaries(self._units, labels, len(level.groups), cancelled=cancelled)
            except InterruptedError:
                return None
            for name, outline in zip(level.groups, outlines):
                if outline is not None:
                    found[number + 1, name] = shapely.to_wkb(outline, output_dimension=2)
        return found


def _edited(layer: QgsVectorLayer) -> str:
    words = tr("Layer “{layer}” is being edited, so its borders do not follow. Save or discard that first.")
    return words.format(layer=layer.name())


def _drawn(layer: QgsVectorLayer) -> dict[Key, tuple[int, str]]:
    """Group → feature that shows it, and what that was made of."""
    places = [layer.fields().lookupField(name) for name in ("number", "name", "made_of")]
    found = {}
    for feature in layer.getFeatures():
        values = feature.attributes()
        number, name, made_of = (values[place] if place >= 0 else None for place in places)
        with suppress(TypeError, ValueError):  # somebody else's row
            found[int(number), str(name)] = (feature.id(), str(made_of))
    return found


def _level_names(layer: QgsVectorLayer) -> dict[int, str]:
    """Number → name of the levels that have outlines in the layer."""
    return {feature["number"]: feature["level"] for feature in layer.getFeatures()}


def _is_ours(layer: QgsVectorLayer) -> bool:
    """Whether the layer is drawn by level."""
    renderer = layer.renderer()
    return isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute() == "number"


def style_level_borders(layer: QgsVectorLayer, levels: list[str]) -> None:
    """Outlines without a fill, a thicker one for every level higher, and the names of the groups."""
    categories = []
    for number in np.arange(len(levels), 0, -1).tolist():
        symbol = QgsFillSymbol.createSimple(
            {
                "style": "no",
                "outline_color": "#1a1a1a",
                "outline_width": f"{_THINNEST + _THICKER * number:g}",
                "joinstyle": "round",
            }
        )
        categories.append(QgsRendererCategory(number, symbol, levels[number - 1]))
    layer.setRenderer(QgsCategorizedSymbolRenderer("number", categories))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setColor(QColor("#ffffff"))
    text = QgsTextFormat()
    text.setSize(11)
    text.setColor(QColor("#1a1a1a"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
