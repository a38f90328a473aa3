"""The layer with the borders of levels: it follows the plan, and goes where the plan goes."""

import shutil

import pytest

pytest.importorskip("pandas")
pytest.importorskip("qgis.core")

from qgis.core import QgsFillSymbol, QgsVectorLayer
from qgis.PyQt.QtCore import QEventLoop, QTimer


@pytest.fixture
def session(project, sample_path, tmp_path):
    """The sample's plan: East has NC and SC, West has GA and TN; both are in the US."""
    from territory_manager.layers.levels import Level
    from territory_manager.layers.opening import open_session

    folder = tmp_path / "here"
    folder.mkdir()
    shutil.copyfile(sample_path, folder / "southeast.gpkg")
    units = QgsVectorLayer(f"{folder / 'southeast.gpkg'}|layername=units", "Units", "ogr")
    project.addMapLayer(units)
    session = open_session(units, "current_terr", ["pop_2019"], name="Southeast")
    session.followers.levels.use(
        [
            Level("Region", ("East", "West"), {"NC": "East", "SC": "East", "GA": "West", "TN": "West"}),
            Level("Country", ("US",), {"East": "US", "West": "US"}),
        ]
    )
    yield session
    session.close()


@pytest.fixture
def layer(session):
    session.followers.borders.draw()
    until(lambda: not session.followers.borders.busy)
    return session.followers.borders.layer


def until(ready, timeout=20_000):
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if ready() else None)
    timer.start(20)
    QTimer.singleShot(timeout, loop.quit)
    loop.exec()
    assert ready()


def settle(session):
    until(lambda: not session.followers.borders.busy)


def drawn(layer):
    """Group → (feature id, in the units of the map, squared)."""
    return {f["name"]: (f.id(), round(f.geometry().area(), 2)) for f in layer.getFeatures()}


def strokes(layer):
    """(colour, width) of each class, the uppermost level first."""
    classes = layer.renderer().categories()
    outlines = [(one.symbol(), one.symbol().symbolLayer(0)) for one in classes]
    return [(outline.strokeColor().name(), outline.strokeWidth()) for _symbol, outline in outlines]


def areas(session, layer):
    """Group → in the units of the map, squared as the plan has it, measured as the layer is."""
    found = {}
    for number, level in enumerate(session.followers.levels.all):
        for group in level.groups:
            units = session.layer.getFeatures(session.followers.levels.fids_of(group, number))
            found[group] = sum(unit.geometry().area() for unit in units)
    return found


def in_step(session, layer):
    wanted = {name: area for name, area in areas(session, layer).items() if area}
    return {name: area for name, (_fid, area) in drawn(layer).items()} == pytest.approx(wanted, abs=0.02)


def test_only_groups_that_changed_are_drawn_again(session, layer):
    assert in_step(session, layer)
    before = drawn(layer)
    session.assign(session.fids_of("GA")[:30], "TN")
    settle(session)
    assert drawn(layer) == before, "West is what it was"
    session.assign(session.fids_of("GA")[:30], "SC")
    settle(session)
    after = drawn(layer)
    assert in_step(session, layer) and after["East"][1] > before["East"][1] + 0.5
    assert after["US"] == before["US"] and after["East"][0] != before["East"][0]
    session.layer.undoStack().undo()
    settle(session)
    assert in_step(session, layer) and drawn(layer)["East"][1] == before["East"][1]


def test_levels_that_change_are_drawn_and_the_users_style_stays(session, layer):
    from territory_manager.layers.levels import Level

    renderer = layer.renderer().clone()
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#ff0000"})
    renderer.updateCategorySymbol(0, symbol)
    layer.setRenderer(renderer)
    session.assign(session.fids_of("GA")[:30], "SC")
    settle(session)
    assert strokes(layer)[0][0] == "#ff0000"
    levels = session.followers.levels
    region, country = levels.all
    levels.use([Level("Area", region.groups, region.parents), country])
    settle(session)
    assert {f["level"] for f in layer.getFeatures()} == {"Area", "Country"}
    assert [one.label() for one in layer.renderer().categories()] == ["Country", "Area"]
    levels.use([])
    settle(session)
    assert layer.featureCount() == 0 and session.followers.borders.problems == []


