"""From Processing's parameters to what the core works on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureSource, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from ..translate import tr
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..core.adjacency import Adjacency
    from ..core.alignment import Alignment
    from ..core.checks import Finding
    from ..core.targets import Targets
    from ..layers.reading import LayerUnits
    from ..layers.table_files import TableOptions
    from ..layers.territories import TerritoryTable

_SHOWN = 5
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}


@dataclass
class BalanceSettings:
    """What to balance: fields, weights (None for equal ones), each by itself or the index, tolerance (%)."""

    measures: list[str]
    weights: list[float] | None
    each_measure: bool
    tolerance: float

    @property
    def of_targets(self) -> dict[str, Any]:
        """The settings as :class:`core.targets.Targets` takes them."""
        return {
            "tolerance": self.tolerance / 100.0,
            "weights": self.weights,
            "each_measure": self.each_measure,
        }


def parse_weights(text: str, measures: Sequence[str]) -> list[float] | None:
    """Weights from a text such as "2, 1"; None where it is blank.

    Raises
    ------
    ValueError
        In words, when they are not numbers of 0 or more, one for each measure, and not all 0.
    """
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    if not parts:
        return None
    try:
        weights = [float(part) for part in parts]
    except ValueError:
        raise ValueError(
            tr("The weights “{text}” are not numbers separated by commas.").format(text=text)
        ) from None
    if len(weights) != len(measures):
        raise ValueError(
            tr(
                "There are {measures} measures but {weights} weights. Give one weight for each measure."
            ).format(measures=len(measures), weights=len(weights))
        )
    if not all(0 <= weight < float("inf") for weight in weights) or not any(weights):
        raise ValueError(tr("Weights must be 0 or more, and not all of them 0."))
    return weights


def measures_and_weights(
    algorithm: TerritoryAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> tuple[list[str], list[float] | None]:
    """The fields in MEASURES and their WEIGHTS."""
    measures = algorithm.fields_of(parameters, "MEASURES", context)
    return measures, parse_weights(algorithm.parameterAsString(parameters, "WEIGHTS", context), measures)


def balance_settings(
    algorithm: TerritoryAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> BalanceSettings:
    measures, weights = measures_and_weights(algorithm, parameters, context)
    return BalanceSettings(
        measures=measures,
        weights=weights,
        each_measure=algorithm.parameterAsEnum(parameters, "BALANCE", context) == 1,
        tolerance=algorithm.parameterAsDouble(parameters, "TOLERANCE", context),
    )


def check_balance(
    algorithm: TerritoryAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> str:
    """What is wrong with the settings of the balance, in words; empty when all is well."""
    try:
        balance_settings(algorithm, parameters, context)
    except ValueError as error:
        return str(error)
    return ""


def source_of(
    algorithm: TerritoryAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsFeatureSource:
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    return source


def read(
    algorithm: TerritoryAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    measures: Sequence[str],
    *,
    extra: Iterable[str | None] = (),
) -> tuple[QgsFeatureSource, LayerUnits]:
    """The units in INPUT with their TERRITORY_FIELD, if the algorithm has one; what is odd is reported."""
    from ..layers.reading import read_units

    source = source_of(algorithm, parameters, "INPUT", context)
    territory_field = None
    if algorithm.parameterDefinition("TERRITORY_FIELD") is not None:
        territory_field = algorithm.field_of(parameters, "TERRITORY_FIELD", context)
    feedback.setProgressText(tr("Reading “{layer}”").format(layer=source.sourceName()))
    layer = read_units(
        source,
        measures,
        territory_field=territory_field,
        extra_fields=[name for name in extra if name],
        transform_context=context.transformContext(),
        feedback=feedback,
    )
    if not len(layer.units):
        raise QgsProcessingException(
            tr("Layer “{layer}” has no features. Choose another layer, or another selection.").format(
                layer=source.sourceName()
            )
        )
    for warning in layer.warnings:
        feedback.pushWarning(warning)
    return source, layer


def report(
    layer: LayerUnits,
    feedback: QgsProcessingFeedback,
    *,
    fatal: Sequence[str] = (),
    as_they_are: Sequence[str | None] = (),
    things: str = "units",
    analysed: bool = False,
    missing: Mapping[str | None, str] | None = None,
) -> None:
    """Tell what is wrong with the units or accounts, feature by feature.

    Parameters
    ----------
    fatal : codes of findings that make a result meaningless when they are errors
    as_they_are : fields in which a negative value is no mistake, such as sales with returns
    things, missing : see `core.checks.check_units`
    analysed : the numbers are analysed; default they are balanced

    Raises
    ------
    QgsProcessingException
        For those.
    """
    from ..core.checks import ACCOUNTS, ERROR, check_units

    known = {name: means for name, means in (missing or {}).items() if name}
    checked = check_units(
        layer.units, overlaps=False, things=things, balanced=not analysed, missing=known
    )
    found = merged(layer, checked, things)
    returns = [one for one in found if one.code == "negative_value" and one.field in as_they_are]
    found = [one for one in found if one not in returns]
    for name in dict.fromkeys(one.field for one in returns):
        mine = [one for one in returns if one.field == name]
        shown = ", ".join(f"{one.unit_name}, {one.unit_id}" for one in mine[:_SHOWN])
        feedback.pushInfo(
            tr("Below 0 in field “{field}”, which counts as it is: {count} ({names}).").format(
                field=name, count=len(mine), names=shown + (" …" if len(mine) > _SHOWN else "")
            )
        )
    stopping = [finding for finding in found if finding.severity == ERROR and finding.code in fatal]
    kinds: dict[tuple[str, str, str | None], list[Finding]] = {}
    for finding in found:
        kinds.setdefault((finding.code, finding.severity, finding.field), []).append(finding)
    for group in kinds.values():
        for finding in group[:_SHOWN]:
            feedback.pushWarning(_sentence(finding))
        if len(group) > _SHOWN:
            ids = ", ".join(str(finding.unit_id) for finding in group[_SHOWN : _SHOWN + 200])
            text = tr("The same holds for {count} more units, features {ids}{more}.")
            if things == ACCOUNTS:
                text = tr("The same holds for {count} more accounts, features {ids}{more}.")
            feedback.pushWarning(
                text.format(
                    count=len(group) - _SHOWN, ids=ids, more="…" if len(group) > _SHOWN + 200 else ""
                )
            )
    if stopping:
        raise QgsProcessingException("\n".join(_sentence(finding) for finding in stopping[:_SHOWN]))


def merged(layer: LayerUnits, checked: Sequence[Finding], things: str = "units") -> list[Finding]:
    """What reading found and what a check found, without saying the same thing twice."""
    silent = _silent(layer, things)
    told = {(finding.code, finding.unit_id, finding.field) for finding in layer.findings}
    misplaced = {finding.unit_id for finding in layer.findings if finding.code == "invalid_geometry"}
    found = list(layer.findings)
    for finding in checked:
        again = (finding.code, finding.unit_id, finding.field) in told
        without_place = finding.code == "empty_geometry" and finding.unit_id in misplaced
        of_silent = finding.field is not None and finding.field in silent
        if not again and not without_place and not of_silent:
            found.append(finding)
    return [*found, *silent.values()]


def _silent(layer: LayerUnits, things: str) -> dict[str, Finding]:
    """Measures without a single value: one finding for each, instead of one for each unit."""
    import numpy as np

    from ..core.checks import ACCOUNTS, ERROR, Finding

    units = layer.units
    empty = np.isnan(units.measures).all(axis=0)
    detail = tr("Field “{field}” has a number in none of the {count} units. Choose another field.")
    if things == ACCOUNTS:
        detail = tr("Field “{field}” has a number in none of the {count} accounts. Choose another field.")
    return {
        name: Finding("no_value", ERROR, None, None, None, name, detail.format(field=name, count=units.n))
        for name, nothing in zip(units.measure_names, empty)
        if nothing
    }


def _sentence(finding: Finding) -> str:
    if finding.unit_id is None:
        return finding.detail
    name = "" if finding.unit_name and finding.unit_name in finding.detail else f"{finding.unit_name}: "
    field = "" if not finding.field or finding.field in finding.detail else f"{finding.field}: "
    return tr("{text} (feature {id})").format(text=f"{name}{field}{finding.detail}", id=finding.unit_id)


def table_options(
    algorithm: TerritoryAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> TableOptions:
    """How a file is to be read, from the parameters of `parameters.table_file`."""
    from ..layers.table_files import TableOptions

    separator = algorithm.parameterAsString(parameters, "SEPARATOR", context)
    given = parameters.get("HEADER_ROW")
    header = None if given in (None, "") else algorithm.parameterAsInt(parameters, "HEADER_ROW", context)
    return TableOptions(
        encoding=algorithm.parameterAsString(parameters, "ENCODING", context).strip() or None,
        separator=_SEPARATORS.get(separator.strip().lower(), separator[:1]) or None,
        sheet=algorithm.parameterAsString(parameters, "SHEET", context) or None,
        header_row=header,
    )


def territory_table(
    algorithm: TerritoryAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    layer: LayerUnits,
) -> TerritoryTable | None:
    """The table in TERRITORIES; None where it is not given."""
    from ..layers.territories import read_territories

    if not parameters.get("TERRITORIES"):
        return None
    source = source_of(algorithm, parameters, "TERRITORIES", context)
    locked = None
    if algorithm.parameterDefinition("LOCKED_TERRITORY_FIELD") is not None:
        locked = algorithm.field_of(parameters, "LOCKED_TERRITORY_FIELD", context)
    return read_territories(
        source,
        name_field=algorithm.field_of(parameters, "TERRITORY_NAME_FIELD", context),
        capacity_field=algorithm.field_of(parameters, "CAPACITY_FIELD", context),
        rep_field=algorithm.field_of(parameters, "REP_FIELD", context),
        locked_field=locked,
        metric=layer.crs,
        transform_context=context.transformContext(),
    )


def neighbours(layer: LayerUnits, feedback: QgsProcessingFeedback) -> Adjacency:
    """Who touches whom; the bridges that join islands are reported."""
    from ..core.adjacency import Adjacency

    feedback.setProgressText(tr("Finding neighbours"))
    adjacency = Adjacency.of(layer.units, cancelled=feedback.isCanceled)
    report_bridges(layer.units.names, adjacency.bridges, feedback)
    return adjacency


def report_bridges(names: np.ndarray, bridges: np.ndarray, feedback: QgsProcessingFeedback) -> None:
    if not len(bridges):
        return
    shown = ", ".join(f"{names[a]} – {names[b]}" for a, b in bridges[:20])
    feedback.pushInfo(
        tr("The map has parts that do not touch. Bridges that join them ({count}): {bridges}{more}").format(
            count=len(bridges), bridges=shown, more=" …" if len(bridges) > 20 else ""
        )
    )


def read_alignment(algorithm: TerritoryAlgorithm, given: dict[str, Any], context, feedback) -> tuple:
    """(source, layer, alignment, targets, reps) of the parameters, with everything odd reported."""
    settings = balance_settings(algorithm, given, context)
    source, layer = read(algorithm, given, context, Stage(feedback, 0, 30), settings.measures)
    report(layer, feedback)
    table = territory_table(algorithm, given, context, layer)
    adjacency = neighbours(layer, feedback)
    feedback.setProgress(60)
    return source, layer, *alignment_of(layer, adjacency, settings, table, feedback)


def alignment_of(
    layer: LayerUnits,
    adjacency: Adjacency,
    settings: BalanceSettings,
    table: TerritoryTable | None,
    feedback: QgsProcessingFeedback,
) -> tuple[Alignment, Targets, dict[str, str]]:
    """The alignment in TERRITORY_FIELD with its targets, and the rep of each territory.

    Territories of the table that have no units are there with none. A territory that is not in the table
    has no target; that is reported.
    """
    import numpy as np

    from ..core.alignment import Alignment
    from ..core.targets import Targets

    territories, labels = list(layer.territories), layer.labels
    if table is None:
        targets = Targets.equal(max(len(territories), 1), names=territories or None, **settings.of_targets)
        return Alignment(layer.units, adjacency, labels, territories, settings.weights), targets, {}
    known = set(table.names)
    unknown = [name for name in territories if name not in known]
    if unknown:
        feedback.pushWarning(
            tr(
                "These territories are not in the table of territories, so they have no target: {names}."
            ).format(names=", ".join(unknown))
        )
    names = [*table.names, *unknown]
    position = {name: number for number, name in enumerate(names)}
    lookup = np.array([*(position[name] for name in territories), -1], dtype=np.int32)
    capacities = np.ones(len(table.names)) if table.capacities is None else table.capacities
    targets = Targets.by_capacity(table.names, capacities, **settings.of_targets)
    return Alignment(layer.units, adjacency, lookup[labels], names, settings.weights), targets, table.reps
