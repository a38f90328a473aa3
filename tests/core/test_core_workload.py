"""Workload: tours against exact ones, travel by hand, and what must hold whatever the numbers."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.touring import legs, tour_length, tour_to_tree
from territory_manager.core.workload import (
    KnownTimes,
    TravelModel,
    call_hours,
    capacity_hours,
    centres,
    nearest_home,
    travel,
    utilisation,
    workload_statistics,
)

# 60 km/h and straight roads: a kilometre is a minute
PLAIN = TravelModel(speed=60, detour=1.0, stops_per_day=2)


def exact_tour(xy):
    """Shortest closed tour, by Held and Karp's dynamic programme."""
    n = len(xy)
    away = np.hypot(*(xy[:, None] - xy[None]).transpose(2, 0, 1))
    last = n - 1
    best = np.full((1 << last, last), np.inf)
    for stop in range(last):
        best[1 << stop, stop] = away[last, stop]
    for visited in range(1 << last):
        for stop in range(last):
            if visited >> stop & 1 and visited != 1 << stop:
                best[visited, stop] = (best[visited ^ (1 << stop)] + away[:last, stop]).min()
    return float((best[-1] + away[last, :last]).min())


@pytest.mark.parametrize(("places", "samples"), [(3, 300), (5, 150), (7, 60), (9, 20)])
def test_estimates_agree_with_exact_tours_within_ten_percent_on_average(places, samples):
    chance = np.random.default_rng(7)
    sets = [chance.random((places, 2)) * 10_000 for _ in range(samples)]
    exact = np.mean([exact_tour(xy) for xy in sets])
    assert tour_length(places, 1e8) == pytest.approx(exact, rel=0.10)
    assert np.mean([legs(xy).sum() for xy in sets]) == pytest.approx(exact, rel=0.10)


def test_estimates_agree_with_exact_tours_of_clustered_places():
    chance = np.random.default_rng(8)
    sets = [chance.random((3, 2))[chance.integers(0, 3, 9)] + 0.03 * chance.random((9, 2)) for _ in range(25)]
    exact = np.mean([exact_tour(xy) for xy in sets])
    # Three tight clusters are the worst case: the tree joins them by two sides, the tour goes round them.
    assert np.mean([legs(xy).sum() for xy in sets]) == pytest.approx(exact, rel=0.25)


def test_many_places_reach_the_constant_of_beardwood_halton_and_hammersley():
    assert tour_length(1_000_000, 1.0) == pytest.approx(0.7124 * 1000, rel=1e-3)
    assert tour_to_tree(10**8) == pytest.approx(0.7124 / 0.6331, rel=1e-4)
    xy = np.random.default_rng(3).random((5000, 2))
    assert legs(xy).sum() == pytest.approx(0.7124 * np.sqrt(5000), rel=0.04)


def test_few_places_by_hand():
    assert tour_length(0, 1.0) == tour_length(1, 1.0) == 0
    assert tour_length(2, 4.0) == pytest.approx(2 * 0.5214 * 2)
    assert legs(np.array([[0.0, 0.0], [3.0, 4.0]])) == pytest.approx([5.0, 5.0])
    assert legs(np.array([[1.0, 1.0]])) == pytest.approx([0.0])
    with pytest.raises(ValueError, match="0 or more"):
        tour_length(-1, 1.0)


def test_accounts_in_one_place_share_a_leg():
    assert legs(np.array([[0.0, 0.0], [0.0, 0.0], [0.0, 6.0]])) == pytest.approx([3.0, 3.0, 6.0])
    assert legs(np.zeros((4, 2))) == pytest.approx([0.0] * 4)


@given(st.integers(2, 40), st.integers(0, 10**6), st.floats(0.1, 1000.0))
@settings(max_examples=40, deadline=None)
def test_legs_grow_with_the_map_and_do_not_care_where_it_is(places, seed, factor):
    xy = np.random.default_rng(seed).random((places, 2)) * 1e4
    found = legs(xy)
    assert (found >= 0).all()
    assert legs(xy * factor) == pytest.approx(found * factor, rel=1e-6)
    assert legs(xy + np.array([1e5, -3e5])) == pytest.approx(found, rel=1e-4, abs=1e-3)


def test_travel_by_hand():
    # Two accounts 10 km from home and 12 km from each other, a call on each every month, two stops a trip.
    xy = np.array([[-6000.0, 8000.0], [6000.0, 8000.0]])
    way = travel(xy, np.array([12.0, 12.0]), np.zeros(2, int), np.array([[0.0, 0.0]]), PLAIN)
    assert way.home_minutes == pytest.approx([10, 10])
    assert way.leg_minutes == pytest.approx([12, 12])
    # Out and home 20 minutes for two calls, 12 between them: 16 minutes a call, 12 times a year
    assert way.hours == pytest.approx([12 * 16 / 60] * 2)
    assert way.trips == pytest.approx([6, 6])


def test_a_lone_account_costs_its_own_trips():
    way = travel(np.array([[0.0, 30_000.0]]), np.array([10.0]), np.zeros(1, int), np.zeros((1, 2)), PLAIN)
    assert way.hours == pytest.approx([10 * 60 / 60])


def test_an_account_next_door_is_never_dearer_than_a_trip_of_its_own():
    xy = np.array([[0.0, 1000.0], [90_000.0, 0.0]])
    way = travel(xy, np.array([60.0, 60.0]), np.zeros(2, int), np.zeros((1, 2)), PLAIN)
    assert way.hours[0] == pytest.approx(60 * 2 / 60)


