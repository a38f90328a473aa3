"""Which unit lies where: finds units under the mouse without asking the layer.

The shapes are those the session holds anyway, in metres; a place on the canvas is carried over to them, never
the other way round, so the size of the layer does not matter.
"""

from __future__ import annotations

import math

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
)

from ..core.geos import shapely
from ..core.pieces import rows_of

#: A point unit is hit within this distance of its place, in pixels.
POINT_REACH = 8
#: Lines across the canvas get a vertex at least every so many pixels, so that they stay straight on the map.
STEP = 24

_NONE = np.zeros(0, dtype=np.int64)


class UnitIndex:
    """Spatial index of a session's units, asked in map coordinates of a canvas.

    Parameters
    ----------
    session : PlanSession
    canvas : QgsMapCanvas
    """

    def __init__(self, session, canvas):
        self._session = session
        self._canvas = canvas
        self._shapes = None
        self._places = None
        self._tree = None
        self._transform = None
        self._systems = None

    @property
    def units(self):
        """The session's units; positions given by this index are positions in them."""
        return self._session.alignment.units

    def at(self, point: QgsPointXY) -> int:
        """Position of the unit at a place of the canvas, -1 where there is none.

        Where units overlap it is the smallest; a point unit is hit within a few pixels.
        """
        place = self._metric(point)
        if place is None:
            return -1
        self._refresh()
        if self.units.is_points:
            return self._nearest(place, POINT_REACH * self._metres_per_pixel(point))
        found = self._tree.query(shapely.Point(place), predicate="intersects")
        if len(found) == 0:
            return -1
        return int(found[np.argmin(self.units.areas[found])])

    def along(self, points: list[QgsPointXY]) -> np.ndarray:
        """Positions (c,) of the units that a line through the points meets, about in that order."""
        line = self._line(points)
        if line is None:
            found = self.at(points[-1]) if points else -1
            return np.array([found]) if found >= 0 else _NONE
        self._refresh()
        met = line
        if self.units.is_points:
            met = shapely.buffer(line, POINT_REACH * self._metres_per_pixel(points[-1]))
        found = self._tree.query(met, predicate="intersects")
        where = shapely.line_locate_point(line, shapely.points(self.units.xy[found]))
        return found[np.argsort(where, kind="stable")]

    def inside(self, ring: list[QgsPointXY]) -> np.ndarray:
        """Positions (c,) of the units whose middle lies in a shape drawn on the canvas, ascending."""
        polygon = self._polygon(ring)
        return _NONE if polygon is None else self.within(polygon)

    def within(self, polygon) -> np.ndarray:
        """Positions (c,) of the units whose middle lies in a shapely polygon in metres, ascending."""
        self._refresh()
        xy = self.units.xy
        west, south, east, north = polygon.bounds
        near = np.flatnonzero(
            (xy[:, 0] >= west) & (xy[:, 0] <= east) & (xy[:, 1] >= south) & (xy[:, 1] <= north)
        )
        shapely.prepare(polygon)
        return near[shapely.contains_xy(polygon, xy[near, 0], xy[near, 1])]

    def around(self, point: QgsPointXY, reach: float) -> np.ndarray:
        """Positions of the units within a distance in pixels of a place on the canvas."""
        place = self._metric(point)
        if place is None:
            return _NONE
        self._refresh()
        disc = shapely.buffer(shapely.Point(place), reach * self._metres_per_pixel(point))
        return self._tree.query(disc, predicate="intersects")

    def distance(self, point: QgsPointXY, positions: np.ndarray) -> np.ndarray:
        """Distances (c,) in pixels from a place on the canvas to units; infinite where none can be told."""
        place = self._metric(point)
        self._refresh()
        if place is None or len(positions) == 0:
            return np.full(len(positions), math.inf)
        far = shapely.distance(self._shapes[positions], shapely.Point(place))
        return np.nan_to_num(far, nan=math.inf) / max(self._metres_per_pixel(point), 1e-12)

    def pulled(self, start: QgsPointXY, end: QgsPointXY, slope: float) -> np.ndarray:
        """Positions of the units met by the line from start to end, or whose middle lies beside it.

        Parameters
        ----------
        slope : how far beside the line, as a part of its length.
        """
        line = self._line([start, end])
        if line is None:
            return _NONE
        met = self.along([start, end])
        beside = self.within(shapely.buffer(line, slope * line.length, quad_segs=6))
        return np.union1d(met, beside)

    def reachable(self, start: int, allowed: np.ndarray) -> np.ndarray:
        """Positions of the `allowed` (n, boolean) units that can be reached from `start` over neighbours."""
        adjacency = self._session.alignment.adjacency
        seen = np.zeros(adjacency.n, dtype=bool)
        seen[start] = True
        frontier = np.array([start])
        while len(frontier):
            near = adjacency.indices[rows_of(adjacency, frontier)[0]]
            frontier = np.unique(near[allowed[near] & ~seen[near]])
            seen[frontier] = True
        return np.flatnonzero(seen)

    def to_canvas(self) -> QgsCoordinateTransform | None:
        """The transform from metres to the canvas; None where there is nothing to do."""
        self._follow_canvas()
        if self._transform is None:
            return None
        return QgsCoordinateTransform(
            self._transform.destinationCrs(), self._transform.sourceCrs(), QgsProject.instance()
        )

    # inside

    def _refresh(self) -> None:
        """Index the shapes again where they are others than last time: edits replace them."""
        units = self.units
        if self._tree is not None and units.geometry is self._shapes and units.xy is self._places:
            return
        self._shapes, self._places = units.geometry, units.xy
        self._tree = shapely.STRtree(units.geometry)

    def _nearest(self, place: tuple[float, float], reach: float) -> int:
        found = self._tree.query_nearest(shapely.Point(place), max_distance=reach)
        return int(found[0]) if len(found) else -1

    def _follow_canvas(self) -> None:
        canvas_crs: QgsCoordinateReferenceSystem = self._canvas.mapSettings().destinationCrs()
        systems = (canvas_crs, self._session.live.crs)
        if self._systems == systems:
            return
        self._systems = systems
        self._transform = None
        if all(crs.isValid() for crs in systems) and systems[0] != systems[1]:
            self._transform = QgsCoordinateTransform(*systems, QgsProject.instance())

    def _metric(self, point: QgsPointXY) -> tuple[float, float] | None:
        self._follow_canvas()
        if self._transform is None:
            return point.x(), point.y()
        try:
            moved = self._transform.transform(point)
        except QgsCsException:
            return None
        return (moved.x(), moved.y()) if math.isfinite(moved.x() + moved.y()) else None

    def _metres_per_pixel(self, point: QgsPointXY) -> float:
        step = self._canvas.mapUnitsPerPixel()
        here, beside = self._metric(point), self._metric(QgsPointXY(point.x(), point.y() + step))
        if here is None or beside is None:
            return step
        return math.dist(here, beside)

    def _carried(self, geometry: QgsGeometry):
        """A drawn geometry as shapely in metres, None where it lies beyond the CRS of the units."""
        self._follow_canvas()
        if self._transform is not None:
            geometry = geometry.densifyByDistance(STEP * self._canvas.mapUnitsPerPixel())
            try:
                geometry.transform(self._transform)
            except QgsCsException:
                return None
        shape = shapely.from_wkb(geometry.asWkb().data(), on_invalid="ignore")
        if shape is None or shape.is_empty or not np.isfinite(shape.bounds).all():
            return None
        return shape

    def _line(self, points: list[QgsPointXY]):
        if len(points) < 2 or all(point == points[0] for point in points):
            return None
        return self._carried(QgsGeometry.fromPolylineXY(points))

    def _polygon(self, ring: list[QgsPointXY]):
        if len(ring) < 3:
            return None
        polygon = self._carried(QgsGeometry.fromPolygonXY([[*ring, ring[0]]]))
        if polygon is None:
            return None
        if polygon.is_valid:
            return polygon
        # A loop that crosses itself means everything it went around.
        parts = shapely.polygonize([shapely.unary_union(shapely.get_exterior_ring(polygon))])
        return None if parts.is_empty else shapely.unary_union(parts)
