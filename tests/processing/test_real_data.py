"""The algorithms on real layers: the sample, Iowa, Occitanie, Connecticut."""

import pytest


def units_by_territory(outcome, field="territory"):
    counts = {}
    for row in outcome.rows():
        counts[row[field]] = counts.get(row[field], 0) + 1
    return counts


@pytest.fixture
def counties(sample_path):
    return f"{sample_path}|layername=units"


def test_sample_from_four_states_to_eight_territories(run, counties):
    before = run("territorystatistics", INPUT=counties, TERRITORY_FIELD="current_terr", MEASURES=["pop_2019"])
    assert before["COUNT"] == 4
    assert before["MAX_DEVIATION"] > 25
    after = run(
        "buildterritories",
        INPUT=counties,
        MEASURES=["pop_2019"],
        NUMBER=8,
        BOUNDARIES="memory:",
        STATISTICS="memory:",
    )
    assert (after["COUNT"], after["UNASSIGNED"], after["PIECES"], after["FEASIBLE"]) == (8, 0, 0, True)
    assert after["MAX_DEVIATION"] <= 5
    assert sum(units_by_territory(after).values()) == 400
    statistics = after.rows("STATISTICS")
    assert [row["territory"] for row in statistics] == [f"T0{n}" for n in range(1, 9)]
    assert list(statistics[0])[:6] == [
        "territory",
        "rep",
        "units",
        "pop_2019",
        "pop_2019_pct",
        "pop_2019_dev",
    ]
    assert sum(row["pop_2019"] for row in statistics) == before.rows()[0]["pop_2019"] + sum(
        row["pop_2019"] for row in before.rows()[1:]
    )
    shapes = [feature.geometry() for feature in after["BOUNDARIES"].getFeatures()]
    assert len(shapes) == 8
    assert all(shape.isGeosValid() for shape in shapes)
    measured = [row["area_km2"] for row in statistics]
    assert [row["area_km2"] for row in after.rows("BOUNDARIES")] == pytest.approx(measured)


def test_same_seed_same_plan(run, counties):
    one, two = (
        run("buildterritories", INPUT=counties, MEASURES=["pop_2019"], NUMBER=5, SEED=3) for _ in range(2)
    )
    assert [row["territory"] for row in one.rows()] == [row["territory"] for row in two.rows()]


def test_one_territory_for_each_rep_holds_their_home(run, counties, sample_path):
    outcome = run(
        "buildterritories",
        INPUT=counties,
        MEASURES=["pop_2019"],
        METHOD=1,
        TERRITORIES=f"{sample_path}|layername=reps",
        TERRITORY_NAME_FIELD="rep_id",
        STATISTICS="memory:",
    )
    assert outcome["COUNT"] == 8
    assert outcome["MAX_DEVIATION"] <= 5
    assert all(row["rep"] == row["territory"] for row in outcome.rows("STATISTICS"))


def test_accounts_roll_up_to_counties(run, counties, sample_path):
    outcome = run(
        "rollupaccounts",
        INPUT=counties,
        ACCOUNTS=f"{sample_path}|layername=accounts",
        SUM_FIELDS=["population"],
        UNMATCHED="memory:",
    )
    rows = outcome.rows()
    assert sum(row["accounts"] for row in rows) == outcome["MATCHED_ACCOUNTS"]
    assert outcome["MATCHED_ACCOUNTS"] + len(outcome.rows("UNMATCHED")) > 800
    assert all((row["population"] == 0) == (row["accounts"] == 0) for row in rows)


def test_states_are_coloured_apart_and_shown_so(run, counties):
    from territory_manager.core.colors import difference

    outcome = run("colorterritories", INPUT=counties, TERRITORY_FIELD="current_terr")
    colors = {row["current_terr"]: row["color"] for row in outcome.rows()}
    assert len(set(colors.values())) == 4
    for one, other in [("GA", "NC"), ("GA", "SC"), ("GA", "TN"), ("NC", "SC"), ("NC", "TN")]:
        assert difference(colors[one], colors[other]) > 10


def test_rebalance_moves_little_and_says_how_little_is_possible(run, counties):
    outcome = run(
        "rebalanceterritories",
        INPUT=counties,
        TERRITORY_FIELD="current_terr",
        MEASURES=["pop_2019"],
        CHANGES="memory:",
        STATISTICS="memory:",
    )
    assert outcome["FEASIBLE"]
    assert outcome["MAX_DEVIATION"] <= 5
    assert outcome["DISRUPTION_BOUND"] <= outcome["DISRUPTION"] <= 1.2 * outcome["DISRUPTION_BOUND"]
    changes = outcome.rows("CHANGES")
    assert len(changes) == outcome["MOVED_UNITS"]
    moved = {row["name"] for row in outcome.rows() if row["territory"] != row["previous_territory"]}
    assert len(changes) == sum(row["territory"] != row["previous_territory"] for row in outcome.rows())
    assert {row["unit"] for row in changes} == moved


