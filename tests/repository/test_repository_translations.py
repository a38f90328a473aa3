"""The translation files: made of our texts, placeholders kept, compiled and heard by Qt."""

import importlib.util
import string
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "i18n").glob("*.ts"))


def read(path):
    """The finished translations of a file."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "tools" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.read(path)


def placeholders(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)


def test_there_is_a_translation():
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_translations_keep_the_placeholders(path):
    done = read(path)
    assert len(done) > 100
    wrong = [text for text, words in done.items() if placeholders(text) != placeholders(words)]
    assert not wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_there_is_one_context(path):
    assert [name.text for name in ElementTree.parse(path).iter("name")] == ["TerritoryManager"]


def test_qt_finds_the_german_words(qgis_app):
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator

    compiled = ROOT / "i18n" / "territory_manager_de.qm"
    if not compiled.exists():
        pytest.skip("the translations are not compiled ('make translations')")
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    try:
        assert QCoreApplication.translate("TerritoryManager", "Unassigned") == "Nicht zugeordnet"
    finally:
        QCoreApplication.removeTranslator(translator)
