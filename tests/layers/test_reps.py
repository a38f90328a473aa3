"""Reps of a plan: followed in their layer, with teams, vacancies and words for what is wrong."""

import datetime as dt

import pytest

pd = pytest.importorskip("pandas")
pytest.importorskip("shapely")

WEST, SOUTH, SIZE = 4_000_000, 3_000_000, 1000


@pytest.fixture
def units(project, tmp_path):
    """4 × 4 squares in four columns T1 … T4."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorFileWriter, QgsVectorLayer

    memory = QgsVectorLayer(
        "Polygon?crs=EPSG:3035&field=name:string&field=territory:string&field=pop:double", "units", "memory"
    )
    for x in range(4):
        for y in range(4):
            feature = QgsFeature(memory.fields())
            west, south = WEST + SIZE * x, SOUTH + SIZE * y
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, south, west + SIZE, south + SIZE)))
            feature.setAttributes([f"{x}-{y}", f"T{x + 1}", 1.0])
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
def layer(session, project):
    """The reps' own layer: Ada and Ben are the team East, Cara works from 2026 to 2027, Dora manages."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY
    from qgis.PyQt.QtCore import QDate

    from territory_manager.layers.reps_layer import add_reps_layer

    layer = add_reps_layer(session, project)
    layer.startEditing()
    rows = (
        {"rep": "Ada", "team": "East", "capacity": 1000.0, "email": "ada@example.com"},
        {"rep": "Ben", "team": "East", "capacity": 600.0, "email": "ben@example.com"},
        {"rep": "Cara", "capacity": 800.0, "active_from": QDate(2026, 1, 1), "active_to": QDate(2027, 6, 30)},
        {"rep": "Dora", "role": "manager", "quota": 500.0},
        {"rep": "East", "role": "team"},
    )
    for x, row in enumerate(rows):
        feature = QgsFeature(layer.fields())
        for name, value in row.items():
            feature.setAttribute(name, value)
        if row["rep"] != "East":
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(WEST + 100 * x, SOUTH + 50)))
        assert layer.addFeature(feature)
    assert layer.commitChanges()
    session.flush()
    return layer


def write(layer, who, **values):
    """Edit a rep's row."""
    if not layer.isEditable():
        layer.startEditing()
    fid = next(f.id() for f in layer.getFeatures() if f["rep"] == who)
    for name, value in values.items():
        assert layer.changeAttributeValue(fid, layer.fields().lookupField(name), value)
    return fid


def test_rows_are_reps(session, layer):
    reps = session.followers.reps
    assert reps.names() == ["Ada", "Ben", "Cara", "Dora", "East"]
    ada = reps.of("Ada")
    assert (ada.email, ada.capacity, ada.team, ada.home) == (
        "ada@example.com",
        1000.0,
        "East",
        (WEST, SOUTH + 50.0),
    )
    assert reps.of("Nobody") is None and reps.of(None) is None
    assert reps.home_of("Cara") == (WEST + 200, SOUTH + 50.0)
    assert reps.of("Dora").role == "manager" and reps.of("Dora").quota == 500.0


def test_a_team_has_the_capacity_and_addresses_of_its_members(session, layer):
    reps = session.followers.reps
    east = reps.of("East")
    assert east.is_team and east.capacity == 1600.0
    assert reps.email_of("East") == "ada@example.com; ben@example.com"
    assert [member.name for member in reps.members("East")] == ["Ada", "Ben"]
    assert reps.teams() == ["East"]


def test_a_team_without_a_row_is_one_by_its_members(session, layer):
    write(layer, "Cara", team="West")
    session.flush()
    reps = session.followers.reps
    assert reps.names()[-1] == "West" and reps.of("West").capacity == 800.0


def test_who_is_active(session, layer):
    reps = session.followers.reps
    assert [rep.name for rep in reps.active(dt.date(2026, 1, 1))] == ["Ada", "Ben", "Cara", "Dora", "East"]
    assert "Cara" in {rep.name for rep in reps.active(dt.date(2027, 6, 30))}
    assert "Cara" not in {rep.name for rep in reps.active(dt.date(2027, 7, 1))}
    assert "Cara" not in {rep.name for rep in reps.active(dt.date(2025, 12, 31))}


def test_vacant_is_what_nobody_serves_on_that_day(session, layer):
    session.set_rep("T1", "Ada")
    session.set_rep("T2", "Cara")
    reps = session.followers.reps
    assert reps.vacant(dt.date(2026, 6, 1)) == ["T3", "T4"]
    assert reps.vacant(dt.date(2028, 1, 1)) == ["T2", "T3", "T4"]
    assert "left" in reps.vacancy("T2", dt.date(2028, 1, 1))
    assert "begins" in reps.vacancy("T2", dt.date(2025, 1, 1))
    assert reps.vacancy("T1") is None
    # free text is somebody, too
    session.set_rep("T3", "Somebody else")
    assert reps.vacancy("T3") is None


