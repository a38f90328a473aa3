"""The sums per territory, as the alignment keeps them and as a preview foresees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .targets import scaled_weights

if TYPE_CHECKING:
    from .units import Units


class Ledger:
    """Sums per territory: the part that an `Alignment` and a `Preview` have in common.

    All arrays have one row per territory, in the order of `territories`; what is unassigned has properties
    of its own. Inside, row k (which is also row -1, the label of unassigned units) holds the unassigned
    units.
    """

    units: Units
    territories: list[str]
    weights: np.ndarray | None
    cut_edges: int
    cut_border: float
    _totals: np.ndarray
    _held: np.ndarray
    _counts: np.ndarray
    _areas: np.ndarray
    _outlines: np.ndarray
    _inner: np.ndarray
    _pieces: np.ndarray

    @property
    def k(self) -> int:
        """Number of territories."""
        return len(self.territories)

    @property
    def totals(self) -> np.ndarray:
        """(k, m) total of each measure, missing values not counted; without measures the number of units,
        (k, 1).
        """
        return self._totals[:-1].copy()

    @property
    def held(self) -> np.ndarray:
        """(k, m) part of the totals that belongs to no unit, whoever has the units around it."""
        return self._held[:-1].copy()

    @property
    def unassigned_totals(self) -> np.ndarray:
        """(m,) totals of the unassigned units."""
        return self._totals[-1].copy()

    @property
    def grand_totals(self) -> np.ndarray:
        """(m,) totals over all units, assigned or not."""
        return self._totals.sum(axis=0)

    @property
    def index(self) -> np.ndarray:
        """(k,) share of everything, 0 to 1: Σ weight · total / grand total."""
        return self._index()[:-1]

    @property
    def unassigned_index(self) -> float:
        """Share of everything that is unassigned, 0 to 1."""
        return float(self._index()[-1])

    @property
    def counts(self) -> np.ndarray:
        """(k,) number of units."""
        return self._counts[:-1].copy()

    @property
    def unassigned_count(self) -> int:
        """Number of unassigned units."""
        return int(self._counts[-1])

    @property
    def areas(self) -> np.ndarray:
        """(k,) areas in m²."""
        return self._areas[:-1].copy()

    @property
    def unassigned_area(self) -> float:
        """Area of the unassigned units in m²."""
        return float(self._areas[-1])

    @property
    def perimeters(self) -> np.ndarray:
        """(k,) length of the territories' outlines in metres, holes included."""
        return self._perimeters()[:-1]

    @property
    def unassigned_perimeter(self) -> float:
        """Length of the outline of what is unassigned, in metres."""
        return float(self._perimeters()[-1])

    @property
    def pieces(self) -> np.ndarray:
        """(k,) number of connected parts; 0 for a territory without units."""
        return self._counted_pieces()[:-1].copy()

    @property
    def unassigned_pieces(self) -> int:
        """Number of connected parts of what is unassigned."""
        return int(self._counted_pieces()[-1])

    @property
    def extra_pieces(self) -> int:
        """Pieces beyond one per territory; 0 when all are contiguous."""
        return int(np.maximum(self.pieces - 1, 0).sum())

    def _counted_pieces(self) -> np.ndarray:
        return self._pieces

    def _index(self) -> np.ndarray:
        grand = self.grand_totals
        factors = scaled_weights(grand, self.weights)
        return self._totals @ np.divide(factors, grand, out=np.zeros_like(factors), where=grand > 0)

    def _perimeters(self) -> np.ndarray:
        return np.maximum(self._outlines - 2.0 * self._inner, 0.0)


class Preview(Ledger):
    """The sums as they would be after a move that has not been made.

    Attributes
    ----------
    moved : positions of the units that would change hands.
    before, after : their labels now and then, -1 for unassigned.
    affected : labels of the territories that would lose or gain units, ascending, -1 included.
    """

    def __init__(self, base: Ledger, sums: dict[str, np.ndarray], cuts: tuple[int, float]) -> None:
        self.units = base.units
        self.territories = list(base.territories)
        self.weights = base.weights
        self._totals = sums["totals"]
        self._held = base._held
        self._counts = sums["counts"]
        self._areas = sums["areas"]
        self._outlines = sums["outlines"]
        self._inner = sums["inner"]
        self._pieces = sums["pieces"]
        self.cut_edges, self.cut_border = cuts
        self.moved = np.zeros(0, dtype=np.int64)
        self.before = np.zeros(0, dtype=np.int32)
        self.after = np.zeros(0, dtype=np.int32)

    @property
    def affected(self) -> np.ndarray:
        """Labels of the territories that would lose or gain units, ascending, -1 included."""
        return np.unique(np.concatenate([self.before, self.after]))
