"""Levels in the window: the dialog with its tree, the dock that shows a level, the layer of borders."""

from types import SimpleNamespace

import pytest

pytest.importorskip("qgis.core")

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QMimeData, QPointF, Qt, QTimer
from qgis.PyQt.QtGui import QDropEvent
from qgis.PyQt.QtWidgets import QCheckBox, QDoubleSpinBox, QInputDialog

pytest.importorskip("pandas")


@pytest.fixture
def session(sample_session):
    """The sample's plan: the four states GA, NC, SC and TN are its territories."""
    return sample_session()


@pytest.fixture
def levels(session):
    """Region East has NC and SC, West has GA and TN; both are in the country US."""
    from territory_manager.layers.levels import Level

    session.followers.levels.use(
        [
            Level("Region", ("East", "West"), {"NC": "East", "SC": "East", "GA": "West", "TN": "West"}, 10.0),
            Level("Country", ("US",), {"East": "US", "West": "US"}),
        ]
    )
    return session.followers.levels


@pytest.fixture
def dialog(session, qgis_iface):
    from territory_manager.gui.levels_dialog import LevelsDialog

    dialog = LevelsDialog(session, qgis_iface.mainWindow())
    dialog.show()
    yield dialog
    dialog.reject()


def until(ready, timeout=20_000):
    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if ready() else None)
    timer.start(20)
    QTimer.singleShot(timeout, loop.quit)
    loop.exec()
    assert ready()


def typed(monkeypatch, *answers):
    """Answers for the next questions for a text."""
    waiting = list(answers)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: (waiting.pop(0), True))


def choose(dialog, *what):
    for item in dialog.tree.items().values():
        item.setSelected(False)
    for one in what:
        dialog.tree.items()[one].setSelected(True)


def drop(dialog, target):
    """Drop what is chosen onto an item, as the mouse does."""
    tree = dialog.tree
    place = tree.visualItemRect(tree.items()[target]).center()
    event = QDropEvent(
        QPointF(place),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    tree.dropEvent(event)


def parents(dialog):
    return {
        what: (item.parent().text(0) if item.parent() else None) for what, item in dialog.tree.items().items()
    }


def test_regions_are_made_and_filled_by_dragging(dialog, session, monkeypatch):
    assert not dialog.add_group_button.isEnabled() and not dialog.balance_button.isEnabled()
    typed(monkeypatch, "Region", "East", "West")
    dialog.add_level_button.click()
    choose(dialog, (0, "NC"), (0, "SC"))
    dialog.add_group_button.click()
    dialog.add_group_button.click()
    assert parents(dialog)[0, "NC"] == "East"
    choose(dialog, (0, "GA"), (0, "TN"))
    drop(dialog, (1, "West"))
    assert parents(dialog)[0, "GA"] == "West"
    # dropped beside a territory it goes where that is
    choose(dialog, (0, "SC"))
    drop(dialog, (0, "GA"))
    assert parents(dialog)[0, "SC"] == "West"
    assert session.settings.levels == []
    dialog.accept()
    (level,) = session.followers.levels.all
    assert level.name == "Region" and level.groups == ("East", "West")
    assert level.parents == {"NC": "East", "SC": "West", "GA": "West", "TN": "West"}


def test_cancel_leaves_everything_as_it_was(levels, session, qgis_iface):
    from territory_manager.gui.levels_dialog import LevelsDialog

    before = levels.all
    dialog = LevelsDialog(session, qgis_iface.mainWindow())
    dialog.draft.move([(0, "NC")], "West")
    dialog.draft.remove_level(1)
    dialog.reject()
    assert levels.all == before


def test_shares_and_deviations_follow_what_is_dragged(levels, dialog, session):
    dialog.draft.levels = levels.all
    dialog.show_draft()
    share = session.statistics().set_index("territory")["index_pct"]
    item = dialog.tree.items()[1, "East"]
    assert item.text(1) == f"{share['NC'] + share['SC']:.1f}\u00a0%"
    choose(dialog, (0, "GA"))
    drop(dialog, (1, "East"))
    assert dialog.tree.items()[1, "East"].text(1) == f"{share['NC'] + share['SC'] + share['GA']:.1f}\u00a0%"


def test_tolerance_and_border_are_in_the_table(dialog, session, monkeypatch):
    typed(monkeypatch, "Region")
    dialog.add_level_button.click()
    spin = dialog.findChild(QDoubleSpinBox, "levelTolerance0")
    box = dialog.findChild(QCheckBox, "levelBinds0")
    assert spin.text() == "as the plan"
    spin.setValue(12.5)
    box.click()
    dialog.levels_table.item(0, 0).setText("Area")
    dialog.accept()
    (level,) = session.followers.levels.all
    assert (level.name, level.tolerance, level.bind) == ("Area", 12.5, True)


def test_a_name_that_is_taken_is_said_and_nothing_changes(dialog, monkeypatch):
    typed(monkeypatch, "Region", "Region")
    dialog.add_level_button.click()
    dialog.add_level_button.click()
    assert "There is “Region” already" in dialog.message.text()
    assert len(dialog.draft.levels) == 1


def test_groups_come_from_a_field(dialog, session, monkeypatch):
    typed(monkeypatch, "State")
    dialog.add_level_button.click()
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_args, **_more: ("state", True))
    session.assign(session.fids_of("GA")[:3], "SC")
    dialog.field_button.click()
    assert dialog.draft.levels[0].parents == {"GA": "GA", "NC": "NC", "SC": "SC", "TN": "TN"}
    assert "4 groups." in dialog.message.text() and dialog.message.text().endswith("SC.")


