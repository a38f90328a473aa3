"""The zip that users install: its layout, its bytes, and what metadata.txt promises."""

import configparser
import importlib.util
import re
import stat
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


NEEDED = (
    "__init__.py",
    "plugin.py",
    "metadata.txt",
    "LICENSE",
    "icons/icon.svg",
    "sample/southeast.gpkg",
    "sample/SOURCES.md",
)
KEYS = (
    *("name", "description", "about", "version", "author", "email", "tracker", "repository", "homepage"),
    *("tags", "icon", "category", "changelog", "qgisMinimumVersion", "qgisMaximumVersion", "supportsQt6"),
    "hasProcessingProvider",
)
STRANGE = re.compile(r"(\.pyc|\.so|\.sh|\.dll|\.ts|~|/)$|__pycache__|/\.")


def tool(name):
    """A tool of ours as a module."""
    spec = importlib.util.spec_from_file_location(f"tool_{name}", ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    missing = [path for path in (ROOT / "i18n").glob("*.ts") if not path.with_suffix(".qm").exists()]
    if missing:
        pytest.skip("the translations are not compiled ('make translations')")
    path = tmp_path_factory.mktemp("zip") / "territory_manager.zip"
    tool("package").write(path)
    return path


@pytest.fixture(scope="module")
def metadata():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_one_folder_with_all_that_qgis_asks_for(package):
    names = zipfile.ZipFile(package).namelist()
    assert {name.split("/")[0] for name in names} == {"territory_manager"}
    for needed in NEEDED:
        assert f"territory_manager/{needed}" in names
    assert [name for name in names if name.endswith(".qm")]


def test_nothing_in_it_that_does_not_belong(package):
    for entry in zipfile.ZipFile(package).infolist():
        assert not STRANGE.search(entry.filename), entry.filename
        assert stat.S_ISREG(entry.external_attr >> 16), f"{entry.filename} is no ordinary file"


def test_same_input_same_bytes(package, tmp_path):
    again = tmp_path / "again.zip"
    tool("package").write(again)
    assert again.read_bytes() == package.read_bytes()
    names = zipfile.ZipFile(package).namelist()
    assert names == sorted(names)


def test_a_stray_file_is_refused_by_name(monkeypatch, tmp_path):
    packaging = tool("package")
    (tmp_path / "territory_manager").mkdir()
    (tmp_path / "territory_manager" / "helper.sh").write_text("")
    monkeypatch.setattr(packaging, "ROOT", tmp_path)
    with pytest.raises(SystemExit, match=r"helper\.sh"):
        packaging.content()


def test_metadata_is_complete(metadata):
    assert [key for key in KEYS if not metadata.get(key)] == []
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata["supportsQt6"] == "True"
    assert metadata["hasProcessingProvider"] == "yes"
    assert "plugin" not in metadata["name"].lower()
    assert re.fullmatch(r"\d+\.\d+\.\d+", metadata["version"])


def test_metadata_is_plain_english_text(metadata):
    for key in ("name", "description", "about", "changelog", "tags"):
        assert not re.search(r"<[a-z/]", metadata[key]), f"HTML in {key}"
    assert metadata["description"][0].isupper()
    for package in ("numpy", "scipy", "pandas", "shapely"):
        assert package in metadata["about"]


def test_changelog_tells_of_this_version(metadata):
    assert f"## {metadata['version']}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert metadata["changelog"].startswith(metadata["version"])


def test_requirements_are_those_the_plugin_asks_for():
    from territory_manager.dependencies import REQUIRED

    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").split()
    assert sorted(lines) == sorted(f"{name}>={'.'.join(map(str, least))}" for name, least in REQUIRED.items())


def test_development_folder_mirrors_the_zip(package, tmp_path):
    folder = tool("profiles").assemble(tmp_path / "territory_manager")
    for name in ("metadata.txt", "LICENSE", "i18n", "plugin.py", "icons"):
        assert (folder / name).is_symlink(), name
        assert (folder / name).exists(), name
    assert not folder.is_symlink()
