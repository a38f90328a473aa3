"""What a plan on a layer would start from, found out before the plan is made.

The attributes are quick to read and answer most; the neighbours take longer and are looked for by themselves.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Callable

import numpy as np
from qgis.core import QgsFeatureRequest

from ..core.adjacency import Adjacency
from ..core.geos import shapely
from ..core.rollup import locate, sums
from ..core.targets import index_shares
from .nulls import text_or_none
from .numbers import numbers
from .plan import COUNT
from .reading import name_candidates, natural_key, read_features, read_units, unit_names
from .snapshot import LayerSnapshot


@dataclass
class Attributes:
    """The attributes of a layer that a plan looks at.

    Attributes
    ----------
    ids : feature ids
    names : how messages call the units
    values : field → (n,) float64, NaN where there is no number
    unread : field → row → the text that is no number
    territories : the territories in the territory field, in natural order
    unassigned : units without a territory
    """

    ids: list[int]
    names: list[str]
    values: dict[str, np.ndarray]
    unread: dict[str, dict[int, str]]
    territories: list[str]
    unassigned: int


@dataclass
class Connections:
    """How the units hang together: connected parts, the units outside the largest, units without a shape."""

    parts: int
    outside: list[int]
    shapeless: list[int]


@dataclass
class AccountColumns:
    """What accounts add up to over the units of a layer.

    Attributes
    ----------
    values : measure → feature id of a unit → its sum, NaN where none of its accounts has a number
    accounts : how many there are
    unplaced : how many of them lie in no unit
    missing : field of the accounts → how many have no number in it
    """

    values: dict[str, dict[int, float]]
    accounts: int
    unplaced: int
    missing: dict[str, int]


@dataclass
class Prospect:
    """What is to be expected of a number of territories.

    Attributes
    ----------
    count : units
    totals : (m,) of the measures; the number of units where there are none
    missing, negative : field → feature ids
    unread : field → an example of a text that is no number
    empty : fields that sum to 0
    territories : how many
    tolerance : in %
    heaviest, heaviest_name : feature id and name of the unit with the largest share
    heaviest_share : its share of everything
    most_territories : more cannot hold that unit within tolerance
    least_tolerance : in %, less cannot hold it in this number of territories
    """

    count: int
    totals: np.ndarray
    missing: dict[str, list[int]] = field(default_factory=dict)
    negative: dict[str, list[int]] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)
    territories: int = 1
    tolerance: float = 5.0
    heaviest: int | None = None
    heaviest_name: str = ""
    heaviest_share: float = 0.0
    most_territories: int | None = None
    least_tolerance: float = 0.0

    @property
    def too_heavy(self) -> bool:
        """One unit is more than a territory may be."""
        return self.most_territories is not None and self.most_territories < self.territories


def read_attributes(
    source: LayerSnapshot,
    measures: Sequence[str],
    territory_field: str | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Attributes | None:
    """Read attributes only; None when cancelled."""
    fields = source.fields()
    measures = [name for name in measures if fields.lookupField(name) >= 0]
    labels = name_candidates(source)
    wanted = list(dict.fromkeys([*measures, *labels, *([territory_field] if territory_field else [])]))
    wanted = [name for name in wanted if fields.lookupField(name) >= 0]
    indices = [fields.lookupField(name) for name in wanted]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(indices)
    ids, rows = [], []
    for row, feature in enumerate(source.getFeatures(request)):
        if cancelled is not None and row % 500 == 0 and cancelled():
            return None
        attributes = feature.attributes()
        ids.append(feature.id())
        rows.append([attributes[index] for index in indices])
    columns = dict(zip(wanted, zip(*rows) if rows else ((),) * len(wanted)))
    values, unread = {}, {}
    for name in measures:
        values[name], unread[name] = numbers(columns[name])
    codes = [text_or_none(value) for value in columns.get(territory_field or "", ())]
    return Attributes(
        ids=ids,
        names=unit_names([columns[name] for name in labels if name in columns], ids),
        values=values,
        unread=unread,
        territories=sorted({code for code in codes if code is not None}, key=natural_key),
        unassigned=codes.count(None) if codes else len(ids),
    )


def read_connections(
    source: LayerSnapshot, cancelled: Callable[[], bool] | None = None
) -> Connections | None:
    """Read the shapes and find the connected parts of the map; None when cancelled."""
    units = read_units(source).units
    if cancelled is not None and cancelled():
        return None
    adjacency = Adjacency.of(units, connect=False, cancelled=cancelled)
    placed = np.isfinite(units.xy).all(axis=1)
    shapeless = [int(fid) for fid in units.ids[~placed]]
    if not placed.any():
        return Connections(parts=0, outside=[], shapeless=shapeless)
    _, part = adjacency.components()
    parts, sizes = np.unique(part[placed], return_counts=True)
    outside = placed & (part != parts[np.argmax(sizes)])
    return Connections(len(parts), [int(fid) for fid in units.ids[outside]], shapeless)


def read_accounts(
    units: LayerSnapshot, accounts: LayerSnapshot, measures: Mapping[str, str]
) -> AccountColumns:
    """Count and sum accounts over the units they lie in.

    Parameters
    ----------
    units, accounts : polygons or points; points
    measures : measure → field of the accounts, `COUNT` for their number
    """
    read = read_units(units)
    fields = [name for name in measures.values() if name != COUNT]
    ids, points, columns = read_features(accounts, read.crs, fields)
    table = np.array([numbers(columns[name])[0] for name in fields]).reshape(len(fields), len(ids)).T
    unit = locate(read.units, shapely.centroid(points))
    counts, totals = sums(unit, table, read.units.n)
    fids = read.units.ids.tolist()
    values = {}
    for measure, name in measures.items():
        column = counts.astype(float) if name == COUNT else totals[:, fields.index(name)]
        values[measure] = dict(zip(fids, column.tolist()))
    missing = dict(zip(fields, np.count_nonzero(~np.isfinite(table), axis=0).tolist()))
    return AccountColumns(values, len(ids), int(np.count_nonzero(unit < 0)), missing)


def prospect(
    attributes: Attributes,
    measures: Sequence[str],
    weights: Sequence[float] | None,
    territories: int,
    tolerance: float,
) -> Prospect:
    """What is to be expected when the measures are balanced over a number of equal territories.

    Parameters
    ----------
    attributes : what `read_attributes` read, with these measures
    measures, weights : as a plan has them; no measures: every unit counts 1
    territories : how many
    tolerance : in %
    """
    count = len(attributes.ids)
    table = np.ones((count, 1))
    if measures:
        table = (
            np.column_stack([attributes.values[name] for name in measures])
            if count
            else np.empty((0, len(measures)))
        )
    known = np.where(np.isfinite(table), table, 0.0)
    seen = Prospect(count, known.sum(axis=0), territories=territories, tolerance=tolerance)
    for column, name in enumerate(measures):
        values = table[:, column]
        absent, below = np.flatnonzero(~np.isfinite(values)), np.flatnonzero(values < 0)
        if len(absent):
            seen.missing[name] = [attributes.ids[row] for row in absent]
        if len(below):
            seen.negative[name] = [attributes.ids[row] for row in below]
        if attributes.unread.get(name):
            seen.unread[name] = next(iter(attributes.unread[name].values()))
        if not seen.totals[column] > 0:
            seen.empty.append(name)
    if not count or seen.negative or len(seen.empty) == max(1, len(measures)):
        return seen
    shares = index_shares(known, weights)
    row = int(np.argmax(shares))
    share = float(shares[row])
    seen.heaviest, seen.heaviest_name, seen.heaviest_share = attributes.ids[row], attributes.names[row], share
    if share > 0:
        seen.most_territories = max(1, math.floor((1 + tolerance / 100) / share + 1e-9))
        seen.least_tolerance = max(0.0, 100 * (share * territories - 1))
    return seen
