"""Levels in Processing: rolled up, dissolved, and borders that no territory crosses."""

import pytest

pd = pytest.importorskip("pandas")
pytest.importorskip("shapely")


@pytest.fixture
def stripes(grid):
    """6 × 4 squares, one territory a column: A … F; West has the two columns of `side` in the west."""
    columns = [number % 6 for number in range(24)]
    return grid(
        6,
        4,
        fields=[("t", "string"), ("side", "string"), ("sales", "double")],
        values={
            "t": ["ABCDEF"[column] for column in columns],
            "side": ["West" if column < 2 else "East" for column in columns],
            "sales": [10.0 if column == 0 else 5.0 for column in columns],
        },
    )


@pytest.fixture
def regions(qgis_app):
    """The table of levels: A and B are West, C, D and E are East, F is missing; all of West is in the US."""
    from qgis.core import QgsFeature, QgsVectorLayer

    table = QgsVectorLayer(
        "None?field=note:integer&field=territory:string&field=region:string&field=country:string",
        "levels",
        "memory",
    )
    for row in (
        (1, "A", "West", "US"),
        (2, "B", "West", "US"),
        (3, "C", "East", "US"),
        (4, "D", "East", None),
        (5, "E", "East", None),
        (6, "Z", "East", None),
    ):
        feature = QgsFeature(table.fields())
        feature.setAttributes(list(row))
        table.dataProvider().addFeature(feature)
    return table


def by_name(rows):
    return {(row["level"], row["territory"]): row for row in rows}


def test_statistics_add_up_at_every_level(run, stripes, regions):
    outcome = run(
        "territorystatistics",
        INPUT=stripes,
        TERRITORY_FIELD="t",
        MEASURES=["sales"],
        LEVELS=regions,
        LEVEL_TOLERANCE=10.0,
    )
    assert not outcome.error
    rows = by_name(outcome.rows())
    assert [row["level_number"] for row in outcome.rows()] == [0] * 6 + [1] * 3 + [2] * 2
    west, east = rows["region", "West"], rows["region", "East"]
    assert (west["sales"], west["units"], east["sales"]) == (60.0, 8, 60.0)
    # the total is 140, two of six equal targets are 46.67 and three are 70
    assert west["sales_dev"] == pytest.approx(100 * (60 / (140 / 3) - 1))
    assert east["sales_dev"] == pytest.approx(100 * (60 / 70 - 1))
    assert west["balanced"] is False and rows["region", None]["units"] == 4
    assert rows["country", "US"]["units"] == 20
    assert west["perimeter_km"] == pytest.approx(12.0) and west["pieces"] == 1
    assert outcome["COUNT"] == 6
    assert "no territory “Z”" in outcome.said and "Not in the table: F" in outcome.said


def test_without_levels_the_table_is_as_before(run, stripes):
    outcome = run("territorystatistics", INPUT=stripes, TERRITORY_FIELD="t")
    assert "level" not in outcome["OUTPUT"].fields().names()


def test_fields_of_the_table_can_be_chosen(run, stripes, regions):
    outcome = run(
        "territorystatistics",
        INPUT=stripes,
        TERRITORY_FIELD="t",
        LEVELS=regions,
        LEVELS_TERRITORY_FIELD="territory",
        LEVEL_FIELDS=["country"],
    )
    assert {level for level, _name in by_name(outcome.rows())} == {"territory", "country"}
    assert by_name(outcome.rows())["country", "US"]["units"] == 12


def test_a_table_that_is_none_of_levels_is_refused(run, stripes):
    from qgis.core import QgsVectorLayer

    table = QgsVectorLayer("None?field=a:integer&field=b:integer", "numbers", "memory")
    outcome = run("territorystatistics", INPUT=stripes, TERRITORY_FIELD="t", LEVELS=table)
    assert "“numbers” is no table of levels" in outcome.error


def test_boundaries_dissolve_at_every_level(run, stripes, regions):
    outcome = run("dissolveterritories", INPUT=stripes, TERRITORY_FIELD="t", LEVELS=regions)
    assert not outcome.error
    features = {(f["level"], f["territory"]): f for f in outcome["OUTPUT"].getFeatures()}
    assert len(features) == 6 + 2 + 1
    assert features["region", "West"].geometry().area() == pytest.approx(8e6)
    assert features["country", "US"].geometry().area() == pytest.approx(20e6)
    assert features["territory", "A"]["color"].startswith("#")
    # regions have no colour of their own: they are outlines
    assert not features["region", "West"]["color"]


def test_a_loaded_result_shows_thicker_borders_for_higher_levels(qgis_app, stripes, regions):
    import processing
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

    from territory_manager.processing.level_tables import LevelStyle

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    outcome = processing.run(
        "territorymanager:dissolveterritories",
        {"INPUT": stripes, "TERRITORY_FIELD": "t", "LEVELS": regions, "OUTPUT": "memory:"},
        context=context,
        feedback=feedback,
    )
    shown = outcome["OUTPUT"]
    QgsProject.instance().addMapLayer(shown)
    LevelStyle({"A": "#aa0000"}, 2).postProcessLayer(shown, context, feedback)
    rules = shown.renderer().rootRule().children()
    widths = [
        rule.symbol().symbolLayer(0).strokeWidth()
        for rule in rules
        if 'level_number" = 0' not in rule.filterExpression()
    ]
    assert len(rules) == 3 and widths[1] > widths[0] > 0.5
    QgsProject.instance().clear()


def territories(layer, field):
    """Territory → values of a field of its units."""
    found = {}
    for feature in layer.getFeatures():
        found.setdefault(feature["territory"], set()).add(feature[field])
    return found


