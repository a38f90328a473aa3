"""Levels of a plan: what regions have, live; borders that bind; where the groups come from."""

import shutil

import pytest

pytest.importorskip("pandas")
pytest.importorskip("shapely")


@pytest.fixture
def session(project, sample_path, tmp_path):
    """The sample's counties in eight territories, two in each of the four states."""
    from qgis.core import QgsVectorLayer

    from territory_manager.layers.opening import open_session

    path = tmp_path / "southeast.gpkg"
    shutil.copyfile(sample_path, path)
    layer = QgsVectorLayer(f"{path}|layername=units", "units", "ogr")
    project.addMapLayer(layer)
    state, west = {}, {}
    for feature in layer.getFeatures():
        state[feature.id()] = feature["state"]
        west.setdefault(feature["state"], []).append(
            (feature.geometry().centroid().asPoint().x(), feature.id())
        )
    session = open_session(layer, "terr", ["pop_2019"])
    for name, places in west.items():
        places.sort()
        half = len(places) // 2
        session.add_territory(f"{name} 1")
        session.add_territory(f"{name} 2")
        session.assign([fid for _x, fid in places[:half]], f"{name} 1")
        session.assign([fid for _x, fid in places[half:]], f"{name} 2")
    session.flush()
    yield session
    session.close()


@pytest.fixture
def levels(session):
    """States as the first level, North and South as the second."""
    from territory_manager.layers.levels import Level, parents_from_field

    parents, split = parents_from_field(session, "state")
    assert split == []
    states = ("GA", "NC", "SC", "TN")
    half = {"GA": "South", "SC": "South", "NC": "North", "TN": "North"}
    session.followers.levels.use(
        [Level("State", states, parents, tolerance=10.0), Level("Half", ("North", "South"), half)]
    )
    return session.followers.levels


def test_what_a_level_has_follows_every_edit(session, levels):
    table = levels.statistics(0).set_index("territory")
    own = session.statistics().set_index("territory")
    assert list(table.columns) == list(own.columns)
    assert table.loc["GA", "pop_2019"] == own.loc["GA 1", "pop_2019"] + own.loc["GA 2", "pop_2019"]
    assert table.loc["GA", "units"] == 159
    # eight equal targets: two of them are a quarter
    assert table.loc["GA", "pop_2019_dev"] == pytest.approx(
        100 * (4 * table.loc["GA", "pop_2019"] / table["pop_2019"].sum() - 1)
    )
    assert levels.balance(0).count == 4
    session.assign(session.fids_of("GA 2")[:40], "SC 1")
    after = levels.statistics(0).set_index("territory")
    assert after.loc["GA", "units"] == 119 and after.loc["SC", "units"] == 86
    halves = levels.statistics(1).set_index("territory")
    assert halves.loc["South", "units"] == 205 and halves.loc["North", "units"] == 195
    session.layer.undoStack().undo()
    assert levels.statistics(0).set_index("territory").loc["GA", "units"] == 159


def test_unassigned_units_are_in_no_group(session, levels):
    session.assign(session.fids_of("TN 1"), None)
    table = levels.statistics(0)
    assert table["territory"].tolist() == ["GA", "NC", "SC", "TN", None]
    assert sorted(levels.fids_of(None, 0)) == sorted(session.fids_of(None))


def test_members_are_found_through_all_levels(session, levels):
    assert levels.group_of("SC 2", 0) == "SC" and levels.group_of("SC 2", 1) == "South"
    assert levels.territories_in("North", 1) == ["NC 1", "NC 2", "TN 1", "TN 2"]
    assert len(levels.fids_of("South", 1)) == 205


def test_targets_add_up(session, levels):
    session.set_capacities({"GA 1": 3.0, **dict.fromkeys(["GA 2", "NC 1", "NC 2", "SC 1"], 1.0)})
    table = levels.statistics(0).set_index("territory")
    whole = table["pop_2019"].sum()
    usual = 7 / 5
    share = 4 / (7 + 3 * usual)
    wanted = 100 * (table.loc["GA", "pop_2019"] / (share * whole) - 1)
    assert table.loc["GA", "pop_2019_dev"] == pytest.approx(wanted)


def test_tolerance_is_the_levels_own(session, levels):
    assert levels.tolerance(0) == 10.0 and levels.tolerance(1) == 5.0
    assert levels.balance(0).in_tolerance == 0
    levels.set_tolerance(0, 40.0)
    assert levels.balance(0).in_tolerance == 4
    assert session.settings.tolerance == 5.0
    assert session.settings.levels[0]["tolerance"] == 40.0


