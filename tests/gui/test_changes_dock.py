"""The Changes dock on a real layer: what differs from the saved or a kept alignment, and taking it back."""

import pytest

pytest.importorskip("pandas")


@pytest.fixture
def dock(qgis_iface, session):
    from territory_manager.gui.changes_dock import ChangesDock

    dock = ChangesDock(qgis_iface, None)
    qgis_iface.mainWindow().show()
    dock.show()
    dock.set_session(session)
    yield dock
    dock.set_session(None)
    dock.deleteLater()


def some(session, territory, count=3):
    return session.fids_of(territory)[:count]


def test_nothing_differs_at_first(dock):
    assert dock.model.rowCount() == 0
    assert "Nothing differs" in dock.summary.text()
    assert not dock.revert_all_button.isEnabled()


def test_an_edit_is_shown_and_undo_takes_it_away(dock, session):
    units = some(session, "GA")
    session.assign(units, "SC")
    session.flush()
    assert [(move.before, move.after) for move in dock.model.moves] == [("GA", "SC")]
    assert "3 units differ" in dock.summary.text()
    assert dock.model.rowCount(dock.model.index(0, 0)) == 3
    session.layer.undoStack().undo()
    session.flush()
    assert dock.model.rowCount() == 0


def test_gains_and_losses_add_up(dock, session):
    session.assign(some(session, "GA"), "SC")
    session.flush()
    shown = {dock.gains.index(row, 0).data(): row for row in range(dock.gains.rowCount())}
    assert set(shown) == {"GA", "SC"}
    assert dock.gains.index(shown["GA"], 2).data().endswith("%")
    assert dock.gains.index(shown["GA"], 3).data().startswith("−3")
    assert dock.gains.index(shown["SC"], 3).data().startswith("+3")


def test_selecting_a_change_selects_its_units_on_the_map(dock, session):
    from qgis.PyQt.QtCore import QItemSelectionModel

    units = some(session, "TN", 2)
    session.assign(units, "NC")
    session.flush()
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    dock.tree.selectionModel().select(dock.model.index(0, 0), flags)
    assert sorted(session.layer.selectedFeatureIds()) == sorted(units)


def test_one_unit_is_taken_back_in_one_undo_step(dock, session):
    from qgis.PyQt.QtCore import QItemSelectionModel

    units = some(session, "GA")
    session.assign(units, "SC")
    session.flush()
    steps = session.layer.undoStack().index()
    child = dock.model.index(0, 0, dock.model.index(0, 0))
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    dock.tree.selectionModel().select(child, flags)
    dock.revert_selected()
    session.flush()
    assert session.layer.undoStack().index() == steps + 1
    assert dock.model.rowCount(dock.model.index(0, 0)) == 2
    dock.revert_all()
    session.flush()
    assert dock.model.rowCount() == 0
    assert all(session.territory_of(fid) == "GA" for fid in units)


def test_locked_units_stay_and_that_is_said(dock, session, qgis_iface):
    units = some(session, "GA")
    session.assign(units, "SC")
    session.lock(units=units[:1])
    dock.revert_all()
    session.flush()
    assert session.territory_of(units[0]) == "SC"
    assert qgis_iface.messageBar().currentItem() is not None


def test_saving_makes_the_new_state_the_baseline(dock, session):
    session.assign(some(session, "GA"), "SC")
    session.flush()
    assert dock.model.rowCount() == 1
    assert session.layer.commitChanges()
    session.flush()
    assert dock.model.rowCount() == 0


def test_a_field_can_be_the_baseline_and_stays_it(dock, session):
    dock._baseline.field = "state"
    assert session.settings.baseline == "state"
    session.assign(some(session, "GA"), "SC")
    session.layer.commitChanges()
    session.flush()
    assert {(move.before, move.after) for move in dock.model.moves} == {("GA", "SC")}
    assert dock._against.currentData() == "state"


def test_a_plan_opened_in_the_middle_of_editing_knows_what_was_saved(project, session):
    from territory_manager.layers.baseline import Baseline
    from territory_manager.layers.opening import open_session

    units = some(session, "GA")
    session.assign(units, "SC")
    session.close()
    again = open_session(session.layer, "current_terr", ["pop_2019"])
    baseline = Baseline.of(again)
    assert sorted(baseline.changed_fids()) == sorted(units)
    assert baseline.territory_of(units[0]) == "GA"
    again.close()


def test_another_name_is_not_another_owner(dock, session):
    session.rename_territory("GA", "Georgia")
    session.flush()
    assert dock.model.rowCount() == 0
    session.layer.undoStack().undo()
    session.flush()
    assert dock.model.rowCount() == 0


def test_the_table_as_it_was_has_the_old_totals(session):
    from territory_manager.layers.baseline import Baseline

    baseline = Baseline.of(session)
    before = session.statistics().set_index("territory")["pop_2019"].to_dict()
    session.assign(some(session, "GA", 20), "SC")
    session.flush()
    assert baseline.statistics().set_index("territory")["pop_2019"].to_dict() == before
    assert session.statistics().set_index("territory")["pop_2019"].to_dict() != before


def test_hidden_it_computes_nothing_and_catches_up_when_shown(dock, session, monkeypatch):
    dock.hide()
    session.assign(some(session, "GA"), "SC")
    session.flush()
    assert dock.model.rowCount() == 0
    dock.show()
    assert dock.model.rowCount() == 1
