"""Workload, utilisation and performance of a plan: they follow every edit, and say what is missing."""

import numpy as np
import pytest

pytest.importorskip("pandas")
pytest.importorskip("shapely")
pytest.importorskip("qgis.core")

from qgis.core import QgsField
from qgis.PyQt.QtCore import QVariant
from standins.work_plans import REPS, add_accounts, add_homes, add_units, at, square


@pytest.fixture
def layers(project):
    return {"units": add_units(project), "accounts": add_accounts(project), "homes": add_homes(project)}


@pytest.fixture
def plan(layers):
    from territory_manager.layers.opening import open_session

    session = open_session(layers["units"], "territory", ["size"], reps=REPS)
    yield session
    session.close()


def settings(layers, **more):
    from territory_manager.layers.work_settings import WorkSettings

    return WorkSettings(
        accounts_layer=layers["accounts"].id(),
        calls_field="calls",
        minutes_field="minutes",
        homes_layer=layers["homes"].id(),
        homes_field="rep",
        hours_field="hours",
        values={
            "potential": ("units", "potential"),
            "sales": ("accounts", "sales"),
            "previous": ("units", "last_year"),
            "quota": ("reps", "quota"),
        },
        **more,
    )


def counted_anew(session):
    """The numbers of a fresh count of what the layers hold now."""
    from territory_manager.layers.live_workload import LiveWorkload
    from territory_manager.layers.work_settings import WorkSettings

    fresh = LiveWorkload(session)
    fresh.begin(WorkSettings.from_dict(session.settings.workload))
    table, hours = fresh.table(), fresh.unit_hours()
    fresh.stop()
    return table, hours


def assert_same(session):
    session.flush()
    work = session.followers.work
    expected, hours = counted_anew(session)
    found = work.table()
    assert set(found) == set(expected)
    for name, column in expected.items():
        np.testing.assert_allclose(found[name], column, rtol=1e-9, err_msg=name)
    np.testing.assert_allclose(work.unit_hours(), hours, rtol=1e-9)


def test_nothing_is_counted_until_somebody_says_how(plan):
    work = plan.followers.work
    assert not work.is_on and work.columns() == () and work.table() == {}
    assert list(work.joined(plan.statistics()).columns) == list(plan.statistics().columns)


def test_numbers_by_hand(plan, layers):
    work = plan.followers.work
    work.use(settings(layers))
    table, names = work.table(), plan.alignment.territories
    north = names.index("North")
    inside = [
        feature
        for feature in layers["accounts"].getFeatures()
        if feature.hasGeometry()
        and any(
            unit["territory"] == "North" and unit.geometry().contains(feature.geometry())
            for unit in layers["units"].getFeatures()
        )
    ]
    calls = sum(feature["calls"] for feature in inside)
    assert table["accounts"][north] == len(inside)
    assert table["calls"][north] == calls
    assert table["call_hours"][north] == pytest.approx(calls * 45 / 60)
    assert table["sales"][north] == sum(feature["sales"] for feature in inside)
    assert table["capacity_hours"][north] == 1600 * 0.75
    assert table["capacity_hours"][names.index("South")] == 800 * 0.75
    assert table["quota"][names.index("East")] == 6000, "a home is matched by the name of the territory, too"
    assert table["attainment"][north] == pytest.approx(100 * table["sales"][north] / 5000)
    hours = table["call_hours"] + table["travel_hours"]
    np.testing.assert_allclose(table["workload_hours"], hours)
    assert table["utilisation"][north] == pytest.approx(100 * hours[north] / 1200)
    assert np.isnan(table["utilisation"][-1]), "nobody has no capacity"


