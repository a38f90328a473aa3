"""Who has what by shapes: boundaries of territories, or last year's units, laid over the units of now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeatureSource,
    QgsFields,
    QgsVectorLayerUtils,
)

from ..core.carryover import Carryover, account_shares, carry_over
from ..core.geos import shapely
from ..core.overlay import Overlay, by_centre, by_overlap, overlaps
from ..core.rollup import locate
from ..core.units import Units
from ..translate import tr
from .reading import LayerUnits, ReadingError, label, read_features, read_units

CENTRE, OVERLAP = range(2)
# what boundaries made by this plugin, or by most others, call the territory
_USUAL = "territory"
_MOST = 100

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Doubt:
    """A unit whose territory is not certain.

    Attributes
    ----------
    unit : position of the unit
    territory : what it gets, None for nothing
    others : what else it might get, the likeliest first
    share : part of the unit that speaks for `territory`, 0 to 1; NaN where nothing is measured
    detail : why it is in doubt, in words
    """

    unit: int
    territory: str | None
    others: tuple[str | None, ...]
    share: float
    detail: str


@dataclass
class Placed:
    """What shapes say about units.

    Attributes
    ----------
    territories : (n,) the territory of each unit, None for none
    doubts : units to look at, the least certain first
    remarks : what is odd about the shapes, in words
    idle : names of shapes that get no unit
    """

    territories: list[str | None]
    doubts: list[Doubt]
    remarks: list[str] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)


@dataclass
class Boundaries:
    """Boundaries that have a name and a shape, in the CRS of the units.

    Attributes
    ----------
    shapes : (b,) shapely polygons
    labels : (b,) int, position of each one's name
    names : the names, in natural order
    remarks : which ones were passed over or repaired, in words
    """

    shapes: np.ndarray
    labels: np.ndarray
    names: list[str]
    remarks: list[str]


def boundary_name_field(fields: QgsFields) -> str:
    """The field that names boundaries: “territory”, or the one that reads like a name; empty for none."""
    usual = fields.lookupField(_USUAL)
    return fields.at(usual).name() if usual >= 0 else QgsVectorLayerUtils.guessFriendlyIdentifierField(fields)


def read_boundaries(
    source: QgsFeatureSource,
    name_field: str | None,
    metric: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext | None = None,
) -> Boundaries:
    """Read the boundaries of territories.

    Parameters
    ----------
    name_field : None for `boundary_name_field`
    metric : the CRS of the units

    Raises
    ------
    ReadingError
        The field is not there, or no polygon has a name.
    """
    fields = source.fields()
    wanted = name_field or boundary_name_field(fields)
    if not wanted or fields.lookupField(wanted) < 0:
        raise ReadingError(
            tr("“{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                layer=source.sourceName(),
                field=wanted or _USUAL,
                fields=", ".join(fields.names()) or "–",
            )
        )
    ids, shapes, columns = read_features(source, metric, [wanted], transform_context=context)
    labels, names = label(columns[wanted])
    shapeless = shapely.is_missing(shapes) | shapely.is_empty(shapes)
    remarks = []
    for wrong, words in (
        (labels < 0, tr("Boundaries without a name in “{field}” are passed over: features {ids}.")),
        (shapeless, tr("Boundaries without a usable geometry are passed over: features {ids}.")),
    ):
        if wrong.any():
            shown = [str(fid) for fid, out in zip(ids, wrong) if out]
            more = "…" if len(shown) > _MOST else ""
            remarks.append(words.format(field=wanted, ids=", ".join(shown[:_MOST]) + more))
    broken = np.flatnonzero(~shapely.is_valid(shapes) & ~shapeless)
    if len(broken):
        remarks.append(
            tr("Invalid boundaries were repaired for the purpose: features {ids}.").format(
                ids=", ".join(str(ids[row]) for row in broken[:_MOST])
            )
        )
    usable = np.flatnonzero((labels >= 0) & ~shapeless)
    if not len(usable):
        raise ReadingError(
            tr("Layer “{layer}” has no polygon with a name in field “{field}”.").format(
                layer=source.sourceName(), field=wanted
            )
        )
    return Boundaries(shapes[usable], labels[usable], names, remarks)


def lay_boundaries(
    units: Units,
    boundaries: Boundaries,
    method: int = CENTRE,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Overlay:
    """Which boundary each unit is in, by its `CENTRE` or by the largest `OVERLAP`."""
    if method == OVERLAP:
        return by_overlap(units, boundaries.shapes, boundaries.labels, progress=progress, cancelled=cancelled)
    return by_centre(units, boundaries.shapes, boundaries.labels)


def placed_by_boundaries(units: Units, boundaries: Boundaries, overlay: Overlay) -> Placed:
    """The same, by names, with the units that several claim and those in none."""
    names = boundaries.names
    territories = [names[place] if place >= 0 else None for place in overlay.owner.tolist()]
    doubts = []
    for unit, also in sorted(overlay.also.items()):
        others = tuple(names[name] for name in also)
        detail = tr("Also claimed by {others}.").format(others=", ".join(others))
        doubts.append(Doubt(unit, territories[unit], others, float(overlay.share[unit]), detail))
    for unit in np.flatnonzero(overlay.owner < 0).tolist():
        doubts.append(Doubt(unit, None, (), float("nan"), tr("It lies in no boundary.")))
    used = set(overlay.owner.tolist())
    idle = [name for place, name in enumerate(names) if place not in used]
    return Placed(territories, doubts, list(boundaries.remarks), idle)


@dataclass
class Carried:
    """Last year's territories on this year's units.

    Attributes
    ----------
    result : by labels
    names : name of each label; the last one, None, stands for what nobody had
    """

    result: Carryover
    names: list[str | None]


def read_old_units(
    source: QgsFeatureSource,
    territory_field: str,
    metric: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext | None = None,
    feedback: object | None = None,
) -> LayerUnits:
    """Read last year's units with their territories.

    Raises
    ------
    ReadingError
        There are none.
    """
    old = read_units(
        source, territory_field=territory_field, crs=metric, transform_context=context, feedback=feedback
    )
    if not len(old.units):
        raise ReadingError(
            tr("Layer “{layer}” has no features. Choose last year's units.").format(layer=source.sourceName())
        )
    return old


def carry(
    units: Units,
    old: LayerUnits,
    accounts: tuple[np.ndarray, np.ndarray] | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Carried:
    """Give each unit the territory that most of it had.

    Parameters
    ----------
    accounts : points in the CRS of the units and their weights, see `read_weights`; they decide where there
        are any
    """
    # one more label stands for what nobody had
    labels = np.where(old.labels >= 0, old.labels, len(old.territories))
    areas = overlaps(units, old.units.geometry, labels, progress=progress, cancelled=cancelled)
    shares = None
    if accounts is not None:
        points, weight = accounts
        before = locate(old.units, points)
        shares = account_shares(locate(units, points), np.where(before >= 0, labels[before], -1), weight)
    return Carried(carry_over(units.n, areas, shares), [*old.territories, None])


def read_weights(
    accounts: QgsFeatureSource,
    weight_field: str | None,
    metric: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext | None = None,
) -> tuple[np.ndarray, np.ndarray, LayerUnits | None]:
    """Accounts and what each counts: 1, or its number in a field; and what was odd about these.

    Raises
    ------
    ReadingError
        A weight is negative.
    """
    points = read_features(accounts, metric, transform_context=context)[1]
    if not weight_field:
        return points, np.ones(len(points)), None
    found = read_units(accounts, [weight_field], crs=metric, transform_context=context)
    weight = found.units.measures[:, 0]
    if (weight < 0).any():
        raise ReadingError(
            tr("Field “{field}” of “{layer}” has negative numbers; a weight is 0 or more.").format(
                field=weight_field, layer=accounts.sourceName()
            )
        )
    return points, weight, found


def placed_by_carrying(carried: Carried, certain: float) -> Placed:
    """The same by names, with the units of which less than *certain* (0 to 1) had their territory."""
    result, names = carried.result, carried.names
    territories = [names[place] if place >= 0 else None for place in result.owner.tolist()]
    doubts = []
    rows = np.flatnonzero(result.uncertain(certain))
    # least certain first, those of which nothing is known last
    order = rows[np.argsort(np.nan_to_num(result.share[rows], nan=2.0), kind="stable")]
    for unit in order.tolist():
        share, other = float(result.share[unit]), int(result.other[unit])
        if np.isnan(share):
            doubts.append(Doubt(unit, None, (), share, tr("There was no unit here.")))
            continue
        others = (names[other],) if other >= 0 else ()
        detail = tr("{share:.0f} % had {territory}, {other_share:.0f} % {other}.").format(
            share=100 * share,
            territory=territories[unit] or tr("nobody"),
            other_share=100 * float(result.other_share[unit]),
            other=(others[0] if others else None) or tr("nobody"),
        )
        doubts.append(Doubt(unit, territories[unit], others, share, detail))
    return Placed(territories, doubts)
