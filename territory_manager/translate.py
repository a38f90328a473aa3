"""The one place where words meet Qt's translation.

Every text that a user reads passes through :func:`tr` as a literal string, so that ``lupdate`` finds it;
values are filled in afterwards with ``str.format`` and named fields, so that a translator may reorder them.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

CONTEXT = "TerritoryManager"


def tr(text: str) -> str:
    """Return *text* in the language of the user, or unchanged where no translation is known."""
    return QCoreApplication.translate("TerritoryManager", text)
