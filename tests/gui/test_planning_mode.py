"""Planning mode off: whatever assigns by hand is at rest and says why; what asks first still works."""

import time

import pytest

pytest.importorskip("pandas")


def owners(session):
    return [session.territory_of(int(fid)) for fid in session.alignment.units.ids]


def wait(condition, seconds=60):
    from qgis.PyQt.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not condition():
        QCoreApplication.processEvents()
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.005)


def test_the_session_refuses_in_words(session):
    from territory_manager.layers.baseline import Baseline
    from territory_manager.layers.plan import PlanError
    from territory_manager.layers.proposal import Proposal

    unit = session.fids_of("GA")[0]
    baseline = Baseline.of(session)
    session.assign([unit], "SC")
    session.planning.switch(False)
    before = owners(session)
    for call in (
        lambda: session.assign([unit], "NC"),
        lambda: baseline.revert([unit]),
        lambda: Proposal(session, {unit: "NC"}, "a move").apply(),
    ):
        with pytest.raises(PlanError, match="Planning mode is off"):
            call()
    assert owners(session) == before
    session.planning.switch(True)
    assert session.assign([unit], "NC")


def test_a_build_that_was_asked_for_is_still_written(session):
    session.planning.switch(False)
    assert session.write(dict.fromkeys(session.fids_of("GA")[:2], "SC"), "Build territories")


def test_the_menu_says_so_and_offers_to_switch_it_on(qgis_iface, session):
    from territory_manager.gui.assign_menu import AssignMenu
    from territory_manager.gui.map_toolbar import MapToolbar
    from territory_manager.gui.territory_commands import TerritoryCommands

    toolbar = MapToolbar(qgis_iface, None)
    toolbar.set_session(session)
    commands = TerritoryCommands(qgis_iface)
    commands.set_session(session)
    menu = AssignMenu(commands)
    unit = session.fids_of("GA")[0]
    session.layer.selectByIds([unit])
    toolbar.actions["actionPlanningMode"].trigger()
    assert not session.planning
    menu.fill()
    assert [action.isEnabled() for action in menu.actions()] == [False, True]
    assert "off" in menu.actions()[0].text()
    assert commands.assign_selected("SC") is False
    assert session.territory_of(unit) == "GA"
    menu.actions()[1].trigger()
    assert session.planning
    assert toolbar.actions["actionPlanningMode"].isChecked()
    assert toolbar.actions["actionPaint"].isEnabled()
    menu.fill()
    assert any(action.data() == "SC" for action in menu.actions())
    menu.deleteLater()
    toolbar.unload()


def test_the_next_plan_opens_as_the_switch_stands(qgis_iface, session):
    from territory_manager.gui.map_toolbar import MapToolbar

    toolbar = MapToolbar(qgis_iface, None)
    toolbar.actions["actionPlanningMode"].setChecked(False)
    toolbar.set_session(session)
    assert not session.planning
    assert not toolbar.actions["actionPaint"].isEnabled()
    toolbar.unload()


def test_the_entry_of_the_table_rests(qgis_iface, session):
    from qgis.PyQt.QtWidgets import QMenu

    from territory_manager.gui.territories_dock import TerritoriesDock
    from territory_manager.gui.territory_menu import fill_territory_menu

    dock = TerritoriesDock(qgis_iface, None)
    dock.set_session(session)
    session.layer.selectByIds(session.fids_of("GA")[:2])
    for planning in (True, False):
        session.planning.switch(planning)
        menu = QMenu()
        fill_territory_menu(menu, dock, ["SC"])
        entry = next(action for action in menu.actions() if action.objectName() == "actionAssignHere")
        assert entry.isEnabled() is planning
        assert entry.text().endswith("planning mode is off") is not planning
    dock.set_session(None)
    dock.deleteLater()


def test_reverts_rest(qgis_iface, session):
    from territory_manager.gui.changes_dock import ChangesDock

    dock = ChangesDock(qgis_iface, None)
    qgis_iface.mainWindow().show()
    dock.show()
    dock.set_session(session)
    session.assign(session.fids_of("GA")[:3], "SC")
    session.flush()
    assert dock.revert_all_button.isEnabled()
    session.planning.switch(False)
    assert not dock.revert_all_button.isEnabled()
    assert "Planning mode is off" in dock.revert_all_button.toolTip()
    before = owners(session)
    dock.revert_all()
    assert owners(session) == before
    dock.set_session(None)
    dock.deleteLater()


def test_suggestions_are_seen_but_not_made(qgis_iface, session):
    from territory_manager.gui.suggestions_dock import SuggestionsDock

    dock = SuggestionsDock(qgis_iface, None)
    qgis_iface.mainWindow().show()
    dock.show()
    dock.set_session(session)
    dock.refresh()
    wait(lambda: dock._task is None)
    dock.view.selectRow(0)
    assert dock.apply_button.isEnabled()
    session.planning.switch(False)
    dock.view.selectRow(0)
    assert not dock.apply_button.isEnabled()
    assert "Planning mode is off" in dock.words.text()
    before = owners(session)
    dock.apply_selected()
    assert owners(session) == before
    session.planning.switch(True)
    assert "Planning mode" not in dock.words.text()
    dock.set_session(None)
    dock.deleteLater()


def test_repairs_rest(qgis_iface, session):
    from territory_manager.gui.problems_panel import ProblemsPanel

    session.assign(session.fids_of("GA")[:2], None)
    session.flush()
    panel = ProblemsPanel(qgis_iface)
    panel.show()
    panel.set_session(session)
    panel.refresh()
    wait(lambda: panel._task is None)
    row = next(n for n, finding in enumerate(panel.model.findings) if finding.code == "unassigned")
    panel.view.selectRow(row)
    assert panel.fix_button.isEnabled()
    session.planning.switch(False)
    assert not panel.fix_button.isEnabled()
    before = owners(session)
    panel.fix()
    assert owners(session) == before
    panel.set_session(None)
    panel.deleteLater()
