"""The core's ledger, kept in step with a QGIS layer by what changes there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer

from ..core.adjacency import Adjacency
from ..core.alignment import Alignment
from ..core.checks import Finding
from .island_bridges import IslandBridges
from .layer_listener import Changes
from .nulls import text_or_none
from .numbers import numbers
from .plan import PlanSettings
from .reading import LayerUnits, natural_key, read_units


@dataclass
class Outcome:
    """What a refresh changed.

    Attributes
    ----------
    sums : bool
        Some total, area, border or number of pieces.
    units : bool
        Units came, went or have another shape or feature id.
    """

    sums: bool = False
    units: bool = False


class ExtraMeasures(Protocol):
    """Measures that are no fields of the units layer."""

    def values(self, fids: Sequence[int]) -> dict[str, np.ndarray]:
        """Measure → what units have of it, NaN where nothing is known."""
        ...

    def hold(self) -> None:
        """Let the ledger count what belongs to territories but to no unit."""
        ...


class LiveAlignment:
    """Alignment of a layer's units, and the way from feature ids to the core's positions.

    Parameters
    ----------
    layer : QgsVectorLayer
    settings : PlanSettings
        Read on every use, so that other measures or a renamed field count at once.

    Attributes
    ----------
    alignment : Alignment
    crs : QgsCoordinateReferenceSystem
        In which the units are measured; it stays the same while the layer is edited.
    findings : list of Finding
        What could not be read when the layer was last read as a whole.
    warnings : list of str
        What concerns the layer as a whole.
    extra : ExtraMeasures, optional
        Where the measures come from that the layer has no field for.
    """

    def __init__(self, layer: QgsVectorLayer, settings: PlanSettings):
        self._layer = layer
        self._settings = settings
        self.alignment: Alignment
        self.crs = None
        self.findings: list[Finding] = []
        self.warnings: list[str] = []
        self.extra: ExtraMeasures | None = None
        self._positions: dict[int, int] = {}
        self._labels: dict[str, int] = {}
        self.read()

    # what is known
    def position(self, fid: int) -> int | None:
        """Position of a feature in the core's arrays."""
        return self._positions.get(fid)

    def known(self, fids: Iterable[int]) -> list[int]:
        """Those of the features that are units."""
        return [fid for fid in fids if fid in self._positions]

    def positions(self, fids: Iterable[int]) -> np.ndarray:
        """Positions of the features that are units, in the order given."""
        known = self._positions
        return np.array([known[fid] for fid in fids if fid in known], dtype=np.int64)

    def label(self, territory: str | None) -> int:
        """The core's number of a territory; -1 for none.

        Raises
        ------
        KeyError
            When there is no such territory.
        """
        return -1 if territory is None else self._labels[territory]

    def territory_of(self, fid: int) -> str | None:
        """Territory of a feature, ``None`` where unassigned or not a unit."""
        position = self._positions.get(fid)
        if position is None:
            return None
        label = self.alignment.labels[position]
        return None if label < 0 else self.alignment.territories[label]

    def fids_of(self, territory: str | None) -> list[int]:
        """Feature ids of a territory's units (``None``: of the unassigned)."""
        return self.alignment.units.ids[self.alignment.labels == self.label(territory)].tolist()

    # reading the layer as a whole
    def read(self) -> None:
        """Read everything anew; seconds on a large layer, so only when what is there cannot be followed."""
        read = self._read()
        names = list(self._settings.territories)
        names += [name for name in read.territories if name not in set(names)]
        self.crs, self.findings, self.warnings = read.crs, read.findings, read.warnings
        self.alignment = Alignment(
            read.units, Adjacency.of(read.units), _relabelled(read, names), names, self._settings.weights
        )
        self._index_units()
        self._index_territories()
        self._hold()

    def read_labels(self) -> None:
        """Read only who has what, after the territory field came back; without one, nobody has anything."""
        territories = self._column(self._settings.territory_field)
        self._move({fid: text_or_none(value) for fid, value in territories.items()})

    def read_other_field(self) -> None:
        """Another field holds the alignment now: who has what is read, in the settings' order of territories.

        Shapes, neighbours and measures stay as they are, so this is quick on a large layer, too.
        """
        ledger, column = self.alignment, self._column(self._settings.territory_field)
        values = [text_or_none(column.get(fid)) for fid in ledger.units.ids.tolist()]
        names = list(self._settings.territories)
        names += sorted({name for name in values if name is not None} - set(names), key=natural_key)
        number: dict[str | None, int] = {name: label for label, name in enumerate(names)}
        number[None] = -1
        labels = np.array([number[name] for name in values], dtype=np.int32)
        self.alignment = Alignment(ledger.units, ledger.adjacency, labels, names, ledger.weights)
        self._index_territories()
        self._hold()

    def read_measures(self) -> None:
        """Read the measures that the settings now name."""
        names = self._settings.measures
        table = np.full((self.alignment.units.n, len(names)), np.nan)
        extra = self._extra(self.alignment.units.ids.tolist())
        for column, name in enumerate(names):
            if name in self._settings.account_measures:
                table[:, column] = extra.get(name, np.nan)
                continue
            values = self._column(name)
            table[self.positions(values), column] = numbers(
                [value for fid, value in values.items() if fid in self._positions]
            )[0]
        self.alignment.set_measures(table, names, self._settings.weights)
        self._hold()

    def _read(self, fids: Sequence[int] | None = None) -> LayerUnits:
        settings = self._settings
        there = self._layer.fields().lookupField(settings.territory_field) >= 0
        own = settings.field_measures
        read = read_units(
            self._layer,
            own,
            territory_field=settings.territory_field if there else None,
            name_field=settings.name_field,
            transform_context=QgsProject.instance().transformContext(),
            feature_ids=fids,
            crs=None if fids is None else self.crs,
        )
        if len(own) < len(settings.measures):
            units = read.units
            known = {**dict(zip(own, units.measures.T)), **self._extra(units.ids.tolist())}
            missing = np.full(units.n, np.nan)
            table = np.column_stack([known.get(name, missing) for name in settings.measures])
            read.units = units.with_measures(table, settings.measures)
        return read

    def _hold(self) -> None:
        if self.extra is not None:
            self.extra.hold()

    def _extra(self, fids: Sequence[int]) -> dict[str, np.ndarray]:
        return {} if self.extra is None else self.extra.values(fids)

    def _column(self, name: str) -> dict[int, object]:
        index = self._layer.fields().lookupField(name)
        if index < 0:
            return dict.fromkeys(self._positions)
        request = QgsFeatureRequest().setSubsetOfAttributes([index])
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return {feature.id(): feature.attribute(index) for feature in self._layer.getFeatures(request)}

    # following
    def apply(self, changes: Changes) -> Outcome:
        """Bring the ledger up to date; the work grows with what changed, not with the layer."""
        outcome = Outcome()
        if changes.renumbered:
            self._renumber(changes.renumbered)
            outcome.units = True
        if changes.features:
            self._reread(list(changes.features))
            outcome.sums = outcome.units = True
        if changes.values:
            self._take_values(changes)
            outcome.sums = True
        return outcome

    def refresh_extra(self, fids: Iterable[int]) -> bool:
        """Units have other values of the measures that are no fields. Tells whether any is a measure."""
        known = self.known(fids)
        fresh = self._extra(known)
        names = self._settings.measures
        columns = [(number, fresh[name]) for number, name in enumerate(names) if name in fresh]
        if not known or not columns:
            return False
        positions = self.positions(known)
        table = self.alignment.units.measures[positions].copy()
        for number, values in columns:
            table[:, number] = values
        self.alignment.update_measures(positions, table)
        return True

    def give(self, territories: dict[int, str | None]) -> None:
        """Units belong to these territories, whatever a field says; for territories that are drawn."""
        self._move(territories)

    def tidy_territories(self) -> bool:
        """Bring the list of territories of the ledger and of the settings together.

        The settings get the names that an edit made, and lose those of them that nobody has any more.

        Returns
        -------
        bool
            Whether the list changed on either side.
        """
        alignment, settings = self.alignment, self._settings
        before = (list(alignment.territories), list(settings.territories))
        for name in settings.territories:
            if name not in self._labels:
                self._labels[name] = alignment.add_territory(name)
        used = {name for name, count in zip(alignment.territories, alignment.counts) if count}
        fresh = [name for name in alignment.territories if name in used and name not in settings.territories]
        settings.territories += fresh
        settings.found.update(fresh)
        lost = settings.found - used
        settings.found -= lost
        settings.territories = [name for name in settings.territories if name not in lost]
        for label in range(alignment.k - 1, -1, -1):
            if alignment.territories[label] not in settings.territories:
                alignment.remove_territory(label)
        self._index_territories()
        self._hold()
        return before != (list(alignment.territories), settings.territories)

    def rename_territory(self, old: str, new: str) -> None:
        """Give a territory another name; its units stay where they are."""
        if old in self._labels and new not in self._labels:
            self.alignment.rename_territory(self._labels[old], new)
            self._index_territories()

    def _take_values(self, changes: Changes) -> None:
        field, measures = self._settings.territory_field, self._settings.measures
        column = {name: number for number, name in enumerate(measures)}
        territories: dict[int, str | None] = {}
        numeric: dict[int, dict[int, object]] = {}
        for (fid, name), value in changes.values.items():
            if fid in changes.features:
                continue  # read from the layer just now
            if name == field:
                territories[fid] = text_or_none(value)
            if name in column:
                numeric.setdefault(fid, {})[column[name]] = value
        if territories:
            self._move(territories)
        numeric = {fid: row for fid, row in numeric.items() if fid in self._positions}
        if numeric:
            positions = self.positions(numeric)
            table = self.alignment.units.measures[positions].copy()
            for row, cells in enumerate(numeric.values()):
                table[row, list(cells)] = numbers(list(cells.values()))[0]
            self.alignment.update_measures(positions, table)

    def _move(self, territories: dict[int, str | None]) -> None:
        """Units get the territories the layer says they have; a new name makes a new territory."""
        known = self._positions
        fresh = {name for name in territories.values() if name is not None and name not in self._labels}
        for name in sorted(fresh, key=natural_key):
            self._labels[name] = self.alignment.add_territory(name)
        labels: dict[str | None, int] = {**self._labels, None: -1}
        pairs = [(known[fid], labels[name]) for fid, name in territories.items() if fid in known]
        if pairs:
            units, to = np.array(pairs, dtype=np.int64).T
            self.alignment.move(units, to)

    def _reread(self, fids: list[int]) -> None:
        """Compare features with the layer: added, gone, reshaped, or just changed."""
        read = self._read(fids)
        units = read.units
        now = {fid: row for row, fid in enumerate(units.ids.tolist())}
        alignment = self.alignment
        bridges = IslandBridges(alignment, self.positions(fids))
        gone = [fid for fid in fids if fid not in now and fid in self._positions]
        if gone:
            alignment.remove_units(self.positions(gone))
            self._index_units()
        stayed = [fid for fid in fids if fid in now and fid in self._positions]
        rows = np.array([now[fid] for fid in stayed], dtype=np.int64)
        positions = self.positions(stayed)
        if stayed:
            reshaped = ~_same(alignment.units.geometry[positions], units.geometry[rows])
            if reshaped.any():
                alignment.replace_geometry(positions[reshaped], units.geometry[rows[reshaped]])
            if units.measures.shape[1]:
                alignment.update_measures(positions, units.measures[rows])
        added = [fid for fid in dict.fromkeys(fids) if fid in now and fid not in self._positions]
        if added:
            rows = np.array([now[fid] for fid in added], dtype=np.int64)
            alignment.add_units(units.subset(rows))
            self._index_units()
        if read.labels is not None:
            names = [*read.territories, None]
            self._move({fid: names[read.labels[now[fid]]] for fid in (*stayed, *added)})
        bridges.renew(self.positions(fids))

    def _renumber(self, renumbered: dict[int, int]) -> None:
        units = self.alignment.units
        ids = units.ids.copy()
        for old, new in renumbered.items():
            position = self._positions.pop(old, None)
            if position is not None:
                self._positions[new] = position
                ids[position] = new
        self.alignment.units = replace(units, ids=ids)

    def _index_units(self) -> None:
        self._positions = {fid: position for position, fid in enumerate(self.alignment.units.ids.tolist())}

    def _index_territories(self) -> None:
        self._labels = {name: label for label, name in enumerate(self.alignment.territories)}


def _relabelled(read: LayerUnits, names: list[str]) -> np.ndarray:
    """Labels of freshly read units in the order of `names`."""
    if read.labels is None:
        return np.full(read.units.n, -1, dtype=np.int32)
    number = {name: label for label, name in enumerate(names)}
    translate = np.array([*(number[name] for name in read.territories), -1], dtype=np.int32)
    return translate[read.labels]


def _same(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Which shapes are identical, vertex by vertex; two null ones are."""
    from ..core.geos import shapely

    missing = shapely.is_missing(before) & shapely.is_missing(after)
    return shapely.equals_exact(before, after, 0.0) | missing
