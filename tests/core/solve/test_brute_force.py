"""Against every plan there is on tiny maps: the optimum is reached, and no bound lies above it."""

import numpy as np
import pytest
from standins.maps import grid, largest_deviation, path, problem_on, star, whole_plans

from territory_manager.core.solve.bounds import disruption_bound, home_bound
from territory_manager.core.solve.diagnosis import best_possible, diagnose
from territory_manager.core.solve.disruption import Relations
from territory_manager.core.solve.rebalance import rebalance
from territory_manager.core.solve.verdict import objective

PLACES = [grid(3, 3), grid(2, 5), path(9), star(6), grid(2, 4)]


def case(trial, tolerance=0.15, **given):
    """(problem with a random alignment in one piece each, all such plans, disruption)"""
    rng = np.random.default_rng(trial)
    place = PLACES[trial % len(PLACES)]
    n, k = len(place[0]), 2 + trial % 2
    values = rng.integers(1, 10, n)
    plans = whole_plans(problem_on(place, values, k, tolerance, **given))
    current = plans[rng.integers(len(plans))]
    disruption = rng.integers(0, 5, n).astype(float) if trial % 4 == 0 else None
    return problem_on(place, values, k, tolerance, current=current, **given), plans, disruption


@pytest.mark.parametrize("trial", range(30))
def test_rebalance_moves_as_little_as_any_plan(trial):
    problem, plans, disruption = case(trial)
    relations = Relations.of(problem, disruption)
    within = largest_deviation(problem, plans) <= problem.targets.tolerance + 1e-9
    found = rebalance(problem, disruption=disruption)
    assert found.feasible == bool(within.any())
    if within.any():
        least = 100 * (relations.cost * (plans[within] != problem.current)).sum(axis=1).min()
        assert found.disruption == pytest.approx(least, abs=0.11)
        assert found.disruption_bound <= least + 1e-9


@pytest.mark.parametrize("trial", range(40, 60))
def test_disruption_bound_is_below_every_plan_with_locks(trial):
    problem, plans, disruption = case(trial, contiguous=False)
    rng = np.random.default_rng(trial)
    locked = rng.random(problem.n) < 0.3
    problem = problem_on(
        (problem.xy, problem.adjacency),
        problem.values,
        problem.k,
        0.15,
        current=problem.current,
        locked=locked,
        contiguous=False,
    )
    relations = Relations.of(problem, disruption)
    keep = (plans[:, locked] == problem.current[locked]).all(axis=1)
    keep &= largest_deviation(problem, plans) <= 0.15 + 1e-9
    bound = disruption_bound(problem, relations)
    if keep.any():
        least = 100 * (relations.cost * (plans[keep] != problem.current)).sum(axis=1).min()
        assert bound <= least + 1e-9


@pytest.mark.parametrize("trial", range(20))
def test_home_bound_is_below_every_plan(trial):
    rng = np.random.default_rng(100 + trial)
    k = 2 + trial % 2
    homes = rng.uniform(0, 3000, (k, 2))
    problem, plans, _ = case(trial, tolerance=0.3, homes=homes)
    within = plans[largest_deviation(problem, plans) <= 0.3 + 1e-9]
    bound = home_bound(problem)
    if len(within):
        least = min(objective(problem, plan) for plan in within)
        assert bound <= least * (1 + 1e-9)


@pytest.mark.parametrize("trial", range(40))
def test_no_plan_beats_the_diagnosis(trial):
    """What the diagnosis calls the best deviation is one that no plan undercuts; blocking means
    impossible."""
    rng = np.random.default_rng(200 + trial)
    place = PLACES[trial % len(PLACES)]
    n, k = len(place[0]), 2 + trial % 2
    values = rng.integers(1, 5, n).astype(float)
    values[rng.integers(n)] *= rng.integers(1, 8)
    groups = np.full(n, -1)
    groups[rng.permutation(n)[:2]] = 1
    problem = problem_on(place, values, k, 0.1, groups=groups)
    plans = whole_plans(problem)
    together = np.flatnonzero(groups == 1)
    plans = plans[plans[:, together[0]] == plans[:, together[1]]]
    least = largest_deviation(problem, plans).min() if len(plans) else np.inf
    findings = diagnose(problem)
    best = best_possible(findings)
    if best is not None:
        assert best <= 100 * least + 1e-9
    if any(finding.blocking for finding in findings):
        assert least > 0.1 - 1e-9
