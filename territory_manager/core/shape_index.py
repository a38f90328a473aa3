"""Shapes found by their place while some of them change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
import shapely

# So many changed shapes are looked through beside the tree before the tree is built anew.
_CHANGED = 500


class ShapeIndex:
    """Shapely geometries by id, with a tree that survives small changes.

    A changed shape leaves the large tree and joins a small one, so that a change costs the changes before
    it, not the whole map. Shapes that are None or empty have no place and are found nowhere.

    Parameters
    ----------
    ids : sequence of int
    shapes : sequence of shapely geometries or None, all in the same coordinates.
    """

    def __init__(self, ids: Iterable[int] = (), shapes: Sequence[Any] | np.ndarray = ()) -> None:
        self._shapes: dict[int, Any] = {}
        self._changed: dict[int, None] = {}
        self._row: dict[int, int] = {}
        self._small: tuple[np.ndarray, shapely.STRtree] | None = None
        for number, shape in zip(ids, shapes):
            if shape is not None and not shape.is_empty:
                self._shapes[int(number)] = shape
        self._grow()

    def __len__(self) -> int:
        return len(self._shapes)

    def __contains__(self, number: object) -> bool:
        return number in self._shapes

    def shape(self, number: int) -> Any:
        """The shape with this id, None where it has no place."""
        return self._shapes.get(number)

    def ids(self) -> list[int]:
        """Ids of all shapes that have a place."""
        return list(self._shapes)

    def put(self, ids: Iterable[int], shapes: Sequence[Any] | np.ndarray) -> None:
        """Add shapes, or replace those with the same id."""
        for number, shape in zip(ids, shapes):
            self._take_out(number)
            if shape is not None and not shape.is_empty:
                self._shapes[number] = shape
                self._changed[number] = None
        self._small = None

    def remove(self, ids: Iterable[int]) -> None:
        """Forget shapes; ids that are not there are passed over."""
        for number in ids:
            self._take_out(number)
        self._small = None

    def renumber(self, renumbered: dict[int, int]) -> None:
        """Some shapes have other ids now (old → new)."""
        kept = {old: self._shapes.pop(old) for old in renumbered if old in self._shapes}
        for old, shape in kept.items():
            new = renumbered[old]
            self._shapes[new] = shape
            row = self._row.pop(old, None)
            if row is not None:
                self._row[new] = row
                self._ids[row] = new
            if old in self._changed:
                del self._changed[old]
                self._changed[new] = None
        self._small = None

    def query(self, shapes: Sequence[Any] | np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What meets some shapes (a common point is enough).

        Returns
        -------
        Rows of `shapes` (p,) and ids (p,) of what meets them, one entry for each pair.
        """
        if len(self._changed) + len(self._ids) - self._alive.sum() > _CHANGED:
            self._grow()
        asked = np.empty(len(shapes), dtype=object)
        asked[:] = shapes
        row, found = self._tree.query(asked, predicate="intersects")
        standing = self._alive[found]
        rows, ids = [row[standing]], [self._ids[found[standing]]]
        if self._changed:
            if self._small is None:
                numbers = np.array(list(self._changed), dtype=np.int64)
                self._small = numbers, shapely.STRtree([self._shapes[number] for number in numbers.tolist()])
            numbers, tree = self._small
            row, found = tree.query(asked, predicate="intersects")
            rows.append(row)
            ids.append(numbers[found])
        return np.concatenate(rows), np.concatenate(ids)

    def _take_out(self, number: int) -> None:
        if self._shapes.pop(number, None) is None:
            return
        self._changed.pop(number, None)
        row = self._row.pop(number, None)
        if row is not None:
            self._alive[row] = False

    def _grow(self) -> None:
        """The large tree afresh."""
        self._ids = np.array(list(self._shapes), dtype=np.int64)
        self._row = {number: row for row, number in enumerate(self._shapes)}
        self._alive = np.ones(len(self._ids), dtype=bool)
        self._tree = shapely.STRtree(list(self._shapes.values()))
        self._changed.clear()
        self._small = None
