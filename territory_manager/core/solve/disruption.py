"""What a change of alignment disturbs: who had what before, and what is lost when a unit changes hands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .model import Model
from .problem import Problem


def today(problem: Problem) -> np.ndarray:
    """(n,) the current alignment.

    Raises
    ------
    ValueError
        When the problem has none.
    """
    if problem.current is None:
        raise ValueError("This needs the territories of today. Choose the territory field.")
    return problem.current


@dataclass(frozen=True, eq=False)
class Relations:
    """The relationships of today and what each is worth.

    Attributes
    ----------
    before : (n,) int
        Territory of every unit before, -1 for none. A unit nobody had can be given away at no loss.
    cost : (n,) float
        What is lost when the unit changes hands, a share of the whole map: adds up to 1.
    """

    before: np.ndarray
    cost: np.ndarray

    @classmethod
    def of(
        cls, problem: Problem, disruption: np.ndarray | None = None, before: np.ndarray | None = None
    ) -> Relations:
        """Relations of a problem; ``disruption`` (n,) defaults to the index, ``before`` to the current
        alignment.

        Raises
        ------
        ValueError
            Without a current alignment, or with a disruption that is negative or not a number.
        """
        before = today(problem) if before is None else before
        cost = problem.index if disruption is None else np.asarray(disruption, dtype=float)
        if cost.shape != (problem.n,):
            raise ValueError(f"There are {problem.n} units, but the disruption has the shape {cost.shape}.")
        bad = np.flatnonzero(~np.isfinite(cost) | (cost < 0))
        if len(bad):
            raise ValueError(
                f"The disruption of unit {problem.name(bad[0])} is negative or missing "
                f"({len(bad)} such units). Give every unit a number of 0 or above."
            )
        total = cost.sum()
        return cls(before, cost / total if total > 0 else np.zeros(problem.n))

    def moved(self, labels: np.ndarray) -> np.ndarray:
        """(n,) bool: units that had a territory and have another one, or none, now."""
        return (self.before >= 0) & (labels != self.before)

    def lost(self, labels: np.ndarray) -> float:
        """What the labels disturb, a share of the whole map."""
        return float(self.cost[self.moved(labels)].sum())

    def kept_by_atom(self, model: Model) -> list:
        """For every atom of the model, {territory: what is kept when the atom is there}."""
        kept: list = [{} for _ in range(model.n)]
        had = np.flatnonzero(self.before >= 0)
        for atom, territory, cost in zip(
            model.atom_of[had].tolist(), self.before[had].tolist(), self.cost[had].tolist()
        ):
            kept[atom][territory] = kept[atom].get(territory, 0.0) + cost
        return kept
