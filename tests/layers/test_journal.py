"""The journal: what is saved is told, what is not saved is not; walked back it gives earlier alignments."""

import random
import time

import pytest
from standins.geopackage import query

pytest.importorskip("pandas")

SIDE = 6
KINDS = ("assign", "assign", "assign", "edit", "undo", "undo", "redo", "rename", "remove", "new", "delete",
         "save", "save", "keep", "roll")  # fmt: skip


def make_layer(project, path, count=SIDE * SIDE, columns=SIDE):
    """A GeoPackage of square units, T01 left and T02 right."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorFileWriter, QgsVectorLayer

    memory = QgsVectorLayer(
        "Polygon?crs=EPSG:3035&field=name:string&field=territory:string&field=pop:double", "units", "memory"
    )
    features = []
    for number in range(count):
        x, y = number % columns, number // columns
        feature = QgsFeature(memory.fields())
        box = QgsRectangle(4e6 + 1000 * x, 3e6 + 1000 * y, 4e6 + 1000 * (x + 1), 3e6 + 1000 * (y + 1))
        feature.setGeometry(QgsGeometry.fromRect(box))
        feature.setAttributes([f"unit {number}", "T01" if x < columns // 2 else "T02", 10.0])
        features.append(feature)
    memory.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "units"
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, str(path), project.transformContext(), options)
    layer = QgsVectorLayer(f"{path}|layername=units", "Units", "ogr")
    assert project.addMapLayer(layer)
    return layer


@pytest.fixture
def layer(project, tmp_path):
    return make_layer(project, tmp_path / "units.gpkg")


@pytest.fixture
def opened(layer):
    from territory_manager.layers.opening import open_session

    sessions = []

    def open_it(**more):
        arguments = {"territory_field": "territory", "measures": ["pop"], "name": "Süd 2027", **more}
        sessions.append(open_session(arguments.pop("layer", layer), **arguments))
        return sessions[-1]

    yield open_it
    for session in sessions:
        session.close()


@pytest.fixture
def session(opened):
    return opened()


def place(session, name):
    return session.layer.fields().lookupField(name)


def in_source(session, field="territory"):
    """What the source has, read past QGIS's edit buffer and past the journal."""
    from qgis.core import QgsVectorLayer

    other = QgsVectorLayer(session.layer.source(), "again", "ogr")
    index = other.fields().lookupField(field)
    values = {feature.id(): feature.attributes()[index] for feature in other.getFeatures()}
    return {fid: value if isinstance(value, str) and value else None for fid, value in values.items()}


def save(session, stop=True):
    assert session.layer.commitChanges(stop), session.layer.commitErrors()


def rows(session, *names):
    table = session.journal.table()
    return [tuple(row) for row in table[list(names)].itertuples(index=False)]


def test_a_save_is_told_and_nothing_before_it(session):
    fids = session.fids_of("T01")[:3]
    session.journal.reason = "  Vega takes over the coast "
    session.assign(fids, "T02", by="paint")
    assert session.journal.layer() is None
    assert session.settings.plan_file is None
    save(session)
    found = rows(session, "scenario", "unit_id", "unit", "from", "to", "by", "reason")
    assert found == [
        ("territory", fid, f"unit {fid - 1}", "T01", "T02", "paint", "Vega takes over the coast")
        for fid in fids
    ]
    table = session.journal.table()
    assert table["session"].nunique() == 1
    assert table["time"].str.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z").all()
    assert table["user"].notna().all()
    assert session.journal.reason == ""


def test_what_is_undone_or_thrown_away_leaves_nothing(session):
    fids = session.fids_of("T01")
    session.assign(fids[:4], "T02")
    session.layer.undoStack().undo()
    session.assign(fids[:1], "T02", by="lasso")
    session.assign(fids[1:2], "T02")
    session.layer.undoStack().undo()
    save(session)
    assert rows(session, "unit_id", "by") == [(fids[0], "lasso")]
    session.assign(fids[3:6], "T02")
    session.layer.rollBack()
    session.layer.startEditing()
    save(session)
    assert len(session.journal.table()) == 1


