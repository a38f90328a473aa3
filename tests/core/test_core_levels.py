"""Levels: what groups of territories add up to, balanced groups, and territories inside given areas."""

import numpy as np
import pytest
import shapely

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.alignment import Alignment
from territory_manager.core.levels import (
    ancestors,
    group_deviations,
    group_territories,
    groups_problem,
    positions,
    rolled_up,
    rolled_up_targets,
)
from territory_manager.core.solve.problem import Problem
from territory_manager.core.solve.within import (
    area_shares,
    build_within,
    numbers_within,
    part_problem,
    spread_areas,
)
from territory_manager.core.statistics import balance, statistics
from territory_manager.core.targets import Targets
from territory_manager.core.units import Units


def grid(columns, rows, values=None):
    """Squares of 1 km, column by column."""
    shapes = [
        shapely.box(1000 * x, 1000 * y, 1000 * (x + 1), 1000 * (y + 1))
        for x in range(columns)
        for y in range(rows)
    ]
    values = np.ones(columns * rows) if values is None else values
    units = Units.from_shapely(shapes, measures=np.asarray(values, float)[:, None], measure_names=("pop",))
    return units, Adjacency.of(units)


@pytest.fixture
def striped():
    """6 × 2 squares, one territory a column; A and B are West, C, D and E are East, F is alone."""
    units, graph = grid(6, 2)
    return Alignment(units, graph, np.repeat(np.arange(6), 2), list("ABCDEF"))


REGION = {"A": "West", "B": "West", "C": "East", "D": "East", "E": "East"}


def test_the_chain_of_parents_is_followed():
    country = {"West": "US", "East": "US"}
    assert ancestors("ABF", [REGION]) == ["West", "West", None]
    assert ancestors("ABF", [REGION, country]) == ["US", "US", None]
    assert ancestors(["A"], []) == ["A"]
    assert positions(["East", None, "West", "gone"], ["West", "East"]).tolist() == [1, -1, 0, -1]


def test_groups_add_up(striped):
    group = positions(ancestors(striped.territories, [REGION]), ["West", "East"])
    targets = Targets.by_capacity(striped.territories, [1, 1, 1, 1, 2, 2], 0.05)
    ledger = rolled_up(striped, group, ["West", "East"])
    wanted = rolled_up_targets(targets, striped.territories, group, ["West", "East"], 0.1)
    table = statistics(ledger, wanted).set_index("territory", drop=False)
    assert table["pop"].tolist() == [4.0, 6.0, 2.0] and table["units"].tolist() == [4, 6, 2]
    assert table["territory"].tolist()[:2] == ["West", "East"]
    # West should get 2 of 8 shares of 12, East 4 of 8
    assert table.loc["West", "pop_dev"] == pytest.approx(100 * (4 / 3 - 1))
    assert table.loc["East", "pop_dev"] == pytest.approx(0.0)
    assert not table.loc["West", "balanced"] and table.loc["East", "balanced"]
    # a group's outline is that of its territories together
    assert table.loc["West", "perimeter_km"] == pytest.approx(8.0)
    assert table.loc["West", "pieces"] == 1
    assert wanted.tolerance == 0.1
    assert balance(ledger, wanted).in_tolerance == 1


@pytest.mark.parametrize("each", [False, True])
def test_deviations_of_groups_are_those_of_their_ledger(each):
    generator = np.random.default_rng(5)
    units, graph = grid(6, 2)
    units = Units.from_shapely(
        units.geometry, measures=generator.integers(1, 9, (12, 2)), measure_names=("pop", "sales")
    )
    plan = Alignment(units, graph, np.repeat([0, 1, 2, 3, 4, -1], 2), list("ABCDE"), [2.0, 1.0])
    targets = Targets.by_capacity("ABCDE", [1, 2, 1, 3, 1], 0.05, weights=[2.0, 1.0], each_measure=each)
    group = positions(ancestors(plan.territories, [REGION]), ["West", "East"])
    found = group_deviations(plan, targets, group, 2)
    table = statistics(
        rolled_up(plan, group, ["West", "East"]),
        rolled_up_targets(targets, plan.territories, group, ["West", "East"]),
    )
    wanted = table["index_dev"].to_numpy()[:2]
    if each:
        both = table[["pop_dev", "sales_dev"]].to_numpy()[:2]
        wanted = both[np.arange(2), np.abs(both).argmax(axis=1)]
    assert found.tolist() == pytest.approx(wanted.tolist())


