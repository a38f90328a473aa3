"""Reading WKB and finding the neighbours of 35,000 units, beside libpysal, gerrychain and maup.

python -m benchmarks adjacency
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import numpy as np

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.units import Units

from . import maps, peers

NAMES = {
    "rook": "libpysal Rook",
    "contiguity": "libpysal Graph, rook",
    "gerrychain": "gerrychain Graph",
    "maup": "maup adjacencies",
}


def main() -> None:
    """Print seconds, ratio to ours and whether the pairs are the same."""
    name, coded, _ = maps.communes()
    print(f"{name}; WKB to shapes and neighbours, one run")
    started = time.perf_counter()
    units = Units.from_wkb(coded)
    read = time.perf_counter()
    graph = Adjacency.from_polygons(units.geometry)
    found = time.perf_counter()
    linked = graph.connected(units.xy, units.geometry)
    bridged = time.perf_counter()
    ours = found - started
    pairs = {tuple(pair) for pair in graph.pairs()[0].tolist()}
    print(f"{'':24}{'s':>8}{'ratio':>8}{'pairs':>10}  beside ours")
    print(f"{'ours':24}{ours:8.2f}{1:8.1f}{len(pairs):10,}")
    print(f"{'  of which reading':24}{read - started:8.2f}")
    print(f"{'  bridges, on top':24}{bridged - found:8.2f}{'':8}{len(linked.bridges):10,}")
    if not peers.available():
        print(peers.MISSING)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "map.npz"
        sizes = np.array([len(one) for one in coded])
        np.savez(path, lengths=sizes, data=np.frombuffer(b"".join(coded), dtype=np.uint8))
        for peer, title in NAMES.items():
            answer = peers.run("peer_adjacency.py", peer, str(path))
            if "failed" in answer:
                print(f"{title:24}failed: {answer['failed'][:80]}")
                continue
            theirs = {tuple(pair) for pair in answer["pairs"]}
            only = f"{len(theirs - pairs):,} more, {len(pairs - theirs):,} fewer"
            verdict = "the same pairs" if theirs == pairs else only
            seconds = answer["seconds"]
            print(f"{title:24}{seconds:8.2f}{seconds / ours:8.1f}{len(theirs):10,}  {verdict}")


if __name__ == "__main__":
    main()
