"""Outlines of territories, and accounts in units, on maps small enough to know the answer."""

import numpy as np
import pytest
import shapely

from territory_manager.core.boundaries import boundaries
from territory_manager.core.rollup import locate, sums
from territory_manager.core.units import Units


def squares(*corners, side=1.0):
    return [shapely.box(x, y, x + side, y + side) for x, y in corners]


def test_units_that_match_are_one_outline():
    units = Units.from_shapely(squares((0, 0), (1, 0), (5, 0), (0, 1)))
    north, south, empty = boundaries(units, np.array([0, 0, 0, 1]), 3)
    assert north.geom_type == "MultiPolygon"
    assert (north.area, len(north.geoms)) == (3.0, 2)
    assert south.area == 1.0
    assert empty is None


def test_units_that_overlap_are_not_counted_twice():
    units = Units.from_shapely(squares((0, 0), (0.5, 0)))
    (whole,) = boundaries(units, np.array([0, 0]), 1)
    assert whole.area == pytest.approx(1.5)
    assert whole.is_valid


def test_broken_null_and_empty_shapes_do_no_harm():
    bow = shapely.Polygon([(2, 0), (3, 1), (3, 0), (2, 1)])
    units = Units.from_shapely([*squares((0, 0)), bow, None, shapely.Polygon()])
    (whole,) = boundaries(units, np.zeros(4, dtype=int), 1)
    assert whole.is_valid
    assert whole.area == pytest.approx(1.5)


@pytest.mark.parametrize(
    "places", [[(0, 0)], [(0, 0), (1, 0)], [(0, 0), (0, 0), (3, 1)], [(0, 0), (1, 1), (2, 2)]]
)
def test_points_share_the_map_between_them(places):
    units = Units.from_shapely([shapely.Point(p) for p in places])
    found = boundaries(units, np.arange(len(places)), len(places))
    shapes = [shape for shape in found if shape is not None]
    assert len(shapes) == len(set(places))
    for number, one in enumerate(shapes):
        assert all(one.intersection(other).area < 1e-9 for other in shapes[number + 1 :])


def test_cancel_ends_it():
    units = Units.from_shapely(squares((0, 0)))
    with pytest.raises(InterruptedError):
        boundaries(units, np.array([0]), 1, cancelled=lambda: True)


def test_accounts_belong_to_one_unit_at_most():
    units = Units.from_shapely(squares((0, 0), (1, 0)))
    accounts = [shapely.Point(0.5, 0.5), shapely.Point(1, 0.5), shapely.Point(9, 9), None, shapely.Point()]
    assert locate(units, accounts).tolist() == [0, 0, -1, -1, -1]


def test_accounts_belong_to_the_nearest_point():
    units = Units.from_shapely([shapely.Point(0, 0), None, shapely.Point(10, 0)])
    assert locate(units, [shapely.Point(4, 0), shapely.Point(6, 0)]).tolist() == [0, 2]


def test_sums_tell_nothing_from_unknown():
    counts, totals = sums(np.array([0, 0, 1, -1]), np.array([[1.0], [2.0], [np.nan], [5.0]]), 3)
    assert counts.tolist() == [2, 1, 0]
    assert totals[0, 0] == 3
    assert np.isnan(totals[1, 0])
    assert totals[2, 0] == 0
