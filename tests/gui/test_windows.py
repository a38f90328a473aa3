"""Windows beside QGIS's own: alive while they are seen, gone when they are closed."""

import gc
import weakref

import pytest

pytest.importorskip("qgis.core")

from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QDialog, QPushButton


class Counter(QDialog):
    """Counts how often its button is pressed."""

    def __init__(self, parent):
        super().__init__(parent)
        self.pressed = []
        self.button = QPushButton(self)
        self.button.clicked.connect(self._press)

    def _press(self):
        self.pressed.append(True)


def test_a_window_that_nobody_else_holds_still_works(qgis_iface):
    from territory_manager.gui.windows import show_beside, shown

    assert shown(Counter) is None
    show_beside(Counter(qgis_iface.mainWindow()))
    gc.collect()
    dialog = shown(Counter)
    show_beside(dialog)
    assert dialog.isVisible() and not dialog.isModal()
    dialog.button.click()
    assert dialog.pressed == [True]
    gone = weakref.ref(dialog)
    dialog.close()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert shown(Counter) is None
    assert gone() is None


def test_signals_are_disconnected_even_when_they_are_not_connected(qgis_app):
    from territory_manager.gui.windows import disconnect_all

    button, heard = QPushButton(), []
    button.clicked.connect(heard.append)
    disconnect_all([(button.clicked, print), (button.clicked, heard.append)])
    button.click()
    assert heard == []


def test_every_window_beside_qgis_is_held():
    """Nothing of ours is shown by itself: such a window loses its Python half."""
    from pathlib import Path

    import territory_manager.gui as gui

    folder = Path(gui.__file__).parent
    loose = [path.name for path in folder.glob("*.py") if "dialog.show()" in path.read_text(encoding="utf-8")]
    assert loose == ["windows.py"]
