"""What a unit has, divided among its parts."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from territory_manager.core.division import divided


def test_by_hand():
    assert divided(10, [1, 3]) == [2.5, 7.5]
    assert divided(10, [1, 1, 1], whole=True) == [4, 3, 3]
    assert divided(7, [0.45, 0.55], whole=True) == [3, 4]
    assert divided(6, [0, 0]) == [3, 3]
    assert divided(-5, [1, 1], whole=True) == [-2, -3]


@pytest.mark.parametrize("weights", [[], [1, -1], [math.nan, 1]])
def test_wrong_weights(weights):
    with pytest.raises(ValueError, match="weights"):
        divided(1, weights)


@given(
    st.integers(-(10**9), 10**9), st.lists(st.floats(0, 1e6), min_size=1, max_size=6), st.booleans()
)
def test_parts_add_up(value, weights, whole):
    parts = divided(value, weights, whole=whole)
    assert math.fsum(parts) == pytest.approx(value, abs=1e-6)
    if whole:
        assert sum(parts) == value
        assert all(part == int(part) for part in parts)
