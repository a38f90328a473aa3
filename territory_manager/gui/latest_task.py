"""Background work of a dialog: the newest wish wins, after a moment of quiet."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..layers.reading import ReadingCancelled
from ..layers.tasks import CoreTask
from ..layers.writing import WritingError

#: Milliseconds of quiet before the work begins: choices made in a row are one.
QUIET = 150


class LatestTask(QObject):
    """Does one thing at a time; asked for another, it drops what it was doing."""

    done = pyqtSignal(object)
    """The result of the newest wish."""
    failed = pyqtSignal(str)
    """Why there is none, in words; empty when it was cancelled."""
    busyChanged = pyqtSignal(bool)
    """Work began or ended."""
    progressChanged = pyqtSignal(float)
    """How far it is, in %."""

    def __init__(self, words: str, parent=None, quiet: int = QUIET):
        super().__init__(parent)
        self._words = words
        self._task = None
        self._prepare = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(quiet)
        self._timer.timeout.connect(self._start)

    @property
    def busy(self) -> bool:
        """Something is being worked on, or about to be."""
        return self._timer.isActive() or self._task is not None

    def ask(self, prepare) -> None:
        """Wish for something.

        Parameters
        ----------
        prepare : callable
            Called in the main thread when the work begins; gives ``work(progress, cancelled)`` as `CoreTask`
            takes it, or None where there is nothing to do after all.
        """
        self._abandon()
        self._prepare = prepare
        self._timer.start()
        self.busyChanged.emit(True)

    def cancel(self) -> None:
        """End the work; `failed` tells it with no words."""
        if self.busy:
            self.stop()
            self.failed.emit("")

    def stop(self) -> None:
        """End the work and tell nobody."""
        was_busy = self.busy
        self._timer.stop()
        self._abandon()
        self._prepare = None
        if was_busy:
            self.busyChanged.emit(False)

    def _start(self):
        prepare, self._prepare = self._prepare, None
        work = prepare() if prepare is not None else None
        if work is None:
            self.busyChanged.emit(False)
            return
        task = CoreTask(self._words, _stoppable(work))
        self._task = task
        task.succeeded.connect(lambda result: self._end(task, self.done, result))
        task.failed.connect(lambda words: self._end(task, self.failed, words))
        task.stopped.connect(lambda: self._end(task, self.failed, ""))
        task.progressChanged.connect(lambda percent: self._progress(task, percent))
        task.start()

    def _progress(self, task, percent):
        if task is self._task:
            self.progressChanged.emit(percent)

    def _end(self, task, signal, what):
        if task is not self._task:
            return
        self._task = None
        self.busyChanged.emit(False)
        signal.emit(what)

    def _abandon(self):
        task, self._task = self._task, None
        if task is not None:
            task.abandon()


def _stoppable(work):
    """The work; that it was cancelled is no error."""

    def run(progress, cancelled):
        try:
            return work(progress, cancelled)
        except (ReadingCancelled, InterruptedError):
            return None
        except WritingError as error:
            # it explains the user's file, and is no fault of ours that belongs into the log
            raise ValueError(str(error)) from error

    return run
