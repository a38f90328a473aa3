"""The problem as the steps of the solver see it: plain arrays, kilometres, shares, groups merged to one unit.

A :class:`Model` may be the whole map, one part of it that is cut off, or a coarse version of either.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from .home_units import bind_homes, told_apart
from .problem import Problem

_FLOOR_OF_MASS = 0.01
"""Units lighter than this part of the average count as that much in the shape, or nothing would hold them."""

_SMALLEST_BAND = 0.002
"""Deviations are penalised in units of the tolerance, but never in smaller ones than this fraction."""

_ROOM = 0.2
"""Part of the tolerance that is left for whole units about a goal that limits forbid."""

_ROUNDING = 1e-10
"""Bounds are wider by this part of the target, so that sums on the bound count as inside."""


@dataclass(frozen=True, eq=False)
class Model:
    """Arrays of one search; n units ("atoms"), k territories, q columns to keep within bounds.

    Attributes
    ----------
    xy : (n, 2) km
    mass : (n,) weight in the moment of inertia
    loads : (n, q) shares of the columns that are bounded
    target, lower, upper : (k, q) in the same shares; lower and upper are the hard bounds
    unit_of_deviation : (k, q) what one point of penalty is: the tolerance in shares
    pairs : (e, 2) int, neighbours, each pair once
    fixed : (n,) int, the territory a unit is bound to, or -1
    open : (k,) bool, territories that may change
    centres : (k, 2) km, fixed centres (homes); NaN where the centre is free
    max_distance : km or inf
    contiguous : bool
    compactness : 0–100
    atom_of : (N,) int, the atom of every unit of the problem
    """

    xy: np.ndarray
    mass: np.ndarray
    loads: np.ndarray
    target: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    unit_of_deviation: np.ndarray
    pairs: np.ndarray
    fixed: np.ndarray
    open: np.ndarray
    centres: np.ndarray
    max_distance: float
    contiguous: bool
    compactness: float
    atom_of: np.ndarray

    @property
    def n(self) -> int:
        return len(self.xy)

    @property
    def k(self) -> int:
        return len(self.target)

    @property
    def q(self) -> int:
        return self.loads.shape[1]

    @cached_property
    def graph(self) -> csr_matrix:
        """(n, n) symmetric neighbourhood."""
        a, b = self.pairs[:, 0], self.pairs[:, 1]
        ones = np.ones(2 * len(a), dtype=np.int8)
        return csr_matrix((ones, (np.r_[a, b], np.r_[b, a])), shape=(self.n, self.n))

    @cached_property
    def neighbours(self) -> list:
        """Plain lists of int, in ascending order, for the inner loops."""
        graph = self.graph
        graph.sort_indices()
        starts, indices = graph.indptr.tolist(), graph.indices.tolist()
        return [indices[a:b] for a, b in zip(starts[:-1], starts[1:])]

    @cached_property
    def homes(self) -> np.ndarray:
        """(k,) bool: territories with a fixed centre."""
        return np.isfinite(self.centres).all(axis=1)

    @cached_property
    def shape_mass(self) -> np.ndarray:
        """(n,) mass as the search weighs it: units without workload still want to be near their territory."""
        mean = self.mass.mean() if self.n else 0.0
        return np.maximum(self.mass, _FLOOR_OF_MASS * mean) if mean > 0 else np.ones(self.n)

    def expand(self, labels: np.ndarray) -> np.ndarray:
        """(N,) labels of the problem's units from the labels of the atoms."""
        return np.asarray(labels, dtype=np.int32)[self.atom_of]

    def condense(self, labels: np.ndarray) -> np.ndarray:
        """(n,) labels of the atoms from labels of the units; of a group, the one with most of its units."""
        votes = np.zeros((self.n, self.k + 1))
        np.add.at(votes, (self.atom_of, np.asarray(labels)), 1)
        result = votes.argmax(axis=1).astype(np.int32)
        return np.where(result == self.k, -1, result).astype(np.int32)

    def totals(self, labels: np.ndarray) -> np.ndarray:
        """(k, q) what every territory has."""
        return np.stack([np.bincount(labels, self.loads[:, j], self.k) for j in range(self.q)], axis=1)

    def excess(self, labels: np.ndarray) -> float:
        """How far outside the hard bounds a plan is, as a fraction of the targets; 0 inside.

        The worst territory counts, and the mean of all, so that the others are balanced where one cannot be.
        Units farther than the maximum distance count by the same rule, as a fraction of it.
        """
        return self.excess_of(self.totals(labels)) + self.too_far(labels)

    def too_far(self, labels: np.ndarray) -> float:
        """How far units are beyond the maximum distance, or the nearest home where that is farther, as a
        fraction of it: the worst of all, and their sum for each territory.
        """
        if not np.isfinite(self.max_distance):
            return 0.0
        away = np.sqrt(((self.xy - self.centroids(labels)[labels]) ** 2).sum(axis=1))
        beyond = np.maximum(away / self.reach - 1.0 - _ROUNDING, 0.0)
        return float(beyond.max() + beyond.sum() / self.k)

    @cached_property
    def reach(self) -> np.ndarray:
        """(n,) km: how far every unit may be from its centre, as far as that can be kept."""
        reach = np.full(self.n, self.max_distance)
        if self.homes.all():
            apart = ((self.xy[:, None] - self.centres[None]) ** 2).sum(axis=2)
            np.maximum(reach, np.sqrt(apart.min(axis=1)), out=reach)
        return reach

    def excess_of(self, totals: np.ndarray) -> float:
        """As :meth:`excess`, from the (k, q) totals."""
        outside = np.maximum(np.maximum(totals - self.upper, self.lower - totals), 0) / self.target
        return float(outside.max() + outside.mean()) if outside.size else 0.0

    def centroids(self, labels: np.ndarray) -> np.ndarray:
        """(k, 2) km: the home where there is one, else the weighted centroid; NaN for an empty territory."""
        mass = self.shape_mass
        total = np.bincount(labels, mass, self.k)
        with np.errstate(invalid="ignore", divide="ignore"):
            free = np.stack(
                [np.bincount(labels, mass * self.xy[:, j], self.k) / total for j in (0, 1)], axis=1
            )
        return np.where(self.homes[:, None], self.centres, free)

    def inertia(self, labels: np.ndarray) -> float:
        """Σ mass × squared distance to the centre, km²."""
        away = self.xy - self.centroids(labels)[labels]
        return float((self.shape_mass * (away**2).sum(axis=1)).sum())

    def cut(self, labels: np.ndarray) -> int:
        """Neighbours in different territories."""
        return int((labels[self.pairs[:, 0]] != labels[self.pairs[:, 1]]).sum())

    def pieces(self, labels: np.ndarray) -> tuple:
        """(count, (n,) piece of every unit): connected parts of the territories."""
        inside = self.pairs[labels[self.pairs[:, 0]] == labels[self.pairs[:, 1]]]
        graph = csr_matrix(
            (np.ones(len(inside), np.int8), (inside[:, 0], inside[:, 1])), shape=(self.n, self.n)
        )
        return connected_components(graph, directed=False)

    def with_band(self, fraction: float) -> Model:
        """The same model with bounds drawn in to this fraction of their distance from the target."""
        return replace(
            self,
            lower=self.target - fraction * (self.target - self.lower),
            upper=self.target + fraction * (self.upper - self.target),
        )

    def within_reach(self) -> Model:
        """The same model with the goals that can be had: what the search should aim at.

        A locked territory is at its goal with what it holds, a unit heavier than any territory may be gets
        one to itself, and the others share evenly what these leave. Where the bounds of the others cannot
        hold that, they are scaled with the targets: an equal deviation for all is the nearest that is
        possible.
        """
        fixed, held = self._heavy_units()
        target, lower, upper = self.target.copy(), self.lower.copy(), self.upper.copy()
        unit = self.unit_of_deviation.copy()
        free = ~held
        holds = np.stack(
            [np.bincount(fixed[fixed >= 0], column[fixed >= 0], self.k) for column in self.loads.T], axis=1
        )
        target[held] = np.maximum(holds[held], 1e-12)
        lower[held], upper[held] = target[held] * (1 - _ROUNDING), target[held] * (1 + _ROUNDING)
        left = self.loads.sum(axis=0) - holds[held].sum(axis=0)
        for j in range(self.q if free.any() else 0):
            if (not held.any() and lower[:, j].sum() <= left[j] <= upper[:, j].sum()) or left[j] <= 0:
                continue
            factor = left[j] / target[free, j].sum()
            target[free, j] *= factor
            if not lower[free, j].sum() <= left[j] <= upper[free, j].sum():
                lower[free, j] *= factor
                upper[free, j] *= factor
                unit[free, j] *= factor
                # Limits out of reach leave no room at all; whole units need some.
                room = _ROOM * unit[free, j]
                lower[free, j] = np.minimum(lower[free, j], target[free, j] - room)
                upper[free, j] = np.maximum(upper[free, j], target[free, j] + room)
            target[free, j] = np.clip(target[free, j], lower[free, j], upper[free, j])
        return replace(self, target=target, lower=lower, upper=upper, unit_of_deviation=unit, fixed=fixed)

    def _heavy_units(self) -> tuple:
        """(n,) bonds with the heavy units bound, (k,) bool territories that are closed or filled by one of
        them.
        """
        fixed, held = self.fixed.copy(), ~self.open
        heavy = np.flatnonzero(self.loads[:, 0] > self.upper[:, 0].max())
        for v in heavy[np.argsort(-self.loads[heavy, 0], kind="stable")]:
            if fixed[v] < 0:
                room = np.flatnonzero(
                    ~held & ~self.homes & (np.bincount(fixed[fixed >= 0], minlength=self.k) == 0)
                )
                if not len(room) or held.sum() >= self.k - 1:
                    continue
                fixed[v] = room[self.target[room, 0].argmax()]
            held[fixed[v]] = True
        return fixed, held


