"""Imports run downwards only: gui → processing, report → layers → core, and the core knows no screen."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "territory_manager"
SOURCES = sorted(PACKAGE.rglob("*.py"))

BELOW = {
    "core": {"core"},
    "layers": {"core", "layers"},
    "processing": {"core", "layers", "processing", "report"},
    "report": {"core", "layers", "report"},
    "gui": {"core", "layers", "processing", "report", "gui"},
}
# Small modules beside the rooms (translation, dependencies, settings): for everybody who may know Qt.
BESIDE = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__", "plugin", "resources"}
CRAFT = {"numpy", "scipy", "pandas", "shapely"}


def imports(path):
    """(module, line) of everything a file imports, our own relative imports made absolute."""
    package = ("territory_manager", *path.relative_to(PACKAGE).with_suffix("").parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(package[: len(package) - node.level]) if node.level else ""
            module = ".".join(part for part in (start, node.module) if part)
            if not node.module or module in ("territory_manager", "qgis", "qgis.utils"):
                for name in node.names:
                    yield f"{module}.{name.name}", node.lineno
            else:
                yield module, node.lineno


def test_shapely_comes_through_the_core():
    """Imported directly, and first, it would call the GEOS of QGIS and crash (see `core.geos`)."""
    wrong = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in SOURCES
        if path.relative_to(PACKAGE).parts[0] != "core"
        for module, line in imports(path)
        if module.split(".")[0] == "shapely"
    ]
    assert not wrong, wrong


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_downwards(path):
    parts = path.relative_to(PACKAGE).parts
    room = parts[0] if len(parts) > 1 else None
    wrong = []
    # Qt 5 keeps among the widgets what Qt 6 no longer does (QUndoCommand): written as a fallback
    either_way = {
        inner.lineno
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and ast.unparse(node.type or node) == "ImportError"
        for inner in node.body
    }
    for module, line in imports(path):
        names = module.split(".")
        if names[0] == "territory_manager" and len(names) > 1 and room:
            allowed = BELOW[room] | (BESIDE if room != "core" else set())
            if names[1] not in allowed:
                wrong.append(f"line {line}: {room} imports {module}")
        if names[0] in ("PyQt5", "PyQt6", "sip"):
            wrong.append(f"line {line}: imports {module}; Qt comes through qgis.PyQt")
        if room == "core" and names[0] not in CRAFT | set(sys.stdlib_module_names) | {"territory_manager"}:
            wrong.append(f"line {line}: the core imports {module}")
        if room in ("core", "layers", "processing") and module == "qgis.utils.iface":
            wrong.append(f"line {line}: iface is passed in, not imported")
        if room == "layers" and module in ("qgis.gui", "qgis.PyQt.QtWidgets") and line not in either_way:
            wrong.append(f"line {line}: layers know no widgets, but import {module}")
    assert not wrong


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_source_is_python_3_9(path):
    ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 9))


PROBE = """
import sys
from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
from standins.interface import WindowInterface
# PyQGIS itself brings numpy in some versions; only what comes on top of it is ours
import qgis.core, qgis.gui
before = set(sys.modules)
import territory_manager
plugin = territory_manager.classFactory(WindowInterface())
plugin.initGui()
print(sorted({"numpy", "scipy", "pandas", "shapely"} & (set(sys.modules) - before)))
plugin.unload()
"""


def test_starting_the_plugin_imports_no_heavy_library(tmp_path):
    """Measured in a fresh interpreter: what the modules import on the way counts, too."""
    pytest.importorskip("qgis.core")
    paths = [str(PACKAGE.parent), str(PACKAGE.parent / "tests")]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(paths), QGIS_CUSTOM_CONFIG_PATH=str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[:1] == ["[]"], done.stdout + done.stderr
