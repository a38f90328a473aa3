"""What an edit costs while a plan is open, part by part, and how it grows with the layer.

    python benchmarks/bench_live.py [--sizes 1000,4000,16000,34868]

On French communes in a GeoPackage (``$TERRITORY_MANAGER_DATA/france_communes.gpkg``), else on square units of
the same numbers. One unit, a stroke of 1,000 units and its undo, against computing everything anew from the
layer. Times are medians in milliseconds.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402 - the path and the platform come first
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from benchmarks.leaving import leave  # noqa: E402

FIELD, MEASURE, TERRITORIES, STROKE = "territory", "population", 20, 1000
OVERSEAS = ("971", "972", "973", "974", "976")


def communes() -> list[tuple[bytes, str, float | None]]:
    """Shape, department and population of the metropolitan communes; empty where the data is not there."""
    path = Path(os.environ.get("TERRITORY_MANAGER_DATA", "")) / "france_communes.gpkg"
    if not path.is_file():
        return []
    layer = QgsVectorLayer(str(path), "communes", "ogr")
    index = [layer.fields().lookupField(name) for name in ("dept", MEASURE)]
    rows = []
    for feature in layer.getFeatures(QgsFeatureRequest().setSubsetOfAttributes(index)):
        department, population = (feature.attributes()[position] for position in index)
        if department not in OVERSEAS:
            number = float(population) if isinstance(population, (int, float)) else None
            rows.append((feature.geometry().asWkb().data(), department, number))
    return sorted(rows, key=lambda row: row[1])


def squares(count: int) -> list[tuple[bytes, str, float | None]]:
    """As many squares of 0.01 degrees, in strips."""
    side = int(count**0.5) + 1
    rows = []
    for number in range(count):
        x, y = divmod(number, side)
        box = QgsRectangle(x / 100, 45 + y / 100, (x + 1) / 100, 45 + (y + 1) / 100)
        rows.append((QgsGeometry.fromRect(box).asWkb().data(), f"{x:05d}", float(number % 9 + 1)))
    return rows


def write(rows, path: Path) -> QgsVectorLayer:
    """A GeoPackage of the rows with an alignment along the departments."""
    memory = QgsVectorLayer(
        f"MultiPolygon?crs=EPSG:4326&field={FIELD}:string&field={MEASURE}:double", "units", "memory"
    )
    features = []
    for number, (wkb, _department, population) in enumerate(rows):
        feature = QgsFeature(memory.fields())
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
        feature.setAttributes([f"T{1 + number * TERRITORIES // len(rows):02d}", population])
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "units"
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, str(path), memory.transformContext(), options)
    return QgsVectorLayer(f"{path}|layername=units", "units", "ogr")


def timed(call) -> float:
    """Milliseconds."""
    begin = time.perf_counter()
    call()
    return 1000.0 * (time.perf_counter() - begin)


class Live:
    """One open plan, measured part by part."""

    def __init__(self, layer: QgsVectorLayer):
        from territory_manager.gui.territories_model import TerritoriesModel
        from territory_manager.layers.opening import open_session

        self.layer = layer
        self.opening = timed(lambda: setattr(self, "session", open_session(layer, FIELD, [MEASURE])))
        self.model = TerritoriesModel()
        self.model.set_session(self.session)
        layer.startEditing()
        self.index = layer.fields().lookupField(FIELD)

    def border_stroke(self, count: int) -> list[int]:
        """Units of T01 beside each other, from the border to T02 inwards."""
        return self.session.fids_of("T01")[-count:]

    def parts(self, edit) -> dict[str, float]:
        """Edit buffer, ledger, statistics and table of one edit."""
        session, times = self.session, {}
        session.blockSignals(True)
        times["edit buffer"] = timed(edit)
        times["ledger"] = timed(session.flush)
        times["statistics"] = timed(session.statistics)
        times["table"] = timed(self.model.refresh)
        session.blockSignals(False)
        times["all"] = sum(times.values())
        return times

    def assign(self, fids, territory) -> dict[str, float]:
        """As the paint tools write: one edit command."""
        return self.parts(lambda: self.session.assign(fids, territory))

    def undo(self) -> dict[str, float]:
        return self.parts(self.layer.undoStack().undo)

    def preview(self, fid: int) -> float:
        """Deviations and pieces as the label at the cursor shows them."""
        return timed(lambda: self.session.stroke([fid], "T02").balance)

    def preview_table(self, fids) -> float:
        return timed(lambda: self.session.preview(fids, "T02"))

    def anew(self) -> float:
        """What a plugin does that sums the layer again after every edit (no neighbours, no outlines)."""

        def aggregate():
            totals: dict[str, float] = {}
            request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
            measure = self.layer.fields().lookupField(MEASURE)
            for feature in self.layer.getFeatures(request):
                attributes = feature.attributes()
                number = attributes[measure]
                number = number if isinstance(number, float) else 0.0
                totals[attributes[self.index]] = totals.get(attributes[self.index], 0.0) + number

        return timed(aggregate)

    def ledger_anew(self) -> float:
        """The core's own sums, outlines and pieces afresh from arrays that are in memory already."""
        from territory_manager.core.alignment import Alignment

        held = self.session.alignment
        return timed(
            lambda: Alignment(held.units, held.adjacency, held.labels, held.territories).extra_pieces
        )


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {part: median(run[part] for run in runs) for part in runs[0]}


