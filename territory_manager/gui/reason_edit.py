"""Why the next save is made: one line that goes into the plan's history with it."""

from __future__ import annotations

from contextlib import suppress

from qgis.gui import QgsFilterLineEdit

from ..translate import tr


class ReasonEdit(QgsFilterLineEdit):
    """Shows and changes the reason that a session's journal writes with the next save."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._journal = None
        self.setObjectName("reasonEdit")
        self.setPlaceholderText(tr("Reason for the next save…"))
        self.setAccessibleName(tr("Reason for the next save"))
        self.setMaxLength(500)
        self.textEdited.connect(self._typed)
        self.cleared.connect(lambda: self._typed(""))
        self.set_session(None)

    def set_session(self, session) -> None:
        """Another plan is open, or none."""
        if self._journal is not None:
            with suppress(TypeError, RuntimeError):  # its session may be gone
                self._journal.reasonChanged.disconnect(self._show)
        self._journal = session.journal if session is not None else None
        why_not = tr("No plan is open")
        if self._journal is not None:
            self._journal.reasonChanged.connect(self._show)
            why_not = self._journal.why_not
        self.setEnabled(not why_not)
        self.setToolTip(why_not or tr("Kept in the plan's history with what the next save changes"))
        self._show()

    def _typed(self, text):
        if self._journal is not None:
            self._journal.reason = text

    def _show(self):
        reason = self._journal.reason if self._journal is not None else ""
        if reason != self.text():
            self.setText(reason)
