"""Annealed search along the borders: single units change territory, the change of everything known in O(1).

A sweep first screens all border units at once with numpy, against the state at its start; only those that
would pass are then looked at one by one, exactly and with a local test that their territory stays in one
piece.

References
----------
Kirkpatrick, S., Gelatt, C. D., Vecchi, M. P. (1983): Optimization by simulated annealing. Science 220,
671–680. Ricca, F., Simeone, B. (2008): Local search algorithms for political districting. European Journal
of Operational
    Research 189, 1409–1426.
"""

from __future__ import annotations

from math import sqrt

import numpy as np

from .budget import Budget
from .model import Model

_COLD_FROM = 0.85
"""Part of the sweeps after which only improvements are taken."""

_COLDEST = 0.003
_MARGIN = 0.98
"""The search aims at this part of the band so that rounding and late moves stay inside."""

_TOO_FAR = 10.0
"""Penalty of a unit at twice the maximum distance, in tolerances beyond the band."""

_TIGHTEN, _LOOSEN = 1.05, 0.85
_SOFTEST, _HARDEST = 1e-3, 1e4
"""The price of imbalance grows while the plan is out of bounds and falls while it is inside: the search
oscillates about the bounds instead of stopping at them (Glover 1977, strategic oscillation)."""

_CLOSE_BY = 16
_REACH = 800
"""Units looked at before a unit counts as one that its territory needs to stay connected."""


def border_search(
    model: Model,
    labels: np.ndarray,
    *,
    sweeps: int,
    heat: float,
    smooth: float,
    seed: int,
    pressure: float = 0.3,
    origin: np.ndarray | None = None,
    stay: np.ndarray | None = None,
    budget: Budget | None = None,
) -> np.ndarray:
    """The best plan met while the border units are annealed.

    Parameters
    ----------
    model : Model
        Bounds, locks, homes and contiguity are taken from it.
    labels : (n,) int
        Where to begin; every unit assigned, nothing in it is changed.
    sweeps : int
        Passes over the border.
    heat : float
        Start temperature, in medians of the change a single move makes to the moment of inertia.
    smooth : float
        Worth of all cut edges at the start, as a part of the moment of inertia.
    seed : int
    pressure : float
        Price at the start of one tolerance beyond the band, in average moments of inertia of a territory.
    origin, stay : (n,) int and (n,) float, optional
        Price of every unit that is not in its territory of origin, in average moments of inertia.

    Returns
    -------
    (n,) int32
        Of the plans met: within the bounds (or nearest to them), then the cheapest.
    """
    if model.k < 2 or model.n < 2 or not len(model.pairs):
        return np.asarray(labels, dtype=np.int32).copy()
    return _Search(model, labels, smooth, origin, stay).run(sweeps, heat, pressure, seed, budget)