def test_what_belongs_to_no_unit_is_the_groups_too(striped):
    striped.hold(np.array([[1.0], [0], [0], [2.0], [0], [0]]))
    group = positions(ancestors(striped.territories, [REGION]), ["West", "East"])
    assert rolled_up(striped, group, ["West", "East"]).totals[:, 0].tolist() == [5.0, 8.0]


def test_a_group_without_territories_has_nothing_and_should_get_nothing(striped):
    group = positions(ancestors(striped.territories, [REGION]), ["West", "East", "North"])
    wanted = rolled_up_targets(
        Targets.equal(6, names=striped.territories), striped.territories, group, ["West", "East", "North"]
    )
    table = statistics(rolled_up(striped, group, ["West", "East", "North"]), wanted).set_index("territory")
    assert table.loc["North", "units"] == 0 and table.loc["North", "pop_dev"] == 0.0


def test_territories_are_divided_into_balanced_groups_in_one_piece():
    generator = np.random.default_rng(3)
    units, graph = grid(12, 8, generator.integers(5, 15, 96))
    labels = (np.arange(96) // 8 // 2) * 4 + (np.arange(96) % 8) // 2  # 6 × 4 territories of 2 × 2
    names = [f"T{number:02d}" for number in range(24)]
    alignment = Alignment(units, graph, labels, names)
    problem, part = groups_problem(alignment, ["North", "Middle", "South"], 0.1)
    solution = group_territories(problem, time_limit=10)
    assert part.tolist() == list(range(24))
    assert solution.feasible, solution.message
    ledger = rolled_up(alignment, solution.labels, ["North", "Middle", "South"])
    assert ledger.pieces.tolist() == [1, 1, 1]
    share = ledger.totals[:, 0] / ledger.totals.sum()
    assert (np.abs(share * 3 - 1) <= 0.1).all()


def test_empty_territories_take_no_part_in_groups(striped):
    striped.add_territory("G")
    problem, part = groups_problem(striped, ["One", "Two"], 0.2)
    assert part.tolist() == [0, 1, 2, 3, 4, 5] and problem.n == 6
    with pytest.raises(ValueError, match="7 groups are wanted, but only 6"):
        groups_problem(striped, list("1234567"), 0.2)


def test_units_without_an_area_get_that_of_their_neighbours():
    units, graph = grid(6, 1)
    area = spread_areas(np.array([0, -1, -1, -1, -1, 1]), graph, units.xy)
    assert area.tolist() == [0, 0, 0, 1, 1, 1]
    apart = Adjacency.from_pairs(6, np.array([[0, 1]]))
    assert spread_areas(np.array([0, -1, 1, -1, -1, -1]), apart, units.xy).tolist() == [0, 0, 1, 1, 1, 1]
    assert spread_areas(np.full(6, -1), graph, units.xy).tolist() == [-1] * 6


def test_areas_get_territories_by_what_is_to_be_done():
    assert numbers_within([50, 30, 20], 10) == [5, 3, 2]
    assert numbers_within([98, 1, 1], 4) == [2, 1, 1]
    with pytest.raises(ValueError, match="2 territories are wanted, but there are 3 areas"):
        numbers_within([1, 1, 1], 2)


def problem_of(units, graph, k, **more):
    return Problem(units.xy, units.values(), graph, Targets.equal(k, 0.05), measure_names=("pop",), **more)


def test_no_territory_crosses_an_area_and_each_gets_its_part():
    units, graph = grid(12, 6)
    area = (np.arange(72) // 6 >= 8).astype(int)  # 48 and 24 units
    owner = np.array([0, 0, 0, 0, 1, 1])
    solution = build_within(problem_of(units, graph, 6), area, owner, ["West", "East"], time_limit=10)
    assert solution.feasible, solution.message
    assert (owner[solution.labels] == area).all()
    assert np.bincount(solution.labels).tolist() == [12] * 6
    assert solution.unassigned == 0 and "within each of the 2 areas" in solution.message
    assert 0 <= solution.gap < 100 if solution.gap is not None else True
    # three of them on the larger area alone would have 16 each: their part of it
    owner = np.array([0, 0, 0, 1, 1, 1])
    solution = build_within(problem_of(units, graph, 6), area, owner, ["West", "East"], time_limit=10)
    assert solution.feasible and np.bincount(solution.labels).tolist() == [16] * 3 + [8] * 3
    shares = area_shares(problem_of(units, graph, 6), area, owner)
    assert shares.tolist() == pytest.approx([2 / 9] * 3 + [1 / 9] * 3)


def test_an_area_without_a_territory_is_named():
    units, graph = grid(4, 2)
    with pytest.raises(ValueError, match="There is no territory for East"):
        build_within(problem_of(units, graph, 2), np.repeat([0, 1], 4), np.array([0, 0]), ["West", "East"])


def test_what_cannot_be_in_one_area_is_said_with_its_name():
    units, graph = grid(4, 2, [90, 1, 1, 1, 1, 1, 1, 1])
    solution = build_within(
        problem_of(units, graph, 4),
        np.repeat([0, 1], 4),
        np.array([0, 0, 1, 1]),
        ["West", "East"],
        time_limit=5,
    )
    assert not solution.feasible
    assert "In 1 of 2 areas" in solution.message and "West: " in solution.message


def test_locks_homes_and_groups_go_with_their_area():
    units, graph = grid(8, 2)
    current = np.repeat([0, 1, 2, 3], 4)
    locked = np.zeros(16, bool)
    locked[[0, 15]] = True
    problem = Problem(
        units.xy,
        units.values(),
        graph,
        Targets.equal(4, 0.3),
        current=current,
        locked=locked,
        groups=np.where(np.arange(16) < 2, 7, -1),
        homes=np.array([[500.0, 500.0], [np.nan] * 2, [np.nan] * 2, [7500.0, 500.0]]),
        home_units=np.array([0, -1, -1, 14]),
    )
    part = part_problem(problem, np.arange(8, 16), np.array([2, 3]))
    assert part.n == 8 and part.targets.territories == ("T03", "T04")
    assert part.current.tolist() == [0] * 4 + [1] * 4 and part.fixed.tolist() == [-1] * 7 + [1]
    assert part.home_units.tolist() == [-1, 6] and np.isnan(part.homes[0]).all()
    area = np.repeat([0, 1], 8)
    solution = build_within(problem, area, np.array([0, 0, 1, 1]), ["West", "East"], time_limit=5)
    assert solution.labels[0] == solution.labels[1] == 0 and solution.labels[15] == 3


def test_progress_runs_once_through_all_areas_and_cancel_ends_it():
    units, graph = grid(12, 6)
    area = (np.arange(72) // 6 >= 8).astype(int)
    told = []
    build_within(
        problem_of(units, graph, 6),
        area,
        np.array([0, 0, 0, 0, 1, 1]),
        ["West", "East"],
        time_limit=10,
        progress=lambda percent, words: told.append((percent, words)),
    )
    percents = [percent for percent, _words in told]
    assert percents == sorted(percents) and percents[-1] == pytest.approx(100)
    assert told[0][1].startswith("West: ") and told[-1][1].startswith("East: ")
    stopped = build_within(
        problem_of(units, graph, 6),
        area,
        np.array([0, 0, 0, 0, 1, 1]),
        ["West", "East"],
        cancelled=lambda: True,
    )
    assert stopped.cancelled and stopped.message.startswith("Stopped")
