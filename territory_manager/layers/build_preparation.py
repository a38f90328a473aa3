"""From an open plan to the problem that the solver is asked, and from its answer back into the plan."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer

from ..core.adjacency import Adjacency
from ..core.adjacency_barriers import barrier_pairs
from ..core.solve.problem import Problem, Solution
from ..core.solve.verdict import deviations
from ..core.solve.within import build_within
from ..core.targets import index_shares
from ..core.units import Units
from ..translate import tr
from .build_areas import Areas, field_areas, level_areas, levels_with, with_homes, with_number
from .nulls import text_or_none
from .plan import COUNTED, targets_for
from .problem_assembly import assemble, groups_of, labels_in
from .reading import read_shapes
from .reps_serving import is_reps_of, serving_table
from .territories import TerritoryTable, read_territories
from .territory_names import numbered_names

if TYPE_CHECKING:
    from .session import PlanSession

NUMBER, REPS, FEWEST, MOST = "number", "reps", "fewest", "most"


@dataclass
class BuildOptions:
    """How territories are to be built.

    Attributes
    ----------
    method : ``number``, ``reps`` (one for each row of a layer), ``fewest`` or ``most`` within limits
    number : how many, for ``number``
    reps, name_field, capacity_field : layer and fields, for ``reps``
    minimum, maximum : measure → least and most that a territory may have, for ``fewest`` and ``most``
    tolerance : in %
    compactness : 0 balance only, 100 shape above all within tolerance
    contiguous : every territory in one piece
    keep_together : field; units with the same value stay together
    within : field; no territory crosses the border between two of its values
    barriers : layer of lines or polygons that no territory crosses, beside those drawn in the plan
    seeds : territories begin at the seeds drawn in the plan
    seed : the same seed gives the same plan
    time_limit : seconds
    """

    method: str = NUMBER
    number: int = 8
    reps: QgsVectorLayer | None = None
    name_field: str | None = None
    capacity_field: str | None = None
    minimum: Mapping[str, float] = field(default_factory=dict)
    maximum: Mapping[str, float] = field(default_factory=dict)
    tolerance: float = 5.0
    compactness: float = 50.0
    contiguous: bool = True
    keep_together: str | None = None
    within: str | None = None
    barriers: QgsVectorLayer | None = None
    seeds: bool = False
    seed: int = 1
    time_limit: float = 60.0


@dataclass
class Preparation:
    """All that a build needs of the plan, copied: it may be taken to another thread, where it is solved.

    Attributes
    ----------
    fids : (n,) feature ids of the units that take part
    names : the k territories; for the fewest and the most known when it is solved, None until then
    reps, capacities : by territory, where the build brings them along
    held : territory → (m,) what it has beside its units
    off_map : territories that get no units, and stay as they are
    areas : borders that no territory crosses
    """

    fids: np.ndarray
    names: list[str] | None
    reps: dict[str, str]
    capacities: dict[str, float]
    options: BuildOptions
    units: Units
    adjacency: Adjacency
    values: np.ndarray
    kept: list[str]
    target_details: dict[str, Any]
    old_names: list[str]
    old_labels: np.ndarray
    locked: np.ndarray
    locked_territories: frozenset[str]
    groups: np.ndarray | None
    homes: np.ndarray | None
    barriers: list[Any]
    held: dict[str, np.ndarray]
    off_map: list[str]
    areas: Areas | None = None

    def problem(self, number: int | None = None) -> Problem:
        """The problem as the solver takes it, with this many territories where `names` leaves that open.

        Where borders bind, what a territory should get is its part of its own area.
        """
        problem = self._without_areas(number)
        return problem if self.areas is None else self.areas.inside(problem)

    def _without_areas(self, number: int | None = None) -> Problem:
        """The problem with the plan's own targets."""
        names = self.names_for(number)
        options = self.options
        current = labels_in(names, self.old_names, self.old_labels)
        return assemble(
            self.units,
            self._graph,
            targets_for(names, self.capacities, options.tolerance, **self.target_details),
            values=self.values,
            current=current,
            locked=self.locked & (current >= 0),
            locked_territories=self.locked_territories,
            groups=self.groups,
            homes=self.homes,
            held=self.held,
            contiguous=options.contiguous,
            compactness=options.compactness,
        )

    def names_for(self, number: int | None = None) -> list[str]:
        """The territories; codes beside those that locks hold, where only their number is known."""
        return self.names if self.names is not None else numbered_names(number or 1, self.kept)

    def bounds(self) -> tuple[int, int]:
        """Fewest and most territories that the limits allow, proven; the one number where it is given."""
        from ..core.solve.choose_number import number_bounds

        if self.names is not None:
            return len(self.names), len(self.names)
        return number_bounds(self.problem(1))

    def solve(self, progress=None, cancelled=None) -> Solution:
        """Build; where the number was open, `names` is set.

        Raises
        ------
        ValueError
            When no number of territories keeps the limits, in words.
        """
        from ..core.solve.build import build

        options = self.options
        search = {"seed": options.seed, "time_limit": options.time_limit}
        if self.areas is not None and self.names is not None:
            how = {"progress": progress, "cancelled": cancelled, **search}
            owner = self.areas.owner(self.names)
            solution = build_within(self.problem(), self.areas.of_units, owner, self.areas.names, **how)
            self._tell_plan_targets(solution)
            return solution
        if self.names is not None:
            return build(self.problem(), progress=progress, cancelled=cancelled, **search)

        from ..core.solve.choose_number import choose_number

        fewest = options.method == FEWEST
        choice = choose_number(
            self.problem, build, fewest=fewest, progress=progress, cancelled=cancelled, **search
        )
        if choice.solution is None:
            raise ValueError(choice.message)
        self.names = self.names_for(choice.number)
        choice.solution.message = choice.message
        return choice.solution

    def _tell_plan_targets(self, solution: Solution) -> None:
        """Say how far a plan inside areas is from the targets that the plan itself is judged by."""
        missed = np.abs(deviations(self._without_areas(), solution.labels)).max(initial=0.0)
        if missed > self.options.tolerance + 1e-6:
            words = tr(
                "Against the plan's own targets the largest deviation is {deviation} %: the areas differ in "
                "what they have for each territory."
            )
            solution.message += " " + words.format(deviation=f"{missed:.1f}")

    @cached_property
    def _graph(self) -> Adjacency:
        """Neighbours without those that a barrier, or a border that binds, separates."""
        graph = self.adjacency if self.areas is None else self.areas.cut(self.adjacency)
        if not self.barriers:
            return graph
        return graph.without(barrier_pairs(self.units, graph, self.barriers))


