"""Alignment as of a date: who had which unit then, from a plan's journal."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import Qt

from ..layers.nulls import text_or_none
from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm


class JournalAsOf(TerritoryAlgorithm):
    """``territorymanager:journalasof``."""

    NAME = "journalasof"

    def title(self) -> str:
        return tr("Alignment as of a date")

    def summary(self) -> str:
        return tr("Finds out who had which unit at a time, from the journal of a plan.")

    def explanation(self) -> str:
        return tr(
            "Begins with the territories of now and takes back, one by one, what the journal says was saved "
            "after that time. Units that were changed where the journal did not hear of it are counted; what "
            "they had is as far as it is known."
        )

    def keywords(self) -> str:
        return tr("history,journal,time,past,restore,audit")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            parameters.territory_field(),
            parameters.layer(
                "JOURNAL",
                tr("Journal"),
                tr("The table “journal” of the plan."),
                [QgsProcessing.SourceType.TypeVector],
            ),
            parameters.explained(
                QgsProcessingParameterDateTime("DATE", tr("As of")),
                tr("Time of your clock. What was saved at that very moment counts."),
            ),
            parameters.field(
                "KEY_FIELD",
                tr("Key of the units"),
                tr(
                    "Field with what the journal has as “key”, for units that were copied and have other "
                    "feature ids. Default: feature ids."
                ),
                "INPUT",
                advanced=True,
            ),
            parameters.explained(
                QgsProcessingParameterString("SCENARIO", tr("Scenario"), optional=True),
                tr("Which alignment of the journal. Default: the one with the name of the territory field."),
                advanced=True,
            ),
            parameters.explained(
                QgsProcessingParameterString("FIELD_NAME", tr("New territory field"), "territory_then"),
                tr("Name of the field with the territories of that time."),
                advanced=True,
            ),
            parameters.sink(
                "OUTPUT",
                tr("Units as of the date"),
                tr("The units with all their fields and the territory that they had then."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
        )
        self.addOutput(parameters.number("CHANGED", tr("Units that had another territory")))
        self.addOutput(parameters.number("SAVES", tr("Saves taken back")))
        self.addOutput(parameters.number("UNKNOWN", tr("Units changed past the journal")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        if not self.parameterAsString(given, "FIELD_NAME", context).strip():
            return False, tr("Name the field for the territories.")
        if not self.parameterAsDateTime(given, "DATE", context).isValid():
            return False, tr("Say as of when, such as 2027-01-31 or 2027-01-31T12:00:00.")
        return super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.history import as_of
        from ..layers.journal_table import read
        from ..layers.scenario_fields import column

        source = inputs.source_of(self, given, "INPUT", context)
        field = self.field_of(given, "TERRITORY_FIELD", context)
        key_field = self.field_of(given, "KEY_FIELD", context)
        scenario = self.parameterAsString(given, "SCENARIO", context).strip() or field
        feedback.setProgressText(tr("Reading journal"))
        journal = read(inputs.source_of(self, given, "JOURNAL", context))
        known = set(journal["scenario"])
        if len(journal) and scenario not in known:
            raise QgsProcessingException(
                tr("The journal knows no scenario “{scenario}”. It knows: {known}.").format(
                    scenario=scenario, known=", ".join(sorted(filter(None, known)))
                )
            )
        now = column(source, field)
        keys = self._keys(source, key_field, now)
        if key_field:
            journal = _by_key(journal, keys)
        feedback.setProgress(30)
        moment = self.parameterAsDateTime(given, "DATE", context).toUTC()
        moment = moment.toString(Qt.DateFormat.ISODateWithMs)
        past = as_of(now, journal, scenario, moment)
        if not past.existed:
            raise QgsProcessingException(
                tr("Field “{field}” was made later: there was no such alignment then.").format(field=scenario)
            )
        outside = len(past.outside & set(now))
        if outside:
            feedback.pushWarning(
                tr("Units changed where the journal did not hear of it: {count}.").format(count=outside)
            )
        then = {fid: past.territories.get(fid) for fid in now}
        name = self.parameterAsString(given, "FIELD_NAME", context).strip()
        return {
            "OUTPUT": outputs.copy_units(
                self, given, context, Stage(feedback, 40, 100), source, {name: ("text", then)}
            ),
            "CHANGED": sum(territory != now[fid] for fid, territory in then.items()),
            "SAVES": past.saves,
            "UNKNOWN": outside,
        }

    @staticmethod
    def _keys(source, key_field: str | None, now) -> dict[str, int]:
        """Key → feature id of the units."""
        from ..layers.scenario_fields import column

        if not key_field:
            return {}
        keys: dict[str, int] = {}
        for fid, key in column(source, key_field).items():
            if key is None:
                continue
            if keys.setdefault(key, fid) != fid:
                raise QgsProcessingException(
                    tr(
                        "Key “{key}” in field “{field}” is not unique: units cannot be told apart by it."
                    ).format(key=key, field=key_field)
                )
        return keys


def _by_key(journal, keys):
    """The journal with the feature ids that units with these keys have now; units not found stay apart."""
    units = []
    for place, (unit, key) in enumerate(zip(journal["unit_id"].tolist(), journal["key"].tolist())):
        if unit is not None:
            # a unit that is no more keeps an id that no feature has
            unit = keys.get(text_or_none(key), -1 - place)
        units.append(unit)
    journal = journal.copy()
    import pandas as pd

    journal["unit_id"] = pd.Series(units, dtype=object, index=journal.index)
    return journal
