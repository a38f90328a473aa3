"""Every constraint that a build can be asked to keep, on small maps."""

from __future__ import annotations

import numpy as np
import pytest

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.build import build
from territory_manager.core.solve.problem import Problem
from territory_manager.core.targets import Targets


def grid(columns, rows, without=()):
    """Places 1 km apart and the neighbourhood of a grid; ``without`` are pairs that a barrier parts."""
    number = np.arange(columns * rows).reshape(rows, columns)
    pairs = [
        *zip(number[:, :-1].ravel(), number[:, 1:].ravel()),
        *zip(number[:-1].ravel(), number[1:].ravel()),
    ]
    gone = {tuple(sorted(pair)) for pair in without}
    pairs = np.array([pair for pair in pairs if tuple(pair) not in gone])
    y, x = np.divmod(np.arange(columns * rows), columns)
    return np.stack([x, y], axis=1) * 1000.0, Adjacency.from_pairs(columns * rows, pairs)


def problem(columns=12, rows=10, k=4, tolerance=0.05, values=None, without=(), targets=None, **more):
    xy, adjacency = grid(columns, rows, without)
    values = np.ones(len(xy)) if values is None else values
    return Problem(
        xy=xy,
        values=values,
        adjacency=adjacency,
        targets=targets or Targets.equal(k, tolerance=tolerance),
        **more,
    )


def deviation(asked, labels, column=0):
    share = np.bincount(labels, asked.balanced[:, column], asked.k)
    return np.abs(share / asked.target_shares - 1).max()


def test_a_grid_is_cut_into_its_quarters():
    asked = problem(12, 10, 4, 0.0)
    found = build(asked)
    assert found.feasible, found.message
    assert found.max_deviation == pytest.approx(0, abs=1e-9)
    quarters = 4 * 30 * ((6**2 - 1) / 12 + (5**2 - 1) / 12) / 1e6
    assert found.objective == pytest.approx(quarters, rel=1e-9)


def test_a_path_is_cut_into_stretches():
    asked = problem(60, 1, 5, 0.0)
    found = build(asked)
    assert found.feasible, found.message
    assert sorted(np.bincount(found.labels).tolist()) == [12] * 5
    assert (np.diff(found.labels) != 0).sum() == 4


def test_same_seed_same_plan():
    values = np.random.default_rng(3).lognormal(size=120)
    first, second = (build(problem(values=values), seed=7) for _ in range(2))
    assert (first.labels == second.labels).all()


def test_scaling_a_measure_changes_nothing():
    values = np.random.default_rng(4).integers(1, 50, size=(120, 2)).astype(float)
    first = build(problem(values=values))
    second = build(problem(values=values * [1024.0, 1 / 512.0]))
    assert (first.labels == second.labels).all()
    assert first.objective == pytest.approx(second.objective)


def test_relabelled_units_give_a_plan_as_good():
    values = np.random.default_rng(5).integers(1, 9, size=120).astype(float)
    asked = problem(values=values)
    order = np.random.default_rng(6).permutation(120)
    place = np.argsort(order)
    pairs = place[asked.adjacency.pairs()[0]]
    other = Problem(
        xy=asked.xy[order],
        values=values[order],
        targets=asked.targets,
        adjacency=Adjacency.from_pairs(120, pairs),
    )
    first, second = build(asked), build(other)
    assert first.feasible and second.feasible
    assert first.objective == pytest.approx(second.objective, rel=0.05)


def test_targets_follow_capacities():
    asked = problem(targets=Targets.by_capacity(("a", "b", "c"), (1, 2, 3), tolerance=0.05))
    found = build(asked)
    assert found.feasible, found.message
    assert np.bincount(found.labels) == pytest.approx([20, 40, 60], rel=0.05)


def test_homes_hold_their_own_unit_and_the_objective_is_measured_from_them():
    homes = np.array([[500.0, 500.0], [10500.0, 900.0], [600.0, 8800.0], [10900.0, 8600.0]])
    asked = problem(homes=homes)
    found = build(asked)
    assert found.feasible, found.message
    nearest = ((asked.xy[:, None] - homes[None]) ** 2).sum(axis=2).argmin(axis=0)
    assert (found.labels[nearest] == np.arange(4)).all()
    away = ((asked.xy - homes[found.labels]) ** 2).sum() / 1e12
    assert found.objective == pytest.approx(away)


