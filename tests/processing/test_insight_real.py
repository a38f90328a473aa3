"""Workload, coverage, performance and owners on the sample plan, on 16,000 stores, and without a screen."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
REPS = {"TERRITORY_NAME_FIELD": "rep_id", "REP_FIELD": "rep_illustrative"}


@pytest.fixture
def reps(sample_path):
    return {"TERRITORIES": f"{sample_path}|layername=reps", **REPS}


@pytest.fixture
def worked(run, sample_path, reps):
    """The accounts of the sample with their workload; the nearest home serves each."""
    outcome = run(
        "workload",
        ACCOUNTS=f"{sample_path}|layername=accounts",
        CALLS_FIELD="calls_illustrative",
        MINUTES_FIELD="minutes_illustrative",
        CAPACITY_FIELD="capacity_illustrative",
        OVERNIGHT_KM=250,
        STATISTICS="memory:",
        **reps,
    )
    assert not outcome.error
    return outcome


def test_accounts_add_up_to_their_territories(worked):
    accounts, rows = worked.rows(), worked.rows("STATISTICS")
    assert len(accounts) == 879
    assert {row["rep"] for row in rows} >= {"Vega", "Okafor", "Lindqvist", "Moreau"}
    for row in rows:
        mine = [account for account in accounts if account["territory"] == row["territory"]]
        for name in ("call_hours", "travel_hours", "workload_hours"):
            assert sum(account[name] for account in mine) == pytest.approx(row[name])
        assert row["utilisation"] == pytest.approx(100 * row["workload_hours"] / row["capacity_hours"])
    assert worked["CALL_HOURS"] == pytest.approx(5784)
    assert 0.3 < worked["TRAVEL_HOURS"] / worked["WORKLOAD_HOURS"] < 0.7


def test_who_is_under_served_on_the_sample(run, sample_path, reps, worked):
    units = run(
        "rollupaccounts",
        INPUT=f"{sample_path}|layername=units",
        ACCOUNTS=worked["OUTPUT"],
        SUM_FIELDS=["workload_hours"],
    )["OUTPUT"]
    given = {
        "INPUT": units,
        "WORKLOAD_FIELD": "workload_hours",
        "POTENTIAL_FIELD": "potential_illustrative",
        "SALES_FIELD": "sales_illustrative",
        "CAPACITY_FIELD": "capacity_illustrative",
        **reps,
    }
    outcome = run("coverage", REACH=180, OUTPUT_TERRITORIES="memory:", CANDIDATES="memory:", **given)
    assert not outcome.error
    rows = outcome.rows()
    assert len(rows) == 400
    assert outcome["UNDER"] + outcome["WELL"] + outcome["OVER"] == sum(
        row["class"] is not None for row in rows
    )
    white = sum(row["potential_illustrative"] - row["sales_illustrative"] for row in rows)
    assert outcome["WHITE_SPACE"] == pytest.approx(white)
    assert outcome["HOT"] == sum(row["hot_spot"] == "hot" for row in rows) > 0
    fulton = next(row for row in rows if row["name"] == "Fulton County" and row["state"] == "GA")
    assert fulton["hot_spot"] == "hot"
    ranked = outcome.rows("CANDIDATES")
    assert [row["rank"] for row in ranked] == list(range(1, len(ranked) + 1))
    assert all(row["fte"] <= 1 + 1e-9 for row in ranked)
    # Who reaches farther covers no less.
    assert run("coverage", REACH=360, **given)["COVERAGE"] >= outcome["COVERAGE"] - 1e-9


def test_performance_of_the_states(run, sample_path):
    outcome = run(
        "territoryperformance",
        INPUT=f"{sample_path}|layername=units",
        TERRITORY_FIELD="current_terr",
        SALES_FIELD="sales_illustrative",
        POTENTIAL_FIELD="potential_illustrative",
        PERIOD_FIELDS=["pop_2010", "pop_2019"],
    )
    rows = outcome.rows()
    assert [row["territory"] for row in rows] == ["GA", "NC", "SC", "TN"]
    assert sorted(row["rank"] for row in rows) == [1, 2, 3, 4]
    assert sum(row["potential_pct"] for row in rows) == pytest.approx(100)
    assert all(0 < row["penetration"] < 100 and row["trend_pct"] > 0 for row in rows)
    assert all(feature.geometry().isGeosValid() for feature in outcome["OUTPUT"].getFeatures())


@pytest.fixture
def stores(data_dir):
    from qgis.core import QgsVectorLayer

    uri = (data_dir / "starbucks.csv").as_uri()
    columns = "type=csv&xField=longitude&yField=latitude&crs=EPSG:4326&detectTypes=yes"
    layer = QgsVectorLayer(f"{uri}?{columns}", "Stores", "delimitedtext")
    assert layer.featureCount() == 16288
    return layer


def test_every_store_has_one_owner_and_a_reason(run, stores, sample_path, tmp_path):
    rules = tmp_path / "rules.csv"
    rules.write_text(
        "field,operator,value,territory,priority\n"
        "country,!=,US,International,1\n"
        'state,in,"CA,OR,WA",Pacific,2\n'
        "ownership_type,=,LS,Licensed,3\n"
        "name,contains,airport,Airports,3\n"
    )
    outcome = run(
        "assignaccounts",
        ACCOUNTS=stores,
        UNITS=f"{sample_path}|layername=units",
        TERRITORY_FIELD="current_terr",
        RULES=str(rules),
        CONFLICTS="memory:",
    )
    assert not outcome.error, outcome.said
    rows = outcome.rows()
    assert len(rows) == 16288
    assert all(row["reason"] for row in rows)
    assert all(
        row["territory"] == "Pacific" for row in rows if row["state"] == "CA" and row["country"] == "US"
    )
    assert sum(row["territory"] is None for row in rows) == outcome["UNASSIGNED"]
    assert {row["territory"] for row in rows} >= {"International", "Pacific", "GA", "NC", "SC", "TN"}
    orphans = [row for row in outcome.rows("CONFLICTS") if row["conflict"] == "orphan"]
    assert len(orphans) == outcome["UNASSIGNED"]


def test_workload_of_16000_stores_by_state(run, stores):
    outcome = run("workload", ACCOUNTS=stores, ACCOUNT_TERRITORY_FIELD="state", STATISTICS="memory:")
    assert not outcome.error
    assert outcome["CALL_HOURS"] == pytest.approx(16288 * 12)
    rows = {row["territory"]: row for row in outcome.rows("STATISTICS")}
    # Stores in the District of Columbia are round the corner, those in Wyoming are not.
    assert rows["DC"]["travel_pct"] < 10 < 50 < rows["WY"]["travel_pct"]


def test_results_that_are_loaded_are_styled(qgis_app, project, sample_path):
    from processing import runAndLoadResults
    from qgis.core import QgsCategorizedSymbolRenderer, QgsGraduatedSymbolRenderer

    from territory_manager.processing.results import ResultStyle

    units = {
        "INPUT": f"{sample_path}|layername=units",
        "TERRITORY_FIELD": "current_terr",
        "OUTPUT": "memory:",
    }
    runAndLoadResults("territorymanager:coverage", {**units, "WORKLOAD_FIELD": "births_2019"})
    (covered,) = project.mapLayers().values()
    renderer = covered.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert [one.label() for one in renderer.categories()] == [
        "Under-served",
        "Well served",
        "Over-served",
        "No workload",
    ]
    project.clear()
    runAndLoadResults(
        "territorymanager:territoryperformance",
        {**units, "SALES_FIELD": "sales_illustrative", "UNIT_QUOTA_FIELD": "potential_illustrative"},
    )
    (performed,) = project.mapLayers().values()
    assert isinstance(performed.renderer(), QgsGraduatedSymbolRenderer)
    assert [one.label() for one in performed.renderer().ranges()][:2] == [
        "below 80 % of quota",
        "80 to 95 % of quota",
    ]
    assert not ResultStyle._waiting


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_from_the_command_line(sample_path, tmp_path):
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    if program is None:
        pytest.skip("qgis_process is not installed")
    plugin = tmp_path / "plugins" / "territory_manager"
    plugin.mkdir(parents=True)
    for path in [*(ROOT / "territory_manager").iterdir(), ROOT / "metadata.txt", ROOT / "LICENSE"]:
        (plugin / path.name).symlink_to(path)
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile"),
        "QGIS_PLUGINPATH": str(tmp_path / "plugins"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }

    def command(*arguments):
        return subprocess.run(
            [program, *arguments], env=environment, capture_output=True, text=True, check=False, timeout=120
        )

    def answer(algorithm, **parameters):
        given = [f"{name}={value}" for name, value in parameters.items()]
        done = command("--json", "run", f"territorymanager:{algorithm}", "--", *given)
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout[done.stdout.index("{") :])["results"]

    command("plugins", "enable", "territory_manager")
    worked = answer(
        "workload",
        ACCOUNTS=f"{sample_path}|layername=accounts",
        CALLS_FIELD="calls_illustrative",
        MINUTES_FIELD="minutes_illustrative",
        TERRITORIES=f"{sample_path}|layername=reps",
        TERRITORY_NAME_FIELD="rep_id",
        OUTPUT=tmp_path / "work.gpkg",
        STATISTICS=tmp_path / "work.csv",
    )
    assert worked["CALL_HOURS"] == pytest.approx(5784)
    units = f"{sample_path}|layername=units"
    covered = answer(
        "coverage",
        INPUT=units,
        TERRITORY_FIELD="current_terr",
        WORKLOAD_FIELD="births_2019",
        OUTPUT=tmp_path / "coverage.gpkg",
        CANDIDATES=tmp_path / "candidates.gpkg",
        OUTPUT_TERRITORIES=tmp_path / "by_territory.gpkg",
    )
    assert covered["UNDER"] > 0
    performed = answer(
        "territoryperformance",
        INPUT=units,
        TERRITORY_FIELD="current_terr",
        SALES_FIELD="sales_illustrative",
        OUTPUT=tmp_path / "performance.gpkg",
    )
    assert performed["COUNT"] == 4
    assigned = answer(
        "assignaccounts",
        ACCOUNTS=f"{sample_path}|layername=accounts",
        UNITS=units,
        TERRITORY_FIELD="current_terr",
        OUTPUT=tmp_path / "assigned.gpkg",
        CONFLICTS=tmp_path / "conflicts.gpkg",
    )
    assert assigned["ASSIGNED"] == 879
    classed = answer(
        "prioritizeaccounts",
        INPUT=tmp_path / "work.gpkg",
        POTENTIAL_FIELD="potential_illustrative",
        CALLS_FIELD="calls_illustrative",
        HOURS_FIELD="workload_hours",
        CLASSES="A,50,24,B,,6",
        OUTPUT=tmp_path / "priorities.gpkg",
    )
    assert classed["CLASSED"] == 879
    assert classed["HOURS_TODAY"] == pytest.approx(worked["WORKLOAD_HOURS"])
    assert len(list(tmp_path.glob("*.gpkg"))) == 8