def test_problems_name_group_deviation_and_tolerance(session, levels):
    words = [text for text in session.problems if text.startswith("State ")]
    assert len(words) == 4
    assert any("State GA has 28.4 % more than its target; ±10 % is allowed." in text for text in words)
    session.add_territory("New")
    assert any("In no group of level “State”: New" in text for text in session.problems)


def test_a_renamed_territory_stays_in_its_group(session, levels):
    session.rename_territory("GA 1", "Georgia West")
    session.flush()
    assert levels.group_of("Georgia West", 0) == "GA"
    session.layer.undoStack().undo()
    session.flush()
    assert levels.group_of("GA 1", 0) == "GA"


def test_a_level_needs_names_of_its_own(session, levels):
    from territory_manager.layers.levels import Level
    from territory_manager.layers.plan import PlanError

    for wrong, words in (
        ([Level("")], "needs a name"),
        ([Level("A"), Level("A")], "a level “A” already"),
        ([Level("A", ("x", "x"))], "each its own"),
        ([Level("A", tolerance=-1.0)], "0 % or more"),
    ):
        with pytest.raises(PlanError, match=words):
            levels.use(wrong)
    assert [level.name for level in levels.all] == ["State", "Half"]


def test_levels_are_stored_with_the_plan(session, levels, project):
    from territory_manager.layers.plan import read_plans

    session.close()
    (plan,) = read_plans(project)
    assert [level["name"] for level in plan.levels] == ["State", "Half"]
    assert plan.levels[0]["tolerance"] == 10.0 and plan.levels[0]["parents"]["GA 1"] == "GA"


def test_groups_have_colors_that_stay(session, levels):
    colors = levels.colors(0)
    assert list(colors) == ["GA", "NC", "SC", "TN"] and len(set(colors.values())) == 4
    session.assign(session.fids_of("GA 2")[:10], "SC 1")
    assert levels.colors(0) == colors


def test_the_rep_of_a_group_is_whom_its_reps_report_to(session, levels, project):
    from qgis.core import QgsFeature

    from territory_manager.layers.reps_layer import add_reps_layer

    session.set_rep("GA 1", "Ada")
    session.set_rep("GA 2", "Ben")
    session.set_rep("SC 1", "Cara")
    layer = add_reps_layer(session, project)
    layer.startEditing()
    boss = QgsFeature(layer.fields())
    boss["rep"], boss["role"] = "Dora", "manager"
    layer.addFeature(boss)
    for feature in layer.getFeatures():
        if feature["rep"] in ("Ada", "Ben"):
            layer.changeAttributeValue(feature.id(), layer.fields().lookupField("manager"), "Dora")
    session.flush()
    table = levels.statistics(0).set_index("territory")
    assert table.loc["GA", "rep"] == "Dora" and table.loc["SC", "rep"] is None


# borders that bind
@pytest.fixture
def bound(session, levels):
    from dataclasses import replace

    first, second = levels.all
    levels.use([replace(first, bind=True), second])
    return session


def test_nothing_is_assigned_across_a_border_that_binds(bound):
    ga, sc = bound.fids_of("GA 2")[:3], bound.fids_of("SC 1")[:2]
    assert not bound.assign(ga, "SC 1")
    assert "The border between GA and SC binds" in bound.refusal
    assert bound.assign([*ga, *sc], "SC 2")
    assert {bound.territory_of(fid) for fid in sc} == {"SC 2"}
    assert {bound.territory_of(fid) for fid in ga} == {"GA 2"}
    assert bound.assign(ga, "GA 1") and bound.refusal == ""
    # what is nobody's may go anywhere, and everything may be unassigned
    assert bound.assign(ga, None) and bound.assign(ga, "SC 1")


def test_what_was_decided_elsewhere_is_not_stopped_by_a_border(bound):
    ga = bound.fids_of("GA 2")[:3]
    of = bound.live.territory_of
    assert bound.locks.allowed(ga, of, "SC 1").units == ga
    stopped = bound.locks.allowed(ga, of, "SC 1", borders=True)
    assert stopped.units == [] and stopped.refused and (stopped.crossed, stopped.area) == (("GA",), "SC")


def test_a_higher_level_binds_only_at_its_own_border(session, levels):
    from dataclasses import replace

    first, second = levels.all
    levels.use([first, replace(second, bind=True)])
    assert session.assign(session.fids_of("GA 2")[:3], "SC 1")
    assert not session.assign(session.fids_of("GA 1")[:3], "TN 2")
    assert "North and South" in session.refusal or "South and North" in session.refusal


