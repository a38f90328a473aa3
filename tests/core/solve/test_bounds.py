"""The transport dual against the linear program solved as it stands, and the disruption bound by hand."""

import numpy as np
import pytest
from scipy.optimize import linprog
from standins.maps import grid, path, problem_on

from territory_manager.core.solve import bounds
from territory_manager.core.solve.bounds import disruption_bound, dual_value, gap, home_bound
from territory_manager.core.solve.build import build
from territory_manager.core.solve.disruption import Relations
from territory_manager.core.solve.model import model_of
from territory_manager.core.targets import Targets


def transport_optimum(problem):
    """The banded transportation problem about the homes, every constraint written out."""
    n, k = problem.n, problem.k
    away = ((problem.xy[:, None] - problem.homes[None]) ** 2).sum(axis=2) / 1e6
    costs = (problem.mass[:, None] * away).ravel()
    once = np.kron(np.eye(n), np.ones(k))
    load = np.kron(problem.balanced[:, 0], np.eye(k))
    tolerance = problem.targets.tolerance
    high, low = problem.target_shares * (1 + tolerance), problem.target_shares * (1 - tolerance)
    result = linprog(
        costs,
        A_eq=once,
        b_eq=np.ones(n),
        A_ub=np.vstack([load, -load]),
        b_ub=np.r_[high, -low],
        method="highs",
    )
    return result.fun / 1e6


def random_problem(seed, n_side=6, k=4, tolerance=0.05):
    rng = np.random.default_rng(seed)
    homes = rng.uniform(0, n_side * 1000.0, (k, 2))
    return problem_on(grid(n_side, n_side), rng.integers(1, 30, n_side**2), k, tolerance, homes=homes)


@pytest.mark.parametrize("seed", range(8))
def test_home_bound_is_the_linear_program(seed):
    problem = random_problem(seed, tolerance=(0.0, 0.05, 0.3)[seed % 3])
    assert home_bound(problem) == pytest.approx(transport_optimum(problem), rel=1e-6)


@pytest.mark.parametrize("seed", range(6))
def test_smooth_ascent_comes_near_and_never_above(seed, monkeypatch):
    problem = random_problem(seed, n_side=8, tolerance=(0.0, 0.05, 0.3)[seed % 3])
    exact = transport_optimum(problem)
    monkeypatch.setattr(bounds, "_EXACT_SIZE", 0)
    found = home_bound(problem)
    assert found <= exact * (1 + 1e-9)
    assert found >= exact * 0.98


def test_any_multipliers_give_a_bound():
    problem = random_problem(1)
    model = model_of(problem)
    exact = transport_optimum(problem)
    away = ((model.xy[:, None] - model.centres[None]) ** 2).sum(axis=2)
    rng = np.random.default_rng(0)
    for scale in (1.0, 1e3, 1e5):
        multipliers = rng.normal(0, scale, (problem.k, 1))
        assert dual_value(model, problem.mass[:, None] * away, multipliers) / 1e6 <= exact


def test_only_homes_for_all_give_a_bound():
    homes = np.array([[0.0, 0.0], [np.nan, np.nan]])
    assert home_bound(problem_on(path(6), np.ones(6), 2, homes=homes)) is None
    assert home_bound(problem_on(path(6), np.ones(6), 2)) is None


def test_home_bound_sees_distances_and_locks():
    homes = np.array([[0.0, 0.0], [5000.0, 0.0]])
    free = problem_on(path(6), np.ones(6), 2, 0.4, homes=homes)
    far = problem_on(path(6), np.ones(6), 2, 0.4, homes=homes, max_distance=1500.0)
    assert home_bound(far) == np.inf
    locked = np.array([False] * 5 + [True])
    bound = problem_on(path(6), np.ones(6), 2, 0.4, homes=homes, current=[0] * 6, locked=locked)
    assert home_bound(bound) > home_bound(free)


def test_gap():
    assert gap(110.0, 100.0) == pytest.approx(100 * 10 / 110)
    assert gap(110.0, None) is None
    assert gap(110.0, np.inf) is None
    assert gap(0.0, 0.0) == 0


def bound_of(values, current, k, tolerance=0.0, disruption=None, **given):
    problem = problem_on(path(len(values)), values, k, tolerance, current=current, **given)
    return disruption_bound(problem, Relations.of(problem, disruption))


def test_surplus_must_leave():
    assert bound_of(np.ones(10), [0] * 8 + [1] * 2, 2) == pytest.approx(30.0, abs=1e-5)


def test_lack_must_arrive():
    """Nobody is above the band, but one territory has nothing."""
    assert bound_of(np.ones(12), [0] * 6 + [1] * 6, 3, 0.5) == pytest.approx(100 / 6, abs=1e-5)


def test_cheapest_relationships_per_share_go_first():
    disruption = np.array([1, 1, 1, 1, 1, 0, 0.5, 9, 1, 1])
    found = bound_of(np.ones(10), [0] * 8 + [1] * 2, 2, disruption=disruption)
    assert found == pytest.approx(100 * 1.5 / disruption.sum(), abs=1e-4)


def test_unassigned_units_cost_nothing():
    assert bound_of(np.ones(10), [0] * 5 + [-1] * 5, 2) == 0


def test_locks_can_make_it_impossible():
    locked = np.array([True] * 8 + [False] * 2)
    assert bound_of(np.ones(10), [0] * 8 + [1] * 2, 2, locked=locked) is None


def test_limits_count_too():
    targets = Targets.equal(2, 0.9, maximum=[6.0])
    assert bound_of(np.ones(10), [0] * 8 + [1] * 2, 2, targets=targets) == pytest.approx(20.0, abs=1e-5)


def test_build_reports_the_bound_about_homes_only():
    problem = random_problem(2, tolerance=0.1)
    plan = build(problem)
    assert plan.lower_bound == pytest.approx(transport_optimum(problem), rel=1e-6)
    assert plan.lower_bound <= plan.objective
    assert plan.gap == pytest.approx(100 * (1 - plan.lower_bound / plan.objective))
    free = build(problem_on(grid(6, 6), np.ones(36), 4))
    assert free.lower_bound is None
    assert free.gap is None
