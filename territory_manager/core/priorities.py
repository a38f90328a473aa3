"""A, B and C accounts: who is worth how many calls, and whether selling time goes there.

Few customers hold most of the potential (Juran 1954, "Universals in management planning and controlling",
The Management Review 43, after Pareto), so accounts are classed by it and called on accordingly; how calls
pay off by class is the subject of Lodish 1971, "CALLPLAN: an interactive salesman's call planning system",
Management Science 18.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .performance import NOBODY, percent

#: how the limits of the classes are meant
POTENTIAL_SHARE, ACCOUNT_SHARE, THRESHOLD = range(3)
UNCLASSED = -1
_ROUNDING = 1e-9


@dataclass(frozen=True)
class PriorityClass:
    """A class of accounts, the best first.

    Attributes
    ----------
    name : "A".
    limit : up to which share (%) of potential or of accounts the class goes, counted from the top; or the
        least potential of it. NaN for the last class: all that is left.
    calls : target calls per year, NaN for none.
    """

    name: str
    limit: float
    calls: float


#: what is proposed: the accounts that make up the first 60 % of the potential, those up to 85 %, the rest
PROPOSED = (
    PriorityClass("A", 60.0, 24.0),
    PriorityClass("B", 85.0, 12.0),
    PriorityClass("C", float("nan"), 4.0),
)


def checked(classes: Sequence[PriorityClass], by: int) -> tuple[PriorityClass, ...]:
    """The classes, if they make sense.

    Raises
    ------
    ValueError
        In words: none, one without a name or named twice, limits that do not rise (or fall, for thresholds),
        a share beyond 100 %, a negative number of calls.
    """
    if not classes:
        raise ValueError("There are no classes. Give at least one, such as A.")
    names = [one.name.strip() for one in classes]
    for name in names:
        if not name:
            raise ValueError("A class has no name. Name every class, such as A, B, C.")
        if names.count(name) > 1:
            raise ValueError(f"Class “{name}” is there twice. Give every class its own name.")
    for one in classes:
        if one.calls < 0:
            raise ValueError(f"Class “{one.name}” has a negative number of calls.")
    limits = [one.limit for one in classes[:-1]]
    for one, limit in zip(classes, limits):
        if not np.isfinite(limit) or limit < 0 or (by != THRESHOLD and limit > 100):
            what = "a potential of 0 or more" if by == THRESHOLD else "between 0 and 100 %"
            raise ValueError(f"The limit of class “{one.name}” must be {what}.")
    steps = np.diff(limits)
    if by == THRESHOLD:
        steps = -steps
    if (steps <= 0).any():
        place = int(np.flatnonzero(steps <= 0)[0]) + 1
        direction = "below" if by == THRESHOLD else "above"
        raise ValueError(
            f"The limit of class “{names[place]}” must be {direction} that of class “{names[place - 1]}”."
        )
    return tuple(classes)


def classify(
    potential: np.ndarray, classes: Sequence[PriorityClass], by: int = POTENTIAL_SHARE
) -> np.ndarray:
    """(n,) int, the class of each account, -1 where its potential is missing or negative.

    By share of potential: an account belongs to the first class whose limit is above the share that accounts
    with *more* potential hold together; so the account that crosses the limit is still in, and equal accounts
    are always in the same class. By share of accounts: the same, counting accounts. By threshold: the first
    class whose limit the potential reaches. What is left is in the last class, and so is a potential of 0
    unless a threshold of 0 takes it.

    Raises
    ------
    ValueError
        See :func:`checked`.
    """
    classes = checked(classes, by)
    potential = np.asarray(potential, dtype=float)
    found = np.full(len(potential), UNCLASSED, dtype=np.int32)
    with np.errstate(invalid="ignore"):
        known = np.flatnonzero(np.isfinite(potential) & (potential >= 0))
    last, limits = len(classes) - 1, np.array([one.limit for one in classes[:-1]])
    value = potential[known]
    if by == THRESHOLD:
        # Limits fall: as many of them as are out of reach come before the class.
        found[known] = (value[:, None] < limits[None, :]).sum(axis=1)
        return found
    amount = value if by == POTENTIAL_SHARE else np.ones(len(value))
    total = amount.sum()
    if not total > 0:
        found[known] = last
        return found
    order = np.argsort(-value, kind="stable")
    ahead = np.concatenate([[0.0], np.cumsum(amount[order])[:-1]])
    first = np.flatnonzero(np.append(True, np.diff(value[order]) != 0))
    better = np.repeat(ahead[first], np.diff(np.append(first, len(order))))
    share = np.empty(len(value))
    share[order] = 100.0 * better / total
    found[known] = (share[:, None] >= limits[None, :] - _ROUNDING).sum(axis=1)
    found[known[value == 0]] = last
    return found


def hours_per_call(calls: np.ndarray, hours: np.ndarray, priority: np.ndarray, count: int) -> np.ndarray:
    """(n,) hours that a call takes: the account's own; where nobody calls, the mean of its class, or of all.

    Parameters
    ----------
    calls, hours : (n,) per year, NaN where missing.
    priority : (n,) class, -1 for none.
    count : number of classes.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        own = np.where((calls > 0) & (hours >= 0), hours / calls, np.nan)
    known = np.isfinite(own)
    whole = hours[known].sum() / calls[known].sum() if known.any() else np.nan
    for number in range(UNCLASSED, count):
        mine = known & (priority == number)
        mean = hours[mine].sum() / calls[mine].sum() if mine.any() else whole
        own[~known & (priority == number)] = mean
    return own


