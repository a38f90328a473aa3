"""Compare Scenarios on a real layer: tables that add up, the map, taking over, files."""

import csv

import pytest

pytest.importorskip("pandas")


@pytest.fixture
def scenarios(session):
    """The sample with a second scenario that is shown: three units of GA to SC, two of TN to nobody."""
    session.set_rep("GA", "Vega")
    session.scenarios.add("Draft B", effective="2027-01-01")
    session.moved = session.fids_of("GA")[:3]
    session.lost = session.fids_of("TN")[:2]
    session.assign(session.moved, "SC")
    session.assign(session.lost, None)
    session.flush()
    return session


@pytest.fixture
def dialog(qgis_iface, scenarios, clean_settings):
    from territory_manager.gui.compare_dialog import CompareDialog

    qgis_iface.mainWindow().show()
    qgis_iface.mapCanvas().setLayers([scenarios.layer])
    dialog = CompareDialog(qgis_iface, scenarios)
    dialog.show()
    yield dialog
    dialog.reject()


def select(view, *rows):
    from qgis.PyQt.QtCore import QItemSelectionModel

    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    view.clearSelection()
    for row in rows:
        view.selectionModel().select(view.model().index(row, 0), flags)


def cells(model):
    """First column → all cells of the row."""
    rows = range(model.rowCount())
    table = [[model.index(row, column).data() for column in range(model.columnCount())] for row in rows]
    return {row[0]: row for row in table}


def titles(model):
    from qgis.PyQt.QtCore import Qt

    return [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]


def test_what_is_shown_is_compared_with_the_other_one(dialog):
    assert dialog.before.currentText() == "current_terr"
    assert dialog.after.currentText() == "Draft B"
    words = dialog.summary.text()
    assert words.startswith("On ") and "2027" in words
    assert "5 units change hands" in words and "pop_2019" in words


def test_who_gains_and_who_loses_adds_up(dialog, scenarios):
    model = dialog.gains.model
    head = titles(model)
    words = ["Units\nbefore", "Units\ngained", "Units\nlost", "Units\nafter"]
    assert head[:7] == ["Territory", "Rep", "Disruption", *words]
    rows = cells(model)
    assert set(rows) == {"GA", "SC", "TN", "Unassigned"}
    assert rows["GA"][1] == "Vega" and rows["GA"][3:7] == ["159", "–", "−3", "156"]
    assert rows["SC"][3:7] == ["46", "+3", "–", "49"]
    assert rows["Unassigned"][3:7] == ["0", "+2", "–", "2"]
    found = dialog.comparison.found.summary().set_index("territory")
    assert found["pop_2019_lost"].sum() == pytest.approx(found["pop_2019_gained"].sum())
    assert rows["GA"][2].endswith("%")
    # in sight at first, however many measures there are
    view = dialog.gains.view
    dialog.show()
    assert view.columnViewportPosition(2) + view.columnWidth(2) <= view.viewport().width()


def test_the_matrix_shows_one_quantity_from_whom_to_whom(dialog):
    from qgis.PyQt.QtCore import Qt

    page = dialog.matrix
    assert [page.model.headerData(r, Qt.Orientation.Vertical) for r in range(2)] == ["GA", "TN"]
    assert titles(page.model) == ["SC", "Unassigned"]
    assert page.model.index(0, 0).data() == "3" and page.model.index(1, 1).data() == "2"
    assert page.model.index(0, 1).data() is None
    page.quantity.setCurrentIndex(page.quantity.findData("disruption"))
    assert page.model.index(0, 0).data().endswith("%")


def test_changed_units_are_sorted_filtered_and_zoomed_to(dialog, scenarios, qgis_iface):
    from qgis.PyQt.QtCore import Qt

    page = dialog.units
    dialog.tabs.setCurrentWidget(page)
    assert page.model.rowCount() == 5
    page.filter.setText("unassigned")
    assert page.model.rowCount() == 2
    page.filter.setText("")
    page.view.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    position = page.model.data(page.model.index(0, 0), 257)[0]
    most = max(
        dialog.comparison.found.values[p, 0] for p in dialog.comparison.found.changed.nonzero()[0].tolist()
    )
    assert dialog.comparison.found.values[position, 0] == most
    select(page.view, 0)
    (fid,) = dialog.selected_fids()
    dialog.zoom()
    canvas = qgis_iface.mapCanvas()
    box = canvas.mapSettings().layerExtentToOutputExtent(
        scenarios.layer, scenarios.layer.getFeature(fid).geometry().boundingBox()
    )
    assert canvas.extent().contains(box)


