"""The history of a real plan: saves listed, found again, taken back, exported; the plan as it was."""

import csv
import time

import pytest

pytest.importorskip("pandas")


def save(session):
    time.sleep(0.003)
    assert session.layer.commitChanges(), session.layer.commitErrors()


@pytest.fixture
def saved(session, clean_settings):
    """Three saves: GA to SC, that SC to TN, and something else."""
    session.journal.reason = "Vega leaves"
    session.moved = session.fids_of("GA")[:6]
    session.assign(session.moved, "SC", by="paint")
    save(session)
    session.assign(session.moved[:2], "TN", by="lasso")
    save(session)
    session.assign(session.fids_of("NC")[:3], "SC", by="build")
    save(session)
    return session


@pytest.fixture
def dialog(qgis_iface, saved):
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    from territory_manager.gui.history_dialog import HistoryDialog

    dialog = HistoryDialog(qgis_iface, saved)
    dialog.show()
    yield dialog
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(view):
    model = view.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def pick(dialog, row):
    dialog.saves_view.selectRow(row)


def test_every_save_is_a_row_the_newest_first(dialog):
    rows = shown(dialog.saves_view)
    assert [(row[2], row[3], row[5]) for row in rows] == [
        ("3", "Build", ""),
        ("2", "Lasso", ""),
        ("6", "Painted", "Vega leaves"),
    ]
    assert rows[2][4] == "GA, SC"
    assert "3 saves, 11 units" in dialog.head.text()
    assert "_plan.gpkg" in dialog.head.text()


def test_the_changes_of_a_save_are_beside_it(dialog, saved):
    pick(dialog, 1)
    assert {row[1:4] for row in shown(dialog.rows_view)} == {("SC", "TN", "Lasso")}
    dialog.zoom()
    assert sorted(saved.layer.selectedFeatureIds()) == sorted(saved.moved[:2])


def test_what_is_looked_for_is_found(dialog, saved):
    dialog.filter.setText("vega")
    assert len(shown(dialog.saves_view)) == 1
    dialog.filter.setText("tn")
    assert any(row[3] == "Lasso" for row in shown(dialog.saves_view))
    assert not any(row[3] == "Build" for row in shown(dialog.saves_view))
    dialog.filter.setText("there is no such thing")
    assert not shown(dialog.saves_view) and not shown(dialog.rows_view)
    assert "No save answers" in dialog.head.text()
    dialog.filter.clear()
    dialog.last.setDateTime(dialog.first.dateTime().addDays(-1))
    assert not shown(dialog.saves_view)


