"""Planning mode: the one switch that decides whether anything can be assigned through a plan by hand."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..translate import tr
from .plan import PlanError


class PlanningMode(QObject):
    """Off, nothing is assigned by a stroke, a menu, a suggestion, a repair or a revert.

    Build and rebalance are dialogs that say what they will do and wait for an answer: they stay, and so do
    edits of the layer with QGIS's own tools.
    """

    changed = pyqtSignal(bool)
    """It was switched on or off."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._is_on = True

    def __bool__(self) -> bool:
        return self._is_on

    @property
    def is_on(self) -> bool:
        """Whether units can be assigned by hand."""
        return self._is_on

    def switch(self, on: bool) -> None:
        """Switch it on or off."""
        if bool(on) != self._is_on:
            self._is_on = bool(on)
            self.changed.emit(self._is_on)

    @property
    def why_not(self) -> str:
        """Why nothing can be assigned now, with the remedy; empty while it is on."""
        if self._is_on:
            return ""
        return tr(
            "Planning mode is off, so nothing is assigned. Switch it on in the Territory Painting toolbar."
        )

    def require(self) -> None:
        """Raise `PlanError` while it is off."""
        if not self._is_on:
            raise PlanError(self.why_not)
