"""The columns of the territories table about work, sales and quotas; there once the plan counts work."""

from __future__ import annotations

from collections.abc import Sequence

from ..translate import tr
from .territories_columns import AMOUNT, CHANGE, COUNT, LOAD, LOCK, PERCENT, Column

#: What comes before the names of these columns in keys and in the statistics table.
PREFIX = "work:"
UTILISATION = f"{PREFIX}utilisation"


def with_work(columns: Sequence[Column], names: Sequence[str]) -> list[Column]:
    """The columns of a plan, those about its work before the lock.

    Parameters
    ----------
    names : the numbers that the plan's work has, see `layers.live_workload`
    """
    place = next((row for row, column in enumerate(columns) if column.kind == LOCK), len(columns))
    found = [column for column in _all() if column.key[len(PREFIX) :] in names]
    return [*columns[:place], *found, *columns[place:]]


def _all() -> list[Column]:
    def column(name: str, title: str, tip: str, kind: str, importance: int, shown: bool = False) -> Column:
        return Column(PREFIX + name, PREFIX + name, title, tip, kind, importance, shown)

    return [
        column(
            "workload_hours",
            tr("Workload (h)"),
            tr("Hours a year for calls and travel"),
            AMOUNT,
            58,
            True,
        ),
        column(
            "utilisation",
            tr("Utilisation"),
            tr("Workload in % of the rep's capacity; ▲ more than 10 % over it, ▼ more than 10 % under it"),
            LOAD,
            92,
            True,
        ),
        column("accounts", tr("Accounts"), tr("Number of accounts that are called on"), COUNT, 24),
        column("calls", tr("Calls"), tr("Calls a year"), AMOUNT, 22),
        column("call_hours", tr("Calls (h)"), tr("Hours a year for calls"), AMOUNT, 24),
        column("travel_hours", tr("Travel (h)"), tr("Hours a year on the way, home too"), AMOUNT, 26),
        column(
            "capacity_hours",
            tr("Capacity (h)"),
            tr("Hours a year that the rep has for calls and travel: working hours × selling share"),
            AMOUNT,
            26,
        ),
        column("potential", tr("Potential"), tr("What could be sold"), AMOUNT, 34),
        column("sales", tr("Sales"), tr("What is sold"), AMOUNT, 36),
        column("white_space", tr("White space"), tr("Potential − sales"), AMOUNT, 34),
        column("penetration", tr("Penetration"), tr("Sales in % of the potential"), PERCENT, 33),
        column("quota", tr("Quota"), tr("What was to be sold"), AMOUNT, 35),
        column(
            "attainment",
            tr("Attainment"),
            tr("Sales in % of the quota; ▲ more than 10 % above it, ▼ more than 10 % below it"),
            LOAD,
            57,
            True,
        ),
        column("previous", tr("Last period"), tr("Sales of the last period"), AMOUNT, 21),
        column("growth", tr("Growth"), tr("Sales against the last period, in %"), CHANGE, 32),
    ]