class _Search:
    """State of one search: labels, totals and sums of every territory, as lists for the exact part."""

    def __init__(self, model, labels, smooth, origin, stay) -> None:
        self.model = model
        self.labels = np.array(labels, dtype=np.int32)
        k = model.k
        mass, xy = model.shape_mass, model.xy
        self.mass = np.bincount(self.labels, mass, k)
        self.moment = np.stack([np.bincount(self.labels, mass * xy[:, j], k) for j in (0, 1)], axis=1)
        self.count = np.bincount(self.labels, minlength=k)
        self.totals = model.totals(self.labels)
        inertia = model.inertia(self.labels)
        cut = max(model.cut(self.labels), 1)
        typical = max(inertia / k, 1e-12 * max(float(mass @ (xy**2).sum(axis=1)), 1e-300))
        self.typical = typical
        self.edge_price = smooth * typical * k / cut
        self.value = inertia + self.edge_price * cut
        self.low = model.target - _MARGIN * (model.target - model.lower)
        self.high = model.target + _MARGIN * (model.upper - model.target)
        self.origin, self.stay = origin, None
        if origin is not None and stay is not None:
            self.stay = np.asarray(stay, dtype=float) * typical
            self.value += float(self.stay[self.labels != origin].sum())
        self.far = _MARGIN * model.max_distance if np.isfinite(model.max_distance) else 0.0
        self.movable = model.fixed < 0
        self.degree = np.diff(model.graph.indptr)
        self.ends = tuple(np.ascontiguousarray(model.pairs[:, side]) for side in (0, 1))
        self.x, self.y = np.ascontiguousarray(xy[:, 0]), np.ascontiguousarray(xy[:, 1])
        self.columns = [
            (np.ascontiguousarray(load), np.ascontiguousarray(1.0 / unit))
            for load, unit in zip(model.loads.T, model.unit_of_deviation.T)
        ]
        self.lists = (mass.tolist(), self.x.tolist(), self.y.tolist(), model.loads.tolist())
        self.state = self.labels.tolist()

    def run(self, sweeps, heat, pressure, seed, budget) -> np.ndarray:
        rng = np.random.default_rng(seed)
        model = self.model
        best, best_score = self.labels.copy(), (model.excess(self.labels), self.value)
        scale, excess, moved = None, best_score[0], len(best)
        for sweep in range(sweeps):
            if budget is not None and budget.stop():
                break
            if moved:
                unit, into, gain, penalty = self._screen()
            if not len(unit):
                break
            if scale is None:
                sizes = np.abs(gain)
                scale = float(np.median(sizes[sizes > 0])) if (sizes > 0).any() else 0.0
            cold = sweep >= sweeps * _COLD_FROM
            heat_now = 0.0 if cold else heat * scale * (_COLDEST / heat) ** (sweep / max(1, sweeps - 1))
            allowance = -heat_now * np.log(rng.random(len(unit))) if heat_now else np.zeros(len(unit))
            passing = np.flatnonzero(gain + pressure * self.typical * penalty <= allowance)
            passing = passing[rng.permutation(len(passing))]
            moved = self._move(
                unit[passing].tolist(),
                into[passing].tolist(),
                allowance[passing].tolist(),
                pressure * self.typical,
            )
            if moved:
                excess = model.excess_of(self.totals) + model.too_far(self.labels)
            out = excess > 0
            pressure = min(pressure * _TIGHTEN, _HARDEST) if out else max(pressure * _LOOSEN, _SOFTEST)
            score = (excess, self.value)
            if moved and score < best_score:
                best, best_score = self.labels.copy(), score
            if cold and not moved and (excess <= 0 or pressure >= _HARDEST):
                break
        return best

    def _centres(self) -> np.ndarray:
        with np.errstate(invalid="ignore", divide="ignore"):
            free = self.moment / self.mass[:, None]
        return np.where(self.model.homes[:, None], self.model.centres, free)

    def _screen(self) -> tuple:
        """Every move of a border unit into a neighbouring territory: unit, territory, change of value, of
        penalty.
        """
        model, labels = self.model, self.labels
        one, other = self.ends
        there, here = labels[one], labels[other]
        cut = np.flatnonzero(there != here)
        one, other, there, here = one[cut], other[cut], there[cut], here[cut]
        ends = np.concatenate([one, other])
        leaving = np.bincount(ends, minlength=model.n)
        keys, touching = _counted(ends * model.k + np.concatenate([here, there]))
        unit, into = keys // model.k, keys % model.k
        fit = self.movable[unit] & model.open[into]
        if not fit.all():
            unit, into, touching = unit[fit], into[fit], touching[fit]
        out = labels[unit]
        mass = model.shape_mass[unit]
        x, y = self.x[unit], self.y[unit]
        centres = self._centres()
        to_centre = _squared(x, y, centres, into)
        from_centre = _squared(x, y, centres, out)
        rest = np.maximum(self.mass[out] - mass, 1e-300)
        grows = np.where(model.homes[into], 1.0, self.mass[into] / (self.mass[into] + mass))
        shrinks = np.where(model.homes[out], 1.0, self.mass[out] / rest)
        gain = mass * (grows * to_centre - shrinks * from_centre)
        staying = self.degree[unit] - leaving[unit]
        gain += self.edge_price * (staying - touching)
        if self.stay is not None:
            home = self.origin[unit]
            gain += self.stay[unit] * ((home == out).astype(float) - (home == into))
        penalty = self._change_of_penalty(unit, out, into)
        if self.far:
            penalty += self._too_far(to_centre) - self._too_far(from_centre)
        return unit, into, gain, penalty

    def _change_of_penalty(self, unit, out, into) -> np.ndarray:
        """Change of the penalty, in tolerances beyond the band, when units go from ``out`` to ``into``."""
        change = np.zeros(len(unit))
        for j, (loads, per_unit) in enumerate(self.columns):
            low, high, totals = self.low[:, j], self.high[:, j], self.totals[:, j]
            now = np.maximum(np.maximum(totals - high, low - totals), 0.0) * per_unit
            load = loads[unit]
            for territory, after in ((out, totals[out] - load), (into, totals[into] + load)):
                beyond = np.maximum(after - high[territory], low[territory] - after)
                np.maximum(beyond, 0.0, out=beyond)
                beyond *= per_unit[territory]
                change += beyond
                change -= now[territory]
        return change

    def _too_far(self, squared) -> np.ndarray:
        """Penalty of a unit at this squared distance from its centre."""
        return np.maximum(np.sqrt(squared) / self.far - 1.0, 0.0) * _TOO_FAR

    def _move(self, units, intos, allowances, price) -> int:
        """Look at the moves one by one in the state as it now is; carry out those that still pass."""
        model = self.model
        labels = self.state
        neighbours = model.neighbours
        columns = range(model.q)
        mass_of, x_of, y_of, load_of = self.lists
        homes = model.homes.tolist()
        home_x, home_y = model.centres[:, 0].tolist(), model.centres[:, 1].tolist()
        mass, count = self.mass.tolist(), self.count.tolist()
        moment_x, moment_y = self.moment[:, 0].tolist(), self.moment[:, 1].tolist()
        totals, low, high = self.totals.tolist(), self.low.tolist(), self.high.tolist()
        unit_of = model.unit_of_deviation.tolist()
        far = self.far
        edge_price, contiguous = self.edge_price, model.contiguous
        origin, stay = self.origin, self.stay
        value, done = self.value, []
        for v, b, allowance in zip(units, intos, allowances):
            a = labels[v]
            if a == b or count[a] < 2:
                continue
            mass_a, mass_b, w = mass[a], mass[b], mass_of[v]
            if mass_a <= w:
                continue
            x, y = x_of[v], y_of[v]
            if homes[a]:
                ax, ay, shrinks = home_x[a] - x, home_y[a] - y, w
            else:
                ax, ay, shrinks = (
                    moment_x[a] / mass_a - x,
                    moment_y[a] / mass_a - y,
                    w * mass_a / (mass_a - w),
                )
            if homes[b]:
                bx, by, grows = home_x[b] - x, home_y[b] - y, w
            else:
                bx, by, grows = moment_x[b] / mass_b - x, moment_y[b] / mass_b - y, w * mass_b / (mass_b + w)
            away_a, away_b = ax * ax + ay * ay, bx * bx + by * by
            staying, touching = [], 0
            for u in neighbours[v]:
                t = labels[u]
                if t == a:
                    staying.append(u)
                elif t == b:
                    touching += 1
            if not touching:
                continue
            change = grows * away_b - shrinks * away_a + edge_price * (len(staying) - touching)
            if stay is not None:
                change += stay[v] * ((origin[v] == a) - (origin[v] == b))
            penalty = 0.0
            has_a, has_b, load = totals[a], totals[b], load_of[v]
            for j in columns:
                l_a, h_a, l_b, h_b = low[a][j], high[a][j], low[b][j], high[b][j]
                before, after = has_a[j], has_a[j] - load[j]
                p = after - h_a if after > h_a else l_a - after if after < l_a else 0.0
                p -= before - h_a if before > h_a else l_a - before if before < l_a else 0.0
                penalty += p / unit_of[a][j]
                before, after = has_b[j], has_b[j] + load[j]
                p = after - h_b if after > h_b else l_b - after if after < l_b else 0.0
                p -= before - h_b if before > h_b else l_b - before if before < l_b else 0.0
                penalty += p / unit_of[b][j]
            if far:
                after, before = sqrt(away_b) / far - 1.0, sqrt(away_a) / far - 1.0
                penalty += _TOO_FAR * (max(after, 0.0) - max(before, 0.0))
            if change + price * penalty > allowance:
                continue
            if contiguous and not still_connected(neighbours, labels, v, a, staying):
                continue
            labels[v] = b
            done.append(v)
            value += change
            count[a] -= 1
            count[b] += 1
            mass[a] = mass_a - w
            mass[b] = mass_b + w
            moment_x[a] -= w * x
            moment_y[a] -= w * y
            moment_x[b] += w * x
            moment_y[b] += w * y
            for j in columns:
                has_a[j] -= load[j]
                has_b[j] += load[j]
        if done:
            self.labels[done] = [labels[v] for v in done]
            self.mass, self.count = np.array(mass), np.array(count)
            self.moment = np.stack([moment_x, moment_y], axis=1)
            self.totals = np.array(totals)
            self.value = value
        return len(done)


