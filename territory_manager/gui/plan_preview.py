"""Looks at a layer in the background while a plan is being set up, and tells what it sees."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..layers.snapshot import LayerSnapshot
from ..layers.tasks import CoreTask
from ..translate import tr

#: Milliseconds of quiet before a layer is read: choices made in a row are one reading.
QUIET = 150


class PlanPreview(QObject):
    """Reads a layer's attributes, then its neighbours, each in a task of its own; the newest wish wins."""

    #: `attributes`, `connections` or `accounts` are new, or an `error` came.
    changed = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.attributes = None
        self.connections = None
        self.accounts = None
        self.error = ""
        self._layer = None
        self._asked = None
        self._measures = ()
        self._territory_field = None
        self._tasks = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET)
        self._timer.timeout.connect(self._read)

    @property
    def busy(self) -> bool:
        """Something is still being read."""
        return self._timer.isActive() or bool(self._tasks)

    def look_at(self, layer, measures, territory_field) -> None:
        """Looks at a layer (None: at nothing); what is known of it already is not read again."""
        measures = tuple(measures)
        if layer is not self._layer:
            self._abandon("attributes")
            self._abandon("connections")
            self.attributes = self.connections = None
            self.error = ""
        known = (
            self.attributes is not None
            and layer is self._layer
            and territory_field == self._territory_field
            and set(measures) <= set(self.attributes.values)
        )
        self._layer, self._measures, self._territory_field = layer, measures, territory_field
        if layer is None:
            self._timer.stop()
            self.changed.emit()
        elif not known:
            self._abandon("attributes")
            self._timer.start()

    def look_at_accounts(self, layer, measures) -> None:
        """Counts accounts over the units looked at; no layer or no measures: none."""
        if not measures:
            layer = None
        asked = (self._layer, layer, measures)
        if asked == self._asked:
            return
        self._asked = asked
        self._abandon("accounts")
        self.accounts = None
        if layer is None or self._layer is None:
            return
        units, accounts = LayerSnapshot(self._layer), LayerSnapshot(layer)

        def count(_progress, _cancelled):
            from ..layers.inspection import read_accounts

            return read_accounts(units, accounts, measures)

        self._start("accounts", tr("Look at the accounts"), count)

    def again(self) -> None:
        """Reads the layer anew, its data having changed."""
        layer, self._layer = self._layer, None
        self.look_at(layer, self._measures, self._territory_field)

    def stop(self) -> None:
        """Ends all reading; nothing is told any more."""
        self._timer.stop()
        for part in ("attributes", "connections", "accounts"):
            self._abandon(part)

    def _read(self):
        snapshot = LayerSnapshot(self._layer)
        measures, territory_field = self._measures, self._territory_field

        def attributes(_progress, cancelled):
            # the core's libraries are loaded here, in the background, and only once a plan is wanted
            from ..layers.inspection import read_attributes

            return read_attributes(snapshot, measures, territory_field, cancelled)

        self._start("attributes", tr("Look at the units"), attributes)
        if self.connections is None and "connections" not in self._tasks:

            def connections(_progress, cancelled):
                from ..layers.inspection import read_connections

                return read_connections(snapshot, cancelled)

            self._start("connections", tr("Look for neighbours"), connections)

    def _start(self, part, words, work):
        self._abandon(part)
        task = CoreTask(words, work)
        self._tasks[part] = task
        task.succeeded.connect(lambda result: self._done(part, task, result))
        task.failed.connect(lambda reason: self._failed(part, task, reason))
        task.stopped.connect(lambda: self._failed(part, task, ""))
        task.start()

    def _done(self, part, task, result):
        if self._tasks.get(part) is not task:
            return
        del self._tasks[part]
        setattr(self, part, result)
        self.changed.emit()

    def _failed(self, part, task, reason):
        if self._tasks.get(part) is not task:
            return
        del self._tasks[part]
        self.error = reason
        self.changed.emit()

    def _abandon(self, part):
        task = self._tasks.pop(part, None)
        if task is not None:
            task.abandon()
