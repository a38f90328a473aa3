"""A spin box for the tolerance: ±5 %, ±0.5 %."""

from __future__ import annotations

from qgis.gui import QgsDoubleSpinBox

from ..translate import tr
from . import numbers


class ToleranceSpinBox(QgsDoubleSpinBox):
    """The allowed deviation in %, without zeros that say nothing."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("toleranceSpin")
        self.setPrefix("±")
        self.setSuffix(numbers.NO_BREAK + "%")
        self.setDecimals(2)
        self.setRange(0.05, 100)
        self.setSingleStep(1)
        self.setValue(5)
        self.setShowClearButton(False)
        # the plan follows when a number is complete, not at each key
        self.setKeyboardTracking(False)
        self.setToolTip(tr("How far a territory may be from its target, in % of the target"))

    def textFromValue(self, value):
        return numbers.exact(round(value, self.decimals()), self.locale())

    def stepBy(self, steps):
        """Whole per cent above 1, tenths below."""
        self.setSingleStep(0.1 if self.value() + steps < 1 else 1)
        super().stepBy(steps)
