"""What the territories of a plan should get, set for one at a time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale

from ..translate import tr
from .plan import PlanError

if TYPE_CHECKING:
    from .session import PlanSession


class Capacities:
    """Relative targets of a session's territories.

    They are settings of the plan, no edit of its layer: changing them marks no layer as edited, and the
    layer's undo does not take them back. `undo` does, one change after the other, as long as nothing else
    changed them meanwhile.
    """

    def __init__(self, session: PlanSession):
        self._session = session
        self._past: list[tuple[str, dict, dict]] = []
        self._future: list[tuple[str, dict, dict]] = []

    # what they are
    @property
    def are_equal(self) -> bool:
        """All territories should get the same, because nothing else was said."""
        return not self._session.settings.capacities

    def of_all(self) -> dict[str, float]:
        """Capacity of every territory; the usual one where it has none of its own."""
        settings = self._session.settings
        known = [settings.capacities[name] for name in settings.territories if name in settings.capacities]
        usual = sum(known) / len(known) if sum(known) > 0 else 1.0
        return {name: settings.capacities.get(name, usual) for name in settings.territories}

    def targets(self, measure: str | None = None) -> dict[str, float]:
        """What every territory should get.

        Parameters
        ----------
        measure : a measure of the plan, for its total; None for the index, in % of the whole, or for the
            number of units where the plan has no measures
        """
        names = self._session.settings.territories
        shares = self._session.targets.shares_of(names).tolist()
        whole = self.whole(measure)
        return {name: share * whole for name, share in zip(names, shares)}

    def whole(self, measure: str | None = None) -> float:
        """What the targets of all territories add up to (see `targets`)."""
        ledger = self._session.alignment
        measures = ledger.units.measure_names
        if measure in measures:
            return float(ledger.grand_totals[measures.index(measure)])
        return 100.0 if measures else float(ledger.units.n)

    # changing them
    def set_capacity(self, territory: str, capacity: float) -> None:
        """Give a territory a capacity; those of the others stay.

        Raises
        ------
        PlanError
            When there is no such territory, or the capacity is no number above 0.
        """
        self._require(territory)
        if not 0 < capacity < math.inf:
            words = tr("The capacity of {territory} must be a number above 0.")
            raise PlanError(words.format(territory=territory))
        self._change(
            tr("Capacity of {territory}").format(territory=territory),
            {**self.of_all(), territory: float(capacity)},
        )

    def set_target(self, territory: str, target: float, measure: str | None = None) -> None:
        """Set capacities so that a territory should get *target*; the others share the rest as before.

        Parameters
        ----------
        territory : of the plan
        target : above 0 and below the whole; of what, see `targets`
        measure : as for `targets`

        Raises
        ------
        PlanError
            When there is no such territory or no other one, or the target is out of bounds.
        """
        self._require(territory)
        capacities, whole = self.of_all(), self.whole(measure)
        rest = sum(capacity for name, capacity in capacities.items() if name != territory)
        if rest <= 0:
            words = tr("{territory} is the only territory, so it should get everything.")
            raise PlanError(words.format(territory=territory))
        if not 0 < target < whole:
            words = tr("The target of {territory} must be above 0 and below {total}, the total of all units.")
            raise PlanError(words.format(territory=territory, total=QLocale().toString(whole, "g", 10)))
        # without the last digits, which are rounding: 2 instead of 2.0000000000000004
        capacity = float(f"{rest * target / (whole - target):.13g}")
        self._change(
            tr("Target of {territory}").format(territory=territory), {**capacities, territory: capacity}
        )

    def take_from_reps(self, what: str) -> list[str]:
        """Give every territory the capacity of whoever serves it, shared by all that they serve.

        Parameters
        ----------
        what : ``capacity`` or ``quota`` of the reps

        Returns
        -------
        Territories for which no number is known, vacant ones among them: they get the usual one.

        Raises
        ------
        PlanError
            When no number is known for any territory, or one is 0: a target of nothing is no target.
        """
        session = self._session
        session.flush()
        amounts = session.followers.reps.amounts(what)
        if not amounts:
            words = tr("No rep who serves a territory has a capacity. Fill in the table of reps.")
            if what == "quota":
                words = tr("No rep who serves a territory has a quota. Fill in the table of reps.")
            raise PlanError(words)
        nothing = [name for name in session.settings.territories if amounts.get(name) == 0]
        if nothing:
            words = tr("The reps of {territories} have a capacity of 0, so they should get nothing.")
            if what == "quota":
                words = tr("The reps of {territories} have a quota of 0, so they should get nothing.")
            remedy = tr("Give these territories to others, or correct the table of reps.")
            raise PlanError(words.format(territories=", ".join(nothing)) + " " + remedy)
        text = tr("Targets from Quotas") if what == "quota" else tr("Targets from Capacities")
        self._change(text, amounts)
        return [name for name in session.settings.territories if name not in amounts]

    def reset(self) -> None:
        """Let all territories get the same."""
        if not self.are_equal:
            self._change(tr("Equal targets"), {})

    # back and forth
    @property
    def undo_text(self) -> str:
        """What `undo` would take back; empty where there is nothing."""
        return self._text(self._past, 2)

    @property
    def redo_text(self) -> str:
        """What `redo` would make again; empty where there is nothing."""
        return self._text(self._future, 1)

    def undo(self) -> None:
        """Take the last change back."""
        if self.undo_text:
            self._future.append(self._past.pop())
            self._session.set_capacities(self._future[-1][1])

    def redo(self) -> None:
        """Make the last change that was taken back again."""
        if self.redo_text:
            self._past.append(self._future.pop())
            self._session.set_capacities(self._past[-1][2])

    def forget(self) -> None:
        """There is nothing to undo or redo any more: these are the capacities of another scenario."""
        self._past, self._future = [], []

    def _text(self, steps: list[tuple[str, dict, dict]], state: int) -> str:
        if not steps or steps[-1][state] != self._session.settings.capacities:
            return ""
        return steps[-1][0]

    def _change(self, text: str, after: dict[str, float]) -> None:
        before = dict(self._session.settings.capacities)
        if after == before:
            return
        if not self.undo_text:
            self._past.clear()
        self._past.append((text, before, dict(after)))
        self._future.clear()
        self._session.set_capacities(after)

    def _require(self, territory: str) -> None:
        if territory not in self._session.settings.territories:
            raise PlanError(tr("There is no territory “{territory}”.").format(territory=territory))
