"""Null values: QGIS hands them over as None or as a null QVariant, depending on provider and Qt version."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QVariant

_PLAIN = (str, int, float, bool)


def is_null(value: Any) -> bool:
    """Whether an attribute value is null: None, or a QVariant that holds nothing."""
    if isinstance(value, _PLAIN):
        return False
    return value is None or (isinstance(value, QVariant) and value.isNull())


def text_or_none(value: Any) -> str | None:
    """An attribute value as text without surrounding blanks; None where it is null or blank.

    Whole numbers that a provider stores as floats read as whole numbers: 7.0 becomes "7".
    """
    if is_null(value):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None
