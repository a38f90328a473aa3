"""A rebalance on small maps: what must move, what must stay, who leaves, who joins."""

import numpy as np
import pytest
from standins.maps import grid, path, problem_on, star

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.disruption import Relations
from territory_manager.core.solve.problem import Problem
from territory_manager.core.solve.rebalance import rebalance
from territory_manager.core.solve.verdict import extra_pieces
from territory_manager.core.targets import Targets


def halves(rows=4, columns=6, cut=4):
    """A grid whose left territory has ``cut`` of the columns."""
    return np.where(np.arange(rows * columns) % columns < cut, 0, 1).astype(np.int32)


def test_balanced_plan_is_left_alone():
    problem = problem_on(grid(4, 6), np.ones(24), 2, current=halves(cut=3))
    plan = rebalance(problem)
    assert plan.feasible
    assert not plan.moved.any()
    assert plan.disruption == plan.disruption_bound == 0
    assert plan.message.startswith("Nothing changes hands.")


def test_one_column_moves_and_the_bound_is_met():
    plan = rebalance(problem_on(grid(4, 6), np.ones(24), 2, 0.0, current=halves(cut=4)))
    assert plan.feasible
    assert plan.moved.sum() == 4
    assert plan.disruption == pytest.approx(100 * 4 / 24)
    assert plan.disruption_bound == pytest.approx(100 * 4 / 24, abs=1e-5)


def test_dearest_relationships_stay():
    """On a row only the unit at the border can move; on a grid the cheap row of it does."""
    disruption = np.ones(12)
    disruption[[2, 6, 10]] = 50, 50, 0.5
    current = np.where(np.arange(12) % 4 < 3, 0, 1)
    plan = rebalance(problem_on(grid(3, 4), np.ones(12), 2, 0.34, current=current), disruption=disruption)
    assert plan.feasible
    assert np.flatnonzero(plan.moved).tolist() == [10]


def test_locked_units_and_territories_stay():
    locked = np.zeros(24, dtype=bool)
    locked[[3, 9]] = True
    current = np.array([0, 0, 0, 0, 1, 2] * 4, dtype=np.int32)
    problem = problem_on(
        grid(4, 6),
        np.ones(24),
        3,
        0.5,
        current=current,
        locked=locked,
        locked_territories=[False, False, True],
    )
    plan = rebalance(problem)
    assert (plan.labels[locked] == 0).all()
    assert (plan.labels[current == 2] == 2).all()
    assert ((plan.labels == 2) == (current == 2)).all()


def test_groups_move_whole_and_split_ones_are_gathered():
    groups = np.full(24, -1)
    groups[[2, 3]] = 7
    groups[[20, 21]] = 9
    current = halves(cut=4)
    current[21] = 1
    plan = rebalance(problem_on(grid(4, 6), np.ones(24), 2, 0.1, current=current, groups=groups))
    assert plan.feasible
    assert plan.labels[2] == plan.labels[3]
    assert plan.labels[20] == plan.labels[21]


def test_unassigned_units_go_to_a_neighbour_at_no_loss():
    current = halves(cut=3)
    current[[2, 14]] = -1
    plan = rebalance(problem_on(grid(4, 6), np.ones(24), 2, current=current))
    assert plan.feasible
    assert plan.unassigned == 0
    assert plan.disruption == 0
    assert not plan.moved.any()


def test_pieces_are_joined_where_it_disturbs_least():
    current = halves(cut=3)
    current[23] = 0
    plan = rebalance(problem_on(grid(4, 6), np.ones(24), 2, 0.1, current=current))
    assert plan.feasible
    assert plan.extra_pieces == 0
    assert np.flatnonzero(plan.moved).tolist() == [23]


def test_pieces_stay_where_they_are_allowed():
    current = halves(cut=3)
    current[23] = 0
    plan = rebalance(problem_on(grid(4, 6), np.ones(24), 2, 0.1, current=current, contiguous=False))
    assert plan.feasible
    assert plan.extra_pieces == 1
    assert not plan.moved.any()


