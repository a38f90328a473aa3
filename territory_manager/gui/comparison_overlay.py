"""Shows on the map only what differs between two alignments, without adding anything to the project."""

from __future__ import annotations

from contextlib import suppress

from ..layers.comparison_layer import comparison_layer, pale_copy


class ComparisonOverlay:
    """Two layers on top of the canvas: the units that stay, pale, and those that change in both colours.

    They are in the canvas only: the project and its layer tree are left as they are.
    """

    def __init__(self, canvas):
        self._canvas = canvas
        self._layers: list = []
        self._ids: set[str] = set()

    @property
    def layers(self) -> list:
        """The layers that are shown, the topmost first."""
        return list(self._layers)

    def show(self, session, comparison) -> None:
        """Shows a comparison in the place of the one before."""
        pale = self._layers[1] if self._layers else pale_copy(session.layer)
        fresh, before = not self._layers, self._layers
        self._layers = [comparison_layer(session, comparison), pale]
        self._ids.update(layer.id() for layer in self._layers)
        if fresh:
            self._canvas.layersChanged.connect(self._on_top)
        self._on_top()
        del before  # only now that the canvas has them no more

    def clear(self) -> None:
        """Takes it off the map; harmless when done twice."""
        if not self._layers:
            return
        with suppress(TypeError, RuntimeError):
            self._canvas.layersChanged.disconnect(self._on_top)
        ours, self._layers = self._layers, []
        self._canvas.setLayers(self._others())
        del ours  # only now that the canvas has them no more

    def _on_top(self) -> None:
        # the layer tree sets the canvas's layers anew with every change of its own
        wanted = self._layers + self._others()
        if self._canvas.layers() != wanted:
            self._canvas.setLayers(wanted)

    def _others(self) -> list:
        return [layer for layer in self._canvas.layers() if layer.id() not in self._ids]
