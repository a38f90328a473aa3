"""Focus: all territories but those one works on are dimmed on the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .focus_item import FocusItem


class TerritoryFocus(QObject):
    """Keeps the veil over the map in step with the plan; nothing is left of it when it is off.

    Parameters
    ----------
    canvas : QgsMapCanvas
    """

    #: Focus was turned on or off.
    toggled = pyqtSignal(bool)

    def __init__(self, canvas, parent=None):
        super().__init__(parent)
        self._canvas = canvas
        self._session = None
        self._item: FocusItem | None = None
        self._shapes = None
        self._territories: list[str | None] = []

    @property
    def is_on(self) -> bool:
        return self._item is not None

    @property
    def territories(self) -> list:
        """What is not dimmed, None for the unassigned units."""
        return list(self._territories)

    @property
    def units(self) -> frozenset[int]:
        """Feature ids that are not dimmed."""
        return self._item.units if self._item is not None else frozenset()

    def set_session(self, session) -> None:
        """Another plan is shown, or none: focus ends."""
        self.turn_off()
        self._session = session

    def show(self, territories) -> None:
        """Dims all but these territories (None for the unassigned)."""
        if self._session is None or not territories:
            return
        self._territories = list(territories)
        fresh = self._item is None
        if fresh:
            self._item = FocusItem(self._canvas, self._session.layer)
            self._shapes = self._session.alignment.units.geometry
            self._session.statisticsChanged.connect(self._follow)
            self._session.territoryRenamed.connect(self._renamed)
        self._follow()
        if fresh and self.is_on:
            self.toggled.emit(True)

    def turn_off(self) -> None:
        """Takes the veil off the map."""
        if self._item is None:
            return
        item, self._item = self._item, None
        self._territories, self._shapes = [], None
        self._session.statisticsChanged.disconnect(self._follow)
        self._session.territoryRenamed.disconnect(self._renamed)
        self._canvas.scene().removeItem(item)
        self.toggled.emit(False)

    def _renamed(self, old, new):
        self._territories = [new if name == old else name for name in self._territories]

    def _follow(self):
        present = self._session.settings.territories
        self._territories = [name for name in self._territories if name is None or name in present]
        if not self._territories:
            self.turn_off()
            return
        shapes = self._session.alignment.units.geometry
        if shapes is not self._shapes:
            self._shapes = shapes
            self._item.forget_shapes()
        self._item.show_units(fid for name in self._territories for fid in self._session.fids_of(name))
