"""What a stroke costs while the mouse moves, part by part, and how it grows with the layer.

    python -m benchmarks.bench_stroke [--sizes 1000,34868]

The paint and lasso tools are driven by mouse events on a real canvas with the Territories dock beside it,
over French communes in a GeoPackage (``$TERRITORY_MANAGER_DATA/france_communes.gpkg``) or square units of the
same number. "Painted" is from the mouse event until label, hatching and dock are drawn again; QGIS's own
drawing of the layer is not counted.
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
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsPointXY, QgsProject  # noqa: E402
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt  # noqa: E402
from qgis.PyQt.QtGui import QMouseEvent  # noqa: E402

from benchmarks.bench_live import FIELD, MEASURE, communes, squares, timed, write  # noqa: E402
from benchmarks.leaving import leave  # noqa: E402

UNITS = 300
LASSO = 1000
PARTS = ("hit test", "ledger", "pieces", "statistics", "hatching", "label", "dock")


class Stopwatch:
    """Adds up what some methods cost, by part."""

    def __init__(self):
        self.spent = dict.fromkeys(PARTS, 0.0)

    def watch(self, owner, name: str, part: str) -> None:
        """Time a method of an object from now on."""
        method = getattr(owner, name)

        def call(*arguments, **named):
            begin = time.perf_counter()
            try:
                return method(*arguments, **named)
            finally:
                self.spent[part] += 1000.0 * (time.perf_counter() - begin)

        setattr(owner, name, call)

    def take(self) -> dict[str, float]:
        """What was spent since the last time."""
        spent, self.spent = self.spent, dict.fromkeys(PARTS, 0.0)
        return spent


class Desk:
    """A window with canvas, dock and toolbar on one layer."""

    def __init__(self, application, layer):
        from standins.interface import WindowInterface

        from territory_manager.gui import stroke
        from territory_manager.gui.map_toolbar import MapToolbar
        from territory_manager.gui.territories_dock import TerritoriesDock
        from territory_manager.layers.opening import open_session

        self.application = application
        self.layer = layer
        QgsProject.instance().addMapLayer(layer)
        self.iface = WindowInterface()
        window = self.iface.mainWindow()
        window.resize(1600, 1000)
        window.statusBar()
        self.canvas = self.iface.mapCanvas()
        self.canvas.setDestinationCrs(layer.crs())
        self.session = open_session(layer, FIELD, [MEASURE])
        self.dock = TerritoriesDock(self.iface, None)
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.set_session(self.session)
        self.statistics = stroke
        self.toolbar = MapToolbar(self.iface, None)
        self.toolbar.set_session(self.session)
        window.show()
        self.settle()
        # the layer is not in the canvas: its drawing is QGIS's own affair and would blur the times
        self.canvas.setExtent(layer.extent())
        self.settle()

    def settle(self) -> None:
        for _ in range(10):
            self.application.processEvents()

    def take(self, name: str):
        self.toolbar.actions[name].trigger()
        self.settle()
        return self.canvas.mapTool()

    def pixel(self, position: int) -> QPoint:
        x, y = self.session.alignment.units.xy[position]
        transform = self.toolbar.brush.index.to_canvas()
        point = QgsPointXY(x, y) if transform is None else transform.transform(QgsPointXY(x, y))
        found = self.canvas.getCoordinateTransform().transform(point)
        return QPoint(round(found.x()), round(found.y()))

    def zoom_to(self, positions) -> None:
        """Show these units as large as they go."""
        ids = self.session.alignment.units.ids[positions].tolist()
        self.canvas.zoomToFeatureIds(self.layer, ids)
        self.settle()

    def mouse(self, kind, pixel: QPoint) -> None:
        viewport = self.canvas.viewport()
        moves = kind == QEvent.Type.MouseMove
        up = kind == QEvent.Type.MouseButtonRelease
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind,
            QPointF(pixel),
            QPointF(viewport.mapToGlobal(pixel)),
            none if moves else left,
            none if up else left,
            Qt.KeyboardModifier.NoModifier,
        )
        self.application.sendEvent(viewport, event)

    def painted(self, kind, pixel: QPoint) -> float:
        """Milliseconds from the event until everything is drawn."""

        def call():
            self.mouse(kind, pixel)
            self.application.processEvents()

        return timed(call)

    def undo(self) -> float:
        """Milliseconds until the last stroke is taken back and everything shows it."""

        def call():
            self.layer.undoStack().undo()
            self.session.flush()
            self.application.processEvents()

        return timed(call)

    def close(self) -> None:
        self.toolbar.unload()
        self.dock.set_session(None)
        self.session.close()
        self.layer.rollBack()
        QgsProject.instance().clear()
        self.iface.mainWindow().close()


def drag(desk: Desk) -> dict:
    """One long stroke over T01, unit by unit."""
    import numpy as np

    session = desk.session
    tool = desk.take("actionPaint")
    session.current_target = "T02"
    labels, xy = session.alignment.labels, session.alignment.units.xy
    members = np.flatnonzero(labels == session.live.label("T01"))
    members = members[np.isfinite(xy[members]).all(axis=1)]
    # from one unit to the nearest that is left: a way as a hand takes it
    way, left = [int(members[0])], set(members[1:].tolist())
    while left and len(way) < UNITS:
        rest = np.array(sorted(left))
        nearest = int(rest[np.argmin(((xy[rest] - xy[way[-1]]) ** 2).sum(axis=1))])
        way.append(nearest)
        left.discard(nearest)
    desk.zoom_to(np.array(way))
    watch = Stopwatch()
    watch.watch(desk.toolbar.brush.index, "at", "hit test")
    watch.watch(desk.toolbar.brush.index, "along", "hit test")
    watch.watch(tool, "draw", "hatching")
    watch.watch(tool, "_say", "label")
    watch.watch(desk.dock.model, "set_preview", "dock")
    desk.mouse(QEvent.Type.MouseButtonPress, desk.pixel(way[0]))
    stroke = tool.stroke
    watch.watch(stroke, "add", "ledger")
    watch.watch(stroke.ledger, "_counted_pieces", "pieces")
    # what dock and label both need, and whoever asks first pays for
    watch.watch(desk.statistics, "statistics", "statistics")
    desk.settle()
    watch.take()
    times, parts, before = [], [], len(stroke)
    for position in way[1:]:
        spent = desk.painted(QEvent.Type.MouseMove, desk.pixel(position))
        taken = watch.take()
        if len(stroke) > before:
            times.append(spent)
            parts.append(taken)
            before = len(stroke)
    release = desk.painted(QEvent.Type.MouseButtonRelease, desk.pixel(way[-1]))
    undo = desk.undo()
    times.sort()
    return {
        "units": len(stroke),
        "median": median(times),
        "p95": times[int(0.95 * (len(times) - 1))],
        "parts": {part: median(one[part] for one in parts) for part in PARTS},
        "release": release,
        "undo": undo,
    }


def lasso(desk: Desk) -> dict:
    """A loop around as many units as `LASSO`."""
    import numpy as np

    session = desk.session
    tool = desk.take("actionPaintLasso")
    session.current_target = "T02"
    xy = session.alignment.units.xy
    members = np.flatnonzero(session.alignment.labels == session.live.label("T01"))
    middle = np.nanmean(xy[members], axis=0)
    far = np.sqrt(((xy - middle) ** 2).sum(axis=1))
    near = np.argsort(far)[: min(LASSO, len(far) // 2)]
    desk.zoom_to(near)
    centre = desk.pixel(int(near[0]))
    reach = max((desk.pixel(int(one)) - centre).manhattanLength() for one in near[-20:]) * 0.9
    ring = [
        centre + QPoint(round(reach * np.cos(angle)), round(reach * np.sin(angle)))
        for angle in np.linspace(0, 2 * np.pi, 60)
    ]
    desk.mouse(QEvent.Type.MouseButtonPress, ring[0])
    desk.settle()
    moves = [desk.painted(QEvent.Type.MouseMove, pixel) for pixel in ring[1:]]
    count = len(tool.stroke)
    release = desk.painted(QEvent.Type.MouseButtonRelease, ring[-1])
    undo = desk.undo()
    moves.sort()
    return {
        "units": count,
        "median": median(moves),
        "p95": moves[int(0.95 * (len(moves) - 1))],
        "release": release,
        "undo": undo,
    }


def show(results: dict[int, tuple[dict, dict]]) -> None:
    """One table: a row for each figure, a column for each size."""
    print(f"\n{'ms':42}" + "".join(f"{size:>12,}" for size in results))

    def row(title, values):
        print(f"{title:42}" + "".join(f"{value:>12,.1f}" for value in values))

    drags, lassos = zip(*results.values())
    print(f"drag over single units ({', '.join(str(one['units']) for one in drags)} painted)")
    row("    unit painted, median (at most 16)", [one["median"] for one in drags])
    row("    unit painted, 95 % (at most 50)", [one["p95"] for one in drags])
    for part in PARTS:
        row(f"        {part}, median", [one["parts"][part] for one in drags])
    row("    let go, the layer begins to be edited", [one["release"] for one in drags])
    row("    undo", [one["undo"] for one in drags])
    print(f"lasso ({', '.join(str(one['units']) for one in lassos)} units)")
    row("    mouse moved, median", [one["median"] for one in lassos])
    row("    mouse moved, 95 %", [one["p95"] for one in lassos])
    row("    let go (at most 100)", [one["release"] for one in lassos])
    row("    undo (at most 100)", [one["undo"] for one in lassos])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1000,34868")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    application = QgsApplication([b"benchmark"], True)
    application.initQgis()
    rows = communes()
    print("French communes" if rows else "Square units", "in a GeoPackage")
    rows = rows or squares(max(sizes))
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            desk = Desk(application, write(rows[:size], Path(folder) / f"units_{size}.gpkg"))
            try:
                results[size] = (drag(desk), lasso(desk))
            finally:
                desk.close()
    show(results)
    leave()


if __name__ == "__main__":
    main()
