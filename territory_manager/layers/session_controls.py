"""What of a plan at work is set rather than assigned: the brush, territories, what is balanced, locks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ..translate import tr
from .locks import Locks
from .plan import PlanError, checked_weights, targets_of

if TYPE_CHECKING:
    from .plan import PlanSettings
    from .territory_list import TerritoryList


class SessionControls:
    """The part of a `PlanSession` that changes its settings and leaves its layer alone."""

    settings: PlanSettings
    territories: TerritoryList

    # the brush
    @property
    def current_target(self) -> str | None:
        """Territory that the next stroke paints; ``None`` to unassign."""
        return self._target

    @current_target.setter
    def current_target(self, territory: str | None) -> None:
        if territory != self._target:
            self._target = territory
            self.targetChanged.emit(territory or "")

    # territories (see TerritoryList)
    def add_territory(self, name: str | None = None, rep: str | None = None) -> str:
        """Add a territory without units, ``T09`` and so on unless it is named; returns its name."""
        return self.territories.add(name, rep)

    def rename_territory(self, old: str, new: str) -> None:
        """Give a territory another name, as one undo step."""
        self.territories.rename(old, new)

    def remove_territory(self, name: str) -> None:
        """Remove a territory and unassign its units, as one undo step."""
        self.territories.remove(name)

    @property
    def colors(self) -> dict[str, str]:
        """Colour of every territory as ``#rrggbb``, in the order of the territories."""
        return {name: self.settings.colors[name] for name in self.settings.territories}

    def set_color(self, territory: str, color: str) -> None:
        """Give a territory another colour, on the map too."""
        self.territories.set_color(territory, color)

    def set_rep(self, territory: str, rep: str | None) -> None:
        """Say who serves a territory."""
        self.territories.set_rep(territory, rep)

    # what is balanced
    def set_tolerance(self, percent: float) -> None:
        """Allow this deviation from the target, in %."""
        if not percent >= 0:
            raise PlanError(tr("The tolerance must be 0 % or more."))
        self.settings.tolerance = float(percent)
        self.refresh_targets()

    def set_measures(
        self,
        measures: Sequence[str],
        weights: Sequence[float] | None = None,
        each_measure: bool | None = None,
    ) -> None:
        """Balance other measures."""
        self.flush()
        settings = self.settings
        weights = checked_weights(measures, weights)
        settings.measures, settings.weights = tuple(measures), weights
        if each_measure is not None:
            settings.each_measure = each_measure
        self._fields.forget_lost_measures()
        self.followers.forget_lost_measures()
        self._listener.watch(self._watched())
        self._live.read_measures()
        self.refresh_targets()

    def set_weights(self, weights: Sequence[float] | None) -> None:
        """Weigh the measures differently in the index."""
        self.set_measures(self.settings.measures, weights)

    def set_capacities(self, capacities: Mapping[str, float]) -> None:
        """Give territories targets in proportion to these numbers; empty for equal targets."""
        self.settings.capacities = {name: float(capacity) for name, capacity in capacities.items()}
        self.refresh_targets()

    def set_targets(self) -> None:
        """What the territories should get; those that get no units should have what they have."""
        self.targets = targets_of(self.settings)
        off = self.territories.off_map()
        if off:
            ledger = self.alignment
            has = dict(zip(ledger.territories, ledger.index.tolist()))
            self.targets = self.targets.with_settled({name: has[name] for name in off if name in has})

    def refresh_targets(self) -> None:
        """The settings say something else about the targets: compute them anew and tell."""
        self.set_targets()
        self._table = None
        self.store()
        self.territoriesChanged.emit()
        self.statisticsChanged.emit()

    # locks
    @property
    def locks(self) -> Locks:
        """The locks; change them through `lock` and `unlock`."""
        return self._locks

    @property
    def locked_units(self) -> frozenset[int]:
        """Feature ids of locked units."""
        return self._locks.units

    @property
    def locked_territories(self) -> frozenset[str]:
        """Locked territories."""
        return self._locks.territories

    def lock(self, units: Iterable[int] = (), territories: Iterable[str] = ()) -> None:
        """Lock units and territories: nothing assigned through the plan changes them."""
        self._locks_changed(self._locks.lock(units, territories))

    def unlock(self, units: Iterable[int] = (), territories: Iterable[str] = ()) -> None:
        """Take locks away."""
        self._locks_changed(self._locks.unlock(units, territories))

    def _locks_changed(self, changed: bool) -> None:
        if changed:
            self.store()
            self.locksChanged.emit()
            self.territoriesChanged.emit()
