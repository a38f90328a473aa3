"""Import accounts: a list of customers as points."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFields,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..layers.fields import append
from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    from ..layers.account_import import AccountOptions, Accounts, UnitPlaces
    from ..layers.table_files import Table


class ImportAccounts(TerritoryAlgorithm):
    """``territorymanager:importaccounts``."""

    NAME = "importaccounts"
    GROUP = "accounts"

    def title(self) -> str:
        return tr("Import accounts")

    def summary(self) -> str:
        return tr("Makes points of a list of customers, by coordinates or by the unit that each row names.")

    def explanation(self) -> str:
        return tr(
            "CSV, TXT, TSV, XLSX and ODS, in any encoding and with any separator. Amounts are read with "
            "decimal points or commas and with a currency: “1.234,50 €”, “$1,200”, “(300)”. Coordinates that "
            "are 0, 0, impossible, swapped or without their minus are reported, as are amounts that cannot "
            "be read; nothing is left out in silence."
        )

    def keywords(self) -> str:
        return tr("import,customers,csv,excel,xlsx,ods,points,longitude,latitude,geocode,zip code,crm")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        def text(name, description, help_, *, advanced=True):
            definition = QgsProcessingParameterString(name, description, optional=True)
            return parameters.explained(definition, help_, advanced=advanced)

        self.declare(
            parameters.explained(
                QgsProcessingParameterFile("INPUT", tr("List of accounts")),
                tr("A file of CSV, TXT, TSV, XLSX or ODS with one row for each account."),
            ),
            text(
                "X_FIELD",
                tr("Column with longitude or x"),
                tr("Default: the column that is called so."),
                advanced=False,
            ),
            text(
                "Y_FIELD",
                tr("Column with latitude or y"),
                tr("Default: the column that is called so."),
                advanced=False,
            ),
            parameters.explained(
                QgsProcessingParameterCrs("CRS", tr("CRS of the coordinates"), "EPSG:4326", optional=True),
                tr("What the coordinates mean. Default: longitude and latitude, EPSG:4326."),
            ),
            parameters.layer(
                "UNITS",
                tr("Units"),
                tr("Where the accounts should be, and the units that rows without coordinates name."),
                [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorPoint],
                optional=True,
            ),
            parameters.field(
                "UNIT_KEY_FIELD",
                tr("Key of the units"),
                tr("Field of the units, such as the postal code, by which rows name them."),
                "UNITS",
            ),
            text(
                "KEY_FIELD",
                tr("Column with the key of the unit"),
                tr("Rows without coordinates are placed in the middle of the unit that they name."),
                advanced=False,
            ),
            text(
                "NUMBER_FIELDS",
                tr("Columns with amounts"),
                tr("Names separated by semicolons. Default: columns of which most cells are amounts."),
            ),
            parameters.explained(
                QgsProcessingParameterBoolean("MEND", tr("Mend coordinates"), defaultValue=False),
                tr(
                    "Swap coordinates, and put back a lost minus, where that leads into the area of units."
                ),
            ),
            parameters.explained(
                QgsProcessingParameterBoolean("REPAIR", tr("Repair keys"), defaultValue=True),
                tr("Look up 1234 as 01234 and 01234-5678 as 01234, where only one unit can be meant."),
            ),
            parameters.explained(
                QgsProcessingParameterBoolean("OUTSIDE", tr("Accounts in no unit"), defaultValue=True),
                tr("Import accounts that are in none of the units, too."),
            ),
            *parameters.table_file(),
            parameters.explained(
                QgsProcessingParameterEnum(
                    "DECIMAL",
                    tr("Decimal sign"),
                    [tr("found out"), tr("Point"), tr("Comma")],
                    defaultValue=0,
                ),
                tr("In amounts and coordinates."),
                advanced=True,
            ),
            parameters.sink(
                "OUTPUT",
                tr("Accounts"),
                tr("A point for each account, with all columns."),
                QgsProcessing.SourceType.TypeVectorPoint,
            ),
            parameters.sink(
                "REPORT",
                tr("What to look at"),
                tr(
                    "Rows that were left out or repaired and amounts that could not be read, with the reason."
                ),
                QgsProcessing.SourceType.TypeVector,
                optional=True,
            ),
        )
        self.addOutput(parameters.number("ACCOUNTS", tr("Accounts imported")))
        self.addOutput(parameters.number("LEFT_OUT", tr("Rows left out")))
        self.addOutput(parameters.number("UNREAD", tr("Amounts that could not be read")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        from ..layers.table_files import is_table_file

        path = self.parameterAsFile(given, "INPUT", context)
        if path and not is_table_file(path):
            return False, tr("“{ending}” is no format for a table. Save it as CSV, XLSX or ODS.").format(
                ending=Path(path).suffix
            )
        if given.get("KEY_FIELD") and not (given.get("UNITS") and given.get("UNIT_KEY_FIELD")):
            return False, tr("Choose the units and the field by which the table names them.")
        return super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..layers.account_import import NO_NUMBER, prepare_accounts
        from ..layers.account_writing import account_features, account_fields
        from ..layers.reading import ReadingCancelled
        from ..layers.table_files import read_table

        feedback.setProgressText(tr("Reading the table"))
        stage = Stage(feedback, 0, 30)
        table = read_table(
            self.parameterAsFile(given, "INPUT", context),
            inputs.table_options(self, given, context),
            progress=stage.setProgress,
            cancelled=feedback.isCanceled,
        )
        for words in table.remarks:
            feedback.pushWarning(words)
        feedback.setProgressText(tr("Placing the accounts"))
        stage = Stage(feedback, 30, 70)
        accounts = prepare_accounts(
            table,
            self._options(given, context, feedback, table),
            self._units(given, context),
            progress=stage.setProgress,
            cancelled=feedback.isCanceled,
        )
        self._tell(feedback, accounts)
        fields = account_fields(accounts)
        writer = outputs.Writer(
            self,
            given,
            "OUTPUT",
            context,
            fields,
            QgsWkbTypes.Type.Point,
            accounts.crs,
            renumber=fields.lookupField("fid") >= 0,
        )
        for number, feature in enumerate(account_features(accounts, fields)):
            if number % 500 == 0:
                if feedback.isCanceled():
                    raise ReadingCancelled
                feedback.setProgress(70 + 30.0 * number / max(1, len(accounts.placed)))
            writer.take(feature)
        results = {
            "OUTPUT": writer.destination,
            "ACCOUNTS": len(accounts.placed),
            "LEFT_OUT": len(table.rows) - len(accounts.placed),
            "UNREAD": sum(line.kind == NO_NUMBER for line in accounts.report),
        }
        if outputs.wanted(given, "REPORT"):
            results["REPORT"] = self._write_report(given, context, accounts)
        return results

    def _options(self, given, context, feedback, table: Table) -> AccountOptions:
        from ..core.column_guess import guess_coordinates
        from ..layers.account_import import NUMBER, TEXT, AccountOptions, guess_kinds

        x = self.parameterAsString(given, "X_FIELD", context).strip() or None
        y = self.parameterAsString(given, "Y_FIELD", context).strip() or None
        if (x is None) != (y is None):
            raise QgsProcessingException(tr("Choose both columns of the coordinates, or none of them."))
        if x is None:
            x, y = guess_coordinates(table.columns)
            if x is None or y is None:
                x = y = None
            else:
                feedback.pushInfo(tr("Coordinates are taken from {x} and {y}.").format(x=x, y=y))
        key = self.parameterAsString(given, "KEY_FIELD", context).strip() or None
        x, y, key = (table.columns[table.place(name)] if name else None for name in (x, y, key))
        decimal = (None, ".", ",")[self.parameterAsEnum(given, "DECIMAL", context)]
        named = [name.strip() for name in self.parameterAsString(given, "NUMBER_FIELDS", context).split(";")]
        if any(named):
            amounts = {table.place(name) for name in named if name}
            kinds = {name: NUMBER if n in amounts else TEXT for n, name in enumerate(table.columns)}
        else:
            kinds = guess_kinds(table, decimal, key)
        crs = self.parameterAsCrs(given, "CRS", context)
        mend, repair = (self.parameterAsBool(given, name, context) for name in ("MEND", "REPAIR"))
        return AccountOptions(
            x=x,
            y=y,
            crs=crs if crs.isValid() else QgsCoordinateReferenceSystem("EPSG:4326"),
            key=key,
            kinds=kinds,
            decimal=decimal,
            swap=mend,
            signs=mend,
            zeros=repair,
            zip4=repair,
            outside=self.parameterAsBool(given, "OUTSIDE", context),
        )

    def _units(self, given, context) -> UnitPlaces | None:
        from ..layers.account_import import UnitPlaces

        if not given.get("UNITS"):
            return None
        return UnitPlaces(
            inputs.source_of(self, given, "UNITS", context),
            self.field_of(given, "UNIT_KEY_FIELD", context),
            context.transformContext(),
        )

    @staticmethod
    def _tell(feedback, accounts: Accounts) -> None:
        """The first of each kind, and how many there are."""
        counts = Counter(line.kind for line in accounts.report)
        for kind, count in counts.items():
            line = next(line for line in accounts.report if line.kind == kind)
            feedback.pushWarning(
                tr("Row {row}: {detail} So in {count} rows.").format(
                    row=accounts.table.lines[line.row or 0], detail=line.detail, count=count
                )
            )
        if not len(accounts.placed):
            feedback.pushWarning(tr("None of the rows has a place. Choose other columns, or another CRS."))

    def _write_report(self, given, context, accounts: Accounts) -> str:
        table = accounts.table
        fields = QgsFields()
        for name, kind in (("row", "count"), ("problem", "text"), ("detail", "text"), ("unit", "text")):
            append(fields, name, kind)
        for column in table.columns:
            append(fields, column, "text")
        writer = outputs.Writer(
            self, given, "REPORT", context, fields, renumber=fields.lookupField("fid") >= 0
        )
        for line in accounts.report:
            row = line.row or 0
            cells = [None if cell is None else str(cell) for cell in table.rows[row]]
            writer.add([table.lines[row], line.kind, line.detail, line.unit or None, *cells])
        return writer.destination