def test_capacity_is_shared_by_all_territories_of_a_rep(session, layer):
    session.set_rep("T1", "East")
    session.set_rep("T2", "Ada")
    session.set_rep("T3", "Ben")
    assert session.followers.reps.amounts("capacity") == {"T1": 800.0, "T2": 500.0, "T3": 300.0}


def test_edits_and_undo_in_the_table_are_followed(session, layer):
    reps, told = session.followers.reps, []
    reps.changed.connect(lambda: told.append(reps.of("Ada").capacity))
    write(layer, "Ada", capacity=700.0)
    session.flush()
    layer.undoStack().undo()
    session.flush()
    assert told == [700.0, 1000.0]


def test_a_renamed_rep_keeps_the_territories_also_after_undo_and_saving(session, layer):
    session.set_rep("T1", "Ada")
    session.set_rep("T4", "Ada")
    write(layer, "Ada", rep="Ada Lovelace")
    session.flush()
    assert session.settings.reps == {"T1": "Ada Lovelace", "T4": "Ada Lovelace"}
    assert session.statistics().set_index("territory").loc["T4", "rep"] == "Ada Lovelace"
    layer.undoStack().undo()
    session.flush()
    assert session.settings.reps == {"T1": "Ada", "T4": "Ada"}
    layer.undoStack().redo()
    assert layer.commitChanges()
    session.flush()
    assert session.settings.reps == {"T1": "Ada Lovelace", "T4": "Ada Lovelace"}


def test_problems_name_the_rep_and_what_to_do(session, layer):
    from qgis.core import QgsGeometry, QgsPointXY

    reps = session.followers.reps
    assert reps.problems == []
    session.set_rep("T1", "Zoe")
    assert "Zoe, who has T1, is not in “Reps”" in reps.problems[0]
    session.set_rep("T1", "Ada")
    write(layer, "Ben", rep="Ada")
    write(layer, "Cara", capacity=-5.0)
    fid = write(layer, "Dora", quota=-1.0)
    layer.changeGeometry(fid, QgsGeometry.fromPointXY(QgsPointXY(WEST - 9000, SOUTH)))
    session.flush()
    words = " ".join(session.problems)
    assert "Ada: more than once" in words
    assert "Cara: the capacity" in words and "Dora: the quota" in words
    assert "Dora: the home" in words
    assert reps.of("Cara").capacity is None and reps.of("Dora").quota is None


def test_a_capacity_of_0_is_a_known_one_everywhere(session, layer):
    from territory_manager.layers.build_preparation import REPS, BuildOptions, prepare
    from territory_manager.layers.plan import PlanError
    from territory_manager.layers.rep_loads import rep_loads
    from territory_manager.layers.work_settings import WorkSettings

    reps = session.followers.reps
    session.set_rep("T1", "Ada")
    session.set_rep("T2", "Cara")
    write(layer, "Cara", capacity=0.0)
    session.flush()
    assert reps.of("Cara").capacity == 0 and reps.amounts("capacity") == {"T1": 1000.0, "T2": 0.0}
    assert "Cara, who has T2, can take on nothing: capacity 0 in “Reps”. Choose another rep." in (
        session.problems
    )
    # working hours: none, as in Processing, not the usual ones
    session.followers.work.use(WorkSettings(selling_share=100.0, work_hours=1600.0))
    table, row = session.followers.work.table(), session.alignment.territories.index("T2")
    assert table["capacity_hours"][row] == 0 and pd.isna(table["utilisation"][row])
    assert table["workload_hours"][row] > 0
    assert any("T2 have work but no capacity" in one for one in session.problems)
    # targets: refused, as in Processing, not the mean of the others
    with pytest.raises(PlanError, match="reps of T2 have a capacity of 0"):
        session.territories.capacities.take_from_reps("capacity")
    with pytest.raises(ValueError, match="Cara in “Reps” have no number above 0"):
        prepare(session, BuildOptions(REPS, reps=layer, capacity_field=reps.fields["capacity"]))
    assert session.settings.capacities == {}
    loads = {load.name: load for load in rep_loads(session)}
    assert loads["Cara"].capacity == 0 and loads["Cara"].capacity_deviation is None
    # a team of such people has nothing either
    for name in ("Ada", "Ben"):
        write(layer, name, capacity=0.0)
    session.flush()
    assert reps.of("East").capacity == 0


