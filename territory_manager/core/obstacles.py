"""Barriers and bridges that somebody drew, laid over the neighbours that the map itself gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from .adjacency import Adjacency
from .adjacency_barriers import barrier_pairs
from .units import Units


def open_map(adjacency: Adjacency, *, bridges: bool = True) -> Adjacency:
    """The neighbours without any barrier; also without bridges, if these are not wanted."""
    pairs, border, bridge = adjacency.pairs()
    if not bridges:
        pairs, border, bridge = pairs[~bridge], border[~bridge], bridge[~bridge]
    if adjacency.barred is not None:
        walls, wall_border, _ = adjacency.barred.pairs()
        pairs = np.vstack([pairs, walls])
        border = np.concatenate([border, wall_border])
        bridge = np.concatenate([bridge, np.zeros(len(walls), dtype=bool)])
    elif len(pairs) == len(adjacency.pairs()[0]):
        return adjacency
    return Adjacency(
        adjacency.n, pairs, border, bridge, tolerance=adjacency.tolerance, joined=adjacency.joined and bridges
    )


def with_obstacles(
    units: Units,
    adjacency: Adjacency,
    barriers: Sequence[Any] | np.ndarray,
    bridges: np.ndarray,
) -> Adjacency:
    """The neighbours as drawn barriers and bridges leave them, whatever barriers and bridges were there.

    Drawn bridges come first, so that an island which has one needs no automatic bridge any more. Where a
    bridge joins two neighbours, no barrier separates them: who draws one wants to cross there.

    Parameters
    ----------
    units : the units.
    adjacency : their neighbours.
    barriers : shapely lines or polygons in metres, None and empty ones are passed over.
    bridges : (b, 2) positions of units.
    """
    drawn = np.sort(np.asarray(bridges, dtype=np.int64).reshape(-1, 2), axis=1)
    graph = open_map(adjacency, bridges=False).with_bridges(drawn).connected(units.xy, units.geometry)
    walls = barrier_pairs(units, graph, barriers)
    if len(walls) and len(drawn):
        crossed = np.isin(walls[:, 0] * units.n + walls[:, 1], drawn[:, 0] * units.n + drawn[:, 1])
        walls = walls[~crossed]
    return graph.without(walls) if len(walls) else graph
