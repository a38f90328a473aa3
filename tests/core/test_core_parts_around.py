"""How many parts of a territory touch a unit, against counting the territory with and without it."""

import numpy as np
import pytest

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.pieces import count_pieces, parts_around

SIDE = 10


@pytest.fixture(scope="module")
def grid():
    """Squares that touch the four beside them, so that the way round a hole is long."""
    unit = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    beside = np.column_stack([unit[:, :-1].ravel(), unit[:, 1:].ravel()])
    above = np.column_stack([unit[:-1].ravel(), unit[1:].ravel()])
    return Adjacency.from_pairs(SIDE * SIDE, np.vstack([beside, above]))


# 20 % of holes: groups of searchers meet in every order, some only after others have met
@pytest.mark.parametrize("seed", range(60))
def test_parts_around_a_unit_are_what_leaving_it_out_gives(grid, seed):
    labels = (np.random.default_rng(seed).random(SIDE * SIDE) < 0.2).astype(int)
    whole = count_pieces(grid, labels, np.array([0, 1]), 2)
    for unit, own in enumerate(labels):
        without = labels.copy()
        without[unit] = -1
        rest = count_pieces(grid, without, np.array([0, 1]), 2)
        found = parts_around(grid, labels, unit, own)
        assert found is None or rest[own] == whole[own] - 1 + found
