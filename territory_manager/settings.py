"""What the plugin remembers of the user between sessions, all of it in one place."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

PREFIX = "territory_manager/"


class Settings:
    """The user's settings, kept by QGIS under ``territory_manager/``."""

    @property
    def sample_folder(self) -> str:
        """Folder the sample plan is copied to: the last one, at first the user's documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self._get("sample_folder", documents or str(Path.home()))

    @sample_folder.setter
    def sample_folder(self, folder: str) -> None:
        self._set("sample_folder", folder)

    @property
    def territories_dock_visible(self) -> bool:
        """Whether the Territories dock was open when QGIS ended."""
        return self._get("territories_dock_visible", True)

    @territories_dock_visible.setter
    def territories_dock_visible(self, visible: bool) -> None:
        self._set("territories_dock_visible", visible)

    def _get(self, key: str, default):
        return QgsSettings().value(PREFIX + key, default, type=type(default))

    def _set(self, key: str, value) -> None:
        QgsSettings().setValue(PREFIX + key, value)
