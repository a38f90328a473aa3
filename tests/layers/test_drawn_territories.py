"""Drawn territories: whatever is done to polygons or units, everybody is where a fresh look puts them."""

import numpy as np
import pytest

pd = pytest.importorskip("pandas")
shapely = pytest.importorskip("shapely")

WEST, SOUTH, SIZE = 4_000_000, 3_000_000, 1000


def geopackage(memory, path, name, project):
    from qgis.core import QgsVectorFileWriter, QgsVectorLayer

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    error = QgsVectorFileWriter.writeAsVectorFormatV3(memory, str(path), project.transformContext(), options)
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    project.addMapLayer(layer)
    return layer


def box(west, south, east, north):
    from qgis.core import QgsGeometry, QgsRectangle

    return QgsGeometry.fromRect(
        QgsRectangle(WEST + SIZE * west, SOUTH + SIZE * south, WEST + SIZE * east, SOUTH + SIZE * north)
    )


@pytest.fixture
def units(project, tmp_path):
    """8 × 6 squares without any territory field."""
    from qgis.core import QgsFeature, QgsVectorLayer

    memory = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:3035&field=name:string&field=pop:double", "units", "memory"
    )
    features = []
    for number in range(48):
        x, y = number % 8, number // 8
        feature = QgsFeature(memory.fields())
        feature.setGeometry(box(x, y, x + 1, y + 1))
        feature.setAttributes([f"unit {number}", 1.0])
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    return geopackage(memory, tmp_path / "units.gpkg", "units", project)


