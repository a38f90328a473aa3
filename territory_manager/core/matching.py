"""From the rows of a table to units, by keys that have been through spreadsheets.

What spreadsheets and mailing lists do to keys: blanks around them, numbers instead of text (``1234.0``),
leading zeros lost (``1234`` for ``01234``), four more digits (``01234-5678``). A key is looked up as it
stands first; what is taken away from it then grows step by step, and a step counts only where it leads to
one key of the units and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .cells import unguard

#: steps of :func:`match_keys`: how a key was found
EXACT, TIDIED, ZIP4, ZEROS = range(4)
#: what became of a row
USED, EMPTY_KEY, EMPTY_TERRITORY, NO_UNIT, SEVERAL_UNITS, CONFLICT, PROPOSED = range(7)
#: what to do with a unit whose rows name different territories
NEITHER, FIRST, LAST = range(3)

_NOTHING = -1
# zero-width characters and byte order marks, which nobody sees and nobody means
_INVISIBLE = r"[\u200b-\u200d\u2060\ufeff\u00ad]"


@dataclass(frozen=True, eq=False)
class KeyMatch:
    """Which key of the units each row means.

    Attributes
    ----------
    keys : the different keys of the units, in the order in which they first occur.
    unit : (n,) int, position in `keys` of each unit's key, -1 where it has none.
    row : (r,) int, position in `keys` of what each row means, -1 for none.
    step : (r,) int, EXACT, TIDIED, ZIP4 or ZEROS; -1 where nothing was found.
    several : row → the keys between which it cannot be decided.
    """

    keys: list[str]
    unit: np.ndarray
    row: np.ndarray
    step: np.ndarray
    several: dict[int, list[str]]


@dataclass(frozen=True, eq=False)
class TableMatch:
    """What a table says about units.

    Attributes
    ----------
    territories : (n,) object, the territory of each unit, None where the table names none.
    outcome : (r,) int, USED, EMPTY_KEY, EMPTY_TERRITORY, NO_UNIT, SEVERAL_UNITS, CONFLICT, or PROPOSED, for a
        repaired key that was not accepted.
    keys : how the keys were matched.
    rivals : row → the other territories that rows for the same unit name; rows with CONFLICT only.
    """

    territories: np.ndarray
    outcome: np.ndarray
    keys: KeyMatch
    rivals: dict[int, list[str]]


def match_keys(
    unit_keys: Sequence[str | None], row_keys: Sequence[str | None], *, repair: bool = True
) -> KeyMatch:
    """Find the unit key that each row means.

    Parameters
    ----------
    unit_keys : n keys of the units, None where missing.
    row_keys : r keys of the rows, None where missing.
    repair : also look up keys of nine digits by the first five (ZIP+4), and keys of digits without regard to
        leading zeros. Without it only blanks, case, invisible characters and ``.0`` are overlooked.
    """
    wanted = pd.Series(row_keys, dtype=object)
    codes, found = pd.factorize(pd.Series(unit_keys, dtype=object))
    keys = pd.Series(found, dtype=object)
    row = np.full(len(wanted), _NOTHING, dtype=np.int64)
    step = np.full(len(wanted), _NOTHING, dtype=np.int8)
    several: dict[int, list[str]] = {}
    open_rows = wanted.notna().to_numpy()
    tidy_keys, tidy_wanted = tidied(keys), tidied(wanted)
    forms: list[tuple[int, pd.Series, pd.Series]] = [
        (EXACT, keys, wanted),
        (TIDIED, tidy_keys, tidy_wanted),
    ]
    if repair:
        forms.append((ZIP4, _five_digits(tidy_keys), _without_four(tidy_wanted)))
        forms.append((ZEROS, _without_zeros(tidy_keys), _without_zeros(tidy_wanted)))
    for number, of_units, of_rows in forms:
        position, rivals = _lookup(of_units, of_rows)
        unique = open_rows & (position >= 0)
        row[unique], step[unique] = position[unique], number
        unclear = np.flatnonzero(open_rows & rivals)
        if len(unclear):
            groups = keys.groupby(of_units).agg(list)
            several.update((int(place), groups[of_rows.iat[place]]) for place in unclear)
        open_rows &= ~unique & ~rivals
    return KeyMatch(keys.tolist(), codes, row, step, several)


def match_table(
    unit_keys: Sequence[str | None],
    row_keys: Sequence[str | None],
    row_territories: Sequence[str | None],
    *,
    repair: bool = True,
    accepted: Callable[[np.ndarray], np.ndarray] | None = None,
    conflicts: int = NEITHER,
) -> TableMatch:
    """Give units the territories that a table names.

    A key that stands in the table as it is outweighs one that had to be repaired. Where equally good rows
    name different territories for one unit, `conflicts` decides; every row that was not followed is told.

    Parameters
    ----------
    unit_keys : n keys of the units, None where missing.
    row_keys, row_territories : r keys and territories, None where missing.
    repair : see :func:`match_keys`.
    accepted : (r,) steps → (r,) bool, whether the key of a row may be repaired in that way; asked where the
        step is ZIP4 or ZEROS. Default: all of them.
    conflicts : NEITHER leaves such a unit without territory, FIRST and LAST follow that row.

    Raises
    ------
    ValueError
        When the columns of the table differ in length, or `conflicts` is none of the three.
    """
    if len(row_keys) != len(row_territories):
        raise ValueError(f"There are {len(row_keys)} keys but {len(row_territories)} territories.")
    if conflicts not in (NEITHER, FIRST, LAST):
        raise ValueError(f"There is no way {conflicts} to settle conflicts.")
    keys = match_keys(unit_keys, row_keys, repair=repair)
    named = pd.Series(row_territories, dtype=object)
    has_key = pd.Series(row_keys, dtype=object).notna().to_numpy()
    has_name = named.notna().to_numpy()
    outcome = np.full(len(named), USED, dtype=np.int8)
    if accepted is not None:
        outcome[(keys.step >= ZIP4) & ~accepted(keys.step)] = PROPOSED
    outcome[keys.row < 0] = NO_UNIT
    outcome[list(keys.several)] = SEVERAL_UNITS
    outcome[~has_name] = EMPTY_TERRITORY
    outcome[~has_key] = EMPTY_KEY

    chosen = np.full(len(keys.keys) + 1, None, dtype=object)  # the last one stands for units without key
    usable = np.flatnonzero(outcome == USED)
    table = pd.DataFrame(
        {
            "row": usable,
            "key": keys.row[usable],
            "territory": named.to_numpy()[usable],
            "guessed": keys.step[usable] >= ZIP4,
        }
    )
    best = table[table["guessed"] == table.groupby("key")["guessed"].transform("min")]
    per_key = best.groupby("key")["territory"]
    winners = per_key.last() if conflicts == LAST else per_key.first()
    if conflicts == NEITHER:
        winners = winners[per_key.nunique() == 1]
    chosen[winners.index.to_numpy(dtype=np.int64)] = winners.to_numpy()
    table["winner"] = chosen[table["key"].to_numpy(dtype=np.int64)]
    lost = table[(table["territory"] != table["winner"]).to_numpy(dtype=bool)]
    outcome[lost["row"].to_numpy(dtype=np.int64)] = CONFLICT
    rivals = {}
    if len(lost):
        disputed = table[table["key"].isin(lost["key"])]
        names = disputed.groupby("key")["territory"].agg(lambda column: list(dict.fromkeys(column)))
        rivals = {
            int(row): [name for name in names[key] if name != own]
            for row, key, own in zip(lost["row"], lost["key"], lost["territory"])
        }
    return TableMatch(chosen[keys.unit], outcome, keys, rivals)


def lookalikes(names: Sequence[str]) -> list[list[str]]:
    """Groups of names that differ in nothing but case, blanks or invisible characters."""
    column = pd.Series(list(dict.fromkeys(names)), dtype=object)
    if column.empty:
        return []
    return [group for group in column.groupby(tidied(column), sort=False).agg(list) if len(group) > 1]


def tidied(keys: pd.Series) -> pd.Series:
    """Keys without what nobody sees: blanks, case, invisible characters, marks of text, decimals that are
    nothing but zeros.

    >>> tidied(pd.Series([" 01234 ", "1234.0", '="01234"', "ab 1"])).tolist()
    ['01234', '1234', '01234', 'ab1']
    """
    text = keys.astype(object).where(keys.notna(), None)
    if text.isna().all():
        return text
    text = text.str.normalize("NFKC").str.replace(_INVISIBLE, "", regex=True)
    text = text.str.replace(r'^\s*="(.*)"\s*$', r"\1", regex=True)
    text = text.map(unguard, na_action="ignore").str.replace(r"^\s*'", "", regex=True)
    text = text.str.replace(r"\s+", "", regex=True).str.casefold()
    text = text.str.replace(r"^(\d+)[.,]0{1,2}$", r"\1", regex=True)
    return text.where(text != "", None)


def _where(text: pd.Series, pattern: str, change: Callable[[pd.Series], pd.Series]) -> pd.Series:
    """Changed text where it fits the pattern, None elsewhere."""
    if text.isna().all():
        return text
    return change(text).where(text.str.fullmatch(pattern, na=False).astype(bool), None)


def _five_digits(text: pd.Series) -> pd.Series:
    return _where(text, "[0-9]{5}", lambda column: column)


def _without_four(text: pd.Series) -> pd.Series:
    """The five digits of a ZIP+4; those before a hyphen may have lost their leading zeros."""
    return _where(
        text,
        "[0-9]{3,5}-[0-9]{4}|[0-9]{9}",
        lambda column: column.str.replace("-.*|(?<=^.{5})[0-9]{4}$", "", regex=True).str.zfill(5),
    )


def _without_zeros(text: pd.Series) -> pd.Series:
    return _where(text, "[0-9]+", lambda column: column.str.lstrip("0").replace("", "0"))


def _lookup(of_units: pd.Series, of_rows: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """(r,) position of the only unit key of the same form, -1 for none; (r,) whether there are several."""
    known = of_units[of_units.notna()]
    twice = known.duplicated(keep=False)
    single = known[~twice]
    positions = pd.Series(single.index.to_numpy(), index=single.to_numpy(), dtype=np.int64)
    found = of_rows.map(positions).fillna(_NOTHING).to_numpy(dtype=np.int64)
    rivals = of_rows.isin(known[twice]).to_numpy() & of_rows.notna().to_numpy()
    return found, rivals
