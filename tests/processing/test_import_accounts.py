"""Lists of customers as points, through Processing."""

import pytest

TEXT = (
    "Kundenliste 2027;;;;\r\n\r\nNr;PLZ;Umsatz;Länge;Breite\r\n"
    "0001;01234;1.234,50 €;8,5;50,1\r\n"
    "0002;06001;(300) €;50,2;8,6\r\n"
    "0003;601;viel;;\r\n"
    "0004;77777;12,5 €;;\r\n"
    "0005;;7 €;0;0\r\n"
)


@pytest.fixture
def units(grid):
    return grid(
        3,
        1,
        crs="EPSG:4326",
        side=1.0,
        origin=(8.0, 49.5),
        fields=[("plz", "string")],
        values={"plz": ["01234", "06001", "00601"]},
    )


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "kunden.csv"
    file.write_bytes(TEXT.encode("windows-1252"))
    return str(file)


def test_everything_is_found_out_and_what_is_wrong_is_reported(run, units, path):
    outcome = run(
        "importaccounts",
        INPUT=path,
        X_FIELD="Länge",
        Y_FIELD="breite",
        UNITS=units,
        UNIT_KEY_FIELD="plz",
        KEY_FIELD="PLZ",
        MEND=True,
        REPORT="memory:",
    )
    rows = {row["Nr"]: row for row in outcome.rows()}
    assert {number: row["Umsatz"] for number, row in rows.items()} == {
        "0001": 1234.5,
        "0002": -300,
        "0003": None,
    }
    points = {f["Nr"]: f.geometry().asPoint() for f in outcome["OUTPUT"].getFeatures()}
    assert (points["0002"].x(), points["0002"].y()) == (8.6, 50.2)
    assert 10 < points["0003"].x() < 11
    assert (outcome["ACCOUNTS"], outcome["LEFT_OUT"], outcome["UNREAD"]) == (3, 2, 1)
    told = {(row["row"], row["problem"]) for row in outcome.rows("REPORT")}
    assert {(5, "swapped"), (6, "zeros"), (6, "number"), (7, "not_found"), (8, "no_place")} <= told
    assert "No unit has the key “77777”" in outcome.said


def test_nothing_is_mended_unless_wanted(run, units, path):
    outcome = run("importaccounts", INPUT=path, X_FIELD="Länge", Y_FIELD="Breite", UNITS=units, OUTSIDE=False)
    assert outcome["ACCOUNTS"] == 1
    assert "looks swapped: 8.6, 50.2" in outcome.said


def test_what_is_found_out_can_be_given(run, tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("1|2,5|8,1|50\n2|3,5|8,2|51\n".encode("utf-16"))
    outcome = run(
        "importaccounts",
        INPUT=str(file),
        X_FIELD="Column 3",
        Y_FIELD="Column 4",
        ENCODING="utf-16",
        SEPARATOR="pipe",
        HEADER_ROW=0,
        DECIMAL=2,
        NUMBER_FIELDS="Column 2; column 1",
    )
    assert [row["Column 2"] for row in outcome.rows()] == [2.5, 3.5]
    assert [row["Column 1"] for row in outcome.rows()] == [1, 2]
    assert [row["Column 4"] for row in outcome.rows()] == ["50", "51"]


def test_what_cannot_be_is_said(run, units, path, tmp_path):
    bare = tmp_path / "bare.csv"
    bare.write_text("a,b\n1,2\n")
    assert "Choose the columns with the coordinates" in run("importaccounts", INPUT=str(bare)).error
    assert "no field “Lange”" in run("importaccounts", INPUT=path, X_FIELD="Lange", Y_FIELD="Breite").error
    assert "Choose both columns" in run("importaccounts", INPUT=path, X_FIELD="Länge").error
    assert "Choose the units" in run("importaccounts", INPUT=path, KEY_FIELD="PLZ").error
    (tmp_path / "a.pdf").write_text("x")
    assert "Save it as CSV" in run("importaccounts", INPUT=str(tmp_path / "a.pdf")).error


def test_cancelled_while_reading(run, path):
    outcome = run(
        "importaccounts", stop_after="Reading the table", INPUT=path, X_FIELD="Länge", Y_FIELD="Breite"
    )
    assert outcome.results == {}
    assert not outcome.error


@pytest.mark.parametrize(("name", "count"), [("starbucks", 16288), ("dollar-general", 20183)])
def test_real_lists(run, data_dir, name, count):
    outcome = run("importaccounts", INPUT=str(data_dir / f"{name}.csv"), OUTPUT="memory:")
    assert (outcome["ACCOUNTS"], outcome["LEFT_OUT"], outcome["UNREAD"]) == (count, 0, 0)
    assert "Coordinates are taken from longitude and latitude." in outcome.said
    fields = outcome["OUTPUT"].fields()
    assert not fields.field("zip").isNumeric()
    assert fields.field("longitude").isNumeric()