@pytest.fixture
def stores(project, tmp_path):
    """60 points."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    memory = QgsVectorLayer("Point?crs=EPSG:3035&field=name:string&field=pop:double", "stores", "memory")
    choose = np.random.default_rng(3)
    for number in range(60):
        feature = QgsFeature(memory.fields())
        x, y = choose.uniform(0, 8 * SIZE), choose.uniform(0, 6 * SIZE)
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(WEST + x, SOUTH + y)))
        feature.setAttributes([f"store {number}", float(number % 5 + 1)])
        memory.dataProvider().addFeature(feature)
    return geopackage(memory, tmp_path / "stores.gpkg", "stores", project)


@pytest.fixture
def areas(project, tmp_path):
    """West, Middle and East; the last two columns of units are in none."""
    from qgis.core import QgsFeature, QgsVectorLayer

    memory = QgsVectorLayer("Polygon?crs=EPSG:3035&field=name:string", "areas", "memory")
    for name, west, east in (("West", 0, 2), ("Middle", 2, 4), ("East", 4, 6)):
        feature = QgsFeature(memory.fields())
        feature.setGeometry(box(west, 0, east, 6))
        feature.setAttributes([name])
        memory.dataProvider().addFeature(feature)
    return geopackage(memory, tmp_path / "areas.gpkg", "areas", project)


@pytest.fixture
def opened():
    from territory_manager.layers.opening import open_drawn_session

    sessions = []

    def open_it(*arguments, **more):
        sessions.append(open_drawn_session(*arguments, **more))
        return sessions[-1]

    yield open_it
    for session in sessions:
        session.close()


@pytest.fixture(params=["units", "stores"])
def session(request, opened, areas):
    return opened(areas, "name", request.getfixturevalue(request.param), ["pop"])


@pytest.fixture
def over_units(opened, areas, units):
    return opened(areas, "name", units, ["pop"])


def counts(session):
    table = session.statistics()
    return {row.territory: int(row.units) for row in table.itertuples()}


def fid_of(layer, name):
    return next(feature.id() for feature in layer.getFeatures() if feature.attribute("name") == name)


def as_shapely(feature):
    return shapely.from_wkb(bytes(feature.geometry().asWkb()))


def fresh_look(session):
    """Territory (or None) and conflict of every unit, from nothing but the two layers."""
    from territory_manager.core.containment import by_age
    from territory_manager.layers.nulls import text_or_none

    polygons = {
        feature.id(): (
            text_or_none(feature.attribute("name")),
            as_shapely(feature),
        )
        for feature in session.followers.drawn.layer.getFeatures()
    }
    owners, conflicts = {}, set()
    for feature in session.layer.getFeatures():
        owners[feature.id()] = None
        if feature.geometry().isNull():
            continue
        centre = as_shapely(feature).centroid
        holding = [fid for fid in by_age(polygons) if polygons[fid][1].intersects(centre)]
        inside = [fid for fid in holding if polygons[fid][1].contains(centre)]
        if len(holding) > 1:
            holding = inside or holding[:1]
        names = {polygons[fid][0] for fid in holding} - {None}
        if len(names) == 1:
            (owners[feature.id()],) = names
        elif names:
            conflicts.add(feature.id())
    return owners, conflicts, {name for name, _shape in polygons.values() if name is not None}


def same(session):
    from territory_manager.core.adjacency import Adjacency
    from territory_manager.core.alignment import Alignment
    from territory_manager.core.statistics import statistics
    from territory_manager.layers.plan import targets_of
    from territory_manager.layers.reading import read_units

    live = session.statistics()
    owners, conflicts, names = fresh_look(session)
    assert {fid: session.territory_of(fid) for fid in owners} == owners
    assert set(session.followers.drawn.conflicts) == conflicts
    assert set(session.settings.territories) == names
    read = read_units(session.layer, ["pop"], crs=session.crs)
    order = list(session.settings.territories)
    labels = [order.index(owners[fid]) if owners[fid] else -1 for fid in read.units.ids.tolist()]
    ledger = Alignment(read.units, Adjacency.of(read.units), np.array(labels, dtype=np.int32), order)
    table = statistics(ledger, targets_of(session.settings), session.settings.reps)
    pd.testing.assert_frame_equal(live, table, rtol=1e-6, atol=1e-6, check_dtype=False)


class Editor:
    """Does to polygons and units what QGIS's own tools do."""

    def __init__(self, session, seed):
        self.areas, self.units = session.followers.drawn.layer, session.layer
        self.choose = np.random.default_rng(seed)

    def some(self, layer, most=2):
        ids = sorted(layer.allFeatureIds())
        count = min(len(ids), int(self.choose.integers(1, most + 1)))
        return [int(fid) for fid in self.choose.choice(ids, count, replace=False)] if ids else []

    def move_border(self):
        """As the vertex tool: one polygon, so that a gap or an overlap comes up."""
        for fid in self.some(self.areas):
            shape = self.areas.getFeature(fid).geometry()
            if shape.isNull():
                continue
            bounds = shape.boundingBox()
            step = SIZE * float(self.choose.choice([-1.0, -0.5, 0.5, 1.2]))
            east = bounds.xMaximum() + step
            if east > bounds.xMinimum() + 100:
                bounds.setXMaximum(east)
                self.areas.changeGeometry(fid, type(shape).fromRect(bounds))

    def move_common_border(self):
        """As with topological editing: two polygons in one command."""
        self.areas.beginEditCommand("border")
        self.move_border()
        self.areas.endEditCommand()

    def split(self):
        from qgis.core import QgsFeature

        for fid in self.some(self.areas, 1):
            feature = self.areas.getFeature(fid)
            bounds = feature.geometry().boundingBox()
            middle = (bounds.yMinimum() + bounds.yMaximum()) / 2 + 50
            lower = feature.geometry().clipped(
                type(bounds)(bounds.xMinimum(), bounds.yMinimum(), bounds.xMaximum(), middle)
            )
            upper = feature.geometry().clipped(
                type(bounds)(bounds.xMinimum(), middle, bounds.xMaximum(), bounds.yMaximum())
            )
            if lower.isEmpty() or upper.isEmpty():
                return
            self.areas.beginEditCommand("split")
            self.areas.changeGeometry(fid, lower)
            born = QgsFeature(self.areas.fields())
            born.setAttributes([None, *feature.attributes()[1:]])
            born.setGeometry(upper)
            self.areas.addFeature(born)
            self.areas.endEditCommand()

    def add(self):
        from qgis.core import QgsFeature

        feature = QgsFeature(self.areas.fields())
        x, y = (float(number) for number in self.choose.uniform(0, 7, 2))
        feature.setGeometry(box(x, y, x + 1.7, y + 1.3))
        names = [None, "West", "Neu – Süd", f"N{self.choose.integers(100)}"]
        feature.setAttribute("name", names[self.choose.integers(4)])
        self.areas.addFeature(feature)

    def delete(self):
        self.areas.deleteFeatures(self.some(self.areas, 1))

    def rename(self):
        index = self.areas.fields().lookupField("name")
        names = [None, "West", "Middle", f"R{self.choose.integers(100)}"]
        for fid in self.some(self.areas, 1):
            self.areas.changeAttributeValue(fid, index, names[self.choose.integers(4)])

    def undo(self):
        for _ in range(self.choose.integers(1, 5)):
            self.areas.undoStack().undo()

    def redo(self):
        self.areas.undoStack().redo()

    def roll_back(self):
        self.areas.rollBack()

    def save(self):
        assert self.areas.commitChanges(), self.areas.commitErrors()

    def delete_units(self):
        self.units.deleteFeatures(self.some(self.units, 4))

    def move_unit(self):
        for fid in self.some(self.units, 3):
            shape = self.units.getFeature(fid).geometry()
            shape.translate(SIZE * float(self.choose.integers(20, 30)), 300.0)
            self.units.changeGeometry(fid, shape)

    def undo_units(self):
        for _ in range(self.choose.integers(1, 4)):
            self.units.undoStack().undo()

    def save_units(self):
        assert self.units.commitChanges(), self.units.commitErrors()

    OFTEN = (
        "move_border",
        "move_common_border",
        "split",
        "add",
        "delete",
        "rename",
        "undo",
        "redo",
        "undo_units",
    )
    SELDOM = ("roll_back", "save", "delete_units", "move_unit", "save_units")

    def step(self):
        names = self.OFTEN * 2 + self.SELDOM
        name = names[self.choose.integers(len(names))]
        for layer in (self.areas, self.units):
            if not layer.isEditable():
                layer.startEditing()
        getattr(self, name)()
        return name


