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
from .plan_accounts import with_accounts
from .plan_preview import PlanPreview
from .plan_words import Remark, facts, remarks
from .tolerance_spin_box import ToleranceSpinBox

REMEMBERED = 20


class NewPlanDialog(QDialog):
    """Asks for a plan; `plan` has the answer when the dialog was accepted.

    It is for ``open_plan``, or for ``open_drawn_plan`` where it has ``boundaries``.
    """

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
        """Arguments for ``open_plan`` or ``open_drawn_plan``. The territory field need not exist yet."""
        counted = self.measures.account_fields()
        chosen = {
            "measures": tuple(name for name in self.measures.measures() if name not in counted),
            "weights": self.measures.weights(),
            "tolerance": self.tolerance.value(),
        }
        if counted:
            chosen["accounts"] = self.accounts_combo.currentLayer()
            chosen["account_measures"] = tuple(counted.values())
        if self.drawn_button.isChecked():
            return {
                "boundaries": self.drawn_combo.currentLayer(),
                "name_field": self.drawn_field.currentField(),
                "units": self.layer_combo.currentLayer(),
                **chosen,
            }
        field = self.field_combo.currentField()
        if self.new_field_button.isChecked():
            field = self.new_field_edit.text().strip()
        if self.reps_button.isChecked():
            # the plan keeps the layer where it can be the reps
            chosen["reps_layer"] = self.reps_combo.currentLayer()
            chosen["reps_field"] = self.reps_field.currentField()
        return {
            "layer": self.layer_combo.currentLayer(),
            "territory_field": field,
            "territories": self._territories(),
            **chosen,
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
        self.drawn_button = QRadioButton(tr("Drawn polygons"), self)
        self.drawn_button.setObjectName("drawnButton")
        self.drawn_button.setToolTip(
            tr("Territories are polygons; whom they hold follows from their borders")
        )
        self.drawn_combo = QgsMapLayerComboBox(self)
        self.drawn_combo.setObjectName("drawnLayerCombo")
        self.drawn_combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.drawn_field = QgsFieldComboBox(self)
        self.drawn_field.setObjectName("drawnFieldCombo")
        self.drawn_field.setFilters(QgsFieldProxyModel.Filter.String)
        self.drawn_field.setToolTip(tr("Field with the name of the territory"))
        self.measures = MeasuresTable(self)
        self.measures.setMinimumHeight(110)
        self.accounts_combo = QgsMapLayerComboBox(self)
        self.accounts_combo.setObjectName("accountsLayerCombo")
        self.accounts_combo.setFilters(QgsMapLayerProxyModel.Filter.PointLayer)
        self.accounts_combo.setAllowEmptyLayer(True)
        self.accounts_combo.setLayer(None)
        self.accounts_combo.setToolTip(tr("Points that are counted and summed over the units they lie in"))
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
        self._row(grid, 2, tr("or"), self._drawn_line(field), self.drawn_button)
        label = self._row(grid, 3, tr("Balance"), self.measures)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(3, 1)
        self._row(grid, 4, tr("Accounts"), self.accounts_combo)
        territories = self._line(
            self.number_button, self.number, self.reps_button, self.reps_combo, self.reps_field
        )
        self._row(grid, 5, tr("Territories"), territories)
        self._territories_line = territories
        tolerance = QWidget(self)
        row = QHBoxLayout(tolerance)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tolerance)
        row.addStretch(1)
        self._row(grid, 6, tr("Tolerance"), tolerance, self.tolerance)

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

    def _drawn_line(self, field_line):
        """The third way to have territories, a line of its own in the same group of buttons."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.drawn_button)
        field_line.findChild(QButtonGroup).addButton(self.drawn_button)
        for widget in (self.drawn_combo, self.drawn_field):
            row.addWidget(widget, 1)
            self.drawn_button.toggled.connect(widget.setEnabled)
            widget.setEnabled(False)
        return line

    def _wire(self):
        self.layer_combo.layerChanged.connect(self._layer_changed)
        self.field_combo.fieldChanged.connect(self._look)
        self.new_field_button.toggled.connect(self._look)
        self.new_field_edit.textChanged.connect(self._show)
        self.measures.changed.connect(self._look)
        self.number_button.toggled.connect(self._show)
        self.number.valueChanged.connect(self._show)
        self.accounts_combo.layerChanged.connect(self._accounts_changed)
        self.drawn_combo.layerChanged.connect(self._drawn_changed)
        self.drawn_field.fieldChanged.connect(self._show)
        self.drawn_button.toggled.connect(self._drawn_toggled)
        self.drawn_field.setLayer(self.drawn_combo.currentLayer())
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
        others = [layer] if layer is not None else []
        self.drawn_combo.setExceptedLayerList(others)
        self.accounts_combo.setExceptedLayerList(others)
        self.drawn_button.setEnabled(self.drawn_combo.count() > 0)
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

    def _accounts_changed(self, layer):
        units = self.layer_combo.currentLayer()
        self.measures.set_accounts(layer, units.fields().names() if units is not None else ())

    def _drawn_changed(self, layer):
        self.drawn_field.setLayer(layer)
        if layer is not None:
            self.drawn_field.setField(QgsVectorLayerUtils.guessFriendlyIdentifierField(layer.fields()))
        self._show()

    def _drawn_toggled(self, drawn):
        self._territories_line.setEnabled(not drawn)
        self._look()

    def _restore(self, layer):
        """What was chosen for a layer of this name, else what suits most layers."""
        chosen = self._settings.new_plan.get(layer.name(), {}) if layer is not None else {}
        field = chosen.get("field", "")
        if layer is not None and layer.fields().lookupField(field) >= 0:
            self.existing_field_button.setChecked(True)
            self.field_combo.setField(field)
        else:
            self.new_field_button.setChecked(True)
        drawn = self._named(chosen.get("drawn", ""), layer)
        if drawn is not None:
            self.drawn_combo.setLayer(drawn)
            self.drawn_field.setField(chosen.get("drawn_field", ""))
            self.drawn_button.setChecked(True)
        else:
            self._drawn_changed(self.drawn_combo.currentLayer())
        self.accounts_combo.setLayer(self._named(chosen.get("accounts", ""), layer))
        self._accounts_changed(self.accounts_combo.currentLayer())
        self.measures.choose(chosen.get("measures", self.measures.likely()), chosen.get("weights"))
        self.number.setValue(int(chosen.get("number", 8)))
        self.tolerance.setValue(float(chosen.get("tolerance", 5.0)))
        reps = self._named(chosen.get("reps", ""), layer)
        if reps is not None:
            self.reps_button.setChecked(True)
            self.reps_combo.setLayer(reps)
            self.reps_field.setField(chosen.get("reps_field", ""))
        else:
            self.number_button.setChecked(True)
            self.reps_combo.setLayer(likely_reps(layer))
        self.reps_button.setEnabled(self.reps_combo.count() > 0)

    def _named(self, name, units):
        """A layer with a name that was chosen before; None where there is none besides the units."""
        layers = QgsProject.instance().mapLayersByName(name) if name else []
        return next((layer for layer in layers if layer is not units), None)

    def _remember(self):
        layer = self.layer_combo.currentLayer()
        reps = self.reps_combo.currentLayer() if self.reps_button.isChecked() else None
        drawn = self.drawn_combo.currentLayer() if self.drawn_button.isChecked() else None
        accounts = self.accounts_combo.currentLayer()
        choices = self._settings.new_plan
        choices.pop(layer.name(), None)
        choices[layer.name()] = {
            "field": self.plan().get("territory_field", ""),
            "drawn": drawn.name() if drawn is not None else "",
            "drawn_field": self.drawn_field.currentField(),
            "accounts": accounts.name() if accounts is not None else "",
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
        counted = self.measures.account_fields()
        fields = [name for name in self.measures.measures() if name not in counted]
        self._preview.look_at(self.layer_combo.currentLayer(), fields, field or None)
        self._preview.look_at_accounts(self.accounts_combo.currentLayer(), counted)
        self._show()

    def _in_field(self):
        attributes = self._preview.attributes
        if attributes is None or not self.existing_field_button.isChecked():
            return []
        return attributes.territories

    def _territories(self):
        """How many territories, or the names of the reps or of the drawn polygons."""
        if self.drawn_button.isChecked():
            return names_from_layer(self.drawn_combo.currentLayer(), self.drawn_field.currentField())
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

        attributes, found = with_accounts(attributes, self._preview.accounts)
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
        return found + remarks(
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
        drawn = self.drawn_button.isChecked()
        reason = "" if drawn else why_not_editable(layer, field)
        if drawn and not self._territories():
            words = tr("The layer of drawn territories has no names in the chosen field.")
            found.append(Remark(words, stops=True))
        if reason:
            found.append(Remark(reason, stops=True, link="copy", action=tr("Copy to GeoPackage…")))
        if self.new_field_button.isChecked() and not self.new_field_edit.text().strip():
            found.append(Remark(tr("The new territory field needs a name."), stops=True))
        if self.existing_field_button.isChecked() and field in self.measures.measures():
            found.append(
                Remark(tr("{field} cannot be both territory and measure.").format(field=field), stops=True)
            )
        if not drawn and self.reps_button.isChecked() and not self._territories():
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
