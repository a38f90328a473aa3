"""Scenarios on real layers: whatever is done in whichever of them, each keeps its own, numbers are right."""


import numpy as np
import pytest

pytest.importorskip("pandas")

from standins.edits import Editor, make_grid, same


@pytest.fixture
def layer(project, tmp_path):
    return make_grid(project, tmp_path)


@pytest.fixture
def session(layer):
    from territory_manager.layers.opening import open_session

    session = open_session(layer, "territory", ["pop", "sales"], weights=[2, 1], name="Grid")
    yield session
    session.close()


def column(layer, field):
    from territory_manager.layers.scenario_fields import column

    return column(layer, field)


def titles(session):
    return [scenario.title for scenario in session.scenarios]


def stored(project):
    from territory_manager.layers.plan import read_plans

    return read_plans(project)[0]


# -- one scenario
def test_a_plan_without_entries_has_one_scenario(session):
    assert session.settings.scenarios == {}
    assert [scenario.field for scenario in session.scenarios] == ["territory"]
    assert session.scenarios.current.title == session.scenarios.title_of("territory") == "territory"
    assert len(session.scenarios) == 1 and "territory" in session.scenarios


def test_looking_at_scenarios_changes_neither_settings_nor_project(session, project):
    project.setDirty(False)
    titles(session)
    session.scenarios.own("territory")
    session.scenarios.switch("territory")
    assert not project.isDirty()
    assert session.settings.scenarios == {}


# -- making one
def test_a_copy_is_one_undo_step_and_becomes_the_current_one(session, layer):
    before = column(layer, "territory")
    scenario = session.scenarios.add("Draft B", note="two reps less", author="Vega", effective="2027-01-01")
    assert scenario.field == session.territory_field == "draft_b"
    assert layer.undoStack().count() == 1
    assert layer.undoStack().undoText() == "New scenario Draft B"
    assert column(layer, "draft_b") == before
    found = session.scenarios.current
    assert (found.title, found.note, found.author, found.effective) == (
        "Draft B", "two reps less", "Vega", "2027-01-01"
    )  # fmt: skip
    assert found.created.endswith("Z") and found.created[:2] == "20"
    same(session)


def test_an_edit_of_the_copy_leaves_the_original_alone(session, layer):
    before = column(layer, "territory")
    session.scenarios.add("Draft B")
    session.assign(session.fids_of("T01")[:5], "T02")
    assert column(layer, "territory") == before
    assert column(layer, "draft_b") != before
    session.scenarios.switch("territory")
    assert session.fids_of("T01") == [fid for fid, name in before.items() if name == "T01"]
    same(session)


def test_an_empty_scenario_has_the_territories_but_nobody_has_anything(session):
    from territory_manager.layers.scenarios import EMPTY

    names = list(session.settings.territories)
    session.lock(territories=["T01"])
    session.scenarios.add("From scratch", EMPTY)
    assert session.settings.territories == names
    assert session.balance().unassigned == session.alignment.units.n
    assert session.locked_territories == frozenset()
    same(session)


def test_a_copy_of_another_field_has_the_territories_of_that_field(session):
    session.scenarios.add("By name", "name", switch=True)
    assert len(session.settings.territories) == 42
    assert session.territory_field == "by_name"
    same(session)


def test_a_field_that_is_there_can_be_a_scenario_without_a_copy(session, layer):
    session.scenarios.adopt("name", "Last year")
    assert not layer.isEditable()
    session.scenarios.switch("name")
    assert session.scenarios.current.title == "Last year"
    session.scenarios.switch("territory")
    session.scenarios.forget("name")
    assert titles(session) == ["territory"]
    assert layer.fields().lookupField("name") >= 0


@pytest.mark.parametrize("title", ["", "   ", "TERRITORY", "draft  b"])
def test_a_title_must_be_there_and_be_its_own(session, title):
    from territory_manager.layers.plan import PlanError

    session.scenarios.add("Draft B", switch=False)
    with pytest.raises(PlanError, match="title"):
        session.scenarios.add(title)
    assert len(session.scenarios) == 2


def test_names_of_fields_are_plain_and_free(session):
    fields = [session.scenarios.add(title).field for title in ("Süd – Ost", "Sud Ost", "2027", "Pop", "東")]
    assert fields == ["sud_ost", "sud_ost_2", "s_2027", "pop_2", "scenario"]


