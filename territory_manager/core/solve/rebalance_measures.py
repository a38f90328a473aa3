"""A rebalance of several measures at once: where moves for one measure at a time do not reach.

From the plan of today the bands are drawn in step by step; every unit has a price outside its territory of
today. Whoever is still out of bounds then has its territory cut anew together with some neighbours, at a
lower price the longer that takes.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .balance_search import balance_search, imbalance
from .budget import Budget
from .model import Model
from .recombination import recombine

PRICES = (3.0, 3.0, 3.0, 3.0, 1.0, 1.0, 1.0, 1.0, 0.3, 0.3)
"""Of an average unit that changes hands, in cut edges, turn by turn: first the plans that disturb little."""

_HELPS = 0.98
"""A turn that leaves more than this part of the imbalance did not help: the next has a lower price."""

_HALVED = 25.0
"""Points of compactness for which the price of a unit that changes hands is halved."""

_STEPS, _SWEEPS_OF_A_STEP = 32, 200
_SWEEPS = 1000
_GROUPS = 20
_NEAR = 1.0
"""From this imbalance on, in squared tolerances, a plan is pressed to get inside."""

_RAISED = ((2.0, 6.0), (5.0, 20.0))
"""Temperature and price of the searches that begin within the bands."""

_APART = 50
"""Between the seeds of chains."""

_NEVER = 1e6


class FromToday:
    """The steps from the alignment of today to plans that are balanced in every measure.

    Parameters
    ----------
    model : Model
    start : (n,) int
        Every unit assigned.
    kept : list of {territory: cost}
    allowed : (n, k) bool, optional
        Territories an atom may go to.
    seed : int
    budget : Budget
    """

    def __init__(
        self,
        model: Model,
        start: np.ndarray,
        kept: list,
        allowed: np.ndarray | None,
        seed: int,
        budget: Budget,
    ) -> None:
        self.model, self.start, self.seed, self.budget = model, start, seed, budget
        self._lost = _lost(model, kept) * 2.0 ** ((50.0 - model.compactness) / _HALVED)
        self._never = np.zeros((model.n, model.k)) if allowed is None else np.where(allowed, 0.0, _NEVER)
        # Where it is today a unit may stay, however far away that is.
        self._never[np.arange(model.n), start] = 0.0

    def eased(self, slack: float) -> list:
        """Labels of plans each a little better balanced: bands ``slack`` of a target wider, drawn in to
        those of the model.
        """
        labels, found = np.asarray(self.start, dtype=np.int32), []
        for step in range(1, _STEPS + 1):
            if self.budget.stop():
                break
            bands = widened(self.model, slack * (1 - step / _STEPS))
            labels = self._searched(bands, labels, 3.0, (2.0, 0.3), (300.0, 3000.0), step, _SWEEPS_OF_A_STEP)
            found.append(labels)
        return found

    def nearer(self, labels: np.ndarray, turn: int, chain: int = 0) -> np.ndarray:
        """Labels of a plan with less imbalance, or the same; from the second turn on groups are cut anew,
        other ones in every chain.
        """
        price, other = PRICES[turn], turn + _APART * chain
        if turn:
            labels = recombine(
                self.model,
                labels,
                turns=_GROUPS,
                seed=self.seed + other,
                price=self._priced(price),
                budget=self.budget,
            )
        return self._searched(self.model, labels, price, (2.0, 0.4), (100.0, 1000.0), other)

    def after(self, turn: int, before: np.ndarray, labels: np.ndarray) -> int:
        """The turn that comes next: prices are lowered early where a turn did not help."""
        if not turn or self._imbalance(labels) <= _HELPS * self._imbalance(before):
            return turn + 1
        return PRICES.index(PRICES[turn]) + PRICES.count(PRICES[turn])

    def near(self, labels: np.ndarray) -> bool:
        """Whether so little is missing that it may be pressed inside."""
        return self._imbalance(labels) < _NEAR

    def pressed(self, labels: np.ndarray, turn: int) -> np.ndarray:
        """The plan searched once more, balance first."""
        return self._searched(self.model, labels, PRICES[turn], (2.0, 0.4), (300.0, 1e4), turn)

    def less_moved(self, labels: np.ndarray) -> list:
        """Labels of plans within the bands like this one in which, perhaps, less changes hands."""
        return [
            self._searched(self.model, labels, price, (heat, 0.2), (3000.0, 1e5), 1)
            for heat, price in _RAISED
        ]

    def _searched(
        self,
        model: Model,
        labels: np.ndarray,
        price: float,
        heat: tuple,
        force: tuple,
        turn: int,
        sweeps: int = _SWEEPS,
    ) -> np.ndarray:
        return balance_search(
            model,
            labels,
            sweeps=sweeps,
            heat=heat,
            force=force,
            seed=self.seed + turn,
            price=self._priced(price),
            budget=self.budget,
        )

    def _imbalance(self, labels: np.ndarray) -> float:
        """Squared tolerances beyond the bands."""
        return float(imbalance(self.model, self.model.totals(labels)).sum())

    def _priced(self, price: float) -> np.ndarray:
        """(n, k) what an atom costs in a territory, in cut edges."""
        return price * self._lost + self._never


def widened(model: Model, slack: float) -> Model:
    """The model with every band wider by ``slack`` of the target on both sides."""
    return replace(model, lower=model.lower - slack * model.target, upper=model.upper + slack * model.target)


def _lost(model: Model, kept: list) -> np.ndarray:
    """(n, k) what is lost when an atom is in a territory, in average atoms."""
    lost = np.zeros((model.n, model.k))
    for atom, options in enumerate(kept):
        lost[atom] = sum(options.values())
        for territory, cost in options.items():
            lost[atom, territory] -= cost
    return lost * model.n
