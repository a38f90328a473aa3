"""Accounts on top of units: whatever is done to either layer, the numbers are those of a fresh count."""

import numpy as np
import pytest

pd = pytest.importorskip("pandas")
pytest.importorskip("shapely")

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


def square(x, y):
    from qgis.core import QgsGeometry, QgsRectangle

    west, south = WEST + SIZE * x, SOUTH + SIZE * y
    return QgsGeometry.fromRect(QgsRectangle(west, south, west + SIZE, south + SIZE))


@pytest.fixture
def units(project, tmp_path):
    """5 × 4 squares in two territories."""
    from qgis.core import QgsFeature, QgsVectorLayer

    memory = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:3035&field=name:string&field=territory:string&field=pop:double",
        "units",
        "memory",
    )
    features = []
    for number in range(20):
        x, y = number % 5, number // 5
        feature = QgsFeature(memory.fields())
        feature.setGeometry(square(x, y))
        feature.setAttributes([f"unit {number}", "T01" if x < 3 else "T02", 10.0])
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    return geopackage(memory, tmp_path / "units.gpkg", "units", project)


@pytest.fixture
def accounts(project, tmp_path):
    """40 accounts in degrees, some on borders, some outside, some without sales or place."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsPointXY,
        QgsVectorLayer,
    )

    memory = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=name:string&field=sales:double&field=calls:integer", "stores", "memory"
    )
    to_degrees = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:3035"), QgsCoordinateReferenceSystem("EPSG:4326"), project
    )
    choose = np.random.default_rng(1)
    features = []
    for number in range(40):
        x, y = choose.uniform(-300, 5300), choose.uniform(-300, 4300)
        feature = QgsFeature(memory.fields())
        if number % 13:
            place = to_degrees.transform(QgsPointXY(WEST + x, SOUTH + y))
            feature.setGeometry(QgsGeometry.fromPointXY(place))
        feature.setAttributes([f"store {number}", None if number % 7 == 0 else float(number), number % 4])
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    return geopackage(memory, tmp_path / "stores.gpkg", "stores", project)


@pytest.fixture
def opened():
    from territory_manager.layers.opening import open_session

    sessions = []

    def open_it(*arguments, **more):
        sessions.append(open_session(*arguments, **more))
        return sessions[-1]

    yield open_it
    for session in sessions:
        session.close()


@pytest.fixture
def session(opened, units, accounts):
    return opened(units, "territory", ["pop"], accounts=accounts, account_measures=["*", "sales"])


def fresh_count(session):
    """Measures (n, m) by unit, and accounts without a unit, counted anew with the core's own functions."""
    from territory_manager.core.rollup import locate, sums
    from territory_manager.layers.numbers import numbers
    from territory_manager.layers.reading import read_features, read_units

    layer = session.followers.accounts.layer
    units = read_units(session.layer, session.settings.field_measures, crs=session.crs).units
    # saved ones first, as `locate` prefers the unit that comes first
    from territory_manager.core.containment import by_age

    ids = by_age(units.ids.tolist())
    row = {fid: number for number, fid in enumerate(units.ids.tolist())}
    units = units.subset(np.array([row[fid] for fid in ids], dtype=np.int64))
    _ids, points, columns = read_features(layer, session.crs, ["sales"])
    where = locate(units, points)
    counts, totals = sums(where, np.column_stack([numbers(columns["sales"])[0]]), units.n)
    table = {
        fid: (units.measures[number, 0], float(counts[number]), totals[number, 0])
        for number, fid in enumerate(ids)
    }
    return table, {fid for fid, unit in zip(_ids, where.tolist()) if unit < 0}


def same(session):
    statistics = session.statistics()
    table, unplaced = fresh_count(session)
    ledger = session.alignment
    assert ledger.units.measure_names == ("pop", "accounts", "sales (accounts)")
    live = dict(zip(ledger.units.ids.tolist(), ledger.units.measures.tolist()))
    assert sorted(live) == sorted(table)
    for fid, row in table.items():
        np.testing.assert_allclose(live[fid], row, err_msg=f"unit {fid}")
    assert session.followers.accounts.unplaced == unplaced
    by_territory = pd.DataFrame(
        [(session.territory_of(fid), *row) for fid, row in table.items()], columns=["t", "pop", "n", "sales"]
    )
    wanted = by_territory.fillna({"t": ""}).groupby("t").sum()
    for row in statistics.itertuples():
        name = row.territory or ""
        if name in wanted.index:
            assert statistics.loc[row.Index, "accounts"] == pytest.approx(wanted.loc[name, "n"])
            assert statistics.loc[row.Index, "sales (accounts)"] == pytest.approx(wanted.loc[name, "sales"])


