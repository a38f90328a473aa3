"""Plans as files: saved, moved, opened elsewhere, opened from what older and newer versions wrote."""

import json
import os
import shutil
from pathlib import Path

import pytest
from standins.geopackage import query

pytest.importorskip("pandas")

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def session(project, sample_path, tmp_path):
    """A plan on a copy of the sample with accounts, scenarios, locks, seeds and a history."""
    from qgis.core import QgsVectorLayer

    from territory_manager.layers.opening import open_session
    from territory_manager.layers.planning_layers_file import add_planning_layers

    folder = tmp_path / "here"
    folder.mkdir()
    shutil.copyfile(sample_path, folder / "southeast.gpkg")
    layers = [
        QgsVectorLayer(f"{folder / 'southeast.gpkg'}|layername={name}", name.title(), "ogr")
        for name in ("units", "accounts")
    ]
    project.addMapLayers(layers)
    session = open_session(
        layers[0], "current_terr", ["pop_2019"], accounts=layers[1], name="Südost 2027 / “neu”"
    )
    session.set_rep("GA", "Vega")
    session.lock(units=session.fids_of("TN")[:3], territories=["NC"])
    add_planning_layers(session, project)
    session.assign(session.fids_of("GA")[:5], "SC", by="paint")
    session.scenarios.add("Entwurf B")
    session.assign(session.fids_of("SC")[:4], "Küste", by="lasso")
    assert session.layer.commitChanges()
    session.flush()
    yield session
    session.close()


def who_has_what(session):
    return {fid: session.territory_of(fid) for fid in session.alignment.units.ids.tolist()}


def said(session):
    """What a plan is, apart from where its layers are."""
    stored = session.settings.to_dict()
    names = ("layer_id", "accounts_layer", "journal_layer", "reps_layer", "plan_file", "planning_layers")
    return {name: value for name, value in stored.items() if name not in names}


def attributes(layer, leave_out=()):
    names = [field.name() for field in layer.fields() if field.name() not in leave_out]
    return {
        feature.id(): ([str(feature[name]) for name in names], feature.geometry().asWkt(3))
        for feature in layer.getFeatures()
    }


def opened(path, project):
    from territory_manager.layers.plan_file import open_plan_file

    return open_plan_file(path, project)


def drawn(session, project):
    """Kind of planning layer → its colour."""
    layers = {kind: project.mapLayer(key) for kind, key in session.settings.planning_layers.items()}
    return {kind: layer.renderer().symbol().color().name() for kind, layer in layers.items()}


def test_what_is_saved_comes_back_in_another_folder(session, project, tmp_path):
    from territory_manager.layers.plan_file import save_plan_as

    told = []
    (tmp_path / "Pläne").mkdir()
    path = save_plan_as(session, tmp_path / "Pläne" / "Plan ä", lambda *words: told.append(words))
    before, alignment = said(session), who_has_what(session)
    units = attributes(session.layer)
    accounts = attributes(session.followers.accounts.layer)
    journal = session.journal.table()
    kinds = set(session.settings.planning_layers)
    colors = drawn(session, project)
    session.close()
    project.clear()
    elsewhere = tmp_path / "on another computer"
    elsewhere.mkdir()
    path = Path(shutil.move(str(path), elsewhere / "plan.gpkg"))
    shutil.rmtree(tmp_path / "here")
    result = opened(path, project)
    again = result.session
    assert not result.missing and told
    assert said(again) == before
    assert who_has_what(again) == alignment
    assert attributes(again.layer) == units
    assert attributes(again.followers.accounts.layer) == accounts
    assert again.journal.table().equals(journal)
    assert set(again.settings.planning_layers) == kinds
    assert drawn(again, project) == colors
    assert {scenario.title for scenario in again.scenarios} >= {"Entwurf B"}
    sources = {layer.source().split("|")[0] for layer in project.mapLayers().values()}
    assert sources == {str(path)}
    assert project.layerTreeRoot().children()[0].name() == "Südost 2027 / “neu”"
    # and the history goes on there
    assert not again.journal.why_not
    count = len(journal)
    again.assign(again.fids_of("TN")[5:7], "GA")
    assert again.layer.commitChanges()
    assert len(again.journal.table()) == count + 2
    with pytest.raises(OSError, match="append-only"):
        query(path, "DELETE FROM journal")
    again.close()


def test_other_programs_can_read_who_has_what(session, tmp_path):
    from territory_manager.layers.plan_file import save_plan_as

    session.settings.levels = [{"name": "Region", "parents": {"GA": "South", "SC": "South"}}]
    path = save_plan_as(session, tmp_path / "plan.gpkg")
    words = "SELECT territory, rep, locked, Region FROM territories WHERE scenario = 'current_terr'"
    rows = query(path, words)
    titles = query(path, "SELECT title, current FROM scenarios ORDER BY title")
    tables = {name for (name,) in query(path, "SELECT table_name FROM gpkg_contents")}
    assert ("GA", "Vega", 0, "South") in rows and ("NC", None, 1, None) in rows
    assert titles == [("Entwurf B", 1), ("current_terr", 0)]
    assert {"units", "accounts", "journal", "territories", "scenarios", "territory_manager_plan"} <= tables


