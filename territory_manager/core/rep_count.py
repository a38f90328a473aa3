"""How many reps, and where: real plans for several numbers of reps, side by side.

A plan is built for each number by the solver, first balanced on the hours of calls; then every new rep lives
where the ways to the calls of the territory are shortest, travel is computed from there, and the plan is
built anew, balanced on calls and travel, until that is within tolerance, three times at most (location and
allocation in turns: Cooper 1964, "Heuristic methods for location-allocation problems", SIAM Review 6).
Workload-based sizing of a sales force: Talley 1961, "How to design sales territories", Journal of Marketing
25.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Callable

import numpy as np
import pandas as pd

from .adjacency import Adjacency
from .coverage import candidate_homes
from .rep_placement import best_home, kept_homes, left_over, sliced
from .solve.build import build
from .solve.problem import Problem
from .targets import Targets, territory_codes
from .work_ledger import Stops
from .workload import Travel, TravelModel, centres, travel

_ROUNDS = 3


@dataclass(frozen=True, eq=False)
class Staff:
    """The reps that there are, and what one more could take on.

    Attributes
    ----------
    names : r names of today's reps.
    homes : (r, 2) m, NaN rows where unknown; they stay where they are.
    capacity : (r,) hours a year for calls and travel.
    hours_of_rep : the same of a new rep.
    """

    hours_of_rep: float
    names: Sequence[str] = ()
    homes: np.ndarray = field(default_factory=lambda: np.empty((0, 2)))
    capacity: np.ndarray = field(default_factory=lambda: np.empty(0))

    def __post_init__(self) -> None:
        if not (np.isfinite(self.hours_of_rep) and self.hours_of_rep > 0):
            raise ValueError("A rep needs more than 0 hours a year. Raise working hours or selling share.")

    def hours(self, kept: np.ndarray, count: int) -> np.ndarray:
        """(count,) capacity: of those kept, then of new reps."""
        own = np.nan_to_num(np.asarray(self.capacity, dtype=float)[kept])
        # A vacancy gets what a new rep would have: somebody is to serve the territory.
        own = np.where(own > 0, own, self.hours_of_rep)
        return np.concatenate([own, np.full(count - len(kept), self.hours_of_rep)])


@dataclass(frozen=True)
class Settings:
    """How plans are built.

    Attributes
    ----------
    model : how reps travel.
    tolerance : fraction by which the workload of a rep may differ from the share of their capacity.
    contiguous : every territory in one piece.
    seed : of the solver.
    time_limit : seconds for each plan.
    """

    model: TravelModel = field(default_factory=TravelModel)
    tolerance: float = 0.1
    contiguous: bool = True
    seed: int = 1
    time_limit: float = 60.0


@dataclass(frozen=True, eq=False)
class RepPlan:
    """A plan for a number of reps.

    Attributes
    ----------
    names : k territories: today's reps that are kept, then new ones.
    labels : (n,) territory of each stop.
    homes : (k, 2) m.
    home_unit : (k,) the stop where a new rep lives, -1 for reps that stay where they are.
    capacity : (k,) hours.
    workload : (k,) hours of calls and travel.
    way : travel of each stop.
    feasible : the solver kept every constraint, balance included.
    message : the solver's words.
    """

    names: tuple[str, ...]
    labels: np.ndarray
    homes: np.ndarray
    home_unit: np.ndarray
    capacity: np.ndarray
    workload: np.ndarray
    way: Travel
    feasible: bool
    message: str

    @property
    def k(self) -> int:
        """Number of reps."""
        return len(self.names)

    @property
    def enough(self) -> bool:
        """Whether all capacity together covers all workload."""
        return bool(self.workload.sum() <= self.capacity.sum() * (1.0 + 1e-9))


def plan_for(
    count: int,
    stops: Stops,
    adjacency: Adjacency,
    staff: Staff,
    settings: Settings | None = None,
    *,
    names: np.ndarray | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> RepPlan:
    """The plan for a number of reps.

    Parameters
    ----------
    count : reps, 1 or more.
    stops : accounts or units, all with a place.
    adjacency : of the stops, connected.
    names : (n,) how messages call a stop.

    Raises
    ------
    ValueError
        There are fewer stops than reps, or nobody is called on.
    """
    settings = settings or Settings()
    if not 1 <= count <= stops.n:
        raise ValueError(f"{count} reps cannot share {stops.n} units. Choose between 1 and {stops.n}.")
    need = np.maximum(np.nan_to_num(stops.hours), 0.0)
    if not need.sum() > 0:
        raise ValueError("There are no hours of calls at all. Choose fields with calls and minutes.")
    kept = np.arange(len(staff.names))
    if count < len(kept):
        kept = kept_homes(stops.xy, stops.calls, np.asarray(staff.homes, float).reshape(-1, 2), count)
    capacity = staff.hours(kept, count)
    homes = np.full((count, 2), np.nan)
    homes[: len(kept)] = np.asarray(staff.homes, dtype=float).reshape(-1, 2)[kept]
    stay = np.isfinite(homes).all(axis=1)
    if stay.any() and not stay.all():
        left = left_over(stops.xy, need, homes, capacity)
        places = candidate_homes(stops.xy, left, staff.hours_of_rep, count=int((~stay).sum()))
        for row, place in zip(np.flatnonzero(~stay).tolist(), places):
            homes[row] = stops.xy[place.unit]
    titles = _titles([staff.names[row] for row in kept.tolist()], count)
    targets = Targets.by_capacity(titles, capacity, settings.tolerance)

    def solve(values: np.ndarray, centres: np.ndarray):
        problem = Problem(
            stops.xy,
            values,
            adjacency,
            targets,
            contiguous=settings.contiguous,
            homes=centres if np.isfinite(centres).any() else None,
            names=names,
            measure_names=("workload",),
        )
        limit = settings.time_limit / _ROUNDS
        return build(problem, seed=settings.seed, time_limit=limit, cancelled=cancelled)

    hours, centres_now = need, homes
    tried: list[tuple[float, int, RepPlan]] = []
    for turn in range(_ROUNDS):
        found = solve(hours, centres_now)
        centres_now, home_unit = _settled(stops, found.labels, homes, stay)
        way = _way(stops, found.labels, centres_now, settings.model)
        hours = need + np.nan_to_num(way.hours)
        work = np.bincount(np.where(found.labels < 0, count, found.labels), hours, count + 1)[:count]
        apart = float(np.abs(_relative(work, capacity)).max())
        plan = RepPlan(
            titles,
            found.labels,
            centres_now,
            home_unit,
            capacity,
            work,
            way,
            found.feasible,
            found.message,
        )
        tried.append((apart, turn, plan))
        if apart <= settings.tolerance or (cancelled is not None and cancelled()):
            break
    return min(tried)[2]


def _relative(work: np.ndarray, capacity: np.ndarray) -> np.ndarray:
    """How far each utilisation is from that of all, as a fraction of it."""
    return work / capacity / (work.sum() / capacity.sum()) - 1.0


def _settled(
    stops: Stops, labels: np.ndarray, homes: np.ndarray, stay: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Homes with every new rep at the best place of the territory, and which stop that is."""
    homes, unit = homes.copy(), np.full(len(homes), -1, dtype=np.int64)
    for row in np.flatnonzero(~stay).tolist():
        mine = np.flatnonzero(labels == row)
        place = best_home(stops.xy[mine], stops.calls[mine]) if len(mine) else -1
        if place >= 0:
            unit[row] = mine[place]
            homes[row] = stops.xy[unit[row]]
    return homes, unit


