"""The sample plan: what is in it, and that its maker still makes these bytes."""

import importlib.util
import sqlite3
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sample(sample_path):
    connection = sqlite3.connect(f"file:{sample_path}?mode=ro", uri=True)
    yield connection
    connection.close()


def test_units_are_the_counties_of_four_states(sample):
    rows = dict(sample.execute("SELECT state, count(*) FROM units GROUP BY state"))
    assert rows == {"GA": 159, "NC": 100, "SC": 46, "TN": 95}
    assert sample.execute("SELECT sum(pop_2019) FROM units").fetchone() == (33_083_395,)
    assert sample.execute("SELECT count(DISTINCT unit_id) FROM units").fetchone() == (400,)
    assert sample.execute("SELECT count(*) FROM units WHERE current_terr IS NOT state").fetchone() == (0,)


def test_no_value_is_missing(sample):
    for table in ("units", "accounts", "reps"):
        for _, column, *_ in sample.execute(f"PRAGMA table_info({table})").fetchall():
            count = sample.execute(f'SELECT count(*) FROM {table} WHERE "{column}" IS NULL').fetchone()[0]
            assert count == 0, f"{table}.{column}"


def test_accounts_count_no_city_twice(sample):
    assert sample.execute("SELECT count(*), min(population) > 2500 FROM accounts").fetchone() == (879, 1)
    sections = ("New South Memphis", "West Raleigh", "East Chattanooga", "Brentwood Estates")
    assert sample.execute(f"SELECT count(*) FROM accounts WHERE name IN {sections}").fetchone() == (0,)


def test_reps_live_apart(qgis_app, sample_path):
    from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer(f"{sample_path}|layername=reps", "reps", "ogr")
    homes = [feature.geometry().asPoint() for feature in layer.getFeatures()]
    assert len(homes) == 8
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem(layer.crs()), QgsProject.instance().transformContext())
    measure.setEllipsoid("GRS80")
    apart = [measure.measureLine(a, b) for i, a in enumerate(homes) for b in homes[:i]]
    assert min(apart) >= 109_500  # the rule is 110 km on a sphere


def test_every_layer_opens_in_qgis(qgis_app, sample_path):
    from qgis.core import QgsVectorLayer

    for name, count in {"units": 400, "accounts": 879, "reps": 8}.items():
        layer = QgsVectorLayer(f"{sample_path}|layername={name}", name, "ogr")
        assert layer.isValid()
        assert layer.featureCount() == count
        assert layer.crs().authid() == "EPSG:4269"
        assert all(feature.geometry().isGeosValid() for feature in layer.getFeatures())


def test_sources_explain_every_illustrative_field(sample):
    text = (ROOT / "territory_manager" / "sample" / "SOURCES.md").read_text(encoding="utf-8")
    assert "CC BY 4.0" in text
    for table in ("units", "accounts", "reps"):
        for _, column, *_ in sample.execute(f"PRAGMA table_info({table})"):
            if column.endswith("_illustrative"):
                assert f"`{table}.{column}`" in text


def test_it_is_made_again_byte_for_byte(tmp_path, sample_path):
    pytest.importorskip("osgeo")
    spec = importlib.util.spec_from_file_location("make_sample", ROOT / "tools" / "make_sample.py")
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    try:
        maker.wheels(ROOT / "build" / "wheels")
    except (subprocess.CalledProcessError, OSError):
        pytest.skip("the wheels that hold the data could not be fetched")
    maker.make(tmp_path / "southeast.gpkg", ROOT / "build" / "wheels")
    assert (tmp_path / "southeast.gpkg").read_bytes() == sample_path.read_bytes()
    assert sample_path.stat().st_size < 1_500_000
