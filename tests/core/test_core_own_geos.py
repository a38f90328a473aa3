"""Shapely keeps to its own GEOS where another one is in the process already, as in QGIS on Linux."""

import glob
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PROBE = """
import territory_manager.core
import shapely
shape = shapely.from_wkt("POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))")
shapely.prepare(shape)
print(shapely.contains_xy(shape, 0.5, 0.5), len(shapely.to_wkb(shape)), shapely.buffer(shape, 1).area > 4)
"""


def test_another_geos_loaded_before_does_no_harm():
    systems = sorted(glob.glob("/usr/lib/*/libgeos.so.3*"))
    if not sys.platform.startswith("linux") or not systems:
        pytest.skip("there is no GEOS of the system")
    environment = dict(os.environ, LD_PRELOAD=systems[0], PYTHONPATH=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.strip() == "True 93 True", done.stderr
