"""Travel times on a network of roads: where accounts join it, and how long the ways between them are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np
import shapely
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import dijkstra

from .adjacency import Adjacency

# An edge of no length would count as missing in a sparse matrix.
_TINY = 1e-9
# Numbers in one answer of the shortest paths: 64 MB.
_AT_ONCE = 8_000_000
# A way on roads that takes longer than this times the straight estimate, and this many minutes more, is not
# looked for: the two places are no neighbours on the network.
_LONGER, _AT_LEAST = 5.0, 30.0


@dataclass(frozen=True, eq=False)
class RoadNetwork:
    """Roads as a directed graph.

    Attributes
    ----------
    xy : (v, 2) places of the vertices in m.
    start, end : (e,) vertices of each edge; a road for both directions has two edges.
    minutes : (e,) that an edge takes.
    """

    xy: np.ndarray
    start: np.ndarray
    end: np.ndarray
    minutes: np.ndarray

    def matrix(self) -> csr_matrix:
        """(v, v) minutes from row to column; of several edges the fastest."""
        v = len(self.xy)
        key = self.start.astype(np.int64) * v + self.end
        order = np.lexsort((self.minutes, key))
        kept = order[np.unique(key[order], return_index=True)[1]]
        length = np.maximum(self.minutes[kept], _TINY)
        return coo_matrix((length, (self.start[kept], self.end[kept])), shape=(v, v)).tocsr()

    def one_way(self) -> bool:
        """Whether some way out is not the same as the way back."""
        out = self.matrix()
        return bool(out.nnz) and bool(abs(out - out.T).max() > _TINY)


@dataclass(frozen=True, eq=False)
class Joined:
    """A network with places joined to it.

    Attributes
    ----------
    network : its own vertices and edges first, then those that were added.
    vertex : (p,) the vertex of each place, -1 where it is too far from any road or has no coordinates.
    away : (p,) m to the nearest road, NaN without coordinates.
    """

    network: RoadNetwork
    vertex: np.ndarray
    away: np.ndarray


def join(network: RoadNetwork, xy: np.ndarray, minutes_per_metre: float, farthest: float = np.inf) -> Joined:
    """Join places to the network, each at the nearest point of the nearest road.

    Parameters
    ----------
    xy : (p, 2) m, NaN rows where unknown.
    minutes_per_metre : of straight line, for the way to the road.
    farthest : m; a place farther from every road stays out.
    """
    vertex, away = np.full(len(xy), -1, dtype=np.int64), np.full(len(xy), np.nan)
    ends = np.sort(np.column_stack([network.start, network.end]), axis=1)
    segments = np.unique(ends[ends[:, 0] != ends[:, 1]], axis=0)
    placed = np.flatnonzero(np.isfinite(xy).all(axis=1))
    if not len(segments) or not len(placed):
        return Joined(network, vertex, away)
    lines, points = shapely.linestrings(network.xy[segments]), shapely.points(xy[placed])
    row, found = shapely.STRtree(lines).query_nearest(points, all_matches=False)
    nearest = np.empty(len(placed), dtype=np.int64)
    nearest[row] = found
    away[placed] = shapely.distance(points, lines[nearest])
    near = away[placed] <= farthest
    placed, nearest, points = placed[near], nearest[near], points[near]
    along = np.nan_to_num(shapely.line_locate_point(lines[nearest], points, normalized=True))
    v, count = len(network.xy), len(placed)
    foot = v + np.arange(count)
    vertex[placed] = foot + count
    reach = away[placed] * minutes_per_metre
    start, end, minutes = _pieces(network, segments, nearest, along, foot)
    feet = shapely.get_coordinates(shapely.line_interpolate_point(lines[nearest], along, normalized=True))
    grown = RoadNetwork(
        np.vstack([network.xy, feet, xy[placed]]),
        np.concatenate([network.start, start, foot, foot + count]),
        np.concatenate([network.end, end, foot + count, foot]),
        np.concatenate([network.minutes, minutes, reach, reach]),
    )
    return Joined(grown, vertex, away)


def _pieces(
    network: RoadNetwork, segments: np.ndarray, nearest: np.ndarray, along: np.ndarray, foot: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Edges from end to foot to foot to end of every segment that has feet, in the directions it has.

    Parameters
    ----------
    nearest, along, foot : (p,) segment of each foot, where on it (0 to 1), its vertex.
    """
    order = np.lexsort((along, nearest))
    segment, share, vertex = nearest[order], along[order], foot[order]
    first = np.append(True, segment[1:] != segment[:-1])
    last = np.append(first[1:], True)
    before = np.where(first, segments[segment, 0], np.roll(vertex, 1))
    done = np.where(first, 0.0, np.roll(share, 1))
    one = np.concatenate([before, vertex[last]])
    two = np.concatenate([vertex, segments[segment[last], 1]])
    part = np.concatenate([share - done, 1.0 - share[last]])
    of = np.concatenate([segment, segment[last]])
    matrix = network.matrix()
    out = np.asarray(matrix[segments[of, 0], segments[of, 1]]).ravel()
    back = np.asarray(matrix[segments[of, 1], segments[of, 0]]).ravel()
    there, home = out > 0, back > 0
    return (
        np.concatenate([one[there], two[home]]),
        np.concatenate([two[there], one[home]]),
        np.concatenate([(out * part)[there], (back * part)[home]]),
    )


