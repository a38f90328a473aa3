"""What loading the plugin costs: time and modules of ``classFactory`` and ``initGui`` in a new process.

    python benchmarks/bench_startup.py [--runs 5]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("numpy", "scipy", "pandas", "shapely", "openpyxl")

#: QGIS and Processing are started first, so only what the plugin adds is counted.
PROBE = """
import json, sys, time
sys.path[:0] = [{root!r}, {root!r} + "/tests"]
from qgis.core import QgsApplication
application = QgsApplication([b"probe"], True)
application.initQgis()
import qgis.gui, qgis.utils
from standins.interface import WindowInterface
iface = WindowInterface()
before = set(sys.modules)
begin = time.perf_counter()
from territory_manager import classFactory
plugin = classFactory(iface)
made = time.perf_counter()
plugin.initGui()
end = time.perf_counter()
new = set(sys.modules) - before
heavy = sorted(name for name in new if name in {heavy!r})
print(json.dumps(dict(factory=made - begin, gui=end - made, modules=len(new), heavy=heavy)))
plugin.unload()
sys.stdout.flush()
import os
os._exit(0)
"""


def probe() -> dict:
    """One start: seconds of ``classFactory`` and ``initGui``, new modules, heavy ones among them."""
    code = PROBE.format(root=str(ROOT), heavy=HEAVY)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise RuntimeError(f"The plugin did not start:\n{done.stderr[-2000:]}")
    return json.loads(lines[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = [probe() for _ in range(parser.parse_args().runs)]
    print(f"classFactory {1000 * median(run['factory'] for run in runs):6.1f} ms")
    print(f"initGui      {1000 * median(run['gui'] for run in runs):6.1f} ms")
    print(f"modules      {runs[0]['modules']:6}")
    print(f"heavy        {', '.join(runs[0]['heavy']) or 'none'}")


if __name__ == "__main__":
    main()
