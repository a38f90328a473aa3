"""A layer beside the units that a plan lives on: heard while it is there, taken up again when it is back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .layer_listener import Changes, LayerListener


class SideLayer(QObject):
    """One such layer.

    A layer that was removed and is loaded again from the same source, or by an undo that restores its id, is
    the same layer.

    Parameters
    ----------
    project : QgsProject
    layer_id : str
        QGIS id of the layer; it need not be there.
    watched : sequence of str
        Fields whose values matter.
    """

    changed = pyqtSignal()
    """Something was noted; once per turn of the event loop."""
    flushNow = pyqtSignal()
    """The layer is about to be saved: take what is pending while feature ids are still the old ones."""
    cameOrWent = pyqtSignal()
    """The layer was removed, or is there again (look at `layer`)."""

    def __init__(
        self, project: QgsProject, layer_id: str, watched: Sequence[str], parent: QObject | None = None
    ):
        super().__init__(parent)
        self.layer: QgsVectorLayer | None = None
        self.layer_id = layer_id
        self.name = ""
        self._source = ""
        self._watched = tuple(watched)
        self._listener: LayerListener | None = None
        self._project: QgsProject | None = project
        self._moved = False
        project.layersAdded.connect(self._layers_added)
        self._adopt(project.mapLayer(layer_id))
        self._moved = False

    @property
    def pending(self) -> bool:
        """Something was noted that nobody took yet."""
        return self._moved or (self._listener is not None and self._listener.pending)

    def take(self) -> tuple[Changes, bool]:
        """What was noted, and whether the layer itself came or went meanwhile."""
        moved, self._moved = self._moved, False
        return (self._listener.take() if self._listener is not None else Changes()), moved

    def watch(self, names: Sequence[str]) -> None:
        """Watch these fields from now on."""
        self._watched = tuple(names)
        if self._listener is not None:
            self._listener.watch(self._watched)

    def stop(self) -> None:
        """Stop listening; harmless when done twice."""
        project, self._project = self._project, None
        if project is not None:
            with suppress(TypeError, RuntimeError):  # the project may be gone, and its connections with it
                project.layersAdded.disconnect(self._layers_added)
        if self._listener is not None:
            self._listener.stop()
            self._listener = None

    def _adopt(self, layer) -> None:
        if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
            return
        self.layer, self.layer_id = layer, layer.id()
        self.name, self._source = layer.name(), layer.source()
        self._listener = LayerListener(layer, self._watched, self)
        self._listener.changed.connect(self.changed)
        self._listener.beforeCommit.connect(self.flushNow)
        self._listener.layerGone.connect(self._gone)
        self._moved = True

    def _gone(self) -> None:
        self.layer, self._listener = None, None
        self._moved = True
        self.cameOrWent.emit()

    def _layers_added(self, layers) -> None:
        if self.layer is not None:
            return
        for layer in layers:
            if layer.id() == self.layer_id or (self._source and layer.source() == self._source):
                self._adopt(layer)
                if self.layer is not None:
                    self.cameOrWent.emit()
                return
