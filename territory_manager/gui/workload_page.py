"""The widgets of the Workload Settings dialog, and the way between them and the settings."""

from __future__ import annotations

from collections import Counter

from qgis.core import QgsFieldProxyModel, QgsMapLayerProxyModel, QgsVectorLayerUtils
from qgis.gui import QgsDoubleSpinBox, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..layers.nulls import text_or_none
from ..layers.work_settings import ACCOUNTS, REPS, UNITS, VALUES, WorkSettings, likely_field
from ..translate import tr
from .field_choice import FieldChoice
from .segments_table import SegmentsTable

_LINES_OF_SEGMENTS = 6


class WorkloadPage(QWidget):
    """Everything that a plan can be told about the work of its reps, on one page."""

    changed = pyqtSignal()

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self._session = session
        self._filling = True
        self._known = {}
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self._calls(), 1)
        left.addWidget(self._sales())
        right.addWidget(self._reps())
        right.addWidget(self._travel())
        right.addWidget(self._coverage())
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self._wire()
        self._filling = False

    # settings
    def show_settings(self, settings: WorkSettings) -> None:
        """Shows what is chosen."""
        project = self._session.project()
        self._filling = True
        self._known = dict(settings.segments)
        _set_layer(self.accounts, project.mapLayer(settings.accounts_layer or ""))
        self._layers_changed()
        self.calls.setField(settings.calls_field or "")
        self.minutes.setField(settings.minutes_field or "")
        self.segment.setField(settings.segment_field or "")
        self.count.setField(settings.accounts_field or "")
        self.default_calls.setValue(settings.default_calls)
        self.default_minutes.setValue(settings.default_minutes)
        _set_layer(self.homes, project.mapLayer(settings.homes_layer or ""))
        self._layers_changed()
        self.homes_field.setField(settings.homes_field or "")
        self.hours_field.setField(settings.hours_field or "")
        self.work_hours.setValue(settings.work_hours)
        self.selling_share.setValue(settings.selling_share)
        self.speed.setValue(settings.speed)
        self.detour.setValue(settings.detour)
        self.stops.setValue(settings.stops_per_day)
        self.trips.setValue(settings.trips_per_day)
        self.overnight.setValue(settings.overnight_km or 0)
        self.days_away.setValue(settings.days_away)
        for what, choice in self.values.items():
            choice.choose(settings.values.get(what))
        self.reach.setValue(settings.reach or 0)
        self.reach_unit.setCurrentIndex(1 if settings.reach_in_km else 0)
        self.tolerance.setValue(settings.tolerance)
        self.smoothing.setValue(settings.smoothing)
        self._fill_segments()
        self._filling = False
        self._enable()

    def settings(self) -> WorkSettings:
        """What is chosen now."""
        accounts, homes = self.accounts.currentLayer(), self.homes.currentLayer()
        segment = self.segment.currentField() or None
        return WorkSettings(
            accounts_layer=accounts.id() if accounts is not None else None,
            calls_field=self.calls.currentField() or None,
            minutes_field=self.minutes.currentField() or None,
            accounts_field=self.count.currentField() or None,
            segment_field=segment,
            segments={**self._known, **self.segments.segments()} if segment else dict(self._known),
            default_calls=self.default_calls.value(),
            default_minutes=self.default_minutes.value(),
            speed=self.speed.value(),
            detour=self.detour.value(),
            stops_per_day=self.stops.value(),
            trips_per_day=self.trips.value(),
            overnight_km=self.overnight.value() or None,
            days_away=self.days_away.value(),
            work_hours=self.work_hours.value(),
            selling_share=self.selling_share.value(),
            homes_layer=homes.id() if homes is not None else None,
            homes_field=(self.homes_field.currentField() or None) if homes is not None else None,
            hours_field=(self.hours_field.currentField() or None) if homes is not None else None,
            values={what: one.choice() for what, one in self.values.items() if one.choice() is not None},
            reach=self.reach.value() or None,
            reach_in_km=self.reach_unit.currentIndex() == 1,
            tolerance=self.tolerance.value(),
            smoothing=self.smoothing.value(),
        )

    # groups
    def _calls(self):
        points = QgsMapLayerProxyModel.Filter.PointLayer
        self.accounts = self._layer_combo("workAccountsCombo", points, tr("(the units)"))
        self.accounts.setToolTip(tr("Points that are called on; without, every unit stands for its accounts"))
        self.calls = self._field_combo("callsFieldCombo", tr("Calls a year, of the account or unit"))
        self.default_calls = self._spin("defaultCallsSpin", 0, 1e5, 1)
        self.default_calls.setToolTip(tr("Of all, where neither a field nor a segment says how many"))
        self.minutes = self._field_combo("minutesFieldCombo", tr("Minutes that one call takes"))
        self.default_minutes = self._spin("defaultMinutesSpin", 0, 1e4, 0)
        self.default_minutes.setToolTip(tr("Of all, where neither a field nor a segment says how long"))
        self.count = self._field_combo(
            "accountsFieldCombo", tr("How many accounts a feature stands for; without, one")
        )
        self.segment = self._field_combo(
            "segmentFieldCombo", tr("What decides about calls and minutes below"), numeric=False
        )
        self.segments = SegmentsTable(self)
        header = self.segments.horizontalHeader().sizeHint().height()
        lines = _LINES_OF_SEGMENTS * self.segments.verticalHeader().defaultSectionSize()
        self.segments.setMinimumHeight(header + lines // 3)
        box, form = self._group(tr("Calls"))
        form.addRow(tr("Accounts"), self.accounts)
        form.addRow(tr("Calls a year"), _line(self.calls, self.default_calls))
        form.addRow(tr("Minutes a call"), _line(self.minutes, self.default_minutes))
        form.addRow(tr("Number of accounts"), self.count)
        form.addRow(tr("Segment"), self.segment)
        form.addRow(self.segments)
        return box

    def _sales(self):
        titles = {
            "potential": tr("Potential"),
            "sales": tr("Sales"),
            "previous": tr("Sales of the last period"),
            "quota": tr("Quota"),
        }
        box, form = self._group(tr("Sales"))
        self.values = {}
        for what in VALUES:
            self.values[what] = FieldChoice(f"{what}Combo", self)
            form.addRow(titles[what], self.values[what])
        return box

    def _reps(self):
        points = QgsMapLayerProxyModel.Filter.PointLayer
        reps = self._session.followers.reps.layer
        none = tr("(reps of the plan)") if reps is not None else tr("(middle of the accounts)")
        self.homes = self._layer_combo("homesLayerCombo", points, none)
        self.homes.setToolTip(tr("Points where reps live, one for each rep or territory"))
        self.homes_field = self._field_combo(
            "homesFieldCombo", tr("Field with the name of the rep or of the territory"), numeric=False
        )
        self.hours_field = self._field_combo("hoursFieldCombo", tr("Working hours a year of each rep"))
        self.work_hours = self._spin("workHoursSpin", 0, 1e4, 0)
        self.work_hours.setToolTip(tr("Of a rep without hours of their own; 200 days of 8 hours are 1,600"))
        self.selling_share = self._spin("sellingShareSpin", 1, 100, 0, suffix="\u00a0%")
        self.selling_share.setToolTip(
            tr("How much of the working hours is for calls and travel; the rest is for the office")
        )
        box, form = self._group(tr("Reps"))
        form.addRow(tr("Homes"), self.homes)
        form.addRow(tr("Name"), self.homes_field)
        form.addRow(tr("Working hours"), _line(self.hours_field, self.work_hours))
        form.addRow(tr("Selling share"), self.selling_share)
        return box

    def _travel(self):
        self.speed = self._spin("speedSpin", 1, 300, 0, suffix=tr(" km/h"))
        self.speed.setToolTip(tr("Mean speed on the way, from door to door"))
        self.detour = self._spin("detourSpin", 1, 5, 2)
        self.detour.setToolTip(
            tr("Road distance divided by straight distance: 1.2 in the USA, 1.46 in Europe")
        )
        self.stops = self._spin("stopsSpin", 0.1, 100, 1)
        self.stops.setToolTip(tr("How many calls a rep makes on a day"))
        self.trips = self._spin("tripsSpin", 0.1, 20, 1)
        self.trips.setToolTip(tr("How often a rep leaves home on a day"))
        self.overnight = self._spin("overnightSpin", 0, 1e4, 0, suffix=tr(" km"), zero=tr("never"))
        self.overnight.setToolTip(tr("Accounts farther from home by road are visited with nights away"))
        self.days_away = self._spin("daysAwaySpin", 1, 30, 0)
        self.days_away.setToolTip(tr("How many days a trip with nights away takes"))
        box, form = self._group(tr("Travel"))
        form.addRow(tr("Speed"), _line(self.speed, self.detour, between=tr("detour")))
        form.addRow(tr("Calls a day"), _line(self.stops, self.trips, between=tr("in trips")))
        form.addRow(tr("Overnight beyond"), _line(self.overnight, self.days_away, between=tr("for days")))
        return box

    def _coverage(self):
        self.reach = self._spin("reachSpin", 0, 1e4, 0, zero=tr("no limit"))
        self.reach.setToolTip(tr("How far from home a rep serves, by road"))
        self.reach_unit = QComboBox(self)
        self.reach_unit.setObjectName("reachUnitCombo")
        self.reach_unit.addItems([tr("minutes"), tr("km")])
        self.tolerance = self._spin("coverageToleranceSpin", 0, 100, 0, suffix="\u00a0%")
        self.tolerance.setPrefix("±")
        self.tolerance.setToolTip(tr("Well served is a coverage of 100 % and this more or less"))
        self.smoothing = QSpinBox(self)
        self.smoothing.setObjectName("smoothingSpin")
        self.smoothing.setRange(0, 10)
        self.smoothing.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.smoothing.setToolTip(tr("How many rings of neighbours the coverage of a unit looks at"))
        box, form = self._group(tr("Coverage"))
        form.addRow(tr("Reach"), _line(self.reach, self.reach_unit))
        form.addRow(tr("Well served"), _line(self.tolerance, self.smoothing, between=tr("smoothed over")))
        return box

    def _group(self, title):
        box = QGroupBox(title, self)
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setContentsMargins(9, 6, 9, 6)
        form.setVerticalSpacing(4)
        return box, form

    def _layer_combo(self, name, kinds, none):
        combo = QgsMapLayerComboBox(self)
        combo.setObjectName(name)
        combo.setFilters(kinds)
        combo.setAllowEmptyLayer(True, none)
        combo.setExceptedLayerList([self._session.layer])
        _set_layer(combo, None)
        return combo

    def _field_combo(self, name, tip, numeric=True):
        combo = QgsFieldComboBox(self)
        combo.setObjectName(name)
        combo.setAllowEmptyFieldName(True)
        # amounts come as text, too
        kinds = QgsFieldProxyModel.Filter.Numeric | QgsFieldProxyModel.Filter.String
        combo.setFilters(kinds if numeric else QgsFieldProxyModel.Filter.AllTypes)
        combo.setToolTip(tip)
        combo.setMinimumWidth(90)
        return combo

    def _spin(self, name, low, high, decimals, suffix="", zero=""):
        spin = QgsDoubleSpinBox(self)
        spin.setObjectName(name)
        spin.setRange(low, high)
        spin.setDecimals(decimals)
        spin.setSuffix(suffix)
        spin.setShowClearButton(False)
        spin.setKeyboardTracking(False)
        spin.setAlignment(Qt.AlignmentFlag.AlignRight)
        if zero:
            spin.setSpecialValueText(zero)
        return spin

    # together
    def _wire(self):
        for combo in (self.accounts, self.homes):
            combo.layerChanged.connect(lambda _layer: self._layer_chosen())
        for combo in (self.calls, self.minutes, self.count, self.homes_field, self.hours_field):
            combo.fieldChanged.connect(lambda _name: self._edited())
        self.segment.fieldChanged.connect(lambda _name: self._segment_chosen())
        self.segments.changed.connect(self._edited)
        for choice in self.values.values():
            choice.currentIndexChanged.connect(lambda _row: self._edited())
        for spin in self.findChildren(QgsDoubleSpinBox):
            spin.valueChanged.connect(lambda _value: self._edited())
        self.smoothing.valueChanged.connect(lambda _value: self._edited())
        self.reach_unit.currentIndexChanged.connect(lambda _row: self._edited())

    def _called_on(self):
        layer = self.accounts.currentLayer()
        return self._session.layer if layer is None else layer

    def _layers_changed(self):
        layer, homes = self._called_on(), self.homes.currentLayer()
        for combo in (self.calls, self.minutes, self.count, self.segment):
            if combo.layer() is not layer:
                combo.setLayer(layer)
                combo.setField("")
        for combo in (self.homes_field, self.hours_field):
            if combo.layer() is not homes:
                combo.setLayer(homes)
                combo.setField("")
        for what, choice in self.values.items():
            reps = (REPS, homes if what == "quota" else None)
            accounts = (ACCOUNTS, self.accounts.currentLayer())
            theirs = what == "quota" and homes is None and self._reps_have_quotas()
            none = tr("(quotas of the plan's reps)") if theirs else ""
            choice.set_layers([reps, (UNITS, self._session.layer), accounts], none)

    def _reps_have_quotas(self):
        return any(rep.quota is not None for rep in self._session.followers.reps.all())

    def _layer_chosen(self):
        if self._filling:
            return
        self._filling = True
        before = (self.calls.layer(), self.homes_field.layer())
        self._layers_changed()
        layer, homes = self._called_on(), self.homes.currentLayer()
        if layer is not before[0]:
            self.calls.setField(likely_field(layer, "calls") or "")
            self.minutes.setField(likely_field(layer, "minutes") or "")
            self.segment.setField("")
        if homes is not before[1] and homes is not None:
            self.homes_field.setField(likely_field(homes, "name", text=True) or "")
            self.hours_field.setField(likely_field(homes, "hours") or "")
        self._fill_segments()
        self._filling = False
        self._edited()

    def _segment_chosen(self):
        if not self._filling:
            self._known.update(self.segments.segments())
            self._fill_segments()
            self._edited()

    def _fill_segments(self):
        name, layer = self.segment.currentField(), self._called_on()
        counts = segment_counts(layer, name) if name else {}
        default = (self.default_calls.value(), self.default_minutes.value())
        self.segments.fill(counts, self._known, default)

    def _edited(self):
        if not self._filling:
            self._enable()
            self.changed.emit()

    def _enable(self):
        segments = bool(self.segment.currentField())
        self.segments.setEnabled(segments)
        self.default_calls.setEnabled(not segments and not self.calls.currentField())
        self.default_minutes.setEnabled(not segments and not self.minutes.currentField())
        homes = self.homes.currentLayer() is not None
        self.homes_field.setEnabled(homes)
        self.hours_field.setEnabled(homes)
        self.days_away.setEnabled(self.overnight.value() > 0)
        self.reach_unit.setEnabled(self.reach.value() > 0)


def segment_counts(layer, name) -> dict[str, int]:
    """Segment → how many features have it; the most frequent hundred where there are more."""
    values, found = QgsVectorLayerUtils.getValues(layer, f'"{name}"')
    texts = [text_or_none(value) for value in values] if found else []
    return dict(Counter(text for text in texts if text is not None).most_common(100))


def _set_layer(combo, layer):
    combo.setLayer(layer)
    if layer is None:
        # QGIS would show nothing at all instead of the words for no layer
        combo.setCurrentIndex(0)


def _line(first, second, between=""):
    widget = QWidget(first.parent())
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(first, 1)
    if between:
        row.addWidget(QLabel(between, widget))
    row.addWidget(second, 1 if between else 0)
    return widget
