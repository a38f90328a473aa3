"""Import from boundaries: units get the territory in whose shape they are."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox

from ..layers.overlay_import import (
    boundary_name_field,
    lay_boundaries,
    placed_by_boundaries,
    read_boundaries,
)
from ..layers.snapshot import LayerSnapshot
from ..translate import tr
from .help import open_help
from .overlay_dialog import OverlayDialog


class ImportBoundariesDialog(OverlayDialog):
    """Asks for the boundaries, and by what a unit is in one."""

    NAME = "import_boundaries"

    def __init__(self, session, parent=None, *, iface=None):
        super().__init__(session, tr("Import from Boundaries"), parent, iface=iface)
        self.setObjectName("TerritoryManagerImportBoundariesDialog")

    def add_choices(self, form):
        self.layer = QgsMapLayerComboBox(self)
        self.layer.setObjectName("boundariesLayerCombo")
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layer.setExceptedLayerList([self._session.layer])
        self.name_field = QgsFieldComboBox(self)
        self.name_field.setObjectName("boundaryNameCombo")
        self.name_field.setToolTip(tr("Field with the name of the territory"))
        self.method = QComboBox(self)
        self.method.setObjectName("methodCombo")
        self.method.addItems([tr("in which its centre lies"), tr("that covers the largest part of it")])
        self.method.setCurrentIndex(int(self.remembered.get("method", 0)))
        before = QgsProject.instance().mapLayersByName(self.remembered.get("layer", ""))
        if before and before[0] is not self._session.layer:
            self.layer.setLayer(before[0])
        self._layer_changed(self.layer.currentLayer())
        form.addRow(tr("Boundaries"), self.layer)
        form.addRow(tr("Territory"), self.name_field)
        form.addRow(tr("A unit belongs to the boundary"), self.method)
        self.layer.layerChanged.connect(self._layer_chosen)
        self.name_field.fieldChanged.connect(self.ask)
        self.method.currentIndexChanged.connect(self.ask)

    def missing(self):
        if self.layer.currentLayer() is None:
            return tr("The project has no other layer of polygons. Add the boundaries to it.")
        if not self.name_field.currentField():
            return tr("Choose the field with the name of the territory.")
        return None

    def prepare(self):
        session = self._session
        session.flush()
        units, crs = session.alignment.units, session.crs
        source, field = LayerSnapshot(self.layer.currentLayer()), self.name_field.currentField()
        method, context = self.method.currentIndex(), QgsProject.instance().transformContext()

        def work(progress, cancelled):
            boundaries = read_boundaries(source, field, crs, context)
            if cancelled():
                return None
            overlay = lay_boundaries(units, boundaries, method, progress=progress, cancelled=cancelled)
            return placed_by_boundaries(units, boundaries, overlay)

        return work

    def show_help(self):
        open_help("import-from-boundaries")

    def choices(self):
        return {"layer": self.layer.currentLayer().name(), "method": self.method.currentIndex()}

    def _layer_changed(self, layer):
        self.name_field.setLayer(layer)
        if layer is not None:
            own = layer.fields().lookupField(self._session.territory_field)
            usual = boundary_name_field(layer.fields())
            self.name_field.setField(layer.fields().at(own).name() if own >= 0 else usual)

    def _layer_chosen(self, layer):
        self.name_field.blockSignals(True)
        self._layer_changed(layer)
        self.name_field.blockSignals(False)
        self.ask()