def test_the_algorithm_says_the_same(plan, layers, qgis_app):
    import processing

    plan.followers.work.use(settings(layers))
    result = processing.run(
        "territorymanager:workload",
        {
            "ACCOUNTS": layers["accounts"],
            "CALLS_FIELD": "calls",
            "MINUTES_FIELD": "minutes",
            "INPUT": layers["units"],
            "TERRITORY_FIELD": "territory",
            "OUTPUT": "memory:",
            "STATISTICS": "memory:",
        },
    )
    rows = {row["territory"]: row for row in result["STATISTICS"].getFeatures()}
    # the algorithm was not told of the homes, so neither is the plan
    homeless = settings(layers)
    homeless.homes_layer = None
    plan.followers.work.use(homeless)
    table = plan.followers.work.table()
    for label, name in enumerate(plan.alignment.territories):
        for column in ("accounts", "calls", "call_hours", "travel_hours", "workload_hours"):
            assert table[column][label] == pytest.approx(rows[name][column]), (name, column)


def edits(session, layers, choose):
    """One edit after another of all kinds, by whoever."""
    units, accounts, homes = layers["units"], layers["accounts"], layers["homes"]
    for layer in (accounts, homes):
        layer.startEditing()
    names = [*session.settings.territories, None]

    def some(layer):
        return int(choose.choice([feature.id() for feature in layer.getFeatures()]))

    def assign():
        fids = [some(units) for _ in range(3)]
        session.assign(fids, names[choose.integers(len(names))])

    def undo():
        units.undoStack().undo()

    def new_value():
        name = ["calls", "minutes", "sales"][choose.integers(3)]
        index = accounts.fields().lookupField(name)
        value = [None, 0.0, 3.0, 20.0, -1.0][choose.integers(5)]
        accounts.changeAttributeValue(some(accounts), index, value)

    def move():
        accounts.changeGeometry(some(accounts), at(choose.uniform(0, 7), choose.uniform(0, 4)))

    def add():
        from qgis.core import QgsFeature

        feature = QgsFeature(accounts.fields())
        feature.setGeometry(at(choose.uniform(0, 6), choose.uniform(0, 4)))
        feature.setAttributes(["new", "A", 4.0, 30.0, 50.0])
        accounts.addFeature(feature)

    def delete():
        accounts.deleteFeature(some(accounts))

    def take_back():
        accounts.undoStack().undo()

    def reshape():
        x, y = choose.integers(0, 6), choose.integers(0, 4)
        units.changeGeometry(some(units), square(x, y))

    def unit_value():
        units.changeAttributeValue(some(units), units.fields().lookupField("potential"), 5000.0)

    def drop_unit():
        units.deleteFeature(some(units))

    def move_home():
        homes.changeGeometry(some(homes), at(choose.uniform(0, 6), choose.uniform(0, 4)))

    def save():
        accounts.commitChanges(False)

    kinds = (assign, assign, assign, undo, new_value, move, add, delete, take_back, reshape, unit_value)
    kinds += (drop_unit, move_home, save)
    while True:
        yield kinds[choose.integers(len(kinds))]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_edited_the_numbers_are_those_of_a_fresh_count(plan, layers, seed):
    plan.followers.work.use(settings(layers))
    for _, edit in zip(range(30), edits(plan, layers, np.random.default_rng(seed))):
        edit()
        assert_same(plan)


def test_units_can_be_what_is_called_on(plan, layers):
    from territory_manager.layers.work_settings import WorkSettings

    plan.followers.work.use(WorkSettings(calls_field="size", default_minutes=30.0))
    table = plan.followers.work.table()
    assert table["accounts"].sum() == 24 and table["calls"].sum() == 24
    assert table["call_hours"].sum() == pytest.approx(12)
    assert (table["travel_hours"][:3] > 0).all()
    units = layers["units"]
    units.startEditing()
    units.changeAttributeValue(5, units.fields().lookupField("size"), 10.0)
    assert_same(plan)
    assert plan.followers.work.table()["calls"].sum() == 33


