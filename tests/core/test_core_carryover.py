"""This year's units against last year's: split, merged, moved, and new land."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.carryover import ACCOUNTS, AREA, NOTHING, account_shares, carry_over
from territory_manager.core.overlay import overlaps
from territory_manager.core.units import Units

OLD = [shapely.box(0, 0, 2, 1), shapely.box(2, 0, 4, 1), shapely.box(4, 0, 6, 1)]


def new(*spans):
    return Units.from_shapely([shapely.box(west, 0, east, 1) for west, east in spans])


def test_split_merged_and_new_land():
    units = new((0, 1), (1, 2), (2, 6), (5, 9), (7, 9))
    carried = carry_over(5, overlaps(units, OLD, [0, 0, 1]))
    assert carried.owner.tolist() == [0, 0, 0, 1, -1]
    assert carried.share.tolist() == [1, 1, 0.5, 1, pytest.approx(np.nan, nan_ok=True)]
    assert carried.other.tolist() == [-1, -1, 1, -1, -1]
    assert carried.other_share.tolist() == [0, 0, 0.5, 0, 0]
    assert carried.evidence.tolist() == [AREA] * 4 + [NOTHING]
    assert carried.uncertain(0.9).tolist() == [False, False, True, False, True]


def test_accounts_outweigh_area_where_there_are_any():
    units = new((0, 3), (3, 6))
    areas = overlaps(units, OLD, [0, 1, 1])
    accounts = account_shares(
        np.array([0, 0, 0, -1, 1]), np.array([1, 1, 0, 0, -1]), np.array([3.0, np.nan, 1.0, 9.0, 1.0])
    )
    carried = carry_over(2, areas, accounts)
    assert carried.owner.tolist() == [1, 1]
    assert carried.share.tolist() == [0.75, 1]
    assert carried.evidence.tolist() == [ACCOUNTS, AREA]
    assert carry_over(2, areas).owner.tolist() == [0, 1]


def test_negative_weights_are_refused():
    with pytest.raises(ValueError, match="0 or more"):
        account_shares(np.array([0]), np.array([0]), np.array([-1.0]))


def test_nothing():
    assert carry_over(2, overlaps(new((0, 1), (1, 2)), [], [])).owner.tolist() == [-1, -1]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(1, 39), unique=True, max_size=6), st.lists(st.integers(0, 3), min_size=7, max_size=7)
)
def test_on_the_same_units_nothing_changes(cuts, labels):
    edges = [0, *sorted(cuts), 40]
    units = new(*zip(edges, edges[1:]))
    carried = carry_over(units.n, overlaps(units, units.geometry, labels[: units.n]))
    assert carried.owner.tolist() == labels[: units.n]
    assert carried.share == pytest.approx(np.ones(units.n))