def test_a_field_of_a_thousand_names_is_no_alignment(project, sample_path):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    from territory_manager.layers.opening import open_session
    from territory_manager.layers.plan import PlanError

    layer = QgsVectorLayer("Point?crs=EPSG:3035&field=territory:string&field=street:string", "u", "memory")
    features = []
    for number in range(2100):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(number, number % 7)))
        feature.setAttributes([f"T0{number % 3}", f"Street {number}"])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    session = open_session(layer, "territory")
    try:
        with pytest.raises(PlanError, match="different values"):
            session.scenarios.adopt("street", "Streets")
        with pytest.raises(PlanError, match="no text field"):
            session.scenarios.adopt("nothing", "Nothing")
    finally:
        session.close()


def test_a_layer_that_cannot_be_edited_says_so_and_nothing_is_left(session, layer):
    from territory_manager.layers.plan import PlanError

    layer.setReadOnly(True)
    with pytest.raises(PlanError, match="read-only"):
        session.scenarios.add("Draft B")
    assert titles(session) == ["territory"]
    layer.setReadOnly(False)


# -- switching
def test_each_scenario_has_territories_reps_colours_locks_and_capacities_of_its_own(session):
    session.set_rep("T01", "Vega")
    session.lock(territories=["T02"], units=session.fids_of("T03")[:2])
    session.scenarios.add("Draft B")
    assert session.settings.reps == {"T01": "Vega"}
    assert session.locked_territories == {"T02"} and len(session.locked_units) == 2
    session.unlock(territories=["T02"])
    session.set_rep("T01", "Okafor")
    session.set_color("T01", "#123456")
    session.set_capacities({"T01": 3, "T02": 1})
    session.rename_territory("T02", "North")
    session.add_territory("T09")
    session.scenarios.switch("territory")
    assert session.settings.reps == {"T01": "Vega"}
    assert session.locked_territories == {"T02"}
    assert session.colors["T01"] != "#123456"
    assert session.settings.capacities == {}
    assert "North" not in session.settings.territories and "T09" not in session.settings.territories
    same(session)
    session.scenarios.switch("draft_b")
    assert session.settings.reps == {"T01": "Okafor"}
    assert session.colors["T01"] == "#123456"
    assert session.locked_territories == frozenset() and len(session.locked_units) == 2
    assert session.settings.capacities == {"T01": 3, "North": 1}
    assert {"North", "T09"} <= set(session.settings.territories)
    assert session.targets.territories == tuple(session.settings.territories)
    same(session)


def test_a_switch_tells_everybody_once_and_touches_nothing(session, layer):
    session.scenarios.add("Draft B")
    session.assign(session.fids_of("T01"), "T02")
    session.flush()
    steps = layer.undoStack().index()
    units, adjacency = session.alignment.units, session.alignment.adjacency
    heard = []
    for name in ("scenarioChanged", "territoriesChanged", "statisticsChanged", "locksChanged"):
        getattr(session, name).connect(lambda *_, name=name: heard.append(name))
    session.current_target = "T02"
    session.scenarios.switch("territory")
    assert heard == ["scenarioChanged", "territoriesChanged", "locksChanged", "statisticsChanged"]
    assert session.alignment.units is units and session.alignment.adjacency is adjacency
    assert layer.undoStack().index() == steps
    assert session.current_target == "T02"


def test_the_map_follows_and_keeps_what_was_done_to_the_legend(session, layer):
    from qgis.core import QgsCategorizedSymbolRenderer

    renderer = layer.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    row = renderer.categoryIndexForValue("T02")
    renderer.updateCategoryRenderState(row, False)
    session.scenarios.add("Draft B")
    renderer = layer.renderer()
    assert renderer.classAttribute() == "draft_b"
    shown = {c.value(): c.renderState() for c in renderer.categories()}
    assert shown == {"T01": True, "T02": False, "T03": True, "": True}


def test_a_theme_of_the_map_goes_with_the_scenario(session, layer):
    session.themes.choose("deviation")
    session.scenarios.add("Draft B")
    session.themes.update_now()
    assert "draft_b" in layer.renderer().classAttribute()
    session.scenarios.switch("territory")
    session.themes.update_now()
    assert "territory" in layer.renderer().classAttribute()
    session.themes.choose("territory")
    assert layer.renderer().classAttribute() == "territory"


