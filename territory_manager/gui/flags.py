"""Qt's flags as the plain numbers that some of its calls and model roles want."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt


def as_int(flags) -> int:
    """The number of a combination of flags; Qt 5 and Qt 6 bind them differently."""
    return flags.value if hasattr(flags, "value") else int(flags)


LEFT = as_int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = as_int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
MIDDLE = as_int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
