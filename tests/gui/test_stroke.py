"""The stroke under way: always what the session would foresee, and words that say so."""

import shutil

import numpy as np
import pytest

pytest.importorskip("pandas")
pytest.importorskip("shapely")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def session(qgis_app, sample_path, tmp_path_factory):
    from qgis.core import QgsProject, QgsVectorLayer

    from territory_manager.layers.opening import open_session

    path = tmp_path_factory.mktemp("stroke") / "southeast.gpkg"
    shutil.copy(sample_path, path)
    layer = QgsVectorLayer(f"{path}|layername=units", "Units", "ogr")
    QgsProject.instance().addMapLayer(layer)
    found = open_session(layer, "current_terr", ["pop_2019"], reps={"GA": "Vega", "SC": "Okafor"})
    yield found
    found.close()
    QgsProject.instance().clear()


def same(left, right):
    assert left["territory"].tolist() == right["territory"].tolist()
    for name in ("units", "pop_2019", "index_dev", "area_km2", "perimeter_km", "pieces"):
        assert np.allclose(left[name].astype(float), right[name].astype(float), equal_nan=True), name


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.booleans(), st.lists(st.integers(0, 399), max_size=40)), max_size=6),
    st.sampled_from(["GA", "SC", None]),
)
def test_whatever_is_touched_and_let_off_again_it_is_what_the_session_foresees(session, steps, target):
    from territory_manager.gui.stroke import Stroke

    stroke = Stroke(session, target)
    for replaces, units in steps:
        if replaces:
            stroke.replace(units)
        else:
            stroke.add(units)
    same(stroke.statistics, session.preview(stroke.units, target))
    assert set(session.alignment.labels[stroke.positions]) <= {0, 1, 2, 3} | {-1}


def test_a_filter_and_locks_keep_units_out(session):
    from territory_manager.gui.stroke import Stroke

    everyone = range(session.alignment.units.n)
    session.lock(units=session.fids_of("GA")[:5])
    try:
        stroke = Stroke(session, "SC", "GA")
        stroke.add(everyone)
        assert len(stroke) == len(session.fids_of("GA")) - 5
        assert len(stroke.locked) == 5
        assert stroke.touched == {"GA", "SC"}
        assert stroke.warnings()[0].text == "5 units are locked"
    finally:
        session.unlock(units=session.locked_units)


def test_a_locked_target_takes_nothing(session):
    from territory_manager.gui.stroke import Stroke
    from territory_manager.gui.stroke_words import of_stroke

    session.lock(territories=["SC"])
    try:
        stroke = Stroke(session, "SC")
        stroke.add(range(20))
        assert len(stroke) == 0
        assert of_stroke(stroke, session, 0).alarm == "SC is locked"
    finally:
        session.unlock(territories=["SC"])


def test_a_rep_who_loses_much_is_named(session):
    from territory_manager.gui.stroke import Stroke
    from territory_manager.gui.stroke_words import of_stroke

    stroke = Stroke(session, "SC")
    stroke.add(session.live.positions(session.fids_of("GA")[:60]))
    texts = [warning.text for warning in stroke.warnings()]
    assert any(text.startswith("Vega loses 60 units, ") and text.endswith("of pop_2019") for text in texts)
    words = of_stroke(stroke, session, -1, forbid=True)
    if any(warning.breaks for warning in stroke.warnings()):
        assert words.alarm.endswith("not allowed")


def loses(stroke):
    return [warning.text for warning in stroke.warnings() if " loses " in warning.text]


def test_giving_back_is_no_loss(session):
    from territory_manager.gui.stroke import Stroke

    taken = session.fids_of("GA")[:60]
    session.assign(taken, "SC")
    try:
        back = Stroke(session, "GA")
        back.add(session.live.positions(taken))
        assert loses(back) == []
        # all of South Carolina goes along: only what was Okafor's before is his loss
        back.add(session.live.positions(session.fids_of("SC")))
        [words] = loses(back)
        assert words.startswith("Okafor loses 46 units, ")
    finally:
        session.layer.rollBack()
        session.flush()


def test_words_of_one_unit_of_many_and_of_none(session):
    from territory_manager.gui.stroke import Stroke
    from territory_manager.gui.stroke_words import of_stroke

    stroke = Stroke(session, None)
    assert of_stroke(stroke, session, -1).lines == ()
    inside = int(session.live.positions(session.fids_of("GA"))[0])
    assert of_stroke(stroke, session, inside).lines[0].endswith(": GA")
    stroke.add([inside])
    assert of_stroke(stroke, session, inside).lines[0].endswith(": GA \u2192 Unassigned")
    stroke.add(range(400))
    first, second = of_stroke(stroke, session, inside).lines
    assert first == "400 units: 4 territories \u2192 Unassigned"
    assert second.count("\u2192") == 2


@pytest.mark.parametrize("cursor", [(5, 5), (795, 5), (5, 595), (795, 595), (400, 300)])
def test_the_label_stays_in_sight_and_off_what_is_painted(qgis_app, cursor):
    from qgis.PyQt.QtCore import QPoint, QRectF, QSize, QSizeF

    from territory_manager.gui.maptools.cursor_label import place

    x, y = cursor
    painted = np.array([[x - 3, y - 3, x + 200, y + 120]], dtype=float)
    box, _ = place(QSizeF(180, 50), QPoint(x, y), QSize(800, 600), painted)
    assert QRectF(0, 0, 800, 600).contains(box)
    assert not box.contains(x, y)
    if cursor == (400, 300):
        assert not box.intersects(QRectF(x - 3, y - 3, 203, 123))
