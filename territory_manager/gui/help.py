"""Opens the plugin's pages on the web."""

from __future__ import annotations

from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices


def open_help(section: str) -> None:
    """Shows a section of the documentation in the browser."""
    from ..processing.base import HOMEPAGE

    QDesktopServices.openUrl(QUrl(f"{HOMEPAGE}#{section}"))