def test_nights_away_share_the_way_home():
    xy = np.array([[0.0, 100_000.0]] * 6)
    day = TravelModel(speed=60, detour=1, stops_per_day=2)
    far = TravelModel(speed=60, detour=1, stops_per_day=2, overnight_km=90, days_away=3)
    zero, home = np.zeros(6, int), np.zeros((1, 2))
    calls = np.full(6, 4.0)
    assert travel(xy, calls, zero, home, day).hours.sum() == pytest.approx(6 * 4 * 100 / 60)
    away = travel(xy, calls, zero, home, far)
    assert away.hours.sum() == pytest.approx(6 * 4 * 200 / 6 / 60)
    assert away.nights.sum() == pytest.approx(4 * 2)
    near = TravelModel(speed=60, detour=1, stops_per_day=2, overnight_km=110, days_away=3)
    assert travel(xy, calls, zero, home, near).nights.sum() == 0


def test_units_with_an_area_and_accounts():
    # 4 accounts in 100 km²: 0.7124 · √25 = 3.562 km between them; no home, one trip of many stops
    model = TravelModel(speed=60, detour=1, stops_per_day=4)
    way = travel(
        np.zeros((1, 2)),
        np.array([40.0]),
        np.zeros(1, int),
        np.full((1, 2), np.nan),
        model,
        areas=np.array([1e8]),
        accounts=np.array([4.0]),
    )
    assert way.hours == pytest.approx([40 * 0.75 * 3.562 / 60], rel=1e-3)


def test_known_times_are_used_instead():
    xy = np.array([[0.0, 10_000.0], [0.0, 20_000.0], [0.0, 30_000.0]])
    known = KnownTimes(
        home=np.array([50.0, np.nan, np.nan]),
        pairs=np.array([[0, 1], [1, 2]]),
        minutes=np.array([20.0, 40.0]),
    )
    way = travel(xy, np.full(3, 12.0), np.zeros(3, int), np.zeros((1, 2)), PLAIN, known=known)
    assert way.home_minutes == pytest.approx([50, 20, 30])
    # 0 to 2 is two edges of the estimate apart only where they are neighbours; the tree is 20 + 40
    assert way.leg_minutes.sum() == pytest.approx(tour_to_tree(3) * 60)


def test_what_is_missing_stays_missing():
    xy = np.array([[0.0, 1000.0], [np.nan, np.nan], [0.0, 2000.0], [0.0, 3000.0]])
    calls = np.array([10.0, 10.0, np.nan, -5.0])
    way = travel(xy, calls, np.zeros(4, int), np.zeros((1, 2)), PLAIN)
    assert np.isfinite(way.hours).tolist() == [True, False, False, False]
    hours = call_hours(calls, np.array([60.0, 30.0, 60.0, 60.0]))
    assert hours[:2] == pytest.approx([10, 5])
    assert np.isnan(hours[2:]).all()
    table = workload_statistics(
        np.array([0, 0, 0, -1]), ["A"], calls, hours, way, np.array([0.0]), reps={"A": "Vega"}
    )
    assert table["territory"].tolist() == ["A", None]
    assert table["accounts"].tolist() == [3, 1]
    assert table["call_hours"][0] == pytest.approx(15)
    assert np.isnan(table["utilisation"][0])


def test_accounts_nobody_calls_on_take_no_time():
    way = travel(np.array([[0.0, 1e4]]), np.zeros(1), np.zeros(1, int), np.zeros((1, 2)), PLAIN)
    assert way.hours.tolist() == [0.0]


@given(st.integers(1, 30), st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_travel_is_never_negative_and_halves_when_speed_doubles(n, seed):
    chance = np.random.default_rng(seed)
    xy, calls = chance.random((n, 2)) * 1e5, chance.integers(0, 24, n).astype(float)
    territory, homes = chance.integers(-1, 3, n), chance.random((3, 2)) * 1e5
    slow = travel(xy, calls, territory, homes, TravelModel(speed=40))
    fast = travel(xy, calls, territory, homes, TravelModel(speed=80))
    assert (slow.hours >= 0).all()
    assert slow.hours == pytest.approx(2 * fast.hours)
    own_trip = np.where(territory >= 0, 2 * slow.home_minutes * calls / 60, np.inf)
    assert (slow.hours <= own_trip + 1e-9).all()


def test_capacity_and_utilisation():
    assert capacity_hours(1600, 0.7) == pytest.approx(1120)
    assert utilisation(np.array([560.0, 1.0]), np.array([1120.0, 0.0])) == pytest.approx(
        [50, np.nan], nan_ok=True
    )
    with pytest.raises(ValueError, match="selling share"):
        capacity_hours(1600, 1.2)


def test_settings_that_cannot_be():
    for wrong in ({"speed": 0}, {"detour": 0.9}, {"stops_per_day": float("nan")}, {"days_away": 0}):
        with pytest.raises(ValueError, match=r"above 0|1 or more"):
            TravelModel(**wrong)


def test_homes():
    xy = np.array([[0.0, 0.0], [4.0, 0.0], [np.nan, 0.0]])
    assert centres(xy, np.array([1.0, 3.0, 9.0]), np.array([0, 0, 1]), 2) == pytest.approx(
        np.array([[3.0, 0.0], [np.nan, np.nan]]), nan_ok=True
    )
    homes = np.array([[np.nan, np.nan], [5.0, 0.0], [-1.0, 0.0]])
    assert nearest_home(xy, homes).tolist() == [2, 1, -1]