def test_a_painting_stroke_stops_at_the_border(bound):
    from territory_manager.gui.stroke import Stroke

    stroke = Stroke(bound, "SC 1")
    live = bound.live
    ga, sc = live.positions(bound.fids_of("GA 2")[:3]), live.positions(bound.fids_of("SC 2")[:2])
    taken = stroke.add([*ga, *sc])
    assert sorted(taken) == sorted(sc.tolist())
    assert stroke.warnings()[0].text == "the border of GA binds"
    stroke = Stroke(bound, None)
    assert len(stroke.add(ga)) == 3


def test_suggestions_stay_inside(bound):
    from territory_manager.layers.levels import bound_areas
    from territory_manager.layers.suggesting import Question

    areas = bound_areas(bound.settings)
    question = Question.of(bound)
    moves = question.best_moves(10)
    assert moves
    for suggestion in moves:
        for unit, _from, to in suggestion.moves:
            fid = int(question.fids[unit])
            assert areas[bound.territory_of(fid)] == areas[question.problem.targets.territories[to]]


def test_a_rebalance_stays_inside_and_balances_every_state(bound):
    from territory_manager.layers.levels import bound_areas
    from territory_manager.layers.rebalancing import RebalanceOptions, Rebalancing

    before = {
        fid: bound_areas(bound.settings)[bound.territory_of(fid)] for fid in bound.live.alignment.units.ids
    }
    question = Rebalancing(bound, RebalanceOptions(steps=3))
    choices = question.work()
    best = choices[-1]
    assert best.feasible and best.moved_units > 0
    question.apply(best)
    areas = bound_areas(bound.settings)
    assert {fid: areas[bound.territory_of(fid)] for fid in before} == before
    table = bound.statistics().set_index("territory")["pop_2019"]
    for state in ("GA", "NC", "SC", "TN"):
        pair = table[[f"{state} 1", f"{state} 2"]]
        assert (abs(2 * pair / pair.sum() - 1) <= 0.05 + 1e-9).all()


def test_an_empty_territory_is_used_in_a_rebalance_and_none_is_invented(bound):
    from territory_manager.layers.levels import bound_areas
    from territory_manager.layers.rebalancing import RebalanceOptions, Rebalancing

    bound.add_territory("Spare")
    bound.flush()
    names = list(bound.settings.territories)
    ids = bound.live.alignment.units.ids.tolist()
    state = {fid: bound_areas(bound.settings)[bound.territory_of(fid)] for fid in ids}
    question = Rebalancing(bound, RebalanceOptions(steps=3))
    assert question.names == names
    best = question.work()[-1]
    question.apply(best)
    assert bound.settings.territories == names
    areas, levels = bound_areas(bound.settings), bound.followers.levels
    assert bound.fids_of("Spare") and areas["Spare"] == "GA"
    assert {fid: areas[bound.territory_of(fid)] for fid in ids} == state
    bound.layer.undoStack().undo()
    bound.flush()
    assert not bound.fids_of("Spare") and levels.group_of("Spare", 0) is None
    assert bound.settings.territories == names


def test_a_build_gives_an_empty_territory_to_a_state_before_it_makes_new_ones(bound):
    from territory_manager.layers.build_preparation import NUMBER, BuildOptions, prepare

    bound.add_territory("Spare")
    bound.flush()
    names = list(bound.settings.territories)
    assert prepare(bound, BuildOptions(NUMBER, number=9)).names == names
    more = prepare(bound, BuildOptions(NUMBER, number=10))
    assert more.names == [*names, "T01"]
    assert {more.areas.owners["Spare"], more.areas.owners["T01"]} == {"GA", "NC"}


def test_a_build_solves_every_state_by_itself(bound):
    from territory_manager.layers.build_preparation import NUMBER, BuildOptions, apply, prepare
    from territory_manager.layers.levels import bound_areas

    ids = bound.live.alignment.units.ids.tolist()
    state = {fid: bound_areas(bound.settings)[bound.territory_of(fid)] for fid in ids}
    preparation = prepare(bound, BuildOptions(NUMBER, number=8, time_limit=20))
    solution = preparation.solve()
    assert solution.feasible, solution.message
    assert "within each of the 4 areas" in solution.message
    # two territories a state, but Georgia has twice the people of South Carolina
    assert "Against the plan's own targets the largest deviation is 3" in solution.message
    assert apply(bound, preparation, solution)
    areas = bound_areas(bound.settings)
    assert {fid: areas[bound.territory_of(fid)] for fid in ids} == state
    assert bound.balance().extra_pieces == 0


