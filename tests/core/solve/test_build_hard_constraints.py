"""Constraints that pull against shape and balance: kept where they can be, said where they cannot."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.build import build
from territory_manager.core.solve.problem import Problem
from territory_manager.core.solve.rebalance import rebalance
from territory_manager.core.solve.verdict import centres_of
from territory_manager.core.targets import Targets


def grid(columns, rows, values=None, k=4, tolerance=0.05, **more):
    """Units 1 km apart with four neighbours each."""
    number = np.arange(columns * rows).reshape(rows, columns)
    across = np.stack([number[:, :-1].ravel(), number[:, 1:].ravel()], axis=1)
    down = np.stack([number[:-1].ravel(), number[1:].ravel()], axis=1)
    y, x = np.divmod(np.arange(columns * rows), columns)
    return Problem(
        np.stack([x, y], axis=1) * 1000.0,
        np.ones(columns * rows) if values is None else values,
        Adjacency.from_pairs(columns * rows, np.concatenate([across, down])),
        Targets.equal(k, tolerance),
        **more,
    )


def farthest(problem, labels):
    centres = centres_of(problem, labels)
    return float(np.sqrt(((problem.xy - centres[labels]) ** 2).sum(axis=1)).max())


@pytest.mark.parametrize("drawn", [1, 5, 6])
def test_shape_gives_way_to_the_maximum_distance(drawn):
    values = np.random.default_rng(drawn).lognormal(0, 1, 169)
    free = grid(13, 13, values, k=5, tolerance=0.1)
    limit = 0.95 * farthest(free, build(free).labels)
    found = build(replace(free, max_distance=limit))
    assert found.feasible, found.message
    assert farthest(free, found.labels) <= limit


def test_a_distance_beyond_every_home_costs_no_more_than_it_must():
    homes = np.array([[2000.0, 4500.0], [4000.0, 4500.0]])
    asked = grid(10, 10, k=2, tolerance=0.2, homes=homes, max_distance=3000.0)
    found = build(asked)
    assert not found.feasible
    assert "farther than 3 km" in found.message
    assert found.max_deviation <= 20 + 1e-9


def test_a_group_whose_units_do_not_touch_gets_a_way_between_them():
    groups = np.full(120, -1)
    groups[[0, 119]] = 7
    asked = grid(12, 10, k=4, tolerance=0.1, groups=groups)
    found = build(asked)
    assert found.feasible, found.message
    assert found.labels[0] == found.labels[119]
    assert found.extra_pieces == 0


def test_a_way_that_locks_bar_is_said():
    groups = np.full(120, -1)
    groups[[0, 119]] = 7
    wall = np.arange(120) % 12 == 5
    current = np.where(wall, 0, -1)
    locked = wall.copy()
    asked = grid(12, 10, k=4, tolerance=0.3, groups=groups, current=current, locked=locked)
    found = build(asked)
    assert found.labels[0] == found.labels[119]
    assert found.labels[0] == 0 or not found.feasible
    assert found.extra_pieces == 0 or "is in 2 pieces" in found.message


def test_a_rebalance_joins_a_group_that_lies_apart():
    columns = np.arange(120) % 12
    groups = np.full(120, -1)
    groups[[24, 35]] = 1
    asked = grid(12, 10, k=3, tolerance=0.2, groups=groups, current=columns // 4)
    found = rebalance(asked)
    assert found.labels[24] == found.labels[35]
    assert found.extra_pieces == 0, found.message
    assert found.feasible


@pytest.mark.parametrize("reps", [3, 4, 6])
def test_reps_who_live_in_one_corner_do_not_shut_each_other_in(reps):
    homes = np.full((reps, 2), 500.0)
    asked = grid(12, 12, k=reps, tolerance=0.1, homes=homes)
    found = build(asked)
    assert found.feasible, found.message
    assert found.labels[0] == 0