def test_to_and_fro_is_no_change(session):
    fids = session.fids_of("T01")
    session.assign(fids, "T02")
    session.assign(fids, "T01")
    save(session)
    assert session.journal.layer() is None


def test_by_what_it_was_done_is_the_last_edit_that_counts(session):
    first, second, third = session.fids_of("T01")[:3]
    session.assign([first, second, third], "T02", by="paint")
    session.layer.changeAttributeValue(second, place(session, "territory"), "T07")
    session.layer.changeAttributeValue(third, place(session, "territory"), None)
    session.assign([third], "T02", by="suggestion")
    save(session)
    assert rows(session, "unit_id", "to", "by") == [
        (first, "T02", "paint"),
        (second, "T07", "edit"),
        (third, "T02", "suggestion"),
    ]


def test_an_edit_that_takes_the_place_of_an_undone_stroke_is_no_stroke(session):
    fid = session.fids_of("T01")[0]
    session.assign([fid], "T02", by="paint")
    session.layer.undoStack().undo()
    session.layer.changeAttributeValue(fid, place(session, "territory"), "T02")
    save(session)
    assert rows(session, "by") == [("edit",)]
    session.assign([fid], "T01", by="paint")
    session.layer.undoStack().undo()
    session.layer.undoStack().redo()
    save(session)
    assert rows(session, "by") == [("edit",), ("paint",)]


def test_a_rename_is_one_row(session):
    count = len(session.fids_of("T01"))
    moved = session.fids_of("T01")[0]
    session.rename_territory("T01", "Küste")
    session.assign([moved], "T02", by="paint")
    session.rename_territory("Küste", "Coast")
    session.layer.undoStack().undo()
    save(session)
    assert rows(session, "unit_id", "from", "to", "by") == [
        (None, "T01", "Küste", "rename"),
        (moved, "Küste", "T02", "paint"),
    ]
    assert count > 2


def test_a_renamed_territory_into_one_that_was_removed_is_told_unit_by_unit(session):
    from territory_manager.core.history import walk_back

    before = in_source(session)
    session.remove_territory("T02")
    session.rename_territory("T01", "T02")
    save(session)
    table = session.journal.table()
    assert walk_back(in_source(session), table, "territory").territories == before
    assert "rename" in set(table["by"]) and "remove" in set(table["by"])
    assert table["unit_id"].notna().all()


def test_names_that_change_places_can_be_walked_back(session):
    from territory_manager.core.history import walk_back

    before = in_source(session)
    for old, new in (("T01", "tmp"), ("T02", "T01"), ("tmp", "T02")):
        session.rename_territory(old, new)
    save(session)
    table = session.journal.table()
    assert len(table) == 3
    assert walk_back(in_source(session), table, "territory").territories == before


def test_new_and_deleted_units_are_told(session):
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle

    gone = session.fids_of("T01")[0]
    feature = QgsFeature(session.layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(4.1e6, 3e6, 4.101e6, 3.001e6)))
    feature.setAttribute("name", "island")
    feature.setAttribute("territory", "T02")
    session.layer.startEditing()
    session.layer.addFeature(feature)
    session.layer.deleteFeature(gone)
    save(session)
    new = max(in_source(session))
    assert rows(session, "unit_id", "unit", "from", "to", "by") == [
        (gone, f"unit {gone - 1}", "T01", None, "delete"),
        (new, "island", None, "T02", "add"),
    ]