class Editor:
    """Edits units and accounts at random."""

    def __init__(self, session, seed):
        self.session = session
        self.units, self.accounts = session.layer, session.followers.accounts.layer
        self.choose = np.random.default_rng(seed)

    def some(self, layer, most=4):
        ids = sorted(layer.allFeatureIds())
        count = min(len(ids), int(self.choose.integers(1, most + 1)))
        return [int(fid) for fid in self.choose.choice(ids, count, replace=False)] if ids else []

    def place(self):
        """Anywhere around the units, half of the time on a corner or border."""
        from qgis.core import (
            QgsCoordinateReferenceSystem,
            QgsCoordinateTransform,
            QgsGeometry,
            QgsPointXY,
            QgsProject,
        )

        x, y = self.choose.uniform(-500, 5500), self.choose.uniform(-500, 4500)
        if self.choose.integers(2):
            x = round(x / SIZE) * SIZE
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:3035"), self.accounts.crs(), QgsProject.instance()
        )
        return QgsGeometry.fromPointXY(transform.transform(QgsPointXY(WEST + x, SOUTH + y)))

    def add_account(self):
        from qgis.core import QgsFeature

        feature = QgsFeature(self.accounts.fields())
        if self.choose.integers(5):
            feature.setGeometry(self.place())
        index = self.accounts.fields().lookupField("sales")
        feature.setAttribute(index, None if self.choose.integers(4) == 0 else float(self.choose.integers(99)))
        self.accounts.addFeature(feature)

    def move_accounts(self):
        self.accounts.beginEditCommand("move")
        for fid in self.some(self.accounts):
            self.accounts.changeGeometry(fid, self.place())
        self.accounts.endEditCommand()

    def edit_accounts(self):
        index = self.accounts.fields().lookupField("sales")
        for fid in self.some(self.accounts):
            value = [None, 0.0, float(self.choose.integers(1, 99))][self.choose.integers(3)]
            self.accounts.changeAttributeValue(fid, index, value)

    def delete_accounts(self):
        self.accounts.deleteFeatures(self.some(self.accounts, 2))

    def undo_accounts(self):
        for _ in range(self.choose.integers(1, 4)):
            self.accounts.undoStack().undo()

    def redo_accounts(self):
        self.accounts.undoStack().redo()

    def save_accounts(self):
        assert self.accounts.commitChanges(), self.accounts.commitErrors()

    def roll_back_accounts(self):
        self.accounts.rollBack()

    def filter_accounts(self):
        if self.accounts.isEditable():
            self.accounts.commitChanges()
        self.accounts.setSubsetString("" if self.accounts.subsetString() else "calls > 0")

    def delete_unit(self):
        self.units.deleteFeatures(self.some(self.units, 2))

    def add_unit(self):
        from qgis.core import QgsFeature

        feature = QgsFeature(self.units.fields())
        x, y = (int(number) for number in self.choose.integers(-1, 7, 2))
        shape = square(x, y)
        near = [other.geometry() for other in self.units.getFeatures(shape.boundingBox())]
        if not any(other.intersection(shape).area() > 1 for other in near):
            feature.setGeometry(shape)
        self.units.addFeature(feature)

    def reshape_unit(self):
        """A unit loses its eastern part, or reaches over its neighbour."""
        from qgis.core import QgsGeometry, QgsRectangle

        for fid in self.some(self.units, 2):
            shape = self.units.getFeature(fid).geometry()
            if not shape.isNull():
                box = shape.boundingBox()
                east = box.xMaximum() + (-400 if self.choose.integers(2) else 300)
                if east > box.xMinimum() + 100:
                    wide = QgsRectangle(box.xMinimum(), box.yMinimum(), east, box.yMaximum())
                    self.units.changeGeometry(fid, QgsGeometry.fromRect(wide))

    def undo_units(self):
        for _ in range(self.choose.integers(1, 4)):
            self.units.undoStack().undo()

    def redo_units(self):
        self.units.undoStack().redo()

    def save_units(self):
        assert self.units.commitChanges(), self.units.commitErrors()

    def roll_back_units(self):
        self.units.rollBack()

    def assign(self):
        self.session.assign(self.some(self.units), ["T01", "T02", None][self.choose.integers(3)])

    OFTEN = (
        "add_account",
        "move_accounts",
        "edit_accounts",
        "delete_accounts",
        "undo_accounts",
        "redo_accounts",
        "delete_unit",
        "add_unit",
        "reshape_unit",
        "undo_units",
        "redo_units",
        "assign",
    )
    SELDOM = ("save_accounts", "roll_back_accounts", "filter_accounts", "save_units", "roll_back_units")

    def step(self):
        names = self.OFTEN * 2 + self.SELDOM
        name = names[self.choose.integers(len(names))]
        for layer in (self.units, self.accounts):
            if not layer.isEditable() and name != "filter_accounts":
                layer.startEditing()
        getattr(self, name)()
        return name


