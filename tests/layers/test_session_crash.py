"""QGIS is killed in the middle of a stroke or of saving: the file has the old or the new alignment."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

#: Assigns Georgia to "NC", says so, and goes on to save if it is asked to; another thread ends it meanwhile.
CHILD = """
import os, signal, sys, threading, time
sys.path.insert(0, {root!r})
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
application = QgsApplication([b"crash"], True)
application.initQgis()
layer = QgsVectorLayer({path!r} + "|layername=units", "units", "ogr")
QgsProject.instance().addMapLayer(layer)
from territory_manager.layers.opening import open_session
session = open_session(layer, "current_terr", ["pop_2019"])
session.assign(session.fids_of("GA"), "NC")
session.flush()
if {delay!r} is None:
    layer.beginEditCommand("half a stroke")
    layer.changeAttributeValue(session.fids_of("SC")[0], layer.fields().lookupField("current_terr"), "NC")
    os.kill(os.getpid(), signal.SIGKILL)
threading.Timer({delay!r}, lambda: os.kill(os.getpid(), signal.SIGKILL)).start()
layer.commitChanges()
time.sleep(1)
"""


#: Ends while the mouse button is held down in a stroke, maybe after another stroke.
STROKE = """
import os, signal, sys
sys.path[:0] = [{root!r}, {root!r} + "/tests"]
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
application = QgsApplication([b"crash"], True)
application.initQgis()
from standins.interface import WindowInterface
from territory_manager.gui.map_toolbar import MapToolbar
from territory_manager.layers.opening import open_session
layer = QgsVectorLayer({path!r} + "|layername=units", "units", "ogr")
QgsProject.instance().addMapLayer(layer)
iface = WindowInterface()
canvas = iface.mapCanvas()
canvas.setDestinationCrs(layer.crs())
session = open_session(layer, "current_terr", ["pop_2019"])
toolbar = MapToolbar(iface, None)
toolbar.set_session(session)
iface.mainWindow().show()
application.processEvents()
canvas.setExtent(layer.extent())
session.current_target = "NC"
toolbar.actions["actionPaint"].trigger()
places = []
for fid in session.fids_of("GA")[::20]:
    point = layer.getFeature(fid).geometry().pointOnSurface().asPoint()
    found = canvas.getCoordinateTransform().transform(point)
    places.append(QPoint(round(found.x()), round(found.y())))
if {before!r}:
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=places[-1])
    if not layer.isModified():
        sys.exit("the first stroke did nothing")
QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=places[0])
stroke = canvas.mapTool().stroke
if stroke is None or not len(stroke):
    sys.exit("no stroke is under way")
os.kill(os.getpid(), signal.SIGKILL)
"""


def georgia(path):
    """Units of GA and of NC in the file."""
    import sqlite3

    with sqlite3.connect(path) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        count = "SELECT COUNT(*) FROM units WHERE current_terr = ?"
        return tuple(file.execute(count, (name,)).fetchone()[0] for name in ("GA", "NC"))


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("delay", [None, 0.001, 0.004, 0.01, 0.2])
def test_the_file_has_the_old_or_the_new_state(qgis_app, sample_path, tmp_path, delay):
    path = tmp_path / "southeast.gpkg"
    shutil.copy(sample_path, path)
    before = georgia(path)
    code = CHILD.format(root=str(ROOT), path=str(path), delay=delay)
    child = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr.decode()[-2000:]
    time.sleep(0.05)
    after = georgia(path)
    changed = (0, before[0] + before[1])
    assert after in ((before,) if delay is None else (before, changed))


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
@pytest.mark.parametrize("before", [False, True])
def test_in_the_middle_of_a_stroke_the_file_has_the_old_state(qgis_app, sample_path, tmp_path, before):
    path = tmp_path / "southeast.gpkg"
    shutil.copy(sample_path, path)
    old = georgia(path)
    child = subprocess.run(
        [sys.executable, "-c", STROKE.format(root=str(ROOT), path=str(path), before=before)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert child.returncode == -signal.SIGKILL, child.stderr.decode()[-2000:]
    assert georgia(path) == old
