"""A layer of roads in the analyses: its parameters, and travel times on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterNumber, QgsProcessingParameterString

from ..translate import tr
from . import inputs
from .base import Stage, TerritoryAlgorithm
from .parameters import DOUBLE, explained, field, layer

if TYPE_CHECKING:
    import numpy as np

    from ..core.workload import KnownTimes, TravelModel
    from ..layers.reading import LayerUnits

_SHOWN = 5


@dataclass
class HomeTimes:
    """Minutes by road.

    Attributes
    ----------
    minutes : (n, k) between each unit and each home, NaN where there is no way.
    known : the same for the unit's own territory, with the ways between neighbours; None where no
        territories were given.
    """

    minutes: np.ndarray
    known: KnownTimes | None


def road_layer() -> list[Any]:
    """The roads and what their fields mean."""

    def text(name: str, title: str, words: str) -> Any:
        return explained(QgsProcessingParameterString(name, title, optional=True), words, advanced=True)

    return [
        layer(
            "ROADS",
            tr("Roads"),
            tr(
                "Lines of a road network. Travel then follows the roads (Dijkstra's shortest paths on QGIS's "
                "own network); what they do not reach is estimated. Empty: all of it is estimated."
            ),
            [QgsProcessing.SourceType.TypeVectorLine],
            optional=True,
        ),
        field(
            "ROAD_SPEED_FIELD",
            tr("Speed on the road"),
            tr("Field of the roads: km/h, or a text such as “30 mph”. Empty: the speed of all."),
            "ROADS",
        ),
        field(
            "ROAD_DIRECTION_FIELD",
            tr("Direction of the road"),
            tr("Field of the roads: which way they may be driven. Empty: both."),
            "ROADS",
            advanced=True,
        ),
        text(
            "ROAD_FORWARD",
            tr("Forward only"),
            tr("What that field says for it, separated by commas. Default: F, FT, yes, 1 and the like."),
        ),
        text(
            "ROAD_BACKWARD",
            tr("Backward only"),
            tr("What that field says for it, separated by commas. Default: T, TF, -1 and the like."),
        ),
        explained(
            QgsProcessingParameterNumber("ROAD_GAP", tr("Gap (metres)"), DOUBLE, 0.0, minValue=0.0),
            tr("Ends of roads that are so near to each other are joined."),
            advanced=True,
        ),
        explained(
            QgsProcessingParameterNumber(
                "ROAD_ACCESS", tr("Farthest from a road (km)"), DOUBLE, 10.0, minValue=0.0
            ),
            tr("Places farther from every road are not reached by it. The way to it counts as estimated."),
            advanced=True,
        ),
    ]


def by_road(
    algorithm: TerritoryAlgorithm,
    given: dict[str, Any],
    context,
    feedback,
    layer: LayerUnits,
    homes: np.ndarray,
    territory: np.ndarray | None,
    model: TravelModel,
) -> HomeTimes | None:
    """Minutes by road from homes to units, and between units that may follow each other; None without roads.

    Parameters
    ----------
    homes : (k, 2) m in the CRS of the units, NaN rows where there is none
    territory : (n,) whose home counts for a unit, -1 for none; None where only the homes matter
    model : for what the roads do not reach
    """
    import numpy as np

    from ..core import road_network as core
    from ..core.workload import KnownTimes
    from ..layers.road_graph import home_minutes, read_roads

    if not given.get("ROADS"):
        return None
    feedback.setProgressText(tr("Reading roads"))
    source = inputs.source_of(algorithm, given, "ROADS", context)
    roads = read_roads(
        source,
        layer.crs,
        speed=model.speed,
        speed_field=algorithm.field_of(given, "ROAD_SPEED_FIELD", context),
        direction_field=algorithm.field_of(given, "ROAD_DIRECTION_FIELD", context),
        forward=algorithm.parameterAsString(given, "ROAD_FORWARD", context),
        backward=algorithm.parameterAsString(given, "ROAD_BACKWARD", context),
        gap=algorithm.parameterAsDouble(given, "ROAD_GAP", context),
        transform_context=context.transformContext(),
        feedback=Stage(feedback, 25, 35),
    )
    _tell_roads(source, roads, feedback)
    units = layer.units
    n, k = units.n, len(homes)
    farthest = 1000.0 * algorithm.parameterAsDouble(given, "ROAD_ACCESS", context)
    places = np.vstack([units.xy, homes]) if k else units.xy
    joined = core.join(roads.network, places, model.minutes_per_metre, farthest)
    one_way = roads.network.one_way()
    feedback.setProgressText(tr("Travelling from homes"))
    minutes = home_minutes(roads, joined, range(n, n + k), one_way, Stage(feedback, 35, 50))[:, :n].T
    known = None
    if territory is not None:
        own = np.full(n, np.nan)
        served = np.flatnonzero(territory >= 0)
        own[served] = minutes[served, territory[served]]
        feedback.setProgressText(tr("Travelling between accounts"))
        pairs = core.neighbours(units.xy, territory)
        straight = np.hypot(*(units.xy[pairs[:, 0]] - units.xy[pairs[:, 1]]).T)
        between = core.minutes_between(
            joined,
            pairs,
            straight * model.minutes_per_metre,
            both_ways=one_way,
            progress=Stage(feedback, 50, 65).setProgress,
            cancelled=feedback.isCanceled,
        )
        reached = np.isfinite(between)
        pace = core.local_pace(units.xy, territory, pairs, between, model.minutes_per_metre)
        known = KnownTimes(own, pairs[reached], between[reached], pace)
        _tell_reach(layer, joined.away[:n], own, territory, known, model, feedback)
    return HomeTimes(minutes, known)


def _tell_roads(source, roads, feedback) -> None:
    name = source.sourceName()
    if roads.slow:
        examples = (
            tr(" (such as “{text}”)").format(text="”, “".join(roads.unread[:3])) if roads.unread else ""
        )
        feedback.pushWarning(
            tr(
                "Roads of “{layer}” without a usable speed: {count} of {all}{examples}. They get the "
                "usual one."
            ).format(layer=name, count=roads.slow, all=roads.roads, examples=examples)
        )
    if roads.unclear:
        feedback.pushWarning(
            tr("Directions of “{layer}” that mean nothing here: {values}. Such roads go both ways.").format(
                layer=name, values=", ".join(roads.unclear[:10])
            )
        )
    if roads.lost:
        feedback.pushWarning(
            tr("Roads of “{layer}” whose coordinates do not fit: features {ids}.").format(
                layer=name, ids=", ".join(map(str, roads.lost[:20]))
            )
        )


def _tell_reach(layer: LayerUnits, away, own, territory, known: KnownTimes, model, feedback) -> None:
    import numpy as np

    names, ids = layer.units.names, layer.units.ids
    placed = np.isfinite(layer.units.xy).all(axis=1)
    lost = np.flatnonzero(placed & (territory >= 0) & np.isnan(own))
    feedback.pushInfo(
        tr(
            "By road: {homes} of {count} ways home and {pairs} ways between neighbours. A straight kilometre "
            "takes {minutes} minutes by road here; the estimate has {estimate}."
        ).format(
            homes=int(np.isfinite(own).sum()),
            count=int((territory >= 0).sum()),
            pairs=len(known.pairs),
            minutes=f"{1000.0 * float(np.median(known.pace)):.2f}",
            estimate=f"{1000.0 * model.minutes_per_metre:.2f}",
        )
    )
    if len(lost):
        shown = [f"{names[row]}, {ids[row]}" for row in lost[:_SHOWN].tolist()]
        feedback.pushWarning(
            tr("No way by road from home, so it is estimated: {count} ({names}).").format(
                count=len(lost), names="; ".join(shown) + ("; …" if len(lost) > _SHOWN else "")
            )
        )
