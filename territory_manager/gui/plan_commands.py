"""Plans as files, from the menu: open, save as, duplicate, rename, recent ones, and those of the project."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox

from .. import dependencies
from ..settings import Settings
from ..translate import tr
from .actions import Command
from .messages import push_message

#: How many plans are remembered.
RECENT = 10


def commands(iface, plugin, menu: str) -> list[Command]:
    """The entries of the submenu Plan."""

    def command(name, text, tip, icon, call, **more):
        return Command(
            name, text, tip, icon, lambda: call(iface, plugin), in_toolbar=False, menu=menu, **more
        )

    return [
        command(
            "actionOpenPlan",
            tr("Open Plan…"),
            tr("Open a plan that was saved as a file"),
            "open_plan",
            open_plan,
        ),
        command(
            "actionRecentPlans",
            tr("Recent Plans"),
            tr("Plans that were opened or saved last"),
            "open_plan",
            open_plan,
            fill=lambda sub: fill_recent(sub, iface, plugin),
        ),
        command(
            "actionSavePlanAs",
            tr("Save Plan As…"),
            tr("Everything the plan lives on in one file, to keep or to pass on"),
            "save_plan",
            save_plan_as,
            needs_plan=True,
        ),
        command(
            "actionDuplicatePlan",
            tr("Duplicate Plan…"),
            tr("A copy of the plan under another name, in a file of its own"),
            "duplicate_plan",
            duplicate_plan,
            needs_plan=True,
        ),
        command(
            "actionRenamePlan",
            tr("Rename Plan…"),
            tr("Give the plan another name"),
            "new_plan",
            rename_plan,
            needs_plan=True,
        ),
    ]


# opening
def open_plan(iface, plugin) -> None:
    """Asks for a file and opens the plan in it."""
    recent = Settings().recent_plans
    start = str(Path(recent[0]).parent) if recent else QgsProject.instance().absolutePath()
    path, _ = QFileDialog.getOpenFileName(
        iface.mainWindow(), tr("Open Plan"), start, tr("Plans (*.gpkg)") + ";;" + tr("All files (*)")
    )
    if path:
        open_file(iface, plugin, path)


def open_file(iface, plugin, path) -> bool:
    """Opens the plan in a file; tells whether that went well."""
    words = dependencies.message()
    if words:
        _say(iface, words)
        return False
    from ..layers.plan_file import open_plan_file
    from .waiting import waiting

    project = QgsProject.instance()
    try:
        with waiting():
            opened = open_plan_file(path, project)
    except ValueError as error:
        _say(iface, str(error))
        return False
    remember(path)
    plugin.set_session(opened.session)
    iface.setActiveLayer(opened.session.layer)
    _show_map(iface, opened.session.layer)
    if opened.missing:
        _say(iface, " ".join(opened.missing))
    return True


def _show_map(iface, layer) -> None:
    """Zooms to the units where the map shows none of them."""
    from .sample import zoom_to

    canvas, project, layer_id = iface.mapCanvas(), layer.project(), layer.id()

    def show():
        units = project.mapLayer(layer_id) if project is not None else None
        if units is None:
            return
        extent = canvas.mapSettings().layerExtentToOutputExtent(units, units.extent())
        if not extent.intersects(canvas.extent()) or not canvas.layerCount():
            zoom_to(canvas, units)

    show()
    # QGIS gives a project the CRS and the extent of its first layer in the next turn
    QTimer.singleShot(0, show)


def fill_recent(menu: QMenu, iface, plugin) -> None:
    """The plans opened or saved last; those that are not there any more are grey."""
    menu.clear()
    paths = Settings().recent_plans
    for number, path in enumerate(paths, 1):
        action = menu.addAction(f"&{number % 10} {Path(path).stem.replace('&', '&&')}")
        there = Path(path).is_file()
        action.setToolTip(path)
        action.setStatusTip(path)
        action.setEnabled(there)
        if not there:
            action.setText(action.text() + " " + tr("(not found)"))
        action.triggered.connect(lambda _checked=False, path=path: open_file(iface, plugin, path))
    if not paths:
        menu.addAction(tr("None yet")).setEnabled(False)
    menu.setToolTipsVisible(True)


def remember(path) -> None:
    """Puts a plan at the top of the recent ones."""
    path, settings = str(Path(path).absolute()), Settings()
    settings.recent_plans = [path, *(other for other in settings.recent_plans if other != path)][:RECENT]


def switch_to(iface, plugin, plan_id: str) -> None:
    """Opens another plan of the project."""
    from ..layers.opening import reopen_session
    from ..layers.plan import read_plans
    from .waiting import waiting

    project = QgsProject.instance()
    try:
        settings = next((plan for plan in read_plans(project) if plan.plan_id == plan_id), None)
        if settings is None:
            return
        settings.active = True
        with waiting():
            session = reopen_session(settings, project)
            session.restyle()
            session.store()
    except ValueError as error:
        _say(iface, str(error))
        return
    plugin.set_session(session)
    iface.setActiveLayer(session.layer)
    _show_map(iface, session.layer)


# saving
def save_plan_as(iface, plugin) -> None:
    """Asks where to, and saves the plan as a file."""
    _copy(iface, plugin, duplicate=False)


def duplicate_plan(iface, plugin) -> None:
    """Asks for a name and a file, and makes another plan of this one."""
    _copy(iface, plugin, duplicate=True)


def _copy(iface, plugin, duplicate) -> None:
    session = plugin.session
    if session is None or not _save_edits(iface, session):
        return
    from .save_plan_dialog import SavePlanDialog

    dialog = SavePlanDialog(session, iface.mainWindow(), duplicate=duplicate)
    try:
        if not dialog.exec():
            return
        path, goes_on, name = dialog.path(), dialog.goes_on(), dialog.name()
    finally:
        dialog.deleteLater()
    remember(path)
    if duplicate:
        if goes_on:
            open_file(iface, plugin, path)
    elif goes_on:
        from ..layers.plan_file import move_to

        try:
            move_to(session, path, name=name)
        except ValueError as error:
            _say(iface, str(error))
            return
    link = f'<a href="{path.as_uri()}">{path}</a>'
    words = tr("The plan is in {file}").format(file=link)
    push_message(iface, tr("Save Plan"), words, Qgis.MessageLevel.Success)


def _save_edits(iface, session) -> bool:
    """Asks to save edits of the plan's layers, which a file cannot have otherwise; tells whether to go on."""
    from ..layers.plan_store import used_layers

    edited = [layer for layer in used_layers(session).values() if layer.isEditable() and layer.isModified()]
    if not edited:
        return True
    names = ", ".join(layer.name() for layer in edited)
    words = tr("These layers have edits that are not saved: {layers}. Save them now, and go on?")
    answer = QMessageBox.question(
        iface.mainWindow(),
        tr("Save Plan"),
        words.format(layers=names),
        QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel,
        QMessageBox.StandardButton.Save,
    )
    if answer != QMessageBox.StandardButton.Save:
        return False
    for layer in edited:
        if not layer.commitChanges(False):
            _say(iface, " ".join(layer.commitErrors()))
            return False
    return True


# the plan itself
def rename_plan(iface, plugin) -> None:
    """Asks for another name."""
    from ..layers.plan_file import rename_plan as rename

    session = plugin.session
    if session is None:
        return
    name, given = QInputDialog.getText(
        iface.mainWindow(), tr("Rename Plan"), tr("Name"), text=session.settings.name
    )
    if given:
        try:
            rename(session, name)
        except ValueError as error:
            _say(iface, str(error))


def remove_plan(iface, plugin) -> None:
    """Asks, and takes the open plan out of the project; its layers and files stay."""
    from ..layers.plan_file import forget_plan

    session = plugin.session
    if session is None:
        return
    words = tr("Remove plan “{plan}” from this project? Its layers, fields and files stay as they are.")
    answer = QMessageBox.question(
        iface.mainWindow(),
        tr("Remove Plan"),
        words.format(plan=session.settings.name),
        QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel,
        QMessageBox.StandardButton.Cancel,
    )
    if answer == QMessageBox.StandardButton.Yes:
        settings, project = session.settings, session.project()
        plugin.close_plan()
        forget_plan(settings, project)


def _say(iface, words) -> None:
    push_message(iface, tr("Plan"), words, Qgis.MessageLevel.Warning)
