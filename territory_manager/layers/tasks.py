"""Long work of the core in the background, as QGIS tasks that can be cancelled and abandoned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..translate import tr

#: The task manager owns only the C++ half of a task; the Python half must be kept by someone.
_running: set[CoreTask] = set()

Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]


class CoreTask(QgsTask):
    """Runs a function of the core that works on data of its own.

    Parameters
    ----------
    description : str
        What the task manager shows.
    work : callable
        ``work(progress, cancelled)`` → result. It runs in another thread, so it must hold copies of all it
        needs and must not touch a layer, the project or a widget. ``progress(percent, words)`` tells how far
        it is; when ``cancelled()`` turns true it should return the best it has, or ``None``.

    Notes
    -----
    All signals reach the main thread. Cancel in QGIS's task list keeps the best result so far; `abandon`
    cancels and drops it, for when nobody is left who wants it.
    """

    succeeded = pyqtSignal(object)
    """The result; also of a cancelled run that returned one."""

    failed = pyqtSignal(str)
    """Why there is no result, in words."""

    stopped = pyqtSignal()
    """Cancelled before there was any result."""

    told = pyqtSignal(str)
    """What it is doing and the best so far, when the words change."""

    def __init__(self, description: str, work: Callable[[Progress, Cancelled], Any]):
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work = work
        self._result: Any = None
        self._error = ""
        self._words = ""
        self._abandoned = False

    def start(self) -> None:
        """Hand the task to QGIS's task manager."""
        _running.add(self)
        QgsApplication.taskManager().addTask(self)

    def abandon(self) -> None:
        """Cancel and drop the result; no signal comes any more."""
        self._abandoned = True
        self.cancel()

    def run(self) -> bool:
        """Called by QGIS in its worker thread; never raises, because that would end QGIS."""
        try:
            self._result = self._work(self._report, self.isCanceled)
        except Exception as error:
            self._error = str(error) or type(error).__name__
            if not isinstance(error, ValueError):
                # a ValueError is the core explaining the user's data; anything else is ours to look into
                words = f"{self.description()}: {type(error).__name__}: {error}"
                QgsMessageLog.logMessage(words, "Territory Manager", Qgis.MessageLevel.Critical)
            return False
        return self._result is not None

    def finished(self, result: bool) -> None:
        """Called by QGIS in the main thread."""
        _running.discard(self)
        self._work = _nothing
        if self._abandoned:
            return
        if result:
            self.succeeded.emit(self._result)
        elif self._error:
            self.failed.emit(self._error)
        elif self.isCanceled():
            self.stopped.emit()
        else:
            self.failed.emit(tr("“{task}” gave no result.").format(task=self.description()))

    def _report(self, percent: float, words: str = "") -> None:
        self.setProgress(max(0.0, min(100.0, float(percent))))
        if words and words != self._words:
            self._words = words
            self.told.emit(words)


def abandon_all(timeout_ms: int = 3000) -> None:
    """Abandon every running task and give each a moment to end (for unloading the plugin)."""
    for task in list(_running):
        task.abandon()
        if task.status() == QgsTask.TaskStatus.Running:
            task.waitForFinished(timeout_ms)


def _nothing(_progress: Progress, _cancelled: Cancelled) -> None:
    """Stands where the work was, so that its data can be freed."""
