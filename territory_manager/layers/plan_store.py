"""A plan in its GeoPackage: the settings, which layers it lives on, and who has what in tables for anybody.

Table ``territory_manager_plan`` has keys and values: ``schema`` (of the settings), ``settings`` (as the
project keeps them, see `plan`) and ``layers``. Where the settings name a layer of a project, here stands
``layer://key``; ``layers`` says for each key which table of this file it is, or, relative to the file, which
source elsewhere. ``territories`` and ``scenarios`` are written for other programs and never read again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsMapLayer, QgsPathResolver, QgsProviderRegistry, QgsVectorLayer

from ..translate import tr
from .fields import unused_name
from .geopackage import read_table, write_tables
from .plan import PlanError, migrate, schema_version
from .plan_tables import plan_path
from .writing import WritingError

if TYPE_CHECKING:
    from .session import PlanSession

TABLE, TERRITORIES, SCENARIOS = "territory_manager_plan", "territories", "scenarios"
REFERENCE = "layer://"

#: Setting → key of the layer that it names.
ROLES = {
    "layer_id": "units",
    "accounts_layer": "accounts",
    "reps_layer": "reps",
    "journal_layer": "journal",
    "boundaries_layer": "boundaries",
    "borders_layer": "level_borders",
}

#: Columns that hold yes or no.
_FLAGS = ("locked", "current", "baseline", "archived", "approved")

Rows = "Sequence[Sequence[object]]"


@dataclass(frozen=True)
class Store:
    """What the file says of a plan.

    Attributes
    ----------
    settings : dict
        As `plan.PlanSettings.to_dict` gives them, references in place of layer ids.
    layers : dict
        Key → ``title``, ``visible``, and either ``table`` or ``provider`` and ``source``; the uppermost of
        the layer tree first.
    territories, scenarios : tuple
        Names of the columns, and rows.
    """

    settings: dict[str, Any]
    layers: dict[str, dict[str, Any]]
    territories: tuple[Sequence[str], Rows] = ((), ())
    scenarios: tuple[Sequence[str], Rows] = ((), ())

    def entries(self) -> dict[str, str]:
        """Keys and values of the table."""
        stored = {"schema": schema_version(), "plans": [self.settings]}
        return {
            "schema": str(schema_version()),
            "settings": json.dumps(stored, ensure_ascii=False, sort_keys=True),
            "layers": json.dumps(self.layers, ensure_ascii=False),
        }


# what an open plan says of itself
def used_layers(session: PlanSession) -> dict[str, QgsVectorLayer]:
    """Key → layer, of all layers that the plan's settings name and the project has."""
    project, settings = session.project(), session.settings.to_dict()
    roles = {settings[name]: key for name, key in ROLES.items() if settings.get(name)}
    roles.update({layer_id: kind for kind, layer_id in settings["planning_layers"].items()})
    found: dict[str, QgsVectorLayer] = {}
    for layer_id in dict.fromkeys([*roles, *_texts(settings)]):
        layer = project.mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer) and layer.isValid():
            found[unused_name(roles.get(layer_id, "layer"), found)] = layer
    journal = None if "journal" in found else session.journal.layer()
    if journal is not None:
        found["journal"] = journal
    order = {layer.id(): place for place, layer in enumerate(project.layerTreeRoot().layerOrder())}
    return dict(sorted(found.items(), key=lambda item: order.get(item[1].id(), len(order))))


def describe(session: PlanSession, path: Path, tables: Mapping[str, str] | None = None) -> Store:
    """The plan as a file says it.

    Parameters
    ----------
    path : the file
    tables : key of `used_layers` → table of that file, of layers that are or will be copied into it
    """
    tables = tables or {}
    root = session.project().layerTreeRoot()
    layers, references = {}, {}
    for key, layer in used_layers(session).items():
        node = root.findLayer(layer.id())
        entry: dict[str, Any] = {
            "title": layer.name(),
            "visible": node.itemVisibilityChecked() if node is not None else True,
        }
        table = tables.get(key) or table_in(layer, path)
        if table:
            entry["table"] = table
        elif layer.providerType() == "memory":
            continue
        else:
            entry["provider"], entry["source"] = layer.providerType(), _relative(layer, path)
        layers[key] = entry
        references[layer.id()] = REFERENCE + key
    settings = session.settings.to_dict()
    if "journal" in layers and settings["journal_layer"]:
        references[settings["journal_layer"]] = REFERENCE + "journal"
    settings = replaced(settings, references)
    settings["plan_file"], settings["active"] = None, True
    return Store(settings, layers, _territories(session), _scenarios(session))


def replaced(value: Any, names: Mapping[str, Any]) -> Any:
    """Plain values with some texts replaced, wherever they stand."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, Mapping):
        return {key: replaced(each, names) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [replaced(each, names) for each in value]
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from _texts(each)


def table_in(layer: QgsMapLayer, path: Path) -> str | None:
    """The table of a GeoPackage that a layer shows; None where it shows something else."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    source = parts.get("path")
    if layer.providerType() != "ogr" or not source or Path(source).resolve() != path.resolve():
        return None
    return parts.get("layerName") or None


