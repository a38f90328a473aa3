"""Territory performance: sales against quota, the last period and potential, by territory."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessing

from ..layers.fields import unused_name
from ..translate import tr
from . import inputs, outputs, parameters, reps, results
from .base import Stage, TerritoryAlgorithm

_ROW_FIELDS = ("PERIOD_KEY_FIELD", "PERIOD_NAME_FIELD", "PERIOD_SALES_FIELD")
_SHOWN = 5
_UNIT_FIELDS = ("SALES_FIELD", "POTENTIAL_FIELD", "PREVIOUS_FIELD", "WORKLOAD_FIELD", "UNIT_QUOTA_FIELD")


class TerritoryPerformance(TerritoryAlgorithm):
    """``territorymanager:territoryperformance``."""

    NAME = "territoryperformance"

    def title(self) -> str:
        return tr("Territory performance")

    def summary(self) -> str:
        return tr("Shows for each territory sales, quota, growth, penetration and how fair its quota is.")

    def explanation(self) -> str:
        return tr(
            "attainment = 100 × sales / quota; gap = sales − quota; growth = 100 × (sales − previous) / "
            "previous; penetration = 100 × sales / potential; white_space = potential − sales; "
            "potential_per_quota = potential / quota; quota_fairness = 100 × potential per quota of the "
            "territory / that of all: 100 is fair, above it the quota is easier to make than elsewhere "
            "(Zoltners, Sinha and Lorimer 2006); fair_quota = all quotas together × share of potential; "
            "quota_of_potential = 100 × quota / potential: above 100 nobody can make it; sales_per_hour = "
            "sales / workload hours; rank by "
            "attainment, or by sales without quotas; _pct is the share of the whole; trend_pct is the slope "
            "of the line through the periods in % of their mean, sparkline the same as a line of text, from "
            "the lowest (▁) to the highest (█) period. A ratio is empty where what it is divided "
            "by is 0, negative or missing."
        )

    def keywords(self) -> str:
        return tr("quota,attainment,growth,penetration,ranking,sales,trend,fairness")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        field = parameters.field
        self.declare(
            parameters.units(),
            parameters.territory_field(),
            field(
                "SALES_FIELD",
                tr("Sales"),
                tr("Field of the units: sales of this period. Default: the last of the periods."),
                "INPUT",
            ),
            field("POTENTIAL_FIELD", tr("Potential"), tr("Field of the units: what could be sold."), "INPUT"),
            field(
                "PREVIOUS_FIELD",
                tr("Sales of the last period"),
                tr("Field of the units, for the growth. Default, without sales: the last period but one."),
                "INPUT",
            ),
            field(
                "WORKLOAD_FIELD",
                tr("Workload (hours)"),
                tr("Field of the units: hours per year, for the sales per hour."),
                "INPUT",
            ),
            field(
                "PERIOD_FIELDS",
                tr("Periods"),
                tr("Fields of the units with the sales of several periods, in their order, for the trend."),
                "INPUT",
                several=True,
            ),
            parameters.layer(
                "PERIODS",
                tr("Sales by period"),
                tr("A long table instead: a row for every unit and period. Rows of the same two add up."),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            ),
            field(
                "PERIOD_KEY_FIELD",
                tr("Id of the unit in the rows"),
                tr("Field of that table, with the ids of the units."),
                "PERIODS",
            ),
            field(
                "PERIOD_NAME_FIELD",
                tr("Period of the row"),
                tr("Field of that table: a month, a quarter, a year. Calendar names go by the calendar."),
                "PERIODS",
            ),
            field("PERIOD_SALES_FIELD", tr("Sales of the row"), tr("Field of that table."), "PERIODS"),
            field("ID_FIELD", tr("Unit id"), tr("Field of the units to which that table refers."), "INPUT"),
            field(
                "UNIT_QUOTA_FIELD",
                tr("Quota of the unit"),
                tr("Field of the units: quotas that add up. Default: the quota of the territory."),
                "INPUT",
                advanced=True,
            ),
            parameters.layer(
                "TERRITORIES",
                tr("Territories or reps"),
                tr("A table or a layer of points with one row for each territory."),
                [QgsProcessing.SourceType.TypeVector],
                optional=True,
            ),
            field(
                "TERRITORY_NAME_FIELD",
                tr("Name of the territory or rep"),
                tr("Field of that table, with the names that the territory field holds."),
                "TERRITORIES",
            ),
            field("QUOTA_FIELD", tr("Quota"), tr("Field of that table: what was to be sold."), "TERRITORIES"),
            field(
                "REP_FIELD",
                tr("Rep"),
                tr("Field of that table: who serves the territory."),
                "TERRITORIES",
                advanced=True,
            ),
            parameters.sink(
                "OUTPUT",
                tr("Territory performance"),
                tr("One polygon with its numbers for each territory, and a row for units without one."),
                QgsProcessing.SourceType.TypeVectorPolygon,
            ),
        )
        for name, title in (
            ("COUNT", tr("Number of territories")),
            ("SALES", tr("Sales of all")),
            ("ATTAINMENT", tr("Attainment of all (%)")),
            ("GROWTH", tr("Growth of all (%)")),
            ("PENETRATION", tr("Penetration of all (%)")),
            ("ABOVE_QUOTA", tr("Territories that make their quota")),
            ("ABOVE_POTENTIAL", tr("Territories whose quota is above their potential")),
        ):
            self.addOutput(parameters.number(name, title))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        if given.get("QUOTA_FIELD") and not given.get("TERRITORIES"):
            return False, tr("Choose the table that has the quotas, or a quota field of the units.")
        if given.get("PERIODS"):
            if not all(given.get(name) for name in (*_ROW_FIELDS, "ID_FIELD")):
                return False, tr("Sales by period need the id, period and sales of the row, and the unit id.")
            if given.get("PERIOD_FIELDS"):
                return False, tr("Give the periods as fields or as rows, not both.")
        elif not given.get("SALES_FIELD") and not given.get("PERIOD_FIELDS"):
            return False, tr("Choose the field with the sales, or periods.")
        return super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        import numpy as np

        from ..core.checks import LEFT_OUT
        from ..core.performance import COLUMNS, performance

        fields = {name: self.field_of(given, name, context) for name in _UNIT_FIELDS}
        periods = self.fields_of(given, "PERIOD_FIELDS", context)
        wanted = [name for name in dict.fromkeys([*fields.values(), *periods]) if name]
        source, layer = inputs.read(
            self,
            given,
            context,
            Stage(feedback, 0, 50),
            wanted,
            extra=[self.field_of(given, "ID_FIELD", context)],
        )
        money = [fields[name] for name in ("SALES_FIELD", "PREVIOUS_FIELD")]
        inputs.report(
            layer,
            feedback,
            as_they_are=[*money, *periods],
            analysed=True,
            missing=dict.fromkeys(wanted, LEFT_OUT),
        )
        column = dict(zip(layer.units.measure_names, layer.units.measures.T))
        known = reps.read_reps(self, given, context, feedback, layer.crs, ("QUOTA_FIELD",))
        table = reps.with_territories(known, layer.territories, feedback)
        labels = reps.relabelled(layer.labels, layer.territories, table.names)
        sales, potential, previous, hours, unit_quota = (
            column[fields[name]] if fields[name] else None for name in _UNIT_FIELDS
        )
        given_periods = {name: column[name] for name in periods}
        if given.get("PERIODS"):
            given_periods = self._rows(given, context, feedback, layer)
        if sales is None:
            in_time = list(given_periods.values())
            if not any(np.isfinite(values).any() for values in in_time):
                raise ValueError(tr("No row of the sales by period belongs to a unit: nothing to show."))
            sales = in_time[-1]
            if previous is None and len(in_time) > 1:
                previous = in_time[-2]
        taken = list(COLUMNS)
        of_periods = {}
        for name, values in given_periods.items():
            title = unused_name(name, taken)
            taken.append(title)
            of_periods[title] = values
        rows = performance(
            labels,
            table.names,
            sales=sales,
            potential=potential,
            previous=previous,
            hours=hours,
            unit_quota=unit_quota,
            quota=table.numbers.get("QUOTA_FIELD"),
            periods=of_periods,
            reps=table.reps,
        )
        self._report(rows, feedback)
        feedback.setProgress(70)
        destination = results.write_territories(
            self, given, "OUTPUT", context, feedback, source, layer, labels, rows
        )
        self._style(context, destination, rows)
        return {"OUTPUT": destination, **self._of_all(rows, len(table.names))}

    def _rows(self, given, context, feedback, layer) -> dict[str, Any]:
        """Sales by period from the rows of PERIODS; what belongs to no unit is told."""
        from ..layers.period_table import read_periods

        source = inputs.source_of(self, given, "PERIODS", context)
        fields = [self.field_of(given, name, context) for name in _ROW_FIELDS]
        table = read_periods(source, *fields, layer.extra[self.field_of(given, "ID_FIELD", context)])
        name = source.sourceName()
        if table.strangers:
            more = " …" if len(table.strangers) > _SHOWN else ""
            feedback.pushWarning(
                tr("“{layer}” has sales of {amount} for units that are not there: {ids}.").format(
                    layer=name, amount=f"{table.lost:,.0f}", ids=", ".join(table.strangers[:_SHOWN]) + more
                )
            )
        for row, text in list(table.unread.items())[:_SHOWN]:
            feedback.pushWarning(
                tr("Row {row} of “{layer}”: “{value}” in field “{field}” cannot be read as a number.").format(
                    row=row, layer=name, value=text, field=fields[2]
                )
            )
        if len(table.unread) > _SHOWN:
            feedback.pushWarning(
                tr("The same holds for {count} more rows.").format(count=len(table.unread) - _SHOWN)
            )
        if table.incomplete:
            feedback.pushWarning(
                tr("Rows of “{layer}” without a unit or a period: {count} (the first is row {row}).").format(
                    layer=name, count=len(table.incomplete), row=table.incomplete[0]
                )
            )
        feedback.pushInfo(
            tr("Periods, in the order of time: {names}.").format(names=", ".join(table.columns))
        )
        return table.columns

    def _report(self, rows, feedback) -> None:
        """Territories whose ratios mean nothing, by name."""
        named = rows[rows["territory"].notna()]
        for column, text in (
            ("quota", tr("Without a quota above 0, so without attainment: {names}.")),
            ("potential", tr("Without a potential above 0, so without penetration: {names}.")),
            ("previous", tr("Without sales in the last period, so without growth: {names}.")),
        ):
            if column in named:
                names = named.loc[~(named[column] > 0), "territory"]
                if len(names):
                    feedback.pushWarning(text.format(names=", ".join(names)))
        if "quota_of_potential" in named:
            beyond = named.loc[named["quota_of_potential"] > 100, "territory"]
            if len(beyond):
                feedback.pushWarning(
                    tr("The quota is above the potential, so nobody can make it: {names}.").format(
                        names=", ".join(beyond)
                    )
                )
        negative = named.loc[named["sales"] < 0, "territory"]
        if len(negative):
            feedback.pushWarning(
                tr("Sales are negative in {names}: more was taken back than sold.").format(
                    names=", ".join(negative)
                )
            )

    def _of_all(self, rows, k: int) -> dict[str, Any]:
        """The numbers of the whole; a ratio counts the territories that have both of its parts."""
        import numpy as np

        from ..core.performance import percent

        def ratio(part: str, whole: str, change: bool = False) -> float | None:
            if part not in rows or whole not in rows:
                return None
            both = rows[[part, whole]].dropna()
            found = percent(both[part].sum(), both[whole].sum())
            return outputs.number(float(found) - 100.0 * change)

        return {
            "COUNT": k,
            "SALES": outputs.number(np.nansum(rows["sales"])),
            "ATTAINMENT": ratio("sales", "quota"),
            "GROWTH": ratio("sales", "previous", change=True),
            "PENETRATION": ratio("sales", "potential"),
            "ABOVE_POTENTIAL": int((rows["quota_of_potential"] > 100.0).sum())
            if "quota_of_potential" in rows
            else None,
            "ABOVE_QUOTA": int((rows["attainment"] >= 100.0).sum()) if "attainment" in rows else None,
        }

    def _style(self, context, destination: str, rows) -> None:
        from ..layers.insight_styling import SEQUENTIAL, apply_graduated_renderer, quantile_breaks

        if "attainment" in rows:
            results.ResultStyle.attach(
                context,
                destination,
                lambda layer: apply_graduated_renderer(
                    layer, "attainment", (80, 95, 105, 120), tr("% of quota")
                ),
            )
            return
        name, unit = ("penetration", "%") if "penetration" in rows else ("sales", "")
        breaks = quantile_breaks(rows[name])
        results.ResultStyle.attach(
            context,
            destination,
            lambda layer: apply_graduated_renderer(layer, name, breaks, unit, SEQUENTIAL),
        )
