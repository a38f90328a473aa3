"""What each rep has to do, against what they can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..core.statistics import deviations
from .rep import Rep

if TYPE_CHECKING:
    from .session import PlanSession


@dataclass(frozen=True)
class RepLoad:
    """A rep or team with what their territories add up to.

    Attributes
    ----------
    name : as the plan's settings or the table of reps have it.
    rep : None where the table does not know that name.
    territories : theirs.
    total : sum of the measure, or % of the index where several are balanced, or units where none is.
    capacity, quota : theirs, None where there is none.
    capacity_deviation, quota_deviation : how far their part of what all reps have is from their part of the
        capacity or quota of all who have territories, in %; None where that cannot be said.
    """

    name: str
    rep: Rep | None
    territories: tuple[str, ...]
    total: float
    capacity: float | None = None
    quota: float | None = None
    capacity_deviation: float | None = None
    quota_deviation: float | None = None


def total_column(session: PlanSession) -> str:
    """Column of the statistics table that totals are of: the one measure, the index, or the units."""
    from ..core.statistics import measure_columns

    measures = session.settings.measures
    if len(measures) == 1:
        return measure_columns(measures)[0]
    return "index_pct" if measures else "units"


def rep_loads(session: PlanSession) -> list[RepLoad]:
    """Every rep and team, in the order of the table, then those that the table does not know."""
    reps, settings = session.followers.reps, session.settings
    table = session.statistics().set_index("territory")[total_column(session)]
    totals = {name: float(table[name]) for name in settings.territories if name in table.index}
    owners = [settings.reps[name] for name in settings.territories if settings.reps.get(name)]
    theirs = {
        owner: tuple(name for name in settings.territories if settings.reps.get(name) == owner)
        for owner in dict.fromkeys([*reps.names(), *owners])
    }
    work = {owner: sum(totals.get(name, 0.0) for name in names) for owner, names in theirs.items()}
    missed = {what: _deviations(theirs, work, reps.amounts(what)) for what in ("capacity", "quota")}
    loads = []
    for owner, names in theirs.items():
        rep = reps.of(owner)
        loads.append(
            RepLoad(
                name=owner,
                rep=rep,
                territories=names,
                total=work[owner],
                capacity=rep.capacity if rep is not None else None,
                quota=rep.quota if rep is not None else None,
                capacity_deviation=missed["capacity"].get(owner),
                quota_deviation=missed["quota"].get(owner),
            )
        )
    return loads


def _deviations(
    theirs: dict[str, tuple[str, ...]], work: dict[str, float], amounts: dict[str, float]
) -> dict[str, float]:
    """Rep → deviation in %, among those whose territories all have an amount."""
    able = {
        owner: sum(amounts[name] for name in names)
        for owner, names in theirs.items()
        if names and all(name in amounts for name in names)
    }
    whole, done = sum(able.values()), sum(work[owner] for owner in able)
    if whole <= 0 or done <= 0:
        return {}
    some = {owner: amount for owner, amount in able.items() if amount}
    return {owner: float(deviations(work[owner] / done, amount / whole)) for owner, amount in some.items()}
