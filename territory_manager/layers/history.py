"""What a plan's journal is good for: an alignment as it was, taking a save back, handing the rows on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..core.alignment import Alignment
from ..core.history import UNDO, GiveBack, Past, as_of, give_back
from ..core.statistics import statistics
from ..translate import tr
from .baseline import Baseline
from .plan import PlanError
from .scenario_fields import column, free_field
from .writing import WritingError, add_alignment_field

if TYPE_CHECKING:
    import pandas as pd

    from .session import PlanSession


@dataclass(frozen=True)
class TakenBack:
    """What came of taking a save back.

    Attributes
    ----------
    given : units that have what they had before it.
    locked : units that are locked, or whose territory is, and stay.
    conflicts : units that changed hands again since and were left out.
    gone : units that are no more.
    """

    given: int
    locked: int
    conflicts: int
    gone: int


class History:
    """The past of a session's plan, of its current scenario.

    Parameters
    ----------
    session : PlanSession
    journal : DataFrame, optional
        Rows of the journal; default all of them, as they are now.
    """

    def __init__(self, session: PlanSession, journal: pd.DataFrame | None = None):
        self._session = session
        self.journal = session.journal.table() if journal is None else journal

    # as it was
    def as_of(self, moment: str) -> Past:
        """The alignment as it was saved at a time (UTC, ISO 8601); unsaved edits do not count.

        Raises
        ------
        PlanError
            When there was no such alignment then.
        """
        session = self._session
        field = session.territory_field
        past = as_of(column(session.layer.dataProvider(), field), self.journal, field, moment)
        if not past.existed:
            title = session.scenarios.title_of(field)
            words = tr("Scenario “{title}” was made later. Choose a later time, or show another scenario.")
            raise PlanError(words.format(title=title))
        return past

    def statistics(self, past: Past) -> pd.DataFrame:
        """The statistics table of an alignment as it was, with the units, measures and targets of now."""
        session = self._session
        session.flush()
        ledger = session.alignment
        labels, names = _labelled(past, ledger.units.ids.tolist(), list(ledger.territories))
        before = Alignment(ledger.units, ledger.adjacency, labels, names, session.settings.weights)
        table = statistics(before, session.targets, session.settings.reps)
        # a territory of today that was not there yet had nothing, which nobody asked for
        empty = (table["units"] == 0) & ~table["territory"].isin(list(past.territories.values()))
        return table[~empty].reset_index(drop=True)

    def put_into_field(self, past: Past, title: str) -> str:
        """Write an alignment as it was into a new field of the units, as one undo step; return the field.

        Raises
        ------
        PlanError
            When the layer cannot be edited.
        """
        session = self._session
        session.flush()
        layer = session.layer
        name = free_field(layer, title, session.settings.scenarios)
        known = {fid: past.territories.get(fid) for fid in session.alignment.units.ids.tolist()}
        like = layer.fields().field(session.territory_field)
        text = tr("Alignment as it was: {title}").format(title=title)
        try:
            add_alignment_field(layer, name, like, known, text)
        except WritingError as error:
            raise PlanError(str(error)) from error
        return name

    def new_scenario(self, past: Past, title: str) -> str:
        """Let an alignment as it was be a scenario of the plan; return its field. See `put_into_field`."""
        title = self._free_title(title)
        field = self.put_into_field(past, title)
        self._session.scenarios.adopt(field, title)
        return field

    def new_baseline(self, past: Past, title: str) -> str:
        """Measure changes against an alignment as it was; return its field. See `put_into_field`."""
        field = self.put_into_field(past, title)
        Baseline.of(self._session).field = field
        return field

    def _free_title(self, title: str) -> str:
        taken = {scenario.title for scenario in self._session.scenarios}
        names = (title, *(f"{title} ({number})" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    # taking back
    def give_back(self, save: str) -> GiveBack:
        """What would take a save back, as things are now."""
        session = self._session
        session.flush()
        now = {fid: session.territory_of(fid) for fid in session.alignment.units.ids.tolist()}
        return give_back(now, self.journal, session.territory_field, save)

    def elsewhere(self, save: str) -> list[str]:
        """Titles of the other scenarios in which a save has changed units; taking it back leaves them."""
        session = self._session
        rows = self.journal[(self.journal["session"] == save) & self.journal["unit_id"].notna()]
        fields = [name for name in rows["scenario"].unique() if name != session.territory_field]
        known = {scenario.field: scenario.title for scenario in session.scenarios}
        return [known.get(name, name) for name in fields]

    def take_back(self, save: str, *, conflicts: bool = False) -> TakenBack:
        """Give the units of a save back to whom they had before it, as one undo step; locked ones stay.

        Parameters
        ----------
        save : the value of ``session`` in the journal
        conflicts : also those that changed hands again since

        Raises
        ------
        PlanError
            When the layer cannot be edited, or planning mode is off.
        """
        session = self._session
        session.planning.require()
        found = self.give_back(save)
        wanted = {**found.back, **(found.conflicts if conflicts else {})}
        by_territory: dict[str | None, list[int]] = {}
        for fid, territory in wanted.items():
            by_territory.setdefault(territory, []).append(fid)
        back: dict[int, str | None] = {}
        for territory, units in by_territory.items():
            allowed = session.locks.allowed(units, session.territory_of, territory)
            back.update(dict.fromkeys(allowed.units, territory))
        session.write(back, tr("Undo a save"), by=UNDO)
        session.flush()
        left = 0 if conflicts else len(found.conflicts)
        return TakenBack(len(back), len(wanted) - len(back), left, found.gone)


def export_rows(journal: pd.DataFrame, path: str | Path) -> Path:
    """Write rows of a journal as CSV or XLSX, safe to open in a spreadsheet; return the file.

    Raises
    ------
    SheetError
        When the file cannot be written, or its name ends otherwise.
    """
    from .sheets import SheetError, write_csv, write_xlsx

    path = Path(path)
    header = list(journal.columns)
    rows = [tuple(row) for row in journal.itertuples(index=False)]
    if path.suffix.lower() == ".csv":
        write_csv(path, header, rows)
    elif path.suffix.lower() == ".xlsx":
        write_xlsx(path, header, [(tr("History"), rows)])
    else:
        words = tr("“{ending}” is no format for this. Choose csv or xlsx.")
        raise SheetError(words.format(ending=path.suffix))
    return path


def _labelled(past: Past, fids: list[int], names: list[str]) -> tuple[np.ndarray, list[str]]:
    """Labels of units as they were, and the names they stand for: those given first."""
    place = {name: label for label, name in enumerate(names)}
    labels = np.full(len(fids), -1, dtype=np.int32)
    for position, fid in enumerate(fids):
        name = past.territories.get(fid)
        if name is not None:
            labels[position] = place.setdefault(name, len(place))
    return labels, list(place)
