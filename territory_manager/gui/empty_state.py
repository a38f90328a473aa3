"""What the Territories dock shows while no plan is open: where one begins."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ..translate import tr

ICON = Path(__file__).parent.parent / "icons" / "icon.svg"


class EmptyState(QWidget):
    """Two buttons to begin with, or what has to be installed first."""

    newPlanRequested = pyqtSignal()
    sampleRequested = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("territoriesEmptyState")
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        if ICON.exists():
            self._icon.setPixmap(QIcon(str(ICON)).pixmap(48, 48))
        self._title = QLabel(tr("No plan is open"), self)
        self._title.setObjectName("emptyTitle")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setBold(True)
        self._title.setFont(font)
        self._words = QLabel(self)
        self._words.setObjectName("emptyWords")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.new_button = QPushButton(tr("New Plan…"), self)
        self.new_button.setObjectName("newPlanButton")
        self.new_button.clicked.connect(lambda: self.newPlanRequested.emit())
        self.sample_button = QPushButton(tr("Open Sample Plan"), self)
        self.sample_button.setObjectName("openSampleButton")
        self.sample_button.clicked.connect(lambda: self.sampleRequested.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._icon)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        layout.addSpacing(6)
        for button in (self.new_button, self.sample_button):
            button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            button.setMinimumWidth(180)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.set_missing("")

    def set_missing(self, message: str) -> None:
        """Says what has to be installed before a plan can be opened; nothing is missing when empty."""
        self._title.setText(tr("Packages are missing") if message else tr("No plan is open"))
        self._words.setText(
            message
            or tr(
                "Begin with your own map of postal codes, counties or accounts, or look around in the sample."
            )
        )
        for button in (self.new_button, self.sample_button):
            button.setVisible(not message)
