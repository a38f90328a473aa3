"""The steps of a rebalance: reach the bands with little changing hands, or descend towards them bit by
bit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from .budget import Budget
from .diagnosis import diagnose
from .disruption import Relations, today
from .exchange import exchange
from .model import Model, model_of
from .move_search import MoveSearch, Weights
from .problem import Problem
from .rebalance_exact import least_disruptive, small_enough
from .rebalance_measures import PRICES, FromToday, widened
from .starting_plan import centres_of, starting_plan
from .territory_flow import peel
from .verdict import deviations, extra_pieces

_STAGES = 32
_STAGES_OF_LARGE_MAPS = 16
_LARGE = 6000
_ATTEMPTS = 6

_CHAINS = 3
"""With several measures the search for a plan within the bands is repeated: how much changes hands depends on
which territories happen to be cut anew."""

_FAR = 0.3
"""With several measures and a territory this part of its target out of bounds, moves along the borders for
one measure at a time are not tried."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A plan met on the way.

    Attributes
    ----------
    labels : (n,) int32
    lost : float
        What changes hands, %.
    deviation : float
        Largest absolute deviation, %.
    flaws : int
        Pieces too many and units without territory.
    outside : float
        What is outside the bands, limits included, in tolerances.
    """

    labels: np.ndarray
    lost: float
    deviation: float
    flaws: int
    outside: float

    @property
    def within(self) -> bool:
        return not self.flaws and self.outside <= 0


class Rebalancer:
    """One rebalance: the problem, what is lost by moves, and the plan it begins with.

    Parameters
    ----------
    problem : Problem
    relations : Relations
    seed : int
    budget : Budget
    allowed : (n, k) bool, optional
        Territories a unit may be in, on top of the distances of the problem.
    """

    def __init__(
        self,
        problem: Problem,
        relations: Relations,
        seed: int,
        budget: Budget,
        allowed: np.ndarray | None = None,
    ) -> None:
        self.problem, self.relations, self.seed, self.budget = problem, relations, seed, budget
        self.model = _where_reps_stay(problem, model_of(problem))
        self.kept = relations.kept_by_atom(self.model)
        self.weights = Weights.of(problem.compactness)
        self.allowed = self._reachable(allowed)
        self.start = starting_plan(problem, self.model, self.kept, self.allowed)

    def _reachable(self, allowed: np.ndarray | None) -> np.ndarray | None:
        """(atoms, k) bool of the territories every atom may be in; None when all may."""
        model = self.model
        atoms = None
        if allowed is not None:
            barred = np.zeros((model.n, model.k), dtype=bool)
            np.logical_or.at(barred, model.atom_of, ~allowed)
            atoms = ~barred
        if np.isfinite(model.max_distance):
            centres = centres_of(model, model.condense(today(self.problem)))
            known = np.where(np.isfinite(centres), centres, 0.0)
            away = np.sqrt(((model.xy[:, None] - known[None]) ** 2).sum(axis=2))
            near = (away <= model.max_distance) | ~np.isfinite(centres).all(axis=1)
            atoms = near if atoms is None else atoms & near
        if atoms is not None:
            bound = np.flatnonzero(model.fixed >= 0)
            atoms[bound, model.fixed[bound]] = True
        return atoms

    def candidate(self, labels: np.ndarray, of_atoms: bool = True) -> Candidate:
        """The figures of a plan."""
        units = self.model.expand(labels) if of_atoms else np.asarray(labels, dtype=np.int32)
        held = units >= 0
        flaws = int((~held).sum())
        if self.problem.contiguous:
            flaws += extra_pieces(self.problem, units)
        atoms = self.model.condense(units)
        inside = atoms >= 0
        totals = np.column_stack(
            [
                np.bincount(atoms[inside], self.model.loads[inside, j], self.model.k)
                for j in range(self.model.q)
            ]
        )
        out = np.maximum(np.maximum(totals - self.model.upper, self.model.lower - totals) - 1e-9, 0)
        return Candidate(
            units,
            100.0 * self.relations.lost(units),
            float(np.abs(deviations(self.problem, units)).max(initial=0.0)),
            flaws,
            float((out / self.model.unit_of_deviation).sum()),
        )

    def direct(self) -> Candidate:
        """The plan within the bands that moves least; the nearest to the bands where they are out of
        reach."""
        several = self.model.q > 1 and bool((self.start >= 0).all())
        found = [] if several and self._slack(self.start) > _FAR else self._tried(several)
        if several:
            found += self._several_measures
        exact = self._exact(self.model, patient=not any(plan.within for plan in found))
        if exact is not None:
            found.append(self.candidate(exact))
        return self._best(found)

    def _tried(self, several: bool) -> list:
        """Candidates from moves along the borders, a different try each; with several measures there is
        another way, and the tries end where one does not reach.
        """
        runs = 4 if self.model.n <= _LARGE else 2
        if self.model.n * self.model.k <= 1000:
            runs = 10
        found: list = []
        for run in range(runs):
            self.budget.report(100.0 * run / runs, self._said(min(found, key=self._rank, default=None)))
            found.append(self.candidate(self._reach(self.model, self.start, run)))
            if self.budget.stop() or (several and not found[-1].within):
                break
        return found

    @cached_property
    def _several_measures(self) -> list:
        """Candidates from a search that balances all measures at once, ever nearer to the bands; once
        within, some in which less changes hands. They serve every limit.
        """
        self.budget.report(0.0, "Balancing several measures")
        today = FromToday(self.model, self.start, self.kept, self.allowed, self.seed, self.budget)
        eased = today.eased(self._slack(self.start))
        found = [self.candidate(labels) for labels in [self.start, *eased]]
        for chain in range(_CHAINS if self.model.n <= _LARGE else 1):
            found += self._chain(today, eased[-1] if eased else self.start, chain, found)
            if self.budget.stop() or not any(plan.within for plan in found):
                break
        if any(plan.within for plan in found):
            least = self.model.condense(self._best(found).labels)
            found += [self.candidate(labels) for labels in today.less_moved(least)]
        return found

    def _chain(self, today: FromToday, labels: np.ndarray, chain: int, before: list) -> list:
        """Candidates turn by turn until one is within; begun far out, territories are cut anew at least
        once, which costs less than pressing what is left.
        """
        found: list = []
        turn, least = 0, 1 if self._slack(self.start) > _FAR else 0
        while turn < len(PRICES) and not (turn > least and any(plan.within for plan in found)):
            share = (chain + turn / len(PRICES)) / _CHAINS
            self.budget.report(10.0 + 90.0 * share, self._said(self._best([*before, *found])))
            if self.budget.stop():
                break
            now, last = turn, labels
            labels = today.nearer(last, now, chain)
            turn = today.after(now, last, labels)
            found.append(self.candidate(labels))
            if today.near(labels):
                found.append(self.candidate(self._reach(self.model, today.pressed(labels, now), 0)))
        return found

    def _exact(self, model: Model, patient: bool) -> np.ndarray | None:
        """Labels of the least disruptive plan within the bands of a model; None if the map is not small."""
        if not small_enough(model):
            return None
        if patient and any(finding.blocking for finding in diagnose(self.problem)):
            return None
        shape = self.weights.shape
        return least_disruptive(model, self.start, self.kept, self.allowed, shape, self.budget, patient)

    def _rank(self, plan: Candidate) -> tuple:
        """Flaws first, then what is out of bands, then what changes hands, compared at a millionth."""
        return plan.flaws, round(plan.outside, 9), round(plan.lost, 6), plan.deviation

    def _best(self, found: list) -> Candidate:
        """The first by rank; where several measures are out of reach, the best balanced one."""
        bounded = self.model.q > self.problem.balanced.shape[1]
        if self.model.q == 1 or bounded or any(plan.within for plan in found):
            return min(found, key=self._rank)
        return min(found, key=lambda plan: (plan.flaws, round(plan.deviation, 6), plan.lost))

    def _said(self, best: Candidate | None) -> str:
        if best is None:
            return "Moving units along the borders"
        return f"Best so far: {best.lost:.1f} % changes hands, worst deviation {best.deviation:.1f} %"

    def _reach(self, model: Model, labels: np.ndarray, run: int, sweeps: int = 80) -> np.ndarray:
        """Labels of the atoms within the bands of a model, moving little; a different try for every run."""
        rng = np.random.default_rng([self.seed, run])
        search = self._search(model, labels)
        if run % 2 == 0 or search.outside() > 0:
            peel(search, model, self.budget, inside=(0.93, 0.97, 0.99)[run % 3])
        best = search.anneal(sweeps, 0.02 if run % 4 < 2 else 0.1, 0.001, rng, self.budget)
        for attempt in range(_ATTEMPTS):
            search = self._search(model, best)
            if search.outside() <= 0 or self.budget.stop():
                break
            exchange(search, rng, self.budget)
            if search.outside() > 0:
                peel(search, model, self.budget, rounds=4, inside=0.9 - 0.08 * attempt)
            penalty = self.weights.violation * 2.0 ** (attempt + 1) / model.k
            best = search.anneal(40, 0.05 * (attempt + 1), 0.002, rng, self.budget, penalty)
        return best

    def _search(self, model: Model, labels: np.ndarray) -> MoveSearch:
        return MoveSearch(model, labels, self.kept, self.weights, self.allowed)

    def descent(self) -> list:
        """Candidates from the alignment of today down to the bands, each a little better balanced.

        The bands are drawn in step by step from where the worst territory is today; every step begins with
        the plan before. Nothing here depends on how much may change hands: the same plans serve every limit.
        """
        found = [self.candidate(today(self.problem), of_atoms=False)]
        labels = np.asarray(self.start)
        found.append(self.candidate(labels))
        if self.model.q > 1 and (labels >= 0).all():
            return found + self._several_measures
        slack = self._slack(labels)
        rng = np.random.default_rng([self.seed, 99])
        stages = _STAGES if self.model.n <= _LARGE else _STAGES_OF_LARGE_MAPS
        for stage in range(1, stages + 1):
            if self.budget.stop():
                break
            self.budget.report(100.0 * stage / stages, self._said(found[-1]))
            model = widened(self.model, slack * (1 - stage / stages))
            search = self._search(model, labels)
            if search.outside() > 0:
                peel(search, model, self.budget, rounds=5, inside=0.98)
            labels = search.anneal(30, 0.01, 0.001, rng, self.budget)
            search = self._search(model, labels)
            if search.outside() > 0:
                exchange(search, rng, self.budget, rounds=10)
                labels = np.asarray(search.labels)
            found.append(self.candidate(labels))
        return found

    def _slack(self, labels: np.ndarray) -> float:
        """By how much of a target the worst load is outside its band."""
        held = labels >= 0
        totals = np.column_stack(
            [np.bincount(labels[held], self.model.loads[held, j], self.model.k) for j in range(self.model.q)]
        )
        out = np.maximum(np.maximum(totals - self.model.upper, self.model.lower - totals), 0)
        return float((out / self.model.target).max(initial=0.0))


def _where_reps_stay(problem: Problem, model: Model) -> Model:
    """The model in which a home binds its unit only where it is served from there today, or nobody is served
    yet.

    A rebalance disturbs as little as possible: that a rep lives in another rep's territory is no reason to
    move.
    """
    if problem.homes is None:
        return model
    now = model.condense(today(problem))
    empty = np.bincount(now[now >= 0], minlength=model.k) == 0
    bound = np.zeros(model.n, dtype=bool)
    bound[model.atom_of[problem.fixed >= 0]] = True
    loose = (model.fixed >= 0) & ~bound & (model.fixed != now) & ~empty[np.maximum(model.fixed, 0)]
    return replace(model, fixed=np.where(loose, -1, model.fixed).astype(np.int32))
