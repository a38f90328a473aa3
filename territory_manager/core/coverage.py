"""Coverage: the capacity of the reps against the workload that they can reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from .adjacency import Adjacency
from .hotspots import smoothed_ratio
from .performance import percent

UNDER, WELL, OVER = "under", "well", "over"
_FLAT = 1e-9


@dataclass(frozen=True)
class Candidate:
    """A place for one more rep.

    Attributes
    ----------
    unit : position of the unit.
    hours : workload, not covered so far, that a rep living there would take on.
    fte : the same in reps.
    distance : mean distance to that workload, m.
    units : number of units it lies in.
    """

    unit: int
    hours: float
    fte: float
    distance: float
    units: int


@dataclass(frozen=True, eq=False)
class Coverage:
    """How well units are served.

    Attributes
    ----------
    need : (n,) hours of work in each unit, whoever it belongs to; what is missing or negative counts 0.
    supplied : (n,) hours of capacity that the work in the unit can count on.
    raw : (n,) 100 · supplied / need, NaN without work.
    smooth : (n,) the same over each unit and its neighbours.
    kind : (n,) object, "under", "well" or "over"; None where there is no work around.
    asked : (m,) hours of each piece of work: that of each unit, or of each account.
    reached : (m,) hours of capacity that the piece can count on.
    territory : (m,) position of the territory that the piece belongs to, -1 for none; None where whoever
        reaches it serves it.
    """

    need: np.ndarray
    supplied: np.ndarray
    raw: np.ndarray
    smooth: np.ndarray
    kind: np.ndarray
    asked: np.ndarray
    reached: np.ndarray
    territory: np.ndarray | None

    @property
    def percent(self) -> float | None:
        """% of all work that capacity covers, in a unit or not; None without work."""
        asked = float(self.asked.sum())
        return 100.0 * float(self.reached.sum()) / asked if asked > 0 else None


def cover(
    xy: np.ndarray,
    workload: np.ndarray,
    capacity: np.ndarray,
    homes: np.ndarray,
    territory: np.ndarray | None,
    adjacency: Adjacency,
    *,
    reach: float | None = None,
    rounds: int = 1,
    tolerance: float = 10.0,
    away: np.ndarray | None = None,
    unit: np.ndarray | None = None,
) -> Coverage:
    """How well the reps' capacity covers the work of every unit.

    Work comes in m pieces: one for each unit, or with `unit` one for each account. A unit can hold work of
    several territories then, and accounts that belong elsewhere by name use the capacity of their owner.

    Parameters
    ----------
    xy, homes, territory, reach, away : see :func:`catchments`, of the pieces of work.
    workload : (m,) hours, NaN or negative counts nothing.
    capacity : (k,) hours.
    adjacency : of the units; over whom coverage is smoothed.
    rounds : how many rings of neighbours it looks at; 0 for none.
    tolerance : % by which well served may differ from 100.
    unit : (m,) position of the unit that each piece of work lies in, -1 for none; None: the pieces are the
        units.
    """
    asked = _need(workload)
    reached = supply(asked, capacity, catchments(xy, homes, territory, reach, away))
    need, supplied = asked, reached
    if unit is not None:
        inside = unit >= 0
        need, supplied = (
            np.bincount(unit[inside], hours[inside], adjacency.n).astype(float) for hours in (asked, reached)
        )
    smooth = 100.0 * smoothed_ratio(supplied, need, adjacency, rounds)
    raw = 100.0 * smoothed_ratio(supplied, need, adjacency, 0)
    return Coverage(need, supplied, raw, smooth, classify(smooth, tolerance), asked, reached, territory)


def by_territory(
    found: Coverage, territory: np.ndarray, capacity: np.ndarray, hours_of_rep: float, tolerance: float
) -> dict[str, np.ndarray]:
    """Coverage of whole territories, k + 1 rows, the last one that of work without a territory.

    Columns ``workload_hours``, ``capacity_hours``, ``reached_hours`` (of the capacity), ``coverage`` (%),
    ``class`` and ``reps_missing``: in reps of `hours_of_rep`, spare ones negative.

    Parameters
    ----------
    territory : (m,) position of the territory that each piece of work belongs to, -1 for none.
    capacity : (k,) hours.
    """
    k = len(capacity)
    row = np.where(territory < 0, k, territory)
    asked = np.bincount(row, found.asked, k + 1)
    supplied = np.bincount(row, found.reached, k + 1)
    offered = np.append(np.nan_to_num(np.asarray(capacity, dtype=float)), 0.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        covered = np.where(asked > 0, 100.0 * supplied / asked, np.nan)
    return {
        "workload_hours": asked,
        "capacity_hours": offered,
        "reached_hours": supplied,
        "coverage": covered,
        "class": classify(covered, tolerance),
        "reps_missing": reps_missing(asked, offered, hours_of_rep),
    }


def catchments(
    xy: np.ndarray,
    homes: np.ndarray,
    territory: np.ndarray | None,
    reach: float | None,
    away: np.ndarray | None = None,
) -> np.ndarray:
    """(n, k) bool: which units, or accounts, each rep serves.

    Parameters
    ----------
    xy : (n, 2) m, NaN rows without a place; in a territory of its own such work is in reach.
    homes : (k, 2) m, NaN rows without a home; such a rep reaches everything.
    territory : (n,) position of the unit's territory, -1 for none: only its own rep serves a unit. None:
        every rep who reaches it does.
    reach : m, or in the unit of `away`; None for no limit.
    away : (n, k) how far each unit is from each home, such as minutes by road; NaN is out of reach. None: the
        straight distance in m.
    """
    n, k = len(xy), len(homes)
    serves = np.ones((n, k), dtype=bool)
    if territory is not None:
        serves = np.asarray(territory)[:, None] == np.arange(k)[None, :]
        if reach is not None:
            unit, rep = np.nonzero(serves)
            away = np.hypot(*(xy[unit] - homes[rep]).T)
            with np.errstate(invalid="ignore"):
                serves[unit, rep] = ~(away > reach)  # not known, too, where there is no home or no place
    elif reach is not None:
        if away is None:
            away = np.hypot(xy[:, None, 0] - homes[None, :, 0], xy[:, None, 1] - homes[None, :, 1])
        homeless = ~np.isfinite(homes).all(axis=1)
        with np.errstate(invalid="ignore"):
            serves &= (away <= reach) | homeless[None, :]
    return serves


def supply(workload: np.ndarray, capacity: np.ndarray, serves: np.ndarray) -> np.ndarray:
    """Hours of capacity that each unit can count on, by two-step floating catchment areas.

    Each rep's capacity is shared out over the units served in proportion to their workload; a unit adds up
    what it gets from all reps. Luo and Wang 2003, "Measures of spatial accessibility to health care in a GIS
    environment", Environment and Planning B 30.

    Parameters
    ----------
    workload : (n,) hours, NaN or negative counts nothing.
    capacity : (k,) hours.
    serves : (n, k) bool.

    Returns
    -------
    (n,) hours. A rep without any workload within reach gives nothing to anybody.
    """
    need = _need(workload)
    offered = np.nan_to_num(np.asarray(capacity, dtype=float))
    reached = need @ serves
    each = np.divide(offered, reached, out=np.zeros(len(offered)), where=reached > 0)
    return need * (serves @ each)


def classify(coverage: np.ndarray, tolerance: float) -> np.ndarray:
    """(n,) object: "under", "well" or "over"; None where there is no coverage.

    Parameters
    ----------
    coverage : % of the workload that capacity covers.
    tolerance : % by which it may differ from 100.
    """
    if not tolerance >= 0:
        raise ValueError(f"The tolerance must be 0 or more, not {tolerance}.")
    coverage = np.asarray(coverage, dtype=float)
    found = np.full(len(coverage), None, dtype=object)
    known = np.isfinite(coverage)
    found[known] = WELL
    with np.errstate(invalid="ignore"):
        found[coverage < 100.0 - tolerance - _FLAT] = UNDER
        found[coverage > 100.0 + tolerance + _FLAT] = OVER
    return found


def reps_missing(workload: np.ndarray, capacity: np.ndarray, hours_of_rep: float) -> np.ndarray:
    """Reps in full-time equivalents that are missing (positive) or spare (negative): (workload − capacity) /
    hours of one rep."""
    if not hours_of_rep > 0:
        raise ValueError("A rep needs more than 0 hours a year. Raise working hours or selling share.")
    return (np.nan_to_num(workload) - np.nan_to_num(capacity)) / hours_of_rep


def candidate_homes(
    xy: np.ndarray,
    uncovered: np.ndarray,
    hours_of_rep: float,
    *,
    reach: float | None = None,
    count: int = 5,
    considered: int = 400,
    cancelled: Callable[[], bool] | None = None,
) -> list[Candidate]:
    """Where to put the next reps, the best first; each takes the workload nearest to home that nobody covers.

    Greedy, each place after the ones before it (Church and ReVelle 1974, "The maximal covering location
    problem", Papers of the Regional Science Association 32): the place from which a rep takes on most hours;
    among equals, that with the shortest mean distance to them.

    Parameters
    ----------
    xy : (n, 2) m, NaN rows are no candidates.
    uncovered : (n,) hours that no capacity covers.
    hours_of_rep : what one rep can take on in a year.
    reach : m from home; None for no limit.
    count : how many places at most.
    considered : only so many units with the most uncovered hours around are looked at.
    cancelled : asked in between; once it says yes, what was found so far comes back.
    """
    left = np.where(np.isfinite(xy).all(axis=1), _need(uncovered), 0.0)
    found: list[Candidate] = []
    while len(found) < count and left.sum() > 1e-6 * hours_of_rep:
        open_units = np.flatnonzero(left > 0)
        tried = open_units[np.argsort(-left[open_units], kind="stable")[:considered]]
        best: tuple[tuple[float, float], int, np.ndarray, np.ndarray] | None = None
        for place in tried.tolist():
            if cancelled is not None and cancelled():
                return found
            away = np.hypot(*(xy[open_units] - xy[place]).T)
            inside = np.flatnonzero(away <= reach) if reach is not None else np.arange(len(open_units))
            order = inside[np.argsort(away[inside], kind="stable")]
            before = np.cumsum(left[open_units[order]])
            taken = np.clip(hours_of_rep - (before - left[open_units[order]]), 0.0, left[open_units[order]])
            hours = float(taken.sum())
            mean = float(taken @ away[order] / hours)
            score = (-round(hours / hours_of_rep, 3), mean)
            if best is None or score < best[0]:
                best = (score, place, open_units[order], taken)
        if best is None:
            break
        (_, mean), place, units, taken = best
        hours = float(taken.sum())
        found.append(Candidate(place, hours, hours / hours_of_rep, mean, int(np.count_nonzero(taken))))
        left[units] = np.maximum(left[units] - taken, 0.0)
    return found


def white_space(potential: np.ndarray, sales: np.ndarray) -> np.ndarray:
    """Potential − sales; NaN where either is missing, negative where more is sold than was thought
    possible."""
    return np.asarray(potential, dtype=float) - np.asarray(sales, dtype=float)


def white_space_by(groups: Sequence[str | None], potential: np.ndarray, sales: np.ndarray) -> pd.DataFrame:
    """White space of groups, such as segments: one row for each, the most white space first.

    Columns ``group`` (None: without one, last), ``units``, ``potential``, ``potential_pct``, ``sales``,
    ``sales_pct``, ``penetration`` = 100 · sales / potential, ``white_space`` = potential − sales and
    ``white_space_pct``, its share of all white space. Only units of which both potential and sales are known
    count in them; ``not_known`` is the number of the others.

    Parameters
    ----------
    groups : (n,) the group of each unit.
    potential, sales : (n,) NaN where missing.
    """
    both = np.isfinite(potential) & np.isfinite(sales)
    rows = pd.DataFrame(
        {
            "group": pd.Series(list(groups), dtype=object),
            "units": 1,
            "potential": np.where(both, potential, 0.0),
            "sales": np.where(both, sales, 0.0),
            "not_known": (~both).astype(int),
        }
    )
    table = rows.groupby("group", dropna=False, sort=True).sum().reset_index()
    table["group"] = table["group"].astype(object).where(table["group"].notna(), None)
    table["white_space"] = table["potential"] - table["sales"]
    for name in ("potential", "sales", "white_space"):
        table[f"{name}_pct"] = percent(table[name].to_numpy(), np.full(len(table), table[name].sum()))
    table["penetration"] = percent(table["sales"].to_numpy(), table["potential"].to_numpy())
    table["last"] = table["group"].isna()
    table = table.sort_values(["last", "white_space"], ascending=[True, False], kind="stable")
    names = ["group", "units", "potential", "potential_pct", "sales", "sales_pct", "penetration"]
    return table[[*names, "white_space", "white_space_pct", "not_known"]].reset_index(drop=True)


def _need(workload: np.ndarray) -> np.ndarray:
    workload = np.nan_to_num(np.asarray(workload, dtype=float))
    return np.where(workload > 0, workload, 0.0)
