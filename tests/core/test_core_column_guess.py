"""Which column is the key, which one has the territories: by values first, then by names."""

import pytest

from territory_manager.core.column_guess import (
    guess_coordinates,
    guess_key,
    guess_rep,
    guess_territory,
    is_code,
)

UNITS = {"name": ["Appling", "Bacon", "Cobb", "Dade"], "fips": ["01001", "01003", "01005", "01007"]}


def test_the_key_is_where_values_meet_whatever_a_spreadsheet_did_to_them():
    table = {"Kunde": ["1", "2", "3"], "County": ["1001", " 1003.0", "1007"], "Gebiet": ["A", "A", "B"]}
    assert guess_key(UNITS, table) == ("fips", "County")
    assert guess_key(UNITS, {"a": ["x"], "b": ["y"]}) == (None, None)


def test_a_column_of_few_values_is_no_key_though_all_of_them_are_found():
    units = {"fips": ["1", "2", "3", "4", "5", "6"], "state": ["GA", "GA", "GA", "NC", "NC", "NC"]}
    table = {"state": ["GA", "NC", "GA", "NC", "GA", "NC"], "id": ["1", "2", "3", "4", "5", "9"]}
    assert guess_key(units, table) == ("fips", "id")


def test_territories_by_those_there_are_then_by_the_name_then_by_what_repeats():
    table = {"id": ["1", "2", "3", "4"], "city": ["u", "v", "w", "x"], "who": ["T01", "T02", "T01", "T02"]}
    assert guess_territory(table, "id", ["T01", "T02"]) == "who"
    assert (
        guess_territory({"id": ["1", "2"], "Territory": ["a", "b"], "x": ["c", "c"]}, "id", []) == "Territory"
    )
    assert (
        guess_territory({"id": ["1", "2", "3"], "n": ["7", "8", "9"], "z": ["a", "a", "b"]}, "id", []) == "z"
    )
    assert guess_territory({"id": ["1"]}, "id", []) is None


def test_territories_in_another_language_and_columns_that_are_mostly_empty():
    table = {
        "Code INSEE": [str(n) for n in range(20)],
        "Secteur": ["Gard", "Lot", "Tarn", "Gers"] * 5,
        "Commercial": ["Lacombe", "Lacombe", *[None] * 18],
    }
    assert guess_territory(table, "Code INSEE", ["T01"]) == "Secteur"
    assert guess_rep(list(table), ("Code INSEE", "Secteur")) == "Commercial"
    table["Vague"] = table.pop("Secteur")
    assert guess_territory({**table, "Note": table.pop("Commercial")}, "Code INSEE", []) == "Vague"


def test_reps_and_coordinates_by_their_names():
    assert guess_rep(["id", "Territory", "Owner"], ("id", "Territory")) == "Owner"
    assert guess_rep(["id", "sales"], ()) is None
    assert guess_coordinates(["name", "latitude", "longitude"]) == ("longitude", "latitude")
    assert guess_coordinates(["X", "Y", "z"]) == ("X", "Y")
    assert guess_coordinates(["a", "b"]) == (None, None)


@pytest.mark.parametrize(
    ("name", "values", "code"),
    [
        ("zip", ["90210"], True),
        ("Phone No", ["1"], True),
        ("sales", ["1200", "0.5"], False),
        ("amount", ["012", "13"], True),
        ("n", ["2054628535", "2054628595"], True),
        ("potential", [None, ""], False),
    ],
)
def test_numbers_that_are_no_amounts(name, values, code):
    assert is_code(name, values) is code