def test_a_territory_stays_in_its_region_whatever_it_is_called_elsewhere(session, layer):
    from territory_manager.layers.levels import Level

    levels = session.followers.levels
    levels.use([Level("Region", ("West", "East"), {"T01": "West", "T02": "East", "T03": "East"})])
    session.scenarios.add("Draft B")
    session.rename_territory("T02", "North")
    assert levels.group_of("North", 0) == "East"
    session.scenarios.switch("territory")
    assert levels.group_of("T02", 0) == "East"
    layer.undoStack().undo()
    session.flush()
    assert levels.group_of("T02", 0) == "East"
    same(session)


def test_a_rep_who_gets_another_name_keeps_the_territories_of_all_scenarios(session):
    session.set_rep("T01", "Vega")
    session.scenarios.add("Draft B")
    session.set_rep("T02", "Vega")
    session.scenarios.switch("territory")
    session.scenarios.rename_rep("Vega", "Vega Ruiz")
    assert session.scenarios.own("draft_b")["reps"] == {"T01": "Vega Ruiz", "T02": "Vega Ruiz"}


def test_what_can_be_switched_to_is_checked(session):
    from territory_manager.layers.plan import PlanError

    with pytest.raises(PlanError, match="no scenario"):
        session.scenarios.switch("nothing")
    with pytest.raises(PlanError, match="no scenario"):
        session.scenarios.switch("name")
    assert session.scenarios.switch("territory") is False


# -- undo
def test_undo_of_making_one_goes_back_and_redo_brings_it_again(session, layer):
    session.scenarios.add("Draft B", note="why")
    session.assign(session.fids_of("T01")[:3], "T02")
    layer.undoStack().undo()
    layer.undoStack().undo()
    session.flush()
    assert session.territory_field == "territory"
    assert titles(session) == ["territory"]
    same(session)
    layer.undoStack().redo()
    layer.undoStack().redo()
    session.flush()
    assert titles(session) == ["territory", "Draft B"]
    assert session.territory_field == "territory"
    session.scenarios.switch("draft_b")
    assert session.scenarios.current.note == "why"
    same(session)


def test_undo_of_an_edit_in_another_scenario_changes_that_one_and_is_told(session, layer):
    session.assign(session.fids_of("T01")[:4], "T02")
    session.scenarios.add("Draft B")
    layer.commitChanges(False)
    session.assign(session.fids_of("T01")[:3], "T03")
    assert layer.undoStack().undoText() == "Assign to T03 (Draft B)"
    session.scenarios.switch("territory")
    here = column(layer, "territory")
    told = []
    session.editedElsewhere.connect(lambda field, count: told.append((field, count)))
    layer.undoStack().undo()
    session.flush()
    assert told == [("draft_b", 3)]
    assert column(layer, "territory") == here
    same(session)
    session.scenarios.switch("draft_b")
    assert column(layer, "draft_b") == here
    same(session)


def test_undo_of_a_rename_made_elsewhere_changes_that_scenario_only(session, layer):
    session.scenarios.add("Draft B")
    session.rename_territory("T01", "North")
    session.set_rep("North", "Vega")
    session.scenarios.switch("territory")
    layer.undoStack().undo()
    session.flush()
    assert session.settings.territories == ["T01", "T02", "T03"]
    own = session.scenarios.own("draft_b")
    assert own["territories"] == ["T01", "T02", "T03"]
    assert own["reps"] == {"T01": "Vega"}
    assert session.settings.reps == {}
    layer.undoStack().redo()
    session.flush()
    assert session.settings.territories == ["T01", "T02", "T03"]
    assert session.scenarios.own("draft_b")["territories"] == ["North", "T02", "T03"]
    same(session)
    session.scenarios.switch("draft_b")
    assert session.settings.reps == {"North": "Vega"}
    same(session)


def test_undo_of_a_removal_made_elsewhere(session, layer):
    session.scenarios.add("Draft B")
    session.remove_territory("T02")
    session.scenarios.switch("territory")
    layer.undoStack().undo()
    session.flush()
    same(session)
    session.scenarios.switch("draft_b")
    assert session.settings.territories == ["T01", "T02", "T03"]
    assert session.settings.found == set()
    same(session)


def test_undo_of_a_build_made_elsewhere_leaves_number_and_capacities_of_this_one(session, layer):
    from types import SimpleNamespace

    from territory_manager.layers.build_preparation import BuildOptions, apply, prepare

    session.scenarios.add("Draft B")
    preparation = prepare(session, BuildOptions(number=4, tolerance=session.settings.tolerance))
    labels = np.arange(len(preparation.fids)) % 4
    assert apply(session, preparation, SimpleNamespace(labels=labels))
    assert session.settings.number == 4
    session.scenarios.switch("territory")
    assert session.settings.number is None
    layer.undoStack().undo()
    session.flush()
    assert session.settings.number is None
    assert session.settings.territories == ["T01", "T02", "T03"]
    assert session.scenarios.own("draft_b")["number"] is None
    session.scenarios.switch("draft_b")
    assert session.settings.territories == ["T01", "T02", "T03"]
    same(session)


