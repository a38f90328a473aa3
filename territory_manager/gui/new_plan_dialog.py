"""New plan: one page with all that a plan needs, and below it, live, what the plugin sees of the layer."""

from __future__ import annotations

from qgis.core import QgsFieldProxyModel, QgsMapLayerProxyModel, QgsProject, QgsVectorLayerUtils
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QRadioButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..layers.territory_names import likely_reps, names_from_layer
from ..layers.writing import WritingError, copy_to_geopackage, why_not_editable
from ..settings import Settings
from ..translate import tr
from .help import open_help
from .measures_table import MeasuresTable
from .plan_preview import PlanPreview
from .plan_words import Remark, facts, remarks
from .tolerance_spin_box import ToleranceSpinBox

REMEMBERED = 20


class NewPlanDialog(QDialog):
    """Asks for a plan; `plan` has the answer for ``open_plan`` when the dialog was accepted."""

    def __init__(self, iface, parent=None):
        super().__init__(parent or iface.mainWindow())
        self.setObjectName("TerritoryManagerNewPlanDialog")
        self.setWindowTitle(tr("New Plan"))
        self._iface = iface
        self._settings = Settings()
        self._preview = PlanPreview(self)
        self._build()
        self._wire()
        self.resize(720, 560)
        active = iface.activeLayer()
        if active is not None:
            self.layer_combo.setLayer(active)
        self._layer_changed()

    def plan(self) -> dict:
        """Arguments for ``open_plan``. The field need not exist yet."""
        field = self.field_combo.currentField()
        if self.new_field_button.isChecked():
            field = self.new_field_edit.text().strip()
        return {
            "layer": self.layer_combo.currentLayer(),
            "territory_field": field,
            "measures": tuple(self.measures.measures()),
            "weights": self.measures.weights(),
            "territories": self._territories(),
            "tolerance": self.tolerance.value(),
        }

    # the page
    def _build(self):
        self.layer_combo = QgsMapLayerComboBox(self)
        self.layer_combo.setObjectName("unitsLayerCombo")
        self.layer_combo.setFilters(
            QgsMapLayerProxyModel.Filter.PolygonLayer | QgsMapLayerProxyModel.Filter.PointLayer
        )
        self.existing_field_button = QRadioButton(tr("Existing field"), self)
        self.existing_field_button.setObjectName("existingFieldButton")
        self.field_combo = QgsFieldComboBox(self)
        self.field_combo.setObjectName("territoryFieldCombo")
        self.field_combo.setFilters(QgsFieldProxyModel.Filter.String)
        self.new_field_button = QRadioButton(tr("Create one"), self)
        self.new_field_button.setObjectName("newFieldButton")
        self.new_field_edit = QLineEdit("territory", self)
        self.new_field_edit.setObjectName("newFieldEdit")
        self.new_field_edit.setMaxLength(60)
        self.measures = MeasuresTable(self)
        self.measures.setMinimumHeight(110)
        self.number_button = QRadioButton(tr("Number"), self)
        self.number_button.setObjectName("numberButton")
        self.number = QSpinBox(self)
        self.number.setObjectName("numberSpin")
        self.number.setRange(1, 100_000)
        self.number.setValue(8)
        self.reps_button = QRadioButton(tr("From a layer"), self)
        self.reps_button.setObjectName("repsButton")
        self.reps_combo = QgsMapLayerComboBox(self)
        self.reps_combo.setObjectName("repsLayerCombo")
        self.reps_combo.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.reps_combo.setMinimumWidth(140)
        self.reps_field = QgsFieldComboBox(self)
        self.reps_field.setMinimumWidth(110)
        self.reps_field.setObjectName("repsFieldCombo")
        self.reps_field.setToolTip(tr("Field with the name of the territory or rep"))
        self.tolerance = ToleranceSpinBox(self)
        self.facts_label = QLabel(self)
        self.facts_label.setObjectName("factsLabel")
        self.remarks_label = QLabel(self)
        self.remarks_label.setObjectName("remarksLabel")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Help,
            self,
        )
        self.buttons.setObjectName("newPlanButtons")

        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(12)
        self._row(grid, 0, tr("Units layer"), self.layer_combo)
        field = self._line(
            self.existing_field_button, self.field_combo, self.new_field_button, self.new_field_edit
        )
        self._row(grid, 1, tr("Territory field"), field)
        label = self._row(grid, 2, tr("Balance"), self.measures)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(2, 1)
        territories = self._line(
            self.number_button, self.number, self.reps_button, self.reps_combo, self.reps_field
        )
        self._row(grid, 3, tr("Territories"), territories)
        tolerance = QWidget(self)
        row = QHBoxLayout(tolerance)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tolerance)
        row.addStretch(1)
        self._row(grid, 4, tr("Tolerance"), tolerance, self.tolerance)

        panel = QWidget(self)
        box = QVBoxLayout(panel)
        box.setContentsMargins(10, 8, 10, 8)
        for text in (self.facts_label, self.remarks_label):
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.RichText)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
            box.addWidget(text)
        box.addStretch(1)
        area = QScrollArea(self)
        area.setObjectName("previewPanel")
        area.setAccessibleName(tr("What is seen of the layer"))
        area.setWidget(panel)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.StyledPanel)
        area.setFixedHeight(self.fontMetrics().lineSpacing() * 6 + 20)

        layout = QVBoxLayout(self)
        layout.addLayout(grid, 1)
        layout.addWidget(area)
        layout.addWidget(self.buttons)

    def _row(self, grid, row, text, widget, buddy=None):
        label = QLabel(text, self)
        label.setBuddy(buddy or widget)
        grid.addWidget(label, row, 0)
        grid.addWidget(widget, row, 1)
        return label

    def _line(self, first_button, first, second_button, second, *more):
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(line)
        for button, widgets in ((first_button, [first]), (second_button, [second, *more])):
            group.addButton(button)
            row.addWidget(button)
            for widget in widgets:
                row.addWidget(widget, 0 if isinstance(widget, QSpinBox) else 1)
                button.toggled.connect(widget.setEnabled)
                widget.setEnabled(False)
            if button is first_button:
                row.addSpacing(16)
        first_button.setChecked(True)
        return line

    def _wire(self):
        self.layer_combo.layerChanged.connect(self._layer_changed)
        self.field_combo.fieldChanged.connect(self._look)
        self.new_field_button.toggled.connect(self._look)
        self.new_field_edit.textChanged.connect(self._show)
        self.measures.changed.connect(self._look)
        self.number_button.toggled.connect(self._show)
        self.number.valueChanged.connect(self._show)
        self.reps_combo.layerChanged.connect(self._reps_changed)
        self.reps_field.fieldChanged.connect(self._show)
        self.tolerance.valueChanged.connect(self._show)
        self._preview.changed.connect(self._show)
        self.remarks_label.linkActivated.connect(self._follow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("new-plan"))
        self.finished.connect(lambda _: self._preview.stop())
        self.reps_field.setLayer(self.reps_combo.currentLayer())

    # following what is chosen
    def _layer_changed(self):
        layer = self.layer_combo.currentLayer()
        self.reps_combo.setExceptedLayerList([layer] if layer is not None else [])
        self.field_combo.setLayer(layer)
        self.measures.set_layer(layer)
        has_text = self.field_combo.count() > 0
        self.existing_field_button.setEnabled(has_text)
        self._restore(layer)
        if not has_text:
            self.new_field_button.setChecked(True)
        self._look()

    def _reps_changed(self, layer):
        self.reps_field.setLayer(layer)
        if layer is not None:
            self.reps_field.setField(QgsVectorLayerUtils.guessFriendlyIdentifierField(layer.fields()))
        self._show()

    def _restore(self, layer):
        """What was chosen for a layer of this name, else what suits most layers."""
        chosen = self._settings.new_plan.get(layer.name(), {}) if layer is not None else {}
        field = chosen.get("field", "")
        if layer is not None and layer.fields().lookupField(field) >= 0:
            self.existing_field_button.setChecked(True)
            self.field_combo.setField(field)
        else:
            self.new_field_button.setChecked(True)
        self.measures.choose(chosen.get("measures", []), chosen.get("weights"))
        self.number.setValue(int(chosen.get("number", 8)))
        self.tolerance.setValue(float(chosen.get("tolerance", 5.0)))
        reps = [
            other
            for other in QgsProject.instance().mapLayers().values()
            if other is not layer and other.name() == chosen.get("reps", "")
        ]
        if reps:
            self.reps_button.setChecked(True)
            self.reps_combo.setLayer(reps[0])
            self.reps_field.setField(chosen.get("reps_field", ""))
        else:
            self.number_button.setChecked(True)
            self.reps_combo.setLayer(likely_reps(layer))
        self.reps_button.setEnabled(self.reps_combo.count() > 0)

    def _remember(self):
        layer = self.layer_combo.currentLayer()
        reps = self.reps_combo.currentLayer() if self.reps_button.isChecked() else None
        choices = self._settings.new_plan
        choices.pop(layer.name(), None)
        choices[layer.name()] = {
            "field": self.plan()["territory_field"],
            "measures": self.measures.measures(),
            "weights": self.measures.weights(),
            "number": self.number.value(),
            "tolerance": self.tolerance.value(),
            "reps": reps.name() if reps is not None else "",
            "reps_field": self.reps_field.currentField(),
        }
        self._settings.new_plan = dict(list(choices.items())[-REMEMBERED:])

    def _look(self):
        existing = self.existing_field_button.isChecked()
        field = self.field_combo.currentField() if existing else ""
        self._preview.look_at(self.layer_combo.currentLayer(), self.measures.measures(), field or None)
        self._show()

    def _in_field(self):
        attributes = self._preview.attributes
        if attributes is None or not self.existing_field_button.isChecked():
            return []
        return attributes.territories

    def _territories(self):
        """How many territories, or the names of the reps."""
        if self.reps_button.isChecked():
            return names_from_layer(self.reps_combo.currentLayer(), self.reps_field.currentField())
        return self.number.value()

    def _number(self):
        wanted = self._territories()
        return max(1, wanted if isinstance(wanted, int) else len(wanted))

    # what is seen
    def _show(self):
        layer = self.layer_combo.currentLayer()
        attributes = self._preview.attributes
        self.facts_label.setText("")
        found = self._own_remarks(layer)
        if layer is not None and attributes is not None and not self._preview.error:
            found += self._seen(attributes)
        elif self._preview.error:
            found.append(Remark(self._preview.error, stops=True))
        elif layer is not None:
            self.facts_label.setText(tr("Looking at {layer}…").format(layer=layer.name()))
        self.remarks_label.setText("<br>".join(remark.html() for remark in found))
        self.remarks_label.setVisible(bool(found))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(
            not any(remark.stops for remark in found)
        )

    def _seen(self, attributes):
        from ..layers.inspection import prospect

        measures = [name for name in self.measures.measures() if name in attributes.values]
        if measures != self.measures.measures():
            self.facts_label.setText(
                tr("Looking at {layer}…").format(layer=self.layer_combo.currentLayer().name())
            )
            return []
        titles = self.measures.titles()
        seen = prospect(
            attributes,
            measures,
            self.measures.weights(),
            self._number(),
            self.tolerance.value(),
        )
        text = facts(seen, self._preview.connections, measures, titles)
        present = self._in_field()
        if present:
            shown = ", ".join(present[:6]) + (", …" if len(present) > 6 else "")
            words = tr("{count} territories in the field now ({names})").format(
                count=len(present), names=shown
            )
            text += " · " + words
        self.facts_label.setText(text)
        names = dict(zip(attributes.ids, attributes.names))
        return remarks(
            seen,
            self._preview.connections,
            measures,
            titles,
            lambda fids: [names.get(fid, str(fid)) for fid in fids],
        )

    def _own_remarks(self, layer):
        found = []
        if layer is None:
            words = tr("The project has no layer of polygons or points. Add one to plan with.")
            return [Remark(words, stops=True)]
        field = self.field_combo.currentField() if self.existing_field_button.isChecked() else None
        reason = why_not_editable(layer, field)
        if reason:
            found.append(Remark(reason, stops=True, link="copy", action=tr("Copy to GeoPackage…")))
        if self.new_field_button.isChecked() and not self.new_field_edit.text().strip():
            found.append(Remark(tr("The new territory field needs a name."), stops=True))
        if self.existing_field_button.isChecked() and field in self.measures.measures():
            found.append(
                Remark(tr("{field} cannot be both territory and measure.").format(field=field), stops=True)
            )
        if self.reps_button.isChecked() and not self._territories():
            found.append(Remark(tr("The layer of territories has no names in the chosen field."), stops=True))
        if not layer.crs().isValid():
            found.append(Remark(tr("The layer has no CRS: its coordinates are taken as metres.")))
        return found

    def _follow(self, link):
        what, _, value = link.partition(":")
        if what == "select":
            layer = self.layer_combo.currentLayer()
            layer.selectByIds([int(fid) for fid in value.split(",")])
            self._iface.mapCanvas().zoomToSelected(layer)
        elif what == "number":
            self.number_button.setChecked(True)
            self.number.setValue(int(value))
        elif what == "tolerance":
            self.tolerance.setValue(float(value))
        elif what == "copy":
            self._copy()

    def _copy(self):
        layer = self.layer_combo.currentLayer()
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Copy to GeoPackage"), f"{layer.name()}.gpkg", tr("GeoPackage (*.gpkg)")
        )
        if not path:
            return
        try:
            copy = copy_to_geopackage(layer, path, transform_context=QgsProject.instance().transformContext())
        except WritingError as error:
            QMessageBox.warning(self, self.windowTitle(), str(error))
            return
        QgsProject.instance().addMapLayer(copy)
        self.layer_combo.setLayer(copy)

    def accept(self):
        self._remember()
        super().accept()
