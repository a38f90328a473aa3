"""The Export Alignment dialog: what is seen is what is written, and it comes back the same."""

import csv
import json
import time

import pytest

pytest.importorskip("qgis.core")

from qgis.PyQt.QtCore import QCoreApplication

pytestmark = pytest.mark.usefixtures("clean_settings")


def wait(dialog, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        if not dialog.busy:
            return
        time.sleep(0.005)
    raise AssertionError("still busy")


@pytest.fixture
def session(sample_session):
    return sample_session(others=("accounts", "reps"), accounts=None)


@pytest.fixture
def opened(session, qgis_iface):
    from territory_manager.gui.export_dialog import ExportDialog

    made = []

    def _open():
        dialog = ExportDialog(session, qgis_iface.mainWindow())
        dialog.show()
        made.append(dialog)
        wait(dialog)
        return dialog

    yield _open
    for dialog in made:
        dialog.reject()
        dialog.deleteLater()


def export(dialog, path, ending=None):
    if ending:
        dialog.format.setCurrentIndex(dialog.format.findData(ending))
    dialog.file.setFilePath(str(path))
    assert dialog.export_button.isEnabled(), dialog.remarks_label.text()
    dialog.accept()
    wait(dialog)
    assert dialog.said, dialog.remarks_label.text()
    return dialog.path


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return list(csv.reader(stream))


def preset(dialog, title):
    dialog.layouts.setCurrentIndex(dialog.layouts.findText(title))
    dialog._layout_chosen()


def test_what_is_seen_is_what_is_written(opened, session, tmp_path):
    session.set_rep("GA", "Vega")
    session.assign(session.fids_of("GA")[:2], "SC")
    dialog = opened()
    preset(dialog, "CRM import")
    assert dialog.columns.layout_pairs() == [
        ("unit_id", "Account ID"),
        ("territory", "Territory"),
        ("rep", "Owner"),
        ("email", "Owner Email"),
    ]
    assert "400 rows · 2 change hands · 0 without territory" in dialog.summary.text()
    seen = [dialog.model.data(dialog.model.index(2, column)) for column in range(4)]
    rows = read(export(dialog, tmp_path / "out", ".csv"))
    assert rows[0] == ["Account ID", "Territory", "Owner", "Owner Email"]
    assert len(rows) == 401
    assert rows[3] == seen
    assert rows[1] == ["13001", "SC", "", ""]
    assert f'<a href="file://{tmp_path}/out.csv">' in dialog.said


def test_only_changes_and_who_they_go_to(opened, session, tmp_path):
    session.set_rep("GA", "Vega")
    session.set_rep("SC", "Okafor")
    dialog = opened()
    dialog.only_changes.setChecked(True)
    assert "Nothing changes hands against Last saved" in dialog.remarks_label.text()
    assert not dialog.export_button.isEnabled()
    dialog.reject()
    session.assign(session.fids_of("GA")[:2], "SC")
    session.assign(session.fids_of("TN")[:1], None)
    dialog = opened()
    preset(dialog, "Handover list")
    dialog.only_changes.setChecked(True)
    rows = read(export(dialog, tmp_path / "out.csv", ".csv"))
    assert [row[1:6] for row in rows[1:]] == [
        ["moved", "GA", "SC", "Vega", "Okafor"],
        ["moved", "GA", "SC", "Vega", "Okafor"],
        ["unassigned", "TN", "", "", ""],
    ]


def test_e_mail_comes_from_the_layer_of_reps(opened, session, project, tmp_path):
    from qgis.core import QgsFeature, QgsVectorLayer

    layer = QgsVectorLayer(
        "NoGeometry?field=rep:string&field=email:string&field=manager:string", "R", "memory"
    )
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["Vega", "vega@example.org", "Ruiz"])
    layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    session.set_rep("GA", "Vega")
    session.followers.reps.use(layer, {"name": "rep", "email": "email", "manager": "manager"})
    dialog = opened()
    assert {"email", "manager"} <= set(dialog.table.columns)
    preset(dialog, "CRM import")
    rows = read(export(dialog, tmp_path / "out.csv", ".csv"))
    assert rows[1] == ["13001", "GA", "Vega", "vega@example.org"]


def test_a_layout_is_kept_in_the_plan_and_taken_again(opened, session, project, tmp_path):
    from territory_manager.layers.plan import read_plans

    dialog = opened()
    preset(dialog, "CRM import")
    dialog.columns.item(0, 1).setText("Postal Code")
    dialog.columns.set_ticked("email", False)
    dialog.columns.setCurrentCell(1, 0)
    dialog.up.click()
    dialog.format.setCurrentIndex(dialog.format.findData(".csv"))
    dialog.bom.setChecked(False)
    dialog.keep_layout("Salesforce")
    wanted = [("territory", "Territory"), ("unit_id", "Postal Code"), ("rep", "Owner")]
    assert dialog.columns.layout_pairs() == wanted
    (plan,) = read_plans(project)
    assert plan.layouts["Salesforce"]["columns"] == [list(pair) for pair in wanted]
    assert json.dumps(plan.layouts)
    path = export(dialog, tmp_path / "out.csv")
    assert path.read_bytes().startswith(b'"Territory","Postal Code","Owner"')
    again = opened()
    assert again.layouts.currentText() == "Salesforce"
    assert again.columns.layout_pairs() == wanted
    assert not again.bom.isChecked()
    again.delete_layout.click()
    assert "Salesforce" not in session.settings.layouts
    assert again.columns.layout_pairs() == wanted


