"""Whole units that cannot meet a target, compared with all plans of a small map."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.build import build
from territory_manager.core.solve.diagnosis import best_possible, diagnose
from territory_manager.core.solve.problem import Problem
from territory_manager.core.targets import Targets


def row(values, targets):
    n = len(values)
    xy = np.stack([np.arange(n) * 1000.0, np.zeros(n)], axis=1)
    pairs = np.stack([np.arange(n - 1), np.arange(1, n)], axis=1)
    return Problem(xy, np.asarray(values, dtype=float), Adjacency.from_pairs(n, pairs), targets)


def least_of_all_plans(problem):
    best = np.inf
    for labels in product(range(problem.k), repeat=problem.n):
        share = np.bincount(labels, problem.balanced[:, 0], problem.k)
        if len(set(labels)) == problem.k:
            best = min(best, float(np.abs(share / problem.target_shares - 1).max()))
    return 100 * best


@pytest.mark.parametrize(("units", "k"), [(7, 2), (7, 3), (8, 3), (5, 4)])
def test_units_of_one_size_that_do_not_divide(units, k):
    problem = row(np.full(units, 3.0), Targets.equal(k, 0.05))
    finding = next(finding for finding in diagnose(problem) if finding.code == "units_too_coarse")
    assert finding.blocking
    assert finding.best_deviation == pytest.approx(least_of_all_plans(problem))
    found = build(problem)
    assert not found.feasible
    assert found.max_deviation == pytest.approx(finding.best_deviation)


def test_units_of_one_size_that_divide_are_no_finding():
    assert diagnose(row(np.ones(8), Targets.equal(4, 0.0))) == []
    assert diagnose(row(np.ones(7), Targets.equal(2, 0.15))) == []


def test_a_capacity_below_the_lightest_unit():
    targets = Targets.by_capacity(["a", "b", "c"], [1.0, 50.0, 50.0], tolerance=0.1)
    problem = row([3.0, 4, 3, 5, 3, 4, 3], targets)
    findings = diagnose(problem)
    finding = next(finding for finding in findings if finding.code == "target_too_small")
    assert finding.message.startswith("a gets more than the target with any unit")
    assert best_possible(findings) <= least_of_all_plans(problem) + 1e-9


def test_units_without_workload_can_fill_the_smallest_territory():
    targets = Targets.by_capacity(["a", "b"], [1.0, 50.0], tolerance=0.1)
    codes = [finding.code for finding in diagnose(row([0.0, 4, 3, 5, 3], targets))]
    assert "target_too_small" not in codes
