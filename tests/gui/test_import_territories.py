"""The Import Territories dialog on real files of each kind, broken in each way."""

import csv
import time

import pytest

pytest.importorskip("qgis.core")

from qgis.PyQt.QtCore import QCoreApplication, Qt
from standins.sheets import workbook

pytestmark = pytest.mark.usefixtures("clean_settings")
EAST, WEST = "Öst", "West"


@pytest.fixture
def rows(session):
    """County codes and names of the sample, the first half for the east."""
    features = list(session.layer.getFeatures())
    half = len(features) // 2
    return [(f["unit_id"], EAST if n < half else WEST) for n, f in enumerate(features)]


@pytest.fixture
def dialog(session, qgis_iface):
    from territory_manager.gui.import_territories_dialog import ImportTerritoriesDialog

    dialog = ImportTerritoriesDialog(session, qgis_iface.mainWindow())
    dialog.show()
    yield dialog
    dialog.reject()
    dialog.deleteLater()


def wait(dialog, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        if not dialog.busy:
            return
        time.sleep(0.005)
    raise AssertionError("still busy")


def choose(dialog, path):
    dialog.source.set_path(path)
    wait(dialog)


def written(path, rows, header=("county", "territory"), separator=",", encoding="utf-8"):
    lines = [separator.join(header), *(separator.join(row) for row in rows)]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


def words(dialog):
    return dialog.remarks_label.text()


def lines(dialog, kind):
    return [line for line in dialog.found.report if line.kind == kind]


@pytest.mark.parametrize(
    ("encoding", "separator", "ending"),
    [
        ("utf-8", ",", "csv"),
        ("utf-8-sig", ";", "csv"),
        ("windows-1252", ";", "txt"),
        ("utf-16", "\t", "tsv"),
        ("iso-8859-1", "|", "csv"),
    ],
)
def test_text_files_of_every_kind_are_understood_and_imported(
    dialog, session, rows, tmp_path, encoding, separator, ending
):
    choose(dialog, written(tmp_path / f"a.{ending}", rows, separator=separator, encoding=encoding))
    assert (dialog.key_field.currentData(), dialog.key_column.currentData()) == ("unit_id", "county")
    assert dialog.territory_column.currentData() == "territory"
    assert dialog.source.model.rowCount() == 50
    assert "400 rows, 400 followed; 400 of 400 units named." in dialog.summary.text()
    assert dialog.import_button.isEnabled()
    steps = session.layer.undoStack().count()
    dialog.accept()
    assert "400 units changed hands" in dialog.said
    assert session.layer.undoStack().count() == steps + 1
    assert len(session.fids_of(EAST)) == len(session.fids_of(WEST)) == 200
    session.layer.undoStack().undo()
    session.flush()
    assert session.settings.territories == ["GA", "NC", "SC", "TN"]


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_workbooks_with_numbers_for_keys_and_a_sheet_to_choose(dialog, session, rows, tmp_path, ending):
    sheets = {
        "Old": ([("county", "number"), ("territory", "text")], [(int(key), "X") for key, _ in rows]),
        "New": (
            [("county", "number"), ("territory", "text"), ("rep", "text")],
            [(int(key), name, "Vega" if name == EAST else None) for key, name in rows],
        ),
    }
    choose(dialog, workbook(tmp_path / f"a.{ending}", sheets))
    assert dialog.source.sheet.currentData() == "New"
    assert dialog.rep_column.currentData() == "rep"
    assert dialog.incoming.new == ["West", EAST]
    assert dialog.incoming.reps == {EAST: "Vega"}
    dialog.source.sheet.setCurrentIndex(0)
    wait(dialog)
    assert dialog.incoming.new == ["X"]
    assert not dialog.incoming.reps
    dialog.source.sheet.setCurrentIndex(1)
    wait(dialog)
    dialog.accept()
    assert session.settings.reps[EAST] == "Vega"


def test_a_table_of_the_project(dialog, session, project, rows):
    from qgis.core import QgsFeature, QgsVectorLayer

    layer = QgsVectorLayer("NoGeometry?field=fips:string&field=who:string", "List", "memory")
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    dialog.source.set_layer(layer)
    wait(dialog)
    assert dialog.territory_column.currentData() == "who"
    assert dialog.found.matched == 400


@pytest.fixture
def postal(project, sample_session, qgis_iface):
    """A plan on postal codes of five digits, some with leading zeros; the dialog for it."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    from territory_manager.gui.import_territories_dialog import ImportTerritoriesDialog
    from territory_manager.layers.opening import open_session

    layer = QgsVectorLayer("Polygon?crs=EPSG:3035&field=zip:string&field=t:string", "Postal", "memory")
    for n, key in enumerate(["01234", "06001", "00601", "90210", "10001"]):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([key, "Old"])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(n * 1000, 0, n * 1000 + 1000, 1000)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    project.addMapLayer(layer)
    session = open_session(layer, "t")
    dialog = ImportTerritoriesDialog(session, qgis_iface.mainWindow())
    dialog.show()
    yield dialog
    dialog.reject()
    dialog.deleteLater()
    session.close()


MESSY = [
    ("1234", "East"),
    ("6001-0001", "EAST"),
    (" 601.0", "East"),
    ("90210", "West"),
    ("90210", "East"),
    ("77777", "West"),
    ("", "West"),
    ("10001 ", ""),
]


def test_lost_zeros_are_proposed_shown_and_taken_when_accepted(postal, tmp_path):
    choose(postal, written(tmp_path / "a.csv", MESSY, header=("zip", "rep")))
    zeros = lines(postal, "zeros")
    assert [(line.key, line.unit, line.accepted) for line in zeros] == [
        ("1234", "01234", False),
        ("601.0", "00601", False),
    ]
    assert "2 (1234 → 01234)" in postal.zeros.text()
    assert postal.found.matched == 0
    assert "Accept the repaired keys" in words(postal)
    assert not postal.import_button.isEnabled()
    postal.zeros.setChecked(True)
    wait(postal)
    assert [line.accepted for line in lines(postal, "zeros")] == [True, True]
    assert postal.found.matched == 2
    postal.zip4.setChecked(True)
    wait(postal)
    assert postal.found.matched == 3
    model = postal.report.model
    row = next(n for n in range(model.rowCount()) if model.line(n).key == "601.0")
    assert model.setData(model.index(row, 1), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    wait(postal)
    assert [line.accepted for line in lines(postal, "zeros")] == [True, False]
    postal.accept()
    assert postal._session.territory_of(1) == "East"
    assert postal._session.territory_of(3) == "Old"


def test_everything_else_is_reported_by_row(postal, tmp_path):
    choose(postal, written(tmp_path / "a.csv", MESSY, header=("zip", "rep")))
    table = postal.source.table
    told = {(line.kind, table.lines[line.row]) for line in postal.found.report if line.row is not None}
    assert {("disputed", 5), ("disputed", 6), ("not_found", 7), ("empty", 8), ("empty", 9)} <= told
    assert [line.unit for line in lines(postal, "left")] == ["01234", "06001", "00601", "90210", "10001"]
    assert "“East”, “EAST”" in lines(postal, "alike")[0].detail


def test_look_alikes_become_one_the_spelling_that_most_have(postal, tmp_path):
    choose(postal, written(tmp_path / "a.csv", [("06001", "EAST"), ("90210", "East"), ("10001", "East")]))
    assert postal.incoming.new == ["EAST", "East"]
    postal.unify.setChecked(True)
    wait(postal)
    assert postal.incoming.new == ["East"]
    postal.accept()
    assert len(postal._session.fids_of("East")) == 3


def test_rows_that_differ_by_choice(postal, tmp_path):
    choose(postal, written(tmp_path / "a.csv", [("90210", "A"), ("90210", "B"), ("10001", "A")]))
    assert postal.incoming.moves[4] is None
    for index, name in ((1, "A"), (2, "B")):
        postal.conflicts.setCurrentIndex(index)
        wait(postal)
        assert postal.incoming.moves[4] == name


def test_units_not_in_the_table_by_choice(postal, tmp_path):
    choose(postal, written(tmp_path / "a.csv", [("90210", "A"), ("10001", "A")]))
    assert set(postal.incoming.moves) == {4, 5}
    postal.keep.setCurrentIndex(1)
    wait(postal)
    assert postal.incoming.unassigned == 3


def test_rows_corrected_in_the_list(postal, tmp_path):
    choose(postal, written(tmp_path / "a.csv", [("9021O", "A"), ("10001", ""), ("06001", "A")]))
    model = postal.report.model

    def correct(kind, column, text):
        row = next(n for n in range(model.rowCount()) if model.line(n).kind == kind)
        assert model.flags(model.index(row, column)) & Qt.ItemFlag.ItemIsEditable
        assert model.setData(model.index(row, column), text)
        wait(postal)

    correct("not_found", 2, "90210")
    correct("empty", 3, "B")
    assert not lines(postal, "not_found") and not lines(postal, "empty")
    postal.accept()
    assert (postal._session.territory_of(4), postal._session.territory_of(5)) == ("A", "B")


def test_the_list_is_saved_with_the_rows_corrected_and_comes_back(postal, tmp_path):
    path = written(tmp_path / "a.csv", [("77777", "=A"), ("10001", "B")], header=("zip", "rep"))
    choose(postal, path)
    postal.report.filter.setCurrentIndex(postal.report.filter.findData("not_found"))
    saved = postal.report.save(str(tmp_path / "list"))
    with open(saved, encoding="utf-8-sig", newline="") as stream:
        found = list(csv.reader(stream))
    assert found[0] == ["zip", "rep", "problem", "detail", "unit", "row"]
    assert found[1] == ["77777", "'=A", "No such unit", "No unit has the key “77777”.", "", "2"]
    (tmp_path / "list.csv").write_text(
        (tmp_path / "list.csv").read_text("utf-8-sig").replace("77777", "90210")
    )
    choose(postal, saved)
    assert postal.incoming.moves == {4: "=A"}


def test_locks_are_told_and_kept(dialog, session, rows, tmp_path):
    session.lock(units=session.fids_of("GA")[:5], territories=["TN"])
    choose(dialog, written(tmp_path / "a.csv", rows))
    assert "Locked units that stay: 5." in words(dialog)
    assert "TN" in words(dialog)
    dialog.accept()
    assert len(session.fids_of("TN")) == 95
    assert len(session.fids_of("GA")) == 5


def test_into_a_new_scenario_the_current_one_stays(dialog, session, rows, tmp_path):
    current = session.territory_field
    before = {fid: session.territory_of(fid) for fid in session.alignment.units.ids.tolist()}
    choose(dialog, written(tmp_path / "a.csv", rows))
    dialog.target.new.setChecked(True)
    dialog.target.name.setText("")
    assert not dialog.import_button.isEnabled()
    dialog.target.name.setText("From the CRM")
    assert dialog.import_button.isEnabled()
    dialog.accept()
    assert session.scenarios.current.title == "From the CRM"
    assert session.territory_field != current
    assert len(session.fids_of(EAST)) == 200
    session.scenarios.switch(current)
    assert {fid: session.territory_of(fid) for fid in before} == before
    assert session.settings.territories == ["GA", "NC", "SC", "TN"]


def test_a_new_scenario_and_what_comes_into_it_are_one_undo_step(dialog, session, rows, tmp_path):
    current, stack = session.territory_field, session.layer.undoStack()
    before = {fid: session.territory_of(fid) for fid in session.alignment.units.ids.tolist()}
    choose(dialog, written(tmp_path / "a.csv", rows))
    dialog.target.new.setChecked(True)
    dialog.target.name.setText("From the CRM")
    dialog.accept()
    made, after = session.territory_field, {fid: session.territory_of(fid) for fid in before}
    assert made != current and after != before
    assert stack.count() == 1 and "From the CRM" in stack.undoText()
    stack.undo()
    session.flush()
    assert session.territory_field == current and session.layer.fields().lookupField(made) < 0
    assert len(session.scenarios) == 1 and EAST not in session.settings.territories
    assert {fid: session.territory_of(fid) for fid in before} == before
    stack.redo()
    session.flush()
    assert session.scenarios.switch(made)
    assert {fid: session.territory_of(fid) for fid in before} == after
    assert EAST in session.settings.territories and EAST not in session.scenarios.own(current)["territories"]
    stack.undo()
    session.flush()
    assert session.territory_field == current and not session.settings.found


def test_an_import_that_fails_leaves_no_scenario(dialog, session, rows, tmp_path, monkeypatch):
    from territory_manager.layers.plan import PlanError

    current, stack = session.territory_field, session.layer.undoStack()
    session.assign(session.fids_of("GA")[:1], "SC")
    choose(dialog, written(tmp_path / "a.csv", rows))
    dialog.target.new.setChecked(True)
    dialog.target.name.setText("From the CRM")
    real = session.write

    def half(*arguments, **more):
        real(*arguments, **more)
        raise PlanError("The disk is full.")

    monkeypatch.setattr(session, "write", half)
    before = {fid: session.territory_of(fid) for fid in session.alignment.units.ids.tolist()}
    dialog.accept()
    assert "The disk is full." in words(dialog)
    assert session.territory_field == current and list(session.settings.scenarios) == [current]
    assert {fid: session.territory_of(fid) for fid in before} == before
    assert EAST not in session.settings.territories
    assert not stack.canRedo() and stack.index() == 1
    dialog.target.name.setText("From the CRM")
    monkeypatch.undo()
    dialog.accept()
    assert session.scenarios.current.title == "From the CRM", "it can be tried again under the same name"


def test_what_is_missing_is_said_with_the_remedy(dialog, session, tmp_path):
    assert "Choose a file" in words(dialog)
    assert not dialog.import_button.isEnabled()
    choose(dialog, tmp_path / "gone.csv")
    assert "There is no file" in words(dialog)
    choose(dialog, written(tmp_path / "a.csv", [("Ohio", "A"), ("Utah", "B")]))
    assert "Choose" in words(dialog)
    dialog.key_field.setCurrentIndex(dialog.key_field.findData("unit_id"))
    dialog.key_column.setCurrentIndex(dialog.key_column.findData("county"))
    wait(dialog)
    assert "No row names a unit. Keys of the table are like “Ohio”, those of the units like “13001”" in words(
        dialog
    )
    dialog.territory_column.setCurrentIndex(dialog.territory_column.findData("county"))
    wait(dialog)
    assert "are the same column" in words(dialog)
    assert not dialog.import_button.isEnabled()


def test_a_wrong_encoding_is_said_and_the_right_one_helps(dialog, rows, tmp_path):
    choose(dialog, written(tmp_path / "a.csv", rows, encoding="windows-1252"))
    assert dialog.source.encoding.itemText(0).startswith("Windows-1252")
    dialog.source.encoding.setCurrentIndex(dialog.source.encoding.findData("utf-8"))
    wait(dialog)
    assert "not written in utf-8" in words(dialog)
    dialog.source.encoding.setCurrentIndex(dialog.source.encoding.findData("mac-roman"))
    wait(dialog)
    assert EAST not in dialog.incoming.new
    dialog.source.encoding.setCurrentIndex(0)
    wait(dialog)
    assert EAST in dialog.incoming.new


def test_an_alignment_the_plan_has_is_nothing_to_import(dialog, session, tmp_path):
    rows = [(f["unit_id"], f["current_terr"]) for f in session.layer.getFeatures()]
    choose(dialog, written(tmp_path / "a.csv", rows))
    assert "there is nothing to change" in words(dialog)
    assert not dialog.import_button.isEnabled()


def test_choices_are_remembered(dialog, session, rows, tmp_path, qgis_iface):
    from territory_manager.gui.import_territories_dialog import ImportTerritoriesDialog

    header = ("a", "b", "c", "d")
    path = written(tmp_path / "a.csv", [(key, name, "x", name) for key, name in rows], header=header)
    choose(dialog, path)
    dialog.territory_column.setCurrentIndex(dialog.territory_column.findData("d"))
    dialog.conflicts.setCurrentIndex(2)
    dialog.keep.setCurrentIndex(1)
    wait(dialog)
    dialog.accept()
    again = ImportTerritoriesDialog(session, qgis_iface.mainWindow())
    assert (again.conflicts.currentIndex(), again.keep.currentIndex()) == (2, 1)
    choose(again, path)
    assert again.territory_column.currentData() == "d"
    again.reject()
    again.deleteLater()


def test_closing_while_it_reads_is_safe(session, qgis_iface, rows, tmp_path):
    from territory_manager.gui.import_territories_dialog import ImportTerritoriesDialog

    path = written(tmp_path / "a.csv", rows * 200)
    dialog = ImportTerritoriesDialog(session, qgis_iface.mainWindow())
    dialog.show()
    dialog.source.set_path(path)
    for _ in range(40):
        QCoreApplication.processEvents()
        time.sleep(0.005)
    dialog.reject()
    assert not dialog.busy
    dialog.deleteLater()


def test_it_fits_a_small_screen(dialog, rows, tmp_path):
    choose(dialog, written(tmp_path / "a.csv", rows, separator=";"))
    assert dialog.width() <= 1000
    assert dialog.height() <= 580
    assert dialog.minimumSizeHint().width() <= 1000
