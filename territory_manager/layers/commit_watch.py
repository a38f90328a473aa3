"""What a save of a layer really saved, in a few text fields: told once it is in the source, never before."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field

from qgis.core import QgsFields, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .nulls import text_or_none
from .scenario_fields import column

Texts = "dict[int, str | None]"


@dataclass
class FieldChanges:
    """What happened to one field.

    Attributes
    ----------
    saved : dict
        Unit → value before the save, of the units that are in `values` or `removed` at least.
    values, added : dict
        Unit → value after it: of units that were there before, and of new ones under their final feature id.
    removed : dict
        Unit → value before it, of units that are no more.
    made : bool
        The field is new.
    old_name : str, optional
        How it was called before, where that changed.
    """

    saved: dict[int, str | None] = field(default_factory=dict)
    values: dict[int, str | None] = field(default_factory=dict)
    added: dict[int, str | None] = field(default_factory=dict)
    removed: dict[int, str | None] = field(default_factory=dict)
    made: bool = False
    old_name: str | None = None

    def __bool__(self) -> bool:
        return bool(self.values or self.added or self.removed or self.made or self.old_name)


class CommitWatch(QObject):
    """Compares the source with the edits just before they are saved, and tells what came of it.

    Parameters
    ----------
    layer : QgsVectorLayer
    fields : callable
        Names of the fields that matter now.
    whole : callable
        Whether the values before the save are wanted of all units, not only of those that changed.
    """

    saved = pyqtSignal(object)
    """Field → `FieldChanges`: this is in the source now."""
    over = pyqtSignal()
    """Edits were saved or thrown away; nothing is pending any more."""

    def __init__(
        self,
        layer: QgsVectorLayer,
        fields: Callable[[], Iterable[str]],
        whole: Callable[[], bool],
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._layer = layer
        self._fields = fields
        self._whole = whole
        self._found: dict[str, FieldChanges] = {}
        self._places: dict[str, int] = {}
        self._at_start: dict[str, dict[int, str | None]] | None = None
        self._in_source: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._failed)
        self._connections = (
            (layer.editingStarted, self._started),
            (layer.beforeCommitChanges, self._before),
            (layer.committedAttributeValuesChanges, self._values_in_source),
            (layer.committedFeaturesRemoved, self._removed_in_source),
            (layer.committedFeaturesAdded, self._added_in_source),
            (layer.afterCommitChanges, self._committed),
            (layer.editingStopped, self._stopped),
        )
        for signal, slot in self._connections:
            signal.connect(slot)
        if layer.isEditable():
            self._started()

    def stop(self) -> None:
        """Stop watching; harmless when done twice."""
        self._timer.stop()
        connections, self._connections = self._connections, ()
        for signal, slot in connections:
            with suppress(TypeError, RuntimeError):  # the layer may be gone, and its connections with it
                signal.disconnect(slot)

    # before
    def _in_transaction(self) -> bool:
        """Edits go straight into a transaction of the database, past QGIS's edit buffer."""
        provider = self._layer.dataProvider()
        return provider is not None and provider.transaction() is not None

    def _started(self) -> None:
        self._at_start = None
        if self._in_transaction():
            self._at_start = {name: column(self._layer, name) for name in self._fields()}

    def _before(self, *_stop_editing) -> None:
        self._timer.stop()
        self._in_source.clear()
        self._found = {}
        self._places = {name: self._layer.fields().lookupField(name) for name in self._fields()}
        if self._in_transaction():
            self._compare_with_start()
        elif self._layer.editBuffer() is not None:
            self._compare_with_source()

    def _compare_with_start(self) -> None:
        start = self._at_start or {}
        for name, place in self._places.items():
            if place < 0 or name not in start:
                continue
            before, now = start[name], column(self._layer, name)
            self._found[name] = FieldChanges(
                saved=before,
                values={fid: now[fid] for fid, value in before.items() if fid in now and now[fid] != value},
                added={fid: value for fid, value in now.items() if fid not in before},
                removed={fid: value for fid, value in before.items() if fid not in now},
            )

    def _compare_with_source(self) -> None:
        layer, buffer = self._layer, self._layer.editBuffer()
        changed = buffer.changedAttributeValues()
        deleted = list(buffer.deletedFeatureIds())
        fields, provider = layer.fields(), layer.dataProvider()
        for name, place in self._places.items():
            if place < 0:
                continue
            found = FieldChanges()
            values = {
                fid: text_or_none(row[place]) for fid, row in changed.items() if place in row and fid >= 0
            }
            if fields.fieldOrigin(place) == QgsFields.FieldOrigin.OriginEdit:
                found.made = True
                found.values = {fid: value for fid, value in values.items() if value is not None}
                found.saved = dict.fromkeys(found.values)
            elif fields.fieldOrigin(place) == QgsFields.FieldOrigin.OriginProvider:
                source_name = provider.fields().at(fields.fieldOriginIndex(place)).name()
                found.old_name = source_name if source_name != name else None
                found.saved = self._values_of(provider, source_name, [*values, *deleted])
                for fid in deleted:
                    values.pop(fid, None)
                found.values = {fid: value for fid, value in values.items() if value != found.saved.get(fid)}
                found.removed = {fid: found.saved.get(fid) for fid in deleted}
            self._found[name] = found

    def _values_of(self, provider, name: str, fids: list[int]) -> Texts:
        """What the source has in a field, of some features; of all where that is quicker, or wanted."""
        if not fids and not self._whole():
            return {}
        if self._whole() or 4 * len(fids) > provider.featureCount():
            return column(provider, name)
        return column(provider, name, fids)

    # while the source is written
    def _values_in_source(self, _layer_id, _values) -> None:
        self._in_source.add("values")
        self._timer.start()

    def _removed_in_source(self, _layer_id, _fids) -> None:
        self._in_source.add("removed")
        self._timer.start()

    def _added_in_source(self, _layer_id, features) -> None:
        self._in_source.add("added")
        for name, found in self._found.items():
            place = self._places[name]
            for feature in features:
                values = feature.attributes()
                found.added[feature.id()] = text_or_none(values[place]) if place < len(values) else None
        self._timer.start()

    # after
    def _committed(self) -> None:
        self._timer.stop()
        found, self._found = {name: each for name, each in self._found.items() if each}, {}
        if found:
            self.saved.emit(found)
        self.over.emit()
        if self._layer.isEditable():
            self._started()

    def _failed(self) -> None:
        """The save did not come to its end; what it wrote before it failed is in the source all the same."""
        partly = {}
        for name, found in self._found.items():
            part = FieldChanges(saved=found.saved)
            for kind in self._in_source & {"values", "added", "removed"}:
                setattr(part, kind, getattr(found, kind))
                setattr(found, kind, {})
            if part:
                partly[name] = part
        if partly:
            self.saved.emit(partly)
        if not self._layer.isEditable():
            self.over.emit()

    def _stopped(self) -> None:
        self._at_start = None
        if not self._timer.isActive():
            self.over.emit()
