"""Workload: the hours that accounts take, for the calls and for the way to them.

Travel follows the continuous approximation of delivery tours: every trip costs the way out and home
(line-haul) and the legs between its stops (Daganzo 1984, "The distance traveled to visit N points with a
maximum of C stops per vehicle: an analytic model and an application", Transportation Science 18; in the form
of Figliozzi 2008, "Planning approximations to the average length of vehicle routing problems with varying
customer demands and routing constraints", Transportation Research Record 2089: 2 · r · m + k · (n − m)/n ·
√(n · A) for m trips to n stops at a mean distance r).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from .touring import TOUR, legs

NOBODY = -1


@dataclass(frozen=True)
class TravelModel:
    """How reps travel.

    Attributes
    ----------
    speed : km/h, door to door.
    detour : road distance / straight distance. Ballou, Rahardja and Sakai 2002, "Selected country circuity
        factors for road travel distance estimation", Transportation Research A 36, found 1.20 for the USA
        and 1.46 for Europe.
    stops_per_day : calls that a rep makes on a day.
    trips_per_day : times a rep leaves home on a day.
    overnight_km : accounts farther than this from home (by road, one way) are visited on trips with nights
        away; None for never.
    days_away : days that such a trip takes.
    """

    speed: float = 60.0
    detour: float = 1.3
    stops_per_day: float = 6.0
    trips_per_day: float = 1.0
    overnight_km: float | None = None
    days_away: float = 3.0

    def __post_init__(self) -> None:
        for name, least in (
            ("speed", 0.0),
            ("stops_per_day", 0.0),
            ("trips_per_day", 0.0),
            ("days_away", 0.0),
        ):
            value = getattr(self, name)
            if not (np.isfinite(value) and value > least):
                raise ValueError(f"The travel model needs {name.replace('_', ' ')} above 0, not {value}.")
        if not (np.isfinite(self.detour) and self.detour >= 1.0):
            raise ValueError(f"The detour factor must be 1 or more, not {self.detour}.")

    @property
    def minutes_per_metre(self) -> float:
        """Minutes that a metre of straight line takes."""
        return self.detour * 60.0 / (1000.0 * self.speed)


@dataclass(frozen=True, eq=False)
class KnownTimes:
    """Travel times that a routing service gave, or a network of roads.

    Attributes
    ----------
    home : (n,) minutes one way between each account and the home of its rep, NaN where not given.
    pairs : (p, 2) positions of accounts.
    minutes : (p,) minutes between them.
    pace : (n,) minutes that a metre of straight line takes around each account, where that was measured; for
        the ways between accounts that are not given. None: as the travel model has it.
    """

    home: np.ndarray
    pairs: np.ndarray = field(default_factory=lambda: np.empty((0, 2), dtype=np.int64))
    minutes: np.ndarray = field(default_factory=lambda: np.empty(0))
    pace: np.ndarray | None = None

    def before(self, other: KnownTimes) -> KnownTimes:
        """These times, and those of `other` where these have none."""
        return KnownTimes(
            np.where(np.isfinite(self.home), self.home, other.home),
            np.vstack([self.pairs, other.pairs]),
            np.concatenate([self.minutes, other.minutes]),
            other.pace if self.pace is None else self.pace,
        )


@dataclass(frozen=True, eq=False)
class Travel:
    """What the way to each account takes in a year.

    Attributes
    ----------
    hours : (n,) hours, NaN where the place or the number of calls is not known.
    home_minutes : (n,) one way between home and account, NaN where there is no home.
    leg_minutes : (n,) from one call to the next, NaN where nobody calls.
    trips : (n,) trips, in fractions: an account visited with five others counts a sixth each time.
    nights : (n,) nights away, in fractions.
    """

    hours: np.ndarray
    home_minutes: np.ndarray
    leg_minutes: np.ndarray
    trips: np.ndarray
    nights: np.ndarray


def call_hours(calls: np.ndarray, minutes: np.ndarray) -> np.ndarray:
    """Hours of calls in a year: calls per year × minutes per call / 60; NaN where either is missing or
    negative."""
    calls, minutes = np.asarray(calls, dtype=float), np.asarray(minutes, dtype=float)
    with np.errstate(invalid="ignore"):
        fits = (calls >= 0) & (minutes >= 0)
    return np.where(fits, calls * minutes / 60.0, np.nan)


def own_or_segment(
    n: int,
    own: np.ndarray | None,
    segments: Sequence[str | None] | None,
    table: Mapping[str, float],
    default: float,
) -> np.ndarray:
    """(n,) calls or minutes of accounts: their own, else those of their segment, NaN without either; where
    there are neither such numbers nor segments, those of all.

    Parameters
    ----------
    own : (n,) NaN where missing; None where accounts have no such number.
    segments : (n,) segment of each account; None where segments do not matter.
    table : segment → number.
    """
    found = np.full(n, default if own is None and segments is None else np.nan)
    if segments is not None:
        found = np.array([np.nan if one is None else table.get(one, np.nan) for one in segments], dtype=float)
    return found if own is None else np.where(np.isnan(own), found, own)


def centres(xy: np.ndarray, calls: np.ndarray, territory: np.ndarray, k: int) -> np.ndarray:
    """(k, 2) mean place of each territory's accounts, weighted with their calls; NaN where it has none.

    What stands in for the home of a rep whose home is not known.
    """
    found = np.full((k, 2), np.nan)
    weights = np.nan_to_num(np.asarray(calls, dtype=float))
    placed = np.isfinite(xy).all(axis=1)
    for number in range(k):
        mine = placed & (territory == number)
        if mine.any():
            here = weights[mine] if weights[mine].sum() > 0 else np.ones(int(mine.sum()))
            found[number] = np.average(xy[mine], axis=0, weights=here)
    return found


def nearest_home(xy: np.ndarray, homes: np.ndarray) -> np.ndarray:
    """(n,) position of the nearest home, -1 where there is none or the account has no place."""
    from scipy.spatial import cKDTree

    nearest = np.full(len(xy), NOBODY, dtype=np.int32)
    known = np.flatnonzero(np.isfinite(homes).all(axis=1))
    placed = np.flatnonzero(np.isfinite(xy).all(axis=1))
    if len(known) and len(placed):
        nearest[placed] = known[cKDTree(homes[known]).query(xy[placed])[1]]
    return nearest


def travel(
    xy: np.ndarray,
    calls: np.ndarray,
    territory: np.ndarray,
    homes: np.ndarray,
    model: TravelModel | None = None,
    *,
    areas: np.ndarray | None = None,
    accounts: np.ndarray | None = None,
    known: KnownTimes | None = None,
) -> Travel:
    """Hours of travel for each account or unit in a year.

    For an account that is called on f times a year, h minutes from home, on trips of S stops, the travel is
    ``f · min(2h/S + (1 − 1/S) · leg, 2h)``: its share of the way out and home, and the leg from the call
    before; never more than a trip of its own. The leg is the account's share of the tour through all
    accounts of the territory (:func:`.touring.legs`), or inside a unit of area A with n accounts
    0.7124 · √(A/n) (Beardwood, Halton and Hammersley 1959). Accounts that are called on seldom are not
    visited together with all their neighbours; legs are longer by √(N / N'), where N' = (Σf)²/Σf² is the
    number of accounts that a round visits on average.

    Parameters
    ----------
    xy : (n, 2) places in m, NaN rows where unknown.
    calls : (n,) calls per year, f.
    territory : (n,) position of the territory, -1 for none: no way home is counted then.
    homes : (k, 2) in m, NaN rows where there is no home.
    areas : (n,) m², for units with an area; 0 for points.
    accounts : (n,) number of accounts in each unit; default 1.
    known : travel times to be used instead where there are some.
    """
    model = model or TravelModel()
    n = len(xy)
    calls = np.asarray(calls, dtype=float)
    calls = np.where(np.isfinite(calls) & (calls >= 0), calls, np.nan)
    # A unit without accounts, or with a number that is missing, still takes one stop when it is called on.
    many = np.ones(n) if accounts is None else np.maximum(np.nan_to_num(np.asarray(accounts, float)), 1.0)
    spread = np.zeros(n) if areas is None else np.nan_to_num(np.asarray(areas, dtype=float))
    leg, home, rounds = np.full(n, np.nan), np.full(n, np.nan), np.ones(n)
    placed = np.isfinite(xy).all(axis=1)
    for number in range(NOBODY, len(homes)):
        mine = np.flatnonzero((territory == number) & placed)
        if number != NOBODY:
            home[mine] = np.hypot(*(xy[mine] - homes[number]).T) * model.minutes_per_metre
        called = mine[calls[mine] > 0]
        if not len(called):
            continue
        each = calls[called] / many[called]
        visited = calls[called].sum() ** 2 / (each * calls[called]).sum()
        rarely = np.sqrt(max(many[called].sum() / visited, 1.0))
        leg[called] = rarely * _legs(xy[called], called, spread[called], many[called], model, known)
        rounds[called] = visited
    if known is not None:
        home = np.where(np.isfinite(known.home), known.home, home)
    stops = np.full(n, model.stops_per_day / model.trips_per_day)
    away = np.zeros(n, dtype=bool)
    if model.overnight_km is not None:
        with np.errstate(invalid="ignore"):
            away = home / 60.0 * model.speed > model.overnight_km
        stops[away] = model.stops_per_day * model.days_away
    stops = np.maximum(np.minimum(stops, rounds), 1.0)
    between = (1.0 - 1.0 / stops) * leg
    with np.errstate(invalid="ignore"):
        visit = np.where(np.isfinite(home), np.fmin(2.0 * home / stops + between, 2.0 * home), between)
    trips = calls / stops
    return Travel(
        hours=np.where(calls == 0, 0.0, calls * visit / 60.0),
        home_minutes=home,
        leg_minutes=leg,
        trips=trips,
        nights=np.where(away, trips * max(np.ceil(model.days_away) - 1.0, 0.0), 0.0),
    )


def _legs(
    xy: np.ndarray,
    mine: np.ndarray,
    areas: np.ndarray,
    accounts: np.ndarray,
    model: TravelModel,
    known: KnownTimes | None,
) -> np.ndarray:
    """(m,) minutes from one call to the next, where every account of one territory is visited in turn."""
    scale = model.minutes_per_metre
    if known is not None and known.pace is not None:
        scale = float(known.pace[mine].mean())
    if (areas > 0).any():
        return TOUR * np.sqrt(areas / accounts) * scale
    pairs, minutes = None, None
    if known is not None and len(known.pairs):
        place = np.full(int(max(mine.max(), known.pairs.max())) + 1, -1)
        place[mine] = np.arange(len(mine))
        inside = (place[known.pairs] >= 0).all(axis=1)
        pairs, minutes = place[known.pairs[inside]], known.minutes[inside]
    return legs(xy, pairs, minutes, scale)


def capacity_hours(hours: np.ndarray | float, selling_share: float) -> np.ndarray:
    """Hours a year for calls and travel: working hours × selling share (0 to 1); the rest is office work."""
    if not 0.0 <= selling_share <= 1.0:
        raise ValueError(f"The selling share must be between 0 and 100 %, not {100 * selling_share:g} %.")
    return np.asarray(hours, dtype=float) * selling_share


def utilisation(workload: np.ndarray, capacity: np.ndarray) -> np.ndarray:
    """Workload in % of capacity; NaN without capacity, whatever the workload."""
    workload, capacity = np.asarray(workload, dtype=float), np.asarray(capacity, dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(capacity > 0, 100.0 * workload / capacity, np.nan)


def workload_statistics(
    territory: np.ndarray,
    names: Sequence[str],
    calls: np.ndarray,
    hours_of_calls: np.ndarray,
    way: Travel,
    capacity: np.ndarray,
    *,
    accounts: np.ndarray | None = None,
    reps: dict[str, str] | None = None,
) -> pd.DataFrame:
    """One row per territory, and a last one (None) where accounts have no territory.

    Columns ``territory``, ``rep``, ``accounts``, ``calls``, ``call_hours``, ``travel_hours``,
    ``workload_hours``, ``travel_pct`` (of the workload), ``trips``, ``nights``, ``capacity_hours`` and
    ``utilisation`` (%, NaN without capacity). What is missing counts nothing.

    Parameters
    ----------
    territory : (n,) position in `names`, -1 for none.
    capacity : (k,) hours.
    accounts : (n,) number of accounts of each unit; default 1.
    """
    k, reps = len(names), reps or {}
    loose = bool((territory == NOBODY).any())
    rows = k + 1 if loose else k
    row = np.where(territory == NOBODY, k, territory)

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(row, np.nan_to_num(np.asarray(values, dtype=float)), k + 1)[:rows]

    calling, travelling = total(hours_of_calls), total(way.hours)
    working = calling + travelling
    has = np.append(np.asarray(capacity, dtype=float), np.nan)[:rows]
    titles: list[str | None] = [*names, None][:rows]
    many = np.ones(len(row)) if accounts is None else accounts
    return pd.DataFrame(
        {
            "territory": pd.Series(titles, dtype=object),
            "rep": pd.Series([None if name is None else reps.get(name) for name in titles], dtype=object),
            "accounts": np.rint(total(many)).astype(int),
            "calls": total(calls),
            "call_hours": calling,
            "travel_hours": travelling,
            "workload_hours": working,
            "travel_pct": utilisation(travelling, working),
            "trips": total(way.trips),
            "nights": total(way.nights),
            "capacity_hours": has,
            "utilisation": utilisation(working, has),
        }
    )
