"""One moved unit, and strokes of 1,000, on 35,000 units beside computing everything anew.

    python -m benchmarks ledger

"Anew" is what the redistricting plugins do after each edit: group the table by territory, dissolve the
shapes and count the parts. Once with dissolving, as they do it, and once by our own sums from scratch.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
import shapely

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.alignment import Alignment
from territory_manager.core.statistics import balance, statistics
from territory_manager.core.targets import Targets
from territory_manager.core.units import Units

from . import maps

TERRITORIES = (20, 100)
MOVES = 400


def main() -> None:
    """Print medians and 95th percentiles in milliseconds, and the ratio of anew to one move."""
    name, coded, population = maps.communes()
    measures = np.nan_to_num(population)
    units = Units.from_wkb(coded, measures=measures, measure_names=["population"])
    graph = Adjacency.of(units)
    print(f"{name}; milliseconds, median (95th percentile)")
    for k in TERRITORIES:
        measure(units, graph, k)


def measure(units: Units, graph: Adjacency, k: int) -> None:
    """The table for `k` territories."""
    rng = np.random.default_rng(1)
    centres = units.xy[rng.choice(units.n, k, replace=False)]
    labels = ((units.xy[:, None, :] - centres[None]) ** 2).sum(axis=2).argmin(axis=1)
    plan = Alignment(units, graph, labels, [f"T{number}" for number in range(k)])
    targets = Targets.equal(k, names=plan.territories)
    pairs = graph.pairs()[0]
    borders = pairs[plan.labels[pairs[:, 0]] != plan.labels[pairs[:, 1]]]
    chosen = borders[rng.choice(len(borders), MOVES, replace=False)]
    spots = [
        np.argpartition(((units.xy - units.xy[spot]) ** 2).sum(axis=1), 1000)[:1000]
        for spot in rng.choice(units.n, 20)
    ]

    counted: list[int] = []

    def moved(unit: int, neighbour: int) -> None:
        plan.move(unit, int(plan.labels[neighbour]))
        counted.append(plan.extra_pieces)

    def stroke(near: np.ndarray) -> None:
        plan.move(near, int(plan.labels[near[0]]))
        counted.append(plan.extra_pieces)

    rows = {
        "one unit previewed": timed(
            lambda pair: plan.preview(pair[0], int(plan.labels[pair[1]])), chosen.tolist()
        ),
        "one unit moved, pieces": timed(lambda pair: moved(*pair), chosen.tolist()),
        "1,000 units previewed": timed(lambda near: plan.preview(near, 0), spots),
        "1,000 units moved, pieces": timed(stroke, spots),
        "balance": timed(lambda _: balance(plan, targets), range(100)),
        "statistics table": timed(lambda _: statistics(plan, targets), range(100)),
        "anew: our sums from scratch": timed(
            lambda _: Alignment(units, graph, plan.labels, plan.territories).extra_pieces, range(5)
        ),
        "anew: group and dissolve": timed(lambda _: dissolved(units, plan.labels), range(1)),
    }
    one = float(np.median(rows["one unit moved, pieces"]))
    print(f"\n{k} territories{'':22}ms{'':>18}x one move")
    for title, times in rows.items():
        middle, high = np.percentile(times, [50, 95])
        print(f"  {title:28}{middle:10.3f} ({high:8.3f}){middle / one:12,.1f}")


def dissolved(units: Units, labels: np.ndarray) -> pd.DataFrame:
    """Totals, areas, outlines and parts of every territory from the table and the shapes."""
    shapes = units.geometry
    frame = pd.DataFrame({"territory": labels, "population": units.measures[:, 0]})
    table = frame.groupby("territory").sum()
    whole = [shapely.union_all(shapely.make_valid(shapes[labels == label])) for label in table.index]
    table["area"], table["outline"] = shapely.area(whole), shapely.length(whole)
    table["parts"] = shapely.get_num_geometries(whole)
    return table


def timed(call: Callable[[object], object], arguments: Iterable[object]) -> np.ndarray:
    """Milliseconds of each call."""
    times = []
    for argument in arguments:
        started = time.perf_counter()
        call(argument)
        times.append(1e3 * (time.perf_counter() - started))
    return np.array(times)


if __name__ == "__main__":
    main()
