"""Periods: their order, long tables, sparklines, fair quotas."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from territory_manager.core.performance import performance, sparkline
from territory_manager.core.periods import by_period, in_order

NAN = float("nan")


@pytest.mark.parametrize(
    "periods",
    [
        ["2023-11", "2023-12", "2024-01"],
        ["11/2023", "12/2023", "01/2024"],
        ["Nov 2023", "Dec 2023", "Jan 2024"],
        ["Q3 2023", "Q4 2023", "Q1 2024"],
        ["2023-Q4", "2024-Q1"],
        ["P2", "P9", "P10"],
        ["31.12.2023", "01.01.2024"],
        ["2019", "2020"],
    ],
)
def test_periods_go_by_the_calendar(periods):
    assert in_order([*reversed(periods), *periods]) == periods


def test_rows_add_up_by_hand():
    found = by_period(
        np.array([0, 0, 1, -1, 1, 0]),
        ["Q1", "Q1", "Q2", "Q2", None, "Q2"],
        np.array([1.0, 2, 5, 99, 9, NAN]),
        2,
    )
    assert list(found) == ["Q1", "Q2"]
    assert found["Q1"].tolist() == pytest.approx([3, NAN], nan_ok=True)
    assert found["Q2"].tolist() == pytest.approx([NAN, 5], nan_ok=True)
    assert by_period(np.empty(0, int), [], np.empty(0), 2) == {}


def test_sparklines_by_hand():
    assert sparkline(np.array([[1.0, 2, 3], [3, NAN, 1], [5, 5, 5], [NAN, NAN, NAN], [-8, 0, 8]])) == [
        "▁▅█",
        "█·▁",
        "▄▄▄",
        None,
        "▁▅█",
    ]


@given(st.lists(st.floats(-1e6, 1e6) | st.just(NAN), min_size=1, max_size=20))
@settings(max_examples=50, deadline=None)
def test_a_sparkline_has_a_sign_for_every_period_and_keeps_their_order(values):
    line = sparkline(np.array([values]))[0]
    known = [(value, bar) for value, bar in zip(values, line or "") if value == value]
    assert line is None or len(line) == len(values)
    for (one, low), (two, high) in zip(sorted(known), sorted(known)[1:]):
        assert one <= two and low <= high


def test_fair_quotas_by_hand():
    table = performance(
        np.array([0, 1, 2, -1]),
        ["A", "B", "C"],
        potential=np.array([300.0, 100, 50, 7]),
        quota=np.array([100.0, 100, NAN]),
    ).set_index("territory")
    # 200 of quota for 400 of potential: 3 to 1; who has no quota has none that would be fair
    assert table["fair_quota"].tolist() == pytest.approx([150, 50, NAN, NAN], nan_ok=True)
    assert table["fair_quota"].sum() == pytest.approx(table["quota"].sum())
    assert table["quota_of_potential"].tolist() == pytest.approx([100 / 3, 100, NAN, NAN], nan_ok=True)
