"""The Territories dock in a window, on a real session of a real layer."""

from types import SimpleNamespace

import pytest

pytest.importorskip("qgis.core")

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QColorDialog, QInputDialog, QLineEdit, QMenu, QMessageBox


class Plugin:
    """Counts what the dock asks of the plugin."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        return lambda: self.asked.append(name)


@pytest.fixture
def session(sample_session):
    return sample_session(("pop_2019", "births_2019"), name="Southeast")


@pytest.fixture
def units(session):
    return session.layer


@pytest.fixture
def empty_dock(qgis_iface, clean_settings):
    from territory_manager.gui.territories_dock import TerritoriesDock

    plugin = Plugin()
    dock = TerritoriesDock(qgis_iface, plugin)
    dock.plugin = plugin
    qgis_iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    qgis_iface.mainWindow().show()
    yield dock
    dock.set_session(None)


@pytest.fixture
def dock(empty_dock, session):
    empty_dock.set_session(session)
    empty_dock.setFloating(True)
    empty_dock.resize(1100, 500)
    QApplication.processEvents()
    return empty_dock


def names(dock):
    view = dock.view
    return [view.model().index(row, 1).data() for row in range(view.model().rowCount())]


def cell(dock, territory, key):
    model = dock.model
    return model.index(model.row_of(territory), model.column_of(key))


def click(dock, territory, key="territory", double=False):
    view = dock.view
    index = view.model().mapFromSource(cell(dock, territory, key))
    point = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    if double:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    QApplication.processEvents()


def settle(session):
    QCoreApplication.processEvents()
    session.flush()
    QCoreApplication.processEvents()


def test_without_a_plan_it_says_where_to_begin(empty_dock):
    assert empty_dock.objectName() == "TerritoryManagerTerritoriesDock"
    assert empty_dock.empty.isVisible()
    QTest.mouseClick(empty_dock.empty.new_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(empty_dock.empty.sample_button, Qt.MouseButton.LeftButton)
    assert empty_dock.plugin.asked == ["new_plan", "open_sample"]


def test_missing_packages_are_named_instead(empty_dock, monkeypatch):
    from territory_manager import dependencies

    monkeypatch.setattr(dependencies, "message", lambda: "Install shapely>=2.0")
    empty_dock.set_session(None)
    assert "shapely" in empty_dock.empty.findChild(type(empty_dock.headline).__mro__[1], "emptyWords").text()
    assert not empty_dock.empty.new_button.isVisible()


def test_the_table_shows_what_the_session_publishes(dock, session):
    assert names(dock) == ["GA", "NC", "SC", "TN", "Unassigned"]
    frame = session.statistics().set_index("territory")
    assert dock.model.value(dock.model.row_of("SC"), "total:pop_2019") == frame.loc["SC", "pop_2019"]
    assert dock.model.value(dock.model.row_of("SC"), "deviation") == frame.loc["SC", "index_dev"]
    assert "5.15" in cell(dock, "SC", "total:pop_2019").data()
    assert cell(dock, "SC", "deviation").data().startswith("▼")
    assert "0 of 4 within ±5" in dock.headline.text().replace("\u00a0", " ")
    assert "SC" in dock.headline.text()


def test_an_edit_of_the_layer_changes_the_rows_in_place(dock, session, units):
    dock.view.sortByColumn(dock.model.column_of("units"), Qt.SortOrder.DescendingOrder)
    click(dock, "TN")
    resets = []
    dock.model.modelReset.connect(lambda: resets.append(1))
    fids = session.fids_of("GA")[:30]
    units.startEditing()
    units.beginEditCommand("by hand")
    field = units.fields().lookupField("current_terr")
    for fid in fids:
        units.changeAttributeValue(fid, field, "TN")
    units.endEditCommand()
    settle(session)
    assert not resets
    assert cell(dock, "TN", "units").data() == "125"
    assert names(dock) == ["GA", "TN", "NC", "SC", "Unassigned"]
    assert dock.view.current_territory() == (True, "TN")
    assert session.current_target == "TN"
    units.undoStack().undo()
    settle(session)
    assert cell(dock, "TN", "units").data() == "95"
    units.rollBack()


def test_sorting_keeps_the_unassigned_last_either_way(dock, session):
    session.assign(session.fids_of("GA")[:3], None)
    settle(session)
    column = dock.model.column_of("total:pop_2019")
    dock.view.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert names(dock) == ["SC", "TN", "NC", "GA", "Unassigned"]
    dock.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert names(dock) == ["GA", "NC", "TN", "SC", "Unassigned"]
    assert "3 unassigned" in dock.headline.text().replace("\u00a0", " ")


def test_a_click_chooses_the_brush_and_selects_the_units(dock, session, units):
    click(dock, "NC")
    assert session.current_target == "NC"
    assert sorted(units.selectedFeatureIds()) == sorted(session.fids_of("NC"))
    click(dock, None)
    assert session.current_target is None


def test_a_click_leaves_a_selection_of_the_user_alone(dock, session, units):
    mine = session.fids_of("GA")[:5]
    units.selectByIds(mine)
    click(dock, "NC")
    assert sorted(units.selectedFeatureIds()) == sorted(mine)


def test_while_the_layer_is_edited_a_click_selects_nothing(dock, session, units):
    click(dock, "NC")
    assert units.selectedFeatureCount() == 100
    units.startEditing()
    assert units.selectedFeatureCount() == 0
    click(dock, "SC")
    assert units.selectedFeatureCount() == 0
    assert session.current_target == "SC"
    units.rollBack()


def test_the_brush_chosen_elsewhere_is_shown(dock, session):
    session.current_target = "SC"
    assert dock.view.current_territory() == (True, "SC")
    session.current_target = None
    assert dock.view.current_territory() == (False, None)


def test_the_keyboard_moves_the_brush_and_zooms(dock, session, qgis_iface, monkeypatch):
    zoomed = []
    monkeypatch.setattr(dock.commands, "zoom_to", zoomed.append)
    dock.view.zoomRequested.disconnect()
    dock.view.zoomRequested.connect(dock.commands.zoom_to)
    click(dock, "GA")
    QTest.keyClick(dock.view, Qt.Key.Key_Down)
    dock.view.setFocus()
    QTest.keyClick(dock.view, Qt.Key.Key_Return)
    assert zoomed == [["NC"]]


def test_double_click_on_a_name_renames_in_one_undo_step(dock, session, units):
    click(dock, "SC", double=True)
    editor = dock.view.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "South")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(session)
    assert names(dock) == ["GA", "NC", "South", "TN", "Unassigned"]
    units.undoStack().undo()
    settle(session)
    assert names(dock) == ["GA", "NC", "SC", "TN", "Unassigned"]


def test_a_name_that_is_taken_is_refused_in_words(dock, session, qgis_iface):
    index = cell(dock, "SC", "territory")
    assert not dock.model.setData(index, "GA")
    assert "GA" in qgis_iface.messageBar().currentItem().text()


def test_double_click_on_the_swatch_recolours(dock, session, monkeypatch):
    monkeypatch.setattr(QColorDialog, "getColor", lambda *_: QColor("#123456"))
    click(dock, "TN", "color", double=True)
    assert session.colors["TN"] == "#123456"
    assert cell(dock, "TN", "color").data(Qt.ItemDataRole.BackgroundRole) == QColor("#123456")


def test_the_padlock_locks_and_unlocks(dock, session):
    click(dock, "TN", "locked")
    assert session.locked_territories == {"TN"}
    assert cell(dock, "TN", "locked").data(Qt.ItemDataRole.AccessibleTextRole) == "Locked"
    click(dock, "TN", "locked")
    assert not session.locked_territories


def test_a_stroke_shows_before_and_after_and_sorts_nothing(dock, session):
    dock.view.sortByColumn(dock.model.column_of("units"), Qt.SortOrder.AscendingOrder)
    before = names(dock)
    session.show_stroke(session.stroke(session.fids_of("GA")[:120], "SC"))
    assert names(dock) == before
    assert cell(dock, "GA", "units").data() == "159 → 39"
    assert cell(dock, "SC", "units").data() == "46 → 166"
    assert "→" not in cell(dock, "NC", "units").data()
    assert "→" in cell(dock, "SC", "deviation").data()
    session.show_stroke(None)
    assert cell(dock, "GA", "units").data() == "159"


def test_assign_menu_gives_the_selected_units_in_one_undo_step(dock, session, units):
    from territory_manager.gui.assign_menu import AssignMenu

    menu = AssignMenu(dock.commands)
    menu.fill()
    assert not menu.actions()[0].isEnabled()
    units.selectByIds(session.fids_of("GA")[:10])
    menu.fill()
    next(action for action in menu.actions() if action.data() == "TN").trigger()
    settle(session)
    assert cell(dock, "TN", "units").data() == "105"
    units.undoStack().undo()
    settle(session)
    assert cell(dock, "TN", "units").data() == "95"


def test_selected_units_go_to_a_new_territory(dock, session, units, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: ("North", True))
    units.selectByIds(session.fids_of("GA")[:10])
    dock.commands.assign_selected_to_new()
    settle(session)
    assert "North" in names(dock)
    assert cell(dock, "North", "units").data() == "10"


def test_removing_a_territory_asks_first(dock, session, monkeypatch):
    asked = []

    def question(*args):
        asked.append(args)
        return QMessageBox.StandardButton.Ok

    monkeypatch.setattr(QMessageBox, "question", question)
    dock.commands.remove("SC")
    settle(session)
    assert asked
    assert names(dock) == ["GA", "NC", "TN", "Unassigned"]
    assert cell(dock, None, "units").data() == "46"


def test_the_context_menu_offers_what_fits_the_row(dock, session):
    from territory_manager.gui.territory_menu import fill_territory_menu

    menu = QMenu()
    fill_territory_menu(menu, dock, ["GA"])
    found = {action.objectName() for action in menu.actions()}
    assert {
        "actionZoomToTerritory",
        "actionAssignHere",
        "actionRenameTerritory",
        "actionLockTerritory",
    } <= found
    menu = QMenu()
    fill_territory_menu(menu, dock, [None])
    found = {action.objectName() for action in menu.actions()}
    assert "actionRenameTerritory" not in found
    dock.view.customContextMenuRequested.emit(QPoint(5, 5))


def test_balance_on_one_measure_or_every_measure(dock, session):
    combo = dock.findChild(object, "balanceOnCombo")
    combo.setCurrentIndex(combo.findData("births_2019"))
    frame = session.statistics().set_index("territory")
    assert dock.model.value(dock.model.row_of("GA"), "deviation") == frame.loc["GA", "births_2019_dev"]
    combo.setCurrentIndex(combo.findData("every"))
    assert session.settings.each_measure
    worst = max((frame.loc["GA", f"{name}_dev"] for name in ("pop_2019", "births_2019")), key=abs)
    assert dock.model.value(dock.model.row_of("GA"), "deviation") == pytest.approx(worst)
    combo.setCurrentIndex(combo.findData("index"))
    assert not session.settings.each_measure


def test_the_tolerance_is_the_plans(dock, session):
    dock.findChild(object, "toleranceSpin").setValue(40)
    assert session.settings.tolerance == 40
    assert "4 of 4 within ±40" in dock.headline.text().replace("\u00a0", " ")


def test_the_filter_finds_territory_and_rep(dock, session):
    session.set_rep("NC", "Okafor")
    line = dock.findChild(object, "territoriesFilter")
    line.setText("oka")
    assert names(dock) == ["NC"]
    line.setText("")
    assert len(names(dock)) == 5


def test_a_narrow_dock_keeps_what_matters(dock):
    dock.resize(300, 400)
    QApplication.processEvents()
    shown = {column.key for i, column in enumerate(dock.model.columns()) if not dock.view.isColumnHidden(i)}
    assert {"color", "territory", "deviation"} <= shown
    assert "compactness" not in shown
    assert dock.width() <= 320
    dock.resize(1100, 400)
    QApplication.processEvents()
    assert not dock.view.isColumnHidden(dock.model.column_of("compactness"))


def test_columns_chosen_by_hand_are_remembered(dock, session, qgis_iface):
    from territory_manager.gui.territories_dock import TerritoriesDock

    dock.view.set_column_shown("area", True)
    dock.view.setColumnWidth(dock.model.column_of("units"), 123)
    other = TerritoriesDock(qgis_iface, Plugin())
    other.set_session(session)
    other.setFloating(True)
    other.resize(1100, 400)
    other.show()
    QApplication.processEvents()
    assert not other.view.isColumnHidden(other.model.column_of("area"))
    assert other.view.columnWidth(other.model.column_of("units")) == 123
    other.set_session(None)
    other.deleteLater()


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".ods"])
def test_the_table_is_exported_with_exact_numbers(session, tmp_path, ending):
    from territory_manager.gui import table_export

    path = table_export.write(session.statistics(), str(tmp_path / f"table{ending}"))
    table = QgsVectorLayer(path, "table", "ogr")
    rows = list(table.getFeatures())
    assert table.fields().names()[:3] == ["territory", "rep", "units"]
    assert len(rows) == 4
    frame = session.statistics()
    assert float(rows[0]["pop_2019"]) == frame["pop_2019"].iloc[0]


def test_a_table_that_cannot_be_written_says_where(session, tmp_path):
    from territory_manager.gui import table_export

    with pytest.raises(ValueError, match="nowhere"):
        table_export.write(session.statistics(), str(tmp_path / "nowhere" / "table.csv"))
    with pytest.raises(ValueError, match="pdf"):
        table_export.write(session.statistics(), str(tmp_path / "table.pdf"))


def test_copying_the_table_pastes_into_a_spreadsheet(dock, session):
    dock.copy_table()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["territory", "rep", "units"]
    assert len(lines) == 5


def test_closing_the_plan_returns_to_the_beginning(dock, session):
    dock.set_session(None)
    assert dock.model.rowCount() == 0
    session.set_tolerance(7)
    assert dock.empty.isVisible() or not dock.isVisible()


def test_a_hundred_rows_stay_sorted_while_they_change(empty_dock, units):
    import numpy as np
    import pandas as pd

    generator = np.random.default_rng(1)
    names = [f"T{number:03d}" for number in range(100)]
    frame = pd.DataFrame({"territory": [*names, None], "rep": None, "units": 350, "pop_2019": 1e6})
    for column in (
        "pop_2019_pct",
        "pop_2019_dev",
        "index_pct",
        "index_dev",
        "compactness",
        "area_km2",
        "perimeter_km",
    ):
        frame[column] = generator.normal(0, 9, 101)
    frame["pieces"] = 1
    settings = SimpleNamespace(measures=("pop_2019",), tolerance=5.0, territories=names, reps={})
    equal = dict.fromkeys(names, 1.0)
    capacities = SimpleNamespace(of_all=lambda: equal, targets=lambda measure: equal)
    no_work = SimpleNamespace(columns=lambda: (), joined=lambda frame, numbers: frame)
    session = SimpleNamespace(
        settings=settings,
        layer=units,
        locked_territories=frozenset(),
        colors={},
        statistics=lambda: frame,
        territories=SimpleNamespace(capacities=capacities),
        followers=SimpleNamespace(reps=SimpleNamespace(layer=None), work=no_work),
    )
    model = empty_dock.model
    model.set_session(session)
    view = empty_dock.view
    view.sortByColumn(model.column_of("deviation"), Qt.SortOrder.AscendingOrder)
    for _ in range(3):
        frame["index_dev"] = generator.normal(0, 9, 101)
        model.refresh()
        wanted = [names[place] for place in np.argsort(frame["index_dev"].to_numpy()[:-1])]
        shown = [view.model().index(row, 1).data() for row in range(view.model().rowCount())]
        assert shown[:-1] == wanted
    model.set_session(None)
