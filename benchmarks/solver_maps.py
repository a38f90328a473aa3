"""The maps that builds are measured on, by name: instances, parts of them, and made ones."""

from __future__ import annotations

import os
from pathlib import Path

import instances
import numpy as np

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.solve.problem import Problem
from territory_manager.core.targets import Targets

INDEX = "=index"
"""After the name of a map with several measures: only their index is balanced."""

WEST = ("44", "49", "53", "72", "85", "22", "29", "35", "56")


def problem_of(name: str, k: int, tolerance: float) -> Problem:
    """The problem a name stands for: an instance, or one of the special maps."""
    targets = Targets.equal(k, tolerance)
    if name == "cells":
        return _cells(targets)
    if name == "points":
        return _points(targets)
    instance = instances.load("FR-commune" if name == "west" else name.removesuffix("+3"), name != "west")
    if name == "west":
        inside = np.isin([code[:2] for code in instance.ids], WEST)
        place = np.cumsum(inside) - 1
        pairs = instance.adjacency.pairs()[0]
        pairs = place[pairs[inside[pairs].all(axis=1)]]
        xy = instance.xy[inside]
        return Problem(
            xy, instance.population[inside], Adjacency.from_pairs(len(xy), pairs).connected(xy), targets
        )
    values = instance.population
    if name.endswith("+3"):
        half = values / values.sum() + instance.area / instance.area.sum()
        values = np.stack([values, half, instances.drifted(instance, 0.3, 7).population], axis=1)
        targets = Targets.equal(k, tolerance, each_measure=True)
        return Problem(
            instance.xy,
            values,
            instance.adjacency,
            targets,
            measure_names=("people", "people and area", "drifted"),
        )
    return Problem(instance.xy, values, instance.adjacency, targets)


def _cells(targets: Targets, side: int = 224) -> Problem:
    number = np.arange(side * side).reshape(side, side)
    across = np.stack([number[:, :-1].ravel(), number[:, 1:].ravel()], axis=1)
    down = np.stack([number[:-1].ravel(), number[1:].ravel()], axis=1)
    y, x = np.divmod(np.arange(side * side), side)
    values = np.random.default_rng(5).lognormal(0, 1, side * side)
    adjacency = Adjacency.from_pairs(side * side, np.concatenate([across, down]))
    return Problem(np.stack([x, y], axis=1) * 1000.0, values, adjacency, targets)


def _points(targets: Targets) -> Problem:
    """Shops of the 48 states, in a plane that is good enough for a benchmark."""
    import csv

    with open(Path(os.environ["TERRITORY_MANAGER_DATA"]) / "starbucks.csv", encoding="utf-8") as file:
        places = [(row["longitude"], row["latitude"]) for row in csv.DictReader(file)]
    degrees = np.array([(float(x), float(y)) for x, y in places if x and y])
    inside = (degrees > (-125, 24)).all(axis=1) & (degrees < (-66, 50)).all(axis=1)
    xy = degrees[inside] * 111_320.0 * (np.cos(np.deg2rad(38)), 1.0)
    return Problem(xy, np.ones(len(xy)), Adjacency.from_points(xy).connected(xy), targets)
