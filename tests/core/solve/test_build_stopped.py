"""A build that is stopped: what it still does, what it returns, and what it says."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from standins.maps import grid, problem_on

from territory_manager.core.solve import border_search, budget, power_diagram
from territory_manager.core.solve.build import build


def counted(monkeypatch, module, name):
    """The list that grows by one with every call of a function."""
    calls = []
    function = getattr(module, name)

    def counting(*given, **more):
        calls.append(1)
        return function(*given, **more)

    monkeypatch.setattr(module, name, counting)
    return calls


def test_little_is_done_on_a_large_map_once_the_time_is_up(monkeypatch):
    monkeypatch.setattr(budget, "time", SimpleNamespace(monotonic=iter(range(10**9)).__next__))
    softened = counted(monkeypatch, power_diagram, "_soften")
    screened = counted(monkeypatch, border_search._Search, "_screen")
    values = np.random.default_rng(1).lognormal(0, 0.5, 224 * 224)
    found = build(problem_on(grid(224, 224), values, 50, 0.1), time_limit=0.5)
    assert found.timed_out and "time limit" in found.message
    assert not found.cancelled
    assert (found.labels >= 0).all() and found.extra_pieces == 0
    assert len(np.unique(found.labels)) == 50
    assert len(softened) < 80
    assert len(screened) == 0


@pytest.mark.parametrize("asked", [0, 1, 3, 10, 40, 200])
def test_cancel_at_any_moment_gives_a_whole_plan(asked):
    calls = []

    def cancelled():
        calls.append(1)
        return len(calls) > asked

    values = np.random.default_rng(2).integers(1, 9, 300)
    found = build(problem_on(grid(15, 20), values, 5, 0.02), cancelled=cancelled)
    assert found.cancelled and found.message.startswith("Stopped before the end")
    assert not found.timed_out
    assert (found.labels >= 0).all() and found.extra_pieces == 0
    assert found.feasible == (not found.violations)
    assert len(calls) <= asked + 200


def test_without_a_limit_the_clock_has_no_say(monkeypatch):
    values = np.random.default_rng(3).integers(1, 9, 60)
    problem = problem_on(grid(6, 10), values, 4, 0.1)
    usual = build(problem)
    monkeypatch.setattr(budget, "time", SimpleNamespace(monotonic=iter(range(0, 10**9, 50)).__next__))
    slow = build(problem, time_limit=None)
    assert not slow.timed_out and (slow.labels == usual.labels).all()
