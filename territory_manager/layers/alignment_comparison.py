"""Any two alignments of a plan beside each other: scenarios, the baseline, what was last saved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsFeatureRequest

from ..core.compare import Comparison, compare
from ..translate import tr
from .baseline import Baseline
from .numbers import numbers
from .plan import PlanError
from .scenario import Scenario
from .scenario_merge import Taken, take_over

if TYPE_CHECKING:
    from .session import PlanSession

#: The alignment of the current scenario as it was last saved.
SAVED = ""


@dataclass(frozen=True)
class Side:
    """One of two alignments.

    Attributes
    ----------
    field : str
        Text field that holds it; `SAVED` for what was last saved of the current scenario.
    title : str
        Its name on screen.
    scenario : Scenario, optional
        What is known of it, where it is one.
    """

    field: str
    title: str
    scenario: Scenario | None = None


def sides(session: PlanSession) -> list[Side]:
    """What can be compared: the scenarios, those in the archive last, the last saved state, the baseline."""
    known = sorted(session.scenarios, key=lambda scenario: scenario.archived)
    found = [Side(scenario.field, scenario.title, scenario) for scenario in known]
    title = tr("Last saved state of {scenario}").format(scenario=session.scenarios.current.title)
    found.append(Side(SAVED, title))
    baseline = session.scenarios.baseline
    if baseline is not None and baseline not in session.scenarios:
        found.append(Side(baseline, tr("Field {field}").format(field=baseline)))
    return found


class AlignmentComparison:
    """Two alignments of a session's units as they are now; make a new one after an edit.

    Parameters
    ----------
    session : PlanSession
    before, after : Side
    more : sequence of str
        Numeric fields of the units that are added up beside the measures of the plan.

    Attributes
    ----------
    units : Units
        As they were in the session's ledger when this was made.
    found : Comparison
        Of all of them, in their order.

    Raises
    ------
    PlanError
        When a field is not there any more.
    """

    def __init__(self, session: PlanSession, before: Side, after: Side, more: Sequence[str] = ()):
        session.flush()
        self._session = session
        self.before, self.after = before, after
        self._own = [session.scenarios.own(side.field) for side in (after, before)]
        units = self.units = session.alignment.units
        names = list(units.measure_names)
        more = [name for name in more if name not in names]
        table = units.values() if names else np.zeros((units.n, 0))
        columns = [_column(session, name, units.ids.tolist()) for name in more]
        weights = session.settings.weights or (1.0,) * len(names)
        self.found: Comparison = compare(
            self._territories(before),
            self._territories(after),
            np.column_stack([table, *columns]) if names or more else None,
            [*names, *more],
            # what is only added up does not count for the disruption
            weights=(*weights, *(0.0 for _ in more)) if names else None,
            disruption=None if names else np.ones(units.n),
        )

    # what it says
    @property
    def fids(self) -> list[int]:
        """Feature ids of the units that are not with the same territory in both."""
        return self.fids_at(np.flatnonzero(self.found.changed))

    def fids_at(self, positions: Iterable[int]) -> list[int]:
        """Feature ids of units by their position."""
        return self.units.ids[np.asarray(list(positions), dtype=np.int64)].tolist()

    def color(self, territory: str | None) -> str | None:
        """Colour of a territory as ``#rrggbb``: what it has after, else before, else now."""
        return self._of_territory("colors", territory)

    def rep(self, territory: str | None) -> str:
        """Who serves a territory after, or before where it is no more."""
        return self._of_territory("reps", territory) or ""

    def changed_amounts(self) -> dict[str, float]:
        """Measure → what of it somebody had before and somebody else, or nobody, has after."""
        found = self.found
        lost = found.lost
        return {name: float(amounts[lost].sum()) for name, amounts in found.quantities.items()}

    # taking over
    @property
    def source(self) -> Side | None:
        """The side whose changes the current scenario can take over; ``None`` when it is neither side."""
        here = self._session.territory_field
        if self.before.field == here:
            return self.after
        return self.before if self.after.field == here else None

    def take_over(self, fids: Iterable[int]) -> Taken:
        """Give units in the current scenario to whom the other side gives them, as one undo step.

        Raises
        ------
        PlanError
            When the current scenario is neither side, the layer cannot be edited, or planning mode is off.
        """
        source = self.source
        if source is None:
            raise PlanError(tr("Switch to one of the two scenarios first; changes are taken over into it."))
        found = self.found
        names = [*found.territories, None]
        labels = found.after if source is self.after else found.before
        position = {fid: place for place, fid in enumerate(self.units.ids.tolist())}
        wanted = {fid: names[labels[position[fid]]] for fid in fids if fid in position}
        text = tr("Take over from {scenario}").format(scenario=source.title)
        return take_over(self._session, wanted, text, self._session.scenarios.own(source.field))

    # inside
    def _territories(self, side: Side) -> list[str | None]:
        session, ids = self._session, self.units.ids.tolist()
        if side.field == SAVED:
            return Baseline.of(session).saved_territories_of(ids)
        territories = session.scenarios.territories(side.field)
        return [territories[fid] for fid in ids]

    def _of_territory(self, setting: str, territory: str | None) -> Any:
        if territory is None:
            return None
        for own in self._own:
            if territory in own.get(setting, {}):
                return own[setting][territory]
        return getattr(self._session.settings, setting).get(territory)


def _column(session: PlanSession, name: str, ids: list[int]) -> np.ndarray:
    """A numeric field of the units, 0 where it has no number."""
    layer = session.layer
    index = layer.fields().lookupField(name)
    if index < 0:
        raise PlanError(tr("Layer “{layer}” has no field “{field}”.").format(layer=layer.name(), field=name))
    request = QgsFeatureRequest().setSubsetOfAttributes([index])
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    values = {feature.id(): feature.attribute(index) for feature in layer.getFeatures(request)}
    return np.nan_to_num(numbers([values.get(fid) for fid in ids])[0])