def test_a_rep_who_left_is_a_problem_of_their_territory(session, layer):
    from qgis.PyQt.QtCore import QDate

    session.set_rep("T2", "Ada")
    write(layer, "Ada", active_to=QDate(2020, 12, 31))
    session.flush()
    assert any("Ada, who had T2, left on" in words for words in session.problems)


def test_the_layer_may_go_and_come_back(session, layer, project):
    source, name = layer.source(), layer.name()
    project.removeMapLayer(layer.id())
    session.flush()
    assert session.followers.reps.layer is None
    assert "is not in the project any more" in session.followers.reps.problems[0]
    from qgis.core import QgsVectorLayer

    project.addMapLayer(QgsVectorLayer(source, name, "ogr"))
    session.flush()
    assert session.followers.reps.of("Ada").capacity == 1000.0
    assert session.settings.reps_layer in project.mapLayers()


def test_a_renamed_field_is_still_the_same(session, layer):
    layer.startEditing()
    assert layer.renameAttribute(layer.fields().lookupField("capacity"), "hours_a_year")
    session.flush()
    assert session.followers.reps.fields["capacity"] == "hours_a_year"
    assert session.followers.reps.of("Ada").capacity == 1000.0


def test_our_layer_begins_with_whoever_has_a_territory(session, project, tmp_path):
    from territory_manager.layers.reps_layer import add_reps_layer

    session.set_rep("T1", "Vega")
    session.set_rep("T2", "Okafor")
    session.set_rep("T4", "Vega")
    session.set_capacities({"T1": 2.0, "T2": 1.0, "T3": 1.0, "T4": 3.0})
    layer = add_reps_layer(session, project)
    reps = session.followers.reps
    assert reps.names() == ["Vega", "Okafor"]
    assert reps.of("Vega").capacity == 5.0 and reps.of("Vega").color == session.colors["T1"]
    assert layer.source().endswith("|layername=reps") and str(tmp_path) in layer.source()
    assert add_reps_layer(session, project) is layer
    form = layer.editFormConfig()
    assert [tab.name() for tab in form.tabs()] == ["Contact", "Work"]
    kinds = {f.name(): layer.editorWidgetSetup(i).type() for i, f in enumerate(layer.fields())}
    assert kinds["active_from"] == "DateTime" and kinds["manager"] == "ValueRelation"
    assert kinds["color"] == "Color" and kinds["role"] == "ValueMap"


def test_the_form_has_no_text_where_nothing_is_known(session, layer, project, tmp_path):
    """In a box of text QGIS shows a null as NULL, and a box for numbers as if it were typed."""
    from qgis.core import QgsVectorLayerUtils

    from territory_manager.layers.nulls import is_null
    from territory_manager.layers.reps_layer import add_reps_layer

    fresh = QgsVectorLayerUtils.createFeature(layer)
    for name in ("rep", "email", "phone", "note"):
        assert fresh[name] == "", name
    for name in ("capacity", "quota", "active_from"):
        assert is_null(fresh[name]), name
    kinds = {f.name(): layer.editorWidgetSetup(i).type() for i, f in enumerate(layer.fields())}
    assert kinds["capacity"] == kinds["quota"] == "TextEdit"
    name = layer.fields().lookupField("rep")
    assert not QgsVectorLayerUtils.validateAttribute(layer, fresh, name)[0], "a name of nothing is none"
    amount = layer.fields().lookupField("capacity")
    fresh.setAttribute("capacity", -1.0)
    assert not QgsVectorLayerUtils.validateAttribute(layer, fresh, amount)[0]
    session.followers.reps.use(None)
    session.set_rep("T1", "Vega")
    made = next(add_reps_layer(session, project).getFeatures())
    assert [made[name] for name in ("rep", "email", "phone", "note")] == ["Vega", "", "", ""]


