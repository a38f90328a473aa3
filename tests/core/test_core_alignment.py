"""The live ledger: after whatever happened, equal to a fresh computation."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Polygon, box

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.alignment import Alignment
from territory_manager.core.pieces import parts_around
from territory_manager.core.units import Units


def grid(columns, rows, side=100.0):
    return [
        box(x * side, y * side, (x + 1) * side, (y + 1) * side) for y in range(rows) for x in range(columns)
    ]


def drawn(picture, **measures):
    """An alignment from a picture: one letter a unit, `.` unassigned, the first line at the top."""
    rows = picture.split()
    letters = "".join(reversed(rows))
    names = sorted(set(letters) - {"."})
    labels = [names.index(letter) if letter != "." else -1 for letter in letters]
    table = np.column_stack(list(measures.values())) if measures else None
    units = Units.from_shapely(grid(len(rows[0]), len(rows)), measures=table, measure_names=tuple(measures))
    return Alignment(units, Adjacency.of(units), labels, names)


def assert_same(one, other):
    for name in ("totals", "index", "areas", "perimeters"):
        np.testing.assert_allclose(
            getattr(one, name), getattr(other, name), rtol=1e-9, atol=1e-6, err_msg=name
        )
    for name in ("counts", "pieces"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), err_msg=name)
    np.testing.assert_allclose(one.unassigned_totals, other.unassigned_totals, rtol=1e-9, atol=1e-6)
    for name in ("unassigned_index", "unassigned_area", "unassigned_perimeter", "cut_border"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), rel=1e-9, abs=1e-6), name
    for name in ("unassigned_count", "unassigned_pieces", "cut_edges", "extra_pieces"):
        assert getattr(one, name) == getattr(other, name), name
    assert list(one.territories) == list(other.territories)


def fresh(alignment):
    return Alignment(
        alignment.units, alignment.adjacency, alignment.labels, alignment.territories, alignment.weights
    )


# -- by hand -------------------------------------------------------------------------------------------------


def test_three_by_three():
    plan = drawn(
        """
        ABB
        AAB
        .AB
        """,
        pop=np.arange(1.0, 10.0),
    )
    assert plan.territories == ["A", "B"]
    assert plan.counts.tolist() == [4, 4]
    assert plan.totals.ravel().tolist() == [2 + 4 + 5 + 7, 3 + 6 + 8 + 9]
    assert plan.index.tolist() == pytest.approx([18 / 45, 26 / 45])
    assert plan.areas.tolist() == [40_000, 40_000]
    assert plan.perimeters.tolist() == [1000, 1000]
    assert plan.pieces.tolist() == [1, 1]
    assert (plan.cut_edges, plan.cut_border) == (6, 600.0)
    assert (plan.unassigned_count, plan.unassigned_area, plan.unassigned_perimeter) == (1, 10_000, 400)
    assert (plan.unassigned_pieces, plan.extra_pieces) == (1, 0)


def test_move_undo_and_preview():
    plan = drawn("AAA AAA BBB", pop=np.ones(9))
    before = plan.copy()
    seen = plan.preview([4, 3], 1)
    assert_same(plan, before)
    assert plan.labels.tolist() == before.labels.tolist()
    move = plan.move([4, 3], 1)
    assert_same(plan, seen)
    assert_same(plan, fresh(plan))
    assert move.before.tolist() == [0, 0]
    assert seen.affected.tolist() == [0, 1]
    plan.undo(move)
    assert_same(plan, before)


def test_taking_the_middle_cuts_in_two_and_giving_it_back_mends():
    plan = drawn("AAA")
    assert plan.preview(1, -1).pieces.tolist() == [2]
    plan.move(1, -1)
    assert (plan.pieces.tolist(), plan.extra_pieces, plan.unassigned_pieces) == ([2], 1, 1)
    plan.move(1, 0)
    assert (plan.pieces.tolist(), plan.unassigned_pieces) == ([1], 0)


def test_ring_stays_whole_when_one_unit_goes_and_breaks_when_two_go():
    plan = drawn("AAA ABA AAA")
    assert plan.pieces.tolist() == [1, 1]
    plan.move(1, 1)
    assert plan.pieces.tolist() == [1, 1]
    assert plan.preview(7, 1).pieces.tolist() == [2, 1]


def test_long_way_around_is_found_by_counting():
    # The two ends of a snake that is longer than any search around a unit.
    plan = Alignment(
        units := Units.from_arrays(np.zeros((1000, 2)), areas=np.ones(1000)),
        Adjacency.from_pairs(1000, [(i, (i + 1) % 1000) for i in range(1000)]),
        np.zeros(units.n),
        ["A"],
    )
    assert parts_around(plan.adjacency, plan.labels, 500, 0) is None
    plan.move(500, -1)
    assert plan.pieces.tolist() == [1]
    plan.move(20, -1)
    assert plan.pieces.tolist() == [2]


def test_moving_to_where_it_is_and_naming_a_unit_twice():
    plan = drawn("AB")
    assert len(plan.move([0], 0)) == 0
    move = plan.move([0, 0, 1], [1, -1, 1])
    assert plan.labels.tolist() == [-1, 1]
    assert len(move) == 1
    assert_same(plan, fresh(plan))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda plan: plan.move(9, 0), "unit lies outside 0 to 1"),
        (lambda plan: plan.move(0, 2), "territory lies outside -1 to 1"),
        (lambda plan: plan.add_territory("A"), "a territory called A already"),
        (lambda plan: plan.add_territory(" "), "needs a name"),
        (lambda plan: plan.rename_territory(0, "B"), "a territory called B already"),
        (lambda plan: plan.remove_territory(5), "no territory number 5"),
    ],
)
def test_wrong_requests_are_refused_in_words_and_change_nothing(call, words):
    plan = drawn("AB")
    with pytest.raises(ValueError, match=words):
        call(plan)
    assert_same(plan, fresh(plan))
    assert plan.labels.tolist() == [0, 1]


def test_labels_must_fit():
    units = Units.from_shapely(grid(2, 1))
    with pytest.raises(ValueError, match="label lies outside"):
        Alignment(units, Adjacency.of(units), [0, 3], ["A"])
    with pytest.raises(ValueError, match="2 units, 1 labels"):
        Alignment(units, Adjacency.of(units), [0], ["A"])
    with pytest.raises(ValueError, match="A is named more than once"):
        Alignment(units, Adjacency.of(units), [0, 0], ["A", "A"])


def test_perimeter_behind_a_barrier_is_still_inside():
    units = Units.from_shapely(grid(2, 1))
    plan = Alignment(units, Adjacency.of(units).without([(0, 1)]), [0, 0], ["A"])
    assert plan.perimeters.tolist() == [600.0]
    assert plan.pieces.tolist() == [2]
    plan.move(0, -1)
    plan.move(0, 0)
    assert_same(plan, fresh(plan))


def test_territories_come_and_go():
    plan = drawn("ABC ABC")
    assert plan.add_territory("D") == 3
    plan.move([0], 3)
    plan.rename_territory(3, "Süd")
    gone = plan.remove_territory(1)
    assert plan.territories == ["A", "C", "Süd"]
    assert gone.units.tolist() == [1, 4]
    assert plan.labels.tolist() == [2, -1, 1, 0, -1, 1]
    assert_same(plan, fresh(plan))


def test_no_units_and_no_territories():
    units = Units.from_shapely([])
    plan = Alignment(units, Adjacency.of(units), [], [])
    assert plan.extra_pieces == 0
    assert plan.add_territory("A") == 0
    assert plan.counts.tolist() == [0]
    plan.add_units(Units.from_shapely(grid(2, 1)), 0)
    assert plan.perimeters.tolist() == [600.0]


def test_missing_values_do_not_count_and_come_back():
    plan = drawn("AB", pop=np.array([np.nan, 4.0]))
    assert plan.totals.ravel().tolist() == [0, 4]
    plan.update_measures(0, [6.0])
    assert plan.totals.ravel().tolist() == [6, 4]
    plan.update_measures([0, 1], [[np.nan], [1.0]])
    assert plan.totals.ravel().tolist() == [0, 1]
    assert np.isnan(plan.units.measures[0, 0])
    plan.set_measures([[1, 2], [3, 2]], ["x", "y"], [1, 0])
    assert plan.index.tolist() == [0.25, 0.75]


def test_reshape_that_makes_an_island_gets_a_bridge():
    plan = drawn("AAB")
    plan.replace_geometry(2, [box(230, 0, 300, 100)])
    assert plan.adjacency.bridges.tolist() == [[1, 2]]
    assert_same(plan, fresh(plan))
    plan.replace_geometry([1], [box(100, 0, 230, 100)])
    assert_same(plan, fresh(plan))


def test_removing_a_unit_that_held_the_map_together():
    plan = drawn("AAA")
    plan.remove_units(1)
    assert plan.adjacency.bridges.tolist() == [[0, 1]]
    assert plan.pieces.tolist() == [1]
    assert_same(plan, fresh(plan))


def test_points_follow_edits_too():
    units = Units.from_shapely(shapely.points([[0, 0], [1, 0], [0, 1], [5, 5]]))
    plan = Alignment(units, Adjacency.of(units), [0, 0, 1, -1], ["A", "B"])
    plan.replace_geometry(3, [shapely.Point(2, 2)])
    plan.add_units(Units.from_shapely([shapely.Point(9, 9)]), 1)
    plan.remove_units([0])
    assert plan.counts.tolist() == [1, 2]
    assert_same(plan, fresh(plan))


def test_geometry_that_goes_missing():
    plan = drawn("AAB ABB")
    plan.replace_geometry([0, 1], [None, Polygon()])
    assert_same(plan, fresh(plan))
    assert plan.areas.tolist() == [20_000, 20_000]


def test_rounding_errors_do_not_add_up():
    rng = np.random.default_rng(7)
    plan = drawn("ABCA CABB ABCC AABB", pop=rng.random(16) * 1e9, sales=rng.random(16))
    for _ in range(3000):
        plan.move(rng.integers(0, 16, 4), rng.integers(-1, 3, 4))
    plan.move(np.arange(16), 0)
    np.testing.assert_allclose(plan.totals[0], plan.units.values().sum(axis=0), rtol=1e-12)
    assert np.abs(plan.totals[1:]).max() == 0
    assert_same(plan, fresh(plan))


# -- whatever happens ----------------------------------------------------------------------------------------

moves = st.lists(
    st.tuples(st.lists(st.integers(0, 29), min_size=1, max_size=14), st.integers(-1, 3), st.booleans()),
    max_size=25,
)


def test_what_belongs_to_no_unit_stays_with_its_territory():
    plan = drawn("AAB AAB .BB", pop=np.ones(9))
    plan.hold([[10.0], [0.5]])
    assert plan.totals[:, 0].tolist() == [14.0, 4.5]
    assert plan.grand_totals.tolist() == [19.5]
    assert plan.preview([0, 1], 0).totals[:, 0].tolist() == [16.0, 3.5]
    plan.move(np.flatnonzero(plan.labels == 1), 0)
    assert plan.totals[:, 0].tolist() == [18.0, 0.5]
    assert plan.add_territory("C") == 2
    plan.hold([[0.0], [0.5], [2.0]])
    assert plan.copy().totals[:, 0].tolist() == [8.0, 0.5, 2.0]
    plan.remove_territory(1)
    assert plan.totals[:, 0].tolist() == [8.0, 2.0]
    plan.set_measures(np.full((9, 2), 3.0), ("a", "b"))
    assert not plan.held.any()
    assert plan.totals.tolist() == [[24.0, 24.0], [0.0, 0.0]]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-1, 3), min_size=30, max_size=30), moves, st.integers(0, 2**32 - 1))
def test_any_moves_equal_a_fresh_computation(labels, steps, seed):
    rng = np.random.default_rng(seed)
    shapes = grid(6, 5)
    shapes[29] = box(700, 700, 800, 800)
    measures = rng.random((30, 2)) * [1000.0, 1.0]
    measures[3, 0] = np.nan
    units = Units.from_shapely(shapes, measures=measures, measure_names=["pop", "sales"])
    graph = Adjacency.of(units).without([(0, 1), (7, 8)]).with_bridges([(0, 17)])
    plan = Alignment(units, graph, labels, list("ABCD"), [1, 2])
    made = []
    for chosen, to, look in steps:
        seen = plan.preview(chosen, to)
        made.append(plan.move(chosen, to))
        if look:
            assert_same(plan, seen)
            assert_same(plan, fresh(plan))
    assert_same(plan, fresh(plan))
    for move in reversed(made):
        plan.undo(move)
    assert plan.labels.tolist() == labels
    assert_same(plan, fresh(plan))


edits = st.lists(
    st.tuples(
        st.sampled_from(["move", "measure", "reshape", "split", "remove", "add", "territory", "drop"]),
        st.integers(0, 1000),
        st.integers(0, 1000),
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(edits)
def test_any_edits_equal_a_fresh_computation(steps):
    shapes = grid(4, 4)
    units = Units.from_shapely(shapes, measures=np.arange(16.0), measure_names=["pop"])
    plan = Alignment(units, Adjacency.of(units), [i % 3 for i in range(16)], list("ABC"))
    for number, (kind, one, other) in enumerate(steps):
        n, k = plan.units.n, plan.k
        unit = one % n if n else 0
        if kind == "territory":
            plan.add_territory(f"new {number}")
        elif kind == "drop" and k:
            plan.remove_territory(other % k)
        elif kind == "add":
            place = box(1000 + 50 * number, 0, 1050 + 50 * number, 50 + other % 60)
            added = Units.from_shapely([place], ids=[100 + number], measures=[1.0], measure_names=["pop"])
            plan.add_units(added, other % (k + 1) - 1)
        elif n == 0:
            continue
        elif kind == "move":
            plan.move(unit, other % (k + 1) - 1)
        elif kind == "measure":
            plan.update_measures(unit, [float(other) if other % 5 else np.nan])
        elif kind == "reshape":
            whole = plan.units.geometry[unit].bounds
            plan.replace_geometry(unit, [box(*whole[:2], whole[2], whole[3] - (other % 3) * 10.0)])
        elif kind == "split":
            x0, y0, x1, y1 = plan.units.geometry[unit].bounds
            plan.replace_geometry(unit, [box(x0, y0, (x0 + x1) / 2, y1)])
            half = Units.from_shapely(
                [box((x0 + x1) / 2, y0, x1, y1)], ids=[500 + number], measures=[2.0], measure_names=["pop"]
            )
            plan.add_units(half, int(plan.labels[unit]))
        elif kind == "remove":
            plan.remove_units(unit)
        assert_same(plan, fresh(plan))
        outlines = [
            shapely.union_all(plan.units.geometry[plan.labels == label]).length for label in range(plan.k)
        ]
        np.testing.assert_allclose(plan.perimeters, outlines, rtol=1e-6, atol=1e-3)