def measure(rows, path: Path) -> dict[str, dict[str, float] | float]:
    """All figures of one size."""
    live = Live(write(rows, path))
    one, stroke = live.border_stroke(1), live.border_stroke(min(STROKE, len(rows) // TERRITORIES))
    units, strokes, undone, unit_undone = [], [], [], []
    for _ in range(15):
        units.append(live.assign(one, "T02"))
        unit_undone.append(live.undo())
    for _ in range(5):
        strokes.append(live.assign(stroke, "T02"))
        undone.append(live.undo())
    result = {
        "opening": live.opening,
        "stroke units": len(stroke),
        "preview, cursor": median(live.preview(one[0]) for _ in range(30)),
        "preview, table": median(live.preview_table(one) for _ in range(30)),
        "1 unit": medians(units),
        "1 unit undone": medians(unit_undone),
        "stroke": medians(strokes),
        "stroke undone": medians(undone),
        "ledger anew": median(live.ledger_anew() for _ in range(5)),
        "layer summed anew": median(live.anew() for _ in range(3)),
    }
    live.layer.rollBack()
    live.session.close()
    return result


def show(results: dict[int, dict]) -> None:
    """One table: a row for each figure, a column for each size."""
    sizes = list(results)
    print(f"\n{'ms (median)':34}" + "".join(f"{size:>12,}" for size in sizes))

    def row(title, values, digits=3):
        print(f"{title:34}" + "".join(f"{value:>12,.{digits}f}" for value in values))

    row("opening the plan", [results[size]["opening"] for size in sizes], 0)
    row("preview for the cursor, 1 unit", [results[size]["preview, cursor"] for size in sizes])
    row("preview as a table, 1 unit", [results[size]["preview, table"] for size in sizes])
    for event in ("1 unit", "1 unit undone", "stroke", "stroke undone"):
        counts = ", ".join(str(results[size]["stroke units"]) for size in sizes)
        print(f"{event} ({counts} units)" if "stroke" in event else event)
        for part in ("edit buffer", "ledger", "statistics", "table", "all"):
            row(f"    {part}", [results[size][event][part] for size in sizes])
    row("sums afresh from arrays", [results[size]["ledger anew"] for size in sizes])
    row("sums afresh from the layer", [results[size]["layer summed anew"] for size in sizes])
    row(
        "    times the ledger of 1 unit",
        [results[size]["layer summed anew"] / results[size]["1 unit"]["ledger"] for size in sizes],
        0,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1000,4000,16000,34868")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    application = QgsApplication([b"benchmark"], True)
    application.initQgis()
    rows = communes()
    print("French communes" if rows else "Square units", "in a GeoPackage,", f"{TERRITORIES} territories")
    rows = rows or squares(max(sizes))
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            size = min(size, len(rows))
            results[size] = measure(rows[:size], Path(folder) / f"units_{size}.gpkg")
    show(results)
    leave()


if __name__ == "__main__":
    main()
