"""One colour a territory: neighbours never look alike, to colour-blind eyes either; colours once given stay.

Differences are measured in OKLab (Ottosson 2020, "A perceptual color space for image processing"), times 100,
as the smallest of what normal, protanopic and deuteranopic eyes see; dichromacy after Machado, Oliveira and
Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency". About 2 is just
noticeable.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

#: neighbours at least this far apart differ clearly; beyond it other territories are looked at
CLEAR = 15.0

_VISION = np.array(
    [
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        [  # protanopia, severity 1
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
        [  # deuteranopia, severity 1
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ]
)
_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def difference(first: str, second: str) -> float:
    """How far apart two colours ("#rrggbb") look to the eyes that tell them apart worst."""
    return float(_distances(_seen(_linear([first])), _seen(_linear([second])))[0, 0])


def touching(labels: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    """Which territories touch.

    Parameters
    ----------
    labels : (n,) territory of each unit, -1 for unassigned
    pairs : (e, 2) neighbouring units

    Returns
    -------
    (t, 2) pairs of territories, the smaller first, each once.
    """
    sides = np.sort(np.asarray(labels)[np.asarray(pairs).reshape(-1, 2)], axis=1)
    return np.unique(sides[(sides[:, 0] != sides[:, 1]) & (sides[:, 0] >= 0)], axis=0)


def territory_colors(
    territories: Sequence[str],
    neighbours: Iterable[Sequence[int]] = (),
    existing: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """A colour for every territory.

    Territories are coloured in the order of how many coloured ones they already touch (Brélaz 1979, "New
    methods to color the vertices of a graph"), each with the candidate that is clearest against its
    neighbours and, among those clear enough, least like any other territory's.

    Parameters
    ----------
    territories : names, in a stable order
    neighbours : pairs of positions in `territories` that touch (:func:`touching`)
    existing : colours given before, which are kept

    Returns
    -------
    territory → "#rrggbb", in the order of `territories`; the same input gives the same colours.
    """
    k = len(territories)
    touches: list[set[int]] = [set() for _ in range(k)]
    for a, b in neighbours:
        if a != b:
            touches[a].add(int(b))
            touches[b].add(int(a))
    given = [(existing or {}).get(name) for name in territories]
    kept = [color for color in given if color]
    palette = candidates(k)
    linear = np.vstack([_linear(palette), _linear(kept)]) if kept else _linear(palette)
    seen = _seen(linear)
    apart = _distances(seen, seen)
    plain = _distances(seen[:1], seen[:1])

    chosen = np.full(k, -1)
    chosen[[t for t in range(k) if given[t]]] = len(palette) + np.arange(len(kept))
    free = np.ones(len(palette), dtype=bool)
    for color in chosen[chosen >= 0]:
        free &= plain[: len(palette), color] > 0.01
    for _ in range(int((chosen < 0).sum())):
        territory = _next(chosen, touches)
        near = chosen[[t for t in touches[territory] if chosen[t] >= 0]]
        used = chosen[chosen >= 0]
        clear = apart[: len(palette), near].min(axis=1) if len(near) else np.full(len(palette), CLEAR)
        alone = plain[: len(palette), used].min(axis=1) if len(used) else np.zeros(len(palette))
        score = np.where(free, np.minimum(clear, CLEAR) * 1000 + np.minimum(alone, 999), -1.0)
        best = int(score.argmax())
        chosen[territory] = best
        free[best] = False
    if not kept:
        _improve(chosen, free, touches, apart[: len(palette), : len(palette)])
    return {name: given[t] or palette[chosen[t]] for t, name in enumerate(territories)}


def _next(chosen: np.ndarray, touches: list[set[int]]) -> int:
    """The uncoloured territory that touches most colours, then most territories, then the first."""
    return max(
        (t for t in range(len(chosen)) if chosen[t] < 0),
        key=lambda t: (sum(chosen[o] >= 0 for o in touches[t]), len(touches[t]), -t),
    )


def _improve(chosen: np.ndarray, free: np.ndarray, touches: list[set[int]], apart: np.ndarray) -> None:
    """Recolour the territory that is least clear against its neighbours, as long as that helps."""
    for _ in range(4 * len(chosen)):
        clear = [apart[chosen[t], chosen[list(o)]].min() if o else np.inf for t, o in enumerate(touches)]
        worst = int(np.argmin(clear)) if clear else 0
        if not clear or clear[worst] >= CLEAR:
            return
        near = chosen[list(touches[worst])]
        score = np.where(free, apart[:, near].min(axis=1), -1.0)
        best = int(score.argmax())
        if score[best] <= clear[worst] + 1e-9:
            return
        free[chosen[worst]], free[best] = True, False
        chosen[worst] = best


@lru_cache(maxsize=8)
def candidates(k: int) -> tuple[str, ...]:
    """Colours to choose from for `k` territories, all light enough for dark labels to be read on them.

    At least four for each territory; more territories get finer steps of hue and lightness.
    """
    steps = 1
    while True:
        hues = np.linspace(0, 2 * np.pi, 12 * steps, endpoint=False) + 0.5
        lightness = np.linspace(0.58, 0.88, 3 + steps)
        chroma = np.linspace(0.115, 0.05, 2 + steps)
        c, light, h = (a.ravel() for a in np.meshgrid(chroma, lightness, hues, indexing="ij"))
        rgb = _rgb(np.column_stack([light, c * np.cos(h), c * np.sin(h)]))
        # Light and strong at once is neon, which shouts beside the others.
        calm = c <= 0.15 - 0.5 * np.maximum(light - 0.80, 0)
        inside = ((rgb >= 0) & (rgb <= 1)).all(axis=1) & calm
        codes = tuple(dict.fromkeys(_hex(color) for color in rgb[inside]))
        if len(codes) >= 4 * k:
            return codes
        steps += 1


def _rgb(lab: np.ndarray) -> np.ndarray:
    """OKLab (n, 3) to linear RGB (n, 3)."""
    return (lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_LMS).T


def _hex(linear: Any) -> str:
    coded = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * np.maximum(linear, 0) ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(255 * part):02x}" for part in coded)


def _linear(colors: Sequence[str]) -> np.ndarray:
    """Colours "#rrggbb" as linear RGB (n, 3)."""
    parts = [[int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)] for color in colors]
    coded = np.array(parts, dtype=float).reshape(-1, 3)
    return np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)


def _seen(linear: np.ndarray) -> np.ndarray:
    """OKLab × 100 of linear RGB (n, 3) as the three kinds of eyes see it, (3, n, 3)."""
    eyes = np.clip(np.einsum("vij,nj->vni", _VISION, linear), 0, 1)
    return 100 * np.cbrt(eyes @ _TO_LMS.T) @ _TO_LAB.T


def _distances(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """(n, m) smallest distance over the kinds of eyes in (v, n, 3) and (v, m, 3)."""
    smallest = np.full((first.shape[1], second.shape[1]), np.inf)
    for a, b in zip(first, second):  # one kind of eyes at a time: thousands of candidates fit
        squared = (a**2).sum(axis=1)[:, None] + (b**2).sum(axis=1) - 2 * a @ b.T
        np.minimum(smallest, squared, out=smallest)
    return np.sqrt(np.maximum(smallest, 0))
