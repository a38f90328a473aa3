"""Changes of a plan that belong to an edit of its layer: one undo takes both back."""

from __future__ import annotations

from collections.abc import Callable

try:
    from qgis.PyQt.QtGui import QUndoCommand
except ImportError:  # Qt 5 keeps it among the widgets, though it is none
    from qgis.PyQt.QtWidgets import QUndoCommand


class PlanChange(QUndoCommand):
    """A step of the layer's undo stack that changes the plan.

    Parameters
    ----------
    redo, undo : callable
        Called whenever the layer's edit is made (also the first time) and taken back. They must not touch the
        layer, whose own commands run before and after them.
    """

    def __init__(self, redo: Callable[[], None], undo: Callable[[], None]):
        super().__init__()
        self._redo = redo
        self._undo = undo

    def redo(self) -> None:
        """Called by Qt."""
        self._redo()

    def undo(self) -> None:
        """Called by Qt."""
        self._undo()
