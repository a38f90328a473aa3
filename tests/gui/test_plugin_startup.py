"""Starting QGIS with the plugin imports nothing heavy."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def start(qgis_app):
    spec = importlib.util.spec_from_file_location("bench_startup", ROOT / "benchmarks" / "bench_startup.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.probe()


def test_nothing_heavy_is_imported(start):
    assert start["heavy"] == []


def test_starting_is_quick(start):
    # generous: a slow machine under load; benchmarks/bench_startup.py has the figures
    assert start["factory"] + start["gui"] < 3.0
