"""The least disruptive plan of a small map, solved exactly.

A mixed-integer program assigns every atom to a territory within the bands at the least loss; whoever comes
out in pieces is given separator inequalities and it is solved again (Oehrlein and Haunert 2017, "A
cutting-plane method for contiguity-constrained spatial aggregation"; Validi, Buchanan and Lykhovyd 2022,
"Imposing contiguity constraints in political districting models"). Annealing leaves coarse maps short of the
optimum; here it is reached, as long as the map is small and the program does not run out of nodes.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_matrix, csr_matrix, vstack
from scipy.sparse.csgraph import connected_components

from .budget import Budget
from .model import Model
from .starting_plan import centres_of

_MOST_VARIABLES = 450
_ROUNDS = 20
_PATIENT_ROUNDS = 40
_TINY = 60
"""Up to so many variables no unit is taken for granted; beyond, every territory keeps the unit nearest to its
centre. Pieces are then cut off from a known root, which proves in seconds what takes minutes without."""

_NODES = 1500
"""Branch-and-bound nodes of all rounds together: a limit that, unlike seconds, gives the same plan on every
machine."""

_ROUNDING = 1e-9
_HAIR = 2e-6

_SHAPE = 0.01
"""What the whole moment of inertia weighs against the whole map changing hands; a tie-breaker."""


def small_enough(model: Model, most: int = _MOST_VARIABLES) -> bool:
    """Whether a map is small enough to be solved exactly."""
    return model.n * model.k <= most


def least_disruptive(
    model: Model,
    start: np.ndarray,
    kept: list,
    allowed: np.ndarray | None,
    shape: float,
    budget: Budget,
    patient: bool = False,
) -> np.ndarray | None:
    """(n,) labels of the atoms that keep every band and lose least; None if none was found.

    Parameters
    ----------
    model : Model
    start : (n,) int
        Today's labels: its centres measure the shape.
    kept : list of {territory: cost}
    allowed : (n, k) bool, optional
    shape : float
        Weight of compactness as in :class:`.move_search.Weights`.
    budget : Budget
    patient : bool
        Go on when the nodes have run out: any plan within the bands is wanted, the least disruptive or not.
    """
    program = _Program(model, start, kept, allowed, shape)
    if not program.possible:
        return None
    for _ in range(_PATIENT_ROUNDS if patient else _ROUNDS):
        if budget.stop() or (program.nodes <= 1 and not patient):
            return None
        labels = program.solve(min(budget.remaining, 30.0))
        if labels is None:
            return None
        if model.contiguous and program.cut_off(labels):
            continue
        if model.excess(labels) <= _ROUNDING or program.margin:
            return labels
        # The integer program forgives itself a little at every band: aim a hair inside.
        program.margin = _HAIR
    return None


class _Program:
    """Variables are the allowed pairs (atom, territory); separators are added as rows."""

    def __init__(self, model: Model, start, kept: list, allowed, shape: float) -> None:
        self.model = model
        fits = np.repeat(model.open[None], model.n, axis=0) if allowed is None else allowed & model.open
        bound = np.flatnonzero(model.fixed >= 0)
        fits[bound] = False
        fits[bound, model.fixed[bound]] = True
        self.atom, self.territory = np.nonzero(fits)
        self.possible = bool(fits.any(axis=1).all())
        self.count = len(self.atom)
        self.column = np.full((model.n, model.k), -1)
        self.column[self.atom, self.territory] = np.arange(self.count)
        self.costs = self._costs(start, kept, shape)
        each = np.arange(self.count)
        self.once = coo_matrix((np.ones(self.count), (self.atom, each)), shape=(model.n, self.count)).tocsr()
        rows = (self.territory[:, None] * model.q + np.arange(model.q)).ravel()
        loads = (model.loads[self.atom] / model.target[self.territory]).ravel()
        self.loads = coo_matrix(
            (loads, (rows, np.repeat(each, model.q))), shape=(model.k * model.q, self.count)
        ).tocsr()
        self.separators: list = []
        self.root = self._roots(start) if self.count > _TINY else np.full(model.k, -1)
        self.margin = 0.0
        self.nodes = _NODES

    def _roots(self, start: np.ndarray) -> np.ndarray:
        """(k,) the atom that every territory keeps for certain, -1 where it has none."""
        model, centres = self.model, centres_of(self.model, start)
        roots = np.full(model.k, -1)
        for territory in range(model.k):
            own = np.flatnonzero((start == territory) & (self.column[:, territory] >= 0))
            bound = own[model.fixed[own] == territory]
            own = bound if len(bound) else own
            if len(own):
                away = ((model.xy[own] - centres[territory]) ** 2).sum(axis=1)
                roots[territory] = own[away.argmin()]
        return roots

    def _costs(self, start: np.ndarray, kept: list, shape: float) -> np.ndarray:
        model = self.model
        lost = np.array([sum(options.values()) for options in kept])[self.atom]
        stays = np.array([kept[i].get(t, 0.0) for i, t in zip(self.atom.tolist(), self.territory.tolist())])
        centres = centres_of(model, start)
        middle = np.average(model.xy, axis=0, weights=model.shape_mass)
        centres = np.where(np.isfinite(centres), centres, middle)
        away = ((model.xy[self.atom] - centres[self.territory]) ** 2).sum(axis=1)
        away *= model.shape_mass[self.atom]
        held = start >= 0
        today = (model.shape_mass[held] * ((model.xy[held] - centres[start[held]]) ** 2).sum(axis=1)).sum()
        return lost - stays + _SHAPE * shape * away / max(float(today), 1e-12)

    def solve(self, seconds: float) -> np.ndarray | None:
        model = self.model
        room = np.minimum(self.margin, (model.upper - model.lower) / model.target / 4)
        constraints = [
            LinearConstraint(self.once, 1, 1),
            LinearConstraint(
                self.loads,
                (model.lower / model.target + room).ravel(),
                (model.upper / model.target - room).ravel(),
            ),
        ]
        lowest = np.zeros(self.count)
        rooted = np.flatnonzero(self.root >= 0)
        lowest[self.column[self.root[rooted], rooted]] = 1
        if self.separators:
            constraints.append(LinearConstraint(vstack(self.separators), -np.inf, 1))
        result = milp(
            self.costs,
            constraints=constraints,
            integrality=np.ones(self.count),
            bounds=Bounds(lowest, 1),
            options={"node_limit": self.nodes, "mip_rel_gap": 1e-6, "time_limit": max(seconds, 0.1)},
        )
        self.nodes = max(self.nodes - int(result.mip_node_count or 0), 1)
        if result.x is None:
            return None
        chosen = np.flatnonzero(result.x > 0.5)
        labels = np.full(model.n, -1, dtype=np.int32)
        labels[self.atom[chosen]] = self.territory[chosen]
        return labels

    def cut_off(self, labels: np.ndarray) -> bool:
        """Add a separator for every piece beyond the first of a territory; whether there was any."""
        count, piece = self.model.pieces(labels)
        weight = np.bincount(piece, self.model.shape_mass, count)
        found = False
        for territory in range(self.model.k):
            parts = np.unique(piece[labels == territory])
            if len(parts) < 2:
                continue
            root = self.root[territory]
            main = piece[root] if root >= 0 else parts[weight[parts].argmax()]
            for part in parts[parts != main]:
                self._separate(np.flatnonzero(piece == part), np.flatnonzero(piece == main), territory)
                found = True
        return found

    def _separate(self, stray: np.ndarray, main: np.ndarray, territory: int) -> None:
        """x_a + x_b ≤ 1 + Σ x_c over a minimal separator c of a (in the stray piece) and b (in the main
        one)."""
        graph = self.model.graph
        inside = np.zeros(self.model.n, dtype=bool)
        inside[stray] = True
        around = np.zeros(self.model.n, dtype=bool)
        around[graph[stray].indices] = True
        around &= ~inside
        mass = self.model.shape_mass
        root = int(self.root[territory])
        b = root if root >= 0 else int(main[mass[main].argmax()])
        rest = np.flatnonzero(~around)
        part = connected_components(graph[rest][:, rest], directed=False)[1]
        beyond = rest[part == part[np.searchsorted(rest, b)]]
        near = np.zeros(self.model.n, dtype=bool)
        near[graph[beyond].indices] = True
        separator = np.flatnonzero(around & near)
        several = 8 if root >= 0 else 3
        for a in stray[np.argsort(-mass[stray], kind="stable")[:several]].tolist():
            columns = self.column[np.r_[a, b, separator], territory]
            values = np.r_[1.0, 1.0, -np.ones(len(separator))]
            use = columns >= 0
            row = csr_matrix(
                (values[use], (np.zeros(int(use.sum()), dtype=int), columns[use])), shape=(1, self.count)
            )
            self.separators.append(row)
