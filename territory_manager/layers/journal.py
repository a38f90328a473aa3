"""The journal of a plan at work: who gave what to whom, when and why, written with every save of units."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsField, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.history import ADDED, COLUMNS, DELETED, EDIT, FIELD_RENAMED, MADE, RENAMED, net_rows
from ..translate import tr
from .commit_watch import CommitWatch, FieldChanges
from .fields import field as new_field
from .fields import is_text
from .journal_table import append, find_table, make_table, read
from .nulls import is_null
from .origins import Origins
from .plan_commands import PlanChange
from .plan_tables import plan_path
from .scenario_fields import column
from .writing import WritingError

if TYPE_CHECKING:
    import pandas as pd

    from .session import PlanSession

Row = "tuple[object, ...]"

_UNIT, _KEY = COLUMNS.index("unit_id"), COLUMNS.index("key")


class Journal(QObject):
    """Writes what changed hands, once it is saved.

    The journal never tells what was not saved: it compares what the source had before a save with what was
    saved, so edits that were undone or thrown away leave nothing. By what a unit changed hands is known of
    edits made through the session; all others are called "edit".

    What cannot be written is kept in the QGIS profile, and written with the next save.
    """

    written = pyqtSignal()
    """The journal has more rows."""
    begun = pyqtSignal(str)
    """The journal was made, in this file."""
    failed = pyqtSignal(str)
    """Why the journal could not be written, in words."""
    reasonChanged = pyqtSignal()
    """The reason for the next save is another one."""

    def __init__(self, session: PlanSession):
        super().__init__(session)
        self._session = session
        self._reason = ""
        self.origins = Origins()
        self._renames: list[tuple[str, str, str]] = []
        self._names: dict[int, str] = {}
        self._waiting: list[Row] | None = None
        self._key_field: str | None = None
        layer = session.layer
        self._watch = CommitWatch(layer, self.fields, lambda: bool(self._renames), self)
        self._watch.saved.connect(self._saved)
        self._watch.over.connect(self._over)
        self._connections = (
            (session.territoryRenamed, self._renamed),
            (session.renamedElsewhere, self._renamed_in),
            (session.closed, self.stop),
            (layer.featureDeleted, self._deleted),
        )
        for signal, slot in self._connections:
            signal.connect(slot)

    @property
    def reason(self) -> str:
        """Why the next save is made, in the user's words; forgotten with it."""
        return self._reason

    @reason.setter
    def reason(self, words: str) -> None:
        if words != self._reason:
            self._reason = words
            self.reasonChanged.emit()

    # where it is
    @property
    def why_not(self) -> str:
        """Why there is no journal, in words with the remedy; empty where there is or will be one."""
        session = self._session
        if session.settings.is_drawn:
            return tr(
                "The territories of this plan are drawn, so nothing is kept of who had a unit before. Write "
                "them into a field for that."
            )
        if not session.settings.keeps_journal:
            return tr("The history of this plan is switched off.")
        if session.layer.providerType() == "memory":
            return tr("The units are in a temporary layer, which has no history. Save the plan as a file.")
        if plan_path(session) is None:
            return tr(
                "There is no folder to keep a history in. Save the plan as a file, or save the project."
            )
        return ""

    def fields(self) -> list[str]:
        """The fields of the units that hold alignments of the plan."""
        settings = self._session.settings
        names = [settings.territory_field, *settings.scenarios]
        return [name for name in dict.fromkeys(names) if name]

    def layer(self) -> QgsVectorLayer | None:
        """The table, None while there is none."""
        return find_table(self._session)

    def table(self) -> pd.DataFrame:
        """All rows, with the columns of `core.history.COLUMNS`; what could not be written yet included.

        Raises
        ------
        ReadingError
            When the table cannot be read.
        """
        import pandas as pd

        layer = self.layer()
        waiting = pd.DataFrame(self._unwritten(), columns=list(COLUMNS), dtype=object)
        if layer is None:
            return waiting
        found = read(layer)
        return pd.concat([found, waiting], ignore_index=True) if len(waiting) else found

    # what happens to the layer
    def step(
        self,
        field: str,
        before: Mapping[int, str | None],
        after: Mapping[int, str | None],
        by: str,
        redo: Callable[[], None] | None = None,
        undo: Callable[[], None] | None = None,
    ) -> PlanChange:
        """A command to make part of an edit, so that it is known by what it was made; see `Origins.note`.

        The caller keeps a reference to it.
        """
        return PlanChange(*self.origins.note(field, before, after, by, redo, undo))

    def _renamed(self, old: str, new: str) -> None:
        self._renamed_in(self._session.territory_field, old, new)

    def _renamed_in(self, field: str, old: str, new: str) -> None:
        if (field, new, old) in self._renames:
            # undone: a rename and the one back leave nothing
            self._renames.remove((field, new, old))
        else:
            self._renames.append((field, old, new))

    def _deleted(self, fid: int) -> None:
        live = self._session.live
        position = live.position(fid)
        if position is not None:
            self._names[fid] = str(live.alignment.units.names[position])

    def _over(self) -> None:
        self.origins.clear()
        self._renames.clear()
        self._names.clear()

    def _saved(self, changes: dict[str, FieldChanges]) -> None:
        if self.why_not:
            return
        rows = self._rows(changes)
        if rows:
            self.reason = ""
            self._write(rows)

    # rows
    def _rows(self, changes: dict[str, FieldChanges]) -> list[Row]:
        self._session.flush()
        user = QgsApplication.userFullName().strip()
        login = QgsApplication.userLoginName()
        who = f"{user} ({login})" if user and user != login else login
        save, reason = uuid.uuid4().hex, self.reason.strip() or None
        time = datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        rows = []
        for field, found in changes.items():
            rows += [
                (time, who or None, field, save, unit, self._name(unit), None, before, after, by, reason)
                for unit, before, after, by in self._events(field, found)
            ]
        keys = self._keys({row[_UNIT] for row in rows})
        return [(*row[:_KEY], keys.get(row[_UNIT]), *row[_KEY + 1 :]) for row in rows]

    def _keys(self, units: set[int | None]) -> dict[int | None, str | None]:
        """Unit → value of the first field that tells all units apart; empty where there is none."""
        provider = self._session.layer.dataProvider()
        fields = provider.fields()
        if self._key_field is None or fields.lookupField(self._key_field) < 0:
            self._key_field = ""
            taken = {*self.fields(), *(fields.at(place).name() for place in provider.pkAttributeIndexes())}
            for place, candidate in enumerate(fields):
                if candidate.name() in taken or not (is_text(candidate) or _is_whole(candidate)):
                    continue
                values = provider.uniqueValues(place)
                if len(values) == provider.featureCount() and not any(map(is_null, values)):
                    self._key_field = candidate.name()
                    break
        if not self._key_field:
            return {}
        few = 4 * len(units) < provider.featureCount()
        return column(
            provider, self._key_field, [unit for unit in units if unit is not None] if few else None
        )

    def _events(self, field: str, found: FieldChanges) -> Iterable[tuple]:
        """(unit, from, to, by) in the order in which they are written."""
        origins = self.origins.of(field)
        if found.old_name:
            yield None, found.old_name, field, FIELD_RENAMED
        if found.made:
            yield None, None, field, MADE
            for unit, after in found.values.items():
                # what the field was made with is no change; what was planned with it since is
                origin = origins.get(unit)
                if origin is not None and origin.before != after:
                    yield unit, origin.before, after, origin.by if origin.after == after else EDIT
            return
        renames = [(old, new) for name, old, new in self._renames if name == field]
        now = {**found.saved, **found.values}
        for unit in found.removed:
            now.pop(unit, None)
        if renames:
            kept, events = net_rows({unit: found.saved[unit] for unit in now}, now, renames)
            for old, new in kept:
                yield None, old, new, RENAMED
        else:
            kept = []
            events = {unit: (found.saved.get(unit), after) for unit, after in found.values.items()}
        for unit, (before, after) in events.items():
            origin = origins.get(unit)
            yield unit, before, after, origin.by if origin is not None and origin.after == after else EDIT
        for unit, before in found.removed.items():
            for old, new in kept:
                before = new if before == old else before
            yield unit, before, None, DELETED
        for unit, after in found.added.items():
            yield unit, None, after, ADDED

    def _name(self, unit: int | None) -> str | None:
        if unit is None:
            return None
        live = self._session.live
        position = live.position(unit)
        return str(live.alignment.units.names[position]) if position is not None else self._names.get(unit)

    # writing
    def write_waiting(self) -> bool:
        """Write what could not be written before; tells whether nothing is left waiting."""
        return not self._unwritten() or self._write([])

    def _write(self, rows: list[Row]) -> bool:
        rows = [*self._unwritten(), *rows]
        try:
            there = self.layer()
            layer = there or make_table(self._session)
            append(layer, rows)
        except (WritingError, OSError) as error:
            self._wait(rows)
            words = tr("{reason} What was saved is kept and comes into the history with the next save.")
            self.failed.emit(words.format(reason=error))
            return False
        self._wait([])
        if there is None:
            self.begun.emit(layer.source().split("|")[0])
        self.written.emit()
        return True

    def _waiting_file(self) -> Path:
        folder = Path(QgsApplication.qgisSettingsDirPath()) / "territory_manager" / "journal"
        return folder / f"{self._session.settings.plan_id}.json"

    def _unwritten(self) -> list[Row]:
        if self._waiting is None:
            self._waiting = []
            with suppress(OSError, ValueError):
                self._waiting = [tuple(row) for row in json.loads(self._waiting_file().read_text("utf-8"))]
        return self._waiting

    def _wait(self, rows: list[Row]) -> None:
        """Keep rows for later, in the profile too, where they outlive QGIS."""
        self._waiting = rows
        path = self._waiting_file()
        # where even the profile cannot be written they are kept as long as the plan is open
        with suppress(OSError):
            if rows:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
            elif path.exists():
                path.unlink()

    def stop(self) -> None:
        """Stop watching the layer; harmless when done twice."""
        self._watch.stop()
        connections, self._connections = self._connections, ()
        for signal, slot in connections:
            with suppress(TypeError, RuntimeError):  # the layer may be gone, and its connections with it
                signal.disconnect(slot)


def _is_whole(candidate: QgsField) -> bool:
    """Whether a field holds whole numbers."""
    return candidate.type() in (new_field("", "count").type(), new_field("", "id").type())
