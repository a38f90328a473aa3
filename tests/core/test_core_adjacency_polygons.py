"""Neighbours among polygons, drawn by hand: clean, imperfect, and broken ones."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import Polygon, box

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.adjacency_polygons import default_tolerance, overlapping_pairs


def borders(shapes, tolerance=None):
    pairs, border, _ = Adjacency.from_polygons(shapes, tolerance=tolerance).pairs()
    return {tuple(pair): round(float(metres), 3) for pair, metres in zip(pairs.tolist(), border)}


def grid(columns, rows, side=100.0):
    return [
        box(x * side, y * side, (x + 1) * side, (y + 1) * side) for y in range(rows) for x in range(columns)
    ]


def test_three_by_three_has_rook_neighbours_only():
    across = [(0, 1), (1, 2), (3, 4), (4, 5), (6, 7), (7, 8)]
    upwards = [(0, 3), (3, 6), (1, 4), (4, 7), (2, 5), (5, 8)]
    assert borders(grid(3, 3)) == dict.fromkeys([*across, *upwards], 100.0)


def test_csr_is_symmetric_and_sorted():
    graph = Adjacency.from_polygons(grid(3, 3))
    assert graph.neighbours(4).tolist() == [1, 3, 5, 7]
    assert graph.indptr.dtype == np.int64
    assert graph.indices.dtype == np.int32
    assert graph.border.tolist() == [100.0] * 24
    for i in range(9):
        for j in graph.neighbours(i):
            assert i in graph.neighbours(j)


def test_winding_and_start_of_the_ring_do_not_matter():
    left = Polygon([(0, 0), (0, 100), (100, 100), (100, 0)])
    right = Polygon([(200, 100), (200, 0), (100, 0), (100, 100)])
    assert borders([left, right]) == {(0, 1): 100.0}
    assert borders([left.reverse(), right]) == {(0, 1): 100.0}


def test_t_junction_gives_each_side_its_true_length():
    long = box(0, 0, 100, 100)
    assert borders([long, box(100, 0, 200, 40), box(100, 40, 200, 100)]) == {
        (0, 1): 40.0,
        (0, 2): 60.0,
        (1, 2): 100.0,
    }


def test_vertex_that_one_side_lacks_off_the_line_by_rounding():
    left = Polygon([(0, 0), (100, 0), (100 + 1e-7, 33.3), (100, 100), (0, 100)])
    assert borders([left, box(100, 0, 200, 100)])[0, 1] == pytest.approx(100.0, abs=1e-3)


def test_very_short_border_at_an_exact_t_junction_counts():
    assert borders([box(0, 0, 100, 100), box(100, 99.9, 200, 200)]) == {(0, 1): 0.1}


@pytest.mark.parametrize("shift", [0.05, -0.05])
def test_gap_and_overlap_narrower_than_the_tolerance(shift):
    shapes = [box(0, 0, 100, 100), box(100 + shift, 0, 200, 100)]
    assert borders(shapes, tolerance=0.1)[0, 1] == pytest.approx(100.0, abs=0.5)


def test_gap_wider_than_the_tolerance_separates():
    assert borders([box(0, 0, 100, 100), box(101, 0, 200, 100)], tolerance=0.5) == {}
    assert borders([box(0, 0, 100, 100), box(101, 0, 200, 100)], tolerance=2.0)[0, 1] == pytest.approx(100.0)


def test_wiggly_sliver_is_measured_once():
    wiggle = [(100 + (0.03 if step % 2 else -0.03), 5.0 * step) for step in range(1, 20)]
    left = Polygon([(0, 0), (100, 0), *wiggle, (100, 100), (0, 100)])
    assert borders([left, box(100, 0, 200, 100)], tolerance=0.1)[0, 1] == pytest.approx(100.0, rel=0.01)


@pytest.mark.parametrize("gap", [0.0, 0.05, -0.05])
def test_corner_only_is_no_neighbour(gap):
    assert borders([box(0, 0, 100, 100), box(100 + gap, 100 + gap, 200, 200)], tolerance=0.1) == {}


def test_corner_of_acute_units_is_no_neighbour():
    left = Polygon([(0, 0), (100, 50), (0, 100)])
    right = Polygon([(200, 0), (100, 50), (200, 100)])
    assert borders([left, right]) == {}


def test_true_overlap_makes_neighbours_and_keeps_the_outline_true():
    shapes = [box(0, 0, 100, 100), box(60, 20, 160, 80)]
    found = borders(shapes)
    inner = (400 + 320 - shapely.union_all(shapes).length) / 2
    assert found == {(0, 1): pytest.approx(inner)}


def test_unit_inside_another_overlaps_it():
    assert set(borders([box(0, 0, 100, 100), box(40, 40, 60, 60)])) == {(0, 1)}


def test_enclave_in_a_hole_is_a_neighbour_with_its_whole_outline():
    outer = Polygon([(0, 0), (100, 0), (100, 100), (0, 100)], [[(40, 40), (60, 40), (60, 60), (40, 60)]])
    assert borders([outer, box(40, 40, 60, 60)]) == {(0, 1): 80.0}


def test_unit_on_top_of_a_clean_map_overlaps_all_that_lie_under_it():
    assert {(0, 4), (1, 4), (2, 4), (3, 4)} <= set(borders([*grid(2, 2), box(50, 50, 150, 150)]))


def test_the_same_units_twice_overlap_and_all_of_them_touch():
    found = borders([*grid(2, 1), *grid(2, 1)])
    assert set(found) == {(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)}


def test_two_clean_maps_on_each_other_overlap():
    fine, coarse = grid(4, 4), grid(2, 2, 190.0)
    found = set(borders([*fine, *(shapely.transform(unit, lambda xy: xy + 7.0) for unit in coarse)]))
    assert (0, 16) in found
    assert (15, 19) in found
    assert (0, 19) not in found


def test_multipart_unit_touches_through_each_part():
    both = shapely.MultiPolygon([box(0, 0, 100, 100), box(200, 0, 300, 100)])
    assert borders([both, box(100, 0, 200, 100)]) == {(0, 1): 200.0}


def test_null_empty_and_invalid_shapes_do_no_harm():
    bow_tie = Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    found = borders([None, Polygon(), bow_tie, box(100, 0, 200, 100), box(5, 40, 30, 60)])
    assert found[2, 3] == 100.0
    assert (2, 4) in found
    assert not any(0 in pair or 1 in pair for pair in found)


@pytest.mark.parametrize("shapes", [[], [None], [box(0, 0, 1, 1)], [None, Polygon()]])
def test_nothing_to_compare(shapes):
    graph = Adjacency.from_polygons(shapes)
    assert graph.n == len(shapes)
    assert len(graph.indices) == 0


def test_cancel_stops_the_search():
    with pytest.raises(InterruptedError, match="cancelled"):
        Adjacency.from_polygons(grid(2, 2), cancelled=lambda: True)


def test_default_tolerance_is_small_beside_the_units():
    assert default_tolerance(np.array(grid(2, 2))) == pytest.approx(0.1)
    assert default_tolerance(np.array(grid(2, 2, 1e6))) == 10.0


def test_overlaps_are_reported_with_their_area():
    pairs, areas = overlapping_pairs(np.array([*grid(2, 1), box(90, 10, 120, 20)]))
    assert pairs.tolist() == [[0, 2], [1, 2]]
    assert areas.tolist() == pytest.approx([100.0, 200.0])


def test_touching_units_do_not_overlap():
    assert len(overlapping_pairs(np.array(grid(3, 3)))[0]) == 0
    bow_tie = Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    assert len(overlapping_pairs(np.array([bow_tie, box(100, 0, 200, 100), None]))[0]) == 0
