"""Files of every kind, broken in every usual way, as rows of text."""

import pytest

pytest.importorskip("qgis.core")

from standins.sheets import workbook

from territory_manager.layers.reading import ReadingCancelled
from territory_manager.layers.table_files import TableError, TableOptions, read_source, read_table

pytestmark = pytest.mark.usefixtures("qgis_app")
TEXT = "zip;Gebiet;Umsatz\r\n01234;Süd;1,5\r\n06001;Küste;2\r\n"


def written(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252", "iso-8859-1"]
)
def test_every_encoding_is_found(tmp_path, encoding):
    table = read_table(written(tmp_path / "a.csv", TEXT, encoding))
    assert table.columns == ["zip", "Gebiet", "Umsatz"]
    assert table.rows == [["01234", "Süd", "1,5"], ["06001", "Küste", "2"]]
    assert table.lines == [2, 3]
    assert table.options.separator == ";"


def test_the_encoding_can_be_chosen_and_a_wrong_one_is_named(tmp_path):
    path = written(tmp_path / "a.csv", TEXT, "windows-1252")
    assert read_table(path, TableOptions(encoding="mac-roman")).rows[0][1] != "Süd"
    with pytest.raises(TableError, match="not written in utf-8: line 2"):
        read_table(path, TableOptions(encoding="utf-8"))
    with pytest.raises(TableError, match="no encoding “martian”"):
        read_table(path, TableOptions(encoding="martian"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_separator_and_line_end(tmp_path, separator, ending):
    text = ending.join(separator.join(row) for row in (["zip", "rep"], ["1", "A"], ["2", "B"])) + ending
    table = read_table(written(tmp_path / "a.txt", text))
    assert (table.options.separator, table.rows) == (separator, [["1", "A"], ["2", "B"]])


def test_titles_blank_lines_and_excels_own_first_line(tmp_path):
    text = "sep=;\r\nAlignment of today\r\n\r\nzip;rep;zip;\r\n1;A;x;\r\n\r\n2;B;y;z\r\n;;;\r\n"
    table = read_table(written(tmp_path / "a.csv", text))
    assert table.columns == ["zip", "rep", "zip_2", "Column 4"]
    assert table.rows == [["1", "A", "x", None], ["2", "B", "y", "z"]]
    assert table.lines == [5, 7]
    assert table.options.header_row == 4


def test_without_names_columns_are_numbered(tmp_path):
    table = read_table(written(tmp_path / "a.csv", "01234,A\n06001,B\n"))
    assert (table.columns, len(table.rows), table.options.header_row) == (["Column 1", "Column 2"], 2, 0)
    table = read_table(tmp_path / "a.csv", TableOptions(header_row=1))
    assert table.columns == ["01234", "A"]
    with pytest.raises(TableError, match=r"Row 9 of a\.csv"):
        read_table(tmp_path / "a.csv", TableOptions(header_row=9))


def test_rows_that_are_too_short_or_too_long_are_kept_and_told(tmp_path):
    table = read_table(written(tmp_path / "a.csv", 'zip,rep\n1\n2,B,"C, D"\n'))
    assert table.rows == [["1", None, None], ["2", "B", "C, D"]]
    assert table.remarks == ["Rows with more cells than there are columns: 1, row 3 first."]


def test_a_quotation_mark_that_is_missing_is_pointed_at(tmp_path):
    rows = "".join(f"{number},A\n" for number in range(60))
    table = read_table(written(tmp_path / "a.csv", f'zip,rep\n1,"A\n{rows}'))
    assert "a quotation mark may be missing" in table.remarks[0]
    with pytest.raises(TableError, match="line 2 on"):
        read_table(written(tmp_path / "b.csv", 'zip,rep\n1,"A\n' + rows * 1000))


def test_characters_of_no_meaning_are_left_out_and_told(tmp_path):
    table = read_table(written(tmp_path / "a.csv", "zip,rep\n1,A\0B\n"), TableOptions(encoding="utf-8"))
    assert table.rows == [["1", "AB"]]
    assert "NUL" in table.remarks[0]


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_workbooks_by_sheet_with_numbers_as_they_are_shown(tmp_path, ending):
    path = workbook(
        tmp_path / f"a.{ending}",
        {
            "Notes": ([("Read me", "text")], [("made today",)]),
            "List": (
                [("zip", "number"), ("rep", "text"), ("n", "number")],
                [(1234, "Süd", 0.1), (None, None, None), (90210, "=1+1", 1e9)],
            ),
        },
    )
    table = read_table(path)
    assert table.sheets == ["Notes", "List"]
    assert table.options.sheet == "List"
    assert table.columns == ["zip", "rep", "n"]
    assert [row[:2] for row in table.rows] == [["1234", "Süd"], ["90210", "=1+1"]]
    assert [float(row[2]) for row in table.rows] == [0.1, 1e9]
    assert table.lines == [2, 4]
    assert read_table(path, TableOptions(sheet="Notes", header_row=0)).rows == [["Read me"], ["made today"]]
    with pytest.raises(TableError, match="Its sheets are: Notes, List"):
        read_table(path, TableOptions(sheet="Other"))


def test_what_is_no_table_is_refused_with_a_remedy(tmp_path):
    with pytest.raises(TableError, match="no file"):
        read_table(tmp_path / "gone.csv")
    with pytest.raises(TableError, match="Save it as CSV, XLSX or ODS"):
        read_table(written(tmp_path / "a.xls", "x"))
    with pytest.raises(TableError, match="save it as XLSX or ODS"):
        read_table(written(tmp_path / "a.xlsx", "no workbook"))
    with pytest.raises(TableError, match="has no rows"):
        read_table(written(tmp_path / "a.csv", "\n\n"))


def test_cancelled(tmp_path):
    with pytest.raises(ReadingCancelled):
        read_table(written(tmp_path / "a.csv", "a,b\n" + "1,2\n" * 3000), cancelled=lambda: True)


def test_a_layer_keeps_its_kinds(sample_path):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{sample_path}|layername=reps", "Reps", "ogr")
    table = read_source(layer)
    assert table.columns == layer.fields().names()
    assert len(table.rows) == 8
    with pytest.raises(TableError, match="no field “x”"):
        table.texts("x")


@pytest.mark.parametrize(("name", "rows"), [("starbucks", 16288), ("dollar-general", 20183)])
def test_real_lists_of_stores(data_dir, name, rows):
    table = read_table(data_dir / f"{name}.csv")
    assert len(table.rows) == rows
    assert not table.remarks
    assert "zip" in table.columns
