"""Text in the cells of spreadsheets: never a formula, and the same text again when it comes back."""

from __future__ import annotations

import re

# Spreadsheets compute what begins with one of these, some also behind blanks or in full width
# (OWASP, "CSV Injection").
_FORMULA = r"(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])"
_TO_GUARD = re.compile(rf"'*{_FORMULA}")
_GUARDED = re.compile(rf"'+{_FORMULA}")
# XML, and so XLSX, has no way to write these.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def guard(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> guard("=1+1"), guard("East")
    ("'=1+1", 'East')
    """
    return "'" + text if _TO_GUARD.match(text) else text


def unguard(text: str) -> str:
    """What :func:`guard` was given: ``unguard(guard(text)) == text`` for every text."""
    return text[1:] if _GUARDED.match(text) else text


def printable(text: str) -> str:
    """The text without control characters that no spreadsheet can hold; tab and line ends stay."""
    return _UNPRINTABLE.sub("", text)
