"""Chooses what the map shows: a theme, and what labels say."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QActionGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from ..translate import tr
from .actions import icon


class ThemeChooser(QWidget):
    """One line for a session's `themes`; what cannot be had is greyed and says why."""

    #: A theme or labels could not be shown; says why in words.
    failed = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("themeChooser")
        self._session = None
        self._label = QLabel(tr("Theme"), self)
        self._combo = QComboBox(self)
        self._combo.setObjectName("themeCombo")
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(9)
        self._combo.setAccessibleName(tr("Theme"))
        self._label.setBuddy(self._combo)
        self._button = QToolButton(self)
        self._button.setObjectName("labelsButton")
        self._button.setIcon(icon("labels"))
        self._button.setText(tr("Labels"))
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setAutoRaise(True)
        self._button.setToolTip(tr("What the label of each territory says on the map"))
        self._menu = QMenu(self)
        self._menu.setObjectName("labelsMenu")
        self._button.setMenu(self._menu)
        self._group: QActionGroup | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._label)
        row.addWidget(self._combo, 1)
        row.addWidget(self._button)
        self._combo.activated.connect(self._chosen)

    def set_session(self, session) -> None:
        """Shows another session's choices, or none."""
        if self._session is not None:
            self._session.themes.changed.disconnect(self.fill)
        self._session = session
        if session is not None:
            session.themes.changed.connect(self.fill)
            self.fill()

    def set_narrow(self, narrow: bool) -> None:
        """Without the words where there is little room."""
        self._label.setVisible(not narrow)
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        self._button.setToolButtonStyle(style)

    def fill(self) -> None:
        """Takes over what can be chosen and what is."""
        # loaded by the session; the dock's own start must not pull in what it needs
        from ..layers.theme_classes import THEMES, title_of

        themes = self._session.themes
        with QSignalBlocker(self._combo):
            self._combo.clear()
            for theme in THEMES:
                self._combo.addItem(title_of(theme), theme)
                reason = themes.why_not(theme)
                item = self._combo.model().item(self._combo.count() - 1)
                item.setEnabled(not reason)
                item.setToolTip(reason)
            self._combo.setCurrentIndex(self._combo.findData(themes.shown))
        reason = themes.why_not(themes.name)
        self._combo.setToolTip(
            f"{title_of(themes.name)}: {reason}" if reason else tr("Theme: what the colours of the map show")
        )
        self._fill_labels()

    def _fill_labels(self):
        from ..layers.territory_labels import LABELS, title_of

        self._menu.clear()
        self._group = QActionGroup(self._menu)
        for labels in LABELS:
            action = QAction(title_of(labels), self._group)
            action.setCheckable(True)
            action.setChecked(labels == self._session.themes.labels)
            action.setData(labels)
            self._menu.addAction(action)
        self._group.triggered.connect(self._labels_chosen)

    def _chosen(self, row):
        self._try(lambda: self._session.themes.choose(self._combo.itemData(row)))

    def _labels_chosen(self, action):
        self._try(lambda: self._session.themes.choose_labels(action.data()))

    def _try(self, call):
        if self._session is None:
            return
        try:
            call()
        except ValueError as error:
            self.fill()
            self.failed.emit(str(error))