def test_columns_that_are_gone_are_said(opened, session):
    session.settings.layouts["Old"] = {"for": "units", "columns": [["fax", "Fax"], ["rep", "Who"]]}
    dialog = opened()
    preset(dialog, "Old")
    assert dialog.columns.layout_pairs() == [("rep", "Who")]


def test_two_headers_alike_and_none_at_all_are_refused(opened):
    dialog = opened()
    preset(dialog, "CRM import")
    dialog.columns.item(0, 1).setText("Territory")
    assert "Two columns are called “Territory”" in dialog.remarks_label.text()
    assert not dialog.export_button.isEnabled()
    for name in ("unit_id", "territory", "rep", "email"):
        dialog.columns.set_ticked(name, False)
    assert "Tick at least one column" in dialog.remarks_label.text()
    dialog.file.setFilePath("/no/such/folder/out.csv")
    assert "There is no folder" in dialog.remarks_label.text()


def test_a_sheet_for_each_territory(opened, tmp_path):
    from territory_manager.layers.table_files import read_table

    dialog = opened()
    dialog.sheets.setChecked(True)
    path = export(dialog, tmp_path / "out.xlsx", ".xlsx")
    assert read_table(path).sheets == ["GA", "NC", "SC", "TN"]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_out_and_in_again_through_the_dialogs(opened, session, qgis_iface, tmp_path, ending):
    from territory_manager.gui.import_territories_dialog import ImportTerritoriesDialog

    nasty = ["=SUM(A1)", "Größe; “Süd”, \n7", "'quoted", "+49"]
    for old, new in zip(["GA", "NC", "SC", "TN"], nasty):
        session.rename_territory(old, new.replace("\n", " "))
    before = {fid: session.territory_of(fid) for fid in session.alignment.units.ids.tolist()}
    path = export(opened(), tmp_path / f"out{ending}", ending)
    session.assign(list(before), "'quoted")
    dialog = ImportTerritoriesDialog(session, qgis_iface.mainWindow())
    dialog.source.set_path(path)
    wait(dialog)
    assert (dialog.key_field.currentData(), dialog.key_column.currentData()) == ("unit_id", "unit_id")
    assert dialog.territory_column.currentData() == "territory"
    assert dialog.found.matched == 400
    assert not dialog.incoming.new
    dialog.accept()
    assert {fid: session.territory_of(fid) for fid in before} == before
    dialog.deleteLater()


def test_accounts_with_their_territory(sample_session, project, qgis_iface, tmp_path):
    from territory_manager.gui.export_dialog import ExportDialog
    from territory_manager.layers.account_writing import use_accounts

    session = sample_session(others=("accounts",))
    accounts = project.mapLayersByName("accounts")[0]
    use_accounts(session, accounts, ["*"])
    session.set_rep("GA", "Vega")
    dialog = ExportDialog(session, qgis_iface.mainWindow())
    dialog.kind.setCurrentIndex(dialog.kind.findData("accounts"))
    wait(dialog)
    rows = read(export(dialog, tmp_path / "out.csv", ".csv"))
    header = rows[0]
    assert len(rows) == accounts.featureCount() + 1
    table = [dict(zip(header, row)) for row in rows[1:]]
    counts = session.statistics().set_index("territory")["accounts"]
    for name in ("GA", "NC", "SC", "TN"):
        assert sum(row["territory"] == name for row in table) == counts[name]
    assert all(row["rep"] == "Vega" for row in table if row["territory"] == "GA")
    assert all(row["unit"] for row in table if row["territory"])
    dialog.deleteLater()


@pytest.mark.parametrize("ending", [".gpkg", ".geojson"])
def test_boundaries_as_a_map(opened, session, tmp_path, ending):
    from qgis.core import QgsVectorLayer

    dialog = opened()
    dialog.kind.setCurrentIndex(dialog.kind.findData("boundaries"))
    assert dialog.columns.isHidden() or not dialog.columns.isVisible()
    path = export(dialog, tmp_path / "out", ending)
    layer = QgsVectorLayer(str(path), "out", "ogr")
    features = {f["territory"]: f for f in layer.getFeatures()}
    assert sorted(features) == ["GA", "NC", "SC", "TN"]
    assert features["SC"]["units"] == 46
    assert features["SC"]["color"] == session.colors["SC"]
    assert layer.crs().authid() == ("EPSG:4326" if ending == ".geojson" else session.layer.crs().authid())
    if ending == ".geojson":
        west, south = layer.extent().xMinimum(), layer.extent().yMinimum()
        assert -95 < west < -75 and 25 < south < 40


def test_it_fits_a_small_screen(opened):
    dialog = opened()
    assert dialog.width() <= 1000 and dialog.height() <= 580


def test_other_scenarios_are_not_given_away(session):
    from territory_manager.layers.plan_export import AlignmentSource

    current = session.territory_field
    session.scenarios.add("Secret draft")
    columns = AlignmentSource(session).read().columns
    assert current not in columns and session.territory_field not in columns
    session.scenarios.switch(current)
    columns = AlignmentSource(session).read().columns
    assert "secret_draft" not in columns and "territory" in columns
