"""Run every ``bench_*.py`` of this folder, or those named on the command line, each in a process of its own.

python -m benchmarks [adjacency ledger …]
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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
    failed = []
    for name in chosen:
        print(f"\n== {name[len('bench_') :]} ==", flush=True)
        done = subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}"], cwd=FOLDER.parent, env=environment
        )
        if done.returncode:
            failed.append(name)
    if failed:
        sys.exit(f"Failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
