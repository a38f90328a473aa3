"""The dialog of the reps, their form, and how the territories table shows who serves what."""

import datetime as dt

import pytest

pytest.importorskip("qgis.core")

from qgis.core import QgsPointXY
from qgis.gui import QgsAttributeDialog
from qgis.PyQt.QtCore import QCoreApplication, QDate, QEvent, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QInputDialog

pytest.importorskip("pandas")


@pytest.fixture
def session(sample_session, project):
    """The sample's plan with the sample's reps: Vega has GA and TN, Okafor NC; nobody has SC."""
    session = sample_session(others=("reps",), reps={"GA": "Vega", "TN": "Vega", "NC": "Okafor"})
    session.followers.reps.use(project.mapLayersByName("reps")[0])
    return session


@pytest.fixture
def bare_session(sample_session):
    """A plan that has no table of reps."""
    return sample_session(reps={"GA": "Vega", "NC": "Okafor"})


def opened(session, iface):
    from territory_manager.gui.reps_dialog import RepsDialog

    dialog = RepsDialog(session, iface)
    dialog.show()
    return dialog


def closed(dialog):
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dialog(session, qgis_iface):
    dialog = opened(session, qgis_iface)
    yield dialog
    closed(dialog)


def rows(dialog):
    """Name → texts of its row, vacant territories by theirs."""
    from territory_manager.gui.reps_tree import WhatRole

    found = {}
    for item in dialog.tree._items():
        kind, name = item.data(0, WhatRole)
        found[kind, name] = [item.text(column) for column in range(dialog.tree.columnCount())]
    return found


def pick(dialog, kind, name):
    from territory_manager.gui.reps_tree import WhatRole

    item = next(item for item in dialog.tree._items() if tuple(item.data(0, WhatRole)) == (kind, name))
    dialog.tree.setCurrentItem(item)


@pytest.fixture(scope="module")
def form_widgets(qgis_app):
    """The widgets of attribute forms, which QGIS itself makes known when it starts."""
    from qgis.gui import QgsGui, QgsMapCanvas, QgsMessageBar

    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    registry = QgsGui.editorWidgetRegistry()
    if not registry.factories():
        registry.initEditors(canvas, bar)
    yield
    canvas.deleteLater()


def with_form(work):
    """Do this with the attribute form that opens next."""

    def look():
        form = QApplication.activeModalWidget()
        assert isinstance(form, QgsAttributeDialog)
        work(form)

    QTimer.singleShot(0, look)


def test_vacant_territories_stand_on_top(dialog):
    shown = rows(dialog)
    assert next(iter(shown)) == ("vacant", "SC")
    assert shown["vacant", "SC"][:2] == ["Vacant", "SC"]
    assert shown["rep", "Vega"][1] == "GA, TN"
    assert "1 of 4 territories are vacant" in dialog.headline.text()
    assert "Lindqvist" in dialog.headline.text()


def test_loads_are_compared_with_capacity(dialog, session):
    from territory_manager.layers.rep_loads import rep_loads

    table = session.statistics().set_index("territory")["pop_2019"]
    loads = {load.name: load for load in rep_loads(session)}
    vega, okafor = table["GA"] + table["TN"], table["NC"]
    assert loads["Vega"].total == vega
    # both have 1600: each should have half of what the two have
    assert loads["Vega"].capacity_deviation == pytest.approx(100 * (vega / ((vega + okafor) / 2) - 1))
    assert loads["Lindqvist"].capacity_deviation is None
    assert "▲" in rows(dialog)["rep", "Vega"][4] and "▼" in rows(dialog)["rep", "Okafor"][4]


def test_it_follows_the_plan(dialog, session):
    session.set_rep("SC", "Haddad")
    assert ("vacant", "SC") not in rows(dialog)
    assert dialog.headline.text().startswith("All 4 territories have a rep")
    session.assign(session.fids_of("GA")[:50], "SC")
    session.flush()
    assert float(rows(dialog)["rep", "Haddad"][2].split()[0]) > 5.5