def neighbours(xy: np.ndarray, territory: np.ndarray) -> np.ndarray:
    """(q, 2) pairs of places that may follow each other on a tour: neighbours inside one territory."""
    pairs = []
    placed = np.isfinite(xy).all(axis=1)
    for number in np.unique(territory).tolist():
        mine = np.flatnonzero(placed & (territory == number))
        if len(mine) > 1:
            pairs.append(mine[Adjacency.from_points(xy[mine]).connected(xy[mine]).pairs()[0]])
    return np.vstack(pairs).astype(np.int64) if pairs else np.empty((0, 2), dtype=np.int64)


def minutes_between(
    joined: Joined,
    pairs: np.ndarray,
    estimate: np.ndarray,
    *,
    both_ways: bool = True,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> np.ndarray:
    """(q,) minutes by road between pairs of places, NaN where there is no way.

    Dijkstra's algorithm from every place, as far as its neighbours may be.

    Parameters
    ----------
    pairs : (q, 2) positions of places in `joined`.
    estimate : (q,) minutes by the straight line; a way five times as long is no way.
    both_ways : take the mean of out and back; needed only where roads have a direction.

    Raises
    ------
    InterruptedError
        When `cancelled` says so.
    """
    found = np.full(len(pairs), np.nan)
    usable = np.flatnonzero((joined.vertex[pairs] >= 0).all(axis=1)) if len(pairs) else np.empty(0, np.int64)
    if not len(usable):
        return found
    matrix = joined.network.matrix()
    ways = [(0, 1), (1, 0)] if both_ways else [(0, 1)]
    origin = np.concatenate([pairs[usable, one] for one, _ in ways])
    target = np.concatenate([pairs[usable, two] for _, two in ways])
    limit = np.tile(_LONGER * estimate[usable] + _AT_LEAST, len(ways))
    farthest = np.zeros(len(joined.vertex))
    np.maximum.at(farthest, origin, limit)
    sources = np.unique(origin)
    # Those who look far go together, so that the others need not.
    sources = sources[np.argsort(farthest[sources], kind="stable")]
    minutes = np.full(len(origin), np.inf)
    by_origin = np.argsort(origin, kind="stable")
    begin = np.searchsorted(origin[by_origin], np.arange(len(joined.vertex) + 1))
    step = max(1, _AT_ONCE // matrix.shape[0])
    for at in range(0, len(sources), step):
        if cancelled is not None and cancelled():
            raise InterruptedError
        some = sources[at : at + step]
        reached = dijkstra(matrix, indices=joined.vertex[some], limit=float(farthest[some].max()))
        for row, source in enumerate(some.tolist()):
            mine = by_origin[begin[source] : begin[source + 1]]
            minutes[mine] = reached[row, joined.vertex[target[mine]]]
        if progress is not None:
            progress(100.0 * min(at + step, len(sources)) / len(sources))
    minutes = minutes.reshape(len(ways), len(usable)).mean(axis=0)
    found[usable] = np.where(np.isfinite(minutes), minutes, np.nan)
    return found


def local_pace(
    xy: np.ndarray, territory: np.ndarray, pairs: np.ndarray, minutes: np.ndarray, usual: float
) -> np.ndarray:
    """(n,) minutes that a metre of straight line takes in each place's territory, as the roads have it.

    The ratio of what the pairs take by road to their straight distances, all of a territory together; where
    no pair is known, that of all territories, or `usual`.
    """
    found = np.full(len(xy), usual)
    if not len(pairs):
        return found
    straight = np.hypot(*(xy[pairs[:, 0]] - xy[pairs[:, 1]]).T)
    known = np.isfinite(minutes) & (straight > 0)
    if not known.any():
        return found
    found[:] = minutes[known].sum() / straight[known].sum()
    label = np.asarray(territory)[pairs[:, 0]]
    for number in np.unique(label[known]).tolist():
        mine = known & (label == number)
        found[territory == number] = minutes[mine].sum() / straight[mine].sum()
    return found
