"""What each territory should get."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

#: Share of a territory that should get no units, as part of an equal one; a share must be above 0.
_NEXT_TO_NOTHING = 1e-6


def scaled_weights(totals: np.ndarray, weights: np.ndarray | Sequence[float] | None = None) -> np.ndarray:
    """Weights of the measures in the index, scaled to add up to 1.

    A measure whose total is 0 has no shares to speak of: its weight goes to the others.

    Parameters
    ----------
    totals : (m,) total of each measure over all units, in the measure's own unit.
    weights : (m,) non-negative numbers, or None for equal weights.

    Returns
    -------
    (m,) weights; all 0 when no measure with a weight has a positive total.

    Raises
    ------
    ValueError
        When the number of weights is not that of the measures, or a weight is negative or not a number.
    """
    totals = np.asarray(totals, dtype=float)
    if weights is None:
        scaled = np.ones(len(totals))
    else:
        scaled = np.array(weights, dtype=float).ravel()
        if len(scaled) != len(totals):
            raise ValueError(
                f"There are {len(totals)} measures but {len(scaled)} weights. "
                "Give one weight for each measure."
            )
        if not np.all(np.isfinite(scaled)) or np.any(scaled < 0):
            raise ValueError(f"Weights must be numbers of 0 or more; got {', '.join(map(str, scaled))}.")
    scaled = np.where(totals > 0, scaled, 0.0)
    total = scaled.sum()
    return scaled / total if total > 0 else scaled


def index_shares(values: np.ndarray, weights: np.ndarray | Sequence[float] | None = None) -> np.ndarray:
    """Each unit's share of everything: Σ weight · value / total.

    The usual activity index of territory design with several criteria: measures of different scale are made
    comparable by their totals (Kalcsics, Nickel, Schröder 2005, "Towards a unified territorial design
    approach", TOP 13).

    Parameters
    ----------
    values : (n, m) measures, missing ones as NaN or 0.
    weights : (m,) importance of each measure, scaled here to add up to 1; None for equal.

    Returns
    -------
    (n,) shares that add up to 1 (all 0 when every measure sums to 0).
    """
    values = np.nan_to_num(np.asarray(values, dtype=float), nan=0.0)
    if values.ndim == 1:
        values = values[:, None]
    totals = values.sum(axis=0)
    factors = scaled_weights(totals, weights)
    return values @ np.divide(factors, totals, out=np.zeros_like(factors), where=totals > 0)


def territory_codes(k: int) -> tuple[str, ...]:
    """Generated codes of `k` territories: T01, T02, … with as many digits as needed."""
    digits = max(2, len(str(k)))
    return tuple(f"T{number:0{digits}d}" for number in range(1, k + 1))


@dataclass(frozen=True, eq=False)
class Targets:
    """Shares of the total that the territories should get, and how far off they may be.

    Attributes
    ----------
    territories : k codes, in the order of all other arrays of length k.
    shares : (k,) share of the total of every measure; adds up to 1.
    tolerance : fraction by which a territory may miss its target (0.05 is ±5 %).
    weights : (m,) weights of the measures in the index, None for equal.
    each_measure : True when every measure must be within tolerance by itself, False for the index.
    minimum, maximum : (m,) absolute limits per territory in the measure's own unit, NaN for none.
    """

    territories: tuple[str, ...]
    shares: np.ndarray
    tolerance: float
    weights: np.ndarray | None = None
    each_measure: bool = False
    minimum: np.ndarray | None = None
    maximum: np.ndarray | None = None

    def __post_init__(self) -> None:
        names = tuple(str(name) for name in self.territories)
        if not names:
            raise ValueError("There are no territories. Give at least one.")
        repeated = (
            sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []
        )
        if repeated:
            raise ValueError(
                f"Territory {repeated[0]} is named more than once. Give every territory its own name."
            )
        shares = np.array(self.shares, dtype=float).ravel()
        if len(shares) != len(names):
            raise ValueError(f"There are {len(names)} territories but {len(shares)} shares.")
        for name, share in zip(names, shares):
            if not np.isfinite(share) or share < 0:
                raise ValueError(f"The capacity of territory {name} is {share}. Give a number of 0 or more.")
        if shares.sum() <= 0:
            raise ValueError("All capacities are 0. Give at least one territory a positive capacity.")
        if not np.isfinite(self.tolerance) or self.tolerance < 0:
            raise ValueError(f"The tolerance is {self.tolerance}. Give a number of 0 or more.")
        object.__setattr__(self, "territories", names)
        object.__setattr__(self, "shares", shares / shares.sum())
        for field in ("weights", "minimum", "maximum"):
            given = getattr(self, field)
            if given is not None:
                object.__setattr__(self, field, np.array(given, dtype=float).ravel())

    @property
    def k(self) -> int:
        """Number of territories."""
        return len(self.territories)

    @classmethod
    def equal(
        cls,
        k: int,
        tolerance: float = 0.05,
        *,
        names: Sequence[str] | None = None,
        weights: np.ndarray | Sequence[float] | None = None,
        each_measure: bool = False,
        minimum: np.ndarray | Sequence[float] | None = None,
        maximum: np.ndarray | Sequence[float] | None = None,
    ) -> Targets:
        """`k` territories that should all get the same; codes T01, T02, … unless `names` are given."""
        if k < 1:
            raise ValueError(f"The number of territories is {k}. Give at least 1.")
        territories = territory_codes(k) if names is None else tuple(names)
        return cls(
            territories,
            np.full(k, 1.0 / k),
            tolerance,
            _row(weights),
            each_measure,
            _row(minimum),
            _row(maximum),
        )

    @classmethod
    def by_capacity(
        cls,
        names: Sequence[str],
        capacities: np.ndarray | Sequence[float],
        tolerance: float = 0.05,
        *,
        weights: np.ndarray | Sequence[float] | None = None,
        each_measure: bool = False,
        minimum: np.ndarray | Sequence[float] | None = None,
        maximum: np.ndarray | Sequence[float] | None = None,
    ) -> Targets:
        """Territories that should get shares in proportion to `capacities` (relative numbers, any unit)."""
        return cls(
            tuple(names),
            np.asarray(capacities, dtype=float),
            tolerance,
            _row(weights),
            each_measure,
            _row(minimum),
            _row(maximum),
        )

    def of(self, values: np.ndarray) -> np.ndarray:
        """Target totals, (k, m), for units with `values` (n, m); missing values do not count."""
        values = np.asarray(values, dtype=float)
        if values.ndim == 1:
            values = values[:, None]
        return self.shares[:, None] * np.nansum(values, axis=0)[None, :]

    def with_settled(self, shares: Mapping[str, float]) -> Targets:
        """The same targets where some territories should get what they have; the others share the rest.

        Parameters
        ----------
        shares : territory → its share of everything, 0 to 1.
        """
        settled = np.array([shares.get(name, np.nan) for name in self.territories])
        others = np.isnan(settled)
        rest = 1.0 - settled[~others].sum()
        weight = self.shares[others].sum()
        if others.all() or not weight > 0 or not rest > 0:
            return self
        return replace(self, shares=np.where(others, self.shares * rest / weight, settled))

    def beside(self, held: np.ndarray, values: np.ndarray, elsewhere: np.ndarray | None = None) -> Targets:
        """The same targets for the units alone, where territories have something that belongs to no unit.

        A territory that has all it should get already, or more, is left next to nothing. A plan of the units
        that keeps the tolerance of these targets keeps that of the whole where one quantity is balanced; with
        every measure by itself the shares are those of the index, and it need not. A maximum is lowered by
        the most that a territory holds, a minimum must be reached with units.

        Parameters
        ----------
        held : (k, m) what the territories have beside their units; see `Alignment.hold`.
        values : (n, m) measures of the units, missing ones as NaN or 0.
        elsewhere : (m,) what territories have that are none of these: it weighs in the index of the whole,
            and nobody here should get any of it.
        """
        held = np.asarray(held, dtype=float).reshape(self.k, -1)
        beyond = np.zeros(held.shape[1]) if elsewhere is None else np.asarray(elsewhere, dtype=float)
        if not held.any() and not beyond.any():
            return self
        of_units = np.nansum(np.asarray(values, dtype=float).reshape(-1, held.shape[1]), axis=0)
        whole = of_units + held.sum(axis=0) + beyond
        factors = scaled_weights(whole, self.weights)
        parts = np.divide(factors, whole, out=np.zeros_like(factors), where=whole > 0)
        left = self.shares * (factors.sum() - beyond @ parts) - held @ parts
        return replace(
            self,
            shares=np.maximum(left, _NEXT_TO_NOTHING / self.k),
            # an amount weighs in the index of the units what it weighs in that of the whole
            weights=parts * of_units,
            maximum=None if self.maximum is None else self.maximum - held.max(axis=0),
        )

    def shares_of(self, territories: Sequence[str]) -> np.ndarray:
        """Shares in the order of `territories`; 0 for one that has no target."""
        if tuple(territories) == self.territories:
            return self.shares
        share = dict(zip(self.territories, self.shares))
        return np.array([share.get(name, 0.0) for name in territories], dtype=float)


def _row(numbers: np.ndarray | Sequence[float] | None) -> np.ndarray | None:
    return None if numbers is None else np.array(numbers, dtype=float).ravel()
