"""A window of the map assigned anew, exactly: a small mixed-integer program with lazy contiguity cuts.

The window may be a whole small map or the surroundings of a territory that no single move can mend.

References
----------
Hess, S. W., Weaver, J. B., Siegfeldt, H. J., Whelan, J. N., Zitlau, P. A. (1965): Nonpartisan political
    redistricting by computer. Operations Research 13, 998–1006.
Validi, H., Buchanan, A., Lykhovyd, E. (2022): Imposing contiguity constraints in political districting
    models. Operations Research 70, 867–892.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from .budget import Budget
from .model import Model
from .repair import repair

_PRICE_OF_MISS = 500.0
"""Price of one whole territory out of bounds, in inertias of the plan: balance first, shape second."""

_ROUNDING = 2e-6
"""Bounds are drawn in by this part of the target: the program keeps them only to its own precision."""

_ROUNDS_OF_CUTS = 40
_CUTS_A_PIECE = 4
_NODES = 3000
_GAP = 1e-4


def assign_window(
    model: Model,
    labels: np.ndarray,
    choices: np.ndarray,
    *,
    centres: np.ndarray | None = None,
    nodes: int = _NODES,
    cut_rounds: int = _ROUNDS_OF_CUTS,
    gap: float = _GAP,
    budget: Budget | None = None,
) -> np.ndarray | None:
    """The cheapest labels when some units may choose anew, all territories within bounds as far as can be.

    Parameters
    ----------
    model : Model
    labels : (n,) int
        A contiguous plan, if the model asks for contiguity.
    choices : (n, k) bool
        Territories every unit may choose from; at least its own. A unit with one choice stays.
    centres : (k, 2) km, optional
        What distances are measured from; the centroids of ``labels`` by default.
    nodes : int
        Branch-and-bound nodes at most, for each program: a measure of work that does not depend on the clock.

    cut_rounds : int
        Programs at most, each with the contiguity cuts that the one before was found to need.

    gap : float
        Relative precision of the programs. With a coarse one, results that a repair brings within bounds are
        good enough.

    Returns
    -------
    (n,) int32, or None if none was found in time
    """
    centres = model.centroids(labels) if centres is None else centres
    window = np.flatnonzero(choices.sum(axis=1) > 1)
    if not len(window):
        return None
    unit, territory = np.nonzero(choices[window])
    program = _Program(model, labels, window, unit, territory, centres)
    labels = np.asarray(labels, dtype=np.int32)
    best = None
    for _ in range(cut_rounds):
        if budget is not None and budget.stop():
            break
        chosen = program.solve(nodes, gap, np.inf if budget is None else budget.remaining)
        if chosen is None:
            break
        result = labels.copy()
        result[window[unit[chosen]]] = territory[chosen]
        if not model.contiguous or not program.cut_off_pieces(result, centres):
            return result
        mended = repair(model, result)
        if best is None or model.excess(mended) < model.excess(best):
            best = mended
        if gap > _GAP and model.excess(best) <= 0:
            break
    return best if gap > _GAP else None


class _Program:
    """Variables, bounds, and the contiguity cuts found so far."""

    def __init__(self, model, labels, window, unit, territory, centres) -> None:
        self.model, self.unit, self.territory, self.window = model, unit, territory, window
        at = window[unit]
        cost = model.shape_mass[at] * ((model.xy[at] - centres[territory]) ** 2).sum(axis=1)
        scale = max(model.inertia(labels), 1e-12)
        involved = np.unique(territory)
        count, rows = len(unit), len(involved) * model.q
        self.place = np.full((model.n, model.k), -1, dtype=np.int64)
        self.place[at, territory] = np.arange(count)
        kept = np.ones(model.n, dtype=bool)
        kept[window] = False
        held = model.totals(labels) - np.stack(
            [np.bincount(labels[~kept], model.loads[~kept, j], model.k) for j in range(model.q)], axis=1
        )
        row_of = np.full(model.k, -1)
        row_of[involved] = np.arange(len(involved))
        inside = np.arange(count)
        load = csr_matrix(
            (
                model.loads[at].T.ravel(),
                (
                    np.concatenate([row_of[territory] * model.q + j for j in range(model.q)]),
                    np.tile(inside, model.q),
                ),
            ),
            shape=(rows, count + 2 * rows),
        )
        target = model.target[involved].ravel()
        normal = 1.0 / target
        slack = csr_matrix(
            (np.concatenate([target, -target]), (np.tile(np.arange(rows), 2), count + np.arange(2 * rows))),
            shape=(rows, count + 2 * rows),
        )
        scaled = csr_matrix((normal, (np.arange(rows), np.arange(rows))), shape=(rows, rows)) @ (load + slack)
        low = (model.lower[involved] - held[involved]).ravel() * normal
        high = (model.upper[involved] - held[involved]).ravel() * normal
        inner = np.minimum(_ROUNDING, np.maximum(high - low, 0.0) / 4)
        low, high = low + inner, high - inner
        one = csr_matrix((np.ones(count), (unit, inside)), shape=(len(window), count + 2 * rows))
        self.constraints = [LinearConstraint(one, 1, 1), LinearConstraint(scaled, low, high)]
        self.cost = np.concatenate([cost / scale, np.full(2 * rows, _PRICE_OF_MISS)])
        self.count = count
        self.integral = np.concatenate([np.ones(count), np.zeros(2 * rows)])
        self.bounds = Bounds(0, np.concatenate([np.ones(count), np.full(2 * rows, np.inf)]))
        self.cuts: list = []

    def solve(self, nodes, gap, seconds) -> np.ndarray | None:
        """Chosen variables; None when the program found no plan."""
        constraints = list(self.constraints)
        if self.cuts:
            size = [len(columns) for columns, _, _ in self.cuts]
            columns = np.concatenate([columns for columns, _, _ in self.cuts])
            values = np.concatenate([values for _, values, _ in self.cuts])
            most = np.array([most for _, _, most in self.cuts])
            rows = np.repeat(np.arange(len(self.cuts)), size)
            matrix = csr_matrix((values, (rows, columns)), shape=(len(self.cuts), len(self.cost)))
            constraints.append(LinearConstraint(matrix, -np.inf, most + 1e-9))
        result = milp(
            self.cost,
            constraints=constraints,
            integrality=self.integral,
            bounds=self.bounds,
            options={"node_limit": nodes, "time_limit": min(seconds, 1e6), "mip_rel_gap": gap},
        )
        if result.x is None:
            return None
        return np.flatnonzero(result.x[: self.count] > 0.5)

    def cut_off_pieces(self, labels, centres) -> bool:
        """Forbid every piece that is apart from the middle of its territory; whether there was one.

        A unit of the piece may be in the territory only if one of the units around the piece is.
        """
        model = self.model
        count, piece = model.pieces(labels)
        found = False
        owner = np.empty(count, dtype=np.int64)
        owner[piece] = labels
        for t in np.flatnonzero(np.bincount(owner, minlength=model.k) > 1):
            members = np.flatnonzero(labels == t)
            staying = members[self.place[members, t] < 0]
            pool = staying if len(staying) else members
            root = pool[((model.xy[pool] - centres[t]) ** 2).sum(axis=1).argmin()]
            for p in np.flatnonzero(owner == t):
                if p == piece[root]:
                    continue
                inside = np.flatnonzero(piece == p)
                around = {u for v in inside.tolist() for u in model.neighbours[v]} - set(inside.tolist())
                ways = [self.place[u, t] for u in sorted(around) if self.place[u, t] >= 0]
                found = True
                if (self.place[inside, t] < 0).any():
                    # A unit that stays where it is has to be reached.
                    self.cuts.append((np.array(ways, dtype=np.int64), -np.ones(len(ways)), -1.0))
                    continue
                for v in inside[:_CUTS_A_PIECE]:
                    columns = np.array([self.place[v, t], *ways])
                    self.cuts.append((columns, np.array([1.0] + [-1.0] * len(ways)), 0.0))
        return found
