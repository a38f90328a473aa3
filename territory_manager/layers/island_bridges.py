"""Automatic bridges while the map is edited: always those that a fresh computation would lay."""

from __future__ import annotations

import numpy as np

from ..core.alignment import Alignment


class IslandBridges:
    """Looks after the bridges during one change of the map.

    Laying bridges means measuring every island against the mainland, which takes long on a map with large
    islands. Most edits cannot change the outcome: those of mainland units that carry no bridge, that stay
    farther from every island than the longest bridge reaches, and that neither part nor join anything.

    Parameters
    ----------
    alignment : Alignment
        Before the change.
    touched : (c,) int
        Positions, before the change, of the units that will go or get another shape.
    """

    def __init__(self, alignment: Alignment, touched: np.ndarray):
        self._alignment = alignment
        self._parts, mainland = _mainland(alignment)
        ends = alignment.adjacency.bridges
        self._count = len(ends)
        self._concerned = not mainland[touched].all() or bool(np.isin(touched, ends).any())

    def renew(self, touched: np.ndarray) -> None:
        """Lay the bridges as the changed map needs them.

        Parameters
        ----------
        touched : (c,) int
            Positions, after the change, of the units that are new or have another shape.
        """
        alignment = self._alignment
        parts, mainland = _mainland(alignment)
        if parts == 1 and not len(alignment.adjacency.bridges):
            return
        # halfway through a change the map may have come apart, and been bridged, for a moment
        kept = len(alignment.adjacency.bridges) == self._count
        apart = parts == self._parts and kept and not self._concerned and mainland[touched].all()
        if apart and not self._within_reach(touched, mainland):
            return
        adjacency, units = alignment.adjacency, alignment.units
        bare = adjacency.without_bridges() if len(adjacency.bridges) else adjacency
        bridged = bare.connected(units.xy, units.geometry)
        if not np.array_equal(bridged.bridges, adjacency.bridges):
            alignment.set_adjacency(bridged)

    def _within_reach(self, touched: np.ndarray, mainland: np.ndarray) -> bool:
        """Whether a touched unit is nearer to an island than the longest bridge is long."""
        from ..core.geos import shapely

        units, ends = self._alignment.units, self._alignment.adjacency.bridges
        if units.geometry is None or not len(ends):
            return True
        shapes = units.geometry
        longest = shapely.distance(shapes[ends[:, 0]], shapes[ends[:, 1]]).max()
        islands = shapes[~mainland & np.isfinite(units.xy).all(axis=1)]
        # boxes are never farther apart than what they hold, so this errs on the side of laying anew
        boxes, island_boxes = (shapely.box(*shapely.bounds(some).T) for some in (shapes[touched], islands))
        return bool((shapely.distance(boxes[:, None], island_boxes[None, :]) <= longest).any())


def _mainland(alignment: Alignment) -> tuple[int, np.ndarray]:
    """Number of parts without any bridge, and which units (n,) belong to the largest that has a place."""
    count, part = alignment.adjacency.components(bridges=False)
    placed = np.isfinite(alignment.units.xy).all(axis=1)
    sizes = np.bincount(part[placed], minlength=max(count, 1))
    return count, part == np.argmax(sizes)
