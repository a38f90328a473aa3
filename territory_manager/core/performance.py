"""How territories do: sales against quota, against the last period, against what is possible."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

NOBODY = -1
#: columns of the table that a field of the user must not take
COLUMNS = (
    "territory",
    "rep",
    "units",
    "rank",
    "sales",
    "sales_pct",
    "quota",
    "quota_pct",
    "attainment",
    "gap",
    "previous",
    "growth",
    "potential",
    "potential_pct",
    "penetration",
    "white_space",
    "potential_per_quota",
    "quota_fairness",
    "fair_quota",
    "quota_of_potential",
    "workload_hours",
    "sales_per_hour",
    "trend_pct",
    "sparkline",
)
_BARS = "▁▂▃▄▅▆▇█"
_NO_BAR = "·"


def percent(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """100 · part / whole; NaN where the whole is 0, negative or missing: there a share means nothing."""
    part, whole = np.asarray(part, dtype=float), np.asarray(whole, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, 100.0 * part / whole, np.nan)


def ranks(values: np.ndarray) -> np.ndarray:
    """Rank 1 for the highest; equal values share the better rank (1, 2, 2, 4). NaN where missing."""
    return pd.Series(np.asarray(values, dtype=float)).rank(ascending=False, method="min").to_numpy()


def trend(periods: np.ndarray) -> np.ndarray:
    """(k,) slope of the least-squares line through (k, p) periods, in % of their mean a period.

    Periods that are missing are left out; NaN with fewer than two, or where the mean is not above 0.
    """
    periods = np.asarray(periods, dtype=float)
    known = np.isfinite(periods)
    count = known.sum(axis=1)
    time = np.where(known, np.arange(periods.shape[1], dtype=float), 0.0)
    value = np.where(known, periods, 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean_time, mean = time.sum(axis=1) / count, value.sum(axis=1) / count
        shifted = np.where(known, time - mean_time[:, None], 0.0)
        slope = (shifted * value).sum(axis=1) / (shifted**2).sum(axis=1)
        found = 100.0 * slope / mean
    return np.where((count >= 2) & (mean > 0), found, np.nan)


def sparkline(periods: np.ndarray) -> list[str | None]:
    """(k,) a line of bars for each of (k, p) periods, from its lowest (▁) to its highest (█) value.

    Values that are all the same are bars of middle height, a missing one is a dot; None where none is known.
    A line of text says which way it goes, not how far: that is what `trend` is for. The form is that of Tufte
    2006, "Beautiful Evidence", in the block elements of Unicode.
    """
    lines: list[str | None] = []
    for row in np.asarray(periods, dtype=float):
        known = np.isfinite(row)
        if not known.any():
            lines.append(None)
            continue
        low, high = row[known].min(), row[known].max()
        share = np.full(len(row), 0.4)
        if high > low:
            share[known] = (row[known] - low) / (high - low)
        step = np.clip((share * len(_BARS)).astype(int), 0, len(_BARS) - 1)
        lines.append("".join(_BARS[bar] if there else _NO_BAR for bar, there in zip(step, known)))
    return lines


def totals(territory: np.ndarray, values: np.ndarray, k: int) -> np.ndarray:
    """(k + 1,) sum of `values` in each territory, the unassigned last; NaN where no unit of it has one."""
    row = np.where(territory == NOBODY, k, territory)
    known = np.isfinite(values)
    amount = np.bincount(row, np.where(known, values, 0.0), k + 1)
    some = np.bincount(row, known.astype(float), k + 1) > 0
    return np.where(some, amount, np.nan)


def performance(
    territory: np.ndarray,
    names: Sequence[str],
    *,
    sales: np.ndarray | None = None,
    potential: np.ndarray | None = None,
    previous: np.ndarray | None = None,
    hours: np.ndarray | None = None,
    unit_quota: np.ndarray | None = None,
    quota: np.ndarray | None = None,
    periods: Mapping[str, np.ndarray] | None = None,
    reps: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """One row per territory, and a last one (None) where units are unassigned.

    What is not given has no columns. Definitions, all of one territory:

    ``attainment`` 100 · sales / quota; ``gap`` sales − quota; ``growth`` 100 · (sales − previous) / previous;
    ``penetration`` 100 · sales / potential; ``white_space`` potential − sales; ``<what>_pct`` share of the
    whole; ``potential_per_quota`` potential / quota; ``quota_fairness`` 100 · (potential / quota of the
    territory) / (potential / quota of all that have a quota): 100 is fair, above it the quota is easier to
    make than elsewhere (Zoltners, Sinha and Lorimer 2006, "The Complete Guide to Sales Force Incentive
    Compensation", on opportunity-based quotas); ``fair_quota`` the sum of all quotas shared out by potential;
    ``quota_of_potential`` 100 · quota / potential: above 100 nobody can make it; ``sales_per_hour`` sales /
    workload hours; ``rank`` by attainment, without quotas by sales; ``trend_pct`` slope of the periods (see
    :func:`trend`); ``sparkline`` the same as a line of text (see :func:`sparkline`).

    Parameters
    ----------
    territory : (n,) position in `names`, -1 for none.
    sales, potential, previous, hours, unit_quota : (n,) of units, NaN where missing.
    quota : (k,) of territories, NaN where there is none; goes before `unit_quota`.
    periods : column → (n,), in the order of time.
    """
    k = len(names)
    loose = bool((territory == NOBODY).any())
    rows = k + 1 if loose else k
    titles: list[str | None] = [*names, None][:rows]
    row = np.where(territory == NOBODY, k, territory)
    reps = reps or {}
    table = pd.DataFrame(
        {
            "territory": pd.Series(titles, dtype=object),
            "rep": pd.Series([None if name is None else reps.get(name) for name in titles], dtype=object),
            "units": np.bincount(row, minlength=k + 1)[:rows],
        }
    )
    known: dict[str, np.ndarray] = {}
    for name, values in (
        ("sales", sales),
        ("quota", unit_quota),
        ("previous", previous),
        ("potential", potential),
        ("workload_hours", hours),
    ):
        if values is not None:
            known[name] = totals(territory, values, k)[:rows]
    if quota is not None:
        known["quota"] = np.append(np.asarray(quota, dtype=float), np.nan)[:rows]
    for name in ("sales", "quota", "previous", "potential", "workload_hours"):
        if name in known:
            table[name] = known[name]
            if name in ("sales", "quota", "potential"):
                table[f"{name}_pct"] = percent(known[name], np.nansum(known[name]))
    for name, values in ratios(known).items():
        table[name] = values
    for name, values in (periods or {}).items():
        table[name] = totals(territory, values, k)[:rows]
    if periods:
        columns = table[list(periods)].to_numpy()
        table["trend_pct"] = trend(columns)
        table["sparkline"] = pd.Series(sparkline(columns), dtype=object)
    by = "attainment" if "attainment" in table else "sales" if "sales" in table else None
    if by is not None:
        # The unassigned are nobody's performance.
        table.insert(3, "rank", np.append(ranks(table[by].to_numpy()[:k]), np.nan)[:rows])
    return table


def ratios(known: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """What compares two totals, as defined in :func:`performance`, as far as both of them are known.

    Parameters
    ----------
    known : ``sales``, ``quota``, ``previous``, ``potential`` and ``workload_hours``, each (k,), those that
        there are.
    """
    found: dict[str, np.ndarray] = {}
    if {"sales", "quota"} <= set(known):
        found["attainment"] = percent(known["sales"], known["quota"])
        found["gap"] = known["sales"] - known["quota"]
    if {"sales", "previous"} <= set(known):
        found["growth"] = percent(known["sales"] - known["previous"], known["previous"])
    if {"sales", "potential"} <= set(known):
        found["penetration"] = percent(known["sales"], known["potential"])
        found["white_space"] = known["potential"] - known["sales"]
    if {"potential", "quota"} <= set(known):
        per_quota = percent(known["potential"], known["quota"]) / 100.0
        found["potential_per_quota"] = per_quota
        both = np.isfinite(per_quota)
        whole = known["potential"][both].sum() / known["quota"][both].sum() if both.any() else np.nan
        found["quota_fairness"] = percent(per_quota, np.full(len(per_quota), whole))
        share = percent(known["potential"], np.full(len(both), known["potential"][both].sum())) / 100.0
        found["fair_quota"] = np.where(both, share * known["quota"][both].sum(), np.nan)
        found["quota_of_potential"] = percent(known["quota"], known["potential"])
    if {"sales", "workload_hours"} <= set(known):
        found["sales_per_hour"] = percent(known["sales"], known["workload_hours"]) / 100.0
    return found
