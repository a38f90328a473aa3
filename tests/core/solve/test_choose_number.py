"""The fewest and the most territories within limits."""

import numpy as np
import pytest
from standins.maps import grid, path, problem_on

from territory_manager.core.solve.build import build
from territory_manager.core.solve.choose_number import choose_number, number_bounds
from territory_manager.core.targets import Targets


def limited(values, minimum=None, maximum=None, place=None, tolerance=0.9):
    place = place or path(len(values))

    def problem_of(k):
        targets = Targets.equal(
            k,
            tolerance,
            minimum=None if minimum is None else [minimum],
            maximum=None if maximum is None else [maximum],
        )
        return problem_on(place, values, k, targets=targets)

    return problem_of


def test_fewest_under_a_maximum():
    found = choose_number(limited(np.ones(24), maximum=7, place=grid(4, 6)), build, fewest=True)
    assert found.number == 4
    assert found.proven
    assert found.solution.feasible
    assert np.bincount(found.solution.labels).max() <= 7
    assert "no other number can be better" in found.message


def test_most_above_a_minimum():
    found = choose_number(limited(np.ones(24), minimum=5, place=grid(4, 6)), build, fewest=False)
    assert found.number == 4
    assert np.bincount(found.solution.labels).min() >= 5


def test_bound_out_of_reach_takes_the_next_number():
    """Three units of 4 on a row under 6: each needs its own territory although the total fits two."""
    found = choose_number(limited([4, 4, 4], maximum=7), build, fewest=True)
    assert (found.lowest, found.highest) == (3, 3)
    found = choose_number(limited([3, 3, 3, 3, 3], maximum=8), build, fewest=True)
    assert found.lowest == 2
    assert found.number == 3
    assert not found.proven
    assert found.tried == {2: False, 3: True}


def test_limits_that_leave_no_number():
    def problem_of(k):
        targets = Targets.equal(k, 0.9, minimum=[5.0], maximum=[5.5])
        return problem_on(path(8), np.ones(8), k, targets=targets)

    found = choose_number(problem_of, build)
    assert found.number == 0
    assert found.solution is None
    assert "contradict each other" in found.message


def test_a_unit_above_the_maximum_is_named():
    found = choose_number(limited([1, 9, 1, 1], maximum=6), build)
    assert found.number == 0
    assert "alone has 9" in found.message


def test_tolerance_is_kept_too():
    """±0 % under a maximum of 7 on 24 equal units: 4 works, so does every divisor; the fewest is wanted."""
    found = choose_number(limited(np.ones(24), maximum=9, place=grid(4, 6), tolerance=0.0), build)
    assert found.number == 3
    assert found.solution.max_deviation == pytest.approx(0)


def test_bounds_and_refusals():
    assert number_bounds(limited(np.ones(24), minimum=5, maximum=7)(1)) == (4, 4)
    with pytest.raises(ValueError, match="needs a maximum"):
        choose_number(limited(np.ones(4), minimum=1), build, fewest=True)
    with pytest.raises(ValueError, match="needs a minimum"):
        choose_number(limited(np.ones(4), maximum=2), build, fewest=False)


def test_cancel_is_said():
    found = choose_number(limited(np.ones(24), maximum=7), build, cancelled=lambda: True)
    assert found.number == 0
    assert "stopped" in found.message
