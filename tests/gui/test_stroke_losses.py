"""What reps lose is counted in accounts where the plan counts them."""

import shutil

import pytest

pytest.importorskip("pandas")
pytest.importorskip("shapely")


def test_where_accounts_are_counted_they_are_what_is_lost(project, sample_path, tmp_path):
    from qgis.core import QgsVectorLayer

    from territory_manager.gui.stroke import Stroke
    from territory_manager.layers.opening import open_session

    path = tmp_path / "accounts.gpkg"
    shutil.copy(sample_path, path)
    names = ("units", "accounts")
    units, accounts = (QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in names)
    project.addMapLayers([units, accounts])
    reps = {"GA": "Vega", "SC": "Okafor"}
    session = open_session(units, "current_terr", ["pop_2019"], accounts=accounts, reps=reps)
    stroke = Stroke(session, "SC")
    positions = session.live.positions(session.fids_of("GA")[:60])
    stroke.add(positions)
    count = int(session.alignment.units.measures[positions, 1].sum())
    [words] = [warning.text for warning in stroke.warnings() if " loses " in warning.text]
    assert words.startswith(f"Vega loses {count} accounts, ")
    assert words.endswith(" of pop_2019")
    session.close()
