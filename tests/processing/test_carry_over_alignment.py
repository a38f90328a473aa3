"""Last year's territories on this year's units: split, merged, renumbered, and new land."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

X, Y = 4_000_000.0, 3_000_000.0


@pytest.fixture
def old(grid):
    """Six squares of 1 km in a row: A A B B, nobody's, C."""
    return grid(6, 1, fields=[("t", "string")], values={"t": ["A", "A", "B", "B", None, "C"]})


def strips(*spans, crs="EPSG:3035"):
    layer = QgsVectorLayer("Polygon?crs=EPSG:3035&field=name:string", "New", "memory")
    for west, east in spans:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([f"{west}-{east}"])
        wkt = (
            f"Polygon(({X + west} {Y},{X + east} {Y},{X + east} {Y + 1000},{X + west} {Y + 1000},"
            f"{X + west} {Y}))"
        )
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    if crs == "EPSG:3035":
        return layer
    import processing

    return processing.run(
        "native:reprojectlayer", {"INPUT": layer, "TARGET_CRS": crs, "OUTPUT": "memory:New"}
    )["OUTPUT"]


def places(*rows):
    layer = QgsVectorLayer("Point?crs=EPSG:3035&field=sales:double", "Accounts", "memory")
    for x, sales in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([sales])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(X + x, Y + 500)))
        layer.dataProvider().addFeature(feature)
    return layer


SPANS = ((0, 500), (500, 2000), (1000, 2500), (3000, 5000), (4000, 5000), (5900, 7000), (8000, 9000))


@pytest.mark.parametrize("crs", ["EPSG:3035", "EPSG:4326"])
def test_each_unit_gets_what_most_of_it_had(run, old, crs):
    outcome = run(
        "carryoveralignment",
        INPUT=strips(*SPANS, crs=crs),
        OLD_UNITS=old,
        OLD_TERRITORY_FIELD="t",
        UNCERTAIN="memory:",
    )
    rows = outcome.rows()
    assert [row["territory"] for row in rows][:3] == ["A", "A", "A"]
    assert [row["territory"] for row in rows][4:] == [None, "C", None]
    assert rows[2]["share_pct"] == pytest.approx(66.7, abs=0.1)
    assert (rows[2]["also_in"], rows[2]["also_pct"]) == ("B", pytest.approx(33.3, abs=0.1))
    assert rows[3]["share_pct"] == pytest.approx(50, abs=0.1)
    # nobody's unit is certainly nobody's; where there was no unit, nothing is known
    assert [row["evidence"] for row in rows] == ["area"] * 6 + [None]
    assert [row["name"] for row in outcome.rows("UNCERTAIN")] == ["1000-2500", "3000-5000", "8000-9000"]
    assert outcome["UNCERTAIN_UNITS"] == 3
    assert outcome["ASSIGNED"] + outcome["UNASSIGNED"] == 7
    assert "uncertain: 3. 3000-5000" in outcome.said
    assert "8000-9000 (no old unit there)" in outcome.said


def test_accounts_say_which_part_counts(run, old):
    accounts = places((1500, 1.0), (2200, 5.0), (2300, None), (9999, 3.0))
    given = {
        "INPUT": strips((1000, 2500), (0, 900)),
        "OLD_UNITS": old,
        "OLD_TERRITORY_FIELD": "t",
        "ACCOUNTS": accounts,
    }
    by_number = run("carryoveralignment", **given).rows()
    assert [(row["territory"], row["evidence"]) for row in by_number] == [("B", "accounts"), ("A", "area")]
    assert by_number[0]["share_pct"] == pytest.approx(200 / 3)
    by_sales = run("carryoveralignment", WEIGHT_FIELD="sales", **given).rows()
    assert by_sales[0]["share_pct"] == pytest.approx(500 / 6)
    negative = run("carryoveralignment", WEIGHT_FIELD="sales", **{**given, "ACCOUNTS": places((1500, -1.0))})
    assert "negative" in negative.error


def test_what_cannot_be_is_said(run, old, grid):
    new = strips((0, 900))
    outcome = run("carryoveralignment", INPUT=new, OLD_UNITS=old, OLD_TERRITORY_FIELD="t", WEIGHT_FIELD="x")
    assert "The weight is a field of the accounts" in outcome.error
    outcome = run("carryoveralignment", INPUT=new, OLD_UNITS=grid(0, 0), OLD_TERRITORY_FIELD="name")
    assert "has no features" in outcome.error
    outcome = run("carryoveralignment", INPUT=new, OLD_UNITS=old, OLD_TERRITORY_FIELD="gone")
    assert "has no field “gone”" in outcome.error


def test_counties_onto_themselves(run, sample_path):
    counties = f"{sample_path}|layername=units"
    outcome = run(
        "carryoveralignment",
        INPUT=counties,
        OLD_UNITS=counties,
        OLD_TERRITORY_FIELD="current_terr",
        ACCOUNTS=f"{sample_path}|layername=accounts",
    )
    assert all(row["territory"] == row["current_terr"] for row in outcome.rows())
    assert outcome["UNCERTAIN_UNITS"] == 0


def test_communes_of_another_map_of_france(run, data_dir):
    """The communes of Occitanie as drawn in one map, with the departments of another."""
    outcome = run(
        "carryoveralignment",
        INPUT=str(data_dir / "occitanie_2154.gpkg"),
        OLD_UNITS=str(data_dir / "france_communes.gpkg"),
        OLD_TERRITORY_FIELD="dept",
        CERTAIN=80,
    )
    rows = outcome.rows()
    assert len(rows) == 4485
    wrong = [row for row in rows if row["territory"] != row["dept"]]
    assert len(wrong) <= outcome["UNCERTAIN_UNITS"] + 45
    assert len(wrong) < 0.01 * len(rows)
