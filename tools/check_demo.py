#!/usr/bin/env python3
"""Check what "make demo" wrote: balanced contiguous territories, a picture, a project whose layers are found.

tools/check_demo.py FOLDER
"""

import os
import sqlite3
import sys
import zipfile
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def wrong_with_tables(package):
    """What is wrong with the GeoPackage."""
    database = sqlite3.connect(f"file:{package}?mode=ro", uri=True)
    units, assigned = database.execute("SELECT count(*), count(territory) FROM units").fetchone()
    if (units, assigned) != (400, 400):
        yield f"{assigned} of {units} units have a territory"
    rows = database.execute("SELECT territory, pop_2019_dev, balanced, pieces FROM statistics").fetchall()
    if len(rows) != 8:
        yield f"there are {len(rows)} territories"
    for territory, deviation, balanced, pieces in rows:
        if not balanced or abs(deviation) > 5 or pieces != 1:
            yield f"{territory} is {deviation:+.1f} % off its target, in {pieces} pieces"
    (count,) = database.execute("SELECT count(*) FROM boundaries").fetchone()
    if count != 8:
        yield f"there are {count} boundaries"


def wrong_with_picture(path):
    """What is wrong with the map: too small, or hardly anything drawn."""
    from qgis.PyQt.QtGui import QImage

    picture = QImage(str(path))
    if picture.width() < 1200 or picture.height() < 600:
        yield f"the picture is {picture.width()} × {picture.height()}"
        return
    columns, rows = range(0, picture.width(), 5), range(0, picture.height(), 5)
    colors = {picture.pixel(x, y) for x in columns for y in rows}
    if len(colors) < 12:
        yield f"the picture has only {len(colors)} colours"


def wrong_with_report(path):
    """What is wrong with the report: not there, without its maps and tables, or in need of something else."""
    if not path.exists():
        yield "there is no report"
        return
    text = path.read_text(encoding="utf-8")
    for wanted in ('class="map"', "<table>", "8 of 8 territories within ±5 %", "T08", "</html>"):
        if wanted not in text:
            yield f"the report lacks {wanted}"
    if "src=" in text or "href=" in text:
        yield "the report needs other files"


def wrong_with_project(path):
    """What is wrong with the project: layers not found, or found by an absolute path."""
    from qgis.core import QgsApplication, QgsProject

    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    if not project.read(str(path)):
        yield f"{path} cannot be read: {project.error()}"
    layers = list(project.mapLayers().values())
    if len(layers) < 4:
        yield f"the project has {len(layers)} layers"
    for layer in layers:
        if not layer.isValid():
            yield f"layer {layer.name()} is not found"
    with zipfile.ZipFile(path) as archive:
        text = archive.read(next(name for name in archive.namelist() if name.endswith(".qgs"))).decode()
    if f"<datasource>{path.parent}" in text:
        yield "the project's paths are absolute"
    project.clear()
    application.exitQgis()


def main():
    """Command line."""
    folder = Path(sys.argv[1]).absolute()
    wrong = [
        *wrong_with_tables(folder / "territories.gpkg"),
        *wrong_with_picture(folder / "map.png"),
        *wrong_with_report(folder / "report.html"),
        *wrong_with_project(folder / "territories.qgz"),
    ]
    if wrong:
        sys.exit("The demo's output is not as it should be:\n  " + "\n  ".join(wrong))
    print(f"The demo's output in {folder} is as it should be.")


if __name__ == "__main__":
    main()
