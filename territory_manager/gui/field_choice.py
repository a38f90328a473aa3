"""A combo box of the numeric fields of several layers."""

from __future__ import annotations

from qgis.core import QgsFields
from qgis.PyQt.QtWidgets import QComboBox

from ..translate import tr


class FieldChoice(QComboBox):
    """Chooses a field of one of several layers, or none."""

    def __init__(self, name, parent=None):
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)

    def set_layers(self, layers, none: str = "") -> None:
        """Lists the fields of these layers and keeps the choice where it still is there.

        Parameters
        ----------
        layers : sequence of (key, QgsVectorLayer)
            A layer that is None has no fields.
        none : str
            What choosing no field means, if not just nothing.
        """
        before = self.choice()
        self.blockSignals(True)
        self.clear()
        self.addItem(none or tr("(none)"), None)
        for key, layer in layers:
            if layer is None:
                continue
            keys = set(layer.primaryKeyAttributes())
            fields: QgsFields = layer.fields()
            for position, field in enumerate(fields):
                if position not in keys:
                    title = tr("{field} – {layer}").format(
                        field=layer.attributeDisplayName(position), layer=layer.name()
                    )
                    self.addItem(fields.iconForField(position), title, (key, field.name()))
        self.blockSignals(False)
        self.choose(before)

    def choose(self, choice) -> None:
        """Chooses a (key, field), or nothing where that is not listed."""
        rows = [row for row in range(self.count()) if self.itemData(row) == choice]
        self.setCurrentIndex(rows[0] if rows else 0)

    def choice(self):
        """The chosen (key, field), None for none."""
        return self.currentData()
