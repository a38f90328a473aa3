"""What dialogs have at their foot: remarks, the progress of work in the background, buttons."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar


def remarks_label(dialog: QDialog) -> QLabel:
    """A line or more for what is to be said before OK; with links."""
    label = QLabel(dialog)
    label.setObjectName("remarksLabel")
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    return label


def progress_bar(dialog: QDialog, name: str) -> QProgressBar:
    """A narrow bar, hidden until something goes on."""
    bar = QProgressBar(dialog)
    bar.setObjectName(name)
    bar.setMaximumWidth(160)
    bar.hide()
    return bar


def ok_cancel_help(dialog: QDialog, ok: str) -> QDialogButtonBox:
    """OK, called *ok*, Cancel and Help."""
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok
        | QDialogButtonBox.StandardButton.Cancel
        | QDialogButtonBox.StandardButton.Help,
        dialog,
    )
    buttons.button(QDialogButtonBox.StandardButton.Ok).setText(ok)
    return buttons
