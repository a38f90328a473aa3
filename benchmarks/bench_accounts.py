"""What edited accounts cost while they are counted and summed over units, and how that grows.

    python benchmarks/bench_accounts.py [--accounts 1000,4000,16000] [--units 400,6400,25600]

The Starbucks stores of the contiguous United States (``$TERRITORY_MANAGER_DATA/starbucks.csv``), else points
at random, over square units of the same area. One account is moved, edited, deleted and brought back by undo
while the plan is open; so is the border of one unit. Beside them: counting everything anew. Medians in
milliseconds.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402 - the path and the platform come first
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

WEST, SOUTH, EAST, NORTH = -125.0, 24.5, -66.5, 49.5
RUNS = 25


def places() -> list[tuple[float, float]]:
    """Longitude and latitude of the stores, in the file's order; at random where the file is not there."""
    path = Path(os.environ.get("TERRITORY_MANAGER_DATA", "")) / "starbucks.csv"
    if not path.is_file():
        choose = np.random.default_rng(1)
        return list(zip(choose.uniform(WEST, EAST, 16_000), choose.uniform(SOUTH, NORTH, 16_000)))
    with path.open(encoding="utf-8", newline="") as table:
        found = [(float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(table)]
    return [(x, y) for x, y in found if WEST < x < EAST and SOUTH < y < NORTH]


def write(memory: QgsVectorLayer, path: Path) -> QgsVectorLayer:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = path.stem
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, str(path), memory.transformContext(), options)
    layer = QgsVectorLayer(f"{path}|layername={path.stem}", path.stem, "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


def squares(count: int, path: Path) -> QgsVectorLayer:
    """About as many units, in ten territories from west to east."""
    memory = QgsVectorLayer("Polygon?crs=EPSG:4326&field=territory:string", "units", "memory")
    columns = round((count * (EAST - WEST) / (NORTH - SOUTH)) ** 0.5)
    rows = max(1, round(count / columns))
    wide, high = (EAST - WEST) / columns, (NORTH - SOUTH) / rows
    features = []
    for column in range(columns):
        for row in range(rows):
            x, y = WEST + wide * column, SOUTH + high * row
            feature = QgsFeature(memory.fields())
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + wide, y + high)))
            feature.setAttributes([f"T{1 + 10 * column // columns:02d}"])
            features.append(feature)
    memory.dataProvider().addFeatures(features)
    return write(memory, path)


def stores(where, path: Path) -> QgsVectorLayer:
    memory = QgsVectorLayer("Point?crs=EPSG:4326&field=sales:double", "stores", "memory")
    features = []
    for number, (x, y) in enumerate(where):
        feature = QgsFeature(memory.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        feature.setAttributes([float(number % 9 + 1)])
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    return write(memory, path)


def timed(call) -> float:
    """Milliseconds."""
    begin = time.perf_counter()
    call()
    return 1000.0 * (time.perf_counter() - begin)


def measure(units: QgsVectorLayer, accounts: QgsVectorLayer) -> dict[str, float]:
    """All figures of one pair of layers."""
    from territory_manager.layers.opening import open_session

    opened = []
    fields = {"accounts": accounts, "account_measures": ["*", "sales"]}
    result = {"opening the plan": timed(lambda: opened.append(open_session(units, "territory", **fields)))}
    session = opened[0]
    choose = np.random.default_rng(7)
    chosen = [int(fid) for fid in choose.choice(sorted(accounts.allFeatureIds()), RUNS, False)]
    sales = accounts.fields().lookupField("sales")
    accounts.startEditing()

    def followed(edit) -> float:
        edit()
        return timed(lambda: (session.flush(), session.statistics()))

    def move(fid) -> None:
        x, y = choose.uniform(WEST, EAST), choose.uniform(SOUTH, NORTH)
        accounts.changeGeometry(fid, QgsGeometry.fromPointXY(QgsPointXY(x, y)))

    for fid in chosen[:3]:
        followed(lambda fid=fid: move(fid))
    undo = accounts.undoStack().undo
    times: dict[str, list[float]] = {}
    for fid in chosen:
        for title, edit in (
            ("an account is moved", lambda fid=fid: move(fid)),
            ("that is undone", undo),
            ("its value is edited", lambda fid=fid: accounts.changeAttributeValue(fid, sales, 5.0)),
            ("it is deleted", lambda fid=fid: accounts.deleteFeature(fid)),
            ("that is undone too", undo),
        ):
            times.setdefault(title, []).append(followed(edit))
    units.startEditing()
    for fid in choose.choice(sorted(units.allFeatureIds()), 5, False).tolist():
        shape = units.getFeature(fid).geometry()
        box = shape.boundingBox()
        box.setXMaximum(box.xMinimum() + 0.7 * box.width())
        edit = QgsGeometry.fromRect(box)
        times.setdefault("a unit is reshaped", []).append(
            followed(lambda fid=fid, edit=edit: units.changeGeometry(fid, edit))
        )
    result.update({title: median(values) for title, values in times.items()})
    follower = session.followers.accounts
    result["all accounts counted anew"] = median(
        timed(lambda: (follower._read(), session.live.read_measures())) for _ in range(3)
    )
    accounts.rollBack()
    units.rollBack()
    session.close()
    return result


def show(title: str, sizes, results) -> None:
    """One table: a row for each figure, a column for each size."""
    print(f"\n{title:34}" + "".join(f"{size:>12,}" for size in sizes))
    for row in results[0]:
        print(f"{row:34}" + "".join(f"{result[row]:>12,.2f}" for result in results))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--accounts", default="1000,4000,16000")
    parser.add_argument("--units", default="400,6400,25600")
    arguments = parser.parse_args()
    application = QgsApplication([b"benchmark"], True)
    application.initQgis()
    where = places()
    counts = [min(int(size), len(where)) for size in arguments.accounts.split(",")]
    sizes = [int(size) for size in arguments.units.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        layers = [squares(size, Path(folder) / f"units_{size}.gpkg") for size in sizes]
        points = [stores(where[:count], Path(folder) / f"stores_{count}.gpkg") for count in counts]
        middle = layers[len(layers) // 2]
        title = f"ms; accounts, {middle.featureCount():,} units"
        show(title, counts, [measure(middle, layer) for layer in points])
        title = f"ms; units, {counts[-1]:,} accounts"
        sizes = [layer.featureCount() for layer in layers]
        show(title, sizes, [measure(layer, points[-1]) for layer in layers])
        QgsProject.instance().clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
