"""The statistics table, its columns and numbers, and the balance in one line."""

from __future__ import annotations

import math

import numpy as np
import pytest
from shapely import box

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.alignment import Alignment
from territory_manager.core.statistics import balance, compactness, deviations, statistics
from territory_manager.core.targets import Targets
from territory_manager.core.units import Units


def plan_of(labels, measures, names, territories=("A", "B"), weights=None):
    shapes = [box(x * 1000, 0, (x + 1) * 1000, 1000) for x in range(len(labels))]
    units = Units.from_shapely(shapes, measures=measures, measure_names=names)
    return Alignment(units, Adjacency.of(units), labels, territories, weights)


def test_columns_order_and_numbers():
    plan = plan_of([0, 0, 1, -1], [[1, 10], [2, np.nan], [3, 30], [4, 60]], ["pop", "sales"])
    table = statistics(plan, Targets.equal(2, 0.5, names=["A", "B"]), {"A": "Vega"})
    assert table.columns.tolist() == [
        "territory",
        "rep",
        "units",
        "pop",
        "pop_pct",
        "pop_dev",
        "sales",
        "sales_pct",
        "sales_dev",
        "index_pct",
        "index_dev",
        "balanced",
        "area_km2",
        "perimeter_km",
        "compactness",
        "pieces",
    ]
    assert table["territory"].tolist() == ["A", "B", None]
    assert table["rep"].tolist() == ["Vega", None, None]
    assert table["units"].tolist() == [2, 1, 1]
    assert table["pop"].tolist() == [3, 3, 4]
    assert table["pop_pct"].tolist() == pytest.approx([30, 30, 40])
    assert table["pop_dev"].tolist()[:2] == pytest.approx([-40, -40])
    assert table["sales_pct"].tolist() == pytest.approx([10, 30, 60])
    assert table["index_pct"].tolist() == pytest.approx([20, 30, 50])
    assert table["index_dev"].tolist()[:2] == pytest.approx([-60, -40])
    assert table["balanced"].tolist() == [False, True, None]
    assert table["area_km2"].tolist() == [2, 1, 1]
    assert table["perimeter_km"].tolist() == [6, 4, 4]
    assert table["compactness"].tolist() == pytest.approx([8 * math.pi / 36, math.pi / 4, math.pi / 4])
    assert table["pieces"].tolist() == [1, 1, 1]
    assert table.loc[2, ["pop_dev", "sales_dev", "index_dev"]].isna().all()


def test_all_assigned_has_no_row_without_territory_and_no_measures_count_units():
    plan = plan_of([0, 0, 0, 1], None, ())
    table = statistics(plan, Targets.equal(2, names=["A", "B"]))
    assert table["territory"].tolist() == ["A", "B"]
    assert table.columns.tolist()[:5] == ["territory", "rep", "units", "index_pct", "index_dev"]
    assert table["index_pct"].tolist() == [75, 25]
    assert table["index_dev"].tolist() == [50, -50]


def test_targets_are_found_by_name_and_follow_capacities():
    plan = plan_of([0, 1, 1, 1], [1, 1, 1, 1], ["pop"])
    table = statistics(plan, Targets.by_capacity(["B", "A"], [3, 1]))
    assert table["pop_dev"].tolist() == [0, 0]
    assert table["balanced"].tolist() == [True, True]


def test_weights_shift_the_index():
    plan = plan_of([0, 1], [[1, 3], [1, 1]], ["pop", "sales"], weights=[1, 3])
    assert statistics(plan, Targets.equal(2, names=["A", "B"]))["index_pct"].tolist() == pytest.approx(
        [68.75, 31.25]
    )


def test_territory_without_units_and_one_without_target():
    plan = plan_of([0, 0], [1, 1], ["pop"], territories=("A", "B", "C"))
    table = statistics(plan, Targets.equal(2, names=["A", "B"]))
    assert table["pop_dev"].tolist() == [100, -100, 0]
    assert table["pieces"].tolist() == [1, 0, 0]
    assert np.isnan(table["compactness"][1])
    plan.move(1, 2)
    assert statistics(plan, Targets.equal(2, names=["A", "B"]))["pop_dev"].tolist() == [0, -100, np.inf]


def test_measure_that_sums_to_zero():
    plan = plan_of([0, 1], [0, 0], ["pop"])
    table = statistics(plan, Targets.equal(2, names=["A", "B"]))
    assert table["pop_dev"].tolist() == [0, 0]
    assert table["pop_pct"].tolist() == [0, 0]


def test_measure_called_like_a_column_keeps_both():
    plan = plan_of([0, 1], [5, 7], ["units"])
    table = statistics(plan, Targets.equal(2, names=["A", "B"]))
    assert table["units"].tolist() == [1, 1]
    assert table["units_total"].tolist() == [5, 7]


def test_balance_is_the_table_in_one_line():
    plan = plan_of([0, 0, 1, -1], [1, 2, 3, 4], ["pop"])
    found = balance(plan, Targets.equal(2, 0.4, names=["A", "B"]))
    assert (found.count, found.unassigned, found.extra_pieces, found.worst, found.in_tolerance) == (
        2,
        1,
        0,
        "A",
        2,
    )
    assert (found.max_deviation, found.balance_index) == pytest.approx((40, 60))


def test_each_measure_by_itself_takes_the_worst():
    plan = plan_of([0, 1], [[1, 3], [1, 1]], ["pop", "sales"])
    found = balance(plan, Targets.equal(2, 0.3, names=["A", "B"], each_measure=True))
    assert (found.max_deviation, found.in_tolerance) == (50, 0)
    assert balance(plan, Targets.equal(2, 0.3, names=["A", "B"])).max_deviation == 25


def test_deviation_on_the_line_is_within():
    plan = plan_of([0] * 21 + [1] * 19, None, ())
    assert statistics(plan, Targets.equal(2, names=["A", "B"]))["balanced"].tolist() == [True, True]


def test_balance_index_never_below_zero_and_empty_plan():
    plan = plan_of([0, 0], [1, 1], ["pop"], territories=list("ABCDEF"))
    assert balance(plan, Targets.equal(6, names=list("ABCDEF"))).balance_index == 0
    assert math.isnan(balance(plan_of([-1], None, (), []), Targets.equal(1)).max_deviation)


def test_preview_gives_the_table_as_it_would_be():
    plan = plan_of([0, 0, 1, -1], [1, 2, 3, 4], ["pop"])
    targets = Targets.equal(2, names=["A", "B"])
    seen = statistics(plan.preview(3, 1), targets)
    assert statistics(plan, targets)["units"].tolist() == [2, 1, 1]
    plan.move(3, 1)
    assert seen.equals(statistics(plan, targets))


def test_formulas():
    assert deviations(np.array([1, 0, 3]), np.array([2, 0, 0])).tolist() == [-50, 0, np.inf]
    assert compactness(np.array([np.pi]), np.array([2 * np.pi])).tolist() == [1.0]
