"""The parameters of working time and travel that workload and coverage share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterNumber

from ..translate import tr
from .base import TerritoryAlgorithm
from .parameters import DOUBLE, explained, field, layer

if TYPE_CHECKING:
    import numpy as np

    from ..core.workload import TravelModel
    from .reps import Reps


def reps_with_hours() -> list[Any]:
    """The table of reps, their homes and hours."""
    return [
        layer(
            "TERRITORIES",
            tr("Territories or reps"),
            tr("A layer of points (the reps' homes) or a table, with one row for each territory."),
            [QgsProcessing.SourceType.TypeVector],
            optional=True,
        ),
        field(
            "TERRITORY_NAME_FIELD",
            tr("Name of the territory or rep"),
            tr("Field of that table, with the names that the territory field holds."),
            "TERRITORIES",
        ),
        field(
            "CAPACITY_FIELD",
            tr("Working hours of each rep"),
            tr("Field of that table: working hours per year. 0 is a vacancy. Default: working hours below."),
            "TERRITORIES",
        ),
        field(
            "REP_FIELD",
            tr("Rep"),
            tr("Field of that table: who serves the territory. Default: its name, where there are points."),
            "TERRITORIES",
            advanced=True,
        ),
        explained(
            QgsProcessingParameterNumber(
                "WORK_HOURS", tr("Working hours per year"), DOUBLE, 1600.0, minValue=0.0
            ),
            tr("Of a rep without hours of their own. 200 days of 8 hours are 1600."),
        ),
        explained(
            QgsProcessingParameterNumber(
                "SELLING_SHARE", tr("Selling share (%)"), DOUBLE, 75.0, minValue=0.0, maxValue=100.0
            ),
            tr(
                "How much of the working time is for calls and travel; the rest is for the office. "
                "Capacity = working hours × selling share."
            ),
        ),
    ]


def roads() -> list[Any]:
    """Speed and detour."""
    return [
        explained(
            QgsProcessingParameterNumber("SPEED", tr("Speed (km/h)"), DOUBLE, 60.0, minValue=1.0),
            tr("Mean speed on the way. Minutes = straight distance in km × detour factor / speed × 60."),
        ),
        explained(
            QgsProcessingParameterNumber("DETOUR", tr("Detour factor"), DOUBLE, 1.3, minValue=1.0),
            tr(
                "Road distance divided by straight distance: about 1.2 in the USA, 1.46 in Europe "
                "(Ballou, Rahardja and Sakai 2002)."
            ),
        ),
    ]


def hours_of(
    algorithm: TerritoryAlgorithm, given: dict[str, Any], context: Any, reps: Reps
) -> tuple[np.ndarray, float]:
    """(k,) capacity of each rep in hours, and that of a rep with the usual working hours."""
    import numpy as np

    from ..core.workload import capacity_hours

    usual = algorithm.parameterAsDouble(given, "WORK_HOURS", context)
    share = algorithm.parameterAsDouble(given, "SELLING_SHARE", context) / 100.0
    hours = reps.numbers.get("CAPACITY_FIELD", np.full(len(reps.names), np.nan))
    hours = np.where(np.isfinite(hours), hours, usual)
    return capacity_hours(hours, share), float(capacity_hours(usual, share))


def travel_model(algorithm: TerritoryAlgorithm, given: dict[str, Any], context: Any) -> TravelModel:
    """How reps travel, from the parameters of roads and trips."""
    from ..core.workload import TravelModel

    overnight = given.get("OVERNIGHT_KM")
    return TravelModel(
        speed=algorithm.parameterAsDouble(given, "SPEED", context),
        detour=algorithm.parameterAsDouble(given, "DETOUR", context),
        stops_per_day=algorithm.parameterAsDouble(given, "STOPS_PER_DAY", context),
        trips_per_day=algorithm.parameterAsDouble(given, "TRIPS_PER_DAY", context),
        overnight_km=None
        if overnight in (None, "")
        else algorithm.parameterAsDouble(given, "OVERNIGHT_KM", context),
        days_away=algorithm.parameterAsDouble(given, "DAYS_AWAY", context),
    )
