#!/usr/bin/env python3
"""Bring the translation files i18n/territory_manager_*.ts up to date with the sources.

    tools/translations.py              add what is new, drop what is gone, keep what is translated
    tools/translations.py --missing    list what has no translation yet, by language

pylupdate5 knows texts by the class around them; ours all pass through one function, ``tr``, and belong to one
context. So the texts are read from the syntax tree here, and Qt's own lrelease compiles the files.
"""

import argparse
import ast
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
CONTEXT = "TerritoryManager"


def texts():
    """{text: [(file, line)]} of every ``tr("…")`` of the sources, in the order of files and lines."""
    found = {}
    for path in sorted((ROOT / "territory_manager").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in sorted(calls, key=lambda node: node.lineno):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            argument = call.args[0] if call.args else None
            if name == "tr" and isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                found.setdefault(argument.value, []).append((path.relative_to(ROOT), call.lineno))
    return found


def read(path):
    """{text: translation} of a .ts file; what is not translated is left out."""
    if not path.exists():
        return {}
    done = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        if translation is not None and translation.text and translation.get("type") is None:
            done[message.findtext("source")] = translation.text
    return done


def write(path, language, found, done):
    """Write a .ts file: every text, with its translation where there is one."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text, places in found.items():
        message = ElementTree.SubElement(context, "message")
        for file in dict.fromkeys(file for file, _ in places):
            ElementTree.SubElement(message, "location", filename=f"../{file.as_posix()}")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if text in done:
            translation.text = done[text]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, "  ")
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--missing", action="store_true")
    given = parser.parse_args()
    found = texts()
    for path in sorted((ROOT / "i18n").glob("territory_manager_*.ts")):
        language = path.stem.removeprefix("territory_manager_")
        done = read(path)
        missing = [text for text in found if text not in done]
        if not given.missing:
            write(path, language, found, done)
        print(f"{language}: {len(found) - len(missing)} of {len(found)} texts translated")
        if given.missing:
            print("\n".join(repr(text) for text in missing))


if __name__ == "__main__":
    main()
