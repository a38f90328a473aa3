"""Territories grouped: territory → region → country. What the groups add up to, and groups made balanced."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from .adjacency import Adjacency
from .alignment import Alignment
from .statistics import deviations
from .targets import Targets

if TYPE_CHECKING:
    from .ledger import Ledger
    from .solve.problem import Problem, Solution

#: Stands in the targets for what belongs to no group; no row of a table is called so.
_REST = ""


def ancestors(territories: Sequence[str], parents: Sequence[Mapping[str, str]]) -> list[str | None]:
    """The group that each territory belongs to.

    Parameters
    ----------
    territories : k names.
    parents : child → group, level by level, the lowest first.

    Returns
    -------
    k names of groups of the last of these levels; None where the chain breaks off.
    """
    found: list[str | None] = list(territories)
    for level in parents:
        found = [None if name is None else level.get(name) for name in found]
    return found


def positions(groups: Sequence[str | None], names: Sequence[str]) -> np.ndarray:
    """(k,) position in *names* of each group, -1 where it is none of them."""
    place = {name: number for number, name in enumerate(names)}
    return np.array([place.get(name, -1) if name is not None else -1 for name in groups], dtype=np.int32)


def labels_of_units(labels: np.ndarray, group: np.ndarray) -> np.ndarray:
    """(n,) group of each unit, -1 for none, from its territory (n,) and the group of each territory (k,)."""
    return np.append(np.asarray(group, dtype=np.int32), np.int32(-1))[np.asarray(labels)]


def rolled_up(alignment: Alignment, group: np.ndarray, names: Sequence[str]) -> Alignment:
    """The ledger of the groups: what their territories have, together.

    Parameters
    ----------
    alignment : of the territories.
    group : (k,) position of each territory's group in *names*, -1 for none.
    names : the groups.
    """
    group = np.asarray(group)
    ledger = Alignment(
        alignment.units,
        alignment.adjacency,
        labels_of_units(alignment.labels, group),
        names,
        alignment.weights,
    )
    held = np.zeros((len(names), alignment.held.shape[1]))
    np.add.at(held, group[group >= 0], alignment.held[group >= 0])
    if held.any():
        ledger.hold(held)
    return ledger


def rolled_up_targets(
    targets: Targets,
    territories: Sequence[str],
    group: np.ndarray,
    names: Sequence[str],
    tolerance: float | None = None,
) -> Targets:
    """What the groups should get: what their territories should, together.

    Parameters
    ----------
    targets : of the territories.
    territories, group, names : as for `rolled_up`.
    tolerance : of the groups, as a fraction; None for that of the territories.
    """
    group = np.asarray(group)
    shares = targets.shares_of(territories)
    sums = np.bincount(group[group >= 0], shares[group >= 0], minlength=len(names))
    rest = max(float(shares.sum() - sums.sum()), 0.0)
    if sums.sum() + rest <= 0:
        rest = 1.0
    return replace(
        targets,
        territories=(*names, _REST),
        shares=np.append(sums, rest),
        tolerance=targets.tolerance if tolerance is None else tolerance,
        minimum=None,
        maximum=None,
    )


def group_deviations(ledger: Ledger, targets: Targets, group: np.ndarray, count: int) -> np.ndarray:
    """(g,) how far each group is from its target, %: of the index, or of the measure that is farthest off.

    The same numbers as those of `rolled_up`, from the sums of the territories alone: it costs nothing.

    Parameters
    ----------
    ledger, targets : of the territories.
    group : (k,) position of each territory's group, -1 for none.
    count : number of groups g.
    """
    inside = np.asarray(group) >= 0
    place = np.asarray(group)[inside]
    shares = np.bincount(place, targets.shares_of(ledger.territories)[inside], minlength=count)
    if not targets.each_measure:
        whole = float(ledger.index.sum() + ledger.unassigned_index)
        return deviations(np.bincount(place, ledger.index[inside], minlength=count), shares * whole)
    totals = np.zeros((count, ledger.totals.shape[1]))
    np.add.at(totals, place, ledger.totals[inside])
    found = deviations(totals, shares[:, None] * ledger.grand_totals[None, :])
    return found[np.arange(count), np.abs(found).argmax(axis=1)]


def groups_problem(
    alignment: Alignment, names: Sequence[str], tolerance: float, *, contiguous: bool = True, **more
) -> tuple[Problem, np.ndarray]:
    """The question of dividing the territories into balanced groups: territories are its units.

    Parameters
    ----------
    alignment : of the territories.
    names : the groups to make.
    tolerance : as a fraction.
    contiguous : every group in one piece.
    more : handed on to `Targets.equal`, say ``weights`` and ``each_measure``.

    Returns
    -------
    The problem, and (p,) the positions of the territories that take part: those that have units.

    Raises
    ------
    ValueError
        When there are more groups than territories with units.
    """
    from .solve.problem import Problem

    part = np.flatnonzero(alignment.counts > 0)
    if len(names) > len(part):
        raise ValueError(
            f"{len(names)} groups are wanted, but only {len(part)} territories have units. "
            f"Choose {len(part)} or fewer."
        )
    places = _middles(alignment)[part]
    pairs, border = _touching(alignment)
    inside = np.full(alignment.k, -1)
    inside[part] = np.arange(len(part))
    graph = Adjacency.from_pairs(len(part), inside[pairs], border).connected(places)
    return (
        Problem(
            xy=places,
            values=np.nan_to_num(alignment.totals[part]),
            adjacency=graph,
            targets=Targets.equal(len(names), tolerance, names=list(names), **more),
            contiguous=contiguous,
            names=np.array(alignment.territories, dtype=object)[part],
            measure_names=alignment.units.measure_names or ("units",),
        ),
        part,
    )


def group_territories(
    problem: Problem,
    *,
    seed: int = 1,
    time_limit: float | None = 20.0,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Solution:
    """Balanced, contiguous groups of territories, by the solver that makes territories of units."""
    from .solve.build import build

    return build(problem, seed=seed, time_limit=time_limit, progress=progress, cancelled=cancelled)


def _middles(alignment: Alignment) -> np.ndarray:
    """(k, 2) mean place of the units of each territory; NaN without any."""
    placed = (alignment.labels >= 0) & np.isfinite(alignment.units.xy).all(axis=1)
    label, xy = alignment.labels[placed], alignment.units.xy[placed]
    count = np.bincount(label, minlength=alignment.k)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.stack([np.bincount(label, xy[:, j], alignment.k) / count for j in (0, 1)], axis=1)


def _touching(alignment: Alignment) -> tuple[np.ndarray, np.ndarray]:
    """Pairs (e, 2) of territories that touch, each once, and the length (e,) of the border they share."""
    pairs, border, _bridge = alignment.adjacency.pairs()
    ends = np.sort(alignment.labels[pairs], axis=1)
    across = (ends[:, 0] >= 0) & (ends[:, 0] != ends[:, 1])
    if not across.any():
        return np.zeros((0, 2), dtype=np.int64), np.zeros(0)
    found, row = np.unique(ends[across], axis=0, return_inverse=True)
    return found.astype(np.int64), np.bincount(row.ravel(), border[across], len(found))
