"""From which day on which scenario is valid, and what changes on that day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QDate, Qt

from .alignment_comparison import SAVED, AlignmentComparison, Side, sides

if TYPE_CHECKING:
    from .scenario import Scenario
    from .session import PlanSession


@dataclass(frozen=True)
class Upcoming:
    """A scenario that becomes valid on a day to come.

    Attributes
    ----------
    scenario : Scenario
    before : Side
        The alignment that is valid until then.
    comparison : AlignmentComparison
        What changes on that day.
    """

    scenario: Scenario
    before: Side
    comparison: AlignmentComparison


def valid_before(session: PlanSession, scenario: Scenario) -> Side:
    """The alignment that is valid until a scenario is.

    That is the scenario with the latest earlier day; else the baseline; else the oldest scenario without a
    day; else what was last saved.
    """
    known = {side.field: side for side in sides(session)}
    others = [other for other in session.scenarios if other.field != scenario.field and not other.archived]
    earlier = [
        other for other in others if other.effective and (other.effective, other.created) < _order(scenario)
    ]
    if earlier:
        return known[max(earlier, key=_order).field]
    baseline = session.scenarios.baseline
    if baseline in known and baseline != scenario.field:
        return known[baseline]
    undated = [other for other in others if not other.effective]
    return known[undated[0].field] if undated else known[SAVED]


def upcoming(session: PlanSession, today: str | None = None) -> list[Upcoming]:
    """What changes on the days to come, the next first; scenarios in the archive are left out.

    Parameters
    ----------
    session : PlanSession
    today : str, optional
        ISO 8601.
    """
    today = today or QDate.currentDate().toString(Qt.DateFormat.ISODate)
    found = []
    for scenario in sorted(session.scenarios, key=_order):
        if scenario.effective and scenario.effective > today and not scenario.archived:
            before = valid_before(session, scenario)
            after = Side(scenario.field, scenario.title, scenario)
            found.append(Upcoming(scenario, before, AlignmentComparison(session, before, after)))
    return found


def _order(scenario: Scenario) -> tuple[str, str]:
    return scenario.effective or "", scenario.created
