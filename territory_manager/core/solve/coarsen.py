"""A map of a few thousand cells that stands for a large one while many starts are tried."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .model import Model


def coarse(model: Model, cells: int) -> Model:
    """Units summed up in about ``cells`` squares of a grid; without neighbours, for power diagrams only.

    Units bound to a territory are summed up apart from the free ones.
    """
    corner = model.xy.min(axis=0)
    extent = np.maximum(np.ptp(model.xy, axis=0), 1e-9)
    side = np.sqrt(extent.prod() / cells)
    column, row = ((model.xy - corner) // side).astype(np.int64).T
    key = (row * (int(extent[0] // side) + 1) + column) * (model.k + 1) + model.fixed + 1
    _, first, cell = np.unique(key, return_index=True, return_inverse=True)
    count = len(first)
    mass = model.shape_mass
    total = np.bincount(cell, mass, count)
    xy = np.stack([np.bincount(cell, mass * model.xy[:, j], count) / total for j in (0, 1)], axis=1)
    loads = np.stack([np.bincount(cell, column, count) for column in model.loads.T], axis=1)
    return replace(model, xy=xy, mass=total, loads=loads, pairs=np.empty((0, 2), dtype=np.int64),
                   fixed=model.fixed[first], atom_of=np.arange(count))
