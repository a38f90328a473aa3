"""Algorithms on maps small enough to know the answer."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

FIELDS = [("sales", "double"), ("t", "string")]


def table(name, fields, rows, kind="NoGeometry"):
    layer = QgsVectorLayer(f"{kind}?" + "&".join(f"field={n}:{t}" for n, t in fields), name, "memory")
    for row in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(row))
        layer.dataProvider().addFeature(feature)
    return layer


@pytest.fixture
def two_by_four(grid):
    """Two rows of four: A A B B, twice."""
    return grid(
        4, 2, fields=FIELDS, values={"sales": [1, 2, 3, 4, 5, 6, 7, 8], "t": ["A", "A", "B", "B"] * 2}
    )


def test_statistics_by_hand(run, two_by_four):
    outcome = run("territorystatistics", INPUT=two_by_four, TERRITORY_FIELD="t", MEASURES=["sales"])
    a, b = outcome.rows()
    assert (a["territory"], a["units"], a["sales"]) == ("A", 4, 14.0)
    assert a["sales_pct"] == pytest.approx(100 * 14 / 36)
    assert a["sales_dev"] == pytest.approx(100 * (14 - 18) / 18)
    assert a["balanced"] is False
    assert (a["area_km2"], a["perimeter_km"], a["pieces"]) == (pytest.approx(4), pytest.approx(8), 1)
    assert b["sales"] == 22.0
    assert outcome["MAX_DEVIATION"] == pytest.approx(100 * 4 / 18)
    assert outcome["BALANCE_INDEX"] == pytest.approx(100 - 100 * 4 / 18)


def test_capacities_set_the_targets(run, two_by_four):
    reps = table("Reps", [("name", "string"), ("capacity", "double")], [("A", 14), ("B", 22), ("C", 36)])
    outcome = run(
        "territorystatistics",
        INPUT=two_by_four,
        TERRITORY_FIELD="t",
        MEASURES=["sales"],
        TERRITORIES=reps,
        TERRITORY_NAME_FIELD="name",
        CAPACITY_FIELD="capacity",
    )
    assert [row["sales_dev"] for row in outcome.rows()] == [pytest.approx(100), pytest.approx(100), -100]
    assert outcome["COUNT"] == 3


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("A", 1), ("A", 2)], "“A” occurs more than once"),
        ([("A", 1), (None, 2)], "Row 2 of “Reps” has no name"),
        ([("A", 1), ("B", 0)], "The capacity of “B”"),
        ([("A", 1), ("B", None)], "is missing"),
        ([], "has no rows"),
    ],
)
def test_a_bad_table_of_territories_is_refused_in_words(run, two_by_four, rows, words):
    reps = table("Reps", [("name", "string"), ("capacity", "double")], rows)
    outcome = run(
        "territorystatistics",
        INPUT=two_by_four,
        TERRITORY_FIELD="t",
        MEASURES=["sales"],
        TERRITORIES=reps,
        TERRITORY_NAME_FIELD="name",
        CAPACITY_FIELD="capacity",
    )
    assert words in outcome.error


def test_a_territory_beside_the_table_is_reported(run, two_by_four):
    reps = table("Reps", [("name", "string")], [("A",)])
    outcome = run("territorystatistics", INPUT=two_by_four, TERRITORY_FIELD="t", TERRITORIES=reps)
    assert "no target: B" in outcome.said
    assert outcome["MAX_DEVIATION"] is None


def test_boundaries_put_units_together(run, two_by_four):
    outcome = run("dissolveterritories", INPUT=two_by_four, TERRITORY_FIELD="t", MEASURES=["sales"])
    shapes = [feature.geometry() for feature in outcome["OUTPUT"].getFeatures()]
    assert [shape.area() for shape in shapes] == [pytest.approx(4e6)] * 2
    assert [shape.length() for shape in shapes] == [pytest.approx(8000)] * 2
    assert {row["color"] for row in outcome.rows()} != {None}


def test_points_have_boundaries_that_do_not_overlap(run, grid):
    layer = grid(4, 4, points=True, fields=[("t", "string")], values={"t": ["A", "A", "B", "B"] * 4})
    outcome = run("dissolveterritories", INPUT=layer, TERRITORY_FIELD="t")
    a, b = (feature.geometry() for feature in outcome["OUTPUT"].getFeatures())
    assert a.intersection(b).area() == pytest.approx(0, abs=1e-3)
    assert a.area() == pytest.approx(b.area())
    assert all(a.contains(f.geometry()) for f in layer.getFeatures() if f["t"] == "A")


def test_points_are_built_into_territories(run, grid):
    layer = grid(6, 6, points=True, fields=[("sales", "double")], values={"sales": [1.0] * 36})
    outcome = run("buildterritories", INPUT=layer, MEASURES=["sales"], NUMBER=4)
    assert outcome["FEASIBLE"]
    assert outcome["MAX_DEVIATION"] <= 5


def test_colours_given_before_are_kept(run, two_by_four):
    layer = two_by_four
    first = run("colorterritories", INPUT=layer, TERRITORY_FIELD="t")["OUTPUT"]
    given = {f["t"]: f["color"] for f in first.getFeatures()}
    fid = next(f.id() for f in first.getFeatures() if f["name"] == "Unit 4")
    first.dataProvider().changeAttributeValues({fid: {first.fields().lookupField("t"): "C"}})
    second = run("colorterritories", INPUT=first, TERRITORY_FIELD="t", COLOR_FIELD="color")
    colors = {row["t"]: row["color"] for row in second.rows()}
    assert colors["A"] == given["A"]
    assert colors["B"] == given["B"]
    assert len(set(colors.values())) == 3


def test_roll_up_counts_borders_once_and_reports_nulls(run, two_by_four):
    x, y = 4_000_000.0, 3_000_000.0
    accounts = QgsVectorLayer("Point?crs=EPSG:3035&field=sales:double", "Accounts", "memory")
    places = [
        (x + 500, y + 500, 10.0),
        (x + 1000, y + 500, 5.0),
        (x + 2500, y + 500, None),
        (x + 3500, y + 500, None),
        (x + 3600, y + 500, 2.0),
        (x - 9000, y, 1.0),
    ]
    for px, py, sales in places:
        feature = QgsFeature(accounts.fields())
        feature.setAttributes([sales])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(px, py)))
        accounts.dataProvider().addFeature(feature)
    accounts.dataProvider().addFeature(QgsFeature(accounts.fields()))
    outcome = run(
        "rollupaccounts",
        INPUT=two_by_four,
        ACCOUNTS=accounts,
        SUM_FIELDS=["sales"],
        COUNT_FIELD="customers",
        UNMATCHED="memory:",
    )
    rows = outcome.rows()
    assert [row["customers"] for row in rows] == [2, 0, 1, 2, 0, 0, 0, 0]
    assert [row["sales_2"] for row in rows[:4]] == [15.0, 0.0, None, 2.0]
    assert [row["sales"] for row in rows[:2]] == [1.0, 2.0]
    assert sorted(row["reason"] for row in outcome.rows("UNMATCHED")) == ["in no unit", "no geometry"]
    assert (outcome["MATCHED_ACCOUNTS"], outcome["UNMATCHED_ACCOUNTS"]) == (5, 2)


def test_locks_groups_and_barriers_are_kept(run, grid):
    values = {
        "sales": [1.0] * 36,
        "t": ["North" if n >= 18 else "South" for n in range(36)],
        "lock": [n in (0, 35) for n in range(36)],
        "group": ["g" if n in (2, 3, 8, 9) else None for n in range(36)],
    }
    layer = grid(6, 6, fields=[*FIELDS, ("lock", "boolean"), ("group", "string")], values=values)
    wall = QgsVectorLayer("LineString?crs=EPSG:3035", "River", "memory")
    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromPolylineXY([QgsPointXY(4_003_000, 2_990_000), QgsPointXY(4_003_000, 3_004_900)])
    )
    wall.dataProvider().addFeature(feature)
    outcome = run(
        "buildterritories",
        INPUT=layer,
        MEASURES=["sales"],
        NUMBER=2,
        TERRITORY_FIELD="t",
        LOCKED_FIELD="lock",
        BARRIERS=wall,
        TOLERANCE=20,
        STATISTICS="memory:",
    )
    assert "barriers separate: 5" in outcome.said
    rows = outcome.rows()
    assert (rows[0]["territory"], rows[35]["territory"]) == ("South", "North")
    assert outcome["FEASIBLE"], outcome.said
    together = run(
        "buildterritories", INPUT=layer, MEASURES=["sales"], NUMBER=4, KEEP_TOGETHER="group", TOLERANCE=20
    )
    assert together["FEASIBLE"], together.said
    assert len({together.rows()[n]["territory"] for n in (2, 3, 8, 9)}) == 1


def test_bridges_of_the_user_come_before_automatic_ones(run, grid):
    layer = grid(4, 1, fields=[("sales", "double")], values={"sales": [1.0] * 4})
    fid = [feature.id() for feature in layer.getFeatures()][3]
    from qgis.core import QgsRectangle

    far = QgsRectangle(4_009_000, 3_000_000, 4_010_000, 3_001_000)
    layer.dataProvider().changeGeometryValues({fid: QgsGeometry.fromRect(far)})
    ferries = table(
        "Ferries", [("from", "string"), ("to", "string")], [("Unit 1", "Unit 4"), ("Unit 1", "nowhere")]
    )
    outcome = run(
        "buildterritories",
        INPUT=layer,
        MEASURES=["sales"],
        NUMBER=2,
        BRIDGES=ferries,
        ID_FIELD="name",
        TOLERANCE=60,
    )
    assert "Bridges that join them" not in outcome.said
    assert "The bridge from Unit 1 to nowhere is left out" in outcome.said
    assert outcome["PIECES"] == 0


def test_a_new_rep_grows_from_their_home(run, grid):
    layer = grid(6, 6, fields=FIELDS, values={"sales": [1.0] * 36, "t": ["A"] * 18 + ["B"] * 18})
    reps = QgsVectorLayer("Point?crs=EPSG:3035&field=name:string", "Reps", "memory")
    for name, x, y in (("A", 4_003_000, 3_001_500), ("B", 4_003_000, 3_004_500), ("C", 4_005_500, 3_003_100)):
        feature = QgsFeature(reps.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        reps.dataProvider().addFeature(feature)
    outcome = run(
        "rebalanceterritories",
        INPUT=layer,
        TERRITORY_FIELD="t",
        MEASURES=["sales"],
        TERRITORIES=reps,
        TERRITORY_NAME_FIELD="name",
        STATISTICS="memory:",
    )
    assert {row["territory"]: row["units"] for row in outcome.rows("STATISTICS")} == {
        "A": 12,
        "B": 12,
        "C": 12,
    }
    assert outcome["MOVED_UNITS"] == 12
    gone = run(
        "rebalanceterritories",
        INPUT=outcome["OUTPUT"],
        TERRITORY_FIELD="territory",
        MEASURES=["sales"],
        TERRITORIES=table("Staff", [("name", "string")], [("A",), ("B",)]),
        TERRITORY_NAME_FIELD="name",
    )
    assert {row["territory"] for row in gone.rows()} == {"A", "B"}
    assert gone["MOVED_UNITS"] == 12
    assert gone["OUTPUT"].fields().names().count("territory") == 1


def test_disruption_is_what_the_field_says(run, grid):
    layer = grid(
        4,
        1,
        fields=[*FIELDS, ("clients", "integer")],
        values={"sales": [1.0] * 4, "t": ["A", "A", "A", "B"], "clients": [5, 5, 10, 0]},
    )
    outcome = run(
        "rebalanceterritories",
        INPUT=layer,
        TERRITORY_FIELD="t",
        MEASURES=["sales"],
        DISRUPTION_FIELD="clients",
        CHANGES="memory:",
    )
    assert outcome["DISRUPTION"] == pytest.approx(50)
    assert outcome.rows("CHANGES") == [
        {"unit": "Unit 3", "from": "A", "to": "B", "feature_id": 3, "sales": 1.0}
    ]


def test_validation_finds_each_problem_at_its_place(run, two_by_four):
    layer = two_by_four
    t, sales, name = (layer.fields().lookupField(n) for n in ("t", "sales", "name"))
    layer.dataProvider().changeAttributeValues(
        {1: {t: None}, 2: {sales: None}, 3: {t: "A"}, 4: {t: "Z"}, 5: {name: "Unit 6"}}
    )
    reps = table("Reps", [("name", "string")], [("A",), ("B",), ("C",)])
    outcome = run(
        "validateterritories",
        INPUT=layer,
        TERRITORY_FIELD="t",
        MEASURES=["sales"],
        TERRITORIES=reps,
        TERRITORY_NAME_FIELD="name",
        ID_FIELD="name",
    )
    found = {(row["problem"], row["territory"] or row["unit"]) for row in outcome.rows()}
    assert {("unassigned", "Unit 1"), ("unknown_territory", "Z"), ("empty_territory", "C")} <= found
    assert {code for code, _ in found} >= {"missing_value", "duplicate_id", "out_of_tolerance"}
    assert outcome["PROBLEMS"] == len(outcome.rows())
    placed = {f["problem"]: f.geometry().area() for f in outcome["OUTPUT"].getFeatures()}
    assert placed["unassigned"] == pytest.approx(1e6)
    assert placed["unknown_territory"] == pytest.approx(1e6)


def test_comparison_of_two_fields(run, grid):
    layer = grid(
        4,
        1,
        fields=[*FIELDS, ("draft", "string")],
        values={"sales": [1.0, 2.0, 3.0, 4.0], "t": ["A", "A", "B", None], "draft": ["A", "B", "B", "B"]},
    )
    outcome = run(
        "comparealignments",
        INPUT=layer,
        BEFORE_FIELD="t",
        AFTER_FIELD="draft",
        MEASURES=["sales"],
        SUMMARY="memory:",
        MATRIX="memory:",
    )
    assert [(r["unit"], r["from"], r["to"], r["sales"]) for r in outcome.rows()] == [
        ("Unit 2", "A", "B", 2.0),
        ("Unit 4", None, "B", 4.0),
    ]
    assert outcome["MOVED_UNITS"] == 2
    assert outcome["DISRUPTION"] == pytest.approx(20)
    summary = {row["territory"]: row for row in outcome.rows("SUMMARY")}
    b = summary["B"]
    assert [b[f"sales_{what}"] for what in ("before", "gained", "lost", "after")] == [3.0, 6.0, 0.0, 9.0]
    assert {(r["from"], r["to"], r["units"]) for r in outcome.rows("MATRIX")} == {
        ("A", "B", 1),
        (None, "B", 1),
    }


def test_comparison_with_another_layer(run, grid):
    layer = grid(3, 1, fields=FIELDS, values={"sales": [1.0] * 3, "t": ["A", "A", "B"]})
    other = table("Plan 2027", [("unit", "string"), ("rep", "string")], [("Unit 1", "A"), ("Unit 2", "B")])
    outcome = run(
        "comparealignments",
        INPUT=layer,
        BEFORE_FIELD="t",
        OTHER=other,
        KEY_FIELD="name",
        OTHER_KEY_FIELD="unit",
        OTHER_TERRITORY_FIELD="rep",
    )
    assert [(r["unit"], r["to"]) for r in outcome.rows()] == [("Unit 2", "B"), ("Unit 3", None)]
    assert "not in “Plan 2027”: 1, Unit 3 first" in outcome.said


def test_only_selected_features_take_part(run, two_by_four):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    QgsProject.instance().addMapLayer(two_by_four, False)
    two_by_four.selectByIds([1, 2, 3])
    chosen = QgsProcessingFeatureSourceDefinition(two_by_four.id(), selectedFeaturesOnly=True)
    outcome = run("territorystatistics", INPUT=chosen, TERRITORY_FIELD="t", MEASURES=["sales"])
    assert {row["territory"]: row["sales"] for row in outcome.rows()} == {"A": 3.0, "B": 3.0}
    QgsProject.instance().removeMapLayer(two_by_four.id())


def test_weights_and_every_measure_by_itself(run, grid):
    layer = grid(
        4,
        1,
        fields=[*FIELDS, ("calls", "double")],
        values={"sales": [3.0, 1.0, 1.0, 1.0], "calls": [1.0, 1.0, 1.0, 1.0], "t": ["A", "A", "B", "B"]},
    )
    both = {"INPUT": layer, "TERRITORY_FIELD": "t", "MEASURES": ["sales", "calls"]}
    index = run("territorystatistics", **both, WEIGHTS="1,3")
    # A has 4 of 6 sales and 2 of 4 calls: ¼ · ⅔ + ¾ · ½
    assert index.rows()[0]["index_pct"] == pytest.approx(100 * (2 / 3 / 4 + 3 / 8))
    each = run("territorystatistics", **both, BALANCE=1)
    assert each["MAX_DEVIATION"] == pytest.approx(100 / 3)


def test_the_fewest_and_the_most_within_limits(run, grid):
    layer = grid(6, 2, fields=FIELDS, values={"sales": [1.0] * 12})
    fewest = run("buildterritories", INPUT=layer, MEASURES=["sales"], METHOD=2, LIMITS=["sales", "", "4"])
    assert fewest["COUNT"] == 3
    most = run("buildterritories", INPUT=layer, MEASURES=["sales"], METHOD=3, LIMITS=["sales", "3", ""])
    assert most["COUNT"] == 4
    none = run("buildterritories", INPUT=layer, METHOD=2, LIMITS=["units", "", "6"])
    assert none["COUNT"] == 2
