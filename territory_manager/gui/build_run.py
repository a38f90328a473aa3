"""Runs a build in the background: progress and Cancel in QGIS's own places, the result as one undo step."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton

from ..layers.tasks import CoreTask
from ..translate import tr
from .messages import push_message


class BuildRun(QObject):
    """One build at a time.

    Parameters
    ----------
    iface : QgisInterface
    parent : QObject
    """

    #: A build ended; the core's Solution, or None where there is none.
    finished = pyqtSignal(object)

    def __init__(self, iface, parent=None):
        super().__init__(parent)
        self._iface = iface
        self._session = None
        self._preparation = None
        self._place = None
        self._task = None
        self._item = None
        self._verdict = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._say_verdict)

    @property
    def running(self) -> bool:
        """A build is under way."""
        return self._task is not None

    def ask_and_start(self, session) -> bool:
        """Asks how to build and starts; tells whether a build was started.

        Raises
        ------
        ValueError
            While another build is under way.
        """
        if self.running:
            raise ValueError(tr("A build is under way. Cancel it first, or wait for it."))
        from .build_dialog import BuildDialog

        dialog = BuildDialog(session, self._iface.mainWindow())
        try:
            if not dialog.exec() or dialog.preparation is None:
                return False
            self.start(session, dialog.preparation)
        finally:
            dialog.deleteLater()
        return True

    def start(self, session, preparation) -> None:
        """Starts a build that was prepared (`layers.build_preparation.prepare`)."""
        self._session, self._preparation = session, preparation
        self._place = session.scenarios.place()

        task = CoreTask(tr("Build territories"), preparation.solve)
        task.succeeded.connect(self._succeeded)
        task.failed.connect(self._failed)
        task.stopped.connect(self._stopped)
        self._task = task
        self._show_progress(task)
        task.start()

    def abandon(self) -> None:
        """Ends the build and drops its result, for when the plan is closed."""
        task, self._task = self._task, None
        self._later.stop()
        self._hide_progress()
        self._session = self._preparation = None
        if task is not None:
            task.abandon()

    def _show_progress(self, task):
        bar = self._iface.messageBar()
        self._item = bar.createMessage(tr("Build Territories"), tr("starting…"))
        progress = QProgressBar(self._item)
        progress.setObjectName("buildProgress")
        progress.setRange(0, 100)
        progress.setMaximumWidth(220)
        progress.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        cancel = QPushButton(tr("Cancel"), self._item)
        cancel.setObjectName("buildCancel")
        cancel.setToolTip(tr("Stops and keeps the best territories found so far"))
        cancel.clicked.connect(lambda: task.cancel())
        self._item.layout().addWidget(progress)
        self._item.layout().addWidget(cancel)
        task.progressChanged.connect(lambda percent: self._progress(progress, percent))
        task.told.connect(self._told)
        self._item.destroyed.connect(self._item_gone)
        bar.pushWidget(self._item, Qgis.MessageLevel.Info)

    def _progress(self, progress, percent):
        if self._item is not None:
            progress.setValue(round(percent))

    def _told(self, words):
        if self._item is not None:
            self._item.setText(words)

    def _item_gone(self):
        # the user closed the message; the build goes on in QGIS's list of tasks
        self._item = None

    def _hide_progress(self):
        item, self._item = self._item, None
        if item is not None:
            self._iface.messageBar().popWidget(item)

    def _succeeded(self, solution):
        session, preparation = self._session, self._preparation
        self._end()
        if session is None or not session.is_open:
            return
        from ..layers.build_preparation import apply

        words = ""
        try:
            if session.scenarios.available and session.scenarios.switch(self._place.field):
                title = session.scenarios.current.title
                words = tr("The build began in “{scenario}”, which is shown again.").format(scenario=title)
                words += " "
            changed = apply(session, preparation, solution)
        except ValueError as error:
            self._say(str(error), Qgis.MessageLevel.Warning)
            self.finished.emit(None)
            return
        words += solution.message
        if not changed:
            words += " " + tr("Nothing changed.")
        level = Qgis.MessageLevel.Success if solution.feasible else Qgis.MessageLevel.Warning
        # one turn later, so that it stands on top of QGIS's own "Task complete"
        self._verdict = words, level
        self._later.start(0)
        self.finished.emit(solution)

    def _say_verdict(self):
        self._say(*self._verdict)

    def _failed(self, words):
        self._end()
        self._say(words, Qgis.MessageLevel.Warning)
        self.finished.emit(None)

    def _stopped(self):
        self._end()
        self.finished.emit(None)

    def _end(self):
        self._hide_progress()
        self._task = self._session = self._preparation = None

    def _say(self, words, level):
        push_message(self._iface, tr("Build Territories"), words, level)
