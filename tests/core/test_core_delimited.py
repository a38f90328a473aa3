"""Encoding, separator and names of the columns, concluded from the text itself."""

import pytest

from territory_manager.core.delimited import detect_encoding, detect_header, detect_separator

TEXT = "zip;Gebiet\n01234;Süd\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("windows-1252", "windows-1252"),
    ],
)
def test_encoding_by_what_the_bytes_are(encoding, found):
    assert detect_encoding(TEXT.encode(encoding)) == found


def test_bytes_that_windows_has_not_are_latin_1():
    assert detect_encoding(b"a\x81\xfc") == "iso-8859-1"
    assert detect_encoding("€".encode("windows-1252")) == "windows-1252"


def test_a_character_cut_off_at_the_end_does_not_count():
    assert detect_encoding("Küste".encode()[:2]) == "utf-8"


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("zip,rep\n1,A\n2,B\n", ","),
        ('zip;umsatz;rep\n1;"1,5";A\n2;"2,5";B\n', ";"),
        ("zip\trep\n1\tMeier, Söhne\n2\tB\n", "\t"),
        ("zip|rep\n1|a;b\n2|c;d\n", "|"),
        ("sep=|\nzip|rep\n", "|"),
        ("one\ntwo\n", ","),
        ("Report of today, all regions\n\nzip;rep\n1;A\n2;B\n", ";"),
    ],
)
def test_separator_that_gives_most_rows_the_same_columns(text, separator):
    assert detect_separator(text) == separator


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([["zip", "rep"], ["01234", "A"]], 1),
        ([["01234", "A"], ["2", "B"]], 0),
        ([["Report", None, None], [None] * 3, ["zip", "rep", "n"], ["1", "A", "2"], ["2", "B", "3"]], 3),
        ([["state", "rep"], ["GA", "A"]], 1),
        ([[None, ""]], 0),
        ([["zip", "rep", "rep"], ["1", "A", "B"]], 1),
        ([["$1,200", "3.5"], ["1", "2"]], 0),
    ],
)
def test_the_row_with_the_names(rows, header):
    assert detect_header(rows) == header
