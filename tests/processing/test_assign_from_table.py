"""Territories from tables as people send them: CSV, XLSX and ODS, broken in every usual way."""

import pytest
from qgis.core import QgsFeature, QgsVectorLayer

KEYS = ["01234", "06001", "00601", "90210", "10001", "V9A 9"]


@pytest.fixture
def postal(grid):
    return grid(6, 1, fields=[("zip", "string"), ("old", "string")], values={"zip": KEYS, "old": ["Old"] * 6})


@pytest.fixture
def assign(run, postal):
    def _assign(table, key="zip", territory="rep", **parameters):
        parameters.setdefault("INPUT", postal)
        return run(
            "assignfromtable",
            KEY_FIELD="zip",
            TABLE=table,
            TABLE_KEY_FIELD=key,
            TABLE_TERRITORY_FIELD=territory,
            UNMATCHED="memory:",
            REPAIRED="memory:",
            **parameters,
        )

    return _assign


def csv(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return str(path)


def sheet(path, columns, rows, driver="XLSX"):
    """A workbook with one sheet; *columns* are (name, "text", "integer" or "real")."""
    from osgeo import ogr

    kinds = {"text": ogr.OFTString, "integer": ogr.OFTInteger, "real": ogr.OFTReal}
    book = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    page = book.CreateLayer("Sheet1")
    for name, kind in columns:
        page.CreateField(ogr.FieldDefn(name, kinds[kind]))
    for row in rows:
        feature = ogr.Feature(page.GetLayerDefn())
        for place, value in enumerate(row):
            if value is not None:
                feature.SetField(place, value)
        page.CreateFeature(feature)
    del feature, page, book
    return str(path)


def territories(outcome, field="territory"):
    return [row[field] for row in outcome.rows()]


def test_a_clean_table(assign, tmp_path):
    text = "zip,rep\n01234,A\n06001,B\n06001,B\n00601,A\n90210,B\n10001,A\n"
    outcome = assign(csv(tmp_path / "a.csv", text))
    assert territories(outcome) == ["A", "B", "A", "B", "A", None]
    assert (outcome["ASSIGNED"], outcome["UNASSIGNED"]) == (5, 1)
    assert (outcome["UNMATCHED_ROWS"], outcome["REPAIRED_ROWS"], outcome["CONFLICTING_UNITS"]) == (0, 0, 0)
    assert "Units left without territory: 1. Unit 6" in outcome.said
    assert outcome.rows("UNMATCHED") == []


def test_every_row_that_is_not_followed_is_told_with_its_reason(assign, tmp_path):
    text = "zip,rep,note\n01234,A,1\n ,B,2\n06001,,3\n77777,B,4\n90210,A,5\n90210,B,6\n10001,A,7\n"
    outcome = assign(csv(tmp_path / "a.csv", text))
    assert territories(outcome) == ["A", None, None, None, "A", None]
    rows = outcome.rows("UNMATCHED")
    assert [(row["note"], row["reason"]) for row in rows] == [
        ("2", "empty"),
        ("3", "empty"),
        ("4", "no such unit"),
        ("5", "duplicate with another territory"),
        ("6", "duplicate with another territory"),
    ]
    assert rows[0]["detail"] == "The key is empty."
    assert rows[1]["detail"] == "The territory is empty."
    assert "77777" in rows[2]["detail"]
    assert "“B”" in rows[3]["detail"]
    assert (outcome["UNMATCHED_ROWS"], outcome["CONFLICTING_UNITS"]) == (5, 1)
    assert "Rows not followed (no such unit): 1. Row 4: No unit has the key “77777”." in outcome.said


@pytest.mark.parametrize(("conflicts", "winner", "lost"), [(1, "A", ["6"]), (2, "B", ["5"])])
def test_first_or_last_row_counts_where_wanted(assign, tmp_path, conflicts, winner, lost):
    text = "zip,rep,note\n90210,A,5\n90210,B,6\n"
    outcome = assign(csv(tmp_path / "a.csv", text), CONFLICTS=conflicts)
    assert territories(outcome)[3] == winner
    assert [row["note"] for row in outcome.rows("UNMATCHED")] == lost


def test_what_spreadsheets_do_to_keys_is_repaired_and_listed(assign, tmp_path):
    text = "zip,rep\n1234,A\n6001-0001,B\n601.0,A\n902101234,B\n\u00a010001.0 ,A\nv9a 9,B\n"
    outcome = assign(csv(tmp_path / "a.csv", text))
    assert territories(outcome) == ["A", "B", "A", "B", "A", "B"]
    assert outcome["REPAIRED_ROWS"] == 4
    assert [(row["zip"].strip(), row["unit_key"], row["repair"]) for row in outcome.rows("REPAIRED")] == [
        ("1234", "01234", "leading zeros"),
        ("6001-0001", "06001", "first five digits"),
        ("601.0", "00601", "leading zeros"),
        ("902101234", "90210", "first five digits"),
        ("10001.0", "10001", "blanks, case or decimals"),
        ("v9a 9", "V9A 9", "blanks, case or decimals"),
    ]
    assert "Keys that were repaired: 4. 1234 → 01234" in outcome.said


def test_nothing_is_repaired_unless_wanted(assign, tmp_path):
    outcome = assign(csv(tmp_path / "a.csv", "zip,rep\n1234,A\n10001,B\n"), REPAIR=False)
    assert territories(outcome) == [None, None, None, None, "B", None]
    assert outcome["UNMATCHED_ROWS"] == 1


def test_a_key_that_may_mean_two_units_is_not_guessed(assign, grid, tmp_path):
    units = grid(2, 1, fields=[("zip", "string")], values={"zip": ["01234", "001234"]})
    outcome = assign(csv(tmp_path / "a.csv", "zip,rep\n1234,A\n"), INPUT=units)
    assert territories(outcome) == [None, None]
    (row,) = outcome.rows("UNMATCHED")
    assert row["detail"] == "“1234” may mean several units: 01234, 001234."


@pytest.mark.parametrize("driver", ["XLSX", "ODS"])
def test_spreadsheets_with_numbers_for_keys(assign, tmp_path, driver):
    path = sheet(
        tmp_path / f"a.{driver.lower()}",
        [("zip", "real"), ("rep", "text")],
        [(1234, "A"), (6001, "B"), (601, None), (90210, "B"), (None, "A")],
        driver,
    )
    outcome = assign(path)
    assert territories(outcome) == ["A", "B", None, "B", None, None]
    assert [row["reason"] for row in outcome.rows("UNMATCHED")] == ["empty", "empty"]


@pytest.mark.parametrize("driver", ["XLSX", "ODS"])
def test_a_sheet_of_text_whose_first_row_holds_the_names(assign, tmp_path, driver):
    path = sheet(
        tmp_path / f"a.{driver.lower()}",
        [("Zip", "text"), ("rep", "text")],
        [("01234", "A"), ("06001", "B")],
        driver,
    )
    if driver == "XLSX":
        assert QgsVectorLayer(path).fields().names() == ["Field1", "Field2"]
    outcome = assign(path)
    assert territories(outcome)[:2] == ["A", "B"]
    assert outcome["UNMATCHED_ROWS"] == 0
    assert "Row 1 of “a." in outcome.said and "is taken as the names of its columns" in outcome.said
    # QGIS itself sees no names in such a sheet and numbers the columns
    outcome = assign(path, key="Field1", territory="Field2")
    assert territories(outcome)[:2] == ["A", "B"]


def test_a_table_without_the_column_says_which_it_has(assign, tmp_path):
    outcome = assign(csv(tmp_path / "a.csv", "zip,rep\n01234,A\n"), territory="salesman")
    assert "has no field “salesman”. Its fields are: zip, rep" in outcome.error
    path = sheet(tmp_path / "a.xlsx", [("zip", "text"), ("rep", "text")], [("01234", "A")])
    assert "Its fields are: zip, rep" in assign(path, territory="salesman").error


def test_semicolons_quotes_and_a_byte_order_mark(assign, tmp_path):
    text = 'zip;rep\n"01234";"Meier; Söhne"\n"06001";"B"\n'
    outcome = assign(csv(tmp_path / "a.csv", text, "utf-8-sig"))
    assert territories(outcome)[:2] == ["Meier; Söhne", "B"]


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-8"])
def test_any_encoding_separator_and_titles_above_the_table(assign, tmp_path, encoding):
    text = "Gebiete 2027||\r\n\r\nPLZ|Gebiet|x\r\n01234|Süd|1\r\n06001|Küste|2\r\n"
    outcome = assign(csv(tmp_path / "a.txt", text, encoding), key="PLZ", territory="Gebiet")
    assert territories(outcome)[:2] == ["Süd", "Küste"]
    outcome = assign(
        csv(tmp_path / "b.csv", "01234;Süd\n06001;Küste\n", "windows-1252"),
        key="Column 1",
        territory="Column 2",
        ENCODING="mac-roman",
        SEPARATOR="semicolon",
        HEADER_ROW=0,
    )
    assert territories(outcome)[0] not in (None, "Süd")


def test_a_sheet_by_its_name(assign, tmp_path):
    from standins.sheets import workbook

    columns = [("zip", "text"), ("rep", "text")]
    path = workbook(
        tmp_path / "a.xlsx",
        {"One": (columns, [("01234", "A"), ("06001", "A")]), "Two": (columns, [("01234", "B")])},
    )
    assert territories(assign(str(path)))[:2] == ["A", "A"]
    assert territories(assign(f"{path}|layername=Two"))[:2] == ["B", None]
    assert territories(assign(str(path), SHEET="Two"))[:2] == ["B", None]


def test_numbers_as_keys_of_the_units(run, grid):
    units = grid(3, 1, fields=[("id", "integer")], values={"id": [1, 2, 3]})
    rows = QgsVectorLayer("NoGeometry?field=id:string&field=t:integer", "List", "memory")
    for values in (["1.0", 7], ["02", 8], ["3", 7]):
        feature = QgsFeature(rows.fields())
        feature.setAttributes(values)
        rows.dataProvider().addFeature(feature)
    outcome = run(
        "assignfromtable",
        INPUT=units,
        KEY_FIELD="id",
        TABLE=rows,
        TABLE_KEY_FIELD="id",
        TABLE_TERRITORY_FIELD="t",
        FIELD_NAME="new",
    )
    assert territories(outcome, "new") == ["7", "8", "7"]


def test_units_that_the_table_does_not_name_may_keep_their_territory(assign, tmp_path):
    text = "zip,rep\n01234,A\n90210,A\n90210,B\n"
    outcome = assign(csv(tmp_path / "a.csv", text), TERRITORY_FIELD="old", FIELD_NAME="old")
    assert territories(outcome, "old") == ["A", "Old", "Old", None, "Old", "Old"]
    assert outcome["OUTPUT"].fields().names().count("old") == 1


def test_keys_of_another_kind_are_pointed_out(assign, tmp_path):
    outcome = assign(csv(tmp_path / "a.csv", "zip,rep\nOhio,A\nUtah,B\n"))
    assert "keys are like “Ohio”, those of the units like “01234”" in outcome.said
    assert outcome["ASSIGNED"] == 0
    assert len(outcome.rows("UNMATCHED")) == 2


def test_territories_that_look_alike_and_units_that_share_a_key_are_told(assign, grid, tmp_path):
    units = grid(3, 1, fields=[("zip", "string")], values={"zip": ["1", "1", "2"]})
    outcome = assign(csv(tmp_path / "a.csv", "zip,rep\n1,East\n2,EAST\n"), INPUT=units)
    assert territories(outcome) == ["East", "East", "EAST"]
    assert "differ only in case or blanks: “East”, “EAST”" in outcome.said
    assert "Keys that several units share: 1, “1” first" in outcome.said


def test_an_empty_table_is_refused(assign, tmp_path):
    assert "has no rows" in assign(csv(tmp_path / "a.csv", "zip,rep\n")).error


def test_cancelled_while_reading(run, postal, tmp_path):
    outcome = run(
        "assignfromtable",
        stop_after="Reading the table",
        INPUT=postal,
        KEY_FIELD="zip",
        TABLE=csv(tmp_path / "a.csv", "zip,rep\n01234,A\n"),
        TABLE_KEY_FIELD="zip",
        TABLE_TERRITORY_FIELD="rep",
    )
    assert outcome.results == {}
    assert not outcome.error


def test_the_result_is_coloured_when_it_is_loaded(qgis_app, project, postal, tmp_path):
    from processing import runAndLoadResults
    from qgis.core import QgsCategorizedSymbolRenderer

    runAndLoadResults(
        "territorymanager:assignfromtable",
        {
            "INPUT": postal,
            "KEY_FIELD": "zip",
            "TABLE": csv(tmp_path / "a.csv", "zip,rep\n01234,A\n06001,B\n"),
            "TABLE_KEY_FIELD": "zip",
            "TABLE_TERRITORY_FIELD": "rep",
            "OUTPUT": "memory:",
        },
    )
    (layer,) = (layer for layer in project.mapLayers().values() if layer.isSpatial())
    assert isinstance(layer.renderer(), QgsCategorizedSymbolRenderer)
    assert [category.value() for category in layer.renderer().categories()] == ["A", "B", ""]


@pytest.mark.parametrize("name", ["starbucks", "dollar-general"])
def test_stores_name_postal_areas(run, data_dir, name):
    """Real lists of stores: postcodes of four digits, ZIP+4, foreign ones; the state stands for the rep."""
    outcome = run(
        "assignfromtable",
        INPUT=str(data_dir / "zcta_ct_dc_de_hi_nh_ri.gpkg"),
        KEY_FIELD="ZCTA5CE10",
        TABLE=str(data_dir / f"{name}.csv"),
        TABLE_KEY_FIELD="zip",
        TABLE_TERRITORY_FIELD="state",
        UNMATCHED="memory:",
        REPAIRED="memory:",
    )
    rows = outcome.rows()
    assert len(rows) == 822
    named = [row for row in rows if row["territory"] is not None]
    assert outcome["ASSIGNED"] == len(named) > 50
    # what a list of stores says about a postal area's state is right, whatever has been done to the key
    wrong = [row for row in named if row["territory"] != row["st"]]
    assert all(row["territory"] not in ("CT", "DC", "DE", "HI", "NH", "RI") for row in wrong)
    stores = QgsVectorLayer(str(data_dir / f"{name}.csv")).featureCount()
    assert outcome["UNMATCHED_ROWS"] == len(outcome.rows("UNMATCHED")) < stores
    if name == "dollar-general":
        assert not wrong
        assert {row["repair"] for row in outcome.rows("REPAIRED")} == {"first five digits"}
    else:
        # three shops in Melbourne have codes that read like those of New Hampshire: told, and doubted
        assert {row["unit_key"] for row in outcome.rows("REPAIRED")} == {row["ZCTA5CE10"] for row in wrong}
        assert "Other keys of the table have kept theirs" in outcome.said
