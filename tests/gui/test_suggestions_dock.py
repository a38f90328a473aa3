"""The Suggestions dock on a real layer: asked in the background, seen before it is made, one undo step."""

import time

import pytest

pytest.importorskip("pandas")


@pytest.fixture
def dock(qgis_iface, session):
    from qgis.PyQt.QtCore import Qt

    from territory_manager.gui.suggestions_dock import SuggestionsDock

    dock = SuggestionsDock(qgis_iface, None)
    qgis_iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    qgis_iface.mainWindow().show()
    dock.show()
    dock.set_session(session)
    dock.refresh()
    wait(lambda: dock._task is None)
    yield dock
    dock.set_session(None)
    dock.deleteLater()


def wait(condition, seconds=60):
    from qgis.PyQt.QtCore import QCoreApplication

    end = time.monotonic() + seconds
    while not condition():
        QCoreApplication.processEvents()
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.005)


def bands(iface):
    from qgis.gui import QgsRubberBand

    return [item for item in iface.mapCanvas().scene().items() if isinstance(item, QgsRubberBand)]


def test_suggestions_are_better_than_what_is_there(dock, session):
    assert dock.model.rowCount() > 3
    for row in dock.model.rows:
        assert row.gain > 0
        assert row.proposal.balance.max_deviation == pytest.approx(row.worst[1])


def test_a_selected_one_is_shown_on_the_map_and_to_the_docks_but_not_made(dock, session, qgis_iface):
    seen = []
    session.previewChanged.connect(seen.append)
    before = session.statistics().copy()
    dock._select(0)
    assert seen[-1] is dock.model.row(0).proposal
    assert len(bands(qgis_iface)) == len(set(dock.model.row(0).proposal.moves.values()))
    assert session.statistics().equals(before)
    dock.view.clearSelection()
    assert seen[-1] is None
    assert not bands(qgis_iface)


def test_applying_is_one_undo_step_and_does_what_it_said(dock, session):
    dock._select(0)
    row = dock.model.row(0)
    steps = session.layer.undoStack().index() if session.layer.isEditable() else 0
    dock.apply_selected()
    assert session.layer.undoStack().index() == steps + 1
    assert session.balance().max_deviation == pytest.approx(row.worst[1])
    assert all(session.territory_of(fid) == to for fid, to in row.proposal.moves.items())
    session.layer.undoStack().undo()
    session.flush()
    assert session.balance().max_deviation == pytest.approx(row.worst[0])


def test_after_an_edit_it_asks_anew(dock, session):
    first = [row.proposal.text for row in dock.model.rows]
    session.assign(session.fids_of("GA")[:60], "SC")
    session.flush()
    wait(lambda: dock._task is not None)
    wait(lambda: dock._task is None)
    assert [row.proposal.text for row in dock.model.rows] != first


def test_a_stale_suggestion_is_not_made(dock, session, qgis_iface):
    dock._select(0)
    row = dock.model.row(0)
    fid = row.proposal.units[0]
    territory = row.proposal.moves[fid]
    session.lock(units=[fid])
    assert row.proposal not in [found.proposal for found in dock.model.rows]
    assert session.territory_of(fid) != territory


def test_two_neighbours_are_balanced(dock, session):
    from territory_manager.layers.suggesting import neighbours_to_balance

    assert set(neighbours_to_balance(session)[0]) == {"GA", "SC"}
    dock.balance_neighbours("GA", "SC")
    wait(lambda: dock._task is None)
    row = dock.model.row(0)
    assert "GA" in row.proposal.text
    assert set(row.proposal.before.values()) | set(row.proposal.moves.values()) <= {"GA", "SC"}
    dock.apply_selected()
    table = session.statistics().set_index("territory")
    assert abs(table.loc["GA", "index_dev"] - table.loc["SC", "index_dev"]) < 2.0
    assert (table.loc[["GA", "SC"], "pieces"] == 1).all()


def test_a_surplus_is_given_away(dock, session):
    from territory_manager.layers.suggesting import territories_with_surplus

    heaviest = territories_with_surplus(session)[0]
    before = session.statistics().set_index("territory").loc[heaviest, "index_dev"]
    dock.give_surplus(heaviest)
    wait(lambda: dock._task is None)
    row = dock.model.row(0)
    after = row.proposal.statistics.set_index("territory").loc[heaviest, "index_dev"]
    assert after < before
    assert set(row.proposal.before.values()) == {heaviest}


def test_locked_territories_are_left_out(dock, session):
    from territory_manager.layers.suggesting import neighbours_to_balance

    session.lock(territories=["GA"])
    assert not any("GA" in pair for pair in neighbours_to_balance(session))
    dock.balance_neighbours("GA", "SC")
    wait(lambda: dock._task is None)
    assert "locked" in dock.words.text()


def test_closing_the_plan_while_it_looks_is_safe(dock, session, qgis_iface):
    dock._select(0)
    dock.refresh()
    session.close()
    dock.set_session(None)
    wait(lambda: True)
    assert not bands(qgis_iface)
    assert dock.model.rowCount() == 0
