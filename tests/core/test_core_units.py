"""Units from shapely, WKB and arrays, and the targets."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import LineString, MultiPoint, Point, Polygon, box

from territory_manager.core.targets import Targets, index_shares, scaled_weights, territory_codes
from territory_manager.core.units import Units


def test_units_from_shapely():
    units = Units.from_shapely(
        [box(0, 0, 2, 1), None, Polygon()],
        ids=[7, 8, 9],
        names=["Ariège", "B", "C"],
        measures=[[1, 2], [3, np.nan], [5, 6]],
        measure_names=["pop", "sales"],
    )
    assert (units.n, len(units), units.is_points) == (3, 3, False)
    assert units.ids.dtype == np.int64
    assert units.xy[0].tolist() == [1.0, 0.5]
    assert np.isnan(units.xy[1:]).all()
    assert units.areas.tolist() == [2, 0, 0]
    assert units.perimeters.tolist() == [6, 0, 0]
    assert np.isnan(units.measures[1, 1])
    assert units.values()[1].tolist() == [3, 0]


def test_units_from_wkb_take_unreadable_bytes_as_null():
    units = Units.from_wkb([shapely.to_wkb(box(0, 0, 1, 1)), None, b"nonsense"])
    assert units.areas.tolist() == [1, 0, 0]
    assert units.geometry[1] is None
    assert units.geometry[2] is None


def test_units_without_measures_count_one_each():
    units = Units.from_arrays([(0, 0), (1, 1)])
    assert units.values().tolist() == [[1], [1]]
    assert units.is_points
    assert units.names.tolist() == ["0", "1"]


def test_points_and_multipoints():
    units = Units.from_shapely([Point(1, 2), MultiPoint([(0, 0), (2, 2)])])
    assert units.is_points
    assert units.xy.tolist() == [[1, 2], [1, 1]]


@pytest.mark.parametrize(
    ("shapes", "name"),
    [
        ([box(0, 0, 1, 1), LineString([(0, 0), (1, 1)])], "Unit B is a LineString"),
        ([box(0, 0, 1, 1), Point(0, 0)], "Unit B is a Point"),
    ],
)
def test_lines_and_mixtures_are_refused_by_name(shapes, name):
    with pytest.raises(ValueError, match=name):
        Units.from_shapely(shapes, names=["A", "B"])


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"ids": [1]}, "2 units but 1 ids"),
        ({"names": ["a"]}, "2 units but 1 names"),
        ({"measures": [[1.0]]}, "2 units but 1 rows"),
        ({"measures": [1.0, 2.0], "measure_names": ["a", "b"]}, "measure names"),
        ({"areas": [1.0]}, "2 units but 1 areas"),
    ],
)
def test_lengths_must_fit(wrong, words):
    with pytest.raises(ValueError, match=words):
        Units.from_arrays([(0, 0), (1, 1)], **wrong)


def test_subset_extended_with_measures_and_geometry():
    units = Units.from_shapely([box(0, 0, 1, 1), box(1, 0, 3, 1)], measures=[1, 2], measure_names=["a"])
    assert units.subset(np.array([False, True])).areas.tolist() == [2]
    both = units.extended(units.subset([0]))
    assert both.measures.ravel().tolist() == [1, 2, 1]
    assert both.geometry[2] is units.geometry[0]
    assert units.with_measures([[3, 4], [5, 6]], ["x", "y"]).measure_names == ("x", "y")
    changed = units.with_geometry([1], [box(1, 0, 2, 1)])
    assert changed.areas.tolist() == [1, 1]
    assert units.areas.tolist() == [1, 2]
    with pytest.raises(ValueError, match="the plan has a"):
        units.extended(units.with_measures([1, 2], ["b"]))


def test_index_adds_up_to_one_and_ignores_scale():
    values = np.array([[1, 1000], [3, np.nan]], dtype=float)
    shares = index_shares(values, [1, 3])
    assert shares.tolist() == pytest.approx([0.25 * 0.25 + 0.75, 0.25 * 0.75])
    assert index_shares(values * [1, 1e-6], [1, 3]).tolist() == pytest.approx(shares.tolist())


def test_weight_of_a_measure_that_sums_to_zero_goes_to_the_others():
    assert index_shares(np.array([[1.0, 0.0], [1.0, 0.0]])).tolist() == [0.5, 0.5]
    assert index_shares(np.zeros((2, 1))).tolist() == [0, 0]


@pytest.mark.parametrize("weights", [[1], [1, -1], [1, np.nan]])
def test_wrong_weights_are_refused(weights):
    with pytest.raises(ValueError, match=r"[Ww]eights"):
        scaled_weights(np.array([1.0, 1.0]), weights)


def test_equal_targets_and_codes():
    targets = Targets.equal(4)
    assert targets.territories == ("T01", "T02", "T03", "T04")
    assert targets.of(np.array([[4.0], [np.nan], [8.0]])).ravel().tolist() == [3, 3, 3, 3]
    assert targets.tolerance == 0.05
    assert territory_codes(100)[0] == "T001"


def test_targets_by_capacity():
    targets = Targets.by_capacity(["Vega", "Okafor"], [1, 3], 0.1, weights=[2, 1])
    assert targets.shares.tolist() == [0.25, 0.75]
    assert targets.shares_of(["Okafor", "new", "Vega"]).tolist() == [0.75, 0, 0.25]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Targets.equal(0), "number of territories is 0"),
        (lambda: Targets.by_capacity([], []), "no territories"),
        (lambda: Targets.by_capacity(["A", "A"], [1, 1]), "A is named more than once"),
        (lambda: Targets.by_capacity(["A", "B"], [1, -1]), "capacity of territory B is -1"),
        (lambda: Targets.by_capacity(["A"], [0]), "All capacities are 0"),
        (lambda: Targets.equal(2, -0.1), "tolerance is -0.1"),
    ],
)
def test_wrong_targets_are_refused_in_words(make, words):
    with pytest.raises(ValueError, match=words):
        make()
