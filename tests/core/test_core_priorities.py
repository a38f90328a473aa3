"""A, B and C accounts: classes by hand, and what must hold whatever the potential."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.priorities import (
    ACCOUNT_SHARE,
    POTENTIAL_SHARE,
    PROPOSED,
    THRESHOLD,
    PriorityClass,
    by_class,
    checked,
    classify,
    hours_per_call,
    misplaced,
    target_calls,
)

NAN = float("nan")


def abc(a, b):
    return (PriorityClass("A", a, 24), PriorityClass("B", b, 12), PriorityClass("C", NAN, 4))


def test_classes_by_share_of_potential_by_hand():
    # 100 in all. Ahead of each: 0, 40, 70, 85, 95 → A while less than 60 lie ahead, B while less than 85
    potential = np.array([30.0, 40, 10, 15, 5])
    assert classify(potential, abc(60, 85)).tolist() == [0, 0, 2, 1, 2]
    # Equal accounts are never told apart, however long that makes a class
    assert classify(np.full(4, 25.0), abc(20, 50)).tolist() == [0] * 4


def test_classes_by_share_of_accounts_by_hand():
    potential = np.array([1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    assert classify(potential, abc(20, 50), ACCOUNT_SHARE).tolist() == [2] * 5 + [1] * 3 + [0] * 2


def test_classes_by_threshold_by_hand():
    potential = np.array([100.0, 99.9, 20, 19.9, 0, NAN, -1])
    assert classify(potential, abc(100, 20), THRESHOLD).tolist() == [0, 1, 1, 2, 2, -1, -1]


def test_nothing_to_sell_is_the_last_class_and_not_known_is_none():
    assert classify(np.array([0.0, 0, NAN]), abc(60, 85)).tolist() == [2, 2, -1]
    assert classify(np.array([10.0, 0, -5]), abc(60, 100)).tolist() == [0, 2, -1]


@pytest.mark.parametrize(
    ("classes", "by", "words"),
    [
        ((), 0, "no classes"),
        ((PriorityClass(" ", NAN, 1),), 0, "no name"),
        ((PriorityClass("A", 10, 1), PriorityClass("A", NAN, 1)), 0, "there twice"),
        (abc(85, 60), POTENTIAL_SHARE, "class “B” must be above that of class “A”"),
        (abc(20, 100), THRESHOLD, "class “B” must be below that of class “A”"),
        (abc(60, 120), POTENTIAL_SHARE, "between 0 and 100 %"),
        (abc(NAN, 80), POTENTIAL_SHARE, "limit of class “A”"),
        ((PriorityClass("A", NAN, -1),), 0, "negative"),
    ],
)
def test_classes_that_make_no_sense_say_so(classes, by, words):
    with pytest.raises(ValueError, match=words):
        checked(classes, by)


@given(
    st.lists(st.floats(0, 1e6) | st.just(NAN), min_size=1, max_size=40),
    st.sampled_from([POTENTIAL_SHARE, ACCOUNT_SHARE]),
)
@settings(max_examples=60, deadline=None)
def test_more_potential_is_never_a_worse_class(potential, by):
    potential = np.array(potential)
    found = classify(potential, PROPOSED, by)
    order = np.argsort(-np.nan_to_num(potential, nan=-1), kind="stable")
    known = order[np.isfinite(potential[order])]
    assert (np.diff(found[known]) >= 0).all()
    if potential[known].sum() > 0:
        assert found[known[0]] == 0
    assert (found[~np.isfinite(potential)] == -1).all()


def test_hours_of_a_call():
    calls, hours = np.array([10.0, 0, 4, NAN, 0]), np.array([20.0, 0, 2, NAN, 0])
    found = hours_per_call(calls, hours, np.array([0, 0, 1, 1, 2]), 3)
    # A: 2 hours; B: half an hour; nobody calls on C, so the mean of all, 22 / 14
    assert found == pytest.approx([2, 2, 0.5, 0.5, 22 / 14])


POTENTIAL = np.array([80.0, 10, 10, NAN])
CALLS = np.array([5.0, 10, 5, 5])
PRIORITY = np.array([0, 1, 1, -1])
TWO = (PriorityClass("A", 60, 20), PriorityClass("B", NAN, NAN))


def test_time_by_class_by_hand():
    table = by_class(PRIORITY, TWO, POTENTIAL, CALLS, np.ones(4))
    assert table["priority"].tolist() == ["A", "B", None]
    a, b, unknown = (table.iloc[row] for row in range(3))
    assert (a["accounts"], a["accounts_pct"], a["potential_pct"]) == (1, 25, 80)
    assert (a["calls"], a["target_calls"], a["gap"]) == (5, 20, 15)
    assert (a["hours_pct"], a["target_hours_pct"]) == pytest.approx((20, 50))
    assert a["time_index"] == pytest.approx(25)
    # B has no target: it keeps its 15 calls
    assert (b["calls"], b["target_calls"], b["gap"], b["hours_pct"]) == (15, 15, 0, 60)
    assert b["time_index"] == pytest.approx(300)
    assert np.isnan(unknown["time_index"])
    # 60 points too few for A, 40 too many for B, 20 for those without a class
    assert misplaced(table) == pytest.approx(60)
    assert target_calls(PRIORITY, TWO) == pytest.approx([20, NAN, NAN, NAN], nan_ok=True)


def test_shares_are_those_of_each_territory():
    table = by_class(
        PRIORITY, TWO, POTENTIAL, CALLS, np.ones(4), territory=np.array([0, 0, 1, -1]), names=["West", "East"]
    )
    assert table[["territory", "priority"]].to_numpy().tolist() == [
        ["West", "A"],
        ["West", "B"],
        ["East", "A"],
        ["East", "B"],
        [None, None],
    ]
    assert table["hours_pct"].tolist() == pytest.approx([100 / 3, 200 / 3, 0, 100, 100])
    assert table["potential_pct"][:4].tolist() == pytest.approx([800 / 9, 100 / 9, 0, 100])
    assert np.isnan(misplaced(by_class(PRIORITY[:0], TWO, *[np.empty(0)] * 3)))
