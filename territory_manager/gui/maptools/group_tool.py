"""Whole group: paint units together that share a value, a county or a keep-together group."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtCore import QObject

from ...layers.nulls import is_null
from ...translate import tr
from .paint_tool import PaintTool


class Groups(QObject):
    """Which units share a value of a field; read once, and again after the field or the units changed."""

    def __init__(self, session, field: str, parent=None):
        super().__init__(parent)
        self._session = session
        self._layer = session.layer
        self.field = field
        self._members: dict[object, np.ndarray] | None = None
        self._values: dict[int, object] = {}
        self._layer.attributeValueChanged.connect(self._value_changed)
        for signal in (self._layer.featureAdded, self._layer.featureDeleted, self._layer.updatedFields,
                       self._layer.dataChanged, self._layer.subsetStringChanged):  # fmt: skip
            signal.connect(self._forget)

    def of(self, position: int) -> tuple[object, np.ndarray]:
        """Value and positions (c,) of the group of a unit; a unit without a value is a group of its own."""
        if self._members is None:
            self._read()
        value = self._values.get(position)
        if value is None:
            return None, np.array([position])
        return value, self._members[value]

    def stop(self) -> None:
        """Listen to the layer no longer; harmless when it is gone."""
        try:
            self._layer.attributeValueChanged.disconnect(self._value_changed)
            for signal in (self._layer.featureAdded, self._layer.featureDeleted, self._layer.updatedFields,
                           self._layer.dataChanged, self._layer.subsetStringChanged):  # fmt: skip
                signal.disconnect(self._forget)
        except (TypeError, RuntimeError):
            # the layer is gone, and its connections with it
            self._members = None

    def _read(self) -> None:
        index = self._layer.fields().lookupField(self.field)
        members: dict[object, list[int]] = {}
        self._values = {}
        if index >= 0:
            request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
            request.setSubsetOfAttributes([index])
            for feature in self._layer.getFeatures(request):
                value = feature.attribute(index)
                position = self._session.live.position(feature.id())
                if position is not None and not is_null(value):
                    self._values[position] = value
                    members.setdefault(value, []).append(position)
        self._members = {value: np.array(sorted(units)) for value, units in members.items()}

    def _value_changed(self, _fid, index, _value) -> None:
        if index == self._layer.fields().lookupField(self.field):
            self._members = None

    def _forget(self, *_details) -> None:
        self._members = None


class GroupTool(PaintTool):
    """Paint whose smallest piece is a group; `field` says which units belong together."""

    by = "groups"

    def __init__(self, brush, field=None):
        super().__init__(brush)
        self.verb = tr("Paint groups with")
        self._field = field
        self._groups: Groups | None = None

    @property
    def field(self) -> str | None:
        """Field whose values make the groups."""
        return self._field

    @field.setter
    def field(self, field: str | None) -> None:
        self._field = field
        self._stop()
        if self.isActive():
            self._tell()

    def hint(self):
        if self._field is None:
            return tr("Choose the field that makes the groups in the menu of the button.")
        return tr("Click or drag: all units with the same {field} are painted.").format(field=self._field)

    def deactivate(self):
        super().deactivate()
        self._stop()

    def begin(self, event):
        if self._field is None:
            self.brush.say(tr("Choose the field that makes the groups in the menu of the button."))
            return None
        return super().begin(event)

    def hover(self, under):
        stroke = self.brush.stroke()
        stroke.add(self.expanded([under]))
        return stroke

    def expanded(self, met):
        if self._field is None:
            return met
        if self._groups is None:
            self._groups = Groups(self.brush.session, self._field, self)
        groups = {}
        for position in met:
            value, members = self._groups.of(int(position))
            groups[value if value is not None else ("alone", int(position))] = members
        return np.concatenate(list(groups.values())) if groups else np.zeros(0, dtype=np.int64)

    def _stop(self) -> None:
        if self._groups is not None:
            self._groups.stop()
            self._groups.deleteLater()
            self._groups = None
