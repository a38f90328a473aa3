"""What is seen of a layer, in words: one line of facts, then the problems with their remedies as links."""

from __future__ import annotations

import html
import math
from dataclasses import dataclass

from ..translate import tr
from . import numbers

MOST_NAMED = 3


@dataclass(frozen=True)
class Remark:
    """One thing to know before the plan is made.

    ``link`` names the remedy (``select:…``, ``number:…``, ``tolerance:…``, ``copy``), ``action`` says it.
    """

    text: str
    stops: bool = False
    link: str = ""
    action: str = ""

    def html(self) -> str:
        """The remark with its sign and its link."""
        sign = "\u2716" if self.stops else "\u26a0"
        remedy = f' <a href="{html.escape(self.link)}">{html.escape(self.action)}</a>' if self.link else ""
        return f"{sign}&nbsp;{html.escape(self.text)}{remedy}"


def facts(prospect, connections, measures, titles) -> str:
    """The line of facts: "400 units · 1 connected part · population 33,083,395 · no nulls · target …"."""
    parts = [
        tr("1 unit")
        if prospect.count == 1
        else tr("{count} units").format(count=numbers.exact(prospect.count))
    ]
    if connections is None:
        parts.append(tr("looking for neighbours…"))
    elif connections.parts == 1:
        parts.append(tr("1 connected part"))
    elif connections.parts > 1:
        parts.append(tr("{count} connected parts").format(count=numbers.exact(connections.parts)))
    for measure, total in zip(measures, prospect.totals):
        parts.append(f"{titles.get(measure, measure)}{numbers.NO_BREAK}{numbers.exact(_rounded(total))}")
    if measures and not prospect.missing and not prospect.unread:
        parts.append(tr("no nulls"))
    if len(measures) <= 1 and prospect.totals[0] > 0:
        target = numbers.exact(_rounded(prospect.totals[0] / prospect.territories))
        words = tr("target {target} each") if measures else tr("target {target} units each")
        parts.append(words.format(target=target))
    elif prospect.territories:
        share = numbers.percent(100 / prospect.territories)
        parts.append(tr("target {share} of the index each").format(share=share))
    if prospect.heaviest is not None and measures:
        share = numbers.percent(100 * prospect.heaviest_share * prospect.territories)
        parts.append(
            tr("heaviest unit {unit} {share} of a target").format(unit=prospect.heaviest_name, share=share)
        )
    return " · ".join(parts)


def remarks(prospect, connections, measures, titles, names) -> list[Remark]:
    """Problems with the layer, what stops a plan first.

    Parameters
    ----------
    names : callable
        Feature ids → how messages call them.
    """
    found = []
    if not prospect.count:
        return [Remark(tr("The layer has no features. Add units to it or choose another layer."), stops=True)]
    if prospect.territories > prospect.count:
        found.append(
            Remark(
                tr("There are {territories} territories for {units} units.").format(
                    territories=numbers.exact(prospect.territories), units=numbers.exact(prospect.count)
                ),
                stops=True,
                link=f"number:{prospect.count}",
                action=tr("Use {number}").format(number=numbers.exact(prospect.count)),
            )
        )
    for measure in measures:
        title = titles.get(measure, measure)
        below = prospect.negative.get(measure)
        if below:
            text = tr("{units} below 0 in {measure}: negative values cannot be balanced.")
            found.append(_select(text.format(units=_units(below, names), measure=title), below, stops=True))
        if measure in prospect.empty:
            text = tr("{measure} sums to 0: there is nothing to balance. Choose another field.")
            found.append(Remark(text.format(measure=title), stops=True))
            continue
        if measure in prospect.unread:
            text = tr("{measure} holds text that is no number, such as “{example}”. It counts as 0.")
            found.append(Remark(text.format(measure=title, example=prospect.unread[measure])))
        absent = prospect.missing.get(measure)
        if absent:
            text = tr("{units} without {measure}; missing values count as 0.")
            found.append(_select(text.format(units=_units(absent, names), measure=title), absent))
    if prospect.too_heavy and prospect.territories <= prospect.count:
        found.append(_too_heavy(prospect, measures, titles))
    if connections is not None and connections.shapeless:
        text = tr("{units} without a shape: no neighbours, not on the map.")
        fids = connections.shapeless
        found.append(_select(text.format(units=_units(fids, names)), fids))
    if connections is not None and connections.outside:
        text = tr("{units} apart from the largest connected part. Bridges will join them for contiguity.")
        fids = connections.outside
        found.append(_select(text.format(units=_units(fids, names)), fids))
    return sorted(found, key=lambda remark: not remark.stops)


def _too_heavy(prospect, measures, titles):
    what = (
        titles.get(measures[0], measures[0])
        if len(measures) == 1
        else tr("the index")
        if measures
        else tr("the units")
    )
    allowed = 100 * (1 + prospect.tolerance / 100) / prospect.territories
    enough = math.ceil(prospect.least_tolerance - 1e-9)
    text = tr(
        "{unit} has {share} of {measure}. The largest of {number} territories within {tolerance} "
        "may have {most}."
    ).format(
        unit=prospect.heaviest_name,
        share=numbers.percent(100 * prospect.heaviest_share),
        measure=what,
        number=prospect.territories,
        tolerance=numbers.tolerance(prospect.tolerance),
        most=numbers.percent(allowed),
    )
    fewer = prospect.most_territories
    if enough > 100:
        action = tr("Choose {number} territories").format(number=fewer)
        return Remark(text, link=f"number:{fewer}", action=action)
    action = tr("Choose {tolerance}").format(tolerance=numbers.tolerance(enough))
    if fewer >= 2:
        text += " " + tr("{number} territories can hold it.").format(number=fewer)
    return Remark(text, link=f"tolerance:{enough}", action=action)


def _select(text, fids, stops=False):
    link = "select:" + ",".join(map(str, fids[:5000]))
    return Remark(text, stops, link, tr("Select them") if len(fids) > 1 else tr("Select it"))


def _units(fids, names):
    """ "3 units (Hall, Polk, Wake)", a single one by its name."""
    if len(fids) == 1:
        return names(fids)[0]
    named = ", ".join(names(fids[:MOST_NAMED]))
    if len(fids) > MOST_NAMED:
        named += ", …"
    return tr("{count} units ({names})").format(count=numbers.exact(len(fids)), names=named)


def _rounded(value):
    return round(value) if abs(value) >= 1000 else value
