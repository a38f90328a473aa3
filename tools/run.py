#!/usr/bin/env python3
"""Start QGIS with the plugin and the sample plan, in a profile of its own (build/run)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import profiles

ROOT = Path(__file__).resolve().parent.parent


def main():
    """Start QGIS and wait for it to be closed."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        sys.exit("QGIS needs a display, and there is none here. 'make demo' does the same with no screen.")
    home = ROOT / "build" / "run"
    profiles.new(home / "profiles" / "default")
    command = [shutil.which("qgis") or "qgis", "--nologo", "--noversioncheck", "--profiles-path", str(home)]
    command += ["--profile", "default", "--code", str(ROOT / "tools" / "open_sample.py")]
    environment = profiles.environment(TM_FOLDER=str(home / "sample"))  # every start has a fresh copy there
    sys.exit(subprocess.run(command, env=environment, check=False).returncode)


if __name__ == "__main__":
    main()
