"""The Rebalance dialog on a real layer: plans to choose from, who gains and loses, one undo step."""

import time

import pytest

pytest.importorskip("pandas")


@pytest.fixture
def session(sample_session):
    return sample_session(others=["reps"])


@pytest.fixture
def dialog(qgis_iface, session):
    from territory_manager.gui.rebalance_dialog import RebalanceDialog

    dialog = RebalanceDialog(session, qgis_iface.mainWindow())
    dialog.show()
    wait(lambda: dialog.choices)
    yield dialog
    dialog.reject()
    dialog.deleteLater()


def wait(condition, seconds=60):
    from qgis.PyQt.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not condition():
        QCoreApplication.processEvents()
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.005)


def test_plans_go_from_nothing_to_within_tolerance(dialog, session):
    found = [(choice.disruption, choice.max_deviation) for choice in dialog.choices]
    assert found[0] == (0, pytest.approx(session.balance().max_deviation))
    assert [disruption for disruption, _ in found] == sorted(disruption for disruption, _ in found)
    assert [-deviation for _, deviation in found] == sorted(-deviation for _, deviation in found)
    assert dialog.choices[-1].feasible
    assert dialog.choice.feasible
    assert dialog.gains.rowCount() > 1


def test_apply_is_one_undo_step_and_does_what_was_shown(dialog, session):
    choice = dialog.choice
    before = {fid: session.territory_of(fid) for name in session.colors for fid in session.fids_of(name)}
    dialog.accept()
    assert session.balance().max_deviation == pytest.approx(choice.max_deviation)
    assert session.balance().extra_pieces == 0
    moved = sum(session.territory_of(fid) != name for fid, name in before.items())
    assert moved == choice.moved_units
    session.layer.undoStack().undo()
    session.flush()
    assert all(session.territory_of(fid) == name for fid, name in before.items())


def test_less_disruption_is_less_disruption(dialog):
    shown = dialog.choice.disruption
    dialog.less.click()
    assert dialog.choice.disruption < shown
    assert "change hands" in dialog.words.text() or "Nothing changes" in dialog.words.text()


def test_a_rep_who_leaves_is_shared_out_among_neighbours(dialog, session):
    before = {fid: name for name in session.colors for fid in session.fids_of(name)}
    dialog.leaving.setCurrentIndex(dialog.leaving.findData("SC"))
    wait(lambda: not dialog.choices)
    wait(lambda: dialog.choices)
    assert len(dialog.choices) == 1
    dialog.accept()
    assert "SC" not in session.settings.territories
    for fid, name in before.items():
        assert session.territory_of(fid) in ({name} if name != "SC" else {"GA", "NC"})
    session.layer.undoStack().undo()
    session.flush()
    assert "SC" in session.settings.territories


def test_a_rep_who_joins_gets_a_territory_around_their_home(dialog, session):
    assert dialog.joining.count() > 1
    dialog.joining.setCurrentIndex(1)
    name = dialog.joining.currentData()
    wait(lambda: not dialog.choices)
    wait(lambda: dialog.choices)
    dialog._select(len(dialog.choices) - 1)
    dialog.accept()
    table = session.statistics().set_index("territory")
    assert table.loc[name, "units"] > 0
    assert table.loc[name, "pieces"] == 1


def test_another_disruption_measure_is_taken(dialog, session):
    dialog.disruption.setCurrentIndex(dialog.disruption.findData("births_2019"))
    wait(lambda: not dialog.choices)
    wait(lambda: dialog.choices)
    found = dialog._question.comparison(dialog.choice)
    assert found.disruption == pytest.approx(dialog.choice.disruption, abs=1e-6)


def test_closing_while_it_computes_is_safe(qgis_iface, session):
    from territory_manager.gui.rebalance_dialog import RebalanceDialog

    dialog = RebalanceDialog(session, qgis_iface.mainWindow())
    dialog.show()
    dialog.find()
    session.close()
    assert not dialog.isVisible()
    dialog.deleteLater()
