"""Files for reps and the CRM: text stays text, numbers numbers, and what goes out comes back the same."""

import csv
import zipfile

import pytest
from qgis.core import QgsFeature, QgsVectorLayer
from qgis.PyQt.QtCore import QDate

ZIPS = ["01234", "00601", "90210", "12345"]
FIELDS = [("zip", "string"), ("sales", "double"), ("old", "string"), ("new", "string")]
VALUES = {
    "zip": ZIPS,
    "sales": [-1.5, 2.0, None, 1e-7],
    "old": ["East", "East", "West", None],
    "new": ["East", "West", None, "West"],
}


@pytest.fixture
def units(grid):
    return grid(4, 1, fields=FIELDS, values=VALUES)


@pytest.fixture
def reps(qgis_app):
    layer = QgsVectorLayer(
        "NoGeometry?field=territory:string&field=rep:string&field=email:string", "Reps", "memory"
    )
    for row in (["East", "Vega", "vega@example.org"], ["West", "Okafor", "okafor@example.org"]):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(row)
        layer.dataProvider().addFeature(feature)
    return layer


@pytest.fixture
def export(run, units, tmp_path):
    def _export(name="out.csv", **parameters):
        parameters.setdefault("INPUT", units)
        parameters.setdefault("TERRITORY_FIELD", "new")
        return run("exportalignment", OUTPUT=str(tmp_path / name), **parameters)

    return _export


def read(path, encoding="utf-8-sig"):
    with open(path, encoding=encoding, newline="") as stream:
        return list(csv.reader(stream))


def book(path):
    """Sheet → rows of a workbook, the header first, as OGR reads it."""
    from osgeo import ogr

    found = {}
    source = ogr.Open(str(path))
    for place in range(source.GetLayerCount()):
        page = source.GetLayer(place)
        names = [field.GetName() for field in page.schema]
        found[page.GetName()] = [names, *([f.GetField(n) for n in names] for f in page)]
    return found


def test_one_row_for_each_unit_with_territory_and_rep(export, reps):
    outcome = export(TERRITORIES=reps, TERRITORY_NAME_FIELD="territory", CONTACT_FIELDS=["email"])
    assert read(outcome["OUTPUT"]) == [
        ["name", "zip", "sales", "old", "territory", "rep", "email"],
        ["Unit 1", "01234", "-1.5", "East", "East", "Vega", "vega@example.org"],
        ["Unit 2", "00601", "2", "East", "West", "Okafor", "okafor@example.org"],
        ["Unit 3", "90210", "", "West", "", "", ""],
        ["Unit 4", "12345", "1e-07", "", "West", "Okafor", "okafor@example.org"],
    ]
    assert (outcome["ROWS"], outcome["UNASSIGNED"], outcome["CHANGED"]) == (4, 1, None)


def test_changes_against_a_baseline(export, reps):
    outcome = export(BASELINE_FIELD="old", FIELDS=["zip"], TERRITORIES=reps, TERRITORY_NAME_FIELD="territory")
    rows = read(outcome["OUTPUT"])
    assert rows[0] == ["zip", "territory", "rep", "previous_territory", "previous_rep", "change"]
    assert [row[1:] for row in rows[1:]] == [
        ["East", "Vega", "East", "Vega", ""],
        ["West", "Okafor", "East", "Vega", "moved"],
        ["", "", "West", "Okafor", "unassigned"],
        ["West", "Okafor", "", "", "assigned"],
    ]
    assert outcome["CHANGED"] == 3
    only = export(BASELINE_FIELD="old", FIELDS=["zip"], ONLY_CHANGES=True)
    assert [row[0] for row in read(only["OUTPUT"])[1:]] == ["00601", "90210", "12345"]
    assert only["ROWS"] == 3


def test_the_columns_that_a_crm_wants(export):
    outcome = export(
        COLUMNS=["zip", "Postal Code", "new", "Territory__c", "OLD", "", "sales", "Umsatz"],
        BASELINE_FIELD="old",
    )
    assert read(outcome["OUTPUT"])[:2] == [
        ["Postal Code", "Territory__c", "OLD", "Umsatz"],
        ["01234", "East", "East", "-1.5"],
    ]
    assert "no column “fax” to export. There are: name, zip" in export(COLUMNS=["fax", "Fax"]).error
    assert "Two columns are called “a”" in export(COLUMNS=["zip", "a", "rep", "a"]).error
    assert "in pairs" in export(COLUMNS=["zip", "a", "rep"]).error


