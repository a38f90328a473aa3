"""Last year's alignment on this year's units: where units were split, merged or renumbered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

#: by what a unit was placed
NOTHING, AREA, ACCOUNTS = range(3)
_EQUAL = 1e-9


@dataclass(frozen=True, eq=False)
class Carryover:
    """What the old units say about the new ones.

    Attributes
    ----------
    owner : (n,) int, the label each unit gets, -1 where nothing is known.
    share : (n,) float, the owner's part of what is known of the unit, 0 to 1; NaN where nothing is.
    other : (n,) int, the label with the next largest part, -1 for none.
    other_share : (n,) float, its part; 0 for none.
    evidence : (n,) int, AREA, ACCOUNTS or NOTHING.
    """

    owner: np.ndarray
    share: np.ndarray
    other: np.ndarray
    other_share: np.ndarray
    evidence: np.ndarray

    def uncertain(self, certain: float) -> np.ndarray:
        """(n,) bool: units whose owner has less than the part `certain` (0 to 1), or of which nothing is
        known."""
        return ~(self.share >= certain - _EQUAL)


def account_shares(new_unit: np.ndarray, label: np.ndarray, weight: np.ndarray) -> pd.DataFrame:
    """What part of each new unit's accounts lay in each old territory.

    Parameters
    ----------
    new_unit : (a,) int, the new unit in which each account lies, -1 for none.
    label : (a,) int, the territory of the old unit in which it lies, -1 for none.
    weight : (a,) float, 0 or more; missing ones (NaN) count nothing.

    Returns
    -------
    Columns ``unit``, ``name`` and ``share``, sorted by unit and name.

    Raises
    ------
    ValueError
        When a weight is negative.
    """
    if (weight < 0).any():
        raise ValueError("The weight of an account must be 0 or more.")
    known = (new_unit >= 0) & (label >= 0) & (weight > 0)
    table = pd.DataFrame({"unit": new_unit[known], "name": label[known], "share": weight[known]})
    table = table.groupby(["unit", "name"], as_index=False, sort=True)["share"].sum()
    table["share"] /= table.groupby("unit")["share"].transform("sum")
    return table


def carry_over(n: int, areas: pd.DataFrame, accounts: pd.DataFrame | None = None) -> Carryover:
    """Give each of n units the territory that the largest part of it had.

    Parameters
    ----------
    n : number of new units.
    areas : ``unit``, ``name``, ``share`` of the area (:func:`.overlay.overlaps`).
    accounts : the same of the accounts (:func:`account_shares`); where a unit has any, they decide.
    """
    evidence = np.full(n, NOTHING, dtype=np.int8)
    evidence[areas["unit"].to_numpy(dtype=np.int64)] = AREA
    table = areas
    if accounts is not None:
        decided = accounts["unit"].to_numpy(dtype=np.int64)
        evidence[decided] = ACCOUNTS
        table = pd.concat([areas[~areas["unit"].isin(decided)], accounts], ignore_index=True)
    # New land beside the old units says nothing for anybody, and overlapping old units no more than all.
    parts = table.assign(share=table["share"] / table.groupby("unit")["share"].transform("sum"))
    parts = parts.assign(rank=-parts["share"].round(9)).sort_values(["unit", "rank", "name"])
    place = parts.groupby("unit").cumcount().to_numpy()
    owner, other = np.full(n, -1, dtype=np.int64), np.full(n, -1, dtype=np.int64)
    share, other_share = np.full(n, np.nan), np.zeros(n)
    for rank, labels, amounts in ((0, owner, share), (1, other, other_share)):
        chosen = parts[place == rank]
        unit = chosen["unit"].to_numpy(dtype=np.int64)
        labels[unit], amounts[unit] = chosen["name"], chosen["share"]
    return Carryover(owner, share, other, other_share, evidence)
