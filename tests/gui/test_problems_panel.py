"""The live list of problems on a real layer: found in the background, shown on the map, mended."""

import time

import pytest

pytest.importorskip("pandas")


@pytest.fixture
def session(sample_session):
    return sample_session(tolerance=100)


@pytest.fixture
def panel(qgis_iface, session):
    from territory_manager.gui.problems_panel import ProblemsPanel

    panel = ProblemsPanel(qgis_iface)
    panel.show()
    panel.set_session(session)
    look(panel)
    yield panel
    panel.set_session(None)
    panel.deleteLater()


def look(panel, seconds=30):
    from qgis.PyQt.QtCore import QCoreApplication

    panel._timer.stop()
    panel.refresh()
    end = time.monotonic() + seconds
    while panel._task is not None:
        QCoreApplication.processEvents()
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.005)


def inner_unit(session, territory):
    """A unit with all its neighbours in its own territory."""
    ledger = session.alignment
    label = ledger.territories.index(territory)
    for unit in range(ledger.units.n):
        around = ledger.adjacency.neighbours(unit)
        if ledger.labels[unit] == label and len(around) > 3 and (ledger.labels[around] == label).all():
            return int(ledger.units.ids[unit])
    raise AssertionError("no inner unit")


def codes(panel):
    return sorted(finding.code for finding in panel.model.findings)


def test_a_plan_with_nothing_wrong_says_so(panel):
    assert panel.model.rowCount() == 0
    assert "No problems" in panel.words.text()


def test_an_enclave_is_found_shown_and_given_back(panel, session):
    fid = inner_unit(session, "GA")
    session.assign([fid], "TN")
    look(panel)
    assert codes(panel) == ["enclave", "not_contiguous"]
    row = [finding.code for finding in panel.model.findings].index("enclave")
    panel.view.selectRow(row)
    assert session.layer.selectedFeatureIds() == [fid]
    assert panel.fix_button.isEnabled()
    steps = session.layer.undoStack().index()
    panel.fix()
    assert session.layer.undoStack().index() == steps + 1
    assert session.territory_of(fid) == "GA"
    look(panel)
    assert codes(panel) == []


def test_an_unassigned_unit_goes_to_the_longest_border(panel, session):
    fid = inner_unit(session, "NC")
    session.assign([fid], None)
    look(panel)
    assert "unassigned" in codes(panel)
    panel.view.selectAll()
    panel.fix()
    assert session.territory_of(fid) == "NC"


def test_a_plan_that_is_not_built_yet_is_one_line(panel, session):
    session.assign(session.fids_of("GA"), None)
    look(panel)
    assert codes(panel).count("unassigned") == 1
    assert "159 units" in panel.model.findings[0].detail


def test_locked_units_are_left_and_that_is_said(panel, session, qgis_iface):
    fid = inner_unit(session, "GA")
    session.assign([fid], "TN")
    session.lock(units=[fid])
    look(panel)
    panel.view.selectAll()
    panel.fix()
    assert session.territory_of(fid) == "TN"
    assert qgis_iface.messageBar().currentItem() is not None


def test_tolerance_is_checked_live(panel, session):
    session.set_tolerance(5)
    look(panel)
    assert set(codes(panel)) == {"out_of_tolerance"}


def test_overlaps_are_looked_for_once_and_kept(panel, session):
    first = panel._overlaps
    session.assign([inner_unit(session, "GA")], "TN")
    look(panel)
    assert panel._overlaps[0] is first[0]


def test_closing_the_plan_while_it_looks_is_safe(panel, session):
    panel.refresh()
    session.close()
    panel.set_session(None)
    assert panel.model.rowCount() == 0