def test_a_rep_who_leaves(run, counties):
    outcome = run(
        "rebalanceterritories",
        INPUT=counties,
        TERRITORY_FIELD="current_terr",
        MEASURES=["pop_2019"],
        LEAVING="SC",
        CHANGES="memory:",
        STATISTICS="memory:",
    )
    assert {row["from"] for row in outcome.rows("CHANGES")} == {"SC"}
    assert {row["territory"] for row in outcome.rows("STATISTICS")} == {"GA", "NC", "TN"}
    assert outcome["UNASSIGNED"] == 0


def test_the_tradeoff_rises_and_falls(run, counties):
    outcome = run(
        "tradeoffcurve", INPUT=counties, TERRITORY_FIELD="current_terr", MEASURES=["pop_2019"], STEPS=5
    )
    rows = outcome.rows()
    assert 2 <= len(rows) <= 5
    assert [row["disruption"] for row in rows] == sorted(row["disruption"] for row in rows)
    assert [row["max_deviation"] for row in rows] == sorted((r["max_deviation"] for r in rows), reverse=True)


def test_suggested_moves_are_features_in_rank_order(run, counties):
    outcome = run(
        "suggestmoves", INPUT=counties, TERRITORY_FIELD="current_terr", MEASURES=["pop_2019"], COUNT=5
    )
    rows = outcome.rows()
    assert outcome["SUGGESTIONS"] == 5
    assert [row["rank"] for row in rows] == sorted(row["rank"] for row in rows)
    assert all(row["from"] != row["to"] and row["improvement"] > 0 for row in rows)
    assert all(feature.hasGeometry() for feature in outcome["OUTPUT"].getFeatures())


def test_cancel_keeps_the_best_so_far_and_says_so(run, counties):
    outcome = run("buildterritories", INPUT=counties, MEASURES=["pop_2019"], NUMBER=8, stop_after="Building")
    assert "Stopped before the end" in outcome.said
    assert "Stopped before the end" in outcome["MESSAGE"]
    assert outcome["UNASSIGNED"] == 0


def test_iowa_polk_is_too_heavy_for_eight(run, data_dir):
    outcome = run("buildterritories", INPUT=str(data_dir / "ia_counties.gpkg"), MEASURES=["TOTPOP"], NUMBER=8)
    assert any(text.startswith("Polk has 14.1 % of TOTPOP") for text in outcome.warnings)
    assert not outcome["FEASIBLE"]
    assert "Polk has 14.1 %" in outcome["MESSAGE"]
    assert outcome["MAX_DEVIATION"] < 13.2


def test_iowa_four_within_one_percent(run, data_dir):
    outcome = run(
        "buildterritories",
        INPUT=str(data_dir / "ia_counties.gpkg"),
        MEASURES=["TOTPOP"],
        NUMBER=4,
        TOLERANCE=1,
    )
    assert outcome["FEASIBLE"]
    assert outcome["MAX_DEVIATION"] <= 1
    assert outcome["PIECES"] == 0


def test_connecticut_postal_areas(run, data_dir):
    outcome = run(
        "buildterritories",
        INPUT=f"{data_dir / 'zcta_ct_dc_de_hi_nh_ri.gpkg'}|subset=st = 'CT'",
        MEASURES=["pop"],
        NUMBER=6,
    )
    assert outcome["FEASIBLE"], outcome.said
    assert outcome["MAX_DEVIATION"] <= 5
    assert outcome["PIECES"] == 0


def test_occitanie_with_nulls_accents_and_three_parts(run, data_dir):
    outcome = run(
        "buildterritories",
        INPUT=str(data_dir / "occitanie_2154.gpkg"),
        MEASURES=["population"],
        NUMBER=10,
        STATISTICS="memory:",
    )
    assert outcome["FEASIBLE"], outcome.said
    assert outcome["MAX_DEVIATION"] <= 5
    assert outcome["PIECES"] == 0
    assert outcome["UNASSIGNED"] == 0
    assert "The same holds for 35 more units" in outcome.said
    assert "Bridges that join them (2)" in outcome.said
    assert len(outcome.rows()) == 4485
