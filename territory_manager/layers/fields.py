"""Fields that work before and after QGIS changed how field types are named (3.38)."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType, QVariant

_KINDS = {
    "text": QMetaType.Type.QString,
    "count": QMetaType.Type.Int,
    "id": QMetaType.Type.LongLong,
    "number": QMetaType.Type.Double,
    "boolean": QMetaType.Type.Bool,
    "date": QMetaType.Type.QDate,
}


def field(name: str, kind: str) -> QgsField:
    """A field called *name*; *kind* is "text", "count", "id" (64 bits), "number", "boolean" or
    "date"."""
    type_ = _KINDS[kind]
    if Qgis.QGIS_VERSION_INT < 33800:
        type_ = QVariant.Type(int(type_))
    return QgsField(name, type_)


def is_text(candidate: QgsField) -> bool:
    """Whether a field holds text."""
    return candidate.type() == field("", "text").type()


def unused_name(wanted: str, taken: Iterable[str]) -> str:
    """*wanted*, or *wanted_2*, *wanted_3* … where that name is taken (whatever its case)."""
    used = {name.lower() for name in taken}
    name, number = wanted, 2
    while name.lower() in used:
        name, number = f"{wanted}_{number}", number + 1
    return name


def append(fields: QgsFields, wanted: str, kind: str) -> str:
    """Append a field to *fields* under a name that is free there; return that name."""
    name = unused_name(wanted, fields.names())
    fields.append(field(name, kind))
    return name
