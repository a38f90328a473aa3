"""A small plan with accounts and reps, for the tests of its work and of its map."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

WEST, SOUTH, SIZE = 4_000_000, 3_000_000, 20_000
COLUMNS, ROWS = 6, 4


def memory(project, kind, name, fields, rows):
    """A memory layer in the project; rows are (geometry or None, attributes)."""
    layer = QgsVectorLayer(
        f"{kind}?crs=EPSG:3035&" + "&".join(f"field={one}" for one in fields), name, "memory"
    )
    features = []
    for geometry, attributes in rows:
        feature = QgsFeature(layer.fields())
        if geometry is not None:
            feature.setGeometry(geometry)
        feature.setAttributes(attributes)
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    project.addMapLayer(layer)
    return layer


def at(x, y):
    """A point, in squares from the south-western corner."""
    return QgsGeometry.fromPointXY(QgsPointXY(WEST + SIZE * x, SOUTH + SIZE * y))


def square(x, y):
    """The unit at that place."""
    west, south = WEST + SIZE * x, SOUTH + SIZE * y
    return QgsGeometry.fromRect(QgsRectangle(west, south, west + SIZE, south + SIZE))


def add_units(project):
    """6 × 4 squares in the territories North, South and East, two of them nobody's."""
    rows = []
    for number in range(COLUMNS * ROWS):
        x, y = number % COLUMNS, number // COLUMNS
        territory = "East" if x > 3 else "North" if y > 1 else "South"
        territory = None if number in (0, 23) else territory
        potential, sales = 1000.0 + 10 * number, 700.0 + 20 * number
        rows.append((square(x, y), [f"unit {number}", territory, 1.0, potential, sales, 600.0, 900.0]))
    fields = ["name:string", "territory:string", "size:double"]
    fields += [f"{name}:double" for name in ("potential", "sales", "last_year", "quota")]
    return memory(project, "Polygon", "units", fields, rows)


def add_accounts(project, count=60):
    """Accounts all over, one outside, one without a place."""
    choose = np.random.default_rng(3)
    rows = []
    for number in range(count):
        x, y = choose.uniform(0, COLUMNS), choose.uniform(0, ROWS)
        place = at(x, y)
        if number == 7:
            place = at(COLUMNS + 3, 1)
        if number == 8:
            place = None
        segment = "ABC"[number % 3]
        rows.append((place, [f"account {number}", segment, float(number % 5 + 1), 45.0, 100.0 * number]))
    fields = ["name:string", "segment:string", "calls:double", "minutes:double", "sales:double"]
    return memory(project, "Point", "accounts", fields, rows)


def add_homes(project):
    """Where three reps live; North's has half the hours."""
    rows = [
        (at(1, 3), ["Ann", 1600.0, 5000.0]),
        (at(1, 1), ["Bob", 800.0, 4000.0]),
        (at(5, 2), ["East", 1600.0, 6000.0]),
    ]
    return memory(project, "Point", "homes", ["rep:string", "hours:double", "quota:double"], rows)


REPS = {"North": "Ann", "South": "Bob"}