def press(button_text, check=False):
    """Answers the next message box with the button of that text."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QMessageBox

    seen = []

    def answer():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.text(), box.checkBox().text() if box.checkBox() else ""))
        if check:
            box.checkBox().setChecked(True)
        next(button for button in box.buttons() if button.text().replace("&", "") == button_text).click()

    QTimer.singleShot(0, answer)
    return seen


def test_a_save_is_undone_in_one_step_but_for_what_changed_again(dialog, saved):
    pick(dialog, 2)
    seen = press("Give Back")
    dialog.undo()
    assert "4 units go back" in seen[0][0] and "2 units" in seen[0][1]
    assert [saved.territory_of(fid) for fid in saved.moved] == ["TN"] * 2 + ["GA"] * 4
    saved.layer.undoStack().undo()
    saved.flush()
    assert [saved.territory_of(fid) for fid in saved.moved] == ["TN"] * 2 + ["SC"] * 4


def test_what_a_save_changed_in_other_scenarios_is_said(dialog, saved):
    old = saved.scenarios.title_of(saved.territory_field)
    saved.assign(saved.fids_of("TN")[:2], "GA", by="paint")
    saved.scenarios.switch(saved.scenarios.add("Draft").field)
    saved.assign(saved.fids_of("TN")[:3], "GA", by="paint")
    save(saved)
    pick(dialog, 0)
    seen = press("Give Back")
    dialog.undo()
    assert "3 units go back" in seen[0][0] and f"It also changed {old}" in seen[0][0]


def test_what_changed_again_goes_back_too_when_it_is_asked_for(dialog, saved):
    saved.lock(units=saved.moved[:1])
    pick(dialog, 2)
    press("Give Back", check=True)
    dialog.undo()
    assert [saved.territory_of(fid) for fid in saved.moved] == ["TN", *["GA"] * 5]
    save(saved)
    assert shown(dialog.saves_view)[0][3] == "Save undone"


def test_a_save_is_undone_under_the_names_of_now(dialog, saved):
    saved.rename_territory("GA", "Georgia")
    saved.rename_territory("SC", "Carolina")
    save(saved)
    pick(dialog, 3)
    press("Give Back")
    dialog.undo()
    assert [saved.territory_of(fid) for fid in saved.moved] == ["TN"] * 2 + ["Georgia"] * 4


def test_the_plan_as_it_was_is_counted_and_kept(dialog, saved):
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication

    from territory_manager.gui.past_dialog import PastDialog

    seen = {}

    def answer():
        past = QApplication.activeModalWidget()
        assert isinstance(past, PastDialog)
        seen["rows"] = {
            past.model.index(row, 0).data(): past.model.index(row, 1).data()
            for row in range(past.model.rowCount())
        }
        past.name.setText("Before Vega left")
        past.scenario_button.click()
        seen["said"] = past.said.text()
        past.reject()

    now = {name: len(saved.fids_of(name)) for name in saved.settings.territories}
    pick(dialog, 2)
    QTimer.singleShot(0, answer)
    dialog.show_past()
    # as of the first save: what came after it is taken back
    assert seen["rows"]["SC"] == str(now["SC"] - 3 + 2)
    assert seen["rows"]["TN"] == str(now["TN"] - 2)
    assert "Save layer" in seen["said"]
    field = next(scenario.field for scenario in saved.scenarios if scenario.title == "Before Vega left")
    kept = saved.scenarios.territories(field)
    assert [kept[fid] for fid in saved.moved] == ["SC"] * 6
    saved.layer.undoStack().undo()
    saved.flush()
    assert saved.layer.fields().lookupField(field) < 0


def test_the_past_is_a_baseline(saved):
    from territory_manager.layers.baseline import Baseline
    from territory_manager.layers.history import History

    history = History(saved)
    past = history.as_of(saved.journal.table()["time"].iloc[0])
    history.new_baseline(past, "Then")
    assert Baseline.of(saved).comparison().moved_units == 5


def test_unsaved_edits_do_not_change_the_past(saved):
    from territory_manager.layers.history import History

    moment = saved.journal.table()["time"].iloc[0]
    before = History(saved).as_of(moment).territories
    saved.assign(saved.fids_of("NC"), "TN")
    assert History(saved).as_of(moment).territories == before


def test_rows_are_exported_as_shown_and_safe(dialog, saved, tmp_path, monkeypatch):
    from qgis.PyQt.QtWidgets import QFileDialog

    saved.journal.reason = "=cmd|' /C calc'!A0"
    saved.assign(saved.moved[:1], "NC")
    save(saved)
    for ending in ("csv", "xlsx"):
        path = tmp_path / f"history.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, path=path: (str(path), ""))
        dialog.export()
        assert path.is_file()
    with (tmp_path / "history.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 12
    assert rows[-1]["reason"].startswith("'=") and rows[0]["from"] == "GA"


def test_the_dialog_goes_with_the_plan(dialog, saved):
    saved.close()
    assert not dialog.isVisible()


def test_the_history_can_be_switched_off(dialog, saved):
    dialog.keeps.setChecked(False)
    assert "switched off" in dialog.head.text()
    assert not dialog.reason.isEnabled()
    saved.assign(saved.moved[:1], "NC")
    save(saved)
    assert len(saved.journal.table()) == 11


def test_the_reason_is_one_in_dock_and_dialog(dialog, qgis_iface, saved):
    from territory_manager.gui.changes_dock import ChangesDock

    dock = ChangesDock(qgis_iface, None)
    dock.set_session(saved)
    dock.reason.setText("Okafor joins")
    dock.reason.textEdited.emit("Okafor joins")
    assert dialog.reason.text() == "Okafor joins"
    saved.assign(saved.moved[:1], "NC")
    save(saved)
    assert saved.journal.table()["reason"].iloc[-1] == "Okafor joins"
    assert dock.reason.text() == dialog.reason.text() == ""
    dock.set_session(None)
    dock.deleteLater()
