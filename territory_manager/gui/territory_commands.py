"""What can be done with territories from the table and its menus; each asks the session to do it."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QColorDialog, QInputDialog, QMessageBox

from ..translate import tr
from . import numbers
from .account_commands import give_selected
from .messages import push_message
from .rep_choice import ask_for_rep
from .windows import show_beside

#: More shapes than these take too long to flash.
MOST_FLASHED = 3000


def swatch_icon(color: str | None, side: int = 16) -> QIcon:
    """A square of a territory's colour; without one, a hatched square."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setPen(QColor(128, 128, 128))
    if color:
        painter.setBrush(QColor(color))
    else:
        painter.setBrush(Qt.BrushStyle.BDiagPattern)
    painter.drawRect(1, 1, side - 3, side - 3)
    painter.end()
    return QIcon(pixmap)


class TerritoryCommands(QObject):
    """Commands on the territories of the open plan.

    What goes wrong is said in QGIS's message bar; nothing is raised into the event loop.
    """

    def __init__(self, iface, parent=None):
        super().__init__(parent)
        self._iface = iface
        self._session = None
        self._selected_here = set()

    def set_session(self, session) -> None:
        self._session = session
        self._selected_here = set()

    @property
    def session(self):
        return self._session

    # the map
    def units_of(self, territories) -> list:
        """Feature ids of several territories, None for the unassigned."""
        return [fid for territory in territories for fid in self._session.fids_of(territory)]

    def zoom_to(self, territories) -> None:
        """Shows the territories on the map."""
        fids = self.units_of(territories)
        if fids:
            self._iface.mapCanvas().zoomToFeatureIds(self._session.layer, fids)

    def select(self, territories) -> None:
        """Selects the units of the territories in the layer."""
        fids = self.units_of(territories)
        self._session.layer.selectByIds(fids)
        self._selected_here = set(fids)

    def point_out(self, territories) -> None:
        """Selects the units of the territories, or only flashes them where a selection would be in the way.

        That is where the user has selected something else, and while the layer is edited: QGIS then draws
        every vertex of what is selected.
        """
        layer = self._session.layer
        selected = set(layer.selectedFeatureIds())
        if not layer.isEditable() and (not selected or selected == self._selected_here):
            self.select(territories)
            return
        units = self.units_of(territories)
        if 0 < len(units) <= MOST_FLASHED:
            self._iface.mapCanvas().flashFeatureIds(layer, units, flashes=1, duration=400)

    def drop_selection(self) -> None:
        """Takes back what `point_out` selected, as long as it is selected still."""
        layer = self._session.layer if self._session is not None else None
        if (
            layer is not None
            and self._selected_here
            and set(layer.selectedFeatureIds()) == self._selected_here
        ):
            layer.removeSelection()
        self._selected_here = set()

    def selected_units(self) -> list:
        """Units selected in the layer by whatever tool."""
        return list(self._session.layer.selectedFeatureIds()) if self._session is not None else []

    def explain_selected(self) -> None:
        """Says why the selected unit is where it is, and what moving it would do."""
        units = self.selected_units()
        if len(units) != 1:
            self._say(tr("Select one unit on the map first."))
            return
        from .why_dialog import WhyDialog

        dialog = self._do(lambda: WhyDialog(self._session, units[0], self._window()))
        if dialog is not None:
            show_beside(dialog)

    # assignment
    def assign_selected(self, territory) -> bool:
        """Gives the selected units to a territory (None: to nobody) in one undo step."""
        units = self.selected_units()
        if not units:
            self._say(tr("Select units on the map first, then assign them to a territory."))
            return False
        done = self._do(lambda: self._session.assign(units, territory))
        if done is False:
            self._say(tr("Nothing was assigned: all selected units are locked or there already."))
            return False
        return bool(done)

    def give_selected_accounts(self, territory) -> None:
        """Gives the selected accounts to a territory whatever the map says (None: the map decides again)."""
        give_selected(self._iface, self._session, territory)

    def assign_selected_to_new(self) -> None:
        """Gives the selected units to a territory that is made for them."""
        if not self.selected_units():
            self.assign_selected(None)
            return
        name = self.add()
        if name is not None:
            self.assign_selected(name)

    # territories
    def add(self) -> str | None:
        """Adds a territory after asking for its name; returns the name, None when nothing was added."""
        name, ok = QInputDialog.getText(
            self._window(), tr("Add Territory"), tr("Name (leave it empty for the next free number)")
        )
        if not ok:
            return None
        return self._do(lambda: self._session.add_territory(name.strip() or None))

    def rename(self, territory: str) -> None:
        name, ok = QInputDialog.getText(self._window(), tr("Rename Territory"), tr("Name"), text=territory)
        name = name.strip()
        if ok and name and name != territory:
            self._do(lambda: self._session.rename_territory(territory, name))

    def set_rep(self, territory: str) -> None:
        rep = ask_for_rep(self._window(), self._session, territory)
        if rep is not None and rep != self._session.settings.reps.get(territory, ""):
            self._do(lambda: self._session.set_rep(territory, rep))

    def recolor(self, territory: str) -> None:
        before = QColor(self._session.colors.get(territory, "#888888"))
        color = QColorDialog.getColor(
            before, self._window(), tr("Colour of {territory}").format(territory=territory)
        )
        if color.isValid() and color != before:
            self._do(lambda: self._session.set_color(territory, color.name()))

    def remove(self, territory: str) -> None:
        """Removes a territory; asks first when units lose it."""
        units = len(self._session.fids_of(territory))
        if units:
            answer = QMessageBox.question(
                self._window(),
                tr("Remove Territory"),
                tr("{territory} has {count} units. They will be unassigned; undo brings them back.").format(
                    territory=territory, count=numbers.exact(units)
                ),
                QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel,
                QMessageBox.StandardButton.Cancel,
            )
            if answer != QMessageBox.StandardButton.Ok:
                return
        self._do(lambda: self._session.remove_territory(territory))

    def lock(self, territories, locked: bool) -> None:
        for territory in territories:
            if territory is not None:
                self._do(lambda name=territory: self._set_locked(name, locked))

    def toggle_lock(self, territory: str) -> None:
        self.lock([territory], territory not in self._session.locked_territories)

    def _set_locked(self, territory, locked):
        if locked:
            self._session.lock(territories=[territory])
        else:
            self._session.unlock(territories=[territory])

    # targets
    def reset_targets(self) -> None:
        """Lets all territories get the same again."""
        self._session.territories.capacities.reset()

    def undo_target(self) -> None:
        """Takes the last change of a capacity or target back."""
        self._session.territories.capacities.undo()

    def redo_target(self) -> None:
        """Makes the change of a capacity or target that was taken back again."""
        self._session.territories.capacities.redo()

    # help
    def _do(self, command):
        try:
            return command()
        except (ValueError, RuntimeError) as error:
            self._say(str(error))
            return None

    def _say(self, words):
        push_message(self._iface, tr("Territory Manager"), words, Qgis.MessageLevel.Warning)

    def _window(self):
        return self._iface.mainWindow()
