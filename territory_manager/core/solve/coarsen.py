"""A map of a few thousand cells that stands for a large one while many starts are tried."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .model import Model


def coarse(model: Model, cells: int) -> Model:
    """Units summed up in about ``cells`` cells of like mass; without neighbours, for power diagrams only.

    The cells come from a k-d tree: a grid would put a whole city, and several territories, into one square.
    Units bound to a territory are summed up apart from the free ones.
    """
    mass = model.shape_mass
    limit = mass.sum() / cells
    cell = np.zeros(model.n, dtype=np.int64)
    count = 0
    parts = [np.flatnonzero(model.fixed == t) for t in np.unique(model.fixed)]
    while parts:
        units = parts.pop()
        weight = mass[units].sum()
        if len(units) == 1 or weight <= limit:
            cell[units] = count
            count += 1
            continue
        extent = np.ptp(model.xy[units], axis=0)
        units = units[np.argsort(model.xy[units, int(extent[1] > extent[0])], kind="stable")]
        at = int(np.searchsorted(np.cumsum(mass[units]), weight / 2))
        at = min(max(at, 1), len(units) - 1)
        parts += [units[at:], units[:at]]
    _, first = np.unique(cell, return_index=True)
    total = np.bincount(cell, mass, count)
    xy = np.stack([np.bincount(cell, mass * model.xy[:, j], count) / total for j in (0, 1)], axis=1)
    loads = np.stack([np.bincount(cell, column, count) for column in model.loads.T], axis=1)
    return replace(
        model,
        xy=xy,
        mass=total,
        loads=loads,
        pairs=np.empty((0, 2), dtype=np.int64),
        fixed=model.fixed[first],
        atom_of=np.arange(count),
    )
