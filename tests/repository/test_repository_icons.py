"""Icons: every one that the source names exists, is an SVG of ours, and is in resources.qrc."""

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "territory_manager"
ICONS = sorted((PACKAGE / "icons").glob("*.svg"))


def strings():
    """(file:line, text) of every string constant of the source."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.value


def test_every_named_icon_exists():
    there = {path.name for path in ICONS}
    missing = []
    for place, text in strings():
        name = text.rsplit("/", 1)[-1]
        if re.fullmatch(r"\w+\.svg", name) and not text.startswith("/") and name not in there:
            missing.append(f"{place} {text}")
    assert not missing


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icon_is_a_plain_24_by_24_drawing(path):
    root = ElementTree.parse(path).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox") == "0 0 24 24"
    tags = {element.tag.split("}")[1] for element in root.iter()}
    assert tags <= {"svg", "g", "path", "rect", "circle"}, "Qt draws SVG Tiny: no text, gradients or scripts"


def test_resources_list_every_icon():
    listed = {element.text for element in ElementTree.parse(ROOT / "resources.qrc").iter("file")}
    assert listed == {path.relative_to(ROOT).as_posix() for path in ICONS}


def test_every_algorithm_has_an_icon_of_its_own(qgis_app):
    provider = qgis_app.processingRegistry().providerById("territorymanager")
    assert provider is not None
    for algorithm in provider.algorithms():
        assert (PACKAGE / "icons" / f"{algorithm.name()}.svg").exists(), algorithm.name()
        assert not algorithm.icon().pixmap(16, 16).isNull()
