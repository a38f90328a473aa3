"""The plan's dock and the algorithms ask the solver the same question."""

import numpy as np
import pytest

pytest.importorskip("qgis.core")


def test_equal_texts_are_one_group_and_nothing_is_none():
    from territory_manager.layers.problem_assembly import groups_of

    assert groups_of(["a", None, "b", "", 3, "a", "3"]).tolist() == [0, -1, 1, -1, 2, 0, 2]


def test_labels_follow_the_names():
    from territory_manager.layers.problem_assembly import labels_in

    found = labels_in(["B", "C"], ["A", "B"], np.array([0, 1, -1, 1]))
    assert found.tolist() == [-1, 0, -1, 0]


def test_targets_are_the_same_for_the_plan_and_for_its_builds():
    from territory_manager.layers.plan import PlanSettings, targets_for, targets_of

    settings = PlanSettings("layer", "field", territories=["A", "B", "C"], capacities={"A": 3, "B": 1})
    assert targets_of(settings).shares.tolist() == [0.5, 1 / 6, 1 / 3]
    names = ["A", "B", "C"]
    assert targets_for(names, settings.capacities, 5.0).shares.tolist() == [0.5, 1 / 6, 1 / 3]
    assert targets_for(names, {"other": 2}, 5.0).shares.tolist() == [1 / 3] * 3
    assert targets_for(names, {}, 5.0).tolerance == 0.05


def test_a_home_takes_the_unit_it_lies_in():
    import shapely

    from territory_manager.core.units import Units
    from territory_manager.layers.problem_assembly import home_units

    squares = [shapely.box(x, 0, x + 1, 1) for x in range(3)]
    homes = np.array([[1.5, 0.5], [np.nan, np.nan], [9, 9]])
    assert home_units(Units.from_shapely(squares), homes).tolist() == [1, -1, -1]
    assert home_units(Units.from_shapely(squares), homes[1:2]).tolist() == [-1]