def model_of(problem: Problem) -> Model:
    """The model of a whole problem, keep-together groups merged."""
    atom_of = atoms_of(problem)
    count = int(atom_of.max()) + 1 if problem.n else 0
    loads, target, lower, upper = _bounds(problem)
    mass = np.bincount(atom_of, problem.mass, count)
    weight = np.maximum(problem.mass, 1e-9 * max(problem.mass.mean(), 1e-300)) if problem.n else problem.mass
    weight_sum = np.bincount(atom_of, weight, count)
    xy = np.stack(
        [np.bincount(atom_of, weight * problem.xy[:, j], count) / weight_sum for j in (0, 1)], axis=1
    )
    fixed = np.full(count, -1, dtype=np.int32)
    bound = problem.fixed >= 0
    fixed[atom_of[bound]] = problem.fixed[bound]
    pairs = _pairs(problem, atom_of, count)
    centres = np.full((problem.k, 2), np.nan) if problem.homes is None else problem.homes / 1000.0
    if problem.homes is not None:
        bind_homes(problem, problem.homes, atom_of, fixed)
    unit = np.maximum(problem.targets.tolerance, _SMALLEST_BAND) * target
    return Model(
        xy=xy / 1000.0,
        mass=mass,
        loads=np.stack([np.bincount(atom_of, column, count) for column in loads.T], axis=1),
        target=target,
        lower=lower,
        upper=upper,
        unit_of_deviation=unit,
        pairs=pairs,
        fixed=fixed,
        open=problem.open_territories,
        centres=told_apart(centres, xy / 1000.0),
        max_distance=np.inf if problem.max_distance is None else problem.max_distance / 1000.0,
        contiguous=problem.contiguous,
        compactness=float(problem.compactness),
        atom_of=atom_of,
    )


