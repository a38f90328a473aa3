"""Seeds, barriers and bridges that are drawn in simple layers of the plan.

Barriers and bridges count at once: the plan's neighbours, and with them contiguity and every build, obey
them. Seeds are the homes of the territories they name, at the next build.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsVectorLayer

from ..core.checks import Finding
from ..core.containment import by_age
from ..core.geos import shapely
from ..core.obstacles import with_obstacles
from ..translate import tr
from .layer_listener import Changes
from .nulls import text_or_none
from .reading import read_features
from .side_layer import SideLayer

if TYPE_CHECKING:
    from .session import PlanSession

SEEDS, BARRIERS, BRIDGES = KINDS = ("seeds", "barriers", "bridges")
#: Field of the seeds with the territory that begins there.
SEED_FIELD = "territory"
#: Field of barriers and bridges with what they are called.
NAME_FIELD = "name"


class PlanningLayers:
    """Follows the layers of a plan in which seeds, barriers and bridges are drawn."""

    def __init__(self, session: PlanSession):
        self._session = session
        self._sides: dict[str, SideLayer] = {}
        self._walls: list = []
        self._links: dict[int, tuple[shapely.Point, shapely.Point] | None] = {}
        self._link_names: dict[int, str | None] = {}
        self._lost_links: list[int] = []
        self._obeyed = False

    def start(self) -> None:
        """Begin to follow the layers that the plan's settings name."""
        self._listen()
        self._follow_drawing()

    def stop(self) -> None:
        """Stop listening."""
        for side in self._sides.values():
            side.stop()

    def use(self, layers: dict[str, QgsVectorLayer]) -> None:
        """Take these layers from now on: ``seeds``, ``barriers``, ``bridges`` → layer."""
        session = self._session
        session.flush()
        session.settings.planning_layers = {kind: layer.id() for kind, layer in layers.items()}
        self.stop()
        self._sides = {}
        self._listen()
        self._follow_drawing()
        session.refresh_targets()

    # what is known
    def layer(self, kind: str) -> QgsVectorLayer | None:
        """The layer of one kind, None where there is none."""
        side = self._sides.get(kind)
        return side.layer if side is not None else None

    @property
    def pending(self) -> bool:
        """Edits of these layers were heard that the numbers do not show yet."""
        return any(side.pending for side in self._sides.values())

    @property
    def findings(self) -> list[Finding]:
        """Nothing about single units."""
        return []

    @property
    def problems(self) -> list[str]:
        """What was drawn and cannot be obeyed, in words."""
        words = []
        for kind, side in self._sides.items():
            if side.layer is None:
                text = tr("The planning layer “{layer}” is not in the project any more and is not obeyed.")
                words.append(text.format(layer=side.name or kind))
        for fid in self._lost_links:
            text = tr(
                "{bridge} of “{layer}” is not obeyed: it must lead from inside one unit to inside another."
            )
            title = self._link_names.get(fid) or tr("Bridge {id}").format(id=fid)
            words.append(text.format(bridge=title, layer=self._sides[BRIDGES].name))
        return words

    def counts(self) -> dict[str, int]:
        """How many seeds, barriers and bridges a build obeys."""
        self._session.flush()
        found = {SEEDS: len(self.seeds()), BARRIERS: len(self._walls)}
        found[BRIDGES] = len(self._links) - len(self._lost_links)
        return found

    def seeds(self) -> dict[str, tuple[float, float]]:
        """Territory → where it begins, metres in the session's CRS; of several seeds the middle."""
        layer = self.layer(SEEDS)
        if layer is None or layer.fields().lookupField(SEED_FIELD) < 0:
            return {}
        _ids, points, columns = self._read(SEEDS, [SEED_FIELD])
        places: dict[str, list[tuple[float, float]]] = {}
        for point, value in zip(shapely.centroid(points).tolist(), columns[SEED_FIELD]):
            name = text_or_none(value)
            if name is not None and point is not None and not point.is_empty:
                places.setdefault(name, []).append((point.x, point.y))
        return {name: tuple(np.mean(where, axis=0).tolist()) for name, where in places.items()}

    def homes(self, names: Iterable[str]) -> np.ndarray | None:
        """Seeds of some territories as (k, 2), NaN where there is none; None where no territory has one."""
        seeds = self.seeds()
        homes = np.array([seeds.get(name, (np.nan, np.nan)) for name in names], dtype=float).reshape(-1, 2)
        return homes if np.isfinite(homes).any() else None

    # following
    def follow(self, changes: Changes) -> bool:
        """Obey what was drawn since; the territories and measures stay."""
        if not self._sides:
            return False
        redraw = False
        for kind, side in self._sides.items():
            _heard, moved = side.take()
            if moved and side.layer is not None:
                self._session.settings.planning_layers[kind] = side.layer.id()
            redraw |= bool(moved or _heard) and kind != SEEDS
        if redraw:
            self._follow_drawing()
        elif (self._walls or self._links) and (changes.features or changes.everything):
            self._obey()
        return False

    def _listen(self) -> None:
        session = self._session
        for kind in KINDS:
            layer_id = session.settings.planning_layers.get(kind)
            if layer_id:
                side = SideLayer(session.project(), layer_id, [SEED_FIELD, NAME_FIELD], session)
                side.changed.connect(session.flush)
                side.flushNow.connect(session.flush)
                side.cameOrWent.connect(session.wake)
                self._sides[kind] = side

    def _follow_drawing(self) -> None:
        """Read barriers and bridges, and obey them."""
        self._walls, self._links = [], {}
        if self.layer(BARRIERS) is not None:
            _ids, shapes, _columns = self._read(BARRIERS)
            self._walls = [shape for shape in shapes.tolist() if shape is not None and not shape.is_empty]
        if self.layer(BRIDGES) is not None:
            layer = self.layer(BRIDGES)
            names = [NAME_FIELD] if layer.fields().lookupField(NAME_FIELD) >= 0 else []
            ids, shapes, columns = self._read(BRIDGES, names)
            self._links = {fid: _ends(shape) for fid, shape in zip(ids, shapes.tolist())}
            self._link_names = dict(zip(ids, map(text_or_none, columns.get(NAME_FIELD, ()))))
        self._obey()

    def _obey(self) -> None:
        """Lay barriers and bridges over the neighbours of now."""
        drawn = bool(self._walls or self._links)
        self._lost_links = []
        if not drawn and not self._obeyed:
            return
        alignment = self._session.live.alignment
        links = self._linked_units(alignment.units)
        graph = with_obstacles(alignment.units, alignment.adjacency, self._walls, links)
        alignment.set_adjacency(graph)
        self._obeyed = drawn

    def _linked_units(self, units) -> np.ndarray:
        """Pairs (b, 2) of positions that the bridges join."""
        pairs = []
        ends = [(fid, link) for fid, link in self._links.items() if link is not None]
        self._lost_links = by_age(fid for fid, link in self._links.items() if link is None)
        if ends:
            points = [point for _fid, link in ends for point in link]
            for (fid, _link), pair in zip(ends, _units_at(units, points).reshape(-1, 2).tolist()):
                if min(pair) < 0 or pair[0] == pair[1]:
                    self._lost_links.append(fid)
                else:
                    pairs.append(pair)
        return np.array(pairs, dtype=np.int64).reshape(-1, 2)

    def _read(self, kind: str, fields: Iterable[str] = ()):
        session = self._session
        return read_features(
            self._sides[kind].layer,
            session.crs,
            list(fields),
            transform_context=session.project().transformContext(),
        )


def _ends(shape) -> tuple[shapely.Point, shapely.Point] | None:
    """First and last vertex of a line; None where it has none."""
    if shape is None or shape.is_empty:
        return None
    places = shapely.get_coordinates(shape)
    return shapely.Point(places[0]), shapely.Point(places[-1])


def _units_at(units, points) -> np.ndarray:
    """Position (p,) of the unit at each point, -1 for none: the one that holds it, of points the nearest."""
    found = np.full(len(points), -1)
    if units.is_points:
        placed = np.flatnonzero(np.isfinite(units.xy).all(axis=1))
        if len(placed):
            found[:] = placed[shapely.STRtree(shapely.points(units.xy[placed])).nearest(points)]
        return found
    rows, held = shapely.STRtree(units.geometry).query(points, predicate="intersects")
    for row, position in zip(rows.tolist(), held.tolist()):
        if found[row] < 0 or units.ids[position] < units.ids[found[row]]:
            found[row] = position
    return found
