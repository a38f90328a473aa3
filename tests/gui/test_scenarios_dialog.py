"""Scenarios in the window: the chooser in the dock, the dialog for a new one, the list of all."""

import pytest

pytest.importorskip("pandas")


@pytest.fixture
def plugin(qgis_iface, clean_settings):
    from territory_manager import classFactory

    plugin = classFactory(qgis_iface)
    plugin.initGui()
    qgis_iface.mainWindow().show()
    yield plugin
    plugin.unload()


@pytest.fixture
def opened(plugin, sample_path, tmp_path):
    return plugin.open_sample(tmp_path)


@pytest.fixture
def chooser(plugin, opened):
    return plugin.docks.territories.scenarios


@pytest.fixture
def manage(session, clean_settings):
    from territory_manager.gui.scenarios_dialog import ScenariosDialog

    session.scenarios.add("Draft B", note="coast first", author="Vega", effective="2027-01-01")
    session.assign(session.fids_of("GA")[:3], "SC")
    session.flush()
    compared = []
    dialog = ScenariosDialog(session, lambda *fields: compared.append(fields))
    dialog.compared = compared
    dialog.show()
    yield dialog
    dialog.reject()


@pytest.fixture
def new(session, clean_settings):
    from territory_manager.gui.new_scenario_dialog import NewScenarioDialog

    dialog = NewScenarioDialog(session)
    yield dialog
    dialog.deleteLater()


def entries(combo):
    return [combo.itemText(row) for row in range(combo.count()) if combo.itemText(row)]


COMMANDS = ["New Scenario…", "Manage Scenarios…", "Compare Scenarios…"]


# -- the chooser
def test_the_chooser_lists_scenarios_and_switches_in_one_click(chooser, opened):
    assert chooser.objectName() == "scenarioCombo"
    assert entries(chooser) == ["current_terr", *COMMANDS]
    opened.scenarios.add("Draft B")
    assert entries(chooser) == ["current_terr", "Draft B", *COMMANDS]
    assert chooser.currentText() == "Draft B"
    chooser.setCurrentIndex(0)
    chooser.activated.emit(0)
    assert opened.territory_field == "current_terr"
    assert "Field current_terr" in chooser.toolTip()


def test_archived_ones_are_not_in_the_way(chooser, opened):
    opened.scenarios.add("Draft B", switch=False)
    opened.scenarios.update("draft_b", archived=True)
    assert entries(chooser) == ["current_terr", *COMMANDS]


def test_titles_and_undo_are_followed(chooser, opened):
    opened.scenarios.add("Draft B")
    opened.scenarios.update("draft_b", title="Coast")
    assert chooser.currentText() == "Coast"
    opened.layer.undoStack().undo()
    opened.flush()
    assert entries(chooser) == ["current_terr", *COMMANDS]


def test_a_command_leaves_the_shown_scenario_in_the_box(chooser, opened, qgis_iface):
    from territory_manager.gui.compare_dialog import CompareDialog

    row = chooser.findText("Compare Scenarios…")
    chooser.setCurrentIndex(row)
    chooser.activated.emit(row)
    assert chooser.currentText() == "current_terr"
    (dialog,) = qgis_iface.mainWindow().findChildren(CompareDialog)
    assert dialog.isVisible()
    chooser.activated.emit(chooser.currentIndex())
    assert len(qgis_iface.mainWindow().findChildren(CompareDialog)) == 1
    dialog.reject()


def test_an_undo_in_a_scenario_that_is_not_shown_is_said(chooser, opened, qgis_iface):
    opened.scenarios.add("Draft B")
    opened.assign(opened.fids_of("GA")[:3], "SC")
    opened.scenarios.switch("current_terr")
    opened.layer.undoStack().undo()
    opened.flush()
    words = qgis_iface.messageBar().currentItem().text()
    assert "3 units were changed in scenario “Draft B”, which is not shown." in words


