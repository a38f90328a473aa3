"""Undo of a build takes back what it did to the settings, too, and nothing else."""

import shutil
from types import SimpleNamespace

import numpy as np
import pytest

pytest.importorskip("qgis.core")

from qgis.core import QgsVectorLayer


@pytest.fixture
def session(project, sample_path, tmp_path):
    from territory_manager.layers.opening import open_session

    path = tmp_path / "units.gpkg"
    shutil.copyfile(sample_path, path)
    layer = QgsVectorLayer(f"{path}|layername=units", "Units", "ogr")
    project.addMapLayer(layer)
    found = open_session(layer, "current_terr", ("pop_2019",), reps={"GA": "Vega"})
    found.set_capacities({"GA": 2, "NC": 1})
    yield found
    found.close()


def state(session):
    settings = session.settings
    return (
        list(settings.territories),
        settings.number,
        settings.tolerance,
        dict(settings.reps),
        dict(settings.capacities),
    )


def build(session, number=3, tolerance=9.0):
    """A build whose solver gives every third unit to the same territory."""
    from territory_manager.layers.build_preparation import BuildOptions, apply, prepare

    preparation = prepare(session, BuildOptions(number=number, tolerance=tolerance))
    preparation.reps = {"T01": "Okafor"}
    preparation.capacities = {"T01": 3.0, "T02": 1.0, "T03": 1.0}
    labels = np.arange(len(preparation.fids)) % number
    assert apply(session, preparation, SimpleNamespace(labels=labels))


def test_undo_brings_tolerance_reps_capacities_and_number_back(session):
    before = state(session)
    build(session)
    after = state(session)
    assert after == (
        ["T01", "T02", "T03"],
        3,
        9.0,
        {"GA": "Vega", "T01": "Okafor"},
        {"T01": 3.0, "T02": 1.0, "T03": 1.0},
    )
    shares = session.targets.shares.tolist()
    session.layer.undoStack().undo()
    session.flush()
    assert state(session) == before
    assert session.targets.territories == ("GA", "NC", "SC", "TN")
    assert session.targets.shares.tolist() == pytest.approx([2 / 6, 1 / 6, 0.25, 0.25])
    session.layer.undoStack().redo()
    session.flush()
    assert state(session) == after
    assert session.targets.shares.tolist() == shares


def test_undo_leaves_alone_what_was_changed_since(session):
    build(session)
    session.set_tolerance(2)
    session.set_rep("T01", "Rossi")
    session.layer.undoStack().undo()
    session.flush()
    assert session.settings.tolerance == 2
    assert session.settings.reps == {"GA": "Vega", "T01": "Rossi"}
    assert session.settings.capacities == {"GA": 2, "NC": 1}
    assert session.settings.number is None


def test_what_is_undone_is_stored_in_the_project(session, project):
    from territory_manager.layers.plan import read_plans

    build(session)
    session.layer.undoStack().undo()
    session.flush()
    assert read_plans(project)[0].to_dict() == session.settings.to_dict()
