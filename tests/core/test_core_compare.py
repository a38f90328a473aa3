"""Two alignments compared: who gains, who loses, what changes hands."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from territory_manager.core.compare import compare

BEFORE = ["North", "North", "South", None, "South"]
AFTER = ["North", "South", "South", "North", None]
SALES = np.array([[10.0], [20.0], [30.0], [40.0], [0.0]])


def test_who_gains_and_loses():
    found = compare(BEFORE, AFTER, SALES, ["sales"])
    assert found.moved_units == 3
    # Only North's 20 and South's 0 were taken from somebody; nobody had the 40.
    assert found.disruption == pytest.approx(20.0)
    summary = found.summary().set_index("territory")
    assert summary.loc["North", ["units_before", "units_gained", "units_lost", "units_after"]].tolist() == [
        2,
        1,
        1,
        2,
    ]
    assert summary.loc["North", ["sales_before", "sales_gained", "sales_lost", "sales_after"]].tolist() == [
        30.0,
        40.0,
        20.0,
        50.0,
    ]
    assert summary.index.isna()[-1]
    assert summary.iloc[-1]["units_before"] == 1


def test_what_went_from_whom_to_whom():
    table = compare(BEFORE, AFTER, SALES, ["sales"]).matrix()
    rows = {(row["from"], row["to"]): (row["units"], row["sales"]) for row in table.to_dict("records")}
    assert rows == {("North", "South"): (1, 20.0), (None, "North"): (1, 40.0), ("South", None): (1, 0.0)}
    assert table["disruption"].is_monotonic_decreasing


def test_equal_alignments_have_nothing_to_tell():
    found = compare(BEFORE, BEFORE, SALES, ["sales"])
    assert found.moved_units == 0
    assert found.disruption == 0
    assert found.matrix().empty


def test_the_disruption_measure_can_be_chosen():
    found = compare(BEFORE, AFTER, SALES, ["sales"], disruption=np.array([0, 1, 0, 0, 3.0]))
    assert found.disruption == pytest.approx(100.0)


@pytest.mark.parametrize("cost", [[1.0, 2.0], [1, 1, 1, 1, -1], [1, 1, 1, 1, np.nan]])
def test_a_disruption_that_is_none_is_refused(cost):
    with pytest.raises(ValueError, match="disruption"):
        compare(BEFORE, AFTER, SALES, ["sales"], disruption=np.array(cost))


def test_other_units_are_refused():
    with pytest.raises(ValueError, match="same units"):
        compare(BEFORE, AFTER[:-1])


names = st.sampled_from(["A", "B", "C", None])


@given(st.lists(st.tuples(names, names, st.integers(0, 99)), min_size=1, max_size=40))
def test_before_plus_gained_minus_lost_is_after(rows):
    before, after, amounts = zip(*rows)
    found = compare(before, after, np.array(amounts, dtype=float)[:, None], ["sales"])
    table = found.summary()
    for name in ("units", "sales"):
        sums = table[f"{name}_before"] + table[f"{name}_gained"] - table[f"{name}_lost"]
        assert np.allclose(sums, table[f"{name}_after"])
        assert table[f"{name}_gained"].sum() == pytest.approx(table[f"{name}_lost"].sum())
    assert found.matrix()["units"].sum() == found.moved_units
    assert found.matrix()["disruption"].sum() == pytest.approx(found.disruption)
    assert table["disruption"].sum() == pytest.approx(found.disruption)
