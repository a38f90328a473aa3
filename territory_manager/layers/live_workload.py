"""The work of the reps and how they do, kept in step with the borders.

What is counted is said by `PlanSettings.workload` (see `work_settings`); the formulas are those of the
algorithms *Calculate workload*, *Find under- and over-served areas* and *Territory performance*. A border
that moves costs the tours of the territories on both sides of it, not those of the others.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core import work_ledger
from ..core.checks import Finding
from ..core.coverage import Coverage, by_territory, candidate_homes, cover
from ..core.performance import ratios, totals
from ..core.work_ledger import WorkLedger
from ..core.workload import utilisation
from ..translate import tr
from .fields import unused_name
from .layer_listener import Changes
from .work_homes import WorkHomes
from .work_settings import UNITS, VALUES, WorkSettings
from .work_source import NOWHERE, WorkSource

if TYPE_CHECKING:
    import pandas as pd
    from qgis.core import QgsVectorLayer

    from ..core.coverage import Candidate
    from .session import PlanSession

#: Columns of the work, in their order, and those of what is sold.
WORK = ("accounts", "calls", "call_hours", "travel_hours", "workload_hours", "capacity_hours", "utilisation")
SALES = (*VALUES, "white_space", "penetration", "attainment", "growth")
#: What comes before their names where they stand in the statistics table.
PREFIX = "work:"

#: A preview that costs more seconds than this is left for when the hand rests.
_BUDGET = 0.008
_REST_MS = 60
#: Seconds that a stop is taken to cost before one was measured.
_SECONDS_A_STOP = 4e-6


class LiveWorkload(QObject):
    """Workload, utilisation and performance of a session's territories; nothing while nothing is set.

    Attributes
    ----------
    settings : WorkSettings
    source : WorkSource, None while nothing is set.
    homes : WorkHomes, None while nothing is set.
    """

    previewReady = pyqtSignal()
    """A preview that was put off is there: ask for it again."""

    def __init__(self, session: PlanSession):
        super().__init__(session)
        self._session = session
        self.settings = WorkSettings()
        self.source: WorkSource | None = None
        self.homes: WorkHomes | None = None
        self._ledger: WorkLedger | None = None
        self._version = -1
        self._capacity = np.empty(0)
        self._wrong = ""
        self._seconds = _SECONDS_A_STOP
        self._waiting: tuple[np.ndarray, np.ndarray] | None = None
        self._ready: tuple[np.ndarray, dict[str, np.ndarray]] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._compute_waiting)

    # settings
    @property
    def is_on(self) -> bool:
        """The plan says how work is counted, and that can be done."""
        return self.source is not None and not self._wrong

    def start(self) -> None:
        """Begin to follow, if the plan says what."""
        self.stop()
        stored = self._session.settings.workload
        if stored:
            self.begin(WorkSettings.from_dict(stored))

    def begin(self, settings: WorkSettings) -> None:
        """Count like this, whatever the plan says; what was read is used again where it is the same.

        A dialog tries settings out with a `LiveWorkload` of its own.
        """
        if self.source is not None and settings.reads() == self.settings.reads():
            for name, value in vars(settings).items():
                setattr(self.settings, name, value)
            self._ledger = None
            return
        self.stop()
        self.settings = settings
        self._wrong = ""
        try:
            self.settings.model()
        except ValueError as error:
            self._wrong = str(error)
            return
        self.source = WorkSource(self._session, self.settings)
        self.homes = WorkHomes(self._session, self.settings)

    def stop(self) -> None:
        """Stop listening; harmless when done twice."""
        self._timer.stop()
        for one in (self.source, self.homes):
            if one is not None:
                one.stop()
        self.source = self.homes = self._ledger = None
        self._waiting = self._ready = None
        self.settings, self._version, self._wrong = WorkSettings(), -1, ""

    def use(self, settings: WorkSettings | None) -> None:
        """Count like this from now on; None to count no work any more."""
        session = self._session
        session.flush()
        session.settings.workload = settings.to_dict() if settings is not None else {}
        self.start()
        session.structure_changed()
        session.flush()

    # following
    @property
    def pending(self) -> bool:
        """Edits were heard that the numbers do not show yet."""
        return self.source is not None and (self.source.pending or self.homes.pending)

    def follow(self, changes: Changes) -> bool:
        """Take up edits; the tours are computed when somebody asks. Never changes the plan's structure."""
        if self.source is None:
            return False
        self.source.follow(changes)
        self.homes.follow()
        if self.settings.to_dict() != self._session.settings.workload:
            # a field was renamed
            self._session.settings.workload = self.settings.to_dict()
            self._session.store()
        return False

    @property
    def problems(self) -> list[str]:
        """What is missing, in words."""
        if self._wrong:
            return [self._wrong]
        if self.source is None:
            return []
        words = list(self.source.problems)
        if self.source.called_on.layer is None:
            return words
        names, k = self._session.alignment.territories, self._session.alignment.k
        ledger = self._current()
        used = ledger.sums[:k, work_ledger.CALLS] > 0
        words += self.homes.problems(names, used)
        known = self._sold(self._session.alignment.labels, ledger.territory)
        if "sales" in known:
            negative = [names[row] for row in np.flatnonzero(known["sales"][:k] < 0).tolist()]
            if negative:
                text = tr("Sales are negative in {names}: more was taken back than sold.")
                words.append(text.format(names=", ".join(negative)))
        if "quota" in known:
            without = [names[row] for row in np.flatnonzero(~(known["quota"][:k] > 0)).tolist()]
            if without:
                text = tr("Without a quota above 0, so without attainment: {names}.")
                words.append(text.format(names=", ".join(without)))
        return words

    @property
    def findings(self) -> list[Finding]:
        """Nothing about single units."""
        return []

    # numbers of territories
    def columns(self) -> tuple[str, ...]:
        """The columns that can be had, of `WORK` and `SALES`."""
        if not self.is_on:
            return ()
        return (*WORK, *self._sales_columns())

    def table(self) -> dict[str, np.ndarray]:
        """Column → (k + 1,) in the order of the alignment's territories, the last one the unassigned."""
        self._session.flush()
        if not self.is_on:
            return {}
        ledger = self._current()
        return self._columns(ledger.sums, self._session.alignment.labels, ledger.territory)

    def joined(self, frame: pd.DataFrame, numbers: dict[str, np.ndarray] | None = None) -> pd.DataFrame:
        """A statistics table with the columns of `table` (or those *numbers*), called ``work:…``."""
        numbers = self.table() if numbers is None else numbers
        if not numbers:
            return frame
        alignment = self._session.alignment
        row = {name: number for number, name in enumerate(alignment.territories)}
        rows = np.array([row.get(name, alignment.k) for name in frame["territory"].tolist()], dtype=np.int64)
        return frame.assign(**{PREFIX + name: column[rows] for name, column in numbers.items()})

    def exported(self, frame: pd.DataFrame) -> pd.DataFrame:
        """A statistics table with the columns of `table`, under names that are free there."""
        names: dict[str, str] = {}
        for name in self.columns():
            names[PREFIX + name] = unused_name(name, [*frame.columns, *names.values()])
        return self.joined(frame).rename(columns=names)

    def preview_of(self, stroke) -> dict[str, np.ndarray] | None:
        """`preview` of a stroke under way, or of a proposal that is looked at."""
        live, territories = self._session.live, self._session.alignment.territories
        moves = getattr(stroke, "moves", None)
        given = list(moves.values()) if moves is not None else [stroke.territory]
        if any(name is not None and name not in territories for name in given):
            return None
        labels = np.array([live.label(name) for name in given], dtype=np.int32)
        positions = getattr(stroke, "positions", None)
        if positions is None:
            positions = live.positions(stroke.units)
        return self.preview(positions, labels if moves is not None else labels[0])

    def preview(self, positions: np.ndarray, labels: np.ndarray | int) -> dict[str, np.ndarray] | None:
        """`table` as it would be once units have another territory: one for all of them, or each its own.

        Where that takes longer than a hand waits, what was computed last comes back, None where that is
        nothing, and `previewReady` says when there is more.
        """
        if not self.is_on:
            return None
        units = self._session.alignment.labels.copy()
        units[positions] = labels
        ledger = self._current()
        stops = self._labels_of_stops(units)
        rows = ledger.affected(stops)
        cost = self._seconds * ledger.size(rows, stops)
        if cost <= _BUDGET:
            return self._previewed(units, stops)
        if self._ready is not None and np.array_equal(self._ready[0], units):
            return self._ready[1]
        self._waiting = (units, stops)
        if not self._timer.isActive():
            self._timer.start()
        return None if self._ready is None else self._ready[1]

    def forget_preview(self) -> None:
        """The stroke is over."""
        self._timer.stop()
        self._waiting = self._ready = None

    # coverage
    def unit_hours(self) -> np.ndarray:
        """(n,) hours of work in each unit, whoever it belongs to."""
        return self.coverage().need

    def coverage(self) -> Coverage:
        """How well the capacity of each territory's rep covers the work that belongs to it.

        That of accounts counts where `table` counts it: with their owner, in units of another territory too.
        """
        self._session.flush()
        alignment, ledger = self._session.alignment, self._current()
        return cover(
            self.source.stops.xy,
            ledger.hours,
            self._capacity,
            self.homes.places(alignment.territories),
            ledger.territory.copy(),
            alignment.adjacency,
            unit=self.source.unit_of,
            reach=self.settings.reach_in_metres(),
            rounds=self.settings.smoothing,
            tolerance=self.settings.tolerance,
        )

    def coverage_of_territories(self, found: Coverage) -> dict[str, np.ndarray]:
        """The same by territory, see `core.coverage.by_territory`; its hours are those of `table`."""
        of_one = max(self.homes.of_one, 1e-9)
        return by_territory(found, found.territory, self._capacity, of_one, self.settings.tolerance)

    def called_on(self, territory: str | None) -> tuple[QgsVectorLayer | None, list[int]]:
        """The layer of the accounts, or units, and the features of it that are a territory's work."""
        self._session.flush()
        layer = self.source.called_on.layer
        label = self._session.live.label(territory)
        mine = np.flatnonzero(self._current().territory == label)
        return layer, [self.source.ids[row] for row in mine.tolist()] if layer is not None else []

    def candidates(self, found: Coverage, count: int = 5) -> list[Candidate]:
        """Where to put the next reps, the best place first."""
        if not self.homes.of_one > 0:
            return []
        left = np.maximum(found.need - found.supplied, 0.0)
        xy = self._session.alignment.units.xy
        reach = self.settings.reach_in_metres()
        return candidate_homes(xy, left, self.homes.of_one, reach=reach, count=count)

    def white_space(self) -> np.ndarray | None:
        """(n,) potential − sales of each unit; None where either is not known."""
        both = [self._of_units(what) for what in ("potential", "sales")]
        return None if any(one is None for one in both) else both[0] - both[1]

    # inside
    def _current(self) -> WorkLedger:
        """The ledger, with the borders, homes and hours as they are now."""
        alignment = self._session.alignment
        homes = self.homes.places(alignment.territories)
        self._capacity = self.homes.capacity(alignment.territories)
        if self._ledger is None or self._version != self.source.version:
            labels = self._labels_of_stops(alignment.labels)
            self._ledger = WorkLedger(self.source.stops, labels, homes, self.settings.model())
            self._version = self.source.version
        else:
            self._ledger.give(self._labels_of_stops(alignment.labels), homes)
        return self._ledger

    def _labels_of_stops(self, units: np.ndarray) -> np.ndarray:
        """Territory of each stop when units have these; named accounts keep their own."""
        found = np.append(units, -1)[self.source.unit_of].astype(np.int32)
        owners = self.source.owners()
        if owners:
            label = {name: number for number, name in enumerate(self._session.alignment.territories)}
            for fid, owner in owners.items():
                row = self.source.row_of.get(fid)
                if row is not None and owner in label:
                    found[row] = label[owner]
        return found

    def _sales_columns(self) -> list[str]:
        there = {what for what in VALUES if self.source.values(what) is not None}
        if self.homes.quota(self._session.alignment.territories) is not None:
            there.add("quota")
        needed = {
            "white_space": {"potential", "sales"},
            "penetration": {"potential", "sales"},
            "attainment": {"sales", "quota"},
            "growth": {"sales", "previous"},
        }
        return [name for name in SALES if needed.get(name, {name}) <= there]

    def _sold(self, units: np.ndarray, stops: np.ndarray) -> dict[str, np.ndarray]:
        """Potential, sales … (k + 1,) of the territories, as far as they are known."""
        k, found = self._session.alignment.k, {}
        for what in VALUES:
            values = self.source.values(what)
            if values is not None:
                found[what] = totals(units if values[1] == UNITS else stops, values[0], k)
        quota = self.homes.quota(self._session.alignment.territories)
        if quota is not None:
            found["quota"] = np.append(quota, np.nan)
        return found

    def _columns(self, sums: np.ndarray, units: np.ndarray, stops: np.ndarray) -> dict[str, np.ndarray]:
        calling, travelling = sums[:, work_ledger.CALL_HOURS], sums[:, work_ledger.TRAVEL_HOURS]
        capacity = np.append(self._capacity, np.nan)
        found = {
            "accounts": sums[:, work_ledger.ACCOUNTS],
            "calls": sums[:, work_ledger.CALLS],
            "call_hours": calling,
            "travel_hours": travelling,
            "workload_hours": calling + travelling,
            "capacity_hours": capacity,
            "utilisation": utilisation(calling + travelling, capacity),
        }
        known = self._sold(units, stops)
        compared = ratios(known)
        for name in SALES:
            column = known.get(name, compared.get(name))
            if column is not None:
                found[name] = column
        return found

    def _previewed(self, units: np.ndarray, stops: np.ndarray) -> dict[str, np.ndarray]:
        ledger = self._current()
        start = time.perf_counter()
        rows, sums = ledger.preview(stops)
        size = ledger.size(rows, stops)
        if size > 100:
            self._seconds = 0.5 * self._seconds + 0.5 * (time.perf_counter() - start) / size
        after = ledger.sums
        after[rows] = sums
        return self._columns(after, units, stops)

    def _compute_waiting(self) -> None:
        self._timer.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is None or not self.is_on or len(waiting[0]) != self._session.alignment.units.n:
            return
        self._ready = (waiting[0], self._previewed(*waiting))
        self.previewReady.emit()

    def _of_units(self, what: str) -> np.ndarray | None:
        """(n,) potential or sales of each unit, what its accounts add up to where it is theirs."""
        if not self.is_on:
            return None
        values = self.source.values(what)
        if values is None:
            return None
        column, where = values
        if where == UNITS:
            return column
        placed, n = self.source.unit_of != NOWHERE, self._session.alignment.units.n
        units = self.source.unit_of[placed]
        # without accounts nothing is sold; where none of them has a number nothing is known
        bare = np.bincount(units, minlength=n) == 0
        return np.where(bare, 0.0, totals(units, column[placed], n)[:n])
