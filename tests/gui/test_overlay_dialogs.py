"""Import from Boundaries and Carry Over: counted before, decided unit by unit, one undo step."""

import time

import pytest

pytest.importorskip("qgis.core")

from qgis.PyQt.QtCore import QCoreApplication, Qt

pytestmark = pytest.mark.usefixtures("clean_settings")


def wait(dialog, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        if not dialog.busy:
            return
        time.sleep(0.005)
    raise AssertionError("still busy")


def squares(project, name, rows, field="territory", crs="EPSG:3035"):
    """A layer of rectangles: rows of (value, west, south, east, north) in kilometres."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    layer = QgsVectorLayer(f"Polygon?crs={crs}&field={field}:string&field=name:string", name, "memory")
    for number, (value, *box) in enumerate(rows, start=1):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value, f"Unit {number}"])
        west, south, east, north = (4_000_000 + 1000.0 * side for side in box)
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, south, east, north)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def plan(project):
    """Six squares of 1 km in a row, all of them Old."""
    from territory_manager.layers.opening import open_session

    layer = squares(project, "Units", [("Old", n, 0, n + 1, 1) for n in range(6)], "t")
    session = open_session(layer, "t")
    yield session
    session.close()


@pytest.fixture
def opened(qgis_iface):
    made = []

    def _open(kind, session):
        dialog = kind(session, qgis_iface.mainWindow(), iface=qgis_iface)
        dialog.show()
        made.append(dialog)
        wait(dialog)
        return dialog

    yield _open
    for dialog in made:
        dialog.reject()
        dialog.deleteLater()


@pytest.fixture
def boundaries(opened, plan):
    from territory_manager.gui.import_boundaries_dialog import ImportBoundariesDialog

    return lambda: opened(ImportBoundariesDialog, plan)


@pytest.fixture
def carry(opened, plan):
    from territory_manager.gui.carry_over_dialog import CarryOverDialog

    return lambda: opened(CarryOverDialog, plan)


def owners(session):
    return [session.territory_of(fid) for fid in session.alignment.units.ids.tolist()]


def words(dialog):
    return dialog.remarks_label.text()


def test_boundaries_by_centre_with_what_is_in_doubt(boundaries, plan, project):
    squares(project, "Areas", [("West", -1, -1, 2.6, 2), ("East", 2.4, -1, 5, 2), ("Far", 50, 0, 51, 1)])
    dialog = boundaries()
    assert dialog.name_field.currentField() == "territory"
    assert dialog.placed.territories == ["West", "West", "East", "East", "East", None]
    assert [(d.unit, d.others) for d in dialog.placed.doubts] == [(2, ("West",)), (5, ())]
    assert "Without a unit: Far." in words(dialog)
    assert "6 units change hands, 1 of them to nobody" in dialog.summary.text()
    assert "New territories: 2 (East, West)." in dialog.summary.text()
    dialog.model.setData(dialog.model.index(1, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.model.choices(0) == ["East", "West", None]
    dialog.model.setData(dialog.model.index(0, 1), "West")
    dialog.zoom()
    steps = plan.layer.undoStack().count()
    dialog.accept()
    assert owners(plan) == ["West", "West", "West", "East", "East", "Old"]
    assert plan.layer.undoStack().count() == steps + 1
    plan.layer.undoStack().undo()
    plan.flush()
    assert owners(plan) == ["Old"] * 6
    assert plan.settings.territories == ["Old"]


def test_boundaries_by_the_largest_part(boundaries, plan, project):
    squares(project, "Areas", [("West", -1, -1, 2.3, 2), ("East", 2.3, -1, 6, 2)])
    dialog = boundaries()
    dialog.method.setCurrentIndex(1)
    wait(dialog)
    assert dialog.placed.territories == ["West", "West", *["East"] * 4]
    assert not dialog.placed.doubts
    dialog.drop.setChecked(True)
    assert "removed" in dialog.summary.text()
    dialog.accept()
    assert plan.settings.territories == ["East", "West"]


def test_all_doubts_can_be_left(boundaries, plan, project):
    squares(project, "Areas", [("West", -1, -1, 2.6, 2), ("East", 2.4, -1, 5, 2)])
    dialog = boundaries()
    dialog.leave_button.click()
    assert len(dialog.incoming.moves) == 4
    dialog.take_button.click()
    assert len(dialog.incoming.moves) == 6


def test_locks_stay(boundaries, plan, project):
    plan.lock(units=plan.fids_of("Old")[:1])
    squares(project, "Areas", [("West", -1, -1, 7, 2)])
    dialog = boundaries()
    assert "Locked units that stay: 1." in dialog.summary.text()
    dialog.accept()
    assert owners(plan) == ["Old", *["West"] * 5]


def test_what_is_missing_is_said(boundaries, project):
    assert "no other layer of polygons" in words(boundaries())
    squares(project, "Areas", [(None, 0, 0, 1, 1)])
    dialog = boundaries()
    assert "has no polygon with a name" in words(dialog)
    assert not dialog.import_button.isEnabled()


def test_boundaries_of_elsewhere_are_refused(boundaries, project):
    squares(project, "Areas", [("West", 50, 50, 60, 60)])
    dialog = boundaries()
    assert "No unit gets a territory" in words(dialog)
    assert not dialog.import_button.isEnabled()


def test_last_years_units_by_area_and_by_accounts(carry, plan, project):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    squares(project, "2026", [("A", 0, 0, 2.7, 1), ("B", 2.7, 0, 4.05, 1), (None, 4.05, 0, 5, 1)])
    dialog = carry()
    assert dialog.territory_field.currentField() == "territory"
    assert dialog.placed.territories == ["A", "A", "A", "B", None, None]
    assert [(d.unit, d.others) for d in dialog.placed.doubts] == [(2, ("B",)), (5, ())]
    assert "70 % had A, 30 % B." in dialog.placed.doubts[0].detail
    dialog.certain.setValue(60)
    wait(dialog)
    assert [d.unit for d in dialog.placed.doubts] == [5]
    accounts = QgsVectorLayer("Point?crs=EPSG:3035&field=sales:double", "Customers", "memory")
    for x, sales in ((2.2, 1.0), (2.9, 9.0)):
        feature = QgsFeature(accounts.fields())
        feature.setAttributes([sales])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(4_000_000 + 1000 * x, 4_000_500)))
        accounts.dataProvider().addFeature(feature)
    project.addMapLayer(accounts)
    dialog.accounts.setLayer(accounts)
    dialog.weight.setField("sales")
    wait(dialog)
    assert dialog.placed.territories[2] == "B"
    dialog.accept()
    assert owners(plan) == ["A", "A", "B", "B", None, None]
    plan.layer.undoStack().undo()
    plan.flush()
    assert owners(plan) == ["Old"] * 6


def test_choices_are_remembered(boundaries, project):
    squares(project, "Other", [("X", -1, -1, 7, 2)])
    areas = squares(project, "Areas", [("West", -1, -1, 7, 2)])
    dialog = boundaries()
    dialog.layer.setLayer(areas)
    dialog.method.setCurrentIndex(1)
    wait(dialog)
    dialog.accept()
    again = boundaries()
    assert (again.layer.currentLayer(), again.method.currentIndex()) == (areas, 1)
    assert "nothing to change" in words(again)


def test_they_fit_a_small_screen(boundaries, carry, project):
    squares(project, "Areas", [("West", -1, -1, 2.6, 2), ("East", 2.4, -1, 5, 2)])
    for dialog in (boundaries(), carry()):
        assert dialog.width() <= 1000 and dialog.height() <= 580


def test_last_years_communes_of_a_real_region(opened, project, data_dir, tmp_path):
    """4,485 communes onto themselves: nobody changes hands, and what has no department stays with nobody."""
    import shutil

    from qgis.core import QgsVectorLayer

    from territory_manager.gui.carry_over_dialog import CarryOverDialog
    from territory_manager.layers.opening import open_session

    shutil.copy(data_dir / "occitanie_2154.gpkg", tmp_path / "now.gpkg")
    old = QgsVectorLayer(str(data_dir / "occitanie_2154.gpkg"), "2026", "ogr")
    now = QgsVectorLayer(str(tmp_path / "now.gpkg"), "2027", "ogr")
    project.addMapLayers([old, now])
    name = next(n for n in old.fields().names() if n.lower() in ("dept", "dep", "departement", "code_dept"))
    session = open_session(now, "t")
    dialog = opened(CarryOverDialog, session)
    dialog.territory_field.setField(name)
    wait(dialog)
    assert len(dialog.placed.territories) == 4485
    assert len(dialog.placed.doubts) < 10
    dialog.accept()
    expected = {f.id(): f[name] for f in now.getFeatures()}
    same = sum(session.territory_of(fid) == value for fid, value in expected.items())
    assert same > 4470
    session.close()