def test_a_preview_is_what_the_stroke_does(plan, layers):
    work = plan.followers.work
    work.use(settings(layers))
    before = work.table()
    fids = plan.fids_of("North")[:3]
    after = work.preview_of(plan.stroke(fids, "East"))
    assert after["utilisation"][0] != before["utilisation"][0]
    np.testing.assert_allclose(work.table()["utilisation"], before["utilisation"])
    plan.assign(fids, "East")
    for name, column in work.table().items():
        np.testing.assert_allclose(column, after[name], rtol=1e-9, err_msg=name)


def test_a_preview_of_a_proposal_is_what_it_does(plan, layers):
    """Units on their way to several territories at once, and to nobody."""
    from territory_manager.layers.proposal import Proposal

    work = plan.followers.work
    work.use(settings(layers))
    north, east = plan.fids_of("North")[:3], plan.fids_of("East")[:1]
    proposal = Proposal(plan, {north[0]: "East", north[1]: None, east[0]: "North"}, "Moves")
    after = work.preview_of(proposal)
    assert after["utilisation"][0] != work.table()["utilisation"][0]
    assert proposal.apply()
    for name, column in work.table().items():
        np.testing.assert_allclose(column, after[name], rtol=1e-9, err_msg=name)


def test_a_preview_that_takes_long_waits_until_the_hand_rests(plan, layers, monkeypatch):
    from territory_manager.layers import live_workload

    work = plan.followers.work
    work.use(settings(layers))
    monkeypatch.setattr(live_workload, "_BUDGET", 0.0)
    ready = []
    work.previewReady.connect(lambda: ready.append(True))
    stroke = plan.stroke(plan.fids_of("North")[:3], "East")
    assert work.preview_of(stroke) is None
    work._compute_waiting()
    assert ready
    after = work.preview_of(stroke)
    assert not work._timer.isActive() and work._waiting is None, "what is there is not computed again"
    plan.assign(stroke.units, "East")
    np.testing.assert_allclose(work.table()["utilisation"], after["utilisation"])


def test_segments_stand_in_for_accounts_without_numbers(plan, layers):
    chosen = settings(layers, segment_field="segment", segments={"A": (24, 60), "B": (12, 30)})
    chosen.calls_field = chosen.minutes_field = None
    plan.followers.work.use(chosen)
    table = plan.followers.work.table()
    accounts = list(layers["accounts"].getFeatures())
    of = {"A": 24, "B": 12, "C": 0}
    assert table["calls"].sum() == sum(of[one["segment"]] for one in accounts)
    assert any("not in" in words or "no calls and minutes" in words for words in plan.problems)
    assert any("C" in words for words in plan.problems)


def test_a_rep_with_two_territories_has_one_capacity(plan, layers):
    plan.followers.work.use(settings(layers))
    plan.set_rep("South", "Ann")
    table, names = plan.followers.work.table(), plan.alignment.territories
    for name in ("North", "South"):
        assert table["capacity_hours"][names.index(name)] == 600
        assert table["quota"][names.index(name)] == 2500


def test_the_reps_of_the_plan_have_homes_hours_and_quotas(layers):
    from territory_manager.layers.opening import open_session

    session = open_session(layers["units"], "territory", ["size"], reps=REPS, reps_layer=layers["homes"])
    chosen = settings(layers)
    chosen.homes_layer = chosen.homes_field = chosen.hours_field = None
    del chosen.values["quota"]
    session.followers.work.use(chosen)
    table, names = session.followers.work.table(), session.alignment.territories
    assert table["capacity_hours"][names.index("South")] == 800 * 0.75
    assert table["quota"][names.index("North")] == 5000
    assert session.followers.work.homes.count == 3
    session.close()


# what is missing
def problems_of(plan, layers, **more):
    plan.followers.work.use(settings(layers, **more))
    return "\n".join(plan.problems)


def change(layer, fid, name, value):
    layer.dataProvider().changeAttributeValues({fid: {layer.fields().lookupField(name): value}})


