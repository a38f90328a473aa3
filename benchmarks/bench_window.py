"""What painting costs in the real QGIS: its own window under Xvfb, the layer drawn, all docks in sight.

    python -m benchmarks.bench_window [--sizes 1000,34868]

French communes (``$TERRITORY_MANAGER_DATA/france_communes.gpkg``) in a GeoPackage, or square units of the
same number. QGIS's own drawing of the layer is not counted: it waits while a stroke is let go or undone.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

#: Most milliseconds that a figure may take on the largest layer.
LIMITS = {"median": 16, "p95": 50, "release": 100, "undo": 100}


def missing() -> str:
    """What is not there, in words; empty where all is."""
    for program, package in (("qgis", "qgis"), ("Xvfb", "xvfb")):
        if not shutil.which(program):
            return f"Skipped: {program} is missing. On Debian and Ubuntu: apt-get install {package}"
    return ""


def show(data: str, results: dict[str, list[dict]]) -> bool:
    """Print one table, a column for each size; tells whether the largest keeps the limits."""
    print(f"{data} in a GeoPackage, in the window of QGIS, all docks visible")
    print(f"\n{'ms':44}" + "".join(f"{int(size):>12,}" for size in results))

    def row(title, values):
        print(f"{title:44}" + "".join(f"{value:>12,.1f}" for value in values))

    drags, lassos = zip(*results.values())
    print(f"drag over single units ({', '.join(str(one['units']) for one in drags)} painted)")
    row(f"    unit painted, median (at most {LIMITS['median']})", [one["median"] for one in drags])
    row(f"    unit painted, 95 % (at most {LIMITS['p95']})", [one["p95"] for one in drags])
    for part in drags[0]["parts"]:
        row(f"        {part}, median", [one["parts"][part] for one in drags])
    print(f"lasso ({', '.join(str(one['units']) for one in lassos)} units)")
    row("    mouse moved, median", [one["median"] for one in lassos])
    for title, figure, parts in (("let go", "release", "released"), ("undo", "undo", "undone")):
        row(f"    {title} (at most {LIMITS[figure]})", [one[figure] for one in lassos])
        for part in lassos[0][parts]:
            row(f"        {part}", [one[parts][part] for one in lassos])
    kept = all(drags[-1][name] <= LIMITS[name] for name in ("median", "p95"))
    return kept and all(lassos[-1][name] <= LIMITS[name] for name in ("release", "undo"))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1000,34868")
    sizes = parser.parse_args().sizes
    words = missing()
    if words:
        print(words)
        return
    import screenshots

    with tempfile.TemporaryDirectory(prefix="territory-manager-") as folder:
        result = Path(folder) / "result.json"
        os.environ.update(TM_BENCHMARK_SIZES=sizes, TM_BENCHMARK_RESULT=str(result))
        scenario = Path(__file__).with_name("window_scenario.py")
        played = screenshots.play(scenario, Path(folder), timeout=600)
        if not result.exists():
            sys.exit("QGIS did not get to the end of the measurements.")
        found = json.loads(result.read_text(encoding="utf-8"))
    print("All limits are kept." if show(found["data"], found["results"]) else "Some limits are not kept.")
    if not played:
        sys.exit("QGIS did not leave in order.")


if __name__ == "__main__":
    main()
