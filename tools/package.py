#!/usr/bin/env python3
"""Make dist/territory_manager-<version>.zip, the file that QGIS installs and the plugin repository takes.

One folder, ``territory_manager/``, with the package, ``metadata.txt``, ``LICENSE``, ``CHANGELOG.md`` and
the compiled translations. Entries are sorted and carry one fixed time, so the same input gives the same
bytes. Only kinds of files that belong in a plugin are let in; anything else stops the packaging by name.
"""

import argparse
import configparser
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "territory_manager"
KINDS = {".py", ".svg", ".ui", ".gpkg", ".md", ".html", ".css", ".qml", ".json"}
GENERATED = {"resources.py"}  # icons are found by path
TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can tell


def version():
    """The version that metadata.txt states."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def default_path():
    """Where the zip of this version goes."""
    return ROOT / "dist" / f"{PACKAGE}-{version()}.zip"


def content():
    """What goes into the zip: {name inside: path}."""
    files = {}
    for path in (ROOT / PACKAGE).rglob("*"):
        inside = path.relative_to(ROOT / PACKAGE)
        hidden = any(part.startswith(".") or part == "__pycache__" for part in inside.parts)
        if path.is_dir() or hidden or path.name in GENERATED:
            continue
        if path.is_symlink():
            sys.exit(f"{path} is a symbolic link; the plugin repository refuses those")
        if path.suffix not in KINDS:
            sys.exit(f"{path} is not a kind of file that belongs in the plugin ({' '.join(sorted(KINDS))})")
        files[f"{PACKAGE}/{inside.as_posix()}"] = path
    for name in ("metadata.txt", "LICENSE", "CHANGELOG.md"):
        files[f"{PACKAGE}/{name}"] = ROOT / name
    for source in sorted((ROOT / "i18n").glob("*.ts")):
        compiled = source.with_suffix(".qm")
        if not compiled.exists():
            sys.exit(f"{compiled.relative_to(ROOT)} is missing; 'make translations' compiles it")
        files[f"{PACKAGE}/i18n/{compiled.name}"] = compiled
    return files


def write(path):
    """Write the zip and return the number of files in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    files = content()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, files[name].read_bytes(), compresslevel=9)
    return len(files)


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("zip", nargs="?", type=Path, default=default_path())
    path = parser.parse_args().zip
    count = write(path)
    print(f"{path} ({count} files, {path.stat().st_size / 1024:,.0f} kB)")


if __name__ == "__main__":
    main()