def test_nulls_and_negative_numbers_are_told(plan, layers):
    accounts = layers["accounts"]
    change(accounts, 3, "calls", None)
    change(accounts, 4, "calls", -2.0)
    words = problems_of(plan, layers)
    assert "2 of “accounts” have no usable calls or minutes (features 3, 4)" in words
    assert "0 or more" in words
    assert "1 of “accounts” have no place" in words
    assert "1 of the accounts" in words or "2 of the accounts" in words


def test_text_that_is_no_number_is_told(plan, layers, project):
    from standins.work_plans import memory

    rows = [(at(1.5, 1.5), ["1,200"]), (at(2.5, 2.5), ["n/a"]), (at(1.5, 2.5), [None]), (at(3, 3), ["$800"])]
    layers["accounts"] = memory(project, "Point", "messy", ["sales:string"], rows)
    chosen = settings(layers)
    chosen.calls_field = chosen.minutes_field = None
    plan.followers.work.use(chosen)
    words = "\n".join(plan.problems)
    assert "1 values of “sales” in “messy” are no numbers (“n/a”)" in words
    assert "1 features of “messy” have nothing in “sales”" in words
    assert (
        plan.followers.work.table()["sales"][:3][np.isfinite(plan.followers.work.table()["sales"][:3])].sum()
        == 2000
    )


def test_zero_capacity_is_told_and_no_utilisation_made_up(plan, layers):
    change(layers["homes"], 2, "hours", 0.0)
    words = problems_of(plan, layers)
    assert "South have work but no capacity, so no utilisation" in words
    assert np.isnan(plan.followers.work.table()["utilisation"][plan.alignment.territories.index("South")])


def test_usual_hours_are_told_where_others_have_their_own(plan, layers):
    assert "No working hours are known" not in problems_of(plan, layers)
    change(layers["homes"], 2, "hours", None)
    words = problems_of(plan, layers)
    assert "No working hours are known for the reps of South: 1600 each are reckoned with" in words


def test_missing_homes_are_told(plan, layers):
    layers["homes"].dataProvider().deleteFeatures([2])
    assert "No home is known for South" in problems_of(plan, layers)
    plan.set_rep("North", "Zoe")
    plan.rename_territory("East", "Levant")
    plan.flush()
    assert "No name in field “rep” of “homes” (Ann, East) is that of a territory or its rep" in "\n".join(
        plan.problems
    )


def test_negative_sales_and_quotas_of_nothing_are_told(plan, layers):
    accounts = layers["accounts"]
    for feature in accounts.getFeatures():
        change(accounts, feature.id(), "sales", -5.0)
    change(layers["homes"], 1, "quota", 0.0)
    words = problems_of(plan, layers)
    assert "Sales are negative in" in words and "North" in words
    assert "Without a quota above 0, so without attainment: North." in words


def test_a_layer_that_goes_is_told(plan, layers, project):
    work = plan.followers.work
    work.use(settings(layers))
    assert work.table()["calls"].sum() > 0
    project.removeMapLayer(layers["accounts"].id())
    plan.flush()
    assert any("“accounts”" in words and "not in the project any more" in words for words in plan.problems)
    assert work.table()["calls"].sum() == 0


def test_a_field_keeps_its_meaning_when_it_is_renamed(plan, layers):
    work = plan.followers.work
    work.use(settings(layers))
    before = work.table()["calls"].sum()
    accounts = layers["accounts"]
    accounts.startEditing()
    accounts.renameAttribute(accounts.fields().lookupField("calls"), "visits")
    plan.flush()
    assert work.settings.calls_field == "visits"
    assert plan.settings.workload["calls_field"] == "visits"
    assert work.table()["calls"].sum() == before
    accounts.deleteAttribute(accounts.fields().lookupField("visits"))
    plan.flush()
    assert any("no field “visits” any more" in words for words in plan.problems)


