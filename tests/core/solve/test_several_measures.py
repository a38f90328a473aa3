"""Several measures, each within tolerance: contrary ones on a grid, and cutting pairs of territories anew."""

from __future__ import annotations

import numpy as np

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.build import build
from territory_manager.core.solve.model import model_of
from territory_manager.core.solve.problem import Problem
from territory_manager.core.solve.recombination import recombine
from territory_manager.core.solve.verdict import deviations, extra_pieces
from territory_manager.core.targets import Targets

SIDE = 16


def contrary(k: int, tolerance: float = 0.05) -> Problem:
    """One measure grows to the east, the other to the west."""
    number = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    across = np.stack([number[:, :-1].ravel(), number[:, 1:].ravel()], axis=1)
    down = np.stack([number[:-1].ravel(), number[1:].ravel()], axis=1)
    y, x = np.divmod(np.arange(SIDE * SIDE), SIDE)
    values = np.stack([1.0 + x, 1.0 + SIDE - x], axis=1)
    adjacency = Adjacency.from_pairs(SIDE * SIDE, np.concatenate([across, down]))
    targets = Targets.equal(k, tolerance, each_measure=True)
    return Problem(np.stack([x, y], axis=1) * 1000.0, values, adjacency, targets)


def test_contrary_measures_each_within_tolerance():
    asked = contrary(5)
    found = build(asked, seed=3, time_limit=30)
    assert found.feasible, found.message
    assert np.abs(deviations(asked, found.labels)).max() <= 5 + 1e-6
    assert extra_pieces(asked, found.labels) == 0


def test_recombination_balances_and_keeps_whole_and_bound():
    asked = contrary(4)
    model = model_of(asked)
    start = (np.arange(model.n) % SIDE // (SIDE // 4)).astype(np.int32)
    model.fixed[0] = 0
    model.fixed[SIDE - 1] = 3
    once = recombine(model, start, turns=40, seed=1)
    assert model.excess(once) < 0.25 * model.excess(start)
    assert extra_pieces(asked, once) == 0
    assert once[0] == 0 and once[SIDE - 1] == 3
    np.testing.assert_array_equal(once, recombine(model, start, turns=40, seed=1))