def test_undo_of_capacities_does_not_reach_into_another_scenario(session):
    capacities = session.territories.capacities
    capacities.set_capacity("T01", 2.0)
    session.scenarios.add("Draft B")
    assert capacities.undo_text == ""
    capacities.undo()
    assert session.settings.capacities["T01"] == 2.0


# -- renaming, removing, archiving
def test_a_field_that_is_renamed_stays_the_same_scenario(session, layer):
    session.scenarios.add("Draft B")
    session.rename_territory("T01", "North")
    session.scenarios.switch("territory")
    session.scenarios.set_baseline("draft_b")
    layer.renameAttribute(layer.fields().lookupField("draft_b"), "b")
    session.flush()
    assert [s.field for s in session.scenarios] == ["territory", "b"]
    assert session.scenarios.baseline == "b"
    layer.renameAttribute(layer.fields().lookupField("territory"), "a")
    session.flush()
    assert [s.title for s in session.scenarios] == ["territory", "Draft B"]
    assert session.territory_field == "a"
    for _ in range(3):
        layer.undoStack().undo()
    session.flush()
    assert session.territory_field == "territory"
    assert session.scenarios.own("draft_b")["territories"] == ["T01", "T02", "T03"]
    same(session)


def test_delete_drops_the_field_and_undo_brings_everything_back(session, layer):
    session.scenarios.add("Draft B", note="why")
    session.assign(session.fids_of("T01")[:3], "T03")
    session.set_rep("T03", "Vega")
    values = column(layer, "draft_b")
    for saved in (False, True):
        if saved:
            assert layer.commitChanges(False)
        session.scenarios.remove("draft_b")
        assert layer.fields().lookupField("draft_b") < 0
        assert session.territory_field == "territory"
        assert titles(session) == ["territory"]
        same(session)
        layer.undoStack().undo()
        session.flush()
        assert titles(session) == ["territory", "Draft B"]
        session.scenarios.switch("draft_b")
        assert column(layer, "draft_b") == values
        assert session.settings.reps == {"T03": "Vega"}
        assert session.scenarios.current.note == "why"
        same(session)


def test_what_was_deleted_and_saved_is_forgotten(session, layer, project):
    session.scenarios.add("Draft B")
    layer.commitChanges()
    session.scenarios.remove("draft_b")
    assert "draft_b" in session.settings.scenarios
    layer.commitChanges()
    session.flush()
    assert "draft_b" not in session.settings.scenarios
    assert "draft_b" not in stored(project).scenarios
    assert session.scenarios.add("Draft B").field == "draft_b"
    assert layer.commitChanges()
    same(session)


def test_giving_up_the_edits_takes_a_new_scenario_away(session, layer, project):
    session.scenarios.add("Draft B")
    session.assign(session.fids_of("T01")[:3], "T03")
    session.flush()
    layer.rollBack()
    session.flush()
    assert titles(session) == ["territory"]
    assert session.territory_field == "territory"
    assert set(session.settings.scenarios) == {"territory"}
    assert stored(project).to_dict() == session.settings.to_dict()
    same(session)


def test_the_only_one_cannot_be_deleted_nor_the_current_one_archived(session):
    from territory_manager.layers.plan import PlanError

    with pytest.raises(PlanError, match="only scenario"):
        session.scenarios.remove("territory")
    with pytest.raises(PlanError, match="shown now"):
        session.scenarios.update("territory", archived=True)
    session.scenarios.add("Draft B", switch=False)
    assert session.scenarios.update("draft_b", archived=True).archived
    assert session.scenarios.of("draft_b").archived
    assert titles(session) == ["territory", "Draft B"]


def test_deleting_the_current_one_goes_back_to_where_one_came_from(session):
    session.scenarios.add("B")
    session.scenarios.add("C")
    session.scenarios.switch("b")
    session.scenarios.switch("c")
    session.scenarios.remove("c")
    assert session.territory_field == "b"


