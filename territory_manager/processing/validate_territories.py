"""Validate territories: every place of an alignment that somebody has to look at."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFields, QgsGeometry, QgsProcessing, QgsProcessingParameterNumber, QgsWkbTypes

from ..layers.fields import append
from ..translate import tr
from . import inputs, outputs, parameters, problems
from .base import TerritoryAlgorithm

_FIELDS = ("problem", "severity", "territory", "unit", "detail")


class ValidateTerritories(TerritoryAlgorithm):
    """``territorymanager:validateterritories``."""

    NAME = "validateterritories"

    def title(self) -> str:
        return tr("Validate territories")

    def summary(self) -> str:
        return tr("Lists everything that is wrong with units and territories, each at its place on the map.")

    def explanation(self) -> str:
        return tr(
            "Unassigned units, territories in several pieces or out of tolerance, enclaves, missing and "
            "negative values, broken or overlapping shapes, ids given twice, units too far away, and more."
        )

    def keywords(self) -> str:
        return tr("check,problems,quality,errors,topology")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            parameters.territory_field(),
            *parameters.balance(),
            *parameters.territories(),
            parameters.contiguous(),
            parameters.explained(
                QgsProcessingParameterNumber(
                    "MAX_DISTANCE",
                    tr("Maximum distance (metres)"),
                    parameters.DOUBLE,
                    None,
                    optional=True,
                    minValue=0.0,
                ),
                tr("The farthest a unit may be from the centre of its territory or the home of its rep."),
                advanced=True,
            ),
            *parameters.neighbourhood(),
            parameters.sink(
                "OUTPUT",
                tr("Problems"),
                tr("One feature for each problem: what, how serious, where, and what to do."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
        )
        self.addOutput(parameters.number("PROBLEMS", tr("Number of problems")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = inputs.check_balance(self, given, context) or problems.check_bridges(given)
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        import numpy as np

        from ..core.validate import validate
        from ..layers.nulls import text_or_none

        found = problems.read_map(self, given, context, feedback, quiet=True)
        layer, table = found.layer, found.table
        alignment, targets, _ = inputs.alignment_of(layer, found.whole, found.settings, table, feedback)
        homes = None
        if table is not None and table.homes is not None:
            blank = np.full((len(alignment.territories) - len(table.names), 2), np.nan)
            homes = np.vstack([table.homes, blank])
        id_field = self.field_of(given, "ID_FIELD", context)
        feedback.setProgressText(tr("Looking for problems"))
        findings = validate(
            alignment,
            targets,
            known=None if table is None else table.names,
            keys=[text_or_none(value) for value in layer.extra[id_field]] if id_field else None,
            homes=homes,
            max_distance=problems.max_distance(self, given, context),
            contiguous=self.parameterAsBool(given, "CONTIGUOUS", context),
        )
        findings = inputs.merged(layer, findings)
        feedback.setProgress(80)
        written = self._write(given, context, found, alignment, findings)
        return {"OUTPUT": written, "PROBLEMS": len(findings)}

    def _write(self, given, context, found: problems.Map, alignment, findings) -> str:
        source = found.source
        fields = QgsFields()
        for name in _FIELDS:
            append(fields, name, "text")
        append(fields, "feature_id", "id")
        kind = QgsWkbTypes.multiType(source.wkbType())
        writer = outputs.Writer(self, given, "OUTPUT", context, fields, kind, source.sourceCrs())
        position = {name: number for number, name in enumerate(alignment.territories)}
        whole = {finding.territory for finding in findings if finding.unit_id is None and finding.territory}
        members = {name: found.layer.units.ids[alignment.labels == position[name]].tolist() for name in whole}
        wanted = {fid for fids in members.values() for fid in fids}
        wanted.update(finding.unit_id for finding in findings if finding.unit_id is not None)
        shapes = outputs.geometries(source, wanted)
        for finding in findings:
            if finding.unit_id is not None:
                geometry = QgsGeometry(shapes[finding.unit_id])
                geometry.convertToMultiType()
            else:
                parts = [shapes[fid] for fid in members.get(finding.territory, ())]
                geometry = QgsGeometry.collectGeometry([part for part in parts if not part.isNull()])
            writer.add(
                [
                    finding.code,
                    finding.severity,
                    finding.territory,
                    finding.unit_name,
                    finding.detail,
                    finding.unit_id,
                ],
                geometry,
            )
        return writer.destination
