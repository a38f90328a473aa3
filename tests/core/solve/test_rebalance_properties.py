"""What holds for every rebalance on every map: constraints kept or named, and nothing else matters."""

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from standins.maps import grid, problem_on

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.problem import Problem
from territory_manager.core.solve.rebalance import rebalance
from territory_manager.core.solve.verdict import deviations, extra_pieces

QUICK = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@st.composite
def maps(draw):
    """A grid with random weights, alignment (any at all), locks, groups, tolerance."""
    rows, columns = draw(st.integers(2, 4)), draw(st.integers(3, 5))
    n, k = rows * columns, draw(st.integers(2, 4))
    rng = np.random.default_rng(draw(st.integers(0, 10**6)))
    seeds = rng.permutation(n)[:k]
    xy = grid(rows, columns)[0]
    current = ((xy[:, None] - xy[seeds][None]) ** 2).sum(axis=2).argmin(axis=1).astype(np.int32)
    current[rng.random(n) < draw(st.sampled_from([0.0, 0.1]))] = -1
    given = {
        "current": current,
        "contiguous": draw(st.booleans()),
        "compactness": draw(st.sampled_from([0, 50, 100])),
    }
    if draw(st.booleans()):
        given["locked"] = (rng.random(n) < 0.15) & (current >= 0)
    if draw(st.booleans()):
        groups = np.full(n, -1)
        start = int(rng.integers(n - 1))
        if start % columns < columns - 1:
            groups[[start, start + 1]] = 5
        given["groups"] = groups
    values = rng.integers(0, 12, n).astype(float) + (rng.random(n) < 0.02) * 20
    if values.sum() == 0:
        values[0] = 1
    tolerance = draw(st.sampled_from([0.02, 0.1, 0.3]))
    return problem_on(grid(rows, columns), values, k, tolerance, **given)


@QUICK
@given(maps(), st.sampled_from([100.0, 10.0]))
def test_every_constraint_is_kept_or_named(problem, limit):
    plan = rebalance(problem, max_disruption=limit, time_limit=5)
    moved = (problem.current >= 0) & (plan.labels != problem.current)
    assert (plan.moved == moved).all()
    assert abs(plan.disruption - 100 * problem.index[moved].sum()) < 1e-9
    assert plan.disruption <= limit + 1e-6
    locked = problem.fixed >= 0
    clash = problem.groups is not None and len(set(problem.fixed[problem.groups == 5].tolist())) > 1
    if not clash:
        assert (plan.labels[locked] == problem.fixed[locked]).all()
    if plan.feasible:
        assert np.abs(deviations(problem, plan.labels)).max() <= 100 * problem.targets.tolerance + 1e-6
        assert (plan.labels >= 0).all()
        assert not problem.contiguous or extra_pieces(problem, plan.labels) == 0
        if problem.groups is not None:
            assert len(set(plan.labels[problem.groups == 5].tolist())) <= 1
        assert plan.disruption_bound <= plan.disruption + 1e-9
    else:
        assert plan.violations
        assert all(violation in plan.message for violation in plan.violations)


@QUICK
@given(maps())
def test_same_seed_same_plan_whatever_the_scale(problem):
    one = rebalance(problem, seed=2)
    again = rebalance(problem, seed=2)
    scaled = Problem(
        problem.xy,
        problem.values * 64,
        problem.adjacency,
        problem.targets,
        current=problem.current,
        contiguous=problem.contiguous,
        compactness=problem.compactness,
        locked=problem.locked,
        groups=problem.groups,
    )
    assert (one.labels == again.labels).all()
    assert (one.labels == rebalance(scaled, seed=2).labels).all()


@QUICK
@given(maps(), st.randoms(use_true_random=False))
def test_other_numbers_for_the_units_change_nothing_that_counts(problem, random):
    """Renumbered units: the plan may differ in ties, its feasibility and bound may not."""
    order = np.array(random.sample(range(problem.n), problem.n))
    place = np.argsort(order)
    pairs, border, _ = problem.adjacency.pairs()
    renumbered = Problem(
        problem.xy[order],
        problem.values[order],
        Adjacency.from_pairs(problem.n, place[pairs], border=border),
        problem.targets,
        current=problem.current[order],
        contiguous=problem.contiguous,
        compactness=problem.compactness,
        locked=None if problem.locked is None else problem.locked[order],
        groups=None if problem.groups is None else problem.groups[order],
    )
    one, other = rebalance(problem), rebalance(renumbered)
    if one.disruption_bound is None:
        assert other.disruption_bound is None
    else:
        assert abs(one.disruption_bound - other.disruption_bound) < 1e-6
    if one.feasible and other.feasible:
        assert abs(one.disruption - other.disruption) <= 25
