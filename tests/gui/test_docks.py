"""The docks share one place at first; afterwards the user decides where they are."""

import pytest

pytest.importorskip("pandas")


@pytest.fixture
def docks(qgis_iface, clean_settings):
    from territory_manager.gui.docks import Docks

    made = []

    def make():
        qgis_iface.mainWindow().show()
        made.append(Docks(qgis_iface, None))
        return made[-1]

    yield make
    for one in made:
        one.remove()


def pile_up(iface, docks):
    """What QGIS does at its start with docks that it never saw."""
    from qgis.PyQt.QtCore import Qt

    for dock in docks._docks:
        iface.mainWindow().removeDockWidget(dock)
        iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.show()


def tabs(iface, docks):
    return len(iface.mainWindow().tabifiedDockWidgets(docks.territories))


def test_the_first_start_of_qgis_puts_them_into_one_place(qgis_iface, docks):
    first = docks()
    pile_up(qgis_iface, first)
    assert tabs(qgis_iface, first) == 0
    qgis_iface.initializationCompleted.emit()
    assert tabs(qgis_iface, first) == 3


def test_later_they_stay_where_they_were_put(qgis_iface, docks):
    docks()
    qgis_iface.initializationCompleted.emit()
    second = docks()
    pile_up(qgis_iface, second)
    qgis_iface.initializationCompleted.emit()
    assert tabs(qgis_iface, second) == 0
