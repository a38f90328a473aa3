"""Who owns an account: named accounts first, then rules, then the map; always with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

#: operator → how it reads in a reason; the order in which people look for them
OPERATORS = (
    "=",
    "!=",
    "in",
    "not in",
    "contains",
    "starts with",
    "ends with",
    "<",
    "<=",
    ">",
    ">=",
    "is empty",
    "is not empty",
)
_SAME = {
    "==": "=",
    "<>": "!=",
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "equals": "=",
    "is": "=",
    "is not": "!=",
    "begins with": "starts with",
    "startswith": "starts with",
    "endswith": "ends with",
    "is null": "is empty",
    "is not null": "is not empty",
}


@dataclass(frozen=True)
class Rule:
    """One row of the table of rules.

    Attributes
    ----------
    field : of the accounts.
    operator : one of `OPERATORS`.
    value : what to compare with; for ``in`` and ``not in`` several, separated by commas or semicolons.
    owner : the territory.
    priority : smaller goes first.
    row : number of the row in the table, from 1, for messages.
    """

    field: str
    operator: str
    value: str
    owner: str
    priority: float
    row: int

    @property
    def words(self) -> str:
        """The condition as people write it."""
        return " ".join(part for part in (self.field, self.operator, self.value) if part)


@dataclass
class Ownership:
    """Who owns each account.

    Attributes
    ----------
    owner : (n,) object, the territory; None for nobody.
    source : (n,) object: "named", "family", "rule", "map", "nearest" or "nobody".
    rule : (n,) int, position of the rule that decided, -1 for none.
    clashes : (account, position of the rule that decided, position of one of the same priority that gives
        it to somebody else).
    """

    owner: np.ndarray
    source: np.ndarray
    rule: np.ndarray
    clashes: list[tuple[int, int, int]] = field(default_factory=list)


def operator_of(text: str) -> str:
    """An operator as the user wrote it → one of `OPERATORS`.

    Raises
    ------
    ValueError
        For one that is not known, with those that are.
    """
    word = " ".join(text.strip().casefold().replace("-", " ").replace("_", " ").split())
    word = _SAME.get(word, word)
    if word not in OPERATORS:
        raise ValueError(f"“{text}” is none of the operators {', '.join(OPERATORS)}.")
    return word


def matches(rule: Rule, values: Sequence[Any]) -> np.ndarray:
    """(n,) bool: for which accounts the rule holds.

    Texts are compared whatever their case and without surrounding blanks; numbers as numbers where both
    sides are numbers. An empty value fulfils nothing but ``is empty``, ``!=`` and ``not in``.

    Parameters
    ----------
    values : (n,) of the rule's field, None where empty.
    """
    return np.array([_holds(rule.operator, value, rule.value) for value in values], dtype=bool)


def _holds(operator: str, value: Any, wanted: str) -> bool:
    text = "" if value is None else str(value).strip().casefold()
    if operator == "is empty":
        return not text
    if operator == "is not empty":
        return bool(text)
    if operator in ("in", "not in"):
        listed = any(_equal(value, text, one) for one in wanted.replace(";", ",").split(",") if one.strip())
        return listed == (operator == "in")
    if operator in ("=", "!="):
        return _equal(value, text, wanted) == (operator == "=")
    if not text:
        return False
    other = wanted.strip().casefold()
    if operator == "contains":
        return other in text
    if operator == "starts with":
        return text.startswith(other)
    if operator == "ends with":
        return text.endswith(other)
    return _ordered(operator, value, text, other)


def _equal(value: Any, text: str, wanted: str) -> bool:
    if not text:
        return False
    number, other = _number(value), _number(wanted)
    if number is not None and other is not None:
        # Codes such as 06000 and 6000 are different texts, whatever their value.
        return number == other if not isinstance(value, str) else text == wanted.strip().casefold()
    return text == wanted.strip().casefold()


def _ordered(operator: str, value: Any, text: str, other: str) -> bool:
    left, right = _number(value), _number(other)
    one: Any = left if left is not None and right is not None else text
    two: Any = right if left is not None and right is not None else other
    if (left is None) != (right is None):
        return False  # a number and a word have no order
    return {"<": one < two, "<=": one <= two, ">": one > two, ">=": one >= two}[operator]


def _number(value: Any) -> float | None:
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if np.isfinite(number) else None


def assign_owners(
    n: int,
    *,
    named: Sequence[str | None] | None = None,
    families: Sequence[str | None] | None = None,
    rules: Sequence[Rule] = (),
    columns: Mapping[str, Sequence[Any]] | None = None,
    on_map: Sequence[str | None] | None = None,
    nearest: Sequence[str | None] | None = None,
) -> Ownership:
    """Give every account one owner, by layers: named, family, rules, map, nearest.

    Parameters
    ----------
    n : number of accounts.
    named : (n,) owner of accounts that are given to somebody by name.
    families : (n,) family of accounts: where all named members of a family have the same owner, the others
        go with them.
    rules : by priority, then by their order in the table.
    columns : field → (n,) values, for every field of a rule.
    on_map : (n,) territory of the unit in which the account lies.
    nearest : (n,) territory of the nearest unit, for accounts in no unit.

    Raises
    ------
    ValueError
        For a rule about a field that is not there.
    """
    columns = columns or {}
    result = Ownership(
        np.full(n, None, dtype=object), np.full(n, "nobody", dtype=object), np.full(n, -1, dtype=np.int64)
    )
    _take(result, named, "named")
    if families is not None:
        _take(result, _family_owners(families, result.owner), "family")
    _apply_rules(result, rules, columns)
    _take(result, on_map, "map")
    _take(result, nearest, "nearest")
    return result


def _take(result: Ownership, owners: Sequence[str | None] | None, source: str) -> None:
    for account, owner in enumerate(owners or ()):
        if owner is not None and result.owner[account] is None:
            result.owner[account], result.source[account] = owner, source


def _family_owners(families: Sequence[str | None], owner: np.ndarray) -> list[str | None]:
    known: dict[str, set[str]] = {}
    for family, name in zip(families, owner):
        if family is not None and name is not None:
            known.setdefault(family, set()).add(name)
    one = {family: next(iter(names)) for family, names in known.items() if len(names) == 1}
    return [None if family is None else one.get(family) for family in families]


def split_families(
    families: Sequence[str | None] | None, named: Sequence[str | None] | None
) -> dict[int, list[str]]:
    """Account that is not named itself → the owners of the named members of its family, where they differ."""
    known: dict[str, set[str]] = {}
    for family, name in zip(families or (), named or ()):
        if family is not None and name is not None:
            known.setdefault(family, set()).add(name)
    return {
        account: sorted(known[family])
        for account, (family, name) in enumerate(zip(families or (), named or ()))
        if name is None and family is not None and len(known.get(family, ())) > 1
    }


def _apply_rules(result: Ownership, rules: Sequence[Rule], columns: Mapping[str, Sequence[Any]]) -> None:
    order = sorted(range(len(rules)), key=lambda place: (rules[place].priority, rules[place].row))
    open_accounts = np.array([owner is None for owner in result.owner], dtype=bool)
    for place in order:
        rule = rules[place]
        if rule.field not in columns:
            raise ValueError(
                f"Row {rule.row} of the rules is about a field “{rule.field}” that is not there."
            )
        holds = open_accounts & matches(rule, columns[rule.field])
        for account in np.flatnonzero(holds).tolist():
            first = int(result.rule[account])
            if first < 0:
                result.owner[account], result.source[account] = rule.owner, "rule"
                result.rule[account] = place
            elif rules[first].priority == rule.priority and rules[first].owner != rule.owner:
                result.clashes.append((account, first, place))
