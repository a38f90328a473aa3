"""Balanced power diagrams: convex cells of prescribed workload around the centres.

The dual of the transport problem between units and territories is smoothed by an entropy, solved by Sinkhorn
steps far from the solution and by damped Newton steps near it; Lloyd's iteration moves the free centres.
Matrices have a row for every territory and a column for every unit: all that is done for each unit over the
few territories then runs along long rows.

References
----------
Aurenhammer, F., Hoffmann, F., Aronov, B. (1998): Minkowski-type theorems and least-squares clustering.
    Algorithmica 20, 61–76.
Brieden, A., Gritzmann, P., Klemm, F. (2017): Constrained clustering via diagrams: a unified theory and its
    application to electoral district design. European Journal of Operational Research 263, 18–34.
Cohen-Addad, V., Klein, P. N., Young, N. E. (2018): Balanced centroidal power diagrams for redistricting.
    SIGSPATIAL, 389–396.
Cuturi, M. (2013): Sinkhorn distances: lightspeed computation of optimal transport. NeurIPS.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .budget import Budget
from .model import Model

_NEWTON_FROM = 0.6
"""Newton steps begin once every cell is within this relative error; Sinkhorn steps are safe before."""

_NEGLIGIBLE = -300.0
"""Exponents below this one are raised to it: numbers that underflow take ten times as long."""

_FORBIDDEN = 64.0
"""Squared distance of a pair that is not allowed, in squared diameters of the map."""

_FIRST: tuple[float, ...] = (3.0, 1.0, 0.3, 0.1)
_LATER: tuple[float, ...] = (0.1,)
_ROUGH: tuple[float, ...] = (0.1, 0.03)
_EXACT: tuple[float, ...] = (0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
_SHARPEN: tuple[float, ...] = (0.01, 0.002)
"""Smoothing, in mean squared distances to the nearest centre."""


@dataclass
class Diagram:
    """Centres (k, 2) km, prices of the cells (k,) km², and the labels (n,) of the nearest cells."""

    centres: np.ndarray
    prices: np.ndarray
    labels: np.ndarray


def diagram(
    model: Model,
    centres: np.ndarray,
    *,
    rounds: int,
    band: float,
    exact: bool,
    prices: np.ndarray | None = None,
    budget: Budget | None = None,
) -> Diagram:
    """A balanced power diagram, its free centres moved to the centroids of their cells.

    Parameters
    ----------
    centres : (k, 2) km
        Where to begin; homes are kept.
    rounds : int
        Lloyd iterations at most.
    band : float
        Part of the way from target to bound that a cell may use to become more compact.
    exact : bool
        Sharpen the smoothing to the end. Without it cells are a few per cent out of balance: enough to
        compare starts.
    prices : (k,) km², optional
        Prices that are nearly right, of the same centres on a coarse map: only sharpened then.
    budget : Budget, optional
    """
    mass = model.shape_mass
    share = mass / mass.sum()
    known = prices is not None
    prices = np.zeros(model.k) if prices is None else prices
    free = ~model.homes
    centres = np.where(free[:, None], centres, model.centres)
    allowed = allowed_pairs(model)
    capacity, least, most = _capacities(model)
    scale = None
    for turn in range(rounds):
        if turn and budget is not None and budget.stop():
            break
        distance = squared_distances(model, centres, allowed)
        if scale is None:
            scale = max(float(distance.min(axis=0) @ share), 1e-12)
        goal = _use_band(prices, capacity, least, most, band) if turn >= 2 and band else capacity
        blurs = _FIRST if turn == 0 else _LATER
        prices, soft = balance_prices(
            distance,
            share,
            goal,
            prices,
            [scale * blur for blur in blurs],
            precision=0.02,
            steps=25 if turn == 0 else 5,
            budget=budget,
        )
        if not free.any():
            break
        moved = (soft @ (share[:, None] * model.xy)) / np.maximum(soft @ share, 1e-300)[:, None]
        moved = np.where(free[:, None], moved, centres)
        largest = np.abs(moved - centres).max()
        centres = moved
        if largest < 0.004 * np.sqrt(scale):
            break
    distance = squared_distances(model, centres, allowed)
    scale = scale or max(float(distance.min(axis=0) @ share), 1e-12)
    goal = _use_band(prices, capacity, least, most, band) if band else capacity
    blurs = _SHARPEN if known else _EXACT if exact else _ROUGH
    prices, _ = balance_prices(
        distance,
        share,
        goal,
        prices,
        [scale * blur for blur in blurs],
        precision=2e-3 if exact else 0.02,
        steps=8 if exact and not known else 4,
        budget=budget,
    )
    return Diagram(centres, prices, (distance - prices[:, None]).argmin(axis=0).astype(np.int32))


def allowed_pairs(model: Model) -> np.ndarray | None:
    """(k, n) bool: which territory a unit may go to; None when every pair is allowed."""
    bound = model.fixed >= 0
    far = np.isfinite(model.max_distance) and model.homes.any()
    if not bound.any() and model.open.all() and not far:
        return None
    allowed = np.repeat(model.open[:, None], model.n, axis=1)
    if far:
        for t in np.flatnonzero(model.homes):
            allowed[t] &= ((model.xy - model.centres[t]) ** 2).sum(axis=1) <= model.max_distance**2
        allowed[:, ~allowed.any(axis=0)] = model.open[:, None]
    allowed[:, bound] = False
    allowed[model.fixed[bound], bound] = True
    return allowed


def squared_distances(model: Model, centres: np.ndarray, allowed: np.ndarray | None) -> np.ndarray:
    """(k, n) km²; a pair that is not allowed is far beyond the map."""
    distance = -2.0 * (centres @ model.xy.T)
    distance += np.einsum("ij,ij->i", model.xy, model.xy)
    distance += (centres**2).sum(axis=1)[:, None]
    np.maximum(distance, 0.0, out=distance)
    if allowed is not None:
        extent = np.ptp(model.xy, axis=0)
        distance[~allowed] = _FORBIDDEN * max(float(extent @ extent), 1e-9)
    return distance


def balance_prices(
    distance: np.ndarray,
    share: np.ndarray,
    capacity: np.ndarray,
    prices: np.ndarray,
    blurs: list,
    *,
    precision: float,
    steps: int,
    budget: Budget | None = None,
) -> tuple:
    """Prices of the cells at which every cell gets its capacity, by maximising the smoothed dual.

    Parameters
    ----------
    distance : (k, n) km²
    share : (n,) workload, adding up to 1
    capacity : (k,) adding up to 1
    prices : (k,) km²
        Where to begin.
    blurs : list of float
        Smoothing in km², falling.
    precision : float
        Largest relative error of a cell to stop at.
    steps : int
        At most, for each blur.
    budget : Budget, optional
        When it is used up, one step for each blur is left.

    Returns
    -------
    (k,) prices, (k, n) soft assignment
    """
    prices = prices - prices.mean()
    for blur in blurs:
        soft, value = _soften(distance, share, prices, capacity, blur)
        for turn in range(steps):
            if turn and budget is not None and budget.stop():
                break
            load = soft @ share
            lack = capacity - load
            error = np.abs(lack / capacity).max()
            if error < precision:
                break
            step = None
            if error < _NEWTON_FROM:
                step = _newton(distance, share, capacity, prices, soft, value, load, lack, blur)
            if step is None:
                step = _sinkhorn(distance, share, capacity, prices, load, blur)
            prices, soft, value = step
    return prices, soft


def _soften(
    distance: np.ndarray, share: np.ndarray, prices: np.ndarray, capacity: np.ndarray, blur: float
) -> tuple:
    """(k, n) soft assignment at these prices, and the value of the smoothed dual."""
    soft = prices[:, None] - distance
    soft *= 1.0 / blur
    top = soft.max(axis=0)
    soft -= top
    np.maximum(soft, _NEGLIGIBLE, out=soft)
    np.exp(soft, out=soft)
    total = soft.sum(axis=0)
    soft *= 1.0 / total
    value = float(capacity @ prices) - blur * float(share @ (top + np.log(total)))
    return soft, value


def _newton(distance, share, capacity, prices, soft, value, load, lack, blur) -> tuple | None:
    """One Newton step, shortened until the dual grows enough; None when it does not."""
    k = len(prices)
    curvature = (np.diag(load) - (soft * share) @ soft.T) / blur
    trace = np.trace(curvature) / k
    if not trace > 0:
        return None
    step = np.linalg.solve(curvature + trace / k + np.eye(k) * 1e-9 * trace, lack)
    step -= step.mean()
    length = min(1.0, 6 * blur / max(np.abs(step).max(), 1e-300))
    slope = float(lack @ step)
    for _ in range(5):
        tried = prices + length * step
        new_soft, new_value = _soften(distance, share, tried, capacity, blur)
        if new_value >= value + 1e-4 * length * slope:
            return tried, new_soft, new_value
        length *= 0.4
    return None


def _sinkhorn(distance, share, capacity, prices, load, blur) -> tuple:
    """A few Sinkhorn steps, until every cell is within half of its capacity."""
    for _ in range(8):
        prices = prices + blur * np.clip(np.log(capacity / np.maximum(load, 1e-300)), -60, 60)
        prices -= prices.mean()
        soft, value = _soften(distance, share, prices, capacity, blur)
        load = soft @ share
        if np.abs(load / capacity - 1).max() < 0.5:
            break
    return prices, soft, value


def _capacities(model: Model) -> tuple:
    """(k,) goal, least and most of every cell in shares of the mass; the goals add up to 1."""
    target = np.maximum(model.target[:, 0], 1e-9)
    goal = target / target.sum()
    least, most = model.lower[:, 0] / target, model.upper[:, 0] / target
    return goal, goal * np.clip(least, 0.0, 1.0), goal * np.maximum(most, 1.0)


def _use_band(prices, capacity, least, most, band) -> np.ndarray:
    """Capacities inside the tolerance that make the plan most compact at these prices.

    A high price says that a cell has to be widened against its neighbours: such cells go to their lower
    bound, cheap ones to the upper (the optimum of the transport problem with bounds instead of equations).
    """
    low = capacity - band * (capacity - least)
    high = capacity + band * (most - capacity)
    left = 1.0 - low.sum()
    result = low.copy()
    for t in np.argsort(prices, kind="stable"):
        extra = min(left, high[t] - low[t])
        result[t] += extra
        left -= extra
    return result / result.sum()
