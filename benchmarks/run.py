"""Run every ``bench_*.py`` of this folder, or those named on the command line, each in a process of its own.

python -m benchmarks [adjacency ledger …]

All of them take about a quarter of an hour on two cores; ``QUICK=1`` a few minutes, with the largest maps and
the long tables left out.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

QUICK = {
    "accounts": ["--accounts", "1000,4000", "--units", "400,6400"],
    "live": ["--sizes", "1000,16000"],
    "stroke": ["--sizes", "1000"],
    "window": ["--sizes", "1000"],
}
"""What a benchmark is handed where QUICK is set."""

FOLDER = Path(__file__).resolve().parent


def main() -> None:
    """Print the tables; end with an error when a benchmark failed."""
    wanted = sys.argv[1:]
    names = sorted(path.stem for path in FOLDER.glob("bench_*.py"))
    chosen = [name for name in names if not wanted or name[len("bench_") :] in wanted]
    if not chosen:
        known = ", ".join(name[len("bench_") :] for name in names)
        sys.exit(f"There is no benchmark called {' or '.join(wanted)}. There are {known}.")
    # A process each: no benchmark warms up another, and QGIS starts once in a process.
    environment = dict(os.environ, PYTHONPATH=str(FOLDER.parent), QT_QPA_PLATFORM="offscreen")
    quick = os.environ.get("QUICK", "") not in ("", "0")
    if not os.environ.get("TERRITORY_MANAGER_DATA"):
        print("TERRITORY_MANAGER_DATA is not set: made maps stand in for real ones, or a table is left out.")
    failed = []
    for name in chosen:
        short = name[len("bench_") :]
        print(f"\n== {short} ==", flush=True)
        options = QUICK.get(short, []) if quick else []
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}", *options], cwd=FOLDER.parent, env=environment
        )
        if done.returncode:
            failed.append(name)
    if failed:
        sys.exit(f"Failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
