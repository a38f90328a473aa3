"""Seeds, barriers and bridges drawn in layers of the plan: obeyed at once, and by the next build."""

import numpy as np
import pytest

pd = pytest.importorskip("pandas")
shapely = pytest.importorskip("shapely")

WEST, SOUTH, SIZE = 4_000_000, 3_000_000, 1000


def square(x, y):
    from qgis.core import QgsGeometry, QgsRectangle

    return QgsGeometry.fromRect(
        QgsRectangle(WEST + SIZE * x, SOUTH + SIZE * y, WEST + SIZE * (x + 1), SOUTH + SIZE * (y + 1))
    )


def line(*places):
    from qgis.core import QgsGeometry, QgsPointXY

    return QgsGeometry.fromPolylineXY([QgsPointXY(WEST + SIZE * x, SOUTH + SIZE * y) for x, y in places])


def point(x, y):
    from qgis.core import QgsGeometry, QgsPointXY

    return QgsGeometry.fromPointXY(QgsPointXY(WEST + SIZE * x, SOUTH + SIZE * y))


@pytest.fixture
def units(project, tmp_path):
    """6 × 4 squares, and 2 × 2 on an island in the east; T01 has the western half, T02 the rest."""
    from qgis.core import QgsFeature, QgsVectorFileWriter, QgsVectorLayer

    memory = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:3035&field=name:string&field=territory:string&field=pop:double",
        "units",
        "memory",
    )
    places = [(x, y) for y in range(4) for x in range(6)] + [(x, y) for y in (1, 2) for x in (8, 9)]
    for x, y in places:
        feature = QgsFeature(memory.fields())
        feature.setGeometry(square(x, y))
        feature.setAttributes([f"{x}-{y}", "T01" if x < 3 else "T02", 1.0])
        memory.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "units"
    path = str(tmp_path / "units.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, path, project.transformContext(), options)
    layer = QgsVectorLayer(f"{path}|layername=units", "units", "ogr")
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def session(units):
    from territory_manager.layers.opening import open_session

    session = open_session(units, "territory", ["pop"])
    yield session
    session.close()


@pytest.fixture
def layers(session, project):
    """The three planning layers, made and in use."""
    from territory_manager.layers.planning_layers_file import add_planning_layers

    return add_planning_layers(session, project)


def draw(layer, geometry, **attributes):
    from qgis.core import QgsFeature

    if not layer.isEditable():
        layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(geometry)
    for name, value in attributes.items():
        feature.setAttribute(name, value)
    assert layer.addFeature(feature)
    return feature.id()


def pieces(session):
    table = session.statistics()
    return dict(zip(table["territory"], table["pieces"]))


def neighbours(session, first, second):
    session.flush()
    names = session.alignment.units.names.tolist()
    return names.index(second) in session.alignment.adjacency.neighbours(names.index(first)).tolist()


def bridges(session):
    session.flush()
    names = session.alignment.units.names
    return {tuple(names[list(pair)]) for pair in session.alignment.adjacency.bridges.tolist()}


def test_the_layers_are_made_beside_the_units_and_remembered(session, layers, project, tmp_path):
    from qgis.core import QgsWkbTypes

    assert set(layers) == {"seeds", "barriers", "bridges"}
    assert {layer.dataProvider().name() for layer in layers.values()} == {"ogr"}
    assert len(list(tmp_path.glob("*.gpkg"))) == 2
    kinds = [QgsWkbTypes.displayString(layer.wkbType()) for layer in layers.values()]
    assert kinds == ["Point", "LineString", "LineString"]
    assert session.settings.planning_layers == {kind: layer.id() for kind, layer in layers.items()}
    assert set(project.mapLayers()) >= {layer.id() for layer in layers.values()}
    assert layers["seeds"].fields().lookupField("territory") >= 0
    assert layers["seeds"].crs() == session.layer.crs()


def test_a_second_wish_gives_the_same_layers(session, layers, project):
    from territory_manager.layers.planning_layers_file import add_planning_layers

    assert add_planning_layers(session, project) == layers


def test_a_barrier_cuts_and_undo_takes_it_back(session, layers):
    assert pieces(session) == {"T01": 1, "T02": 1}
    draw(layers["barriers"], line((0, 2), (3, 2)))
    assert pieces(session) == {"T01": 2, "T02": 1}
    assert not neighbours(session, "0-1", "0-2")
    assert session.followers.planning.counts() == {"seeds": 0, "barriers": 1, "bridges": 0}
    perimeter = session.statistics()["perimeter_km"].iloc[0]
    assert perimeter == pytest.approx(14.0)
    layers["barriers"].undoStack().undo()
    assert pieces(session) == {"T01": 1, "T02": 1}
    layers["barriers"].undoStack().redo()
    assert pieces(session) == {"T01": 2, "T02": 1}
    layers["barriers"].commitChanges()
    assert pieces(session) == {"T01": 2, "T02": 1}


def test_a_bridge_replaces_the_automatic_one_and_crosses_a_barrier(session, layers):
    before = bridges(session)
    assert len(before) == 1
    drawn = draw(layers["bridges"], line((9.5, 2.5), (7, 5), (2.5, 3.5)))
    assert pieces(session) == {"T01": 1, "T02": 2}
    assert bridges(session) == {("2-3", "9-2")}
    layers["bridges"].changeGeometry(drawn, line((0.5, 1.5), (0.5, 2.5)))
    assert bridges(session) == before
    draw(layers["barriers"], line((0, 2), (3, 2)))
    assert neighbours(session, "0-1", "0-2")
    assert not neighbours(session, "1-1", "1-2")
    layers["bridges"].rollBack()
    assert not neighbours(session, "0-1", "0-2")


def test_a_bridge_from_nowhere_is_said(session, layers):
    fid = draw(layers["bridges"], line((-5, -5), (2.5, 3.5)))
    session.flush()
    assert any(f"Bridge {fid} of" in words for words in session.problems)
    layers["bridges"].changeAttributeValue(fid, layers["bridges"].fields().lookupField("name"), "Ferry")
    session.flush()
    assert any(words.startswith("Ferry of “Bridges” is not obeyed") for words in session.problems)
    assert session.followers.planning.counts()["bridges"] == 0
    layers["bridges"].deleteFeature(fid)
    session.flush()
    assert not session.problems


def test_edits_of_units_keep_barriers_and_bridges(session, layers, units):
    draw(layers["barriers"], line((0, 2), (6, 2)))
    draw(layers["bridges"], line((0.5, 1.5), (0.5, 2.5)))
    session.flush()
    units.startEditing()
    fid = next(feature.id() for feature in units.getFeatures() if feature["name"] == "4-1")
    units.changeGeometry(fid, square(4, 1).difference(square(4.6, 1)))
    same(session, layers)
    units.deleteFeature(fid)
    same(session, layers)
    units.undoStack().undo()
    units.undoStack().undo()
    same(session, layers)


def fresh_graph(session, layers):
    from territory_manager.core.adjacency import Adjacency
    from territory_manager.core.adjacency_barriers import barrier_pairs
    from territory_manager.layers.reading import read_shapes

    units = session.alignment.units
    links = []
    for shape in read_shapes(layers["bridges"], session.crs):
        ends = [shapely.Point(shape.coords[0]), shapely.Point(shape.coords[-1])]
        under = [
            [row for row, unit in enumerate(units.geometry) if unit and unit.intersects(end)] for end in ends
        ]
        if all(under) and under[0][0] != under[1][0]:
            links.append([under[0][0], under[1][0]])
    graph = Adjacency.of(units, connect=False).with_bridges(np.array(links).reshape(-1, 2))
    graph = graph.connected(units.xy, units.geometry)
    walls = barrier_pairs(units, graph, read_shapes(layers["barriers"], session.crs))
    crossed = {tuple(sorted(pair)) for pair in links}
    return graph.without(
        np.array([pair for pair in walls.tolist() if tuple(pair) not in crossed]).reshape(-1, 2)
    )


def same(session, layers):
    session.flush()
    live, fresh = session.alignment.adjacency, fresh_graph(session, layers)
    assert live.pairs()[0].tolist() == fresh.pairs()[0].tolist()
    np.testing.assert_allclose(live.pairs()[1], fresh.pairs()[1], atol=1e-6)
    assert live.bridges.tolist() == fresh.bridges.tolist()
    from territory_manager.core.alignment import Alignment

    ledger = session.alignment
    anew = Alignment(ledger.units, fresh, ledger.labels, ledger.territories)
    assert ledger.pieces.tolist() == anew.pieces.tolist()
    assert ledger.cut_border == pytest.approx(anew.cut_border)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_drawn_the_neighbours_are_those_of_a_fresh_look(session, layers, units, seed):
    choose = np.random.default_rng(seed)

    def place():
        return tuple((choose.integers(0, 20, 2) / 2 + choose.choice([0.0, 0.13])).tolist())

    done = []
    for _ in range(30):
        kind = ["barriers", "bridges", "units"][choose.integers(3)]
        layer = units if kind == "units" else layers[kind]
        if not layer.isEditable():
            layer.startEditing()
        ids = sorted(layer.allFeatureIds())
        step = ["draw", "draw", "move", "delete", "undo", "redo", "save", "roll back"][choose.integers(8)]
        done.append(f"{step} {kind}")
        if kind == "units" and step in ("draw", "move"):
            fid = int(choose.choice(ids))
            shape = layer.getFeature(fid).geometry()
            bounds = shape.boundingBox()
            bounds.setXMaximum(bounds.xMaximum() - 150)
            if bounds.width() > 200:
                layer.changeGeometry(fid, type(shape).fromRect(bounds))
        elif step == "draw":
            draw(layer, line(place(), place()))
        elif step == "move" and ids:
            layer.changeGeometry(int(choose.choice(ids)), line(place(), place(), place()))
        elif step == "delete" and ids:
            layer.deleteFeature(int(choose.choice(ids)))
        elif step == "undo":
            layer.undoStack().undo()
        elif step == "redo":
            layer.undoStack().redo()
        elif step == "save":
            assert layer.commitChanges(), layer.commitErrors()
        elif step == "roll back":
            layer.rollBack()
        try:
            same(session, layers)
        except AssertionError as error:
            raise AssertionError(f"after {done}") from error


def test_a_build_obeys_what_is_drawn(session, layers):
    from territory_manager.layers.build_preparation import BuildOptions, prepare

    draw(layers["barriers"], line((0, 2), (6, 2)))
    draw(layers["bridges"], line((5.5, 0.5), (8.5, 1.5)))
    draw(layers["seeds"], point(0.5, 0.5), territory="North")
    draw(layers["seeds"], point(5.5, 3.5), territory="T02")
    draw(layers["seeds"], point(5.5, 3.5))
    assert session.followers.planning.counts() == {"seeds": 2, "barriers": 1, "bridges": 1}
    preparation = prepare(session, BuildOptions(number=4, seeds=True))
    problem = preparation.problem()
    names = preparation.names
    assert {"North", "T02"} <= set(names) and len(names) == 4
    homes = dict(zip(names, problem.homes.tolist()))
    assert homes["North"] == [WEST + 500, SOUTH + 500]
    assert homes["T02"] == [WEST + 5500, SOUTH + 3500]
    assert sum(np.isfinite(x) for x, _y in homes.values()) == 2
    assert len(problem.adjacency.bridges) == 1
    solution = preparation.solve()
    names_of = dict(zip(problem.names.tolist(), np.array(names)[solution.labels].tolist()))
    assert names_of["0-0"] == "North" and names_of["5-3"] == "T02"


def test_seeds_without_a_fitting_number_are_said(session, layers):
    from territory_manager.layers.build_preparation import BuildOptions, prepare

    for number in range(3):
        draw(layers["seeds"], point(number + 0.5, 0.5), territory=f"S{number}")
    with pytest.raises(ValueError, match="3 territories have seeds, are locked or have locked units"):
        prepare(session, BuildOptions(number=2, seeds=True))
    assert prepare(session, BuildOptions(number=2)).homes is None


def test_removed_layers_are_said_and_obeyed_again_when_back(session, layers, project):
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtCore import QCoreApplication

    draw(layers["barriers"], line((0, 2), (3, 2)))
    layers["barriers"].commitChanges()
    assert pieces(session)["T01"] == 2
    source = layers["barriers"].source()
    project.removeMapLayer(layers["barriers"].id())
    for _ in range(3):
        QCoreApplication.processEvents()
    assert pieces(session)["T01"] == 1
    assert "not in the project any more" in " ".join(session.problems)
    project.addMapLayer(QgsVectorLayer(source, "barriers", "ogr"))
    for _ in range(3):
        QCoreApplication.processEvents()
    assert pieces(session)["T01"] == 2
    assert not session.problems


def test_the_project_remembers_what_is_drawn(session, layers, project, tmp_path):
    from territory_manager.layers.opening import reopen_session
    from territory_manager.layers.plan import read_plans

    draw(layers["barriers"], line((0, 2), (3, 2)))
    layers["barriers"].commitChanges()
    before = session.statistics()
    project.write(str(tmp_path / "plan.qgz"))
    session.close()
    project.clear()
    project.read(str(tmp_path / "plan.qgz"))
    (settings,) = read_plans(project)
    again = reopen_session(settings, project)
    pd.testing.assert_frame_equal(again.statistics(), before)
    assert not project.isDirty()
    again.close()
