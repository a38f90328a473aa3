"""Help buttons and algorithms open a section of the README that is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "territory_manager"


def anchors():
    """The README's headings as GitHub names them."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def found(pattern, folder):
    """What the pattern's group matches in the sources of a folder."""
    sources = [path.read_text(encoding="utf-8") for path in sorted((PACKAGE / folder).rglob("*.py"))]
    return {match for source in sources for match in re.findall(pattern, source)}


def test_every_help_button_has_its_section():
    sections = found(r'open_help\("([^"]+)"\)', "gui")
    assert {"new-plan", "build", "rebalance"} <= sections
    assert not sections - anchors()


def test_every_algorithm_has_its_section():
    names = found(r'\n    NAME = "(\w+)"', "processing")
    assert "buildterritories" in names
    assert not names - anchors()