@pytest.mark.parametrize(
    ("rows", "days", "told"),
    [
        # whatever the column holds beside it tells the day from the month
        ([("1.2.2026", "31.12.2026"), (None, None)], [("2026-02-01", "2026-12-31"), (None, None)], ""),
        ([("01/02/2026", "12/31/2026"), ("", None)], [("2026-01-02", "2026-12-31"), (None, None)], ""),
        ([("01/02/2026", "31/12/2026"), (None, None)], [("2026-02-01", "2026-12-31"), (None, None)], ""),
        ([("2026-02-01 8:00", None), (None, "2026/12/31")], [("2026-02-01", None), (None, "2026-12-31")], ""),
        ([("since May", "31.12.2026"), (None, None)], [(None, "2026-12-31"), (None, None)], "is no date"),
        ([("01/02/2026", None), (None, None)], None, "says it is not"),
    ],
)
def test_days_of_a_followed_layer_are_read_in_whatever_form(session, project, rows, days, told):
    from qgis.core import QgsFeature, QgsVectorLayer

    other = QgsVectorLayer(
        "NoGeometry?field=rep:string&field=hired:string&field=left:string", "HR list", "memory"
    )
    for name, row in zip(("Ada", "Ben"), rows):
        feature = QgsFeature(other.fields())
        feature.setAttributes([name, *row])
        other.dataProvider().addFeature(feature)
    project.addMapLayer(other)
    session.followers.reps.use(other)
    reps = [session.followers.reps.of(name) for name in ("Ada", "Ben")]
    if days is not None:
        read = [(rep.active_from, rep.active_to) for rep in reps]
        assert [tuple(day and day.isoformat() for day in pair) for pair in read] == days
    words = " ".join(session.followers.reps.problems)
    assert told in words and ("Ada (" in words) == bool(told)


def test_the_form_refuses_names_that_are_there_already(session, layer):
    from qgis.core import QgsVectorLayerUtils

    position = layer.fields().lookupField("rep")
    twice = QgsVectorLayerUtils.createFeature(layer)
    twice.setAttribute("rep", "Ada")
    fine, _errors = QgsVectorLayerUtils.validateAttribute(layer, twice, position)
    assert not fine
    mail = layer.fields().lookupField("email")
    twice.setAttribute("email", "ada at example")
    assert not QgsVectorLayerUtils.validateAttribute(layer, twice, mail)[0]
    twice.setAttribute("email", "ada@example.com")
    assert QgsVectorLayerUtils.validateAttribute(layer, twice, mail)[0]


def test_reps_come_from_another_table_in_one_step(session, layer, project):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    from territory_manager.layers.rep import rep_fields
    from territory_manager.layers.reps_layer import import_reps

    other = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=Salesperson:string&field=Hours:string&field=Start date:string",
        "crm",
        "memory",
    )
    for name, hours, start in (
        ("Ada", "1.200,5", "2026-02-01"),
        ("Eve", "900,0", "soon"),
        (" ", "1,5", ""),
        ("Eve", "2,5", ""),
    ):
        feature = QgsFeature(other.fields())
        feature.setAttributes([name, hours, start])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(10.0, 50.0)))
        other.dataProvider().addFeature(feature)
    fields = rep_fields(other.fields())
    assert fields == {"name": "Salesperson", "capacity": "Hours", "active_from": "Start date"}
    added, changed, words = import_reps(session, other, fields)
    assert (added, changed) == (1, 1)
    reps = session.followers.reps
    assert reps.of("Ada").capacity == 1200.5 and reps.of("Ada").team == "East"
    assert reps.of("Ada").active_from == dt.date(2026, 2, 1)
    assert reps.of("Eve").capacity == 900.0 and reps.of("Eve").active_from is None
    assert reps.of("Eve").home == pytest.approx((4321000.0, 2987510.6), abs=1.0)
    assert any("soon" in text for text in words) and any("Row 3" in text for text in words)
    assert any("Eve is there twice" in text for text in words)
    layer.undoStack().undo()
    session.flush()
    assert reps.of("Eve") is None and reps.of("Ada").capacity == 1000.0


def test_dates_are_read_as_the_column_tells_and_what_is_open_is_said():
    from qgis.PyQt.QtCore import QDate, QDateTime, QTime

    from territory_manager.layers.dates import dates

    march, may = dt.date(2024, 3, 1), dt.date(2024, 5, 31)
    certain = ["2024-03-01", "1.3.2024", "01. 03. 2024", "2024-03-01 00:00:00", QDate(2024, 3, 1), None, " "]
    certain.append(QDateTime(QDate(2024, 3, 1), QTime(8, 0)))
    assert dates(certain) == ([march] * 5 + [None, None, march], [], [])
    assert dates(["01/03/2024", "31/05/2024"], usual_day_first=False) == ([march, may], [], [])
    assert dates(["03/01/2024", "05-31-2024 8:00"], usual_day_first=True) == ([march, may], [], [])
    assert dates(["01/03/2024"], usual_day_first=True) == ([march], [], [0])
    assert dates(["03/01/2024", "soon"], usual_day_first=False) == ([march, None], [1], [0])
    # both orders in one column: what can mean two things is not guessed
    assert dates(["31/05/2024", "05/31/2024", "01/03/2024"]) == ([may, may, None], [2], [])
    assert dates(["31/02/2024", "30.2.2024", "1.3.24"])[1] == [0, 1, 2]


