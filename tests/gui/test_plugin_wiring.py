"""The plugin in a window: what it adds, what it takes away, plans that open and close."""

import shutil

import pytest


@pytest.fixture
def plugin(qgis_iface):
    from territory_manager import classFactory

    plugin = classFactory(qgis_iface)
    plugin.initGui()
    yield plugin
    plugin.unload()


@pytest.fixture
def sample(plugin, sample_path, tmp_path):
    plugin.open_sample(tmp_path)
    return plugin


def _actions(iface):
    return iface.mainWindow().findChildren(type(iface.pluginMenu().menuAction()))


def _of_extension(action):
    """Qt's own menu for what has no room in the menu bar comes with the bar's width, not with a plugin."""
    from qgis.PyQt.QtWidgets import QMenu, QMenuBar

    menu = action.parent()
    return isinstance(menu, QMenu) and not menu.objectName() and isinstance(menu.parent(), QMenuBar)


def traces(iface):
    """Everything of ours that can be found in the window, the application and Processing."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject
    from qgis.PyQt.QtWidgets import QAction, QDockWidget, QToolBar

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window = iface.mainWindow()
    ours = [child.objectName() for child in window.findChildren(QObject) if "erritor" in child.objectName()]
    return {
        "objects": sorted(ours),
        "toolbars": sorted(bar.objectName() for bar in window.findChildren(QToolBar)),
        "docks": sorted(dock.objectName() for dock in window.findChildren(QDockWidget)),
        "menu": [action.text() for action in iface.pluginMenu().actions()],
        "shortcuts": len(iface.registeredMainWindowActions()),
        "actions": sorted(
            # nameless ones are Qt's own, for menus and toolbars that are too long for the window
            (action.objectName(), action.text())
            for action in window.findChildren(QAction)
            if action.objectName() or action.text()
        ),
        "provider": QgsApplication.processingRegistry().providerById("territorymanager") is not None,
    }


@pytest.fixture
def without_provider(qgis_app):
    """Processing without our provider, which the session fixture adds; put back afterwards."""
    registry = qgis_app.processingRegistry()
    provider = registry.providerById("territorymanager")
    if provider is not None:
        registry.removeProvider("territorymanager")
    yield
    if registry.providerById("territorymanager") is None:
        from territory_manager.processing.provider import TerritoryManagerProvider

        registry.addProvider(TerritoryManagerProvider())


def test_the_menu_is_in_order_and_lacks_no_command(without_provider, qgis_iface):
    from qgis.PyQt.QtWidgets import QMenu

    from territory_manager import classFactory
    from territory_manager.gui.command_list import commands, menu_groups, submenus

    plugin = classFactory(qgis_iface)
    plugin.initGui()
    try:
        wanted = [name for group in menu_groups() for name in group]
        own = {command.object_name for command in commands(qgis_iface, plugin) if not command.menu}
        assert sorted(wanted) == sorted({*own, *submenus(), "actionAssignTo"})
        menu = qgis_iface.mainWindow().findChild(QMenu, "TerritoryManagerMenu")
        groups = [[]]
        for action in menu.actions():
            groups[-1].append(action.text().replace("&", ""))
            if action.isSeparator():
                groups[-1].pop()
                groups.append([])
        assert groups == [
            ["New Plan…", "Open Sample Plan", "Plan", "Close Plan"],
            ["Build Territories…", "Rebalance Territories…", "Validate Territories"],
            ["Assign To", "Split Unit…", "Add Planning Layers"],
            ["Scenarios and History", "Import and Export", "Insight"],
            ["Territories", "Changes", "Suggestions", "Charts"],
        ]
        plans = qgis_iface.mainWindow().findChild(QMenu, "TerritoryManagerPlanMenu")
        names = [action.objectName() for action in plans.actions()]
        assert names[-3:] == ["actionReps", "actionLevels", "actionLevelBorders"]
    finally:
        plugin.unload()


def test_load_unload_load_leaves_nothing_behind(without_provider, qgis_iface, sample_path, tmp_path):
    from qgis.core import QgsProject

    from territory_manager import classFactory

    before = traces(qgis_iface)
    loaded = []
    for _ in range(2):
        plugin = classFactory(qgis_iface)
        plugin.initGui()
        loaded.append(traces(qgis_iface))
        plugin.open_sample(tmp_path)
        plugin.unload()
        QgsProject.instance().clear()
        assert traces(qgis_iface) == before
    assert loaded[0] == loaded[1]
    assert "TerritoryManagerToolBar" in loaded[0]["toolbars"]
    assert "TerritoryManagerTerritoriesDock" in loaded[0]["docks"]
    assert loaded[0]["provider"]


def test_every_action_has_an_icon_and_a_name(plugin, qgis_iface):
    actions = {action.objectName(): action for action in qgis_iface.registeredMainWindowActions()}
    assert {"actionNewPlan", "actionOpenSample", "actionBuild"} <= set(actions)
    for action in actions.values():
        assert not action.icon().isNull(), action.objectName()
        assert action.statusTip()


def test_what_needs_a_plan_is_enabled_with_one(plugin, qgis_iface, sample_path, tmp_path):
    actions = {action.objectName(): action for action in qgis_iface.registeredMainWindowActions()}
    assert not actions["actionBuild"].isEnabled()
    assert actions["actionNewPlan"].isEnabled()
    plugin.open_sample(tmp_path)
    assert actions["actionBuild"].isEnabled()
    plugin.close_plan()
    assert not actions["actionBuild"].isEnabled()


def test_the_sample_opens_in_a_copy_that_can_be_edited(sample, sample_path, tmp_path):
    from qgis.core import QgsProject

    assert (tmp_path / "southeast.gpkg").exists()
    session = sample.session
    assert len(QgsProject.instance().mapLayers()) == 3
    table = session.statistics()
    assert table["territory"].tolist() == ["GA", "NC", "SC", "TN"]
    assert table["units"].sum() == 400
    assert session.settings.number == 8
    assert session.assign(session.fids_of("SC")[:2], "GA")
    assert session.statistics()["units"].tolist()[0] == table["units"].tolist()[0] + 2


def test_opening_the_sample_again_keeps_the_first_copy(sample, tmp_path):
    sample.open_sample(tmp_path)
    assert (tmp_path / "southeast_2.gpkg").exists()


def test_a_folder_that_cannot_be_written_is_said(plugin, qgis_iface, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert plugin.open_sample(blocked) is None
    assert "cannot be copied" in qgis_iface.messageBar().currentItem().text()
    assert plugin.session is None


def test_the_plan_comes_back_with_the_project_and_leaves_it_clean(sample, tmp_path):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    session = sample.session
    session.lock(territories=["TN"])
    session.set_tolerance(7.5)
    colors = session.colors
    assert project.write(str(tmp_path / "plan.qgz"))
    moved = tmp_path / "moved"
    moved.mkdir()
    project.clear()
    assert sample.session is None
    for name in ("plan.qgz", "southeast.gpkg"):
        shutil.move(tmp_path / name, moved / name)
    assert project.read(str(moved / "plan.qgz"))
    session = sample.session
    assert session is not None
    assert session.settings.name == "Southeast (Sample)"
    assert session.colors == colors
    assert session.locked_territories == {"TN"}
    assert session.settings.tolerance == 7.5
    assert session.statistics()["units"].sum() == 400
    assert not project.isDirty()


def test_a_closed_plan_stays_closed(sample, tmp_path):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    sample.close_plan()
    assert project.write(str(tmp_path / "plan.qgz"))
    project.clear()
    assert project.read(str(tmp_path / "plan.qgz"))
    assert sample.session is None


def test_a_plan_whose_layer_is_gone_is_said_when_the_project_opens(sample, qgis_iface, tmp_path):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    assert project.write(str(tmp_path / "plan.qgz"))
    project.clear()
    (tmp_path / "southeast.gpkg").unlink()
    project.read(str(tmp_path / "plan.qgz"))
    assert sample.session is None
    assert "cannot be read" in qgis_iface.messageBar().currentItem().text()


def test_removing_the_layer_closes_the_plan(sample):
    from qgis.core import QgsProject

    QgsProject.instance().removeMapLayer(sample.session.layer.id())
    assert sample.session is None


def test_another_plan_takes_the_place_of_the_first(sample, tmp_path):
    first = sample.session
    sample.open_plan(first.layer, "state", ["pop_2010"])
    assert not first.is_open
    assert sample.session.settings.measures == ("pop_2010",)
    from territory_manager.layers.plan import read_plans

    assert len(read_plans()) == 2


def test_missing_packages_are_said_and_nothing_else_happens(plugin, qgis_iface, monkeypatch, tmp_path):
    from territory_manager import dependencies

    monkeypatch.setattr(dependencies, "missing", lambda: ("shapely>=2.0",))
    monkeypatch.setattr(dependencies, "message", lambda: "Install shapely>=2.0.")
    plugin.open_sample(tmp_path)
    assert qgis_iface.messageBar().currentItem().text() == "Install shapely>=2.0."
    with pytest.raises(ValueError, match="shapely"):
        plugin.open_plan(None, "territory")
    assert plugin.session is None


def test_rebalance_and_validate_are_one_click_away(sample, qgis_iface):
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QTabWidget

    window = qgis_iface.mainWindow()
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        seen.append(dialog.objectName())
        dialog.reject()

    QTimer.singleShot(200, look)
    window.findChild(QAction, "actionRebalance").trigger()
    assert seen == ["TerritoryManagerRebalanceDialog"]
    window.show()
    window.findChild(QAction, "actionValidate").trigger()
    dock = window.findChild(QDockWidget, "TerritoryManagerSuggestionsDock")
    assert not dock.isHidden()
    assert dock.findChild(QTabWidget, "suggestionsTabs").currentWidget().objectName() == "problemsPanel"


def test_the_sample_opens_without_a_question_in_a_copy_each_time(plugin, qgis_iface):
    from pathlib import Path

    from qgis.core import QgsProject

    first = plugin.open_sample()
    path = Path(first.layer.source().split("|")[0])
    assert path.exists()
    assert QgsProject.instance().crs().authid() == "EPSG:5070"
    second = plugin.open_sample()
    assert Path(second.layer.source().split("|")[0]) != path