def _way(stops: Stops, labels: np.ndarray, homes: np.ndarray, model: TravelModel) -> Travel:
    return travel(stops.xy, stops.calls, labels, homes, model, areas=stops.areas, accounts=stops.accounts)


def _titles(kept: Sequence[str], count: int) -> tuple[str, ...]:
    taken = set(kept)
    fresh = [code for code in territory_codes(count + len(taken)) if code not in taken]
    return (*kept, *fresh[: count - len(kept)])


def fewest(stops: Stops, staff: Staff, plan: Callable[[int], RepPlan], start: int = 1) -> int:
    """The fewest reps whose capacity covers the workload, travel included; at most one for each stop.

    More reps have shorter ways, so the number is raised until the plan for it is covered, and lowered again
    while the plan for one less is covered as well.

    Parameters
    ----------
    plan : number of reps → plan; asked for a number again, it should remember.
    start : where to begin.
    """
    count = min(max(1, start), stops.n)
    while count < stops.n and not plan(count).enough:
        # More reps travel less, so fewer than these could do; many more could not be needed.
        jump = _least(staff, float(plan(count).workload.sum())) - count
        count = min(count + max(1, (jump + 1) // 2), stops.n)
    while count > 1 and plan(count - 1).enough:
        count -= 1
    return count


def guess(stops: Stops, staff: Staff, model: TravelModel) -> int:
    """About how many reps it takes, without building a plan: parts of about the same work, cut quickly."""
    need = np.maximum(np.nan_to_num(stops.hours), 0.0)

    def work(count: int) -> float:
        labels = sliced(stops.xy, need, count)
        homes = centres(stops.xy, stops.calls, labels, count)
        return float(need.sum() + np.nansum(_way(stops, labels, homes, model).hours))

    low = min(max(1, _least(staff, float(need.sum()))), stops.n)
    high = min(max(low, _least(staff, work(low))), stops.n)
    while low < high:
        middle = (low + high) // 2
        if _least(staff, work(middle)) <= middle:
            high = middle
        else:
            low = middle + 1
    return low


def _least(staff: Staff, hours: float) -> int:
    """The fewest reps who have so many hours: those of today in their order, then new ones."""
    ahead = np.cumsum(staff.hours(np.arange(len(staff.names)), len(staff.names)))
    enough = np.flatnonzero(ahead >= hours * (1.0 - 1e-9))
    if len(enough):
        return int(enough[0]) + 1
    rest = hours - (float(ahead[-1]) if len(ahead) else 0.0)
    return len(ahead) + int(np.ceil(rest / staff.hours_of_rep * (1.0 - 1e-9)))


def compare(
    stops: Stops,
    adjacency: Adjacency,
    staff: Staff,
    settings: Settings | None = None,
    *,
    count: int | None = None,
    names: np.ndarray | None = None,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[int, list[RepPlan]]:
    """The number of reps, and the plans for one less, for it, and for one more.

    Parameters
    ----------
    count : number of reps; None for the fewest whose capacity covers the workload.

    Raises
    ------
    ValueError
        See :func:`plan_for`.
    InterruptedError
        When `cancelled` says so.
    """
    known: dict[int, RepPlan] = {}

    def plan(number: int) -> RepPlan:
        if cancelled is not None and cancelled():
            raise InterruptedError
        if number not in known:
            if progress is not None:
                progress(100.0 * len(known) / max(4, len(known) + 2), f"{number} reps")
            known[number] = plan_for(
                number, stops, adjacency, staff, settings, names=names, cancelled=cancelled
            )
        return known[number]

    if count is None:
        model = (settings or Settings()).model
        count = fewest(stops, staff, plan, guess(stops, staff, model))
    chosen = count
    plan(chosen)
    around = [number for number in (chosen - 1, chosen, chosen + 1) if 1 <= number <= stops.n]
    plans = [plan(number) for number in around]
    if cancelled is not None and cancelled():
        raise InterruptedError
    return chosen, plans


def comparison(chosen: int, plans: Sequence[RepPlan], stops: Stops, hours_of_rep: float) -> pd.DataFrame:
    """One row for each plan.

    Columns: ``reps``, ``change`` (against the chosen number), ``call_hours``, ``travel_hours``,
    ``travel_pct`` (of the workload), ``workload_hours``, ``capacity_hours``, ``utilisation`` (%), that of the
    busiest and of the idlest rep (``utilisation_max``, ``utilisation_min``), ``max_deviation`` (largest
    difference of a rep's utilisation from that of all, in % of it), ``coverage`` (% of the workload that its
    own rep has hours for), ``home_minutes`` (one way, the mean of all calls), ``nights``, ``reps_missing``
    (full-time equivalents; negative: spare).
    """
    rows = []
    for plan in plans:
        work, capacity = plan.workload, plan.capacity
        total, hours = float(work.sum()), float(capacity.sum())
        calling = float(np.nansum(stops.hours))
        used = 100.0 * work / capacity
        home = plan.way.home_minutes
        called = np.isfinite(home) & (np.nan_to_num(stops.calls) > 0)
        rows.append(
            {
                "reps": plan.k,
                "change": plan.k - chosen,
                "call_hours": calling,
                "travel_hours": total - calling,
                "travel_pct": 100.0 * (total - calling) / total,
                "workload_hours": total,
                "capacity_hours": hours,
                "utilisation": 100.0 * total / hours,
                "utilisation_max": float(used.max()),
                "utilisation_min": float(used.min()),
                "max_deviation": float(100.0 * np.abs(_relative(work, capacity)).max()),
                "coverage": 100.0 * float(np.minimum(work, capacity).sum()) / total,
                "home_minutes": float(np.average(home[called], weights=stops.calls[called]))
                if called.any()
                else float("nan"),
                "nights": float(np.nansum(plan.way.nights)),
                "reps_missing": (total - hours) / hours_of_rep,
            }
        )
    return pd.DataFrame(rows)
