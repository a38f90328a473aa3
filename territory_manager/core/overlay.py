"""Which boundary a unit belongs to: by its centre, or by the largest part of its area."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .units import Units

# Boundaries are cut into pieces of about this many vertices, so that an intersection costs the vertices that
# are near the unit, not those of a whole country.
_VERTICES = 256
_MOST_CUTS = 24
# Overlaps that differ by less than this share of a unit are equal, and smaller ones are none.
_EQUAL = 1e-6
# How many units are looked at between two questions for cancellation.
_AT_ONCE = 4096


@dataclass(frozen=True, eq=False)
class Overlay:
    """What boundaries say about units.

    Attributes
    ----------
    owner : (n,) int, position of the name each unit gets, -1 for none.
    share : (n,) float, part of the unit that lies in its owner's boundaries, 0 to 1; NaN for units that were
        placed by their centre, 0 for those in no boundary.
    also : unit → names that have as good a claim to it, in their order; only where there are such.
    """

    owner: np.ndarray
    share: np.ndarray
    also: dict[int, list[int]]

    @property
    def ambiguous(self) -> int:
        """Number of units to which several names have a claim."""
        return len(self.also)


def centres(units: Units) -> np.ndarray:
    """(n,) shapely points: the centroid of each unit, or a point inside where the centroid lies outside
    (horseshoes, rings, groups of islands); None for a unit without a place."""
    placed = np.flatnonzero(np.isfinite(units.xy).all(axis=1))
    points = np.full(units.n, None, dtype=object)
    points[placed] = shapely.points(units.xy[placed])
    if units.is_points or units.geometry is None:
        return points
    shapes = _valid(units.geometry)
    shapely.prepare(shapes)
    outside = placed[~shapely.intersects(shapes[placed], points[placed])]
    points[outside] = shapely.point_on_surface(shapes[outside])
    return points


def by_centre(
    units: Units, shapes: Sequence[object] | np.ndarray, names: Sequence[int] | np.ndarray
) -> Overlay:
    """Each unit goes to the boundary in which its centre lies.

    Where the centre lies in boundaries of several names, or on their common border, the unit is ambiguous and
    goes to the first of the names.

    Parameters
    ----------
    units : polygons or points.
    shapes : (b,) boundaries, shapely polygons in the coordinates of the units; None and empty are passed
        over.
    names : (b,) int, the name of each boundary, 0 or more. Several boundaries may share a name.
    """
    areas, name = _boundaries(shapes, names)
    # The tree holds the points: each boundary is prepared once, however many points it is asked about.
    boundary, unit = shapely.STRtree(centres(units)).query(areas, predicate="intersects")
    claims = np.unique(np.column_stack([unit, name[boundary]]), axis=0)
    owner = np.full(units.n, -1, dtype=np.int64)
    owner[claims[::-1, 0]] = claims[::-1, 1]
    share = np.where(owner >= 0, np.nan, 0.0)
    first = np.ones(len(claims), dtype=bool)
    first[1:] = claims[1:, 0] != claims[:-1, 0]
    return Overlay(owner, share, _grouped(claims[~first]))


def by_overlap(
    units: Units,
    shapes: Sequence[object] | np.ndarray,
    names: Sequence[int] | np.ndarray,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Overlay:
    """Each unit goes to the name whose boundaries cover the largest part of it.

    A unit is ambiguous where another name covers as much, or where several names cover more than half of it
    each, which only boundaries that overlap can do. The largest part decides, then the order of the names.
    Units without area (points, lines drawn as polygons) are placed by their centre.

    Parameters
    ----------
    units, shapes, names : as for :func:`by_centre`.
    progress : told how far it is, 0 to 100.
    cancelled : asked now and then; when it says True, InterruptedError is raised.
    """
    whole = by_centre(units, shapes, names)
    if units.is_points or units.geometry is None or not (units.areas > 0).any():
        return whole
    return _decide(whole, units, overlaps(units, shapes, names, progress=progress, cancelled=cancelled))


def overlaps(
    units: Units,
    shapes: Sequence[object] | np.ndarray,
    names: Sequence[int] | np.ndarray,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> pd.DataFrame:
    """What part of each unit lies in the boundaries of each name.

    Parameters
    ----------
    units : polygons with geometry; those without area are left out.
    shapes, names, progress, cancelled : as for :func:`by_overlap`.

    Returns
    -------
    Columns ``unit``, ``name`` and ``share`` (0 to 1), sorted by unit and name; only where
    there is an overlap.
    """
    flat = np.flatnonzero(units.areas > 0)
    geometry = np.empty(0, dtype=object) if units.geometry is None else _valid(units.geometry[flat])
    parts, name, boundary = _pieces(*_boundaries(shapes, names))
    tree = shapely.STRtree(parts)
    tables = [pd.DataFrame({"unit": [], "piece": [], "boundary": [], "area": [], "common": []})]
    for start in range(0, len(geometry), _AT_ONCE):
        if cancelled is not None and cancelled():
            raise InterruptedError
        tables.append(_shares(tree, parts, boundary, geometry[start : start + _AT_ONCE], start))
        if progress is not None:
            progress(100.0 * min(start + _AT_ONCE, len(geometry)) / len(geometry))
    found = pd.concat(tables[1:] or tables, ignore_index=True)
    found["name"] = name[found["piece"].to_numpy(dtype=np.int64)]
    table = _by_name(found, geometry)
    table["unit"] = flat[table["unit"].to_numpy(dtype=np.int64)]
    return table


def _shares(
    tree: shapely.STRtree, parts: np.ndarray, boundary: np.ndarray, geometry: np.ndarray, start: int
) -> pd.DataFrame:
    """What each piece covers of each unit: unit, piece, boundary, area (m²), and the common shape where it
    is not the whole unit."""
    unit, piece = tree.query(geometry, predicate="intersects")
    shapely.prepare(parts[np.unique(piece)])
    inside = shapely.covers(parts[piece], geometry[unit])
    common = geometry[unit]
    split = np.flatnonzero(~inside)
    common[split] = shapely.intersection(geometry[unit[split]], parts[piece[split]])
    return pd.DataFrame(
        {
            "unit": unit + start,
            "piece": piece,
            "boundary": boundary[piece],
            "area": shapely.area(common),
            "common": common,
        }
    )


def _by_name(found: pd.DataFrame, geometry: np.ndarray) -> pd.DataFrame:
    """Unit, name and the share of the unit that the name covers.

    Boundaries of one name may overlap; what they cover twice counts once.
    """
    area = shapely.area(geometry)
    found = found[found["area"] > _EQUAL * area[found["unit"].to_numpy(dtype=np.int64)]]
    covered = found.groupby(["unit", "name"], sort=True).agg(
        area=("area", "sum"), boundaries=("boundary", "nunique"), largest=("area", "max")
    )
    several = covered.index[
        (covered["boundaries"] > 1)
        & (covered["largest"] < (1 - _EQUAL) * area[covered.index.get_level_values("unit")])
    ]
    shapes = found.set_index(["unit", "name"])["common"]
    if len(several):
        groups = shapes[shapes.index.isin(several)].groupby(level=["unit", "name"])
        united = groups.agg(lambda column: shapely.area(shapely.union_all(column.to_numpy())))
        covered.loc[united.index, "area"] = united.to_numpy(dtype=float)
    table = covered["area"].reset_index()
    table["share"] = np.minimum(table["area"] / area[table["unit"].to_numpy(dtype=np.int64)], 1.0)
    return table[["unit", "name", "share"]]


def _decide(whole: Overlay, units: Units, table: pd.DataFrame) -> Overlay:
    """The largest share of each unit, and who else has a claim."""
    owner, share = whole.owner.copy(), whole.share.copy()
    with_area = units.areas > 0
    owner[with_area], share[with_area] = -1, 0.0
    also = {unit: names for unit, names in whole.also.items() if not with_area[unit]}
    # Equal shares are made equal, so that the order of the names decides and not the last digit.
    best = table.groupby("unit")["share"].transform("max")
    equal = table["share"] >= best - _EQUAL
    leading = table[equal].drop_duplicates("unit")
    owner[leading["unit"]], share[leading["unit"]] = leading["name"], leading["share"]
    claims = table[equal | (table["share"] > 0.5 + _EQUAL)]
    rest = claims[claims["name"] != owner[claims["unit"]]]
    also.update(_grouped(rest[["unit", "name"]].to_numpy()))
    return Overlay(owner, share, also)


def _grouped(claims: np.ndarray) -> dict[int, list[int]]:
    also: dict[int, list[int]] = {}
    for unit, name in claims.tolist():
        also.setdefault(int(unit), []).append(int(name))
    return also


def _boundaries(
    shapes: Sequence[object] | np.ndarray, names: Sequence[int] | np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Valid boundaries that have a place, and their names."""
    areas = np.empty(len(shapes), dtype=object)
    areas[:] = shapes
    name = np.asarray(names, dtype=np.int64)
    kept = ~(shapely.is_missing(areas) | shapely.is_empty(areas))
    return _valid(areas[kept]), name[kept]


