"""What a plan is, apart from its data: settings, kept in the QGIS project.

The units and who has them are in the user's layer. The project holds only what is written here, as one
JSON entry with a schema version: settings and layer ids, so a project keeps working when its folder moves.
"""

from __future__ import annotations

import copy
import json
import math
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Callable

from qgis.core import QgsProject

from ..translate import tr

if TYPE_CHECKING:
    from ..core.targets import Targets

SCOPE = "territory_manager"
KEY = "plans"

#: Stands for the number of accounts where a field of theirs is named.
COUNT = "*"

#: What is balanced where nothing is measured.
COUNTED = "units"


def _with_other_layers(stored: dict) -> dict:
    """Schema 1 knew the units layer only: no accounts, drawn territories, seeds, barriers or bridges."""
    fresh = {
        "accounts_layer": None,
        "account_measures": {},
        "boundaries_layer": None,
        "boundaries_field": None,
        "planning_layers": {},
    }
    return {**stored, "plans": [{**fresh, **plan} for plan in stored["plans"]]}


def _with_plan_parts(stored: dict) -> dict:
    """Schema 2 knew one alignment without levels, tables of its own, or what the insight needs."""
    fresh = {
        "plan_file": None,
        "scenarios": {},
        "levels": [],
        "borders_layer": None,
        "reps_layer": None,
        "reps_fields": {},
        "journal_layer": None,
        "keeps_journal": True,
        "rules": {},
        "workload": {},
        "theme": {},
        "layouts": {},
    }
    return {**stored, "plans": [{**fresh, **plan} for plan in stored["plans"]]}


#: Step i turns what schema i + 1 stored into what schema i + 2 stores. Every change of the schema adds one.
MIGRATIONS: tuple[Callable[[dict], dict], ...] = (_with_other_layers, _with_plan_parts)


class PlanError(ValueError):
    """A stored plan cannot be used; the message says why and what to do."""


def schema_version() -> int:
    """The schema that is written now."""
    return len(MIGRATIONS) + 1


