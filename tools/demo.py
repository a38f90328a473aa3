#!/usr/bin/env python3
"""Build the sample plan's territories through the Processing framework, with no screen.

    tools/demo.py [FOLDER]      (default build/demo)

Prints the balance before and after and writes into the folder: ``territories.gpkg`` (units, boundaries,
statistics, accounts, reps), ``map.png`` (before and after), ``report.html`` and ``territories.qgz`` (a
project to open; with the plugin its plan is live). The exit code is not 0 when something went wrong.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QGIS_NO_OVERRIDE_IMPORT", "1")
os.environ.setdefault("CPL_LOG", os.devnull)  # GDAL's own remarks; what matters comes as an error of QGIS

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(Path(__file__).resolve().parent)]

SAMPLE = ROOT / "territory_manager" / "sample" / "southeast.gpkg"
MEASURE = "pop_2019"
CURRENT = "current_terr"
NUMBER = 8
TOLERANCE = 5.0
REPORT = "Southeast: eight balanced territories"


@contextmanager
def qgis():
    """A QGIS without a screen, in a profile that is thrown away, with Processing and our provider."""
    with tempfile.TemporaryDirectory(prefix="territory-manager-") as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
        os.environ.setdefault("XDG_RUNTIME_DIR", profile)
        from qgis.core import QgsApplication, QgsProject

        application = QgsApplication([], False)
        application.initQgis()
        plugins = Path(application.pkgDataPath()) / "python" / "plugins"
        sys.path.append(str(plugins))
        from processing.core.Processing import Processing

        from territory_manager.processing.provider import TerritoryManagerProvider

        Processing.initialize()
        provider = TerritoryManagerProvider()
        application.processingRegistry().addProvider(provider)
        yield application
        QgsProject.instance().clear()
        application.exitQgis()


def run(algorithm, parameters):
    """Run one of our algorithms; what it warns of is printed, its errors end the demo."""
    import processing
    from qgis.core import QgsProcessingFeedback

    class Feedback(QgsProcessingFeedback):
        def reportError(self, error, fatalError=False):
            print(f"  {error}")

        def pushWarning(self, warning):
            print(f"  {warning}")

    return processing.run(f"territorymanager:{algorithm}", parameters, feedback=Feedback())


def table_in(path, name):
    """A destination: one table of a GeoPackage."""
    geometry = "" if name == "statistics" else " (geom)"
    return f"ogr:dbname='{path}' table=\"{name}\"{geometry}"


def layer_in(path, name, title=None):
    """A layer of a GeoPackage."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername={name}", title or name, "ogr")
    if not layer.isValid():
        raise RuntimeError(f"{path} holds no layer {name}")
    return layer


def print_balance(title, layer):
    """The statistics table, as people read it."""
    print(f"\n{title}")
    print(f"  {'Territory':<11}{'Counties':>9}{'Population':>13}{'Share':>9}{'Deviation':>12}{'Pieces':>8}")
    within = 0
    rows = sorted(layer.getFeatures(), key=lambda row: str(row["territory"]))
    for row in rows:
        within += bool(row["balanced"])
        deviation = row[f"{MEASURE}_dev"]
        mark = " " if row["balanced"] else ("▲" if deviation > 0 else "▼")
        print(
            f"  {row['territory']:<11}{row['units']:>9}{row[MEASURE]:>13,.0f}{row[f'{MEASURE}_pct']:>7.1f} %"
            f"{deviation:>+10.1f} %{row['pieces']:>7}  {mark}"
        )
    worst = max(abs(row[f"{MEASURE}_dev"]) for row in rows)
    print(f"  {within} of {len(rows)} within ±{TOLERANCE:g} %, the worst is {worst:.1f} % off its target")


def demo(folder):
    """Make everything; returns the words to end with, or raises with words that say what went wrong."""
    import demo_map

    package = folder / "territories.gpkg"
    common = {"MEASURES": [MEASURE], "TOLERANCE": TOLERANCE}
    shutil.copyfile(SAMPLE, package)  # accounts and reps come along; the units are replaced by the built ones
    sample = f"{SAMPLE}|layername=units"

    today = {"INPUT": sample, "TERRITORY_FIELD": CURRENT, **common}
    before = run("territorystatistics", {**today, "OUTPUT": "TEMPORARY_OUTPUT"})
    print_balance("Before: the states as territories", before["OUTPUT"])
    run("dissolveterritories", {**today, "OUTPUT": table_in(package, "states")})

    start = time.perf_counter()
    built = run(
        "buildterritories",
        {
            **{"INPUT": sample, **common, "METHOD": 0, "NUMBER": NUMBER, "SEED": 1},
            "OUTPUT": table_in(package, "units"),
            "BOUNDARIES": table_in(package, "boundaries"),
            "STATISTICS": table_in(package, "statistics"),
        },
    )
    elapsed = time.perf_counter() - start
    print_balance(f"After: {NUMBER} territories, built in {elapsed:.1f} s", layer_in(package, "statistics"))
    if built["MESSAGE"]:
        print(f"  {built['MESSAGE']}")
    if not built["FEASIBLE"] or built["PIECES"] or built["UNASSIGNED"] or built["MAX_DEVIATION"] > TOLERANCE:
        raise RuntimeError(f"The territories are not as they should be: {built}")

    tomorrow = {"INPUT": f"{package}|layername=units", "TERRITORY_FIELD": "territory", **common}
    after = run("territorystatistics", {**tomorrow, "OUTPUT": "TEMPORARY_OUTPUT"})
    print(f"\nBalance index {before['BALANCE_INDEX']:.1f} → {after['BALANCE_INDEX']:.1f} (100 is perfect)")
    demo_map.make(folder, package, layer_in, measure=MEASURE, current=CURRENT, tolerance=TOLERANCE)
    made = ["territories.gpkg", "map.png", "report.html", "territories.qgz"]
    run("territoryreport", {**tomorrow, "TITLE": REPORT, "OUTPUT": str(folder / "report.html")})
    return "\n".join(["", "Written:", *(f"  {folder / name}" for name in made)])


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "demo")
    folder = parser.parse_args().folder.absolute()
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    with qgis():
        from qgis.core import QgsProcessingException

        try:
            words = demo(folder)
        except (RuntimeError, OSError, QgsProcessingException) as error:
            sys.exit(f"The demo failed. {error}")
    print(words)


if __name__ == "__main__":
    main()
