#!/usr/bin/env python3
"""Install the zip into an empty profile, switch the plugin on with qgis_process, and run it from there.

    tools/check_package.py [ZIP]      (default: the one that "make package" writes)
"""

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import package
import profiles


def qgis_process(home, *arguments):
    """Run qgis_process in the profile and return what it prints; ends the check when it fails."""
    environment = profiles.environment(QGIS_CUSTOM_CONFIG_PATH=str(home), QT_QPA_PLATFORM="offscreen")
    environment.setdefault("XDG_RUNTIME_DIR", str(home))
    command = [profiles.qgis_process(), *arguments]
    done = subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with code {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def check(path, home):
    """Install and run; ends with words when something is not as it should be."""
    plugins = home / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    with zipfile.ZipFile(path) as archive:
        archive.extractall(plugins)
    qgis_process(home, "plugins", "enable", "territory_manager")
    listed = qgis_process(home, "list")
    for name in ("buildterritories", "territorystatistics", "dissolveterritories", "colorterritories"):
        if f"territorymanager:{name}" not in listed:
            sys.exit(f"qgis_process does not list territorymanager:{name}\n{listed}")
    sample = plugins / "territory_manager" / "sample" / "southeast.gpkg"
    units = home / "units.gpkg"
    output = qgis_process(
        home, "--json", "run", "territorymanager:buildterritories", "--",
        f"INPUT={sample}|layername=units", "MEASURES=pop_2019", "METHOD=0", "NUMBER=8", f"OUTPUT={units}",
    )  # fmt: skip
    results = json.loads(output[output.index("{") :])["results"]
    if results["COUNT"] != 8 or results["PIECES"] or results["MAX_DEVIATION"] > 5 or not units.exists():
        sys.exit(f"The installed plugin builds other territories than it should: {results}")
    return results


def main():
    """Command line."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else package.default_path()
    if not profiles.qgis_process():
        sys.exit("The program qgis_process is missing. On Debian and Ubuntu: apt-get install qgis")
    with tempfile.TemporaryDirectory(prefix="territory-manager-") as home:
        results = check(path.resolve(), Path(home))
    worst = results["MAX_DEVIATION"]
    print(f"{path.name}: installed into an empty profile and run there, 8 territories within ±{worst:.2f} %")


if __name__ == "__main__":
    main()
