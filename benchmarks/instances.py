"""The graphs the solver is measured on, from ``$TERRITORY_MANAGER_DATA/solver/*.npz``."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from territory_manager.core.adjacency import Adjacency


@dataclass(frozen=True, eq=False)
class Instance:
    """A map as a graph: n units, metres, people."""

    name: str
    xy: np.ndarray
    population: np.ndarray
    adjacency: Adjacency
    area: np.ndarray
    perimeter: np.ndarray | None
    ids: np.ndarray
    published: np.ndarray | None

    @property
    def n(self) -> int:
        return len(self.xy)


def path(name: str) -> Path | None:
    """The file of an instance, None when the data is not on this machine."""
    data = os.environ.get("TERRITORY_MANAGER_DATA")
    file = None if not data else Path(data) / "solver" / f"{name}.npz"
    return file if file is not None and file.exists() else None


def load(name: str, connected: bool = True) -> Instance:
    """An instance by name, for example ``PA-tract``; islands get the shortest bridges when ``connected``."""
    file = path(name)
    if file is None:
        raise FileNotFoundError(f"{name}.npz is not in $TERRITORY_MANAGER_DATA/solver.")
    with np.load(file) as data:
        xy = data["xy"] * 1000.0
        adjacency = Adjacency.from_pairs(len(xy), data["edges"], border=data["shared"] * 1000.0)
        if connected:
            adjacency = adjacency.connected(xy)
        published = None
        if "published_plan" in data.files:
            published = np.unique(data["published_plan"], return_inverse=True)[1].astype(np.int32)
        return Instance(
            name,
            xy,
            data["pop"].astype(float),
            adjacency,
            data["area"],
            data["perim"] if "perim" in data.files else None,
            data["geoid"],
            published,
        )


def drifted(instance: Instance, sigma: float, seed: int = 0) -> Instance:
    """The instance years later: every unit's weight times exp of a smooth random field plus noise.

    ``sigma`` is the standard deviation of the field; 0.15 takes the published plan of Pennsylvania from ±0.5
    % to 23 % off its targets.
    """
    rng = np.random.default_rng(seed)
    places = instance.xy / 1000.0
    span = places.std(axis=0).mean()
    field = np.zeros(instance.n)
    for _ in range(25):
        centre = places[rng.integers(instance.n)]
        field += rng.normal() * np.exp(-((places - centre) ** 2).sum(axis=1) / (2 * (0.25 * span) ** 2))
    field *= sigma / field.std()
    population = np.round(instance.population * np.exp(field + rng.normal(0, 0.05, instance.n)))
    return replace(instance, population=population)
