"""The alignment that a plan's changes are measured against: as last saved, or kept in a field."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.alignment import Alignment
from ..core.compare import Comparison, compare
from ..core.statistics import statistics
from ..translate import tr
from .fields import is_text
from .scenario_fields import column

if TYPE_CHECKING:
    import pandas as pd

    from .session import PlanSession


class Baseline(QObject):
    """Who had what before the changes that matter now.

    `PlanSettings.baseline` names the field with that alignment; without one it is the alignment as it was
    last saved. Everything is computed when it is first looked at after an edit. Every scenario was last saved
    in its own way: what was, is known of those that were the current one since.

    Use `Baseline.of`: a session has one, and all docks share it.
    """

    changed = pyqtSignal()
    """Another baseline was chosen, or its alignment changed; edits are told by the session."""

    def __init__(self, session: PlanSession):
        super().__init__(session)
        self._session = session
        self._layer = session.layer
        self._saved_of = {session.scenarios.place(): self._read_saved()}
        self._field_labels: dict[int, str | None] | None = None
        self._comparison: Comparison | None = None
        self._statistics: pd.DataFrame | None = None
        session.statisticsChanged.connect(self._edited)
        session.territoryRenamed.connect(self._renamed)
        session.renamedElsewhere.connect(self._renamed_in)
        session.scenarioChanged.connect(self._scenario_changed)
        session.scenariosChanged.connect(self.changed)  # it may have another title
        session.closed.connect(self._stop)
        self._layer.afterCommitChanges.connect(self._committed)
        self._layer.attributeValueChanged.connect(self._value_changed)
        self._layer.updatedFields.connect(self._fields_changed)
        drawn = session.followers.drawn
        # where territories are drawn, saving their polygons is what makes an alignment the saved one
        self._polygons = drawn.layer if drawn is not None else None
        if self._polygons is not None:
            self._polygons.afterCommitChanges.connect(self._committed)

    @classmethod
    def of(cls, session: PlanSession) -> Baseline:
        """The session's baseline; made when it is first asked for."""
        return session.findChild(cls) or cls(session)

    # what it is
    @property
    def field(self) -> str | None:
        """Field that holds it; None for the alignment as last saved."""
        name = self._session.settings.baseline
        return name if name and self._layer.fields().lookupField(name) >= 0 else None

    @field.setter
    def field(self, name: str | None) -> None:
        if name != self._session.settings.baseline:
            self._session.settings.baseline = name
            self._session.store()
            self._forget()

    @property
    def title(self) -> str:
        """Its name on screen."""
        return self.title_of(self.field) if self.field else tr("Last saved")

    def title_of(self, name: str) -> str:
        """What a field is called that is, or can be, a baseline."""
        if name in self._session.scenarios:
            return tr("Scenario {scenario}").format(scenario=self._session.scenarios.title_of(name))
        return tr("Field {field}").format(field=name)

    def fields(self) -> list[str]:
        """Fields that can be a baseline: text, other than the alignment itself unless it is the baseline."""
        texts = [field.name() for field in self._layer.fields() if is_text(field)]
        return [name for name in texts if name != self._session.territory_field or name == self.field]

    # what it says
    def territory_of(self, fid: int) -> str | None:
        """Territory that a unit had."""
        return self._labels().get(fid)

    def territories_of(self, fids: Iterable[int]) -> list[str | None]:
        """Territories that units had, in their order."""
        labels = self._labels()
        return [labels.get(fid) for fid in fids]

    def saved_territories_of(self, fids: Iterable[int]) -> list[str | None]:
        """Territories that units have in the current scenario as it was last saved, in their order."""
        saved = self._saved
        return [saved.get(fid) for fid in fids]

    def comparison(self) -> Comparison:
        """The baseline against the alignment of now; positions are those of the session's alignment."""
        self._session.flush()
        if self._comparison is None:
            ledger = self._session.alignment
            names = np.array([*ledger.territories, None], dtype=object)
            units = ledger.units
            self._comparison = compare(
                self._before(),
                names[ledger.labels].tolist(),
                units.values() if units.measure_names else None,
                units.measure_names,
                weights=self._session.settings.weights,
            )
        return self._comparison

    def statistics(self) -> pd.DataFrame:
        """The statistics table as it was, for the territories of now and those that are no more."""
        self._session.flush()
        if self._statistics is None:
            session, found = self._session, self.comparison()
            ledger = session.alignment
            names = [*ledger.territories]
            names += [name for name in found.territories if name not in set(names)]
            place = {name: label for label, name in enumerate(names)}
            translate = np.array([*(place[name] for name in found.territories), -1], dtype=np.int32)
            before = Alignment(
                ledger.units, ledger.adjacency, translate[found.before], names, session.settings.weights
            )
            self._statistics = statistics(before, session.targets, session.settings.reps)
        return self._statistics

    def changed_fids(self) -> list[int]:
        """Feature ids of the units that are not where they were."""
        return self._session.alignment.units.ids[self.comparison().changed].tolist()

    def revert(self, fids: Iterable[int]) -> tuple[int, int]:
        """Give units back to whom they had before, as one undo step; locked ones stay.

        Returns
        -------
        How many were given back, and how many are locked.

        Raises
        ------
        PlanError
            When the layer cannot be edited, or planning mode is off.
        """
        session = self._session
        session.planning.require()
        before = self._labels()
        by_territory: dict[str | None, list[int]] = {}
        for fid in fids:
            by_territory.setdefault(before.get(fid), []).append(fid)
        back: dict[int, str | None] = {}
        changed = 0
        for territory, units in by_territory.items():
            changed += sum(session.territory_of(fid) != territory for fid in units)
            allowed = session.locks.allowed(units, session.territory_of, territory)
            back.update(dict.fromkeys(allowed.units, territory))
        session.write(back, tr("Revert changes"), by="revert")
        return len(back), changed - len(back)

    # following
    def _before(self) -> list[str | None]:
        labels = self._labels()
        return [labels.get(fid) for fid in self._session.alignment.units.ids.tolist()]

    def _labels(self) -> dict[int, str | None]:
        if self.field is None:
            return self._saved
        if self._field_labels is None:
            self._field_labels = column(self._layer, self.field)
        return self._field_labels

    @property
    def _saved(self) -> dict[int, str | None]:
        return self._saved_of[self._session.scenarios.place()]

    def _read_saved(self) -> dict[int, str | None]:
        if not self._layer.isEditable():
            return self._now()
        # empty where the field was not saved yet
        return column(self._layer.dataProvider(), self._session.territory_field)

    def _now(self) -> dict[int, str | None]:
        ledger = self._session.alignment
        names = np.array([*ledger.territories, None], dtype=object)
        return dict(zip(ledger.units.ids.tolist(), names[ledger.labels].tolist()))

    def _is_edited(self) -> bool:
        drawn = self._session.followers.drawn
        layers = [self._layer] if drawn is None else [self._layer, drawn.layer]
        return any(layer is not None and layer.isEditable() for layer in layers)

    def _edited(self) -> None:
        if not self._is_edited():
            self._now_saved()
        self._comparison = self._statistics = None

    def _committed(self) -> None:
        self._session.flush()
        self._now_saved()
        self._forget()

    def _now_saved(self) -> None:
        self._saved_of = {self._session.scenarios.place(): self._now()}

    def _scenario_changed(self) -> None:
        place = self._session.scenarios.place()
        if place not in self._saved_of:
            fresh = self._layer.dataProvider().fields().lookupField(place.field) < 0
            # what was not saved at all begins as it was copied
            self._saved_of[place] = self._now() if fresh else self._read_saved()
        self._forget()

    def _value_changed(self, _fid, index, _value) -> None:
        if self._field_labels is not None and self._layer.fields().at(index).name() == self.field:
            self._field_labels = None
            self._forget()

    def _fields_changed(self) -> None:
        self._field_labels = None
        self._forget()

    def _renamed(self, old: str, new: str) -> None:
        """Another name is no other owner: what was saved under the old name counts as the new one's."""
        self._renamed_in(self._session.territory_field, old, new)
        self._comparison = self._statistics = None

    def _renamed_in(self, field: str, old: str, new: str) -> None:
        """Of a scenario, the current one or another."""
        place = self._session.scenarios.place(field)
        if place in self._saved_of:
            saved = self._saved_of[place].items()
            self._saved_of[place] = {fid: new if name == old else name for fid, name in saved}

    def _forget(self) -> None:
        self._field_labels = None
        self._comparison = self._statistics = None
        self.changed.emit()

    def _stop(self) -> None:
        for layer, signal, slot in (
            (self._layer, "afterCommitChanges", self._committed),
            (self._layer, "attributeValueChanged", self._value_changed),
            (self._layer, "updatedFields", self._fields_changed),
            (self._polygons, "afterCommitChanges", self._committed),
        ):
            if layer is None:
                continue
            try:
                getattr(layer, signal).disconnect(slot)
            except (TypeError, RuntimeError):
                # the layer is gone already, and its connections with it
                continue