def test_the_head_of_the_dock_stays_narrow(plugin, opened):
    opened.scenarios.add("A very long title of a scenario that nobody would ever read to its end")
    assert plugin.docks.territories.minimumSizeHint().width() <= 260


def test_docks_follow_a_switch(plugin, opened, chooser):
    model = plugin.docks.territories.model
    opened.scenarios.add("Draft B")
    opened.assign(opened.fids_of("GA")[:9], "SC")
    opened.rename_territory("TN", "West")
    opened.flush()
    shown = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert "West" in shown
    opened.scenarios.switch("current_terr")
    shown = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert "TN" in shown and "West" not in shown


# -- the commands
def test_commands_are_in_the_menu_and_need_a_plan(plugin, qgis_iface, tmp_path):
    actions = {action.objectName(): action for action in qgis_iface.registeredMainWindowActions()}
    names = ("actionNewScenario", "actionManageScenarios", "actionCompareScenarios")
    assert all(not actions[name].isEnabled() for name in names)
    plugin.open_sample(tmp_path)
    assert all(actions[name].isEnabled() for name in names)
    actions["actionManageScenarios"].trigger()
    actions["actionCompareScenarios"].trigger()
    from territory_manager.gui.compare_dialog import CompareDialog
    from territory_manager.gui.scenarios_dialog import ScenariosDialog

    window = qgis_iface.mainWindow()
    assert window.findChild(ScenariosDialog).isVisible()
    assert window.findChild(CompareDialog).isVisible()
    plugin.close_plan()
    assert not any(dialog.isVisible() for dialog in window.findChildren((ScenariosDialog, CompareDialog)))


def test_new_scenario_is_asked_for_and_made(plugin, opened, qgis_iface):
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QAction, QApplication

    QTimer.singleShot(200, lambda: QApplication.activeModalWidget().accept())
    qgis_iface.mainWindow().findChild(QAction, "actionNewScenario").trigger()
    assert opened.scenarios.current.title == "Draft A"
    assert opened.territory_field == "draft_a"


def test_drawn_territories_have_none_and_that_is_said(qgis_iface, session):
    from types import SimpleNamespace

    from territory_manager.gui.scenario_commands import manage_scenarios

    session.settings.boundaries_layer = "drawn"
    manage_scenarios(qgis_iface, SimpleNamespace(session=session))
    assert "have no scenarios" in qgis_iface.messageBar().currentItem().text()
    session.settings.boundaries_layer = None


def test_a_build_goes_into_the_scenario_that_it_began_in(plugin, opened, qgis_iface, qgis_app):
    import time

    from territory_manager.gui.build_run import BuildRun
    from territory_manager.layers.build_preparation import BuildOptions, prepare

    opened.scenarios.add("Draft B")
    run = BuildRun(qgis_iface, plugin)
    done = []
    run.finished.connect(done.append)
    run.start(opened, prepare(opened, BuildOptions(number=4, tolerance=20.0, time_limit=5)))
    opened.scenarios.switch("current_terr")
    states = {name: opened.fids_of(name) for name in ("GA", "TN")}
    end = time.monotonic() + 60
    while not done and time.monotonic() < end:
        qgis_app.processEvents()
    assert done and done[0] is not None
    qgis_app.processEvents()
    assert opened.scenarios.current.title == "Draft B"
    assert "“Draft B”, which is shown again" in qgis_iface.messageBar().currentItem().text()
    assert opened.settings.number == 4 and opened.balance().max_deviation < 20
    opened.scenarios.switch("current_terr")
    assert {name: opened.fids_of(name) for name in states} == states


# -- a new one
def test_the_dialog_proposes_a_copy_of_what_is_shown(new, session):
    assert new.title.text() == "Draft A"
    assert new.source.currentText() == "Copy of current_terr"
    assert "“draft_a”" in new.words.text()
    assert new.effective.isNull()
    assert not new.adopt.isVisibleTo(new)
    new.note.setText("why not")
    new.accept()
    assert new.scenario.note == "why not" and new.scenario.effective is None
    assert session.scenarios.current.title == "Draft A"


