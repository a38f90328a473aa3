"""Keys that have been through spreadsheets: every one finds its unit, or is told, never both or neither."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.cells import guard, printable, unguard
from territory_manager.core.matching import (
    CONFLICT,
    EMPTY_KEY,
    EMPTY_TERRITORY,
    EXACT,
    FIRST,
    LAST,
    NO_UNIT,
    SEVERAL_UNITS,
    TIDIED,
    USED,
    ZEROS,
    ZIP4,
    lookalikes,
    match_keys,
    match_table,
)

ZIPS = ["01234", "06001", "00601", "90210"]


@pytest.mark.parametrize(
    ("key", "unit", "step"),
    [
        ("01234", "01234", EXACT),
        (" 01234\u00a0", "01234", TIDIED),
        ("\ufeff01234", "01234", TIDIED),
        ("'01234", "01234", TIDIED),
        ('="01234"', "01234", TIDIED),
        ("０１２３４", "01234", TIDIED),
        ("90210.0", "90210", TIDIED),
        ("90210,00", "90210", TIDIED),
        ("1234", "01234", ZEROS),
        ("1234.0", "01234", ZEROS),
        ("601", "00601", ZEROS),
        ("001234", "01234", ZEROS),
        ("90210-1234", "90210", ZIP4),
        ("902101234", "90210", ZIP4),
        ("1234-5678", "01234", ZIP4),
        ("90211", None, -1),
        ("90210.5", None, -1),
        ("90,210", None, -1),
        ("V9A 9", None, -1),
        ("90210-12", None, -1),
        ("", None, -1),
    ],
)
def test_a_key_finds_what_it_means(key, unit, step):
    found = match_keys(ZIPS, [key])
    assert (found.keys[found.row[0]] if found.row[0] >= 0 else None) == unit
    assert found.step[0] == step
    assert not found.several


def test_without_repair_digits_stay_as_they_are():
    found = match_keys(ZIPS, ["1234", "90210-1234", " 01234 ", "90210.0"], repair=False)
    assert found.step.tolist() == [-1, -1, TIDIED, TIDIED]


def test_case_matters_only_where_it_tells_units_apart():
    found = match_keys(["ab 1", "AB 2", "x", "X"], ["AB1", "ab 2", "x", "X", " X.", "x "])
    assert [found.keys[row] if row >= 0 else None for row in found.row] == [
        "ab 1",
        "AB 2",
        "x",
        "X",
        None,
        None,
    ]
    assert found.several == {5: ["x", "X"]}


def test_zeros_are_not_guessed_where_two_units_may_be_meant():
    match = match_table(["01234", "001234", "5"], ["1234", "01234", "05"], ["A", "B", "C"])
    assert match.outcome.tolist() == [SEVERAL_UNITS, USED, USED]
    assert match.keys.several == {0: ["01234", "001234"]}
    assert match.territories.tolist() == ["B", None, "C"]


def test_what_became_of_each_row():
    match = match_table(
        [*ZIPS, None, "01234"],
        ["01234", "01234", None, "06001", "77777", "90210", "90210", "00601"],
        ["A", "A", "B", None, "C", "D", "E", "F"],
    )
    assert match.outcome.tolist() == [
        USED,
        USED,
        EMPTY_KEY,
        EMPTY_TERRITORY,
        NO_UNIT,
        CONFLICT,
        CONFLICT,
        USED,
    ]
    assert match.territories.tolist() == ["A", None, "F", None, None, "A"]
    assert match.rivals == {5: ["E"], 6: ["D"]}


@pytest.mark.parametrize(("conflicts", "winner", "lost"), [(FIRST, "D", [1, 2]), (LAST, "E", [0])])
def test_first_or_last_row_wins_where_that_is_wanted(conflicts, winner, lost):
    match = match_table(["1"], ["1"] * 3, ["D", "E", "E"], conflicts=conflicts)
    assert match.territories.tolist() == [winner]
    assert [row for row in range(3) if match.outcome[row] == CONFLICT] == lost


def test_a_key_as_it_stands_outweighs_a_repaired_one():
    match = match_table(["02116"], ["2116", "02116", "02116-0001"], ["Sydney", "Boston", "Boston"])
    assert match.territories.tolist() == ["Boston"]
    assert match.outcome.tolist() == [CONFLICT, USED, USED]
    assert match.rivals == {0: ["Boston"]}


def test_columns_of_different_length_are_refused():
    with pytest.raises(ValueError, match="2 keys but 1"):
        match_table(["1"], ["1", "2"], ["A"])
    with pytest.raises(ValueError, match="settle"):
        match_table(["1"], ["1"], ["A"], conflicts=7)


def test_nothing_at_all():
    match = match_table([], [], [])
    assert len(match.territories) == len(match.outcome) == 0
    assert match_table([None], [None], [None]).outcome.tolist() == [EMPTY_KEY]
    assert lookalikes([]) == []


def test_names_that_look_alike():
    assert lookalikes(["East", "West", "EAST ", "East"]) == [["East", "EAST "]]


KEYS = st.one_of(
    st.none(),
    st.from_regex(r"\A0{0,2}[0-9]{1,3}(-[0-9]{4}|\.0)?\Z"),
    st.text(st.sampled_from("aA0 1-.'=\u00a0"), min_size=1, max_size=6),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(KEYS, max_size=12),
    st.lists(st.tuples(KEYS, st.sampled_from([None, "A", "B"])), max_size=12),
    st.sampled_from([0, FIRST, LAST]),
    st.booleans(),
)
def test_every_row_is_followed_or_told_and_every_territory_has_a_row(units, rows, conflicts, repair):
    keys, named = [key for key, _ in rows], [name for _, name in rows]
    match = match_table(units, keys, named, conflicts=conflicts, repair=repair)
    by_unit_key = {}
    for key, name in zip(match.keys.unit.tolist(), match.territories.tolist()):
        if key < 0:
            assert name is None
        else:
            # units with the same key have the same territory
            assert by_unit_key.setdefault(key, name) == name
    said = {}
    for row, outcome in enumerate(match.outcome.tolist()):
        key = int(match.keys.row[row])
        if outcome == USED:
            # a row that counts as followed has given its unit its own territory
            assert by_unit_key[key] == named[row]
            said.setdefault(key, set()).add(named[row])
        elif outcome == CONFLICT:
            assert by_unit_key[key] != named[row]
            assert match.rivals[row] and named[row] not in match.rivals[row]
        else:
            assert keys[row] is None or named[row] is None or key < 0
    # nobody has a territory that no row gave
    assert {key for key, name in by_unit_key.items() if name is not None} == set(said)
    for row, key in enumerate(keys):
        if key is not None and key in units:
            assert match.keys.keys[match.keys.row[row]] == key


@settings(max_examples=100, deadline=None)
@given(st.lists(st.from_regex(r"\A[0-9]{5}\Z"), unique=True, min_size=1, max_size=20), st.data())
def test_what_excel_does_to_postal_codes_is_undone(codes, data):
    harm = data.draw(
        st.lists(
            st.sampled_from(
                [
                    str,
                    lambda code: str(int(code)),
                    lambda code: f"{int(code)}.0",
                    lambda code: f" {code} ",
                    lambda code: f"{code}-1234",
                    lambda code: f"'{code}",
                ]
            ),
            min_size=len(codes),
            max_size=len(codes),
        )
    )
    match = match_table(codes, [spoil(code) for spoil, code in zip(harm, codes)], codes)
    assert match.territories.tolist() == codes


@given(st.text())
def test_a_guarded_cell_is_no_formula_and_comes_back(text):
    cell = guard(text)
    assert unguard(cell) == text
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\tx", "\rx", "\nx", "  =1+1", "＝1+1", "'=x"])
def test_formulas_are_guarded(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["East", "", "01234", "O'Neil", "'quoted'", "a=b", "Köln"])
def test_other_text_stays(text):
    assert guard(text) == text == unguard(text)


def test_control_characters_are_left_out():
    assert printable("a\x00b\x0bc\td\n") == "abc\td\n"
