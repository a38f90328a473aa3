"""Accounts, drawn territories and planning layers as a user meets them: dialogs, menu, problems."""

import time

import pytest

pytest.importorskip("qgis.core")
pytest.importorskip("pandas")

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QAction, QDialogButtonBox, QInputDialog


@pytest.fixture(autouse=True)
def clean_settings(qgis_app):
    from qgis.core import QgsSettings

    QgsSettings().remove("territory_manager")
    yield
    QgsSettings().remove("territory_manager")


def events(seconds=0.0, until=lambda: False):
    end = time.monotonic() + seconds
    for _ in range(5):
        QCoreApplication.processEvents()
    while time.monotonic() < end and not until():
        QCoreApplication.processEvents()


@pytest.fixture
def units(project):
    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:3035&field=name:string&field=territory:string&field=pop:double", "Units", "memory"
    )
    for number in range(24):
        x, y = 4e6 + 1000 * (number % 6), 3e6 + 1000 * (number // 6)
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 1000, y + 1000)))
        feature.setAttributes([f"unit {number}", "T01" if number % 6 < 3 else "T02", 10.0])
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def stores(project):
    layer = QgsVectorLayer("Point?crs=EPSG:3035&field=name:string&field=sales:double", "Stores", "memory")
    for number in range(30):
        feature = QgsFeature(layer.fields())
        x, y = 4e6 + 211 * number, 3e6 + 100 + 97 * number
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        feature.setAttributes([f"store {number}", None if number == 3 else 2.0])
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def areas(project):
    layer = QgsVectorLayer("Polygon?crs=EPSG:3035&field=name:string", "Areas", "memory")
    for name, west, east in (("West", 0, 2), ("East", 2, 6)):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(
            QgsGeometry.fromRect(QgsRectangle(4e6 + 1000 * west, 3e6, 4e6 + 1000 * east, 3.004e6))
        )
        feature.setAttributes([name])
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def plugin(qgis_iface):
    from territory_manager.plugin import TerritoryManagerPlugin

    plugin = TerritoryManagerPlugin(qgis_iface)
    plugin.initGui()
    yield plugin
    plugin.unload()


@pytest.fixture
def dialog(qgis_iface, units, stores, areas):
    from territory_manager.gui.new_plan_dialog import NewPlanDialog

    qgis_iface.setActiveLayer(units)
    dialog = NewPlanDialog(qgis_iface)
    dialog.show()
    yield dialog
    dialog.reject()
    dialog.deleteLater()


def settled(dialog):
    events(20, lambda: not dialog._preview.busy)
    events()


def test_accounts_are_offered_counted_and_handed_on(dialog, plugin, stores):
    assert "accounts" not in dialog.measures.titles()
    dialog.accounts_combo.setLayer(stores)
    assert dialog.measures.titles()["accounts"] == "Accounts (number)"
    assert dialog.measures.titles()["sales (accounts)"] == "sales (accounts)"
    assert dialog.measures.measures() == ["pop", "accounts"]
    dialog.measures.choose(["pop", "accounts", "sales (accounts)"], [2, 1, 1])
    settled(dialog)
    assert "Accounts (number)" in dialog.facts_label.text()
    assert "accounts lie in no unit" in dialog.remarks_label.text()
    assert "1 accounts have no number in “sales”" in dialog.remarks_label.text()
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    plan = dialog.plan()
    assert plan["measures"] == ("pop",)
    assert plan["account_measures"] == ("*", "sales")
    assert plan["weights"] == [2, 1, 1]
    session = plugin.open_plan(**plan)
    assert session.settings.measures == ("pop", "accounts", "sales (accounts)")
    assert session.statistics()["accounts"].sum() == 30 - len(session.followers.accounts.unplaced)
    dialog.accounts_combo.setLayer(None)
    assert "accounts" not in dialog.measures.titles()
    assert "accounts" not in dialog.plan()


def test_a_drawn_plan_is_offered_and_handed_on(dialog, plugin, areas):
    dialog.drawn_combo.setLayer(areas)
    dialog.drawn_button.setChecked(True)
    dialog.measures.choose(["pop"])
    settled(dialog)
    assert not dialog.number.isEnabled()
    assert dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled(), dialog.remarks_label.text()
    assert "target 120 each" in dialog.facts_label.text()
    plan = dialog.plan()
    assert plan["boundaries"] is areas and plan["name_field"] == "name"
    session = plugin.open_drawn_plan(**plan)
    table = session.statistics()
    assert dict(zip(table["territory"], table["units"])) == {"East": 16, "West": 8}


def test_what_was_chosen_is_offered_again(dialog, qgis_iface, units, stores, areas):
    from territory_manager.gui.new_plan_dialog import NewPlanDialog

    dialog.accounts_combo.setLayer(stores)
    dialog.measures.choose(["accounts"])
    dialog.drawn_combo.setLayer(areas)
    dialog.drawn_button.setChecked(True)
    settled(dialog)
    before = dialog.plan()
    dialog.accept()
    again = NewPlanDialog(qgis_iface)
    assert again.plan() == before
    again.reject()
    again.deleteLater()


