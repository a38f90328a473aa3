"""How many reps, and where: placement by hand and by trying everything, plans of small markets."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.rep_count import Settings, Staff, compare, comparison, fewest, guess, plan_for
from territory_manager.core.rep_placement import best_home, kept_homes, left_over, sliced
from territory_manager.core.work_ledger import Stops
from territory_manager.core.workload import TravelModel

PLAIN = Settings(model=TravelModel(speed=60, detour=1, stops_per_day=2), tolerance=0.3, time_limit=1)


@given(st.integers(1, 25), st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_the_best_home_is_the_best_of_all(n, seed):
    chance = np.random.default_rng(seed)
    xy, weight = chance.random((n, 2)) * 1e5, chance.integers(0, 5, n).astype(float)
    mass = weight if weight.sum() else np.ones(n)
    cost = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1)) @ mass
    assert cost[best_home(xy, weight)] == pytest.approx(cost.min())


def test_of_many_places_the_best_home_is_as_good_as_of_all():
    chance = np.random.default_rng(4)
    xy, weight = chance.random((1500, 2)) ** 2 * 1e5, chance.random(1500)
    cost = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1)) @ weight
    assert cost[best_home(xy, weight)] == pytest.approx(cost.min())


def test_nobody_lives_nowhere():
    assert best_home(np.full((3, 2), np.nan), np.ones(3)) == -1
    assert best_home(np.array([[np.nan, 0], [5.0, 5.0]]), np.array([9.0, 0.0])) == 1


def test_the_home_that_is_missed_least_goes_first():
    # West has two homes next to each other, East has one, one is not known
    homes = np.array([[0.0, 0], [np.nan, np.nan], [1000, 0], [90_000, 0]])
    xy = np.array([[0.0, 0], [0, 5000], [900, 0], [90_000, 10]])
    calls = np.array([10.0, 10, 1, 10])
    assert kept_homes(xy, calls, homes, 3).tolist() == [0, 2, 3]
    assert kept_homes(xy, calls, homes, 2).tolist() == [0, 3]
    assert kept_homes(xy, calls, homes, 0).tolist() == []


def test_what_is_left_over_by_hand():
    xy = np.column_stack([np.arange(5) * 1000.0, np.zeros(5)])
    homes = np.array([[0.0, 0], [4000, 0], [np.nan, np.nan]])
    # The first takes 10 at home and 5 of the next; the second all it reaches; the third lives nowhere
    left = left_over(xy, np.array([10.0, 10, 10, 10, np.nan]), homes, np.array([15.0, 99, 99]))
    assert left == pytest.approx([0, 5, 10, 0, 0])


def market(columns, rows, step=10_000.0, calls=12.0):
    xy = np.array([(step * x, step * y) for y in range(rows) for x in range(columns)], dtype=float)
    often = calls - 6 + np.arange(len(xy)) * 7 % 13
    return Stops(xy, often, often), Adjacency.from_points(xy).connected(xy)


def test_a_plan_for_two_by_hand():
    # Two towns of three accounts each, far apart: each rep lives in the middle one of a town.
    xy = np.array([[0.0, 0], [6000, 0], [12_000, 0], [300_000, 0], [306_000, 0], [312_000, 0]])
    stops = Stops(xy, np.full(6, 10.0), np.full(6, 10.0))
    plan = plan_for(2, stops, Adjacency.from_points(xy).connected(xy), Staff(50.0), PLAIN)
    assert plan.names == ("T01", "T02")
    assert sorted(plan.home_unit.tolist()) == [1, 4]
    assert len(set(plan.labels[:3])) == len(set(plan.labels[3:])) == 1
    # 6 minutes home from each side, none from the middle. The tour of three in a row is 12 km and back,
    # by the tree 1.82 × 12 minutes: shares of 1/4, 1/2 and 1/4; two stops a trip.
    tour = 1.82 * 12
    one = 10 * (min(6 + tour / 8, 12) * 2 + 0) / 60
    assert plan.workload == pytest.approx([30 + one] * 2)
    assert plan.way.home_minutes.reshape(2, 3) == pytest.approx(np.array([[6, 0, 6]] * 2))
    table = comparison(2, [plan], stops, 50.0)
    row = table.iloc[0]
    assert (row["reps"], row["change"], row["call_hours"], row["capacity_hours"]) == (2, 0, 60, 100)
    assert row["utilisation"] == row["utilisation_max"] == pytest.approx(60 + 2 * one)
    assert row["max_deviation"] == pytest.approx(0)
    assert row["coverage"] == pytest.approx(100)
    assert row["home_minutes"] == pytest.approx(4)
    assert row["reps_missing"] == pytest.approx((60 + 2 * one - 100) / 50)


def test_the_fewest_that_cover_and_one_more_and_one_less():
    stops, adjacency = market(8, 5)
    told = []
    chosen, plans = compare(
        stops, adjacency, Staff(200.0), PLAIN, progress=lambda percent, words: told.append((percent, words))
    )
    assert [plan.k for plan in plans] == [chosen - 1, chosen, chosen + 1]
    less, enough, more = plans
    assert enough.enough and not less.enough
    table = comparison(chosen, plans, stops, 200.0)
    assert table["change"].tolist() == [-1, 0, 1]
    assert table["utilisation"].is_monotonic_decreasing
    assert table["travel_hours"].is_monotonic_decreasing
    assert table["coverage"].is_monotonic_increasing
    assert (table["max_deviation"] < 30).all()
    assert more.workload.sum() == pytest.approx(np.nansum(stops.hours) + np.nansum(more.way.hours))
    assert [percent for percent, _ in told] == sorted(percent for percent, _ in told)
    # With the number given, that number and its neighbours
    given_number, plans = compare(stops, adjacency, Staff(200.0), PLAIN, count=1)
    assert (given_number, [plan.k for plan in plans]) == (1, [1, 2])


def test_who_is_there_stays_and_new_ones_go_where_work_is_left():
    stops, adjacency = market(12, 4)
    staff = Staff(250.0, ["Vega", "Okafor"], stops.xy[[0, 12]], np.array([250.0, 0.0]))
    plan = plan_for(3, stops, adjacency, staff, PLAIN)
    assert plan.names == ("Vega", "Okafor", "T01")
    assert plan.homes[:2] == pytest.approx(stops.xy[[0, 12]])
    assert plan.home_unit[:2].tolist() == [-1, -1]
    # Both live at the western end; the third goes east. A vacancy is to be filled.
    assert plan.homes[2, 0] > 55_000
    assert plan.capacity.tolist() == [250, 250, 250]
    fewer = plan_for(1, stops, adjacency, staff, PLAIN)
    assert len(fewer.names) == 1 and fewer.names[0] in ("Vega", "Okafor")


class Imagined:
    """A plan for k reps of 100 hours, who travel 1000 / k hours on top of 400."""

    def __init__(self, k):
        self.k, self.workload, self.enough = k, np.array([1000.0 / k + 400]), k * 100 >= 1000 / k + 400


def test_the_fewest_is_found_from_below_and_from_above():
    stops = Stops(np.zeros((50, 2)), np.ones(50), np.full(50, 8.0))
    asked = []

    def plan(k):
        asked.append(k)
        return Imagined(k)

    # 5 reps have 500 hours for 600; 6 have 600 for 567
    assert [fewest(stops, Staff(100.0), plan, start) for start in (1, 5, 6, 9, 99)] == [6] * 5
    assert max(asked) == 49
    never = type("Never", (), {"enough": False, "workload": np.full(1, 1e9)})()
    assert fewest(stops, Staff(100.0), lambda k: never) == 50


def test_the_guess_is_near_what_real_plans_say():
    stops, adjacency = market(10, 10)
    staff = Staff(250.0)
    chosen, _ = compare(stops, adjacency, staff, PLAIN)
    assert abs(guess(stops, staff, PLAIN.model) - chosen) <= 1


def test_slices_are_even():
    chance = np.random.default_rng(2)
    xy, weight = chance.random((2000, 2)), chance.random(2000)
    parts = np.bincount(sliced(xy, weight, 7), weight, 7)
    assert len(parts) == 7
    assert parts == pytest.approx([weight.sum() / 7] * 7, rel=0.02)
    assert sorted(sliced(xy[:3], np.zeros(3), 3).tolist()) == [0, 1, 2]
    assert sliced(xy[:1], weight[:1], 5).tolist() == [0]


def test_what_cannot_be_says_why():
    stops, adjacency = market(2, 1)
    with pytest.raises(ValueError, match="3 reps cannot share 2 units"):
        plan_for(3, stops, adjacency, Staff(100.0), PLAIN)
    with pytest.raises(ValueError, match="no hours of calls"):
        plan_for(1, Stops(stops.xy, np.zeros(2), np.zeros(2)), adjacency, Staff(100.0), PLAIN)
    with pytest.raises(ValueError, match="more than 0 hours"):
        Staff(0.0)
    with pytest.raises(InterruptedError):
        compare(stops, adjacency, Staff(100.0), PLAIN, cancelled=lambda: True)
