"""The file of an open plan says what the plan is, as long as that is saved."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .plan_store import describe, plan_file_of, write_store
from .writing import WritingError

if TYPE_CHECKING:
    from .session import PlanSession


class PlanKeeper(QObject):
    """Keeps what a session's GeoPackage says of the plan up to date: whenever the units or the project are
    saved, and only if something differs."""

    failed = pyqtSignal(str)
    """Why the file could not be written, in words."""

    def __init__(self, session: PlanSession):
        super().__init__(session)
        self._session = session
        self._connections = (
            (session.layer.afterCommitChanges, self.refresh),
            (session.project().projectSaved, self.refresh),
            (session.closed, self.stop),
        )
        for signal, slot in self._connections:
            signal.connect(slot)

    def refresh(self) -> bool:
        """Write the plan into its file if something differs; tells whether it did."""
        path = plan_file_of(self._session)
        if path is None or not self._session.is_open:
            return False
        self._session.flush()
        try:
            return write_store(path, describe(self._session, path))
        except (WritingError, ValueError) as error:
            self.failed.emit(str(error))
            return False

    def stop(self) -> None:
        """Stop listening; harmless when done twice."""
        connections, self._connections = self._connections, ()
        for signal, slot in connections:
            with suppress(TypeError, RuntimeError):  # layer or project may be gone
                signal.disconnect(slot)
