"""Hot spots, coverage and performance: hand-computed cases, and what must hold whatever the numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.coverage import (
    by_territory,
    candidate_homes,
    catchments,
    classify,
    cover,
    reps_missing,
    supply,
    white_space,
)
from territory_manager.core.hotspots import discoveries, getis_ord, hot_spots, smoothed_ratio, two_sided
from territory_manager.core.performance import performance, ranks, trend


def chain(n):
    return Adjacency.from_pairs(n, np.column_stack([np.arange(n - 1), np.arange(1, n)]))


def test_getis_ord_by_hand():
    # A chain of five, values 1 2 3 4 10: mean 4, S² = (1+4+9+16+100)/5 − 16 = 10
    found = getis_ord(np.array([1.0, 2, 3, 4, 10]), chain(5))
    s = np.sqrt(10)
    by_hand = [
        (3 - 2 * 4) / (s * np.sqrt((5 * 2 - 4) / 4)),
        (6 - 3 * 4) / (s * np.sqrt((5 * 3 - 9) / 4)),
        (9 - 3 * 4) / (s * np.sqrt((5 * 3 - 9) / 4)),
        (17 - 3 * 4) / (s * np.sqrt((5 * 3 - 9) / 4)),
        (14 - 2 * 4) / (s * np.sqrt((5 * 2 - 4) / 4)),
    ]
    assert found == pytest.approx(by_hand)


def test_missing_values_are_left_out_of_every_sum():
    whole = getis_ord(np.array([1.0, 2, 3, 4, 10]), chain(5))
    more = getis_ord(np.array([1.0, 2, 3, 4, 10, np.nan]), chain(6))
    assert more[:5] == pytest.approx(whole)
    assert np.isnan(more[5])


def test_nothing_varies_nothing_is_hot():
    assert np.isnan(getis_ord(np.full(5, 7.1), chain(5))).all()
    assert np.isnan(getis_ord(np.array([1.0]), chain(1))).all()
    assert set(hot_spots(np.full(5, 7.1), chain(5)).kind) == {None}
    with pytest.raises(ValueError, match="5 units but 3 values"):
        getis_ord(np.ones(3), chain(5))


def test_two_sided():
    assert two_sided(np.array([0.0, 1.959964, -1.959964])) == pytest.approx([1, 0.05, 0.05], abs=1e-6)


def test_benjamini_hochberg_by_hand():
    # 0.05·i/5 = .01 .02 .03 .04 .05: the third is the last below its line, so the second goes along
    p = np.array([0.001, 0.025, 0.029, 0.2, 0.9])
    assert discoveries(p).tolist() == [True, True, True, False, False]
    assert discoveries(np.array([0.03, np.nan])).tolist() == [True, False]
    assert not discoveries(np.array([])).any()
    with pytest.raises(ValueError, match="between 0 and 1"):
        discoveries(p, 0)


def grid(columns, rows):
    number = np.arange(columns * rows).reshape(rows, columns)
    pairs = [
        np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()]),
        np.column_stack([number[:-1].ravel(), number[1:].ravel()]),
    ]
    return Adjacency.from_pairs(columns * rows, np.vstack(pairs))


def test_a_corner_of_high_values_is_a_hot_spot_and_noise_is_not():
    chance = np.random.default_rng(1)
    values = chance.normal(100, 10, 400).reshape(20, 20)
    assert (hot_spots(values.ravel(), grid(20, 20)).kind == "none").mean() > 0.97
    values[:5, :5] += 40
    values[-5:, -5:] -= 40
    kind = hot_spots(values.ravel(), grid(20, 20)).kind.reshape(20, 20)
    assert (kind[:4, :4] == "hot").all()
    assert (kind[-4:, -4:] == "cold").all()
    assert (kind[8:12, 8:12] == "none").all()


@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=25), st.floats(0.01, 100), st.floats(-1e4, 1e4))
@settings(max_examples=50, deadline=None)
def test_scores_do_not_depend_on_the_currency(values, factor, shift):
    x = np.round(np.array(values), 2)
    if np.ptp(x) < 1:
        return
    one, other = getis_ord(x, chain(len(x))), getis_ord(x * factor + shift, chain(len(x)))
    assert other == pytest.approx(one, rel=1e-4, abs=1e-4, nan_ok=True)


def test_smoothing_takes_single_units_along():
    above, below = np.array([1.0, 1, 0, 1, 1]), np.ones(5)
    assert smoothed_ratio(above, below, chain(5), 0) == pytest.approx([1, 1, 0, 1, 1])
    smooth = smoothed_ratio(above, below, chain(5), 1)
    assert smooth[2] > 0.5
    assert np.isnan(smoothed_ratio(above, np.zeros(5), chain(5))).all()


@given(st.integers(2, 20), st.integers(0, 10**6), st.integers(0, 3))
@settings(max_examples=40, deadline=None)
def test_smoothing_stays_between_the_extremes(n, seed, rounds):
    chance = np.random.default_rng(seed)
    below = chance.random(n) + 0.1
    ratio = chance.random(n)
    smooth = smoothed_ratio(ratio * below, below, chain(n), rounds)
    assert smooth.min() >= ratio.min() - 1e-9
    assert smooth.max() <= ratio.max() + 1e-9


XY = np.column_stack([np.arange(4) * 1000.0, np.zeros(4)])


def test_coverage_of_territories_by_hand():
    serves = catchments(XY, np.full((2, 2), np.nan), np.array([0, 0, 1, -1]), None)
    got = supply(np.array([10.0, 30, 20, 5]), np.array([20.0, 30]), serves)
    assert got == pytest.approx([5, 15, 30, 0])


def test_work_counts_with_its_owner_wherever_it_lies():
    """Accounts in two units: one of unit 0 belongs to B, whose home is far off; one lies in no unit."""
    xy = np.array([[0.0, 0], [0, 0], [1000, 0], [np.nan, np.nan], [9000, 0]])
    owner, unit = np.array([0, 1, 1, 1, -1]), np.array([0, 0, 1, -1, 1])
    found = cover(
        xy,
        np.array([10.0, 20, 30, 50, 40]),
        np.array([5.0, 200.0]),
        np.array([[0.0, 0], [1000, 0]]),
        owner,
        chain(2),
        reach=500,
        rounds=0,
        unit=unit,
    )
    # A has 5 h for its 10; B's 200 h go to what is in reach or has no place, 30 and 50
    assert found.reached == pytest.approx([5, 0, 75, 125, 0])
    assert found.need == pytest.approx([30, 70])
    assert found.supplied == pytest.approx([5, 75])
    assert found.raw == pytest.approx([100 * 5 / 30, 100 * 75 / 70])
    assert found.percent == pytest.approx(100 * 205 / 150)
    table = by_territory(found, owner, np.array([5.0, 200.0]), 100.0, 10.0)
    assert table["workload_hours"] == pytest.approx([10, 100, 40])
    assert table["coverage"] == pytest.approx([50, 200, 0])
    assert table["reps_missing"] == pytest.approx([0.05, -1, 0.4])


def test_what_is_out_of_reach_is_not_covered():
    homes = np.array([[0.0, 0.0]])
    serves = catchments(XY, homes, np.zeros(4, int), 1500)
    assert supply(np.full(4, 10.0), np.array([30.0]), serves) == pytest.approx([15, 15, 0, 0])


def test_without_territories_reps_overlap():
    # Both reach unit 1 and 2: rep A 30 h over 0 1 2, rep B 30 h over 1 2 3
    serves = catchments(XY, np.array([[1000.0, 0.0], [2000.0, 0.0]]), None, 1000)
    got = supply(np.full(4, 10.0), np.array([30.0, 30.0]), serves)
    assert got == pytest.approx([10, 20, 20, 10])


@given(st.integers(1, 30), st.integers(1, 5), st.integers(0, 10**6), st.booleans())
@settings(max_examples=50, deadline=None)
def test_no_capacity_is_lost_or_made(n, k, seed, by_territory):
    chance = np.random.default_rng(seed)
    xy, homes = chance.random((n, 2)) * 1e4, chance.random((k, 2)) * 1e4
    need = chance.integers(0, 5, n).astype(float)
    capacity = chance.random(k)
    serves = catchments(xy, homes, chance.integers(-1, k, n) if by_territory else None, 4000.0)
    useful = (need @ serves) > 0
    got = supply(need, capacity, serves)
    assert (got >= 0).all()
    assert got.sum() == pytest.approx(capacity[useful].sum())


def test_classes_and_reps():
    assert classify(np.array([89.0, 90, 100, 110, 110.1, np.nan]), 10).tolist() == [
        "under",
        "well",
        "well",
        "well",
        "over",
        None,
    ]
    assert reps_missing(np.array([3000.0, 500]), np.array([1000.0, 1000]), 1000) == pytest.approx([2, -0.5])
    with pytest.raises(ValueError, match="more than 0 hours"):
        reps_missing(np.ones(1), np.ones(1), 0)
    assert white_space(np.array([10.0, 5, np.nan]), np.array([4.0, 8, 1])) == pytest.approx(
        [6, -3, np.nan], nan_ok=True
    )


def test_the_next_rep_goes_where_the_work_is():
    xy = np.array([[0.0, 0], [1000, 0], [2000, 0], [50_000, 0], [51_000, 0]])
    left = np.array([300.0, 400, 300, 900, 300])
    first, second = candidate_homes(xy, left, 1000.0, reach=5000, count=2)
    assert first.unit == 3 or first.unit == 1
    assert {first.unit, second.unit} == {1, 3}
    assert first.hours == pytest.approx(1000)
    assert first.fte == pytest.approx(1)
    third = candidate_homes(xy, left, 1000.0, reach=5000, count=9)[2]
    assert third.hours == pytest.approx(200)
    assert candidate_homes(xy, np.zeros(5), 1000.0) == []


def test_performance_by_hand():
    table = performance(
        np.array([0, 0, 1, -1]),
        ["A", "B"],
        sales=np.array([60.0, 40, 90, 10]),
        potential=np.array([100.0, 300, 100, np.nan]),
        previous=np.array([80.0, 0, 0, 0]),
        hours=np.array([10.0, 10, 0, np.nan]),
        quota=np.array([80.0, 100]),
        periods={
            "q1": np.array([1.0, 1, 3, 0]),
            "q2": np.array([2.0, 2, 2, 0]),
            "q3": np.array([3.0, 3, 1, 0]),
        },
        reps={"A": "Vega"},
    ).set_index("territory")
    a, b, nobody = table.loc["A"], table.loc["B"], table.iloc[2]
    assert (a["rank"], b["rank"]) == (1, 2)
    assert a["attainment"] == pytest.approx(125)
    assert b["gap"] == pytest.approx(-10)
    assert a["growth"] == pytest.approx(25)
    assert np.isnan(b["growth"])  # nothing to grow from
    assert a["penetration"] == pytest.approx(25)
    assert a["white_space"] == pytest.approx(300)
    assert a["sales_pct"] == pytest.approx(50)
    assert a["potential_pct"] == pytest.approx(80)
    # 400/80 = 5 and 100/100 = 1; all together 500/180
    assert a["quota_fairness"] == pytest.approx(100 * 5 / (500 / 180))
    assert b["quota_fairness"] == pytest.approx(100 * 1 / (500 / 180))
    assert a["sales_per_hour"] == pytest.approx(5)
    assert np.isnan(b["sales_per_hour"])
    assert a["trend_pct"] == pytest.approx(50)  # 2 4 6: 2 a period, of 4
    assert b["trend_pct"] == pytest.approx(-50)
    assert np.isnan(nobody["rank"]) and np.isnan(nobody["potential"])
    assert a["rep"] == "Vega"


def test_only_what_is_given_has_columns():
    table = performance(np.array([0]), ["A"], sales=np.array([-5.0]))
    assert list(table) == ["territory", "rep", "units", "rank", "sales", "sales_pct"]
    assert table["sales"][0] == -5


def test_ranks_and_trends():
    assert ranks(np.array([3.0, 5, 5, np.nan, 1])) == pytest.approx([3, 1, 1, np.nan, 4], nan_ok=True)
    assert trend(np.array([[1.0, np.nan, 3], [np.nan, np.nan, 3], [-1, -2, -3]])) == pytest.approx(
        [50, np.nan, np.nan], nan_ok=True
    )
