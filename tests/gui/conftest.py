"""Plans and settings that the tests of several windows begin with."""

import shutil

import pytest


@pytest.fixture
def sample_session(project, sample_path, tmp_path):
    """Opens a plan on a copy of the sample: `sample_session(measures, **options of open_session)`."""
    from qgis.core import QgsVectorLayer

    from territory_manager.layers.opening import open_session

    opened = []

    def make(measures=("pop_2019",), *, others=(), **options):
        """*others* are further layers of the sample that the project gets, too."""
        path = tmp_path / "southeast.gpkg"
        shutil.copyfile(sample_path, path)
        layers = [QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in ("units", *others)]
        project.addMapLayers(layers)
        opened.append(open_session(layers[0], "current_terr", list(measures), **options))
        return opened[-1]

    yield make
    for session in opened:
        session.close()


@pytest.fixture
def session(sample_session):
    """The sample's plan as it is, balanced by population."""
    return sample_session()


@pytest.fixture
def clean_settings(qgis_app):
    """None of the plugin's settings, before and after."""
    from qgis.core import QgsSettings

    QgsSettings().remove("territory_manager")
    yield
    QgsSettings().remove("territory_manager")