def test_days_and_homes_come_from_the_columns_of_a_csv(session, layer, tmp_path):
    from territory_manager.layers.rep import rep_fields
    from territory_manager.layers.reps_layer import import_reps
    from territory_manager.layers.table_files import read_table, table_layer

    path = tmp_path / "reps.csv"
    path.write_text(
        "Name;Start date;End date;Home Lon;Home Lat\n"
        "Eve;01/03/2024;31.12.2026;10.0;50.0\n"
        "Finn;15/03/2024;soon;10,5;50.25\n"
        "Gus;2024-05-01;;210;50\n"
        "Hal;;;;\n"
        "Ida;;;-170;-52\n",
        "utf-8",
    )
    other = table_layer(read_table(str(path)))
    added, _changed, words = import_reps(session, other, rep_fields(other.fields()))
    reps = session.followers.reps
    assert added == 5 and len(words) == 3
    assert reps.of("Eve").active_from == dt.date(2024, 3, 1)
    assert reps.of("Eve").active_to == dt.date(2026, 12, 31)
    assert reps.of("Finn").active_from == dt.date(2024, 3, 15)
    assert reps.of("Gus").active_from == dt.date(2024, 5, 1)
    assert "soon" in words[0] and "row 2" in words[0]
    assert "210" in words[1] and "row 3" in words[1]
    # the other side of the earth is beyond the projection of the plan
    assert "row 5 has no place in EPSG:3035" in words[2] and reps.of("Ida").home is None
    assert reps.of("Eve").home == pytest.approx((4321000.0, 2987510.6), abs=1.0)
    assert reps.of("Finn").home[0] > reps.of("Eve").home[0]
    assert reps.of("Gus").home is None and reps.of("Hal").home is None


def test_columns_for_which_the_reps_have_no_field_are_said(session, layer):
    from qgis.core import QgsVectorLayer

    from territory_manager.layers.reps_layer import import_reps

    other = QgsVectorLayer("NoGeometry?field=Name:string&field=Remarks:string", "crm", "memory")
    reps = session.followers.reps
    reps.use(layer, {role: name for role, name in reps.fields.items() if role != "phone"})
    words = import_reps(session, other, {"name": "Name", "phone": "Remarks"})[2]
    assert "has no field for Remarks" in words[0]


def test_a_home_is_placed_and_taken_back(session, layer):
    from qgis.core import QgsPointXY

    from territory_manager.layers.plan import PlanError
    from territory_manager.layers.reps_layer import place_home

    place_home(session, "Ada", QgsPointXY(WEST + 1234, SOUTH + 321))
    reps = session.followers.reps
    assert reps.home_of("Ada") == (WEST + 1234.0, SOUTH + 321.0)
    layer.undoStack().undo()
    session.flush()
    assert reps.home_of("Ada") == (WEST, SOUTH + 50.0)
    with pytest.raises(PlanError, match="Nobody is not in the table"):
        place_home(session, "Nobody", QgsPointXY(0, 0))


def test_a_plan_opened_with_reps_takes_their_layer(project, sample_path, tmp_path):
    import shutil

    from qgis.core import QgsVectorLayer

    from territory_manager.layers.opening import open_session

    path = tmp_path / "southeast.gpkg"
    shutil.copyfile(sample_path, path)
    units, reps, accounts = (
        QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in ("units", "reps", "accounts")
    )
    project.addMapLayers([units, reps, accounts])
    names = ["Vega", "Okafor"]
    session = open_session(
        units, "new", ["pop_2019"], territories=names, reps_layer=reps, reps_field="rep_illustrative"
    )
    assert session.settings.reps == {"Vega": "Vega", "Okafor": "Okafor"}
    vega = session.followers.reps.of("Vega")
    assert vega.capacity == 1600.0 and vega.quota == 30251000.0 and vega.home is not None
    assert session.problems == []
    session.close()

    # accounts have no unique names: they are no reps
    how = {"reps_layer": accounts, "reps_field": "segment_illustrative"}
    session = open_session(units, "other", ["pop_2019"], **how)
    assert session.settings.reps_layer is None
    session.close()


def test_reps_are_there_again_when_the_project_is_read_again(session, layer, project):
    from territory_manager.layers.opening import reopen_session
    from territory_manager.layers.plan import read_plans

    session.set_rep("T1", "Ada")
    session.close()
    again = reopen_session(read_plans(project)[0], project)
    assert again.followers.reps.of_territory("T1").email == "ada@example.com"
    again.close()
