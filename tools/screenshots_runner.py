"""The part of tools/screenshots.py that runs inside QGIS: plays the scenario, takes the pictures."""

import importlib.util
import os
import time
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import Qgis, QgsApplication, QgsCoordinateTransform, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from qgis.PyQt.QtWidgets import QAction, QApplication
from qgis.utils import iface

OUT = Path(os.environ["TM_OUT"])
LOG = Path(os.environ["TM_LOG"])
DONE = Path(os.environ["TM_DONE"])


def say(*words):
    """Into the terminal of the tool."""
    with LOG.open("a", encoding="utf-8") as file:
        print(*words, file=file)


class Shot:
    """Pictures of the screen, and hands to work the window with."""

    def __init__(self):
        self.iface = iface
        self.canvas = iface.mapCanvas()
        self.folder = os.environ["TM_FOLDER"]
        self.say = say

    def __call__(self, name, widget=None, settle=True):
        """Save OUT_DIR/name.png: the whole screen, or one widget of it."""
        if settle:
            self.settle()
        path = OUT / f"{name}.png"
        picture = QGuiApplication.primaryScreen().grabWindow(0) if widget is None else widget.grab()
        picture.save(str(path))
        say("picture", path, f"{picture.width()}x{picture.height()}")
        return path

    @property
    def plugin(self):
        """The plugin object (KeyError when it did not load)."""
        return qgis.utils.plugins["territory_manager"]

    def wait(self, milliseconds):
        """Let events run for a time."""
        end = time.monotonic() + milliseconds / 1000
        while time.monotonic() < end:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)

    def until(self, condition, seconds=60):
        """Let events run until ``condition()`` is true; TimeoutError after ``seconds``."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(f"still not true after {seconds} s")
            self.wait(50)

    def settle(self):
        """Wait until the map is drawn and the window has repainted."""
        self.wait(150)
        self.until(lambda: not self.canvas.isDrawing(), 60)
        self.wait(250)

    def tasks(self):
        """Number of tasks under way in QGIS's task manager."""
        return QgsApplication.taskManager().countActiveTasks()

    def find(self, name):
        """A widget by object name (also only its end), anywhere in the program."""
        for widget in QApplication.allWidgets():
            if widget.objectName() == name:
                return widget
        for widget in QApplication.allWidgets():
            if widget.objectName() and widget.objectName().endswith(name):
                return widget
        raise LookupError(f"no widget is called {name}")

    def action(self, name):
        """Trigger an action of the main window by its object name."""
        found = iface.mainWindow().findChild(QAction, name)
        if found is None:
            raise LookupError(f"no action is called {name}")
        found.trigger()
        return found

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press and let go a key with the map in focus."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.canvas, QKeyEvent(kind, key, modifiers))
        self.wait(30)

    def modal(self, what, seconds=30):
        """Once a modal dialog or popup is open, call ``what(dialog)``."""
        end = time.monotonic() + seconds

        def look():
            dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if dialog is None:
                if time.monotonic() < end:
                    QTimer.singleShot(100, look)
                else:
                    say("no dialog opened")
                return
            try:
                self.wait(400)
                what(dialog)
            except Exception:
                say(traceback.format_exc())
                if hasattr(dialog, "reject"):
                    dialog.reject()

        QTimer.singleShot(200, look)

    def canvas_xy(self, layer, fid):
        """Canvas pixel of the middle of a feature."""
        transform = QgsCoordinateTransform(
            layer.crs(), self.canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        point = transform.transform(layer.getFeature(fid).geometry().pointOnSurface().asPoint())
        pixel = self.canvas.getCoordinateTransform().transform(point)
        return round(pixel.x()), round(pixel.y())

    def _mouse(self, kind, x, y, button, buttons, modifiers):
        viewport = self.canvas.viewport()
        point = QPoint(int(x), int(y))
        event = QMouseEvent(kind, point, viewport.mapToGlobal(point), button, buttons, modifiers)
        QApplication.sendEvent(viewport, event)
        self.wait(30)

    def press(self, x, y, button=Qt.MouseButton.LeftButton, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press a mouse button on the map."""
        self._mouse(QEvent.Type.MouseButtonPress, x, y, button, button, modifiers)

    def move(self, x, y, button=Qt.MouseButton.LeftButton, modifiers=Qt.KeyboardModifier.NoModifier):
        """Move the mouse over the map with a button held (``Qt.MouseButton.NoButton``: none)."""
        self._mouse(QEvent.Type.MouseMove, x, y, Qt.MouseButton.NoButton, button, modifiers)

    def release(self, x, y, button=Qt.MouseButton.LeftButton, modifiers=Qt.KeyboardModifier.NoModifier):
        """Let the mouse button go."""
        self._mouse(QEvent.Type.MouseButtonRelease, x, y, button, Qt.MouseButton.NoButton, modifiers)

    def click(self, x, y, button=Qt.MouseButton.LeftButton, modifiers=Qt.KeyboardModifier.NoModifier):
        """Press and let go at one place of the map."""
        self.press(x, y, button, modifiers)
        self.release(x, y, button, modifiers)


def _heard(message, tag, level):
    ours = ("Territory Manager", "Python error", "Plugins", "Python warning")
    if tag in ours or level == Qgis.MessageLevel.Critical:
        say(f"[{tag}] {message}")


def _prepare_window():
    window = iface.mainWindow()
    width, height = (int(part) for part in os.environ["TM_SIZE"].split("x"))
    window.showNormal()
    window.setGeometry(0, 0, width, height)
    window.showMaximized()


def _play():
    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(_heard)
    result = "failed"
    DONE.write_text("started")
    try:
        _prepare_window()
        shot = Shot()
        shot.wait(1000)
        spec = importlib.util.spec_from_file_location("scenario", os.environ["TM_SCENARIO"])
        scenario = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(scenario)
        scenario.run(iface, shot)
        result = "ok"
    except Exception:
        say(traceback.format_exc())
    DONE.write_text(result)
    QgsProject.instance().setDirty(False)
    for layer in QgsProject.instance().mapLayers().values():
        if hasattr(layer, "rollBack") and layer.isEditable():
            layer.rollBack()
    QTimer.singleShot(0, iface.actionExit().trigger)


def _when_started():
    # --code runs after the plugins are loaded; the window's own event loop comes next.
    QTimer.singleShot(1500, _play)


_when_started()