def test_details_are_changed_and_checked(session, project):
    from territory_manager.layers.plan import PlanError

    session.scenarios.update("territory", title="Now", effective="2026-01-01", approved=True)
    assert session.scenarios.title_of("territory") == "Now"
    with pytest.raises(PlanError, match="no date"):
        session.scenarios.update("territory", effective="tomorrow")
    assert stored(project).scenarios["territory"]["effective"] == "2026-01-01"
    session.scenarios.update("territory", effective="")
    assert session.scenarios.current.effective is None


# -- baseline
def test_a_scenario_as_baseline(session, layer):
    from territory_manager.layers.baseline import Baseline

    session.scenarios.add("Draft B")
    session.scenarios.set_baseline("territory")
    baseline = Baseline.of(session)
    assert baseline.title == "Scenario territory"
    moved = session.fids_of("T01")[:4]
    session.assign(moved, "T02")
    assert sorted(baseline.changed_fids()) == sorted(moved)
    session.scenarios.switch("territory")
    assert baseline.changed_fids() == []
    assert baseline.field in baseline.fields()
    session.scenarios.switch("draft_b")
    assert sorted(baseline.changed_fids()) == sorted(moved)
    session.scenarios.set_baseline(None)
    assert sorted(baseline.changed_fids()) == sorted(moved)


def test_each_scenario_knows_what_was_last_saved_of_it(session, layer):
    from territory_manager.layers.baseline import Baseline

    baseline = Baseline.of(session)
    session.scenarios.add("Draft B")
    assert baseline.changed_fids() == []
    layer.commitChanges(False)
    here = session.fids_of("T01")[:4]
    session.assign(here, "T02")
    session.rename_territory("T03", "South")
    session.scenarios.switch("territory")
    assert baseline.changed_fids() == []
    there = session.fids_of("T02")[:2]
    session.assign(there, "T01")
    assert sorted(baseline.changed_fids()) == sorted(there)
    session.scenarios.switch("draft_b")
    assert sorted(baseline.changed_fids()) == sorted(here)
    session.scenarios.switch("territory")
    layer.undoStack().undo()  # of "territory"
    layer.undoStack().undo()  # the rename in Draft B
    session.scenarios.switch("draft_b")
    assert sorted(baseline.changed_fids()) == sorted(here)
    layer.commitChanges()
    assert baseline.changed_fids() == []


# -- taking over
def test_merge_of_all_makes_them_equal_in_one_step(session, layer):
    from territory_manager.layers.scenario_merge import merge

    session.scenarios.add("Draft B")
    session.assign(session.fids_of("T01"), "T03")
    session.assign(session.fids_of("T02")[:3], "East")
    session.flush()
    session.set_rep("East", "Okafor")
    session.set_color("East", "#445566")
    session.scenarios.switch("territory")
    steps, before = layer.undoStack().index(), column(layer, "territory")
    taken = merge(session, "draft_b")
    assert layer.undoStack().index() == steps + 1
    assert layer.undoStack().undoText() == "Take over from Draft B (territory)"
    assert column(layer, "territory") == column(layer, "draft_b")
    assert taken.fresh == ("East",) and taken.locked == 0
    assert session.settings.reps["East"] == "Okafor" and session.colors["East"] == "#445566"
    same(session)
    layer.undoStack().undo()
    session.flush()
    assert column(layer, "territory") == before
    assert "East" not in session.settings.territories and session.settings.reps == {}
    same(session)


def test_merge_of_a_territory_gives_it_exactly_what_it_has_there(session):
    from territory_manager.layers.scenario_merge import merge

    session.scenarios.add("Draft B")
    gained, lost = session.fids_of("T02")[:3], session.fids_of("T01")[:2]
    session.assign(gained, "T01")
    session.assign(lost, "T03")
    session.assign(session.fids_of("T02")[:2], "T03")
    there = set(session.fids_of("T01"))
    session.scenarios.switch("territory")
    taken = merge(session, "draft_b", territories=["T01"])
    assert taken.units == len(gained) + len(lost)
    assert set(session.fids_of("T01")) == there
    same(session)


def test_merge_respects_locks_and_tells_them(session):
    from territory_manager.layers.scenario_merge import merge

    session.scenarios.add("Draft B")
    moved = session.fids_of("T01")[:4]
    session.assign(moved, "T02")
    session.assign(session.fids_of("T03")[:3], "T02")
    session.scenarios.switch("territory")
    session.lock(units=moved[:1], territories=["T03"])
    taken = merge(session, "draft_b")
    assert (taken.units, taken.locked_units, taken.locked_territories) == (3, 1, {"T03": 3})
    assert taken.locked == 4
    assert session.territory_of(moved[0]) == "T01"
    same(session)


