"""Hears every edit of a units layer, whoever makes it, and hands the edits on together.

The slots only take notes: QGIS calls them once per changed value, and a field calculator run over a large
layer calls them that often in one go. What was noted is handed on once per turn of the event loop.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from qgis.core import QgsFields, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

_COMPUTED = (QgsFields.FieldOrigin.OriginExpression, QgsFields.FieldOrigin.OriginJoin)


@dataclass
class Changes:
    """What happened to the layer since the last refresh.

    Attributes
    ----------
    values : dict
        (feature id, field name as the plan knows it) → the newest value.
    features : dict
        Feature ids to read again: added, deleted or reshaped (a dict, because it keeps the order).
    renumbered : dict
        Feature id before a commit → feature id after it.
    renamed : dict
        Field name before → after.
    fields : bool
        Fields came, went or were renamed.
    everything : bool
        The layer must be read anew: filter or source changed, or data reloaded.
    """

    values: dict[tuple[int, str], Any] = field(default_factory=dict)
    features: dict[int, None] = field(default_factory=dict)
    renumbered: dict[int, int] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    fields: bool = False
    everything: bool = False

    def __bool__(self) -> bool:
        return bool(
            self.values or self.features or self.renumbered or self.renamed or self.fields or self.everything
        )


class LayerListener(QObject):
    """Notes a layer's edits.

    Parameters
    ----------
    layer : QgsVectorLayer
    watched : sequence of str
        Fields whose values matter.
    """

    changed = pyqtSignal()
    """Something was noted; once per turn of the event loop."""

    beforeCommit = pyqtSignal()
    """The layer is about to be saved: take what is pending while feature ids are still the old ones."""

    layerGone = pyqtSignal()
    """The layer is being removed; do not touch it any more."""

    def __init__(self, layer: QgsVectorLayer, watched, parent: QObject | None = None):
        super().__init__(parent)
        self._layer = layer
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.changed)
        self._changes = Changes()
        self._committing = False
        self._last_deleted: int | None = None
        self._watched: tuple[str, ...] = ()
        self._by_index: dict[int, str] = {}
        self._computed = False
        self._names: list[str] = []
        self._connections = (
            (layer.attributeValueChanged, self._on_value),
            (layer.geometryChanged, self._on_geometry),
            (layer.featureAdded, self._on_added),
            (layer.featureDeleted, self._on_deleted),
            (layer.updatedFields, self._on_fields),
            (layer.beforeCommitChanges, self._on_before_commit),
            (layer.afterCommitChanges, self._on_committed),
            (layer.beforeRollBack, self._on_commit_over),
            (layer.dataChanged, self._on_reload),
            (layer.subsetStringChanged, self._on_reload),
            (layer.dataSourceChanged, self._on_reload),
            (layer.crsChanged, self._on_reload),
            (layer.willBeDeleted, self._on_gone),
        )
        for signal, slot in self._connections:
            signal.connect(slot)
        self.watch(watched)

    @property
    def pending(self) -> bool:
        """Something was noted that nobody took yet."""
        return bool(self._changes)

    def watch(self, names) -> None:
        """Watch these fields from now on."""
        self._watched = tuple(names)
        self._note_fields()

    def take(self) -> Changes:
        """Hand over what was noted and start an empty page."""
        self._timer.stop()
        changes, self._changes = self._changes, Changes()
        return changes

    def stop(self) -> None:
        """Disconnect from the layer; harmless when done twice."""
        self._timer.stop()
        connections, self._connections = self._connections, ()
        for signal, slot in connections:
            try:
                signal.disconnect(slot)
            except (TypeError, RuntimeError):
                # the layer is gone already, and its connections with it
                continue

    def _note_fields(self) -> None:
        fields = self._layer.fields()
        self._names = fields.names()
        self._by_index = {fields.lookupField(name): name for name in self._watched if name in self._names}
        self._computed = any(fields.fieldOrigin(index) in _COMPUTED for index in self._by_index)

    def wake(self) -> None:
        """Emit `changed` in the next turn of the event loop."""
        if not self._timer.isActive():
            self._timer.start()

    def _on_value(self, fid, index, value) -> None:
        name = self._by_index.get(index)
        if name is not None:
            self._changes.values[fid, name] = value
        elif self._computed:
            # a virtual or joined field may depend on the edited one, and QGIS has no signal for that
            self._changes.features[fid] = None
        else:
            return
        self.wake()

    def _on_geometry(self, fid, _geometry=None) -> None:
        self._changes.features[fid] = None
        self.wake()

    def _on_added(self, fid) -> None:
        old, self._last_deleted = self._last_deleted, None
        if self._committing and old is not None and old < 0 <= fid and not self._is_pending(old):
            # while saving, QGIS tells a new feature's final id as "old one deleted, new one added"
            self._changes.renumbered[old] = fid
            self._changes.features.pop(old, None)
        else:
            self._changes.features[fid] = None
        self.wake()

    def _on_deleted(self, fid) -> None:
        if self._committing and fid < 0:
            self._last_deleted = fid
            if self._is_pending(fid):
                self._changes.features[fid] = None
        else:
            self._changes.features[fid] = None
        self.wake()

    def _is_pending(self, fid) -> bool:
        changes = self._changes
        return fid in changes.features or any(changed == fid for changed, _name in changes.values)

    def _on_fields(self) -> None:
        before, self._names = self._names, self._layer.fields().names()
        if len(before) == len(self._names):
            # only a rename keeps the number of fields
            for old, new in zip(before, self._names):
                if old != new and old in self._watched:
                    self._changes.renamed = _chain(self._changes.renamed, old, new)
                    self._watched = tuple(new if name == old else name for name in self._watched)
                    self._changes.values = {
                        (fid, new if name == old else name): value
                        for (fid, name), value in self._changes.values.items()
                    }
        self._changes.fields = True
        self._note_fields()
        self.wake()

    def _on_before_commit(self, *_stop_editing) -> None:
        self.beforeCommit.emit()
        self._committing = True
        self._last_deleted = None

    def _on_committed(self) -> None:
        self._on_commit_over()
        if self._layer.subsetString():
            # what was saved now need not pass the filter, and QGIS does not tell what disappears
            self._on_reload()

    def _on_commit_over(self) -> None:
        self._committing = False
        self._last_deleted = None

    def _on_reload(self, *_details) -> None:
        self._changes.everything = True
        self.wake()

    def _on_gone(self) -> None:
        self.stop()
        self.layerGone.emit()


def _chain(renamed: dict[str, str], old: str, new: str) -> dict[str, str]:
    """Add a rename; a → b and then b → c is a → c, and a → b and then b → a is nothing."""
    first = next((name for name, now in renamed.items() if now == old), old)
    joined = {name: now for name, now in renamed.items() if now != old}
    if first != new:
        joined[first] = new
    return joined
