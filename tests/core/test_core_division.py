"""What a unit has, divided among its parts."""

import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, box

from territory_manager.core.division import cut, divided


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


def test_cut_by_hand():
    west, east = cut(box(0, 0, 10, 10), LineString([(4, -1), (4, 11)]))
    assert sorted([west.area, east.area]) == [40, 60]
    # a line that ends inside cuts nothing
    assert cut(box(0, 0, 10, 10), LineString([(4, -1), (4, 9)])) == [box(0, 0, 10, 10)]


def test_islands_go_with_the_part_next_to_them():
    shape = shapely.union_all([box(0, 0, 10, 10), box(-5, 4, -3, 6), box(12, 4, 13, 5)])
    parts = cut(shape, LineString([(4, -1), (4, 11)]))
    assert sorted(part.area for part in parts) == [40 + 4, 60 + 1]
