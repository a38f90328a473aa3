"""Findings name the unit and say what to do."""

from __future__ import annotations

import numpy as np
import pytest
from shapely import Polygon, box

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.checks import check_units
from territory_manager.core.units import Units


def found(shapes, check=None, **attributes):
    units = Units.from_shapely(shapes, **attributes)
    return check_units(units, Adjacency.of(units), **(check or {}))


def squares(count):
    return [box(100 * x, 0, 100 * x + 100, 100) for x in range(count)]


def test_accounts_are_called_so_and_it_is_said_what_missing_numbers_mean():
    from territory_manager.core.checks import ACCOUNTS, ESTIMATED, LEFT_OUT, TOLD

    measures = [[np.nan, np.nan, np.nan, np.nan, -3.0], [0.0, 0, 0, 1, 0]]
    problems = found(
        [None, box(0, 0, 1, 1)],
        check={
            "things": ACCOUNTS,
            "balanced": False,
            "missing": {"sales": LEFT_OUT, "minutes": ESTIMATED, "calls": TOLD},
        },
        measures=measures,
        measure_names=["sales", "minutes", "calls", "pop", "net"],
        ids=[7, 7],
        names=["Foix", "Pau"],
    )
    words = [one.detail for one in problems]
    assert "Foix has no value in sales. It is left out until you enter one." in words
    assert "Foix has no value in minutes. The usual number stands in until you enter one." in words
    assert not any("no value in calls" in one for one in words)
    assert "Foix has no value in pop. It counts as 0 until you enter one." in words
    assert any("Foix has -3 in net. A negative number makes no sense there" in one for one in words)
    assert "sales sums to 0 over all 2 accounts." in words
    assert "2 accounts have the id 7; the first is Foix. Give each its own id." in words
    assert "Foix has no geometry. It is not on the map; place it or delete the feature." in words


def test_nothing_wrong():
    assert found(squares(3), measures=[1, 0, 2], measure_names=["pop"]) == []


@pytest.mark.parametrize(
    ("shapes", "attributes", "code", "severity", "unit", "words"),
    [
        (squares(2), {"ids": [5, 5]}, "duplicate_id", "error", "Foix", "2 units have the id 5"),
        (
            squares(2),
            {"measures": [np.nan, 1]},
            "missing_value",
            "warning",
            "Foix",
            "Foix has no value in pop",
        ),
        (
            squares(2),
            {"measures": [np.inf, 1]},
            "missing_value",
            "warning",
            "Foix",
            "Foix has no value in pop",
        ),
        (squares(2), {"measures": [-3, 5]}, "negative_value", "error", "Foix", "Foix has -3 in pop"),
        (squares(2), {"measures": [0, 0]}, "zero_total", "error", None, "pop sums to 0 over all 2 units"),
        ([None, box(0, 0, 1, 1)], {}, "empty_geometry", "warning", "Foix", "Foix has no geometry"),
        ([Polygon(), box(0, 0, 1, 1)], {}, "empty_geometry", "warning", "Foix", "Foix has an empty geometry"),
        (
            [Polygon([(0, 0), (2, 2), (2, 0), (0, 2)]), box(2, 0, 3, 2)],
            {},
            "invalid_geometry",
            "warning",
            "Foix",
            "The shape of Foix is invalid",
        ),
        (
            [box(0, 0, 3000, 2000), box(2000, 0, 4000, 2000)],
            {},
            "overlap",
            "warning",
            "Foix",
            "Foix and Ussel overlap by 2 km²",
        ),
    ],
)
def test_each_problem(shapes, attributes, code, severity, unit, words):
    if "measures" in attributes:
        attributes = {**attributes, "measure_names": ["pop"]}
    findings = found(shapes, names=["Foix", "Ussel"], **attributes)
    assert [(one.code, one.severity, one.unit_name) for one in findings] == [(code, severity, unit)]
    assert words in findings[0].detail
    if "measures" in attributes:
        assert findings[0].field == "pop"


def test_islands_say_what_joins_them():
    findings = found([*squares(3), box(500, 0, 600, 100), box(600, 0, 700, 100)], names=list("ABCDE"))
    assert [one.detail for one in findings] == [
        "The 2 units around D touch no others. A bridge joins D to C; choose another bridge if another "
        "neighbour suits better."
    ]


def test_island_without_a_bridge():
    units = Units.from_shapely([*squares(2), box(500, 0, 600, 100)], names=list("ABC"))
    (finding,) = check_units(units, Adjacency.from_polygons(units.geometry))
    assert "Add a bridge" in finding.detail
    assert finding.unit_id == 2


def test_errors_come_first():
    findings = found(
        squares(2), names=["A", "B"], measures=[[np.nan, 1], [-1, 1]], measure_names=["pop", "x"]
    )
    assert findings[0].severity == "error"