def test_balanced_groups_are_found_in_the_background(dialog, session, monkeypatch):
    typed(monkeypatch, "Region")
    dialog.add_level_button.click()
    dialog.draft.set_tolerance(0, 20.0)
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_args, **_more: (2, True))
    dialog.balance_button.click()
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    until(lambda: not dialog._task.busy)
    level = dialog.draft.levels[0]
    assert level.groups == ("Region 1", "Region 2") and len(level.parents) == 4
    assert "of equal weight within their tolerance" in dialog.message.text()
    dialog.accept()
    assert session.followers.levels.balance(0).in_tolerance == 2


def test_levels_come_from_a_csv_file(dialog, session, tmp_path, monkeypatch):
    from territory_manager.gui.levels_table_dialog import LevelsTableDialog

    path = tmp_path / "regions.csv"
    path.write_text("region,terr,country\nEast,NC,US\nEast,SC,US\nWest,GA,US\nWest,ZZ,US\n", "utf-8")

    def answer(self):
        assert self.open_file(str(path))
        assert self.territory_combo.currentField() == "terr"
        for row in range(self.fields_list.count()):
            self.fields_list.item(row).setCheckState(Qt.CheckState.Checked)
        assert self.fields() == ["region", "country"]
        return 1

    monkeypatch.setattr(LevelsTableDialog, "exec", answer)
    dialog.table_button.click()
    assert [level.name for level in dialog.draft.levels] == ["region", "country"]
    assert dialog.draft.territories_in(1, "East") == ["NC", "SC"]
    assert "no territory “ZZ”" in dialog.message.text() and "Not in the table: TN" in dialog.message.text()
    assert dialog.draft.loose(0) == ["TN"]


def test_groups_are_renamed_and_removed(levels, session, qgis_iface, monkeypatch):
    from territory_manager.gui.levels_dialog import LevelsDialog

    dialog = LevelsDialog(session, qgis_iface.mainWindow())
    choose(dialog, (1, "East"))
    typed(monkeypatch, "Atlantic")
    dialog.rename_button.click()
    assert parents(dialog)[0, "NC"] == "Atlantic" and parents(dialog)[1, "Atlantic"] == "US"
    choose(dialog, (1, "West"))
    dialog.remove_group_button.click()
    assert parents(dialog)[0, "GA"] == "In no group of “Region”"
    dialog.reject()


# the dock
@pytest.fixture
def dock(session, levels, qgis_iface, clean_settings):
    from territory_manager.gui.territories_dock import TerritoriesDock

    dock = TerritoriesDock(qgis_iface, SimpleNamespace(session=session))
    qgis_iface.mainWindow().addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    qgis_iface.mainWindow().show()
    dock.set_session(session)
    yield dock
    dock.set_session(None)


def names(dock):
    return [row.name for row in dock.model._rows]


def cell(dock, row, key, role=Qt.ItemDataRole.DisplayRole):
    return dock.model.index(dock.model.row_of(row), dock.model.column_of(key)).data(role)


def test_the_dock_shows_the_level_that_is_chosen(dock, session):
    assert dock.levels.isVisibleTo(dock) and names(dock) == ["GA", "NC", "SC", "TN", None]
    dock.levels.show_level(0)
    assert names(dock) == ["East", "West", None]
    assert cell(dock, "East", "units") == "146"
    title = dock.model.headerData(dock.model.column_of("territory"), Qt.Orientation.Horizontal)
    assert title == "Region"
    assert "Region: 2 of 2 within ±10" in dock.headline.text().replace("\u00a0", " ")
    dock.levels.show_level(1)
    assert names(dock) == ["US", None]
    dock.levels.show_level(None)
    assert names(dock) == ["GA", "NC", "SC", "TN", None]


def test_a_level_follows_edits_and_undo(dock, session):
    dock.levels.show_level(0)
    session.assign(session.fids_of("GA")[:20], "SC")
    session.flush()
    assert cell(dock, "East", "units") == "166"
    session.layer.undoStack().undo()
    session.flush()
    assert cell(dock, "East", "units") == "146"