def test_limit_on_disruption_is_kept_and_said():
    problem = problem_on(grid(4, 6), np.ones(24), 2, 0.0, current=halves(cut=5))
    plan = rebalance(problem, max_disruption=10.0)
    assert not plan.feasible
    assert plan.disruption <= 10.0
    assert plan.max_deviation < 100 * (20 / 12 - 1)
    assert "needs at least 33.3 %" in plan.message
    full = rebalance(problem, max_disruption=100 * 8 / 24)
    assert full.feasible


def test_nothing_may_change_hands():
    problem = problem_on(grid(4, 6), np.ones(24), 2, 0.0, current=halves(cut=5))
    plan = rebalance(problem, max_disruption=0)
    assert (plan.labels == problem.current).all()
    assert not plan.feasible


def test_leaving_rep_is_shared_out_among_neighbours_only():
    """Four columns of territories; the second leaves, the fourth does not touch it."""
    current = (np.arange(32) % 8 // 2).astype(np.int32)
    problem = problem_on(grid(4, 8), np.ones(32), 4, 0.5, current=current)
    plan = rebalance(problem, leaving="T02")
    assert not (plan.labels == 1).any()
    assert plan.unassigned == 0
    stayed = current != 1
    assert (plan.labels[stayed] == current[stayed]).all()
    assert set(plan.labels[current == 1].tolist()) == {0, 2}
    assert (plan.moved == (current == 1)).all()
    assert extra_pieces(problem, plan.labels) == 0
    assert "T01 4, T03 4" in plan.message


@pytest.mark.parametrize(("leaving", "word"), [("T09", "no territory T09"), (7, "no territory number 7")])
def test_leaving_rep_must_exist(leaving, word):
    problem = problem_on(grid(4, 6), np.ones(24), 2, current=halves())
    with pytest.raises(ValueError, match=word):
        rebalance(problem, leaving=leaving)


def test_leaving_rep_with_locked_units_is_refused_by_name():
    locked = np.zeros(24, dtype=bool)
    locked[0] = True
    names = np.array([f"unit {i}" for i in range(24)])
    problem = problem_on(grid(4, 6), np.ones(24), 2, current=halves(), locked=locked, names=names)
    with pytest.raises(ValueError, match=r"unit 0 first\. Unlock"):
        rebalance(problem, leaving=0)


def test_joining_rep_grows_from_home():
    homes = np.array([[np.nan, np.nan], [np.nan, np.nan], [7000.0, 0.0]])
    current = (np.arange(64) % 8 // 4).astype(np.int32)
    problem = problem_on(grid(8, 8), np.ones(64), 3, 0.1, current=current, homes=homes)
    plan = rebalance(problem, joining="T03")
    assert plan.feasible
    assert plan.labels[7] == 2
    assert plan.disruption == pytest.approx(plan.disruption_bound, rel=0.35)
    with pytest.raises(ValueError, match="T01 has units already"):
        rebalance(problem, joining="T01")


def test_joining_rep_without_home_gets_a_place():
    current = (np.arange(64) % 8 // 4).astype(np.int32)
    plan = rebalance(problem_on(grid(8, 8), np.ones(64), 3, 0.1, current=current))
    assert plan.feasible


def test_star_cannot_be_shared_and_says_so():
    """Everything hangs on the middle: a second territory is one leaf."""
    current = np.array([0, 0, 0, 0, 0, 1], dtype=np.int32)
    plan = rebalance(problem_on(star(5), np.ones(6), 2, 0.1, current=current))
    assert not plan.feasible
    assert plan.extra_pieces == 0
    assert "not within" in plan.message


def test_row_is_cut_in_the_middle():
    current = np.array([0] * 8 + [1] * 2, dtype=np.int32)
    plan = rebalance(problem_on(path(10), np.ones(10), 2, 0.0, current=current))
    assert plan.labels.tolist() == [0] * 5 + [1] * 5


def test_limits_per_territory_are_kept():
    targets = Targets.equal(2, 0.5, maximum=[13.0])
    plan = rebalance(problem_on(grid(4, 6), np.ones(24), 2, targets=targets, current=halves(cut=4)))
    assert plan.feasible
    assert np.bincount(plan.labels).max() <= 13


def test_every_measure_by_itself():
    rng = np.random.default_rng(3)
    values = rng.integers(5, 15, (64, 2)).astype(float)
    targets = Targets.equal(4, 0.12, each_measure=True)
    current = (np.arange(64) % 8 // 2).astype(np.int32)
    values[current == 0, 0] *= 1.4
    plan = rebalance(problem_on(grid(8, 8), values, 4, targets=targets, current=current))
    assert plan.feasible
    assert plan.max_deviation <= 12


def test_islands_without_bridge_stay_unassigned_and_are_named():
    xy, adjacency = grid(2, 3)
    pairs, _, _ = adjacency.pairs()
    apart = Adjacency.from_pairs(7, pairs)
    problem = Problem(
        np.vstack([xy, [[90000.0, 0]]]),
        np.ones(7),
        apart,
        Targets.equal(2, 0.5),
        current=np.array([0, 0, 1, 0, 1, 1, -1], dtype=np.int32),
    )
    plan = rebalance(problem)
    assert plan.unassigned == 1
    assert not plan.feasible
    assert "1 units have no territory" in plan.message or "no territory" in plan.message


def test_max_distance_of_homes_is_kept():
    homes = np.array([[0.0, 1500.0], [5000.0, 1500.0]])
    problem = problem_on(
        grid(4, 6), np.ones(24), 2, 0.2, current=halves(cut=5), homes=homes, max_distance=3200.0
    )
    plan = rebalance(problem)
    away = np.hypot(*(problem.xy - homes[plan.labels]).T)
    assert plan.feasible
    assert away.max() <= 3200


def test_same_seed_same_plan_and_scale_does_not_matter():
    rng = np.random.default_rng(5)
    values = rng.integers(1, 20, 100).astype(float)
    current = (np.arange(100) % 10 // 2).astype(np.int32)
    one = rebalance(problem_on(grid(10, 10), values, 5, 0.05, current=current), seed=4)
    again = rebalance(problem_on(grid(10, 10), values, 5, 0.05, current=current), seed=4)
    scaled = rebalance(problem_on(grid(10, 10), values * 1024, 5, 0.05, current=current), seed=4)
    assert (one.labels == again.labels).all()
    assert (one.labels == scaled.labels).all()


def test_cancel_and_time_limit_give_a_plan_and_say_so():
    rng = np.random.default_rng(5)
    values = rng.integers(1, 20, 400).astype(float)
    current = (np.arange(400) % 20 // 4).astype(np.int32)
    problem = problem_on(grid(20, 20), values, 5, 0.01, current=current)
    stopped = rebalance(problem, cancelled=lambda: True)
    assert stopped.cancelled
    assert stopped.labels.shape == (400,)
    assert "Stopped before the end" in stopped.message
    late = rebalance(problem, time_limit=0.0)
    assert late.timed_out
    assert "time limit" in late.message


def test_progress_rises_to_the_end():
    seen = []
    current = halves(cut=5)
    rebalance(
        problem_on(grid(4, 6), np.ones(24), 2, 0.0, current=current),
        max_disruption=10,
        progress=lambda percent, text: seen.append(percent),
    )
    assert seen == sorted(seen)
    assert 0 <= seen[0] <= seen[-1] <= 100


def test_input_that_does_not_fit_is_refused():
    with pytest.raises(ValueError, match="Choose the territory field"):
        rebalance(problem_on(grid(2, 2), np.ones(4), 2))
    problem = problem_on(grid(2, 2), np.ones(4), 2, current=[0, 0, 1, 1], names=np.array(list("abcd")))
    with pytest.raises(ValueError, match="disruption of unit b is negative or missing"):
        rebalance(problem, disruption=[1, np.nan, 1, 1])
    with pytest.raises(ValueError, match="between 0 and 100"):
        rebalance(problem, max_disruption=120)


def test_relations_count_only_units_somebody_had():
    problem = problem_on(path(4), np.ones(4), 2, current=[0, 0, 1, -1])
    relations = Relations.of(problem, np.array([1.0, 2.0, 3.0, 4.0]))
    assert relations.lost(np.array([0, 1, 1, 1])) == pytest.approx(0.2)
    assert relations.moved(np.array([1, 0, -1, 0])).tolist() == [True, False, True, False]
