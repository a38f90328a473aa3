"""Work, themes and coverage in the window, on the sample plan."""

import math

import pytest

pytest.importorskip("qgis.core")

from types import SimpleNamespace

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QToolButton

OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def session(sample_session):
    """The sample with its accounts and reps, each state given to one of them."""
    session = sample_session(others=("accounts", "reps"))
    for territory, rep in zip(session.settings.territories, ("Vega", "Okafor", "Kowalski", "Nguyen")):
        session.set_rep(territory, rep)
    return session


@pytest.fixture
def counted(session):
    """The same with its work counted as the dialog would at first."""
    from territory_manager.layers.work_settings import guessed

    session.followers.work.use(guessed(session.settings, session.layer, session.project()))
    return session


@pytest.fixture
def dock(qgis_iface, clean_settings, session):
    from territory_manager.gui.territories_dock import TerritoriesDock

    dock = TerritoriesDock(qgis_iface, SimpleNamespace())
    qgis_iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    qgis_iface.mainWindow().show()
    dock.set_session(session)
    dock.setFloating(True)
    dock.resize(1300, 500)
    QApplication.processEvents()
    yield dock
    dock.set_session(None)


@pytest.fixture
def dialog(qgis_iface, session):
    from territory_manager.gui.workload_dialog import WorkloadDialog

    dialog = WorkloadDialog(session, qgis_iface.mainWindow())
    yield dialog
    dialog.reject()
    dialog.deleteLater()


def shown(dock):
    columns = dock.model.columns()
    return [column.key for i, column in enumerate(columns) if not dock.view.isColumnHidden(i)]


# settings
def test_the_dialog_begins_with_what_the_names_of_the_fields_say(dialog, session):
    page = dialog.page
    assert page.accounts.currentLayer().name() == "accounts"
    assert page.calls.currentField() == "calls_illustrative"
    assert page.minutes.currentField() == "minutes_illustrative"
    assert page.homes.currentLayer().name() == "reps"
    assert page.homes_field.currentField() == "rep_illustrative"
    assert page.hours_field.currentField() == "capacity_illustrative"
    assert page.values["potential"].choice() == ("units", "potential_illustrative")
    assert page.values["quota"].choice() == ("reps", "quota_illustrative")
    words = dialog.facts.text()
    assert "879 accounts" in words and "7 calls a year on average" in words and "8 reps with homes" in words
    assert "4,800 of capacity" in words
    assert session.settings.workload == {}, "nothing is set before OK"


def test_what_comes_out_follows_what_is_chosen(dialog, session):
    page = dialog.page
    page.selling_share.setValue(50)
    dialog._accept_if_right()
    assert "3,200 of capacity" in dialog.facts.text()
    assert dialog.result()
    session.followers.work.use(dialog.settings())
    assert session.settings.workload["selling_share"] == 50
    assert session.followers.work.table()["capacity_hours"][0] == 800


def test_segments_are_typed_into_the_table(dialog):
    page = dialog.page
    page.calls.setField("")
    page.minutes.setField("")
    page.segment.setField("segment_illustrative")
    table = page.segments
    assert [table.item(row, 0).text() for row in range(4)] == ["Village", "Town", "City", "Metro"]
    assert table.item(0, 1).text() == "352"
    assert not page.default_calls.isEnabled()
    for row, (calls, minutes) in enumerate(((3, 30), (6, 45), (12, 60), (24, 90))):
        table.item(row, 2).setText(str(calls))
        table.item(row, 3).setText(str(minutes))
    dialog._try_out()
    assert "7 calls a year on average" in dialog.facts.text(), "the sample's calls are those of its segments"
    assert dialog.settings().segments["Metro"] == (24, 90)
    table.item(1, 2).setText("often")
    dialog._try_out()
    assert "“often” is no number" in dialog.facts.text()
    assert not dialog.buttons.button(OK).isEnabled()


def test_work_without_any_time_is_refused_with_words(dialog):
    page = dialog.page
    page.calls.setField("")
    page.default_calls.setValue(0)
    dialog._try_out()
    assert "No call takes any time" in dialog.facts.text()
    assert not dialog.buttons.button(OK).isEnabled()


def test_another_layer_brings_its_own_fields(dialog, session):
    page = dialog.page
    page.accounts.setLayer(None)
    assert page.calls.layer() is session.layer and page.calls.currentField() == ""
    assert dialog.settings().accounts_layer is None
    page.homes.setLayer(None)
    assert dialog.settings().homes_layer is None and dialog.settings().homes_field is None
    assert not page.hours_field.isEnabled()


def test_settings_come_back_as_they_were_and_can_be_taken_away(qgis_iface, counted):
    from territory_manager.gui.workload_dialog import WorkloadDialog

    stored = counted.settings.workload
    dialog = WorkloadDialog(counted, qgis_iface.mainWindow())
    assert dialog.settings().to_dict() == stored
    dialog.findChild(object, "countNoWorkButton").click()
    assert dialog.result() and dialog.settings() is None
    dialog.deleteLater()


# the dock
def test_columns_are_there_once_work_is_counted(dock, session):
    from territory_manager.layers.work_settings import guessed

    assert not [key for key in shown(dock) if key.startswith("work:")]
    session.followers.work.use(guessed(session.settings, session.layer, session.project()))
    assert {"work:workload_hours", "work:utilisation", "work:attainment"} <= set(shown(dock))
    assert "work:penetration" not in shown(dock) and dock.model.column_of("work:penetration") >= 0
    session.followers.work.use(None)
    assert not [column.key for column in dock.model.columns() if column.key.startswith("work:")]


