"""Capacities and targets edited in the table, and each measure's bar against its target."""

import pytest

pytest.importorskip("qgis.core")

from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QLineEdit, QMenu

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


@pytest.fixture
def session(sample_session):
    return sample_session(("pop_2019", "births_2019"))


@pytest.fixture
def dock(qgis_iface, clean_settings, session):
    from territory_manager.gui.territories_dock import TerritoriesDock

    dock = TerritoriesDock(qgis_iface, None)
    qgis_iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    qgis_iface.mainWindow().show()
    dock.set_session(session)
    dock.setFloating(True)
    dock.resize(1200, 400)
    for key in ("capacity", "target"):
        dock.view.set_column_shown(key, True)
    QApplication.processEvents()
    yield dock
    dock.set_session(None)


def cell(dock, territory, key):
    return dock.model.index(dock.model.row_of(territory), dock.model.column_of(key))


def in_view(dock, territory, key):
    return dock.view.model().mapFromSource(cell(dock, territory, key))


def type_into(dock, territory, key, text, start=None):
    """Edits a cell as a user does: double-click (or what *start* does), type, Enter."""
    view = dock.view
    point = view.visualRect(in_view(dock, territory, key)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    if start is None:
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    else:
        QTest.keyClick(view, start)
    editor = next(line for line in view.findChildren(QLineEdit) if line.isVisible())
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def balance_on(dock, measure):
    combo = dock.findChild(object, "balanceOnCombo")
    combo.setCurrentIndex(combo.findData(measure))


def gear(dock, name):
    from territory_manager.gui.territory_menu import fill_targets_menu

    menu = QMenu(dock)
    fill_targets_menu(menu, dock)
    return next((action for action in menu.actions() if action.objectName() == name), None)


def test_at_first_all_are_equal(dock, session):
    assert [cell(dock, name, "capacity").data() for name in ("GA", "NC", "SC", "TN", None)] == [
        "1",
        "1",
        "1",
        "1",
        "",
    ]
    assert cell(dock, "GA", "target").data().replace("\u00a0", " ") == "25.0 %"
    balance_on(dock, "pop_2019")
    assert dock.model.value(dock.model.row_of("GA"), "target") == pytest.approx(33083395 / 4)
    assert not gear(dock, "actionEqualTargets").isEnabled()


def test_a_capacity_typed_in_place_changes_the_numbers_at_once_and_is_kept(dock, session, project):
    from territory_manager.layers.plan import read_plans

    type_into(dock, "GA", "capacity", "2")
    assert session.settings.capacities == {"GA": 2.0, "NC": 1.0, "SC": 1.0, "TN": 1.0}
    assert read_plans(project)[0].capacities == session.settings.capacities
    assert cell(dock, "GA", "target").data().replace("\u00a0", " ") == "40.0 %"
    frame = session.statistics().set_index("territory")
    assert dock.model.value(dock.model.row_of("GA"), "deviation") == frame.loc["GA", "index_dev"]
    assert not session.layer.isEditable()


def test_f2_edits_the_chosen_cell(dock, session):
    type_into(dock, "SC", "capacity", "1.5", start=Qt.Key.Key_F2)
    assert session.settings.capacities["SC"] == 1.5


def test_a_target_is_met_and_the_others_share_the_rest(dock, session):
    session.set_capacities({"GA": 1, "NC": 2, "SC": 3, "TN": 4})
    balance_on(dock, "pop_2019")
    type_into(dock, "GA", "target", "6 M")
    targets = session.territories.capacities.targets("pop_2019")
    rest = (33083395 - 6e6) / 9
    assert list(targets.values()) == pytest.approx([6e6, 2 * rest, 3 * rest, 4 * rest])
    assert dock.model.value(dock.model.row_of("GA"), "target") == pytest.approx(6e6)
    balance_on(dock, "index")
    type_into(dock, "TN", "target", "40 %")
    assert session.territories.capacities.targets()["TN"] == pytest.approx(40)


def test_leaving_the_editor_without_a_change_changes_nothing(dock, session):
    session.set_capacities({"GA": 1 / 3, "NC": 1, "SC": 1, "TN": 1})
    before = dict(session.settings.capacities)
    view, index = dock.view, in_view(dock, "GA", "target")
    view.setCurrentIndex(index)
    view.edit(index)
    QTest.keyClick(view.findChild(QLineEdit), Qt.Key.Key_Return)
    assert session.settings.capacities == before


@pytest.mark.parametrize(
    ("key", "text", "words"),
    [
        ("capacity", "many", "“many” is no number"),
        ("capacity", "0", "capacity of GA must be a number above 0"),
        ("capacity", "-3", "above 0"),
        ("target", "100", "target of GA must be above 0 and below 100"),
        ("target", "", "no number"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(dock, session, qgis_iface, key, text, words):
    assert not dock.model.setData(cell(dock, "GA", key), text)
    assert words in qgis_iface.messageBar().currentItem().text()
    assert session.settings.capacities == {}


def test_the_only_territory_gets_everything(dock, session, qgis_iface):
    session.assign([fid for name in ("NC", "SC", "TN") for fid in session.fids_of(name)], "GA")
    for name in ("NC", "SC", "TN"):
        session.remove_territory(name)
    assert not dock.model.setData(cell(dock, "GA", "target"), "50")
    assert "only territory" in qgis_iface.messageBar().currentItem().text()
    session.layer.rollBack()


def test_targets_are_taken_back_made_again_and_reset(dock, session):
    assert not gear(dock, "actionUndoTargets").isEnabled()
    type_into(dock, "GA", "capacity", "2")
    type_into(dock, "NC", "capacity", "3")
    undo = gear(dock, "actionUndoTargets")
    assert "Capacity of NC" in undo.text()
    undo.trigger()
    assert session.settings.capacities == {"GA": 2.0, "NC": 1.0, "SC": 1.0, "TN": 1.0}
    assert "Capacity of NC" in gear(dock, "actionRedoTargets").text()
    gear(dock, "actionRedoTargets").trigger()
    assert session.settings.capacities["NC"] == 3.0
    gear(dock, "actionEqualTargets").trigger()
    assert session.settings.capacities == {}
    assert session.targets.shares.tolist() == [0.25] * 4
    gear(dock, "actionUndoTargets").trigger()
    assert session.settings.capacities["NC"] == 3.0


def test_what_somebody_else_changed_is_not_taken_back(dock, session):
    type_into(dock, "GA", "capacity", "2")
    session.set_capacities({"GA": 5})
    assert not gear(dock, "actionUndoTargets").isEnabled()
    dock.commands.undo_target()
    assert session.settings.capacities == {"GA": 5}


def test_the_menu_opens_the_editor_in_a_hidden_column(dock, session):
    from territory_manager.gui.territory_menu import fill_territory_menu

    dock.view.set_column_shown("target", False)
    menu = QMenu(dock)
    fill_territory_menu(menu, dock, ["SC"])
    next(action for action in menu.actions() if action.objectName() == "actionEditTarget").trigger()
    assert not dock.view.isColumnHidden(dock.model.column_of("target"))
    assert dock.view.findChild(QLineEdit) is not None


def test_capacities_and_deviations_of_each_measure_are_in_the_chooser(dock):
    dock.view.reset_columns()
    offered = {action.text(): action.isChecked() for action in dock.view.columns_menu().actions()}
    for title in ("Capacity", "Target", "pop_2019 deviation", "births_2019 deviation"):
        assert offered[title] is False


def pixels(dock, territory, key):
    """The colours in the lowest lines of a cell, from left to right, without greys."""
    picture = dock.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = picture.devicePixelRatio()
    rect = dock.view.visualRect(in_view(dock, territory, key))
    y = int((rect.bottom() - 3) * ratio)
    colors = [picture.pixelColor(int(x * ratio), y) for x in range(rect.left() + 6, rect.right() - 5)]
    return [color for color in colors if color.saturation() > 90]


def test_each_total_has_a_bar_against_its_target(dock, session):
    from territory_manager.gui.deviation_delegate import OVER, UNDER

    dock.view.select_nothing()
    frame = session.statistics().set_index("territory")
    part, within = cell(dock, "SC", "total:births_2019").data(bar_role())
    assert part == pytest.approx(1 + frame.loc["SC", "births_2019_dev"] / 100)
    assert not within
    assert cell(dock, None, "total:births_2019").data(bar_role()) is None
    over, under = pixels(dock, "GA", "total:pop_2019"), pixels(dock, "SC", "total:pop_2019")
    assert {color.name() for color in over} == {OVER.name()}
    assert {color.name() for color in under} == {UNDER.name()}
    assert len(over) > 1.5 * len(under)
    session.set_tolerance(60)
    QApplication.processEvents()
    assert not pixels(dock, "GA", "total:pop_2019")


def bar_role():
    from territory_manager.gui.territories_model import BarRole

    return BarRole


def test_the_bars_tip_tells_total_target_and_deviation(dock, session):
    tip = cell(dock, "SC", "total:pop_2019").data(Qt.ItemDataRole.ToolTipRole).replace("\u00a0", " ")
    assert tip.startswith("SC: 5,148,714 (pop_2019)")
    assert "target 8,270,848.75, ▼ 37.7" in tip


def test_one_measure_needs_no_bars(qgis_iface, sample_session, clean_settings):
    from territory_manager.gui.territories_model import TerritoriesModel

    model = TerritoriesModel()
    model.set_session(sample_session(("pop_2019",)))
    assert model.index(0, model.column_of("total:pop_2019")).data(bar_role()) is None
    model.set_session(None)


@pytest.mark.parametrize("width", [520, 800, 1200])
def test_the_axis_of_the_deviation_stays_where_it_is_during_a_stroke(dock, session, width):
    for key in ("capacity", "target", "share", "compactness", "pieces", "locked"):
        dock.view.set_column_shown(key, False)
    dock.resize(width, 400)
    dock.view.select_nothing()
    QApplication.processEvents()
    drawn = []
    dock.view._delegate._bar = lambda painter, option, area, *_: drawn.append(
        (option.rect.top(), area.center().x())
    )
    dock.view.viewport().grab()
    before = dict(drawn)
    drawn.clear()
    session.show_stroke(session.stroke(session.fids_of("GA")[:120], "SC"))
    dock.view.viewport().grab()
    assert before
    assert dict(drawn) == before
    session.show_stroke(None)


def test_numbers_are_read_as_they_are_typed():
    from territory_manager.gui import numbers

    for text in ("4135424", "4,135,424", "4135.424 k", " 4.135424\u00a0M "):
        assert numbers.parse(text, ENGLISH) == pytest.approx(4135424)
    german = QLocale(QLocale.Language.German, QLocale.Country.Germany)
    french = QLocale(QLocale.Language.French, QLocale.Country.France)
    assert numbers.parse("12,5 %", german) == 12.5
    assert numbers.parse("4.135.424", german) == 4135424
    assert numbers.parse("4 135 424,5", french) == 4135424.5
    for text in ("", "many", "nan", "inf", "1,2,3x"):
        assert numbers.parse(text, ENGLISH) is None
    for number in (4135424.375, 1 / 3, 33083395.0, 0.00001):
        for locale in (ENGLISH, german, french):
            assert numbers.parse(numbers.plain(number, locale), locale) == pytest.approx(number, rel=1e-11)
