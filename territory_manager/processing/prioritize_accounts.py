"""Prioritize accounts: A, B and C by potential, target calls, and where selling time goes today."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
)

from ..translate import tr
from . import inputs, outputs, parameters, results
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    from ..core.priorities import PriorityClass

_FIELDS = ("POTENTIAL_FIELD", "CALLS_FIELD", "MINUTES_FIELD", "HOURS_FIELD")
# As core.priorities.PROPOSED has it, row by row; the core is not to be loaded for a list of parameters.
_PROPOSED = ("A", "60", "24", "B", "85", "12", "C", "", "4")


class PrioritizeAccounts(TerritoryAlgorithm):
    """``territorymanager:prioritizeaccounts``."""

    NAME = "prioritizeaccounts"
    GROUP = "accounts"

    def title(self) -> str:
        return tr("Prioritize accounts")

    def summary(self) -> str:
        return tr("Classes accounts as A, B and C by potential, and shows whether selling time goes there.")

    def explanation(self) -> str:
        return tr(
            "By share of potential, an account belongs to the first class whose limit is above the share of "
            "all potential that accounts with more potential hold together: A are those that make up the "
            "first 60 %, the one that crosses 60 % included; equal accounts are in one class (Juran 1954, "
            "after Pareto). By share of accounts, accounts are counted instead. By threshold, the limit is "
            "the least potential of the class. gap = target calls − calls today. hours = calls × hours per "
            "call: those of the account (its hours today / its calls), or the mean of its class where nobody "
            "calls. "
            "time_index = 100 × share of time / share of potential: 100 is time in proportion to potential, "
            "above it the class gets more. Misplaced time = half the sum of the differences between the two "
            "shares (Duncan and Duncan 1955). How often to call on whom: Lodish 1971 (CALLPLAN)."
        )

    def keywords(self) -> str:
        return tr("abc,pareto,priority,frequency,call plan,segmentation,potential,selling time")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        field, table = parameters.field, QgsProcessing.SourceType.TypeVector
        self.declare(
            parameters.layer(
                "INPUT",
                tr("Accounts"),
                tr("Points, or units with the potential of their accounts."),
                [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon],
            ),
            field(
                "POTENTIAL_FIELD",
                tr("Potential"),
                tr("Field of the accounts: what could be sold."),
                "INPUT",
                optional=False,
            ),
            parameters.explained(
                QgsProcessingParameterEnum(
                    "METHOD",
                    tr("Limits are"),
                    [tr("Shares of potential (%)"), tr("Shares of accounts (%)"), tr("The least potential")],
                    defaultValue=0,
                ),
                tr("What the limits of the classes mean."),
            ),
            parameters.explained(
                QgsProcessingParameterMatrix(
                    "CLASSES",
                    tr("Classes"),
                    numberRows=3,
                    headers=[tr("Class"), tr("Limit"), tr("Calls per year")],
                    defaultValue=list(_PROPOSED),
                    optional=True,
                ),
                tr(
                    "The best class first. The last one takes what is left and needs no limit. Without "
                    "calls, accounts of the class keep those that they have."
                ),
            ),
            field("CALLS_FIELD", tr("Calls today"), tr("Field of the accounts: calls per year."), "INPUT"),
            field(
                "MINUTES_FIELD",
                tr("Minutes per call"),
                tr("Field of the accounts, where their hours are not known."),
                "INPUT",
            ),
            field(
                "HOURS_FIELD",
                tr("Hours today"),
                tr("Field of the accounts: hours per year with travel, as Calculate workload gives them."),
                "INPUT",
            ),
            parameters.explained(
                QgsProcessingParameterNumber(
                    "DEFAULT_MINUTES", tr("Minutes of all"), parameters.DOUBLE, 60.0, minValue=0.0
                ),
                tr("Where no field says how long a call takes."),
            ),
            parameters.territory_field(optional=True),
            parameters.sink(
                "OUTPUT",
                tr("Accounts with priority"),
                tr("The accounts with priority, potential_pct, target_calls, gap (calls) and target_hours."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            parameters.sink(
                "CLASS_TABLE",
                tr("Time by class"),
                tr(
                    "For each class accounts, potential, calls and hours, today and wanted, and their shares."
                ),
                table,
                optional=True,
            ),
            parameters.sink(
                "TERRITORY_TABLE",
                tr("Time by territory and class"),
                tr("The same for each territory, shares of its own totals."),
                table,
                optional=True,
                by_default=False,
            ),
        )
        for name, title in (
            ("CLASSED", tr("Accounts with a class")),
            ("UNCLASSED", tr("Accounts without a usable potential")),
            ("CALLS_TODAY", tr("Calls today")),
            ("CALLS_WANTED", tr("Calls wanted")),
            ("HOURS_TODAY", tr("Hours today")),
            ("HOURS_WANTED", tr("Hours wanted")),
            ("MISPLACED", tr("Selling time that is not where the potential is (%)")),
        ):
            self.addOutput(parameters.number(name, title))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = ""
        try:
            self._classes(given, context)
        except ValueError as error:
            wrong = str(error)
        if given.get("HOURS_FIELD") and not given.get("CALLS_FIELD"):
            wrong = tr("Hours today need the calls today: together they say how long a call takes.")
        if outputs.wanted(given, "TERRITORY_TABLE") and not given.get("TERRITORY_FIELD"):
            wrong = tr("A table by territory needs the territory field.")
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        import numpy as np

        from ..core.checks import ACCOUNTS, ESTIMATED, LEFT_OUT, UNITS
        from ..core.priorities import by_class, classify, hours_per_call, misplaced, target_calls

        classes, by = self._classes(given, context)
        fields = {name: self.field_of(given, name, context) for name in _FIELDS}
        wanted = [name for name in dict.fromkeys(fields.values()) if name]
        source, layer = inputs.read(self, given, context, Stage(feedback, 0, 50), wanted)
        inputs.report(
            layer,
            feedback,
            things=ACCOUNTS if layer.units.is_points else UNITS,
            analysed=True,
            missing={
                fields["POTENTIAL_FIELD"]: LEFT_OUT,
                fields["MINUTES_FIELD"]: ESTIMATED,
                fields["HOURS_FIELD"]: ESTIMATED,
            },
        )
        column = dict(zip(layer.units.measure_names, layer.units.measures.T))
        potential, calls, minutes, hours = (column[one] if one else None for one in fields.values())
        priority = classify(potential, classes, by)
        n = layer.units.n
        calls = np.zeros(n) if calls is None else np.maximum(np.nan_to_num(calls), 0.0)
        if hours is None:
            usual = self.parameterAsDouble(given, "DEFAULT_MINUTES", context)
            per_call = np.full(n, usual) if minutes is None else np.where(minutes >= 0, minutes, usual)
            per_call = per_call / 60.0
        else:
            per_call = hours_per_call(calls, hours, priority, len(classes))
        target = target_calls(priority, classes)
        usable = np.where(priority >= 0, potential, np.nan)
        total = np.nansum(usable)
        names = [one.name for one in classes]
        columns: dict[str, Any] = {
            "priority": ("text", results.by_feature(layer, [([*names, None])[one] for one in priority])),
            **{
                name: ("number", results.by_feature(layer, values))
                for name, values in (
                    ("potential_pct", 100.0 * usable / total if total > 0 else usable * np.nan),
                    ("target_calls", target),
                    ("gap", target - calls),
                    ("target_hours", target * per_call),
                )
            },
        }
        feedback.setProgress(60)
        destination = outputs.copy_units(self, given, context, Stage(feedback, 60, 90), source, columns)
        self._style(context, destination, names)
        whole = by_class(priority, classes, potential, calls, per_call)
        answer: dict[str, Any] = {
            "OUTPUT": destination,
            "CLASSED": int((priority >= 0).sum()),
            "UNCLASSED": int((priority < 0).sum()),
            "CALLS_TODAY": outputs.number(whole["calls"].sum()),
            "CALLS_WANTED": outputs.number(whole["target_calls"].sum()),
            "HOURS_TODAY": outputs.number(whole["hours"].sum()),
            "HOURS_WANTED": outputs.number(whole["target_hours"].sum()),
            "MISPLACED": outputs.number(misplaced(whole)),
        }
        self._tell(whole, feedback)
        if outputs.wanted(given, "CLASS_TABLE"):
            answer["CLASS_TABLE"] = results.write_table(self, given, "CLASS_TABLE", context, whole)
        if outputs.wanted(given, "TERRITORY_TABLE"):
            table = by_class(
                priority,
                classes,
                potential,
                calls,
                per_call,
                territory=layer.labels,
                names=layer.territories,
            )
            answer["TERRITORY_TABLE"] = results.write_table(self, given, "TERRITORY_TABLE", context, table)
        return answer

    def _classes(self, given, context) -> tuple[tuple[PriorityClass, ...], int]:
        """The classes of the matrix and what their limits mean."""
        from ..core.priorities import PriorityClass, checked
        from ..layers.nulls import text_or_none

        cells = list(_PROPOSED)
        if given.get("CLASSES") not in (None, ""):
            cells = self.parameterAsMatrix(given, "CLASSES", context)
        texts = [text_or_none(cell) for cell in cells]
        if len(texts) % 3:
            raise ValueError(tr("Classes need three columns: class, limit, calls per year."))
        rows = [row for row in zip(texts[::3], texts[1::3], texts[2::3]) if any(row)]
        found = [
            PriorityClass(name or "", _number(limit, name), _number(calls, name))
            for name, limit, calls in rows
        ]
        by = self.parameterAsEnum(given, "METHOD", context)
        return checked(found, by), by

    def _tell(self, whole, feedback) -> None:
        """Where time goes, in a line for each class."""
        for row in whole.itertuples(index=False):
            feedback.pushInfo(
                tr(
                    "{name}: {accounts} accounts, {potential} % of the potential, {hours} % of the time "
                    "today, {wanted} % of the time wanted."
                ).format(
                    name=row.priority or tr("Without a class"),
                    accounts=row.accounts,
                    potential=_percent(row.potential_pct),
                    hours=_percent(row.hours_pct),
                    wanted=_percent(row.target_hours_pct),
                )
            )

    def _style(self, context, destination: str, names: list[str]) -> None:
        from ..layers.insight_styling import apply_priority_renderer

        results.ResultStyle.attach(
            context, destination, lambda layer: apply_priority_renderer(layer, "priority", names)
        )


def _number(text: str | None, name: str | None) -> float:
    if text is None:
        return math.nan
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(tr("“{text}” in class “{name}” is not a number.").format(text=text, name=name or ""))
    return number


def _percent(value: float) -> str:
    return f"{value:.1f}" if value == value else "–"
