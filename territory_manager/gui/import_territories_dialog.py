"""Import territories: a table of keys and territories into the open plan, seen before it happens."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ..layers.plan import PlanError
from ..layers.snapshot import LayerSnapshot
from ..translate import tr
from . import numbers
from .import_territories_page import ImportTerritoriesPage
from .plan_words import Remark
from .waiting import waiting

NAME = "import_territories"


class ImportTerritoriesDialog(ImportTerritoriesPage):
    """Shows what a table would do to the plan and does it on Import; `said` then has what was done."""

    def __init__(self, session, parent=None, *, iface=None):
        super().__init__(session, parent)
        self.incoming = None
        self.found = None
        self.said = ""
        self._units = None
        self._flipped: frozenset[int] = frozenset()
        self._corrections: dict[int, tuple[str | None, str | None]] = {}
        self._remembered = self._settings.remembered(NAME)
        self._error = ""
        self._showing = False
        self._restore()
        self._wire()
        self._show()

    # what is chosen
    def options(self):
        """How the table is to be followed."""
        from ..layers.table_import import MatchOptions

        return MatchOptions(
            zeros=self.zeros.isChecked(),
            zip4=self.zip4.isChecked(),
            flipped=self._flipped,
            conflicts=self.conflicts.currentIndex(),
            unify=self.unify.isChecked(),
            keep=self.keep.currentIndex() == 0,
            corrections=dict(self._corrections),
        )

    def _restore(self):
        chosen = self._remembered
        self.conflicts.setCurrentIndex(int(chosen.get("conflicts", 0)))
        self.keep.setCurrentIndex(int(chosen.get("keep", 0)))
        if chosen.get("folder"):
            self.source.file.setDefaultRoot(chosen["folder"])

    def _wire(self):
        self.source.changed.connect(self._table_changed)
        self.source.busyChanged.connect(self._show_busy)
        self.source.progressChanged.connect(self._show_progress)
        for task in (self._look, self._match):
            task.busyChanged.connect(self._show_busy)
            task.failed.connect(self._failed)
        self._look.done.connect(self._looked)
        self._match.done.connect(self._matched)
        for combo in (self.key_field, self.key_column, self.territory_column, self.rep_column):
            combo.currentIndexChanged.connect(self._columns_changed)
        for check in (self.zeros, self.zip4):
            check.toggled.connect(self._all_flipped)
        self.unify.toggled.connect(self._ask)
        self.drop.toggled.connect(self._drop_toggled)
        self.conflicts.currentIndexChanged.connect(self._ask)
        self.keep.currentIndexChanged.connect(self._ask)
        self.report.model.flipped.connect(self._flip)
        self.report.model.corrected.connect(self._correct)
        self.target.changed.connect(self._show)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # following what is chosen
    def _table_changed(self):
        self.found = self.incoming = None
        self._error = ""
        self._forget()
        self._match.stop()
        if self.source.table is None:
            self._look.stop()
        else:
            self._look.ask(self._prepare_look)
        self._show()

    def _prepare_look(self):
        from ..layers.unit_keys import look_at

        table, units = self.source.table, self._units
        snapshot = LayerSnapshot(self._session.layer) if units is None else None
        known = list(self._session.settings.territories)
        skip = self._session.territory_field
        return lambda progress, cancelled: look_at(snapshot, units, table, known, skip, cancelled)

    def _looked(self, looked):
        self._units = looked.units
        table = self.source.table
        columns = table.columns
        before = self._remembered.get("columns", {})
        if before.get("key_field") not in looked.units.columns or not {
            before.get("key"),
            before.get("territory"),
        } <= set(columns):
            before = {}
        self._showing = True
        self._fill(self.key_field, list(looked.units.columns), before.get("key_field"), looked.key_field)
        self._fill(self.key_column, columns, before.get("key"), looked.key)
        self._fill(self.territory_column, columns, before.get("territory"), looked.territory)
        self._fill(self.rep_column, columns, before.get("rep"), looked.rep, tr("none"))
        self._showing = False
        self._ask()

    @staticmethod
    def _fill(combo, names, remembered, guessed, none=None):
        combo.clear()
        if none is not None:
            combo.addItem(none, None)
        for name in names:
            combo.addItem(name, name)
        wanted = remembered if remembered in names else guessed
        combo.setCurrentIndex(
            combo.findData(wanted) if wanted is not None else (0 if none is not None else -1)
        )

    def _columns_changed(self):
        if not self._showing:
            self._forget()
            self._ask()

    def _forget(self):
        """Corrections and ticks belong to rows as they were read."""
        self._flipped, self._corrections = frozenset(), {}

    def _all_flipped(self):
        self._flipped = frozenset()
        self._ask()

    def _drop_toggled(self, on):
        if self.incoming is not None:
            self.incoming.drop = on
            self._show()

    def _flip(self, row):
        self._flipped = self._flipped ^ {row}
        self._ask()

    def _correct(self, row, key, territory):
        self._corrections[row] = (key or None, territory or None)
        self._ask()

    def _ask(self, *_):
        if self._showing:
            return
        self.found = self.incoming = None
        self._error = ""
        if self._missing() is None and self._units is not None:
            self._match.ask(self._prepare_match)
        else:
            self._match.stop()
        self._show()

    def _prepare_match(self):
        from ..layers.table_import import follow_reps, follow_table

        session, table, units = self._session, self.source.table, self._units
        session.flush()
        keys = units.columns[self.key_field.currentData()]
        names = [units.names[fid] for fid in units.ids]
        current = [session.live.territory_of(fid) for fid in units.ids]
        known = list(session.settings.territories)
        options = self.options()
        key, territory = self.key_column.currentData(), self.territory_column.currentData()
        rep = self.rep_column.currentData()

        def work(_progress, _cancelled):
            found = follow_table(
                keys,
                names,
                table.texts(key),
                table.texts(territory),
                options,
                current=current,
                known=known,
            )
            reps, lines = follow_reps(found, table.texts(rep)) if rep else ({}, [])
            return replace(found, report=[*found.report, *lines]), reps

        return work

    def _matched(self, result):
        from ..layers.incoming import Incoming

        self.found, reps = result
        self.incoming = Incoming(self._session, dict(zip(self._units.ids, self.found.territories)), reps)
        self.incoming.drop = self.drop.isChecked()
        self.report.show_report(self.source.table, self.found.report)
        self._show()

    def _failed(self, words):
        self._error = words or tr("Cancelled. Choose the file again.")
        self._show()

    # what is seen
    def _missing(self):
        """What has to be chosen yet, in words; None when all is."""
        if self.source.table is None:
            if self.source.error:
                return self.source.error
            return "" if self.source.busy else tr("Choose a file, or a layer of the project.")
        if self._look.busy:
            return ""
        if self.key_field.currentData() is None:
            return tr("Choose the field of the units by which the table names them.")
        if self.key_column.currentData() is None:
            return tr("Choose the column of the table with the keys of the units.")
        if self.territory_column.currentData() is None:
            return tr("Choose the column of the table with the territories.")
        if self.territory_column.currentData() == self.key_column.currentData():
            return tr("Key and territory are the same column. Choose another one for one of them.")
        return None

    def _remarks(self):
        try:
            self._session.require_field()
        except PlanError as error:
            return [Remark(str(error), stops=True)]
        missing = self._error or self._missing()
        if missing is not None:
            return [Remark(missing, stops=True)] if missing else []
        remarks = [Remark(words) for words in self.source.table.remarks]
        if self.found is None:
            return remarks
        if not self.found.matched:
            remarks.append(Remark(self._no_match(), stops=True))
        elif self.incoming.is_nothing:
            words = tr("The plan has this alignment already: there is nothing to change.")
            remarks.append(Remark(words + " " + self.incoming.refusal, stops=True))
        elif self.incoming.refusal:
            remarks.append(Remark(self.incoming.refusal))
        if self.target.why_not():
            remarks.append(Remark(self.target.why_not(), stops=True))
        return remarks

    def _no_match(self):
        keys = self._units.columns[self.key_field.currentData()]
        words = tr(
            "No row names a unit. Keys of the table are like “{row}”, those of the units like “{unit}”. "
            "Choose other columns."
        )
        if self.found.count("zeros") or self.found.count("zip4"):
            words = tr("No row names a unit as it stands. Accept the repaired keys above.")
        return words.format(
            row=next((key for key, _ in self.found.rows if key), numbers.DASH),
            unit=next(filter(None, keys), numbers.DASH),
        )

    def _show(self):
        remarks = self._remarks()
        self.remarks_label.setText("<br>".join(remark.html() for remark in remarks))
        ready = self.incoming is not None and not self.busy and not any(remark.stops for remark in remarks)
        self.import_button.setEnabled(ready)
        if self.found is None and not self.busy:
            self.report.show_report(None, [])
        self._show_summary()

    def _show_summary(self):
        found = self.found
        if found is None:
            self.summary.setText(tr("Looking at the table…") if self.busy else "")
        else:
            words = tr("{rows} rows, {matched} followed; {units} of {all} units named.").format(
                rows=numbers.exact(len(found.rows)),
                matched=numbers.exact(found.matched),
                units=numbers.exact(int(found.named.sum())),
                all=numbers.exact(len(found.named)),
            )
            self.summary.setText(f"{words} {self.incoming.words()}")
        self._show_choices(found)

    def _show_choices(self, found):
        zeros = [line for line in found.report if line.kind == "zeros"] if found is not None else []
        long_codes = [line for line in found.report if line.kind == "zip4"] if found is not None else []
        alike = [line for line in found.report if line.kind == "alike"] if found is not None else []
        for check, lines, words in (
            (self.zeros, zeros, tr("Put back lost leading zeros: {count} ({example})")),
            (self.zip4, long_codes, tr("Take the first five digits: {count} ({example})")),
        ):
            if found is not None:
                check.setEnabled(bool(lines))
                example = f"{lines[0].key} → {lines[0].unit}" if lines else tr("none")
                check.setText(words.format(count=numbers.exact(len(lines)), example=example))
            elif not check.text():
                check.setText(words.format(count=0, example=tr("none")))
                check.setEnabled(False)
        if found is None and self.unify.text():
            return
        emptied = self.incoming.emptied if found is not None else []
        self.unify.setEnabled(bool(alike))
        self.unify.setText(tr("Take look-alikes as one: {count}").format(count=numbers.exact(len(alike))))
        self.unify.setToolTip(tr("Territories whose names differ in nothing but case or blanks"))
        self.drop.setEnabled(bool(emptied))
        self.drop.setText(
            tr("Remove territories left empty: {count}").format(count=numbers.exact(len(emptied)))
        )
        self.drop.setToolTip(", ".join(emptied))

    def _show_busy(self, *_):
        self.progress.setVisible(self.busy)
        self.progress.setRange(0, 0)
        self._show()

    def _show_progress(self, percent):
        self.progress.setRange(0, 100)
        self.progress.setValue(round(percent))

    # the end
    def accept(self):
        if self.incoming is None or self.busy:
            return
        try:
            with waiting(), self.target.taken():
                self.incoming.apply(tr("Import territories"))
        except PlanError as error:
            self._error = str(error)
            self._show()
            return
        self.said = self.incoming.done_words()
        self._remember()
        super().accept()

    def _remember(self):
        self._settings.remember(
            NAME,
            {
                "conflicts": self.conflicts.currentIndex(),
                "keep": self.keep.currentIndex(),
                "folder": str(Path(self.source.path).parent) if self.source.path else "",
                "columns": {
                    "key_field": self.key_field.currentData(),
                    "key": self.key_column.currentData(),
                    "territory": self.territory_column.currentData(),
                    "rep": self.rep_column.currentData(),
                },
            },
        )