def prepare(session: PlanSession, options: BuildOptions) -> Preparation:
    """Take from a plan what a build needs; in the main thread.

    Raises
    ------
    ValueError
        When there is nothing to build with, in words.
    """
    session.require_field()
    session.flush()
    alignment, units, settings = session.alignment, session.alignment.units, session.settings
    locked = np.isin(units.ids, sorted(session.locked_units))
    # units without a place cannot be built from, and locked ones that nobody has stay with nobody
    part = np.isfinite(units.xy).all(axis=1) & ~(locked & (alignment.labels < 0))
    if not part.any():
        raise ValueError(
            tr("Layer “{layer}” has no units to build from: all are locked, or none has a shape.").format(
                layer=session.layer.name()
            )
        )
    here = units if part.all() else units.subset(part)
    values = here.values().copy()
    _refuse_negative(here, values)
    table = _table(session, options)
    details = {"weights": settings.weights, "each_measure": settings.each_measure}
    details.update(_limits(session, options))
    kept = _held(session)
    graph = alignment.adjacency if part.all() else _part_of(alignment.adjacency, part)
    areas = _areas(session, options, alignment.labels[part], here, graph)
    if areas is None:
        names = _names(session, options, table, kept)
    else:
        areas, names = _names_inside(session, options, table, kept, areas, here)
    capacities = dict(settings.capacities)
    if table is not None:
        given = table.capacities
        capacities = dict(zip(table.names, map(float, given))) if given is not None else {}
    return Preparation(
        fids=here.ids.copy(),
        names=names,
        reps=dict(table.reps) if table is not None else {},
        capacities=capacities,
        options=options,
        units=here,
        adjacency=graph,
        values=values,
        kept=kept,
        target_details=details,
        old_names=list(alignment.territories),
        old_labels=alignment.labels[part],
        locked=locked[part],
        locked_territories=frozenset(session.locked_territories),
        groups=_groups(session.layer, options.keep_together, here.ids),
        homes=_homes(session, options, table, names),
        barriers=_barriers(session, options.barriers),
        held=dict(zip(alignment.territories, alignment.held)) if alignment.held.any() else {},
        off_map=session.territories.off_map(),
        areas=areas,
    )


