"""What a session does beyond keeping its numbers: undo steps, locks, fields that go, layers that go."""


import pytest

pytest.importorskip("pandas")


@pytest.fixture
def layer(project, tmp_path):
    """A GeoPackage of 6 × 4 square units; T01 has the left half, T02 the right one."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorFileWriter, QgsVectorLayer

    memory = QgsVectorLayer(
        "Polygon?crs=EPSG:3035&field=name:string&field=territory:string&field=pop:double&field=code:integer",
        "units",
        "memory",
    )
    features = []
    for number in range(24):
        x, y = number % 6, number // 6
        feature = QgsFeature(memory.fields())
        box = QgsRectangle(4e6 + 1000 * x, 3e6 + 1000 * y, 4e6 + 1000 * (x + 1), 3e6 + 1000 * (y + 1))
        feature.setGeometry(QgsGeometry.fromRect(box))
        feature.setAttributes([f"unit {number}", "T01" if x < 3 else "T02", 10.0, number])
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "units"
    path = str(tmp_path / "units.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, path, project.transformContext(), options)
    layer = QgsVectorLayer(f"{path}|layername=units", "Units", "ogr")
    assert project.addMapLayer(layer)
    return layer


@pytest.fixture
def opened(layer):
    """Opens plans and closes them afterwards."""
    from territory_manager.layers.opening import open_session

    sessions = []

    def open_it(**more):
        arguments = {"territory_field": "territory", "measures": ["pop"], **more}
        sessions.append(open_session(arguments.pop("layer", layer), **arguments))
        return sessions[-1]

    yield open_it
    for session in sessions:
        session.close()


@pytest.fixture
def session(opened):
    return opened()


def units_of(session):
    table = session.statistics()
    return dict(zip(table["territory"], table["units"]))


def events():
    from qgis.PyQt.QtCore import QCoreApplication

    for _ in range(3):
        QCoreApplication.processEvents()


def heard(signal):
    calls = []
    signal.connect(lambda *arguments: calls.append(arguments))
    return calls


def categories(layer):
    return [category.value() for category in layer.renderer().categories()]


# one action, one undo step, one refresh


def test_an_assignment_is_one_undo_step(session, layer):
    fids = session.fids_of("T01")[:4]
    assert session.assign(fids, "T02")
    assert layer.undoStack().count() == 1
    assert layer.undoStack().text(0) == "Assign to T02"
    assert units_of(session) == {"T01": 8, "T02": 16}
    layer.undoStack().undo()
    assert units_of(session) == {"T01": 12, "T02": 12}
    layer.undoStack().redo()
    assert units_of(session) == {"T01": 8, "T02": 16}


def test_nothing_to_do_makes_no_undo_step(session, layer):
    assert not session.assign(session.fids_of("T01"), "T01")
    assert not session.assign([], "T01")
    assert not session.assign([123456], "T01")
    assert layer.undoStack().count() == 0
    assert not layer.isEditable()


def test_many_edits_are_one_refresh(session, layer):
    refreshed = heard(session.statisticsChanged)
    layer.startEditing()
    for fid in session.fids_of("T01"):
        layer.changeAttributeValue(fid, layer.fields().lookupField("territory"), "T02")
        layer.changeAttributeValue(fid, layer.fields().lookupField("pop"), 5.0)
    assert refreshed == []
    assert session.pending
    events()
    assert len(refreshed) == 1
    assert not session.pending


def test_edits_of_other_fields_refresh_nothing(session, layer):
    refreshed = heard(session.statisticsChanged)
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("name"), "another")
    events()
    assert refreshed == []


def test_flush_applies_at_once(session, layer):
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("territory"), None)
    refreshed = heard(session.statisticsChanged)
    session.flush()
    assert len(refreshed) == 1
    assert units_of(session) == {"T01": 11, "T02": 12, None: 1}
    events()
    assert len(refreshed) == 1


def test_assigning_works_within_an_edit_session_of_the_user(session, layer):
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("pop"), 99.0)
    session.assign([1], "T02")
    assert layer.undoStack().count() == 2
    layer.undoStack().undo()
    assert session.statistics()["pop"].sum() == 10 * 23 + 99


def test_assigning_while_another_command_is_open_is_refused(session, layer):
    from territory_manager.layers.plan import PlanError

    layer.startEditing()
    layer.beginEditCommand("something else")
    with pytest.raises(PlanError, match="under way"):
        session.assign([1], "T02")
    layer.destroyEditCommand()


# preview


def test_a_preview_is_what_the_assignment_then_gives(session, layer):
    import pandas as pd

    fids = session.fids_of("T01")[:3]
    stroke = session.stroke(fids, "T02")
    foreseen = session.preview(fids, "T02")
    assert stroke.touched == {"T01", "T02"}
    assert units_of(session) == {"T01": 12, "T02": 12}
    assert not layer.isEditable()
    session.assign(fids, "T02")
    pd.testing.assert_frame_equal(foreseen, session.statistics())
    assert stroke.units == fids


def test_a_preview_leaves_out_what_is_locked_and_knows_new_territories(session):
    session.lock(units=[1])
    stroke = session.stroke([1, 2], "Neu")
    assert stroke.units == [2]
    assert stroke.allowed.refused
    assert dict(zip(stroke.statistics["territory"], stroke.statistics["units"])) == {
        "T01": 11,
        "T02": 12,
        "Neu": 1,
    }
    assert units_of(session) == {"T01": 12, "T02": 12}


def test_a_stroke_under_way_is_told_and_ends(session):
    shown = heard(session.previewChanged)
    stroke = session.stroke([1], "T02")
    session.show_stroke(stroke)
    session.show_stroke(None)
    assert shown == [(stroke,), (None,)]


# locks


def test_locked_units_stay_and_the_refusal_says_so(session):
    session.lock(units=[1, 2], territories=["T02"])
    assert session.assign([1, 2, 3], None)
    assert session.territory_of(1) == "T01"
    assert session.territory_of(3) is None
    assert session.refusal == "2 units are locked."
    assert not session.assign(session.fids_of("T02"), "T01")
    assert session.refusal == "T02 is locked."


def test_undo_does_not_undo_a_lock(session, layer):
    session.assign([1], "T02")
    session.lock(units=[1], territories=["T01"])
    layer.undoStack().undo()
    assert session.locked_units == {1}
    assert session.locked_territories == {"T01"}
    assert session.territory_of(1) == "T01"


def test_a_lock_follows_a_unit_that_is_saved_for_the_first_time(session, layer):
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle

    layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(4e6 + 6000, 3e6, 4e6 + 7000, 3e6 + 1000)))
    feature.setAttribute(2, "T02")
    assert layer.addFeature(feature)
    new = next(fid for fid in session.fids_of("T02") if fid < 0)
    session.lock(units=[new])
    assert layer.commitChanges(), layer.commitErrors()
    session.flush()
    (locked,) = session.locked_units
    assert locked > 0
    assert session.territory_of(locked) == "T02"


def test_a_locked_territory_can_be_renamed_and_stays_locked(session, layer):
    session.lock(territories=["T01"])
    session.rename_territory("T01", "West")
    assert session.locked_territories == {"West"}
    layer.undoStack().undo()
    session.flush()
    assert session.locked_territories == {"T01"}
    assert units_of(session) == {"T01": 12, "T02": 12}


# territories


def test_the_legend_follows_territories_that_edits_make(session, layer):
    assert categories(layer) == ["T01", "T02", ""]
    session.assign([1, 2], "Neu")
    changed = heard(session.territoriesChanged)
    session.flush()
    assert categories(layer) == ["T01", "T02", "Neu", ""]
    assert len(changed) == 1
    assert set(session.colors) == {"T01", "T02", "Neu"}
    assert session.targets.k == 3
    layer.undoStack().undo()
    session.flush()
    assert categories(layer) == ["T01", "T02", ""]
    assert session.targets.k == 2


def test_a_stroke_leaves_the_renderer_alone(session, layer):
    restyled = heard(layer.rendererChanged)
    session.assign([1], "T02")
    session.flush()
    assert restyled == []


def test_a_territory_of_the_plan_stays_without_units(session):
    session.assign(session.fids_of("T01"), "T02")
    assert units_of(session) == {"T01": 0, "T02": 24}


def test_renaming_is_one_undo_step_and_keeps_colour_and_rep(session, layer):
    session.set_rep("T01", "Okafor")
    color = session.colors["T01"]
    session.current_target = "T01"
    session.rename_territory("T01", "Nord – Ost")
    assert layer.undoStack().count() == 1
    assert session.current_target == "Nord – Ost"
    assert session.colors["Nord – Ost"] == color
    assert categories(layer) == ["Nord – Ost", "T02", ""]
    assert units_of(session) == {"Nord – Ost": 12, "T02": 12}
    layer.undoStack().undo()
    session.flush()
    assert session.colors["T01"] == color
    assert session.settings.reps == {"T01": "Okafor"}
    assert categories(layer) == ["T01", "T02", ""]


def test_removing_unassigns_in_one_undo_step(session, layer):
    session.remove_territory("T01")
    assert units_of(session) == {"T02": 12, None: 12}
    assert layer.undoStack().count() == 1
    layer.undoStack().undo()
    assert units_of(session) == {"T01": 12, "T02": 12}
    assert session.settings.territories == ["T01", "T02"]


def test_names_that_cannot_be_are_refused_in_words(session):
    from territory_manager.layers.plan import PlanError

    with pytest.raises(PlanError, match="already"):
        session.add_territory("T01")
    with pytest.raises(PlanError, match="already"):
        session.rename_territory("T01", "T02")
    with pytest.raises(PlanError, match="name"):
        session.rename_territory("T01", "  ")
    with pytest.raises(PlanError, match="no territory"):
        session.remove_territory("T77")
    with pytest.raises(PlanError, match="colour"):
        session.set_color("T01", "blue")
    session.lock(territories=["T01"])
    with pytest.raises(PlanError, match="locked"):
        session.remove_territory("T01")


def test_added_territories_get_the_next_code_and_a_colour(session, layer):
    assert session.add_territory() == "T03"
    assert session.add_territory("Süd", rep="Vega") == "Süd"
    assert units_of(session) == {"T01": 12, "T02": 12, "T03": 0, "Süd": 0}
    assert categories(layer) == ["T01", "T02", "T03", "Süd", ""]
    assert session.statistics()["rep"].tolist()[-1] == "Vega"


def test_targets_follow_tolerance_and_capacities(session):
    told = heard(session.statisticsChanged)
    session.set_capacities({"T01": 3, "T02": 1})
    assert session.statistics()["index_dev"].round(6).tolist() == [-33.333333, 100.0]
    session.set_capacities({})
    session.set_tolerance(50)
    assert session.balance().in_tolerance == 2
    assert len(told) == 3


def test_what_is_balanced_can_change(session):
    session.set_measures(["pop", "code"], [1, 3])
    table = session.statistics()
    assert table["code"].sum() == sum(range(24))
    session.set_measures([])
    assert "pop" not in session.statistics().columns
    assert session.statistics()["index_pct"].tolist() == [50, 50]


# fields, filters, layers


def test_a_renamed_field_is_followed_and_undone(session, layer):
    layer.startEditing()
    index = layer.fields().lookupField("territory")
    assert layer.renameAttribute(index, "gebiet")
    assert layer.renameAttribute(layer.fields().lookupField("pop"), "einwohner")
    session.flush()
    assert session.territory_field == "gebiet"
    assert session.settings.measures == ("einwohner",)
    session.assign([1], "T02")
    assert units_of(session) == {"T01": 11, "T02": 13}
    assert session.statistics()["einwohner"].tolist() == [110, 130]
    assert layer.renderer().classAttribute() == "gebiet"
    layer.rollBack()
    session.flush()
    assert session.territory_field == "territory"
    assert session.settings.measures == ("pop",)
    assert units_of(session) == {"T01": 12, "T02": 12}


def test_a_removed_territory_field_is_a_problem_that_undo_solves(session, layer):
    from territory_manager.layers.plan import PlanError

    problems = heard(session.problemsChanged)
    layer.startEditing()
    layer.deleteAttribute(layer.fields().lookupField("territory"))
    session.flush()
    assert units_of(session)[None] == 24
    assert "no field “territory”" in session.problems[0]
    with pytest.raises(PlanError, match="territory"):
        session.assign([1], "T02")
    layer.undoStack().undo()
    assert units_of(session) == {"T01": 12, "T02": 12}
    assert session.problems == []
    assert len(problems) == 2


def test_a_removed_measure_is_left_out_until_it_is_back(opened, layer):
    session = opened(measures=["code", "pop"], weights=[3, 1])
    layer.startEditing()
    layer.deleteAttribute(layer.fields().lookupField("code"))
    assert "code" not in session.statistics().columns
    assert session.settings.measures == ("pop",)
    assert "code" in session.problems[0]
    session.assign([1], "T02")
    layer.undoStack().undo()
    layer.undoStack().undo()
    assert session.statistics()["code"].sum() == sum(range(24))
    assert dict(zip(session.settings.measures, session.settings.weights)) == {"code": 3, "pop": 1}


def test_another_field_added_or_removed_shifts_nothing(session, layer):
    layer.startEditing()
    layer.deleteAttribute(layer.fields().lookupField("name"))
    session.assign([1], "T02")
    assert units_of(session) == {"T01": 11, "T02": 13}
    layer.changeAttributeValue(2, layer.fields().lookupField("pop"), 0.0)
    assert session.statistics()["pop"].tolist() == [100, 130]


def test_a_virtual_field_as_a_measure_follows_what_it_is_made_of(opened, layer):
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    layer.addExpressionField('"code" * 2', QgsField("double_code", QVariant.Double))
    session = opened(measures=["double_code"])
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("code"), 1000)
    assert session.statistics()["double_code"].sum() == 2 * (sum(range(1, 24)) + 1000)


def test_a_filter_is_followed(session, layer):
    assert layer.setSubsetString('"code" < 12')
    assert session.statistics()["units"].sum() == 12
    assert session.assign([1], "T02")
    layer.rollBack()
    assert layer.setSubsetString("")
    assert units_of(session) == {"T01": 12, "T02": 12}


def test_data_changed_behind_the_layer_counts_after_a_reload(session, layer):
    index = layer.fields().lookupField("territory")
    layer.dataProvider().changeAttributeValues({1: {index: "T02"}})
    layer.reload()
    assert units_of(session) == {"T01": 11, "T02": 13}


def test_a_removed_layer_closes_the_session(session, layer, project):
    from territory_manager.layers.plan import PlanError

    closed = heard(session.closed)
    layer.startEditing()
    layer.changeAttributeValue(1, 2, "T02")
    project.removeMapLayer(layer.id())
    events()
    assert len(closed) == 1
    assert not session.is_open
    session.flush()
    with pytest.raises(PlanError, match="closed"):
        session.assign([1], "T02")


def test_a_closed_session_leaves_the_layer_and_its_undo_steps_alone(session, layer):
    session.rename_territory("T01", "West")
    session.close()
    session.close()
    layer.undoStack().undo()
    layer.undoStack().redo()
    layer.changeAttributeValue(1, 2, "T02")
    events()
    assert session.settings.territories == ["West", "T02"]


def test_two_plans_on_one_layer_keep_out_of_each_others_way(opened, layer):
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    layer.startEditing()
    layer.addAttribute(QgsField("draft", QVariant.String))
    layer.commitChanges()
    first = opened()
    second = opened(territory_field="draft", measures=["code"], territories=["A", "B"])
    second.assign([1, 2], "A")
    first.assign([3], "T02")
    assert units_of(first) == {"T01": 11, "T02": 13}
    assert units_of(second) == {"A": 2, "B": 0, None: 22}
    layer.undoStack().undo()
    assert units_of(first) == {"T01": 12, "T02": 12}
    assert units_of(second) == {"A": 2, "B": 0, None: 22}


# opening


def test_a_plan_opened_again_keeps_locks_and_colours(opened):
    first = opened()
    first.lock(units=[5])
    first.set_color("T01", "#123456")
    first.close()
    second = opened()
    assert second.locked_units == {5}
    assert second.colors["T01"] == "#123456"


def test_territories_can_be_a_number_names_or_capacities(opened, layer):
    assert opened(territories=5).settings.number == 5
    layer.startEditing()
    layer.addAttribute(layer.fields().field("name"))
    session = opened(territory_field="fresh", territories=3)
    assert session.settings.territories == ["T01", "T02", "T03"]
    assert layer.fields().lookupField("fresh") >= 0
    session = opened(territory_field="fresh", territories={"Nord": 2, "Süd": 1})
    assert {"Nord", "Süd"} <= set(session.settings.territories)
    assert session.settings.capacities == {"Nord": 2.0, "Süd": 1.0}


def test_an_empty_layer_and_a_plan_without_territories_have_an_empty_table(opened, project):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:3035&field=t:string&field=pop:double", "empty", "memory")
    project.addMapLayer(layer)
    session = opened(layer=layer, territory_field="t")
    assert len(session.statistics()) == 0
    assert session.balance().count == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"territory_field": "code"}, "not text"),
        ({"measures": ["no such"]}, "no field “no such”.*name, territory"),
        ({"weights": [1, 2]}, "2 weights for 1"),
        ({"weights": [-1]}, "eight"),
        ({"tolerance": -1}, "tolerance"),
        ({"territories": 0}, "at least one"),
    ],
)
def test_what_cannot_be_opened_is_said(opened, layer, arguments, words):
    with pytest.raises(ValueError, match=words):
        opened(**arguments)


def test_a_read_only_layer_can_be_looked_at_but_not_changed(opened, layer):
    from territory_manager.layers.plan import PlanError

    layer.setReadOnly(True)
    session = opened()
    assert units_of(session) == {"T01": 12, "T02": 12}
    with pytest.raises(PlanError, match=r"read-only\. Copy it into a GeoPackage"):
        session.assign([1], "T02")
    with pytest.raises(PlanError, match="read-only"):
        session.rename_territory("T01", "West")
    assert session.settings.territories == ["T01", "T02"]


def test_points_are_followed_too(opened, project):
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=t:string&field=pop:double", "points", "memory")
    features = []
    for number in range(30):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(
            QgsGeometry.fromPointXY(QgsPointXY(10 + number % 6 * 0.1, 50 + number // 6 * 0.1))
        )
        feature.setAttributes(["A" if number < 15 else "B", 1.0])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    session = opened(layer=layer, territory_field="t")
    layer.startEditing()
    fids = sorted(layer.allFeatureIds())
    layer.changeGeometry(fids[0], QgsGeometry.fromPointXY(QgsPointXY(12, 52)))
    layer.deleteFeature(fids[1])
    extra = QgsFeature(layer.fields())
    extra.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(10.05, 50.05)))
    extra.setAttributes(["B", 5.0])
    layer.addFeature(extra)
    assert units_of(session) == {"A": 14, "B": 16}
    assert session.statistics()["pop"].tolist() == [14, 20]
    layer.rollBack()
    assert units_of(session) == {"A": 15, "B": 15}


def test_many_edits_are_followed_at_once(session, layer, monkeypatch):
    """10,000 edits in one command; what that costs is in benchmarks/bench_live.py."""
    followed, apply = [], session.live.apply
    monkeypatch.setattr(session.live, "apply", lambda changes: followed.append(changes) or apply(changes))
    layer.startEditing()
    index = layer.fields().lookupField("territory")
    layer.beginEditCommand("many")
    for number in range(10_000):
        layer.changeAttributeValue(1 + number % 24, index, "T02" if number % 2 else "T01")
    layer.endEditCommand()
    assert not followed
    assert session.statistics()["units"].sum() == 24
    assert len(followed) == 1


def test_the_map_is_drawn_again_when_units_change_hands(session):
    painted = []
    session.layer.repaintRequested.connect(lambda *_: painted.append(True))
    session.assign(session.fids_of("T01")[:2], "T02")
    session.flush()
    assert painted
    # also where the plan's settings change with it, as by a build, and the legend stays the same
    painted.clear()
    units = dict.fromkeys(session.fids_of("T01")[:2], "T02")
    session.write(units, "Build territories", redo=lambda: None, undo=lambda: None)
    session.flush()
    assert painted
