"""What a plan can hand on: its units or accounts with who has them, or the outlines of its territories."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest
from qgis.PyQt.QtCore import QUrl

from ..translate import tr
from .alignment_export import CHANGE, PREVIOUS, REP, TERRITORY, Contacts, all_columns
from .baseline import Baseline
from .fields import unused_name
from .nulls import is_null
from .plan import PlanError
from .reading import ReadingCancelled
from .snapshot import LayerSnapshot

if TYPE_CHECKING:
    from .session import PlanSession

UNITS, ACCOUNTS, OUTLINES = "units", "accounts", "boundaries"
UNIT = "unit"
_AT_ONCE = 1000
_CONTACTS = ("email", "phone", "team", "manager")


@dataclass
class ExportTable:
    """Every column that can be exported.

    Attributes
    ----------
    columns : name → one value a row
    count : how many rows
    own : the columns of the layer itself
    """

    columns: dict[str, list[Any]]
    count: int
    own: list[str]

    @property
    def changed(self) -> list[int]:
        """Rows that change hands."""
        return [row for row, change in enumerate(self.columns.get(CHANGE, ())) if change is not None]


class AlignmentSource:
    """What of a plan is needed to list its units or accounts; made in the main thread, read in any.

    Parameters
    ----------
    session : PlanSession
    kind : `UNITS` or `ACCOUNTS`

    Raises
    ------
    PlanError
        The plan has no accounts.
    """

    def __init__(self, session: PlanSession, kind: str = UNITS):
        session.flush()
        baseline = Baseline.of(session)
        units = session.alignment.units
        ids = units.ids.tolist()
        now = {fid: session.live.territory_of(fid) for fid in ids}
        before = dict(zip(ids, baseline.territories_of(ids)))
        # who has what in other scenarios is nobody's business
        skipped = {session.territory_field, baseline.field, *session.scenarios.fields()}
        self._units: dict[int, str] | None = None
        layer = session.layer
        if kind == ACCOUNTS:
            accounts = session.followers.accounts
            if accounts.layer is None:
                raise PlanError(tr("The plan has no accounts. Import them, or choose them in New Plan."))
            layer, skipped = accounts.layer, set()
            names = dict(zip(ids, map(str, units.names)))
            held = {fid: accounts.unit_of(fid) for fid in layer.allFeatureIds()}
            owner = accounts.owner
            self._units = {fid: names[unit] for fid, unit in held.items() if unit is not None}
            self._now = {fid: owner.get(fid) or now.get(unit) for fid, unit in held.items()}
            self._before = {fid: owner.get(fid) or before.get(unit) for fid, unit in held.items()}
        else:
            self._now, self._before = now, before
        self._source = LayerSnapshot(layer)
        self._skipped = skipped
        named = {*self._now.values(), *self._before.values()} - {None}
        self._contacts = contacts_of(session, sorted(str(name) for name in named))

    def read(
        self,
        progress: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> ExportTable:
        """Read the rows.

        Raises
        ------
        ReadingCancelled
        """
        fields = self._source.fields()
        places = {
            fields.at(place).name(): place
            for place in range(fields.count())
            if fields.at(place).name() not in self._skipped
        }
        count = max(1, self._source.featureCount())
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        fids, rows = [], []
        for number, feature in enumerate(self._source.getFeatures(request)):
            if number % _AT_ONCE == 0:
                if cancelled is not None and cancelled():
                    raise ReadingCancelled
                if progress is not None:
                    progress(100.0 * number / count)
            fids.append(feature.id())
            rows.append(feature.attributes())
        own: dict[str, list[Any]] = {
            name: [None if is_null(row[place]) else row[place] for row in rows]
            for name, place in places.items()
        }
        if self._units is not None:
            own[unused_name(UNIT, own)] = [self._units.get(fid) for fid in fids]
        columns = all_columns(
            own,
            [self._now.get(fid) for fid in fids],
            self._contacts,
            before=[self._before.get(fid) for fid in fids],
        )
        return ExportTable(columns, len(fids), list(columns)[: len(own)])


def contacts_of(session: PlanSession, territories: Sequence[str]) -> Contacts:
    """Who serves territories, and how to reach them, from the plan's layer of reps; a column without any
    value is left out."""
    reps = {name: rep for name, rep in session.settings.reps.items() if rep}
    known = session.followers.reps
    details: dict[str, dict[str, Any]] = {}
    for what in _CONTACTS:
        values = {}
        for territory in territories:
            rep = known.of(reps.get(territory))
            value = known.email_of(reps.get(territory)) if what == "email" else getattr(rep, what, None)
            if value:
                values[territory] = value
        if values or what == "email":
            details[what] = values
    return Contacts(reps, details)


def presets(table: ExportTable) -> dict[str, list[tuple[str, str]]]:
    """Layouts that are there without being made: title → column and header, in the order of the file."""
    everything = [(name, name) for name in table.columns]
    key = key_column(table)
    crm = [
        (key, tr("Account ID")),
        (TERRITORY, tr("Territory")),
        (REP, tr("Owner")),
        ("email", tr("Owner Email")),
    ]
    handover = [
        (key, key or ""),
        (CHANGE, tr("Change")),
        (PREVIOUS, tr("From Territory")),
        (TERRITORY, tr("To Territory")),
        ("previous_rep", tr("From Rep")),
        (REP, tr("To Rep")),
        ("email", tr("Email of To Rep")),
    ]
    return {
        tr("All columns"): everything,
        tr("CRM import"): [(name, header) for name, header in crm if name in table.columns],
        tr("Handover list"): [(name, header) for name, header in handover if name in table.columns],
    }


def key_column(table: ExportTable) -> str:
    """The column that tells rows apart best: one that is called an id, key or code, else the first that
    repeats nothing."""
    unique = [
        name
        for name in table.own
        if len({str(value) for value in table.columns[name] if value is not None}) == table.count
    ]
    words = ("id", "key", "code", "zip", "plz", "number", "nr")
    for word in words:
        for name in unique:
            if name.lower() != "fid" and word in name.lower().replace("-", "_").split("_"):
                return name
    better = [name for name in unique if name.lower() != "fid"] or unique or table.own
    return better[0] if better else TERRITORY


def file_link(path: Path) -> str:
    """A path as a link that opens it."""
    url = html.escape(QUrl.fromLocalFile(str(path)).toString())
    return f'<a href="{url}">{html.escape(str(path))}</a>'
