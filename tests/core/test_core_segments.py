"""Who owns an account: every operator, the order of the layers, and that everybody has exactly one owner."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.segments import OPERATORS, Rule, assign_owners, matches, operator_of


def rule(field="segment", operator="=", value="Metro", owner="Key", priority=1.0, row=1):
    return Rule(field, operator, value, owner, priority, row)


@pytest.mark.parametrize(
    ("operator", "value", "expected"),
    [
        ("=", "metro", [True, False, False, False]),
        ("!=", "metro", [False, True, True, True]),
        ("in", "Metro; 12", [True, False, True, False]),
        ("not in", "Metro, 12", [False, True, False, True]),
        ("contains", "ow", [False, True, False, False]),
        ("starts with", "TO", [False, True, False, False]),
        ("ends with", "ro", [True, False, False, False]),
        ("<", "13", [False, False, True, False]),
        ("<=", "12", [False, False, True, False]),
        (">", "12", [False, False, False, False]),
        (">=", "12", [False, False, True, False]),
        ("is empty", "", [False, False, False, True]),
        ("is not empty", "", [True, True, True, False]),
    ],
)
def test_operators(operator, value, expected):
    assert matches(rule(operator=operator, value=value), [" Metro ", "Town", 12, None]).tolist() == expected


def test_all_operators_are_tested_and_known_under_other_names():
    assert len(OPERATORS) == 13
    assert operator_of(" Starts-With ") == "starts with"
    assert operator_of("<>") == "!="
    assert operator_of("STARTS_WITH") == "starts with"
    with pytest.raises(ValueError, match="none of the operators =, !="):
        operator_of("like")


def test_codes_are_texts():
    assert matches(rule(value="06000"), ["06000", "6000"]).tolist() == [True, False]
    assert matches(rule(value="7.0"), [7, 7.5]).tolist() == [True, False]


def test_layers_in_order():
    found = assign_owners(
        6,
        named=["N", None, None, None, None, None],
        families=["f", "f", None, None, None, None],
        rules=[rule(owner="Late", priority=2, row=1), rule(owner="Key", priority=1, row=2)],
        columns={"segment": ["Metro", "Metro", "Metro", "Town", "Town", "Town"]},
        on_map=["M", "M", "M", "M", None, None],
        nearest=["X", "X", "X", "X", "X", None],
    )
    assert found.owner.tolist() == ["N", "N", "Key", "M", "X", None]
    assert found.source.tolist() == ["named", "family", "rule", "map", "nearest", "nobody"]
    assert found.rule.tolist() == [-1, -1, 1, -1, -1, -1]
    assert not found.clashes


def test_two_rules_of_one_priority_clash_only_where_owners_differ():
    rules = [rule(owner="A", row=1), rule(owner="B", row=2), rule(owner="A", row=3)]
    found = assign_owners(1, rules=rules, columns={"segment": ["Metro"]})
    assert found.owner.tolist() == ["A"]
    assert found.clashes == [(0, 0, 1)]


def test_a_family_with_two_named_owners_decides_nothing():
    found = assign_owners(3, named=["A", "B", None], families=["f", "f", "f"], on_map=[None, None, "M"])
    assert found.owner.tolist() == ["A", "B", "M"]


def test_a_rule_about_nothing_is_refused():
    with pytest.raises(ValueError, match="Row 1 of the rules is about a field “segment”"):
        assign_owners(1, rules=[rule()])


@given(
    st.lists(st.sampled_from(["Metro", "Town", "City", None]), min_size=1, max_size=20), st.integers(0, 99)
)
@settings(max_examples=60, deadline=None)
def test_everybody_on_the_map_has_exactly_one_owner_and_a_reason(segments, seed):
    chance = np.random.default_rng(seed)
    rules = [
        rule(
            operator=str(chance.choice(["=", "!=", "contains"])),
            value=str(chance.choice(["Metro", "Town"])),
            owner=str(owner),
            priority=float(chance.integers(1, 3)),
            row=row,
        )
        for row, owner in enumerate("ABC", start=1)
    ]
    found = assign_owners(
        len(segments), rules=rules, columns={"segment": segments}, on_map=["M"] * len(segments)
    )
    assert all(owner is not None for owner in found.owner)
    assert set(found.source) <= {"rule", "map"}
    assert ((found.rule >= 0) == (found.source == "rule")).all()