def test_two_reps_in_one_town_still_get_a_territory_each():
    homes = np.array([[5000.0, 4000.0], [5000.0, 4000.0], [np.nan, np.nan], [0.0, 0.0]])
    asked = problem(homes=homes, tolerance=0.1)
    found = build(asked)
    assert found.feasible, found.message
    assert np.bincount(found.labels, minlength=4).min() > 20


def test_the_unit_a_rep_lives_in_can_be_named():
    homes = np.array([[500.0, 500.0], [10500.0, 900.0], [600.0, 8800.0], [10900.0, 8600.0]])
    found = build(problem(homes=homes, home_units=np.array([3, -1, -1, -1])))
    assert found.labels[3] == 0


def test_locked_units_stay():
    rng = np.random.default_rng(8)
    current = np.zeros(120, dtype=int)
    current[[0, 11, 108, 119]] = [0, 1, 2, 3]
    current[50:56] = rng.integers(0, 4)
    locked = np.zeros(120, dtype=bool)
    locked[[0, 11, 108, 119]] = True
    locked[50:56] = True
    asked = problem(current=current, locked=locked, tolerance=0.1)
    found = build(asked)
    assert (found.labels[locked] == current[locked]).all()
    assert found.feasible, found.message


def test_a_locked_territory_keeps_exactly_its_units():
    current = np.full(120, -1)
    xy, _ = grid(12, 10)
    current[(xy[:, 0] < 3000)] = 1
    asked = problem(current=current, locked_territories=np.array([False, True, False, False]))
    found = build(asked)
    assert ((found.labels == 1) == (current == 1)).all()
    assert found.feasible, found.message


def test_a_locked_territory_off_its_target_is_said_and_the_others_are_balanced():
    current = np.full(120, -1)
    xy, _ = grid(12, 10)
    current[(xy[:, 0] < 6000)] = 1
    asked = problem(current=current, locked_territories=np.array([False, True, False, False]))
    found = build(asked)
    assert not found.feasible and "T02" in found.message
    assert np.bincount(found.labels) == pytest.approx([20, 60, 20, 20], abs=1)


def test_groups_stay_together():
    groups = np.full(120, -1)
    groups[[0, 1, 2, 12, 13]] = 5
    groups[60:72:2] = 9
    asked = problem(groups=groups, tolerance=0.15)
    found = build(asked)
    assert len(set(found.labels[groups == 5])) == 1
    assert len(set(found.labels[groups == 9])) == 1


def test_a_barrier_is_not_crossed():
    number = np.arange(120).reshape(10, 12)
    wall = list(zip(number[:, 5], number[:, 6]))
    asked = problem(without=wall)
    found = build(asked)
    assert found.feasible, found.message
    west = set(found.labels[number[:, :6].ravel()])
    assert not west & set(found.labels[number[:, 6:].ravel()])


def test_parts_that_do_not_fit_are_said():
    number = np.arange(120).reshape(10, 12)
    wall = list(zip(number[:, 3], number[:, 4]))
    found = build(problem(without=wall))
    assert not found.feasible
    assert "not within" in found.message


def test_a_far_island_too_light_for_a_territory_is_said():
    wall = [(0, 1), (0, 12)]
    found = build(problem(without=wall))
    assert not found.feasible and found.extra_pieces == 1
    assert found.max_deviation <= 5


def test_territories_in_pieces_when_contiguity_is_not_asked_for():
    number = np.arange(120).reshape(10, 12)
    wall = list(zip(number[:, 3], number[:, 4]))
    found = build(problem(without=wall, contiguous=False))
    assert found.feasible, found.message


def test_the_maximum_distance_is_kept_or_said():
    assert build(problem(max_distance=4500.0)).feasible
    short = build(problem(max_distance=2000.0))
    assert not short.feasible and "farther than 2 km" in short.message


