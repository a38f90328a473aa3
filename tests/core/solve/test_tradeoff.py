"""The curve of balance against disruption: monotone, efficient, every point a plan that can be had again."""

import numpy as np
import pytest
from standins.maps import grid, problem_on

from territory_manager.core.solve.rebalance import rebalance
from territory_manager.core.solve.rebalance_steps import Candidate
from territory_manager.core.solve.tradeoff import efficient, tradeoff
from territory_manager.core.solve.verdict import deviations, extra_pieces


def tilted(seed=2, tolerance=0.03):
    rng = np.random.default_rng(seed)
    values = rng.integers(5, 15, 144).astype(float) * np.linspace(0.6, 1.6, 144)
    current = (np.arange(144) % 12 // 3).astype(np.int32)
    values[current == 3] *= 1.5
    return problem_on(grid(12, 12), values, 4, tolerance, current=current)


@pytest.fixture(scope="module")
def curve():
    problem = tilted()
    return problem, tradeoff(problem, steps=6, seed=3)


def test_curve_is_monotone_and_ends_within_tolerance(curve):
    _, points = curve
    assert 3 <= len(points) <= 6
    assert points[0].disruption == 0
    assert points[-1].feasible
    assert points[-1].max_deviation <= 3 + 1e-9
    assert (np.diff([point.disruption for point in points]) > 0).all()
    assert (np.diff([point.max_deviation for point in points]) < 0).all()


def test_points_are_the_plans_they_say(curve):
    problem, points = curve
    for point in points:
        assert np.abs(deviations(problem, point.labels)).max() == pytest.approx(point.max_deviation)
        moved = point.labels != problem.current
        assert moved.sum() == point.moved_units
        assert 100 * problem.index[moved].sum() == pytest.approx(point.disruption)
        assert extra_pieces(problem, point.labels) == 0


def test_every_point_can_be_had_again(curve):
    problem, points = curve
    for point in points:
        again = rebalance(problem, max_disruption=point.disruption, seed=3)
        assert (again.labels == point.labels).all()


def test_more_steps_more_points_and_too_few_are_refused():
    problem = tilted()
    assert len(tradeoff(problem, steps=2)) == 2
    with pytest.raises(ValueError, match="at least 2 steps"):
        tradeoff(problem, steps=1)


def test_balanced_plan_has_one_point():
    current = (np.arange(16) % 4 // 2).astype(np.int32)
    points = tradeoff(problem_on(grid(4, 4), np.ones(16), 2, current=current))
    assert len(points) == 1
    assert points[0].disruption == 0


def test_dominated_plans_are_left_out():
    def plan(lost, deviation, outside=1.0):
        return Candidate(np.zeros(1, dtype=np.int32), lost, deviation, 0, outside)

    plans = [plan(0, 20), plan(2, 22), plan(3, 10), plan(3, 12), plan(5, 4, 0.0), plan(7, 3, 0.0)]
    assert [(point.lost, point.deviation) for point in efficient(plans)] == [(0, 20), (3, 10), (5, 4)]


def test_cancelled_curve_begins_with_today():
    points = tradeoff(tilted(), cancelled=lambda: True)
    assert points[0].disruption == 0
