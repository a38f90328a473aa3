"""What calculate workload asks for: accounts and their calls, segments, trips."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessing, QgsProcessingParameterFile, QgsProcessingParameterNumber

from ..translate import tr
from . import parameters


def work() -> list[Any]:
    """Accounts, their calls and how long these take."""
    field, number = parameters.field, QgsProcessingParameterNumber
    return [
        parameters.layer(
            "ACCOUNTS",
            tr("Accounts"),
            tr("Points, or polygons with calls. Default: the units."),
            [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        field(
            "CALLS_FIELD",
            tr("Calls per year"),
            tr("Field of the accounts; of a unit, all its calls together. Empty: that of its segment."),
            "ACCOUNTS",
            kind=parameters.NUMERIC,
        ),
        field(
            "MINUTES_FIELD",
            tr("Minutes per call"),
            tr("Field of the accounts. Empty: that of its segment."),
            "ACCOUNTS",
            kind=parameters.NUMERIC,
        ),
        parameters.explained(
            number("DEFAULT_CALLS", tr("Calls per year of all"), parameters.DOUBLE, 12.0, minValue=0.0),
            tr("Where neither a field nor a table of segments says how many."),
        ),
        parameters.explained(
            number("DEFAULT_MINUTES", tr("Minutes of all"), parameters.DOUBLE, 60.0, minValue=0.0),
            tr("Where neither a field nor a table of segments says how long."),
        ),
        field(
            "ACCOUNTS_FIELD",
            tr("Number of accounts"),
            tr("Field with the number of accounts, where the accounts are given by unit. Default: 1."),
            "ACCOUNTS",
            kind=parameters.NUMERIC,
            advanced=True,
        ),
        field(
            "ACCOUNT_TERRITORY_FIELD",
            tr("Territory of the account"),
            tr("Field of the accounts, where they have territories of their own."),
            "ACCOUNTS",
        ),
    ]


def segments() -> list[Any]:
    """The table of segments and its fields."""
    field = parameters.field
    return [
        field("SEGMENT_FIELD", tr("Segment"), tr("Field of the accounts."), "ACCOUNTS"),
        parameters.layer(
            "SEGMENTS",
            tr("Segments"),
            tr("A table with calls per year and minutes per call for each segment."),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
        ),
        field(
            "SEGMENT_NAME_FIELD",
            tr("Name of the segment"),
            tr("Field of that table. Default: “segment”."),
            "SEGMENTS",
            advanced=True,
        ),
        field(
            "SEGMENT_CALLS_FIELD",
            tr("Calls of the segment"),
            tr("Field of that table: calls per year. Default: “calls”."),
            "SEGMENTS",
            advanced=True,
        ),
        field(
            "SEGMENT_MINUTES_FIELD",
            tr("Minutes of the segment"),
            tr("Field of that table: minutes per call. Default: “minutes”."),
            "SEGMENTS",
            advanced=True,
        ),
    ]


def where() -> list[Any]:
    """The map with the territories."""
    return [
        parameters.layer(
            "INPUT",
            tr("Units"),
            tr("Polygons with territories, in which the accounts lie. Without: see the accounts."),
            [QgsProcessing.SourceType.TypeVectorPolygon, QgsProcessing.SourceType.TypeVectorPoint],
            optional=True,
        ),
        parameters.field(
            "TERRITORY_FIELD",
            tr("Territory field"),
            tr("Field of the units. Without any territories, the nearest home serves an account."),
            "INPUT",
        ),
    ]


def trips() -> list[Any]:
    """How trips are made."""

    def number(name: str, title: str, value: float | None, text: str, **limits: Any) -> Any:
        definition = QgsProcessingParameterNumber(
            name, title, parameters.DOUBLE, value, optional=value is None, **limits
        )
        return parameters.explained(definition, text, advanced=name not in ("STOPS_PER_DAY",))

    return [
        number(
            "STOPS_PER_DAY",
            tr("Calls on a day"),
            6.0,
            tr("How many calls a rep makes on a day."),
            minValue=1,
        ),
        number(
            "TRIPS_PER_DAY",
            tr("Trips on a day"),
            1.0,
            tr("How often a rep leaves home on a day. Stops a trip = calls on a day / trips on a day."),
            minValue=0.1,
        ),
        number(
            "OVERNIGHT_KM",
            tr("Overnight beyond (km)"),
            None,
            tr("Accounts farther from home by road are visited on trips with nights away. Empty: never."),
            minValue=0,
        ),
        number(
            "DAYS_AWAY",
            tr("Days away"),
            3.0,
            tr("How long such a trip is: its stops are those of so many days."),
            minValue=1,
        ),
    ]


def travel_times() -> list[Any]:
    """A table of travel times."""
    return [
        parameters.explained(
            QgsProcessingParameterFile("MATRIX", tr("Travel times"), extension="csv", optional=True),
            tr(
                "A CSV of origin, destination and minutes from a routing service, used wherever it has "
                "the pair. Origins and destinations are account ids, territories or reps."
            ),
            advanced=True,
        ),
        parameters.field(
            "ID_FIELD",
            tr("Account id"),
            tr("Field of the accounts with the ids of the travel times."),
            "ACCOUNTS",
            advanced=True,
        ),
    ]


def sinks() -> list[Any]:
    """What is written."""
    return [
        parameters.sink(
            "OUTPUT",
            tr("Workload"),
            tr("The accounts with call_hours, travel_hours, workload_hours and home_minutes (one way)."),
            QgsProcessing.SourceType.TypeVectorAnyGeometry,
        ),
        parameters.sink(
            "STATISTICS",
            tr("Workload by territory"),
            tr("For each territory: accounts, calls, hours, trips, nights, capacity and utilisation."),
            QgsProcessing.SourceType.TypeVector,
            optional=True,
        ),
    ]