@pytest.mark.parametrize("seed", range(8))
def test_after_every_edit_the_numbers_are_those_of_a_fresh_count(session, seed):
    same(session)
    editor, done = Editor(session, seed), []
    for _ in range(30):
        done.append(editor.step())
        try:
            same(session)
        except AssertionError as error:
            raise AssertionError(f"after {done}") from error


@pytest.mark.parametrize("seed", range(50, 54))
def test_edits_followed_together_give_the_same_numbers(session, seed):
    editor, done = Editor(session, seed), []
    for _ in range(8):
        for _ in range(int(editor.choose.integers(2, 8))):
            done.append(editor.step())
        try:
            same(session)
        except AssertionError as error:
            raise AssertionError(f"after {done}") from error


def test_a_moved_account_counts_only_its_two_units_anew(session, monkeypatch):
    from qgis.core import QgsGeometry, QgsPointXY
    from qgis.PyQt.QtCore import QCoreApplication

    follower = session.followers.accounts
    summed = []
    count = follower._sum
    monkeypatch.setattr(follower, "_sum", lambda unit, column: summed.append(unit) or count(unit, column))
    account = next(iter(follower._unit))
    before = follower.unit_of(account)
    other = next(fid for fid in session.live.alignment.units.ids.tolist() if fid != before)
    place = session.live.alignment.units.geometry[session.live.position(other)].centroid
    from qgis.core import QgsCoordinateTransform, QgsProject

    back = QgsCoordinateTransform(session.crs, follower.layer.crs(), QgsProject.instance())
    follower.layer.startEditing()
    follower.layer.changeGeometry(
        account, QgsGeometry.fromPointXY(back.transform(QgsPointXY(place.x, place.y)))
    )
    heard = []
    session.statisticsChanged.connect(lambda: heard.append(1))
    for _ in range(3):
        QCoreApplication.processEvents()
    assert len(heard) == 1
    assert follower.unit_of(account) == other
    assert set(summed) == {before, other}
    follower.layer.undoStack().undo()
    session.flush()
    assert follower.unit_of(account) == before
    follower.layer.rollBack()


def test_accounts_without_unit_or_number_are_said(session):
    words = " ".join(session.problems)
    count = len(session.followers.accounts.unplaced)
    assert count > 2
    assert f"{count} of the accounts in “stores” lie in no unit" in words
    assert "6 of the accounts in “stores” have no number in “sales”" in words
    heard = []
    session.problemsChanged.connect(lambda: heard.append(1))
    layer = session.followers.accounts.layer
    layer.startEditing()
    layer.deleteFeatures(list(session.followers.accounts.unplaced))
    session.flush()
    assert heard
    assert "no unit" not in " ".join(session.problems)
    layer.rollBack()


def test_accounts_are_measures_like_others(session):
    from territory_manager.layers.build_preparation import BuildOptions, prepare

    session.set_measures(["pop", "accounts"], [1, 3])
    table = session.statistics()
    assert {"accounts", "accounts_pct", "accounts_dev"} <= set(table.columns)
    assert "sales (accounts)" not in table.columns
    problem = prepare(session, BuildOptions(number=3)).problem()
    assert problem.measure_names == ("pop", "accounts")
    assert problem.values[:, 1].sum() == 40 - len(session.followers.accounts.unplaced)
    session.set_measures(["pop"])
    assert session.settings.account_measures == {}
    assert "accounts" not in session.statistics().columns


def test_a_removed_field_leaves_the_balance_and_comes_back_with_undo(session):
    layer = session.followers.accounts.layer
    session.set_weights([1, 2, 3])
    layer.startEditing()
    layer.deleteAttribute(layer.fields().lookupField("sales"))
    session.flush()
    assert session.settings.measures == ("pop", "accounts")
    assert "“sales (accounts)”" in " ".join(session.problems)
    assert "sales (accounts)" not in session.statistics().columns
    layer.undoStack().undo()
    session.flush()
    assert session.settings.measures == ("pop", "accounts", "sales (accounts)")
    assert session.settings.weights == (1, 2, 3)
    same(session)
    layer.rollBack()