def test_a_save_that_fails_tells_only_what_is_in_the_source(session, project, qgis_app):
    """Two new units with the same key: the source refuses them, after it took the changed values."""
    from qgis.core import QgsFeature
    from qgis.PyQt.QtCore import QCoreApplication

    layer = session.layer
    fid = session.fids_of("T01")[0]
    session.assign([fid], "T02", by="paint")
    for _ in range(2):
        feature = QgsFeature(layer.fields())
        feature.setAttribute("fid", 900)
        feature.setAttribute("territory", "T01")
        layer.addFeature(feature)
    assert not layer.commitChanges()
    QCoreApplication.processEvents()
    source = in_source(session)
    told = dict(rows(session, "unit_id", "to"))
    assert told == ({fid: "T02"} if source[fid] == "T02" else {})
    layer.rollBack()
    QCoreApplication.processEvents()
    assert in_source(session) == source
    assert len(session.journal.table()) == len(told)


def test_a_save_that_is_refused_as_a_whole_tells_nothing(session):
    path = session.layer.source().split("|")[0]
    query(path, "CREATE TRIGGER refuse BEFORE UPDATE ON units BEGIN SELECT RAISE(ABORT, 'refused'); END")
    session.assign(session.fids_of("T01")[:2], "T02")
    assert not session.layer.commitChanges()
    session.layer.rollBack()
    assert session.journal.layer() is None


def test_the_journal_takes_rows_only(session):
    session.assign(session.fids_of("T01")[:2], "T02")
    save(session)
    layer = session.journal.layer()
    assert layer.readOnly()
    path = layer.source().split("|")[0]
    for words in ("DELETE FROM journal", "UPDATE journal SET user = 'nobody'"):
        with pytest.raises(OSError, match="append-only"):
            query(path, words)
    assert len(session.journal.table()) == 2


def test_a_new_field_is_told_as_such(opened, layer):
    session = opened(territory_field="draft", territories=["A", "B"])
    fids = session.live.alignment.units.ids.tolist()
    session.assign(fids[:4], "A", by="build")
    session.layer.changeAttributeValue(fids[10], place(session, "draft"), "B")
    save(session)
    # what the field was made with is no change
    assert rows(session, "unit_id", "from", "to", "by") == [
        (None, None, "draft", "new field"),
        *((fid, None, "A", "build") for fid in fids[:4]),
    ]


def test_what_cannot_be_written_waits_and_comes_with_the_next_save(opened, session):
    told = []
    session.journal.failed.connect(told.append)
    session.assign(session.fids_of("T01")[:1], "T02")
    save(session)
    path = session.journal.layer().source().split("|")[0]
    fids = session.fids_of("T01")
    query(path, "CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'full'); END")
    session.assign(fids[:3], "T02")
    save(session)
    assert len(told) == 1 and path in told[0]
    assert len(session.journal.table()) == 4
    assert session.journal.layer().featureCount() == 1
    # another start of QGIS: the rows are still there
    session.close()
    again = opened()
    assert len(again.journal.table()) == 4
    query(path, "DROP TRIGGER full")
    assert again.journal.write_waiting()
    assert again.journal.layer().featureCount() == 4
    assert not again.journal._waiting_file().exists()


def test_plans_in_memory_keep_none_and_say_so(project, opened, layer):
    from qgis.core import QgsFeatureRequest

    memory = layer.materialize(QgsFeatureRequest())
    project.addMapLayer(memory)
    session = opened(layer=memory)
    assert "temporary" in session.journal.why_not
    session.assign(session.fids_of("T01")[:2], "T02")
    save(session)
    assert len(session.journal.table()) == 0


def test_a_history_that_is_switched_off_is_not_written(session):
    session.settings.keeps_journal = False
    session.assign(session.fids_of("T01")[:2], "T02")
    save(session)
    assert session.journal.why_not
    assert session.journal.layer() is None


def test_the_journal_goes_on_where_its_layer_was_taken_out_of_the_project(session, project):
    session.assign(session.fids_of("T01")[:2], "T02")
    save(session)
    project.removeMapLayer(session.settings.journal_layer)
    session.assign(session.fids_of("T01")[:2], "T02")
    save(session)
    assert len(session.journal.table()) == 4


