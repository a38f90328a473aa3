"""Graphs of points, bridges, barriers, parts, and graphs that follow an edit."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Polygon, box

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.adjacency_barriers import barrier_pairs
from territory_manager.core.units import Units


def grid(columns, rows, side=100.0):
    return [
        box(x * side, y * side, (x + 1) * side, (y + 1) * side) for y in range(rows) for x in range(columns)
    ]


def listed(graph):
    return {tuple(pair) for pair in graph.pairs()[0].tolist()}


# -- points --------------------------------------------------------------------------------------------------


def test_square_of_points_with_its_centre():
    graph = Adjacency.from_points([(0, 0), (2, 0), (2, 2), (0, 2), (1, 1)])
    assert {(0, 4), (1, 4), (2, 4), (3, 4), (0, 1), (1, 2), (2, 3), (0, 3)} == listed(graph)
    assert graph.border.sum() == 0


@pytest.mark.parametrize(
    ("places", "pairs"),
    [
        ([], set()),
        ([(5, 5)], set()),
        ([(0, 0), (1, 0)], {(0, 1)}),
        ([(0, 0), (2, 2), (1, 1), (3, 3)], {(0, 2), (1, 2), (1, 3)}),
        ([(7, 7), (7, 7), (7, 7)], {(0, 1), (0, 2), (1, 2)}),
        ([(0, 0), (1, 0), (1, 0)], {(0, 1), (0, 2), (1, 2)}),
        ([(0, 0), (np.nan, np.nan), (1, 0)], {(0, 2)}),
    ],
    ids=["none", "one", "two", "on a line", "same place", "beside a stack", "one without a place"],
)
def test_few_points(places, pairs):
    assert listed(Adjacency.from_points(np.array(places, dtype=float).reshape(-1, 2))) == pairs


def test_points_on_a_line_far_from_the_origin():
    xy = np.column_stack([6e6 + np.arange(5) * 1000.0, 4e6 + np.arange(5) * 333.3])
    assert listed(Adjacency.from_points(xy)) == {(0, 1), (1, 2), (2, 3), (3, 4)}


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=40))
def test_all_points_are_connected_wherever_they_are(places):
    count, _ = Adjacency.from_points(np.array(places, dtype=float)).components()
    assert count == 1


# -- parts and bridges ---------------------------------------------------------------------------------------


def test_components_and_pieces():
    graph = Adjacency.from_polygons(grid(3, 3))
    assert graph.components()[0] == 1
    count, part = graph.components(np.array([0, 1, 0, 0, 1, 0, -1, -1, -1]))
    assert count == 4
    assert part[0] == part[3] != part[2] == part[5]


def test_islands_get_the_shortest_bridges_between_their_shapes():
    # The centroid of the long unit is farther from the island than that of the small one, its edge is nearer.
    shapes = np.array(
        [box(0, 0, 1000, 10), box(-20, 0, 0, 10), box(980, 20, 990, 30), box(980, 100, 990, 110)]
    )
    graph = Adjacency.from_polygons(shapes)
    xy = shapely.get_coordinates(shapely.centroid(shapes))
    linked = graph.connected(xy, shapes)
    assert linked.bridges.tolist() == [[0, 2], [2, 3]]
    assert linked.components()[0] == 1
    assert listed(linked) == {(0, 1), (0, 2), (2, 3)}
    assert linked.border[linked.bridge].sum() == 0
    assert listed(linked.without_bridges()) == listed(graph)
    assert len(graph.bridges) == 0


def test_bridges_by_centroids_where_there_is_no_geometry():
    graph = Adjacency.from_pairs(4, [(0, 1), (2, 3)])
    linked = graph.connected(np.array([[0, 0], [1, 0], [5, 0], [9, 0]], dtype=float))
    assert linked.bridges.tolist() == [[1, 2]]


def test_many_islands_become_one_map():
    shapes = np.array([box(x * 30, y * 30, x * 30 + 10, y * 30 + 10) for x in range(12) for y in range(12)])
    units = Units.from_shapely(shapes)
    graph = Adjacency.of(units)
    assert graph.components()[0] == 1
    assert len(graph.bridges) == 143


def test_units_without_a_place_are_not_bridged():
    units = Units.from_shapely([box(0, 0, 10, 10), None, Polygon(), box(20, 0, 30, 10)])
    graph = Adjacency.of(units)
    assert graph.bridges.tolist() == [[0, 3]]
    assert graph.components()[0] == 3


@pytest.mark.parametrize("shapes", [[], [None], [None, None], [box(0, 0, 1, 1)]])
def test_nothing_to_connect(shapes):
    assert len(Adjacency.of(Units.from_shapely(shapes)).bridges) == 0


def test_user_bridges_replace_the_automatic_ones():
    units = Units.from_shapely([*grid(2, 1), box(300, 0, 400, 100)])
    graph = Adjacency.of(units).without_bridges().with_bridges([(2, 0)]).connected(units.xy, units.geometry)
    assert graph.bridges.tolist() == [[0, 2]]


def test_bridge_between_neighbours_changes_nothing():
    graph = Adjacency.from_polygons(grid(2, 1))
    assert len(graph.with_bridges([(0, 1)]).bridges) == 0
    assert graph.with_bridges([(0, 1)]).border.tolist() == [100.0, 100.0]


def test_pair_outside_the_units_is_refused():
    with pytest.raises(ValueError, match="outside 0 to 3"):
        Adjacency.from_pairs(4, [(0, 4)])


def test_arrays_cannot_be_written():
    graph = Adjacency.from_polygons(grid(2, 1))
    with pytest.raises(ValueError, match="read-only"):
        graph.border[0] = 1.0


# -- barriers ------------------------------------------------------------------------------------------------


def test_river_along_a_border_separates_and_a_road_across_it_does_not():
    units = Units.from_shapely(grid(3, 2))
    graph = Adjacency.of(units)
    river = LineString([(102, -50), (97, 80), (103, 120), (100, 250)])
    assert barrier_pairs(units, graph, [river]).tolist() == [[0, 1], [3, 4]]
    road = LineString([(70, 20), (130, 25)])
    assert barrier_pairs(units, graph, [road, None, LineString()]).tolist() == []
    along_the_row = LineString([(20, 80), (280, 85)])
    assert barrier_pairs(units, graph, [along_the_row]).tolist() == [[0, 3], [1, 4], [2, 5]]


def test_lake_separates():
    units = Units.from_shapely(grid(2, 2))
    lake = box(90, 20, 110, 90)
    assert barrier_pairs(units, Adjacency.of(units), [lake]).tolist() == [[0, 1]]


def test_barrier_between_points():
    units = Units.from_arrays([(0, 0), (10, 0), (5, 8)])
    found = barrier_pairs(units, Adjacency.of(units), [LineString([(5, -1), (5, 1)])])
    assert found.tolist() == [[0, 1]]


def test_border_behind_a_barrier_is_remembered_and_no_bridge_undoes_it():
    units = Units.from_shapely(grid(2, 1))
    graph = Adjacency.of(units).without([(1, 0)])
    assert len(graph.indices) == 0
    assert graph.barred.pairs()[1].tolist() == [100.0]
    assert graph.connected(units.xy, units.geometry).components()[0] == 2
    assert graph.with_bridges([(0, 1)]).components()[0] == 1


# -- following an edit ---------------------------------------------------------------------------------------


def assert_same(graph, other):
    assert listed(graph) == listed(other)
    np.testing.assert_allclose(graph.border, other.border, atol=1e-6)
    np.testing.assert_array_equal(graph.indptr, other.indptr)


def test_updated_after_a_split_equals_a_fresh_graph():
    shapes = np.array(grid(4, 4))
    graph = Adjacency.from_polygons(shapes)
    after = np.append(shapes, [box(150, 100, 200, 200)])
    after[5] = box(100, 100, 150, 200)
    assert_same(graph.updated(after, [5, 16]), Adjacency.from_polygons(after))


def test_updated_after_removals_and_a_reshape_equals_a_fresh_graph():
    shapes = np.array(grid(4, 4))
    graph = Adjacency.from_polygons(shapes)
    kept = np.array([i for i in range(16) if i not in (0, 6)])
    after = shapes[kept].copy()
    after[4] = box(100, 100, 300, 200)
    assert_same(graph.updated(after, [4], kept), Adjacency.from_polygons(after))


def test_updated_keeps_bridges_and_barriers():
    shapes = np.array([*grid(3, 1), box(500, 0, 600, 100)])
    units = Units.from_shapely(shapes)
    graph = Adjacency.of(units).without([(0, 1)])
    after = shapes.copy()
    after[1] = box(100, 0, 200, 90)
    found = graph.updated(after, [1])
    assert listed(found) == {(1, 2), (2, 3)}
    assert found.bridges.tolist() == [[2, 3]]
    assert found.barred.pairs()[1].tolist() == [90.0]
