"""A rebalance of several measures at once: where the border moves of today's territories do not reach.

The plan of today is annealed for balance, its territories cut anew in groups where that is needed; every unit
has a price outside its territory of today. Once the bands are reached, the price is raised.
"""

from __future__ import annotations

import numpy as np

from .balance_search import balance_search, imbalance
from .budget import Budget
from .model import Model
from .recombination import recombine

_PRICES = (3.0, 3.0, 3.0, 3.0, 1.0, 1.0, 1.0, 1.0, 0.3, 0.3)
"""Of an average unit that changes hands, in cut edges, turn by turn: first the plans that disturb little."""

_RAISED = (6.0, 12.0, 24.0)
_GROUPS = 20
_SWEEPS = 2000
_NEVER = 1e6


def balanced_from_today(
    model: Model, start: np.ndarray, kept: list, allowed: np.ndarray | None, seed: int, budget: Budget
) -> list:
    """Labels of plans ever nearer to the bands, and of some within them that disturb less and less.

    Parameters
    ----------
    model : Model
    start : (n,) int
        Every unit assigned.
    kept : list of {territory: cost}
    allowed : (n, k) bool, optional
    seed : int
    budget : Budget
    """
    if (start < 0).any():
        return []
    lost = _lost(model, kept)
    never = 0.0 if allowed is None else np.where(allowed, 0.0, _NEVER)
    found: list = []
    labels = start
    for turn, price in enumerate(_PRICES):
        if budget.stop():
            return found
        prices = price * lost + never
        if turn:
            labels = recombine(model, labels, turns=_GROUPS, seed=seed + turn, price=prices, budget=budget)
        labels = balance_search(
            model,
            labels,
            sweeps=_SWEEPS,
            heat=(2.0, 0.4),
            force=(60.0, 300.0),
            seed=seed + turn,
            price=prices,
            budget=budget,
        )
        found.append(labels)
        budget.report(100.0 * (turn + 1) / len(_PRICES), "Balancing several measures")
        if not imbalance(model, model.totals(labels)).any():
            break
    else:
        return found
    for price in _RAISED:
        labels = balance_search(
            model,
            labels,
            sweeps=_SWEEPS,
            heat=(1.0, 0.2),
            force=(100.0, 600.0),
            seed=seed,
            price=price * lost + never,
            budget=budget,
        )
        found.append(labels)
    return found


def _lost(model: Model, kept: list) -> np.ndarray:
    """(n, k) what is lost when an atom is in a territory, in average atoms."""
    lost = np.zeros((model.n, model.k))
    for atom, options in enumerate(kept):
        lost[atom] = sum(options.values())
        for territory, cost in options.items():
            lost[atom, territory] -= cost
    return lost * model.n
