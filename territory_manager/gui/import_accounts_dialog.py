"""Import accounts: a list of customers as points, by their coordinates or by the unit that they name."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

from ..layers.account_import import (
    BEYOND,
    LONG_ZIP,
    LOST_ZEROS,
    NO_NUMBER,
    NO_PLACE,
    NOT_FOUND,
    NOWHERE,
    NUMBER,
    OTHER_SIGN,
    OVERLOOKED,
    REPEATED,
    TURNED,
    UNCLEAR,
    AccountOptions,
    UnitPlaces,
    guess_kinds,
    prepare_accounts,
)
from ..layers.account_writing import style_accounts, use_accounts, write_accounts
from ..layers.plan import COUNT, PlanError
from ..layers.plan_tables import plan_path, remember_file
from ..layers.snapshot import LayerSnapshot
from ..translate import tr
from . import numbers
from .import_accounts_page import ImportAccountsPage
from .plan_words import Remark
from .waiting import waiting

NAME = "import_accounts"
#: Kinds whose proposals are ticked in the list, and the switch on the page for each.
PROPOSED = {TURNED: "swap", OTHER_SIGN: "signs", LOST_ZEROS: "zeros", LONG_ZIP: "zip4"}


def account_kinds() -> dict[str, str]:
    """What lines about accounts are called, in the order in which they are listed."""
    return {
        NO_PLACE: tr("No place"),
        NOWHERE: tr("Impossible place"),
        TURNED: tr("Swapped coordinates"),
        OTHER_SIGN: tr("Lost minus"),
        NOT_FOUND: tr("No such unit"),
        UNCLEAR: tr("May mean several units"),
        NO_NUMBER: tr("No number"),
        LOST_ZEROS: tr("Leading zeros lost"),
        LONG_ZIP: tr("ZIP+4"),
        BEYOND: tr("In no unit"),
        REPEATED: tr("Repeated row"),
        OVERLOOKED: tr("Blanks, case or decimals"),
    }


class ImportAccountsDialog(ImportAccountsPage):
    """Shows what becomes of a list of accounts, writes them on Import; `layer` and `said` tell of it."""

    def __init__(self, session, parent=None, *, iface=None):
        super().__init__(session, account_kinds(), parent)
        self.layer = None
        self.accounts = None
        self.said = ""
        self._flipped: frozenset[int] = frozenset()
        self._plan_file = None
        self._places = None
        self._error = ""
        self._restore(self._settings.remembered(NAME))
        self._wire()
        self._show()

    # what is chosen
    def options(self) -> AccountOptions:
        """How the table is to be taken."""
        by_place = self.x_column.currentData() is not None and self.y_column.currentData() is not None
        return AccountOptions(
            x=self.x_column.currentData() if by_place else None,
            y=self.y_column.currentData() if by_place else None,
            crs=self.crs.crs(),
            key=self.key_column.currentData(),
            kinds=self.columns.kinds(),
            decimal=self.decimal.currentData(),
            swap=self.swap.isChecked(),
            signs=self.signs.isChecked(),
            zeros=self.zeros.isChecked(),
            zip4=self.zip4.isChecked(),
            flipped=self._flipped,
            outside=self.outside.currentIndex() == 0,
        )

    def measures(self) -> list[str]:
        """What of the accounts the plan is to balance: `COUNT` and fields; empty where nothing is."""
        if not self.for_plan.isChecked() or self._session is None:
            return []
        return [COUNT, *self.sums.checkedItemsData()]

    # following what is chosen
    def _wire(self):
        self.source.changed.connect(self._table_changed)
        for work in (self.source, self.look, self.match, self.write):
            work.busyChanged.connect(self._show_busy)
            work.progressChanged.connect(self._show_progress)
        for task in (self.look, self.match, self.write):
            task.failed.connect(self._failed)
        self.look.done.connect(self._looked)
        self.match.done.connect(self._matched)
        self.write.done.connect(self._written)
        for combo in (self.x_column, self.y_column, self.key_column, self.outside):
            combo.currentIndexChanged.connect(self._ask)
        for check in (self.swap, self.signs, self.zeros, self.zip4):
            check.toggled.connect(self._all_flipped)
        self.decimal.currentIndexChanged.connect(self._decimal_changed)
        self.crs.crsChanged.connect(self._ask)
        self.units_layer.layerChanged.connect(self._units_changed)
        self.units_key.fieldChanged.connect(self._ask)
        self.columns.changed.connect(self._kinds_changed)
        self.report.model.flipped.connect(self._flip)
        self.file.fileChanged.connect(self._show)
        self.layer_name.textChanged.connect(self._show)
        self.for_plan.toggled.connect(self._show)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _table_changed(self):
        self.accounts = None
        self._error = ""
        self._flipped = frozenset()
        self.match.stop()
        if self.source.table is None:
            self.look.stop()
            self.columns.show_columns(None, {})
        else:
            self.look.ask(self._prepare_look)
        self._show()

    def _prepare_look(self):
        from ..core.column_guess import guess_coordinates, guess_key

        table, decimal = self.source.table, self.decimal.currentData()
        layer = self.units_layer.currentLayer()
        snapshot = LayerSnapshot(layer) if layer is not None else None

        def work(_progress, cancelled):
            from ..layers.unit_keys import read_unit_keys

            x, y = guess_coordinates(table.columns)
            field = key = None
            if snapshot is not None:
                columns = {name: table.texts(name) for name in table.columns}
                field, key = guess_key(read_unit_keys(snapshot, cancelled).columns, columns)
            key = key if x is None else None
            return guess_kinds(table, decimal, key), x, y, field, key

        return work

    def _looked(self, looked):
        kinds, x, y, field, key = looked
        table = self.source.table
        self._showing = True
        for combo, wanted in ((self.x_column, x), (self.y_column, y), (self.key_column, key)):
            combo.clear()
            combo.addItem(tr("none"), None)
            for column in table.columns:
                combo.addItem(column, column)
            combo.setCurrentIndex(max(0, combo.findData(wanted)))
        if field is not None:
            self.units_key.setField(field)
        self.columns.show_columns(table, kinds)
        self._fill_sums()
        self.layer_name.setText(Path(table.name).stem)
        if not self.file.filePath():
            self.file.setFilePath(str(self._default_file()))
        self._showing = False
        self._ask()

    def _default_file(self):
        self._plan_file = plan_path(self._session) if self._session is not None else None
        if self._plan_file is not None:
            return self._plan_file
        beside = Path(
            self.source.path or QgsProject.instance().absoluteFilePath() or Path.home() / "accounts"
        )
        return beside.with_name(f"{beside.stem}_accounts.gpkg")

    def _fill_sums(self):
        chosen = set(self.sums.checkedItemsData())
        self.sums.clear()
        places = {self.x_column.currentData(), self.y_column.currentData()}
        for column, kind in self.columns.kinds().items():
            if kind == NUMBER and column not in places:
                self.sums.addItemWithCheckState(column, _checked(column in chosen), column)

    def _kinds_changed(self):
        if not self._showing:
            self._fill_sums()
            self._ask()

    def _decimal_changed(self):
        if self.source.table is not None:
            self.look.ask(self._prepare_look)

    def _units_changed(self, layer):
        self.units_key.setLayer(layer)
        self._ask()

    def _all_flipped(self):
        self._flipped = frozenset()
        self._ask()

    def _flip(self, row):
        self._flipped = self._flipped ^ {row}
        self._ask()

    def _ask(self, *_):
        if self._showing:
            return
        self.accounts = None
        self._error = ""
        if self._missing() is None:
            self.match.ask(self._prepare_match)
        else:
            self.match.stop()
        self._show()

    def _prepare_match(self):
        table, options, layer = self.source.table, self.options(), self.units_layer.currentLayer()
        units = self._units_of(layer, self.units_key.currentField() if options.key is not None else None)
        return lambda progress, cancelled: prepare_accounts(
            table, options, units, progress=progress, cancelled=cancelled
        )

    def _units_of(self, layer, key):
        """The units, kept as long as they are the same ones, because they may take long to read."""
        if layer is None:
            return None
        session, known = self._session, self._places
        if known is None or known[0] != layer.id():
            read = None
            if session is not None and layer is session.layer:
                session.flush()
                read = session.alignment.units, session.crs
            context = QgsProject.instance().transformContext()
            self._places = known = (layer.id(), UnitPlaces(LayerSnapshot(layer), key, context, read))
        known[1].key_field = key
        return known[1]

    def _matched(self, accounts):
        self.accounts = accounts
        self.report.show_report(self.source.table, accounts.report)
        self._show()

    def _failed(self, words):
        self._error = words or tr("Cancelled. Nothing was imported.")
        self._show()

    # what is seen
    def _missing(self):
        """What has to be chosen yet, in words; None when all is, empty while something is read."""
        if self.source.table is None:
            if self.source.error:
                return self.source.error
            return "" if self.source.busy else tr("Choose a file, or a layer of the project.")
        if self.look.busy:
            return ""
        x, y, key = (combo.currentData() for combo in (self.x_column, self.y_column, self.key_column))
        if (x is None) != (y is None):
            return tr("Choose both columns of the coordinates, or none of them.")
        if x is not None and x == y:
            return tr("Both coordinates are in the same column. Choose another one for one of them.")
        if x is None and key is None:
            return tr("Choose the columns with the coordinates, or the one with the key of the unit.")
        if key is not None and not self.units_key.currentField():
            return tr("Choose the units and the field by which the table names them.")
        if x is not None and not self.crs.crs().isValid():
            return tr("Choose the CRS of the coordinates.")
        return None

    def _remarks(self):
        missing = self._error or self._missing()
        if missing is not None:
            return [Remark(missing, stops=True)] if missing else []
        remarks = [Remark(words) for words in self.source.table.remarks]
        if self.accounts is None:
            return remarks
        if not len(self.accounts.placed):
            words = tr("None of the rows has a place. Choose other columns, or another CRS.")
            remarks.append(Remark(words, stops=True))
        if not self.accounts.kinds:
            remarks.append(Remark(tr("All columns are left out. Take at least one."), stops=True))
        if not self.file.filePath().strip():
            remarks.append(Remark(tr("Choose the GeoPackage for the accounts."), stops=True))
        if not self.layer_name.text().strip():
            remarks.append(Remark(tr("Name the layer."), stops=True))
        return remarks

    def _show(self, *_):
        remarks = self._remarks()
        self.remarks_label.setText("<br>".join(remark.html() for remark in remarks))
        ready = self.accounts is not None and not self.busy and not any(r.stops for r in remarks)
        self.import_button.setEnabled(ready)
        self.sums.setEnabled(self.for_plan.isChecked())
        found = self.accounts
        if found is None:
            self.summary.setText(tr("Looking at the table…") if self.busy else "")
            if not self.busy:
                self.report.show_report(None, [])
            return
        words = tr("{rows} rows, {placed} become accounts.").format(
            rows=numbers.exact(len(found.table.rows)), placed=numbers.exact(len(found.placed))
        )
        left = len(found.table.rows) - len(found.placed)
        if found.by_unit:
            words += " " + tr("{count} of them are placed in their unit.").format(
                count=numbers.exact(found.by_unit)
            )
        if left:
            words += " " + tr("{count} are left out; the list says why.").format(count=numbers.exact(left))
        self.summary.setText(words)
        self._show_proposals(found)

    def _show_proposals(self, found):
        words = {
            TURNED: tr("Swap coordinates: {count}"),
            OTHER_SIGN: tr("Put back lost minus: {count}"),
            LOST_ZEROS: tr("Put back lost leading zeros: {count}"),
            LONG_ZIP: tr("Take the first five digits: {count}"),
        }
        for kind, name in PROPOSED.items():
            check = getattr(self, name)
            count = sum(line.kind == kind for line in found.report)
            check.setVisible(bool(count))
            check.setText(words[kind].format(count=numbers.exact(count)))

    # the end
    def accept(self):
        if self.accounts is None or self.busy:
            return
        accounts, path, name = self.accounts, self.file.filePath().strip(), self.layer_name.text().strip()
        context = QgsProject.instance().transformContext()
        self.write.ask(
            lambda: (
                lambda progress, cancelled: write_accounts(
                    accounts, path, name, context, progress=progress, cancelled=cancelled
                )
            )
        )
        self._show()

    def _written(self, source):
        layer = QgsVectorLayer(source, self.layer_name.text().strip(), "ogr")
        if not layer.isValid():
            self._failed(tr("The copy {path} cannot be read.").format(path=source))
            return
        count = len(self.accounts.placed)
        style_accounts(layer)
        # a new layer of the project is one more to choose among the units: nothing to look at again
        self._showing = True
        QgsProject.instance().addMapLayer(layer)
        self.layer = layer
        self.said = tr("{count} accounts in “{layer}”.").format(
            count=numbers.exact(count), layer=layer.name()
        )
        self._remember()
        if self._session is not None:
            self._give_to_plan(layer)
        super().accept()

    def _give_to_plan(self, layer):
        session, wanted = self._session, self.measures()
        if self._plan_file is not None and Path(source_path(layer)) == self._plan_file:
            remember_file(session, self._plan_file)
        if not wanted:
            return
        try:
            with waiting():
                measures = use_accounts(session, layer, wanted)
        except PlanError as error:
            self.said += " " + str(error)
            return
        self.said += " " + tr("The plan balances {measures} now.").format(
            measures=", ".join([*session.settings.field_measures, *measures])
        )

    def _remember(self):
        self._settings.remember(
            NAME,
            {
                "folder": str(Path(self.source.path).parent) if self.source.path else "",
                "crs": self.crs.crs().authid(),
                "outside": self.outside.currentIndex(),
                "for_plan": self.for_plan.isChecked(),
            },
        )

    def _restore(self, chosen):
        crs = QgsCoordinateReferenceSystem(chosen.get("crs") or "EPSG:4326")
        self.crs.setCrs(crs if crs.isValid() else QgsCoordinateReferenceSystem("EPSG:4326"))
        self.outside.setCurrentIndex(int(chosen.get("outside", 0)))
        if self._session is not None and self._session.settings.accounts_layer is None:
            self.for_plan.setChecked(bool(chosen.get("for_plan", True)))
        if chosen.get("folder"):
            self.source.file.setDefaultRoot(chosen["folder"])


def source_path(layer) -> str:
    """The file of a layer."""
    return layer.source().split("|")[0]


def _checked(on):
    from qgis.PyQt.QtCore import Qt

    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
