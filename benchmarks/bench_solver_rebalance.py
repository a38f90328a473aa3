"""Rebalance on real maps with drifted weights: what changes hands beside the flow estimate, and the time.

Run with ``python benchmarks/bench_solver_rebalance.py``; needs ``$TERRITORY_MANAGER_DATA/solver``.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import instances  # noqa: E402
from solver_maps import problem_of  # noqa: E402

from territory_manager.core.solve.bounds import disruption_bound  # noqa: E402
from territory_manager.core.solve.build import build  # noqa: E402
from territory_manager.core.solve.disruption import Relations  # noqa: E402
from territory_manager.core.solve.explain import explain  # noqa: E402
from territory_manager.core.solve.model import model_of  # noqa: E402
from territory_manager.core.solve.problem import Problem  # noqa: E402
from territory_manager.core.solve.rebalance import rebalance  # noqa: E402
from territory_manager.core.solve.suggest import suggest  # noqa: E402
from territory_manager.core.solve.territory_flow import cheapest_flow  # noqa: E402
from territory_manager.core.solve.tradeoff import tradeoff  # noqa: E402
from territory_manager.core.solve.verdict import deviations  # noqa: E402
from territory_manager.core.targets import Targets  # noqa: E402

PROTOTYPE_MOVED, PROTOTYPE_SECONDS = 10.32, 1.7
"""Pennsylvania, sigma 0.15, seed 0, as the throw-away prototype did it (%, s)."""


def drifted_problem(name: str, k: int, sigma: float, seed: int, plan: np.ndarray) -> Problem:
    instance = instances.drifted(instances.load(name), sigma, seed)
    targets = Targets.equal(k, 0.05)
    return Problem(instance.xy, instance.population, instance.adjacency, targets, current=plan)


def flow_estimate(problem: Problem) -> float:
    """What a flow between touching territories disturbs, %: tight, but not proven."""
    model, relations = model_of(problem), Relations.of(problem)
    totals = model.totals(problem.current)
    return 100.0 * cheapest_flow(model, problem.current, totals, relations.kept_by_atom(model))[2]


def row(name: str, problem: Problem, seed: int) -> None:
    began = time.perf_counter()
    plan = rebalance(problem, seed=seed)
    seconds = time.perf_counter() - began
    before = float(np.abs(deviations(problem, problem.current)).max())
    estimate = flow_estimate(problem)
    proven = disruption_bound(problem, Relations.of(problem))
    ratio = plan.disruption / estimate if estimate > 0 else float("nan")
    print(
        f"| {name} | {seed} | {before:.1f} | {plan.max_deviation:.2f} | {plan.extra_pieces} "
        f"| {plan.disruption:.2f} "
        f"| {estimate:.2f} | {ratio:.3f} | {proven:.2f} | {plan.objective:,.0f} | {seconds:.2f} |"
    )


def several_measures() -> None:
    """Three measures each within tolerance, from plans that were made for people alone, and one that kept
    all three before they drifted.
    """
    print("\n| map | asked | before % | dev % | pieces | moved % | proven % | cut | s | in short |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    oklahoma, pennsylvania = problem_of("OK-tract+3", 5, 0.05), problem_of("PA-tract+3", 18, 0.10)
    oklahoma = replace(oklahoma, current=instances.load("OK-tract").published)
    pennsylvania = replace(pennsylvania, current=instances.load("PA-tract").published)
    wide = replace(oklahoma, targets=Targets.equal(5, 0.10, each_measure=True))
    kept = build(problem_of("OK-tract+3", 8, 0.05)).labels
    drifted = problem_of("OK-tract+3", 8, 0.05)
    away = np.random.default_rng(3).lognormal(0, 0.2, drifted.values.shape)
    drifted = replace(drifted, values=drifted.values * away, current=kept)
    measures_row("OK-tract, k 5, published", oklahoma)
    measures_row("OK-tract, k 5, published", wide)
    measures_row("OK-tract, k 5, published", oklahoma, max_disruption=8.0)
    measures_row("OK-tract, k 8, sigma 0.2", drifted)
    measures_row("PA-tract, k 18, published", pennsylvania)
    measures_row("PA-tract, k 18, published", pennsylvania, max_disruption=15.0)
    print("\n| step | time |\n|---|---|")
    timed("trade-off curve, three measures, OK-tract", lambda: tradeoff(oklahoma))
    timed("20 suggestions, three measures, PA-tract", lambda: suggest(pennsylvania))


def measures_row(name: str, problem: Problem, max_disruption: float = 100.0) -> None:
    began = time.perf_counter()
    plan = rebalance(problem, max_disruption=max_disruption)
    seconds = time.perf_counter() - began
    before = float(np.abs(deviations(problem, problem.current)).max())
    pairs = problem.adjacency.pairs()[0]
    cut = int((plan.labels[pairs[:, 0]] != plan.labels[pairs[:, 1]]).sum())
    asked = f"±{100 * problem.targets.tolerance:g} %"
    asked += f", at most {max_disruption:g} % moved" if max_disruption < 100 else ""
    binds = plan.message[plan.message.find("The measure that binds") :]
    proven = "" if plan.disruption_bound is None else f"{plan.disruption_bound:.2f}"
    print(
        f"| {name} | {asked} | {before:.1f} | {plan.max_deviation:.2f} | {plan.extra_pieces} "
        f"| {plan.disruption:.2f} | {proven} | {cut} | {seconds:.1f} | {binds} |",
        flush=True,
    )


def timed(name: str, work) -> None:
    began = time.perf_counter()
    work()
    print(f"| {name} | {1000 * (time.perf_counter() - began):.0f} ms |")


def main() -> None:
    if instances.path("PA-tract") is None:
        print("The instances are not on this machine: set TERRITORY_MANAGER_DATA.")
        return
    print("| map | seed | before % | dev % | pieces | moved % | flow est. % | ratio | proven % | MOI | s |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    published = instances.load("PA-tract").published
    pennsylvania = drifted_problem("PA-tract", 18, 0.15, 0, published)
    for seed in range(1, 6):
        row("PA-tract, sigma 0.15", pennsylvania, seed)
    row("PA-tract, sigma 0.15, other drift", drifted_problem("PA-tract", 18, 0.15, 1, published), 1)
    row("PA-tract, sigma 0.2", drifted_problem("PA-tract", 18, 0.2, 0, published), 1)
    print(f"\nThe prototype moved {PROTOTYPE_MOVED} % in {PROTOTYPE_SECONDS} s.\n")
    france = instances.load("FR-commune")
    fresh = Problem(france.xy, france.population, france.adjacency, Targets.equal(20, 0.01))
    communes = drifted_problem("FR-commune", 20, 0.1, 0, build(fresh).labels)
    row("FR-commune, k 20, sigma 0.1", communes, 1)
    print("\n| step | time |\n|---|---|")
    timed("trade-off curve, PA-tract, 8 steps", lambda: tradeoff(pennsylvania))
    timed("20 suggestions, PA-tract", lambda: suggest(pennsylvania))
    timed("20 suggestions, FR-commune", lambda: suggest(communes))
    timed("20 suggestions, FR-commune, once more", lambda: suggest(communes))
    border = suggest(communes, count=1)[0].moves[0][0]
    timed("why is this unit here, FR-commune", lambda: explain(communes, border))
    several_measures()
    print(f"\nPeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
