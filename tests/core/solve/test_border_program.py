"""Borders of a few territories moved at once: known best plans, whole territories, locks; groups to move."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standins.maps import grid, problem_on

from territory_manager.core.solve.balance_search import imbalance
from territory_manager.core.solve.balancing_group import draw_group
from territory_manager.core.solve.border_program import move_borders
from territory_manager.core.solve.budget import Budget
from territory_manager.core.solve.model import Model, model_of
from territory_manager.core.solve.problem import Problem
from territory_manager.core.solve.verdict import extra_pieces
from territory_manager.core.targets import Targets


def with_measures(rows: int, columns: int, values: np.ndarray, k: int, tolerance: float) -> Problem:
    plain = problem_on(grid(rows, columns), np.ones(rows * columns), k, tolerance)
    targets = Targets.equal(k, tolerance, each_measure=True)
    return Problem(plain.xy, values, plain.adjacency, targets)


def out_of_bounds(model: Model, labels: np.ndarray) -> float:
    totals = model.totals(labels)
    outside = np.maximum(np.maximum(totals - model.upper, model.lower - totals), 0.0)
    return float((outside / model.unit_of_deviation).sum())


def moved(model: Model, labels: np.ndarray, depth: int, seed: int = 1, **given) -> np.ndarray:
    return move_borders(model, labels, depth=depth, rng=np.random.default_rng(seed), **given)


def test_a_path_is_halved_in_one_step():
    model = model_of(with_measures(1, 8, np.ones((8, 2)), 2, 0.1))
    labels = np.array([0, 0, 1, 1, 1, 1, 1, 1], dtype=np.int32)
    np.testing.assert_array_equal(moved(model, labels, 2), [0, 0, 0, 0, 1, 1, 1, 1])
    assert out_of_bounds(model, moved(model, labels, 1)) == pytest.approx(
        out_of_bounds(model, labels) / 2.2, rel=0.2
    )


def test_two_measures_are_swapped_where_no_single_unit_helps():
    """Each side has all of one measure: only units in exchange for units balance both."""
    values = np.array([[3, 1], [3, 1], [1, 3], [1, 3], [3, 1], [3, 1], [1, 3], [1, 3]], dtype=float)
    model = model_of(with_measures(2, 4, values, 2, 0.05))
    labels = np.array([0, 0, 1, 1, 0, 0, 1, 1], dtype=np.int32)
    found = next(
        plan
        for plan in (moved(model, labels, 3, seed) for seed in range(20))
        if not out_of_bounds(model, plan)
    )
    assert model.pieces(found)[0] == 2
    np.testing.assert_allclose(model.totals(found), 0.5)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), st.integers(1, 3), st.booleans())
def test_never_farther_out_of_bounds_and_every_rule_kept(seed, depth, bound):
    rng = np.random.default_rng(seed)
    asked = with_measures(6, 6, rng.uniform(0.1, 1.0, (36, 3)), 4, 0.1)
    model = model_of(asked)
    labels = (np.arange(36) // 18 * 2 + np.arange(36) % 6 // 3).astype(np.int32)
    if bound:
        chosen = rng.choice(36, 5, replace=False)
        model.fixed[chosen] = labels[chosen]
        model = replace(model, open=np.array([True, True, True, False]))
    found = moved(model, labels, depth, seed)
    # A cut edge is worth a little imbalance, and no more than that.
    assert out_of_bounds(model, found) <= out_of_bounds(model, labels) + 1e-3 * len(model.pairs)
    assert extra_pieces(asked, found) == 0
    assert (found[model.fixed >= 0] == model.fixed[model.fixed >= 0]).all()
    if bound:
        np.testing.assert_array_equal(found == 3, labels == 3)
    np.testing.assert_array_equal(found, moved(model, labels, depth, seed))


def test_pieces_of_today_stay_where_pieces_are_not_asked_about():
    model = replace(model_of(with_measures(1, 6, np.ones((6, 2)), 2, 0.1)), contiguous=False)
    labels = np.array([0, 1, 1, 1, 1, 1], dtype=np.int32)
    assert out_of_bounds(model, moved(model, labels, 2)) == pytest.approx(0, abs=1e-9)


def test_nothing_to_move_and_no_time():
    model = model_of(with_measures(1, 4, np.ones((4, 2)), 2, 0.1))
    labels = np.array([0, 0, 1, 1], dtype=np.int32)
    model.fixed[:] = labels
    assert moved(model, labels, 2) is None
    free = model_of(with_measures(6, 6, np.random.default_rng(1).random((36, 3)), 4, 0.02))
    start = (np.arange(36) // 9).astype(np.int32)
    stopped = moved(free, start, 3, budget=Budget(0.0))
    assert stopped is None or free.pieces(stopped)[0] == 4


def test_groups_touch_are_open_and_sorted():
    model = model_of(with_measures(2, 10, np.ones((20, 2)), 5, 0.1))
    model = replace(model, open=np.array([True, True, True, True, False]))
    labels = (np.arange(20) % 10 // 2).astype(np.int32)
    labels[[1, 11]] = 1
    assert imbalance(model, model.totals(labels))[0] > 0
    rng = np.random.default_rng(1)
    drawn = [draw_group(model, labels, rng, 3) for _ in range(200)]
    assert {len(group) for group in drawn} == {2, 3}
    for group in drawn:
        assert (np.diff(group) == 1).all(), "territories in a row touch their neighbours alone"
        assert 4 not in group
    chosen = np.bincount(np.concatenate(drawn), minlength=5)
    assert chosen[0] + chosen[1] > chosen[2] + chosen[3], "those out of bounds are drawn more often"
