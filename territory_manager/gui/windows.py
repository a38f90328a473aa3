"""Windows that stay open beside QGIS's own."""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from contextlib import suppress

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog

_open: set[QDialog | None] = set()


def show_beside(dialog: QDialog) -> None:
    """Show a dialog that leaves QGIS usable, or bring it to the front; it is deleted when it is closed.

    Somebody in Python must hold it: its parent, QGIS's window, does not, and without its Python half a dialog
    is still seen but does nothing any more.
    """
    if dialog not in _open:
        _open.add(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # a slot that held the dialog would keep its Python half for ever
        closing = weakref.ref(dialog)
        dialog.finished.connect(lambda _result: _open.discard(closing()))
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def shown(kind: type[QDialog]):
    """The dialog of this kind that is open beside QGIS's window; None where there is none."""
    return next((dialog for dialog in _open if type(dialog) is kind), None)


def disconnect_all(connections: Iterable[tuple]) -> None:
    """Disconnect signals from slots, (signal, slot) each; those that are not connected any more, too."""
    for signal, slot in connections:
        with suppress(TypeError, RuntimeError):  # the session may be gone, and its connections with it
            signal.disconnect(slot)
