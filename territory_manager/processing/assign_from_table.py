"""Assign territories from table: last year's list, or the CRM's, onto the units."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeature,
    QgsFeatureSource,
    QgsFields,
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from ..layers.fields import append
from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    from ..core.matching import TableMatch
    from ..layers.reading import LayerUnits

_SHOWN = 5


class AssignFromTable(TerritoryAlgorithm):
    """``territorymanager:assignfromtable``."""

    NAME = "assignfromtable"

    def title(self) -> str:
        return tr("Assign territories from table")

    def summary(self) -> str:
        return tr("Gives units the territories that a table names by key.")

    def explanation(self) -> str:
        return tr(
            "The table may be any that QGIS opens: CSV, XLSX, ODS, a database table. Blanks around keys, "
            "upper and lower case, and numbers such as 1234.0 are overlooked. Keys that lost their leading "
            "zeros in a spreadsheet and ZIP codes of nine digits are repaired where they can mean one unit "
            "only; every repair is listed. The same key twice is fine as long as it has the same territory. "
            "Rows that were not followed are listed with the reason; correct them and run again."
        )

    def keywords(self) -> str:
        return tr("import,join,csv,excel,xlsx,ods,zip code,postal code,spreadsheet,alignment")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        table = QgsProcessing.SourceType.TypeVector
        field = parameters.field
        self.declare(
            parameters.units(),
            field(
                "KEY_FIELD",
                tr("Key of the units"),
                tr("Field of the units, such as the postal code, by which the table names them."),
                "INPUT",
                optional=False,
            ),
            parameters.layer(
                "TABLE",
                tr("Table"),
                tr("A table or layer with one row for each unit, in any order."),
                [table],
            ),
            field(
                "TABLE_KEY_FIELD",
                tr("Key of the table"),
                tr("Field of the table with the keys of the units."),
                "TABLE",
                optional=False,
            ),
            field(
                "TABLE_TERRITORY_FIELD",
                tr("Territory of the table"),
                tr("Field of the table with the territories."),
                "TABLE",
                optional=False,
            ),
            parameters.explained(
                QgsProcessingParameterBoolean("REPAIR", tr("Repair keys"), defaultValue=True),
                tr(
                    "Look up 1234 as 01234 and 01234-5678 as 01234, where only one unit can be meant. A key "
                    "that stands in the table as it is outweighs a repaired one."
                ),
            ),
            parameters.explained(
                QgsProcessingParameterEnum(
                    "CONFLICTS",
                    tr("Rows with different territories"),
                    [tr("Leave the unit unassigned"), tr("The first row counts"), tr("The last row counts")],
                    defaultValue=0,
                ),
                tr("What to do with a unit for which rows of the table name different territories."),
            ),
            field(
                "TERRITORY_FIELD",
                tr("Current territory field"),
                tr(
                    "Units that the table does not name keep the territory they have in this field. Default: "
                    "they are unassigned."
                ),
                "INPUT",
                advanced=True,
            ),
            parameters.explained(
                QgsProcessingParameterString("FIELD_NAME", tr("New territory field"), "territory"),
                tr("Name of the field with the territories in the output."),
                advanced=True,
            ),
            *parameters.table_file(),
            parameters.sink(
                "OUTPUT",
                tr("Units with territories"),
                tr("The units with all their fields and the territory, coloured by territory."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            parameters.sink(
                "UNMATCHED",
                tr("Rows not followed"),
                tr("The rows of the table that gave no unit its territory, with the reason and a detail."),
                table,
                optional=True,
            ),
            parameters.sink(
                "REPAIRED",
                tr("Repaired keys"),
                tr("The rows whose key was changed to find the unit: the unit's key and what was done."),
                table,
                optional=True,
                by_default=False,
            ),
        )
        for name, words in (
            ("ASSIGNED", tr("Units with a territory")),
            ("UNASSIGNED", tr("Units without territory")),
            ("UNMATCHED_ROWS", tr("Rows not followed")),
            ("REPAIRED_ROWS", tr("Rows with a repaired key")),
            ("CONFLICTING_UNITS", tr("Units with different territories in the table")),
        ):
            self.addOutput(parameters.number(name, words))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        if not self.parameterAsString(given, "FIELD_NAME", context).strip():
            return False, tr("Name the field for the territories.")
        if self._file(given) is not None:
            # QGIS would open it, and refuses .txt; it is read in another way here, see _table
            given = {**given, "TABLE": given.get("INPUT")}
        return super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.cells import unguard
        from ..core.matching import USED, ZIP4, match_table
        from ..layers.nulls import text_or_none
        from ..layers.reading import label
        from ..layers.table_import import conflicting_units

        key_field = self.field_of(given, "KEY_FIELD", context)
        source, layer = inputs.read(self, given, context, Stage(feedback, 0, 40), (), extra=[key_field])
        inputs.report(layer, feedback)
        table, rows, row_keys, named = self._read_table(given, context, Stage(feedback, 40, 55))
        unit_keys = [text_or_none(value) for value in layer.extra[key_field]]
        feedback.setProgressText(tr("Matching keys"))
        match = match_table(
            unit_keys,
            row_keys,
            [name and unguard(name) for name in named],
            repair=self.parameterAsBool(given, "REPAIR", context),
            conflicts=self.parameterAsEnum(given, "CONFLICTS", context),
        )
        feedback.setProgress(65)
        territories = self._with_current(match, layer)
        self._tell(feedback, layer, table, unit_keys, row_keys, match, territories)

        field = self.parameterAsString(given, "FIELD_NAME", context).strip()
        ids = layer.units.ids.tolist()
        results: dict[str, Any] = {
            "OUTPUT": outputs.copy_units(
                self,
                given,
                context,
                Stage(feedback, 65, 90),
                source,
                {field: ("text", dict(zip(ids, territories)))},
            ),
            "ASSIGNED": sum(name is not None for name in territories),
            "UNASSIGNED": sum(name is None for name in territories),
            "UNMATCHED_ROWS": int((match.outcome != USED).sum()),
            "REPAIRED_ROWS": int((match.keys.step >= ZIP4).sum()),
            "CONFLICTING_UNITS": conflicting_units(match),
        }
        labels, names = label(territories)
        outputs.color_units(context, feedback, results["OUTPUT"], field, layer, names, labels)
        if outputs.wanted(given, "UNMATCHED"):
            results["UNMATCHED"] = self._write_unmatched(given, context, table, rows, row_keys, match)
        if outputs.wanted(given, "REPAIRED"):
            results["REPAIRED"] = self._write_repaired(given, context, table, rows, match)
        return results

    def _read_table(
        self, given, context, feedback
    ) -> tuple[QgsFeatureSource, list[QgsFeature], list[str | None], list[str | None]]:
        """The table, its rows, and the keys and territories in them."""
        from ..layers.reading import ReadingCancelled, ReadingError
        from ..layers.tables import TableColumns

        feedback.setProgressText(tr("Reading the table"))
        names = [self.field_of(given, name, context) for name in ("TABLE_KEY_FIELD", "TABLE_TERRITORY_FIELD")]
        table, names = self._table(given, context, feedback, names)
        rows = []
        for number, row in enumerate(outputs.features(table)):
            if number % 500 == 0:
                if feedback.isCanceled():
                    raise ReadingCancelled
                feedback.setProgress(100.0 * number / max(table.featureCount(), 1))
            rows.append(row)
        columns = TableColumns(table, rows, names)
        if columns.named_by_first_row:
            feedback.pushInfo(
                tr("The first row of “{layer}” is taken as the names of its columns.").format(
                    layer=table.sourceName()
                )
            )
            rows = rows[1:]
        if not rows:
            raise ReadingError(
                tr("“{layer}” has no rows; it needs one for each unit.").format(layer=table.sourceName())
            )
        return table, rows, columns.texts(rows, names[0]), columns.texts(rows, names[1])

    def _table(self, given, context, feedback, names: list[str]) -> tuple[QgsFeatureSource, list[str]]:
        """The table, and the names of its columns; a file is read as the dialog reads it, whatever its
        encoding and separator are."""
        from ..layers.table_files import read_table, table_layer

        file = self._file(given)
        if file is None:
            return inputs.source_of(self, given, "TABLE", context), names
        path, sheet = file
        options = inputs.table_options(self, given, context)
        if sheet and options.sheet is None:
            options = replace(options, sheet=sheet)
        table = read_table(path, options, cancelled=feedback.isCanceled)
        for words in table.remarks:
            feedback.pushWarning(words)
        if table.options.header_row:
            feedback.pushInfo(
                tr("Row {row} of “{layer}” is taken as the names of its columns.").format(
                    row=table.options.header_row, layer=table.name
                )
            )
        return table_layer(table), [self._as_named(name, table.columns) for name in names]

    @staticmethod
    def _file(given) -> tuple[str, str] | None:
        """Path and sheet, empty for none, of a table that is a file; None for a layer."""
        if not isinstance(given.get("TABLE"), str):
            return None
        from ..layers.table_files import is_table_file

        path, _, sheet = given["TABLE"].partition("|layername=")
        return (path, sheet) if is_table_file(path) and Path(path).is_file() else None

    @staticmethod
    def _as_named(name: str, columns: list[str]) -> str:
        """The column that QGIS itself calls “Field2”, where it sees no names."""
        numbered = re.fullmatch(r"Field(\d+)", name)
        place = int(numbered.group(1)) - 1 if numbered and name not in columns else -1
        return columns[place] if 0 <= place < len(columns) else name

    @staticmethod
    def _with_current(match: TableMatch, layer: LayerUnits) -> list[str | None]:
        """Territory of each unit: what the table says, else, if the table does not name the unit, the
        current one."""
        from ..layers.table_import import with_current

        if layer.labels is None:
            return match.territories.tolist()
        current = [*layer.territories, None]
        return with_current(match, [current[label] for label in layer.labels.tolist()])

    def _tell(self, feedback, layer, table, unit_keys, row_keys, match: TableMatch, territories) -> None:
        """What the table did, and everything it could not do, in words."""
        import numpy as np

        from ..core.matching import SEVERAL_UNITS, TIDIED, USED, lookalikes
        from ..layers.table_import import doubtful_zeros, why

        found = match.keys
        if not (found.row >= 0).any():
            feedback.pushWarning(
                tr(
                    "No row of “{layer}” names a unit. Its keys are like “{row}”, those of the units like "
                    "“{unit}”. Choose other key fields."
                ).format(
                    layer=table.sourceName(),
                    row=next(filter(None, row_keys), "–"),
                    unit=next(filter(None, unit_keys), "–"),
                )
            )
        repaired = np.flatnonzero(found.step > TIDIED)
        if len(repaired):
            shown = ", ".join(f"{row_keys[row]} → {found.keys[found.row[row]]}" for row in repaired[:_SHOWN])
            feedback.pushWarning(
                tr("Keys that were repaired: {count}. {pairs}{more}").format(
                    count=len(repaired), pairs=shown, more=" …" if len(repaired) > _SHOWN else ""
                )
            )
        if doubtful_zeros(match, row_keys):
            feedback.pushWarning(
                tr(
                    "Leading zeros were added to some keys. Other keys of the table have kept theirs, so the "
                    "ones without may be something else, such as foreign postal codes. Look at “Repaired "
                    "keys”, or switch the repair off."
                )
            )
        sharing = Counter(found.unit[found.unit >= 0].tolist())
        twice = [found.keys[key] for key, count in sharing.items() if count > 1]
        if twice:
            feedback.pushInfo(
                tr(
                    "Keys that several units share: {count}, “{key}” first. All units with the key get its "
                    "territory."
                ).format(count=len(twice), key=twice[0])
            )
        counts = Counter(match.outcome.tolist())
        for outcome in sorted(set(counts) - {USED}):
            first = int(np.flatnonzero(match.outcome == outcome)[0])
            reason, detail = why(match, first, row_keys[first])
            reason = tr("key not clear") if outcome == SEVERAL_UNITS else reason
            feedback.pushWarning(
                tr("Rows not followed ({reason}): {count}. Row {row}: {detail}").format(
                    reason=reason, count=counts[outcome], row=first + 1, detail=detail
                )
            )
        for group in lookalikes([name for name in territories if name is not None]):
            feedback.pushWarning(
                tr(
                    "These territories differ only in case or blanks: {names}. They count as different."
                ).format(names=", ".join(f"“{name}”" for name in group))
            )
        left = [unit for unit, name in enumerate(territories) if name is None]
        if left:
            shown = ", ".join(str(layer.units.names[unit]) for unit in left[:_SHOWN])
            feedback.pushWarning(
                tr("Units left without territory: {count}. {units}{more}").format(
                    count=len(left), units=shown, more=" …" if len(left) > _SHOWN else ""
                )
            )

    def _write_unmatched(self, given, context, table, rows, row_keys, match: TableMatch) -> str:
        from ..core.matching import USED
        from ..layers.table_import import why

        fields = QgsFields(table.fields())
        append(fields, "reason", "text")
        append(fields, "detail", "text")
        writer = self._row_writer(given, context, "UNMATCHED", table, fields)
        for number, row in enumerate(rows):
            if match.outcome[number] != USED:
                writer.add([*row.attributes(), *why(match, number, row_keys[number])], row.geometry())
        return writer.destination

    def _write_repaired(self, given, context, table, rows, match: TableMatch) -> str:
        from ..layers.table_import import repair_words

        done = repair_words()
        fields = QgsFields(table.fields())
        append(fields, "unit_key", "text")
        append(fields, "repair", "text")
        writer = self._row_writer(given, context, "REPAIRED", table, fields)
        for number, row in enumerate(rows):
            step = int(match.keys.step[number])
            if step in done:
                key = match.keys.keys[match.keys.row[number]]
                writer.add([*row.attributes(), key, done[step]], row.geometry())
        return writer.destination

    def _row_writer(self, given, context, name: str, table, fields: QgsFields) -> outputs.Writer:
        return outputs.Writer(
            self,
            given,
            name,
            context,
            fields,
            table.wkbType(),
            table.sourceCrs(),
            renumber=not outputs.has_unique_fid(table),
        )
