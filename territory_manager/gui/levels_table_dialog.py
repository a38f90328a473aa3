"""Asks for a table with a territory a row, and beside it its region, country and so on."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsVectorLayer
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from ..layers.levels import levels_from_table
from ..layers.nulls import text_or_none
from ..settings import Settings
from ..translate import tr
from .help import open_help


class LevelsTableDialog(QDialog):
    """Chooses the table and which of its fields are levels, the lowest on top; `levels` reads it."""

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerLevelsTableDialog")
        self.setWindowTitle(tr("Levels from a Table"))
        self._session = session
        self._settings = Settings()
        self._file_layers = []
        self.layer_combo = QgsMapLayerComboBox(self)
        self.layer_combo.setObjectName("levelsLayerCombo")
        self.layer_combo.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.browse = QPushButton(tr("File…"), self)
        self.browse.setObjectName("levelsFileButton")
        self.browse.clicked.connect(self._browse)
        line = QHBoxLayout()
        line.addWidget(self.layer_combo, 1)
        line.addWidget(self.browse)
        self.territory_combo = QgsFieldComboBox(self)
        self.territory_combo.setObjectName("levelsTerritoryCombo")
        self.fields_list = QListWidget(self)
        self.fields_list.setObjectName("levelFieldsList")
        self.fields_list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.fields_list.setToolTip(tr("Tick the levels; drag them into their order, the lowest on top"))
        form = QFormLayout()
        form.addRow(tr("Table"), line)
        form.addRow(tr("Territory"), self.territory_combo)
        form.addRow(tr("Levels, the lowest on top"), self.fields_list)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel | buttons.Help, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("levels"))
        box = QVBoxLayout(self)
        box.addLayout(form)
        box.addWidget(self.buttons)
        self.layer_combo.layerChanged.connect(self._layer_changed)
        self.territory_combo.fieldChanged.connect(lambda _name: self._fill())
        self.fields_list.itemChanged.connect(lambda _item: self._check())
        self._layer_changed(self.layer_combo.currentLayer())

    def open_file(self, path: str) -> bool:
        """Offers a file as a table; tells whether it can be read."""
        layer = QgsVectorLayer(path, path.replace("\\", "/").rsplit("/", 1)[-1], "ogr")
        if not layer.isValid():
            return False
        self._file_layers.append(layer)
        self.layer_combo.setAdditionalLayers(self._file_layers)
        self.layer_combo.setLayer(layer)
        return True

    def fields(self) -> list[str]:
        """The fields that are levels, the lowest first."""
        items = [self.fields_list.item(row) for row in range(self.fields_list.count())]
        return [item.text() for item in items if item.checkState() == Qt.CheckState.Checked]

    def levels(self) -> tuple:
        """The levels that the table says, and in words what could not be followed."""
        layer, names = self.layer_combo.currentLayer(), [self.territory_combo.currentField(), *self.fields()]
        places = [layer.fields().lookupField(name) for name in names]
        rows = [[feature.attributes()[place] for place in places] for feature in layer.getFeatures()]
        return levels_from_table(rows, self.fields(), self._session.settings.territories)

    def _browse(self):
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.windowTitle(),
            self._settings.export_folder,
            tr("Tables (*.csv *.xlsx *.ods *.gpkg);;All files (*)"),
        )
        if path and not self.open_file(path):
            self.browse.setToolTip(tr("{file} cannot be read as a table.").format(file=path))

    def _layer_changed(self, layer):
        self.territory_combo.setLayer(layer)
        if isinstance(layer, QgsVectorLayer):
            self.territory_combo.setField(self._likely(layer))
        self._fill()

    def _likely(self, layer):
        """The field that has the most names of territories."""
        known = set(self._session.settings.territories)
        hits = dict.fromkeys(layer.fields().names(), 0)
        for feature in layer.getFeatures():
            for name, value in zip(hits, feature.attributes()):
                hits[name] += text_or_none(value) in known
        return max(hits, key=hits.__getitem__, default="")

    def _fill(self):
        layer, own = self.layer_combo.currentLayer(), self.territory_combo.currentField()
        self.fields_list.clear()
        for field in layer.fields() if isinstance(layer, QgsVectorLayer) else ():
            if field.name() in (own, "fid"):
                continue
            item = QListWidgetItem(field.name())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.fields_list.addItem(item)
        self._check()

    def _check(self):
        ready = bool(self.fields()) and bool(self.territory_combo.currentField())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)
