"""The plugin's docks: put into the window together, told of plans together, taken away together."""

from __future__ import annotations

from contextlib import suppress

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction

from ..settings import Settings
from .actions import icon
from .changes_dock import ChangesDock
from .charts_dock import ChartsDock
from .history_commands import JournalMessages
from .suggestions_dock import SuggestionsDock
from .territories_dock import TerritoriesDock

#: Each dock with the icon of the action that shows it; the first is shown at first, the others on demand.
KINDS = (
    (TerritoriesDock, "territories"),
    (ChangesDock, "comparealignments"),
    (SuggestionsDock, "suggestmoves"),
    (ChartsDock, "territorystatistics"),
)


class Docks:
    """Makes the docks and adds them to the window, side by side as tabs.

    Parameters
    ----------
    iface : QgisInterface
    plugin : TerritoryManagerPlugin
        What the docks' buttons call.
    """

    def __init__(self, iface, plugin):
        self._iface = iface
        self._settings = Settings()
        self._messages = JournalMessages(iface)
        self._docks = []
        for kind, picture in KINDS:
            dock = kind(iface, plugin)
            dock.toggleViewAction().setIcon(icon(picture))
            iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
            self._docks.append(dock)
        self._side_by_side()
        if not self._settings.docks_arranged:
            # at its start QGIS arranges the window after the plugins, and piles up docks that it sees first
            iface.initializationCompleted.connect(self._arrange)
        for dock in self._docks:
            dock.setVisible(self._settings.dock_visible(dock.objectName(), dock is self.territories))
        self.territories.raise_()

    @property
    def territories(self) -> TerritoriesDock:
        """The dock that is there from the start."""
        return self._docks[0]

    def _side_by_side(self) -> None:
        # addTabifiedDockWidget leaves out docks that are not seen yet, as at the start of QGIS
        for before, dock in zip(self._docks, self._docks[1:]):
            self._iface.mainWindow().tabifyDockWidget(before, dock)

    def _arrange(self) -> None:
        self._side_by_side()
        self._settings.docks_arranged = True
        if self._docks:
            self.territories.raise_()

    def show_problems(self) -> None:
        """Bring the list of problems to the front."""
        dock = next(dock for dock in self._docks if isinstance(dock, SuggestionsDock))
        dock.setUserVisible(True)
        dock.show_problems()

    def actions(self) -> list[QAction]:
        """Show and hide each dock."""
        return [dock.toggleViewAction() for dock in self._docks]

    def set_session(self, session) -> None:
        """Another plan is open, or none."""
        for dock in self._docks:
            dock.set_session(session)
        self._messages.set_session(session)
        if session is not None:
            self.territories.setUserVisible(True)

    def remove(self) -> None:
        """Take all of them out of the window; what was open is remembered."""
        docks, self._docks = self._docks, []
        with suppress(TypeError):  # not connected
            self._iface.initializationCompleted.disconnect(self._arrange)
        for dock in docks:
            self._settings.set_dock_visible(dock.objectName(), not dock.isHidden())
        for dock in docks:
            self._iface.removeDockWidget(dock)
            dock.close()
            dock.deleteLater()
