"""What cannot be is said before solving, with name, number and remedy."""

import os

import numpy as np
import pytest
from standins.maps import grid, path, problem_on

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.diagnosis import best_possible, diagnose, diagnose_capacities
from territory_manager.core.solve.problem import Problem
from territory_manager.core.targets import Targets

NAMES = np.array(["Adair", "Boone", "Cass", "Dallas", "Emmet", "Floyd", "Grundy", "Hardin", "Ida", "Jasper"])


def on_row(values, k, tolerance=0.05, **given):
    n = len(values)
    names = given.pop("names", NAMES[:n])
    given.setdefault("measure_names", ("sales",))
    return problem_on(path(n), values, k, tolerance, names=names, **given)


def only(findings, code):
    found = [finding for finding in findings if finding.code == code]
    assert len(found) == 1, [finding.code for finding in findings]
    return found[0]


def test_nothing_to_say():
    assert diagnose(on_row(np.ones(10), 2)) == []


def test_unit_too_heavy():
    found = only(diagnose(on_row([30, 10, 10, 10, 10, 10, 10, 10], 4)), "unit_too_heavy")
    assert found.message == (
        "Adair has 30 % of sales. The largest of 4 territories within ±5 % may have 26.2 %. "
        "Choose 3 territories or ±20 %."
    )
    assert found.best_deviation == pytest.approx(20.0)
    assert found.blocking
    assert found.units == (0,)


def test_iowa():
    data = os.environ.get("TERRITORY_MANAGER_DATA")
    if not data:
        pytest.skip("TERRITORY_MANAGER_DATA is not set")
    with np.load(os.path.join(data, "solver", "IA-county.npz")) as iowa:
        names = np.where(iowa["geoid"] == "19153", "Polk", iowa["geoid"])
        adjacency = Adjacency.from_pairs(99, iowa["edges"])
        problem = Problem(
            iowa["xy"] * 1000,
            iowa["pop"],
            adjacency,
            Targets.equal(8),
            names=names,
            measure_names=("TOTPOP",),
        )
    assert diagnose(problem)[0].message == (
        "Polk has 14.1 % of TOTPOP. The largest of 8 territories within ±5 % may have 13.1 %. "
        "Choose 7 territories or ±13.1 %."
    )


def test_remedies_are_true():
    """The number and the tolerance the message names really have no such finding."""
    values = [30, 10, 10, 10, 10, 10, 10, 10]
    assert diagnose(on_row(values, 3)) == []
    assert diagnose(on_row(values, 4, 0.20)) == []


def test_second_heavy_unit_needs_a_second_large_territory():
    targets = Targets.by_capacity(["A", "B", "C"], [60, 20, 20])
    found = only(diagnose(on_row([50, 40, 5, 5], 3, targets=targets)), "unit_too_heavy")
    assert found.best_deviation == pytest.approx(50.0)
    assert "2 units are that heavy" in found.message


def test_group_too_heavy_is_named():
    groups = [1, 1, 1, 1, -1, -1, -1, -1, -1, -1]
    found = only(diagnose(on_row(np.ones(10), 4, groups=groups)), "group_too_heavy")
    assert found.message.startswith("The group of Adair, Boone, Cass and 1 more has 40 % of sales.")
    assert found.units == (0, 1, 2, 3)


def test_every_measure_by_itself_is_looked_at():
    values = np.column_stack([np.ones(10), [9] + [1] * 9])
    targets = Targets.equal(3, each_measure=True)
    problem = on_row(values, 3, targets=targets, measure_names=("sales", "calls"))
    assert "50 % of calls" in only(diagnose(problem), "unit_too_heavy").message


def test_locked_set_too_heavy_and_locked_territory_too_light():
    locked = np.array([True] * 6 + [False] * 4)
    found = only(
        diagnose(on_row(np.ones(10), 2, current=[0] * 6 + [1] * 4, locked=locked)), "locked_too_heavy"
    )
    assert "The 6 locked units of T01 have 60 % of sales" in found.message
    assert found.best_deviation == pytest.approx(20.0)
    found = diagnose(on_row(np.ones(10), 2, current=[0] * 2 + [1] * 8, locked_territories=[True, False]))
    assert "T01 is locked and has 20 % of sales" in only(found, "locked_too_light").message


def test_locked_units_apart():
    locked = np.zeros(10, dtype=bool)
    locked[[0, 4, 9]] = True
    current = [0] * 4 + [1] + [0] * 5
    found = only(diagnose(on_row(np.ones(10), 2, 0.5, current=current, locked=locked)), "locked_apart")
    assert "lie in 2 parts" in found.message


def test_locked_unit_without_territory():
    locked = np.zeros(10, dtype=bool)
    locked[3] = True
    problem = on_row(np.ones(10), 2, current=[0] * 3 + [-1] + [1] * 6, locked=locked)
    found = only(diagnose(problem), "locked_unassigned")
    assert found.message.startswith("Dallas is locked but without territory")
    assert not found.blocking


def test_group_in_two_parts_or_two_locks():
    xy, _ = path(4)
    apart = Adjacency.from_pairs(4, [[0, 1], [2, 3]])
    problem = Problem(xy, np.ones(4), apart, Targets.equal(2), groups=[1, -1, 1, -1], names=NAMES[:4])
    assert "do not touch" in only(diagnose(problem), "group_apart").message
    problem = on_row(
        np.ones(4), 2, groups=[-1, 1, 1, -1], current=[0, 0, 1, 1], locked=[False, True, True, False]
    )
    assert "locked in T01 and T02" in only(diagnose(problem), "group_locked_apart").message


