"""Shows a layer in another style for a while; the user's own comes back, and is what projects save."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from qgis.core import (
    QgsAbstractVectorLayerLabeling,
    QgsFeatureRenderer,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QSignalBlocker

_RENDERER, _LABELING, _LABELS_ON = "renderer-v2", "labeling", "labelsEnabled"


class StyleLoan(QObject):
    """The renderer and the labels of one layer, each by itself.

    A project that is saved meanwhile holds the user's own style: it looks as ever where this plugin is not
    there, and is not broken by a crash.

    Parameters
    ----------
    layer : QgsVectorLayer
    project : QgsProject
    """

    def __init__(self, layer: QgsVectorLayer, project: QgsProject, parent: QObject | None = None):
        super().__init__(parent)
        self.layer: QgsVectorLayer | None = layer
        self._project: QgsProject | None = project
        self._renderer: QgsFeatureRenderer | None = None
        self._labeling: tuple[QgsAbstractVectorLayerLabeling | None, bool] | None = None
        project.writeMapLayer.connect(self._saved)
        layer.willBeDeleted.connect(self._layer_gone)

    @property
    def has_renderer(self) -> bool:
        """Whether another renderer than the user's is shown."""
        return self._renderer is not None

    @property
    def has_labeling(self) -> bool:
        """Whether other labels than the user's are shown."""
        return self._labeling is not None

    def show_renderer(self, renderer: QgsFeatureRenderer) -> None:
        """Show the layer like this."""
        if self._renderer is None:
            self._renderer = self.layer.renderer().clone()
        self.layer.setRenderer(renderer)
        self._drawn_again()

    def return_renderer(self) -> None:
        """Show the layer as the user has it."""
        own, self._renderer = self._renderer, None
        if own is not None:
            self.layer.setRenderer(own)
            self._drawn_again()

    def keep_renderer(self) -> None:
        """What is shown is the user's now, what they had before does not matter any more."""
        self._renderer = None

    @contextmanager
    def own_renderer(self) -> Iterator[None]:
        """Inside it the layer has the user's renderer, and whoever changes it changes that one."""
        if self._renderer is None:
            yield
            return
        shown = self.layer.renderer().clone()
        blocker = QSignalBlocker(self.layer)
        self.layer.setRenderer(self._renderer)
        try:
            yield
        finally:
            self._renderer = self.layer.renderer().clone()
            self.layer.setRenderer(shown)
            blocker.unblock()

    def show_labeling(self, labeling: QgsAbstractVectorLayerLabeling) -> None:
        """Label the layer like this."""
        if self._labeling is None:
            own = self.layer.labeling()
            self._labeling = (own.clone() if own is not None else None, self.layer.labelsEnabled())
        self.layer.setLabeling(labeling)
        self.layer.setLabelsEnabled(True)
        self.layer.triggerRepaint()

    def return_labeling(self) -> None:
        """Label the layer as the user has it."""
        own, self._labeling = self._labeling, None
        if own is not None:
            self.layer.setLabeling(own[0])
            self.layer.setLabelsEnabled(own[1])
            self.layer.triggerRepaint()

    def keep_labeling(self) -> None:
        """The labels that are shown are the user's now."""
        self._labeling = None

    def give_back(self) -> None:
        """Everything as the user has it."""
        self.return_renderer()
        self.return_labeling()

    def end(self) -> None:
        """Listen to nothing any more; harmless when done twice."""
        project, self._project = self._project, None
        if project is not None:
            with suppress(TypeError, RuntimeError):  # the project may be gone, and its connections with it
                project.writeMapLayer.disconnect(self._saved)
        if self.layer is not None:
            with suppress(TypeError, RuntimeError):
                self.layer.willBeDeleted.disconnect(self._layer_gone)

    def _layer_gone(self) -> None:
        self._renderer = self._labeling = None
        self.end()
        self.layer = None

    def _drawn_again(self) -> None:
        self.layer.triggerRepaint()
        self.layer.emitStyleChanged()

    def _saved(self, layer, element, document) -> None:
        if self.layer is None or layer is None or layer.id() != self.layer.id():
            return
        context = QgsReadWriteContext()
        if self._renderer is not None:
            _put(element, _RENDERER, self._renderer.save(document, context))
        if self._labeling is not None:
            own, on = self._labeling
            _put(element, _LABELING, None if own is None else own.save(document, context))
            element.setAttribute(_LABELS_ON, "1" if on else "0")


def _put(element, tag: str, fresh) -> None:
    """Put an element in the place of that with the same tag; None for nothing."""
    old = element.firstChildElement(tag)
    if fresh is None:
        if not old.isNull():
            element.removeChild(old)
    elif old.isNull():
        element.appendChild(fresh)
    else:
        element.replaceChild(fresh, old)
