"""An alignment from outside: locks respected and told, new and empty territories, one undo step."""

import pytest

pytest.importorskip("qgis.core")

from territory_manager.layers.plan import PlanError


@pytest.fixture
def session(sample_session):
    return sample_session()


@pytest.fixture
def sample_session(project, sample_path, tmp_path):
    import shutil

    from qgis.core import QgsVectorLayer

    from territory_manager.layers.opening import open_session

    opened = []

    def make():
        path = tmp_path / "southeast.gpkg"
        shutil.copyfile(sample_path, path)
        layer = QgsVectorLayer(f"{path}|layername=units", "units", "ogr")
        project.addMapLayer(layer)
        opened.append(open_session(layer, "current_terr", ["pop_2019"]))
        return opened[-1]

    yield make
    for session in opened:
        session.close()


def incoming(session, wanted, reps=None):
    from territory_manager.layers.incoming import Incoming

    return Incoming(session, wanted, reps)


def test_one_undo_step_with_new_territories_and_reps(session):
    south = session.fids_of("SC")
    coming = incoming(
        session, {**dict.fromkeys(south, "Coast"), session.fids_of("GA")[0]: "GA"}, {"Coast": "Vega"}
    )
    assert (len(coming.moves), coming.same, coming.new) == (46, 1, ["Coast"])
    steps = session.layer.undoStack().count()
    assert coming.apply("Import")
    assert session.layer.undoStack().count() == steps + 1
    assert session.fids_of("Coast") == south
    assert session.settings.reps["Coast"] == "Vega"
    assert "Coast" in session.settings.territories and "Coast" not in session.settings.found
    session.layer.undoStack().undo()
    session.flush()
    assert session.settings.territories == ["GA", "NC", "SC", "TN"]
    assert "Coast" not in session.settings.reps
    assert session.fids_of("SC") == south
    session.layer.undoStack().redo()
    session.flush()
    assert session.fids_of("Coast") == south
    assert session.settings.reps["Coast"] == "Vega"


def test_locks_are_respected_and_told(session):
    first, *others = session.fids_of("SC")
    session.lock(units=[first], territories=["TN"])
    tennessee = session.fids_of("TN")[0]
    coming = incoming(session, {first: "GA", others[0]: "GA", others[1]: "TN", tennessee: "GA"})
    assert coming.moves == {others[0]: "GA"}
    assert "Locked units that stay: 1." in coming.refusal
    assert "TN" in coming.refusal
    coming.apply("Import")
    assert session.territory_of(first) == "SC"
    assert session.territory_of(tennessee) == "TN"
    assert session.territory_of(others[0]) == "GA"


def test_territories_left_empty_stay_or_go_as_wanted_and_come_back(session):
    wanted = dict.fromkeys(session.fids_of("SC"), "GA")
    coming = incoming(session, wanted)
    assert coming.emptied == ["SC"]
    coming.apply("Import")
    assert session.settings.territories == ["GA", "NC", "SC", "TN"]
    session.layer.undoStack().undo()
    session.flush()
    coming = incoming(session, wanted)
    coming.drop = True
    coming.apply("Import")
    assert session.settings.territories == ["GA", "NC", "TN"]
    assert list(session.statistics()["territory"])[:3] == ["GA", "NC", "TN"]
    session.layer.undoStack().undo()
    session.flush()
    assert session.settings.territories == ["GA", "NC", "SC", "TN"]
    assert len(session.fids_of("SC")) == 46


def test_territories_that_never_had_units_can_go_too_but_not_those_off_the_map(session):
    session.territories.add("T01")
    session.territories.add("Banks")
    session.settings.rules = {"off_map": ["Banks"]}
    coming = incoming(session, dict.fromkeys(session.fids_of("SC"), "Coast"))
    assert coming.emptied == ["SC", "T01"]
    coming.drop = True
    coming.apply("Import")
    assert set(session.settings.territories) == {"GA", "NC", "TN", "Coast", "Banks"}
    session.layer.undoStack().undo()
    session.flush()
    assert {"SC", "T01"} <= set(session.settings.territories)


def test_units_that_lose_theirs(session):
    fids = session.fids_of("SC")[:3]
    coming = incoming(session, dict.fromkeys(fids))
    assert coming.unassigned == 3
    coming.apply("Import")
    assert session.fids_of(None) == fids


def test_nothing_to_do_is_no_step(session):
    steps = session.layer.undoStack().count()
    coming = incoming(session, dict.fromkeys(session.fids_of("SC"), "SC"), {"Nowhere": "Vega"})
    assert coming.is_nothing
    assert not coming.apply("Import")
    assert session.layer.undoStack().count() == steps


def test_reps_alone(session):
    coming = incoming(session, {}, {"SC": "Vega"})
    assert coming.apply("Import")
    assert session.statistics().set_index("territory").loc["SC", "rep"] == "Vega"


def test_what_changed_meanwhile_is_not_overwritten(session):
    fids = session.fids_of("SC")[:3]
    coming = incoming(session, dict.fromkeys(fids, "GA"))
    session.lock(units=fids[:1])
    with pytest.raises(PlanError, match="changed meanwhile"):
        coming.apply("Import")
    assert session.territory_of(fids[1]) == "SC"