def test_the_tolerance_is_that_of_the_level(dock, session, levels):
    dock.levels.show_level(0)
    dock._tolerance_chosen(3.0)
    assert levels.tolerance(0) == 3.0 and session.settings.tolerance == 5.0
    assert "within ±3" in dock.headline.text().replace("\u00a0", " ")


def test_a_region_is_selected_but_is_no_brush(dock, session, qgis_iface):
    session.current_target = "GA"
    dock.levels.show_level(0)
    dock.view.territoryPicked.emit("East")
    assert session.current_target == "GA"
    assert "Strokes paint territories" in qgis_iface.mainWindow().statusBar().currentMessage()
    dock._row_commands.select(["East"])
    selected = set(session.layer.selectedFeatureIds())
    assert selected == {*session.fids_of("NC"), *session.fids_of("SC")}
    dock.set_focus(["East"])
    assert dock.focus.units == frozenset(selected)
    dock.set_focus([], False)


def test_cells_of_a_level_cannot_be_edited(dock):
    dock.levels.show_level(0)
    model = dock.model
    for key in ("territory", "rep", "capacity"):
        flags = model.flags(model.index(model.row_of("East"), model.column_of(key)))
        assert not flags & Qt.ItemFlag.ItemIsEditable
    assert model.column_of("locked") == -1
    assert cell(dock, "East", "target", Qt.ItemDataRole.DisplayRole) != ""


def test_a_level_that_goes_brings_the_territories_back(dock, session, levels):
    dock.levels.show_level(1)
    levels.use(levels.all[:1])
    assert names(dock) == ["GA", "NC", "SC", "TN", None]
    levels.use([])
    assert not dock.levels.isVisibleTo(dock)


def test_what_a_level_exports_are_its_groups(dock):
    from qgis.PyQt.QtWidgets import QApplication

    dock.levels.show_level(0)
    dock.copy_table()
    lines = QApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines[1:3]] == ["East", "West"]


def test_the_menu_of_a_region_offers_only_looking(dock):
    from qgis.PyQt.QtWidgets import QMenu

    from territory_manager.gui.territory_menu import fill_level_menu

    dock.levels.show_level(0)
    menu = QMenu()
    fill_level_menu(menu, dock, ["West"])
    actions = {action.objectName() for action in menu.actions()}
    assert {"actionZoomToGroup", "actionSelectGroup"} <= actions and "actionRenameTerritory" not in actions


# borders
def test_borders_of_all_levels_are_drawn_and_brought_up_to_date(session, levels, qgis_iface):
    from territory_manager.gui.reps_commands import draw_level_borders

    plugin = SimpleNamespace(session=session)
    qgis_iface.setActiveLayer(session.layer)
    draw_level_borders(qgis_iface, plugin)
    until(lambda: bool(QgsProject.instance().mapLayersByName("Level borders")))
    (layer,) = QgsProject.instance().mapLayersByName("Level borders")
    assert qgis_iface.activeLayer() is session.layer, "what is edited stays chosen"
    shapes = {feature["name"]: feature for feature in layer.getFeatures()}
    assert set(shapes) == {"East", "West", "US"}
    assert (shapes["East"]["level"], shapes["East"]["number"]) == ("Region", 1)
    area = shapes["East"].geometry().area() + shapes["West"].geometry().area()
    assert shapes["US"].geometry().area() == pytest.approx(area, rel=1e-6)
    widths = {
        category.label(): category.symbol().symbolLayer(0).strokeWidth()
        for category in layer.renderer().categories()
    }
    assert widths["Country"] > widths["Region"]
    before = shapes["East"].geometry().area()
    session.assign(session.fids_of("GA")[:20], "SC")
    draw_level_borders(qgis_iface, plugin)

    def grown():
        return sum(f.geometry().area() for f in layer.getFeatures() if f["name"] == "East") > before * 1.01

    until(grown)
    assert len(QgsProject.instance().mapLayersByName("Level borders")) == 1
    until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


def test_without_levels_it_is_said_that_there_are_no_borders(session, qgis_iface):
    from territory_manager.gui.reps_commands import draw_level_borders

    draw_level_borders(qgis_iface, SimpleNamespace(session=session))
    words = qgis_iface.messageBar().currentItem().text()
    assert "The plan has no levels yet" in words


def test_no_command_works_without_a_plan(qgis_iface):
    from territory_manager.gui.reps_commands import draw_level_borders, show_levels, show_reps

    plugin = SimpleNamespace(session=None)
    assert show_reps(qgis_iface, plugin) is None and show_levels(qgis_iface, plugin) is False
    draw_level_borders(qgis_iface, plugin)
    assert "Open a plan first." in qgis_iface.messageBar().currentItem().text()
    QCoreApplication.processEvents()
