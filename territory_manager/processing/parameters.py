"""The parameters that algorithms share: the same name, kind, default and help wherever they appear."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..translate import tr

ANY_FIELD = QgsProcessingParameterField.DataType.Any
NUMERIC = QgsProcessingParameterField.DataType.Numeric
INTEGER = QgsProcessingParameterNumber.Type.Integer
DOUBLE = QgsProcessingParameterNumber.Type.Double


def explained(
    definition: QgsProcessingParameterDefinition, text: str, *, advanced: bool = False
) -> QgsProcessingParameterDefinition:
    """The parameter with its help."""
    definition.setHelp(text)
    if advanced:
        definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return definition


def field(
    name: str,
    description: str,
    text: str,
    parent: str,
    *,
    kind: Any = ANY_FIELD,
    optional: bool = True,
    several: bool = False,
    advanced: bool = False,
) -> QgsProcessingParameterDefinition:
    """A field of the layer in parameter *parent*."""
    definition = QgsProcessingParameterField(
        name,
        description,
        parentLayerParameterName=parent,
        type=kind,
        allowMultiple=several,
        optional=optional,
    )
    return explained(definition, text, advanced=advanced)


def layer(
    name: str,
    description: str,
    text: str,
    kinds: list[Any],
    *,
    optional: bool = False,
    advanced: bool = False,
) -> QgsProcessingParameterDefinition:
    """A vector layer of some kinds."""
    definition = QgsProcessingParameterFeatureSource(name, description, kinds, optional=optional)
    return explained(definition, text, advanced=advanced)


def units() -> QgsProcessingParameterDefinition:
    return layer(
        "INPUT",
        tr("Units"),
        tr("The polygons or points that territories are made of: counties, postal codes, accounts."),
        [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorPoint],
    )


def territory_field(*, optional: bool = False) -> QgsProcessingParameterDefinition:
    return field(
        "TERRITORY_FIELD",
        tr("Territory field"),
        tr("The field that says to which territory a unit belongs. Empty is unassigned."),
        "INPUT",
        optional=optional,
    )


def current_territory_field() -> QgsProcessingParameterDefinition:
    return field(
        "TERRITORY_FIELD",
        tr("Current territory field"),
        tr("Today's territories, for units and territories that are locked."),
        "INPUT",
        advanced=True,
    )


def measures() -> list[QgsProcessingParameterDefinition]:
    """What to balance, and what matters more."""
    return [
        field(
            "MEASURES",
            tr("Measures to balance"),
            tr("Fields of numbers, such as potential, sales or workload. Without any, every unit counts 1."),
            "INPUT",
            kind=NUMERIC,
            several=True,
        ),
        explained(
            QgsProcessingParameterString("WEIGHTS", tr("Weights of the measures"), optional=True),
            tr(
                "One number for each measure, separated by commas: 2, 1 makes the first twice as important. "
                "Default: all the same."
            ),
        ),
    ]


def balance() -> list[QgsProcessingParameterDefinition]:
    """What to balance: measures, weights, index or each by itself, tolerance."""
    return [
        *measures(),
        explained(
            QgsProcessingParameterEnum(
                "BALANCE",
                tr("Balance"),
                [tr("The weighted index of all measures"), tr("Every measure by itself")],
                defaultValue=0,
            ),
            tr("The index is the weighted sum of the measures, each as a share of its total."),
        ),
        explained(
            QgsProcessingParameterNumber("TOLERANCE", tr("Tolerance (%)"), DOUBLE, 5.0, minValue=0.0),
            tr("How far a territory may be from its target, in % of the target."),
        ),
    ]


def territories(*, locks: bool = False) -> list[QgsProcessingParameterDefinition]:
    """The optional table of territories or reps and its fields."""
    definitions = [
        layer(
            "TERRITORIES",
            tr("Territories or reps"),
            tr("A table, or a layer of points (the reps' homes), with one row for each territory."),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
        ),
        field(
            "TERRITORY_NAME_FIELD",
            tr("Name of the territory or rep"),
            tr("Field of that table. Default: the field that reads like a name."),
            "TERRITORIES",
        ),
        field(
            "CAPACITY_FIELD",
            tr("Capacity"),
            tr(
                "Field of that table: relative size of the target; 2 gets twice as much as 1. "
                "Default: all the same."
            ),
            "TERRITORIES",
        ),
        field(
            "REP_FIELD",
            tr("Rep"),
            tr(
                "Field of that table: who serves the territory, for the statistics. "
                "Default: the name, where the layer has points."
            ),
            "TERRITORIES",
            advanced=True,
        ),
    ]
    if locks:
        definitions.append(
            field(
                "LOCKED_TERRITORY_FIELD",
                tr("Locked territory"),
                tr("Field of that table: true where a territory must keep exactly the units it has."),
                "TERRITORIES",
                advanced=True,
            )
        )
    return definitions


def contiguous() -> QgsProcessingParameterDefinition:
    return explained(
        QgsProcessingParameterBoolean("CONTIGUOUS", tr("Contiguous"), defaultValue=True),
        tr(
            "Every territory is in one piece. Islands are joined by the shortest bridges, which are reported."
        ),
    )


def shape() -> list[QgsProcessingParameterDefinition]:
    """Contiguity and compactness."""
    return [
        contiguous(),
        explained(
            QgsProcessingParameterNumber(
                "COMPACTNESS", tr("Compactness"), DOUBLE, 50.0, minValue=0, maxValue=100
            ),
            tr("0: balance only. 100: shape above all, within the tolerance."),
        ),
    ]


def constraints() -> list[QgsProcessingParameterDefinition]:
    """What must not change, must stay together or must not be crossed."""
    return [
        field(
            "LOCKED_FIELD",
            tr("Locked units"),
            tr("Field of the units: true where a unit must keep its current territory."),
            "INPUT",
            advanced=True,
        ),
        field(
            "KEEP_TOGETHER",
            tr("Keep together"),
            tr("Units with the same value in this field stay in one territory."),
            "INPUT",
            advanced=True,
        ),
        explained(
            QgsProcessingParameterNumber(
                "MAX_DISTANCE", tr("Maximum distance (metres)"), DOUBLE, None, optional=True, minValue=0.0
            ),
            tr("The farthest a unit may be from the centre of its territory or the home of its rep."),
            advanced=True,
        ),
        *neighbourhood(),
    ]


def neighbourhood() -> list[QgsProcessingParameterDefinition]:
    """Barriers and bridges."""
    return [
        layer(
            "BARRIERS",
            tr("Barriers"),
            tr("Lines or polygons, such as rivers or lakes, that no territory may cross."),
            [QgsProcessing.SourceType.TypeVectorLine, QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
            advanced=True,
        ),
        layer(
            "BRIDGES",
            tr("Bridges"),
            tr("A table of pairs of units that count as neighbours, such as the two ends of a ferry."),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
            advanced=True,
        ),
        field(
            "BRIDGE_FROM",
            tr("Bridge from"),
            tr("Field of that table: id of the one unit. Default: “from”."),
            "BRIDGES",
            advanced=True,
        ),
        field(
            "BRIDGE_TO",
            tr("Bridge to"),
            tr("Field of that table: id of the other unit. Default: “to”."),
            "BRIDGES",
            advanced=True,
        ),
        field(
            "ID_FIELD",
            tr("Unit id"),
            tr("Field of the units to which the ids of the bridges refer."),
            "INPUT",
            advanced=True,
        ),
    ]


def search() -> list[QgsProcessingParameterDefinition]:
    """Seed and time limit."""
    return [
        explained(
            QgsProcessingParameterNumber("SEED", tr("Seed"), INTEGER, 1, minValue=0),
            tr("Another seed gives another plan; the same seed gives the same plan again."),
            advanced=True,
        ),
        explained(
            QgsProcessingParameterNumber(
                "TIME_LIMIT", tr("Time limit (seconds)"), DOUBLE, 60.0, minValue=1.0
            ),
            tr("After this time the best plan found so far is taken."),
            advanced=True,
        ),
    ]


def sink(
    name: str, description: str, text: str, kind: Any, *, optional: bool = False, by_default: bool = True
) -> QgsProcessingParameterDefinition:
    """A layer or table that is written."""
    definition = QgsProcessingParameterFeatureSink(
        name, description, kind, optional=optional, createByDefault=by_default
    )
    return explained(definition, text)


def statistics_sink() -> QgsProcessingParameterDefinition:
    return sink(
        "STATISTICS",
        tr("Territory statistics"),
        tr("One row for each territory: units, totals, shares, deviations, area, compactness, pieces."),
        QgsProcessing.SourceType.TypeVector,
        optional=True,
    )


def number(name: str, description: str) -> QgsProcessingOutputNumber:
    return QgsProcessingOutputNumber(name, description)


def verdict() -> list[Any]:
    """The outputs by which a plan says how good it is."""
    return [
        QgsProcessingOutputBoolean("FEASIBLE", tr("All constraints kept")),
        QgsProcessingOutputString("MESSAGE", tr("What was reached, in words")),
    ]


def table_file() -> list[QgsProcessingParameterDefinition]:
    """How a table is written, where it is a file."""

    def text(name: str, description: str, help_: str) -> QgsProcessingParameterDefinition:
        return explained(QgsProcessingParameterString(name, description, optional=True), help_, advanced=True)

    return [
        text("ENCODING", tr("Encoding"), tr("Such as utf-8 or windows-1252. Default: found out.")),
        text(
            "SEPARATOR",
            tr("Columns separated by"),
            tr("comma, semicolon, tab, pipe or the character itself. Default: found out."),
        ),
        text("SHEET", tr("Sheet"), tr("Of a workbook. Default: the largest.")),
        explained(
            QgsProcessingParameterNumber(
                "HEADER_ROW",
                tr("Row with the names of the columns"),
                INTEGER,
                None,
                optional=True,
                minValue=0,
            ),
            tr("0 where there is none. Default: found out."),
            advanced=True,
        ),
    ]
