"""Build territories: from units to balanced, contiguous and compact territories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..translate import tr
from . import inputs, outputs, parameters, problems, within
from .base import Stage, TerritoryAlgorithm
from .dissolve_territories import write_boundaries
from .limits import Limits, parse_limits

if TYPE_CHECKING:
    import numpy as np

    from ..core.solve.problem import Problem, Solution
    from ..core.targets import Targets
    from ..layers.build_areas import Areas

GIVEN_NUMBER, ONE_PER_REP, FEWEST, MOST = range(4)


class BuildTerritories(TerritoryAlgorithm):
    """``territorymanager:buildterritories``."""

    NAME = "buildterritories"

    def title(self) -> str:
        return tr("Build territories")

    def summary(self) -> str:
        return tr("Divides units into balanced, contiguous and compact territories.")

    def explanation(self) -> str:
        return tr(
            "What cannot be reached, such as a unit heavier than a territory may be, is said before the "
            "search begins; then the best possible plan is made. Cancel keeps the best plan found so far."
        )

    def keywords(self) -> str:
        return tr(
            "districting,redistricting,regions,partition,allocate,balance,compact,contiguous,sales reps"
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.declare(
            parameters.units(),
            *parameters.balance(),
            parameters.explained(
                QgsProcessingParameterEnum(
                    "METHOD",
                    tr("Number of territories"),
                    [
                        tr("As given below"),
                        tr("One for each territory or rep"),
                        tr("Fewest within the limits"),
                        tr("Most within the limits"),
                    ],
                    defaultValue=GIVEN_NUMBER,
                ),
                tr("How many territories there will be."),
            ),
            parameters.explained(
                QgsProcessingParameterNumber(
                    "NUMBER", tr("Number"), parameters.INTEGER, None, optional=True, minValue=1
                ),
                tr(
                    "Number of territories, where it is given. Left out: one for each row of the territories."
                ),
            ),
            *parameters.territories(locks=True),
            parameters.explained(
                QgsProcessingParameterMatrix(
                    "LIMITS",
                    tr("Limits"),
                    headers=[tr("Measure"), tr("Minimum"), tr("Maximum")],
                    optional=True,
                ),
                tr(
                    "The least and the most that a territory may have of a measure. Empty is no limit. The "
                    "measure “units” stands for the number of units where none is balanced."
                ),
            ),
            *parameters.shape(),
            parameters.current_territory_field(),
            *parameters.constraints(),
            parameters.field(
                "WITHIN",
                tr("Stay within"),
                tr(
                    "No territory crosses the border between two values of this field, such as the state: "
                    "each value is solved by itself, and its territories get their parts of it. Where the "
                    "number is given, each gets as many as suit it; of reps, those who live there."
                ),
                "INPUT",
                advanced=True,
            ),
            *parameters.search(),
            parameters.explained(
                QgsProcessingParameterString("FIELD_NAME", tr("New territory field"), "territory"),
                tr("Name of the field with the territories in the output."),
            ),
            parameters.sink(
                "OUTPUT",
                tr("Units with territories"),
                tr("The units with all their fields and the territory, coloured by territory."),
                QgsProcessing.SourceType.TypeVectorAnyGeometry,
            ),
            parameters.sink(
                "BOUNDARIES",
                tr("Territory boundaries"),
                tr("One polygon for each territory, with the statistics."),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                by_default=False,
            ),
            parameters.statistics_sink(),
        )
        for name, text in (
            ("COUNT", tr("Number of territories")),
            ("MAX_DEVIATION", tr("Largest deviation (%)")),
            ("UNASSIGNED", tr("Unassigned units")),
            ("PIECES", tr("Pieces beyond one per territory")),
            ("OBJECTIVE", tr("Moment of inertia")),
            ("LOWER_BOUND", tr("Proven lower bound of the moment of inertia")),
            ("GAP", tr("Distance to that bound (%)")),
        ):
            self.addOutput(parameters.number(name, text))
        for output in parameters.verdict():
            self.addOutput(output)

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = inputs.check_balance(self, given, context) or self._contradiction(given, context)
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def _contradiction(self, given, context) -> str:
        """Parameters that need one another."""
        method = self.parameterAsEnum(given, "METHOD", context)
        if method == GIVEN_NUMBER and not given.get("NUMBER") and not given.get("TERRITORIES"):
            return tr("Give the number of territories, or a layer with territories or reps.")
        if method == ONE_PER_REP and not given.get("TERRITORIES"):
            return tr("Choose the layer with the territories or reps.")
        measures = self.fields_of(given, "MEASURES", context)
        try:
            limits = self._limits(given, context, measures)
        except ValueError as error:
            return str(error)
        if method in (FEWEST, MOST) and given.get("TERRITORIES"):
            return tr("Where the number is to be found, leave the layer of territories out.")
        if method == FEWEST and not limits.any_maximum:
            return tr("The fewest territories within limits need a maximum for at least one measure.")
        if method == MOST and not limits.any_minimum:
            return tr("The most territories within limits need a minimum for at least one measure.")
        locks = given.get("LOCKED_FIELD") or given.get("LOCKED_TERRITORY_FIELD")
        if locks and not given.get("TERRITORY_FIELD"):
            return tr("Locks need the current territory field.")
        if given.get("LOCKED_TERRITORY_FIELD") and not given.get("TERRITORIES"):
            return tr("Locked territories need the layer with the territories.")
        if problems.check_bridges(given):
            return problems.check_bridges(given)
        if not self.parameterAsString(given, "FIELD_NAME", context).strip():
            return tr("Name the new territory field.")
        return ""

    def _limits(self, given, context, measures: list[str]) -> Limits:
        cells = self.parameterAsMatrix(given, "LIMITS", context) if given.get("LIMITS") else []
        return parse_limits(cells, measures)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.statistics import balance, statistics

        inside = self.field_of(given, "WITHIN", context)
        found = problems.read_map(self, given, context, feedback, extra=[inside] if inside else ())
        problem, solution, reasons = self._solve(given, context, feedback, found)
        alignment = problems.alignment_of(found, solution.labels, problem.targets)
        whole = balance(alignment, problem.targets)
        problems.count_unplaced(found, solution, whole.max_deviation)
        message = problems.tell(solution, feedback, reasons)
        results = {
            "COUNT": problem.k,
            "MAX_DEVIATION": outputs.number(whole.max_deviation),
            "UNASSIGNED": whole.unassigned,
            "PIECES": whole.extra_pieces,
            "OBJECTIVE": outputs.number(solution.objective),
            "LOWER_BOUND": outputs.number(solution.lower_bound),
            "GAP": outputs.number(solution.gap),
            "FEASIBLE": solution.feasible,
            "MESSAGE": message,
        }
        reps = found.table.reps if found.table is not None else {}
        table = statistics(alignment, problem.targets, reps)
        return {**results, **self._write(given, context, feedback, found, alignment, table)}

    def _solve(self, given, context, feedback, found: problems.Map) -> tuple[Problem, Solution, list[str]]:
        """Ask the solver, for the number that is wanted or for the best number within the limits.

        Returns the problem, its solution, and what was known before to stand in the way.
        """
        from ..core.solve.build import build
        from ..core.solve.choose_number import choose_number

        def problem_of(number: int) -> Problem:
            targets = self._targets(given, context, found, number)
            current = None
            if found.layer.labels is not None:
                current = problems.current_labels(found.layer, targets.territories)
            return problems.problem_of(self, given, context, found, targets, current=current)

        how = {
            "seed": self.parameterAsInt(given, "SEED", context),
            "time_limit": self.parameterAsDouble(given, "TIME_LIMIT", context),
            "progress": problems.listener(feedback, 15, 85),
            "cancelled": feedback.isCanceled,
        }
        method = self.parameterAsEnum(given, "METHOD", context)
        areas = within.areas_of(self, given, context, feedback, found)
        if areas is not None:
            return (*self._solve_inside(given, context, feedback, found, areas, how), [])
        if method in (FEWEST, MOST):
            choice = choose_number(problem_of, build, fewest=method == FEWEST, **how)
            if choice.solution is None:
                raise QgsProcessingException(choice.message)
            choice.solution.message = choice.message
            return problem_of(choice.number), choice.solution, []
        if method == GIVEN_NUMBER and given.get("NUMBER"):
            number = self.parameterAsInt(given, "NUMBER", context)
        else:
            number = len(found.table.names)
        problem = problem_of(number)
        reasons = problems.announce(problem, feedback)
        feedback.setProgressText(tr("Building {count} territories").format(count=number))
        return problem, build(problem, **how), reasons

    def _solve_inside(
        self, given, context, feedback, found: problems.Map, areas: Areas, how: dict[str, Any]
    ) -> tuple[Problem, Solution]:
        """Ask the solver for the territories of each area by themselves."""
        from ..core.targets import Targets

        def problem_with(targets: Targets) -> Problem:
            current = None
            if found.layer.labels is not None:
                current = problems.current_labels(found.layer, targets.territories)
            return problems.problem_of(self, given, context, found, targets, current=current)

        method = self.parameterAsEnum(given, "METHOD", context)
        options = {
            **found.settings.of_targets,
            **self._limits(given, context, found.settings.measures).of_targets,
        }
        feedback.setProgressText(tr("Building in {count} areas").format(count=len(areas.names)))
        if method in (FEWEST, MOST):
            if self.field_of(given, "LOCKED_FIELD", context):
                raise QgsProcessingException(tr("Locks inside areas need the number of territories."))
            return within.choose_inside(
                problem_with,
                lambda number: Targets.equal(number, **options),
                areas,
                fewest=method == FEWEST,
                **how,
            )
        if found.table is not None:
            areas = within.rep_areas(areas, found)
            targets = self._targets(given, context, found, len(found.table.names))
        else:
            number = self.parameterAsInt(given, "NUMBER", context)
            kept = self._kept(given, context, found)
            areas, names = within.given_number(areas, found, number, kept)
            targets = Targets.equal(number, names=names, **options)
        return within.build_inside(problem_with(targets), areas, how)

    def _targets(self, given, context, found: problems.Map, number: int) -> Targets:
        """How the territories are called and what each should get."""
        from ..core.targets import Targets

        limits = self._limits(given, context, found.settings.measures)
        options = {**found.settings.of_targets, **limits.of_targets}
        if found.table is None:
            return Targets.equal(number, names=self._codes(given, context, found, number), **options)
        names = found.table.names
        if number != len(names):
            raise QgsProcessingException(
                tr(
                    "{number} territories are wanted, but the layer of territories has {rows} rows. Choose "
                    "“One for each territory or rep”, or leave the layer out."
                ).format(number=number, rows=len(names))
            )
        if found.table.capacities is None:
            return Targets.equal(number, names=names, **options)
        return Targets.by_capacity(names, found.table.capacities, **options)

    def _codes(self, given, context, found: problems.Map, number: int) -> list[str] | None:
        """Names of generated territories: those with locked units keep theirs, the others get codes."""
        from ..core.targets import territory_codes

        if not self.field_of(given, "LOCKED_FIELD", context):
            return None
        kept = self._kept(given, context, found)
        if len(kept) > number:
            raise QgsProcessingException(
                tr(
                    "{locked} territories have locked units, but only {number} territories are wanted."
                ).format(locked=len(kept), number=number)
            )
        fresh = [code for code in territory_codes(number + len(kept)) if code not in kept]
        return sorted(kept + fresh[: number - len(kept)])

    def _kept(self, given, context, found: problems.Map) -> list[str]:
        """Territories that have locked units."""
        from ..layers.flags import flags

        locked_field = self.field_of(given, "LOCKED_FIELD", context)
        if not locked_field:
            return []
        layer = found.layer
        locked = flags(layer.extra[locked_field], layer.units.names, locked_field) & (layer.labels >= 0)
        return [layer.territories[label] for label in sorted(set(layer.labels[locked].tolist()))]

    def _write(self, given, context, feedback, found, alignment, table) -> dict[str, str]:
        from ..layers.styling import territory_colors

        feedback.setProgressText(tr("Writing"))
        colors = territory_colors(alignment.territories, alignment.labels, found.whole)
        field = self.parameterAsString(given, "FIELD_NAME", context).strip()
        names = territories_by_fid(found, alignment.labels, alignment.territories)
        written = {
            "OUTPUT": outputs.copy_units(
                self, given, context, Stage(feedback, 85, 95), found.source, {field: ("text", names)}
            )
        }
        outputs.TerritoryStyle.attach(context, written["OUTPUT"], field, colors)
        if outputs.wanted(given, "BOUNDARIES"):
            written["BOUNDARIES"] = write_boundaries(
                self,
                given,
                context,
                feedback,
                found.source,
                found.layer,
                alignment.labels,
                table,
                colors,
                name="BOUNDARIES",
            )
        if outputs.wanted(given, "STATISTICS"):
            written["STATISTICS"] = outputs.write_statistics(self, given, context, table)
        return written


def territories_by_fid(found: problems.Map, labels: np.ndarray, territories: list[str]) -> dict[int, str]:
    """Feature id → territory, of the units that have one."""
    return {
        fid: territories[label]
        for fid, label in zip(found.layer.units.ids.tolist(), labels.tolist())
        if label >= 0
    }