def test_rows_and_cells_stand_for_their_units(dialog, scenarios):
    rows = [dialog.gains.model.index(row, 0).data() for row in range(4)]
    select(dialog.gains.view, rows.index("GA"), rows.index("SC"))
    assert sorted(dialog.selected_fids()) == sorted(scenarios.moved)
    dialog.tabs.setCurrentWidget(dialog.matrix)
    assert dialog.selected_fids() == []
    dialog.matrix.view.selectionModel().select(
        dialog.matrix.model.index(1, 1), dialog.matrix.view.selectionModel().SelectionFlag.Select
    )
    assert sorted(dialog.selected_fids()) == sorted(scenarios.lost)


def test_taking_over_goes_into_what_is_shown_as_one_step(dialog, scenarios, qgis_iface):
    assert not dialog.take_button.isEnabled()
    assert dialog.take_button.text() == "Take Over Selected from current_terr"
    scenarios.lock(units=scenarios.moved[:1])
    rows = [dialog.gains.model.index(row, 0).data() for row in range(4)]
    select(dialog.gains.view, rows.index("GA"))
    assert dialog.take_button.isEnabled()
    steps = scenarios.layer.undoStack().index()
    dialog.take_button.click()
    assert scenarios.layer.undoStack().index() == steps + 1
    assert scenarios.territory_of(scenarios.moved[0]) == "SC"
    assert scenarios.territory_of(scenarios.moved[1]) == "GA"
    words = qgis_iface.messageBar().currentItem().text()
    assert "2 units taken over" in words and "1 unit is locked and stays" in words
    assert dialog.units.model.rowCount() == 3


def test_in_planning_mode_off_or_a_third_scenario_nothing_is_taken_over(dialog, scenarios):
    select(dialog.gains.view, 0)
    scenarios.planning.switch(False)
    assert not dialog.take_button.isEnabled() and "Planning mode" in dialog.take_button.toolTip()
    scenarios.planning.switch(True)
    assert dialog.take_button.isEnabled()
    scenarios.scenarios.add("Draft C")
    dialog.choose("current_terr", "draft_b")
    select(dialog.gains.view, 0)
    assert not dialog.take_button.isEnabled() and "Switch" in dialog.take_button.toolTip()


def test_it_follows_edits_undo_and_switches(dialog, scenarios):
    scenarios.layer.undoStack().undo()
    scenarios.flush()
    dialog.refresh()
    assert dialog.units.model.rowCount() == 3
    scenarios.scenarios.switch("current_terr")
    dialog.refresh()
    assert dialog.after.currentText() == "Draft B"
    assert dialog.take_button.text() == "Take Over Selected from Draft B"
    scenarios.scenarios.remove("draft_b")
    dialog.refresh()
    assert dialog.after.findText("Draft B") < 0
    assert dialog.units.model.rowCount() == 0


def test_an_edit_is_shown_by_itself_after_a_moment(dialog, scenarios, qgis_app):
    import time

    scenarios.assign(scenarios.fids_of("NC")[:4], "TN")
    end = time.monotonic() + 3
    while dialog.units.model.rowCount() != 9 and time.monotonic() < end:
        qgis_app.processEvents()
    assert dialog.units.model.rowCount() == 9


def test_sides_change_and_the_last_saved_state_can_be_one(dialog, scenarios):
    from territory_manager.layers.alignment_comparison import SAVED

    dialog.swap.click()
    assert (dialog.before.currentText(), dialog.after.currentText()) == ("Draft B", "current_terr")
    assert "On " not in dialog.summary.text()
    dialog.choose(SAVED, "draft_b")
    assert dialog.units.model.rowCount() == 5
    scenarios.layer.commitChanges()
    dialog.refresh()
    assert dialog.units.model.rowCount() == 0
    assert dialog.summary.text().endswith("Nothing differs.")
    assert not dialog.export_button.isEnabled()
    dialog.choose("draft_b", "draft_b")
    assert "two different" in dialog.summary.text()


def test_other_numbers_are_added_up_and_remembered(dialog, scenarios, qgis_iface):
    from territory_manager.gui.compare_dialog import CompareDialog

    assert "fid" not in [dialog.more.itemText(row) for row in range(dialog.more.count())]
    before = dialog.comparison.found.disruption
    dialog.more.setCheckedItems(["pop_2010"])
    dialog.more.checkedItemsChanged.emit(["pop_2010"])
    assert "pop_2010\nafter" in titles(dialog.gains.model)
    assert "pop_2010" in dialog.summary.text()
    assert dialog.comparison.found.disruption == pytest.approx(before)
    other = CompareDialog(qgis_iface, scenarios)
    assert other.more.checkedItems() == ["pop_2010"]
    other.reject()


