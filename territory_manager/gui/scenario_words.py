"""What scenarios and their differences are called on screen."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QDate, QDateTime, QLocale, Qt

from ..translate import tr
from . import numbers


def day_words(day: str | None) -> str:
    """A day (ISO 8601) in full, without its weekday: 1 January 2027."""
    date = QDate.fromString(day or "", Qt.DateFormat.ISODate)
    if not date.isValid():
        return ""
    locale = QLocale()
    form = locale.dateFormat(QLocale.FormatType.LongFormat)
    # the weekday with what separates it from the rest
    return locale.toString(date, re.sub(r"\W*dddd\W*", "", form))


def time_words(created: str) -> str:
    """When something was made (UTC, ISO 8601), in the user's own time."""
    time = QDateTime.fromString(created, Qt.DateFormat.ISODateWithMs)
    if not time.isValid():
        return ""
    return QLocale().toString(time.toLocalTime(), QLocale.FormatType.ShortFormat)


def change_hands(comparison) -> str:
    """What changes hands, in one line: units, share of the balance, every measure.

    Parameters
    ----------
    comparison : AlignmentComparison
    """
    found = comparison.found
    if not found.moved_units:
        return tr("Nothing differs.")
    amounts = comparison.changed_amounts()
    gone = round(amounts.pop("units"))
    parts = []
    if gone:
        one, many = tr("1 unit changes hands"), tr("{count} units change hands")
        parts.append(one if gone == 1 else many.format(count=numbers.exact(gone)))
        parts.append(
            tr("{share} of the balance").format(share=numbers.percent(found.disruption, 2))
        )
        parts += [f"{name} {numbers.short(amount)}" for name, amount in amounts.items()]
    fresh = found.moved_units - gone
    if fresh:
        one, many = tr("1 had no territory"), tr("{count} had no territory")
        parts.append(one if fresh == 1 else many.format(count=numbers.exact(fresh)))
    return f" {chr(0xB7)} ".join(parts)


def on_that_day(scenario, comparison) -> str:
    """On 1 January 2027: what changes; only what changes where there is no day."""
    words = change_hands(comparison)
    if scenario is None or not scenario.effective:
        return words
    return tr("On {day}: {changes}").format(day=day_words(scenario.effective), changes=words)


def taken_words(taken, source: str) -> str:
    """What became of a merge (`scenario_merge.Taken`)."""
    one, many = tr("1 unit taken over from {source}."), tr("{count} units taken over from {source}.")
    words = [(one if taken.units == 1 else many).format(count=numbers.exact(taken.units), source=source)]
    if taken.locked_units:
        one, many = tr("1 unit is locked and stays."), tr("{count} units are locked and stay.")
        count = taken.locked_units
        words.append(one if count == 1 else many.format(count=numbers.exact(count)))
    for name, count in (taken.locked_territories or {}).items():
        one = tr("{territory} is locked: 1 unit stays.")
        many = tr("{territory} is locked: {count} units stay.")
        words.append((one if count == 1 else many).format(territory=name, count=numbers.exact(count)))
    return " ".join(words)


def scenario_tip(scenario, baseline: str | None) -> str:
    """What is known of a scenario, a line each."""
    lines = [scenario.title]
    if scenario.note:
        lines.append(scenario.note)
    if scenario.author:
        lines.append(tr("by {author}").format(author=scenario.author))
    if scenario.effective:
        lines.append(tr("valid from {day}").format(day=day_words(scenario.effective)))
    if scenario.field == baseline:
        lines.append(tr("baseline: changes are measured against it"))
    if scenario.approved:
        lines.append(tr("approved"))
    lines.append(tr("Field {field}").format(field=scenario.field))
    return "\n".join(lines)
