"""Plans as files: saved as one GeoPackage, opened from it anywhere."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsDataProvider, QgsFields, QgsProject, QgsVectorLayer

from ..translate import tr
from .journal_table import is_journal
from .opening import reopen_session
from .plan import PlanError, PlanSettings, read_plans, remove_plan
from .plan_copy import prepare_copy
from .plan_store import (
    REFERENCE,
    Store,
    absolute,
    read_store,
    replaced,
    used_layers,
)

if TYPE_CHECKING:
    from .session import PlanSession


def save_plan_as(
    session: PlanSession,
    path: str | Path,
    progress: Callable[[float, str], None] = lambda percent, words: None,
    cancelled: Callable[[], bool] = lambda: False,
    **options: Any,
) -> Path | None:
    """Save a plan with everything it lives on as one GeoPackage.

    All layers of the plan are copied with all their fields, styles and feature ids; virtual and joined fields
    become ordinary ones. The session stays where it is; see `move_to`.

    Parameters
    ----------
    progress, cancelled : as in `tasks.CoreTask`
    options : ``name``, ``fresh``, ``link_units``, see `plan_copy.prepare_copy`

    Returns
    -------
    Path or None
        The file; ``None`` where it was cancelled.

    Raises
    ------
    PlanError
        When it cannot be written; what was at `path` before is still there then.
    """
    copy = prepare_copy(session, path, **options)
    return copy.finish() if copy.write(progress, cancelled) else None


def move_to(session: PlanSession, path: Path, *, name: str | None = None) -> None:
    """Let the plan's layers and settings be those of a file that it was just saved as.

    The layers stay the same for the project: their ids, styles and places in the layer tree.
    """
    store = read_store(path)
    for key, layer in used_layers(session).items():
        table = store.layers.get(key, {}).get("table")
        if not table or session.project().mapLayer(layer.id()) is None:
            continue
        _drop_computed_fields(layer)
        read_only = layer.readOnly()
        layer.setDataSource(
            f"{path}|layername={table}", layer.name(), "ogr", QgsDataProvider.ProviderOptions(), False
        )
        layer.setReadOnly(read_only and is_journal(layer))
    session.settings.plan_file = session.project().pathResolver().writePath(str(path))
    session.settings.name = name or session.settings.name
    session.settings.plan_id = store.settings["plan_id"]
    session.flush()
    session.store()
    session.territoriesChanged.emit()


def _drop_computed_fields(layer: QgsVectorLayer) -> None:
    """Virtual and joined fields go: the file has their values under the same names."""
    fields = layer.fields()
    for place in range(len(fields) - 1, -1, -1):
        if fields.fieldOrigin(place) == QgsFields.FieldOrigin.OriginExpression:
            layer.removeExpressionField(place)
    for join in layer.vectorJoins():
        layer.removeJoin(join.joinLayerId())


@dataclass
class OpenedPlan:
    """What came of opening a file.

    Attributes
    ----------
    session : PlanSession
    missing : list of str
        Layers of the plan that could not be found, in words.
    """

    session: PlanSession
    missing: list[str] = field(default_factory=list)


def open_plan_file(path: str | Path, project: QgsProject | None = None, *, parent=None) -> OpenedPlan:
    """Open a plan from its file: its layers come into the project, in a group that is called like the plan.

    A plan that the project has open from that file already is opened again as it is.

    Raises
    ------
    PlanError
        When the file holds no plan, is of a newer version, or its units cannot be found. The project is as it
        was then.
    """
    project, path = project or QgsProject.instance(), Path(path).absolute()
    store = read_store(path)
    known = read_plans(project)
    for plan in known:
        there = plan.plan_file and Path(project.pathResolver().readPath(plan.plan_file)).absolute() == path
        if (
            there
            and plan.plan_id == store.settings["plan_id"]
            and project.mapLayer(plan.layer_id) is not None
        ):
            plan.active = True
            session = reopen_session(plan, project, parent=parent)
            session.store()
            return OpenedPlan(session)
    added, missing, names = _layers(store, path, project)
    title = store.settings.get("name") or path.stem
    group = project.layerTreeRoot().insertGroup(0, title)
    try:
        settings = _settings(store, names, path, project)
        for key, layer in added.items():
            if project.mapLayer(layer.id()) is None:
                project.addMapLayer(layer, False)
                node = group.addLayer(layer)
                node.setItemVisibilityChecked(store.layers[key].get("visible", True))
                node.setExpanded(key == "units")
        if any(plan.plan_id == settings.plan_id for plan in known):
            settings.plan_id = uuid.uuid4().hex
        session = reopen_session(settings, project, parent=parent)
    except ValueError:
        fresh = [layer.id() for layer in added.values() if group.findLayer(layer.id()) is not None]
        project.removeMapLayers(fresh)
        project.layerTreeRoot().removeChildNode(group)
        raise
    if not group.children():
        project.layerTreeRoot().removeChildNode(group)
    session.restyle()
    session.store()
    return OpenedPlan(session, missing)


def _layers(store: Store, path: Path, project: QgsProject):
    """The layers by key, what is missing in words, and reference → layer id."""
    added: dict[str, QgsVectorLayer] = {}
    missing: list[str] = []
    names: dict[str, str | None] = {}
    for key, entry in store.layers.items():
        title = str(entry.get("title") or key)
        if entry.get("table"):
            provider, source = "ogr", f"{path}|layername={entry['table']}"
        else:
            provider = str(entry.get("provider"))
            source = absolute(provider, str(entry.get("source")), path)
        same = (
            other
            for other in project.mapLayers().values()
            if isinstance(other, QgsVectorLayer) and other.isValid() and other.source() == source
        )
        layer = next(same, None) or QgsVectorLayer(source, title, provider)
        if not layer.isValid():
            missing.append(
                tr("Layer “{layer}” was not found at {source}.").format(layer=title, source=source)
            )
            if key == "units":
                raise PlanError(missing[-1])
            names[REFERENCE + key] = None
            continue
        if is_journal(layer):
            layer.setReadOnly(True)
        added[key] = layer
        names[REFERENCE + key] = layer.id()
    return added, missing, names


def _settings(store: Store, names: dict[str, str | None], path: Path, project: QgsProject) -> PlanSettings:
    stored = replaced(store.settings, names)
    kinds = stored.get("planning_layers", {})
    stored["planning_layers"] = {kind: layer_id for kind, layer_id in kinds.items() if layer_id}
    stored["plan_file"] = project.pathResolver().writePath(str(path))
    stored["active"] = True
    return PlanSettings.from_dict(stored)


def rename_plan(session: PlanSession, name: str) -> None:
    """Give a plan another name.

    Raises
    ------
    PlanError
        When there is none.
    """
    if not name.strip():
        raise PlanError(tr("A plan needs a name."))
    session.settings.name = name.strip()
    session.store()
    session.territoriesChanged.emit()


def forget_plan(settings: PlanSettings, project: QgsProject) -> None:
    """Remove a plan from a project: its settings go, its layers and files stay."""
    remove_plan(settings.plan_id, project)
