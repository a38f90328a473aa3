"""From an open plan to the solver's problem and back: all is copied out, the answer is one undo step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..core.adjacency import Adjacency
from ..core.solve.problem import Problem, Solution
from ..core.targets import Targets
from ..translate import tr
from .plan import PlanError, targets_of
from .tasks import Cancelled, Progress
from .territory_names import numbered_names

if TYPE_CHECKING:
    from .session import PlanSession


@dataclass(frozen=True)
class BuildOptions:
    """How territories are to be built.

    Attributes
    ----------
    number : int or None
        How many, equal and with generated names; ``None`` for the plan's own territories with their targets.
    contiguous : bool
        Every territory in one piece.
    compactness : float
        0 balance only … 100 shape above all within the tolerance.
    seed : int
    time_limit : float
        Seconds; the best plan found by then is taken.
    """

    number: int | None = None
    contiguous: bool = True
    compactness: float = 50.0
    seed: int = 1
    time_limit: float = 60.0


class Building:
    """One build: made in the main thread, `work` runs anywhere, `apply` in the main thread again.

    Raises
    ------
    ValueError
        When there is nothing to build, in words.
    """

    def __init__(self, session: PlanSession, options: BuildOptions):
        session.require_field()
        session.flush()
        self._session = session
        self._options = options
        self.names, targets = self._territories()
        self._fids, self.problem = self._problem(targets)

    def work(self, progress: Progress, cancelled: Cancelled) -> Solution:
        """Solve it (for `CoreTask`)."""
        from ..core.solve.build import build

        options = self._options
        return build(
            self.problem,
            seed=options.seed,
            time_limit=options.time_limit,
            progress=progress,
            cancelled=cancelled,
        )

    def apply(self, solution: Solution) -> bool:
        """Write the solution as one undo step; units that were locked or deleted meanwhile are left out.

        Raises
        ------
        PlanError
            When the layer cannot be edited.
        """
        session = self._session
        session.flush()
        names = [*self.names, None]
        locked = session.locked_units
        wanted = {
            fid: names[label]
            for fid, label in zip(self._fids, solution.labels.tolist())
            if fid not in locked and session.live.position(fid) is not None
        }
        changed = {fid: name for fid, name in wanted.items() if session.territory_of(fid) != name}
        redo, undo = session.territories.replace_all(self.names)
        done = session.write(changed, tr("Build territories"), redo=redo, undo=undo)
        session.flush()
        return done

    def _territories(self) -> tuple[list[str], Targets]:
        """Names of the territories and what each should get."""
        session, settings = self._session, self._session.settings
        number = self._options.number
        if number is None:
            if not settings.territories:
                raise PlanError(tr("The plan has no territories yet. Say how many to build."))
            return list(settings.territories), targets_of(settings)
        if number < 1:
            raise PlanError(tr("A plan needs at least one territory."))
        held = {session.live.territory_of(fid) for fid in session.locked_units} | session.locked_territories
        kept = [name for name in settings.territories if name in held]
        if len(kept) > number:
            words = tr("{count} territories are locked or have locked units; {number} were asked for.")
            raise PlanError(words.format(count=len(kept), number=number))
        names = numbered_names(number, kept)
        weights, tolerance = settings.weights, settings.tolerance / 100.0
        return names, Targets.equal(
            number, tolerance, names=names, weights=weights, each_measure=settings.each_measure
        )

    def _problem(self, targets: Targets) -> tuple[list[int], Problem]:
        session, alignment = self._session, self._session.alignment
        units = alignment.units
        locked = np.isin(units.ids, sorted(session.locked_units))
        # units without a place cannot be built from, and locked ones that nobody has stay with nobody
        part = np.isfinite(units.xy).all(axis=1) & ~(locked & (alignment.labels < 0))
        if not part.any():
            words = tr("Layer “{layer}” has no units to build from.")
            raise PlanError(words.format(layer=session.layer.name()))
        label = {name: number for number, name in enumerate(self.names)}
        translate = np.array([*(label.get(name, -1) for name in alignment.territories), -1], dtype=np.int32)
        chosen = units.subset(part)
        return chosen.ids.tolist(), Problem(
            xy=chosen.xy,
            values=chosen.values(),
            adjacency=alignment.adjacency if part.all() else _part_of(alignment.adjacency, part),
            targets=targets,
            contiguous=self._options.contiguous,
            compactness=self._options.compactness,
            current=translate[alignment.labels[part]],
            locked=locked[part],
            locked_territories=np.array([name in session.locked_territories for name in self.names]),
            names=chosen.names,
            measure_names=chosen.measure_names,
        )


def _part_of(adjacency: Adjacency, part: np.ndarray) -> Adjacency:
    """The graph of the units in `part` (boolean)."""
    pairs, border, bridge = adjacency.pairs()
    inside = part[pairs].all(axis=1)
    place = np.cumsum(part) - 1
    return Adjacency(int(part.sum()), place[pairs[inside]], border[inside], bridge[inside])