def _relative(layer: QgsMapLayer, path: Path) -> str:
    return _moved(layer.providerType(), layer.source(), QgsPathResolver(str(path)).writePath)


def absolute(provider: str, source: str, path: Path) -> str:
    """A source as `describe` stored it, from where the file is now."""
    return _moved(provider, source, QgsPathResolver(str(path)).readPath)


def _moved(provider: str, source: str, move: Callable[[str], str]) -> str:
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri(provider, source)
    before = parts.get("path")
    if not before:
        return source
    after = move(before)
    if provider == "ogr":
        parts["path"] = after
        return registry.encodeUri(provider, parts)
    return source.replace(before, after)


def _territories(session: PlanSession) -> tuple[Sequence[str], Rows]:
    levels = session.settings.levels
    names = ["scenario", "territory", "rep", "color", "capacity", "locked"]
    columns = list(names)
    for level in levels:
        columns.append(unused_name(str(level.get("name") or "level"), ["fid", *columns]))
    rows: list[list[object]] = []
    fields = session.scenarios.fields() if session.scenarios.available else [session.territory_field]
    for field in fields:
        own = session.scenarios.own(field)
        reps, colors, capacities = (own.get(name, {}) for name in ("reps", "colors", "capacities"))
        for territory in own.get("territories", ()):
            row = [field, territory, reps.get(territory), colors.get(territory), capacities.get(territory)]
            row.append(territory in own.get("locked_territories", ()))
            group: str | None = territory
            for level in levels:
                group = level.get("parents", {}).get(group)
                row.append(group)
            rows.append(row)
    return columns, rows


def _scenarios(session: PlanSession) -> tuple[Sequence[str], Rows]:
    columns = ("field", "title", "note", "author", "created", "effective", "current", "baseline", "archived",
               "approved")  # fmt: skip
    if not session.scenarios.available:
        return columns, []
    settings = session.settings
    return columns, [
        (
            each.field,
            each.title,
            each.note,
            each.author,
            each.created,
            each.effective,
            each.field == settings.territory_field,
            each.field == settings.baseline,
            each.archived,
            each.approved,
        )
        for each in session.scenarios
    ]


# the file
def is_plan_file(path: Path) -> bool:
    """Whether a file is a GeoPackage that holds a plan."""
    return path.is_file() and bool(read_table(path, TABLE))


def read_entries(path: Path) -> dict[str, str]:
    """Keys and values of the plan's table.

    Raises
    ------
    PlanError
        When the file is not there, cannot be read, or holds no plan.
    """
    try:
        rows = read_table(path, TABLE)
    except OSError as error:
        raise PlanError(str(error)) from error
    if not rows:
        words = tr("{path} holds no plan. Choose a GeoPackage that was saved with Save Plan As.")
        raise PlanError(words.format(path=path))
    return {str(row.get("key")): str(row.get("value")) for row in rows}


def read_store(path: Path) -> Store:
    """What a file says of its plan, brought to the schema of now.

    Raises
    ------
    PlanError
        When there is none, it is damaged, or a newer Territory Manager wrote it.
    """
    entries = read_entries(path)
    try:
        version = int(entries["schema"])
        stored, layers = json.loads(entries["settings"]), json.loads(entries["layers"])
    except (KeyError, ValueError) as error:
        raise PlanError(
            tr("The plan in {path} is damaged ({reason}).").format(path=path, reason=error)
        ) from error
    if version > schema_version():
        raise PlanError(
            tr(
                "{path} was saved by a newer Territory Manager (schema {theirs}, this one reads up to "
                "{ours}). Update the plugin to open it."
            ).format(path=path, theirs=version, ours=schema_version())
        )
    plans = migrate(stored)["plans"]
    if len(plans) != 1 or not isinstance(layers, dict):
        raise PlanError(tr("The plan in {path} is damaged ({reason}).").format(path=path, reason="plans"))
    return Store(plans[0], layers)


def write_store(path: Path, store: Store) -> bool:
    """Write what a file says of its plan; tells whether that differs from what it said before.

    Raises
    ------
    WritingError
    """
    entries = store.entries()
    if is_plan_file(path) and read_entries(path) == entries:
        return False
    tables = {
        TABLE: (dict.fromkeys(("key", "value"), "text"), list(entries.items())),
        TERRITORIES: (_kinds(store.territories[0]), store.territories[1]),
        SCENARIOS: (_kinds(store.scenarios[0]), store.scenarios[1]),
    }
    try:
        write_tables(path, tables)
    except (OSError, RuntimeError) as error:
        words = tr("The plan could not be written to {path}: {reason}")
        raise WritingError(words.format(path=path, reason=error)) from error
    return True


def _kinds(columns: Sequence[str]) -> dict[str, str]:
    """Column → kind of what it holds."""
    kinds = {"capacity": "number", **dict.fromkeys(_FLAGS, "boolean")}
    return {column: kinds.get(column, "text") for column in columns}


def plan_file_of(session: PlanSession) -> Path | None:
    """The plan's GeoPackage, None while there is none."""
    if not session.settings.plan_file:
        return None
    path = plan_path(session)
    return path if path is not None and path.is_file() else None