def by_class(
    priority: np.ndarray,
    classes: Sequence[PriorityClass],
    potential: np.ndarray,
    calls: np.ndarray,
    per_call: np.ndarray,
    *,
    territory: np.ndarray | None = None,
    names: Sequence[str] = (),
) -> pd.DataFrame:
    """Where selling time goes and where it should: one row for each class, or for each territory and class.

    Columns: ``territory`` (only with territories), ``priority`` (None: without a class), ``accounts``,
    ``accounts_pct``, ``potential``, ``potential_pct``, ``calls``, ``target_calls``, ``gap`` (calls wanted −
    calls today), ``hours``, ``hours_pct`` (share of the selling time of all classes, or of the territory),
    ``target_hours``, ``target_hours_pct`` and ``time_index`` = 100 · hours_pct / potential_pct: 100 is time
    in proportion to potential, above it the class gets more.

    Parameters
    ----------
    priority : (n,) class, -1 for none.
    potential, calls, per_call : (n,) per year and hours per call; what is missing counts nothing.
    territory : (n,) position in `names`, -1 for none.
    """
    n, count = len(priority), len(classes)
    given = territory is not None
    place = (
        np.zeros(n, dtype=int) if territory is None else np.where(territory == NOBODY, len(names), territory)
    )
    groups: list[str | None] = [*names, None] if given else [None]
    target = target_calls(priority, classes)
    # An account without a target keeps the calls that it has.
    wanted = np.where(np.isfinite(target), target, calls)
    columns = {
        "accounts": np.ones(n),
        "potential": np.maximum(np.nan_to_num(potential), 0.0),
        "calls": calls,
        "target_calls": wanted,
        "hours": calls * per_call,
        "target_hours": wanted * per_call,
    }
    row = place * (count + 1) + np.where(priority == UNCLASSED, count, priority)
    total = {
        name: np.bincount(row, np.nan_to_num(values), len(groups) * (count + 1)).reshape(-1, count + 1)
        for name, values in columns.items()
    }
    share = {name: percent(values, values.sum(axis=1, keepdims=True)) for name, values in total.items()}
    titles: list[str | None] = [*(one.name for one in classes), None]
    table = pd.DataFrame(
        {
            "territory": pd.Series([group for group in groups for _ in titles], dtype=object),
            "priority": pd.Series([title for _ in groups for title in titles], dtype=object),
            "accounts": total["accounts"].ravel().astype(int),
            "accounts_pct": share["accounts"].ravel(),
            "potential": total["potential"].ravel(),
            "potential_pct": share["potential"].ravel(),
            "calls": total["calls"].ravel(),
            "target_calls": total["target_calls"].ravel(),
            "gap": (total["target_calls"] - total["calls"]).ravel(),
            "hours": total["hours"].ravel(),
            "hours_pct": share["hours"].ravel(),
            "target_hours": total["target_hours"].ravel(),
            "target_hours_pct": share["target_hours"].ravel(),
            "time_index": percent(share["hours"], share["potential"]).ravel(),
        }
    )
    table = table[(table["accounts"] > 0) | table["priority"].notna()]
    if given:
        # A territory lists all classes; nobody's accounts only those that there are.
        return table[table["territory"].notna() | (table["accounts"] > 0)].reset_index(drop=True)
    return table.drop(columns="territory").reset_index(drop=True)


def target_calls(priority: np.ndarray, classes: Sequence[PriorityClass]) -> np.ndarray:
    """(n,) calls per year that the class of each account asks for, NaN without a class or a target."""
    return np.array([*(one.calls for one in classes), np.nan])[priority]


def misplaced(table: pd.DataFrame) -> float:
    """% of the selling time that would have to go to other classes to be in proportion to potential.

    Half the sum of |hours_pct − potential_pct| over the classes of :func:`by_class` (the dissimilarity of two
    distributions, Duncan and Duncan 1955); NaN without hours or potential.
    """
    apart = (table["hours_pct"] - table["potential_pct"]).abs()
    return float(apart.sum() / 2.0) if apart.notna().any() else float("nan")