@pytest.mark.parametrize("seed", range(6))
def test_after_every_edit_everybody_is_where_a_fresh_look_puts_them(session, seed):
    same(session)
    editor, done = Editor(session, seed), []
    for _ in range(30):
        done.append(editor.step())
        try:
            same(session)
        except AssertionError as error:
            raise AssertionError(f"after {done}") from error


@pytest.mark.parametrize("seed", range(50, 53))
def test_edits_followed_together_give_the_same(session, seed):
    editor, done = Editor(session, seed), []
    for _ in range(8):
        for _ in range(int(editor.choose.integers(2, 7))):
            done.append(editor.step())
        try:
            same(session)
        except AssertionError as error:
            raise AssertionError(f"after {done}") from error


def test_a_moved_border_reassigns_and_undo_takes_that_back(over_units, areas, units):
    session = over_units
    assert counts(session) == {"West": 12, "Middle": 12, "East": 12, None: 12}
    areas.startEditing()
    areas.beginEditCommand("border")
    areas.changeGeometry(fid_of(areas, "West"), box(0, 0, 3, 6))
    areas.changeGeometry(fid_of(areas, "Middle"), box(3, 0, 4, 6))
    areas.endEditCommand()
    assert counts(session) == {"West": 18, "Middle": 6, "East": 12, None: 12}
    areas.undoStack().undo()
    assert counts(session) == {"West": 12, "Middle": 12, "East": 12, None: 12}
    assert not units.isEditable()
    areas.rollBack()


def test_a_change_looks_only_at_what_it_touches(over_units, areas, monkeypatch):
    session = over_units
    looked = []
    drawn = session.followers.drawn
    at = drawn._names_at
    monkeypatch.setattr(drawn, "_names_at", lambda unit: looked.append(unit) or at(unit))
    areas.startEditing()
    areas.changeGeometry(fid_of(areas, "East"), box(4, 0, 7, 6))
    assert counts(session)["East"] == 18
    assert len(looked) == 6
    areas.rollBack()


def test_a_unit_in_two_territories_counts_for_none_and_is_said(over_units, areas):
    session = over_units
    heard = []
    session.problemsChanged.connect(lambda: heard.append(1))
    areas.startEditing()
    areas.changeGeometry(fid_of(areas, "West"), box(0, 0, 3, 6))
    assert counts(session) == {"West": 12, "Middle": 6, "East": 12, None: 18}
    words = " ".join(session.problems)
    assert "West and Middle overlap by 6.00 km²." in words
    assert "6 units lie in more than one territory and count for none (unit 2, unit 10, unit 18, …)." in words
    assert "12 units lie in no territory" in words
    assert heard
    conflicts = [finding for finding in session.findings if finding.code == "overlap"]
    assert len(conflicts) == 6
    assert {session.territory_of(finding.unit_id) for finding in conflicts} == {None}
    areas.undoStack().undo()
    assert session.statistics() is not None
    assert "overlap" not in " ".join(session.problems)
    areas.rollBack()


def test_units_are_not_assigned_by_hand(over_units):
    from territory_manager.layers.build_preparation import BuildOptions, prepare
    from territory_manager.layers.plan import PlanError

    unit = over_units.fids_of("West")[0]
    with pytest.raises(PlanError, match="drawn in layer “areas”"):
        over_units.assign([unit], "East")
    with pytest.raises(PlanError, match="drawn in layer “areas”"):
        prepare(over_units, BuildOptions())
    assert over_units.preview([unit], "East") is not None


def test_a_renamed_polygon_keeps_colour_rep_and_lock(over_units, areas):
    session = over_units
    session.set_rep("West", "Vega")
    color = session.colors["West"]
    session.lock(territories=["West"])
    areas.startEditing()
    areas.changeAttributeValue(fid_of(areas, "West"), areas.fields().lookupField("name"), "Far West")
    assert counts(session)["Far West"] == 12
    assert session.settings.territories == ["East", "Middle", "Far West"]
    assert session.settings.reps == {"Far West": "Vega"}
    assert session.colors["Far West"] == color
    assert session.locked_territories == {"Far West"}
    areas.undoStack().undo()
    assert counts(session)["West"] == 12
    assert session.settings.reps == {"West": "Vega"}
    areas.rollBack()


