"""Neighbours and ledger on real maps: clean, islands, nulls, accents."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
import shapely

from territory_manager.core.adjacency import Adjacency
from territory_manager.core.alignment import Alignment
from territory_manager.core.checks import check_units
from territory_manager.core.units import Units

_ENVELOPES = (0, 32, 48, 48, 64)


def wkb_of(blob):
    """The WKB inside a GeoPackage geometry, which follows a header and an envelope of known sizes."""
    return None if blob is None else bytes(blob[8 + _ENVELOPES[(blob[3] >> 1) & 7] :])


def read(path, layer, name, measure, where="1"):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as source:
        rows = source.execute(f"select fid, geom, {name}, {measure} from {layer} where {where}").fetchall()
    fids, blobs, names, values = zip(*rows)
    measures = np.array([np.nan if value is None else value for value in values], dtype=float)
    return Units.from_wkb(
        [wkb_of(blob) for blob in blobs], ids=fids, names=names, measures=measures, measure_names=[measure]
    )


def in_metres(units):
    """Longitudes and latitudes in a sinusoidal, equal-area projection about the middle of the map."""
    middle = np.radians(np.nanmean(units.xy[:, 0]))

    def project(degrees):
        east, north = np.radians(degrees).T
        return 6_371_007.0 * np.column_stack([(east - middle) * np.cos(north), north])

    return Units.from_shapely(
        shapely.transform(units.geometry, project),
        ids=units.ids,
        names=units.names,
        measures=units.measures,
        measure_names=units.measure_names,
    )


@pytest.fixture(scope="module")
def occitanie(data_dir):
    return read(data_dir / "occitanie_2154.gpkg", "communes", "nom", "population")


@pytest.fixture(scope="module")
def france(data_dir):
    overseas = "dept not in ('971', '972', '973', '974', '976')"
    return in_metres(read(data_dir / "france_communes.gpkg", "communes", "nom", "population", overseas))


def test_france_has_the_pairs_that_libpysal_finds(france):
    graph = Adjacency.from_polygons(france.geometry)
    assert len(graph.pairs()[0]) == 103_183
    linked = graph.connected(france.xy, france.geometry)
    assert linked.components()[0] == 1
    assert len(linked.bridges) == graph.components()[0] - 1


def test_shared_borders_of_occitanie_are_those_of_shapely(occitanie):
    graph = Adjacency.from_polygons(occitanie.geometry)
    pairs, border, _ = graph.pairs()
    some = np.random.default_rng(3).choice(len(pairs), 200, replace=False)
    shapes = occitanie.geometry[pairs[some]]
    true = shapely.length(shapely.intersection(shapes[:, 0], shapes[:, 1]))
    np.testing.assert_allclose(border[some], true, rtol=1e-6, atol=0.01)


def test_occitanie_drawn_carelessly_has_the_same_neighbours(occitanie):
    """Every unit's outline shifted by itself by up to half a metre: no segment matches any more."""
    clean = Adjacency.from_polygons(occitanie.geometry)
    rng = np.random.default_rng(5)
    shifts = rng.uniform(-0.35, 0.35, (occitanie.n, 2))
    careless = np.array(
        [shapely.transform(unit, lambda xy, by=by: xy + by) for unit, by in zip(occitanie.geometry, shifts)]
    )
    rough = Adjacency.from_polygons(careless)
    before = dict(zip(map(tuple, clean.pairs()[0].tolist()), clean.pairs()[1]))
    after = dict(zip(map(tuple, rough.pairs()[0].tolist()), rough.pairs()[1]))
    # Only contacts as short as the tolerance may differ.
    assert all(before[pair] < 20 for pair in before.keys() - after.keys())
    assert all(after[pair] < 20 for pair in after.keys() - before.keys())
    common = sorted(before.keys() & after.keys())
    np.testing.assert_allclose(
        sum(after[pair] for pair in common), sum(before[pair] for pair in common), rtol=0.02
    )


def test_departments_of_occitanie_equal_their_dissolved_shapes(occitanie):
    graph = Adjacency.of(occitanie)
    rng = np.random.default_rng(1)
    labels = np.argmin(
        ((occitanie.xy[:, None] - occitanie.xy[rng.choice(occitanie.n, 12, replace=False)]) ** 2).sum(axis=2),
        axis=1,
    )
    plan = Alignment(occitanie, graph, labels, [f"T{number}" for number in range(12)])
    dissolved = [shapely.union_all(occitanie.geometry[labels == label]) for label in range(12)]
    np.testing.assert_allclose(plan.areas, shapely.area(dissolved), rtol=1e-9)
    np.testing.assert_allclose(plan.perimeters, shapely.length(dissolved), rtol=1e-4)


def test_findings_of_occitanie(occitanie):
    findings = check_units(occitanie, Adjacency.of(occitanie))
    nulls = [one for one in findings if one.code == "missing_value"]
    assert len(nulls) == 40
    assert all(one.unit_name in one.detail for one in nulls)


def test_strokes_on_france_follow(france):
    graph = Adjacency.of(france)
    labels = (france.xy[:, 0] > np.median(france.xy[:, 0])).astype(int)
    plan = Alignment(france, graph, labels, ["West", "East"])
    rng = np.random.default_rng(2)
    for _ in range(20):
        centre = france.xy[rng.integers(france.n)]
        near = np.argsort(((france.xy - centre) ** 2).sum(axis=1))[: rng.integers(1, 300)]
        plan.move(near, int(rng.integers(-1, 2)))
    fresh = Alignment(france, graph, plan.labels, ["West", "East"])
    assert plan.pieces.tolist() == fresh.pieces.tolist()
    assert plan.cut_edges == fresh.cut_edges
    np.testing.assert_allclose(plan.totals, fresh.totals)
    np.testing.assert_allclose(plan.perimeters, fresh.perimeters)


def test_zip_areas_with_islands_become_one_map(data_dir):
    units = in_metres(read(data_dir / "zcta_ct_dc_de_hi_nh_ri.gpkg", "zcta", "ZCTA5CE10", "pop"))
    graph = Adjacency.of(units)
    assert graph.components()[0] == 1
    assert len(graph.bridges) > 5
