"""What `bench_window` does inside of the real QGIS; played by tools/screenshots.py."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from qgis.core import QgsApplication, QgsProject  # noqa: E402
from qgis.PyQt.QtCore import QEvent  # noqa: E402

from benchmarks import bench_stroke  # noqa: E402
from benchmarks.bench_live import FIELD, MEASURE, communes, squares, timed, write  # noqa: E402

#: Where the time goes after a stroke: class and method by part. A part that calls another one contains it.
PARTS = {
    "edit buffer": ("layers.session", None, "assign_units"),
    "ledger": ("layers.live_alignment", "LiveAlignment", "apply"),
    "table": ("gui.territories_dock", "TerritoriesDock", "_refresh"),
    "changes": ("gui.changes_dock", "ChangesDock", "refresh"),
    "chart": ("gui.charts_dock", "ChartsDock", "refresh"),
}


class Spent:
    """Milliseconds by part, from now on or from the last `take` on."""

    def __init__(self):
        self._spent = dict.fromkeys(PARTS, 0.0)
        for part, (module, owner, method) in PARTS.items():
            place = sys.modules[f"territory_manager.{module}"]
            self._watch(getattr(place, owner) if owner else place, method, part)

    def _watch(self, owner, name, part):
        call = getattr(owner, name)

        def timed_call(*arguments, **named):
            begin = time.perf_counter()
            try:
                return call(*arguments, **named)
            finally:
                self._spent[part] += 1000.0 * (time.perf_counter() - begin)

        setattr(owner, name, timed_call)

    def take(self) -> dict[str, float]:
        spent, self._spent = self._spent, dict.fromkeys(PARTS, 0.0)
        return spent


class WindowDesk(bench_stroke.Desk):
    """The real window: its canvas with the layer, all docks of the plugin side by side."""

    def __init__(self, shot, layer, spent):
        from territory_manager.gui import stroke

        self.shot, self.layer, self.spent = shot, layer, spent
        self.application = QgsApplication.instance()
        self.iface, self.canvas, self.statistics = shot.iface, shot.canvas, stroke
        QgsProject.instance().addMapLayer(layer)
        self.canvas.setDestinationCrs(layer.crs())
        self.session = shot.plugin.open_plan(layer, FIELD, [MEASURE])
        self.toolbar = shot.plugin._map_toolbar
        for name in ("Territories", "Changes", "Suggestions", "Charts"):
            dock = shot.find(f"TerritoryManager{name}Dock")
            dock.setFloating(name != "Territories")
            dock.setVisible(True)
            if name == "Territories":
                self.dock = dock
        self.canvas.setExtent(layer.extent())
        self.released, self.undone = {}, {}
        self.settle()
        self.shot.until(lambda: self.shot.tasks() == 0)

    def settle(self):
        self.shot.settle()

    def painted(self, kind, pixel):
        if kind != QEvent.Type.MouseButtonRelease:
            return super().painted(kind, pixel)
        self.settle()
        self.canvas.freeze(True)  # QGIS's own drawing of the layer is not ours
        self.spent.take()
        try:
            return super().painted(kind, pixel)
        finally:
            self.released = self.spent.take()
            self.canvas.freeze(False)
            self.drawn = timed(lambda: (self.canvas.refresh(), self.settle()))

    def undo(self):
        self.canvas.freeze(True)
        self.spent.take()
        try:
            return super().undo()
        finally:
            self.undone = self.spent.take()
            self.canvas.freeze(False)
            self.settle()

    def close(self):
        self.shot.plugin.close_plan()
        self.layer.rollBack()
        QgsProject.instance().clear()
        self.shot.settle()


def run(iface, shot):
    """Measure each size and write the figures where the benchmark looks for them."""
    shot.plugin.open_sample(shot.folder)  # everything that is imported on demand
    shot.settle()
    shot.plugin.close_plan()
    QgsProject.instance().clear()
    spent = Spent()
    rows = communes()
    sizes = [int(size) for size in os.environ["TM_BENCHMARK_SIZES"].split(",")]
    data = "French communes" if rows else "Square units"
    rows = rows or squares(max(sizes))
    results = {}
    for size in sizes:
        path = Path(shot.folder) / f"units_{size}.gpkg"
        path.parent.mkdir(parents=True, exist_ok=True)
        desk = WindowDesk(shot, write(rows[:size], path), spent)
        try:
            drag = bench_stroke.drag(desk)
            lasso = bench_stroke.lasso(desk)
            lasso |= {"released": desk.released, "undone": desk.undone}
            results[size] = [drag, lasso]
        finally:
            desk.close()
    Path(os.environ["TM_BENCHMARK_RESULT"]).write_text(json.dumps({"data": data, "results": results}))
