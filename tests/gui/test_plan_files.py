"""Plans as files in the window: saved, opened, switched, duplicated, renamed, removed, remembered."""

import shutil

import pytest

pytest.importorskip("pandas")


@pytest.fixture
def plugin(qgis_iface, project, sample_path, tmp_path, clean_settings):
    """The plugin with the sample's plan open."""
    from qgis.core import QgsVectorLayer

    from territory_manager import classFactory

    plugin = classFactory(qgis_iface)
    plugin.initGui()
    path = tmp_path / "southeast.gpkg"
    shutil.copyfile(sample_path, path)
    layer = QgsVectorLayer(f"{path}|layername=units", "Counties", "ogr")
    project.addMapLayer(layer)
    plugin.open_plan(layer, "current_terr", ["pop_2019"], name="Southeast & more")
    qgis_iface.mainWindow().show()
    yield plugin
    plugin.unload()


@pytest.fixture
def chooser(plugin):
    return plugin.docks.territories.plans


def entries(menu):
    return [action.text().replace("&", "") for action in menu.actions() if action.text()]


def said(iface):
    item = iface.messageBar().currentItem()
    return item.text() if item is not None else ""


def wait_for(done, seconds=20):
    import time

    from qgis.PyQt.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not done() and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    assert done()


def fill_in(path, *, name=None, go_on=True, link=False):
    """Answers the Save Plan dialog once it is open."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox

    from territory_manager.gui.save_plan_dialog import SavePlanDialog

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SavePlanDialog)
        dialog._file.setFilePath(str(path))
        if name is not None:
            dialog._name.setText(name)
        dialog._go_on.setChecked(go_on)
        dialog._link.setChecked(link)
        dialog._buttons.button(QDialogButtonBox.StandardButton.Save).click()

    QTimer.singleShot(0, answer)


def test_the_button_has_the_name_and_the_plans(chooser, plugin, project):
    from territory_manager.layers.opening import open_session

    assert chooser.text().startswith("Southeast")
    assert "current_terr" in chooser.toolTip()
    other = open_session(plugin.session.layer, "state", name="By state")
    other.close()
    chooser.fill()
    texts = entries(chooser.menu())
    assert texts[:2] == ["By state", "Southeast  more"]
    assert [action.isChecked() for action in chooser.menu().actions()[:2]] == [False, True]
    assert "Save Plan As…" in texts and "Remove from Project…" in texts


def test_another_plan_is_one_click_away_and_opens_with_the_project(chooser, plugin, project):
    from territory_manager.layers.opening import open_session
    from territory_manager.layers.plan import read_plans

    first = plugin.session.settings.plan_id
    other = open_session(plugin.session.layer, "state", name="By state")
    other.close()
    chooser.fill()
    chooser.menu().actions()[0].trigger()
    assert plugin.session.territory_field == "state"
    assert chooser.text() == "By state"
    active = {plan.name: plan.active for plan in read_plans(project)}
    assert active == {"By state": True, "Southeast & more": False}
    chooser.fill()
    chooser.menu().actions()[1].trigger()
    assert plugin.session.settings.plan_id == first


def test_saved_as_and_opened_again(plugin, qgis_iface, project, tmp_path):
    from territory_manager.gui import plan_commands
    from territory_manager.settings import Settings

    path = tmp_path / "plan.gpkg"
    fill_in(path, name="Saved")
    plan_commands.save_plan_as(qgis_iface, plugin)
    assert path.is_file() and str(path) in said(qgis_iface)
    assert plugin.session.layer.source().startswith(str(path))
    assert plugin.docks.territories.plans.text() == "Saved"
    assert Settings().recent_plans == [str(path)]
    counts = dict(zip(*(plugin.session.statistics()[name] for name in ("territory", "units"))))
    project.clear()
    assert plugin.session is None
    assert plan_commands.open_file(qgis_iface, plugin, path)
    again = dict(zip(*(plugin.session.statistics()[name] for name in ("territory", "units"))))
    assert again == counts


def test_unsaved_edits_are_saved_first_or_nothing_happens(plugin, qgis_iface, tmp_path, monkeypatch):
    from qgis.PyQt.QtWidgets import QMessageBox

    from territory_manager.gui import plan_commands

    session = plugin.session
    session.assign(session.fids_of("GA")[:4], "SC")
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: buttons.Cancel)
    plan_commands.save_plan_as(qgis_iface, plugin)
    assert session.layer.isModified()
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: buttons.Save)
    fill_in(tmp_path / "plan.gpkg", go_on=False)
    plan_commands.save_plan_as(qgis_iface, plugin)
    assert not session.layer.isModified()
    assert (tmp_path / "plan.gpkg").is_file()
    assert session.layer.source().startswith(str(tmp_path / "southeast.gpkg"))


def test_a_duplicate_is_opened_beside_the_first(plugin, qgis_iface, project, tmp_path):
    from territory_manager.gui import plan_commands
    from territory_manager.layers.plan import read_plans

    fill_in(tmp_path / "copy.gpkg", name="Second")
    plan_commands.duplicate_plan(qgis_iface, plugin)
    assert plugin.session.settings.name == "Second"
    assert {plan.name for plan in read_plans(project)} == {"Second", "Southeast & more"}
    assert project.layerTreeRoot().findGroup("Second") is not None


def test_a_file_that_is_there_is_replaced_only_when_asked(plugin, tmp_path, monkeypatch, qgis_iface):
    from qgis.PyQt.QtWidgets import QDialogButtonBox, QMessageBox

    from territory_manager.gui.save_plan_dialog import SavePlanDialog

    path = tmp_path / "there.gpkg"
    path.write_text("mine")
    dialog = SavePlanDialog(plugin.session, qgis_iface.mainWindow())
    save = dialog._buttons.button(QDialogButtonBox.StandardButton.Save)
    dialog._file.setFilePath(str(path))
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: QMessageBox.StandardButton.Cancel)
    save.click()
    assert path.read_text() == "mine" and dialog._task is None
    dialog._file.setFilePath(str(tmp_path / "nowhere" / "plan.gpkg"))
    assert not save.isEnabled() and "nowhere" in dialog._said.text()
    dialog._file.setFilePath(str(path))
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: QMessageBox.StandardButton.Yes)
    save.click()
    wait_for(lambda: dialog.result() == 1)
    assert path.stat().st_size > 1000
    dialog.deleteLater()


def test_recent_plans_that_are_gone_are_grey(plugin, qgis_iface, tmp_path):
    from qgis.PyQt.QtWidgets import QMenu

    from territory_manager.gui import plan_commands

    for name in ("here", "gone"):
        (tmp_path / f"{name}.gpkg").write_text("")
        plan_commands.remember(tmp_path / f"{name}.gpkg")
    (tmp_path / "gone.gpkg").unlink()
    menu = QMenu()
    plan_commands.fill_recent(menu, qgis_iface, plugin)
    assert [(action.isEnabled(), action.toolTip()) for action in menu.actions()] == [
        (False, str(tmp_path / "gone.gpkg")),
        (True, str(tmp_path / "here.gpkg")),
    ]
    menu.actions()[1].trigger()
    assert "holds no plan" in said(qgis_iface)


def test_the_menu_has_the_commands(plugin, qgis_iface):
    from qgis.PyQt.QtWidgets import QAction, QMenu

    window = qgis_iface.mainWindow()
    for name in ("actionOpenPlan", "actionSavePlanAs", "actionDuplicatePlan", "actionRenamePlan"):
        assert window.findChild(QAction, name) is not None, name
    recent = next(
        menu for menu in window.findChildren(QMenu) if menu.menuAction().objectName() == "actionRecentPlans"
    )
    recent.aboutToShow.emit()
    assert entries(recent) == ["None yet"]


def test_renamed_and_removed(plugin, qgis_iface, project, monkeypatch):
    from qgis.PyQt.QtWidgets import QInputDialog, QMessageBox

    from territory_manager.gui import plan_commands
    from territory_manager.layers.plan import read_plans

    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: ("  Südost ", True))
    plan_commands.rename_plan(qgis_iface, plugin)
    assert plugin.docks.territories.plans.text() == "Südost"
    assert [plan.name for plan in read_plans(project)] == ["Südost"]
    monkeypatch.setattr(QMessageBox, "question", lambda *_a: QMessageBox.StandardButton.Yes)
    layers = set(project.mapLayers())
    plan_commands.remove_plan(qgis_iface, plugin)
    assert plugin.session is None and not read_plans(project)
    assert set(project.mapLayers()) == layers
