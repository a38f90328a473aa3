"""Export alignment: a file that tells reps and the CRM who has what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
)

from ..layers.alignment_export import (
    CHANGE,
    FORMATS,
    PREVIOUS,
    REP,
    TERRITORY,
    Contacts,
    all_columns,
    format_of,
    parse_columns,
    write_alignment,
)
from ..translate import tr
from . import inputs, outputs, parameters
from .base import TerritoryAlgorithm


class ExportAlignment(TerritoryAlgorithm):
    """``territorymanager:exportalignment``."""

    NAME = "exportalignment"

    def title(self) -> str:
        return tr("Export alignment")

    def summary(self) -> str:
        return tr("Writes units or accounts with their territory and rep as CSV or XLSX.")

    def explanation(self) -> str:
        return tr(
            "One row for each unit or account. Text stays text: XLSX keeps leading zeros; a CSV file has "
            "them too, but Excel drops them when it opens one. Text that a spreadsheet would take for a "
            "formula gets an apostrophe; “Assign territories from table” takes it away again. With a "
            "baseline the columns previous_territory, previous_rep and change (moved, assigned, unassigned) "
            "are added."
        )

    def keywords(self) -> str:
        return tr("csv,excel,xlsx,crm,list,scenario,changes,handover,spreadsheet,save")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        field = parameters.field
        self.declare(
            parameters.layer(
                "INPUT",
                tr("Units or accounts"),
                tr("A layer or table with a territory field."),
                [QgsProcessing.SourceType.TypeVector],
            ),
            parameters.territory_field(),
            field(
                "BASELINE_FIELD",
                tr("Territory before"),
                tr("Field with the territories to compare with: today's, or those of another scenario."),
                "INPUT",
            ),
            parameters.explained(
                QgsProcessingParameterBoolean("ONLY_CHANGES", tr("Only changes"), defaultValue=False),
                tr("Write only the rows whose territory differs from the territory before."),
            ),
            field(
                "FIELDS",
                tr("Fields to export"),
                tr("Default: all fields but those of the territories, which have columns of their own."),
                "INPUT",
                several=True,
            ),
            *parameters.territories()[:2],
            field(
                "REP_FIELD",
                tr("Rep"),
                tr(
                    "Field of that table: who serves the territory. Default: its field “rep”, or the name, "
                    "where the layer has points. Without a table, a field “rep” of the units."
                ),
                "TERRITORIES",
            ),
            field(
                "CONTACT_FIELDS",
                tr("Further fields of the territory or rep"),
                tr("Fields of that table, such as e-mail or manager, that each row gets."),
                "TERRITORIES",
                several=True,
            ),
            parameters.explained(
                QgsProcessingParameterMatrix(
                    "COLUMNS",
                    tr("Columns"),
                    headers=[tr("Field"), tr("Header in the file")],
                    optional=True,
                ),
                tr(
                    "Which columns the file has, in their order, and how it calls them, for a CRM that wants "
                    "it so. Fields are those of the units, territory, rep, previous_territory, previous_rep, "
                    "change and the further fields. An empty header is the field's own name. Default: all."
                ),
                advanced=True,
            ),
            parameters.explained(
                QgsProcessingParameterEnum(
                    "FORMAT", tr("Format"), list(FORMATS), optional=True, usesStaticStrings=True
                ),
                tr("csv or xlsx. Default: as the file's name ends; csv where it ends otherwise."),
            ),
            parameters.explained(
                QgsProcessingParameterBoolean(
                    "SHEETS", tr("One sheet for each territory"), defaultValue=False
                ),
                tr("XLSX only: each territory gets a sheet of its own; without, all rows are in one."),
            ),
            parameters.explained(
                QgsProcessingParameterBoolean("BOM", tr("UTF-8 mark for Excel"), defaultValue=True),
                tr(
                    "CSV only: begin with a byte order mark, without which Excel misreads accents. Some "
                    "other programs want none."
                ),
                advanced=True,
            ),
            parameters.explained(
                QgsProcessingParameterFileDestination(
                    "OUTPUT",
                    tr("Exported alignment"),
                    tr("Comma separated values (*.csv);;Excel workbook (*.xlsx)"),
                ),
                tr("The file to write."),
            ),
        )
        self.addOutput(parameters.number("ROWS", tr("Rows written")))
        self.addOutput(parameters.number("CHANGED", tr("Units or accounts that change hands")))
        self.addOutput(parameters.number("UNASSIGNED", tr("Rows without territory")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wanted = given.get("FORMAT")
        given = {**given, "FORMAT": format_of(wanted) or wanted}
        wrong = ""
        ending = Path(str(given.get("OUTPUT") or "")).suffix.lower().lstrip(".")
        if given["FORMAT"] in FORMATS and ending in FORMATS and ending != given["FORMAT"]:
            wrong = tr("The format is {format}, but the file ends in .{ending}. Make them agree.").format(
                format=given["FORMAT"], ending=ending
            )
        elif given.get("ONLY_CHANGES") and not given.get("BASELINE_FIELD"):
            wrong = tr("Choose the field with the territories before; only then are there changes.")
        elif given.get("CONTACT_FIELDS") and not given.get("TERRITORIES"):
            wrong = tr("Further fields come from the layer of territories or reps. Choose it.")
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        path = self._path(given, context)
        columns, feature_count = self._columns(given, context, feedback)
        feedback.setProgress(60)
        changed = [row for row, change in enumerate(columns.get(CHANGE, ())) if change is not None]
        chosen: Sequence[int] = range(feature_count)
        if self.parameterAsBool(given, "ONLY_CHANGES", context):
            chosen = changed
        layout = self._layout(given, context, columns)
        feedback.setProgressText(tr("Writing"))
        one_each = self.parameterAsBool(given, "SHEETS", context)
        if one_each and path.suffix.lower() == ".csv":
            feedback.pushWarning(tr("CSV has no sheets; all rows are in one file."))
        write_alignment(
            path,
            layout,
            columns,
            chosen,
            one_sheet_each=one_each,
            byte_order_mark=self.parameterAsBool(given, "BOM", context),
            cancelled=feedback.isCanceled,
        )
        feedback.setProgress(100)
        feedback.pushInfo(tr("{rows} rows written to {file}.").format(rows=len(chosen), file=str(path)))
        return {
            "OUTPUT": str(path),
            "ROWS": len(chosen),
            "CHANGED": len(changed) if CHANGE in columns else None,
            "UNASSIGNED": sum(columns[TERRITORY][row] is None for row in chosen),
        }

    def _path(self, given, context) -> Path:
        """Where to write; the ending follows the format and the other way round."""
        path = Path(self.parameterAsFileOutput(given, "OUTPUT", context))
        ending = path.suffix.lower().lstrip(".")
        wanted = format_of(given.get("FORMAT")) or (ending if ending in FORMATS else FORMATS[0])
        if ending == wanted:
            return path
        if ending in FORMATS:
            return path.with_suffix(f".{wanted}")
        return path.with_name(f"{path.name}.{wanted}")

    def _columns(self, given, context, feedback) -> tuple[dict[str, list[Any]], int]:
        """Every column that can be asked for, in the default order, and the number of rows."""
        from ..layers.nulls import is_null, text_or_none
        from ..layers.reading import ReadingCancelled

        source = inputs.source_of(self, given, "INPUT", context)
        territory_field = self.field_of(given, "TERRITORY_FIELD", context)
        baseline_field = self.field_of(given, "BASELINE_FIELD", context)
        own = [] if given.get("COLUMNS") else self.fields_of(given, "FIELDS", context)
        everything = source.fields().names()
        for name in filter(None, [territory_field, baseline_field, *own]):
            if source.fields().lookupField(name) < 0:
                raise ValueError(
                    tr("“{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                        layer=source.sourceName(), field=name, fields=", ".join(everything) or "–"
                    )
                )
        feedback.setProgressText(tr("Reading units"))
        rows = []
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        for number, feature in enumerate(outputs.features(source, request)):
            if number % 500 == 0:
                if feedback.isCanceled():
                    raise ReadingCancelled
                feedback.setProgress(50.0 * number / max(source.featureCount(), 1))
            rows.append([None if is_null(value) else value for value in feature.attributes()])

        def column(name: str) -> list[Any]:
            place = source.fields().lookupField(name)
            return [row[place] for row in rows]

        territory = [text_or_none(value) for value in column(territory_field)]
        known = self._reps(given, context, feedback, {name for name in territory if name is not None})
        used = {territory_field, baseline_field}
        reps = None
        if not given.get("TERRITORIES") and source.fields().lookupField(REP) >= 0:
            reps = column(REP)
            used.add(source.fields().at(source.fields().lookupField(REP)).name())
        before = [text_or_none(value) for value in column(baseline_field)] if baseline_field else None
        names = own or everything
        columns = {name: column(name) for name in names if name not in used}
        return all_columns(columns, territory, known, before=before, reps=reps), len(rows)

    def _reps(self, given, context, feedback, used: set[str]) -> Contacts:
        """Reps and contacts of the territories."""
        from ..layers.nulls import is_null
        from ..layers.territories import read_territories

        if not given.get("TERRITORIES"):
            return Contacts()
        source = inputs.source_of(self, given, "TERRITORIES", context)
        fields = source.fields()
        rep_field = self.field_of(given, "REP_FIELD", context)
        if rep_field is None and fields.lookupField(REP) >= 0:
            rep_field = fields.at(fields.lookupField(REP)).name()
        table = read_territories(
            source,
            name_field=self.field_of(given, "TERRITORY_NAME_FIELD", context),
            rep_field=rep_field,
            metric=source.sourceCrs(),
        )
        unknown = sorted(used - set(table.names))
        if unknown:
            feedback.pushWarning(
                tr("These territories are not in “{layer}”, so they have no rep: {names}.").format(
                    layer=source.sourceName(), names=", ".join(unknown)
                )
            )
        rows = [feature.attributes() for feature in source.getFeatures()]
        contacts = {}
        for name in self.fields_of(given, "CONTACT_FIELDS", context):
            place = fields.lookupField(name)
            if place < 0:
                raise ValueError(
                    tr("“{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                        layer=source.sourceName(), field=name, fields=", ".join(fields.names())
                    )
                )
            values = [None if is_null(row[place]) else row[place] for row in rows]
            contacts[name] = dict(zip(table.names, values))
        return Contacts(table.reps, contacts)

    def _layout(self, given, context, columns: Mapping[str, Sequence[Any]]) -> list[tuple[str, str]]:
        """Column and header, in the order of the file."""
        from ..layers.nulls import text_or_none

        cells = self.parameterAsMatrix(given, "COLUMNS", context) if given.get("COLUMNS") else []
        aliases = {
            self.field_of(given, "TERRITORY_FIELD", context): TERRITORY,
            self.field_of(given, "BASELINE_FIELD", context): PREVIOUS,
        }
        return parse_columns([text_or_none(cell) for cell in cells], list(columns), aliases)