def test_planning_layers_are_added_from_the_menu_and_obeyed(plugin, qgis_iface, units, project):
    from territory_manager.gui.build_dialog import BuildDialog

    session = plugin.open_plan(units, "territory", ["pop"])
    action = qgis_iface.mainWindow().findChild(QAction, "actionPlanningLayers")
    action.trigger()
    planning = session.followers.planning
    assert {layer.name() for layer in project.mapLayers().values()} == {
        "Units",
        "Seeds",
        "Barriers",
        "Bridges",
    }
    dialog = BuildDialog(session)
    assert dialog.drawn_label is None
    dialog.reject()
    for kind, geometry in (
        ("barriers", QgsGeometry.fromPolylineXY([QgsPointXY(4e6, 3.002e6), QgsPointXY(4.006e6, 3.002e6)])),
        ("seeds", QgsGeometry.fromPointXY(QgsPointXY(4.0005e6, 3.0005e6))),
    ):
        layer = planning.layer(kind)
        layer.startEditing()
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes(["T01"])
        if layer.fields().count() > 1:
            feature.setAttributes([None, "T01"])
        layer.addFeature(feature)
    events()
    assert list(session.statistics()["pieces"]) == [2, 2]
    dialog = BuildDialog(session)
    assert dialog.drawn_label.text() == "1 barrier, 1 seed"
    assert dialog.options().seeds
    dialog.reject()
    for kind in ("barriers", "seeds"):
        planning.layer(kind).rollBack()


def test_the_gear_menu_of_a_drawn_plan_writes_it_into_a_field(plugin, units, areas, monkeypatch):
    session = plugin.open_drawn_plan(areas, "name", units, ["pop"])
    dock = plugin._docks.territories
    dock._fill_gear()
    texts = {action.text(): action for action in dock._gear_menu.actions()}
    assert "Add Planning Layers" in texts
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: ("owner", True))
    texts["Write Territories into a Field…"].trigger()
    assert not session.is_open
    assert plugin.session.territory_field == "owner"
    table = plugin.session.statistics()
    assert dict(zip(table["territory"], table["units"])) == {"East": 16, "West": 8}
    dock._fill_gear()
    assert "Write Territories into a Field…" not in {action.text() for action in dock._gear_menu.actions()}
    units.rollBack()


def test_the_docks_show_account_measures(plugin, units, stores):
    session = plugin.open_plan(units, "territory", ["pop"], accounts=stores, account_measures=["*", "sales"])
    events()
    model = plugin._docks.territories.model
    titles = [model.headerData(section, 1) for section in range(model.columnCount())]
    assert {"accounts", "sales (accounts)"} <= {str(title) for title in titles}
    stores.startEditing()
    stores.deleteFeatures([feature.id() for feature in stores.getFeatures()])
    events()
    assert session.statistics()["accounts"].sum() == 0
    stores.rollBack()
    events()


def test_the_problems_of_other_layers_are_listed(plugin, qgis_iface, units, areas):
    from territory_manager.gui.problems_panel import ProblemsPanel

    session = plugin.open_drawn_plan(areas, "name", units, ["pop"])
    plugin.validate()
    panel = qgis_iface.mainWindow().findChild(ProblemsPanel)
    areas.startEditing()
    first = next(areas.getFeatures())
    areas.changeGeometry(first.id(), QgsGeometry.fromRect(QgsRectangle(4e6, 3e6, 4.003e6, 3.004e6)))
    session.flush()
    panel.refresh()
    events(20, lambda: panel._task is None)
    details = [finding.detail for finding in panel.model.findings]
    assert any("overlap by 4.00 km²" in words for words in details)
    assert any("lies in East, West" in words or "lies in West, East" in words for words in details)
    areas.rollBack()


def test_the_docks_follow_when_layers_come_and_go(plugin, qgis_iface, project, units, stores, areas):
    """Accounts, planning layers and drawn polygons are removed while everything shows them."""
    plugin.open_plan(units, "territory", ["pop"], accounts=stores, account_measures=["*", "sales"])
    plugin.add_planning_layers()
    qgis_iface.mainWindow().show()
    for dock in plugin._docks._docks:
        dock.show()
        dock.raise_()
        events()
    session, model = plugin.session, plugin._docks.territories.model
    planning = session.followers.planning
    for kind in ("barriers", "seeds", "bridges"):
        project.removeMapLayer(planning.layer(kind).id())
        events()
    assert len(session.problems) >= 3
    columns = model.columnCount()
    project.removeMapLayer(stores.id())
    events()
    assert model.columnCount() < columns
    assert session.statistics()["pop"].sum() == 240
    drawn = plugin.open_drawn_plan(areas, "name", units, ["pop"])
    events()
    project.removeMapLayer(areas.id())
    events()
    assert drawn.is_open and set(drawn.statistics()["territory"]) == {None}
    assert plugin._docks.territories.session is drawn
    project.removeMapLayer(units.id())
    events()
    assert not drawn.is_open and plugin.session is None


def test_a_brush_on_drawn_territories_says_why_not(plugin, qgis_iface, units, areas):
    session = plugin.open_drawn_plan(areas, "name", units, ["pop"])
    units.selectByIds(session.fids_of("West")[:1])
    plugin._docks.territories.commands.assign_selected("East")
    events()
    words = " ".join(item.text() for item in qgis_iface.messageBar().items())
    assert "drawn in layer “Areas”" in words
    assert not units.isEditable()