def _counted(keys) -> tuple:
    """Distinct keys in ascending order and how often each occurs; sorts ``keys`` in place."""
    keys.sort()
    first = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else keys
    return keys[first], np.diff(np.append(first, len(keys)))


def _squared(x, y, centres, territory) -> np.ndarray:
    """Squared distances of places to the centres of these territories."""
    away = x - centres[territory, 0]
    away *= away
    across = y - centres[territory, 1]
    across *= across
    away += across
    return away


def still_connected(neighbours: list, labels: list, unit: int, territory: int, staying: list) -> bool:
    """Whether the territory stays connected when ``unit`` leaves; ``staying`` are its neighbours in it.

    Mostly these find each other close by. If not, the territory is searched from all of them in turn: the
    answer is known as soon as they have met, or one has seen all of its piece. If that takes more than a
    fixed number of units the answer is no: a loop that long is not worth relying on.
    """
    if len(staying) < 2:
        return bool(staying)
    missing = set(staying)
    first = staying[0]
    missing.discard(first)
    seen = {unit, first}
    line = [first]
    for at in line:
        for u in neighbours[at]:
            if labels[u] == territory and u not in seen:
                seen.add(u)
                line.append(u)
                if u in missing:
                    missing.discard(u)
                    if not missing:
                        return True
        if len(line) > _CLOSE_BY:
            return _meet(neighbours, labels, unit, territory, [first, *missing])
    return False


def _meet(neighbours: list, labels: list, unit: int, territory: int, starts: list) -> bool:
    """Whether all the starts are in one piece of the territory without ``unit``: a step from each in turn."""
    found = {unit: -1}
    groups = {}
    for number, start in enumerate(starts):
        found[start] = number
        groups[number] = [start]
    member_of = list(range(len(starts)))
    place = [0] * len(starts)
    while len(found) <= _REACH:
        for number in list(groups):
            line = groups.get(number)
            if line is None:
                continue
            if place[number] == len(line):
                return False
            at = line[place[number]]
            place[number] += 1
            for u in neighbours[at]:
                if labels[u] != territory:
                    continue
                other = found.get(u)
                if other is None:
                    found[u] = number
                    line.append(u)
                elif other >= 0 and member_of[other] != number:
                    met = member_of[other]
                    # What the other has still to look at is now this one's.
                    line.extend(groups[met][place[met] :])
                    del groups[met]
                    member_of = [number if group == met else group for group in member_of]
                    if len(groups) == 1:
                        return True
    return False