def test_a_vacancy_is_filled_from_a_list(dialog, session, monkeypatch):
    asked = []

    def choose(_parent, _title, _label, items, current, editable):
        asked.append((items, editable))
        return "Moreau", True

    monkeypatch.setattr(QInputDialog, "getItem", choose)
    pick(dialog, "vacant", "SC")
    assert dialog.assign_button.isEnabled() and not dialog.edit_button.isEnabled()
    dialog.assign_button.click()
    assert session.settings.reps["SC"] == "Moreau"
    items, editable = asked[0]
    assert items[:3] == ["", "Vega", "Okafor"] and editable


def test_a_rep_is_added_in_the_form(dialog, session, form_widgets):
    def fill(form):
        form.attributeForm().changeAttribute("rep_illustrative", "Zimmer")
        form.attributeForm().changeAttribute("capacity_illustrative", 900)
        form.accept()

    with_form(fill)
    dialog.add_rep()
    assert session.followers.reps.of("Zimmer").capacity == 900.0
    assert ("rep", "Zimmer") in rows(dialog)
    session.followers.reps.layer.undoStack().undo()
    session.flush()
    assert session.followers.reps.of("Zimmer") is None


def test_a_rep_is_edited_in_the_form(dialog, session, form_widgets):
    def fill(form):
        form.attributeForm().changeAttribute("rep_illustrative", "Vega-Smith")
        form.accept()

    pick(dialog, "rep", "Vega")
    with_form(fill)
    dialog.edit_button.click()
    assert session.settings.reps["GA"] == "Vega-Smith"
    assert rows(dialog)["rep", "Vega-Smith"][1] == "GA, TN"


