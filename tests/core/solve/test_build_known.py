"""Builds whose best plan is known: rows, stars, and every plan of tiny maps compared."""

from __future__ import annotations

import numpy as np
import pytest
from standins.maps import grid, largest_deviation, path, problem_on, star, whole_plans

from territory_manager.core.solve.build import build
from territory_manager.core.solve.diagnosis import diagnose
from territory_manager.core.solve.verdict import objective

PLACES = [grid(3, 3), grid(2, 4), path(9), star(6), grid(2, 5)]
NEAR_THE_OPTIMUM = 1.02
"""Inertia of a build on a tiny map, in inertias of the best plan within tolerance."""


@pytest.mark.parametrize(("units", "k"), [(12, 3), (20, 4), (21, 7)])
def test_a_row_is_cut_into_equal_stretches(units, k):
    found = build(problem_on(path(units), np.ones(units), k, 0.0))
    assert found.feasible, found.message
    assert sorted(np.bincount(found.labels)) == [units // k] * k
    assert (np.diff(found.labels) != 0).sum() == k - 1
    length = units // k
    assert found.objective == pytest.approx(units * (length**2 - 1) / 12 / 1e6)


def test_in_a_star_all_territories_but_one_are_single_leaves():
    values = np.r_[1.0, np.full(6, 5.0), 1.0, 1.0, 1.0]
    found = build(problem_on(star(9), values, 7, 0.25))
    assert found.feasible, found.message
    assert sorted(np.bincount(found.labels)) == [1] * 6 + [4]


@pytest.mark.parametrize("trial", range(12))
def test_a_plan_within_tolerance_is_found_where_there_is_one(trial):
    rng = np.random.default_rng(1000 + trial)
    place, k = PLACES[trial % len(PLACES)], 2 + trial % 2
    problem = problem_on(place, rng.integers(1, 10, len(place[0])), k, (0.1, 0.2, 0.4)[trial % 3])
    plans = whole_plans(problem)
    within = plans[largest_deviation(problem, plans) <= problem.targets.tolerance + 1e-9]
    found = build(problem, seed=trial)
    assert found.feasible == bool(len(within)), found.message
    if len(within):
        best = min(objective(problem, plan) for plan in within)
        assert best * (1 - 1e-9) <= found.objective <= best * NEAR_THE_OPTIMUM


def test_the_units_no_territory_can_hold_are_named():
    values = np.ones(120)
    values[[44, 87]] = [60.0, 21.0]
    names = np.array([f"Commune {unit}" for unit in range(120)], dtype=object)
    names[[44, 87]] = ["Paris", "Marseille"]
    problem = problem_on(grid(10, 12), values, 12, 0.1, names=names)
    found = build(problem)
    assert not found.feasible
    assert (
        "Within ±10 % is impossible: Paris and Marseille are each heavier than a territory may be."
        in found.message
    )
    load = np.bincount(found.labels, values)
    assert load[found.labels[[44, 87]]].tolist() == [60.0, 21.0]
    said = next(finding.message for finding in diagnose(problem) if finding.blocking)
    assert "Paris has" in said and "Marseille is too heavy, too." in said