def test_units_can_stay_where_they_are(session, project, tmp_path):
    """Linked units are found again when both files move together."""
    from territory_manager.layers.plan_file import save_plan_as

    path = save_plan_as(session, tmp_path / "here" / "linked.gpkg", link_units=True)
    alignment = who_has_what(session)
    session.close()
    project.clear()
    shutil.move(str(tmp_path / "here"), str(tmp_path / "there"))
    result = opened(tmp_path / "there" / path.name, project)
    assert who_has_what(result.session) == alignment
    assert Path(result.session.layer.source().split("|")[0]) == tmp_path / "there" / "southeast.gpkg"
    result.session.close()


def test_units_that_are_gone_are_named_and_the_project_stays_as_it_was(session, project, tmp_path):
    from territory_manager.layers.plan import PlanError
    from territory_manager.layers.plan_file import save_plan_as

    path = save_plan_as(session, tmp_path / "linked.gpkg", link_units=True)
    session.close()
    project.clear()
    (tmp_path / "here" / "southeast.gpkg").unlink()
    with pytest.raises(PlanError, match=r"southeast\.gpkg"):
        opened(path, project)
    assert not project.mapLayers() and not project.layerTreeRoot().children()


def test_the_session_goes_on_with_the_new_file(session, project, tmp_path):
    from territory_manager.layers.plan_file import move_to, save_plan_as

    ids = set(project.mapLayers())
    alignment = who_has_what(session)
    path = save_plan_as(session, tmp_path / "plan.gpkg", name="Another")
    move_to(session, path, name="Another")
    assert set(project.mapLayers()) == ids
    assert session.layer.source().startswith(str(path))
    assert who_has_what(session) == alignment
    old = tmp_path / "here" / "southeast.gpkg"
    words = "SELECT unit_id, current_terr, entwurf_b FROM units ORDER BY unit_id"
    before = query(old, words)
    session.assign(session.fids_of("TN")[5:9], "GA")
    assert session.layer.commitChanges()
    assert query(old, words) == before
    assert query(path, words) != before
    assert query(path, "SELECT count(*) FROM journal") == [(len(session.journal.table()),)]
    stored = dict(query(path, "SELECT key, value FROM territory_manager_plan"))
    assert json.loads(stored["settings"])["plans"][0]["name"] == "Another"


def test_a_duplicate_is_another_plan(session, project, tmp_path):
    from territory_manager.layers.plan import read_plans
    from territory_manager.layers.plan_file import save_plan_as

    path = save_plan_as(session, tmp_path / "copy.gpkg", name="Copy", fresh=True)
    copy = opened(path, project).session
    assert copy.settings.name == "Copy"
    assert len({plan.plan_id for plan in read_plans(project)}) == 2
    before = who_has_what(session)
    copy.assign(copy.fids_of("TN")[4:9], "GA")
    assert copy.layer.commitChanges()
    assert who_has_what(session) == before
    copy.close()


def test_the_same_file_twice_is_one_plan(session, project, tmp_path):
    from territory_manager.layers.plan import read_plans
    from territory_manager.layers.plan_file import save_plan_as

    path = save_plan_as(session, tmp_path / "plan.gpkg", fresh=True)
    first = opened(path, project).session
    first.close()
    layers = set(project.mapLayers())
    second = opened(path, project).session
    assert set(project.mapLayers()) == layers
    assert len(read_plans(project)) == 2
    second.close()


def test_the_file_is_kept_up_to_date_but_not_for_nothing(session, project, tmp_path):
    from territory_manager.layers.plan_file import move_to, save_plan_as
    from territory_manager.layers.plan_store import read_entries

    path = save_plan_as(session, tmp_path / "plan.gpkg")
    move_to(session, path)
    session.keeper.refresh()
    before = path.read_bytes()
    assert not session.keeper.refresh()
    assert project.write(str(tmp_path / "project.qgz"))
    assert path.read_bytes() == before
    session.set_tolerance(12.5)
    assert path.read_bytes() == before
    assert project.write()
    assert '"tolerance": 12.5' in read_entries(path)["settings"]


def test_edits_that_are_not_saved_are_in_the_way(session, tmp_path):
    from territory_manager.layers.plan import PlanError
    from territory_manager.layers.plan_file import save_plan_as

    session.assign(session.fids_of("TN")[5:9], "GA")
    with pytest.raises(PlanError, match="Units"):
        save_plan_as(session, tmp_path / "plan.gpkg")
    session.layer.rollBack()