def cell(dock, territory, key):
    model = dock.model
    return model.index(model.row_of(territory), model.column_of(key)).data()


def test_utilisation_has_a_number_an_arrow_and_its_place_in_the_order(dock, counted):
    loads = dict(zip(counted.alignment.territories, counted.followers.work.table()["utilisation"]))
    for name, load in loads.items():
        assert cell(dock, name, "work:utilisation") == f"▲\u00a0{load:.0f}\u00a0%"
    assert cell(dock, None, "work:utilisation") == ""
    dock.view.sortByColumn(dock.model.column_of("work:utilisation"), Qt.SortOrder.DescendingOrder)
    names = [dock.model.index(row, 1).data() for row in range(4)]
    assert names == sorted(loads, key=loads.get, reverse=True)


def test_a_stroke_shows_utilisation_before_and_after(dock, counted, monkeypatch):
    # at once, however slow the machine is
    monkeypatch.setattr("territory_manager.layers.live_workload._BUDGET", math.inf)
    stroke = counted.stroke(counted.fids_of("GA")[:20], "SC")
    counted.show_stroke(stroke)
    after = counted.followers.work.preview_of(stroke)["utilisation"]
    names = counted.alignment.territories
    text = cell(dock, "SC", "work:utilisation")
    assert "→" in text and text.endswith(f"{after[names.index('SC')]:.0f}\u00a0%")
    assert "→" not in cell(dock, "TN", "work:utilisation")
    counted.show_stroke(None)
    assert "→" not in cell(dock, "SC", "work:utilisation")


def test_the_headline_says_how_many_reps_have_too_much_to_do(dock, counted):
    assert "4 over 110 % utilisation" in dock.headline.text().replace("\u00a0", " ")
    dock.headline.loadClicked.emit()
    assert dock.view.horizontalHeader().sortIndicatorSection() == dock.model.column_of("work:utilisation")


def test_the_table_is_copied_with_its_work(dock, counted):
    dock.copy_table()
    header = QApplication.clipboard().text().splitlines()[0].split("\t")
    assert {"workload_hours", "utilisation", "attainment"} <= set(header)


def test_the_theme_is_chosen_in_the_foot(dock, session):
    from territory_manager.layers.work_settings import guessed

    combo = dock.findChild(QComboBox, "themeCombo")
    texts = [combo.itemText(row) for row in range(combo.count())]
    assert texts == ["Territory", "Deviation", "Utilisation", "Coverage", "White space", "Attainment"]
    items = [combo.model().item(row) for row in range(combo.count())]
    assert [item.isEnabled() for item in items] == [True, True, False, False, False, False]
    assert "Workload Settings" in items[2].toolTip()
    session.followers.work.use(guessed(session.settings, session.layer, session.project()))
    assert all(combo.model().item(row).isEnabled() for row in range(combo.count()))
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert session.themes.shown == "utilisation"
    menu = dock.findChild(QToolButton, "labelsButton").menu()
    menu.actions()[2].trigger()
    assert session.themes.labels == "number" and session.layer.labelsEnabled()
    session.themes.choose("territory")
    assert combo.currentIndex() == 0


def test_the_chooser_is_there_in_the_narrowest_dock(dock):
    dock.resize(240, 500)
    QApplication.processEvents()
    combo = dock.findChild(QComboBox, "themeCombo")
    assert combo.isVisible() and dock.findChild(QToolButton, "labelsButton").isVisible()
    assert dock.width() < 300


# coverage
def test_coverage_lists_what_would_fix_it_and_zooms(qgis_iface, counted):
    from territory_manager.gui.coverage_dialog import CoverageDialog

    dialog = CoverageDialog(counted, qgis_iface, qgis_iface.mainWindow())
    tree = dialog.territories
    table = counted.followers.work.coverage_of_territories(counted.followers.work.coverage())
    rows = {tree.topLevelItem(row).text(0): tree.topLevelItem(row) for row in range(tree.topLevelItemCount())}
    assert set(rows) == {"GA", "NC", "SC", "TN"}
    for label, name in enumerate(counted.alignment.territories):
        assert rows[name].text(2) == f"{table['coverage'][label]:.0f}\u00a0%"
        assert "under-served" in rows[name].text(3)
        assert rows[name].text(6).startswith(f"{table['reps_missing'][label]:.1f} more reps")
    assert "reps missing" in dialog.headline.text()
    wait_for(lambda: dialog.places.topLevelItemCount() > 0)
    assert [dialog.places.topLevelItem(row).text(0) for row in range(3)] == ["1", "2", "3"]
    rows["SC"].setSelected(True)
    canvas = qgis_iface.mapCanvas()
    before = canvas.extent()
    dialog.zoom.click()
    assert canvas.extent() != before
    dialog.theme.click()
    assert counted.themes.shown == "coverage"
    counted.assign(counted.fids_of("GA"), "SC")
    counted.flush()
    dialog.refresh()
    rows = [tree.topLevelItem(row).text(4) for row in range(tree.topLevelItemCount())]
    assert "0" in rows, "Georgia has no work any more"
    counted.followers.work.use(None)
    dialog.refresh()
    assert "Workload Settings" in dialog.headline.text()
    dialog.reject()
    dialog.deleteLater()


def wait_for(condition, seconds=20):
    import time

    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.01)


def test_coverage_ends_with_the_plan(qgis_iface, counted):
    from territory_manager.gui.coverage_dialog import CoverageDialog

    dialog = CoverageDialog(counted, qgis_iface, qgis_iface.mainWindow())
    dialog.show()
    counted.close()
    assert not dialog.isVisible()
    dialog.deleteLater()
