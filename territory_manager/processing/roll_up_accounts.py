"""Roll up accounts to units: how many accounts lie in each unit, and the sums of their fields."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFields, QgsProcessing, QgsProcessingParameterString

from ..layers.fields import append, unused_name
from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm


class RollUpAccounts(TerritoryAlgorithm):
    """``territorymanager:rollupaccounts``."""

    NAME = "rollupaccounts"
    GROUP = "accounts"

    def title(self) -> str:
        return tr("Roll up accounts to units")

    def summary(self) -> str:
        return tr("Counts the accounts in each unit and adds up their fields.")

    def explanation(self) -> str:
        return tr(
            "An account on the border of two units counts in one of them only. Where the units are points, "
            "each account belongs to the nearest. Values that are missing are reported and left out of the "
            "sum; a sum is empty where no account of the unit has a value, and 0 where there is no account."
        )

    def keywords(self) -> str:
        return tr("customers,count,sum,join,points in polygon,aggregate")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            parameters.layer(
                "ACCOUNTS",
                tr("Accounts"),
                tr("A layer of points."),
                [QgsProcessing.SourceType.TypeVectorPoint],
            ),
            parameters.field(
                "SUM_FIELDS",
                tr("Fields to add up"),
                tr(
                    "Fields of the accounts, such as sales or calls per year. A field that the units have "
                    "too gets a number appended."
                ),
                "ACCOUNTS",
                kind=parameters.NUMERIC,
                several=True,
            ),
            parameters.explained(
                QgsProcessingParameterString("COUNT_FIELD", tr("Field for the count"), "accounts"),
                tr("Name of the field with the number of accounts."),
            ),
            parameters.sink(
                "OUTPUT",
                tr("Units with accounts"),
                tr("The units with all their fields, the count and the sums."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            parameters.sink(
                "UNMATCHED",
                tr("Accounts outside"),
                tr("Accounts that lie in no unit, with the reason."),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
            ),
        )
        self.addOutput(parameters.number("MATCHED_ACCOUNTS", tr("Accounts in a unit")))
        self.addOutput(parameters.number("UNMATCHED_ACCOUNTS", tr("Accounts in no unit")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        if not self.parameterAsString(given, "COUNT_FIELD", context).strip():
            return False, tr("Name the field for the count.")
        return super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.checks import ACCOUNTS, LEFT_OUT
        from ..core.rollup import locate, sums
        from ..layers.reading import read_shapes, read_units

        sum_fields = self.fields_of(given, "SUM_FIELDS", context)
        source, layer = inputs.read(self, given, context, Stage(feedback, 0, 30), ())
        inputs.report(layer, feedback)
        accounts = inputs.source_of(self, given, "ACCOUNTS", context)
        found = read_units(
            accounts,
            sum_fields,
            transform_context=context.transformContext(),
            feedback=Stage(feedback, 30, 50),
        )
        missing = dict.fromkeys(sum_fields, LEFT_OUT)
        inputs.report(
            found, feedback, as_they_are=sum_fields, things=ACCOUNTS, analysed=True, missing=missing
        )
        if accounts.sourceCrs().isValid() != source.sourceCrs().isValid():
            feedback.pushWarning(
                tr("Only one of the two layers has a CRS; their coordinates are taken as the same.")
            )
        feedback.setProgressText(tr("Finding the unit of each account"))
        unit = locate(layer.units, read_shapes(accounts, layer.crs, context.transformContext()))
        feedback.setProgress(70)
        counts, totals = sums(unit, found.units.measures, layer.units.n)

        ids = layer.units.ids.tolist()
        count_field = self.parameterAsString(given, "COUNT_FIELD", context).strip()
        taken = [*source.fields().names(), count_field]
        columns = {count_field: ("count", dict(zip(ids, counts.tolist())))}
        for place, name in enumerate(sum_fields):
            name = unused_name(name, taken)
            taken.append(name)
            columns[name] = ("number", dict(zip(ids, totals[:, place].tolist())))
        results = {
            "OUTPUT": outputs.copy_units(self, given, context, Stage(feedback, 70, 90), source, columns),
            "MATCHED_ACCOUNTS": int((unit >= 0).sum()),
            "UNMATCHED_ACCOUNTS": int((unit < 0).sum()),
        }
        if results["UNMATCHED_ACCOUNTS"]:
            feedback.pushWarning(
                tr("Accounts that lie in no unit: {count}.").format(count=results["UNMATCHED_ACCOUNTS"])
            )
        if outputs.wanted(given, "UNMATCHED"):
            lost = {fid for fid, row in zip(found.units.ids.tolist(), unit.tolist()) if row < 0}
            results["UNMATCHED"] = self._write_unmatched(given, context, accounts, lost)
        return results

    def _write_unmatched(self, given, context, accounts, lost: set[int]) -> str:
        fields = QgsFields(accounts.fields())
        append(fields, "reason", "text")
        writer = outputs.Writer(
            self,
            given,
            "UNMATCHED",
            context,
            fields,
            accounts.wkbType(),
            accounts.sourceCrs(),
            renumber=not outputs.has_unique_fid(accounts),
        )
        for feature in outputs.features(accounts):
            if feature.id() in lost:
                geometry = feature.geometry()
                reason = tr("no geometry") if geometry.isNull() or geometry.isEmpty() else tr("in no unit")
                writer.add([*feature.attributes(), reason], geometry)
        return writer.destination
