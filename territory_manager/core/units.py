"""The units: the map features that are assigned to territories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely

_POINT_TYPES = (0, 4)
_POLYGON_TYPES = (3, 6, 7)


@dataclass(frozen=True, eq=False)
class Units:
    """Units with their measures and geometry, as arrays that share one order.

    Attributes
    ----------
    ids : (n,) int64, the feature ids by which messages and the session find the feature.
    names : (n,) object, how messages name a unit.
    measures : (n, m) float64, NaN where a value is missing; never replaced here.
    measure_names : m names.
    xy : (n, 2) centroid in metres (for points the point itself); NaN for null or empty geometry.
    areas : (n,) m², 0 for points.
    perimeters : (n,) m, 0 for points.
    geometry : (n,) shapely geometries in metres, None where null; or None when there is no geometry at all.
    is_points : True when the units are points.
    """

    ids: np.ndarray
    names: np.ndarray
    measures: np.ndarray
    measure_names: tuple[str, ...]
    xy: np.ndarray
    areas: np.ndarray
    perimeters: np.ndarray
    geometry: np.ndarray | None
    is_points: bool

    @property
    def n(self) -> int:
        """Number of units."""
        return len(self.ids)

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def from_shapely(
        cls,
        geometry: Sequence[Any] | np.ndarray,
        *,
        ids: Sequence[int] | np.ndarray | None = None,
        names: Sequence[str] | np.ndarray | None = None,
        measures: Any = None,
        measure_names: Sequence[str] = (),
    ) -> Units:
        """Units from shapely geometries in metres, all polygons or all points; None and empty are allowed.

        Raises
        ------
        ValueError
            When a geometry is a line, when points and polygons are mixed, or when the lengths differ.
        """
        shapes = np.empty(len(geometry), dtype=object)
        shapes[:] = geometry
        kinds = shapely.get_type_id(shapes)
        filled = ~shapely.is_empty(shapes) & (kinds >= 0)
        points = np.isin(kinds, _POINT_TYPES) & filled
        polygons = np.isin(kinds, _POLYGON_TYPES) & filled
        labels, texts, table, columns = _attributes(len(shapes), ids, names, measures, measure_names)
        wrong = np.flatnonzero(filled & ~points & ~polygons)
        if len(wrong) == 0 and points.any() and polygons.any():
            wrong = np.flatnonzero(points if polygons.sum() >= points.sum() else polygons)
        if len(wrong):
            first = wrong[0]
            raise ValueError(
                f"Unit {texts[first]} is a {shapes[first].geom_type}. "
                "Units must be all polygons or all points."
            )
        # The centroid of an empty shape is an empty point, whose coordinates cannot be asked for.
        xy = np.full((len(shapes), 2), np.nan)
        xy[filled] = shapely.get_coordinates(shapely.centroid(shapes[filled]))
        return cls(
            ids=labels,
            names=texts,
            measures=table,
            measure_names=columns,
            xy=xy,
            areas=np.nan_to_num(shapely.area(shapes), nan=0.0),
            perimeters=np.nan_to_num(shapely.length(shapes), nan=0.0),
            geometry=shapes,
            is_points=bool(points.any()),
        )

    @classmethod
    def from_wkb(
        cls,
        wkb: Sequence[bytes | None] | np.ndarray,
        *,
        ids: Sequence[int] | np.ndarray | None = None,
        names: Sequence[str] | np.ndarray | None = None,
        measures: Any = None,
        measure_names: Sequence[str] = (),
    ) -> Units:
        """Units from well-known binary in metres; None, and bytes that cannot be read, become null
        geometry.
        """
        coded = np.empty(len(wkb), dtype=object)
        coded[:] = wkb
        shapes = shapely.from_wkb(coded, on_invalid="ignore")
        return cls.from_shapely(shapes, ids=ids, names=names, measures=measures, measure_names=measure_names)

    @classmethod
    def from_arrays(
        cls,
        xy: np.ndarray,
        *,
        areas: np.ndarray | None = None,
        perimeters: np.ndarray | None = None,
        ids: Sequence[int] | np.ndarray | None = None,
        names: Sequence[str] | np.ndarray | None = None,
        measures: Any = None,
        measure_names: Sequence[str] = (),
    ) -> Units:
        """Units without geometry, from their centroids `xy` (n, 2) in metres.

        Without `areas` (m²) the units count as points.
        """
        places = np.array(xy, dtype=float).reshape(-1, 2)
        n = len(places)
        labels, texts, table, columns = _attributes(n, ids, names, measures, measure_names)
        return cls(
            ids=labels,
            names=texts,
            measures=table,
            measure_names=columns,
            xy=places,
            areas=np.zeros(n) if areas is None else _column(areas, n, "areas"),
            perimeters=np.zeros(n) if perimeters is None else _column(perimeters, n, "perimeters"),
            geometry=None,
            is_points=areas is None,
        )

    def values(self) -> np.ndarray:
        """Measures for arithmetic, (n, m): missing values count 0. Without measures every unit counts 1,
        (n, 1).
        """
        if self.measures.shape[1] == 0:
            return np.ones((self.n, 1))
        return np.nan_to_num(self.measures, nan=0.0, posinf=0.0, neginf=0.0)

    def with_measures(self, measures: Any, names: Sequence[str]) -> Units:
        """The same units with other measures, (n, m), called `names`."""
        table, columns = _measures(self.n, measures, names)
        return replace(self, measures=table, measure_names=columns)

    def subset(self, mask: np.ndarray) -> Units:
        """Only the units that `mask` (boolean, or positions) selects, in its order."""
        chosen = np.asarray(mask)
        return Units(
            ids=self.ids[chosen],
            names=self.names[chosen],
            measures=self.measures[chosen],
            measure_names=self.measure_names,
            xy=self.xy[chosen],
            areas=self.areas[chosen],
            perimeters=self.perimeters[chosen],
            geometry=None if self.geometry is None else self.geometry[chosen],
            is_points=self.is_points,
        )

    def extended(self, other: Units) -> Units:
        """These units followed by those of `other`, which must have the same measures."""
        if other.measure_names != self.measure_names:
            raise ValueError(
                f"The added units have the measures {', '.join(other.measure_names) or 'none'}, "
                f"the plan has {', '.join(self.measure_names) or 'none'}."
            )
        geometry = None
        if self.geometry is not None and other.geometry is not None:
            geometry = np.concatenate([self.geometry, other.geometry])
        return Units(
            ids=np.concatenate([self.ids, other.ids]),
            names=np.concatenate([self.names, other.names]),
            measures=np.vstack([self.measures, other.measures]),
            measure_names=self.measure_names,
            xy=np.vstack([self.xy, other.xy]),
            areas=np.concatenate([self.areas, other.areas]),
            perimeters=np.concatenate([self.perimeters, other.perimeters]),
            geometry=geometry,
            is_points=self.is_points if self.n else other.is_points,
        )

    def with_geometry(self, units: np.ndarray, geometry: Sequence[Any] | np.ndarray) -> Units:
        """A copy in which the units at positions `units` (c,) have the shapes `geometry` (c,)."""
        if self.geometry is None:
            raise ValueError("These units have no geometry that could change.")
        positions = np.atleast_1d(np.asarray(units))
        fresh = Units.from_shapely(geometry, ids=self.ids[positions], names=self.names[positions])
        xy, areas, perimeters = self.xy.copy(), self.areas.copy(), self.perimeters.copy()
        shapes = self.geometry.copy()
        xy[positions], areas[positions], perimeters[positions] = fresh.xy, fresh.areas, fresh.perimeters
        shapes[positions] = fresh.geometry
        return replace(self, xy=xy, areas=areas, perimeters=perimeters, geometry=shapes)


def _attributes(
    n: int, ids: Any, names: Any, measures: Any, measure_names: Sequence[str]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, tuple[str, ...]]:
    labels = np.arange(n, dtype=np.int64) if ids is None else np.array(ids, dtype=np.int64).ravel()
    if len(labels) != n:
        raise ValueError(f"There are {n} units but {len(labels)} ids.")
    texts = np.empty(n, dtype=object)
    texts[:] = [str(label) for label in labels] if names is None else _sized(names, n, "names")
    table, columns = _measures(n, measures, measure_names)
    return labels, texts, table, columns


def _measures(n: int, measures: Any, names: Sequence[str]) -> tuple[np.ndarray, tuple[str, ...]]:
    columns = tuple(str(name) for name in names)
    table = np.empty((n, 0)) if measures is None else np.array(measures, dtype=float)
    if table.ndim == 1:
        table = table.reshape(n, -1) if n else table.reshape(0, max(1, len(columns)))
    if table.shape[0] != n:
        raise ValueError(f"There are {n} units but {table.shape[0]} rows of measures.")
    if not columns and table.shape[1]:
        columns = tuple(f"measure_{number}" for number in range(1, table.shape[1] + 1))
    if len(columns) != table.shape[1]:
        raise ValueError(f"There are {table.shape[1]} measures but {len(columns)} measure names.")
    return table, columns


def _sized(values: Any, n: int, what: str) -> list[Any]:
    items = list(values)
    if len(items) != n:
        raise ValueError(f"There are {n} units but {len(items)} {what}.")
    return items


def _column(values: Any, n: int, what: str) -> np.ndarray:
    column = np.array(values, dtype=float).ravel()
    if len(column) != n:
        raise ValueError(f"There are {n} units but {len(column)} {what}.")
    return column