def test_merge_obeys_planning_mode_and_takes_chosen_units_only(session):
    from territory_manager.layers.plan import PlanError
    from territory_manager.layers.scenario_merge import merge

    session.scenarios.add("Draft B")
    moved = session.fids_of("T01")[:4]
    session.assign(moved, "T02")
    session.scenarios.switch("territory")
    session.planning.switch(False)
    with pytest.raises(PlanError, match="Planning mode"):
        merge(session, "draft_b")
    session.planning.switch(True)
    assert merge(session, "draft_b", fids=[*moved[:2], 99999]).units == 2
    assert merge(session, "draft_b", fids=[]).units == 0


# -- comparing
def test_any_two_are_compared_with_the_function_of_the_algorithm(session, layer):
    import processing

    from territory_manager.layers.alignment_comparison import AlignmentComparison, sides

    session.scenarios.add("Draft B")
    session.assign(session.fids_of("T01")[:4], "T02")
    session.scenarios.add("Draft C")
    session.assign(session.fids_of("T03")[:3], None)
    known = {side.title: side for side in sides(session)}
    assert list(known) == ["territory", "Draft B", "Draft C", "Last saved state of Draft C"]
    for one, other in (("territory", "Draft B"), ("Draft B", "Draft C"), ("Draft C", "territory")):
        before, after = known[one], known[other]
        comparison = AlignmentComparison(session, before, after)
        found = processing.run(
            "territorymanager:comparealignments",
            {
                "INPUT": layer,
                "BEFORE_FIELD": before.field,
                "AFTER_FIELD": after.field,
                "MEASURES": ["pop", "sales"],
                "WEIGHTS": "2,1",
                "OUTPUT": "TEMPORARY_OUTPUT",
            },
        )
        assert comparison.found.moved_units == found["MOVED_UNITS"]
        assert comparison.found.disruption == pytest.approx(found["DISRUPTION"])
        rows = {f["feature_id"]: (f["from"] or None, f["to"] or None) for f in found["OUTPUT"].getFeatures()}
        assert set(comparison.fids) == set(rows)


def test_more_fields_are_added_up_without_changing_the_disruption(session):
    from territory_manager.layers.alignment_comparison import AlignmentComparison, sides

    session.scenarios.add("Draft B")
    moved = session.fids_of("T01")[:4]
    session.assign(moved, "T02")
    session.set_measures(["pop"])
    before, after = sides(session)[:2]
    plain = AlignmentComparison(session, before, after)
    more = AlignmentComparison(session, before, after, ["sales"])
    assert more.found.disruption == pytest.approx(plain.found.disruption)
    assert set(more.changed_amounts()) == {"units", "pop", "sales"}
    assert more.changed_amounts()["units"] == 4
    assert more.changed_amounts()["sales"] == sum(
        session.layer.getFeature(fid)["sales"] or 0 for fid in moved if session.layer.getFeature(fid)["sales"]
    )


def test_what_is_taken_over_goes_into_the_current_scenario(session):
    from territory_manager.layers.alignment_comparison import AlignmentComparison, sides
    from territory_manager.layers.plan import PlanError

    session.scenarios.add("Draft B")
    moved = session.fids_of("T01")[:4]
    session.assign(moved, "T02")
    now, b = sides(session)[:2]
    comparison = AlignmentComparison(session, now, b)
    assert comparison.source == now
    assert comparison.take_over(moved[:1]).units == 1
    assert session.territory_of(moved[0]) == "T01"
    session.scenarios.switch("territory")
    assert AlignmentComparison(session, now, b).source == b
    assert AlignmentComparison(session, now, b).take_over(comparison.fids).units == 3
    assert session.territory_of(moved[1]) == "T02" and session.territory_of(moved[0]) == "T01"
    session.scenarios.add("Draft C")
    with pytest.raises(PlanError, match="Switch to one"):
        AlignmentComparison(session, now, b).take_over(moved)


# -- the project
def test_settings_come_back_with_the_project_and_opening_leaves_it_clean(session, layer, project, tmp_path):
    from territory_manager.layers.opening import reopen_session

    session.set_rep("T01", "Vega")
    session.scenarios.add("Draft B", effective="2027-01-01")
    session.lock(territories=["T02"], units=session.fids_of("T01")[:2])
    session.rename_territory("T03", "South")
    assert layer.commitChanges()
    session.scenarios.switch("territory")
    expected = session.settings.to_dict()
    session.close()
    path = str(tmp_path / "plan.qgz")
    assert project.write(path)
    project.clear()
    assert project.read(path)
    settings = stored(project)
    assert settings.to_dict() == expected
    again = reopen_session(settings, project)
    try:
        assert titles(again) == ["territory", "Draft B"]
        assert not project.isDirty()
        again.scenarios.switch("draft_b")
        assert again.locked_territories == {"T02"} and len(again.locked_units) == 2
        assert again.settings.territories == ["T01", "T02", "South"]
        assert project.isDirty()
        same(again)
    finally:
        again.close()


