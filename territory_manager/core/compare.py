"""Two alignments of the same units: what changes hands, and who gains and loses by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from .targets import index_shares

NOBODY = -1


@dataclass(frozen=True, eq=False)
class Comparison:
    """Who had what before and who has it after.

    Attributes
    ----------
    territories : the territories of both alignments, k names.
    before, after : (n,) int, position in `territories`, -1 for unassigned.
    values : (n, m) float, measures without missing values; m may be 0.
    measure_names : m names.
    cost : (n,) float, what is lost when a unit changes hands, as a share of the whole: adds up to 1 (or 0).
    """

    territories: tuple[str, ...]
    before: np.ndarray
    after: np.ndarray
    values: np.ndarray
    measure_names: tuple[str, ...]
    cost: np.ndarray

    @property
    def changed(self) -> np.ndarray:
        """(n,) bool: units that are not where they were."""
        return self.before != self.after

    @property
    def lost(self) -> np.ndarray:
        """(n,) bool: units that somebody had and has no more. Only these disturb a relationship."""
        return self.changed & (self.before != NOBODY)

    @property
    def moved_units(self) -> int:
        """Number of units that are not where they were."""
        return int(np.count_nonzero(self.changed))

    @property
    def disruption(self) -> float:
        """Share, in %, of the disruption measure that somebody had and has no more."""
        return float(100.0 * self.cost[self.lost].sum())

    @cached_property
    def quantities(self) -> dict[str, np.ndarray]:
        """What is counted, by name: ``units``, then every measure; each (n,)."""
        columns = {"units": np.ones(len(self.before))}
        columns.update({name: self.values[:, place] for place, name in enumerate(self.measure_names)})
        return columns

    def summary(self) -> pd.DataFrame:
        """One row per territory, and a last one (None) where units were or are unassigned.

        Columns ``territory``; ``units_before``, ``units_gained``, ``units_lost``, ``units_after``; for every
        measure ``<field>_before``, ``<field>_gained``, ``<field>_lost``, ``<field>_after``; ``disruption``
        (what the territory loses, in % of the whole).
        """
        k = len(self.territories)
        loose = bool(((self.before == NOBODY) | (self.after == NOBODY)).any())
        rows = k + 1 if loose else k
        came, went, changed = self._row(self.after, k), self._row(self.before, k), self.changed
        data: dict[str, object] = {
            "territory": pd.Series([*self.territories, None][:rows], dtype=object),
        }
        for name, amounts in self.quantities.items():
            moved = np.where(changed, amounts, 0.0)
            kind = int if name == "units" else float
            for suffix, place, amount in (
                ("before", went, amounts),
                ("gained", came, moved),
                ("lost", went, moved),
                ("after", came, amounts),
            ):
                data[f"{name}_{suffix}"] = np.bincount(place, amount, k + 1)[:rows].astype(kind)
        disturbed = np.where(self.lost, 100.0 * self.cost, 0.0)
        data["disruption"] = np.bincount(went, disturbed, k + 1)[:rows]
        return pd.DataFrame(data)

    def matrix(self) -> pd.DataFrame:
        """What went from whom to whom: ``from``, ``to`` (None for unassigned), ``units``, every measure and
        ``disruption`` (%), largest disruption first. Only what changed."""
        k = len(self.territories)
        changed = np.flatnonzero(self.changed)
        key = self._row(self.before, k)[changed] * (k + 1) + self._row(self.after, k)[changed]
        found, group = np.unique(key, return_inverse=True)
        names = [*self.territories, None]
        data: dict[str, object] = {
            "from": pd.Series([names[place] for place in (found // (k + 1)).tolist()], dtype=object),
            "to": pd.Series([names[place] for place in (found % (k + 1)).tolist()], dtype=object),
        }
        for name, amounts in self.quantities.items():
            kind = int if name == "units" else float
            data[name] = np.bincount(group, amounts[changed], len(found)).astype(kind)
        disturbed = np.where(self.lost, 100.0 * self.cost, 0.0)[changed]
        data["disruption"] = np.bincount(group, disturbed, len(found))
        table = pd.DataFrame(data)
        return table.sort_values(
            ["disruption", "units"], ascending=False, kind="stable", ignore_index=True
        )

    @staticmethod
    def _row(labels: np.ndarray, k: int) -> np.ndarray:
        return np.where(labels == NOBODY, k, labels)


def compare(
    before: Sequence[str | None],
    after: Sequence[str | None],
    values: np.ndarray | None = None,
    measure_names: Sequence[str] = (),
    *,
    weights: Sequence[float] | None = None,
    disruption: np.ndarray | None = None,
) -> Comparison:
    """Compare two alignments of the same n units.

    Parameters
    ----------
    before, after : territory of every unit, None where unassigned.
    values : (n, m) measures, missing ones as 0.
    measure_names : m names.
    weights : of the measures in the index, default equal.
    disruption : (n,) what is lost when a unit changes hands; default the index, without measures the units.

    Raises
    ------
    ValueError
        When the lengths differ, or the disruption is negative or not a number.
    """
    n = len(before)
    if len(after) != n:
        raise ValueError(f"The alignments have {n} and {len(after)} units. Compare the same units.")
    table = np.zeros((n, 0)) if values is None else np.asarray(values, dtype=float).reshape(n, -1)
    if table.shape[1] != len(measure_names):
        raise ValueError(f"There are {table.shape[1]} measures but {len(measure_names)} measure names.")
    if disruption is None:
        cost = index_shares(table if table.shape[1] else np.ones((n, 1)), weights if table.shape[1] else None)
    else:
        cost = np.asarray(disruption, dtype=float)
        bad = np.flatnonzero(~np.isfinite(cost) | (cost < 0)) if cost.shape == (n,) else np.array([0])
        if len(bad):
            raise ValueError("The disruption must be one number of 0 or more for every unit.")
        cost = cost / cost.sum() if cost.sum() > 0 else np.zeros(n)
    codes, names = pd.factorize(pd.Series([*before, *after], dtype=object))
    order = sorted(range(len(names)), key=lambda place: str(names[place]))
    rank = np.empty(len(names) + 1, dtype=np.int64)
    rank[order] = np.arange(len(names))
    rank[-1] = NOBODY
    labels = rank[codes]
    return Comparison(
        tuple(names[place] for place in order), labels[:n], labels[n:], table, tuple(measure_names), cost
    )
