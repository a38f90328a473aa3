"""Windows that stay open beside QGIS's own."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog

_open: set[QDialog] = set()


def show_beside(dialog: QDialog) -> None:
    """Show a dialog that leaves QGIS usable, or bring it to the front; it is deleted when it is closed.

    Somebody in Python must hold it: its parent, QGIS's window, does not, and without its Python half a dialog
    is still seen but does nothing any more.
    """
    if dialog not in _open:
        _open.add(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: _open.discard(dialog))
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
