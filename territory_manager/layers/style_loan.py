"""Shows a layer in another style for a while; the user's own comes back, and is what projects save."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from qgis.core import (
    QgsAbstractVectorLayerLabeling,
    QgsFeatureRenderer,
    QgsMapLayer,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtXml import QDomDocument

_RENDERER, _LABELING, _LABELS_ON = "renderer-v2", "labeling", "labelsEnabled"
_SYMBOLS, _LABELS = QgsMapLayer.StyleCategory.Symbology, QgsMapLayer.StyleCategory.Labeling


class StyleLoan(QObject):
    """The renderer and the labels of one layer, each by itself.

    A project that is saved meanwhile holds the user's own style: it looks as ever where this plugin is not
    there, and is not broken by a crash.

    What is the user's is kept as XML. A renderer that was cloned and handed to the layer would leave a Python
    object behind when the layer gives it up; at the same place in memory the next renderer, of another kind,
    would be taken for it.

    Parameters
    ----------
    layer : QgsVectorLayer
    project : QgsProject
    """

    def __init__(self, layer: QgsVectorLayer, project: QgsProject, parent: QObject | None = None):
        super().__init__(parent)
        self.layer: QgsVectorLayer | None = layer
        self._project: QgsProject | None = project
        self._renderer: QDomDocument | None = None
        self._labeling: QDomDocument | None = None
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
            self._renderer = _style(self.layer, _SYMBOLS)
        self.layer.setRenderer(renderer)
        self._drawn_again()

    def return_renderer(self) -> None:
        """Show the layer as the user has it."""
        own, self._renderer = self._renderer, None
        if own is not None:
            self.layer.importNamedStyle(own, _SYMBOLS)
            self._drawn_again()

    def keep_renderer(self) -> None:
        """What is shown is the user's now, what they had before does not matter any more."""
        self._renderer = None

    @contextmanager
    def own_renderer(self) -> Iterator[QgsVectorLayer]:
        """A layer with the user's renderer; whoever changes it changes what the user will see again."""
        if self._renderer is None:
            yield self.layer
            return
        kind = QgsWkbTypes.displayString(QgsWkbTypes.multiType(self.layer.wkbType()))
        stand_in = QgsVectorLayer(kind, "", "memory")
        stand_in.importNamedStyle(self._renderer, _SYMBOLS)
        yield stand_in
        self._renderer = _style(stand_in, _SYMBOLS)

    def show_labeling(self, labeling: QgsAbstractVectorLayerLabeling) -> None:
        """Label the layer like this."""
        if self._labeling is None:
            self._labeling = _style(self.layer, _LABELS)
        self.layer.setLabeling(labeling)
        self.layer.setLabelsEnabled(True)
        self.layer.triggerRepaint()

    def return_labeling(self) -> None:
        """Label the layer as the user has it."""
        own, self._labeling = self._labeling, None
        if own is not None:
            self.layer.importNamedStyle(own, _LABELS)
            self.layer.triggerRepaint()

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
        if self._renderer is not None:
            own = self._renderer.documentElement().firstChildElement(_RENDERER)
            _put(element, _RENDERER, document.importNode(own, True))
        if self._labeling is not None:
            root = self._labeling.documentElement()
            own = root.firstChildElement(_LABELING)
            _put(element, _LABELING, None if own.isNull() else document.importNode(own, True))
            element.setAttribute(_LABELS_ON, root.attribute(_LABELS_ON, "0"))


def _style(layer: QgsVectorLayer, part: QgsMapLayer.StyleCategory) -> QDomDocument:
    """One part of a layer's style."""
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), part)
    return document


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
