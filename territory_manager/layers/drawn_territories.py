"""Territories that are drawn: polygons decide who has what, nothing is written into the units.

The alignment of such a plan is derived. A unit belongs to the territory whose polygon holds its centre, and
follows when somebody edits a border with QGIS's own tools; as nothing else is written, undoing that edit
takes the reassignment back too. `DrawnTerritories.write_into_field` makes an ordinary alignment of it.

A centre inside polygons of two territories belongs to neither: whom it should count for is not the plugin's
to choose, and it must not count twice. On the common border of two polygons, inside of neither, it belongs to
the one that was saved first.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QLocale

from ..core.checks import ERROR, WARNING, Finding
from ..core.containment import Containment, by_age
from ..core.geos import shapely
from ..translate import tr
from .fields import field as new_field
from .fields import is_text, unused_name
from .layer_listener import Changes
from .nulls import text_or_none
from .plan import PlanError
from .reading import natural_key, read_features
from .side_layer import SideLayer
from .styling import apply_territory_renderer, renderer_colors
from .writing import WritingError, assign_units, why_not_editable

if TYPE_CHECKING:
    from .session import PlanSession

#: Square metres by which polygons may overlap, per metre of their outlines: what rounding leaves is none.
_SLIVER = 0.01
_NAMED = 3
_SEEN_THROUGH = 0.55


class DrawnTerritories:
    """Follows the polygons of a plan's territories, and the units in them.

    Moving a border costs the units that it passes over, and those of the polygons beside it that are looked
    at; units elsewhere are not touched.
    """

    def __init__(self, session: PlanSession):
        settings = session.settings
        self._session = session
        self._side = SideLayer(
            session.project(), settings.boundaries_layer, [settings.boundaries_field], session
        )
        self._forget()

    def _forget(self) -> None:
        self._held = Containment()
        self._names: dict[int, str | None] = {}
        self._conflicts: dict[int, list[str]] = {}
        self._overlaps: dict[tuple[int, int], float] = {}

    def start(self) -> None:
        """Begin to follow."""
        self._side.changed.connect(self._session.flush)
        self._side.flushNow.connect(self._session.flush)
        self._side.cameOrWent.connect(self._session.wake)
        self._read()

    def stop(self) -> None:
        """Stop listening."""
        self._side.stop()

    # what is known
    @property
    def layer(self) -> QgsVectorLayer | None:
        """The polygons, None while they are not in the project."""
        return self._side.layer

    @property
    def name_field(self) -> str:
        """Field with the names of the territories."""
        return self._session.settings.boundaries_field or ""

    @property
    def pending(self) -> bool:
        """Edits of polygons were heard that the numbers do not show yet."""
        return self._side.pending

    @property
    def conflicts(self) -> dict[int, list[str]]:
        """Feature id of a unit in several territories → their names; it belongs to none of them."""
        return self._conflicts

    @property
    def problems(self) -> list[str]:
        """Conflicts and gaps, in words."""
        name = self._side.name or self._side.layer_id
        if self.layer is None:
            words = tr("Layer “{layer}”, in which the territories are drawn, is not in the project any more.")
            return [words.format(layer=name)]
        if self.layer.fields().lookupField(self.name_field) < 0:
            words = tr("Layer “{layer}” has no field “{field}” any more, so no territory has a name.")
            return [words.format(layer=name, field=self.name_field)]
        words = []
        for pair in sorted(self._overlaps):
            text = tr("{first} and {second} overlap by {area} km².")
            first, second = (self._title(fid) for fid in pair)
            area = _square_kilometres(self._overlaps[pair])
            words.append(text.format(first=first, second=second, area=area))
        if self._conflicts:
            text = tr("{count} units lie in more than one territory and count for none ({names}).")
            words.append(text.format(count=len(self._conflicts), names=self._some(self._conflicts)))
        gaps = self._gaps()
        if gaps:
            text = tr("{count} units lie in no territory ({names}).")
            words.append(text.format(count=len(gaps), names=self._some(gaps)))
        unnamed = [fid for fid, name in self._names.items() if name is None]
        if unnamed:
            text = tr("{count} polygons of “{layer}” have no name in “{field}” and are nobody's territory.")
            words.append(text.format(count=len(unnamed), layer=name, field=self.name_field))
        return words

    @property
    def findings(self) -> list[Finding]:
        """Units in several territories or in none, unit by unit."""
        found = []
        for fid in sorted(self._conflicts):
            names = self._conflicts[fid]
            words = tr("{unit} lies in {names} and counts for none. Move a border so that they part.")
            detail = words.format(unit=self._unit_name(fid), names=", ".join(names))
            found.append(Finding("overlap", ERROR, fid, self._unit_name(fid), names[0], None, detail))
        words = tr("{unit} lies in no territory. Move a border over its centre.")
        for fid in self._gaps():
            name = self._unit_name(fid)
            found.append(Finding("unassigned", WARNING, fid, name, None, None, words.format(unit=name)))
        return found

    def why_not_assigned(self) -> str:
        """That units cannot be assigned one by one, and what to do instead."""
        return tr(
            "The territories of this plan are drawn in layer “{layer}”. Move their borders there, or write "
            "them into a field of the units first."
        ).format(layer=self._side.name)

    def largest(self) -> dict[str, int]:
        """Territory → feature id of the largest of its polygons."""
        found: dict[str, tuple[float, int]] = {}
        for fid, name in self._names.items():
            shape = self._held.shape(fid)
            area = 0.0 if shape is None else float(shape.area)
            if name is not None and area > found.get(name, (-1.0, fid))[0]:
                found[name] = (area, fid)
        return {name: fid for name, (_area, fid) in found.items()}

    def restyle(self, layer: QgsVectorLayer | None = None) -> None:
        """Colour the polygons, or another layer in their stead, like their territories."""
        layer = layer or self.layer
        if self.layer is not None and self.layer.fields().lookupField(self.name_field) >= 0:
            first = not renderer_colors(layer, self.name_field)
            colors = self._session.colors
            if apply_territory_renderer(layer, self.name_field, colors, thick_borders=True) and first:
                # what is planned lies under the polygons and is to be seen
                layer.setOpacity(_SEEN_THROUGH)

    def rename(self, old: str, new: str) -> None:
        """Give the polygons of a territory another name, as one undo step of their layer.

        Raises
        ------
        PlanError
            When the polygons cannot be edited.
        """
        if self.layer is None:
            raise PlanError(self.problems[0])
        fids = [fid for fid, name in self._names.items() if name == old]
        text = tr("Rename {old} to {new}").format(old=old, new=new)
        try:
            assign_units(self.layer, self.name_field, dict.fromkeys(fids, new), text)
        except WritingError as error:
            raise PlanError(str(error)) from error
        self._session.flush()

    # making an alignment of it
    def write_into_field(self, name: str) -> str:
        """Write who has what into a text field of the units, as one undo step.

        Parameters
        ----------
        name : str
            The field; made where the layer has none of that name.

        Returns
        -------
        str
            The field's name, for ``open_plan``.

        Raises
        ------
        PlanError
            When the units cannot be edited, or the field holds no text.
        """
        session = self._session
        session.flush()
        layer = session.layer
        index = layer.fields().lookupField(name)
        if index >= 0 and not is_text(layer.fields().at(index)):
            words = tr("Field “{field}” of layer “{layer}” is not text and cannot hold names of territories.")
            raise PlanError(words.format(field=name, layer=layer.name()))
        text = tr("Write territories into {field}").format(field=name)
        live = session.live
        territories = {fid: live.territory_of(fid) for fid in live.alignment.units.ids.tolist()}
        try:
            if index >= 0:
                assign_units(layer, layer.fields().at(index).name(), territories, text)
                return layer.fields().at(index).name()
            return self._write_new(name, territories, text)
        except WritingError as error:
            raise PlanError(str(error)) from error

    def _write_new(self, name: str, territories: dict[int, str | None], text: str) -> str:
        """A new field and its values in one command, so that one undo takes both back."""
        layer = self._session.layer
        reason = why_not_editable(layer, name)
        if reason or not (layer.isEditable() or layer.startEditing()):
            raise WritingError(reason or tr("Layer “{layer}” cannot be edited.").format(layer=layer.name()))
        name = unused_name(name, layer.fields().names())
        layer.beginEditCommand(text)
        if not layer.addAttribute(new_field(name, "text")):
            layer.destroyEditCommand()
            words = tr("The field “{field}” could not be added to layer “{layer}”.")
            raise WritingError(words.format(field=name, layer=layer.name()))
        index = layer.fields().lookupField(name)
        for fid, territory in territories.items():
            if territory is not None:
                layer.changeAttributeValue(fid, index, territory)
        layer.endEditCommand()
        return name

    # following
    def follow(self, changes: Changes) -> bool:
        """Reassign what the changes of units and polygons touch; tells whether the territories changed."""
        heard, moved = self._side.take()
        settings = self._session.settings
        renamed = heard.renamed.get(settings.boundaries_field or "")
        if renamed:
            settings.boundaries_field = renamed
        if moved and self.layer is not None:
            settings.boundaries_layer = self.layer.id()
        if moved or heard.fields or heard.everything or changes.everything:
            self._side.watch([self.name_field])
            before = list(settings.territories)
            self._read()
            return bool(moved or heard.fields or heard.everything) or before != settings.territories
        if changes.renumbered:
            self._held.renumber_points(changes.renumbered)
            self._conflicts = {changes.renumbered.get(fid, fid): n for fid, n in self._conflicts.items()}
        touched = self._follow_units(changes)
        structure = False
        if heard:
            structure, units = self._follow_polygons(heard)
            touched |= units
        self._assign(touched)
        return structure

    def _follow_units(self, changes: Changes) -> set[int]:
        live = self._session.live
        there = live.known(changes.features)
        gone = [fid for fid in changes.features if live.position(fid) is None]
        if gone:
            self._held.remove_points(gone)
            for fid in gone:
                self._conflicts.pop(fid, None)
        if there:
            self._held.put_points(there, _centres(live.alignment.units.xy[live.positions(there)]))
        # a unit that is new to the ledger is nobody's there, even if it lies where one was before
        return set(there)

    def _follow_polygons(self, heard: Changes) -> tuple[bool, set[int]]:
        if heard.renumbered:
            self._held.renumber_shapes(heard.renumbered)
            number = heard.renumbered
            self._names = {number.get(fid, fid): name for fid, name in self._names.items()}
            pairs = {(number.get(a, a), number.get(b, b)): area for (a, b), area in self._overlaps.items()}
            self._overlaps = {(min(pair), max(pair)): area for pair, area in pairs.items()}
        wanted = list(dict.fromkeys([*heard.features, *(fid for fid, _name in heard.values)]))
        if not wanted:
            return False, set()
        ids, shapes, names = self._features(wanted)
        now = dict(zip(ids, names))
        before = dict(self._names)
        gone = [fid for fid in wanted if fid not in now]
        touched = self._held.remove_shapes(gone) | self._held.put_shapes(ids, shapes)
        for fid in gone:
            self._names.pop(fid, None)
        self._names.update(now)
        for fid in ids:
            held = self._held.held(fid)
            # a centre on a border may have come inside, which matters where another polygon holds it too
            touched |= held if before.get(fid) != now[fid] else self._held.shared(held)
        self._find_overlaps(wanted)
        return self._follow_names(before), touched

    def _follow_names(self, before: dict[int, str | None]) -> bool:
        """The plan's territories are those that have a polygon; one that got another name stays the same."""
        settings = self._session.settings
        known = list(settings.territories)
        now = {name for name in self._names.values() if name is not None}
        was = {name for name in before.values() if name is not None}
        for fid, old in before.items():
            new = self._names.get(fid)
            if old in was - now and new is not None and new not in was and old in settings.territories:
                settings.rename(old, new)
                self._session.rename_in_ledger(old, new)
                was.discard(old)
        fresh = sorted(now - set(settings.territories), key=natural_key)
        settings.territories = [name for name in settings.territories if name in now] + fresh
        return known != settings.territories

    def _assign(self, units: Iterable[int]) -> None:
        live = self._session.live
        given: dict[int, str | None] = {}
        for fid in live.known(units):
            names = self._names_at(fid)
            if len(names) > 1:
                self._conflicts[fid] = names
            else:
                self._conflicts.pop(fid, None)
            given[fid] = names[0] if len(names) == 1 else None
        live.give(given)

    def _names_at(self, unit: int) -> list[str]:
        """Territories that hold the centre of a unit, each once, without those of polygons with no name."""
        holders = self._held.holders(unit)
        if len(holders) > 1:
            centre = self._held.point(unit)
            inside = [fid for fid in holders if self._held.shape(fid).contains(centre)]
            # on nothing but borders: the polygon saved first
            holders = inside or holders[:1]
        names = (self._names.get(fid) for fid in holders)
        return list(dict.fromkeys(name for name in names if name is not None))

    # reading
    def _features(self, fids: Sequence[int] | None = None):
        session, field = self._session, self.name_field
        fields = [field] if self.layer.fields().lookupField(field) >= 0 else []
        ids, shapes, columns = read_features(
            self.layer,
            session.crs,
            fields,
            feature_ids=fids,
            transform_context=session.project().transformContext(),
        )
        broken = ~shapely.is_valid(shapes) & ~shapely.is_missing(shapes)
        # halfway through an edit a border may cross itself; what it holds is then told by every other area
        shapes[broken] = shapely.make_valid(shapes[broken])
        names = [text_or_none(value) for value in columns.get(field, [None] * len(ids))]
        return ids, shapes, names

    def _read(self) -> None:
        """Everything anew."""
        before = dict(self._names)
        self._forget()
        units = self._session.live.alignment.units
        ids: list[int] = []
        if self.layer is not None:
            ids, shapes, names = self._features()
            self._names = dict(zip(ids, names))
            self._held = Containment(ids, shapes, units.ids.tolist(), _centres(units.xy))
        self._follow_names(before)
        self._find_overlaps(ids)
        self._assign(units.ids.tolist())

    def _find_overlaps(self, polygons: Iterable[int]) -> None:
        """By how much these polygons overlap those of other territories."""
        looked = set(polygons)
        self._overlaps = {p: area for p, area in self._overlaps.items() if not looked.intersection(p)}
        for fid in looked:
            shape = self._held.shape(fid)
            if shape is None:
                continue
            for other in self._held.shapes_meeting(shape):
                pair = (min(fid, other), max(fid, other))
                if other == fid or pair in self._overlaps or self._same_territory(fid, other):
                    continue
                area = shape.intersection(self._held.shape(other)).area
                if area > _SLIVER * min(shape.length, self._held.shape(other).length):
                    self._overlaps[pair] = area

    def _same_territory(self, first: int, second: int) -> bool:
        return self._names.get(first) is not None and self._names.get(first) == self._names.get(second)

    # words
    def _gaps(self) -> list[int]:
        """Units in no polygon at all, or in one without a name."""
        return [fid for fid in self._session.live.fids_of(None) if fid not in self._conflicts]

    def _title(self, fid: int) -> str:
        return self._names.get(fid) or tr("feature {id}").format(id=fid)

    def _unit_name(self, fid: int) -> str:
        live = self._session.live
        return str(live.alignment.units.names[live.position(fid)])

    def _some(self, fids: Iterable[int]) -> str:
        listed = by_age(fids)
        shown = ", ".join(self._unit_name(fid) for fid in listed[:_NAMED])
        return shown + (", …" if len(listed) > _NAMED else "")


def _square_kilometres(area: float) -> str:
    """Square metres as people read them: 5,520 or 0.0316."""
    area /= 1e6
    decimals = 0 if area >= 100 else max(0, 2 - math.floor(math.log10(area)))
    return QLocale().toString(area, "f", decimals)


def _centres(xy: np.ndarray) -> np.ndarray:
    """Centroids (n, 2) as points, None where a unit has no place."""
    points = np.full(len(xy), None, dtype=object)
    placed = np.isfinite(xy).all(axis=1)
    points[placed] = shapely.points(xy[placed])
    return points