def _valid(shapes: np.ndarray) -> np.ndarray:
    """Shapes that GEOS can compute with; those that it can are the same objects."""
    broken = ~shapely.is_valid(shapes) & ~shapely.is_missing(shapes)
    mended = shapes.copy()
    mended[broken] = shapely.make_valid(shapes[broken])
    return mended


def _pieces(areas: np.ndarray, name: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Boundaries cut into pieces of few vertices, halves of halves: pieces, their names, and the boundary of
    which each is a piece."""
    boundary = np.arange(len(areas))
    done: list[tuple[np.ndarray, np.ndarray]] = []
    for _ in range(_MOST_CUTS):
        large = shapely.get_num_coordinates(areas) > _VERTICES
        done.append((areas[~large], boundary[~large]))
        areas, boundary = areas[large], boundary[large]
        if len(areas) == 0:
            break
        west, south, east, north = shapely.bounds(areas).T
        wide = east - west >= north - south
        x, y = np.where(wide, (west + east) / 2, east), np.where(wide, north, (south + north) / 2)
        lower = shapely.intersection(areas, shapely.box(west, south, x, y))
        upper = shapely.intersection(
            areas, shapely.box(np.where(wide, x, west), np.where(wide, south, y), east, north)
        )
        areas, boundary = np.concatenate([lower, upper]), np.concatenate([boundary, boundary])
        kept = ~shapely.is_empty(areas)
        areas, boundary = areas[kept], boundary[kept]
    done.append((areas, boundary))
    pieces = np.concatenate([part for part, _ in done])
    origin = np.concatenate([part for _, part in done])
    return pieces, name[origin], origin