def test_limits_on_a_measure_are_kept_or_said():
    values = np.ones((120, 2))
    values[:, 1] = np.random.default_rng(9).integers(1, 5, 120)
    half = values[:, 1].sum() / 4
    targets = Targets.equal(
        4,
        tolerance=0.1,
        weights=(1.0, 0.0),
        minimum=np.array([np.nan, 0.9 * half]),
        maximum=np.array([np.nan, 1.1 * half]),
    )
    found = build(problem(values=values, targets=targets))
    assert found.feasible, found.message
    tight = Targets.equal(4, tolerance=0.1, minimum=np.array([60.0, np.nan]))
    found = build(problem(values=values, targets=tight))
    assert not found.feasible and "minimum" in found.message


def test_every_measure_by_itself():
    rng = np.random.default_rng(10)
    values = np.stack([rng.integers(1, 5, 120), rng.integers(1, 5, 120)], axis=1).astype(float)
    asked = problem(values=values, targets=Targets.equal(4, tolerance=0.05, each_measure=True))
    found = build(asked)
    assert found.feasible, found.message
    for column in (0, 1):
        assert deviation(asked, found.labels, column) <= 0.05 + 1e-9


@pytest.mark.parametrize("k", [1, 3, 5])
def test_hardly_any_units(k):
    found = build(problem(3, 1, k, 0.5))
    assert set(found.labels) <= set(range(k))
    assert found.feasible == (k != 5)
    if k == 5:
        assert "empty" in found.message


def test_no_units_at_all():
    nothing = Problem(
        xy=np.empty((0, 2)),
        values=np.empty((0, 1)),
        targets=Targets.equal(2),
        adjacency=Adjacency.from_pairs(0, np.empty((0, 2), dtype=int)),
    )
    assert not build(nothing).feasible


def test_units_without_workload_are_assigned_and_contiguous():
    values = np.ones(120)
    values[np.random.default_rng(11).choice(120, 40, replace=False)] = 0
    found = build(problem(values=values, tolerance=0.1))
    assert found.feasible, found.message
    assert (found.labels >= 0).all()


def test_nothing_measured_balances_the_number_of_units():
    found = build(problem(values=np.zeros(120)))
    assert found.feasible and "number of units" in found.message
    assert np.bincount(found.labels) == pytest.approx([30] * 4, rel=0.05)


def test_a_unit_too_heavy_is_said_and_the_rest_is_balanced():
    values = np.ones(120)
    values[55] = 60
    asked = problem(values=values)
    found = build(asked)
    assert not found.feasible
    load = np.bincount(found.labels, values)
    assert load[found.labels[55]] == 60
    assert np.delete(load, found.labels[55]) == pytest.approx([119 / 3] * 3, rel=0.06)


def test_compactness_trades_balance_for_shape():
    values = np.random.default_rng(12).lognormal(0, 0.7, 600)
    results = {
        c: [build(problem(30, 20, 6, 0.1, values=values, compactness=c), seed=s) for s in (1, 2)]
        for c in (0, 50, 100)
    }
    off = {c: np.mean([r.max_deviation for r in found]) for c, found in results.items()}
    pairs = problem(30, 20).adjacency.pairs()[0]
    cut = {
        c: np.mean([(r.labels[pairs[:, 0]] != r.labels[pairs[:, 1]]).sum() for r in found])
        for c, found in results.items()
    }
    assert off[0] < 1 < off[50]
    assert cut[100] <= cut[50] < cut[0]
    assert all(r.feasible for found in results.values() for r in found)


def test_cancel_gives_the_best_so_far_and_says_so():
    calls = []

    def cancelled():
        calls.append(1)
        return len(calls) > 5

    found = build(problem(30, 20, 6), cancelled=cancelled)
    assert found.cancelled and "best plan so far" in found.message
    assert (found.labels >= 0).all() and found.extra_pieces == 0


def test_the_time_limit_gives_the_best_so_far_and_says_so():
    found = build(problem(40, 40, 8), time_limit=0.05)
    assert found.timed_out and "time limit" in found.message
    assert (found.labels >= 0).all() and found.extra_pieces == 0


def test_progress_never_runs_backwards_and_ends_at_100():
    seen = []
    build(problem(), progress=lambda percent, text: seen.append((percent, text)))
    percent = [p for p, _ in seen]
    assert percent == sorted(percent) and percent[-1] == 100
    assert any("est so far" in text for _, text in seen)