def apply(session: PlanSession, preparation: Preparation, solution: Solution) -> bool:
    """Give the units to their new territories as one undo step; tells whether anything changed.

    Units that were deleted or locked meanwhile are left out.

    Raises
    ------
    PlanError
        When the layer cannot be edited.
    """
    session.flush()
    settings, locked = session.settings, session.locked_units
    names, before = preparation.names, list(session.settings.territories)
    found = {
        fid: names[label] if label >= 0 else None
        for fid, label in zip(preparation.fids.tolist(), solution.labels.tolist())
        if fid not in locked and session.live.position(fid) is not None
    }
    changed = {fid: name for fid, name in found.items() if session.territory_of(fid) != name}
    listed = [*names, *(name for name in preparation.off_map if name not in names)]
    redo, undo = session.territories.replace_all(
        listed,
        number=len(names),
        tolerance=float(preparation.options.tolerance),
        reps={**settings.reps, **preparation.reps},
        capacities={name: preparation.capacities[name] for name in listed if name in preparation.capacities},
        levels=settings.levels if preparation.areas is None else levels_with(settings, preparation.areas),
    )
    done = session.write(changed, tr("Build territories"), by="build", redo=redo, undo=undo)
    if not done:
        redo()
        session.structure_changed()
    session.flush()
    return done or before != listed


def _refuse_negative(units: Units, values: np.ndarray) -> None:
    below = np.argwhere(values < 0)
    if not len(below):
        return
    row, column = below[0]
    raise ValueError(
        tr("{unit} has {value} in {measure}. Negative values cannot be balanced; correct it first.").format(
            unit=units.names[row], value=f"{values[row, column]:g}", measure=units.measure_names[column]
        )
    )


def _part_of(adjacency: Adjacency, part: np.ndarray) -> Adjacency:
    """The neighbours among some of the units (boolean)."""
    pairs, border, bridge = adjacency.pairs()
    inside = part[pairs].all(axis=1)
    number = np.cumsum(part) - 1
    return Adjacency(
        int(part.sum()),
        number[pairs[inside]],
        border[inside],
        bridge[inside],
        tolerance=adjacency.tolerance,
        joined=True,
    )


def _table(session: PlanSession, options: BuildOptions) -> TerritoryTable | None:
    if options.method != REPS:
        return None
    if options.reps is None:
        raise ValueError(tr("Choose the layer with the territories or reps."))
    if is_reps_of(session, options.reps, options.name_field):
        table = serving_table(session, options.capacity_field)
        if table is not None:
            return table
    return read_territories(
        options.reps,
        name_field=options.name_field,
        capacity_field=options.capacity_field,
        metric=session.live.crs,
        transform_context=QgsProject.instance().transformContext(),
    )


def _limits(session: PlanSession, options: BuildOptions) -> dict[str, list[float]]:
    """Minimum and maximum, one number for each measure; NaN is no limit."""
    if options.method not in (FEWEST, MOST):
        return {}
    measures = list(session.settings.measures) or [COUNTED]
    low = [float(options.minimum.get(name, math.nan)) for name in measures]
    high = [float(options.maximum.get(name, math.nan)) for name in measures]
    if options.method == FEWEST and all(map(math.isnan, high)):
        raise ValueError(tr("The fewest territories need a maximum for at least one measure."))
    if options.method == MOST and all(map(math.isnan, low)):
        raise ValueError(tr("The most territories need a minimum for at least one measure."))
    for name, least, most in zip(measures, low, high):
        if least > most:
            raise ValueError(tr("The minimum of {measure} is above its maximum.").format(measure=name))
    limits = {"minimum": low, "maximum": high}
    return {side: values for side, values in limits.items() if not all(map(math.isnan, values))}


