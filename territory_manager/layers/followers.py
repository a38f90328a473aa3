"""The other layers a plan lives on, and how a session follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.checks import Finding
from .account_measures import AccountMeasures
from .drawn_territories import DrawnTerritories
from .layer_listener import Changes
from .level_borders import LevelBorders
from .levels import Levels
from .live_workload import LiveWorkload
from .planning_layers import PlanningLayers
from .reps import Reps

if TYPE_CHECKING:
    from .session import PlanSession


class Followers:
    """What else a session listens to. Edits are noted, and followed with those of the units.

    Attributes
    ----------
    accounts : AccountMeasures
    planning : PlanningLayers
    reps : Reps
    levels : Levels
    borders : LevelBorders
    drawn : DrawnTerritories, None where a field of the units holds the alignment.
    work : LiveWorkload, which counts with what all the others found.
    """

    def __init__(self, session: PlanSession):
        self.accounts = AccountMeasures(session)
        self.planning = PlanningLayers(session)
        self.reps = Reps(session)
        self.levels = Levels(session)
        self.borders = LevelBorders(session)
        self.drawn = DrawnTerritories(session) if session.settings.is_drawn else None
        self._all = [self.accounts, self.planning, self.reps, self.levels, self.borders]
        if self.drawn is not None:
            self._all.append(self.drawn)
        self.work = LiveWorkload(session)
        self._all.append(self.work)
        for follower in self._all:
            follower.start()

    @property
    def pending(self) -> bool:
        """Edits were heard that the numbers do not show yet."""
        return any(follower.pending for follower in self._all)

    @property
    def problems(self) -> list[str]:
        """What stands in the way, in words."""
        return [words for follower in self._all for words in follower.problems]

    @property
    def findings(self) -> list[Finding]:
        """The same, unit by unit, where it can be shown on the map."""
        return [finding for follower in self._all for finding in follower.findings]

    def follow(self, changes: Changes) -> bool:
        """Bring the ledger up to date after it followed the `changes` of the units.

        Returns
        -------
        bool
            Territories or measures came, went or have another name.
        """
        # all of them, not only until one says yes
        return sum(follower.follow(changes) for follower in self._all) > 0

    def forget_lost_measures(self) -> None:
        """Other measures were chosen; those that cannot be had do not matter any more."""
        self.accounts.forget_lost()

    def stop(self) -> None:
        """Stop listening; harmless when done twice."""
        for follower in self._all:
            follower.stop()
