"""Annealed search over moves of border units that weighs balance, shape, and what changes hands.

Simulated annealing on the borders of territories (D'Amico, Wang, Batta, Rump 2002, "A simulated annealing
approach to police district design"), with the similarity to the plan of today as part of the objective
(Ríos-Mercado and López-Pérez 2013, "Commercial territory design planning with realignment and disjoint
assignment requirements"). The change of the moment of inertia of a move is exact in constant time; contiguity
is tested where the move is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .budget import Budget
from .model import Model

ROUNDING = 1e-9
"""A sum of shares may differ by this much from its band: the order of adding changes the last digits."""


@dataclass(frozen=True)
class Weights:
    """What one unit of every part of the objective costs.

    shape : the moment of inertia, in parts of that of the starting plan
    smooth : the cut edges, in parts of those of the starting plan
    disruption : the whole map changing hands
    violation : one territory out of a band by the whole tolerance, before the search raises it
    """

    shape: float
    smooth: float
    disruption: float
    violation: float = 3.0

    @classmethod
    def of(cls, compactness: float) -> Weights:
        """Disruption leads; the more compactness is asked for, the more of it shape may cost."""
        shape = max(0.05, (compactness / 50.0) ** 2)
        return cls(shape=shape, smooth=0.02 * shape, disruption=10.0)


class MoveSearch:
    """A plan that is changed move by move; sums are kept up to date.

    Parameters
    ----------
    model : Model
    labels : (n,) int
        Territory of every atom; -1 atoms are left alone.
    kept : list of {territory: cost}
        See :meth:`.disruption.Relations.kept_by_atom`.
    weights : Weights
    allowed : (n, k) bool, optional
        Territories an atom may go to; None allows all.
    """

    def __init__(
        self,
        model: Model,
        labels: np.ndarray,
        kept: list,
        weights: Weights,
        allowed: np.ndarray | None = None,
    ) -> None:
        self.model, self.kept, self.weights = model, kept, weights
        self.labels = np.asarray(labels).tolist()
        self.allowed = allowed
        self._allowed = None if allowed is None else allowed.tolist()
        self._free = (model.fixed < 0).tolist()
        self._open = model.open.tolist()
        self._x, self._y = model.xy.T.tolist()
        self._mass = model.shape_mass.tolist()
        self._load = model.loads.tolist()
        self._homes = [
            tuple(home) if known else None for home, known in zip(model.centres.tolist(), model.homes)
        ]
        self._neighbours = model.neighbours
        self._columns = range(model.q)
        self._reference(labels)
        self._sum(labels)
        self.set_bands(model)

    def _reference(self, labels: np.ndarray) -> None:
        """Scales that make the parts of the objective comparable."""
        held = labels >= 0
        inertia = 0.0
        if held.any():
            part = self.model.shape_mass[held]
            total = np.bincount(labels[held], part, self.model.k)
            for axis in (0, 1):
                place = self.model.xy[held, axis]
                mean = np.bincount(labels[held], part * place, self.model.k) / np.maximum(total, 1e-300)
                inertia += float((part * (place - mean[labels[held]]) ** 2).sum())
        cut = self.model.cut(labels)
        self._shape = self.weights.shape / max(inertia, 1e-12)
        self._smooth = self.weights.smooth / max(cut, 1)

    def _sum(self, labels: np.ndarray) -> None:
        k, held = self.model.k, labels >= 0
        own, mass = labels[held], self.model.shape_mass[held]
        self.count = np.bincount(own, minlength=k).tolist()
        self.total = np.column_stack(
            [np.bincount(own, self.model.loads[held, j], k) for j in self._columns]
        ).tolist()
        self._m = np.bincount(own, mass, k).tolist()
        self._mx = np.bincount(own, mass * self.model.xy[held, 0], k).tolist()
        self._my = np.bincount(own, mass * self.model.xy[held, 1], k).tolist()

    def set_bands(self, model: Model, inner: float = 0.985) -> None:
        """Take over the bands of a model; the search aims a little inside them."""
        middle, half = (model.upper + model.lower) / 2, (model.upper - model.lower) / 2
        self._low = (middle - inner * half).tolist()
        self._high = (middle + inner * half).tolist()
        self.hard_low, self.hard_high = model.lower - ROUNDING, model.upper + ROUNDING
        self.scale = 1.0 / model.unit_of_deviation
        self._scale = self.scale.tolist()

    def outside(self) -> float:
        """Sum over territories of what is outside the bands, in tolerances; 0 when every band is kept."""
        totals = np.asarray(self.total)
        out = np.maximum(np.maximum(totals - self.hard_high, self.hard_low - totals), 0)
        return float((out * self.scale).sum())

    def lost(self) -> float:
        """What the plan disturbs, up to a constant."""
        return -sum(kept.get(label, 0.0) for kept, label in zip(self.kept, self.labels))

    def may_go(self, atom: int, to: int) -> bool:
        """Locks, open territories and distances allow it."""
        return (
            self._free[atom]
            and self._open[to]
            and self._open[self.labels[atom]]
            and (self._allowed is None or self._allowed[atom][to])
        )

    def change_of_violation(self, atom: int, a: int, b: int) -> float:
        """Change of what is outside the bands when the atom goes from a to b, in tolerances."""
        change, load = 0.0, self._load[atom]
        for j in self._columns:
            weight = load[j]
            if weight == 0.0:
                continue
            for territory, before, after in (
                (a, self.total[a][j], self.total[a][j] - weight),
                (b, self.total[b][j], self.total[b][j] + weight),
            ):
                low, high = self._low[territory][j], self._high[territory][j]
                out = 0.0
                if after > high:
                    out = after - high
                elif after < low:
                    out = low - after
                if before > high:
                    out -= before - high
                elif before < low:
                    out -= low - before
                change += out * self._scale[territory][j]
        return change

    def change_of_inertia(self, atom: int, a: int, b: int) -> float:
        """Exact change of the moment of inertia about the homes, or else the own centroids, mass·km²."""
        p, x, y = self._mass[atom], self._x[atom], self._y[atom]
        ma, mb = self._m[a], self._m[b]
        home_a, home_b = self._homes[a], self._homes[b]
        gone = came = 0.0
        if home_a is not None:
            gone = p * ((home_a[0] - x) ** 2 + (home_a[1] - y) ** 2)
        elif ma > p:
            ax, ay = self._mx[a] / ma - x, self._my[a] / ma - y
            gone = p * ma / (ma - p) * (ax * ax + ay * ay)
        if home_b is not None:
            came = p * ((home_b[0] - x) ** 2 + (home_b[1] - y) ** 2)
        elif mb > 0:
            bx, by = self._mx[b] / mb - x, self._my[b] / mb - y
            came = p * mb / (mb + p) * (bx * bx + by * by)
        return came - gone

    def change(self, atom: int, b: int, penalty: float) -> float:
        """Change of the objective when the atom goes to b."""
        a = self.labels[atom]
        kept = self.kept[atom]
        labels = self.labels
        cut = 0
        for other in self._neighbours[atom]:
            label = labels[other]
            if label == a:
                cut += 1
            elif label == b:
                cut -= 1
        return (
            self._shape * self.change_of_inertia(atom, a, b)
            + self._smooth * cut
            + self.weights.disruption * (kept.get(a, 0.0) - kept.get(b, 0.0))
            + penalty * self.change_of_violation(atom, a, b)
        )

    def stays_whole(self, atom: int) -> bool:
        """Whether the neighbours of the atom in its own territory stay connected without it."""
        if not self.model.contiguous:
            return True
        labels, a = self.labels, self.labels[atom]
        own = [other for other in self._neighbours[atom] if labels[other] == a]
        if len(own) < 2:
            return bool(own)
        wanted, seen, queue = set(own[1:]), {atom, own[0]}, [own[0]]
        for here in queue:
            for other in self._neighbours[here]:
                if other not in seen and labels[other] == a:
                    seen.add(other)
                    queue.append(other)
                    if other in wanted:
                        wanted.discard(other)
                        if not wanted:
                            return True
        return False

    def touches(self, atom: int, territory: int) -> bool:
        labels = self.labels
        return any(labels[other] == territory for other in self._neighbours[atom])

    def move(self, atom: int, b: int) -> None:
        """Put the atom into b and keep the sums."""
        a = self.labels[atom]
        p = self._mass[atom]
        self.labels[atom] = b
        self.count[a] -= 1
        self.count[b] += 1
        self._m[a] -= p
        self._m[b] += p
        self._mx[a] -= p * self._x[atom]
        self._mx[b] += p * self._x[atom]
        self._my[a] -= p * self._y[atom]
        self._my[b] += p * self._y[atom]
        load, from_, to = self._load[atom], self.total[a], self.total[b]
        for j in self._columns:
            from_[j] -= load[j]
            to[j] += load[j]

    def border(self, rng: np.random.Generator) -> list:
        """(atom, neighbouring territory) for every border atom that may move, in random order."""
        labels = np.asarray(self.labels)
        pairs = self.model.pairs
        pairs = pairs[labels[pairs[:, 0]] != labels[pairs[:, 1]]]
        pairs = np.concatenate([pairs, pairs[:, ::-1]])
        atoms, to = pairs[:, 0], labels[pairs[:, 1]]
        good = (to >= 0) & (labels[atoms] >= 0) & (self.model.fixed[atoms] < 0)
        good &= self.model.open[to] & self.model.open[labels[atoms]]
        k = self.model.k
        key = np.unique(atoms[good].astype(np.int64) * k + to[good])
        key = key[rng.permutation(len(key))]
        return list(zip((key // k).tolist(), (key % k).tolist()))

    def anneal(
        self,
        sweeps: int,
        hot: float,
        cold: float,
        rng: np.random.Generator,
        budget: Budget,
        penalty: float | None = None,
    ) -> np.ndarray:
        """Search; return the best labels found: within every band, with the lowest objective.

        ``hot`` and ``cold`` are temperatures in units of the median change of shape of a border move. With no
        plan inside the bands the one least outside is returned.
        """
        penalty = self.weights.violation / self.model.k if penalty is None else penalty
        best, best_value = list(self.labels), (self.outside(), self._value())
        border = self.border(rng)
        scale = self._typical_change(border)
        for sweep in range(sweeps):
            if budget.stop():
                break
            cooling = sweep < 0.85 * sweeps
            heat = scale * hot * (cold / hot) ** (sweep / max(1, sweeps - 1)) if cooling else 0.0
            if sweep:
                border = self.border(rng)
            draws = rng.random(len(border)).tolist()
            changed = False
            for (atom, to), draw in zip(border, draws):
                changed |= self._try(atom, to, heat, draw, penalty)
            outside = self.outside()
            if outside > 0:
                penalty = min(penalty * 1.15, 1e6)
            value = (outside, self._value())
            if value < best_value:
                best, best_value = list(self.labels), value
            if not changed and not heat and outside == 0:
                break
        return np.asarray(best, dtype=np.int32)

    def _try(self, atom: int, to: int, heat: float, draw: float, penalty: float) -> bool:
        a = self.labels[atom]
        if a == to or self.count[a] < 2 or (self._allowed is not None and not self._allowed[atom][to]):
            return False
        change = self.change(atom, to, penalty)
        if change >= 0 and (heat <= 0 or change > 30 * heat or draw >= math.exp(-change / heat)):
            return False
        if not self.touches(atom, to) or not self.stays_whole(atom):
            return False
        self.move(atom, to)
        return True

    def _typical_change(self, border: list) -> float:
        sample = border[:: max(1, len(border) // 400)]
        sizes = [abs(self.change_of_inertia(atom, self.labels[atom], to)) for atom, to in sample]
        sizes = [size for size in sizes if size > 0]
        return self._shape * float(np.median(sizes)) if sizes else 0.0

    def _value(self) -> float:
        """The objective without what is outside the bands, up to a constant."""
        labels = np.asarray(self.labels)
        held = labels >= 0
        moment = float((self.model.shape_mass[held] * (self.model.xy[held] ** 2).sum(axis=1)).sum())
        for x, y, m, home in zip(self._mx, self._my, self._m, self._homes):
            if home is not None:
                moment += m * (home[0] ** 2 + home[1] ** 2) - 2 * (home[0] * x + home[1] * y)
            elif m > 0:
                moment -= (x * x + y * y) / m
        return (
            self._shape * moment
            + self._smooth * self.model.cut(labels)
            + self.weights.disruption * self.lost()
        )
