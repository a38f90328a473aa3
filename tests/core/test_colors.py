"""Colours: neighbours differ for all eyes, every territory has its own, and given ones stay."""

import numpy as np
import pytest
from scipy.spatial import Delaunay

from territory_manager.core.colors import candidates, difference, territory_colors, touching


def planar(k, seed=0):
    triangles = Delaunay(np.random.default_rng(seed).random((k, 2))).simplices
    pairs = np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [0, 2]]])
    return np.unique(np.sort(pairs, axis=1), axis=0)


def test_differences_know_colour_blind_eyes():
    assert difference("#ffffff", "#000000") == pytest.approx(100, abs=0.1)
    assert difference("#777777", "#777777") == pytest.approx(0, abs=0.01)
    # Red and green of this lightness are the classic confusion.
    assert difference("#d33f3f", "#708a2e") < 8
    assert difference("#3f5fd3", "#d3b03f") > 25


@pytest.mark.parametrize(("k", "least"), [(4, 15), (8, 14), (20, 12), (60, 12), (200, 10)])
def test_neighbours_differ_clearly_and_every_territory_has_its_own(k, least):
    names = [f"T{n:03d}" for n in range(k)]
    for seed in range(3):
        pairs = planar(k, seed)
        colors = territory_colors(names, pairs)
        assert list(colors) == names
        assert len(set(colors.values())) == k
        assert min(difference(colors[names[a]], colors[names[b]]) for a, b in pairs) >= least


def test_the_same_map_has_the_same_colours():
    names = [f"T{n}" for n in range(12)]
    assert territory_colors(names, planar(12)) == territory_colors(names, planar(12))


def test_a_new_territory_changes_no_other_colour():
    names = [f"T{n}" for n in range(11)]
    pairs = planar(12)
    before = territory_colors(names, [p for p in pairs if p.max() < 11])
    after = territory_colors([*names, "New"], pairs, before)
    assert {name: after[name] for name in names} == before
    touched = [names[min(p)] for p in pairs if p.max() == 11]
    assert min(difference(after["New"], after[name]) for name in touched) > 10


def test_labels_can_be_read_on_every_colour():
    for code in candidates(40):
        assert difference(code, "#262626") > 25


def test_territories_touch_where_units_do():
    labels = np.array([0, 0, 1, -1, 2, 1])
    pairs = np.array([[0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [2, 5], [0, 2]])
    assert touching(labels, pairs).tolist() == [[0, 1], [1, 2]]
    assert touching(np.array([-1, -1]), np.array([[0, 1]])).shape == (0, 2)


def test_no_territories_no_colours():
    assert territory_colors([]) == {}
