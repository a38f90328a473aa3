"""Compare alignments: what changes hands between two, and who gains and loses by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsFields, QgsProcessing, QgsProcessingException

from ..layers.fields import append
from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..layers.reading import LayerUnits


class CompareAlignments(TerritoryAlgorithm):
    """``territorymanager:comparealignments``."""

    NAME = "comparealignments"

    def title(self) -> str:
        return tr("Compare alignments")

    def summary(self) -> str:
        return tr("Shows which units change hands between two alignments, and who gains and loses by it.")

    def explanation(self) -> str:
        return tr(
            "The two alignments are two fields of one layer, or a field of the units and a field of another "
            "layer or table that is joined by a key. Disruption is the share, in %, of what is measured that "
            "somebody had and has no more."
        )

    def keywords(self) -> str:
        return tr("difference,scenario,change,before,after,disruption,transition matrix")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        table = QgsProcessing.SourceType.TypeVector
        field = parameters.field
        self.declare(
            parameters.units(),
            field("BEFORE_FIELD", tr("Territory before"), tr("Field of the units."), "INPUT", optional=False),
            field(
                "AFTER_FIELD",
                tr("Territory after"),
                tr("Field of the units, where there is no other layer."),
                "INPUT",
            ),
            parameters.layer(
                "OTHER",
                tr("Other layer"),
                tr("A layer or table with the territories after."),
                [table],
                optional=True,
            ),
            field(
                "KEY_FIELD",
                tr("Key of the units"),
                tr("Field of the units by which the two are joined."),
                "INPUT",
            ),
            field("OTHER_KEY_FIELD", tr("Key of the other layer"), tr("Field with the same keys."), "OTHER"),
            field(
                "OTHER_TERRITORY_FIELD",
                tr("Territory of the other layer"),
                tr("Field with the territories after."),
                "OTHER",
            ),
            *parameters.measures(),
            parameters.sink(
                "OUTPUT",
                tr("Changed units"),
                tr("The units that change hands: from, to and their measures."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            parameters.sink(
                "SUMMARY",
                tr("Changes by territory"),
                tr("For each territory: before, gained, lost and after, of units and of each measure."),
                table,
                optional=True,
            ),
            parameters.sink(
                "MATRIX",
                tr("Changes from and to"),
                tr("What goes from whom to whom: units and each measure."),
                table,
                optional=True,
            ),
        )
        self.addOutput(parameters.number("MOVED_UNITS", tr("Units that change hands")))
        self.addOutput(parameters.number("DISRUPTION", tr("Disruption (%)")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = ""
        if given.get("OTHER"):
            if not all(given.get(name) for name in ("KEY_FIELD", "OTHER_KEY_FIELD", "OTHER_TERRITORY_FIELD")):
                wrong = tr("The other layer needs both key fields and its territory field.")
        elif not given.get("AFTER_FIELD"):
            wrong = tr("Choose the field with the territories after, or another layer that has them.")
        if not wrong:
            try:
                inputs.measures_and_weights(self, given, context)
            except ValueError as error:
                wrong = str(error)
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.compare import compare
        from ..layers.nulls import text_or_none

        measures, weights = inputs.measures_and_weights(self, given, context)
        before_field = self.field_of(given, "BEFORE_FIELD", context)
        after_field = self.field_of(given, "AFTER_FIELD", context)
        key_field = self.field_of(given, "KEY_FIELD", context)
        source, layer = inputs.read(
            self,
            given,
            context,
            Stage(feedback, 0, 60),
            measures,
            extra=[before_field, after_field, key_field],
        )
        inputs.report(layer, feedback, analysed=True)
        before = [text_or_none(value) for value in layer.extra[before_field]]
        if given.get("OTHER"):
            after = self._joined(given, context, feedback, layer, key_field)
        else:
            after = [text_or_none(value) for value in layer.extra[after_field]]
        values = layer.units.values() if measures else None
        comparison = compare(before, after, values, measures, weights=weights)
        feedback.setProgress(80)
        results = {
            "OUTPUT": self._write_units(given, context, source, layer, comparison.changed, before, after),
            "MOVED_UNITS": comparison.moved_units,
            "DISRUPTION": outputs.number(comparison.disruption),
        }
        for name, table in (("SUMMARY", comparison.summary), ("MATRIX", comparison.matrix)):
            if outputs.wanted(given, name):
                results[name] = self._write_table(given, context, name, table())
        return results

    def _joined(self, given, context, feedback, layer: LayerUnits, key_field: str) -> list[str | None]:
        """The territory of each unit in the other layer."""
        from ..layers.nulls import text_or_none

        other = inputs.source_of(self, given, "OTHER", context)
        fields = [
            self.field_of(given, name, context) for name in ("OTHER_KEY_FIELD", "OTHER_TERRITORY_FIELD")
        ]
        places = [other.fields().lookupField(name) for name in fields]
        if min(places) < 0:
            raise QgsProcessingException(
                tr("“{layer}” has no field “{field}”.").format(
                    layer=other.sourceName(), field=fields[places.index(-1)]
                )
            )
        territory: dict[str, str | None] = {}
        for feature in outputs.features(other):
            key, name = (text_or_none(feature.attributes()[place]) for place in places)
            if key is not None and territory.setdefault(key, name) != name:
                raise QgsProcessingException(
                    tr(
                        "Key “{key}” of “{layer}” has two territories, {one} and {two}. Keep one of them."
                    ).format(key=key, layer=other.sourceName(), one=territory[key] or "–", two=name or "–")
                )
        keys = [text_or_none(value) for value in layer.extra[key_field]]
        lost = [row for row, key in enumerate(keys) if key is None or key not in territory]
        if lost:
            feedback.pushWarning(
                tr(
                    "Units that are not in “{layer}”: {count}, {unit} first. They count as unassigned after."
                ).format(count=len(lost), layer=other.sourceName(), unit=layer.units.names[lost[0]])
            )
        return [territory.get(key) if key is not None else None for key in keys]

    def _write_units(self, given, context, source, layer, changed: np.ndarray, before, after) -> str:
        units = layer.units
        fields = QgsFields()
        for name, kind in (("unit", "text"), ("from", "text"), ("to", "text"), ("feature_id", "id")):
            append(fields, name, kind)
        for name in units.measure_names:
            append(fields, name, "number")
        writer = outputs.Writer(self, given, "OUTPUT", context, fields, source.wkbType(), source.sourceCrs())
        rows = changed.nonzero()[0].tolist()
        shapes = outputs.geometries(source, [int(units.ids[row]) for row in rows])
        for row in rows:
            fid = int(units.ids[row])
            writer.add([units.names[row], before[row], after[row], fid, *units.measures[row]], shapes[fid])
        return writer.destination

    def _write_table(self, given, context, name: str, table: pd.DataFrame) -> str:
        fields = QgsFields()
        for column in table.columns:
            kind = "text" if table[column].dtype == object else "number"
            append(fields, str(column), "count" if table[column].dtype.kind == "i" else kind)
        writer = outputs.Writer(self, given, name, context, fields)
        for row in table.itertuples(index=False, name=None):
            writer.add(row)
        return writer.destination
