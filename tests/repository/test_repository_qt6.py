"""Qt's names as our source writes them exist in PyQt5 and in PyQt6, without a QGIS 4 at hand.

PyQt6 dropped unscoped enums and moved classes. Its wheel holds type stubs that list every class, enum
member and method: each dotted name that starts at an imported Qt class is looked up there, and in the
installed PyQt5.
"""

import ast
import importlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "territory_manager"
WHEELS = ROOT / "build" / "wheels"

# qgis.PyQt of a QGIS built on Qt 6 offers these where Qt 5 had them.
MOVED = {
    ("QtWidgets", "QAction"): "QtGui",
    ("QtWidgets", "QActionGroup"): "QtGui",
    ("QtWidgets", "QShortcut"): "QtGui",
    ("QtWidgets", "QUndoCommand"): "QtGui",
    ("QtWidgets", "QUndoStack"): "QtGui",
}
ENUMS = ("Enum", "IntEnum", "Flag", "IntFlag")
EXEMPT = {
    ("QtCore", "NULL"),  # defined by qgis.PyQt itself
    ("QtCore", "QVariant.Type"),  # what QgsField wants before QGIS 3.38, never reached on Qt 6
}


def chains():
    """(file:line, Qt module, dotted name) of every use of an imported Qt class."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        # "try: from QtGui … except ImportError: from QtWidgets …" is written for both
        either_way = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.Try)
                      for inner in ast.walk(node)}  # fmt: skip
        imported = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt.Qt"):
                module = node.module.rsplit(".", 1)[1]
                for name in node.names:
                    imported[name.asname or name.name] = (module, name.name)
                    if id(node) not in either_way:
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", module, name.name
        for node in ast.walk(tree):
            names = []
            part = node
            while isinstance(part, ast.Attribute):
                names.insert(0, part.attr)
                part = part.value
            if names and isinstance(part, ast.Name) and part.id in imported:
                module, first = imported[part.id]
                yield f"{path.relative_to(ROOT)}:{node.lineno}", module, ".".join([first, *names])


def wheel():
    """The newest PyQt6 wheel, fetched with pip when there is none; skips where that cannot be done."""
    found = sorted(WHEELS.glob("[Pp]y[Qq]t6-6*.whl"))
    if not found:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:",
                   "-d", str(WHEELS), "PyQt6"]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found = sorted(WHEELS.glob("[Pp]y[Qq]t6-6*.whl"))
        if done.returncode or not found:
            pytest.skip("the PyQt6 wheel could not be fetched")
    return found[-1]


class Stubs:
    """Classes, enum members and functions of the wheel's ``.pyi`` files."""

    def __init__(self, path):
        self._archive = zipfile.ZipFile(path)
        self._modules = {}

    def _module(self, name):
        if name not in self._modules:
            try:
                # "*args, /" in the stubs is no Python
                source = self._archive.read(f"PyQt6/{name}.pyi").decode().replace(", /)", ")")
            except KeyError:
                self._modules[name] = {}
            else:
                self._modules[name] = self._members(ast.parse(source).body)
        return self._modules[name]

    @staticmethod
    def _members(body):
        members = {}
        for node in body:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                members[node.name] = node
            elif isinstance(node, ast.Assign):
                members.update({target.id: node for target in node.targets if isinstance(target, ast.Name)})
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                members[node.target.id] = node
        return members

    def has(self, module, dotted):
        """Whether ``module.dotted`` exists, looking into base classes too."""
        names = dotted.split(".")
        here = module if names[0] in self._module(module) else MOVED.get((module, names[0]), module)
        node = self._module(here).get(names[0])
        if node is None:
            return False
        for name in names[1:]:
            if not isinstance(node, ast.ClassDef):
                return True  # an attribute of something that is no class: not for us to say
            found = self._find(here, node, name)
            if found is None:
                return False
            here, node = found
        return True

    def _find(self, module, node, name):
        member = self._members(node.body).get(name)
        if member is not None:
            return module, member
        for base in node.bases:
            parts = ast.unparse(base).split(".")
            place = parts[0] if len(parts) > 1 and parts[0].startswith("Qt") else module
            above = self._module(place).get(parts[-1])
            if isinstance(above, ast.ClassDef):
                found = self._find(place, above, name)
                if found is not None:
                    return found
            elif parts[-1] in ENUMS and name in ("value", "name"):
                return module, base
        return None


def test_every_qt_name_exists_in_qt_6():
    stubs = Stubs(wheel())
    used = [(place, module, name) for place, module, name in chains() if (module, name) not in EXEMPT]
    assert len(used) > 100
    assert not [f"{place} {module}.{name}" for place, module, name in used if not stubs.has(module, name)]


def test_the_check_knows_what_is_gone():
    stubs = Stubs(wheel())
    assert stubs.has("QtCore", "Qt.ItemDataRole.UserRole")
    assert stubs.has("QtWidgets", "QAction")
    assert stubs.has("QtWidgets", "QTableView.SelectionBehavior.SelectRows")
    assert not stubs.has("QtCore", "Qt.UserRole")
    assert not stubs.has("QtWidgets", "QTableView.SelectRows")
    assert not stubs.has("QtCore", "QRegExp")


def test_every_qt_name_exists_in_qt_5():
    pytest.importorskip("PyQt5")
    missing = []
    for place, module, name in chains():
        try:
            thing = importlib.import_module(f"qgis.PyQt.{module}")
            for part in name.split("."):
                thing = getattr(thing, part)
        except (ImportError, AttributeError):
            missing.append(f"{place} {module}.{name}")
    assert not missing


def test_every_qgis_name_exists_here():
    """``QgsClass.Scope.Member`` as the source writes it, in the QGIS that runs the tests."""
    pytest.importorskip("qgis.core")
    missing = []
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module in ("qgis.core", "qgis.gui", "qgis.analysis"):
                for name in node.names:
                    imported[name.asname or name.name] = (node.module, name.name)
        for node in ast.walk(tree):
            names, part = [], node
            while isinstance(part, ast.Attribute):
                names.insert(0, part.attr)
                part = part.value
            if names and isinstance(part, ast.Name) and part.id in imported:
                module, first = imported[part.id]
                try:
                    thing = getattr(importlib.import_module(module), first)
                    for name in names:
                        thing = getattr(thing, name)
                except AttributeError:
                    missing.append(f"{path.relative_to(ROOT)}:{node.lineno} {'.'.join([first, *names])}")
    assert not missing
