"""Export alignment: units, accounts or boundaries as a file, in the columns that a CRM wants."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QInputDialog

from ..layers.alignment_export import repeated_header, write_alignment
from ..layers.baseline import Baseline
from ..layers.outline_export import Outlines
from ..layers.plan import PlanError
from ..layers.plan_export import OUTLINES, AlignmentSource, file_link, presets
from ..layers.sheets import text_of
from ..translate import tr
from . import numbers
from .export_page import ExportPage
from .plan_words import Remark

NAME = "export_alignment"
SHOWN = 30
TABLES = (("CSV", ".csv"), ("XLSX", ".xlsx"))
MAPS = (("GeoPackage", ".gpkg"), ("GeoJSON", ".geojson"))


class ExportDialog(ExportPage):
    """Shows the file as it will be and writes it on Export; `said` then links to it."""

    def __init__(self, session, parent=None, *, iface=None):
        super().__init__(session, parent)
        self.said = ""
        self.table = None
        self._error = ""
        self._chosen = self._settings.remembered(NAME)
        self._restore()
        self._wire()
        self._kind_changed()

    # what is chosen
    @property
    def path(self) -> Path | None:
        """The file to write, None where none is named; its ending is that of the format."""
        text = self.file.filePath().strip()
        if not text:
            return None
        path, ending = Path(text), self.format.currentData()
        known = {ending for _, ending in (*TABLES, *MAPS)}
        if path.suffix.lower() == ending:
            return path
        return (
            path.with_suffix(ending) if path.suffix.lower() in known else path.with_name(path.name + ending)
        )

    def rows(self) -> list[int]:
        """Rows that are written."""
        if self.table is None:
            return []
        return self.table.changed if self.only_changes.isChecked() else list(range(self.table.count))

    def layout_settings(self) -> dict:
        """What a layout keeps, plain for JSON."""
        return {
            "for": self.kind.currentData(),
            "columns": [list(pair) for pair in self.columns.layout_pairs()],
            "format": self.format.currentData(),
            "only_changes": self.only_changes.isChecked(),
            "sheets": self.sheets.isChecked(),
            "bom": self.bom.isChecked(),
        }

    def keep_layout(self, name: str) -> None:
        """Keeps what is chosen in the plan under a name."""
        self._session.settings.layouts[name] = self.layout_settings()
        self._session.store()
        self._fill_layouts(name)

    def forget_layout(self) -> None:
        """Forgets the layout that is chosen; the columns stay as they are shown."""
        name = self.layouts.currentData()
        if name in self._session.settings.layouts:
            del self._session.settings.layouts[name]
            self._session.store()
            self._fill_layouts(None)

    # following what is chosen
    def _wire(self):
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.format.currentIndexChanged.connect(self._format_changed)
        for check in (self.only_changes, self.sheets, self.bom):
            check.toggled.connect(self._show)
        self.layouts.activated.connect(self._layout_chosen)
        self.save_layout.clicked.connect(self._ask_and_keep)
        self.delete_layout.clicked.connect(self.forget_layout)
        self.columns.changed.connect(self._show)
        self.up.clicked.connect(partial(self.columns.move, -1))
        self.down.clicked.connect(partial(self.columns.move, 1))
        self.file.fileChanged.connect(self._show)
        for work in (self.read, self.write):
            work.busyChanged.connect(self._show_busy)
            work.progressChanged.connect(self._show_progress)
            work.failed.connect(self._failed)
        self.read.done.connect(self._was_read)
        self.write.done.connect(self._written)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _restore(self):
        self.kind.setCurrentIndex(max(0, self.kind.findData(self._chosen.get("kind"))))
        self.bom.setChecked(bool(self._chosen.get("bom", True)))
        baseline = Baseline.of(self._session)
        words = tr("Only changes against {baseline}").format(baseline=baseline.title)
        self.only_changes.setText(words)
        folder = Path(self._settings.export_folder)
        stem = re.sub(r"[^\w-]+", "_", self._session.settings.name).strip("_") or "plan"
        self.file.setFilePath(str(folder / f"{stem}{self._chosen.get('format', '.xlsx')}"))

    def _kind_changed(self):
        kind = self.kind.currentData()
        is_map = kind == OUTLINES
        before = self.format.currentData() or self._chosen.get("format", ".xlsx")
        self.format.blockSignals(True)
        self.format.clear()
        for title, ending in MAPS if is_map else TABLES:
            self.format.addItem(title, ending)
        self.format.setCurrentIndex(max(0, self.format.findData(before)))
        self.format.blockSignals(False)
        for widget in (self.table_part, self.only_changes, self.sheets, self.bom):
            widget.setVisible(not is_map)
        self.table = None
        self._error = ""
        if is_map:
            self.read.stop()
        else:
            self.read.ask(self._prepare)
        self._format_changed()

    def _format_changed(self):
        ending = self.format.currentData()
        filters = {
            ".csv": tr("Comma separated values (*.csv)"),
            ".xlsx": tr("Excel workbook (*.xlsx)"),
            ".gpkg": tr("GeoPackage (*.gpkg)"),
            ".geojson": tr("GeoJSON (*.geojson)"),
        }
        self.file.setFilter(filters.get(ending, ""))
        self.file.setConfirmOverwrite(ending != ".gpkg")
        self.sheets.setEnabled(ending == ".xlsx")
        self.bom.setEnabled(ending == ".csv")
        if self.path is not None:
            self.file.setFilePath(str(self.path))
        self._show()

    def _prepare(self):
        try:
            return AlignmentSource(self._session, self.kind.currentData()).read
        except PlanError as error:
            self._failed(str(error))
            return None

    def _was_read(self, table):
        self.table = table
        kept = self._chosen.get("layouts", {}).get(self.kind.currentData())
        self._fill_layouts(kept)
        self._layout_chosen()

    def _fill_layouts(self, chosen):
        """Presets, then the layouts of the plan for what is exported."""
        self.layouts.clear()
        for title in presets(self.table) if self.table is not None else ():
            self.layouts.addItem(title, None)
        kind = self.kind.currentData()
        for name, layout in sorted(self._session.settings.layouts.items()):
            if layout.get("for") == kind:
                self.layouts.addItem(name, name)
        place = self.layouts.findData(chosen) if chosen else -1
        self.layouts.setCurrentIndex(max(0, place if place >= 0 else self.layouts.findText(chosen or "")))
        self._enable_delete()

    def _layout_chosen(self, *_):
        if self.table is None:
            return
        known = list(self.table.columns)
        name = self.layouts.currentData()
        self._enable_delete()
        if name is None:
            self.columns.show_layout(presets(self.table).get(self.layouts.currentText(), []), known)
            return
        kept = self._session.settings.layouts[name]
        lost = [column for column, _ in kept.get("columns", ()) if column not in known]
        self.format.setCurrentIndex(max(0, self.format.findData(kept.get("format"))))
        self.only_changes.setChecked(bool(kept.get("only_changes")))
        self.sheets.setChecked(bool(kept.get("sheets")))
        self.bom.setChecked(bool(kept.get("bom", True)))
        self.columns.show_layout([tuple(pair) for pair in kept.get("columns", ())], known)
        if lost:
            words = tr("The layout names columns that are not there any more: {columns}.")
            self._error = words.format(columns=", ".join(lost))
            self._show()
            self._error = ""

    def _enable_delete(self):
        self.delete_layout.setEnabled(self.layouts.currentData() is not None)

    def _ask_and_keep(self):
        words = tr("Name of the layout")
        suggested = self.layouts.currentData() or tr("CRM")
        name, accepted = QInputDialog.getText(self, tr("Save Layout"), words, text=suggested)
        if accepted and name.strip():
            self.keep_layout(name.strip())

    def _failed(self, words):
        self._error = words or tr("Cancelled. Nothing was written.")
        self._show()

    # what is seen
    def _remarks(self):
        found = []
        if self._error:
            found.append(Remark(self._error))
        if self.kind.currentData() != OUTLINES:
            if self.table is None:
                return found
            layout = self.columns.layout_pairs()
            twice = repeated_header(layout)
            if not layout:
                found.append(Remark(tr("Tick at least one column."), stops=True))
            if twice is not None:
                words = tr("Two columns are called “{header}”. Give each its own header.")
                found.append(Remark(words.format(header=twice), stops=True))
            if self.only_changes.isChecked() and not self.table.changed:
                words = tr("Nothing changes hands against {baseline}: the list would be empty.")
                title = Baseline.of(self._session).title
                found.append(Remark(words.format(baseline=title), stops=True))
        elif not self._session.settings.territories:
            found.append(Remark(tr("The plan has no territories yet."), stops=True))
        path = self.path
        if path is None:
            found.append(Remark(tr("Name the file."), stops=True))
        elif not path.parent.is_dir():
            words = tr("There is no folder {folder}. Choose another one.")
            found.append(Remark(words.format(folder=str(path.parent)), stops=True))
        return found

    def _show(self, *_):
        remarks = self._remarks()
        self.remarks_label.setText("<br>".join(remark.html() for remark in remarks))
        is_map = self.kind.currentData() == OUTLINES
        ready = (is_map or self.table is not None) and not self.busy
        self.export_button.setEnabled(ready and not any(remark.stops for remark in remarks))
        if self.table is None:
            self.summary.setText(tr("Reading…") if self.busy else "")
            self.model.show([], [])
            return
        layout, rows = self.columns.layout_pairs(), self.rows()
        shown = [self.table.columns[name] for name, _ in layout]
        cells = [[text_of(column[row]) for column in shown] for row in rows[:SHOWN]]
        self.model.show([header for _, header in layout], cells)
        territories = self.table.columns["territory"]
        words = tr("{rows} rows · {changed} change hands · {unassigned} without territory")
        self.summary.setText(
            words.format(
                rows=numbers.exact(len(rows)),
                changed=numbers.exact(len(self.table.changed)),
                unassigned=numbers.exact(sum(territories[row] is None for row in rows)),
            )
        )

    def _show_busy(self, *_):
        self.progress.setVisible(self.busy)
        self.progress.setRange(0, 0)
        self._show()

    def _show_progress(self, percent):
        self.progress.setRange(0, 100)
        self.progress.setValue(round(percent))

    # the end
    def accept(self):
        path = self.path
        if self.busy or path is None:
            return
        self._error = ""
        if self.kind.currentData() == OUTLINES:
            self.write.ask(lambda: self._write_outlines(path))
        else:
            self.write.ask(lambda: self._write_table(path))

    def _write_table(self, path):
        table, layout, rows = self.table, self.columns.layout_pairs(), self.rows()
        sheets, bom = self.sheets.isChecked() and self.sheets.isEnabled(), self.bom.isChecked()

        def work(progress, cancelled):
            write_alignment(
                path,
                layout,
                table.columns,
                rows,
                one_sheet_each=sheets,
                byte_order_mark=bom,
                cancelled=cancelled,
            )
            progress(100)
            return path, tr("{count} rows").format(count=len(rows))

        return work

    def _write_outlines(self, path):
        from ..processing.outputs import statistics_fields

        outlines = Outlines(self._session)
        fields = statistics_fields(self._session.statistics())
        context = QgsProject.instance().transformContext()

        def work(progress, cancelled):
            count = outlines.write(path, fields, context, progress, cancelled)
            return path, tr("{count} territories").format(count=count)

        return work

    def _written(self, result):
        path, what = result
        words = tr("{what} written to {file}")
        self.said = words.format(what=what, file=file_link(path))
        self._remember(path)
        super().accept()

    def _remember(self, path):
        self._settings.export_folder = str(path.parent)
        kind = self.kind.currentData()
        layouts = dict(self._chosen.get("layouts", {}))
        if kind != OUTLINES:
            layouts[kind] = self.layouts.currentText()
        chosen = {"kind": kind, "format": self.format.currentData(), "bom": self.bom.isChecked()}
        self._settings.remember(NAME, {**chosen, "layouts": layouts})
