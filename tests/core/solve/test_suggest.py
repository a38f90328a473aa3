"""Suggested moves and swaps, balance between two, giving a surplus away."""

import numpy as np
import pytest
from standins.maps import grid, path, problem_on

from territory_manager.core.solve.suggest import suggest
from territory_manager.core.solve.suggest_between import balance_two, give_surplus
from territory_manager.core.solve.verdict import deviations, extra_pieces


def uneven(**given):
    current = np.where(np.arange(24) % 6 < 4, 0, 1)
    return problem_on(grid(4, 6), np.arange(1, 25), 2, current=current, **given)


def after(problem, moves):
    labels = problem.current.copy()
    for unit, to in moves:
        labels[unit] = to
    return labels


def test_every_figure_is_what_the_move_does():
    problem = uneven()
    before = deviations(problem, problem.current)
    found = suggest(problem)
    assert found
    for suggestion in found:
        assert all(problem.current[unit] == source for unit, source, _ in suggestion.moves)
        labels = after(problem, [(unit, to) for unit, _, to in suggestion.moves])
        now = deviations(problem, labels)
        assert np.abs(now).max() == pytest.approx(suggestion.max_deviation_after)
        fall = np.sqrt((before**2).mean()) - np.sqrt((now**2).mean())
        assert fall == pytest.approx(suggestion.improvement)
        assert suggestion.improvement > 0
        moved = labels != problem.current
        assert 100 * problem.index[moved].sum() == pytest.approx(suggestion.disruption)
        assert suggestion.keeps_contiguity
        assert extra_pieces(problem, labels) == 0


def test_best_single_move_is_found_first():
    problem = uneven()
    best = min(
        np.sqrt((deviations(problem, after(problem, [(unit, 1)])) ** 2).mean()) for unit in (3, 9, 15, 21)
    )
    first = suggest(problem, count=1)[0]
    start = np.sqrt((deviations(problem, problem.current) ** 2).mean())
    assert first.improvement >= start - best - 1e-9


def test_a_unit_comes_up_once_and_the_count_is_kept():
    found = suggest(uneven(), count=3)
    assert len(found) <= 3
    units = [unit for suggestion in found for unit, _, _ in suggestion.moves]
    assert len(units) == len(set(units))
    assert [s.improvement for s in found] == sorted((s.improvement for s in found), reverse=True)


def test_swap_where_no_move_helps():
    problem = problem_on(path(4), [5, 8, 5, 4], 2, current=[0, 0, 1, 1])
    found = suggest(problem)
    assert len(found) == 0 or found[0].improvement > 0
    problem = problem_on(grid(2, 2), [5, 8, 5, 4], 2, current=[0, 0, 1, 1])
    found = suggest(problem)
    assert {unit for unit, _, _ in found[0].moves} in ({0, 3}, {1, 2}, {0, 2}, {1, 3})
    assert len(found[0].moves) == 2


def test_locks_groups_and_limits_are_kept():
    locked = np.zeros(24, dtype=bool)
    locked[21] = True
    groups = np.full(24, -1)
    groups[[14, 15]] = 1
    for suggestion in suggest(uneven(locked=locked, groups=groups), count=50):
        units = {unit for unit, _, _ in suggestion.moves}
        assert 21 not in units
        assert len(units & {14, 15}) != 1
    assert suggest(uneven(locked_territories=[True, False])) == []


def test_breaking_moves_only_where_pieces_are_allowed():
    """Unit 1 alone connects 0 with 2."""
    current = [0, 0, 0, 1, 1, 1]
    problem = problem_on(grid(2, 3), [1, 9, 1, 1, 1, 1], 2, current=current)
    assert all((1, 0, 1) not in suggestion.moves for suggestion in suggest(problem))
    problem = problem_on(grid(2, 3), [1, 3, 1, 1, 1, 1], 2, current=current, contiguous=False)
    found = [s for s in suggest(problem) if s.moves == ((1, 0, 1),)]
    assert all(not s.keeps_contiguity for s in found)


def test_unassigned_units_are_suggested_at_no_loss():
    problem = problem_on(path(6), np.ones(6), 2, current=[0, 0, -1, 1, 1, 1])
    first = suggest(problem)[0]
    assert first.moves == ((2, -1, 0),)
    assert first.disruption == 0


def test_balance_two_touches_nobody_else():
    current = (np.arange(48) % 12 // 3).astype(np.int32)
    current[np.arange(48) % 12 == 3] = 0
    problem = problem_on(grid(4, 12), np.ones(48), 4, current=current)
    moves = balance_two(problem, "T01", "T02")
    labels = after(problem, moves)
    assert np.bincount(labels).tolist() == [12, 12, 12, 12]
    assert {to for _, to in moves} == {1}
    assert extra_pieces(problem, labels) == 0
    assert balance_two(problem, "T03", "T04") == []
    with pytest.raises(ValueError, match="do not touch"):
        balance_two(problem, 0, 3)
    with pytest.raises(ValueError, match="with itself"):
        balance_two(problem, 1, 1)


def test_give_surplus_away_overloads_nobody():
    current = (np.arange(48) % 12 // 3).astype(np.int32)
    current[np.arange(48) % 12 == 6] = 1
    problem = problem_on(grid(4, 12), np.ones(48), 4, 0.1, current=current)
    moves = give_surplus(problem, "T02")
    labels = after(problem, moves)
    counts = np.bincount(labels)
    assert counts[1] <= 13.2
    assert counts.max() <= 13.2
    assert all(problem.current[unit] == 1 for unit, _ in moves)
    assert give_surplus(problem, "T04") == []
    locked = problem_on(
        grid(4, 12), np.ones(48), 4, current=current, locked_territories=[False, True] + 2 * [False]
    )
    with pytest.raises(ValueError, match="T02 is locked"):
        give_surplus(locked, "T02")
