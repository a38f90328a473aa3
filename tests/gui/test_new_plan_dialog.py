"""The New Plan dialog: what it sees of a layer, what it lets pass, what it hands on."""

import shutil
import time

import pytest

pytest.importorskip("qgis.core")

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QFileDialog

pytestmark = pytest.mark.usefixtures("clean_settings")


@pytest.fixture
def units(sample_path, tmp_path, project):
    path = tmp_path / "units.gpkg"
    shutil.copyfile(sample_path, path)
    layers = {}
    for name in ("units", "reps"):
        layers[name] = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        project.addMapLayer(layers[name])
    return layers["units"]


@pytest.fixture
def open_dialog(qgis_iface):
    from territory_manager.gui.new_plan_dialog import NewPlanDialog

    opened = []

    def make(layer=None):
        if layer is not None:
            qgis_iface.setActiveLayer(layer)
        dialog = NewPlanDialog(qgis_iface)
        dialog.show()
        opened.append(dialog)
        return dialog

    yield make
    for dialog in opened:
        dialog.reject()
        dialog.deleteLater()


def grid(project, values, name="Grid", crs="EPSG:32617", field="sales:double"):
    """Squares in a row with these values; None in the place of a square leaves a gap."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=name:string&field={field}", name, "memory")
    features = []
    for number, value in enumerate(values):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"U{number}", value])
        x = 1000.0 * number
        feature.setGeometry(
            QgsGeometry.fromWkt(f"POLYGON(({x} 0,{x + 1000} 0,{x + 1000} 1000,{x} 1000,{x} 0))")
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    return layer


def settled(dialog, timeout=20):
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        QApplication.processEvents()
        if not dialog._preview.busy:
            QApplication.processEvents()
            return dialog
        time.sleep(0.005)
    raise AssertionError("the preview did not settle")


def words(dialog):
    return (dialog.facts_label.text() + "\n" + dialog.remarks_label.text()).replace("\u00a0", " ")


def ok(dialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_it_says_what_it_sees(open_dialog, units):
    dialog = open_dialog(units)
    dialog.measures.choose(["pop_2019"])
    settled(dialog)
    seen = words(dialog)
    for part in (
        "400 units",
        "1 connected part",
        "pop_2019 33,083,395",
        "no nulls",
        "target 4,135,424 each",
        "heaviest unit Wake",
        "26.9 % of a target",
    ):
        assert part in seen
    assert ok(dialog)


def test_the_plan_is_what_was_chosen(open_dialog, units):
    dialog = open_dialog(units)
    dialog.existing_field_button.setChecked(True)
    dialog.field_combo.setField("current_terr")
    dialog.measures.choose(["pop_2019", "births_2019"], [70, 30])
    dialog.number.setValue(6)
    dialog.tolerance.setValue(2.5)
    settled(dialog)
    assert dialog.plan() == {
        "layer": units,
        "territory_field": "current_terr",
        "measures": ("pop_2019", "births_2019"),
        "weights": [70.0, 30.0],
        "territories": 6,
        "tolerance": 2.5,
    }
    assert "4 territories in the field now (GA, NC, SC, TN)" in words(dialog)


def test_open_plan_takes_it(open_dialog, units):
    from territory_manager.layers.opening import open_session

    dialog = open_dialog(units)
    dialog.measures.choose(["pop_2019"])
    settled(dialog)
    session = open_session(**dialog.plan())
    assert session.territory_field == "territory"
    assert session.settings.territories == [f"T0{number}" for number in range(1, 9)]
    session.close()
    units.rollBack()


def test_reps_of_a_layer_are_the_territories(open_dialog, units):
    dialog = open_dialog(units)
    dialog.reps_button.setChecked(True)
    dialog.reps_field.setField("rep_id")
    settled(dialog)
    assert len(dialog.plan()["territories"]) == 8
    assert dialog.reps_combo.currentLayer().name() == "reps"


def test_weights_are_shown_as_shares_of_100(open_dialog, units):
    dialog = open_dialog(units)
    dialog.measures.choose(["pop_2019", "births_2019"], [3, 1])
    shares = [dialog.measures.item(row, 2).text() for row in range(dialog.measures.rowCount())]
    assert [share.replace("\u00a0", " ") for share in shares if share] == ["75.0 %", "25.0 %"]


def test_missing_values_are_named_and_selected_by_a_link(open_dialog, project):
    layer = grid(project, [10, None, 12, None, 9, 11])
    dialog = open_dialog(layer)
    dialog.number.setValue(2)
    dialog.measures.choose(["sales"])
    settled(dialog)
    assert "2 units (U1, U3) without sales" in words(dialog)
    assert ok(dialog)
    link = dialog.remarks_label.text().split('href="')[1].split('"')[0]
    dialog.remarks_label.linkActivated.emit(link)
    assert {feature["name"] for feature in layer.selectedFeatures()} == {"U1", "U3"}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([], "no features"),
        ([5, -3, 4], "negative values cannot be balanced"),
        ([0, 0, 0], "sums to 0"),
        ([None, None, None], "sums to 0"),
    ],
)
def test_what_is_impossible_stops_before_ok(open_dialog, project, values, said):
    dialog = open_dialog(grid(project, values))
    dialog.number.setValue(1)
    dialog.measures.choose(["sales"])
    settled(dialog)
    assert said in words(dialog)
    assert not ok(dialog)


def test_more_territories_than_units_offers_the_number(open_dialog, project):
    dialog = open_dialog(grid(project, [1, 1, 1]))
    dialog.number.setValue(5)
    settled(dialog)
    assert "5 territories for 3 units" in words(dialog)
    assert not ok(dialog)
    dialog.remarks_label.linkActivated.emit("number:3")
    assert dialog.number.value() == 3
    assert ok(dialog)


def test_a_unit_too_heavy_is_said_with_its_numbers_and_the_remedy(open_dialog, project):
    dialog = open_dialog(grid(project, [50, 10, 10, 10, 10, 10]))
    dialog.number.setValue(3)
    dialog.measures.choose(["sales"])
    settled(dialog)
    assert "U0 has 50.0 % of sales. The largest of 3 territories within ±5 % may have 35.0 %" in words(dialog)
    assert ok(dialog)
    dialog.remarks_label.linkActivated.emit("tolerance:50")
    assert "U0 has" not in words(dialog)


def test_units_apart_are_told(open_dialog, project):
    layer = grid(project, [1, 1, 1, 1])
    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["Island", 1])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((90000 0,91000 0,91000 1000,90000 1000,90000 0))"))
    layer.addFeature(feature)
    dialog = open_dialog(layer)
    dialog.number.setValue(2)
    settled(dialog)
    assert "5 units" in words(dialog)
    assert "2 connected parts" in words(dialog)
    assert "Island apart from the largest connected part" in words(dialog)
    layer.rollBack()


def test_a_layer_without_crs_is_told(open_dialog, project):
    from qgis.core import QgsCoordinateReferenceSystem

    layer = grid(project, [1, 2, 3])
    layer.setCrs(QgsCoordinateReferenceSystem())
    dialog = open_dialog(layer)
    dialog.number.setValue(2)
    settled(dialog)
    assert "no CRS" in words(dialog)


def test_a_read_only_layer_is_copied_on_request(open_dialog, project, tmp_path, monkeypatch):
    layer = grid(project, [1, 2, 3])
    layer.setReadOnly(True)
    dialog = open_dialog(layer)
    dialog.number.setValue(2)
    settled(dialog)
    assert "read-only" in words(dialog)
    assert not ok(dialog)
    path = tmp_path / "copy.gpkg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog.remarks_label.linkActivated.emit("copy")
    settled(dialog)
    assert path.exists()
    copy = dialog.layer_combo.currentLayer()
    assert copy is not layer
    assert copy.featureCount() == 3
    assert "read-only" not in words(dialog)


def test_a_project_without_layers_says_so(open_dialog, project):
    dialog = open_dialog()
    assert "no layer of polygons or points" in words(dialog)
    assert not ok(dialog)


def test_choices_are_remembered_for_the_layer(open_dialog, units):
    dialog = open_dialog(units)
    dialog.measures.choose(["births_2019"])
    dialog.number.setValue(5)
    dialog.tolerance.setValue(3)
    settled(dialog)
    dialog.accept()
    again = open_dialog(units)
    assert again.measures.measures() == ["births_2019"]
    assert (again.number.value(), again.tolerance.value()) == (5, 3)


def test_it_fits_a_small_screen(open_dialog, units):
    dialog = settled(open_dialog(units))
    assert dialog.width() <= 1000
    assert dialog.height() <= 580
    assert dialog.minimumSizeHint().height() <= 580


def test_large_layers_do_not_hold_up_the_window(open_dialog, project, data_dir):
    layer = QgsVectorLayer(str(data_dir / "occitanie_2154.gpkg"), "Occitanie", "ogr")
    project.addMapLayer(layer)
    dialog = open_dialog(layer)
    dialog.measures.choose(["population"])
    # it is looked at in the background
    assert "4,485 units" not in words(dialog)
    settled(dialog)
    assert "4,485 units" in words(dialog)
    assert "3 connected parts" in words(dialog)
    assert "without population" in words(dialog)


def test_boxes_of_weights_that_were_taken_away_are_not_seen(open_dialog, project):
    """Qt deletes them only when the dialog is over; until then one stood over the name of the first field."""
    from qgis.PyQt.QtWidgets import QDoubleSpinBox

    dialog = open_dialog(grid(project, [1.0, 2.0, 3.0]))
    table = dialog.measures
    table.choose(["sales"])
    table.choose([])
    table.choose(["sales"], [2.0])
    seen = [spin for spin in table.findChildren(QDoubleSpinBox) if not spin.isHidden()]
    assert len(seen) == len(table.measures()) == 1 and seen[0].value() == 2.0
    table.set_layer(grid(project, [1.0, 2.0], name="Other"))
    assert not [spin for spin in table.findChildren(QDoubleSpinBox) if not spin.isHidden()]
