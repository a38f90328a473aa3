"""Several measures, each within tolerance: all plans of tiny maps, contrary measures, three at once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from standins.maps import grid, largest_deviation, problem_on, whole_plans

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.balance_search import balance_search, imbalance
from territory_manager.core.solve.build import build
from territory_manager.core.solve.curve_plan import curve_plan
from territory_manager.core.solve.model import model_of
from territory_manager.core.solve.problem import Problem
from territory_manager.core.solve.rebalance import rebalance
from territory_manager.core.solve.recombination import recombine
from territory_manager.core.solve.verdict import deviations, extra_pieces, objective
from territory_manager.core.targets import Targets

SIDE = 16


def on_grid(values: np.ndarray, k: int, tolerance: float, side: int = SIDE, **given) -> Problem:
    number = np.arange(side * side).reshape(side, side)
    across = np.stack([number[:, :-1].ravel(), number[:, 1:].ravel()], axis=1)
    down = np.stack([number[:-1].ravel(), number[1:].ravel()], axis=1)
    y, x = np.divmod(np.arange(side * side), side)
    adjacency = Adjacency.from_pairs(side * side, np.concatenate([across, down]))
    targets = Targets.equal(k, tolerance, each_measure=True)
    return Problem(np.stack([x, y], axis=1) * 1000.0, values, adjacency, targets, **given)


def contrary(k: int, tolerance: float = 0.05, **given) -> Problem:
    """One measure grows to the east, the other to the west."""
    x = np.arange(SIDE * SIDE) % SIDE
    return on_grid(np.stack([1.0 + x, 1.0 + SIDE - x], axis=1), k, tolerance, **given)


def city(k: int, tolerance: float, side: int = 24, **given) -> Problem:
    """People crowd in one place, land is spread evenly, and what is sold grows to the north."""
    y, x = np.divmod(np.arange(side * side), side)
    people = 1.0 + 20.0 * np.exp(-np.hypot(x - side / 3, y - side / 2) / 4.0)
    values = np.stack([people, np.ones(side * side), people * (1 + y / side)], axis=1)
    names = ("people", "land", "sales")
    return on_grid(values, k, tolerance, side, measure_names=names, **given)


@pytest.mark.parametrize("trial", range(15))
def test_a_plan_within_tolerance_is_found_where_any_is(trial):
    """Of all plans of a tiny map some keep every measure within tolerance, or none does."""
    rng = np.random.default_rng(500 + trial)
    place = grid(*((3, 3), (2, 5), (3, 4))[trial % 3])
    n, k, m = len(place[0]), 2 + (trial // 3) % 2, 2 + trial % 2
    values = rng.integers(1, 10, (n, m)).astype(float)
    plain = problem_on(place, values[:, 0], k, 0.25)
    targets = Targets.equal(k, 0.25, each_measure=True)
    asked = Problem(plain.xy, values, plain.adjacency, targets)
    plans = whole_plans(plain)
    least = np.stack(
        [largest_deviation(problem_on(place, column, k, 0.25), plans) for column in values.T]
    ).max(axis=0)
    found = build(asked, seed=trial)
    assert found.feasible == bool(least.min() <= 0.25 + 1e-9), found.message
    assert found.max_deviation >= 100 * least.min() - 1e-6
    assert found.extra_pieces == 0


@pytest.mark.parametrize("seed", [3, 4])
def test_contrary_measures_each_within_tolerance(seed):
    asked = contrary(5)
    found = build(asked, seed=seed, time_limit=30)
    assert found.feasible, found.message
    assert np.abs(deviations(asked, found.labels)).max() <= 5 + 1e-6
    assert extra_pieces(asked, found.labels) == 0


def test_three_measures_and_a_city():
    """Every territory needs its part of the city and of the empty land: what binds is said, and
    the price."""
    asked = city(6, 0.08)
    found = build(asked, seed=1)
    assert found.feasible, found.message
    assert np.abs(deviations(asked, found.labels)).max() <= 8 + 1e-6
    assert found.extra_pieces == 0
    alone = build(replace(asked, targets=replace(asked.targets, each_measure=False)), seed=1)
    assert np.abs(deviations(asked, alone.labels)).max() > 20
    assert found.spread == pytest.approx(found.objective / alone.objective, rel=0.1)
    assert found.spread > 1.2
    worst = np.abs(deviations(asked, found.labels)).max(axis=0)
    assert f"The measure that binds is {('people', 'land', 'sales')[worst.argmax()]} (T0" in found.message
    assert "price of balancing each measure" in found.message


def test_locks_and_groups_hold_while_measures_are_balanced():
    y, x = np.divmod(np.arange(24 * 24), 24)
    current = ((x >= 12) + 2 * (y >= 12)).astype(np.int32)
    locked = (x + y) % 17 == 3
    locked &= (abs(x - 11.5) > 5) & (abs(y - 11.5) > 5)
    groups = np.where((x // 3 == 5) & (y // 3 == 2), 1, -1)
    asked = city(4, 0.3, current=current, locked=locked, groups=groups)
    found = build(asked, seed=2)
    assert (found.labels[locked] == current[locked]).all()
    assert len(np.unique(found.labels[groups == 1])) == 1
    assert found.extra_pieces == 0
    assert found.feasible, found.message


def test_compactness_trades_against_balance():
    """At 0 the deviations are much smaller, at 100 the borders are no longer than at 50."""
    tight, middle, smooth = (
        build(replace(contrary(4, 0.1), compactness=compactness), seed=1) for compactness in (0, 50, 100)
    )
    assert tight.feasible and middle.feasible and smooth.feasible
    assert tight.max_deviation < 0.5 * middle.max_deviation
    pairs = contrary(4).adjacency.pairs()[0]
    cuts = [(plan.labels[pairs[:, 0]] != plan.labels[pairs[:, 1]]).sum() for plan in (tight, middle, smooth)]
    assert cuts[2] <= cuts[1]
    assert smooth.objective <= 1.1 * tight.objective


def test_one_measure_has_no_price():
    asked = contrary(4)
    one = Problem(asked.xy, asked.values[:, 0], asked.adjacency, asked.targets)
    found = build(one, seed=1)
    assert found.spread is None
    assert "price" not in found.message


def test_balance_search_keeps_whole_and_bound():
    asked = contrary(4)
    model = model_of(asked)
    start = (np.arange(model.n) % SIDE // (SIDE // 4)).astype(np.int32)
    model.fixed[0] = 0
    model.fixed[SIDE - 1] = 3
    given = {"sweeps": 120, "heat": (1.7, 0.5), "force": (20.0, 100.0), "seed": 1}
    once = balance_search(model, start, **given)
    assert imbalance(model, model.totals(once)).sum() < 0.1 * imbalance(model, model.totals(start)).sum()
    assert extra_pieces(asked, once) == 0
    assert once[0] == 0 and once[SIDE - 1] == 3
    np.testing.assert_array_equal(once, balance_search(model, start, **given))


def test_recombination_balances_and_keeps_whole_and_bound():
    asked = contrary(4)
    model = model_of(asked)
    start = (np.arange(model.n) % SIDE // (SIDE // 4)).astype(np.int32)
    model.fixed[0] = 0
    model.fixed[SIDE - 1] = 3
    once = recombine(model, start, turns=40, seed=1)
    assert model.excess(once) < 0.25 * model.excess(start)
    assert extra_pieces(asked, once) == 0
    assert once[0] == 0 and once[SIDE - 1] == 3
    np.testing.assert_array_equal(once, recombine(model, start, turns=40, seed=1))


@pytest.mark.parametrize("potentials", [False, True])
def test_curves_share_out_every_measure(potentials):
    """Both sides of every cut are whole and near their part: five territories, far from even bands."""
    asked = contrary(5)
    model = model_of(asked)
    plan = curve_plan(model, np.random.default_rng(1), curves=200, sweeps=40, potentials=potentials)
    assert np.bincount(plan, minlength=5).min() > 0
    assert extra_pieces(asked, plan) == 0
    assert np.abs(deviations(asked, plan)).max() < 20
    assert objective(asked, plan) > 0


def test_a_rebalance_of_two_measures_reaches_both_bands():
    """A plan that kept both measures; then one of them shifts to the north."""
    asked = contrary(4, 0.05)
    plan = build(asked, seed=1)
    assert plan.feasible
    y = np.arange(SIDE * SIDE) // SIDE
    shifted = asked.values * np.stack([np.ones(SIDE * SIDE), 1.0 + 0.03 * y], axis=1)
    drifted = replace(asked, values=shifted, current=plan.labels)
    assert np.abs(deviations(drifted, plan.labels)).max() > 6
    found = rebalance(drifted, seed=1)
    assert found.feasible, found.message
    assert np.abs(deviations(drifted, found.labels)).max() <= 5 + 1e-6
    assert found.extra_pieces == 0
    assert found.disruption_bound <= found.disruption < 50


def test_a_search_from_today_keeps_what_is_dear_and_what_is_barred():
    """The dearer a unit outside its territory of today, the less changes hands; barred units stay away."""
    asked = contrary(4)
    model = model_of(asked)
    today = (np.arange(model.n) % SIDE // (SIDE // 4)).astype(np.int32)
    barred = np.zeros((model.n, 4), dtype=bool)
    barred[:40, 3] = True
    moved = []
    for price in (0.0, 8.0):
        prices = np.where(np.arange(4) == today[:, None], 0.0, price) + 1e6 * barred
        prices[np.arange(model.n), today] = 0.0
        found = balance_search(
            model, today, sweeps=200, heat=(1.0, 0.3), force=(5.0, 20.0), seed=1, price=prices
        )
        assert not ((found[:40] == 3) & (today[:40] != 3)).any()
        moved.append(int((found != today).sum()))
    assert moved[1] < moved[0]
