"""Which shapes hold which points, kept up to date while both change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import shapely

from .shape_index import ShapeIndex


def by_age(numbers: Iterable[int]) -> list[int]:
    """Feature ids in the order of saving: saved ones ascending, then the new ones, whose ids are negative.

    QGIS saves new features in ascending order of their provisional ids, so the order stays when they get
    their final ones.
    """
    return sorted(numbers, key=lambda number: (number < 0, number))


class Containment:
    """Points in shapes, by id on both sides. A point on the border of a shape is in it.

    Every change answers with the points whose shapes are not the same any more; its cost is that of the
    points in the changed shapes, and of the shapes around the changed points.

    Parameters
    ----------
    shape_ids, shapes : ids and shapely polygons, None or empty where there is no place.
    point_ids, points : ids and shapely points in the same coordinates.
    """

    def __init__(
        self,
        shape_ids: Iterable[int] = (),
        shapes: Sequence[Any] | np.ndarray = (),
        point_ids: Iterable[int] = (),
        points: Sequence[Any] | np.ndarray = (),
    ) -> None:
        self._shapes = ShapeIndex(shape_ids, shapes)
        self._points = ShapeIndex(point_ids, points)
        self._holders: dict[int, set[int]] = {}
        self._held: dict[int, set[int]] = {}
        numbers = self._shapes.ids()
        self._put_around(numbers, [self._shapes.shape(number) for number in numbers])

    def holders(self, point: int) -> list[int]:
        """Shapes that hold a point, in the order of `by_age`."""
        return by_age(self._holders.get(point, ()))

    def held(self, shape: int) -> set[int]:
        """Points in a shape."""
        return self._held.get(shape, set())

    def shared(self, points: Iterable[int]) -> set[int]:
        """Those of some points that more than one shape holds."""
        return {point for point in points if len(self._holders.get(point, ())) > 1}

    def shape(self, number: int) -> Any:
        """The shape with this id, None where there is none."""
        return self._shapes.shape(number)

    def point(self, number: int) -> Any:
        """The point with this id, None where it has no place."""
        return self._points.shape(number)

    def shapes_meeting(self, shape: Any) -> list[int]:
        """Ids of the shapes that meet this one."""
        return by_age(self._shapes.query([shape])[1].tolist())

    def put_shapes(self, ids: Sequence[int], shapes: Sequence[Any] | np.ndarray) -> set[int]:
        """Add or replace shapes."""
        self._shapes.put(ids, shapes)
        return self._put_around(ids, shapes)

    def remove_shapes(self, ids: Sequence[int]) -> set[int]:
        """Take shapes away."""
        self._shapes.remove(ids)
        return self._put_around(ids, [None] * len(ids))

    def put_points(self, ids: Sequence[int], points: Sequence[Any] | np.ndarray) -> set[int]:
        """Add or move points."""
        self._points.put(ids, points)
        rows, found = self._shapes.query(_placed(points))
        now: dict[int, set[int]] = {number: set() for number in ids}
        for row, shape in zip(rows.tolist(), found.tolist()):
            now[ids[row]].add(shape)
        return {number for number, shapes in now.items() if self._hold(number, shapes)}

    def remove_points(self, ids: Sequence[int]) -> set[int]:
        """Take points away."""
        self._points.remove(ids)
        return {number for number in ids if self._hold(number, set())}

    def renumber_shapes(self, renumbered: dict[int, int]) -> None:
        """Some shapes have other ids now (old → new)."""
        self._shapes.renumber(renumbered)
        moved = {old: self._held.pop(old) for old in renumbered if old in self._held}
        for old, points in moved.items():
            self._held[renumbered[old]] = points
            for point in points:
                self._holders[point].discard(old)
                self._holders[point].add(renumbered[old])

    def renumber_points(self, renumbered: dict[int, int]) -> None:
        """Some points have other ids now (old → new)."""
        self._points.renumber(renumbered)
        moved = {old: self._holders.pop(old) for old in renumbered if old in self._holders}
        for old, shapes in moved.items():
            self._holders[renumbered[old]] = shapes
            for shape in shapes:
                self._held[shape].discard(old)
                self._held[shape].add(renumbered[old])

    def _put_around(self, ids: Sequence[int], shapes: Sequence[Any] | np.ndarray) -> set[int]:
        rows, found = self._points.query(_placed(shapes))
        now: dict[int, set[int]] = {number: set() for number in ids}
        for row, point in zip(rows.tolist(), found.tolist()):
            now[ids[row]].add(point)
        changed = set()
        for number, points in now.items():
            before = self._held.get(number, set())
            changed |= before ^ points
            for point in before - points:
                self._drop(self._holders, point, number)
            for point in points - before:
                self._holders.setdefault(point, set()).add(number)
            if points:
                self._held[number] = points
            else:
                self._held.pop(number, None)
        return changed

    def _hold(self, point: int, shapes: set[int]) -> bool:
        before = self._holders.get(point, set())
        for number in before - shapes:
            self._drop(self._held, number, point)
        for number in shapes - before:
            self._held.setdefault(number, set()).add(point)
        if shapes:
            self._holders[point] = shapes
        else:
            self._holders.pop(point, None)
        return before != shapes

    @staticmethod
    def _drop(known: dict[int, set[int]], key: int, member: int) -> None:
        known[key].discard(member)
        if not known[key]:
            del known[key]


class Nearest(Containment):
    """Points at the nearest of some places; the same questions as to `Containment`.

    A place that comes, goes or moves changes what is nearest far around it, so that all points are looked
    at again then.
    """

    def put_shapes(self, ids: Sequence[int], shapes: Sequence[Any] | np.ndarray) -> set[int]:
        """Add or move places."""
        self._shapes.put(ids, shapes)
        return self._locate(self._points.ids())

    def remove_shapes(self, ids: Sequence[int]) -> set[int]:
        """Take places away."""
        self._shapes.remove(ids)
        return self._locate(self._points.ids())

    def put_points(self, ids: Sequence[int], points: Sequence[Any] | np.ndarray) -> set[int]:
        """Add or move points."""
        self._points.put(ids, points)
        return self._locate(ids)

    def _put_around(self, ids: Sequence[int], shapes: Sequence[Any] | np.ndarray) -> set[int]:
        return self._locate(self._points.ids())

    def _locate(self, ids: Sequence[int]) -> set[int]:
        places = self._shapes.ids()
        tree = shapely.STRtree([self._shapes.shape(number) for number in places])
        asked = [number for number in ids if number in self._points]
        now: dict[int, set[int]] = {number: set() for number in ids}
        if places and asked:
            rows, found = tree.query_nearest([self._points.shape(number) for number in asked])
            for row, place in zip(rows.tolist(), found.tolist()):
                now[asked[row]].add(places[place])
        return {number for number, shapes in now.items() if self._hold(number, shapes)}


def _placed(shapes: Sequence[Any] | np.ndarray) -> np.ndarray:
    """Shapes as an array; a tree passes over those that are None."""
    array = np.empty(len(shapes), dtype=object)
    array[:] = shapes
    return array
