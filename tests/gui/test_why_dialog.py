"""Why is this unit here: what each move would do, and making one of them."""

import pytest

pytest.importorskip("pandas")


def border_unit(session, inside, beside):
    ledger = session.alignment
    own, other = ledger.territories.index(inside), ledger.territories.index(beside)
    for unit in range(ledger.units.n):
        if ledger.labels[unit] == own and other in ledger.labels[ledger.adjacency.neighbours(unit)]:
            return int(ledger.units.ids[unit])
    raise AssertionError("the two do not touch")


def test_every_neighbour_is_explained_and_one_is_chosen(qgis_iface, session):
    from qgis.PyQt.QtWidgets import QPushButton

    from territory_manager.gui.why_dialog import WhyDialog

    fid = border_unit(session, "GA", "SC")
    dialog = WhyDialog(session, fid, qgis_iface.mainWindow())
    assert "SC" in {item.territory for item in dialog.explanations}
    for item in dialog.explanations:
        before = session.balance().max_deviation
        after = abs(session.preview([fid], item.territory)["index_dev"].dropna()).max()
        assert item.max_deviation_change == pytest.approx(after - before, abs=1e-6)
    dialog.findChild(QPushButton, "moveTo_SC").click()
    assert session.territory_of(fid) == "SC"


def test_an_inner_unit_can_only_stay(qgis_iface, session):
    from qgis.PyQt.QtWidgets import QLabel

    from territory_manager.gui.why_dialog import WhyDialog

    ledger = session.alignment
    unit = next(
        unit
        for unit in range(ledger.units.n)
        if (ledger.labels[ledger.adjacency.neighbours(unit)] == ledger.labels[unit]).all()
    )
    dialog = WhyDialog(session, int(ledger.units.ids[unit]), qgis_iface.mainWindow())
    assert "can only stay" in dialog.findChild(QLabel, "whyHead").text()
    dialog.reject()


def test_from_the_menu_of_the_table(qgis_iface, session):
    from qgis.PyQt.QtWidgets import QMenu

    from territory_manager.gui.territories_dock import TerritoriesDock
    from territory_manager.gui.territory_menu import fill_territory_menu
    from territory_manager.gui.why_dialog import WhyDialog

    dock = TerritoriesDock(qgis_iface, None)
    dock.set_session(session)
    menu = QMenu()
    fill_territory_menu(menu, dock, ["GA"])
    why = next(action for action in menu.actions() if action.objectName() == "actionWhyHere")
    assert not why.isEnabled()
    session.layer.selectByIds([border_unit(session, "GA", "SC")])
    menu.clear()
    fill_territory_menu(menu, dock, ["GA"])
    why = next(action for action in menu.actions() if action.objectName() == "actionWhyHere")
    why.trigger()
    dialog = qgis_iface.mainWindow().findChild(WhyDialog)
    assert dialog is not None
    dialog.reject()
    dock.set_session(None)
    dock.deleteLater()
