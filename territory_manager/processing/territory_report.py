"""Territory report: maps, tables and what changes hands, as one page of HTML and as PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingException,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..translate import tr
from . import inputs, outputs, parameters
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    from ..core.adjacency import Adjacency
    from ..core.alignment import Alignment
    from ..layers.reading import LayerUnits


class TerritoryReport(TerritoryAlgorithm):
    """``territorymanager:territoryreport``."""

    NAME = "territoryreport"

    def title(self) -> str:
        return tr("Territory report")

    def summary(self) -> str:
        return tr("Writes one page with the map, the balance of every territory and what changes hands.")

    def explanation(self) -> str:
        return tr(
            "The page needs no other file and no connection; it can be printed, mailed and archived. With a "
            "baseline it shows both maps side by side and who gives what to whom."
        )

    def keywords(self) -> str:
        return tr("html,pdf,print,summary,baseline")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            parameters.territory_field(),
            parameters.explained(
                QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
                tr("Headline of the page. Default: the name of the layer."),
            ),
            parameters.field(
                "BASELINE_FIELD",
                tr("Baseline"),
                tr("Field of the units with the alignment to compare with, such as today's."),
                "INPUT",
            ),
            *parameters.balance(),
            *parameters.territories(),
            parameters.explained(
                QgsProcessingParameterFileDestination("OUTPUT", tr("Report"), "HTML (*.html)"),
                tr("The page."),
            ),
            parameters.explained(
                QgsProcessingParameterFileDestination(
                    "PDF", tr("Report as PDF"), "PDF (*.pdf)", optional=True, createByDefault=False
                ),
                tr("The same to print."),
            ),
        )
        self.addOutput(parameters.number("COUNT", tr("Number of territories")))
        self.addOutput(parameters.number("MAX_DEVIATION", tr("Largest deviation (%)")))
        self.addOutput(parameters.number("DISRUPTION", tr("Disruption (%)")))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = inputs.check_balance(self, given, context)
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.compare import compare
        from ..core.statistics import balance, statistics
        from ..layers.styling import territory_colors
        from ..report.page import Report, page

        settings = inputs.balance_settings(self, given, context)
        baseline = self.field_of(given, "BASELINE_FIELD", context)
        source, layer = inputs.read(
            self, given, context, Stage(feedback, 0, 30), settings.measures, extra=[baseline]
        )
        inputs.report(layer, feedback)
        table = inputs.territory_table(self, given, context, layer)
        adjacency = inputs.neighbours(layer, feedback)
        feedback.setProgress(50)
        alignment, targets, reps = inputs.alignment_of(layer, adjacency, settings, table, feedback)
        colors = territory_colors(alignment.territories, alignment.labels, adjacency)
        feedback.setProgressText(tr("Drawing the map"))
        maps = [
            (tr("Territories"), self._map(layer, alignment, colors, tr("Map of the territories"), feedback))
        ]
        comparison = before_balance = None
        if baseline:
            before = self._baseline(layer, baseline, adjacency, settings)
            before_balance = balance(*before)
            if not set(before[0].territories) & set(alignment.territories):
                feedback.pushWarning(
                    tr(
                        "The baseline has none of the territories' names, so everything counts as changing "
                        "hands. Rename its territories to those they become."
                    )
                )
            old_colors = territory_colors(before[0].territories, before[0].labels, adjacency, colors)
            old = self._map(layer, before[0], old_colors, tr("Map of the baseline"), feedback)
            maps.insert(0, (tr("Baseline"), old))
            comparison = compare(
                self._names(before[0]),
                self._names(alignment),
                layer.units.values() if settings.measures else None,
                settings.measures,
                weights=settings.weights,
            )
        feedback.setProgress(80)
        title = self.parameterAsString(given, "TITLE", context).strip() or source.sourceName()
        report = Report(
            title=title,
            about=tr("{units} units · {measures} · {date}").format(
                units=f"{layer.units.n:,}",
                measures=", ".join(settings.measures) or tr("every unit counts 1"),
                date=date.today().isoformat(),
            ),
            balance=balance(alignment, targets),
            table=statistics(alignment, targets, reps),
            measures=settings.measures or list(layer.units.measure_names),
            tolerance=settings.tolerance,
            colors=colors,
            maps=maps,
            comparison=comparison,
            baseline_balance=before_balance,
        )
        answer: dict[str, Any] = {
            "OUTPUT": self._write(self.parameterAsFileOutput(given, "OUTPUT", context), page(report)),
            "COUNT": report.balance.count,
            "MAX_DEVIATION": outputs.number(report.balance.max_deviation),
            "DISRUPTION": outputs.number(None if comparison is None else comparison.disruption),
        }
        if outputs.wanted(given, "PDF"):
            from ..report.pdf import write_pdf

            path = self.parameterAsFileOutput(given, "PDF", context)
            write_pdf(report, path)
            answer["PDF"] = path
        return answer

    @staticmethod
    def _names(alignment: Alignment) -> list[str | None]:
        names = [*alignment.territories, None]
        return [names[label] for label in alignment.labels.tolist()]

    def _baseline(self, layer: LayerUnits, field: str, adjacency: Adjacency, settings) -> tuple[Any, Any]:
        """The baseline as an alignment, with equal targets of its own."""
        from ..core.alignment import Alignment
        from ..core.targets import Targets
        from ..layers.reading import label

        labels, territories = label(layer.extra[field])
        targets = Targets.equal(max(len(territories), 1), names=territories or None, **settings.of_targets)
        return Alignment(layer.units, adjacency, labels, territories, settings.weights), targets

    def _map(self, layer: LayerUnits, alignment: Alignment, colors, title: str, feedback) -> str:
        import numpy as np

        from ..core.boundaries import boundaries
        from ..report.svg import territory_map

        k = len(alignment.territories)
        # What is unassigned is one more shape, drawn below the others.
        labels = np.where(alignment.labels < 0, k, alignment.labels)
        shapes = boundaries(layer.units, labels, k + 1, cancelled=feedback.isCanceled)
        return territory_map(shapes[:k], alignment.territories, colors, title, backdrop=shapes[k])

    def _write(self, path: str, text: str) -> str:
        try:
            Path(path).write_text(text, encoding="utf-8")
        except OSError as error:
            raise QgsProcessingException(
                tr("The report “{path}” cannot be written: {reason}.").format(path=path, reason=error)
            ) from error
        return path
