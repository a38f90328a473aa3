"""What the journal says, in words for people: by what, when, what happened."""

from __future__ import annotations

from qgis.PyQt.QtCore import QDateTime, QLocale, Qt

from ..core.history import ADDED, DELETED, EDIT, FIELD_RENAMED, MADE, RENAMED, UNDO
from ..translate import tr
from . import numbers


def by_what(by: str) -> str:
    """What made a change."""
    known = {
        "paint": tr("Painted"),
        "rectangle": tr("Rectangle"),
        "lasso": tr("Lasso"),
        "fill": tr("Filled"),
        "groups": tr("Painted groups"),
        "border": tr("Border pulled"),
        "assign": tr("Assigned"),
        "build": tr("Build"),
        "rebalance": tr("Rebalance"),
        "suggestion": tr("Suggested move"),
        "fix": tr("Problem fixed"),
        "import": tr("Import"),
        "merge": tr("Taken from a scenario"),
        "revert": tr("Reverted"),
        UNDO: tr("Save undone"),
        RENAMED: tr("Territory renamed"),
        "remove": tr("Territory removed"),
        EDIT: tr("Edited in the layer"),
        ADDED: tr("New unit"),
        DELETED: tr("Unit deleted"),
        MADE: tr("New scenario"),
        FIELD_RENAMED: tr("Field renamed"),
    }
    return known.get(by, by or "")


def local_time(moment: str) -> QDateTime:
    """A time of the journal (UTC, ISO 8601) on the user's clock."""
    return QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs).toLocalTime()


def journal_time(moment: QDateTime) -> str:
    """A time of the user's clock as the journal has it."""
    return moment.toUTC().toString("yyyy-MM-ddTHH:mm:ss.zzz") + "Z"


def shown_time(moment: str, locale: QLocale | None = None) -> str:
    """A time of the journal as the user reads times."""
    locale = locale or numbers.user_locale()
    return locale.toString(local_time(moment), QLocale.FormatType.ShortFormat)


def some_of(names, most: int = 4) -> str:
    """Names one after the other; of many only the first ones and how many more."""
    shown = [str(name) for name in names]
    if len(shown) <= most:
        return ", ".join(shown)
    return tr("{names} and {count} more").format(names=", ".join(shown[:most]), count=len(shown) - most)


def units(count: int) -> str:
    """A number of units."""
    return tr("1 unit") if count == 1 else tr("{count} units").format(count=numbers.exact(count))
