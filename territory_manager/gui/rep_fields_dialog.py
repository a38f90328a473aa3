"""Asks which field of a layer says what of the reps: for the plan's own reps, or for an import."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayerProxyModel, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from ..layers.rep import ROLES, rep_fields
from ..layers.table_files import TableError, is_table_file, read_table, table_layer
from ..settings import Settings
from ..translate import tr
from .help import open_help


def role_titles() -> dict[str, str]:
    """What is known of a rep → how that is called on screen."""
    return {
        "name": tr("Name"),
        "email": tr("E-mail"),
        "phone": tr("Phone"),
        "role": tr("Role"),
        "team": tr("Team"),
        "manager": tr("Manager"),
        "capacity": tr("Capacity"),
        "quota": tr("Quota"),
        "active_from": tr("Active from"),
        "active_to": tr("Active to"),
        "color": tr("Colour"),
        "note": tr("Note"),
    }


class RepFieldsDialog(QDialog):
    """Shows a layer's fields beside what is known of reps; `layer` and `fields` are the answer.

    Parameters
    ----------
    title : str
    layer : QgsVectorLayer, optional
        The one to describe; without it the user chooses one, or a file.
    fields : dict, optional
        What is chosen at first; default as the fields' names tell.
    excepted : sequence of QgsVectorLayer
        Layers that are not to choose from.
    """

    def __init__(self, title, layer=None, fields=None, excepted=(), parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerRepFieldsDialog")
        self.setWindowTitle(title)
        self._fixed = layer
        self._file_layers = []
        self._settings = Settings()
        form = QFormLayout()
        self.layer_combo = QgsMapLayerComboBox(self)
        self.layer_combo.setObjectName("repsSourceCombo")
        self.layer_combo.setFilters(
            QgsMapLayerProxyModel.Filter.PointLayer | QgsMapLayerProxyModel.Filter.NoGeometry
        )
        self.layer_combo.setExceptedLayerList(list(excepted))
        self.browse = QPushButton(tr("File…"), self)
        self.browse.setObjectName("repsFileButton")
        self.browse.clicked.connect(self._browse)
        if layer is None:
            line = QHBoxLayout()
            line.addWidget(self.layer_combo, 1)
            line.addWidget(self.browse)
            form.addRow(tr("Layer or table"), line)
        else:
            self.layer_combo.hide()
            self.browse.hide()
            form.addRow(tr("Layer or table"), QLabel(layer.name(), self))
        self.combos = {}
        for role in ROLES:
            combo = QgsFieldComboBox(self)
            combo.setObjectName(f"{role}FieldCombo")
            combo.setAllowEmptyFieldName(role != "name")
            combo.fieldChanged.connect(self._check)
            self.combos[role] = combo
            form.addRow(role_titles()[role], combo)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel | buttons.Help, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("reps-and-teams"))
        box = QVBoxLayout(self)
        box.addLayout(form)
        box.addWidget(self.buttons)
        self.layer_combo.layerChanged.connect(self._layer_changed)
        self._layer_changed(self.layer, fields)
        self.resize(max(self.sizeHint().width(), 420), self.sizeHint().height())

    @property
    def layer(self):
        """The layer or table that was chosen."""
        return self._fixed or self.layer_combo.currentLayer()

    @property
    def fields(self) -> dict:
        """What is known → field."""
        chosen = {role: combo.currentField() for role, combo in self.combos.items()}
        return {role: name for role, name in chosen.items() if name}

    def open_file(self, path: str) -> bool:
        """Offers a file as a table; tells whether it can be read."""
        layer = self._opened(path)
        if layer is None:
            return False
        self._file_layers.append(layer)
        self.layer_combo.setAdditionalLayers(self._file_layers)
        self.layer_combo.setLayer(layer)
        return True

    @staticmethod
    def _opened(path):
        if not is_table_file(path):
            layer = QgsVectorLayer(path, Path(path).name, "ogr")
            return layer if layer.isValid() else None
        # OGR takes every CSV for UTF-8 and the first sheet of a workbook
        try:
            return table_layer(read_table(path))
        except TableError:
            return None

    def _browse(self):
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Import Reps"),
            self._settings.export_folder,
            tr("Tables and layers (*.csv *.xlsx *.ods *.gpkg *.geojson *.shp);;All files (*)"),
        )
        if path and not self.open_file(path):
            self.buttons.button(QDialogButtonBox.StandardButton.Ok).setToolTip(
                tr("{file} cannot be read as a table.").format(file=path)
            )

    def _layer_changed(self, layer, fields=None):
        guess = dict(fields or {})
        if fields is None and isinstance(layer, QgsVectorLayer):
            guess = rep_fields(layer.fields())
        for role, combo in self.combos.items():
            combo.setLayer(layer)
            combo.setField(guess.get(role, ""))
        if not guess.get("name") and isinstance(layer, QgsVectorLayer) and layer.fields().count():
            self.combos["name"].setField(layer.fields().names()[0])
        self._check()

    def _check(self):
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled("name" in self.fields)
