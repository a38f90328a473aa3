"""Points in shapes: whatever changes, the answer is that of a fresh look."""

import numpy as np
import pytest
import shapely

from territory_manager.core.containment import Containment, Nearest, by_age
from territory_manager.core.shape_index import ShapeIndex


def box(choose):
    x, y, width, height = choose.uniform(0, 90), choose.uniform(0, 90), *choose.uniform(1, 30, 2)
    return shapely.box(x, y, x + width, y + height)


def point(choose):
    # whole numbers, so that points lie on borders and on each other too
    return shapely.Point(*choose.integers(0, 100, 2).astype(float))


class Truth:
    """The same by looking at everything every time."""

    def __init__(self):
        self.shapes, self.points = {}, {}

    def holders(self, number):
        place = self.points.get(number)
        if place is None:
            return set()
        return {n for n, shape in self.shapes.items() if shape is not None and shape.intersects(place)}


class TruthNearest(Truth):
    def holders(self, number):
        place = self.points.get(number)
        far = {n: shape.distance(place) for n, shape in self.shapes.items() if shape is not None and place}
        return {n for n, distance in far.items() if distance == min(far.values())}


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("kind", ["inside", "nearest"])
def test_after_every_change_the_answer_is_that_of_a_fresh_look(seed, kind, monkeypatch):
    from territory_manager.core import shape_index

    monkeypatch.setattr(shape_index, "_CHANGED", 8)  # the tree grows anew now and then
    choose = np.random.default_rng(seed)
    shape = box if kind == "inside" else point
    truth = Truth() if kind == "inside" else TruthNearest()
    truth.shapes = {number: shape(choose) for number in range(1, 12)}
    truth.points = {number: point(choose) for number in range(1, 40)}
    kinds = {"inside": Containment, "nearest": Nearest}
    held = kinds[kind](
        list(truth.shapes), list(truth.shapes.values()), list(truth.points), list(truth.points.values())
    )
    fresh = -1
    for _ in range(60):
        before = {number: truth.holders(number) for number in truth.points}
        step = choose.integers(6)
        some = sorted(int(n) for n in choose.choice(sorted(truth.shapes), min(3, len(truth.shapes)), False))
        few = sorted(int(n) for n in choose.choice(sorted(truth.points), min(4, len(truth.points)), False))
        changed = set()
        if step == 0:
            made = {number: None if choose.integers(5) == 0 else shape(choose) for number in [*some, fresh]}
            fresh -= 1
            truth.shapes.update(made)
            changed = held.put_shapes(list(made), list(made.values()))
        elif step == 1 and len(truth.shapes) > 4:
            for number in some:
                del truth.shapes[number]
            changed = held.remove_shapes(some)
        elif step == 2:
            made = {number: None if choose.integers(5) == 0 else point(choose) for number in [*few, fresh]}
            fresh -= 1
            truth.points.update(made)
            changed = held.put_points(list(made), list(made.values()))
        elif step == 3 and len(truth.points) > 8:
            for number in few:
                del truth.points[number]
            changed = held.remove_points(few)
        elif step == 4:
            renumbered = {number: 1000 - number for number in truth.shapes if number < 0}
            truth.shapes = {renumbered.get(number, number): value for number, value in truth.shapes.items()}
            held.renumber_shapes(renumbered)
            before = {n: {renumbered.get(shape, shape) for shape in shapes} for n, shapes in before.items()}
        else:
            renumbered = {number: 1000 - number for number in truth.points if number < 0}
            truth.points = {renumbered.get(number, number): value for number, value in truth.points.items()}
            held.renumber_points(renumbered)
            before = {renumbered.get(number, number): shapes for number, shapes in before.items()}
        after = {number: truth.holders(number) for number in truth.points}
        assert {number: set(held.holders(number)) for number in truth.points} == after
        for number in truth.shapes:
            assert held.held(number) == {point for point, shapes in after.items() if number in shapes}
        differs = {n for n in {*before, *after} if before.get(n, set()) != after.get(n, set())}
        assert changed == differs


def test_saved_features_come_before_new_ones():
    assert by_age([5, -3, 2, -7]) == [2, 5, -7, -3]


def test_shapes_without_a_place_are_found_nowhere():
    index = ShapeIndex([1, 2, 3], [shapely.Point(), None, shapely.Point(1, 1)])
    assert index.ids() == [3]
    rows, ids = index.query([shapely.box(0, 0, 2, 2), None])
    assert (rows.tolist(), ids.tolist()) == ([0], [3])
    index.remove([99])
    assert len(index) == 1 and 3 in index
