"""What the plugin repository scans for, and what must not get into a public repository."""

import ast
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "territory_manager"


def run(*command):
    """Run a Python tool at the root; its output and whether it was content."""
    command = [sys.executable, "-m", *command]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def tracked():
    """Files in git, or a skip where this is no clone."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a git clone")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def texts():
    """(path, text) of the tracked text files."""
    for path in tracked():
        if path.suffix not in (".gpkg", ".png", ".zip", ".qgz", ".npz"):
            yield path, path.read_text(encoding="utf-8", errors="replace")


def test_bandit_finds_nothing():
    pytest.importorskip("bandit")
    content, words = run("bandit", "--quiet", "--recursive", "territory_manager")
    assert content, words


def test_detect_secrets_finds_nothing():
    pytest.importorskip("detect_secrets")
    from detect_secrets import SecretsCollection
    from detect_secrets.settings import default_settings

    secrets = SecretsCollection(root=str(ROOT))
    with default_settings():
        for path in sorted(PACKAGE.rglob("*")):
            if path.is_file() and path.suffix in (".py", ".md", ".svg", ".ui", ".txt"):
                secrets.scan_file(str(path.relative_to(ROOT)))
        secrets.scan_file("metadata.txt")
    assert not secrets.json()


def test_flake8_qgis_finds_nothing():
    """QGS105 wants iface imported where we pass it in; QGS201 and 202 guess at types by the method's name."""
    pytest.importorskip("flake8_qgis")
    options = ["--select", "QGS", "--ignore", "QGS105,QGS201,QGS202"]
    options += ["--per-file-ignores", "territory_manager/layers/fields.py:QGS402"]  # asks for the version
    content, words = run("flake8", *options, "territory_manager")
    assert content, words


def test_nothing_of_this_machine_is_in_the_repository():
    names = {f"{ROOT}/", f"{Path.home()}/"}
    host = socket.gethostname()
    if len(host) > 8 and not host.startswith("localhost"):
        names.add(host)
    found = [f"{path.relative_to(ROOT)}: {name}" for path, text in texts() for name in names if name in text]
    assert not found


def test_build_files_name_no_addresses():
    build = [ROOT / "Makefile", ROOT / ".ci" / "run", *sorted((ROOT / "tools").iterdir())]
    found = []
    for path in build:
        if path.is_file() and path.suffix != ".pyc":
            text = path.read_text(encoding="utf-8")
            found += [f"{path.name}: {url}" for url in re.findall(r"https?://\S+", text)]
    assert not found


def test_nothing_is_left_open():
    words = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "X" * 3, "NotImplemented" + "Error")))
    found = [str(path.relative_to(ROOT)) for path, text in texts()
             if path.is_relative_to(PACKAGE) and path.suffix == ".py" and words.search(text)]  # fmt: skip
    assert not found


def test_generated_files_are_not_tracked():
    found = [path.name for path in tracked() if re.search(r"(^resources\.py|\.qm|\.pyc|\.zip)$", path.name)]
    assert not found


def test_no_statement_that_the_plugin_repository_refuses():
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            place = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Assert):
                found.append(f"{place} assert")
            if isinstance(node, ast.ExceptHandler) and node.type is None:
                found.append(f"{place} bare except")
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id in ("eval", "exec"):
                found.append(f"{place} {called.id}")
            if isinstance(node, ast.Import) and {name.name for name in node.names} & {"random", "pickle"}:
                found.append(f"{place} import")
    assert not found


def test_texts_for_people_are_literal():
    """Only a literal string is found by the translators' tools; values are filled in afterwards."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name == "translate.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                text = node.args[0] if node.args else None
                if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
                    found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not found