def test_a_home_is_placed_with_a_click(dialog, session, qgis_iface):
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(session.layer.crs())
    canvas.setLayers([session.layer])
    canvas.setExtent(session.layer.extent())
    before = canvas.mapTool()
    pick(dialog, "rep", "Vega")
    dialog.home_button.click()
    assert canvas.mapTool() is not before and dialog.home_button.isChecked()
    place = QPoint(canvas.width() // 2, canvas.height() // 2)
    wanted = canvas.getCoordinateTransform().toMapCoordinates(place)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    layer = session.followers.reps.layer
    point = layer.getFeature(session.followers.reps.of("Vega").fid).geometry().asPoint()
    assert QgsPointXY(point).distance(wanted) < 1e-6
    assert canvas.mapTool() is before and not dialog.home_button.isChecked()


def test_placing_can_be_given_up(dialog, qgis_iface):
    before = qgis_iface.mapCanvas().mapTool()
    pick(dialog, "rep", "Vega")
    dialog.home_button.click()
    dialog.home_button.click()
    assert qgis_iface.mapCanvas().mapTool() is before
    dialog.home_button.click()
    dialog.close()
    assert qgis_iface.mapCanvas().mapTool() is before


def test_targets_follow_capacities_and_go_back(dialog, session):
    layer = session.followers.reps.layer
    layer.startEditing()
    vega = session.followers.reps.of("Vega").fid
    layer.changeAttributeValue(vega, layer.fields().lookupField("capacity_illustrative"), 3200)
    session.flush()
    dialog.set_targets("capacity")
    # Vega's 3200 are shared by two, Okafor has 1600, and SC gets what is usual
    assert session.settings.capacities == {"GA": 1600.0, "TN": 1600.0, "NC": 1600.0}
    assert "SC" in dialog.message.text()
    capacities = session.territories.capacities
    assert capacities.undo_text == "Targets from Capacities"
    capacities.undo()
    assert session.settings.capacities == {}
    dialog.set_targets("quota")
    assert session.settings.capacities["NC"] == 30251000.0


def test_targets_without_capacities_say_so(bare_session, qgis_iface):
    dialog = opened(bare_session, qgis_iface)
    dialog.set_targets("capacity")
    assert "Fill in the table of reps" in dialog.message.text()
    closed(dialog)


def test_a_plan_without_reps_gets_its_own_table(bare_session, qgis_iface):
    dialog = opened(bare_session, qgis_iface)
    assert not dialog.add_button.isEnabled() and dialog.new_button.isEnabled()
    dialog.new_button.click()
    assert bare_session.followers.reps.names() == ["Vega", "Okafor"]
    assert dialog.layer_combo.currentLayer() is bare_session.followers.reps.layer
    assert not dialog.new_button.isEnabled() and dialog.add_button.isEnabled()
    dialog.layer_combo.setLayer(None)
    assert bare_session.followers.reps.layer is None
    closed(dialog)


def test_reps_come_from_a_csv_file(bare_session, qgis_iface, tmp_path, monkeypatch):
    from territory_manager.gui import reps_dialog
    from territory_manager.gui.rep_fields_dialog import RepFieldsDialog

    path = tmp_path / "crm reps.csv"
    path.write_text(
        "Sales Rep;Mail;FTE hours;Team\nVega;vega@example.com;1.200,5;East\nNew;;;East\n", "utf-8"
    )
    dialog = opened(bare_session, qgis_iface)
    dialog.make_table()

    def answer(self):
        assert self.open_file(str(path))
        assert self.fields == {"name": "Sales Rep", "email": "Mail", "team": "Team"}
        self.combos["capacity"].setField("FTE hours")
        return 1

    monkeypatch.setattr(RepFieldsDialog, "exec", answer)
    assert reps_dialog.RepFieldsDialog is RepFieldsDialog
    dialog.import_button.click()
    reps = bare_session.followers.reps
    assert reps.of("Vega").email == "vega@example.com" and reps.of("Vega").capacity == 1200.5
    assert [member.name for member in reps.members("East")] == ["Vega", "New"]
    assert "1 reps came, 1 were brought up to date" in dialog.message.text()
    closed(dialog)


def test_a_file_of_reps_in_another_encoding_keeps_its_letters(bare_session, qgis_iface, tmp_path):
    from territory_manager.gui.rep_fields_dialog import RepFieldsDialog

    path = tmp_path / "reps.csv"
    path.write_bytes("Name;Team;Quota\nZoé Gâche;Équipe Sud;1 200 000\n".encode("cp1252"))
    dialog = RepFieldsDialog("Import Reps")
    assert dialog.open_file(str(path))
    (row,) = dialog.layer.getFeatures()
    assert row.attributes()[:2] == ["Zoé Gâche", "Équipe Sud"]
    assert dialog.fields == {"name": "Name", "team": "Team", "quota": "Quota"}
    assert not dialog.open_file(str(tmp_path / "gone.csv"))
    dialog.deleteLater()


def test_members_stand_below_their_team(dialog, session):
    layer = session.followers.reps.layer
    session.followers.reps.use(layer, {**session.followers.reps.fields, "team": "home_city"})
    shown = dialog.tree
    names = {
        shown.topLevelItem(row).text(0): shown.topLevelItem(row) for row in range(shown.topLevelItemCount())
    }
    assert "Vega" not in names and names["Charlotte"].child(0).text(0) == "Vega"


def test_closing_the_plan_closes_the_dialog(session, qgis_iface):
    dialog = opened(session, qgis_iface)
    session.close()
    assert not dialog.isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# the territories table
@pytest.fixture
def dock(session, qgis_iface, clean_settings):
    from types import SimpleNamespace

    from territory_manager.gui.territories_dock import TerritoriesDock

    dock = TerritoriesDock(qgis_iface, SimpleNamespace())
    qgis_iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    qgis_iface.mainWindow().show()
    dock.set_session(session)
    yield dock
    dock.set_session(None)


def cell(dock, territory, role=Qt.ItemDataRole.DisplayRole):
    model = dock.model
    return model.index(model.row_of(territory), model.column_of("rep")).data(role)


def test_vacant_territories_are_grey_in_the_table(dock, session):
    assert cell(dock, "SC") == "Vacant" and cell(dock, "GA") == "Vega"
    assert cell(dock, "SC", Qt.ItemDataRole.FontRole).italic()
    assert cell(dock, "SC", Qt.ItemDataRole.ForegroundRole) is not None
    assert cell(dock, "GA", Qt.ItemDataRole.ForegroundRole) is None
    assert cell(dock, "SC", Qt.ItemDataRole.EditRole) == ""
    reps = session.followers.reps
    reps.use(reps.layer, {**reps.fields, "active_to": "home_city"})
    layer = reps.layer
    layer.startEditing()
    layer.changeAttributeValue(reps.of("Okafor").fid, layer.fields().lookupField("home_city"), "2020-01-31")
    session.flush()
    assert reps.of("Okafor").active_to == dt.date(2020, 1, 31)
    assert cell(dock, "NC") == "Vacant (Okafor)"
    assert "left on 31 Jan 2020" in cell(dock, "NC", Qt.ItemDataRole.ToolTipRole)


def test_a_plan_that_knows_no_reps_has_no_vacancies(qgis_iface, sample_session, clean_settings):
    from territory_manager.gui.territories_model import TerritoriesModel

    model = TerritoriesModel()
    model.set_session(sample_session())
    assert model.index(model.row_of("GA"), model.column_of("rep")).data() == ""
    model.set_session(None)


def test_a_rep_is_chosen_from_a_list_in_the_table(dock, session):
    dock.view.edit_cell("SC", "rep")
    editor = dock.view.findChild(QComboBox, "repEditor")
    texts = [editor.itemText(row) for row in range(editor.count())]
    assert texts[:3] == ["", "Vega", "Okafor"] and len(texts) == 9
    editor.setCurrentText("Tanaka")
    QTest.keyClick(editor.lineEdit(), Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert session.settings.reps["SC"] == "Tanaka"
    # free text stays possible
    dock.view.edit_cell("SC", "rep")
    editor = [box for box in dock.view.findChildren(QComboBox, "repEditor") if box.isVisible()][-1]
    assert editor.currentText() == "Tanaka"
    editor.setCurrentText("Somebody else")
    QTest.keyClick(editor.lineEdit(), Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert session.settings.reps["SC"] == "Somebody else"


# one territory for each rep
def test_a_build_makes_one_territory_for_each_active_rep(session):
    from territory_manager.layers.build_preparation import REPS, BuildOptions, prepare

    reps = session.followers.reps
    reps.use(reps.layer, {**reps.fields, "active_to": "home_city"})
    layer = reps.layer
    layer.startEditing()
    layer.changeAttributeValue(reps.of("Okafor").fid, layer.fields().lookupField("home_city"), "2020-01-31")
    session.flush()
    options = BuildOptions(REPS, reps=layer, capacity_field="capacity_illustrative")
    preparation = prepare(session, options)
    assert len(preparation.names) == 7 and "Okafor" not in preparation.names
    assert preparation.reps["Vega"] == "Vega" and preparation.capacities["Vega"] == 1600.0
    assert tuple(preparation.homes[0]) == pytest.approx(reps.home_of(preparation.names[0]))


def test_a_missing_capacity_is_named_before_a_build(session):
    from territory_manager.layers.build_preparation import REPS, BuildOptions, prepare

    reps = session.followers.reps
    layer = reps.layer
    layer.startEditing()
    layer.changeAttributeValue(
        reps.of("Haddad").fid, layer.fields().lookupField("capacity_illustrative"), None
    )
    session.flush()
    words = "Haddad in “reps” have no number above 0 in “capacity_illustrative”"
    with pytest.raises(ValueError, match=words):
        prepare(session, BuildOptions(REPS, reps=layer, capacity_field="capacity_illustrative"))


def test_the_build_dialog_begins_with_the_plans_reps(session, qgis_iface, clean_settings):
    from territory_manager.gui.build_dialog import BuildDialog

    dialog = BuildDialog(session, qgis_iface.mainWindow())
    assert dialog.reps_layer.currentLayer() is session.followers.reps.layer
    assert dialog.reps_name.currentField() == "rep_illustrative"
    assert dialog.reps_capacity.currentField() == "capacity_illustrative"
    dialog.reject()


def test_the_date_is_read_from_the_form_of_our_own_table(bare_session, qgis_iface, form_widgets):
    dialog = opened(bare_session, qgis_iface)
    dialog.make_table()
    pick(dialog, "rep", "Vega")

    def fill(form):
        form.attributeForm().changeAttribute("active_to", QDate(2020, 5, 1))
        form.accept()

    with_form(fill)
    dialog.edit_button.click()
    assert bare_session.followers.reps.of("Vega").active_to == dt.date(2020, 5, 1)
    assert "GA" in bare_session.followers.reps.vacant()
    closed(dialog)