def test_nothing_becomes_a_formula(export, grid, tmp_path):
    texts = ["=1+1", "+1", "-2", "@A1", "\tx", "\rx", 'say "hi", twice\nplease', "plain"]
    layer = grid(
        8,
        1,
        fields=[("note", "string"), ("n", "double"), ("new", "string")],
        values={"note": texts, "n": [-1.0] * 8, "new": ["=A"] * 8},
    )
    for name in ("out.csv", "out.xlsx"):
        outcome = export(name, INPUT=layer, FIELDS=["note", "n"])
        if name == "out.csv":
            rows = read(outcome["OUTPUT"])[1:]
            assert [row[1] for row in rows] == ["-1"] * 8
        else:
            (rows,) = (rows[1:] for rows in book(outcome["OUTPUT"]).values())
            assert [row[1] for row in rows] == [-1.0] * 8
            with zipfile.ZipFile(outcome["OUTPUT"]) as archive:
                assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")
        assert [row[0] for row in rows[:5]] == ["'" + text for text in texts[:5]]
        assert rows[7][0] == "plain"
        assert {row[2] for row in rows} == {"'=A"}


@pytest.mark.parametrize(("bom", "start"), [(True, b"\xef\xbb\xbf"), (False, b'"nam')])
def test_the_mark_for_excel(export, bom, start):
    with open(export(BOM=bom)["OUTPUT"], "rb") as stream:
        assert stream.read().startswith(start)


def test_a_sheet_for_each_territory(export, grid):
    names = ["T2", "T10", "A/B:*?[x]", None, "Unassigned", "t2", "L" * 40, "History"]
    layer = grid(
        8, 1, fields=[("new", "string"), ("n", "integer")], values={"new": names, "n": list(range(8))}
    )
    outcome = export("out.xlsx", INPUT=layer, SHEETS=True)
    sheets = book(outcome["OUTPUT"])
    assert list(sheets) == [
        "A_B____x_",
        "History_",
        "L" * 31,
        "T2",
        "t2 (2)",
        "T10",
        "Unassigned",
        "Unassigned (2)",
    ]
    assert [row[1] for rows in sheets.values() for row in rows[1:]] == [2, 7, 6, 0, 5, 1, 4, 3]
    assert outcome["ROWS"] == 8


def test_no_rows_are_a_file_with_a_header(export, grid):
    empty = grid(0, 0, fields=[("new", "string"), ("n", "integer")])
    assert read(export(INPUT=empty)["OUTPUT"]) == [["name", "n", "territory", "rep"]]
    assert list(book(export("out.xlsx", INPUT=empty)["OUTPUT"])) == ["Alignment"]


def test_cells_keep_their_kind(export):
    layer = QgsVectorLayer(
        "NoGeometry?field=zip:string&field=day:date&field=yes:bool&field=long:int8&field=n:integer"
        "&field=new:string",
        "Accounts",
        "memory",
    )
    for row in (
        ["01234", QDate(2026, 1, 2), True, 1234567890123456789, 7, "A"],
        [None, None, None, None, None, "B"],
    ):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(row)
        layer.dataProvider().addFeature(feature)
    (rows,) = book(export("out.xlsx", INPUT=layer)["OUTPUT"]).values()
    assert rows[1] == ["01234", "2026/01/02", 1, "1234567890123456789", 7, "A", None]
    rows = read(export(INPUT=layer)["OUTPUT"])
    assert rows[1] == ["01234", "2026-01-02", "true", "1234567890123456789", "7", "A", ""]
    assert rows[2] == ["", "", "", "", "", "B", ""]


@pytest.mark.parametrize(
    ("name", "given", "written"),
    [
        ("out.csv", None, "out.csv"),
        ("out.XLSX", None, "out.XLSX"),
        ("out", None, "out.csv"),
        ("out", "xlsx", "out.xlsx"),
        ("out", 1, "out.xlsx"),
        ("out.2027", "csv", "out.2027.csv"),
    ],
)
def test_the_format_follows_the_ending_or_the_choice(export, tmp_path, name, given, written):
    outcome = export(name, **({} if given is None else {"FORMAT": given}))
    assert outcome["OUTPUT"] == str(tmp_path / written)
    assert (tmp_path / written).read_bytes()[:2] == (b"PK" if "xlsx" in written.lower() else b"\xef\xbb")
    assert sorted(path.name for path in tmp_path.iterdir()) == [written]


def test_a_temporary_file_takes_the_format(run, units):
    outcome = run(
        "exportalignment", INPUT=units, TERRITORY_FIELD="new", FORMAT="xlsx", OUTPUT="TEMPORARY_OUTPUT"
    )
    assert outcome["OUTPUT"].endswith(".xlsx")
    assert len(book(outcome["OUTPUT"])) == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"FORMAT": "xlsx"}, "The format is xlsx, but the file ends in .csv"),
        ({"ONLY_CHANGES": True}, "Choose the field with the territories before"),
        ({"CONTACT_FIELDS": ["email"]}, "Further fields come from the layer of territories"),
        ({"TERRITORY_FIELD": "gone"}, "“Units” has no field “gone”. Its fields are: name, zip"),
        ({"FORMAT": "docx"}, "FORMAT"),
    ],
)
def test_what_cannot_be_is_said(export, given, words):
    assert words in export(**given).error


