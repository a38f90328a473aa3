#!/usr/bin/env python3
"""Link the plugin's sources into a QGIS profile, and make quiet throw-away profiles.

    tools/profiles.py link [PROFILE]   link the plugin into a profile and switch it on there
                                       (default: QGIS_CUSTOM_CONFIG_PATH, else the user's profile)
    tools/profiles.py new  PROFILE     a profile without tips and news, the plugin switched on

QGIS expects ``metadata.txt``, the licence and the translations inside the plugin's folder; in the
repository they lie beside it. So the plugin's folder for development is a real folder
(``build/dev/territory_manager``) of symbolic links to both, and that folder is what the profile's
``python/plugins`` links to: edits of the sources are live.
"""

import argparse
import configparser
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "territory_manager"
OTHER_PLUGINS = ("MetaSearch", "db_manager", "grassprovider", "sagaprovider", "otbprovider")
BESIDE_THE_PACKAGE = ("metadata.txt", "LICENSE", "i18n")


def assemble(folder=None):
    """Make the folder of links and return it; links to what no longer exists are removed."""
    folder = Path(folder) if folder else ROOT / "build" / "dev" / PACKAGE
    folder.mkdir(parents=True, exist_ok=True)
    sources = {path.name: path for path in (ROOT / PACKAGE).iterdir() if path.name != "__pycache__"}
    sources.update({name: ROOT / name for name in BESIDE_THE_PACKAGE if (ROOT / name).exists()})
    for link in folder.iterdir():
        if link.is_symlink() and (link.name not in sources or link.readlink() != sources[link.name]):
            link.unlink()
    for name, source in sources.items():
        if not (folder / name).is_symlink():
            (folder / name).symlink_to(source, target_is_directory=source.is_dir())
    return folder


def environment(**changes):
    """The environment for a QGIS program: ours, with the Python packages of ``.venv`` within its reach.

    QGIS runs the system's Python; Debian 12 packages a shapely that is too old for the plugin. The embedded
    Python looks for its home beside the first ``python3`` of the path: that must be the system's own.
    """
    values = dict(os.environ, **changes)
    values.pop("PYTHONHOME", None)
    values["PATH"] = os.pathsep.join(["/usr/bin", "/bin", values.get("PATH", os.defpath)])
    packages = [str(path) for path in sorted((ROOT / ".venv" / "lib").glob("python3*/site-packages"))]
    if values.get("PYTHONPATH"):
        packages.append(values["PYTHONPATH"])
    if packages:
        values["PYTHONPATH"] = os.pathsep.join(packages)
    return values


def qgis_process():
    """The program qgis_process.

    Debian's wrapper script hands it an option that only the window knows, and so every call fails; the
    program itself lies beside it.
    """
    return shutil.which("qgis_process.bin") or shutil.which("qgis_process")


def default_profile():
    """The profile that QGIS would use: QGIS_CUSTOM_CONFIG_PATH, else the user's own default profile."""
    custom = os.environ.get("QGIS_CUSTOM_CONFIG_PATH")
    if custom:
        return Path(custom) / "profiles" / "default"
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    for program in ("QGIS4", "QGIS3"):
        if (data / "QGIS" / program).is_dir():
            return data / "QGIS" / program / "profiles" / "default"
    return data / "QGIS" / "QGIS3" / "profiles" / "default"


def link(profile):
    """Link the plugin into ``profile``; returns the link."""
    plugins = Path(profile) / "python" / "plugins"
    plugins.mkdir(parents=True, exist_ok=True)
    target = plugins / PACKAGE
    if target.is_symlink():
        target.unlink()
    elif target.exists():
        sys.exit(
            f"{target} is a real folder, most likely the plugin installed from a zip. "
            "Uninstall it in QGIS (Plugins, Manage and Install Plugins) and try again."
        )
    target.symlink_to(assemble(), target_is_directory=True)
    return target


def _settings_path(profile):
    return Path(profile) / "QGIS" / "QGIS3.ini"


def change_settings(profile, values):
    """Set ``{"section": {"key": "value"}}`` in the profile's settings, keeping the others."""
    path = _settings_path(profile)
    path.parent.mkdir(parents=True, exist_ok=True)
    settings = configparser.RawConfigParser(strict=False, delimiters=("=",))
    settings.optionxform = str
    if path.exists():
        settings.read(path, encoding="utf-8")
    for section, keys in values.items():
        if not settings.has_section(section):
            settings.add_section(section)
        for key, value in keys.items():
            settings.set(section, key, value)
    with path.open("w", encoding="utf-8") as file:
        settings.write(file, space_around_delimiters=False)


def enable(profile):
    """Switch the plugin on in ``profile``."""
    change_settings(profile, {"PythonPlugins": {PACKAGE: "true", "processing": "true"}})


def new(profile, theme=None, language="en_US", with_plugin=True):
    """A profile in which QGIS starts without tips, news, version checks or the welcome page's network."""
    tips = {f"showTips{version}": "false" for version in range(316, 420)}
    values = {
        "qgis": {
            **tips,
            "checkVersion": "false",
            "newProjectDefault": "false",
            "projOpenAtLaunch": "0",
            "askToDeleteLayers": "false",
            "enable_render_caching": "true",
        },
        "app": {
            "askToSaveMemoryLayers": "false",
            "plugin_installer\\checkOnStart": "false",
            "projections\\unknownCrsBehavior": "NoAction",
        },
        "core": {"NewsFeed\\httpsfeedqgisorg\\disabled": "true"},
        "PythonPlugins": {"processing": "true", **dict.fromkeys(OTHER_PLUGINS, "false")},
        "locale": {"overrideFlag": "true", "userLocale": language, "globalLocale": language},
    }
    if theme:
        values["UI"] = {"UITheme": theme}
    change_settings(profile, values)
    if with_plugin:
        link(profile)
        enable(profile)


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("link", "new"))
    parser.add_argument("profile", nargs="?", type=Path)
    given = parser.parse_args()
    profile = given.profile or default_profile()
    if given.what == "link":
        print(f"{link(profile)} -> {assemble()}")
        enable(profile)
    else:
        new(profile)
        print(profile)


if __name__ == "__main__":
    main()
