"""Carry over: last year's alignment on this year's units, split, merged or renumbered as they may be."""

from __future__ import annotations

from qgis.core import QgsFieldProxyModel, QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QDoubleSpinBox

from ..layers.overlay_import import carry, placed_by_carrying, read_old_units, read_weights
from ..layers.snapshot import LayerSnapshot
from ..translate import tr
from . import numbers
from .help import open_help
from .overlay_dialog import OverlayDialog


class CarryOverDialog(OverlayDialog):
    """Asks for last year's units, by what parts of a unit are weighed, and what is certain."""

    NAME = "carry_over"

    def __init__(self, session, parent=None, *, iface=None):
        super().__init__(session, tr("Carry Over from Last Year"), parent, iface=iface)
        self.setObjectName("TerritoryManagerCarryOverDialog")

    def add_choices(self, form):
        self.layer = self._layers("oldLayerCombo", QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.territory_field = QgsFieldComboBox(self)
        self.territory_field.setObjectName("oldTerritoryCombo")
        self.accounts = self._layers("accountsLayerCombo", QgsMapLayerProxyModel.Filter.PointLayer)
        self.accounts.setAllowEmptyLayer(True)
        self.accounts.setLayer(None)
        self.accounts.setToolTip(
            tr("Points that tell which part of a unit counts; without them its area does")
        )
        self.weight = QgsFieldComboBox(self)
        self.weight.setObjectName("weightCombo")
        self.weight.setFilters(QgsFieldProxyModel.Filter.Numeric)
        self.weight.setAllowEmptyFieldName(True)
        self.weight.setToolTip(tr("What an account counts, such as its sales; nothing: 1"))
        self.certain = QDoubleSpinBox(self)
        self.certain.setObjectName("certainSpin")
        self.certain.setRange(50, 100)
        self.certain.setDecimals(0)
        self.certain.setSuffix(numbers.NO_BREAK + "%")
        self.certain.setValue(float(self.remembered.get("certain", 90)))
        self.certain.setToolTip(tr("Units of which their territory had less are listed to look at"))
        before = QgsProject.instance().mapLayersByName(self.remembered.get("layer", ""))
        if before and before[0] is not self._session.layer:
            self.layer.setLayer(before[0])
        self._old_changed(self.layer.currentLayer())
        form.addRow(tr("Last year's units"), self.layer)
        form.addRow(tr("Their territory"), self.territory_field)
        form.addRow(tr("Accounts"), self.accounts)
        form.addRow(tr("Weight of an account"), self.weight)
        form.addRow(tr("Certain from"), self.certain)
        self.layer.layerChanged.connect(self._old_chosen)
        self.territory_field.fieldChanged.connect(self.ask)
        self.accounts.layerChanged.connect(self._accounts_chosen)
        self.weight.fieldChanged.connect(self.ask)
        self.certain.valueChanged.connect(self.ask)

    def missing(self):
        if self.layer.currentLayer() is None:
            return tr("The project has no other layer of polygons. Add last year's units to it.")
        if not self.territory_field.currentField():
            return tr("Choose the field with the territory of last year's units.")
        if self._session.alignment.units.is_points:
            return tr("The units of this plan are points. Only polygons can be laid over others.")
        return None

    def prepare(self):
        session = self._session
        session.flush()
        units, crs = session.alignment.units, session.crs
        source, field = LayerSnapshot(self.layer.currentLayer()), self.territory_field.currentField()
        accounts = self.accounts.currentLayer()
        points = LayerSnapshot(accounts) if accounts is not None else None
        weight, certain = self.weight.currentField() or None, self.certain.value() / 100
        context = QgsProject.instance().transformContext()

        def work(progress, cancelled):
            old = read_old_units(source, field, crs, context)
            if cancelled():
                return None
            weights = read_weights(points, weight, crs, context)[:2] if points is not None else None
            carried = carry(units, old, weights, progress=progress, cancelled=cancelled)
            return placed_by_carrying(carried, certain)

        return work

    def show_help(self):
        open_help("carry-over-from-last-year")

    def choices(self):
        return {"layer": self.layer.currentLayer().name(), "certain": self.certain.value()}

    def _layers(self, name, kind):
        combo = QgsMapLayerComboBox(self)
        combo.setObjectName(name)
        combo.setFilters(kind)
        combo.setExceptedLayerList([self._session.layer])
        return combo

    def _old_changed(self, layer):
        self.territory_field.setLayer(layer)
        if layer is None:
            return
        names = layer.fields().names()
        for wanted in (self._session.territory_field, "territory"):
            place = layer.fields().lookupField(wanted)
            if place >= 0:
                self.territory_field.setField(names[place])
                return

    def _old_chosen(self, layer):
        self.territory_field.blockSignals(True)
        self._old_changed(layer)
        self.territory_field.blockSignals(False)
        self.ask()

    def _accounts_chosen(self, layer):
        self.weight.blockSignals(True)
        self.weight.setLayer(layer)
        self.weight.setField("")
        self.weight.blockSignals(False)
        self.ask()