def test_a_renamed_field_renames_its_measure(session):
    layer = session.followers.accounts.layer
    layer.startEditing()
    layer.renameAttribute(layer.fields().lookupField("sales"), "revenue")
    session.flush()
    assert session.settings.measures == ("pop", "accounts", "revenue (accounts)")
    assert session.settings.account_measures == {"accounts": "*", "revenue (accounts)": "revenue"}
    assert session.statistics()["revenue (accounts)"].sum() > 0
    layer.undoStack().undo()
    session.flush()
    same(session)
    layer.rollBack()


def test_a_removed_layer_leaves_the_balance_and_comes_back(session, project, accounts):
    from qgis.core import QgsVectorLayer
    from qgis.PyQt.QtCore import QCoreApplication

    source = accounts.source()
    project.removeMapLayer(accounts.id())
    for _ in range(3):
        QCoreApplication.processEvents()
    assert session.is_open
    assert session.settings.measures == ("pop",)
    assert "not in the project any more" in " ".join(session.problems)
    assert list(session.statistics()["pop"]) == [120.0, 80.0]
    again = QgsVectorLayer(source, "stores", "ogr")
    project.addMapLayer(again)
    for _ in range(3):
        QCoreApplication.processEvents()
    assert session.settings.accounts_layer == again.id()
    assert session.problems and "not in the project" not in " ".join(session.problems)
    same(session)


def test_the_project_remembers_the_accounts(session, project, tmp_path, accounts):
    from territory_manager.layers.opening import reopen_session
    from territory_manager.layers.plan import read_plans

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


def test_a_name_that_the_units_have_is_not_taken_twice(opened, units, accounts):
    from qgis.core import QgsField

    from territory_manager.layers.fields import field

    assert isinstance(field("accounts", "number"), QgsField)
    units.startEditing()
    units.addAttribute(field("accounts", "number"))
    units.commitChanges()
    session = opened(units, "territory", ["accounts"], accounts=accounts)
    assert session.settings.measures == ("accounts", "accounts_2")
    assert session.alignment.totals[:, 1].sum() == 40 - len(session.followers.accounts.unplaced)


def test_points_as_units_take_the_accounts_nearest_to_them(project, opened, accounts):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:3035&field=territory:string", "depots", "memory")
    for x in (500, 4500):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(WEST + x, SOUTH + 2000)))
        feature.setAttributes([f"D{x}"])
        layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    session = opened(layer, "territory", accounts=accounts)
    without_place = sum(feature.geometry().isEmpty() for feature in accounts.getFeatures())
    table = session.statistics()
    assert table["accounts"].sum() == 40 - without_place
    assert len(session.followers.accounts.unplaced) == without_place
    layer.startEditing()
    layer.deleteFeatures([session.fids_of("D500")[0]])
    session.flush()
    assert session.followers.accounts.accounts_of(session.fids_of("D4500")) == sorted(
        feature.id() for feature in accounts.getFeatures() if not feature.geometry().isEmpty()
    )
    layer.rollBack()


@pytest.mark.parametrize(
    ("layer", "fields", "words"),
    [
        ("units", ["*"], "has no points"),
        ("accounts", ["nix"], "no field “nix”"),
        ("accounts", ["name"], None),
    ],
)
def test_what_cannot_be_counted_is_said(units, accounts, opened, layer, fields, words):
    from territory_manager.layers.plan import PlanError

    chosen = units if layer == "units" else accounts
    if words is None:  # text is read as numbers where it can be
        assert opened(units, "territory", accounts=chosen, account_measures=fields)
        return
    with pytest.raises(PlanError, match=words):
        opened(units, "territory", accounts=chosen, account_measures=fields)


def test_what_no_longer_passes_the_filter_is_gone_when_saved(session, accounts, units):
    """Accounts and units: QGIS tells of neither when they disappear from a filtered layer."""
    from qgis.core import QgsFeature

    accounts.setSubsetString("calls = 1")
    session.flush()
    before = session.statistics()["accounts"].sum()
    accounts.startEditing()
    fresh = QgsFeature(accounts.fields())
    inside = next(fid for fid in session.followers.accounts._unit)
    fresh.setGeometry(accounts.getFeature(inside).geometry())
    accounts.addFeature(fresh)
    assert session.statistics()["accounts"].sum() == before + 1
    assert accounts.commitChanges()
    assert session.statistics()["accounts"].sum() == before
    same(session)
    units.setSubsetString("\"territory\" = 'T01'")
    units.startEditing()
    assert session.assign(session.fids_of("T01")[:2], "T02")
    assert session.alignment.units.n == 12
    assert units.commitChanges()
    session.flush()
    assert session.alignment.units.n == 10
    same(session)
