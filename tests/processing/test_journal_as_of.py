"""Alignment as of a date, through Processing: what the journal of a real plan says of the past."""

import shutil
import time

import pytest

pytest.importorskip("pandas")

ALGORITHM = "territorymanager:journalasof"


@pytest.fixture
def saved(project, sample_path, tmp_path):
    """A plan on the sample, saved twice: units, journal, what was before, time of the first save."""
    from qgis.core import QgsVectorLayer

    from territory_manager.layers.opening import open_session

    path = tmp_path / "southeast.gpkg"
    shutil.copyfile(sample_path, path)
    layer = QgsVectorLayer(f"{path}|layername=units", "units", "ogr")
    project.addMapLayer(layer)
    session = open_session(layer, "current_terr", ["pop_2019"])
    before = {fid: session.territory_of(fid) for fid in session.alignment.units.ids.tolist()}
    for territory, count in (("SC", 5), ("TN", 3)):
        session.assign(session.fids_of("GA")[:count], territory)
        assert layer.commitChanges()
        time.sleep(0.003)
    moment = session.journal.table()["time"].iloc[0]
    journal = session.journal.layer()
    session.close()
    return layer, journal, before, moment


def run(layer, journal, date, **more):
    import processing

    given = {"INPUT": layer, "TERRITORY_FIELD": "current_terr", "JOURNAL": journal, "DATE": date}
    return processing.run(ALGORITHM, {**given, "OUTPUT": "TEMPORARY_OUTPUT", **more})


def then(result, names, field="territory_then"):
    return {feature[names]: feature[field] for feature in result["OUTPUT"].getFeatures()}


def keys(layer, name):
    return {feature.id(): feature[name] for feature in layer.getFeatures()}


def test_before_everything_it_is_as_it_was(saved):
    layer, journal, before, _moment = saved
    result = run(layer, journal, "2001-01-01T00:00:00")
    names = keys(layer, "unit_id")
    assert then(result, "unit_id") == {names[fid]: territory for fid, territory in before.items()}
    assert (result["CHANGED"], result["SAVES"], result["UNKNOWN"]) == (8, 2, 0)


def test_at_the_time_of_a_save_it_counts(saved):
    from qgis.PyQt.QtCore import QDateTime, Qt

    layer, journal, _before, moment = saved
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs).toLocalTime()
    result = run(layer, journal, local)
    assert (result["CHANGED"], result["SAVES"]) == (3, 1)


def test_units_that_were_copied_are_found_by_their_keys(saved, project, tmp_path):
    """Feature ids of a copy are others; names of counties occur in several states."""
    from qgis.core import QgsFeature, QgsVectorLayer

    layer, journal, before, _moment = saved
    copy = QgsVectorLayer(f"Polygon?crs={layer.crs().authid()}", "copy", "memory")
    fields = [field for field in layer.fields() if field.name() != "fid"]
    copy.dataProvider().addAttributes(fields)
    copy.updateFields()
    names, fresh = {}, []
    for feature in reversed(list(layer.getFeatures())):
        other = QgsFeature(copy.fields())
        other.setGeometry(feature.geometry())
        for field in fields:
            other[field.name()] = feature[field.name()]
        fresh.append(other)
        names[feature["unit_id"]] = before[feature.id()]
    copy.dataProvider().addFeatures(fresh)
    result = run(copy, journal, "2001-01-01", KEY_FIELD="unit_id")
    assert then(result, "unit_id") == names
    assert result["UNKNOWN"] == 0


def test_what_cannot_be_is_said(saved):
    from qgis.core import QgsProcessingException

    layer, journal, _before, _moment = saved
    with pytest.raises(QgsProcessingException, match="knows no scenario"):
        run(layer, journal, "2001-01-01", SCENARIO="nothing")
    with pytest.raises(QgsProcessingException, match="no journal"):
        run(layer, layer, "2001-01-01")
