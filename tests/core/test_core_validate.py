"""Every code of the validation, each on a map made to have it."""

import numpy as np
import pytest
import shapely

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.alignment import Alignment
from territory_manager.core.targets import Targets
from territory_manager.core.units import Units
from territory_manager.core.validate import CODES, enclave_of, validate


def drawn(picture, values=None, *, territories=None, shapes=None, tolerance=10.0):
    """An alignment from a drawing: letters are territories, a dot is unassigned."""
    rows = picture.split()
    if shapes is None:
        shapes = [
            shapely.box(x * 1000, -y * 1000, (x + 1) * 1000, (1 - y) * 1000)
            for y, row in enumerate(rows)
            for x in range(len(row))
        ]
    letters = "".join(rows)
    names = territories or sorted(set(letters) - {"."})
    units = Units.from_shapely(
        shapes,
        names=[f"u{number}" for number in range(len(letters))],
        measures=None if values is None else np.array(values, dtype=float)[:, None],
        measure_names=() if values is None else ("sales",),
    )
    labels = np.array([names.index(letter) if letter != "." else -1 for letter in letters], dtype=np.int32)
    alignment = Alignment(units, Adjacency.of(units), labels, names)
    return alignment, Targets.equal(len(names), tolerance, names=names)


def codes(found):
    return sorted(finding.code for finding in found)


def test_a_good_plan_has_no_findings():
    assert validate(*drawn("AABB AABB")) == []


def test_unassigned_units_are_named():
    found = validate(*drawn("AABB AAB."))
    assert codes(found) == ["enclave", "unassigned"]
    assert found[0].unit_name == "u7"


def test_pieces_and_enclaves():
    alignment, targets = drawn("AAABBB AAABAB AAABBB")
    found = {finding.code: finding for finding in validate(alignment, targets)}
    assert set(found) == {"not_contiguous", "enclave"}
    assert "2 pieces" in found["not_contiguous"].detail
    assert found["enclave"].unit_name == "u10"
    assert "inside B" in found["enclave"].detail
    members, host = enclave_of(alignment, 10)
    assert members.tolist() == [10]
    assert alignment.territories[host] == "B"


def test_a_piece_between_two_territories_is_no_enclave():
    found = validate(*drawn("AACC AABA BBBB", tolerance=1000))
    assert "not_contiguous" in codes(found)
    assert "enclave" not in codes(found)


def test_contiguity_can_be_left_out():
    assert codes(validate(*drawn("ABAB", tolerance=1000), contiguous=False)) == []


def test_out_of_tolerance_names_the_worst_measure():
    alignment, _targets = drawn("AB", [1, 9])
    targets = Targets.equal(2, 0.05, names=["A", "B"], each_measure=True)
    found = [finding for finding in validate(alignment, targets) if finding.code == "out_of_tolerance"]
    assert [finding.territory for finding in found] == ["A", "B"]
    assert "80.0 % below its target in sales" in found[0].detail


def test_empty_and_unknown_territories():
    found = validate(*drawn("AABB", territories=["A", "B", "C"], tolerance=1000), known=["A", "C"])
    assert codes(found) == ["empty_territory", "unknown_territory"]
    assert {finding.territory for finding in found} == {"B", "C"}


def test_values_that_are_missing_negative_or_nothing():
    assert "missing_value" in codes(validate(*drawn("AABB", [1, np.nan, 1, 1])))
    assert "negative_value" in codes(validate(*drawn("AABB", [1, -1, 1, 1])))
    assert "zero_total" in codes(validate(*drawn("AABB", [0, 0, 0, 0])))


def test_ids_of_the_users_own():
    alignment, targets = drawn("AABB")
    found = validate(alignment, targets, keys=["a", "a", " ", "d"])
    assert codes(found) == ["duplicate_id", "duplicate_id"]
    assert "u0" in found[0].detail


def test_shapes_overlapping_invalid_empty_and_islands():
    bowtie = shapely.Polygon([(0, 0), (1000, 1000), (1000, 0), (0, 1000)])
    shapes = [
        shapely.box(0, 0, 1000, 1000),
        shapely.box(500, 0, 1500, 1000),
        bowtie,
        None,
        shapely.box(90_000, 0, 91_000, 1000),
    ]
    found = codes(validate(*drawn("AAAAA", shapes=shapes, tolerance=1000)))
    assert {"overlap", "invalid_geometry", "empty_geometry", "island"} <= set(found)


def test_too_far_from_the_centre_or_from_home():
    alignment, targets = drawn("AAAAB", [10, 0, 0, 1, 5], tolerance=1000)
    assert [f.unit_name for f in validate(alignment, targets, max_distance=1500) if f.code == "too_far"] == [
        "u2", "u3",
    ]
    homes = np.array([[3500.0, 500.0], [np.nan, np.nan]])
    found = validate(alignment, targets, homes=homes, max_distance=2500)
    assert [finding.unit_name for finding in found if finding.code == "too_far"] == ["u0"]


@pytest.mark.parametrize("overlaps", [True, False])
def test_every_code_is_known_and_errors_come_first(overlaps):
    found = validate(*drawn("A.B. .A.A", [1, -1, np.nan, 2, 3, 4, 5, 6]), overlaps=overlaps)
    assert all(finding.code in CODES for finding in found)
    severities = [finding.severity for finding in found]
    assert severities == sorted(severities, key=lambda severity: severity != "error")
