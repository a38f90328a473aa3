"""The foot of the Territories dock: what is balanced, how strictly, and which rows are shown."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSignalBlocker, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ..translate import tr
from .territories_columns import EVERY, INDEX
from .theme_chooser import ThemeChooser
from .tolerance_spin_box import ToleranceSpinBox

#: Below this width it takes another line.
NARROW = 430


class TerritoriesFoot(QWidget):
    """Shows a plan's choices and says when another one is made; changes no plan itself."""

    balanceChosen = pyqtSignal(str)
    toleranceChosen = pyqtSignal(float)
    filterChanged = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("territoriesFoot")
        self._narrow = None
        self._choice = True
        self._build()
        self.arrange(False)

    def _build(self):
        self._balance = QComboBox(self)
        self._balance.setObjectName("balanceOnCombo")
        self._balance.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._balance.setMinimumContentsLength(7)
        self._balance.setToolTip(tr("Balance on: what deviation and share are shown for"))
        self._balance_label = QLabel(tr("Balance on"), self)
        self._balance_label.setBuddy(self._balance)
        self._tolerance = ToleranceSpinBox(self)
        self._tolerance_label = QLabel(tr("Tolerance"), self)
        self._tolerance_label.setBuddy(self._tolerance)
        self._filter = QgsFilterLineEdit(self)
        self._filter.setObjectName("territoriesFilter")
        self._filter.setPlaceholderText(tr("Filter…"))
        self._filter.setShowSearchIcon(True)
        self._filter.setMinimumWidth(70)
        self._filter.setAccessibleName(tr("Filter territories"))
        self.themes = ThemeChooser(self)
        self._first, second = QHBoxLayout(), QHBoxLayout()
        for widget in (self._balance_label, self._balance, self._tolerance_label, self._tolerance):
            self._first.addWidget(widget)
        second.addWidget(self.themes)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(6, 4, 6, 4)
        self._lines.setSpacing(4)
        self._lines.addLayout(self._first)
        self._lines.addLayout(second)
        self._balance.currentIndexChanged.connect(lambda: self.balanceChosen.emit(self.balance_on()))
        self._tolerance.valueChanged.connect(self.toleranceChosen)
        self._filter.textChanged.connect(self.filterChanged)

    def arrange(self, narrow: bool) -> None:
        """Two lines, or in a narrow dock three."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._first.removeWidget(self._filter)
        self._lines.removeWidget(self._filter)
        self._show_choice()
        self.themes.set_narrow(narrow)
        if narrow:
            self._lines.addWidget(self._filter)
        else:
            self._first.addWidget(self._filter, 2)

    def balance_on(self) -> str:
        """The index, every measure by itself, or the measure that deviations are shown of."""
        return self._balance.currentData() or INDEX

    def fill(self, session) -> None:
        """Show what a plan has to choose from, without saying that anything was chosen."""
        settings = session.settings
        measures = list(settings.measures)
        blockers = [QSignalBlocker(self._balance), QSignalBlocker(self._tolerance)]
        before = self._balance.currentData()
        if before in (None, INDEX, EVERY) or self._balance.count() == 1:
            before = EVERY if settings.each_measure and len(measures) > 1 else INDEX
        self._balance.clear()
        if len(measures) != 1:
            self._balance.addItem(tr("Index") if measures else tr("Number of units"), INDEX)
        if len(measures) > 1:
            self._balance.addItem(tr("Every measure"), EVERY)
            self._balance.insertSeparator(self._balance.count())
        for measure in measures:
            position = session.layer.fields().lookupField(measure)
            title = session.layer.attributeDisplayName(position) if position >= 0 else measure
            self._balance.addItem(title, measure)
        position = self._balance.findData(before)
        self._balance.setCurrentIndex(max(0, position))
        self._choice = self._balance.count() > 1
        self._show_choice()
        self._tolerance.setValue(float(settings.tolerance))
        for blocker in blockers:
            blocker.unblock()

    def _show_choice(self):
        """Where there is one thing to balance there is nothing to choose."""
        self._tolerance_label.setVisible(not (self._narrow and self._choice))
        self._balance.setVisible(self._choice)
        self._balance_label.setVisible(self._choice and not self._narrow)
        self._first.setStretch(1, 1 if self._choice else 0)
        self._first.setStretch(3, 0 if self._choice or not self._narrow else 1)