def test_a_project_saved_with_a_scenario_that_was_not_opens_with_another(session, layer, project):
    from territory_manager.layers.opening import reopen_session

    session.scenarios.add("Draft B")
    settings = stored(project)
    assert settings.territory_field == "draft_b"
    session.close()
    layer.rollBack()
    project.setDirty(False)
    again = reopen_session(settings, project)
    try:
        assert again.territory_field == "territory"
        assert titles(again) == ["territory"]
        assert not project.isDirty()
        same(again)
    finally:
        again.close()


def test_opening_by_the_field_of_another_scenario_finds_the_plan(session, layer, project):
    from territory_manager.layers.opening import open_session

    session.scenarios.add("Draft B")
    layer.commitChanges()
    session.scenarios.switch("territory")
    plan = session.settings.plan_id
    session.close()
    again = open_session(layer, "draft_b", ["pop"])
    try:
        assert again.settings.plan_id == plan
        assert again.scenarios.current.title == "Draft B"
        assert len(again.scenarios) == 2
    finally:
        again.close()


def test_locked_units_of_other_scenarios_follow_new_feature_ids(session, layer):
    from qgis.core import QgsFeature
    from standins.edits import square

    session.scenarios.add("Draft B")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(square(4_020_000, 3_000_000))
    feature.setAttribute(layer.fields().lookupField("draft_b"), "T01")
    assert layer.addFeature(feature)
    session.flush()
    (fresh,) = [fid for fid in session.alignment.units.ids.tolist() if fid < 0]
    session.lock(units=[fresh])
    session.scenarios.switch("territory")
    assert layer.commitChanges()
    session.flush()
    session.scenarios.switch("draft_b")
    (locked,) = session.locked_units
    assert locked > 0 and session.territory_of(locked) == "T01"
    same(session)


def test_drawn_territories_have_no_scenarios_and_say_why(project):
    from qgis.core import QgsFeature, QgsVectorLayer
    from standins.edits import square

    from territory_manager.layers.opening import open_drawn_session
    from territory_manager.layers.plan import PlanError

    units = QgsVectorLayer("Polygon?crs=EPSG:3035&field=pop:double", "units", "memory")
    drawn = QgsVectorLayer("Polygon?crs=EPSG:3035&field=name:string", "drawn", "memory")
    for layer, values in ((units, [1.0]), (drawn, ["North"])):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(square(4_000_000, 3_000_000))
        feature.setAttributes(values)
        layer.dataProvider().addFeatures([feature])
        project.addMapLayer(layer)
    session = open_drawn_session(drawn, "name", units, ["pop"])
    try:
        assert not session.scenarios.available
        with pytest.raises(PlanError, match="drawn"):
            session.scenarios.add("Draft B")
    finally:
        session.close()


