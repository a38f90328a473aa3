"""The page of the Import Accounts dialog: what is on it, and where."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel
from qgis.gui import (
    QgsCheckableComboBox,
    QgsFieldComboBox,
    QgsFileWidget,
    QgsMapLayerComboBox,
    QgsProjectionSelectionWidget,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ..settings import Settings
from ..translate import tr
from .columns_table import ColumnsTable
from .dialog_parts import ok_cancel_help, progress_bar, remarks_label
from .help import open_help
from .latest_task import LatestTask
from .report_list import ReportList
from .table_source import TableSource


class ImportAccountsPage(QDialog):
    """Widgets and their places; what they do is in `ImportAccountsDialog`."""

    def __init__(self, session, kinds, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerImportAccountsDialog")
        self.setWindowTitle(tr("Import Accounts"))
        self._session = session
        self._settings = Settings()
        self._showing = False
        self.look = LatestTask(tr("Look at the table"), self)
        self.match = LatestTask(tr("Place the accounts"), self)
        self.write = LatestTask(tr("Write the accounts"), self, quiet=0)
        self._make(kinds)
        self._lay_out()
        self.resize(980, 576)

    @property
    def busy(self) -> bool:
        """Something is being read, placed or written."""
        return self.source.busy or self.look.busy or self.match.busy or self.write.busy

    def done(self, result):
        for work in (self.look, self.match, self.write, self.source):
            work.stop()
        super().done(result)

    def _make(self, kinds):
        session = self._session
        self.source = TableSource([session.layer] if session is not None else [], self)
        self.x_column = self._combo("xColumnCombo", tr("Column with the longitude or x"))
        self.y_column = self._combo("yColumnCombo", tr("Column with the latitude or y"))
        self.crs = QgsProjectionSelectionWidget(self)
        self.crs.setObjectName("crsWidget")
        self.key_column = self._combo(
            "keyColumnCombo", tr("Column with the key of the unit, used where there are no coordinates")
        )
        self.units_layer = QgsMapLayerComboBox(self)
        self.units_layer.setObjectName("unitsLayerCombo")
        self.units_layer.setFilters(
            QgsMapLayerProxyModel.Filter.PolygonLayer | QgsMapLayerProxyModel.Filter.PointLayer
        )
        self.units_layer.setAllowEmptyLayer(True)
        self.units_layer.setLayer(session.layer if session is not None else None)
        self.units_layer.setToolTip(tr("Units by which accounts are placed, and where they should be"))
        self.units_key = QgsFieldComboBox(self)
        self.units_key.setObjectName("unitsKeyCombo")
        self.units_key.setToolTip(tr("Field of the units, such as the postal code"))
        self.units_key.setLayer(self.units_layer.currentLayer())
        self.decimal = self._combo("decimalCombo", tr("Decimal sign of numbers"))
        for title, value in ((tr("found out"), None), (tr("Point"), "."), (tr("Comma"), ",")):
            self.decimal.addItem(title, value)
        self.outside = self._combo("outsideCombo", tr("What to do with accounts that are in no unit"))
        self.outside.addItems([tr("are imported"), tr("are left out")])
        self.columns = ColumnsTable(self)
        self.summary = QLabel(self)
        self.summary.setObjectName("summaryLabel")
        self.summary.setWordWrap(True)
        self.swap = self._check("swapCheck")
        self.signs = self._check("signsCheck")
        self.zeros = self._check("zerosCheck")
        self.zip4 = self._check("zip4Check")
        for check in (self.swap, self.signs, self.zeros, self.zip4):
            check.hide()
        self.report = ReportList(kinds, tr("Column"), tr("Place or Key"), editable=False, parent=self)
        self.file = QgsFileWidget(self)
        self.file.setObjectName("outputFile")
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)
        self.file.setFilter(tr("GeoPackage (*.gpkg)"))
        self.file.setToolTip(tr("A GeoPackage that is there gets another layer; nothing is overwritten"))
        self.layer_name = QLineEdit(self)
        self.layer_name.setObjectName("layerNameEdit")
        self.for_plan = QCheckBox(tr("Balance the plan on their number, and on the sums of"), self)
        self.for_plan.setObjectName("forPlanCheck")
        self.sums = QgsCheckableComboBox(self)
        self.sums.setObjectName("sumsCombo")
        self.sums.setDefaultText(tr("nothing"))
        self.remarks_label = remarks_label(self)
        self.progress = progress_bar(self, "importProgress")
        self.buttons = ok_cancel_help(self, tr("Import"))
        self.import_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.buttons.helpRequested.connect(lambda: open_help("import-accounts"))

    def _lay_out(self):
        layout = QVBoxLayout(self)
        layout.addWidget(self.source)
        layout.addLayout(
            self._line(
                (tr("Longitude (x)"), self.x_column, 1),
                (tr("Latitude (y)"), self.y_column, 1),
                (tr("CRS"), self.crs, 2),
            )
        )
        layout.addLayout(
            self._line(
                (tr("Key of the unit"), self.key_column, 1),
                (tr("Units"), self.units_layer, 1),
                (tr("Their key"), self.units_key, 1),
            )
        )
        right = QWidget(self)
        box = QVBoxLayout(right)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.summary)
        choices = QGridLayout()
        for place, check in enumerate((self.swap, self.signs, self.zeros, self.zip4)):
            choices.addWidget(check, place // 2, place % 2)
        box.addLayout(choices)
        box.addLayout(
            self._line((tr("Accounts in no unit"), self.outside, 0), (tr("Decimal sign"), self.decimal, 0))
        )
        box.addWidget(self.report, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.columns)
        splitter.addWidget(right)
        splitter.setSizes([360, 600])
        splitter.setStretchFactor(1, 1)
        layout.addWidget(splitter, 1)
        layout.addLayout(self._line((tr("GeoPackage"), self.file, 3), (tr("Layer"), self.layer_name, 1)))
        plan = QHBoxLayout()
        plan.addWidget(self.for_plan)
        plan.addWidget(self.sums, 1)
        layout.addLayout(plan)
        for widget in (self.for_plan, self.sums):
            widget.setVisible(self._session is not None)
        foot = QHBoxLayout()
        foot.addWidget(self.remarks_label, 1)
        foot.addWidget(self.progress)
        foot.addWidget(self.buttons)
        layout.addLayout(foot)

    def _line(self, *parts):
        line = QHBoxLayout()
        for title, widget, stretch in parts:
            label = QLabel(title, self)
            label.setBuddy(widget)
            line.addWidget(label)
            line.addWidget(widget, stretch)
            line.addSpacing(6)
        if not any(stretch for _, _, stretch in parts):
            line.addStretch(1)
        return line

    def _combo(self, name, hint):
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setToolTip(hint)
        combo.setMinimumWidth(90)
        return combo

    def _check(self, name):
        check = QCheckBox(self)
        check.setObjectName(name)
        return check

    def _show_busy(self, *_):
        self.progress.setVisible(self.busy)
        self.progress.setRange(0, 0)
        self._show()

    def _show_progress(self, percent):
        self.progress.setRange(0, 100)
        self.progress.setValue(round(percent))