def test_settings_are_stored_and_come_back_with_the_project(plan, layers, project):
    from territory_manager.layers.opening import reopen_session
    from territory_manager.layers.plan import read_plans

    plan.followers.work.use(settings(layers, reach=90.0, segments={"A": (24, None)}))
    table = plan.followers.work.table()
    plan.close()
    (stored,) = read_plans(project)
    again = reopen_session(stored, project)
    assert again.followers.work.settings.reach == 90.0
    assert again.followers.work.settings.segments == {"A": (24, None)}
    np.testing.assert_allclose(again.followers.work.table()["utilisation"], table["utilisation"])
    again.followers.work.use(None)
    assert again.settings.workload == {} and not again.followers.work.is_on
    again.close()


def test_numbers_that_make_no_sense_are_told(plan, layers):
    words = problems_of(plan, layers, detour=0.5)
    assert "detour factor must be 1 or more" in words
    assert not plan.followers.work.is_on and plan.followers.work.table() == {}


def test_exported_columns_have_names_of_their_own(plan, layers):
    plan.followers.work.use(settings(layers))
    plan.set_measures(["sales"])
    frame = plan.followers.work.exported(plan.statistics())
    assert {"workload_hours", "utilisation", "sales", "sales_2"} <= set(frame.columns)
    assert len(set(frame.columns)) == len(frame.columns)


@pytest.fixture
def shared(layers):
    """The same plan with key accounts: territory KEY has no units but every fourth account, South has two
    of North's, and one of KEY's has no place."""
    from territory_manager.layers.opening import open_session

    accounts = layers["accounts"]
    accounts.startEditing()
    accounts.addAttribute(QgsField("owner", QVariant.String))
    place = accounts.fields().lookupField("owner")
    for feature in accounts.getFeatures():
        fid = feature.id()
        if fid % 4 == 1 or fid in (2, 3):
            accounts.changeAttributeValue(fid, place, "KEY" if fid % 4 == 1 else "South")
    accounts.commitChanges()
    names = ["North", "South", "East", "KEY"]
    session = open_session(
        layers["units"], "territory", ["size"], territories=names, reps=REPS, accounts=accounts
    )
    session.followers.accounts.use_rules({"owner_field": "owner", "off_map": ["KEY"]})
    session.flush()
    yield session
    session.close()


def test_coverage_agrees_with_utilisation_whoever_has_an_account(shared, layers):
    work = shared.followers.work
    for more in ({"smoothing": 0}, {"smoothing": 2}):
        work.use(settings(layers, **more))
        found, table = work.coverage(), work.table()
        by_name = work.coverage_of_territories(found)
        np.testing.assert_allclose(by_name["workload_hours"], table["workload_hours"])
        np.testing.assert_allclose(by_name["capacity_hours"][:-1], table["capacity_hours"][:-1])
        np.testing.assert_allclose(by_name["coverage"][:-1] * table["utilisation"][:-1], 100.0**2)
    key = shared.alignment.territories.index("KEY")
    assert shared.fids_of("KEY") == [] and table["workload_hours"][key] > 0
    assert any(unit < 0 and owner == key for unit, owner in zip(work.source.unit_of, found.territory))
    # what lies in a unit is its work whoever does it; what lies in none is in no unit
    inside = work.source.unit_of >= 0
    assert found.need.sum() == pytest.approx(found.asked[inside].sum())
    assert found.need.sum() < found.asked.sum()
    layer, fids = work.called_on("KEY")
    assert layer is layers["accounts"] and all(fid % 4 == 1 for fid in fids) and len(fids) == 15


def test_coverage_follows_owners_and_borders_as_utilisation_does(shared, layers):
    work, accounts = shared.followers.work, layers["accounts"]
    work.use(settings(layers))
    accounts.startEditing()
    place = accounts.fields().lookupField("owner")
    edits = (
        lambda: accounts.changeAttributeValue(5, place, None),
        lambda: accounts.changeAttributeValue(6, place, "KEY"),
        lambda: shared.assign(shared.fids_of("North")[:3], "South"),
        lambda: accounts.undoStack().undo(),
        lambda: accounts.changeAttributeValue(7, accounts.fields().lookupField("minutes"), None),
    )
    for edit in edits:
        edit()
        shared.flush()
        table = work.coverage_of_territories(work.coverage())
        np.testing.assert_allclose(table["workload_hours"], work.table()["workload_hours"])
    assert_same(shared)