def part_of(model: Model, atoms: np.ndarray, territories: np.ndarray) -> Model:
    """The model of some atoms shared out among some territories; targets are scaled to what the atoms carry.

    ``atom_of`` of the part is the identity; its labels are put back by
    ``labels[atoms] = territories[part_labels]``.
    """
    place = np.full(model.n, -1)
    place[atoms] = np.arange(len(atoms))
    pairs = place[model.pairs]
    where = np.full(model.k, -1)
    where[territories] = np.arange(len(territories))
    fixed = model.fixed[atoms]
    fixed = np.where(fixed >= 0, where[np.maximum(fixed, 0)], -1).astype(np.int32)
    return replace(
        model,
        xy=model.xy[atoms],
        mass=model.mass[atoms],
        loads=model.loads[atoms],
        target=model.target[territories],
        lower=model.lower[territories],
        upper=model.upper[territories],
        unit_of_deviation=model.unit_of_deviation[territories],
        pairs=pairs[(pairs >= 0).all(axis=1)],
        fixed=fixed,
        open=model.open[territories],
        centres=model.centres[territories],
        atom_of=np.arange(len(atoms)),
    )


def atoms_of(problem: Problem) -> np.ndarray:
    """(n,) number of the atom of every unit: a group is one atom, every other unit its own."""
    if problem.groups is None:
        return np.arange(problem.n)
    key = np.where(problem.groups >= 0, problem.groups, -1 - np.arange(problem.n))
    _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first, kind="stable")] = np.arange(len(first))
    return rank[inverse]


