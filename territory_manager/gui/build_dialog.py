"""Build territories: how many, how balanced, how compact; below it, before anything runs, what cannot be."""

from __future__ import annotations

import html

from qgis.core import QgsFieldProxyModel, QgsMapLayerProxyModel, QgsProject, QgsVectorLayerUtils
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..layers.build_preparation import FEWEST, MOST, NUMBER, REPS, BuildOptions, prepare
from ..layers.reps_serving import serving_reps
from ..layers.tasks import CoreTask
from ..layers.territory_names import likely_reps
from ..settings import Settings
from ..translate import tr
from . import numbers
from .help import open_help
from .limits_table import LimitsTable
from .map_toolbar import KEEP_FIELD
from .plan_words import Remark
from .planning_commands import drawn_words
from .tolerance_spin_box import ToleranceSpinBox

#: Milliseconds of quiet before what was chosen is looked into.
QUIET = 250
TALLEST = 580


class BuildDialog(QDialog):
    """Asks how to build; `preparation` has what the solver needs when the dialog was accepted."""

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerBuildDialog")
        self.setWindowTitle(tr("Build Territories"))
        self.preparation = None
        self._session = session
        self._settings = Settings()
        self._task = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._diagnose)
        self._build()
        self._restore()
        self._wire()
        self.resize(620, self.sizeHint().height())
        self._changed()

    def options(self) -> BuildOptions:
        """What is chosen."""
        method = self.method.currentData()
        minimum, maximum = self.limits.limits()
        return BuildOptions(
            method=method,
            number=self.number.value(),
            reps=self.reps_layer.currentLayer() if method == REPS else None,
            name_field=self.reps_name.currentField() or None,
            capacity_field=self.reps_capacity.currentField() or None,
            minimum=minimum,
            maximum=maximum,
            tolerance=self.tolerance.value(),
            compactness=float(self.compactness.value()),
            contiguous=self.contiguous.isChecked(),
            keep_together=self.keep_together.currentField() or None,
            within=self.within.currentField() or None,
            barriers=self.barriers.currentLayer(),
            seeds=True,
            seed=self.seed.value(),
            time_limit=float(self.time_limit.value()),
        )

    def accept(self):
        """Takes what is needed from the plan; stays open where that cannot be."""
        try:
            self.preparation = prepare(self._session, self.options())
        except ValueError as error:
            self._say([Remark(str(error), stops=True)])
            return
        self._remember()
        super().accept()

    def done(self, result):
        self._timer.stop()
        self._abandon()
        super().done(result)

    # the page
    def _build(self):
        session, settings = self._session, self._session.settings
        self.method = QComboBox(self)
        self.method.setObjectName("methodCombo")
        self.method.addItem(tr("A number of territories"), NUMBER)
        self.method.addItem(tr("One for each rep or territory of a layer"), REPS)
        self.method.addItem(tr("The fewest within limits"), FEWEST)
        self.method.addItem(tr("The most within limits"), MOST)
        self.number = QSpinBox(self)
        self.number.setObjectName("numberSpin")
        self.number.setRange(1, max(1, session.alignment.units.n))
        self.number.setValue(settings.number or len(settings.territories) or 8)
        self.reps_layer = QgsMapLayerComboBox(self)
        self.reps_layer.setObjectName("repsLayerCombo")
        self.reps_layer.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.reps_layer.setExceptedLayerList([session.layer])
        self.reps_name = QgsFieldComboBox(self)
        self.reps_name.setObjectName("repsFieldCombo")
        self.reps_name.setToolTip(tr("Field with the name"))
        self.reps_capacity = QgsFieldComboBox(self)
        self.reps_capacity.setObjectName("capacityFieldCombo")
        self.reps_capacity.setFilters(QgsFieldProxyModel.Filter.Numeric)
        self.reps_capacity.setAllowEmptyFieldName(True)
        self.reps_capacity.setToolTip(tr("Field with the capacity; none gives everybody the same"))
        self.limits = LimitsTable(session, self)
        self._pages = {NUMBER: _line(self.number)}
        reps = QWidget(self)
        form = QFormLayout(reps)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("Layer"), self.reps_layer)
        fields = QHBoxLayout()
        fields.addWidget(self.reps_name, 1)
        label = QLabel(tr("Capacity"), reps)
        label.setBuddy(self.reps_capacity)
        fields.addSpacing(12)
        fields.addWidget(label)
        fields.addWidget(self.reps_capacity, 1)
        form.addRow(tr("Name"), fields)
        self._pages[REPS] = reps
        self._pages[FEWEST] = self._pages[MOST] = self.limits

        balanced = QLabel(self._measures(), self)
        balanced.setObjectName("measuresLabel")
        balanced.setWordWrap(True)
        self.tolerance = ToleranceSpinBox(self)
        self.tolerance.setValue(settings.tolerance)
        self.compactness = QSlider(Qt.Orientation.Horizontal, self)
        self.compactness.setObjectName("compactnessSlider")
        self.compactness.setRange(0, 100)
        self.compactness.setPageStep(10)
        self.compactness.setTickInterval(25)
        self.compactness.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.compactness.setValue(50)
        self.compactness.setAccessibleName(tr("Compactness"))
        self._compactness_value = QLabel(self)
        self._compactness_value.setMinimumWidth(self.fontMetrics().horizontalAdvance("100  "))
        self._compactness_value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        slider = _line(
            QLabel(tr("balance"), self), self.compactness, QLabel(tr("shape"), self), stretch=False
        )
        slider.layout().addWidget(self._compactness_value)
        self.contiguous = QCheckBox(tr("Every territory in one piece"), self)
        self.contiguous.setObjectName("contiguousCheck")
        self.contiguous.setChecked(True)
        self.locks_label = QLabel(self._locks(), self)
        self.locks_label.setObjectName("locksLabel")
        self.locks_label.setWordWrap(True)

        self.drawn_label = QLabel(drawn_words(session.followers.planning.counts()), self)
        self.drawn_label.setObjectName("drawnLabel")
        self.drawn_label.setWordWrap(True)

        self.advanced = QgsCollapsibleGroupBox(tr("Advanced"), self)
        self.advanced.setObjectName("advancedGroup")
        self.advanced.setSaveCollapsedState(False)
        self.advanced.setCollapsed(True)
        self.keep_together = QgsFieldComboBox(self)
        self.keep_together.setObjectName("keepTogetherCombo")
        self.keep_together.setAllowEmptyFieldName(True)
        self.keep_together.setLayer(session.layer)
        self.keep_together.setField(session.layer.customProperty(KEEP_FIELD, ""))
        self.keep_together.setToolTip(tr("Units with the same value stay in one territory"))
        self.within = QgsFieldComboBox(self)
        self.within.setObjectName("withinCombo")
        self.within.setAllowEmptyFieldName(True)
        self.within.setLayer(session.layer)
        self.within.setToolTip(tr("No territory crosses the border between two values, such as two states"))
        self.barriers = QgsMapLayerComboBox(self)
        self.barriers.setObjectName("barriersCombo")
        self.barriers.setFilters(
            QgsMapLayerProxyModel.Filter.LineLayer | QgsMapLayerProxyModel.Filter.PolygonLayer
        )
        self.barriers.setExceptedLayerList([session.layer])
        self.barriers.setAllowEmptyLayer(True)
        self.barriers.setLayer(None)
        self.barriers.setToolTip(tr("No territory crosses these lines or polygons"))
        self.seed = QSpinBox(self)
        self.seed.setObjectName("seedSpin")
        self.seed.setRange(0, 2_147_483_647)
        self.seed.setValue(1)
        self.seed.setToolTip(tr("The same seed gives the same territories"))
        self.time_limit = QSpinBox(self)
        self.time_limit.setObjectName("timeLimitSpin")
        self.time_limit.setRange(1, 86_400)
        self.time_limit.setValue(60)
        self.time_limit.setSuffix(numbers.NO_BREAK + tr("s"))
        self.time_limit.setToolTip(tr("The best plan found until then is taken"))
        advanced = QFormLayout(self.advanced)
        fields = QHBoxLayout()
        fields.addWidget(self.keep_together, 1)
        label = QLabel(tr("Stay within"), self)
        label.setBuddy(self.within)
        fields.addWidget(label)
        fields.addWidget(self.within, 1)
        advanced.addRow(tr("Keep together"), fields)
        advanced.addRow(tr("Barriers"), self.barriers)
        advanced.addRow(tr("Seed"), _line(self.seed))
        advanced.addRow(tr("Time limit"), _line(self.time_limit))

        self.remarks_label = QLabel(self)
        self.remarks_label.setObjectName("remarksLabel")
        self.remarks_label.setTextFormat(Qt.TextFormat.RichText)
        self.remarks_label.setWordWrap(True)
        self.remarks_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.remarks_label.setMargin(8)
        self.remarks_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        panel = QScrollArea(self)
        panel.setObjectName("diagnosisPanel")
        panel.setAccessibleName(tr("What stands in the way"))
        panel.setWidgetResizable(True)
        panel.setFrameShape(QFrame.Shape.StyledPanel)
        panel.setWidget(self.remarks_label)
        panel.setMinimumHeight(self.fontMetrics().lineSpacing() * 5)

        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Help,
            self,
        )
        self.buttons.setObjectName("buildButtons")
        self.run_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.run_button.setText(tr("Run"))
        self.run_button.setObjectName("runButton")

        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("Territories"), self.method)
        pages = QWidget(self)
        stack = QVBoxLayout(pages)
        stack.setContentsMargins(0, 0, 0, 0)
        for page in (self._pages[NUMBER], reps, self.limits):
            stack.addWidget(page)
        form.addRow("", pages)
        form.addRow(tr("Balance"), balanced)
        form.addRow(tr("Tolerance"), _line(self.tolerance))
        form.addRow(tr("Compactness"), slider)
        form.addRow("", self.contiguous)
        form.addRow(tr("Locks"), self.locks_label)
        if not self.locks_label.text():
            form.removeRow(self.locks_label)
            self.locks_label = None
        form.addRow(tr("Obeyed"), self.drawn_label)
        if not self.drawn_label.text():
            form.removeRow(self.drawn_label)
            self.drawn_label = None
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.advanced)
        layout.addWidget(panel, 1)
        layout.addWidget(self.buttons)

    def _wire(self):
        for signal in (
            self.method.currentIndexChanged,
            self.number.valueChanged,
            self.reps_name.fieldChanged,
            self.reps_capacity.fieldChanged,
            self.limits.changed,
            self.tolerance.valueChanged,
            self.compactness.valueChanged,
            self.contiguous.toggled,
            self.keep_together.fieldChanged,
            self.within.fieldChanged,
            self.barriers.layerChanged,
        ):
            signal.connect(self._changed)
        self.reps_layer.layerChanged.connect(self._reps_changed)
        self.remarks_label.linkActivated.connect(self._follow)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("build"))
        self._session.closed.connect(self.reject)
        self.advanced.collapsedStateChanged.connect(self._fit)

    def _fit(self):
        """Grows for what was unfolded, as far as a small screen allows."""
        needed = self.sizeHint().height()
        self.resize(self.width(), min(max(needed, self.minimumSizeHint().height()), TALLEST))

    def _measures(self):
        settings = self._session.settings
        measures = list(settings.measures)
        if not measures:
            return tr("The number of units")
        weights = list(settings.weights or [1.0] * len(measures))
        total = sum(weights) or 1.0
        layer = self._session.layer
        fields = layer.fields()
        places = [(name, fields.lookupField(name)) for name in measures]
        titles = [layer.attributeDisplayName(place) if place >= 0 else name for name, place in places]
        if len(measures) == 1:
            return titles[0]
        if settings.each_measure:
            return tr("Every measure by itself: {measures}").format(measures=", ".join(titles))
        return " · ".join(
            f"{title} {numbers.percent(100 * weight / total, 0)}" for title, weight in zip(titles, weights)
        )

    def _locks(self):
        units, territories = len(self._session.locked_units), len(self._session.locked_territories)
        if not units and not territories:
            return ""
        return tr("{units} locked units and {territories} locked territories stay as they are").format(
            units=numbers.exact(units), territories=numbers.exact(territories)
        )

    # what was chosen last time
    def _restore(self):
        chosen = self._settings.build
        self.compactness.setValue(int(chosen.get("compactness", 50)))
        self.contiguous.setChecked(bool(chosen.get("contiguous", True)))
        self.seed.setValue(int(chosen.get("seed", 1)))
        self.time_limit.setValue(int(chosen.get("time_limit", 60)))
        self._reps_changed(self.reps_layer.currentLayer())
        reps = QgsProject.instance().mapLayersByName(str(chosen.get("reps", "")))
        likely = self._session.followers.reps.layer
        likely = likely or (reps[0] if reps else likely_reps(self._session.layer))
        if likely is not None:
            self.reps_layer.setLayer(likely)

    def _remember(self):
        layer, keep = self._session.layer, self.keep_together.currentField()
        if keep != layer.customProperty(KEEP_FIELD, ""):
            layer.setCustomProperty(KEEP_FIELD, keep)
        reps = self.reps_layer.currentLayer()
        self._settings.build = {
            "compactness": self.compactness.value(),
            "contiguous": self.contiguous.isChecked(),
            "seed": self.seed.value(),
            "time_limit": self.time_limit.value(),
            "reps": reps.name() if reps is not None else "",
        }

    # following what is chosen
    def _reps_changed(self, layer):
        self.reps_name.setLayer(layer)
        if layer is not None:
            self.reps_name.setField(QgsVectorLayerUtils.guessFriendlyIdentifierField(layer.fields()))
        self.reps_capacity.setLayer(layer)
        self.reps_capacity.setField("")
        reps = self._session.followers.reps
        if layer is not None and layer is reps.layer:
            self.reps_name.setField(reps.fields.get("name", ""))
            if all(rep.capacity for rep in serving_reps(self._session)):
                self.reps_capacity.setField(reps.fields.get("capacity", ""))
        self._changed()

    def _changed(self):
        method = self.method.currentData()
        for page in self._pages.values():
            page.setVisible(page is self._pages[method])
        self.limits.set_method(method)
        self._compactness_value.setText(str(self.compactness.value()))
        self._abandon()
        self._timer.start()

    def _diagnose(self):
        """Looks in the background for what stands in the way."""
        try:
            preparation = prepare(self._session, self.options())
        except ValueError as error:
            self._say([Remark(str(error), stops=True)])
            return

        def diagnosis(_progress, _cancelled):
            from ..core.solve.diagnosis import diagnose

            fewest, most = preparation.bounds()
            number = fewest if preparation.options.method != MOST else most
            found = diagnose(preparation.problem(max(1, number))) if fewest <= most else []
            return preparation, (fewest, most), found

        task = CoreTask(tr("Look what stands in the way"), diagnosis)
        task.succeeded.connect(lambda found: self._diagnosed(task, *found))
        task.failed.connect(lambda words: self._failed(task, words))
        self._task = task
        task.start()

    def _diagnosed(self, task, preparation, bounds, findings):
        if task is not self._task:
            return
        self._task = None
        remarks = []
        for finding in findings:
            fids = [int(preparation.fids[unit]) for unit in finding.units][:5000]
            link = "select:" + ",".join(map(str, fids)) if fids else ""
            action = tr("Select it") if len(fids) == 1 else tr("Select them")
            # even what cannot be reached has a best plan, so nothing found here forbids to run
            remarks.append(Remark(finding.message, False, link, action))
        if bounds[0] > bounds[1]:
            words = tr("The limits contradict each other: at least {fewest} and at most {most} territories.")
            remarks.append(Remark(words.format(fewest=bounds[0], most=bounds[1]), stops=True))
        self._say(remarks, facts=self._facts(preparation, bounds))

    def _failed(self, task, words):
        if task is self._task:
            self._task = None
            self._say([Remark(words, stops=True)])

    def _facts(self, preparation, bounds):
        units = numbers.exact(len(preparation.fids))
        if preparation.names is None:
            words = tr("{units} units into {fewest} to {most} territories").format(
                units=units, fewest=numbers.exact(bounds[0]), most=numbers.exact(bounds[1])
            )
            return words if bounds[0] <= bounds[1] else ""
        count = len(preparation.names)
        parts = [tr("{units} units into {count} territories").format(units=units, count=numbers.exact(count))]
        if preparation.values.shape[1] == 1 and not preparation.capacities:
            target = round(
                float(preparation.values.sum()) / count, 0 if preparation.values.max() > 100 else 1
            )
            parts.append(tr("target {target} each").format(target=numbers.exact(target)))
        shown = ", ".join(preparation.names[:6]) + (", …" if count > 6 else "")
        return " · ".join([*parts, shown])

    def _say(self, remarks, facts=""):
        lines = [html.escape(facts)] if facts else []
        lines += [remark.html() for remark in remarks]
        if facts and not remarks:
            lines.append(tr("Nothing is known to stand in the way."))
        self.remarks_label.setText("<br>".join(lines))
        self.run_button.setEnabled(not any(remark.stops for remark in remarks))

    def _follow(self, link):
        what, _, value = link.partition(":")
        if what == "select":
            self._session.layer.selectByIds([int(fid) for fid in value.split(",")])

    def _abandon(self):
        if self._task is not None:
            self._task.abandon()
            self._task = None


def _line(*widgets, stretch=True):
    """Widgets beside each other at their own width."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget, 1 if isinstance(widget, QSlider) else 0)
    if stretch:
        row.addStretch(1)
    return line
