"""The command that opens the history, and what the journal says by itself."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QObject

from ..translate import tr
from .actions import Command
from .messages import push_message
from .plan_ready import is_ready
from .windows import show_beside, shown


def commands(iface, plugin, menu: str) -> list[Command]:
    """Commands for the menu of that key."""
    return [
        Command(
            "actionHistory",
            tr("History…"),
            tr("Who changed what, when and why; the plan as it was on a day; undo a whole save"),
            "history",
            lambda: show_history(iface, plugin),
            needs_plan=True,
            in_toolbar=False,
            menu=menu,
        )
    ]


def show_history(iface, plugin) -> None:
    """Shows the history of the open plan, or brings it to the front."""
    if not is_ready(iface, plugin, tr("History")):
        return
    from .history_dialog import HistoryDialog

    try:
        show_beside(shown(HistoryDialog) or HistoryDialog(iface, plugin.session, iface.mainWindow()))
    except ValueError as error:
        push_message(iface, tr("History"), str(error), Qgis.MessageLevel.Warning)


class JournalMessages(QObject):
    """Says in the message bar where the history is kept, and when it or the plan's file cannot be written."""

    def __init__(self, iface, parent=None):
        super().__init__(parent)
        self._iface = iface
        self._session = None

    def set_session(self, session) -> None:
        """Another plan is open, or none."""
        before, self._session = self._session, session
        if before is not None:
            for signal, slot in self._signals(before):
                with suppress(TypeError, RuntimeError):  # the session may be gone
                    signal.disconnect(slot)
        if session is not None:
            for signal, slot in self._signals(session):
                signal.connect(slot)

    def _signals(self, session):
        return (
            (session.journal.failed, self._failed),
            (session.journal.begun, self._begun),
            (session.keeper.failed, self._failed),
        )

    def _failed(self, words):
        push_message(self._iface, tr("History"), words, Qgis.MessageLevel.Warning)

    def _begun(self, path):
        words = tr("The history of this plan is kept in {file}").format(
            file=f'<a href="{Path(path).as_uri()}">{path}</a>'
        )
        push_message(self._iface, tr("History"), words, Qgis.MessageLevel.Info, 8)