def test_the_algorithm_covers_accounts_of_owners_as_the_plan_does(shared, layers, qgis_app):
    import processing

    work = shared.followers.work
    chosen = settings(layers, smoothing=1, reach=60.0, reach_in_km=True)
    work.use(chosen)
    hours = processing.run(
        "territorymanager:workload",
        {
            "ACCOUNTS": layers["accounts"],
            "CALLS_FIELD": "calls",
            "MINUTES_FIELD": "minutes",
            "INPUT": layers["units"],
            "TERRITORY_FIELD": "territory",
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    # the hours are those of the plan, so that only what is done with them is compared
    rows = dict(zip(work.source.ids, work._current().hours.tolist()))
    place = hours.fields().lookupField("workload_hours")
    ids = sorted(rows)
    changes = {
        feature.id(): {place: None if np.isnan(rows[fid]) else rows[fid]}
        for feature, fid in zip(hours.getFeatures(), ids)
    }
    assert hours.dataProvider().changeAttributeValues(changes)
    result = processing.run(
        "territorymanager:coverage",
        {
            "INPUT": layers["units"],
            "TERRITORY_FIELD": "territory",
            "ACCOUNTS": hours,
            "ACCOUNT_WORKLOAD_FIELD": "workload_hours",
            "ACCOUNT_TERRITORY_FIELD": "owner",
            "TERRITORIES": named_homes(layers["homes"]),
            "TERRITORY_NAME_FIELD": "rep",
            "CAPACITY_FIELD": "hours",
            "REACH": 60.0,
            "REACH_UNIT": 1,
            "OUTPUT": "memory:",
            "OUTPUT_TERRITORIES": "memory:",
        },
    )
    found = work.coverage()
    smooth = [feature["coverage"] for feature in result["OUTPUT"].getFeatures()]
    np.testing.assert_allclose([float(one) if one is not None else np.nan for one in smooth], found.smooth)
    table = work.coverage_of_territories(found)
    rows = {row["territory"]: row for row in result["OUTPUT_TERRITORIES"].getFeatures()}
    assert rows["KEY"]["units"] == 0
    for label, name in enumerate(shared.alignment.territories):
        for column in ("workload_hours", "capacity_hours", "coverage", "reps_missing"):
            assert rows[name][column] == pytest.approx(table[column][label]), (name, column)
    assert result["COVERAGE"] == pytest.approx(found.percent)


def named_homes(homes):
    """The homes by the names of the territories, as the algorithm wants them."""
    copy = homes.clone()
    copy.startEditing()
    for fid, name in ((1, "North"), (2, "South")):
        copy.changeAttributeValue(fid, copy.fields().lookupField("rep"), name)
    return copy


def test_coverage_and_what_would_fix_it(plan, layers):
    work = plan.followers.work
    work.use(settings(layers, smoothing=0))
    found = work.coverage()
    table, names = work.coverage_of_territories(found), plan.alignment.territories
    hours, capacity = work.table()["workload_hours"], work.table()["capacity_hours"]
    placed = work.unit_hours().sum()
    assert found.need.sum() == pytest.approx(placed)
    for label in range(len(names)):
        assert table["coverage"][label] == pytest.approx(100 * capacity[label] / hours[label])
        assert table["reps_missing"][label] == pytest.approx((hours[label] - capacity[label]) / 1200)
    work.use(settings(layers, smoothing=0, reach=1.0, reach_in_km=True))
    assert np.nansum(work.coverage().supplied) < found.supplied.sum()
    assert all(0 <= place.unit < 24 for place in work.candidates(work.coverage()))
    white, labels = work.white_space(), plan.alignment.labels
    for label in range(len(names)):
        assert white[labels == label].sum() == pytest.approx(work.table()["white_space"][label])