def test_the_map_shows_what_differs_and_the_project_stays_as_it_is(dialog, scenarios, qgis_iface, project):
    canvas = qgis_iface.mapCanvas()
    project.setDirty(False)
    layers = set(project.mapLayers())
    dialog.map_button.setChecked(True)
    ours, pale, units = canvas.layers()
    assert units == scenarios.layer
    assert ours.featureCount() == 5
    assert pale.featureCount() == scenarios.layer.featureCount()
    categories = {category.value(): category for category in ours.renderer().categories()}
    assert set(categories) == {"GA → SC", "TN → Unassigned"}
    fill = categories["GA → SC"].symbol()
    assert fill.symbolLayer(0).color().name() == scenarios.colors["SC"]
    assert fill.symbolLayer(1).subSymbol().color().name() == scenarios.colors["GA"]
    assert set(project.mapLayers()) == layers and not project.isDirty()
    canvas.setLayers([scenarios.layer])  # as the layer tree does
    assert canvas.layers() == [ours, pale, units]
    scenarios.layer.undoStack().undo()
    scenarios.flush()
    dialog.refresh()
    assert [layer.featureCount() for layer in canvas.layers()][:1] == [3]
    dialog.reject()
    assert canvas.layers() == [scenarios.layer]


def test_it_can_be_kept_as_a_layer(dialog, scenarios, project):
    dialog.keep_button.click()
    (layer,) = project.mapLayersByName("current_terr → Draft B")
    assert layer.featureCount() == 5
    rows = {feature["feature_id"]: (feature["from"], feature["to"]) for feature in layer.getFeatures()}
    assert rows[scenarios.moved[0]] == ("GA", "SC")
    assert layer.customProperty("skipMemoryLayersCheck") is None


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_list_goes_into_a_file(dialog, scenarios, monkeypatch, tmp_path, ending):
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtWidgets import QFileDialog

    path = tmp_path / f"changes.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.export_button.click()
    if ending == "csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
    else:
        table = QgsVectorLayer(str(path), "x", "ogr")
        names = table.fields().names()
        rows = [dict(zip(names, feature.attributes())) for feature in table.getFeatures()]
    assert len(rows) == 5
    by_fid = {int(row["Feature id"]): row for row in rows}
    row = by_fid[scenarios.moved[0]]
    assert (row["From"], row["To"], row["Rep before"]) == ("GA", "SC", "Vega")


def test_a_file_that_cannot_be_written_is_said(dialog, monkeypatch, tmp_path, qgis_iface):
    from qgis.PyQt.QtWidgets import QFileDialog

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "x.csv"), ""))
    dialog.export_button.click()
    assert "x.csv" in qgis_iface.messageBar().currentItem().text()


def test_it_closes_with_the_plan(dialog, scenarios, qgis_iface):
    dialog.map_button.setChecked(True)
    scenarios.close()
    assert not dialog.isVisible()
    assert qgis_iface.mapCanvas().layers() == [scenarios.layer]


def test_points_are_shown_as_points(project, qgis_iface):
    from qgis.core import QgsFeature, QgsGeometry, QgsMarkerSymbol, QgsPointXY, QgsVectorLayer

    from territory_manager.layers.alignment_comparison import AlignmentComparison, sides
    from territory_manager.layers.comparison_layer import comparison_layer
    from territory_manager.layers.opening import open_session

    layer = QgsVectorLayer("Point?crs=EPSG:3035&field=territory:string", "accounts", "memory")
    for number in range(12):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(4e6 + 100 * number, 3e6 + number % 3)))
        feature.setAttributes([f"T{number % 2}"])
        layer.dataProvider().addFeatures([feature])
    project.addMapLayer(layer)
    session = open_session(layer, "territory")
    session.scenarios.add("B")
    session.assign(session.fids_of("T0")[:2], "T1")
    comparison = AlignmentComparison(session, *sides(session)[:2])
    shown = comparison_layer(session, comparison)
    assert shown.featureCount() == 2
    assert isinstance(shown.renderer().categories()[0].symbol(), QgsMarkerSymbol)
    assert comparison.changed_amounts() == {"units": 2.0}
    session.close()
