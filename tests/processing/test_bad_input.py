"""Input as it comes: every case runs or says in plain words what is wrong, where, and what to do."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

SALES = [("sales", "double")]
TEN = {"sales": [10.0] * 16}


def areas(outcome):
    return [row["area_km2"] for row in outcome.rows("STATISTICS")]


def build(run, layer, **parameters):
    parameters.setdefault("NUMBER", 4)
    parameters.setdefault("MEASURES", ["sales"])
    return run("buildterritories", INPUT=layer, STATISTICS="memory:", **parameters)


def geometry_of(layer, number, geometry):
    fid = [feature.id() for feature in layer.getFeatures()][number]
    layer.dataProvider().changeGeometryValues({fid: geometry})
    return fid


def value_of(layer, number, field, value):
    fid = [feature.id() for feature in layer.getFeatures()][number]
    layer.dataProvider().changeAttributeValues({fid: {layer.fields().lookupField(field): value}})
    return fid


def test_without_a_crs_coordinates_are_metres_and_that_is_said(run, grid):
    outcome = build(run, grid(4, 4, crs="", fields=SALES, values=TEN))
    assert "has no CRS" in outcome.said
    assert outcome["FEASIBLE"]
    assert areas(outcome) == pytest.approx([4.0] * 4)


def test_degrees_without_a_crs_are_suspected(run, grid):
    layer = grid(4, 4, crs="", side=0.1, origin=(2.0, 45.0), fields=SALES, values=TEN)
    assert "look like degrees" in build(run, layer).said


def test_degrees_are_measured_in_metres(run, grid):
    layer = grid(4, 4, crs="EPSG:4326", side=0.1, origin=(2.0, 45.0), fields=SALES, values=TEN)
    outcome = build(run, layer)
    # 0.1° × 0.1° near 45° N is 11.1 km × 7.86 km
    assert sum(areas(outcome)) == pytest.approx(16 * 11.11 * 7.86, rel=0.01)
    assert outcome["OUTPUT"].crs().authid() == "EPSG:4326"


def test_feet_are_measured_in_metres(run, grid):
    layer = grid(
        4, 4, crs="EPSG:2249", side=5280.0, origin=(700_000.0, 2_900_000.0), fields=SALES, values=TEN
    )
    assert areas(build(run, layer)) == pytest.approx([4 * 1.609344**2] * 4, rel=1e-3)


def test_an_empty_layer_is_named(run, grid):
    outcome = build(run, grid(0, 0, fields=SALES))
    assert "Layer “Units” has no features" in outcome.error


def test_a_measure_of_nulls_is_named(run, grid):
    outcome = build(run, grid(4, 4, fields=SALES))
    assert "sales" in outcome.error
    assert "in none of the 16 units" in outcome.error
    assert len(outcome.warnings) <= 2


def test_a_missing_value_is_reported_with_its_feature(run, grid):
    layer = grid(4, 4, fields=SALES, values=TEN)
    fid = value_of(layer, 5, "sales", None)
    outcome = build(run, layer)
    assert any(
        "Unit 6" in text and f"feature {fid}" in text and "no value" in text for text in outcome.warnings
    )


def test_text_numbers_are_read_where_they_are_clear(run, grid):
    texts = ["1 000", "2,000.50", "3000"] + ["1000"] * 13
    outcome = run(
        "territorystatistics",
        INPUT=grid(
            4, 4, fields=[("sales", "string"), ("t", "string")], values={"sales": texts, "t": ["A"] * 16}
        ),
        TERRITORY_FIELD="t",
        MEASURES=["sales"],
    )
    assert outcome.rows()[0]["sales"] == pytest.approx(19000.5)
    assert not outcome.warnings


def test_text_that_is_no_number_is_reported_and_not_guessed(run, grid):
    texts = ["n/a", "1.234", *["1000"] * 14]
    outcome = run(
        "territorystatistics",
        INPUT=grid(
            4, 4, fields=[("sales", "string"), ("t", "string")], values={"sales": texts, "t": ["A"] * 16}
        ),
        TERRITORY_FIELD="t",
        MEASURES=["sales"],
    )
    assert "“n/a” cannot be read as a number" in outcome.said
    assert "“1.234” cannot be read as a number" in outcome.said
    assert outcome.rows()[0]["sales"] == pytest.approx(14000)


def test_negative_values_stop_a_build_with_name_and_number(run, grid):
    layer = grid(4, 4, fields=SALES, values=TEN)
    fid = value_of(layer, 2, "sales", -7.5)
    outcome = build(run, layer)
    assert "Unit 3 has -7.5 in sales" in outcome.error
    assert f"feature {fid}" in outcome.error


def test_negative_values_are_reported_by_the_statistics(run, grid):
    layer = grid(4, 4, fields=[*SALES, ("t", "string")], values={**TEN, "t": ["A", "B"] * 8})
    value_of(layer, 2, "sales", -7.5)
    outcome = run("territorystatistics", INPUT=layer, TERRITORY_FIELD="t", MEASURES=["sales"])
    assert not outcome.error
    assert "Unit 3 has -7.5 in sales" in outcome.said


def test_duplicate_ids_are_named_with_both_features(run, grid, qgis_app):
    layer = grid(
        4, 4, fields=[*SALES, ("code", "string")], values={**TEN, "code": ["a", "b", "a", *"defghijklmnop"]}
    )
    bridges = QgsVectorLayer("NoGeometry?field=from:string&field=to:string", "Ferries", "memory")
    outcome = build(run, layer, ID_FIELD="code", BRIDGES=bridges)
    assert "Unit 1 (feature 1) and Unit 3 (feature 3) have the same id “a”" in outcome.error


def test_null_and_empty_geometries_stay_unassigned_and_are_reported(run, grid):
    layer = grid(4, 4, fields=SALES, values=TEN)
    geometry_of(layer, 15, QgsGeometry())
    geometry_of(layer, 12, QgsGeometry.fromWkt("POLYGON EMPTY"))
    outcome = build(run, layer, NUMBER=2, TOLERANCE=20)
    assert outcome["UNASSIGNED"] == 2
    assert "Unit 16" in outcome.said
    assert "Unit 13" in outcome.said
    assert [row["territory"] for row in outcome.rows() if row["name"] in ("Unit 13", "Unit 16")] == [
        None,
        None,
    ]
    assert len(outcome.rows()) == 16
    assert not outcome["FEASIBLE"]
    assert "2 units have no usable geometry and so no territory" in outcome["MESSAGE"]
    words = f"Counted with them the largest deviation is {outcome['MAX_DEVIATION']:.2f} %"
    assert words in outcome["MESSAGE"]


def test_a_layer_without_any_usable_geometry_is_named(run, grid):
    layer = grid(2, 1, fields=SALES, values=TEN)
    for number in range(2):
        geometry_of(layer, number, QgsGeometry())
    assert "None of the 2 units of layer “Units” has a usable geometry" in build(run, layer, NUMBER=2).error


def test_an_invalid_geometry_takes_part_and_is_reported(run, grid):
    layer = grid(4, 4, fields=SALES, values=TEN)
    x, y = 4_000_000.0, 3_000_000.0
    bow = f"POLYGON(({x} {y}, {x + 1000} {y + 1000}, {x + 1000} {y}, {x} {y + 1000}, {x} {y}))"
    geometry_of(layer, 0, QgsGeometry.fromWkt(bow))
    outcome = build(run, layer)
    assert outcome["UNASSIGNED"] == 0
    assert any("Unit 1" in text and "invalid" in text for text in outcome.warnings)


def test_multipart_units_stay_whole(run, grid):
    layer = grid(4, 4, fields=SALES, values=TEN)
    both = [feature.geometry() for feature in layer.getFeatures()]
    corners = QgsGeometry.collectGeometry([both[0], both[15]])
    layer = _as_multipolygon(layer, corners)
    outcome = build(run, layer, NUMBER=3, TOLERANCE=25)
    assert not outcome.error
    assert len(outcome.rows()) == 15


def _as_multipolygon(layer, first):
    multi = QgsVectorLayer(
        f"MultiPolygon?crs={layer.crs().authid()}&field=name:string&field=sales:double", "Units", "memory"
    )
    for number, feature in enumerate(layer.getFeatures()):
        if number == 15:
            continue
        copied = QgsFeature(multi.fields())
        copied.setAttributes(feature.attributes())
        shape = first if number == 0 else feature.geometry()
        shape.convertToMultiType()
        copied.setGeometry(shape)
        multi.dataProvider().addFeature(copied)
    return multi


def test_islands_get_bridges_that_are_reported(run, grid):
    layer = grid(4, 4, fields=SALES, values=TEN)
    far = QgsRectangle(4_000_000 + 9000, 3_000_000, 4_000_000 + 10000, 3_001_000)
    geometry_of(layer, 3, QgsGeometry.fromRect(far))
    outcome = build(run, layer)
    assert "Bridges that join them (1)" in outcome.said
    assert "Unit 4" in outcome.said
    assert outcome["PIECES"] == 0


def test_more_territories_than_units_is_said_before_and_after(run, grid):
    outcome = build(run, grid(3, 1, fields=SALES, values=TEN), NUMBER=5)
    assert "5" in outcome.said
    assert outcome.error or not outcome["FEASIBLE"]


def test_one_territory_takes_everything(run, grid):
    outcome = build(run, grid(4, 4, fields=SALES, values=TEN), NUMBER=1)
    assert outcome["FEASIBLE"]
    assert outcome["MAX_DEVIATION"] == pytest.approx(0)
    assert {row["territory"] for row in outcome.rows()} == {"T01"}


def test_a_measure_that_sums_to_zero_is_named(run, grid):
    outcome = build(run, grid(4, 4, fields=SALES, values={"sales": [0.0] * 16}))
    assert "sales sums to 0" in outcome.error


def test_a_unit_too_heavy_is_said_before_solving_with_name_and_numbers(run, grid):
    layer = grid(4, 4, fields=SALES, values={"sales": [100.0] + [10.0] * 15})
    outcome = build(run, layer)
    before = outcome.infos.index("Building 4 territories")
    assert any("Unit 1 has 40 %" in text for text in outcome.warnings)
    assert before > 0
    assert not outcome["FEASIBLE"]
    assert "Unit 1" in outcome["MESSAGE"]


def test_names_of_every_script(run, grid):
    names = ["Besançon-Ñuñoa", "東京", "Île-d'Aix", "Ærø"] * 4
    layer = grid(4, 4, fields=[*SALES, ("gebiet", "string")], values={**TEN, "gebiet": names})
    outcome = run("territorystatistics", INPUT=layer, TERRITORY_FIELD="gebiet", MEASURES=["sales"])
    assert {row["territory"] for row in outcome.rows()} == set(names)


def test_a_territory_field_of_numbers_is_read(run, grid):
    layer = grid(4, 4, fields=[*SALES, ("zone", "integer")], values={**TEN, "zone": [2, 10, 1, None] * 4})
    outcome = run("territorystatistics", INPUT=layer, TERRITORY_FIELD="zone", MEASURES=["sales"])
    assert [row["territory"] for row in outcome.rows()] == ["1", "2", "10", None]
    assert outcome["UNASSIGNED"] == 4


def test_a_new_territory_field_replaces_one_of_numbers(run, grid):
    layer = grid(4, 4, fields=[*SALES, ("Territory", "integer")], values={**TEN, "Territory": [1] * 16})
    outcome = build(run, layer)
    assert "is there already" in outcome.said
    assert {row["Territory"] for row in outcome.rows()} == {"T01", "T02", "T03", "T04"}
    assert outcome["OUTPUT"].fields().names() == ["name", "sales", "Territory"]


def test_a_layer_that_is_being_edited_is_read_with_its_edits(run, grid):
    layer = grid(4, 4, fields=[*SALES, ("t", "string")], values={**TEN, "t": ["A"] * 16})
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("t"), "B")
    outcome = run("territorystatistics", INPUT=layer, TERRITORY_FIELD="t", MEASURES=["sales"])
    assert {row["territory"]: row["units"] for row in outcome.rows()} == {"A": 15, "B": 1}
    assert layer.isEditable()
    layer.rollBack()


def test_a_read_only_layer_is_read(run, grid):
    layer = grid(4, 4, fields=SALES, values=TEN)
    layer.setReadOnly(True)
    assert build(run, layer)["FEASIBLE"]


def test_lines_are_refused_with_the_reason(run, qgis_app):
    layer = QgsVectorLayer("LineString?crs=EPSG:3035&field=sales:double", "Roads", "memory")
    assert build(run, layer).error


def test_a_field_that_is_not_there_is_named_with_those_that_are(run, grid):
    layer = grid(4, 4, fields=SALES, values=TEN)
    outcome = build(run, layer, MEASURES=["profit"])
    assert "“profit”" in outcome.error
    assert "sales" in outcome.error


def test_coordinates_that_do_not_fit_the_crs_are_reported(run, grid):
    layer = grid(4, 4, fields=SALES, values=TEN)
    layer.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    outcome = build(run, layer)
    assert "do not fit its CRS" in outcome.error


def test_one_unit_out_of_place_does_not_stop_the_others(run, grid):
    layer = grid(4, 4, crs="EPSG:4326", side=0.1, origin=(2.0, 45.0), fields=SALES, values=TEN)
    metres = "POLYGON((4000000 3000000, 4000001 3000000, 4000000 3000001, 4000000 3000000))"
    geometry_of(layer, 0, QgsGeometry.fromWkt(metres))
    layer.updateExtents()
    outcome = build(run, layer, NUMBER=3)
    assert outcome.results, outcome.error
    assert outcome["UNASSIGNED"] == 1
    assert "do not fit the layer's CRS" in outcome.said


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"WEIGHTS": "2, 1"}, "1 measures but 2 weights"),
        ({"WEIGHTS": "two"}, "not numbers"),
        ({"WEIGHTS": "0"}, "not all of them 0"),
        ({"NUMBER": None}, "number of territories"),
        ({"METHOD": 1}, "territories or reps"),
        ({"METHOD": 2}, "need a maximum"),
        ({"METHOD": 3}, "need a minimum"),
        ({"LIMITS": ["profit", "1", "2"]}, "not balanced"),
        ({"LIMITS": ["sales", "5", "2"]}, "above its maximum"),
        ({"LIMITS": ["sales", "many", ""]}, "not a number"),
        ({"LOCKED_FIELD": "sales"}, "current territory field"),
        ({"FIELD_NAME": " "}, "Name the new territory field"),
    ],
)
def test_parameters_that_contradict_are_refused_in_words(run, grid, parameters, words):
    outcome = build(run, grid(4, 4, fields=SALES, values=TEN), **parameters)
    assert words in outcome.error


def test_flags_that_are_neither_yes_nor_no_are_named(run, grid):
    layer = grid(
        4,
        4,
        fields=[*SALES, ("t", "string"), ("lock", "string")],
        values={**TEN, "t": ["A", "B"] * 8, "lock": ["perhaps"] + [None] * 15},
    )
    outcome = build(run, layer, TERRITORY_FIELD="t", LOCKED_FIELD="lock")
    assert "“perhaps” in field “lock” of Unit 1" in outcome.error


def test_a_project_layer_is_found_by_name(run, grid, project):
    layer = grid(4, 4, fields=SALES, values=TEN)
    QgsProject.instance().addMapLayer(layer)
    assert build(run, layer.id())["FEASIBLE"]
