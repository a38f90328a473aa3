"""Building territories on real maps: ours beside the published plans, METIS, GerryChain and the prototype.

``python benchmarks/bench_solver_build.py [name …]`` runs the tables named (pennsylvania, tracts, counties,
france, measures, west, large), all by default. ``$TERRITORY_MANAGER_DATA/solver`` has the instances; the
prototype is looked for in ``$TERRITORY_MANAGER_PROTOTYPE``. Every run of ours is a process of its own, so
that its memory is its own.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import instances  # noqa: E402
import peers  # noqa: E402

from territory_manager.core.adjacency import Adjacency  # noqa: E402
from territory_manager.core.solve.build import build  # noqa: E402
from territory_manager.core.solve.problem import Problem  # noqa: E402
from territory_manager.core.solve.verdict import deviations, extra_pieces, objective  # noqa: E402
from territory_manager.core.targets import Targets  # noqa: E402

SEEDS = range(1, 6)
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


def scored(problem: Problem, labels: np.ndarray) -> dict:
    off = np.sort(np.abs(deviations(problem, labels)).max(axis=1))
    pairs = problem.adjacency.pairs()[0]
    return {
        "dev": float(off[-1]),
        "next": float(off[-2]),
        "pieces": extra_pieces(problem, labels),
        "cut": int((labels[pairs[:, 0]] != labels[pairs[:, 1]]).sum()),
        "moi": objective(problem, labels),
    }


def ours(name: str, k: int, tolerance: float, seed: int) -> dict:
    """One run in a process of its own."""
    command = [sys.executable, __file__, "--one", name, str(k), str(tolerance), str(seed)]
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def one(name: str, k: int, tolerance: float, seed: int) -> None:
    import resource

    problem = problem_of(name.removesuffix(INDEX), k, tolerance)
    asked = problem
    if name.endswith(INDEX):
        asked = replace(problem, targets=replace(problem.targets, each_measure=False))
    found = build(asked, seed=seed)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                **scored(problem, found.labels),
                "seconds": found.elapsed,
                "memory": memory,
                "message": found.message,
                "spread": found.spread,
            }
        )
    )


def prototype(name: str, k: int, tolerance: float, seed: int) -> dict | None:
    """The throw-away prototype on the same machine, where it is to be had."""
    folder = os.environ.get("TERRITORY_MANAGER_PROTOTYPE")
    if not folder or not (Path(folder) / "proto.py").exists():
        return None
    command = [
        sys.executable,
        str(Path(folder) / "proto.py"),
        name,
        str(k),
        str(tolerance),
        str(seed),
        "24",
        "py",
        "0.05",
    ]
    environment = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with tempfile.TemporaryDirectory() as place:
        done = subprocess.run(command, capture_output=True, text=True, cwd=place, env=environment)
    if done.returncode:
        return None
    said = json.loads(done.stdout.splitlines()[-1])
    return {
        "dev": said["maxdev"],
        "pieces": said["extra_comp"],
        "cut": said["cut"],
        "moi": said["moi"],
        "seconds": said["wall"],
        "memory": said["rss_mb"],
    }


def peer(method: str, name: str, k: int, tolerance: float, seed: int) -> dict | None:
    """METIS or GerryChain, where they are installed."""
    if not peers.available():
        return None
    problem = problem_of(name, k, tolerance)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "graph.npz"
        np.savez(
            file,
            indptr=problem.adjacency.indptr,
            indices=problem.adjacency.indices,
            population=problem.values[:, 0],
        )
        said = peers.run("peer_districting.py", method, str(file), str(k), str(tolerance), str(seed))
    if "failed" in said:
        print(f"{method} failed: {said['failed']}")
        return None
    return {**scored(problem, np.array(said["labels"], dtype=np.int32)), "seconds": said["seconds"]}


def published(name: str, k: int, tolerance: float) -> dict | None:
    plan = instances.load(name).published
    return None if plan is None else scored(problem_of(name, k, tolerance), plan)


HEAD = "| map | plan | seed | dev % | pieces | cut | MOI | s | MB |\n|---|---|---|---|---|---|---|---|---|"


def row(name: str, who: str, seed: object, found: dict | None) -> dict | None:
    if found is None:
        print(f"| {name} | {who} | {seed} | not on this machine | | | | | |", flush=True)
        return None
    moi = f"{found['moi']:,.0f}" if found["moi"] > 100 else f"{found['moi']:.3f}"
    seconds = f"{found['seconds']:.2f}" if "seconds" in found else ""
    memory = f"{found['memory']:.0f}" if "memory" in found else ""
    print(
        f"| {name} | {who} | {seed} | {found['dev']:.3f} | {found['pieces']} | {found['cut']} | {moi} "
        f"| {seconds} | {memory} |",
        flush=True,
    )
    return found


def pennsylvania() -> None:
    name, k, tolerance = "PA-tract", 18, 0.01
    row(name, "published, ±0.5 %", "", published(name, k, tolerance))
    for method in ("metis", "gerrychain"):
        row(name, method, 1, peer(method, name, k, tolerance, 1))
    for seed in SEEDS:
        row(name, "prototype", seed, prototype(name, k, tolerance, seed))
        row(name, "ours", seed, ours(name, k, tolerance, seed))


def _beside_published(table: tuple) -> None:
    for name, k in table:
        row(name, "published", "", published(name, k, 0.005))
        for seed in SEEDS:
            row(name, "ours", seed, ours(name, k, 0.005, seed))


def tracts() -> None:
    _beside_published(
        (
            ("NE-tract", 3),
            ("OK-tract", 5),
            ("IN-tract", 9),
            ("OH-tract", 16),
            ("IL-tract", 18),
            ("PA-tract", 18),
        )
    )


def counties() -> None:
    _beside_published(
        (("AR-county", 4), ("IA-county", 4), ("KS-county", 4), ("NE-county", 3), ("OK-county", 5))
    )


def france() -> None:
    for method in ("metis_recursive", "gerrychain"):
        row("FR-commune", method, 1, peer(method, "FR-commune", 20, 0.01, 1))
    for seed in SEEDS:
        row("FR-commune", "ours", seed, ours("FR-commune", 20, 0.01, seed))


def measures() -> None:
    """Three measures, each within tolerance, beside the plan that balances their index alone: what it costs."""
    for name, k, tolerance in (("OK-tract+3", 8, 0.05), ("PA-tract+3", 18, 0.10)):
        asked = f"±{100 * tolerance:g} %"
        row(name, f"index alone, {asked}", 1, ours(name + INDEX, k, tolerance, 1))
        said = []
        for seed in SEEDS:
            found = ours(name, k, tolerance, seed)
            row(name, f"ours, {asked}", seed, found)
            said.append(f"Seed {seed}, inertia × {found['spread']:.2f}: {found['message']}")
        print("\n" + "\n\n".join(said) + "\n")


def west() -> None:
    for seed in SEEDS:
        row("west", "ours", seed, ours("west", 20, 0.01, seed))


def large() -> None:
    for name, k, tolerance in (("FR-commune", 100, 0.10), ("cells", 50, 0.02), ("points", 50, 0.02)):
        found = row(name, f"ours, k {k}", 1, ours(name, k, tolerance, 1))
        if found:
            said = re.sub(" +", " ", found["message"])
            print(f"\n{said} The second largest deviation is {found['next']:.2f} %.\n")


TABLES = {
    "pennsylvania": pennsylvania,
    "tracts": tracts,
    "counties": counties,
    "france": france,
    "measures": measures,
    "west": west,
    "large": large,
}


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        name, k, tolerance, seed = sys.argv[2:6]
        one(name, int(k), float(tolerance), int(seed))
        return
    if instances.path("PA-tract") is None:
        print("The instances are not on this machine: set TERRITORY_MANAGER_DATA.")
        return
    for name in sys.argv[1:] or TABLES:
        print(f"\n{name}\n\n{HEAD}")
        TABLES[name]()


if __name__ == "__main__":
    main()
