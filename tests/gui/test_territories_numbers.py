"""Numbers as the docks write them."""

import math

import pytest

pytest.importorskip("qgis.PyQt")

from qgis.PyQt.QtCore import QLocale

from territory_manager.gui import numbers

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
NB = numbers.NO_BREAK


def test_a_column_has_one_scale_so_that_its_numbers_line_up():
    scale = numbers.Scale.of([4_540_812, 3_970_000, 42_000, None])
    texts = [scale.text(value, ENGLISH) for value in (4_540_812, 3_970_000, 42_000, None)]
    assert texts == [f"4.54{NB}M", f"3.97{NB}M", f"0.04{NB}M", numbers.DASH]


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ([61], "61"),
        ([99_999], "99,999"),
        ([123_456], f"123.5{NB}k"),
        ([33_083_395], f"33.08{NB}M"),
        ([0.127], "0.127"),
        ([], numbers.DASH),
        ([math.nan], numbers.DASH),
    ],
)
def test_short_numbers(values, text):
    assert numbers.Scale.of(values).text(values[0] if values else None, ENGLISH) == text


def test_exact_numbers_follow_the_locale():
    assert numbers.exact(4_135_424.375, ENGLISH) == "4,135,424.375"
    assert numbers.exact(4_135_424.375, GERMAN) == "4.135.424,375"
    assert numbers.exact(50, ENGLISH) == "50"


def test_groups_of_digits_are_separated_whatever_qgis_omits():
    before = QLocale()
    try:
        omitting = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
        omitting.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        QLocale.setDefault(omitting)
        assert numbers.exact(33083395) == "33,083,395"
    finally:
        QLocale.setDefault(before)


def test_deviations_say_their_direction_without_colour():
    assert numbers.deviation(9.8, locale=ENGLISH) == f"▲{NB}9.8{NB}%"
    assert numbers.deviation(-4.04, locale=ENGLISH) == f"▼{NB}4.0{NB}%"
    assert numbers.deviation(0.01, locale=ENGLISH) == f"0.0{NB}%"
    assert numbers.deviation(math.inf) == numbers.DASH


def test_a_change_repeats_the_arrow_only_where_it_turns():
    assert numbers.deviation_change(9.8, 3.1, locale=ENGLISH) == f"▲{NB}9.8 → 3.1{NB}%"
    assert numbers.deviation_change(-4.0, 2.7, locale=ENGLISH) == f"▼{NB}4.0 → ▲{NB}2.7{NB}%"


def test_tolerances_have_no_idle_zeros():
    assert numbers.tolerance(5.0, ENGLISH) == f"±5{NB}%"
    assert numbers.tolerance(0.5, ENGLISH) == f"±0.5{NB}%"
