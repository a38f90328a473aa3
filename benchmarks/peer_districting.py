"""Peers of the build in their own environment: METIS and GerryChain on one instance, a plan as JSON.

peer_districting.py METHOD NPZ K TOLERANCE SEED, METHOD being metis, metis_recursive or gerrychain.
"""

from __future__ import annotations

import json
import sys
import time

import numpy as np


def metis(graph, population, k, tolerance, seed, recursive):
    import pymetis

    options = pymetis.Options(
        ufactor=max(1, int(tolerance * 1000)), contig=0 if recursive else 1, seed=seed, niter=50, ncuts=10
    )
    began = time.perf_counter()
    _, labels = pymetis.part_graph(
        k,
        xadj=graph[0].tolist(),
        adjncy=graph[1].tolist(),
        vweights=population.astype(int).tolist(),
        recursive=recursive,
        options=options,
    )
    return labels, time.perf_counter() - began


def gerrychain(graph, population, k, tolerance, seed):
    import networkx
    from gerrychain import Graph
    from gerrychain.partition.initial_partition_generators import recursive_tree_part

    map_graph = networkx.Graph()
    for unit, people in enumerate(population.tolist()):
        map_graph.add_node(unit, people=int(people))
    for unit in range(len(population)):
        map_graph.add_edges_from(
            (unit, int(other)) for other in graph[1][graph[0][unit] : graph[0][unit + 1]]
        )
    map_graph = Graph.from_networkx(map_graph)
    began = time.perf_counter()
    found = recursive_tree_part(map_graph, range(k), population.sum() / k, "people", tolerance, rng=seed)
    return [found[unit] for unit in range(len(population))], time.perf_counter() - began


def main() -> None:
    method, file, k, tolerance, seed = (
        sys.argv[1],
        sys.argv[2],
        int(sys.argv[3]),
        float(sys.argv[4]),
        int(sys.argv[5]),
    )
    with np.load(file) as data:
        graph, population = (data["indptr"], data["indices"]), data["population"]
    if method == "gerrychain":
        labels, seconds = gerrychain(graph, population, k, tolerance, seed)
    else:
        labels, seconds = metis(graph, population, k, tolerance, seed, method == "metis_recursive")
    print(json.dumps({"labels": [int(label) for label in labels], "seconds": seconds}))


if __name__ == "__main__":
    main()