def test_a_file_that_cannot_be_written(export, tmp_path):
    (tmp_path / "out.csv").mkdir()
    for name in ("out.csv", "out.csv/../out.csv"):
        assert "cannot be written" in export(name).error
    (tmp_path / "file").write_text("")
    assert "cannot be written" in export("file/out.xlsx").error
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "out.csv"]


def test_cancelled_leaves_the_old_file(run, units, tmp_path):
    path = tmp_path / "out.xlsx"
    path.write_text("old")
    outcome = run(
        "exportalignment", stop_after="Writing", INPUT=units, TERRITORY_FIELD="new", OUTPUT=str(path)
    )
    assert outcome.results == {}
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.xlsx"]


def test_a_territory_without_rep_is_told_and_own_fields_never_get_lost(export, grid, reps):
    layer = grid(
        2,
        1,
        fields=[("territory", "string"), ("rep", "string"), ("new", "string")],
        values={"territory": ["a", "b"], "rep": ["x", "y"], "new": ["East", "Middle"]},
    )
    outcome = export(INPUT=layer, TERRITORIES=reps, TERRITORY_NAME_FIELD="territory")
    assert "so they have no rep: Middle" in outcome.said
    assert read(outcome["OUTPUT"]) == [
        ["name", "territory_2", "rep_2", "territory", "rep"],
        ["Unit 1", "a", "x", "East", "Vega"],
        ["Unit 2", "b", "y", "Middle", ""],
    ]
    assert read(export(INPUT=layer)["OUTPUT"])[1] == ["Unit 1", "a", "East", "x"]


TRICKY = ["East", "=SUM(A1)", "'=x", "-North", "@home", "Köln; “Süd”", 'a "b", c', None, "007", "'quoted'"]


@pytest.mark.parametrize("sheets", [False, True])
@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_out_and_in_again_is_the_same(run, export, grid, name, sheets):
    zips = [f"{number:05}" for number in (1, 12, 123, 1234, 12345, 10, 100, 90210, 7, 8)]
    layer = grid(10, 1, fields=[("zip", "string"), ("new", "string")], values={"zip": zips, "new": TRICKY})
    path = export(name, INPUT=layer, FIELDS=["zip"], SHEETS=sheets)["OUTPUT"]
    pages = [path]
    if sheets and name.endswith("xlsx"):
        pages = [f"{path}|layername={page}" for page in book(path)]
        assert len(pages) == len(TRICKY)
    after = layer
    for page in pages:
        outcome = run(
            "assignfromtable",
            INPUT=after,
            KEY_FIELD="zip",
            TABLE=page,
            TABLE_KEY_FIELD="zip",
            TABLE_TERRITORY_FIELD="territory",
            FIELD_NAME="back",
            UNMATCHED="memory:",
            **({"TERRITORY_FIELD": "back"} if after is not layer else {}),
        )
        assert not outcome.error
        assert {row["reason"] for row in outcome.rows("UNMATCHED")} <= {"empty"}
        assert outcome["REPAIRED_ROWS"] == 0
        after = outcome["OUTPUT"]
    assert [row["back"] for row in outcome.rows()] == TRICKY


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_real_postal_areas_out_and_in_again(run, export, data_dir, name):
    areas = str(data_dir / "zcta_ct_dc_de_hi_nh_ri.gpkg")
    path = export(name, INPUT=areas, TERRITORY_FIELD="st")["OUTPUT"]
    outcome = run(
        "assignfromtable",
        INPUT=areas,
        KEY_FIELD="ZCTA5CE10",
        TABLE=path,
        TABLE_KEY_FIELD="ZCTA5CE10",
        TABLE_TERRITORY_FIELD="territory",
    )
    assert [row["territory"] for row in outcome.rows()] == [row["st"] for row in outcome.rows()]
    assert (outcome["UNMATCHED_ROWS"], outcome["REPAIRED_ROWS"]) == (0, 0)


def test_france_with_a_sheet_for_each_region(export, data_dir):
    outcome = export(
        "out.xlsx", INPUT=str(data_dir / "france_communes.gpkg"), TERRITORY_FIELD="region", SHEETS=True
    )
    assert outcome["ROWS"] == 35_357
    sheets = book(outcome["OUTPUT"])
    assert sum(len(rows) - 1 for rows in sheets.values()) == 35_357
