"""Levels in Processing: a table with a territory a row, and its region, country and so on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFillSymbol,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingParameterNumber,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)

from ..translate import tr
from . import inputs
from .base import TerritoryAlgorithm
from .parameters import DOUBLE, explained, field, layer

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.alignment import Alignment
    from ..core.targets import Targets
    from ..layers.levels import Level

#: How the territories themselves are called in the column ``level``.
BASE = "territory"
_THINNEST, _THICKER = 0.4, 0.4


@dataclass(frozen=True, eq=False)
class Rolled:
    """One level of an alignment.

    Attributes
    ----------
    name : of the level.
    groups : its groups, in the order of the labels.
    labels : (n,) group of each unit, -1 for none.
    table : its statistics; what is in no group is the last row, with a null name.
    """

    name: str
    groups: tuple[str, ...]
    labels: np.ndarray
    table: pd.DataFrame


def parameters() -> list[Any]:
    """The table of levels, and how it is read."""
    return [
        layer(
            "LEVELS",
            tr("Levels"),
            tr("A table with a territory a row, and its region, country and so on in further fields."),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
            advanced=True,
        ),
        field(
            "LEVELS_TERRITORY_FIELD",
            tr("Territory in the table of levels"),
            tr("Field of that table with the names of the territories. Default: the one with most of them."),
            "LEVELS",
            advanced=True,
        ),
        field(
            "LEVEL_FIELDS",
            tr("Levels, the lowest first"),
            tr("Fields of that table. Default: all others that hold text, from left to right."),
            "LEVELS",
            several=True,
            advanced=True,
        ),
        explained(
            QgsProcessingParameterNumber(
                "LEVEL_TOLERANCE",
                tr("Tolerance of the levels (%)"),
                DOUBLE,
                None,
                optional=True,
                minValue=0.0,
            ),
            tr("How far a region may be from its target. Default: the tolerance of the territories."),
            advanced=True,
        ),
    ]


def read_levels(
    algorithm: TerritoryAlgorithm,
    given: dict[str, Any],
    context: QgsProcessingContext,
    feedback,
    territories: Sequence[str],
) -> list[Level]:
    """The levels in LEVELS, none where it is not given; rows that cannot be followed are reported."""
    from ..layers.fields import is_text
    from ..layers.levels import levels_from_table
    from ..layers.nulls import text_or_none

    if not given.get("LEVELS"):
        return []
    source = inputs.source_of(algorithm, given, "LEVELS", context)
    features = [feature.attributes() for feature in source.getFeatures()]
    columns = source.fields().names()
    own = algorithm.field_of(given, "LEVELS_TERRITORY_FIELD", context)
    if not own:
        known = set(territories)
        hits = [sum(text_or_none(row[place]) in known for row in features) for place in range(len(columns))]
        own = columns[hits.index(max(hits))] if hits and max(hits) else ""
    wanted = algorithm.fields_of(given, "LEVEL_FIELDS", context)
    wanted = wanted or [
        column.name() for column in source.fields() if is_text(column) and column.name() != own
    ]
    if not own or not wanted:
        raise QgsProcessingException(
            tr(
                "“{layer}” is no table of levels: it needs a field with the names of the territories, and "
                "one for each level."
            ).format(layer=source.sourceName())
        )
    places = [columns.index(name) for name in (own, *wanted)]
    levels, words = levels_from_table(
        [[row[place] for place in places] for row in features], wanted, territories
    )
    for sentence in words:
        feedback.pushWarning(sentence)
    return levels


def roll_up(
    alignment: Alignment, targets: Targets, levels: Sequence[Level], tolerance: float | None
) -> list[Rolled]:
    """The statistics of every level.

    Parameters
    ----------
    tolerance : of the groups in %, None for that of the territories
    """
    from ..core.levels import ancestors, positions, rolled_up, rolled_up_targets
    from ..core.statistics import statistics

    found = []
    for number, level in enumerate(levels):
        chain = ancestors(alignment.territories, [below.parents for below in levels[: number + 1]])
        group = positions(chain, level.groups)
        ledger = rolled_up(alignment, group, level.groups)
        wanted = rolled_up_targets(
            targets,
            alignment.territories,
            group,
            level.groups,
            None if tolerance is None else tolerance / 100.0,
        )
        found.append(Rolled(level.name, level.groups, ledger.labels, statistics(ledger, wanted)))
    return found


def tolerance_of(algorithm: TerritoryAlgorithm, given: dict[str, Any], context) -> float | None:
    """LEVEL_TOLERANCE, None where it is not given."""
    if given.get("LEVEL_TOLERANCE") in (None, ""):
        return None
    return algorithm.parameterAsDouble(given, "LEVEL_TOLERANCE", context)


def with_level(table: pd.DataFrame, name: str, number: int) -> pd.DataFrame:
    """The table with its level: the name, and its number, 0 for the territories."""
    return table.assign(level=name, level_number=number)


def together(table: pd.DataFrame, rolled: Sequence[Rolled]) -> pd.DataFrame:
    """One table of the territories and of all levels above them."""
    import pandas as pd

    tables = [with_level(table, BASE, 0)]
    tables += [with_level(level.table, level.name, number) for number, level in enumerate(rolled, start=1)]
    # object columns: a table whose unassigned row is all that is empty must not change what the others are
    joined = pd.concat([one.astype(object) for one in tables], ignore_index=True)
    return joined.where(joined.notna(), None)


class LevelStyle(QgsProcessingLayerPostProcessorInterface):
    """Territories in their colours, and over them the borders of the levels, the higher the thicker."""

    _waiting: dict[str, LevelStyle] = {}  # noqa: RUF012 - shared on purpose

    def __init__(self, colors: dict[str, str], levels: int) -> None:
        super().__init__()
        self._colors, self._levels = dict(colors), levels

    def postProcessLayer(self, shown, context, feedback) -> None:
        if isinstance(shown, QgsVectorLayer):
            root = QgsRuleBasedRenderer.Rule(None)
            for name, color in self._colors.items():
                symbol = QgsFillSymbol.createSimple({"color": color, "outline_color": "#ffffff"})
                text = name.replace("'", "''")
                filtered = f'"level_number" = 0 AND "territory" = \'{text}\''
                root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=filtered, label=name))
            for number in range(1, self._levels + 1):
                width = f"{_THINNEST + _THICKER * number:g}"
                symbol = QgsFillSymbol.createSimple(
                    {"style": "no", "outline_color": "#1a1a1a", "outline_width": width}
                )
                filtered = f'"level_number" = {number}'
                root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=filtered))
            shown.setRenderer(QgsRuleBasedRenderer(root))
        for key in [key for key, style in self._waiting.items() if style is self]:
            del self._waiting[key]

    @classmethod
    def attach(
        cls, context: QgsProcessingContext, destination: str, colors: dict[str, str], levels: int
    ) -> None:
        """Have the layer at *destination* styled, if it is going to be loaded at all."""
        if context.willLoadLayerOnCompletion(destination):
            style = cls(colors, levels)
            cls._waiting[destination] = style
            context.layerToLoadOnCompletionDetails(destination).setPostProcessor(style)