def test_renaming_a_territory_renames_its_polygons(over_units, areas):
    from territory_manager.layers.plan import PlanError

    session = over_units
    session.set_rep("West", "Vega")
    session.rename_territory("West", "Far West")
    assert counts(session)["Far West"] == 12
    assert session.settings.reps == {"Far West": "Vega"}
    assert areas.undoStack().count() == 1
    areas.undoStack().undo()
    assert counts(session)["West"] == 12
    with pytest.raises(PlanError, match="drawn in layer"):
        session.add_territory("New")
    with pytest.raises(PlanError, match="drawn in layer"):
        session.remove_territory("West")
    areas.rollBack()


def test_changes_are_measured_against_the_saved_polygons(over_units, areas):
    from territory_manager.layers.baseline import Baseline

    session = over_units
    baseline = Baseline.of(session)
    assert baseline.changed_fids() == []
    areas.startEditing()
    areas.changeGeometry(fid_of(areas, "East"), box(4, 0, 7, 6))
    session.flush()
    assert len(baseline.changed_fids()) == 6
    areas.undoStack().undo()
    session.flush()
    assert baseline.changed_fids() == []
    areas.undoStack().redo()
    assert areas.commitChanges()
    assert baseline.changed_fids() == []
    assert counts(session)["East"] == 18


def test_the_polygons_are_coloured(over_units, areas):
    categories = [category.value() for category in areas.renderer().categories()]
    assert categories == ["East", "Middle", "West", ""]
    assert areas.opacity() < 1


def test_written_into_a_field_it_is_an_ordinary_plan(over_units, units):
    from territory_manager.layers.opening import open_session
    from territory_manager.layers.plan import PlanError

    before = counts(over_units)
    with pytest.raises(PlanError, match="is not text"):
        over_units.followers.drawn.write_into_field("pop")
    name = over_units.followers.drawn.write_into_field("territory")
    assert name == "territory"
    assert units.undoStack().count() == 1
    units.undoStack().undo()
    assert units.fields().lookupField("territory") < 0
    units.undoStack().redo()
    units.commitChanges()
    ordinary = open_session(units, "territory", ["pop"])
    assert counts(ordinary) == before
    ordinary.close()


def test_a_removed_polygon_layer_is_said_and_followed_when_it_is_back(over_units, areas, project):
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtCore import QCoreApplication

    session, source = over_units, areas.source()
    project.removeMapLayer(areas.id())
    for _ in range(3):
        QCoreApplication.processEvents()
    assert counts(session) == {None: 48}
    assert "not in the project any more" in " ".join(session.problems)
    project.addMapLayer(QgsVectorLayer(source, "areas", "ogr"))
    for _ in range(3):
        QCoreApplication.processEvents()
    assert counts(session) == {"West": 12, "Middle": 12, "East": 12, None: 12}
    same(session)


def test_the_project_remembers_a_drawn_plan(over_units, project, tmp_path):
    from territory_manager.layers.opening import reopen_session
    from territory_manager.layers.plan import read_plans

    before = over_units.statistics()
    project.write(str(tmp_path / "plan.qgz"))
    over_units.close()
    project.clear()
    project.read(str(tmp_path / "plan.qgz"))
    (settings,) = read_plans(project)
    again = reopen_session(settings, project)
    pd.testing.assert_frame_equal(again.statistics(), before)
    assert not project.isDirty()
    again.close()


def test_accounts_count_in_drawn_territories_too(opened, areas, units, stores):
    session = opened(areas, "name", units, accounts=stores, account_measures=["*", "pop"])
    table = session.statistics()
    assert table["accounts"].sum() == 60
    areas.startEditing()
    areas.changeGeometry(fid_of(areas, "West"), box(0, 0, 1, 6))
    less = session.statistics()
    assert list(less["territory"])[:3] == ["East", "Middle", "West"]
    assert less["accounts"].iloc[2] < table["accounts"].iloc[2]
    assert less["accounts"].sum() == 60
    areas.rollBack()


@pytest.mark.parametrize(
    ("polygons", "field", "words"),
    [
        ("stores", "name", "no polygons"),
        ("areas", "nix", "no field “nix”"),
        ("units", "name", "of their own"),
    ],
)
def test_what_cannot_be_a_drawn_plan_is_said(request, opened, areas, units, stores, polygons, field, words):
    from territory_manager.layers.plan import PlanError

    with pytest.raises(PlanError, match=words):
        opened(request.getfixturevalue(polygons), field, units)
