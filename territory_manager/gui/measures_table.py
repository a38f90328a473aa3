"""Chooses what to balance: numeric fields with a tick and a weight, the weights shown as shares of 100."""

from __future__ import annotations

from qgis.core import QgsFieldModel
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QDoubleSpinBox, QHeaderView, QTableWidget, QTableWidgetItem

from ..layers.plan import COUNT
from ..translate import tr
from . import numbers
from .flags import LEFT, RIGHT

FIELD, WEIGHT, SHARE = range(3)

#: Numbers that say where a unit is, not what it is worth.
COORDINATES = frozenset({"x", "y", "lat", "latitude", "lon", "lng", "long", "longitude"})
#: What a field to balance is often called, the likeliest first.
LIKELY = ("workload", "potential", "sales", "revenue", "population", "pop", "accounts", "customers")


class MeasuresTable(QTableWidget):
    """One row a field; no tick at all means that every unit counts 1."""

    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(0, 3, parent)
        self.setObjectName("measuresTable")
        self.setAccessibleName(tr("Measures to balance"))
        self.setHorizontalHeaderLabels([tr("Measure"), tr("Weight"), tr("Share")])
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 9)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(FIELD, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(WEIGHT, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(SHARE, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(WEIGHT, 90)
        self.setColumnWidth(SHARE, 80)
        self.horizontalHeaderItem(FIELD).setTextAlignment(LEFT)
        for column in (WEIGHT, SHARE):
            self.horizontalHeaderItem(column).setTextAlignment(RIGHT)
        self._filling = False
        self._accounts = {}  # measure -> field of the accounts layer
        self._weights = {}  # field -> weight, kept while a tick is taken away and set again
        self.itemChanged.connect(self._ticked)

    def set_layer(self, layer) -> None:
        """Lists a layer's numeric fields, without its keys."""
        self._filling = True
        for row in range(self.rowCount()):
            self._drop_weight(row)
        self.setRowCount(0)
        self._weights = {}
        self._accounts = {}
        fields = layer.fields() if layer is not None else []
        keys = set(layer.primaryKeyAttributes()) if layer is not None else set()
        for position, field in enumerate(fields):
            if not field.isNumeric() or position in keys or field.name().lower() in COORDINATES:
                continue
            tip = QgsFieldModel.fieldToolTipExtended(field, layer)
            self._append(field.name(), layer.attributeDisplayName(position), tip)
        self._filling = False
        self._show_shares()

    def set_accounts(self, layer, taken=()) -> None:
        """Lists what can be counted and summed of a layer of points below the fields; None takes it away.

        The number of accounts is ticked at once. ``taken`` are the names of the units' own fields.
        """
        from ..layers.account_measures import measure_names

        self._filling = True
        for row in range(self.rowCount() - 1, -1, -1):
            if self._field(row) in self._accounts:
                self._drop_weight(row)
                self.removeRow(row)
        self._accounts = {}
        if layer is not None:
            keys = set(layer.primaryKeyAttributes())
            fields = {
                field.name(): (position, field)
                for position, field in enumerate(layer.fields())
                if field.isNumeric() and position not in keys
            }
            self._accounts = measure_names([COUNT, *fields], taken)
            for measure, name in self._accounts.items():
                if name == COUNT:
                    tip = tr("How many points of {layer} lie in a unit").format(layer=layer.name())
                    row = self._append(measure, tr("Accounts (number)"), tip)
                    self.item(row, FIELD).setCheckState(Qt.CheckState.Checked)
                    self._show_weight(row)
                    counted = self.item(row, FIELD)
                else:
                    position, field = fields[name]
                    title = tr("{field} (accounts)").format(field=layer.attributeDisplayName(position))
                    self._append(measure, title, QgsFieldModel.fieldToolTipExtended(field, layer))
            self.scrollToItem(counted, QAbstractItemView.ScrollHint.PositionAtTop)
        self._filling = False
        self._show_shares()
        self.changed.emit()

    def account_fields(self) -> dict[str, str]:
        """The ticked measures of the accounts and the fields they are summed from."""
        return {name: self._accounts[name] for name in self.measures() if name in self._accounts}

    def likely(self) -> list[str]:
        """The field that most plans would balance on, judged by its name; none where no name says so."""
        names = [self._field(row) for row in range(self.rowCount())]
        found = (name for word in LIKELY for name in names if word in name.lower())
        return list(dict.fromkeys(name for name in found if name not in self._accounts))[:1]

    def choose(self, measures, weights=None) -> None:
        """Ticks these fields with these weights; fields that are not there are passed over."""
        chosen = dict(zip(measures, weights or [1.0] * len(measures)))
        self._filling = True
        for row in range(self.rowCount()):
            name = self._field(row)
            on = name in chosen
            self.item(row, FIELD).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self._weights[name] = float(chosen.get(name, 1.0))
            self._show_weight(row)
        self._filling = False
        self._show_shares()
        self.changed.emit()

    def measures(self) -> list[str]:
        """The ticked fields, without those whose weight is 0."""
        return [self._field(row) for row in self._ticked_rows()]

    def weights(self) -> list[float] | None:
        """Their weights; None where they are equal."""
        weights = [self._weight(row) for row in self._ticked_rows()]
        return weights if len(set(weights)) > 1 else None

    def titles(self) -> dict[str, str]:
        """How each field is called on screen."""
        return {self._field(row): self.item(row, FIELD).text() for row in range(self.rowCount())}

    def _append(self, name, title, tip):
        row = self.rowCount()
        self.insertRow(row)
        item = QTableWidgetItem(title)
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setToolTip(tip)
        item.setFlags(
            Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        item.setCheckState(Qt.CheckState.Unchecked)
        self.setItem(row, FIELD, item)
        share = QTableWidgetItem("")
        share.setFlags(Qt.ItemFlag.ItemIsEnabled)
        share.setTextAlignment(RIGHT)
        self.setItem(row, SHARE, share)
        return row

    def _field(self, row):
        return self.item(row, FIELD).data(Qt.ItemDataRole.UserRole)

    def _ticked_rows(self):
        return [
            row
            for row in range(self.rowCount())
            if self.item(row, FIELD).checkState() == Qt.CheckState.Checked and self._weight(row) > 0
        ]

    def _ticked(self, item):
        if self._filling or item.column() != FIELD:
            return
        self._show_weight(item.row())
        self._show_shares()
        self.changed.emit()

    def _weight(self, row):
        return self._weights.get(self._field(row), 1.0)

    def _show_weight(self, row):
        """A box to type the weight in, only where the field is ticked."""
        self._drop_weight(row)
        if self.item(row, FIELD).checkState() != Qt.CheckState.Checked:
            return
        name, title = self._field(row), self.item(row, FIELD).text()
        spin = QDoubleSpinBox(self)
        spin.setObjectName(f"weight_{name}")
        spin.setAccessibleName(tr("Weight of {measure}").format(measure=title))
        spin.setRange(0, 1e6)
        spin.setDecimals(2)
        spin.setValue(self._weight(row))
        spin.setFrame(False)
        spin.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        spin.valueChanged.connect(lambda value: self._weighed(name, value))
        self.setCellWidget(row, WEIGHT, spin)

    def _drop_weight(self, row):
        """Takes the box away at once: Qt deletes it when the dialog is over, and shows it until then."""
        spin = self.cellWidget(row, WEIGHT)
        if spin is not None:
            spin.hide()
            self.removeCellWidget(row, WEIGHT)

    def _weighed(self, name, value):
        self._weights[name] = value
        if not self._filling:
            self._show_shares()
            self.changed.emit()

    def _show_shares(self):
        rows = self._ticked_rows()
        total = sum(self._weight(row) for row in rows)
        self._filling = True
        for row in range(self.rowCount()):
            text = ""
            if row in rows:
                text = numbers.percent(100 * self._weight(row) / total)
            self.item(row, SHARE).setText(text)
        self._filling = False
