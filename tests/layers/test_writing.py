"""Territories into layers: one undo step, everything or nothing, and copies of what cannot be edited."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer


@pytest.fixture
def writing(qgis_app):
    from territory_manager.layers import writing

    return writing


def layer_of(fields="field=t:string", count=4, kind="Polygon", provider="memory"):
    layer = QgsVectorLayer(f"{kind}?crs=EPSG:3035&{fields}", "Units", provider)
    for number in range(count):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(number, 0, number + 1, 1)))
        layer.dataProvider().addFeature(feature)
    return layer


def territories(layer, field="t"):
    return [feature[field] or None for feature in layer.getFeatures()]


def test_one_action_is_one_undo_step(writing):
    layer = layer_of()
    assert writing.assign_units(layer, "t", {1: "North", 2: "North", 3: None}, "Assign to North")
    assert layer.isEditable()
    assert layer.undoStack().count() == 1
    assert layer.undoStack().command(0).text() == "Assign to North"
    assert territories(layer) == ["North", "North", None, None]
    layer.undoStack().undo()
    assert territories(layer) == [None] * 4
    layer.undoStack().redo()
    assert layer.commitChanges()
    assert territories(layer) == ["North", "North", None, None]


def test_a_layer_that_is_being_edited_keeps_its_other_edits(writing):
    layer = layer_of()
    layer.startEditing()
    layer.changeAttributeValue(4, 0, "Mine")
    writing.assign_units(layer, "t", {1: "North"})
    layer.undoStack().undo()
    assert territories(layer) == [None, None, None, "Mine"]


def test_nothing_is_written_of_what_cannot_all_be_written(writing):
    layer = layer_of()
    layer.startEditing()
    change = layer.changeAttributeValue
    layer.changeAttributeValue = lambda fid, *rest: fid != 3 and change(fid, *rest)
    with pytest.raises(writing.WritingError, match="Feature 3 of layer “Units” could not be changed"):
        writing.assign_units(layer, "t", {1: "North", 3: "North"})
    assert territories(layer) == [None] * 4
    assert layer.undoStack().count() == 0


def test_an_edit_under_way_is_not_joined(writing):
    layer = layer_of()
    layer.startEditing()
    layer.beginEditCommand("Somebody else's")
    with pytest.raises(writing.WritingError, match="Another edit of layer “Units” is under way"):
        writing.assign_units(layer, "t", {1: "North"})
    layer.endEditCommand()


def test_an_empty_action_leaves_no_trace(writing):
    layer = layer_of()
    assert not writing.assign_units(layer, "t", {})
    assert not layer.isEditable()


def test_a_field_of_numbers_takes_numbers_only(writing):
    layer = layer_of("field=t:integer")
    assert writing.assign_units(layer, "t", {1: "7"})
    assert territories(layer)[0] == 7
    with pytest.raises(writing.WritingError, match="is not text and cannot hold “North”"):
        writing.assign_units(layer, "t", {2: "North"})


def test_a_name_too_long_for_the_field_is_refused(writing):
    layer = layer_of("field=t:string(4)")
    with pytest.raises(writing.WritingError, match="holds 4 characters, too few for “North-East”"):
        writing.assign_units(layer, "t", {1: "North-East"})
    assert not layer.isEditable()


def test_read_only_layers_are_named_with_the_remedy(writing):
    layer = layer_of()
    layer.setReadOnly(True)
    with pytest.raises(writing.WritingError, match=r"“Units” is read-only. Copy it into a GeoPackage"):
        writing.assign_units(layer, "t", {1: "North"})
    assert writing.why_not_editable(layer, "t")
    assert writing.why_not_editable(layer_of(), "t") is None


def test_a_missing_field_is_named(writing):
    with pytest.raises(writing.WritingError, match="has no field “region”"):
        writing.assign_units(layer_of(), "region", {1: "North"})


def test_a_new_field_is_text_and_can_be_undone(writing):
    layer = layer_of("field=Territory:integer")
    name = writing.create_territory_field(layer)
    assert name == "territory_2"
    assert layer.fields().field(name).typeName().lower() in ("string", "text", "")
    layer.undoStack().undo()
    assert layer.fields().names() == ["Territory"]


def test_a_copy_holds_everything_and_can_be_edited(writing, tmp_path):
    layer = layer_of()
    layer.startEditing()
    layer.changeAttributeValue(1, 0, "Not saved yet")
    copy = writing.copy_to_geopackage(layer, tmp_path / "copy.gpkg")
    layer.rollBack()
    assert copy.isValid()
    assert copy.featureCount() == 4
    assert territories(copy)[0] == "Not saved yet"
    assert writing.why_not_editable(copy, "t") is None
    writing.assign_units(copy, "t", {2: "Süd-Ouest"})
    assert copy.commitChanges()


def test_a_second_copy_overwrites_nothing(writing, tmp_path):
    first = writing.copy_to_geopackage(layer_of(), tmp_path / "copy.gpkg", "units")
    second = writing.copy_to_geopackage(layer_of(count=2), tmp_path / "copy.gpkg", "units")
    assert (first.featureCount(), second.featureCount()) == (4, 2)
    again = QgsVectorLayer(f"{tmp_path / 'copy.gpkg'}|layername=units")
    assert again.featureCount() == 4


@pytest.mark.parametrize("fields", ["field=fid:integer&field=t:string", "field=fid:string&field=t:string"])
def test_a_field_fid_that_is_no_key_is_kept_as_it_is(writing, tmp_path, fields):
    copy = writing.copy_to_geopackage(layer_of(fields), tmp_path / "copy.gpkg")
    assert copy.featureCount() == 4
    assert copy.fields().lookupField("fid") >= 0


def test_a_place_that_cannot_be_written_is_named(writing, tmp_path):
    with pytest.raises(writing.WritingError, match="could not be copied"):
        writing.copy_to_geopackage(layer_of(), tmp_path / "no" / "such" / "folder" / "copy.gpkg")


def test_delimited_text_is_copied(writing, tmp_path, project):
    path = tmp_path / "units.csv"
    path.write_text("name;wkt\nÅrhus;POINT(1 2)\nŁódź;POINT(2 3)\n", encoding="utf-8")
    layer = QgsVectorLayer(f"file://{path}?delimiter=;&wktField=wkt&crs=EPSG:3035", "Towns", "delimitedtext")
    assert layer.isValid()
    assert "read-only" in (writing.why_not_editable(layer, "name") or "")
    copy = writing.copy_to_geopackage(layer, tmp_path / "towns.gpkg")
    QgsProject.instance().addMapLayer(copy)
    assert [feature["name"] for feature in copy.getFeatures()] == ["Århus", "Łódź"]