def test_a_layer_that_is_edited_is_left_alone_and_told(session, layer):
    told = []
    session.problemsChanged.connect(lambda: told.append(session.problems))
    layer.startEditing()
    session.assign(session.fids_of("GA")[:30], "SC")
    settle(session)
    assert not in_step(session, layer)
    assert any("“Level borders” is being edited, so its borders do not follow" in one for one in told[-1])
    with pytest.raises(ValueError, match="being edited"):
        session.followers.borders.draw()
    layer.rollBack()
    settle(session)
    assert in_step(session, layer)
    assert session.followers.borders.problems == [] and not any("Level borders" in one for one in told[-1])


def test_drawing_that_is_cancelled_is_told_and_can_be_done_again(session, layer):
    session.assign(session.fids_of("GA")[:30], "SC")
    borders = session.followers.borders
    borders._timer.stop()
    borders._catch_up()
    borders._task.cancel()
    settle(session)
    if in_step(session, layer):
        pytest.skip("drawn before it could be cancelled")
    assert "was cancelled" in session.problems[-1]
    borders.draw()
    settle(session)
    assert in_step(session, layer) and borders.problems == []


def test_a_layer_that_cannot_be_written_is_told_once(session, layer, monkeypatch):
    from territory_manager.layers.level_borders import LevelBorders
    from territory_manager.layers.writing import WritingError

    tries = []

    def refuse(*_arguments):
        tries.append(True)
        raise WritingError("Layer “Level borders” cannot be written.")

    monkeypatch.setattr(LevelBorders, "_replace", refuse)
    session.assign(session.fids_of("GA")[:30], "SC")
    settle(session)
    assert session.followers.borders.problems == ["Layer “Level borders” cannot be written."]
    session.set_tolerance(7.0)
    settle(session)
    assert len(tries) == 1, "nothing is tried again until the borders are others"


def test_the_borders_go_where_the_plan_goes(session, layer, project, tmp_path):
    from territory_manager.layers.plan_file import open_plan_file, save_plan_as

    layer.setName("Regions of mine")
    before = drawn(layer)
    style = strokes(layer)
    path = save_plan_as(session, tmp_path / "copy.gpkg", name="Copy", fresh=True)
    session.close()
    project.clear()
    shutil.rmtree(tmp_path / "here")
    opened = open_plan_file(path, project)
    again = opened.session
    settle(again)
    copied = again.followers.borders.layer
    assert not opened.missing and copied is not None and copied.name() == "Regions of mine"
    assert str(path) in copied.source() and drawn(copied) == before, "nothing had to be drawn again"
    assert strokes(copied) == style
    assert copied.labelsEnabled()
    again.assign(again.fids_of("GA")[:30], "SC")
    settle(again)
    assert drawn(copied)["East"][1] > before["East"][1] + 0.5
    again.layer.rollBack()
    again.close()


def test_what_is_behind_when_a_plan_is_opened_is_drawn_and_the_project_stays_clean(session, layer, project):
    from territory_manager.layers.opening import reopen_session
    from territory_manager.layers.plan import read_plans

    session.assign(session.fids_of("GA")[:30], "SC")
    settle(session)
    session.close()
    # the edits are thrown away, but what was drawn of them is in the file
    session.layer.rollBack()
    (stored,) = read_plans(project)
    project.setDirty(False)
    again = reopen_session(stored, project)
    assert not in_step(again, layer)
    settle(again)
    assert in_step(again, layer) and not project.isDirty()
    again.close()


def test_a_layer_that_was_removed_is_not_missed(session, layer, project):
    project.removeMapLayer(layer.id())
    session.assign(session.fids_of("GA")[:30], "SC")
    settle(session)
    assert session.followers.borders.layer is None and session.followers.borders.problems == []
    session.followers.borders.draw()
    settle(session)
    fresh = session.followers.borders.layer
    assert fresh is not None and in_step(session, fresh)
