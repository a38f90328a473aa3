"""The list of levels in the head of the Territories dock: territories, regions, countries."""

from __future__ import annotations

from contextlib import suppress

from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox

from ..translate import tr


class LevelChooser(QComboBox):
    """Chooses the level whose groups are rows; hidden where the plan has no levels."""

    levelChosen = pyqtSignal(object)
    """Another level is shown: its number, counted from 0; None for the territories."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("levelCombo")
        self.setAccessibleName(tr("Level"))
        self.setToolTip(tr("Level: what the rows of the table are"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self._session = None
        self._level = None
        self.currentIndexChanged.connect(lambda _index: self._chosen())
        self.hide()

    @property
    def level(self) -> int | None:
        """The level that is shown, None for the territories."""
        return self._level

    def set_session(self, session) -> None:
        """Offers a plan's levels; the territories are shown first."""
        before, self._session = self._session, session
        if before is not None:
            with suppress(TypeError, RuntimeError):  # the session may be gone
                before.followers.levels.changed.disconnect(self._fill)
        self._level = None
        if session is not None:
            session.followers.levels.changed.connect(self._fill)
        self._fill()

    def show_level(self, number: int | None) -> None:
        """Show a level, None for the territories."""
        self.setCurrentIndex(max(0, self.findData(number)))

    def _fill(self):
        levels = self._session.followers.levels.all if self._session is not None else []
        with QSignalBlocker(self):
            self.clear()
            self.addItem(tr("Territories"), None)
            for number, level in enumerate(levels):
                self.addItem(level.name, number)
            self.setCurrentIndex(0 if self._level is None else max(0, self.findData(self._level)))
        self.setVisible(bool(levels))
        if self._level is not None:
            # the level may have other groups, another name, or be gone
            self._level = self.currentData()
            self.levelChosen.emit(self._level)

    def _chosen(self):
        if self.currentData() != self._level:
            self._level = self.currentData()
            self.levelChosen.emit(self._level)
