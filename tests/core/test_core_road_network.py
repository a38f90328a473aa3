"""Travel on roads: places between crossings, one-way streets, and what no road reaches."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.road_network import RoadNetwork, join, local_pace, minutes_between, neighbours
from territory_manager.core.workload import KnownTimes, TravelModel, travel


def square(one_way=False):
    """Four crossings of a square of 10 km, a minute a km: 0–1–2–3–0; 0 → 1 only, where one-way."""
    xy = np.array([[0.0, 0], [10_000, 0], [10_000, 10_000], [0, 10_000]])
    pairs = [(0, 1), (1, 2), (2, 3), (3, 0)]
    start = [a for a, _ in pairs] + [b for a, b in pairs if not (one_way and (a, b) == (0, 1))]
    end = [b for _, b in pairs] + [a for a, b in pairs if not (one_way and (a, b) == (0, 1))]
    return RoadNetwork(xy, np.array(start), np.array(end), np.full(len(start), 10.0))


PACE = 0.001  # a minute a km off the road, too


def test_places_between_two_crossings_join_the_road_where_they_are():
    places = np.array([[2000.0, 500], [7000, 0], [5000, 10_000], [np.nan, 0]])
    joined = join(square(), places, PACE)
    assert joined.away[:3] == pytest.approx([500, 0, 0])
    assert joined.vertex[3] == -1
    pairs = np.array([[0, 1], [0, 2], [1, 2], [0, 3]])
    minutes = minutes_between(joined, pairs, np.full(4, 10.0))
    # 0.5 to the road and 5 along it; 2 to the corner, 10 up, 5 across; 3 + 10 + 5
    assert minutes == pytest.approx([5.5, 0.5 + 2 + 10 + 5, 18, np.nan], nan_ok=True)


def test_one_way_streets_are_driven_round():
    network = square(one_way=True)
    assert network.one_way() and not square().one_way()
    joined = join(network, np.array([[2000.0, 0], [7000, 0]]), PACE)
    pair = np.array([[0, 1]])
    assert minutes_between(joined, pair, np.array([5.0]), both_ways=False) == pytest.approx([5])
    # Back it is 3 on, the other three sides, and 2: 35; the mean of out and back is 20
    assert minutes_between(joined, pair, np.array([5.0])) == pytest.approx([20])


def test_too_far_from_a_road_or_from_one_another_is_no_way():
    joined = join(square(), np.array([[5000.0, 5000], [5000, -200], [5000, 0]]), PACE, farthest=1000)
    assert joined.vertex[0] == -1 < joined.vertex[1]
    apart = RoadNetwork(
        np.array([[0.0, 0], [1, 0], [0, 9], [1, 9]]), np.array([0, 2]), np.array([1, 3]), np.ones(2)
    )
    lost = minutes_between(
        join(apart, np.array([[0.0, 0], [0, 9]]), PACE), np.array([[0, 1]]), np.array([1.0])
    )
    assert np.isnan(lost).all()


def test_of_two_roads_between_the_same_crossings_the_faster_counts():
    network = RoadNetwork(
        np.array([[0.0, 0], [1000, 0]]), np.array([0, 0]), np.array([1, 1]), np.array([9.0, 4.0])
    )
    assert network.matrix()[0, 1] == 4
    assert minutes_between(
        join(network, network.xy, PACE), np.array([[0, 1]]), np.ones(1), both_ways=False
    ) == (pytest.approx([4]))


def test_no_roads_reach_nothing():
    nothing = RoadNetwork(np.empty((0, 2)), *(np.empty(0, dtype=int),) * 2, np.empty(0))
    joined = join(nothing, np.zeros((2, 2)), PACE)
    assert joined.vertex.tolist() == [-1, -1]
    assert np.isnan(minutes_between(joined, np.array([[0, 1]]), np.ones(1))).all()


def test_cancel_is_heard():
    joined = join(square(), np.array([[2000.0, 0], [7000, 0]]), PACE)
    with pytest.raises(InterruptedError):
        minutes_between(joined, np.array([[0, 1]]), np.ones(1), cancelled=lambda: True)


@given(st.integers(2, 25), st.integers(0, 10**6))
@settings(max_examples=30, deadline=None)
def test_ways_are_never_shorter_than_the_straight_line_and_the_same_back(n, seed):
    chance = np.random.default_rng(seed)
    places = chance.random((n, 2)) * 10_000
    joined = join(square(), places, PACE)
    pairs = np.array([(i, j) for i in range(n) for j in range(i)])
    straight = np.hypot(*(places[pairs[:, 0]] - places[pairs[:, 1]]).T) * PACE
    out = minutes_between(joined, pairs, straight + 100, both_ways=False)
    assert np.isfinite(out).all()
    assert (out >= straight - 1e-6).all()
    assert minutes_between(joined, pairs[:, ::-1], straight + 100, both_ways=False) == pytest.approx(out)


def test_neighbours_stay_inside_their_territory():
    xy = np.array([[0.0, 0], [1, 0], [2, 0], [3, 0], [np.nan, 0]])
    pairs = neighbours(xy, np.array([0, 0, 1, 1, 1]))
    assert sorted(map(tuple, np.sort(pairs, axis=1).tolist())) == [(0, 1), (2, 3)]
    assert neighbours(xy[:1], np.zeros(1, int)).shape == (0, 2)


def test_pace_is_what_the_roads_of_each_territory_have():
    xy = np.array([[0.0, 0], [1000, 0], [0, 5000], [2000, 5000], [9, 9]])
    pairs = np.array([[0, 1], [2, 3]])
    pace = local_pace(xy, np.array([0, 0, 1, 1, 2]), pairs, np.array([2.0, 8.0]), PACE)
    assert pace == pytest.approx([0.002, 0.002, 0.004, 0.004, 10 / 3000])
    assert local_pace(xy, np.zeros(5, int), pairs, np.full(2, np.nan), PACE) == pytest.approx([PACE] * 5)


def test_travel_takes_the_pace_of_the_roads_where_no_way_is_known():
    xy = np.array([[0.0, 8000.0], [6000.0, 8000.0]])
    nothing = np.full(2, np.nan)
    model = TravelModel(speed=60, detour=1, stops_per_day=2)
    homes = np.full((1, 2), np.nan)
    way = travel(xy, np.full(2, 12.0), np.zeros(2, int), homes, model)
    slow = KnownTimes(nothing, pace=np.full(2, 3 * model.minutes_per_metre))
    assert travel(
        xy, np.full(2, 12.0), np.zeros(2, int), homes, model, known=slow
    ).leg_minutes == pytest.approx(3 * way.leg_minutes)


def test_a_table_of_times_goes_before_the_roads():
    table = KnownTimes(np.array([5.0, np.nan]), np.array([[0, 1]]), np.array([7.0]))
    roads = KnownTimes(np.array([50.0, 60.0]), np.array([[1, 0]]), np.array([70.0]), np.ones(2))
    both = table.before(roads)
    assert both.home.tolist() == [5, 60]
    assert both.pace.tolist() == [1, 1]
    xy = np.array([[0.0, 8000.0], [6000.0, 8000.0]])
    way = travel(xy, np.full(2, 12.0), np.zeros(2, int), np.zeros((1, 2)), TravelModel(), known=both)
    assert way.leg_minutes.sum() == pytest.approx(2 * 7)
