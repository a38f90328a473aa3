"""Numbers as people and programs write them into fields of text."""

import math

import pytest

from territory_manager.layers.numbers import numbers

NAN = float("nan")


@pytest.mark.parametrize(
    ("column", "read"),
    [
        (["1.234,50 €", "(300) €", "12,5 €-", "€ (1.000,25)"], [1234.5, -300, -12.5, -1000.25]),
        (["$1,200", "(300)", "($300.50)", "300-", "\u22124"], [1200, -300, -300.5, -300, -4]),
        (["$1,200"], [1200]),
        (["1.200 EUR", "3.500 EUR"], [1200, 3500]),
        (["CHF 1'250.05", None, "", "  "], [1250.05, NAN, NAN, NAN]),
        (["1 234 567,5", "2\u202f000"], [1234567.5, 2000]),
        ([1, 2.5, "3", True], [1, 2.5, 3, 1]),
    ],
)
def test_amounts_are_read(column, read):
    found, unread = numbers(column)
    assert found.tolist() == pytest.approx(read, nan_ok=True)
    assert not unread


@pytest.mark.parametrize(
    ("column", "unread"),
    [
        # a thousand or one and a bit: nothing says which
        (["1.234"], {0: "1.234"}),
        # two currencies do not add up
        (["$5", "€5", "7"], {0: "$5", 1: "€5"}),
        (["much", "()", "-(3)", "(-5)", "--3", "12 apples", "-"], None),
        ([math.inf], {0: "inf"}),
    ],
)
def test_what_can_mean_two_things_or_nothing_is_told_as_it_stands(column, unread):
    found, told = numbers(column)
    assert told == (dict(enumerate(column)) if unread is None else unread)
    assert all(math.isnan(found[row]) for row in told)
