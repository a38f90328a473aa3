"""The Import Accounts dialog on messy lists: places, amounts, a layer in a GeoPackage, measures of a plan."""

import csv
import time

import pytest

pytest.importorskip("qgis.core")

from qgis.PyQt.QtCore import QCoreApplication, Qt
from standins.sheets import workbook

pytestmark = pytest.mark.usefixtures("clean_settings")
HEADER = ("id", "zip", "sales", "lon", "lat")
ATLANTA, CHARLOTTE = ("-84.39", "33.75"), ("-80.84", "35.23")


def wait(dialog, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        if not dialog.busy:
            return
        time.sleep(0.005)
    raise AssertionError("still busy")


@pytest.fixture
def dialog(session, qgis_iface):
    from territory_manager.gui.import_accounts_dialog import ImportAccountsDialog

    dialog = ImportAccountsDialog(session, qgis_iface.mainWindow())
    dialog.show()
    yield dialog
    dialog.reject()
    dialog.deleteLater()


def written(path, rows, header=HEADER, separator=";", encoding="utf-8"):
    lines = [separator.join(header), *(separator.join(row) for row in rows)]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def choose(dialog, path):
    dialog.source.set_path(path)
    wait(dialog)


def finish(dialog):
    dialog.accept()
    wait(dialog)
    assert dialog.layer is not None, dialog.remarks_label.text()
    return [
        {name: feature[name] for name in dialog.layer.fields().names()}
        for feature in dialog.layer.getFeatures()
    ]


def kinds(dialog):
    lines = dialog.source.table.lines
    return sorted((line.kind, lines[line.row]) for line in dialog.accounts.report)


def test_places_and_amounts_as_people_write_them(dialog, session, tmp_path):
    rows = [
        ("A1", "01234", '"1.234,50 €"', "-84,39", "33,75"),
        ("A2", "30301", "(300) €", "-80,84", "35,23"),
        ("A3", "30302", "", "-84,4", "33,7"),
    ]
    choose(dialog, written(tmp_path / "Kunden.csv", rows, encoding="windows-1252"))
    assert (dialog.x_column.currentData(), dialog.y_column.currentData()) == ("lon", "lat")
    assert dialog.columns.kinds() == {
        "id": "text",
        "zip": "text",
        "sales": "number",
        "lon": "number",
        "lat": "number",
    }
    assert "3 rows, 3 become accounts." in dialog.summary.text()
    place = dialog.sums.findText("sales")
    dialog.sums.setItemData(place, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert dialog.measures() == ["*", "sales"]
    rows = finish(dialog)
    assert [row["sales"] for row in rows][:2] == [1234.5, -300]
    assert [row["zip"] for row in rows] == ["01234", "30301", "30302"]
    assert "The plan balances pop_2019, accounts, sales (accounts) now." in dialog.said
    table = session.statistics().set_index("territory")
    assert (table.loc["GA", "accounts"], table.loc["NC", "accounts"]) == (2, 1)
    assert table.loc["GA", "sales (accounts)"] == 1234.5
    assert dialog.layer.project() is not None
    assert session.settings.accounts_layer == dialog.layer.id()
    assert dialog.layer.source().startswith(str(tmp_path))


def test_the_key_of_the_unit_stays_text_whatever_it_is_called(dialog, tmp_path):
    rows = [("13001", "5"), ("13003", "6"), ("13005", "7,5")]
    choose(dialog, written(tmp_path / "c.csv", rows, ("commune", "ventes")))
    assert dialog.key_column.currentData() == "commune"
    assert dialog.columns.kinds() == {"commune": "text", "ventes": "number"}


def test_what_is_no_place_is_told_by_row_and_proposals_wait(dialog, tmp_path):
    rows = [
        ("1", "", "5", *ATLANTA),
        ("2", "", "5", *ATLANTA[::-1]),
        ("3", "", "5", "84.39", "33.75"),
        ("4", "", "5", "0", "0"),
        ("5", "", "5", "", ""),
        ("6", "", "5", "-284.39", "133.75"),
        ("7", "", "5", "2.35", "48.85"),
        ("8", "", "5", "west", "33.75"),
        ("9", "", "much", *CHARLOTTE),
        ("9", "", "much", *CHARLOTTE),
    ]
    choose(dialog, written(tmp_path / "a.csv", rows))
    assert kinds(dialog) == [
        ("impossible", 7),
        ("impossible", 9),
        ("no_place", 5),
        ("no_place", 6),
        ("number", 10),
        ("number", 11),
        ("outside", 8),
        ("repeated", 10),
        ("repeated", 11),
        ("sign", 4),
        ("swapped", 3),
    ]
    assert len(dialog.accounts.placed) == 6
    assert not dialog.swap.isHidden() and not dialog.signs.isHidden()
    dialog.swap.setChecked(True)
    dialog.signs.setChecked(True)
    dialog.outside.setCurrentIndex(1)
    wait(dialog)
    assert dialog.accounts.placed.tolist() == [0, 1, 2, 8, 9]
    assert dialog.accounts.x[:3].tolist() == [-84.39] * 3
    saved = dialog.report.save(str(tmp_path / "list.csv"))
    with open(saved, encoding="utf-8-sig", newline="") as stream:
        found = list(csv.reader(stream))
    assert found[0][:5] == list(HEADER)
    assert len(found) == 12


def test_rows_without_coordinates_are_placed_in_their_unit(dialog, session, tmp_path):
    units = {f["unit_id"]: f for f in session.layer.getFeatures()}
    rows = [("1", "13001", "1"), ("2", " 13003.0", "2"), ("3", "99999", "3"), ("4", "", "4")]
    choose(dialog, written(tmp_path / "a.csv", rows, header=("id", "county", "sales")))
    assert (dialog.key_column.currentData(), dialog.units_key.currentField()) == ("county", "unit_id")
    assert kinds(dialog) == [("no_place", 5), ("not_found", 4), ("tidied", 3)]
    finish(dialog)
    points = {f["id"]: f.geometry() for f in dialog.layer.getFeatures()}
    assert dialog.layer.crs() == session.layer.crs()
    assert units["13001"].geometry().contains(points["1"])
    assert units["13003"].geometry().contains(points["2"])


def test_a_key_helps_where_coordinates_are_missing(dialog, tmp_path):
    rows = [("1", "13001", "1", *ATLANTA), ("2", "13003", "1", "", ""), ("3", "", "1", "", "")]
    choose(dialog, written(tmp_path / "a.csv", rows))
    dialog.key_column.setCurrentIndex(dialog.key_column.findData("zip"))
    dialog.units_key.setField("unit_id")
    wait(dialog)
    assert dialog.accounts.by_unit == 1
    assert len(dialog.accounts.placed) == 2
    assert "1 of them are placed in their unit" in dialog.summary.text()


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_workbooks(dialog, tmp_path, ending):
    columns = [("id", "text"), ("zip", "text"), ("sales", "number"), ("lon", "number"), ("lat", "number")]
    rows = [("1", "01234", 1.234, -84.39, 33.75), ("2", "02345", 1200.0, -80.84, 35.23)]
    choose(dialog, workbook(tmp_path / f"a.{ending}", {"Accounts": (columns, rows)}))
    rows = finish(dialog)
    assert [row["sales"] for row in rows] == [1.234, 1200]
    assert [row["zip"] for row in rows] == ["01234", "02345"]


def test_another_crs(dialog, session, tmp_path):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject

    crs = QgsCoordinateReferenceSystem("EPSG:3857")
    to = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance())
    point = to.transform(QgsPointXY(-84.39, 33.75))
    row = ("1", "", "1", str(point.x()), str(point.y()))
    choose(dialog, written(tmp_path / "a.csv", [row, row]))
    assert {kind for kind, _ in kinds(dialog)} == {"impossible", "repeated"}
    dialog.crs.setCrs(crs)
    wait(dialog)
    assert len(dialog.accounts.placed) == 2
    finish(dialog)
    assert session.statistics().set_index("territory").loc["GA", "accounts"] == 2


def test_columns_can_be_left_out_or_taken_otherwise(dialog, tmp_path):
    choose(dialog, written(tmp_path / "a.csv", [("7", "30301", "5", *ATLANTA)]))
    dialog.columns.set_kind("zip", "number")
    dialog.columns.set_kind("sales", None)
    wait(dialog)
    (row,) = finish(dialog)
    assert row["zip"] == 30301
    assert "sales" not in row


def test_what_is_missing_is_said_with_the_remedy(dialog, tmp_path):
    words = dialog.remarks_label.text
    assert "Choose a file" in words()
    choose(dialog, written(tmp_path / "a.csv", [("x", "y")], header=("a", "b")))
    assert "Choose the columns with the coordinates" in words()
    dialog.x_column.setCurrentIndex(1)
    assert "Choose both columns" in words()
    dialog.y_column.setCurrentIndex(1)
    assert "in the same column" in words()
    dialog.y_column.setCurrentIndex(2)
    wait(dialog)
    assert "None of the rows has a place" in words()
    assert not dialog.import_button.isEnabled()


def test_a_geopackage_that_is_there_gets_another_layer(dialog, session, tmp_path, qgis_iface):
    from territory_manager.gui.import_accounts_dialog import ImportAccountsDialog

    path = written(tmp_path / "a.csv", [("7", "30301", "5", *ATLANTA)])
    choose(dialog, path)
    dialog.for_plan.setChecked(False)
    finish(dialog)
    again = ImportAccountsDialog(session, qgis_iface.mainWindow())
    choose(again, path)
    assert again.file.filePath() == dialog.file.filePath()
    assert again.file.filePath().startswith(str(tmp_path))
    finish(again)
    assert again.layer.source() == dialog.layer.source() + "_2"
    assert session.settings.measures == ("pop_2019",)
    again.deleteLater()


def test_a_file_that_cannot_be_written_is_said(dialog, tmp_path):
    choose(dialog, written(tmp_path / "a.csv", [("7", "30301", "5", *ATLANTA)]))
    dialog.file.setFilePath(str(tmp_path / "no" / "such" / "folder.gpkg"))
    dialog.accept()
    wait(dialog)
    assert dialog.layer is None
    assert "cannot be written" in dialog.remarks_label.text()


def test_cancelled_while_writing_nothing_is_left(qgis_app, tmp_path):
    from qgis.core import QgsCoordinateReferenceSystem

    from territory_manager.layers.account_import import AccountOptions, prepare_accounts
    from territory_manager.layers.account_writing import write_accounts
    from territory_manager.layers.reading import ReadingCancelled
    from territory_manager.layers.table_files import read_table

    table = read_table(written(tmp_path / "a.csv", [("7", "30301", "5", *ATLANTA)] * 2000))
    crs = QgsCoordinateReferenceSystem("EPSG:4326")
    accounts = prepare_accounts(table, AccountOptions("lon", "lat", crs, kinds={"id": "text"}))
    asked = []
    path = tmp_path / "out.gpkg"
    with pytest.raises(ReadingCancelled):
        write_accounts(accounts, path, "a", cancelled=lambda: len(asked) > 2 or asked.append(1))
    assert not path.exists()
    write_accounts(accounts, path, "a")
    with pytest.raises(ReadingCancelled):
        write_accounts(accounts, path, "b", cancelled=lambda: True)
    from osgeo import ogr

    book = ogr.Open(str(path))
    assert [book.GetLayer(n).GetName() for n in range(book.GetLayerCount())] == ["a"]


def test_without_a_plan(project, qgis_iface, tmp_path):
    from territory_manager.gui.import_accounts_dialog import ImportAccountsDialog

    dialog = ImportAccountsDialog(None, qgis_iface.mainWindow())
    choose(dialog, written(tmp_path / "a.csv", [("7", "30301", "5", *ATLANTA)]))
    finish(dialog)
    assert dialog.layer.featureCount() == 1
    assert (tmp_path / "a_accounts.gpkg").exists()
    dialog.deleteLater()


@pytest.mark.parametrize(("name", "count"), [("starbucks", 16288), ("dollar-general", 20183)])
def test_real_lists(dialog, data_dir, tmp_path, name, count):
    choose(dialog, data_dir / f"{name}.csv")
    assert len(dialog.accounts.placed) == count
    finish(dialog)
    assert dialog.layer.featureCount() == count
    assert dialog.width() <= 1000 and dialog.height() <= 580
