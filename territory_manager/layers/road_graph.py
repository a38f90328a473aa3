"""A layer of roads as QGIS's own network graph, and the minutes from homes to accounts on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qgis.analysis import (
    QgsGraph,
    QgsGraphAnalyzer,
    QgsGraphBuilder,
    QgsNetworkSpeedStrategy,
    QgsVectorLayerDirector,
)
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFeedback,
    QgsFields,
    QgsMemoryProviderUtils,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import Qt

from ..translate import tr
from . import fields
from .nulls import text_or_none
from .numbers import numbers

if TYPE_CHECKING:
    import numpy as np

    from ..core.road_network import Joined, RoadNetwork

_KMH = 1000.0 / 3600.0
_WITH_UNIT = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(mph|km/h|kmh|kph)\s*", re.IGNORECASE)
_KM_A_MILE = 1.609344
_ELLIPSOID = "EPSG:7030"
#: how layers of roads write directions, besides what the user names
FORWARD = ("f", "ft", "forward", "yes", "true", "1", "oneway")
BACKWARD = ("t", "tf", "backward", "reverse", "-1")
BOTH = ("b", "both", "no", "false", "0", "2", "twoway")
_ALONG, _AGAINST = "F", "B"


@dataclass
class RoadGraph:
    """Roads, every one with a speed and a direction.

    Attributes
    ----------
    graph : QGIS's own; costs in seconds.
    network : the same as arrays, in minutes.
    roads : number of them.
    slow : those without a usable speed, which got the usual one.
    unread : what stands in their speed field, each once.
    unclear : directions that mean nothing, each once; such roads go both ways.
    lost : feature ids of roads that have no place in the CRS.
    """

    graph: QgsGraph
    network: RoadNetwork
    roads: int = 0
    slow: int = 0
    unread: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)


def read_roads(
    source: QgsFeatureSource,
    crs: QgsCoordinateReferenceSystem,
    *,
    speed: float,
    speed_field: str | None = None,
    direction_field: str | None = None,
    forward: str = "",
    backward: str = "",
    gap: float = 0.0,
    transform_context: QgsCoordinateTransformContext | None = None,
    feedback: QgsFeedback | None = None,
) -> RoadGraph:
    """The network of a layer of lines.

    Parameters
    ----------
    crs : of the vertices, in m
    speed : km/h where the layer does not say
    speed_field : km/h, or a text such as "30 mph"
    direction_field : which way a road may be driven; empty is both
    forward, backward : the texts that say so, besides the usual ones
    gap : m; ends of roads that are so near to each other are joined

    Raises
    ------
    ValueError
        The layer has no lines, or a field is not there.
    InterruptedError
        When *feedback* is cancelled.
    """
    import numpy as np

    from ..core.road_network import RoadNetwork

    found = RoadGraph(QgsGraph(), RoadNetwork(np.empty((0, 2)), *(np.empty(0, dtype=int),) * 2, np.empty(0)))
    words = (_listed(forward, FORWARD), _listed(backward, BACKWARD))
    given = (speed_field, direction_field)
    tidy = _tidy(source, crs, given, words, speed, found, transform_context, feedback)
    director = QgsVectorLayerDirector(
        tidy, 1, _ALONG, _AGAINST, "", QgsVectorLayerDirector.Direction.DirectionBoth
    )
    director.addStrategy(QgsNetworkSpeedStrategy(0, speed, _KMH))
    builder = QgsGraphBuilder(crs, crs.isValid(), gap, _ELLIPSOID)
    _make(director, builder, feedback)
    _stop_if(feedback)
    found.graph = graph = builder.takeGraph() if hasattr(builder, "takeGraph") else builder.graph()
    points = [graph.vertex(number).point() for number in range(graph.vertexCount())]
    edges = [graph.edge(number) for number in range(graph.edgeCount())]
    found.network = RoadNetwork(
        np.array([(point.x(), point.y()) for point in points], dtype=float).reshape(-1, 2),
        np.array([edge.fromVertex() for edge in edges], dtype=np.int64),
        np.array([edge.toVertex() for edge in edges], dtype=np.int64),
        np.array([edge.cost(0) for edge in edges], dtype=float) / 60.0,
    )
    return found


def _make(director: QgsVectorLayerDirector, builder: QgsGraphBuilder, feedback: QgsFeedback | None) -> None:
    """Build the graph; its progress from 0 to 100 is that of *feedback*, which may be a part of something."""
    if feedback is None:
        director.makeGraph(builder, [])
        return
    own = QgsFeedback()
    own.progressChanged.connect(feedback.setProgress)
    # Cancel comes from another thread while this one builds.
    feedback.canceled.connect(own.cancel, Qt.ConnectionType.DirectConnection)
    try:
        _stop_if(feedback)
        director.makeGraph(builder, [], own)
    finally:
        feedback.canceled.disconnect(own.cancel)


def home_minutes(
    roads: RoadGraph, joined: Joined, homes: Sequence[int], both_ways: bool, feedback: QgsFeedback | None
) -> np.ndarray:
    """(k, p) minutes between homes and all places that are joined to the roads, NaN where there is no way.

    Parameters
    ----------
    homes : positions of the k homes among the places
    both_ways : take the mean of out and back; needed only where roads have a direction

    Raises
    ------
    InterruptedError
        When *feedback* is cancelled.
    """
    import numpy as np

    own, grown = roads.network, joined.network
    out = roads.graph
    for x, y in grown.xy[len(own.xy) :].tolist():
        out.addVertex(QgsPointXY(x, y))
    added = slice(len(own.minutes), None)
    _add_edges(out, grown.start[added], grown.end[added], grown.minutes[added])
    graphs = [out]
    if both_ways:
        back = QgsGraph()
        for x, y in grown.xy.tolist():
            back.addVertex(QgsPointXY(x, y))
        _add_edges(back, grown.end, grown.start, grown.minutes)
        graphs.append(back)
    usable = joined.vertex >= 0
    found = np.full((len(homes), len(joined.vertex)), np.nan)
    for row, home in enumerate(homes):
        _stop_if(feedback)
        if feedback is not None:
            feedback.setProgress(100.0 * row / len(homes))
        if not usable[home]:
            continue
        seconds = [
            np.array(QgsGraphAnalyzer.dijkstra(graph, int(joined.vertex[home]), 0)[1]) for graph in graphs
        ]
        minutes = np.mean([one[joined.vertex[usable]] for one in seconds], axis=0) / 60.0
        found[row, usable] = np.where(np.isfinite(minutes) & (minutes < 1e12), minutes, np.nan)
    return found


def _add_edges(graph: QgsGraph, start: np.ndarray, end: np.ndarray, minutes: np.ndarray) -> None:
    for one, two, cost in zip(start.tolist(), end.tolist(), (60.0 * minutes).tolist()):
        graph.addEdge(one, two, [cost])


def _tidy(
    source: QgsFeatureSource,
    crs: QgsCoordinateReferenceSystem,
    names: tuple[str | None, str | None],
    words: tuple[set[str], set[str]],
    usual: float,
    found: RoadGraph,
    context: QgsCoordinateTransformContext | None,
    feedback: QgsFeedback | None,
) -> QgsVectorLayer:
    """The roads in *crs* with a speed (km/h) and a direction that QGIS understands.

    Some versions of QGIS take a speed that is null for a road that cannot be driven; here every road has one.
    """
    if QgsWkbTypes.geometryType(source.wkbType()) != QgsWkbTypes.GeometryType.LineGeometry:
        raise ValueError(
            tr("Layer “{layer}” has no lines. Roads are lines.").format(layer=source.sourceName())
        )
    places = [_place(source, name) for name in names]
    columns = QgsFields()
    columns.append(fields.field("speed", "number"))
    columns.append(fields.field("direction", "text"))
    layer = QgsMemoryProviderUtils.createMemoryLayer("roads", columns, source.wkbType(), crs)
    transform = None
    if source.sourceCrs() != crs and source.sourceCrs().isValid() and crs.isValid():
        transform = QgsCoordinateTransform(
            source.sourceCrs(), crs, context or QgsCoordinateTransformContext()
        )
    kept: list[QgsFeature] = []
    values: tuple[list[Any], list[Any]] = ([], [])
    for row, feature in enumerate(_features(source, [place for place in places if place is not None])):
        if row % 500 == 0:
            _stop_if(feedback)
        shape = feature.geometry()
        if shape.isNull():
            continue
        if transform is not None:
            try:
                shape.transform(transform)
            except QgsCsException:
                found.lost.append(feature.id())
                continue
        road = QgsFeature(columns)
        road.setGeometry(shape)
        kept.append(road)
        for column, place in zip(values, places):
            column.append(None if place is None else feature.attributes()[place])
    found.roads = len(kept)
    if not kept:
        raise ValueError(tr("Layer “{layer}” has no roads.").format(layer=source.sourceName()))
    speeds, ways = _speeds(values[0], usual, found), _ways(values[1], words, found)
    if names[0] is None:
        found.slow = 0
    for road, speed, way in zip(kept, speeds, ways):
        road.setAttributes([speed, way])
    layer.dataProvider().addFeatures(kept)
    return layer


def _place(source: QgsFeatureSource, name: str | None) -> int | None:
    if not name:
        return None
    place = source.fields().lookupField(name)
    if place < 0:
        raise ValueError(
            tr("“{layer}” has no field “{field}”.").format(layer=source.sourceName(), field=name)
        )
    return place


def _features(source: QgsFeatureSource, places: list[int]):
    request = QgsFeatureRequest().setSubsetOfAttributes(places)
    if isinstance(source, QgsProcessingFeatureSource):
        return source.getFeatures(request, QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks)
    return source.getFeatures(request)


def _speeds(values: Sequence[Any], usual: float, found: RoadGraph) -> list[float]:
    """km/h, the usual speed where there is none above 0."""
    column, unread = numbers(values)
    for row, text in list(unread.items()):
        match = _WITH_UNIT.fullmatch(text)
        if match:
            number = float(match.group(1).replace(",", "."))
            column[row] = number * (_KM_A_MILE if match.group(2).casefold() == "mph" else 1.0)
            del unread[row]
    usable = column > 0
    found.slow = int((~usable).sum())
    found.unread = sorted(set(unread.values()))
    return [speed if good else usual for speed, good in zip(column.tolist(), usable.tolist())]


def _ways(values: Sequence[Any], words: tuple[set[str], set[str]], found: RoadGraph) -> list[str]:
    ways = []
    unclear = set()
    for value in values:
        text = text_or_none(value)
        word = "" if text is None else text.casefold()
        if word in words[0]:
            ways.append(_ALONG)
        elif word in words[1]:
            ways.append(_AGAINST)
        else:
            ways.append("")
            if word and word not in BOTH:
                unclear.add(text or "")
    found.unclear = sorted(unclear)
    return ways


def _listed(texts: str, usual: Sequence[str]) -> set[str]:
    own = {one.strip().casefold() for one in texts.replace(";", ",").split(",") if one.strip()}
    return own or set(usual)


def _stop_if(feedback: QgsFeedback | None) -> None:
    if feedback is not None and feedback.isCanceled():
        raise InterruptedError
