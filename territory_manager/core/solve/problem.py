"""What is asked of the solver and what it answers.

Lengths are metres, measures are in the user's own units, deviations are per cent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..targets import index_shares, scaled_weights

if TYPE_CHECKING:
    from ..adjacency import Adjacency
    from ..targets import Targets


@dataclass(frozen=True, eq=False)
class Problem:
    """Units, what territories should get, and every constraint a plan has to keep.

    Parameters
    ----------
    xy : (n, 2) float
        Places of the units in metres.
    values : (n, m) or (n,) float
        Measures of the units, none negative, none missing.
    adjacency : Adjacency
        Who touches whom; barriers are already taken out, bridges already put in.
    targets : Targets
        Territories, their shares, the tolerance, weights and limits.
    contiguous : bool
        Every territory must be one piece.
    compactness : float
        0 balance as tight as possible, 50 shape first within the tolerance, 100 the smoothest shape within
        it.
    current : (n,) int, optional
        Territory of every unit now, -1 for none. Needed for locks and for a rebalance.
    locked : (n,) bool, optional
        Units that keep their current territory.
    locked_territories : (k,) bool, optional
        Territories that keep exactly the units they have now.
    groups : (n,) int, optional
        Units with the same number stay in one territory; -1 for none.
    homes : (k, 2) float, optional
        Homes of the reps in metres, the fixed centres of their territories; a NaN row has no home.
    home_units : (k,) int, optional
        The unit that every rep lives in, -1 for none: it is in the rep's territory. Without it the unit
        nearest to the home is.
    max_distance : float, optional
        Farthest a unit may be from the home, or else the centre, of its territory, in metres.
    names : (n,) str, optional
        How messages name a unit.
    measure_names : tuple of str
        How messages name a measure.

    Raises
    ------
    ValueError
        In words a user understands, when the parts do not fit each other.
    """

    xy: np.ndarray
    values: np.ndarray
    adjacency: Adjacency
    targets: Targets
    contiguous: bool = True
    compactness: float = 50.0
    current: np.ndarray | None = None
    locked: np.ndarray | None = None
    locked_territories: np.ndarray | None = None
    groups: np.ndarray | None = None
    homes: np.ndarray | None = None
    home_units: np.ndarray | None = None
    max_distance: float | None = None
    names: np.ndarray | None = None
    measure_names: tuple = ()

    def __post_init__(self) -> None:
        xy = np.asarray(self.xy, dtype=float)
        values = np.asarray(self.values, dtype=float)
        if xy.ndim != 2 or xy.shape[1:] != (2,):
            raise ValueError(
                f"Places must be given as x and y for every unit, not with the shape {xy.shape}."
            )
        n = len(xy)
        if values.ndim == 1:
            values = values[:, None]
        if values.ndim != 2 or len(values) != n or values.shape[1] == 0:
            raise ValueError(f"There are {n} units, but measures with the shape {values.shape}.")
        object.__setattr__(self, "xy", xy)
        object.__setattr__(self, "values", values)
        self._check_numbers()
        self._take("current", (n,), np.int32)
        self._take("locked", (n,), bool)
        self._take("locked_territories", (self.k,), bool)
        self._take("groups", (n,), np.int64)
        self._take("homes", (self.k, 2), float)
        self._take("home_units", (self.k,), np.int64)
        if self.current is None and (
            (self.locked is not None and self.locked.any())
            or (self.locked_territories is not None and self.locked_territories.any())
        ):
            raise ValueError("Locks need the current territory of the units.")
        if self.current is not None and n and (self.current.min() < -1 or self.current.max() >= self.k):
            raise ValueError(f"A current territory lies outside the {self.k} territories of the plan.")
        if not 0 <= self.compactness <= 100:
            raise ValueError(f"Compactness must be between 0 and 100, not {self.compactness:g}.")
        if self.max_distance is not None and not self.max_distance > 0:
            raise ValueError(f"The maximum distance must be above 0, not {self.max_distance:g}.")

    def _take(self, name: str, shape: tuple, kind) -> None:
        """Bring an optional array into its shape and kind, or say what does not fit."""
        given = getattr(self, name)
        if given is None:
            return
        array = np.asarray(given, dtype=kind)
        if array.shape != shape:
            raise ValueError(f"'{name}' has the shape {array.shape}, expected {shape}.")
        object.__setattr__(self, name, array)

    def _check_numbers(self) -> None:
        n = len(self.xy)
        if self.k < 1:
            raise ValueError("At least one territory is needed.")
        if self.adjacency.n != n:
            raise ValueError(f"The neighbourhood has {self.adjacency.n} units, the map {n}.")
        for what, array in (("place", self.xy), ("measure", self.values)):
            bad = np.flatnonzero(~np.isfinite(array).all(axis=1))
            if len(bad):
                raise ValueError(f"Unit {self.name(bad[0])} has no {what} ({len(bad)} such units).")
        bad = np.flatnonzero((self.values < 0).any(axis=1))
        if len(bad):
            raise ValueError(f"Unit {self.name(bad[0])} has a negative measure ({len(bad)} such units).")
        if not self.targets.tolerance >= 0:
            raise ValueError("The tolerance must not be negative.")
        shares = np.asarray(self.targets.shares, dtype=float)
        if not (np.isfinite(shares).all() and (shares > 0).all()):
            raise ValueError("Every territory needs a capacity above 0.")

    @property
    def n(self) -> int:
        return len(self.xy)

    @property
    def k(self) -> int:
        return len(self.targets.territories)

    @property
    def m(self) -> int:
        return self.values.shape[1]

    def name(self, unit: int) -> str:
        """The unit as messages name it; its number, counted from 1, if it has no name."""
        return str(unit + 1) if self.names is None else str(self.names[unit])

    def measure_name(self, measure: int) -> str:
        return self.measure_names[measure] if measure < len(self.measure_names) else f"measure {measure + 1}"

    @cached_property
    def weights(self) -> np.ndarray:
        """(m,) weights of the measures in the index, adding up to 1; a measure that is 0 everywhere has
        none.
        """
        return scaled_weights(self.values.sum(axis=0), self.targets.weights)

    @cached_property
    def shares(self) -> np.ndarray:
        """(n, m) share of every unit in the total of every measure; 0 for a measure that is 0 everywhere."""
        totals = self.values.sum(axis=0)
        return self.values / np.where(totals > 0, totals, 1.0)

    @cached_property
    def weightless(self) -> bool:
        """No measure has a positive total: units are counted instead."""
        return not self.weights.any()

    @cached_property
    def index(self) -> np.ndarray:
        """(n,) the index: share of every unit in the weighted measures, adding up to 1."""
        if self.weightless:
            return np.full(self.n, 1.0 / max(self.n, 1))
        return index_shares(self.values, self.targets.weights)

    @cached_property
    def mass(self) -> np.ndarray:
        """(n,) weight of every unit in the moment of inertia.

        The measure itself if there is one; with several the index times the number of units, so that an
        average unit weighs 1; and 1 for every unit if nothing is measured.
        """
        if self.m == 1 and not self.weightless:
            return self.values[:, 0]
        return self.index * self.n

    @cached_property
    def balanced(self) -> np.ndarray:
        """(n, q) what must be within tolerance, in shares: the index, or every measure by itself."""
        if self.targets.each_measure and not self.weightless:
            return self.shares[:, self.values.sum(axis=0) > 0]
        return self.index[:, None]

    @cached_property
    def balanced_names(self) -> tuple:
        """(q,) names of the columns of :attr:`balanced`."""
        if self.targets.each_measure and not self.weightless:
            return tuple(self.measure_name(j) for j in np.flatnonzero(self.values.sum(axis=0) > 0))
        return (self.measure_name(0) if self.m == 1 else "index",)

    @cached_property
    def target_shares(self) -> np.ndarray:
        """(k,) what every territory should get of each balanced column, adding up to 1."""
        shares = np.asarray(self.targets.shares, dtype=float)
        return shares / shares.sum()

    @cached_property
    def fixed(self) -> np.ndarray:
        """(n,) the territory a unit is bound to: locked, or in a locked territory; -1 when it is free."""
        fixed = np.full(self.n, -1, dtype=np.int32)
        if self.current is None:
            return fixed
        if self.locked is not None:
            fixed[self.locked] = self.current[self.locked]
        if self.locked_territories is not None:
            held = (self.current >= 0) & self.locked_territories[self.current]
            fixed[held] = self.current[held]
        return fixed

    @cached_property
    def open_territories(self) -> np.ndarray:
        """(k,) bool: territories that may take or give units."""
        return np.ones(self.k, bool) if self.locked_territories is None else ~self.locked_territories

    @cached_property
    def neighbours(self) -> list:
        """Neighbours of every unit as plain lists of int: what the inner loops read."""
        starts = self.adjacency.indptr.tolist()
        indices = self.adjacency.indices.tolist()
        return [indices[a:b] for a, b in zip(starts[:-1], starts[1:])]


@dataclass
class Solution:
    """A plan, and how good it is.

    Attributes
    ----------
    labels : (n,) int32
        Territory of every unit, -1 for unassigned.
    feasible : bool
        Every constraint of the problem is kept.
    message : str
        In words: what was reached, and what was not and why.
    objective : float
        Moment of inertia, Σ mass × squared distance to the centre in km² / 10⁶ (:attr:`Problem.mass`); the
        centre is the home of the territory where it has one, else its weighted centroid.
    lower_bound, gap : float or None
        Proven bound of the objective, and the distance to it in %; None where none is proven.
    max_deviation : float
        Largest absolute deviation of the balanced quantity, %.
    extra_pieces : int
        Pieces beyond one per territory.
    unassigned : int
        Units without a territory.
    violations : list of str
        Every constraint that is not kept, in words.
    cancelled, timed_out : bool
        The search was stopped early; the plan is the best so far.
    spread : float or None
        With several measures each within tolerance: the objective as a multiple of that of a plan balanced on
        their index alone, the price in compactness.
    moved, disruption, disruption_bound
        Of a rebalance: (n,) bool, and what changes hands with its proven lower bound, %.
    """

    labels: np.ndarray
    feasible: bool = False
    message: str = ""
    objective: float = 0.0
    lower_bound: float | None = None
    gap: float | None = None
    max_deviation: float = 0.0
    extra_pieces: int = 0
    unassigned: int = 0
    elapsed: float = 0.0
    cancelled: bool = False
    timed_out: bool = False
    violations: list = field(default_factory=list)
    spread: float | None = None
    moved: np.ndarray | None = None
    disruption: float | None = None
    disruption_bound: float | None = None
