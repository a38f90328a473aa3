"""The same algorithm from a model and from the command line, into files, with no screen."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


def test_in_a_model_one_algorithm_feeds_the_next(qgis_app, sample_path):
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelOutput,
        QgsProcessingModelParameter,
        QgsProcessingParameterFeatureSource,
    )

    model = QgsProcessingModelAlgorithm("Build and measure", "tests")
    model.addModelParameter(
        QgsProcessingParameterFeatureSource("units", "Units"), QgsProcessingModelParameter("units")
    )
    value = QgsProcessingModelChildParameterSource.fromStaticValue
    build = QgsProcessingModelChildAlgorithm("territorymanager:buildterritories")
    build.setChildId("build")
    build.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("units")])
    build.addParameterSources("MEASURES", [value(["pop_2019"])])
    build.addParameterSources("NUMBER", [value(8)])
    model.addChildAlgorithm(build)
    measure = QgsProcessingModelChildAlgorithm("territorymanager:territorystatistics")
    measure.setChildId("measure")
    measure.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("build", "OUTPUT")]
    )
    measure.addParameterSources("TERRITORY_FIELD", [value("territory")])
    measure.addParameterSources("MEASURES", [value(["pop_2019"])])
    output = QgsProcessingModelOutput("table")
    output.setChildId("measure")
    output.setChildOutputName("OUTPUT")
    measure.setModelOutputs({"table": output})
    model.addChildAlgorithm(measure)

    results, done = model.run(
        {"units": f"{sample_path}|layername=units", "measure:table": "memory:"},
        QgsProcessingContext(),
        QgsProcessingFeedback(),
    )
    assert done
    assert results["CHILD_RESULTS"]["measure"]["COUNT"] == 8
    assert results["CHILD_RESULTS"]["measure"]["MAX_DEVIATION"] <= 5


def test_into_a_geopackage_and_again_on_its_own_output(run, sample_path, tmp_path):
    from qgis.core import QgsVectorLayer

    first = run(
        "buildterritories",
        INPUT=f"{sample_path}|layername=units",
        MEASURES=["pop_2019"],
        NUMBER=4,
        OUTPUT=str(tmp_path / "first.gpkg"),
        STATISTICS=str(tmp_path / "statistics.csv"),
    )
    assert not first.error
    second = run(
        "buildterritories",
        INPUT=str(tmp_path / "first.gpkg"),
        MEASURES=["pop_2019"],
        NUMBER=5,
        OUTPUT=str(tmp_path / "second.gpkg"),
    )
    assert not second.error
    layer = QgsVectorLayer(str(tmp_path / "second.gpkg"))
    assert layer.featureCount() == 400
    assert layer.fields().names().count("territory") == 1
    assert {f["territory"] for f in layer.getFeatures()} == {"T01", "T02", "T03", "T04", "T05"}
    assert (
        (tmp_path / "statistics.csv").read_text().splitlines()[0].startswith("territory,rep,units,pop_2019")
    )


def test_a_field_fid_that_is_no_key_does_not_stop_a_geopackage(run, grid, tmp_path):
    layer = grid(
        4, 4, fields=[("fid", "integer"), ("sales", "double")], values={"fid": [7] * 16, "sales": [1.0] * 16}
    )
    outcome = run(
        "buildterritories", INPUT=layer, MEASURES=["sales"], NUMBER=4, OUTPUT=str(tmp_path / "out.gpkg")
    )
    assert not outcome.error
    assert len(outcome.results) > 3
    from qgis.core import QgsVectorLayer

    assert QgsVectorLayer(str(tmp_path / "out.gpkg")).featureCount() == 16


def test_results_that_are_loaded_are_coloured(qgis_app, project, sample_path):
    from processing import runAndLoadResults
    from qgis.core import QgsCategorizedSymbolRenderer

    runAndLoadResults(
        "territorymanager:buildterritories",
        {
            "INPUT": f"{sample_path}|layername=units",
            "MEASURES": ["pop_2019"],
            "NUMBER": 4,
            "OUTPUT": "memory:",
            "BOUNDARIES": "memory:",
        },
    )
    renderers = [layer.renderer() for layer in project.mapLayers().values() if layer.isSpatial()]
    assert len(renderers) == 2
    for renderer in renderers:
        assert isinstance(renderer, QgsCategorizedSymbolRenderer)
        assert [c.value() for c in renderer.categories()] == ["T01", "T02", "T03", "T04", ""]
    from territory_manager.processing.outputs import TerritoryStyle

    assert not TerritoryStyle._waiting


@pytest.fixture
def command(tmp_path):
    """qgis_process in a profile of its own with the plugin linked in; returns the parsed JSON."""
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

    def _command(*arguments):
        done = subprocess.run(
            [program, "--json", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout[done.stdout.index("{") :]) if "{" in done.stdout else {}

    subprocess.run(
        [program, "plugins", "enable", "territory_manager"],
        env=environment,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return _command


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_from_the_command_line(command, sample_path, tmp_path):
    outputs = {name: tmp_path / f"{name.lower()}.gpkg" for name in ("OUTPUT", "BOUNDARIES", "STATISTICS")}
    answer = command(
        "run",
        "territorymanager:buildterritories",
        "--",
        f"INPUT={sample_path}|layername=units",
        "MEASURES=pop_2019;births_2019",
        "WEIGHTS=2,1",
        "NUMBER=6",
        *(f"{name}={path}" for name, path in outputs.items()),
    )
    results = answer["results"]
    assert results["COUNT"] == 6
    assert results["FEASIBLE"] is True
    assert results["PIECES"] == 0
    assert results["LOWER_BOUND"] is None
    assert all(path.exists() for path in outputs.values())


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_out_and_in_again_from_the_command_line(command, sample_path, tmp_path):
    counties = f"{sample_path}|layername=units"
    written = command(
        "run",
        "territorymanager:exportalignment",
        "--",
        f"INPUT={counties}",
        "TERRITORY_FIELD=current_terr",
        "FORMAT=xlsx",
        "COLUMNS=unit_id,County,territory,Territory",
        f"OUTPUT={tmp_path / 'list.xlsx'}",
    )["results"]
    assert (written["ROWS"], written["OUTPUT"]) == (400, str(tmp_path / "list.xlsx"))
    read = command(
        "run",
        "territorymanager:assignfromtable",
        "--",
        f"INPUT={counties}",
        "KEY_FIELD=unit_id",
        f"TABLE={tmp_path / 'list.xlsx'}",
        "TABLE_KEY_FIELD=County",
        "TABLE_TERRITORY_FIELD=Territory",
        f"OUTPUT={tmp_path / 'units.gpkg'}",
        f"UNMATCHED={tmp_path / 'unmatched.csv'}",
    )["results"]
    assert (read["ASSIGNED"], read["UNASSIGNED"], read["UNMATCHED_ROWS"]) == (400, 0, 0)
    placed = command(
        "run",
        "territorymanager:assignbyboundaries",
        "--",
        f"INPUT={sample_path}|layername=accounts",
        f"BOUNDARIES={tmp_path / 'units.gpkg'}",
        "METHOD=0",
        f"OUTPUT={tmp_path / 'accounts.gpkg'}",
    )["results"]
    assert placed["ASSIGNED"] > 800
    assert placed["AMBIGUOUS"] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_accounts_from_the_command_line(command, sample_path, tmp_path):
    text = "Nr;County;Umsatz;lon;lat\r\n01;;1.234,50 €;-84,39;33,75\r\n02;13001;(300) €;;\r\n03;;1 €;0;0\r\n"
    (tmp_path / "kunden.csv").write_bytes(text.encode("windows-1252"))
    results = command(
        "run",
        "territorymanager:importaccounts",
        "--",
        f"INPUT={tmp_path / 'kunden.csv'}",
        f"UNITS={sample_path}|layername=units",
        "UNIT_KEY_FIELD=unit_id",
        "KEY_FIELD=County",
        f"OUTPUT={tmp_path / 'accounts.gpkg'}",
        f"REPORT={tmp_path / 'report.csv'}",
    )["results"]
    assert (results["ACCOUNTS"], results["LEFT_OUT"], results["UNREAD"]) == (2, 1, 0)
    assert "no_place" in (tmp_path / "report.csv").read_text()