def test_a_build_with_more_territories_gives_them_to_the_heavy_states(bound):
    from territory_manager.layers.build_preparation import NUMBER, BuildOptions, apply, prepare

    preparation = prepare(bound, BuildOptions(NUMBER, number=10, time_limit=10))
    solution = preparation.solve()
    apply(bound, preparation, solution)
    levels = bound.followers.levels
    counts = {state: len(levels.territories_in(state, 0)) for state in ("GA", "NC", "SC", "TN")}
    assert counts == {"GA": 3, "NC": 3, "SC": 2, "TN": 2}
    assert levels.territories_in("GA", 0)[:2] == ["GA 1", "GA 2"]
    bound.layer.undoStack().undo()
    bound.flush()
    assert len(bound.settings.territories) == 8
    assert {state: len(levels.territories_in(state, 0)) for state in counts} == dict.fromkeys(counts, 2)


def test_a_build_says_what_it_cannot_do_where_borders_bind(bound):
    from territory_manager.layers.build_preparation import FEWEST, NUMBER, BuildOptions, prepare

    with pytest.raises(ValueError, match="3 territories are wanted, but there are 4 areas"):
        prepare(bound, BuildOptions(NUMBER, number=3))
    with pytest.raises(ValueError, match="State binds"):
        prepare(bound, BuildOptions(FEWEST, maximum={"pop_2019": 5e6}))


def test_one_territory_per_rep_inside_the_state_that_is_home(session, levels, project, sample_path, tmp_path):
    from dataclasses import replace

    from qgis.core import QgsVectorLayer

    from territory_manager.layers.build_preparation import REPS, BuildOptions, apply, prepare

    reps = QgsVectorLayer(f"{tmp_path / 'southeast.gpkg'}|layername=reps", "reps", "ogr")
    project.addMapLayer(reps)
    session.followers.reps.use(reps)
    levels.use([replace(levels.all[0], bind=True)])
    with pytest.raises(ValueError, match="There is no territory for SC"):
        prepare(session, BuildOptions(REPS, reps=reps))
    # nobody lives in South Carolina: it and Georgia are one
    parents = {name: "GA" if group == "SC" else group for name, group in levels.all[0].parents.items()}
    levels.use([replace(levels.all[0], groups=("GA", "NC", "TN"), parents=parents, bind=True)])
    preparation = prepare(session, BuildOptions(REPS, reps=reps, time_limit=10, tolerance=10))
    solution = preparation.solve()
    apply(session, preparation, solution)
    assert sorted(levels.territories_in("TN", 0)) == ["Lindqvist", "Nguyen", "Okafor"]
    assert sorted(levels.territories_in("GA", 0)) == ["Kowalski", "Moreau"]


# where groups come from
def test_groups_from_a_field_say_which_territories_it_would_cut(session):
    from territory_manager.layers.levels import parents_from_field
    from territory_manager.layers.plan import PlanError

    session.assign(session.fids_of("GA 2")[:5], "SC 1")
    parents, split = parents_from_field(session, "state")
    assert parents["SC 1"] == "SC" and split == ["SC 1"]
    with pytest.raises(PlanError, match="no field “region”"):
        parents_from_field(session, "region")


def test_groups_from_a_table():
    from territory_manager.layers.levels import levels_from_table

    rows = [
        ("A", "West", "US"),
        ("B", "West", "US"),
        ("C", "East", "US"),
        ("C", "West", None),
        ("Z", "East", "CA"),
    ]
    found, words = levels_from_table(rows, ["Region", "Country"], ["A", "B", "C", "D"])
    assert [level.name for level in found] == ["Region", "Country"]
    assert found[0].parents == {"A": "West", "B": "West", "C": "East", "Z": "East"}
    assert found[1].parents == {"West": "US", "East": "US"} and found[0].groups == ("West", "East")
    assert any("“C” is in “East” already, not in “West”" in text for text in words)
    assert any("no territory “Z”" in text for text in words)
    assert any("“East” is in “US” already, not in “CA”" in text for text in words)
    assert words[-1] == "Not in the table: D."


def test_territories_become_balanced_groups(session, levels):
    from territory_manager.layers.level_groups import GroupQuestion

    question = GroupQuestion(session, levels.all, 0, ["East", "West"], 5.0)
    solution = question.work()
    assert solution.feasible, solution.message
    made = question.levels(solution)
    levels.use(made)
    balance = levels.balance(0)
    assert levels.all[0].groups == ("East", "West") and balance.in_tolerance == 2
    assert balance.extra_pieces == 0
    # the level above lost its groups' members: they are told, not guessed
    assert any("In no group of level “Half”: East, West" in words for words in session.problems)
