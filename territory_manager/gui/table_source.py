"""Where a table comes from: a file, with how it is written, or a layer of the project; and its first rows."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayerProxyModel
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QTableView,
    QWidget,
)

from ..layers.snapshot import LayerSnapshot
from ..layers.table_files import WORKBOOKS, TableOptions, read_source, read_table
from ..translate import tr
from .latest_task import LatestTask
from .rows_model import RowsModel

#: So many rows are shown.
SHOWN = 50


def encodings() -> list[tuple[str, str]]:
    """Title and name of each encoding."""
    return [
        (tr("UTF-8"), "utf-8"),
        (tr("UTF-16"), "utf-16"),
        (tr("Windows-1252"), "windows-1252"),
        (tr("Latin-1"), "iso-8859-1"),
        (tr("Windows-1250"), "windows-1250"),
        (tr("Mac Roman"), "mac-roman"),
    ]


def separators() -> list[tuple[str, str]]:
    """Title of each separator, and the separator."""
    return [
        (tr("Comma ,"), ","),
        (tr("Semicolon ;"), ";"),
        (tr("Tab"), "\t"),
        (tr("Vertical bar |"), "|"),
    ]


class TableSource(QWidget):
    """Asks for a table and reads it in the background; `table` is there when `changed` comes."""

    changed = pyqtSignal()
    """Another table was read, or none could be; see `table` and `error`."""
    busyChanged = pyqtSignal(bool)
    progressChanged = pyqtSignal(float)

    def __init__(self, excepted=(), parent=None):
        super().__init__(parent)
        self.table = None
        self.error = ""
        self._excepted = list(excepted)
        self._showing = False
        self.model = RowsModel(self)
        self._task = LatestTask(tr("Read the table"), self)
        self._build()
        self._wire()

    # what is chosen
    @property
    def busy(self) -> bool:
        """A table is being read."""
        return self._task.busy

    @property
    def path(self) -> str:
        """The chosen file; empty where a layer is chosen."""
        return self.file.filePath().strip() if self.file_button.isChecked() else ""

    def set_path(self, path) -> None:
        """Chooses a file."""
        self.file_button.setChecked(True)
        self.file.setFilePath(str(path))

    def set_layer(self, layer) -> None:
        """Chooses a layer."""
        self.layer_button.setChecked(True)
        self.layer_combo.setLayer(layer)
        self._ask()

    def cancel(self) -> None:
        """Ends the reading."""
        self._task.cancel()

    def stop(self) -> None:
        """Ends the reading; nothing is told any more."""
        self._task.stop()

    def options(self) -> TableOptions:
        """How the file is to be read; what is left to be found out is None."""
        return TableOptions(
            encoding=self.encoding.currentData(),
            separator=self.separator.currentData(),
            sheet=self.sheet.currentData(),
            header_row=self.header.value() if self.header.value() >= 0 else None,
        )

    # the page
    def _build(self):
        self.file_button = QRadioButton(tr("File"), self)
        self.file_button.setObjectName("fileButton")
        self.file = QgsFileWidget(self)
        self.file.setObjectName("tableFile")
        self.file.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.file.setDialogTitle(tr("Choose a Table"))
        self.file.setFilter(tr("Tables (*.csv *.txt *.tsv *.tab *.xlsx *.ods)") + ";;" + tr("All files (*)"))
        self.layer_button = QRadioButton(tr("Layer of the project"), self)
        self.layer_button.setObjectName("layerButton")
        self.layer_combo = QgsMapLayerComboBox(self)
        self.layer_combo.setObjectName("tableLayerCombo")
        self.layer_combo.setFilters(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.layer_combo.setExceptedLayerList(self._excepted)
        self.layer_combo.setEnabled(False)
        self.layer_button.setEnabled(self.layer_combo.count() > 0)
        group = QButtonGroup(self)
        group.addButton(self.file_button)
        group.addButton(self.layer_button)
        self.file_button.setChecked(True)

        self.encoding = self._choice("encodingCombo", encodings())
        self.separator = self._choice("separatorCombo", separators())
        self.sheet = QComboBox(self)
        self.sheet.setObjectName("sheetCombo")
        # the names come with the file
        self.sheet.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.header = QSpinBox(self)
        self.header.setObjectName("headerRowSpin")
        self.header.setRange(-1, 9999)
        self.header.setSpecialValueText(tr("found out"))
        self.header.setMinimumWidth(self.fontMetrics().horizontalAdvance("0000 (found out)  ") + 40)
        self.header.setValue(-1)
        self.header.setToolTip(tr("Row with the names of the columns; 0 where there is none"))
        self._labels = {}
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        for title, widget in (
            (tr("Encoding"), self.encoding),
            (tr("Columns separated by"), self.separator),
            (tr("Sheet"), self.sheet),
            (tr("Names in row"), self.header),
        ):
            label = QLabel(title, self)
            label.setBuddy(widget)
            self._labels[widget] = label
            line.addWidget(label)
            line.addWidget(widget)
            line.addSpacing(8)
        line.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.file_button, 0, 0)
        grid.addWidget(self.file, 0, 1)
        grid.addWidget(self.layer_button, 0, 2)
        grid.addWidget(self.layer_combo, 0, 3)
        grid.addLayout(line, 1, 0, 1, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)

    def preview(self, parent=None) -> QTableView:
        """A view of the first rows."""
        view = QTableView(parent or self)
        view.setObjectName("tablePreview")
        view.setAccessibleName(tr("First rows of the table"))
        view.setModel(self.model)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setAlternatingRowColors(True)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.horizontalHeader().setDefaultSectionSize(110)
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().lineSpacing() + 6)
        return view

    def _choice(self, name, titles):
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.addItem(tr("found out"), None)
        for title, value in titles:
            combo.addItem(title, value)
        return combo

    def _wire(self):
        self.file.fileChanged.connect(self._file_changed)
        self.file_button.toggled.connect(self._kind_changed)
        self.layer_combo.layerChanged.connect(self._ask)
        for combo in (self.encoding, self.separator):
            combo.currentIndexChanged.connect(self._ask)
        self.sheet.currentIndexChanged.connect(self._sheet_changed)
        self.header.valueChanged.connect(self._ask)
        self._task.done.connect(self._read)
        self._task.failed.connect(self._failed)
        self._task.busyChanged.connect(self.busyChanged)
        self._task.progressChanged.connect(self.progressChanged)
        self._show_options()

    def _kind_changed(self):
        is_file = self.file_button.isChecked()
        self.file.setEnabled(is_file)
        self.layer_combo.setEnabled(not is_file)
        self._show_options()
        self._ask()

    def _file_changed(self):
        """Another file is written in its own way: what was chosen for the last one does not count."""
        self._showing = True
        for combo in (self.encoding, self.separator):
            combo.setCurrentIndex(0)
        self.sheet.clear()
        self.header.setValue(-1)
        self._showing = False
        self._show_options()
        self._ask()

    def _sheet_changed(self):
        if not self._showing:
            # names may stand in another row there
            self._showing = True
            self.header.setValue(-1)
            self._showing = False
            self._ask()

    def _show_options(self):
        is_book = Path(self.path).suffix.lower() in WORKBOOKS
        for widget in (self.encoding, self.separator):
            self._show_option(widget, bool(self.path) and not is_book)
        self._show_option(self.sheet, is_book)
        self._show_option(self.header, bool(self.path))

    def _show_option(self, widget, visible):
        widget.setVisible(visible)
        self._labels[widget].setVisible(visible)

    # reading
    def _ask(self, *_):
        if self._showing:
            return
        self.table, self.error = None, ""
        self._task.ask(self._prepared)
        self.changed.emit()

    def _prepared(self):
        if self.file_button.isChecked():
            path, options = self.path, self.options()
            if not path:
                self._clear()
                return None
            return lambda progress, cancelled: read_table(
                path, options, progress=progress, cancelled=cancelled
            )
        layer = self.layer_combo.currentLayer()
        if layer is None:
            self._clear()
            return None
        snapshot = LayerSnapshot(layer)
        return lambda progress, cancelled: read_source(snapshot, progress=progress, cancelled=cancelled)

    def _clear(self):
        self.model.show([], [])

    def _read(self, table):
        self.table, self.error = table, ""
        self._say_found(table)
        self.model.show(table.columns, table.rows[:SHOWN], table.lines[:SHOWN])
        self.changed.emit()

    def _failed(self, words):
        self.table = None
        self.error = words or tr("Reading was cancelled. Choose the file again.")
        self._clear()
        self.changed.emit()

    def _say_found(self, table):
        """Lets the first entry of each choice say what was found out."""
        self._showing = True
        found = table.options
        for combo, value in ((self.encoding, found.encoding), (self.separator, found.separator)):
            plain = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16"}.get(value, value)
            place = combo.findData(plain) if plain else -1
            title = combo.itemText(place) if place > 0 else value
            words = tr("{choice} (found out)").format(choice=title) if value else tr("found out")
            if combo.currentData() is None:
                combo.setItemText(0, words)
        if table.sheets != [self.sheet.itemData(place) for place in range(self.sheet.count())]:
            self.sheet.clear()
            for name in table.sheets:
                self.sheet.addItem(name, name)
            self.sheet.setCurrentIndex(self.sheet.findData(found.sheet))
        if self.header.value() < 0 and found.header_row is not None:
            self.header.setSpecialValueText(
                tr("{row} (found out)").format(row=found.header_row)
                if found.header_row
                else tr("none (found out)")
            )
        self._showing = False
