"""Fixtures that every room of the tests shares."""

import os
import sys
import tempfile
import traceback
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

# A slow machine is no reason for a test to fail.
hypothesis_settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("any machine")

# Before Qt is loaded: no screen unless one is asked for, and nothing of the developer's own QGIS profile.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_PROFILE = tempfile.TemporaryDirectory(prefix="territory-manager-profile-")
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = _PROFILE.name
os.environ.setdefault("QGIS_NO_OVERRIDE_IMPORT", "1")

# Between two tests, too, Qt must not end the process over an exception.
sys.excepthook = traceback.print_exception

ROOT = Path(__file__).parent.parent
SYSTEM_PLUGINS = "/usr/share/qgis/python/plugins"


@pytest.fixture(autouse=True)
def _errors_in_slots(monkeypatch):
    """An exception in a slot or event handler fails its test; left to itself, Qt ends the process."""
    errors = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: errors.append(error))
    yield
    if errors:
        pytest.fail("in a slot: " + "".join(traceback.format_exception(*errors[0])))


@pytest.fixture(scope="session")
def qgis_app():
    """A started QgsApplication with Processing and, once it exists, our own provider (one a test session)."""
    core = pytest.importorskip("qgis.core", reason="PyQGIS is not installed")
    from qgis.PyQt.QtCore import QCoreApplication, QSettings

    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, _PROFILE.name)
    app = core.QgsApplication([b"territory-manager-tests"], True)
    QCoreApplication.setOrganizationName("QGIS")
    QCoreApplication.setApplicationName("territory-manager-tests")
    app.initQgis()

    plugins = Path(app.pkgDataPath()) / "python" / "plugins"
    for folder in (str(plugins), SYSTEM_PLUGINS):
        if Path(folder).is_dir() and folder not in sys.path:
            sys.path.append(folder)
    from processing.core.Processing import Processing

    Processing.initialize()
    registry = app.processingRegistry()
    if registry.providerById("native") is None:
        from qgis.analysis import QgsNativeAlgorithms

        registry.addProvider(QgsNativeAlgorithms(registry))
    provider = _own_provider()
    if provider is not None and registry.providerById(provider.id()) is None:
        registry.addProvider(provider)
    yield app
    core.QgsProject.instance().clear()


def _own_provider():
    if not (ROOT / "territory_manager" / "processing" / "provider.py").exists():
        return None
    from territory_manager.processing.provider import TerritoryManagerProvider

    return TerritoryManagerProvider()


@pytest.fixture
def project(qgis_app):
    """The project instance, empty before and after the test."""
    from qgis.core import QgsProject

    instance = QgsProject.instance()
    instance.clear()
    yield instance
    instance.clear()


@pytest.fixture
def qgis_iface(project):
    """A QgisInterface stand-in with a real window, canvas and message bar (see standins/interface.py)."""
    from qgis.PyQt.QtCore import QCoreApplication, QEvent
    from standins.interface import WindowInterface

    iface = WindowInterface()
    yield iface
    project.clear()
    iface.mainWindow().close()
    iface.mainWindow().deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def data_dir():
    """Folder of the larger real data sets (TERRITORY_MANAGER_DATA); skips without."""
    folder = os.environ.get("TERRITORY_MANAGER_DATA")
    if not folder or not Path(folder).is_dir():
        pytest.skip("TERRITORY_MANAGER_DATA names no folder with the larger data sets")
    return Path(folder)


@pytest.fixture(scope="session")
def sample_path():
    """The sample plan's GeoPackage (read it; copy it before writing)."""
    path = ROOT / "territory_manager" / "sample" / "southeast.gpkg"
    if not path.exists():
        pytest.fail(f"{path.relative_to(ROOT)} is missing; tools/make_sample.py makes it")
    return path