def parts(sizes, k, tolerance=0.05, targets=None):
    n = sum(sizes)
    ends = np.cumsum(sizes)[:-1] - 1
    pairs = [[i, i + 1] for i in range(n - 1) if i not in ends]
    xy, _ = path(n)
    return Problem(xy, np.ones(n), Adjacency.from_pairs(n, pairs), targets or Targets.equal(k, tolerance))


def test_cut_off_part_too_light():
    found = only(diagnose(parts([9, 1], 2)), "part_does_not_fit")
    assert found.best_deviation == pytest.approx(80.0)
    assert "bridges" in found.message


def test_cut_off_part_between_two_numbers():
    """15 of 40 units for 4 territories is one and a half."""
    found = only(diagnose(parts([15, 25], 4)), "part_does_not_fit")
    assert found.best_deviation == pytest.approx(25.0)
    assert "8 territories would fit" in found.message
    assert diagnose(parts([15, 25], 8)) == []
    assert diagnose(parts([15, 25], 4, 0.25)) == []


def test_cut_off_part_with_capacities():
    assert diagnose(parts([15, 25], 2, targets=Targets.by_capacity(["A", "B"], [15, 25]))) == []
    found = only(
        diagnose(parts([15, 25], 2, targets=Targets.by_capacity(["A", "B"], [10, 30]))), "part_does_not_fit"
    )
    assert found.best_deviation == pytest.approx(50.0)


def test_more_parts_than_territories():
    assert "3 parts" in only(diagnose(parts([4, 4, 2], 2)), "too_many_parts").message


def test_limits_that_contradict():
    def limits(low, high, k=2, tolerance=0.9):
        return diagnose(
            on_row(np.full(10, 10.0), k, targets=Targets.equal(k, tolerance, minimum=[low], maximum=[high]))
        )

    assert "Exchange them" in only(limits(60, 40), "limits_contradict").message
    found = only(limits(60, np.nan), "minimum_too_high")
    assert found.message == (
        "2 territories of at least 60 sales need 120, but there are 100. Choose at most 1 territory "
        "or a minimum of 50."
    )
    assert "at least 3 territories or a maximum of 50" in only(limits(np.nan, 40), "maximum_too_low").message
    assert "Adair alone has 10 of sales" in only(limits(np.nan, 9, k=10), "unit_above_maximum").message
    assert limits(np.nan, 52) == []


def test_limit_against_tolerance():
    targets = Targets.by_capacity(["A", "B"], [70, 30], 0.05, maximum=[60.0])
    found = only(diagnose(on_row(np.full(10, 10.0), 2, targets=targets)), "maximum_against_tolerance")
    assert "A should have at least 66.5 of sales" in found.message
    assert found.best_deviation == pytest.approx(100 * 10 / 70)


def test_more_territories_than_units_and_one():
    found = only(diagnose(on_row(np.ones(3), 4)), "too_many_territories")
    assert found.message == "There are 4 territories but only 3 units. Choose at most 3 territories."
    assert not only(diagnose(on_row(np.ones(3), 1)), "one_territory").blocking
    groups = [1, 1, 1]
    assert (
        "3 units in 1 group"
        in only(diagnose(on_row(np.ones(3), 2, groups=groups)), "too_many_territories").message
    )


def test_measures_without_total():
    assert (
        "number of units is balanced" in only(diagnose(on_row(np.zeros(4), 2)), "nothing_to_balance").message
    )
    values = np.column_stack([np.ones(4), np.zeros(4)])
    problem = on_row(values, 2, measure_names=("sales", "calls"))
    assert "All values of calls are 0" in only(diagnose(problem), "measure_zero").message


def test_distance_and_homes():
    homes = np.array([[0.0, 0.0], [1000.0, 0.0]])
    found = only(diagnose(on_row(np.ones(4), 2, homes=homes, max_distance=1500.0)), "too_far")
    assert found.message == (
        "Dallas is farther than 1.5 km from every home, the farthest 2.0 km. Choose 2 km or add a rep there."
    )
    homes = np.array([[100.0, 0.0], [-100.0, 0.0]])
    found = only(diagnose(on_row(np.ones(4), 2, homes=homes)), "homes_in_one_unit")
    assert "T01 and T02 have their homes in Adair" in found.message
    locked = np.array([True, False, False, False])
    current = np.array([1, -1, -1, -1])
    homes = np.array([[100.0, 0.0], [3000.0, 0.0]])
    problem = on_row(np.ones(4), 2, homes=homes, locked=locked, current=current)
    found = only(diagnose(problem), "home_locked_elsewhere")
    assert found.message == "T01 lives in Adair, which is locked in T02 and stays there."


def test_capacities():
    found = diagnose_capacities(["A", "B", "C", "D"], [1, 0, -2, None])
    assert [finding.code for finding in found] == ["capacity_missing", "capacity_negative", "capacity_zero"]
    assert "C has a negative capacity" in found[1].message
    assert diagnose_capacities(["A"], [1]) == []


def test_no_units_and_best_possible():
    empty = Problem(
        np.empty((0, 2)), np.empty((0, 1)), Adjacency.from_pairs(0, np.empty((0, 2))), Targets.equal(2)
    )
    assert only(diagnose(empty), "no_units").blocking
    assert best_possible(diagnose(on_row([30, 10, 10, 10, 10, 10, 10, 10], 4))) == pytest.approx(20.0)
    assert best_possible([]) is None


def test_blocking_findings_come_first():
    values = np.column_stack([[30, 10, 10, 10, 10, 10, 10, 10], np.zeros(8)])
    problem = problem_on(grid(2, 4), values, 4)
    assert [finding.blocking for finding in diagnose(problem)] == [True, False]
