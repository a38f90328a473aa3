"""Units in boundaries: by centre and by area, against answers known by hand and against a plain count."""

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.overlay import by_centre, by_overlap, centres
from territory_manager.core.units import Units


def squares(count, side=1.0):
    return Units.from_shapely([shapely.box(x * side, 0, (x + 1) * side, side) for x in range(count)])


def test_centres_lie_inside():
    horseshoe = shapely.Polygon([(0, 0), (9, 0), (9, 9), (8, 9), (8, 1), (1, 1), (1, 9), (0, 9)])
    units = Units.from_shapely([horseshoe, shapely.box(0, 0, 2, 2), None])
    points = centres(units)
    assert horseshoe.contains(points[0])
    assert not horseshoe.contains(shapely.centroid(horseshoe))
    assert points[1] == shapely.Point(1, 1)
    assert points[2] is None


def test_centre_and_largest_part_differ_where_a_boundary_cuts_through():
    units = Units.from_shapely([shapely.box(0, 0, 10, 1)])
    shapes = [shapely.box(4.5, 0, 5.5, 1), shapely.box(0, 0, 4.5, 1), shapely.box(5.5, 0, 10, 1)]
    assert by_centre(units, shapes, [0, 1, 2]).owner.tolist() == [0]
    found = by_overlap(units, shapes, [0, 1, 2])
    assert found.owner.tolist() == [1]
    assert found.share.tolist() == [pytest.approx(0.45)]


def test_overlapping_boundaries_are_ambiguous_and_the_first_name_is_taken():
    units = squares(3)
    shapes = [shapely.box(0, 0, 2, 1), shapely.box(1, 0, 3, 1)]
    for order in ([0, 1], [1, 0]):
        found = by_centre(units, [shapes[place] for place in order], order)
        assert found.owner.tolist() == [0, 0, 1]
        assert found.also == {1: [1]}
    found = by_overlap(units, shapes, [0, 1])
    assert found.owner.tolist() == [0, 0, 1]
    assert found.also == {1: [1]}
    assert found.share.tolist() == [1, 1, 1]


def test_a_part_that_another_boundary_merely_touches_is_not_ambiguous():
    units = squares(2)
    shapes = [shapely.box(0, 0, 1.1, 1), shapely.box(0.9, 0, 2, 1)]
    found = by_overlap(units, shapes, [0, 1])
    assert found.owner.tolist() == [0, 1]
    assert found.also == {}


def test_equal_halves_are_ambiguous():
    found = by_overlap(squares(1), [shapely.box(0, 0, 0.5, 1), shapely.box(0.5, 0, 1, 1)], [1, 0])
    assert found.owner.tolist() == [0]
    assert found.also == {0: [1]}
    assert found.share.tolist() == [0.5]


def test_what_boundaries_of_one_name_cover_twice_counts_once():
    shapes = [shapely.box(0, 0, 0.4, 1), shapely.box(0, 0, 0.4, 1), shapely.box(0.4, 0, 1, 1)]
    found = by_overlap(squares(1), shapes, [0, 0, 1])
    assert found.owner.tolist() == [1]
    assert found.share[0] == pytest.approx(0.6)


def test_several_boundaries_make_up_one_territory():
    shapes = [shapely.box(0, 0, 0.3, 1), shapely.box(0.3, 0, 0.6, 1), shapely.box(0.6, 0, 1, 1)]
    found = by_overlap(squares(1), shapes, [0, 0, 1])
    assert found.owner.tolist() == [0]
    assert found.share[0] == pytest.approx(0.6)


def test_points_nothing_and_broken_shapes():
    points = Units.from_shapely([shapely.Point(0.5, 2), shapely.Point(9, 9), None])
    bow_tie = shapely.Polygon([(0, 0), (4, 4), (4, 0), (0, 4)])
    for method in (by_centre, by_overlap):
        found = method(points, [None, shapely.Polygon(), bow_tie], [0, 1, 2])
        assert found.owner.tolist() == [2, -1, -1]
        assert method(points, [], []).owner.tolist() == [-1, -1, -1]
    nowhere = Units.from_shapely([None, shapely.box(0, 0, 1, 1)])
    assert by_overlap(nowhere, [shapely.box(0, 0, 1, 1)], [0]).owner.tolist() == [-1, 0]
    assert by_overlap(squares(2), [], []).owner.tolist() == [-1, -1]


def test_a_boundary_of_many_vertices_is_cut_and_nothing_is_lost():
    coast = shapely.Point(5, 5).buffer(4, quad_segs=2000)
    units = Units.from_shapely([shapely.box(x, y, x + 1, y + 1) for x in range(10) for y in range(10)])
    found = by_overlap(units, [coast], [0])
    assert (found.share * units.areas).sum() == pytest.approx(coast.area, rel=1e-6)
    expected = shapely.area(shapely.intersection(units.geometry, coast))
    np.testing.assert_allclose(found.share, np.where(expected > 1e-6, expected, 0), atol=1e-9)


def test_cancel_and_progress():
    told = []
    by_overlap(squares(3), [shapely.box(0, 0, 9, 1)], [0], progress=told.append)
    assert told == [100.0]
    with pytest.raises(InterruptedError):
        by_overlap(squares(3), [shapely.box(0, 0, 9, 1)], [0], cancelled=lambda: True)


BOXES = st.tuples(*[st.integers(0, 12)] * 4).map(
    lambda c: shapely.box(c[0] / 2, c[1] / 2, (c[0] + c[2] + 1) / 2, (c[1] + c[3] + 1) / 2)
)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(BOXES, min_size=1, max_size=6),
    st.lists(st.tuples(BOXES, st.integers(0, 2)), max_size=6),
)
def test_the_same_as_one_by_one(shapes, boundaries):
    units = Units.from_shapely(shapes)
    found = by_overlap(units, [shape for shape, _ in boundaries], [name for _, name in boundaries])
    for unit, shape in enumerate(shapes):
        cover = {}
        for name in range(3):
            parts = [boundary for boundary, own in boundaries if own == name]
            cover[name] = shapely.union_all(parts).intersection(shape).area / shape.area if parts else 0.0
        best = max(cover.values())
        if best == 0:
            assert found.owner[unit] == -1
            assert unit not in found.also
            continue
        owner = next(name for name in range(3) if cover[name] > best - 1e-6)
        assert found.owner[unit] == owner
        assert found.share[unit] == pytest.approx(cover[owner])
        claims = [name for name in range(3) if cover[name] > best - 1e-6 or cover[name] > 0.5 + 1e-6]
        assert found.also.get(unit, []) == [name for name in claims if name != owner]