def test_what_is_wrong_stands_there_before_ok(new, session):
    from qgis.PyQt.QtWidgets import QDialogButtonBox

    ok = new.buttons.button(QDialogButtonBox.StandardButton.Ok)
    new.title.setText("Current_Terr")
    assert not ok.isEnabled() and "already" in new.words.text()
    new.title.setText(" ")
    assert not ok.isEnabled()
    new.title.setText("Coast")
    assert ok.isEnabled()
    session.layer.setReadOnly(True)
    new.accept()
    assert new.scenario is None and "read-only" in new.words.text()
    session.layer.setReadOnly(False)


def test_a_field_can_be_taken_as_it_is(new, session):
    from qgis.PyQt.QtCore import QDate

    new.source.setCurrentIndex(new.source.findData("state"))
    assert new.adopt.isVisibleTo(new)
    new.adopt.setChecked(True)
    new.title.setText("By state")
    new.effective.setDate(QDate(2027, 4, 1))
    new.switch.setChecked(False)
    new.accept()
    assert new.scenario.field == "state" and new.scenario.effective == "2027-04-01"
    assert session.territory_field == "current_terr"
    assert not session.layer.isEditable()


def test_author_and_switch_are_remembered(new, session):
    from territory_manager.gui.new_scenario_dialog import NewScenarioDialog

    new.author.setText("Okafor")
    new.switch.setChecked(False)
    new.accept()
    again = NewScenarioDialog(session)
    assert again.author.text() == "Okafor" and not again.switch.isChecked()
    assert again.title.text() == "Draft B"
    again.deleteLater()


# -- all of them
def column(model, number):
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_the_table_shows_everything_and_what_comes(manage):
    from territory_manager.gui.scenarios_model import AUTHOR, EFFECTIVE, NOTE, TITLE

    model = manage.model
    assert column(model, TITLE) == ["current_terr", "Draft B"]
    assert column(model, NOTE) == ["", "coast first"]
    assert column(model, AUTHOR)[1] == "Vega"
    assert "2027" in column(model, EFFECTIVE)[1]
    words = manage.upcoming.text()
    assert "Draft B: 3 units change hands" in words and "against current_terr" in words


def test_upcoming_follows_edits_and_is_empty_without_days(manage, session):
    session.layer.undoStack().undo()
    session.flush()
    manage._later.timeout.emit()
    assert "Nothing differs" in manage.upcoming.text()
    session.scenarios.update("draft_b", effective=None)
    assert not manage.upcoming.isVisibleTo(manage)


def test_cells_are_edited_in_place(manage, session, project):
    from qgis.PyQt.QtCore import Qt

    from territory_manager.gui.scenarios_model import APPROVED, ARCHIVED, BASELINE, EFFECTIVE, NOTE, TITLE
    from territory_manager.layers.plan import read_plans

    model = manage.model
    assert model.setData(model.index(1, TITLE), "Coast")
    assert model.setData(model.index(1, NOTE), "new note")
    assert model.setData(model.index(1, EFFECTIVE), "2028-02-29")
    check = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index(0, BASELINE), Qt.CheckState.Checked, check)
    assert model.setData(model.index(0, APPROVED), 2, check)
    found = session.scenarios.of("draft_b")
    assert (found.title, found.note, found.effective) == ("Coast", "new note", "2028-02-29")
    assert session.scenarios.baseline == "current_terr" and session.scenarios.of("current_terr").approved
    assert read_plans(project)[0].scenarios["draft_b"]["title"] == "Coast"
    assert not model.setData(model.index(1, ARCHIVED), 2, check)
    assert "shown now" in manage.words.text()
    assert not model.setData(model.index(1, TITLE), "current_terr")
    assert "already" in manage.words.text()
    assert model.setData(model.index(0, BASELINE), Qt.CheckState.Unchecked, check)
    assert session.scenarios.baseline is None


