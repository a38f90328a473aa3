"""The Build dialog and its run: from the sample to balanced territories, in one undo step."""

import time

import pytest

pytest.importorskip("qgis.core")

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QApplication, QPushButton

pytestmark = pytest.mark.usefixtures("clean_settings")


@pytest.fixture
def session(sample_session):
    return sample_session(others=("accounts", "reps"), territories=8)


@pytest.fixture
def layers(session, project):
    return {layer.name(): layer for layer in project.mapLayers().values()}


@pytest.fixture
def dialog(session, qgis_iface):
    from territory_manager.gui.build_dialog import BuildDialog

    dialog = BuildDialog(session, qgis_iface.mainWindow())
    dialog.show()
    yield dialog
    dialog.reject()
    dialog.deleteLater()


@pytest.fixture
def run(qgis_iface):
    from territory_manager.gui.build_run import BuildRun

    run = BuildRun(qgis_iface)
    yield run
    run.abandon()


def wait(condition, timeout=60):
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        QApplication.processEvents()
        if condition():
            QCoreApplication.processEvents()
            return
        time.sleep(0.01)
    raise AssertionError("nothing happened in time")


def settled(dialog):
    wait(lambda: not dialog._timer.isActive() and dialog._task is None)
    return dialog.remarks_label.text().replace("\u00a0", " ")


def build(dialog, run, session):
    dialog.accept()
    solutions = []
    run.finished.connect(solutions.append)
    run.start(session, dialog.preparation)
    wait(lambda: bool(solutions))
    return solutions[0]


def test_run_as_it_opens_balances_the_sample(dialog, run, session, layers, qgis_iface):
    assert dialog.number.value() == 8
    assert "400 units into 8 territories · target 4,135,424 each" in settled(dialog)
    steps = layers["units"].undoStack().count()
    solution = build(dialog, run, session)
    balance = session.balance()
    assert (balance.count, balance.in_tolerance, balance.unassigned, balance.extra_pieces) == (8, 8, 0, 0)
    assert solution.feasible
    assert session.settings.territories == [f"T0{number}" for number in range(1, 9)]
    assert "within" in qgis_iface.messageBar().currentItem().text()
    assert layers["units"].undoStack().count() == steps + 1
    layers["units"].undoStack().undo()
    session.flush()
    assert session.settings.territories == ["GA", "NC", "SC", "TN"]


def test_what_stands_in_the_way_is_said_before_it_runs(dialog):
    dialog.number.setValue(31)
    dialog.tolerance.setValue(1)
    said = settled(dialog)
    assert "Wake County" in said
    assert "31 territories" in said
    assert dialog.run_button.isEnabled()


def test_one_territory_for_each_rep(dialog, run, session, layers):
    dialog.method.setCurrentIndex(dialog.method.findData("reps"))
    assert dialog.reps_layer.currentLayer() is layers["reps"]
    dialog.reps_name.setField("rep_id")
    settled(dialog)
    build(dialog, run, session)
    reps = sorted(feature["rep_id"] for feature in layers["reps"].getFeatures())
    assert sorted(session.settings.territories) == reps
    assert session.balance().in_tolerance == 8


def test_the_fewest_within_limits(dialog, run, session):
    dialog.method.setCurrentIndex(dialog.method.findData("fewest"))
    said = settled(dialog)
    assert "maximum" in said
    assert not dialog.run_button.isEnabled()
    dialog.limits.item(0, 2).setText("7000000")
    dialog.tolerance.setValue(15)
    assert "into 5 to 400 territories" in settled(dialog)
    build(dialog, run, session)
    frame = session.statistics()
    assert len(session.settings.territories) in (5, 6)
    assert frame["pop_2019"].max() <= 7_000_000


def test_locked_units_and_territories_keep_what_they_have(session, run, qgis_iface):
    from territory_manager.gui.build_dialog import BuildDialog

    locked = session.fids_of("NC")[:4]
    session.lock(units=locked)
    dialog = BuildDialog(session, qgis_iface.mainWindow())
    assert "4 locked units" in dialog.locks_label.text()
    dialog.number.setValue(6)
    build(dialog, run, session)
    assert {session.territory_of(fid) for fid in locked} == {"NC"}
    assert len(session.settings.territories) == 6
    dialog.deleteLater()


def test_units_kept_together_stay_together(dialog, run, session, layers):
    dialog.keep_together.setField("state")
    dialog.number.setValue(2)
    dialog.tolerance.setValue(30)
    build(dialog, run, session)
    owners = {}
    for feature in layers["units"].getFeatures():
        owners.setdefault(feature["state"], set()).add(session.territory_of(feature.id()))
    assert all(len(found) == 1 for found in owners.values())


def test_cancel_keeps_the_window_and_ends_the_run(dialog, run, session, qgis_iface):
    dialog.accept()
    ended = []
    run.finished.connect(ended.append)
    run.start(session, dialog.preparation)
    assert run.running
    button = qgis_iface.messageBar().findChild(QPushButton, "buildCancel")
    button.click()
    wait(lambda: bool(ended))
    assert not run.running


def test_closing_the_message_does_not_end_the_run(dialog, run, session, qgis_iface):
    dialog.accept()
    ended = []
    run.finished.connect(ended.append)
    run.start(session, dialog.preparation)
    qgis_iface.messageBar().clearWidgets()
    wait(lambda: bool(ended))
    assert ended[0].feasible


def test_a_closed_plan_drops_the_result(dialog, run, session, layers):
    dialog.accept()
    run.start(session, dialog.preparation)
    run.abandon()
    session.close()
    time.sleep(0.05)
    QApplication.processEvents()
    assert {feature["current_terr"] for feature in layers["units"].getFeatures()} == {"GA", "NC", "SC", "TN"}


def test_removing_the_layer_while_it_runs_is_safe(dialog, run, session, layers, project):
    dialog.accept()
    run.start(session, dialog.preparation)
    project.removeMapLayer(layers.pop("units").id())
    wait(lambda: not run.running)


def test_choices_are_remembered(dialog, session, qgis_iface):
    from territory_manager.gui.build_dialog import BuildDialog

    dialog.compactness.setValue(80)
    dialog.seed.setValue(7)
    dialog.accept()
    again = BuildDialog(session, qgis_iface.mainWindow())
    assert (again.compactness.value(), again.seed.value()) == (80, 7)
    again.deleteLater()


def test_it_fits_a_small_screen(dialog):
    for method in ("number", "reps", "fewest"):
        dialog.method.setCurrentIndex(dialog.method.findData(method))
        dialog.advanced.setCollapsed(method != "number")
        settled(dialog)
        assert dialog.width() <= 1000
        assert dialog.height() <= 580