def _held(session: PlanSession) -> list[str]:
    """Territories that are locked or have locked units: they keep their names."""
    held = {session.territory_of(fid) for fid in session.locked_units} | session.locked_territories
    return [name for name in session.territories.on_map() if name in held]


def _names(session, options, table, kept) -> list[str] | None:
    """What the territories are called: as in the table, as before where there are as many, else by codes."""
    if table is not None:
        return list(table.names)
    if options.method in (FEWEST, MOST):
        return None
    present = session.territories.on_map()
    seeded = session.followers.planning.seeds() if options.seeds else {}
    if len(present) == options.number and seeded.keys() <= set(present):
        return list(present)
    wanted = list(dict.fromkeys([*kept, *seeded]))
    if len(wanted) > options.number:
        words = tr("{locked} territories are locked or have locked units, but only {number} are wanted.")
        if seeded:
            words = tr(
                "{locked} territories have seeds, are locked or have locked units, but only {number} are "
                "wanted."
            )
        raise ValueError(words.format(locked=len(wanted), number=options.number))
    return numbered_names(options.number, wanted)


def _areas(session, options, labels: np.ndarray, units: Units, graph: Adjacency) -> Areas | None:
    """The borders that the territories must stay within: those of a field, else of a level that binds."""
    if not options.within:
        return level_areas(session, labels, units, graph)
    layer = session.layer
    position = layer.fields().lookupField(options.within)
    if position < 0:
        words = tr("Layer “{layer}” has no field “{field}”.")
        raise ValueError(words.format(layer=layer.name(), field=options.within))
    found = _column(layer, position)
    values = [text_or_none(found.get(fid)) for fid in units.ids.tolist()]
    return field_areas(options.within, values, labels, session.alignment.territories, units, graph)


def _names_inside(session, options, table, kept, areas: Areas, units: Units) -> tuple[Areas, list[str]]:
    """The territories of each area: those of the reps who live there, or as many as suit it."""
    if options.method in (FEWEST, MOST):
        words = tr("{level} binds: choose the number of territories, or one for each rep.")
        raise ValueError(words.format(level=areas.title))
    if table is not None:
        areas = with_homes(areas, table.names, table.homes, units)
        without = [name for name in areas.names if name not in areas.owners.values()]
        if without:
            words = tr("There is no territory for {areas}: nobody lives there. Every {level} needs one.")
            raise ValueError(words.format(areas=", ".join(without[:6]), level=areas.title))
        return areas, list(table.names)
    weight = index_shares(units.values(), session.settings.weights)
    if not weight.any():
        weight = np.ones(units.n)
    present = session.territories.on_map()
    return with_number(areas, options.number, present, kept, weight)


def _homes(session, options, table, names: list[str] | None) -> np.ndarray | None:
    """Where territories begin: at their seeds, else where their reps live; None where nothing says so."""
    if names is None:
        return None
    seeds = session.followers.planning.homes(names) if options.seeds else None
    reps = table.homes if table is not None else None
    if seeds is None or reps is None:
        return reps if seeds is None else seeds
    return np.where(np.isfinite(seeds), seeds, reps)


def _groups(layer: QgsVectorLayer, name: str | None, ids: np.ndarray) -> np.ndarray | None:
    """(n,) number of the group that each unit belongs to, -1 for none."""
    if not name:
        return None
    position = layer.fields().lookupField(name)
    if position < 0:
        raise ValueError(tr("Layer “{layer}” has no field “{field}”.").format(layer=layer.name(), field=name))
    values = _column(layer, position)
    return groups_of(values.get(fid) for fid in ids.tolist())


def _column(layer: QgsVectorLayer, position: int) -> dict[int, Any]:
    """Feature id → value of a field."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    features = layer.getFeatures(request.setSubsetOfAttributes([position]))
    return {feature.id(): feature.attributes()[position] for feature in features}


def _barriers(session: PlanSession, layer: QgsVectorLayer | None) -> list[Any]:
    if layer is None:
        return []
    return list(read_shapes(layer, session.live.crs, QgsProject.instance().transformContext()))
