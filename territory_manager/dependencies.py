"""What the plugin needs from Python beside QGIS, what of it is missing, and the words that say how to get it.

Nothing heavy is imported here: versions are read from the packages' metadata, so that asking costs no time.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
import sysconfig
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from .translate import tr

#: package → least version, as in requirements.txt
REQUIRED = {"numpy": (1, 19), "scipy": (1, 9), "pandas": (1, 1), "shapely": (2, 0)}


def _version(package: str) -> tuple[int, ...] | None:
    """Installed version of a package as numbers, None where it cannot be imported."""
    if importlib.util.find_spec(package) is None:
        return None
    try:
        text = metadata.version(package)
    except metadata.PackageNotFoundError:  # installers that leave the metadata out
        text = getattr(importlib.import_module(package), "__version__", "")
    if "unknown" in text:  # as distributions that build without tags leave it; too new rather than too old
        return (sys.maxsize,)
    return tuple(int(number) for number in re.findall(r"\d+", text)[:3])


@lru_cache(maxsize=1)
def missing() -> tuple[str, ...]:
    """Requirements that are not met, as pip and people read them: ``("shapely>=2.0",)``. Looked up once."""
    unmet = []
    for package, least in REQUIRED.items():
        version = _version(package)
        if version is None or version < least:
            unmet.append(f"{package}>={'.'.join(map(str, least))}")
    return tuple(unmet)


def message() -> str:
    """One paragraph: what is missing and how to install it on this platform; empty where nothing is."""
    unmet = missing()
    if not unmet:
        return ""
    return tr(
        "Territory Manager needs Python packages that are not installed: {packages}. {how} Then restart QGIS."
    ).format(packages=", ".join(unmet), how=instructions(sys.platform, unmet))


def instructions(platform: str, packages: tuple[str, ...]) -> str:
    """How to install *packages* on a platform as ``sys.platform`` names it."""
    quoted = " ".join(f'"{package}"' for package in packages)
    if platform.startswith("win"):
        return tr("Open the OSGeo4W Shell from the Start menu and run: {command}").format(
            command=f"python -m pip install --user {quoted}"
        )
    if platform == "darwin":
        return tr("Open Terminal and run: {command}").format(
            command=f'"{Path(sys.prefix) / "bin" / "python3"}" -m pip install --user {quoted}'
        )
    if not _managed_by_the_system():
        return tr("Open a terminal and run: {command}").format(
            command=f"python3 -m pip install --user {quoted}"
        )
    names = " ".join("python3-" + re.split("[<>=]", package)[0] for package in packages)
    return tr("Open a terminal and run: {system} – or, where the system's version is too old: {pip}").format(
        system=f"sudo apt install {names}",
        pip=f"python3 -m pip install --user --break-system-packages {quoted}",
    )


def _managed_by_the_system() -> bool:
    """Whether pip is told to keep its hands off this Python (PEP 668), as on Debian and Ubuntu."""
    return (Path(sysconfig.get_path("stdlib")) / "EXTERNALLY-MANAGED").exists()
