"""Why is this unit here: what every other territory would make of it."""

import numpy as np
import pytest
from standins.maps import grid, path, problem_on

from territory_manager.core.solve.explain import explain
from territory_manager.core.solve.verdict import deviations, objective

NAMES = np.array([f"unit {i}" for i in range(24)])


def columns(**given):
    current = (np.arange(24) % 6 // 2).astype(np.int32)
    return problem_on(grid(4, 6), np.ones(24), 3, current=current, names=NAMES, **given)


def test_figures_are_what_the_move_does():
    problem = columns()
    (found,) = explain(problem, 7)
    assert found.territory == "T02"
    moved = problem.current.copy()
    moved[7] = 1
    now = deviations(problem, moved)
    assert found.from_deviation == pytest.approx((0, now[0, 0]), abs=1e-9)
    assert found.to_deviation == pytest.approx((0, now[1, 0]), abs=1e-9)
    assert found.max_deviation_change == pytest.approx(np.abs(now).max())
    change = 100 * (objective(problem, moved) / objective(problem, problem.current) - 1)
    assert found.compactness_change == pytest.approx(change)
    assert found.cut_edges_change == 2
    assert found.disruption == pytest.approx(100 / 24)
    assert found.keeps_contiguity
    assert found.allowed
    assert found.reasons == ("balance", "disruption", "compactness")
    assert found.sentence.startswith("unit 7 to T02: T01 = 0.0 % → ▼ 12.5 %, T02 = 0.0 % → ▲ 12.5 %")


def test_inner_unit_has_no_neighbouring_territory():
    assert explain(columns(), 0) == []


def test_contiguity_locks_and_groups():
    problem = problem_on(path(4), np.ones(4), 2, 0.1, current=[0, 1, 0, 0], names=NAMES[:4])
    (found,) = explain(problem, 1)
    assert found.keeps_contiguity
    problem = problem_on(grid(2, 3), np.ones(6), 2, current=[0, 0, 0, 1, 1, 1], names=NAMES[:6])
    (found,) = explain(problem, 1)
    assert not found.keeps_contiguity
    assert "contiguity" in found.reasons
    assert "cuts T01 into pieces" in found.sentence
    locked = np.arange(24) == 7
    (found,) = explain(columns(locked=locked), 7)
    assert not found.allowed
    assert "unit 7 is locked" in found.sentence
    (found,) = explain(columns(locked_territories=[False, True, False]), 7)
    assert found.reasons[0] == "locked_territory"
    assert "T02 is locked" in found.sentence
    groups = np.full(24, -1)
    groups[[6, 7]] = 1
    (found,) = explain(columns(groups=groups), 7)
    assert found.disruption == pytest.approx(200 / 24)
    assert found.sentence.startswith("unit 6 and unit 7 to T02")


def test_distance_and_better_moves():
    homes = np.array([[500.0, 1500.0], [2500.0, 1500.0], [4500.0, 1500.0]])
    (found,) = explain(columns(homes=homes, max_distance=1800.0), 1)
    assert "too_far" in found.reasons
    current = np.where(np.arange(8) < 6, 0, 1)
    (found,) = explain(problem_on(path(8), np.ones(8), 2, current=current), 5)
    assert found.max_deviation_change < 0
    assert "balance" not in found.reasons


def test_unassigned_unit_and_plan_that_is_not_today():
    problem = problem_on(path(4), np.ones(4), 2, current=[0, -1, 1, 1])
    found = explain(problem, 1)
    assert [move.to for move in found] == [0, 1]
    assert found[0].from_deviation is None
    problem = problem_on(path(4), np.ones(4), 2, current=[0, 0, 1, 1])
    (back,) = explain(problem, 1, labels=np.array([0, 1, 1, 1]))
    assert back.disruption == pytest.approx(-25)
    assert "25 % goes back" in back.sentence


def test_what_cannot_be_explained():
    with pytest.raises(ValueError, match="no alignment"):
        explain(problem_on(path(4), np.ones(4), 2), 1)
    with pytest.raises(ValueError, match="no unit number 9"):
        explain(problem_on(path(4), np.ones(4), 2, current=[0, 0, 1, 1]), 9)