def test_automatic_transactions_are_told_too(project, tmp_path, layer):
    """QGIS can write edits straight into a transaction, past the edit buffer."""
    from qgis.core import Qgis

    from territory_manager.layers.opening import open_session

    if Qgis.QGIS_VERSION_INT >= 32600:
        project.setTransactionMode(Qgis.TransactionMode.AutomaticGroups)
    else:
        project.setAutoTransaction(True)
    session = open_session(layer, "territory", ["pop"])
    try:
        before = in_source(session)
        fids = session.fids_of("T01")[:2]
        session.assign(fids, "T02", by="paint")
        session.layer.changeAttributeValue(fids[1], place(session, "territory"), "T03")
        save(session)
        assert rows(session, "unit_id", "from", "to", "by") == [
            (fids[0], "T01", "T02", "paint"),
            (fids[1], "T01", "T03", "edit"),
        ]
        assert in_source(session) != before
    finally:
        session.close()


@pytest.mark.parametrize("seed", range(6))
def test_walked_back_it_gives_every_alignment_that_was_saved(session, seed):
    """Random edits of every kind, undo, redo, saves and roll-backs, against what the source had each time."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle

    from territory_manager.core.history import as_of, walk_back

    choose = random.Random(seed)
    layer, stack = session.layer, session.layer.undoStack()
    kept = [(None, in_source(session))]
    number = 0
    for _ in range(90):
        what = choose.choice(KINDS)
        names = list(session.settings.territories)
        units = list(layer.allFeatureIds())
        if what == "assign":
            session.assign(choose.sample(units, 5), choose.choice([*names, "Nord", None]))
        elif what == "edit":
            layer.startEditing()
            layer.changeAttributeValue(
                choose.choice(units), place(session, "territory"), choose.choice([*names, f"X{number}", None])
            )
            number += 1
        elif what == "undo" and layer.isEditable():
            stack.undo()
        elif what == "redo" and layer.isEditable():
            stack.redo()
        elif what == "rename" and names:
            session.flush()
            if session.settings.territories:
                session.rename_territory(choose.choice(session.settings.territories), f"R{number}")
            number += 1
        elif what == "remove" and len(names) > 2:
            session.flush()
            session.remove_territory(choose.choice(session.settings.territories))
        elif what == "new":
            layer.startEditing()
            feature = QgsFeature(layer.fields())
            left = 4.2e6 + 2000 * number
            feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, 3e6, left + 1000, 3.001e6)))
            feature.setAttribute("name", f"new {number}")
            feature.setAttribute("territory", choose.choice([*names, None]))
            layer.addFeature(feature)
            number += 1
        elif what == "delete" and len(units) > 20:
            layer.startEditing()
            layer.deleteFeature(choose.choice(units))
        elif what in ("save", "keep") and layer.isEditable():
            time.sleep(0.002)
            save(session, what == "save")
            table = session.journal.table()
            kept.append((table["time"].iloc[-1] if len(table) else None, in_source(session)))
        elif what == "roll" and layer.isEditable():
            layer.rollBack()
        if choose.random() < 0.3:
            session.flush()
    if layer.isEditable():
        layer.rollBack()
    now, table = in_source(session), session.journal.table()
    assert len(kept) > 4 and len(table) > 10
    for moment, alignment in kept:
        past = (
            walk_back(now, table, "territory")
            if moment is None
            else as_of(now, table, "territory", moment)
        )
        assert past.territories == alignment
        assert not past.outside


def test_35_000_units_in_one_save(project, tmp_path):
    from territory_manager.layers.opening import open_session

    layer = make_layer(project, tmp_path / "many.gpkg", 35_000, 200)
    session = open_session(layer, "territory", ["pop"])
    try:
        session.assign(session.fids_of("T01"), "T02", by="build")
        session.assign(session.fids_of("T02"), "T03", by="build")
        save(session)
        assert len(session.journal.table()) == 35_000
    finally:
        session.close()