@dataclass
class PlanSettings:
    """One plan's settings.

    Attributes
    ----------
    layer_id : str
        QGIS id of the units layer.
    territory_field : str
        Text field that holds the alignment; empty where the territories are drawn.
    measures, weights : tuple
        What to balance, numeric fields or sums of accounts, and their weights (``None``: equal).
    each_measure : bool
        Balance every measure by itself instead of the weighted index.
    tolerance : float
        Allowed deviation from the target, in %.
    territories : list of str
        Territories in their order.
    found : set of str
        Those of them that only an edit of the layer made: they go with their last unit. The others are kept
        while they have no units.
    number : int, optional
        How many territories were asked for when the plan was made; what the next build begins with.
    reps, capacities, colors : dict
        By territory: who serves it, its relative target, its colour as ``#rrggbb``.
    locked_units : set of int
        Feature ids that keep their territory.
    locked_territories : set of str
        Territories that keep exactly the units they have.
    baseline : str, optional
        Field with the alignment that changes are measured against.
    accounts_layer : str, optional
        QGIS id of a layer of points that are counted and summed over the units they lie in.
    account_measures : dict
        Measure → field of that layer whose values are summed, or `COUNT` for the number of accounts. One
        that is missing in `measures` cannot be had at the moment.
    boundaries_layer, boundaries_field : str, optional
        QGIS id of the layer in which the territories are drawn as polygons, and the field with their names.
    planning_layers : dict
        ``seeds``, ``barriers`` and ``bridges`` → QGIS id of the layer in which they are drawn.
    plan_file : str, optional
        GeoPackage with the plan's own tables, as the project writes paths: relative to it where they can be.
    scenarios : dict
        Field of the units → what is known of the alignment that it holds, see `scenarios.Scenario`.
    levels : list of dict
        What groups the territories, the lowest first, see `levels.Level`.
    borders_layer : str, optional
        QGIS id of the layer that shows the borders of the levels.
    reps_layer, journal_layer : str, optional
        QGIS ids of the layers with the reps and with the journal.
    keeps_journal : bool
        What changes hands is journaled when it is saved.
    reps_fields : dict
        What is known of the reps (`rep.ROLES`) → field of their layer.
    rules : dict
        Which accounts belong to somebody whatever the map says, see `account_rules`.
    workload : dict
        How the work of the reps is counted, see `live_workload`.
    theme : dict
        What the map shows, and its labels, see `themes`.
    layouts : dict
        Column layouts of exports and imports, by their name.
    active : bool
        The plan is open; it is opened again with the project.
    """

    layer_id: str
    territory_field: str
    name: str = ""
    plan_id: str = field(default_factory=lambda: uuid.uuid4().hex)
    name_field: str | None = None
    measures: tuple[str, ...] = ()
    weights: tuple[float, ...] | None = None
    each_measure: bool = False
    tolerance: float = 5.0
    territories: list[str] = field(default_factory=list)
    found: set[str] = field(default_factory=set)
    number: int | None = None
    reps: dict[str, str] = field(default_factory=dict)
    capacities: dict[str, float] = field(default_factory=dict)
    colors: dict[str, str] = field(default_factory=dict)
    locked_units: set[int] = field(default_factory=set)
    locked_territories: set[str] = field(default_factory=set)
    baseline: str | None = None
    accounts_layer: str | None = None
    account_measures: dict[str, str] = field(default_factory=dict)
    boundaries_layer: str | None = None
    boundaries_field: str | None = None
    planning_layers: dict[str, str] = field(default_factory=dict)
    plan_file: str | None = None
    scenarios: dict[str, dict] = field(default_factory=dict)
    levels: list[dict] = field(default_factory=list)
    borders_layer: str | None = None
    reps_layer: str | None = None
    reps_fields: dict[str, str] = field(default_factory=dict)
    journal_layer: str | None = None
    keeps_journal: bool = True
    rules: dict[str, Any] = field(default_factory=dict)
    workload: dict[str, Any] = field(default_factory=dict)
    theme: dict[str, Any] = field(default_factory=dict)
    layouts: dict[str, dict] = field(default_factory=dict)
    active: bool = True

    @property
    def field_measures(self) -> tuple[str, ...]:
        """The measures that are fields of the units layer."""
        return tuple(name for name in self.measures if name not in self.account_measures)

    @property
    def is_drawn(self) -> bool:
        """The territories are drawn as polygons, and no field of the units holds the alignment."""
        return self.boundaries_layer is not None

    def to_dict(self) -> dict:
        """Plain values for JSON, in a stable order."""
        stored = asdict(self)
        stored["locked_units"] = sorted(self.locked_units)
        stored["locked_territories"] = sorted(self.locked_territories)
        stored["found"] = sorted(self.found)
        return stored

    @classmethod
    def from_dict(cls, stored: dict) -> PlanSettings:
        """Settings from what `to_dict` gave; what a later version added is left out."""
        known = {f.name for f in fields(cls)}
        needed = ("layer_id", "boundaries_field" if stored.get("boundaries_layer") else "territory_field")
        missing = [name for name in needed if not stored.get(name)]
        if missing:
            raise PlanError(
                tr("The project's plan “{plan}” names no {missing}. Make the plan anew."
                ).format(plan=stored.get("name", ""), missing=", ".join(missing))
            )
        values = {name: value for name, value in stored.items() if name in known}
        for name in ("locked_units", "locked_territories", "found"):
            values[name] = set(values.get(name, ()))
        values["measures"] = tuple(values.get("measures", ()))
        if values.get("weights") is not None:
            values["weights"] = tuple(float(weight) for weight in values["weights"])
        return cls(**values)

    def copy(self) -> PlanSettings:
        """Settings that can be changed without changing these."""
        return copy.deepcopy(self)

    def rename(self, old: str, new: str) -> None:
        """Give a territory another name wherever the settings know it; one so named is the same then."""
        others = [name for name in self.territories if name != new]
        self.territories = [new if name == old else name for name in others]
        for by_name in (self.reps, self.capacities, self.colors):
            if old in by_name:
                by_name[new] = by_name.pop(old)
        for level in self.levels[:1]:
            if old in level["parents"]:
                # the old name stays: another scenario may have a territory of that name
                level["parents"][new] = level["parents"][old]
        self.found.discard(new)
        for names in (self.found, self.locked_territories):
            if old in names:
                names.remove(old)
                names.add(new)