def _pairs(problem: Problem, atom_of: np.ndarray, count: int) -> np.ndarray:
    """(e, 2) neighbouring atoms, each pair once, in ascending order."""
    indptr = np.asarray(problem.adjacency.indptr)
    a = atom_of[np.repeat(np.arange(problem.n), np.diff(indptr))]
    b = atom_of[np.asarray(problem.adjacency.indices)]
    once = a < b
    key = np.unique(a[once].astype(np.int64) * max(count, 1) + b[once])
    return np.stack([key // max(count, 1), key % max(count, 1)], axis=1)


def _bounds(problem: Problem) -> tuple:
    """Loads (n, q) and target, lower, upper (k, q): tolerance first, then the limits on single measures."""
    balanced, share = problem.balanced, problem.target_shares
    q = balanced.shape[1]
    target = np.repeat(share[:, None], q, axis=1)
    tolerance = problem.targets.tolerance
    loads = [balanced]
    lower, upper = [target * (1 - tolerance - _ROUNDING)], [target * (1 + tolerance + _ROUNDING)]
    totals = problem.values.sum(axis=0)
    for j in range(problem.m):
        least, most = (
            np.nan if limit is None else np.asarray(limit, dtype=float)[j]
            for limit in (problem.targets.minimum, problem.targets.maximum)
        )
        if totals[j] <= 0 or (np.isnan(least) and np.isnan(most)):
            continue
        low = 0.0 if np.isnan(least) else least / totals[j]
        high = np.inf if np.isnan(most) else most / totals[j]
        loads.append(problem.shares[:, [j]])
        lower.append(np.full((problem.k, 1), low * (1 - _ROUNDING)))
        upper.append(np.full((problem.k, 1), min(high, 1.0) * (1 + _ROUNDING)))
    columns = np.concatenate(loads, axis=1)
    low, high = np.concatenate(lower, axis=1), np.concatenate(upper, axis=1)
    goal = np.repeat(share[:, None], columns.shape[1], axis=1)
    if problem.m == 1 and columns.shape[1] == 2:
        columns, goal = columns[:, :1], goal[:, :1]
        low, high = low.max(axis=1, keepdims=True), high.min(axis=1, keepdims=True)
    return columns, np.clip(goal, np.minimum(low, high), np.maximum(low, high)), low, high
