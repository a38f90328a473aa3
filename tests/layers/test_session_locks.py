"""Locks: who may change hands."""

import pytest


@pytest.fixture
def locks(qgis_app):
    from territory_manager.layers.locks import Locks
    from territory_manager.layers.plan import PlanSettings

    return Locks(PlanSettings("units", "territory", locked_units={3}, locked_territories={"C"}))


TERRITORIES = {1: "A", 2: "B", 3: "A", 4: "C", 5: None}


def test_locked_units_and_territories_are_left_alone(locks):
    allowed = locks.allowed([1, 2, 3, 4, 5], TERRITORIES.get, "B")
    assert allowed.units == [1, 5]
    assert allowed.locked_units == 1
    assert allowed.locked_territories == ("C",)
    assert allowed.refused


def test_a_locked_territory_takes_nothing(locks):
    allowed = locks.allowed([1, 5], TERRITORIES.get, "C")
    assert allowed.units == []
    assert allowed.locked_territories == ("C",)


def test_units_that_are_there_already_are_no_refusal(locks):
    assert not locks.allowed([3], TERRITORIES.get, "A").refused
    assert not locks.allowed([4], TERRITORIES.get, "C").refused


def test_unassigning_is_an_assignment_too(locks):
    allowed = locks.allowed([1, 3, 4, 5], TERRITORIES.get, None)
    assert allowed.units == [1]
    assert allowed.locked_units == 1


def test_lock_and_unlock_tell_whether_they_did_anything(locks):
    assert locks.lock([1, 3], ["A"])
    assert not locks.lock([1], ["A"])
    assert locks.units == {1, 3}
    assert locks.territories == {"A", "C"}
    assert locks.unlock([3], ["C"])
    assert not locks.unlock([3], ["C"])


def test_locks_follow_a_new_feature_id(locks):
    locks.lock([-2])
    assert locks.renumber({-2: 40, -3: 41})
    assert locks.units == {3, 40}
    assert not locks.renumber({-3: 41})
