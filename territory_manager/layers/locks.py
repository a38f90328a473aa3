"""Units and territories that are settled: nothing that assigns through a plan changes them.

Locks belong to the plan's settings, not to the layer, so undoing an edit never opens or closes a lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .levels import bound_areas
from .plan import PlanSettings


@dataclass(frozen=True)
class Allowed:
    """Which of some units may change hands.

    Attributes
    ----------
    units : list of int
        Feature ids that may.
    locked_units : int
        How many may not because they are locked themselves.
    locked_territories : tuple of str
        Locked territories that some of the units would leave, or join.
    crossed : tuple of str
        Groups of a level whose borders bind that some of the units would leave.
    area : str
        The group that they would join then.
    """

    units: list[int]
    locked_units: int = 0
    locked_territories: tuple[str, ...] = ()
    crossed: tuple[str, ...] = ()
    area: str = ""

    @property
    def refused(self) -> bool:
        """Some unit may not."""
        return bool(self.locked_units or self.locked_territories or self.crossed)


class Locks:
    """The locks of one plan; changes go straight into its settings."""

    def __init__(self, settings: PlanSettings):
        self._settings = settings

    @property
    def units(self) -> frozenset[int]:
        """Feature ids of the locked units."""
        return frozenset(self._settings.locked_units)

    @property
    def territories(self) -> frozenset[str]:
        """Locked territories."""
        return frozenset(self._settings.locked_territories)

    def lock(self, units: Iterable[int] = (), territories: Iterable[str] = ()) -> bool:
        """Add locks; tells whether that changed anything."""
        return self._replace(
            self._settings.locked_units | {int(unit) for unit in units},
            self._settings.locked_territories | set(territories),
        )

    def unlock(self, units: Iterable[int] = (), territories: Iterable[str] = ()) -> bool:
        """Take locks away; tells whether that changed anything."""
        return self._replace(
            self._settings.locked_units - {int(unit) for unit in units},
            self._settings.locked_territories - set(territories),
        )

    def renumber(self, renumbered: dict[int, int]) -> bool:
        """Follow units whose feature id changed when they were saved; tells whether one was locked."""
        moved = self._settings.locked_units & renumbered.keys()
        if moved:
            self._settings.locked_units -= moved
            self._settings.locked_units |= {renumbered[unit] for unit in moved}
        return bool(moved)

    def allowed(
        self,
        units: Iterable[int],
        territory_of: Callable[[int], str | None],
        target: str | None,
        *,
        borders: bool = False,
    ) -> Allowed:
        """The units of `units` that may go to `target`; units already there are left out without a word.

        With `borders` those of levels that bind hold, too. They do not for what somebody decided elsewhere:
        imports, other scenarios, the past.
        """
        locked, closed = self._settings.locked_units, self._settings.locked_territories
        areas = bound_areas(self._settings) if borders else {}
        area = areas.get(target or "", "")
        free: list[int] = []
        refused = 0
        involved: dict[str, None] = {}
        crossed: dict[str, None] = {}
        for unit in units:
            current = territory_of(unit)
            if current == target:
                continue
            if unit in locked:
                refused += 1
            elif current in closed:
                involved[current] = None
            elif target in closed:
                involved[target] = None
            elif area and areas.get(current, area) != area:
                crossed[areas[current]] = None
            else:
                free.append(unit)
        return Allowed(free, refused, tuple(involved), tuple(crossed), area if crossed else "")

    def _replace(self, units: set[int], territories: set[str]) -> bool:
        settings = self._settings
        if units == settings.locked_units and territories == settings.locked_territories:
            return False
        settings.locked_units, settings.locked_territories = units, territories
        return True
