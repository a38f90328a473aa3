"""Columns of a layer that a plan counts with, kept in step with its edits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ..core.geos import shapely
from .layer_listener import Changes
from .nulls import text_or_none
from .numbers import numbers
from .reading import read_features
from .side_layer import SideLayer

if TYPE_CHECKING:
    from .session import PlanSession


class LayerColumns:
    """Features of one layer as columns; an edit costs the features that it touches.

    Parameters
    ----------
    session : PlanSession
        Whose refresh takes up what was edited.
    layer_id : str
        QGIS id of the layer; it need not be there.
    fields : sequence of str
        What is read; a field that is not there has no values.
    """

    def __init__(self, session: PlanSession, layer_id: str, fields: Sequence[str]):
        self._session = session
        self._fields = tuple(fields)
        self._rows: dict[int, tuple[Any, ...]] = {}
        self._points: dict[int, Any] = {}
        self._there: tuple[str, ...] = ()
        self._columns: dict[str, tuple[np.ndarray, dict[int, str]]] = {}
        self._side = SideLayer(session.project(), layer_id, self._fields, session)
        self._side.changed.connect(session.flush)
        self._side.flushNow.connect(session.flush)
        self._side.cameOrWent.connect(session.wake)
        self.read()

    def stop(self) -> None:
        """Stop listening."""
        self._side.stop()
        self._side.deleteLater()

    @property
    def layer(self):
        """The layer, None while it is not in the project."""
        return self._side.layer

    @property
    def name(self) -> str:
        """What the layer is called, also when it is gone."""
        return self._side.name or self._side.layer_id

    @property
    def pending(self) -> bool:
        """Edits were heard that the columns do not show yet."""
        return self._side.pending

    @property
    def lost(self) -> list[str]:
        """Fields that the layer does not have."""
        return [name for name in self._fields if name not in self._there]

    def has(self, name: str | None) -> bool:
        """Whether a field is read and there."""
        return name in self._there

    @property
    def ids(self) -> list[int]:
        """Feature ids, in the order of all columns."""
        return list(self._rows)

    def points(self, ids: Sequence[int] | None = None) -> np.ndarray:
        """shapely points in the CRS of the units, None where a feature has no place."""
        wanted = self._rows if ids is None else ids
        found = np.empty(len(wanted), dtype=object)
        found[:] = [self._points.get(fid) for fid in wanted]
        return found

    def values(self, name: str) -> tuple[np.ndarray, dict[int, str]]:
        """A field as numbers, NaN where there is none, and row → the text that is no number."""
        if name not in self._columns:
            self._columns[name] = numbers(self._raw(name))
        return self._columns[name]

    def texts(self, name: str) -> list[str | None]:
        """A field as text, None where it is blank."""
        return [text_or_none(value) for value in self._raw(name)]

    def follow(self, rename: Callable[[str, str], None]) -> tuple[Changes, bool]:
        """Take up what was edited.

        Parameters
        ----------
        rename : called with the old and the new name of a field that was renamed

        Returns
        -------
        What was heard, and whether everything was read anew.
        """
        heard, moved = self._side.take()
        for old, new in heard.renamed.items():
            rename(old, new)
            self._fields = tuple(new if name == old else name for name in self._fields)
        if moved or heard.everything or heard.fields:
            self._side.watch(self._fields)
            self.read()
            return heard, True
        if heard:
            self._columns = {}
            for old, new in heard.renumbered.items():
                if old in self._rows:
                    self._rows[new] = self._rows.pop(old)
                    self._points[new] = self._points.pop(old, None)
            touched = list(dict.fromkeys([*heard.features, *(fid for fid, _name in heard.values)]))
            if touched:
                self._take(touched)
        return heard, False

    def read(self) -> None:
        """Read everything."""
        self._rows, self._points, self._columns, self._there = {}, {}, {}, ()
        layer = self.layer
        if layer is not None:
            self._there = tuple(name for name in self._fields if layer.fields().lookupField(name) >= 0)
            self._take(None)

    def _take(self, fids: list[int] | None) -> None:
        session = self._session
        ids, shapes, columns = read_features(
            self.layer,
            session.crs,
            self._there,
            feature_ids=fids,
            transform_context=session.project().transformContext(),
        )
        for fid in set(fids or ()) - set(ids):
            self._rows.pop(fid, None)
            self._points.pop(fid, None)
        read = [columns[name] for name in self._there]
        self._rows.update(zip(ids, zip(*read) if read else [()] * len(ids)))
        middles = shapely.centroid(shapes)
        # some sources store a place that is missing as an empty point
        middles[shapely.is_empty(middles)] = None
        self._points.update(zip(ids, middles))

    def _raw(self, name: str) -> list[Any]:
        if name not in self._there:
            return [None] * len(self._rows)
        place = self._there.index(name)
        return [row[place] for row in self._rows.values()]
