"""From an open plan to plans that disturb little: prepared in the main thread, solved anywhere, made in one
undo step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsFeatureRequest

from ..core.compare import Comparison, compare
from ..translate import tr
from .build_areas import levels_with
from .build_preparation import BuildOptions, Preparation, prepare
from .levels import bound_areas
from .numbers import numbers
from .plan import PlanError

if TYPE_CHECKING:
    from .session import PlanSession


@dataclass
class RebalanceOptions:
    """How the plan is to be rebalanced.

    Attributes
    ----------
    disruption_field : what is lost when a unit changes hands; None for what is balanced
    leaving : territory whose rep leaves; its units are shared out among its neighbours
    joining : name of a territory that is new
    home : (2,) home of who joins, metres in the session's CRS; None to let the plan find the place
    steps : plans to look for between "nothing changes" and "within tolerance"
    """

    disruption_field: str | None = None
    leaving: str | None = None
    joining: str | None = None
    home: tuple[float, float] | None = None
    steps: int = 10


@dataclass(frozen=True, eq=False)
class Choice:
    """One plan to choose from.

    Attributes
    ----------
    labels : (n,) position in `Rebalancing.names`, -1 for nobody
    disruption : what changes hands, %
    max_deviation : largest deviation, %
    moved_units : number of units that change hands
    feasible : within tolerance, whole, nobody left out
    message : what is to be said about it
    """

    labels: np.ndarray
    disruption: float
    max_deviation: float
    moved_units: int
    feasible: bool
    message: str = ""


class Rebalancing:
    """A plan's question for little disruption, copied so that it can be answered in another thread.

    Raises
    ------
    ValueError
        When there is nothing to rebalance, in words.
    """

    def __init__(self, session: PlanSession, options: RebalanceOptions):
        settings = session.settings
        if not settings.territories:
            raise PlanError(tr("The plan has no territories yet. Build or assign some first."))
        self._session = session
        self.options = options
        build = BuildOptions(number=len(session.territories.on_map()), tolerance=settings.tolerance)
        self._preparation = self._with_joining(prepare(session, build))
        self.names: list[str] = list(self._preparation.names_for())
        self.fids = self._preparation.fids
        self.problem = self._preparation.problem()
        self.disruption = self._disruption()

    def work(self, progress=None, cancelled=None) -> list[Choice]:
        """Find the plans; may run in any thread."""
        from ..core.solve.rebalance import rebalance
        from ..core.solve.tradeoff import tradeoff

        given = {"disruption": self.disruption, "progress": progress, "cancelled": cancelled}
        if self.options.leaving is not None:
            found = rebalance(self.problem, leaving=self.options.leaving, **given)
            numbers_found = (found.disruption, found.max_deviation, found.feasible, found.message)
            return [self._choice(found.labels, *numbers_found)]
        points = tradeoff(self.problem, steps=max(2, self.options.steps), **given)
        return [
            self._choice(point.labels, point.disruption, point.max_deviation, point.feasible)
            for point in points
        ]

    def comparison(self, choice: Choice) -> Comparison:
        """Who gains and who loses by a choice."""
        prepared, names = self._preparation, np.array([*self.names, None], dtype=object)
        old = np.array([*prepared.old_names, None], dtype=object)
        measures = self.problem.measure_names if self._session.settings.measures else ()
        return compare(
            old[prepared.old_labels].tolist(),
            names[choice.labels].tolist(),
            self.problem.values if measures else None,
            measures,
            weights=self._session.settings.weights,
            disruption=self.disruption,
        )

    def apply(self, choice: Choice) -> bool:
        """Make a choice, as one undo step; tells whether anything changed.

        Units that were deleted or locked meanwhile are left out.

        Raises
        ------
        PlanError
            When the layer cannot be edited.
        """
        session = self._session
        session.flush()
        names = [*self.names, None]
        wanted = {
            fid: names[label]
            for fid, label in zip(self.fids.tolist(), choice.labels.tolist())
            if fid not in session.locked_units and session.live.position(fid) is not None
        }
        changed = {fid: name for fid, name in wanted.items() if session.territory_of(fid) != name}
        kept = [name for name in self.names if name != self.options.leaving]
        listed = [*kept, *(name for name in self._preparation.off_map if name not in kept)]
        others: dict[str, Any] = {} if listed == session.settings.territories else {"number": len(kept)}
        others["levels"] = self._levels(choice)
        redo, undo = session.territories.replace_all(listed, **others)
        done = session.write(changed, tr("Rebalance territories"), by="rebalance", redo=redo, undo=undo)
        session.flush()
        return done

    def _choice(self, labels, disruption, max_deviation, feasible, message="") -> Choice:
        prepared = self._preparation
        was = np.array([*prepared.old_names, None], dtype=object)[prepared.old_labels]
        now = np.array([*self.names, None], dtype=object)[labels]
        moved = int(np.count_nonzero(was != now))
        return Choice(labels, float(disruption), float(max_deviation), moved, bool(feasible), message)

    def _levels(self, choice: Choice) -> list[dict]:
        """The stored levels, with territories that had no group in the one where their units are now."""
        settings, areas = self._session.settings, self._preparation.areas
        if areas is None:
            return settings.levels
        known = bound_areas(settings)
        place = zip(choice.labels.tolist(), areas.of_units.tolist())
        found = {self.names[label]: areas.names[area] for label, area in place if label >= 0}
        fresh = {name: area for name, area in found.items() if name not in known}
        return levels_with(settings, replace(areas, owners=fresh)) if fresh else settings.levels

    def _with_joining(self, prepared: Preparation) -> Preparation:
        name = self.options.joining
        if not name:
            return prepared
        if name in prepared.names_for():
            raise PlanError(tr("There is a territory “{territory}” already.").format(territory=name))
        names = [*prepared.names_for(), name]
        homes = np.full((len(names), 2), np.nan)
        if self.options.home is not None:
            homes[-1] = self.options.home
        capacities = dict(prepared.capacities)
        if capacities:
            capacities[name] = float(np.mean(list(capacities.values())))
        return replace(prepared, names=names, homes=homes, capacities=capacities)

    def _disruption(self) -> np.ndarray | None:
        field = self.options.disruption_field
        if not field:
            return None
        layer = self._session.layer
        position = layer.fields().lookupField(field)
        if position < 0:
            words = tr("Layer “{layer}” has no field “{field}”.")
            raise PlanError(words.format(layer=layer.name(), field=field))
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes([position])
        values = {feature.id(): feature.attributes()[position] for feature in layer.getFeatures(request)}
        column, _unread = numbers([values.get(fid) for fid in self.fids.tolist()])
        missing = np.flatnonzero(~np.isfinite(column) | (column < 0))
        if len(missing):
            words = tr("{count} units have no number of 0 or more in “{field}”, {unit} first. Fill it in.")
            first = self._preparation.units.names[missing[0]]
            raise PlanError(words.format(count=len(missing), field=field, unit=first))
        return column