def test_no_territory_crosses_a_border(run, stripes):
    outcome = run(
        "buildterritories", INPUT=stripes, NUMBER=6, WITHIN="side", STATISTICS="memory:", TIME_LIMIT=10
    )
    assert not outcome.error
    found = territories(outcome["OUTPUT"], "side")
    assert len(found) == 6 and all(len(sides) == 1 for sides in found.values())
    # 8 and 16 units: 2 and 4 of 6 territories, all with 4
    assert sorted(row["units"] for row in outcome.rows("STATISTICS")) == [4] * 6
    assert outcome["FEASIBLE"] and outcome["MAX_DEVIATION"] == pytest.approx(0, abs=1e-6)
    assert outcome["PIECES"] == 0 and "within each of the 2 areas" in outcome["MESSAGE"]


def test_targets_are_parts_of_the_own_area(run, stripes):
    # sales of 60 in the west and 80 in the east, five territories: two of 30, three of 26.67
    outcome = run(
        "buildterritories",
        INPUT=stripes,
        MEASURES=["sales"],
        NUMBER=5,
        WITHIN="side",
        TOLERANCE=15,
        STATISTICS="memory:",
        TIME_LIMIT=10,
    )
    assert outcome["FEASIBLE"], outcome["MESSAGE"]
    rows = outcome.rows("STATISTICS")
    assert len(rows) == 5 and max(abs(row["sales_dev"]) for row in rows) <= 15
    assert outcome["MAX_DEVIATION"] == pytest.approx(max(abs(row["sales_dev"]) for row in rows))


def test_units_without_a_value_belong_to_the_area_around_them(run, stripes):
    stripes.startEditing()
    fid = next(f.id() for f in stripes.getFeatures() if f["name"] == "Unit 1")
    stripes.changeAttributeValue(fid, stripes.fields().lookupField("side"), None)
    outcome = run("buildterritories", INPUT=stripes, NUMBER=6, WITHIN="side", TIME_LIMIT=10)
    assert outcome["UNASSIGNED"] == 0
    assert "Units without a value in “side”: 1, Unit 1 first" in outcome.said
    stripes.rollBack()


def test_fewer_territories_than_areas_are_refused_in_words(run, stripes):
    outcome = run("buildterritories", INPUT=stripes, NUMBER=1, WITHIN="side")
    assert "1 territories are wanted, but there are 2 areas" in outcome.error


def test_fewest_within_limits_in_every_area(run, stripes):
    outcome = run(
        "buildterritories",
        INPUT=stripes,
        MEASURES=["sales"],
        METHOD=2,
        LIMITS=["sales", "", "31"],
        WITHIN="side",
        TOLERANCE=20,
        STATISTICS="memory:",
        TIME_LIMIT=10,
    )
    assert not outcome.error
    assert outcome["COUNT"] == 5 and "East: 3, West: 2" in outcome["MESSAGE"]
    assert all(row["sales"] <= 31 for row in outcome.rows("STATISTICS"))
    assert all(len(sides) == 1 for sides in territories(outcome["OUTPUT"], "side").values())


def test_reps_get_territories_where_they_live(run, stripes):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    reps = QgsVectorLayer("Point?crs=EPSG:3035&field=rep:string", "reps", "memory")
    for name, x in (("Ada", 500), ("Ben", 3500), ("Cara", 5500)):
        feature = QgsFeature(reps.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(4_000_000 + x, 3_001_500)))
        reps.dataProvider().addFeature(feature)
    outcome = run(
        "buildterritories",
        INPUT=stripes,
        METHOD=1,
        TERRITORIES=reps,
        WITHIN="side",
        TOLERANCE=10,
        TIME_LIMIT=10,
    )
    assert not outcome.error
    assert territories(outcome["OUTPUT"], "side") == {"Ada": {"West"}, "Ben": {"East"}, "Cara": {"East"}}
    reps.dataProvider().deleteFeatures([1])
    outcome = run("buildterritories", INPUT=stripes, METHOD=1, TERRITORIES=reps, WITHIN="side")
    assert "There is no territory for West" in outcome.error


def test_locked_units_keep_their_territory_inside(run, grid):
    layer = grid(
        6,
        2,
        fields=[("t", "string"), ("side", "string"), ("held", "boolean")],
        values={
            "t": ["X" if number == 11 else None for number in range(12)],
            "side": ["West" if number % 6 < 2 else "East" for number in range(12)],
            "held": [number == 11 for number in range(12)],
        },
    )
    outcome = run(
        "buildterritories",
        INPUT=layer,
        NUMBER=3,
        WITHIN="side",
        TERRITORY_FIELD="t",
        LOCKED_FIELD="held",
        TIME_LIMIT=10,
    )
    assert not outcome.error
    found = territories(outcome["OUTPUT"], "side")
    assert found["X"] == {"East"} and len(found) == 3
    assert next(f["territory"] for f in outcome["OUTPUT"].getFeatures() if f["name"] == "Unit 12") == "X"


def test_counties_are_built_inside_their_states(run, sample_path):
    from qgis.core import QgsVectorLayer

    counties = QgsVectorLayer(f"{sample_path}|layername=units", "counties", "ogr")
    outcome = run(
        "buildterritories",
        INPUT=counties,
        MEASURES=["pop_2019"],
        NUMBER=8,
        WITHIN="state",
        STATISTICS="memory:",
        TIME_LIMIT=30,
    )
    assert outcome["FEASIBLE"], outcome["MESSAGE"]
    found = territories(outcome["OUTPUT"], "state")
    assert len(found) == 8 and all(len(states) == 1 for states in found.values())
    assert outcome["MAX_DEVIATION"] <= 5.0 and outcome["PIECES"] == 0
