"""Workload by road: QGIS's own network analysis on layers of lines small enough to know the answer."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

X, Y = 4_321_000.0, 3_210_000.0  # near the centre of EPSG:3035, where a metre of the map is one on the ground
PLAIN = {"SPEED": 60, "DETOUR": 1, "STOPS_PER_DAY": 2, "TERRITORY_NAME_FIELD": "name"}


def layer(kind, fields, rows, crs="EPSG:3035"):
    """rows of (values, [(x, y)] in metres from the corner, or None)."""
    made = QgsVectorLayer(
        f"{kind}?crs={crs}&" + "&".join(f"field={one}" for one in fields), "Roads", "memory"
    )
    for values, places in rows:
        one = QgsFeature(made.fields())
        one.setAttributes(values)
        points = [QgsPointXY(X + x, Y + y) for x, y in places or ()]
        if len(points) == 1:
            one.setGeometry(QgsGeometry.fromPointXY(points[0]))
        elif points:
            one.setGeometry(QgsGeometry.fromPolylineXY(points))
        assert made.dataProvider().addFeature(one)
    made.updateExtents()
    return made


@pytest.fixture
def places(qgis_app):
    """Home in a corner; one account 10 km east, one 10 km north of that, one beyond the end of all roads."""
    home = layer("Point", ["name:string"], [(["R1"], [(0, 0)])])
    accounts = layer(
        "Point",
        ["name:string", "calls:double"],
        [
            (["East", 12], [(10_000, 0)]),
            (["North", 12], [(10_000, 10_000)]),
            (["Far", 12], [(90_000, 90_000)]),
        ],
    )
    return {"ACCOUNTS": accounts, "CALLS_FIELD": "calls", "TERRITORIES": home}


def road(rows):
    return layer("LineString", ["speed:string", "way:string"], rows)


def test_minutes_follow_the_roads_and_their_speeds(run, places):
    roads = road([(["60", ""], [(0, 0), (10_000, 0)]), (["30", ""], [(10_000, 0), (10_000, 10_000)])])
    outcome = run("workload", ROADS=roads, ROAD_SPEED_FIELD="speed", STATISTICS="memory:", **PLAIN, **places)
    assert not outcome.error
    east, north, far = outcome.rows()
    assert east["home_minutes"] == pytest.approx(10, rel=2e-3)
    assert north["home_minutes"] == pytest.approx(10 + 20, rel=2e-3)
    # The third is reached by no road: its straight line, at the speed of all
    assert far["home_minutes"] == pytest.approx((2 * 90**2) ** 0.5)
    assert "No way by road from home, so it is estimated: 1 (Far, 3)" in outcome.said
    assert "2 of 3 ways home and 1 ways between neighbours" in outcome.said
    straight = run("workload", **PLAIN, **places).rows()
    assert straight[1]["home_minutes"] == pytest.approx((2 * 10**2) ** 0.5)
    assert north["travel_hours"] > straight[1]["travel_hours"]


def test_messy_speeds_and_directions_are_said(run, places):
    roads = road(
        [
            (["30 mph", "F"], [(0, 0), (10_000, 0)]),
            (["fast", "sideways"], [(10_000, 0), (10_000, 10_000)]),
            ([None, "B"], [(10_000, 10_000), (0, 0)]),
        ]
    )
    outcome = run(
        "workload",
        ROADS=roads,
        ROAD_SPEED_FIELD="speed",
        ROAD_DIRECTION_FIELD="way",
        ROAD_BACKWARD="b",
        **PLAIN,
        **places,
    )
    assert not outcome.error
    assert "without a usable speed: 2 of 3 (such as “fast”)" in outcome.said
    assert "mean nothing here: sideways" in outcome.said
    east, north, _ = outcome.rows()
    # East is reached at once, but the only road back to the corner may not be driven that way.
    assert "No way by road from home, so it is estimated: 3" in outcome.said
    assert east["home_minutes"] == pytest.approx(10)
    assert north["home_minutes"] == pytest.approx((2 * 10**2) ** 0.5)


def test_one_way_roads_count_out_and_back(run, places):
    roads = road(
        [
            (["", "F"], [(0, 0), (10_000, 0)]),
            (["", ""], [(10_000, 0), (10_000, 10_000)]),
            (["", "F"], [(10_000, 10_000), (0, 10_000), (0, 0)]),
        ]
    )
    outcome = run("workload", ROADS=roads, ROAD_DIRECTION_FIELD="way", **PLAIN, **places)
    east, north, _ = outcome.rows()
    # out 10, back 30 round the square; out 20, back 20
    assert east["home_minutes"] == pytest.approx(20, rel=2e-3)
    assert north["home_minutes"] == pytest.approx(20, rel=2e-3)


def test_roads_in_degrees_serve_accounts_in_metres(run, places, qgis_app):
    import processing

    roads = road([(["60", ""], [(0, 0), (10_000, 0)])])
    degrees = processing.run(
        "native:reprojectlayer", {"INPUT": roads, "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"}
    )["OUTPUT"]
    outcome = run("workload", ROADS=degrees, **PLAIN, **places)
    assert outcome.rows()[0]["home_minutes"] == pytest.approx(10, rel=2e-3)


def test_ends_that_nearly_meet_are_joined_on_request(run, places):
    roads = road([(["", ""], [(0, 0), (4_990, 0)]), (["", ""], [(5_000, 0), (10_000, 0)])])
    apart = run("workload", ROADS=roads, ROAD_ACCESS=1, **PLAIN, **places)
    assert "No way by road from home, so it is estimated: 3" in apart.said
    joined = run("workload", ROADS=roads, ROAD_GAP=20, ROAD_ACCESS=1, **PLAIN, **places)
    assert "estimated: 2 (North, 2; Far, 3)" in joined.said


def test_a_table_of_travel_times_goes_before_the_roads(run, places, tmp_path):
    times = tmp_path / "times.csv"
    times.write_text("origin,destination,minutes\nR1,East,77\nElsewhere,East,3\n")
    roads = road([(["", ""], [(0, 0), (10_000, 0), (10_000, 10_000)])])
    outcome = run("workload", ROADS=roads, MATRIX=str(times), ID_FIELD="name", **PLAIN, **places)
    east, north, _ = outcome.rows()
    assert east["home_minutes"] == 77
    assert north["home_minutes"] == pytest.approx(20, rel=2e-3)
    assert "1 places that are neither account nor home: Elsewhere" in outcome.said


def test_cancel_while_roads_are_read(run, places):
    roads = road([(["", ""], [(0, 0), (10_000, 0)])])
    outcome = run("workload", ROADS=roads, stop_after="Reading roads", **PLAIN, **places)
    assert "Cancelled before there was a result." in outcome.said
    assert not outcome.results


def test_no_roads_is_an_error_with_the_layer(run, places):
    assert "Layer “Roads” has no roads" in run("workload", ROADS=road([]), **PLAIN, **places).error
    assert (
        "Layer “Roads” has no roads"
        in run("workload", ROADS=road([([None, None], None)]), **PLAIN, **places).error
    )


def test_shortest_paths_are_those_of_qgis_between_accounts_too(qgis_app):
    """Two ways of computing agree on a crooked network: QGIS's from homes, ours between neighbours."""
    import numpy as np

    from territory_manager.core.road_network import join, minutes_between
    from territory_manager.layers.road_graph import home_minutes, read_roads

    chance = np.random.default_rng(5)
    knots = chance.random((12, 12, 2)) * 600 + np.stack(np.meshgrid(*[np.arange(12) * 1000.0] * 2), axis=-1)
    rows = []
    for i in range(12):
        for j in range(12):
            for a, b in ((i + 1, j), (i, j + 1)):
                if a < 12 and b < 12 and chance.random() < 0.8:
                    way = "F" if chance.random() < 0.2 else ""
                    rows.append(
                        ([str(chance.integers(20, 90)), way], [tuple(knots[i, j]), tuple(knots[a, b])])
                    )
    source = road(rows)
    roads = read_roads(source, source.crs(), speed=50, speed_field="speed", direction_field="way")
    places = chance.random((30, 2)) * 11_000 + np.array([X, Y])
    joined = join(roads.network, places, 0.002)
    assert roads.network.one_way()
    qgis = home_minutes(roads, joined, range(30), True, None)
    pairs = np.array([(i, j) for i in range(30) for j in range(i)])
    ours = minutes_between(joined, pairs, np.full(len(pairs), 1000.0))
    assert np.isfinite(ours).sum() > 300
    assert ours == pytest.approx(qgis[pairs[:, 0], pairs[:, 1]], nan_ok=True)
