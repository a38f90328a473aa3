"""The maps that neighbours and ledger are measured on."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import numpy as np
import shapely

OVERSEAS = ("971", "972", "973", "974", "976")
_ENVELOPES = (0, 32, 48, 48, 64)


def communes() -> tuple[str, list[bytes], np.ndarray]:
    """Name of the map, the units' WKB in metres, and their population.

    The metropolitan communes of ``$TERRITORY_MANAGER_DATA/france_communes.gpkg`` in a sinusoidal projection;
    where the file is not there, as many hexagons.
    """
    path = Path(os.environ.get("TERRITORY_MANAGER_DATA", "")) / "france_communes.gpkg"
    if not path.is_file():
        shapes = hexagons(188, 188)
        return f"{len(shapes):,} hexagons", list(shapely.to_wkb(shapes)), np.arange(1.0, len(shapes) + 1)
    marks = ", ".join("?" * len(OVERSEAS))
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as source:
        rows = source.execute(
            f"select geom, population from communes where dept not in ({marks})", OVERSEAS
        ).fetchall()
    shapes = shapely.from_wkb([row[0][8 + _ENVELOPES[(row[0][3] >> 1) & 7] :] for row in rows])

    def project(degrees: np.ndarray) -> np.ndarray:
        east, north = np.radians(degrees).T
        return 6_371_007.0 * np.column_stack([(east - np.radians(2.5)) * np.cos(north), north])

    population = np.array([np.nan if row[1] is None else row[1] for row in rows], dtype=float)
    return (
        f"{len(rows):,} French communes",
        list(shapely.to_wkb(shapely.transform(shapes, project))),
        population,
    )


def hexagons(columns: int, rows: int, side: float = 2000.0, steps: int = 10) -> np.ndarray:
    """A honeycomb whose sides have `steps` segments each."""
    corners = side * np.column_stack(
        [np.cos(np.radians(np.arange(30, 391, 60))), np.sin(np.radians(np.arange(30, 391, 60)))]
    )
    fractions = np.arange(steps) / steps
    ring = np.vstack(
        [corners[i] + fractions[:, None] * (corners[i + 1] - corners[i]) for i in range(6)] + [corners[:1]]
    )
    column, row = np.meshgrid(np.arange(columns), np.arange(rows))
    x = np.sqrt(3) * side * (column + (row % 2) / 2).ravel()
    y = 1.5 * side * row.ravel()
    return shapely.polygons(ring[None, :, :] + np.column_stack([x, y])[:, None, :])
