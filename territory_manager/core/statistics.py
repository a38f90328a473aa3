"""Balance, compactness and pieces of an alignment: one table and one line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from .ledger import Ledger
from .targets import Targets

_FIXED_COLUMNS = (
    "territory",
    "rep",
    "units",
    "index_pct",
    "index_dev",
    "balanced",
    "area_km2",
    "perimeter_km",
    "compactness",
    "pieces",
)
# Deviations are compared with the tolerance in floating point; a plan exactly on the line is within it.
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Balance:
    """The balance of a whole alignment.

    Attributes
    ----------
    count : number of territories.
    max_deviation : largest absolute deviation of the balanced quantity, in %; NaN when nothing has a target.
    balance_index : 100 − the mean absolute deviation in %, at least 0; 100 is perfect balance.
    unassigned : number of unassigned units.
    extra_pieces : pieces beyond one per territory.
    worst : name of the territory with the largest deviation, "" when there is none.
    in_tolerance : number of territories within tolerance.
    """

    count: int
    max_deviation: float
    balance_index: float
    unassigned: int
    extra_pieces: int
    worst: str
    in_tolerance: int


@dataclass(frozen=True)
class _Deviations:
    of_measures: np.ndarray
    of_index: np.ndarray
    balanced_quantity: np.ndarray
    within: np.ndarray


def measure_columns(measure_names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the columns with the measures' totals: the field, or ``<field>_total`` where the table's own
    columns need the name."""
    return tuple(f"{name}_total" if name in _FIXED_COLUMNS else name for name in measure_names)


def deviations(totals: np.ndarray, targets: np.ndarray) -> np.ndarray:
    """Deviation 100 · (total − target) / target in %; 0 where both are 0, infinite where only the target
    is.
    """
    totals, targets = np.asarray(totals, dtype=float), np.asarray(targets, dtype=float)
    missed = totals - targets
    with np.errstate(divide="ignore", invalid="ignore"):
        relative = 100.0 * missed / targets
    return np.where(targets == 0, np.where(totals == 0, 0.0, np.inf), relative)


def compactness(areas: np.ndarray, perimeters: np.ndarray) -> np.ndarray:
    """Polsby-Popper compactness 4πA/P², 0 to 1, NaN without an outline.

    Polsby and Popper 1991, "The third criterion: compactness as a procedural safeguard against partisan
    gerrymandering", Yale Law & Policy Review 9.

    Parameters
    ----------
    areas : m².
    perimeters : m.
    """
    areas, perimeters = np.asarray(areas, dtype=float), np.asarray(perimeters, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = 4.0 * np.pi * areas / perimeters**2
    return np.where(perimeters > 0, np.minimum(ratio, 1.0), np.nan)


def _shares(ledger: Ledger, targets: Targets) -> np.ndarray:
    return targets.shares_of(ledger.territories)


def _deviations(ledger: Ledger, targets: Targets) -> _Deviations:
    shares = _shares(ledger, targets)
    totals, index = ledger.totals, ledger.index
    grand = ledger.grand_totals
    of_measures = deviations(totals, shares[:, None] * grand[None, :])
    whole = float(index.sum() + ledger.unassigned_index)
    of_index = deviations(index, shares * whole)
    if targets.each_measure:
        worst = np.abs(of_measures).argmax(axis=1)
        quantity = of_measures[np.arange(len(of_measures)), worst]
    else:
        quantity = of_index
    within = np.abs(quantity) <= 100.0 * targets.tolerance + _ROUNDING
    return _Deviations(of_measures, of_index, quantity, within)


def statistics(ledger: Ledger, targets: Targets, reps: Mapping[str, str] | None = None) -> pd.DataFrame:
    """One row per territory, and a last row with territory None when there are unassigned units.

    Parameters
    ----------
    ledger : an `Alignment`, or the `Preview` of a move.
    targets : what the territories should get, matched by name; a territory without a target has share 0.
    reps : rep of each territory, by the territory's name.

    Returns
    -------
    Columns ``territory``, ``rep``, ``units``; for every measure ``<field>`` (total), ``<field>_pct`` (share
    of the total of all units, %) and ``<field>_dev`` (deviation from the target, %); ``index_pct``,
    ``index_dev`` (%), ``balanced`` (True or False), ``area_km2``, ``perimeter_km``, ``compactness``
    (Polsby-Popper, 0 to 1), ``pieces``. What is unassigned has no deviation (NaN) and no ``balanced``
    (None). A measure that is called like one of these columns has its total in ``<field>_total``.
    """
    reps = reps or {}
    found = _deviations(ledger, targets)
    loose = ledger.unassigned_count > 0

    def column(assigned: Any, unassigned: Any) -> list[Any]:
        return [*np.asarray(assigned).tolist(), unassigned] if loose else np.asarray(assigned).tolist()

    names: list[str | None] = [*ledger.territories, None] if loose else [*ledger.territories]
    data: dict[str, Any] = {
        "territory": pd.Series(names, dtype=object),
        "rep": pd.Series([None if name is None else reps.get(name) for name in names], dtype=object),
        "units": column(ledger.counts, ledger.unassigned_count),
    }
    totals, missing, grand = ledger.totals, ledger.unassigned_totals, ledger.grand_totals
    percent = np.divide(100.0, grand, out=np.zeros_like(grand), where=grand != 0)
    for place, (field, title) in enumerate(
        zip(ledger.units.measure_names, measure_columns(ledger.units.measure_names))
    ):
        data[title] = column(totals[:, place], missing[place])
        data[f"{field}_pct"] = column(totals[:, place] * percent[place], missing[place] * percent[place])
        data[f"{field}_dev"] = column(found.of_measures[:, place], np.nan)
    areas, perimeters = ledger.areas, ledger.perimeters
    data["index_pct"] = column(100.0 * ledger.index, 100.0 * ledger.unassigned_index)
    data["index_dev"] = column(found.of_index, np.nan)
    data["balanced"] = pd.Series(column(found.within, None), dtype=object)
    data["area_km2"] = column(areas / 1e6, ledger.unassigned_area / 1e6)
    data["perimeter_km"] = column(perimeters / 1e3, ledger.unassigned_perimeter / 1e3)
    data["compactness"] = column(
        compactness(areas, perimeters),
        float(compactness(np.array(ledger.unassigned_area), np.array(ledger.unassigned_perimeter))),
    )
    data["pieces"] = column(ledger.pieces, ledger.unassigned_pieces if loose else 0)
    return pd.DataFrame(data)


def balance(ledger: Ledger, targets: Targets) -> Balance:
    """The balance of the whole, from the same numbers as `statistics` but without the table."""
    found = _deviations(ledger, targets)
    missed = np.abs(found.balanced_quantity)
    k = ledger.k
    return Balance(
        count=k,
        max_deviation=float(missed.max()) if k else float("nan"),
        balance_index=float(max(0.0, 100.0 - missed.mean())) if k else float("nan"),
        unassigned=ledger.unassigned_count,
        extra_pieces=ledger.extra_pieces,
        worst=ledger.territories[int(missed.argmax())] if k else "",
        in_tolerance=int(np.count_nonzero(found.within)),
    )
