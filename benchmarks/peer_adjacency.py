"""Time one peer's neighbours: ``peer_adjacency.py PEER MAP.npy`` with WKB in the file. Prints JSON."""

import json
import sys
import time
import warnings

import geopandas
import numpy as np
import shapely

warnings.filterwarnings("ignore")


def rook(frame):
    from libpysal.weights import Rook

    return (
        Rook.from_dataframe(frame, use_index=False, silence_warnings=True)
        .to_adjlist(drop_islands=True)[["focal", "neighbor"]]
        .to_numpy()
    )


def contiguity(frame):
    from libpysal.graph import Graph

    found = Graph.build_contiguity(frame, rook=True).adjacency
    found = found[found > 0]
    return np.column_stack([found.index.get_level_values(0), found.index.get_level_values(1)])


def gerrychain(frame):
    from gerrychain import Graph

    return np.array(list(Graph.from_geodataframe(frame, ignore_errors=True).edges))


def maup(frame):
    from maup import adjacencies

    found = adjacencies(frame, warn_for_overlaps=False, warn_for_islands=False)
    return np.array(list(found.index))


PEERS = {"rook": rook, "contiguity": contiguity, "gerrychain": gerrychain, "maup": maup}


def main():
    peer, path = sys.argv[1:]
    lengths, data = (np.load(path)[name] for name in ("lengths", "data"))
    ends = np.cumsum(lengths)
    coded = np.array([data[end - size : end].tobytes() for end, size in zip(ends, lengths)], dtype=object)
    started = time.perf_counter()
    shapes = shapely.from_wkb(coded)
    frame = geopandas.GeoDataFrame({"unit": range(len(shapes))}, geometry=shapes, crs="EPSG:2154")
    if peer in ("gerrychain", "maup"):
        # They refuse invalid shapes; ours and libpysal's take them as they are.
        frame.geometry = frame.geometry.make_valid()
    pairs = PEERS[peer](frame)
    seconds = time.perf_counter() - started
    undirected = np.unique(np.sort(pairs.astype(int), axis=1), axis=0)
    print(json.dumps({"seconds": seconds, "pairs": undirected.tolist()}))


if __name__ == "__main__":
    main()
