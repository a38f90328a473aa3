"""Builds in the background: the result is one undo step, and nothing that ends meanwhile brings QGIS down."""

import time

import pytest

pytest.importorskip("scipy")


@pytest.fixture
def plugin(qgis_iface, sample_path, tmp_path):
    from territory_manager import classFactory

    plugin = classFactory(qgis_iface)
    plugin.initGui()
    plugin.open_sample(tmp_path)
    yield plugin
    plugin.unload()


@pytest.fixture
def run(plugin, qgis_iface):
    from territory_manager.gui.build_run import BuildRun

    plugin._build = BuildRun(qgis_iface, plugin)
    return plugin._build


def start(plugin, run, **options):
    from territory_manager.layers.build_preparation import BuildOptions, prepare

    finished = []
    run.finished.connect(finished.append)
    run.start(
        plugin.session, prepare(plugin.session, BuildOptions(**{"number": 8, "time_limit": 30, **options}))
    )
    return finished


def wait_for(condition, seconds=60.0):
    from qgis.PyQt.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    return condition()


def running_tasks():
    from qgis.core import QgsApplication

    return QgsApplication.taskManager().countActiveTasks()


def slow_build(monkeypatch, best=None):
    """A solver that searches until it is cancelled and then has a best plan, or none."""
    import numpy as np

    from territory_manager.core.solve import build as module
    from territory_manager.core.solve.problem import Solution

    started = []

    def build(problem, *, seed=1, time_limit=60.0, progress=None, cancelled=None):
        started.append(problem)
        while not cancelled():
            progress(20, "worst deviation 3.2 %, still improving")
            time.sleep(0.01)
        if best is None:
            return None
        return Solution(labels=np.full(problem.n, best, dtype=np.int32), feasible=True, message="Cancelled.")

    monkeypatch.setattr(module, "build", build)
    return started


def test_a_build_is_one_undo_step_and_brings_its_territories(plugin, run):
    session = plugin.session
    finished = start(plugin, run, time_limit=20)
    assert wait_for(lambda: finished)
    balance = session.balance()
    assert (balance.count, balance.in_tolerance, balance.extra_pieces, balance.unassigned) == (8, 8, 0, 0)
    assert session.layer.undoStack().count() == 1
    assert len(session.colors) == 8
    session.layer.undoStack().undo()
    assert session.statistics()["territory"].tolist() == ["GA", "NC", "SC", "TN"]
    assert session.settings.territories == ["GA", "NC", "SC", "TN"]
    session.layer.undoStack().redo()
    assert session.balance() == balance


def test_the_map_can_be_edited_meanwhile(plugin, run, monkeypatch):
    started = slow_build(monkeypatch, best=0)
    session = plugin.session
    finished = start(plugin, run)
    assert wait_for(lambda: started)
    gone, held = session.fids_of("SC")[:2]
    session.layer.startEditing()
    session.layer.deleteFeature(gone)
    session.lock(units=[held])
    run._task.cancel()
    assert wait_for(lambda: finished)
    table = session.statistics()
    assert table["units"].sum() == 399
    assert session.territory_of(held) == "SC"


def test_cancel_keeps_the_best(plugin, run, monkeypatch, qgis_iface):
    from qgis.PyQt.QtWidgets import QPushButton

    started = slow_build(monkeypatch, best=2)
    finished = start(plugin, run)
    assert wait_for(lambda: started)
    bar = qgis_iface.messageBar()
    assert wait_for(lambda: "still improving" in bar.currentItem().text(), 5)
    bar.currentItem().findChild(QPushButton).click()
    assert wait_for(lambda: finished)
    assert finished[0].labels.tolist() == [2] * 400
    assert sorted(plugin.session.statistics()["units"])[-1] == 400


def test_cancel_before_any_result_changes_nothing(plugin, run, monkeypatch):
    started = slow_build(monkeypatch)
    finished = start(plugin, run)
    assert wait_for(lambda: started)
    run._task.cancel()
    assert wait_for(lambda: finished)
    assert finished == [None]
    assert not plugin.session.layer.isEditable()


@pytest.mark.parametrize(
    "what", ["layer removed", "project closed", "plan closed", "another plan", "unloaded"]
)
def test_what_ends_while_a_build_runs_ends_in_peace(plugin, run, monkeypatch, qgis_iface, what):
    from qgis.core import QgsProject

    started = slow_build(monkeypatch, best=0)
    session, layer = plugin.session, plugin.session.layer
    finished = start(plugin, run)
    assert wait_for(lambda: started)
    if what == "layer removed":
        QgsProject.instance().removeMapLayer(layer.id())
    elif what == "project closed":
        QgsProject.instance().clear()
    elif what == "plan closed":
        plugin.close_plan()
    elif what == "another plan":
        plugin.open_plan(layer, "state", ["pop_2010"])
    else:
        plugin.unload()
    assert wait_for(lambda: running_tasks() == 0, 10)
    wait_for(lambda: False, 0.1)
    assert finished == []
    assert not session.is_open
    if what in ("plan closed", "another plan"):
        assert not layer.isEditable()


def test_an_error_of_the_solver_is_said(plugin, run, monkeypatch, qgis_iface):
    from territory_manager.core.solve import build as module

    def build(problem, **_options):
        raise ValueError("Polk has 14.1 % of TOTPOP.")

    monkeypatch.setattr(module, "build", build)
    finished = start(plugin, run)
    assert wait_for(lambda: finished)
    assert qgis_iface.messageBar().currentItem().text() == "Polk has 14.1 % of TOTPOP."


def test_locked_units_and_territories_survive_a_build(plugin, run):
    session = plugin.session
    held = session.fids_of("NC")[:3]
    session.lock(units=held, territories=["TN"])
    tennessee = session.fids_of("TN")
    finished = start(plugin, run, number=4, time_limit=5)
    assert wait_for(lambda: finished)
    assert session.fids_of("TN") == tennessee
    assert {session.territory_of(fid) for fid in held} == {"NC"}