def test_cancelled_or_refused_nothing_is_left(session, tmp_path, monkeypatch):
    from territory_manager.layers.plan import PlanError
    from territory_manager.layers.plan_file import save_plan_as

    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "plan.gpkg").write_text("something else")
    assert save_plan_as(session, folder / "plan.gpkg", cancelled=lambda: True) is None
    assert [each.name for each in folder.iterdir()] == ["plan.gpkg"]
    assert (folder / "plan.gpkg").read_text() == "something else"
    (folder / "a file").write_text("")
    with pytest.raises(PlanError, match="could not be written"):
        save_plan_as(session, folder / "a file" / "plan.gpkg")
    with pytest.raises(PlanError, match="in use"):
        save_plan_as(session, tmp_path / "here" / "southeast.gpkg")
    if os.geteuid() != 0:
        folder.chmod(0o500)
        with pytest.raises(PlanError, match="could not be written"):
            save_plan_as(session, folder / "other.gpkg")
        folder.chmod(0o700)


def test_a_plan_in_a_folder_that_cannot_be_written_opens(session, project, tmp_path):
    from territory_manager.layers.plan_file import save_plan_as

    folder = tmp_path / "read only"
    folder.mkdir()
    path = save_plan_as(session, folder / "plan.gpkg")
    alignment = who_has_what(session)
    session.close()
    project.clear()
    path.chmod(0o400)
    folder.chmod(0o500)
    try:
        again = opened(path, project).session
        assert who_has_what(again) == alignment
        again.close()
        project.clear()
    finally:
        folder.chmod(0o700)


def rewritten(path, **entries):
    for key, value in entries.items():
        value = value.replace("'", "''")
        query(path, f"UPDATE territory_manager_plan SET value = '{value}' WHERE key = '{key}'")
    return path


def test_a_newer_schema_is_refused_with_words(session, project, tmp_path):
    from territory_manager.layers.plan import PlanError
    from territory_manager.layers.plan_file import save_plan_as

    path = rewritten(save_plan_as(session, tmp_path / "plan.gpkg"), schema="99")
    with pytest.raises(PlanError, match=r"newer Territory Manager \(schema 99"):
        opened(path, project)
    with pytest.raises(PlanError, match="damaged"):
        opened(rewritten(path, schema="3", settings="{"), project)


@pytest.mark.parametrize("version", [1, 2, 3])
def test_what_older_versions_stored_opens(session, project, tmp_path, version):
    """The settings of every old schema, in a file that has the tables they name."""
    from territory_manager.layers.plan_file import save_plan_as

    path = save_plan_as(session, tmp_path / "plan.gpkg")
    session.close()
    project.clear()
    old = json.loads((FIXTURES / f"plans_schema_{version}.json").read_text(encoding="utf-8"))
    old["plans"] = old["plans"][:1]
    old["plans"][0].update(layer_id="layer://units", territory_field="current_terr", measures=["pop_2019"])
    old["plans"][0].update(weights=None, accounts_layer=None, boundaries_layer=None, account_measures={})
    rewritten(path, schema=str(version), settings=json.dumps(old))
    again = opened(path, project).session
    assert again.settings.name == old["plans"][0]["name"]
    assert again.settings.tolerance == old["plans"][0]["tolerance"]
    again.close()


def test_what_holds_no_plan_is_said(project, sample_path, tmp_path):
    from territory_manager.layers.plan import PlanError

    (tmp_path / "text.gpkg").write_text("no database")
    for path in (sample_path, tmp_path / "text.gpkg"):
        with pytest.raises(PlanError, match="holds no plan"):
            opened(path, project)
    with pytest.raises(PlanError, match="no file"):
        opened(tmp_path / "nowhere.gpkg", project)


def test_layers_of_one_name_and_odd_fields(project, tmp_path):
    """Two memory layers called alike, feature ids from nowhere, a text field that is called fid."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

    from territory_manager.layers.opening import open_session
    from territory_manager.layers.plan_file import save_plan_as

    units = QgsVectorLayer("Polygon?crs=EPSG:3035&field=FID:string&field=territory:string", "Daten", "memory")
    accounts = QgsVectorLayer("Point?crs=EPSG:3035&field=fid:double", "Daten", "memory")
    for number in range(12):
        feature = QgsFeature(units.fields())
        left = 4e6 + 1000 * number
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 3e6, left + 1000, 3.001e6)))
        feature.setAttributes([f"Gemeinde {number % 5}", "Größe" if number % 2 else "日本"])
        units.dataProvider().addFeatures([feature])
        point = QgsFeature(accounts.fields())
        point.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(left + 500, 3.0005e6)))
        point.setAttributes([0.5 * number])
        accounts.dataProvider().addFeatures([point])
    units.dataProvider().deleteFeatures([3, 4])
    project.addMapLayers([units, accounts])
    session = open_session(units, "territory", accounts=accounts)
    session.lock(units=[9, 11])
    before, alignment = said(session), who_has_what(session)
    path = save_plan_as(session, tmp_path / "plan.gpkg")
    session.close()
    project.clear()
    again = opened(path, project).session
    assert said(again) == before
    assert who_has_what(again) == alignment
    assert {feature["FID"] for feature in again.layer.getFeatures()} == {f"Gemeinde {n}" for n in range(5)}
    assert {feature["fid"] for feature in again.followers.accounts.layer.getFeatures()} >= {0.5, 5.5}
    assert not again.journal.why_not
    again.close()