# -- at random
class ScenarioEditor(Editor):
    """An editor that also makes, switches, merges and removes scenarios."""

    def __init__(self, session, seed):
        super().__init__(session, seed)
        self.count = 0

    def attribute_table(self):
        """Values of any scenario, the shown one or not."""
        self.session.flush()
        fields = self.session.scenarios.fields()
        index = self.layer.fields().lookupField(fields[self.choose.integers(len(fields))])
        for fid in self.fids(3):
            self.layer.changeAttributeValue(fid, index, self.territory())

    def field_calculator(self):
        field = ["pop", "sales"][self.choose.integers(2)]
        index = self.layer.fields().lookupField(field)
        self.layer.beginEditCommand("calculator")
        for fid in self.fids(20):
            self.layer.changeAttributeValue(fid, index, float(self.choose.integers(1, 9)))
        self.layer.endEditCommand()

    def abandoned_command(self):
        self.layer.beginEditCommand("abandoned")
        index = self.layer.fields().lookupField(self.session.territory_field)
        for fid in self.fids(4):
            self.layer.changeAttributeValue(fid, index, self.territory())
        self.layer.destroyEditCommand()

    def other(self):
        fields = [name for name in self.session.scenarios.fields() if name != self.session.territory_field]
        return fields[self.choose.integers(len(fields))] if fields else None

    def new(self):
        self.session.flush()
        self.count += 1
        if len(self.session.scenarios) < 5:
            source = [None, "", self.other()][self.choose.integers(3)]
            self.session.scenarios.add(f"S {self.count}", source, switch=bool(self.choose.integers(3)))

    def switch(self):
        self.session.flush()
        if self.other():
            self.session.scenarios.switch(self.other())

    def merge(self):
        from territory_manager.layers.scenario_merge import merge

        self.session.flush()
        if self.other():
            names = [None, ["T01"], ["T02", None]][self.choose.integers(3)]
            merge(self.session, self.other(), self.fids(20), names)

    def delete_scenario(self):
        self.session.flush()
        if self.other():
            fields = self.session.scenarios.fields()
            self.session.scenarios.remove(fields[self.choose.integers(len(fields))])

    def remove(self):
        self.unlock()
        super().remove()

    def lock(self):
        self.session.flush()
        self.session.lock(units=self.fids(2))

    def unlock(self):
        self.session.unlock(units=self.session.locked_units)

    OFTEN = ("assign", "attribute_table", "switch", "undo", "redo", "merge", "rename")
    SELDOM = (
        "field_calculator", "abandoned_command", "remove", "new", "new", "delete_scenario", "lock", "unlock",
        "roll_back", "commit",
    )  # fmt: skip


def consistent(session, project):
    """Every scenario has the settings that its field calls for, and the project holds them."""
    same(session)
    settings = session.settings
    session.store()
    assert stored(project).to_dict() == settings.to_dict()
    assert "own" not in settings.scenarios.get(settings.territory_field, {})
    for scenario in session.scenarios:
        own = session.scenarios.own(scenario.field)
        assert set(own["found"]) <= set(own["territories"])
        assert len(own["territories"]) == len(set(own["territories"]))


@pytest.mark.parametrize("seed", range(16))
def test_after_any_sequence_the_numbers_are_those_of_a_fresh_computation(session, project, seed):
    editor = ScenarioEditor(session, seed)
    done = []
    for _ in range(45):
        done.append(editor.step())
        try:
            consistent(session, project)
        except AssertionError as error:
            raise AssertionError(f"after {done}") from error
    for field in session.scenarios.fields():
        session.scenarios.switch(field)
        consistent(session, project)


@pytest.mark.parametrize("seed", [*range(100, 106), 307, 315])
def test_edits_applied_together_and_all_of_them_undone(session, layer, project, seed):
    editor = ScenarioEditor(session, seed)
    editor.OFTEN = ("assign", "attribute_table", "switch", "merge", "rename")
    editor.SELDOM = ("new", "new", "remove", "delete_scenario")
    layer.startEditing()
    before = column(layer, "territory")
    done = [editor.step() for _ in range(25)]
    consistent(session, project)
    shown = {field: column(layer, field) for field in session.scenarios.fields()}
    while layer.undoStack().canUndo():
        layer.undoStack().undo()
        consistent(session, project)
    assert titles(session) == ["territory"], done
    assert column(layer, "territory") == before
    assert session.settings.territories == ["T01", "T02", "T03"], done
    while layer.undoStack().canRedo():
        layer.undoStack().redo()
        consistent(session, project)
    assert {field: column(layer, field) for field in session.scenarios.fields()} == shown, done
    for field in shown:
        session.scenarios.switch(field)
        consistent(session, project)


def test_a_switch_reads_neither_shapes_nor_neighbours(project, data_dir, tmp_path):
    import shutil

    from qgis.core import QgsVectorLayer

    from territory_manager.layers.opening import open_session

    path = tmp_path / "communes.gpkg"
    shutil.copyfile(data_dir / "france_communes.gpkg", path)
    layer = QgsVectorLayer(str(path), "communes", "ogr")
    project.addMapLayer(layer)
    session = open_session(layer, "dept", ["population"])
    try:
        adjacency, geometry = session.alignment.adjacency, session.alignment.units.geometry
        session.scenarios.add("Draft B")
        session.assign(session.fids_of("31"), "82")
        session.flush()
        for field in ("dept", "draft_b", "dept"):
            session.scenarios.switch(field)
            session.statistics()
            assert session.alignment.adjacency is adjacency
            assert session.alignment.units.geometry is geometry
        assert len(session.fids_of("31")) > 500
    finally:
        session.close()
