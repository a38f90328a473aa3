"""Targets of the units alone, where territories have something that belongs to no unit."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.targets import Targets, index_shares


def test_by_hand():
    # 80 in units and 20 held by A: each should get 50 of the 100, so A 30 and B 50 of the units' 80
    targets = Targets.equal(2, names=["A", "B"]).beside([[20.0], [0.0]], np.full((8, 1), 10.0))
    assert targets.shares == pytest.approx([30 / 80, 50 / 80])
    assert targets.tolerance == 0.05


def test_what_others_have_is_nobodys_here():
    # 80 in units, 20 held by A, 10 by a territory that gets no units: 50 each of the 100 that are theirs
    targets = Targets.equal(2, names=["A", "B"]).beside([[20.0], [0.0]], np.full((8, 1), 10.0), [10.0])
    assert targets.shares == pytest.approx([30 / 80, 50 / 80])


def test_settled_territories_should_have_what_they_have():
    targets = Targets.by_capacity(["A", "B", "KEY"], [1, 3, 9]).with_settled({"KEY": 0.2})
    assert targets.shares == pytest.approx([0.2, 0.6, 0.2])
    nobody_else = Targets.equal(1, names=["KEY"])
    assert nobody_else.with_settled({"KEY": 0.5}) is nobody_else


def test_nothing_held_changes_nothing():
    targets = Targets.equal(2)
    assert targets.beside(np.zeros((2, 1)), np.ones((4, 1))) is targets


def test_who_has_too_much_already_is_left_next_to_nothing():
    targets = Targets.equal(2, names=["A", "B"]).beside([[90.0], [0.0]], np.full((1, 1), 10.0))
    assert 0 < targets.shares[0] < 1e-5


def test_maximum_leaves_room_for_what_is_held():
    targets = Targets.equal(2, maximum=[60.0]).beside([[20.0], [5.0]], np.full((8, 1), 10.0))
    assert targets.maximum.tolist() == [40.0]


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**6), st.integers(1, 3), st.booleans(), st.booleans())
def test_a_plan_of_the_units_within_tolerance_keeps_it_with_what_is_held(seed, m, weighted, beyond):
    rng = np.random.default_rng(seed)
    k, n = 4, 40
    values, held = rng.uniform(0.5, 1.5, (n, m)), rng.uniform(0, 2, (k, m))
    whole = Targets.by_capacity(
        list("ABCD"), rng.uniform(1, 2, k), 0.2, weights=rng.uniform(0, 1, m) + 0.1 if weighted else None
    )
    elsewhere = rng.uniform(0, 3, m) if beyond else np.zeros(m)
    units = whole.beside(held, values, elsewhere)
    index = index_shares(values, units.weights)
    order = np.argsort(rng.random(n))
    labels = np.empty(n, dtype=int)
    labels[order] = np.searchsorted(np.cumsum(units.shares), np.cumsum(index[order]) - 1e-9).clip(0, k - 1)
    got = np.bincount(labels, index, k)
    everything = np.vstack([values, held, elsewhere])
    of_all = index_shares(everything, whole.weights)
    total = np.bincount(np.concatenate([labels, np.arange(k)]), of_all[:-1], k)
    theirs = whole.shares * (1 - of_all[-1])
    inside = np.abs(got / units.shares - 1) <= units.tolerance
    assert (np.abs(total / theirs - 1)[inside] <= whole.tolerance + 1e-9).all()
    # what they say of each unit differs only by the scale
    assert index * of_all[:n].sum() == pytest.approx(of_all[:n])
