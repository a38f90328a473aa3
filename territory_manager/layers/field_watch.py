"""The fields a plan lives on: renamed, removed, back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.core import QgsVectorLayer

from ..translate import tr
from .plan import PlanSettings


@dataclass(frozen=True)
class FieldChanges:
    """What a change of the layer's fields means for the plan.

    Attributes
    ----------
    renamed : bool
        The territory field has another name.
    labels : bool
        The territory field went or came back: who has what must be read anew.
    measures : bool
        The measures are not the same fields any more.
    """

    renamed: bool = False
    labels: bool = False
    measures: bool = False

    def __bool__(self) -> bool:
        return self.renamed or self.labels or self.measures


class FieldWatch:
    """Keeps a plan's settings true to the fields of its layer.

    A measure whose field is removed is left out of the balance until the field comes back, say by undo.
    """

    def __init__(self, layer: QgsVectorLayer, settings: PlanSettings):
        self._layer = layer
        self._settings = settings
        self._lost: dict[str, float] = {}
        self._there = self.territory_field_exists()

    def territory_field_exists(self) -> bool:
        """Whether the layer has the plan's territory field now."""
        return self._has(self._settings.territory_field)

    def forget_lost_measures(self) -> None:
        """Other measures were chosen; those that went do not matter any more."""
        self._lost.clear()

    def look_again(self) -> None:
        """Another territory field was chosen."""
        self._there = self.territory_field_exists()

    def follow(self, renamed: Mapping[str, str]) -> FieldChanges:
        """Bring the settings up to date; `renamed` maps old names to new ones."""
        settings = self._settings
        field, measures = settings.territory_field, settings.measures
        settings.territory_field = renamed.get(field, field)
        if settings.name_field is not None:
            settings.name_field = renamed.get(settings.name_field, settings.name_field)
            if not self._has(settings.name_field):
                settings.name_field = None
        self._follow_measures(renamed)
        before, self._there = self._there, self.territory_field_exists()
        return FieldChanges(
            renamed=field != settings.territory_field,
            labels=before != self._there,
            measures=measures != settings.measures,
        )

    def problems(self) -> list[str]:
        """What is missing now, in words."""
        words = [] if self._there or self._settings.is_drawn else [self.missing_field()]
        return words + [
            tr("The field “{field}” was removed from layer “{layer}”; it is left out of the balance.").format(
                field=name, layer=self._layer.name()
            )
            for name in self._lost
        ]

    def missing_field(self) -> str:
        """That the territory field is gone, and what to do."""
        return tr(
            "Layer “{layer}” has no field “{field}” any more, so nobody has anything. Undo its removal, or "
            "make a plan with another field."
        ).format(layer=self._layer.name(), field=self._settings.territory_field)

    def _follow_measures(self, renamed: Mapping[str, str]) -> None:
        settings = self._settings
        weights = settings.weights or (1.0,) * len(settings.measures)
        known = {
            name if name in settings.account_measures else renamed.get(name, name): weight
            for name, weight in zip(settings.measures, weights)
        }
        known.update(self._lost)
        self._lost = {
            name: weight
            for name, weight in known.items()
            if name not in settings.account_measures and not self._has(name)
        }
        kept = {name: weight for name, weight in known.items() if name not in self._lost}
        settings.measures = tuple(kept)
        if settings.weights is not None:
            settings.weights = tuple(kept.values()) or None

    def _has(self, name: str) -> bool:
        return self._layer.fields().lookupField(name) >= 0