def test_a_day_is_chosen_in_a_calendar_and_cleared(manage, session):
    from qgis.PyQt.QtCore import QDate
    from qgis.PyQt.QtWidgets import QStyleOptionViewItem

    from territory_manager.gui.scenarios_model import EFFECTIVE

    delegate, index = manage.view.itemDelegateForColumn(EFFECTIVE), manage.model.index(1, EFFECTIVE)
    editor = delegate.createEditor(manage.view, QStyleOptionViewItem(), index)
    delegate.setEditorData(editor, index)
    assert editor.date() == QDate(2027, 1, 1)
    editor.setDate(QDate(2027, 7, 1))
    delegate.setModelData(editor, manage.model, index)
    assert session.scenarios.of("draft_b").effective == "2027-07-01"
    editor.clear()
    delegate.setModelData(editor, manage.model, index)
    assert session.scenarios.of("draft_b").effective is None


def test_buttons_do_what_they_say(manage, session):
    manage.view.selectRow(0)
    assert manage.show_button.isEnabled()
    manage.show_button.click()
    assert session.territory_field == "current_terr"
    assert not manage.show_button.isEnabled() and not manage.archive_button.isEnabled()
    manage.view.selectRow(1)
    manage.compare_button.click()
    assert manage.compared == [("current_terr", "draft_b")]
    manage.view.selectRow(0)
    manage.compare_button.click()
    assert manage.compared[-1] == ("draft_b", "current_terr")
    manage.view.selectRow(1)
    manage.archive_button.click()
    assert session.scenarios.of("draft_b").archived
    assert manage.archive_button.text() == "Take out of Archive"
    manage.archive_button.click()
    assert not session.scenarios.of("draft_b").archived


def test_delete_asks_first(manage, session, monkeypatch):
    from qgis.PyQt.QtWidgets import QMessageBox

    asked = []

    def answer(button):
        return lambda _parent, _title, words, *_: asked.append(words) or button

    manage.view.selectRow(1)
    monkeypatch.setattr(QMessageBox, "question", answer(QMessageBox.StandardButton.No))
    manage.delete_button.click()
    assert len(session.scenarios) == 2
    monkeypatch.setattr(QMessageBox, "question", answer(QMessageBox.StandardButton.Yes))
    manage.delete_button.click()
    assert "“Draft B”" in asked[0] and "“draft_b”" in asked[0]
    assert column(manage.model, 0) == ["current_terr"]
    assert not manage.delete_button.isEnabled()
    session.layer.undoStack().undo()
    session.flush()
    assert column(manage.model, 0) == ["current_terr", "Draft B"]


def test_a_copy_of_any_of_them(manage, session):
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication

    manage.view.selectRow(0)
    QTimer.singleShot(200, lambda: QApplication.activeModalWidget().accept())
    manage.new_copy()
    assert session.scenarios.current.title == "Draft A"
    assert sorted(session.fids_of("GA")) == sorted(
        fid for fid, name in session.scenarios.territories("current_terr").items() if name == "GA"
    )
    assert manage.chosen() == ["draft_a"]


def test_what_is_valid_before_a_scenario(session):
    from territory_manager.layers.scenario_dates import upcoming, valid_before

    scenarios = session.scenarios
    spring = scenarios.add("Spring", effective="2027-03-01")
    autumn = scenarios.add("Autumn", effective="2027-09-01")
    assert valid_before(session, autumn).title == "Spring"
    assert valid_before(session, spring).title == "current_terr"
    assert [one.scenario.title for one in upcoming(session, "2027-01-01")] == ["Spring", "Autumn"]
    assert [one.scenario.title for one in upcoming(session, "2027-03-01")] == ["Autumn"]
    scenarios.switch("current_terr")
    scenarios.update("spring", archived=True)
    assert valid_before(session, autumn).title == "current_terr"
    scenarios.update("current_terr", effective="2027-12-01")
    assert valid_before(session, autumn).title.startswith("Last saved")