def checked_weights(measures: Sequence[str], weights: Sequence[float] | None) -> tuple[float, ...] | None:
    """Weights as they are stored, one for each measure; ``None`` for equal ones.

    Raises
    ------
    PlanError
        When there are not as many as measures, or one is no number of 0 or more.
    """
    if weights is None:
        return None
    if len(weights) != len(measures):
        raise PlanError(
            tr("There are {weights} weights for {measures} measures. Give one for each.").format(
                weights=len(weights), measures=len(measures)
            )
        )
    for name, weight in zip(measures, weights):
        if not 0 <= weight < math.inf:
            raise PlanError(
                tr("The weight of “{field}” is {weight}. Give a number of 0 or more.").format(
                    field=name, weight=weight
                )
            )
    return tuple(float(weight) for weight in weights)


def targets_of(settings: PlanSettings) -> Targets:
    """What the plan's territories should get."""
    return targets_for(
        # a plan may have no territories yet, but targets cannot: one stands in that no row of a table matches
        settings.territories or [""],
        settings.capacities,
        settings.tolerance,
        weights=settings.weights,
        each_measure=settings.each_measure,
    )


def targets_for(
    names: Sequence[str], capacities: Mapping[str, float], tolerance: float, **details: Any
) -> Targets:
    """What territories should get: shares by capacity, or equal ones where there are none.

    Parameters
    ----------
    names : the territories
    capacities : relative targets by territory; one that has none gets the usual one
    tolerance : in %
    details : handed on to `Targets`
    """
    from ..core.targets import Targets

    known = [capacity for name, capacity in capacities.items() if name in names]
    if sum(known) <= 0:
        return Targets.equal(len(names), tolerance / 100.0, names=names, **details)
    usual = sum(known) / len(known)
    wanted = [capacities.get(name, usual) for name in names]
    return Targets.by_capacity(names, wanted, tolerance / 100.0, **details)


def read_plans(project: QgsProject | None = None) -> list[PlanSettings]:
    """The plans a project holds.

    Raises
    ------
    PlanError
        When the entry is damaged or was written by a newer version of the plugin.
    """
    text, found = (project or QgsProject.instance()).readEntry(SCOPE, KEY, "")
    if not found or not text:
        return []
    try:
        stored = json.loads(text)
    except json.JSONDecodeError as error:
        raise PlanError(
            tr("The plans stored in this project cannot be read ({reason}). Make the plan anew."
            ).format(reason=error)
        ) from error
    return [PlanSettings.from_dict(plan) for plan in migrate(stored)["plans"]]


def migrate(stored: dict) -> dict:
    """Bring what an older version stored to the schema of this one."""
    version = stored.get("schema") if isinstance(stored, dict) else None
    if not isinstance(version, int) or version < 1 or not isinstance(stored.get("plans"), list):
        raise PlanError(
            tr("The plans stored in this project cannot be read. Make the plan anew."
            )
        )
    if version > schema_version():
        raise PlanError(
            tr("The plans of this project were saved by a newer Territory Manager (schema {theirs}, this one "
                "reads up to {ours}). Update the plugin to open them.",
            ).format(theirs=version, ours=schema_version())
        )
    for number in range(version, schema_version()):
        stored = {**MIGRATIONS[number - 1](stored), "schema": number + 1}
    return stored


def write_plan(settings: PlanSettings, project: QgsProject | None = None) -> bool:
    """Store a plan; the project is touched only if something differs. Tells whether it was."""
    project = project or QgsProject.instance()
    plans = [plan for plan in read_plans(project) if plan.plan_id != settings.plan_id]
    return _write([*plans, settings], project)


def remove_plan(plan_id: str, project: QgsProject | None = None) -> bool:
    """Forget a plan's settings; layers and their data stay. Tells whether there was one."""
    project = project or QgsProject.instance()
    return _write([plan for plan in read_plans(project) if plan.plan_id != plan_id], project)


def _write(plans: list[PlanSettings], project: QgsProject) -> bool:
    plans = sorted(plans, key=lambda plan: (plan.name, plan.plan_id))
    stored = {"schema": schema_version(), "plans": [plan.to_dict() for plan in plans]}
    text = json.dumps(stored, ensure_ascii=False, sort_keys=True)
    before, found = project.readEntry(SCOPE, KEY, "")
    if before == text or (not plans and not found):
        return False
    # writeEntry marks the project as changed, so it is not called for nothing
    return bool(project.writeEntry(SCOPE, KEY, text) if plans else project.removeEntry(SCOPE, KEY))
